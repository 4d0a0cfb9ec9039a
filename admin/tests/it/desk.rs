//! The other desks: cases of citizens, people and their invitations, the rules of the plan.

use axum::http::StatusCode;
use domain::clock::Clock;
use domain::ids::{OrganisationId, PersonId};
use domain::people::Role;
use store::obligations;
use store::plan::{self, Measure, RuleState};
use store::{StoreError, people, rating_boards};

use crate::browser::Browser;
use crate::city::City;
use crate::work::{HARM, LOCAL, assert_harmless, read, typed};

#[tokio::test]
async fn a_case_is_answered_by_its_organisation_and_once() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let all = read(&city, |conn| {
        Box::pin(async move {
            rating_boards::cases(conn, &domain::people::Scope::All, rating_boards::CasesWanted::Open, 500, 0)
                .await
        })
    })
    .await;
    let own = all.iter().find(|case| case.organisation == kadastr).unwrap().id;
    let foreign = all.iter().find(|case| case.organisation != kadastr).unwrap().id;
    let mut officer = Browser::of(&city, city.officer).await;
    let nothing = officer.get(&format!("/cases/{foreign}")).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    assert!(
        nothing.body.contains("href=\"/obligations\"") && nothing.body.contains("Sahifa topilmadi"),
        "the menu leads on, in the officer's language: {}",
        nothing.body
    );
    let listed = officer.get("/ratings?days=90").await.body;
    assert!(
        listed.contains(&format!("href=\"/cases/{own}\"")) && !listed.contains("Suv taʼminoti"),
        "{listed}"
    );

    let listed = officer.get("/cases").await.body;
    assert!(
        listed.contains(&format!("href=\"/cases/{own}\""))
            && !listed.contains(&format!("/cases/{foreign}\"")),
        "{listed}"
    );
    let elsewhere = officer.get(&format!("/cases?organisation={}", all[0].organisation)).await.body;
    assert!(!elsewhere.contains(&format!("/cases/{foreign}\"")), "an address opens no scope: {elsewhere}");

    let path = format!("/cases/{own}");
    let token = officer.get(&path).await.form_token();
    let empty = officer.post(&path, &format!("token={token}&text=+")).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = format!("token={token}&text={}", typed(&format!("Navbat qisqardi {HARM}")));
    assert_eq!(officer.post(&path, &form).await.location(), format!("/cases/{own}?said=answered"));
    let row = format!("href=\"{path}\"");
    assert!(!officer.get("/cases").await.body.contains(&row), "it waits no more");
    assert!(!officer.get("/cases?state=late").await.body.contains(&row));
    assert!(officer.get("/cases?state=answered").await.body.contains(&row));
    let again = officer.post(&path, &form).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_harmless(&again.body);
    let mut controller = Browser::of(&city, city.controller).await;
    let seen = controller.get(&path).await.body;
    assert!(seen.contains("Navbat qisqardi") && !seen.contains("name=\"text\""), "{seen}");
    let form = format!("token={}&text=a", controller.get("/people").await.form_token());
    let refused = controller.post(&format!("/cases/{foreign}"), &form).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_link_is_shown_once_and_only_to_who_may_give_the_role() {
    let city = City::at(LOCAL).await;
    let yoshlar = city.organisation("yoshlar").await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let page = administrator.get("/people").await;
    assert!(page.body.contains("Xabar yetib boradigan masʼul xodim yoʻq"), "{}", page.body);
    let token = page.form_token();
    let nameless = format!("token={token}&name=+&role=officer&organisation={yoshlar}");
    assert_eq!(
        administrator.post("/people/invite", &nameless).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let form =
        format!("token={token}&name={}&role=officer&organisation={yoshlar}", typed(&format!("Yangi {HARM}")));
    let made = administrator.post("/people/invite", &form).await;
    assert_eq!(made.status, StatusCode::OK);
    assert!(
        made.body.contains("https://t.me/ijro_test_bot?start=i_") && made.body.contains("class=\"qr\""),
        "{}",
        made.body
    );
    assert_harmless(&made.body);
    let listed = administrator.get("/people").await.body;
    assert!(!listed.contains("start=i_") && listed.contains("Yangi"), "{listed}");
    assert_harmless(&listed);

    let mut officer = Browser::of(&city, city.officer).await;
    let token = officer.get("/people").await.form_token();
    let form = format!("token={token}&name=Boshqa&role=administrator&organisation={yoshlar}");
    assert_eq!(officer.post("/people/invite", &form).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_head_cannot_take_over_somebody_with_a_higher_role() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let head = city.enter("Rahbar", Role::Head, kadastr, 900).await;
    let both = city.enter("Ikki vazifali", Role::Officer, kadastr, 901).await;
    grant(&city, both, Role::Controller, city.organisation("city").await).await;
    let mut browser = Browser::of(&city, head).await;
    let token = browser.get("/people").await.form_token();
    let again =
        |person: PersonId| format!("token={token}&person={person}&role=officer&organisation={kadastr}");
    assert_eq!(browser.post("/people/invite/again", &again(city.officer)).await.status, StatusCode::OK);
    for person in [both, city.administrator, city.controller] {
        let answer = browser.post("/people/invite/again", &again(person)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{person}");
    }
    let same_name = format!("token={token}&name=Ikki+vazifali&role=officer&organisation={kadastr}");
    assert_eq!(browser.post("/people/invite", &same_name).await.status, StatusCode::FORBIDDEN);
}

async fn grant(city: &City, person: PersonId, role: Role, organisation: OrganisationId) {
    let now = city.clock.now();
    let right = domain::people::MayInvite::at_the_machine(domain::people::Grant { role, organisation });
    let granted: Result<(), StoreError> = city
        .store
        .write(move |conn| Box::pin(async move { people::grant(conn, &right, person, now).await }))
        .await;
    granted.unwrap();
}

#[tokio::test]
async fn a_role_ends_but_nobody_locks_himself_out() {
    let city = City::at(LOCAL).await;
    let (kadastr, root) = (city.organisation("kadastr").await, city.organisation("city").await);
    let mut administrator = Browser::of(&city, city.administrator).await;
    let token = administrator.get("/people").await.form_token();
    let own = format!("token={token}&person={}&role=administrator&organisation={root}", city.administrator);
    assert_eq!(administrator.post("/people/end", &own).await.status, StatusCode::FORBIDDEN);
    let other = format!("token={token}&person={}&role=officer&organisation={kadastr}", city.officer);
    for _ in 0..2 {
        assert_eq!(administrator.post("/people/end", &other).await.location(), "/people?said=ended");
    }
    let (officer, today) = (city.officer, city.clock.today());
    let who = read(&city, move |conn| Box::pin(people::who(conn, officer, today))).await.unwrap();
    assert!(who.grants.is_empty());
    assert_eq!(Browser::of(&city, officer).await.get("/obligations").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_role_is_given_to_others_only_and_the_last_administrator_stays() {
    let city = City::at(LOCAL).await;
    let (kadastr, root) = (city.organisation("kadastr").await, city.organisation("city").await);
    let second = city.enter("Ikkinchi", Role::Administrator, root, 950).await;
    let part = city.enter("Boʻlim administratori", Role::Administrator, kadastr, 951).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let page = administrator.get(&format!("/people/{}", city.officer)).await;
    let token = page.form_token();
    let give =
        |token: &str, role: &str, at: OrganisationId| format!("token={token}&role={role}&organisation={at}");
    for _ in 0..2 {
        let given = administrator
            .post(&format!("/people/{}/roles", city.officer), &give(&token, "head", kadastr))
            .await;
        assert_eq!(given.location(), format!("/people/{}?said=granted", city.officer));
    }
    let page = administrator.get(&format!("/people/{}", city.officer)).await.body;
    assert_eq!(page.matches("Vazifa berildi: ").count(), 2, "once as an officer, once as a head: {page}");
    let own = administrator
        .post(&format!("/people/{}/roles", city.administrator), &give(&token, "controller", root))
        .await;
    assert_eq!(own.status, StatusCode::FORBIDDEN);
    assert!(own.body.contains("Hech kim oʻziga"), "{}", own.body);

    // Whoever administers a part gives nothing above it, and describes nobody who does something elsewhere.
    let mut partly = Browser::of(&city, part).await;
    let own_token = partly.get("/people").await.form_token();
    for (role, at, status) in
        [("administrator", root, StatusCode::FORBIDDEN), ("observer", kadastr, StatusCode::SEE_OTHER)]
    {
        let answer =
            partly.post(&format!("/people/{}/roles", city.officer), &give(&own_token, role, at)).await;
        assert_eq!(answer.status, status, "{role}");
    }
    let name = format!("token={own_token}&name=Boshqa");
    assert_eq!(
        partly.post(&format!("/people/{}", city.controller), &name).await.status,
        StatusCode::FORBIDDEN
    );
    for person in [city.controller, city.officer] {
        let mut other = Browser::of(&city, person).await;
        assert_eq!(other.get(&format!("/people/{}", city.officer)).await.status, StatusCode::FORBIDDEN);
    }

    let end = |person: PersonId| {
        format!("token={token}&person={person}&role=administrator&organisation={root}&back=person")
    };
    let ended = administrator.post("/people/end", &end(second)).await;
    assert_eq!(ended.location(), format!("/people/{second}?said=ended"));
    let right = domain::people::MayAdminister::at_the_machine();
    let (last, now) = (city.administrator, city.clock.now());
    let grant = domain::people::Grant { role: Role::Administrator, organisation: root };
    let kept = city
        .store
        .write(move |conn| Box::pin(async move { people::end_grant(conn, &right, last, grant, now).await }));
    assert!(matches!(kept.await, Err(store::NotDone::Refused(domain::refusal::Refusal::LastAdministrator))));
}

#[tokio::test]
async fn a_person_is_called_by_another_name_and_the_page_tells_it() {
    let city = City::at(LOCAL).await;
    let path = format!("/people/{}", city.officer);
    let mut administrator = Browser::of(&city, city.administrator).await;
    let token = administrator.get(&path).await.form_token();
    let nameless = administrator.post(&path, &format!("token={token}&name=+")).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = format!("token={token}&name={}&position=Bosh+mutaxassis", typed(&format!("Yangi {HARM}")));
    assert_eq!(administrator.post(&path, &form).await.location(), format!("{path}?said=described"));
    let page = administrator.get(&path).await.body;
    assert!(
        page.contains("Bosh mutaxassis") && page.contains("Ismi yoki lavozimi oʻzgartirildi: D. Yoʻldosheva"),
        "{page}"
    );
    assert_harmless(&page);
    assert_eq!(administrator.get("/people/999999").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_invites_himself_by_another_name() {
    let city = City::at(LOCAL).await;
    let root = city.organisation("city").await;
    let inviter = city.enter("Administrator 2", Role::Administrator, root, 960).await;
    let tree = city.store.catalogue().await.unwrap().tree.clone();
    let (now, today) = (city.clock.now(), city.clock.today());
    let accepted = city.store.write(move |conn| {
        Box::pin(async move {
            let who = people::who(conn, inviter, today).await?.unwrap();
            let grant = domain::people::Grant { role: Role::Controller, organisation: root };
            let right = who.may_invite(grant, &tree)?;
            let language = domain::language::Language::UzLatn;
            let person = people::enter(conn, &right, "Boshqa kishi", None, language, now).await?;
            let token = people::invite(conn, &right, person, now).await?;
            people::accept_invitation(conn, &token, 960, language, now).await
        })
    });
    assert!(matches!(accepted.await, Err(store::NotDone::Refused(domain::refusal::Refusal::OwnRole))));
}

#[tokio::test]
async fn who_invites_somebody_does_not_open_the_panel_in_their_name() {
    let city = City::at(LOCAL).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let token = administrator.get("/people").await.form_token();
    let root = city.organisation("city").await;
    let controller = city.controller.0;
    let again = format!("token={token}&person={controller}&role=controller&organisation={root}");
    let shown = administrator.post("/people/invite/again", &again).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    let link = shown.body.split("start=i_").nth(1).expect("a link").split('"').next().unwrap();
    let mut other = Browser::new(&city);
    assert_eq!(other.get(&format!("/join/{link}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.post(&format!("/join/{link}"), "").await.status, StatusCode::GONE);
    assert!(!other.cookies.contains_key("session"));
    // It is not used up: whom it is for accepts it in the chat.
    let now = city.clock.now();
    let accepted = city.store.write({
        let token = store::tokens::Token::brought(link);
        let language = domain::language::Language::UzLatn;
        move |conn| {
            Box::pin(async move { people::accept_invitation(conn, &token, 4_321, language, now).await })
        }
    });
    assert_eq!(accepted.await.unwrap().person, city.controller);
}

#[tokio::test]
async fn another_telegram_account_ends_what_the_old_one_had_open() {
    let city = City::at(LOCAL).await;
    let root = city.organisation("city").await;
    let observer = city.enter("Kuzatuvchi", Role::Observer, root, 990).await;
    let mut stolen = Browser::of(&city, observer).await;
    assert_eq!(stolen.get("/").await.status, StatusCode::OK);
    let now = city.clock.now();
    let joins = async |account: i64| {
        let accepted: Result<_, store::NotDone> = city
            .store
            .write(move |conn| {
                Box::pin(async move {
                    let grant = domain::people::Grant { role: Role::Observer, organisation: root };
                    let right = domain::people::MayInvite::at_the_machine(grant);
                    let token = people::invite(conn, &right, observer, now).await?;
                    let language = domain::language::Language::UzLatn;
                    people::accept_invitation(conn, &token, account, language, now).await
                })
            })
            .await;
        accepted.unwrap();
    };
    joins(990).await;
    assert_eq!(stolen.get("/").await.status, StatusCode::OK, "the same account changes nothing");
    joins(991).await;
    assert_eq!(stolen.get("/").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_holds_for_the_whole_city_is_offered_to_who_may_change_it() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let part = city.enter("Boʻlim administratori", Role::Administrator, kadastr, 992).await;
    let pages = [
        ("/control", "action=\"/control/settings\""),
        ("/ratings/quarantine", "action=\"/ratings/quarantine/limits\""),
        ("/ratings/themes", "name=\"themes\""),
        ("/calendar", "action=\"/calendar\""),
        ("/cases/policy", "<button class=\"btn pri\""),
        ("/plan/escalation", "<button class=\"btn pri\""),
    ];
    for (person, offered) in [(city.administrator, true), (part, false)] {
        let mut browser = Browser::of(&city, person).await;
        for (path, form) in pages {
            let page = browser.get(path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert_eq!(page.body.contains(form), offered, "{path}: {}", page.body);
        }
    }
}

async fn measures(city: &City) -> Vec<Measure> {
    read(city, |conn| {
        Box::pin(async move {
            let plan = plan::plans(conn).await?.swap_remove(0);
            plan::measures(conn, plan.id).await
        })
    })
    .await
}

pub(crate) async fn waiting_measure(city: &City) -> Measure {
    let mut all = measures(city).await;
    let place = all.iter().position(|one| !one.state.binds()).expect("a measure makes no date");
    all.swap_remove(place)
}

#[tokio::test]
async fn a_rule_is_confirmed_in_the_form_and_then_makes_obligations() {
    let city = City::at(LOCAL).await;
    let measure = waiting_measure(&city).await;
    let path = format!("/plan/{}", measure.id);
    let mut administrator = Browser::of(&city, city.administrator).await;
    let page = administrator.get(&path).await;
    let token = page.form_token();
    let seen =
        page.body.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let seen = typed(&seen);
    for (fields, error) in [
        ("kind=", "Qoidalardan birini tanlang"),
        ("kind=on&date=2026-02-30", "taqvimda bor kun"),
        ("kind=on&date=2020-01-01", "qabul qilingan kundan keyin"),
        ("kind=yearly&month=2&yearly_day=30", "bunday kun yoʻq"),
        ("kind=weekly", "kamida bitta kunini"),
    ] {
        let refused = administrator.post(&path, &format!("token={token}&seen={seen}&{fields}")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields}");
        assert!(refused.body.contains(error), "{fields}: {}", refused.body);
    }
    let chosen = format!("token={token}&seen={seen}&kind=quarterly&quarter_after=1&quarter_day=10");
    for (person, status) in [(city.controller, StatusCode::FORBIDDEN), (city.officer, StatusCode::FORBIDDEN)]
    {
        let mut other = Browser::of(&city, person).await;
        let own = other.get("/people").await.form_token();
        assert_eq!(other.post(&path, &chosen.replace(&token, &own)).await.status, status);
    }
    assert_eq!(administrator.post(&path, &chosen).await.location(), "/plan?said=confirmed");
    let again = administrator.post(&path, &chosen).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "the rule that was seen is not the one that stands");
    let confirmed = measures(&city).await.into_iter().find(|one| one.id == measure.id).unwrap();
    assert_eq!(confirmed.state, RuleState::Confirmed);
    assert_eq!(confirmed.rule.unwrap().short(), "quarterly +1 10");
    assert_eq!(confirmed.confirmed_by.as_deref(), Some("Administrator"));
    let catalogue = city.store.catalogue().await.unwrap();
    let made =
        obligations::create_missing(&city.store, &catalogue, city.clock.today(), city.clock.now()).await;
    assert!(made.unwrap() > 0);
}

#[tokio::test]
async fn a_mean_is_shown_with_its_count_and_interval_and_never_below_ten() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let page = browser.get("/ratings?days=90").await.body;
    assert!(page.contains("164 ta baho") && page.contains("95 % ehtimol bilan"), "{page}");
    assert_eq!(page.matches("maʼlumot kam").count(), 1, "{page}");
    let nothing = browser.get("/ratings?days=30&organisation=1").await.body;
    assert!(nothing.contains("class=\"dist\""), "{nothing}");
}
