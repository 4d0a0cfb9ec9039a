//! Control beyond one report: more time, several reports at once, re-checks, and whose turn it is.

use axum::http::StatusCode;
use chrono::NaiveDate;
use domain::clock::Clock;
use domain::control::ControlPolicy;
use domain::ids::{ExtensionId, ObligationId, PersonId, RecheckId};
use domain::language::Language;
use domain::people::{MayAdminister, Role, Scope};
use domain::recheck::Recheck;
use store::obligation_lists::{self, Filter, Wanted};
use store::obligations::{self, ObligationView};
use store::{NotDone, control, rechecks};

use crate::browser::{Answer, Browser};
use crate::city::City;
use crate::together::together;
use crate::work::{HARM, LOCAL, assert_harmless, read, typed};

async fn list(city: &City, key: &str, wanted: Wanted) -> Vec<ObligationView> {
    let filter = Filter {
        scope: Scope::All,
        organisation: Some(city.organisation(key).await),
        from: None,
        until: None,
        found: None,
    };
    let today = city.clock.today();
    read(city, move |conn| {
        Box::pin(async move { obligation_lists::list(conn, &filter, wanted, today, 500, 0).await })
    })
    .await
}

pub(crate) async fn view(city: &City, id: ObligationId) -> ObligationView {
    read(city, move |conn| Box::pin(obligations::view(conn, id))).await.unwrap()
}

/// An overdue obligation of the cadastre, the day that its officer asks for, and the answer to the form.
pub(crate) async fn ask(city: &City, wanted: &str, why: &str) -> (ObligationId, Answer) {
    // The latest: what is overdue for half a year cannot be given time until December.
    let id = list(city, "kadastr", Wanted::Overdue).await.last().unwrap().id;
    let mut officer = Browser::of(city, city.officer).await;
    let token = officer.get(&format!("/obligations/{id}")).await.form_token();
    let form = format!("token={token}&wanted={wanted}&why={}", typed(why));
    (id, officer.post(&format!("/obligations/{id}/extension"), &form).await)
}

pub(crate) async fn request_of(city: &City, id: ObligationId) -> ExtensionId {
    let found = read(city, move |conn| Box::pin(obligations::undecided(conn, id))).await;
    found.unwrap_or_else(|| panic!("nobody asked for {id}")).id
}

async fn decide(browser: &mut Browser, id: ObligationId, request: ExtensionId, form: &str) -> Answer {
    let token = browser.get("/people").await.form_token();
    browser.post(&format!("/obligations/{id}/extension/{request}"), &format!("token={token}&{form}")).await
}

#[tokio::test]
async fn more_time_is_asked_for_and_granted_on_the_page() {
    let city = City::at(LOCAL).await;
    let (id, wrong) = ask(&city, "2020-01-01", "kech").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("id=\"ask-error\"") && wrong.body.contains("kech"), "{}", wrong.body);
    let (_, nonsense) = ask(&city, "ertaga", "kech").await;
    assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, silent) = ask(&city, "2026-12-04", " ").await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);

    let before = view(&city, id).await.due;
    let (_, asked) = ask(&city, "2026-12-05", &format!("Tender choʻzildi {HARM}")).await;
    assert_eq!(asked.location(), format!("/obligations/{id}?said=asked"));
    let request = request_of(&city, id).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let listed = controller.get("/control").await.body;
    assert!(listed.contains(&format!("href=\"/obligations/{id}\"")), "{listed}");
    assert!(controller.get("/").await.body.contains("uzaytirish soʻrovi qaror kutmoqda"));
    let page = controller.get(&format!("/obligations/{id}")).await.body;
    assert!(page.contains("07.12.2026") && page.contains("Tender choʻzildi"), "a Saturday moves: {page}");
    assert_harmless(&page);

    let done = decide(&mut controller, id, request, "decision=grant").await;
    assert_eq!(done.location(), format!("/obligations/{id}?said=granted"));
    let one = view(&city, id).await;
    assert_eq!((one.due, one.extended_from), ("2026-12-07".parse().unwrap(), Some(before)));
    let page = controller.get(done.location()).await.body;
    assert!(page.contains("Asl muddat") && page.contains("Muddat uzaytirildi:"), "{page}");
    assert_harmless(&page);

    let again = decide(&mut controller, id, request, "decision=refuse&why=kech").await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.body.contains("allaqachon qabul qilingan"), "{}", again.body);
    assert_eq!(view(&city, id).await, one);
}

#[tokio::test]
async fn more_time_is_refused_with_a_reason_or_taken_back() {
    let city = City::at(LOCAL).await;
    let (id, _) = ask(&city, "2026-12-04", "xarid").await;
    let request = request_of(&city, id).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let missing = decide(&mut controller, id, request, "decision=refuse&why=+").await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.body.contains("id=\"why-not-error\""), "{}", missing.body);
    let done = decide(&mut controller, id, request, "decision=refuse&why=Vaqt+yetarli").await;
    assert_eq!(done.location(), format!("/obligations/{id}?said=not_granted"));
    let mut officer = Browser::of(&city, city.officer).await;
    let page = officer.get(&format!("/obligations/{id}")).await.body;
    assert!(page.contains("Vaqt yetarli") && page.contains("name=\"wanted\""), "{page}");

    ask(&city, "2026-12-04", "xarid").await;
    let second = request_of(&city, id).await;
    let back = decide(&mut officer, id, second, "decision=withdraw").await;
    assert_eq!(back.location(), format!("/obligations/{id}?said=withdrawn"));
    assert_eq!(view(&city, id).await.asked_more_at, None);
}

#[tokio::test]
async fn nobody_decides_about_time_without_the_right() {
    let city = City::at(LOCAL).await;
    let (id, _) = ask(&city, "2026-12-04", "xarid").await;
    let request = request_of(&city, id).await;
    let mut officer = Browser::of(&city, city.officer).await;
    let granted = decide(&mut officer, id, request, "decision=grant").await;
    assert_eq!(granted.status, StatusCode::FORBIDDEN);
    let mut controller = Browser::of(&city, city.controller).await;
    let foreign = list(&city, "suv", Wanted::Overdue).await.last().unwrap().id;
    let elsewhere = decide(&mut controller, foreign, request, "decision=grant").await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "a request belongs to one obligation");
    let unknown = decide(&mut controller, id, request, "decision=maybe").await;
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
    let token = officer.get("/people").await.form_token();
    let form = format!("token={token}&wanted=2026-12-04&why=a");
    let hidden = officer.post(&format!("/obligations/{foreign}/extension"), &form).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
    assert_eq!(view(&city, id).await.extended_from, None);
}

#[tokio::test]
async fn both_rates_are_shown_where_they_differ() {
    let city = City::at(LOCAL).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let kadastr = city.organisation("kadastr").await;
    let pages = ["/".to_owned(), "/orgs".to_owned(), format!("/orgs/{kadastr}")];
    for page in &pages {
        let body = controller.get(page).await.body;
        assert!(!body.contains("asl muddat boʻyicha"), "nothing was extended yet: {page}");
    }
    let (id, _) = ask(&city, "2026-12-04", "xarid").await;
    let request = request_of(&city, id).await;
    decide(&mut controller, id, request, "decision=grant").await;
    let this_quarter: NaiveDate = "2026-10-01".parse().unwrap();
    assert!(view(&city, id).await.extended_from.unwrap() >= this_quarter, "it falls into the quarter shown");
    for page in &pages {
        let body = controller.get(page).await.body;
        assert!(body.contains("asl muddat boʻyicha"), "{page}: {body}");
    }
}

/// Reports that the officer of the cadastre has just made, and the same as values of the form.
pub(crate) async fn items(city: &City, number: usize) -> (Vec<ObligationView>, String) {
    let mut officer = Browser::of(city, city.officer).await;
    let token = officer.get("/people").await.form_token();
    let mut open = list(city, "kadastr", Wanted::Overdue).await;
    open.truncate(number);
    let (mut reports, mut items) = (Vec::new(), String::new());
    for one in open {
        let form = [("token", token.as_str()), ("answer", "done")];
        officer.send(&format!("/obligations/{}/answer", one.id), &form, &[]).await;
        let report = view(city, one.id).await;
        items = format!("{items}&item={}%3A{}", report.id, report.state_version);
        reports.push(report);
    }
    assert_eq!(reports.len(), number);
    (reports, items)
}

/// A report that the controller has accepted, chosen for a second look.
pub(crate) async fn chosen(city: &City) -> RecheckId {
    let now = city.clock.now();
    let set = city.store.write(move |conn| {
        Box::pin(async move {
            let right = MayAdminister::at_the_machine();
            control::set_policy(conn, &right, ControlPolicy::new(100, 3).unwrap(), now).await
        })
    });
    let set: Result<(), NotDone> = set.await;
    set.unwrap();
    let mut controller = Browser::of(city, city.controller).await;
    let (_, chosen) = items(city, 1).await;
    together(&mut controller, &format!("{chosen}&decision=accept")).await;
    let nobody = PersonId(0);
    let waiting = read(city, move |conn| {
        Box::pin(async move { rechecks::waiting(conn, &Scope::All, nobody, 500).await })
    });
    waiting.await.last().unwrap().id
}

#[tokio::test]
async fn a_second_look_is_somebody_elses_and_makes_the_trust_rate() {
    let city = City::at(LOCAL).await;
    let id = chosen(&city).await;
    let kadastr = city.organisation("kadastr").await;
    let mut controller = Browser::of(&city, city.controller).await;
    let organisation = controller.get(&format!("/orgs/{kadastr}")).await.body;
    assert!(organisation.contains("12 oyda qayta tekshiruv boʻlmagan"), "{organisation}");
    let token = controller.get("/people").await.form_token();
    let path = format!("/control/rechecks/{id}");
    let own = controller.post(&path, &format!("token={token}&decision=stands")).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN);

    let second =
        city.enter("Ikkinchi Nazoratchi", Role::Controller, city.organisation("city").await, 777).await;
    let mut second = Browser::of(&city, second).await;
    let page = second.get("/control").await;
    assert!(page.body.contains(&path), "{}", page.body);
    let token = page.form_token();
    let silent = second.post(&path, &format!("token={token}&decision=falls&reason=+")).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = second.post(&path, &format!("token={token}&decision=falls&reason=Topilmadi")).await;
    assert_eq!(done.location(), "/control?said=falls");
    let again = second.post(&path, &format!("token={token}&decision=stands")).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let kept = read(&city, move |conn| Box::pin(rechecks::view(conn, id))).await.unwrap();
    assert_eq!((kept.state, kept.organisation), (Recheck::Falls, kadastr));
    let organisation = controller.get(&format!("/orgs/{kadastr}")).await.body;
    assert!(organisation.contains("1 ta qayta tekshiruvdan 0 tasi tasdiqlandi"), "{organisation}");
    let mut officer = Browser::of(&city, city.officer).await;
    assert_eq!(officer.get("/control").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn only_administrators_change_the_settings_and_only_within_bounds() {
    let city = City::at(LOCAL).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let token = administrator.get("/control").await.form_token();
    for wrong in ["percent=101&patience=3", "percent=a&patience=3", "percent=10&patience=0", "percent=10"] {
        let refused = administrator.post("/control/settings", &format!("token={token}&{wrong}")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(refused.body.contains("id=\"settings-error\""), "{}", refused.body);
    }
    let kept = administrator.post("/control/settings", &format!("token={token}&percent=25&patience=5")).await;
    assert_eq!(kept.location(), "/control?said=saved");
    let policy = read(&city, |conn| Box::pin(control::policy(conn))).await;
    assert_eq!(Some(policy), ControlPolicy::new(25, 5));
    let mut controller = Browser::of(&city, city.controller).await;
    let token = controller.get("/control").await.form_token();
    let refused = controller.post("/control/settings", &format!("token={token}&percent=0&patience=5")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_pages_of_control_are_whole_in_every_language() {
    let city = City::at(LOCAL).await;
    let (id, _) = ask(&city, "2026-12-04", HARM).await;
    chosen(&city).await;
    let second = city.enter("Ikkinchi", Role::Controller, city.organisation("city").await, 777).await;
    for person in [city.controller, city.administrator, second] {
        let mut browser = Browser::of(&city, person).await;
        for language in Language::ALL {
            browser.cookies.insert("lang".into(), language.tag().into());
            for path in ["/control".to_owned(), format!("/obligations/{id}")] {
                let page = browser.get(&path).await;
                assert_eq!(page.status, StatusCode::OK, "{path} in {language:?}: {}", page.body);
                assert_harmless(&page.body);
                assert_eq!(page.body.matches("<h1").count(), 1, "{path} in {language:?}");
            }
        }
    }
}
