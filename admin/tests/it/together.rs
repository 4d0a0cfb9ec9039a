//! Several reports decided at once: the list says what became of them, and takes it back for a while.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::clock::Clock;
use domain::language::Language;
use domain::obligation::State;
use domain::people::Role;
use domain::together::{MOST, UNDO_WINDOW};
use store::dossier;
use store::obligations::ObligationView;

use crate::browser::{Answer, Browser};
use crate::city::City;
use crate::control::{items, view};
use crate::work::{HARM, LOCAL, assert_harmless, keep, read, typed};

const LIST: &str = "/obligations?standing=review&period=all";

pub(crate) async fn together(browser: &mut Browser, form: &str) -> Answer {
    let token = browser.get("/people").await.form_token();
    browser.post("/obligations/together", &format!("token={token}{form}")).await
}

/// What the list says after a decision.
async fn note_of(browser: &mut Browser, said: &Answer) -> String {
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    let page = browser.get(said.location()).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    page.body
}

/// Presses the button of the note.
async fn undo(browser: &mut Browser, page: &str, back: &str) -> Answer {
    let path = page.split("action=\"/decisions/").nth(1).expect("a button").split('"').next().unwrap();
    let token = browser.get("/people").await.form_token();
    browser.post(&format!("/decisions/{path}"), &format!("token={token}&back={}", typed(back))).await
}

async fn states(city: &City, reports: &[ObligationView]) -> Vec<State> {
    let mut states = Vec::new();
    for one in reports {
        states.push(view(city, one.id).await.state);
    }
    states
}

#[tokio::test]
async fn chosen_reports_are_accepted_and_the_list_says_which_were_not() {
    let city = City::at(LOCAL).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let (reports, chosen) = items(&city, 2).await;
    let page = controller.get(LIST).await.body;
    assert!(page.contains("type=\"checkbox\" name=\"item\"") && page.contains("nazoratchida"), "{page}");
    // Somebody else is quicker with the first, and a number that nobody has goes along.
    let token = controller.get("/people").await.form_token();
    let first = format!("token={token}&seen={}&decision=accept", reports[0].state_version);
    controller.post(&format!("/obligations/{}/decision", reports[0].id), &first).await;
    let form = format!("{chosen}&item=987654%3A1&decision=accept&back={}", typed(&format!("{LIST}&q=a")));
    let said = together(&mut controller, &form).await;
    assert!(said.location().starts_with(&format!("{LIST}&q=a&decided=")), "filters stay: {said:?}");
    let note = note_of(&mut controller, &said).await;
    for part in ["Qabul qilindi: 1 ta", "Bajarilmadi: 2 ta", "nazoratdan yechilgan", "№ 987654", "/undo\""]
    {
        assert!(note.contains(part), "{part}: {note}");
    }
    assert_eq!(view(&city, reports[1].id).await.state, State::Accepted);
    // Somebody else is told nothing of it.
    let mut administrator = Browser::of(&city, city.administrator).await;
    let other = administrator.get(said.location()).await.body;
    assert!(!other.contains("Bajarilmadi: 2 ta") && !other.contains("/undo\""), "{other}");
}

#[tokio::test]
async fn chosen_reports_go_back_with_one_reason() {
    let city = City::at(LOCAL).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let (reports, chosen) = items(&city, 2).await;
    for reason in ["+", &"a".repeat(1001)] {
        let wrong = together(&mut controller, &format!("{chosen}&decision=return&reason={reason}")).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let again = format!("value=\"{}:{}\"", reports[1].id, reports[1].state_version);
        assert!(wrong.body.contains(&again), "the choice stays: {}", wrong.body);
        assert!(wrong.body.contains(&format!(">{}</textarea>", reason.replace('+', " "))), "{}", wrong.body);
    }
    let nothing = together(&mut controller, "&decision=accept").await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    for nonsense in ["&item=1&decision=accept", "&item=a%3Ab&decision=accept", "&item=1%3A1"] {
        assert_eq!(together(&mut controller, nonsense).await.status, StatusCode::BAD_REQUEST, "{nonsense}");
    }
    let too_many = "&item=1%3A1".repeat(MOST + 1);
    let refused = together(&mut controller, &format!("{too_many}&decision=accept")).await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    let said = together(&mut controller, &format!("{chosen}&decision=return&reason=Dalil+yoʻq")).await;
    let note = note_of(&mut controller, &said).await;
    assert!(note.contains("Qayta ijroga yuborildi: 2 ta"), "{note}");
    assert_eq!(states(&city, &reports).await, [State::Returned; 2]);
    let mut officer = Browser::of(&city, city.officer).await;
    let refused = together(&mut officer, &format!("{chosen}&decision=accept")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
}

#[tokio::test]
async fn a_decision_is_taken_back_from_the_list_and_says_so_everywhere() {
    let city = City::at(LOCAL).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let (reports, chosen) = items(&city, 3).await;
    let form = format!("{chosen}&decision=accept&back={}", typed(LIST));
    let said = together(&mut controller, &form).await;
    let note = note_of(&mut controller, &said).await;
    assert!(note.contains("Qabul qilindi: 3 ta") && note.contains("xabar boradi"), "{note}");
    // Somebody else's button is not this one.
    let second = city.enter("Ikkinchi", Role::Controller, city.organisation("city").await, 777).await;
    let mut second = Browser::of(&city, second).await;
    assert_eq!(undo(&mut second, &note, LIST).await.status, StatusCode::NOT_FOUND);
    assert_eq!(states(&city, &reports).await, [State::Accepted; 3]);

    let undone = undo(&mut controller, &note, LIST).await;
    assert_eq!(undone.location(), said.location());
    let page = note_of(&mut controller, &undone).await;
    assert!(page.contains("3 ta hisobot yana tekshiruvda") && !page.contains("/undo\""), "{page}");
    for before in &reports {
        let now = view(&city, before.id).await;
        let same = ObligationView { state_version: before.state_version, ..now.clone() };
        assert_eq!((&same, now.state_version > before.state_version), (before, true));
    }
    let twice = undo(&mut controller, &note, LIST).await;
    assert_eq!(twice.location(), said.location(), "a second press is no mistake");
    let history = controller.get(&format!("/obligations/{}", reports[0].id)).await.body;
    assert!(history.contains("Qabul qilish bekor qilindi: hisobot yana tekshiruvda"), "{history}");
    let audit = controller.get("/audit?what=obligation.undone").await.body;
    assert_eq!(audit.matches("<li class=\"e-").count(), 3, "{audit}");
    assert!(
        audit.contains("Hisobot boʻyicha qaror bekor qilindi") && audit.contains("Hisobot kuni"),
        "{audit}"
    );
}

#[tokio::test]
async fn after_the_time_nothing_is_taken_back() {
    let city = City::at(LOCAL).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let (reports, chosen) = items(&city, 1).await;
    let said = together(&mut controller, &format!("{chosen}&decision=return&reason=chala")).await;
    let note = note_of(&mut controller, &said).await;
    city.clock.advance(UNDO_WINDOW);
    let late = note_of(&mut controller, &said).await;
    assert!(late.contains("bekor qilish muddati oʻtdi") && !late.contains("/undo\""), "{late}");
    let refused = undo(&mut controller, &note, "").await;
    let page = note_of(&mut controller, &refused).await;
    assert!(page.contains("bekor qilish muddati oʻtdi"), "{page}");
    assert_eq!(states(&city, &reports).await, [State::Returned]);
    city.clock.advance(TimeDelta::hours(1));
    let elsewhere = controller.get("/obligations?decided=nonsense").await;
    assert_eq!(elsewhere.status, StatusCode::OK);
}

#[tokio::test]
async fn one_decision_is_taken_back_on_its_own_page() {
    let city = City::at(LOCAL).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let (reports, _) = items(&city, 1).await;
    let path = format!("/obligations/{}", reports[0].id);
    let token = controller.get("/people").await.form_token();
    let form = format!("token={token}&seen={}&decision=return&reason=chala", reports[0].state_version);
    let said = controller.post(&format!("{path}/decision"), &form).await;
    let note = note_of(&mut controller, &said).await;
    let undone = undo(&mut controller, &note, &path).await;
    assert_eq!(undone.location(), said.location());
    let page = note_of(&mut controller, &undone).await;
    assert!(page.contains("Qayta ijroga yuborish bekor qilindi"), "{page}");
    assert!(page.contains("name=\"decision\" value=\"accept\""), "it can be decided again: {page}");
    assert_eq!(states(&city, &reports).await, [State::Reported]);
}

#[tokio::test]
async fn a_decision_can_be_taken_back_from_its_page_after_it_was_left() {
    let city = City::at(LOCAL).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let (reports, chosen) = items(&city, 1).await;
    let path = format!("/obligations/{}", reports[0].id);
    together(&mut controller, &format!("{chosen}&decision=return&reason=chala")).await;
    let page = controller.get(&path).await.body;
    assert!(page.contains("/undo\"") && page.contains("Qayta ijroga yuborildi: 1 ta"), "{page}");
    let second = city.enter("Ikkinchi", Role::Controller, city.organisation("city").await, 777).await;
    let other = Browser::of(&city, second).await.get(&path).await.body;
    assert!(!other.contains("/undo\""), "it is not theirs: {other}");
    city.clock.advance(UNDO_WINDOW);
    let late = controller.get(&path).await.body;
    assert!(!late.contains("/undo\"") && late.contains("Qayta ijroga yuborildi"), "{late}");
}

#[tokio::test]
async fn where_nothing_was_taken_back_nothing_else_is_said() {
    let city = City::at(LOCAL).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let (reports, chosen) = items(&city, 1).await;
    let said = together(&mut controller, &format!("{chosen}&decision=return&reason=chala")).await;
    let note = note_of(&mut controller, &said).await;
    let mut officer = Browser::of(&city, city.officer).await;
    let token = officer.get("/people").await.form_token();
    let form = [("token", token.as_str()), ("answer", "done"), ("text", "Toʻldirildi")];
    officer.send(&format!("/obligations/{}/answer", reports[0].id), &form, &[]).await;
    let undone = undo(&mut controller, &note, LIST).await;
    let page = note_of(&mut controller, &undone).await;
    assert!(
        page.contains("Qaror bekor qilinmadi.") && page.contains("Qaror oʻz kuchida qoldi: 1 ta"),
        "{page}"
    );
    assert!(!page.contains("xabar berilmadi"), "{page}");
}

#[tokio::test]
async fn choices_after_a_refused_form_lead_back_to_its_page() {
    let city = City::at(LOCAL).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let (reports, _) = items(&city, 1).await;
    let path = format!("/obligations/{}", reports[0].id);
    let token = controller.get("/people").await.form_token();
    let form = format!("token={token}&seen={}&decision=return&reason=", reports[0].state_version);
    for page in [path.clone(), format!("/app{path}")] {
        controller.headers = vec![("referer", format!("http://panel.test{page}"))];
        let refused = controller.post(&format!("{path}/decision"), &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(&format!("/lang/ru?back={path}\"")), "{}", refused.body);
        assert!(!refused.body.contains("data-events"), "nothing looks for news there: {}", refused.body);
        let unreadable = controller.post("/obligations/together", "nonsense").await;
        assert!(!unreadable.body.contains("back=/obligations/together"), "{}", unreadable.body);
    }
}

#[tokio::test]
async fn all_of_a_page_or_all_that_match_are_chosen_without_a_script() {
    let city = City::at(LOCAL).await;
    let mut controller = Browser::of(&city, city.controller).await;
    items(&city, 3).await;
    let ticks = |page: &str| (page.matches("name=\"item\"").count(), page.matches(" checked").count());
    let page = controller.get(LIST).await.body;
    let (offered, chosen) = ticks(&page);
    assert!(offered >= 3 && chosen == 0, "{page}");
    for choose in ["page", "all"] {
        let page = controller.get(&format!("{LIST}&choose={choose}")).await.body;
        let (offered, chosen) = ticks(&page);
        assert!((3..=MOST).contains(&offered) && chosen == offered, "{choose}: {page}");
        assert!(page.contains("Tanlovni olib tashlash"), "{page}");
    }
}

#[tokio::test]
async fn the_list_shows_what_is_judged() {
    let city = City::at(LOCAL).await;
    let (reports, _) = items(&city, 1).await;
    let mut officer = Browser::of(&city, city.officer).await;
    let (id, token) = (reports[0].id, officer.get("/people").await.form_token());
    let mut controller = Browser::of(&city, city.controller).await;
    let back = format!("token={token}&seen={}&decision=return&reason=chala", reports[0].state_version);
    let back = back.replace(&token, &controller.get("/people").await.form_token());
    controller.post(&format!("/obligations/{id}/decision"), &back).await;
    let words = format!("Joylandi {HARM} {}", "juda uzun gap ".repeat(60));
    let form = [("token", token.as_str()), ("answer", "done"), ("text", words.trim())];
    officer.send(&format!("/obligations/{id}/answer"), &form, &[]).await;
    let answer = read(&city, move |conn| Box::pin(dossier::answers(conn, id, 1))).await.swap_remove(0).id;
    let evidence = keep(&city, id, answer, "dalil.pdf", Some("a".repeat(64))).await;
    for language in Language::ALL {
        controller.cookies.insert("lang".into(), language.tag().into());
        let page = controller.get(LIST).await.body;
        assert_harmless(&page);
        assert!(
            page.contains(&format!("href=\"/evidence/{evidence}\"")) && page.contains("dalil.pdf"),
            "{page}"
        );
        assert!(page.contains("Joylandi") && page.contains("…"), "{page}");
    }
    controller.cookies.insert("lang".into(), "uz-Latn".into());
    let page = controller.get(LIST).await.body;
    assert!(page.contains("Kechikib topshirilgan: "), "{page}");
    let today = city.clock.today();
    assert!(view(&city, id).await.due < today, "it was overdue");
}
