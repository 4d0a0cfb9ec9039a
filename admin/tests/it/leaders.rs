//! What leaders and administrators see of what is overdue and of the service itself.

use axum::http::StatusCode;
use domain::audit::FindingKind;
use domain::clock::Clock;
use domain::escalation::{Policy, Standby, StepState, fix};
use domain::language::Language;
use store::escalation;
use store::findings::{self, Finding};
use store::{Conn, StoreError};

use crate::browser::Browser;
use crate::city::City;
use crate::work::{LOCAL, read};

async fn write<T: Send + 'static>(
    city: &City,
    work: impl for<'c> FnOnce(&'c mut Conn) -> futures_util::future::BoxFuture<'c, Result<T, StoreError>>
    + Send
    + 'static,
) -> T {
    city.store.write(work).await.unwrap()
}

/// Whether the line about faults stands on a page.
async fn is_told(browser: &mut Browser, path: &str) -> bool {
    let page = browser.get(path).await.body;
    let (_, line) = page.split_once("id=\"faults\"").unwrap();
    line.split("</div>").next().unwrap().contains("<a href=\"/findings\">")
}

#[tokio::test]
async fn a_fault_is_one_line_that_leads_to_what_can_be_done_until_it_is_known_or_gone() {
    let city = City::at(LOCAL).await;
    let (now, organisation) = (city.clock.now(), city.organisation("kadastr").await);
    let fault = Finding { kind: FindingKind::SilentOverdue, organisation: Some(organisation), number: 3 };
    let late = Finding { kind: FindingKind::QueueLate, organisation: None, number: 8 };
    write(&city, move |conn| Box::pin(async move { findings::keep(conn, &[fault], now).await })).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let mut controller = Browser::of(&city, city.controller).await;
    for language in Language::ALL {
        administrator.cookies.insert("lang".into(), language.tag().into());
        assert!(is_told(&mut administrator, "/orgs").await, "{}", language.tag());
        let page = administrator.get("/findings").await.body.replace("&#38;", "&");
        assert!(
            page.contains(&format!("/obligations?standing=overdue&organisation={organisation}")),
            "{page}"
        );
        assert!(page.contains(&format!("/people?organisation={organisation}")), "{page}");
    }
    assert!(!is_told(&mut controller, "/").await, "only administrators mend the service");
    // What is known leaves the pages and stays on its own; what is new is told again.
    let page = administrator.get("/findings").await.body;
    let known = page.split("href=\"/findings/known/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    administrator.get(&format!("/findings/known/{known}")).await;
    assert!(!is_told(&mut administrator, "/").await);
    assert!(administrator.get("/findings").await.body.contains("/people?organisation="));
    write(&city, move |conn| Box::pin(async move { findings::keep(conn, &[fault, late], now).await })).await;
    assert!(is_told(&mut administrator, "/").await);
    assert!(administrator.get("/findings").await.body.contains("href=\"/delivery\">"));
    write(&city, move |conn| Box::pin(async move { findings::keep(conn, &[], now).await })).await;
    assert!(!is_told(&mut administrator, "/").await);
    assert!(!administrator.get("/findings").await.body.contains("who-list"));
}

#[tokio::test]
async fn a_vacancy_stands_on_the_first_page_and_in_the_history_of_its_obligation() {
    let city = City::at(LOCAL).await;
    let (today, now) = (city.clock.today(), city.clock.now());
    let unspoken = read(&city, move |conn| Box::pin(escalation::unspoken(conn, today))).await;
    let one = unspoken[0];
    let catalogue = city.store.catalogue().await.unwrap();
    let week = catalogue.week_of(one.organisation);
    let standby = Standby { heads: vec![city.administrator], ..Standby::default() };
    let chain = fix(Policy::default(), one.due, &standby, &catalogue.calendar, week);
    write(&city, move |conn| {
        Box::pin(async move {
            assert!(escalation::start(conn, &one, &chain, today).await?);
            for kept in escalation::running(conn).await?[0].steps.iter().take(3) {
                escalation::vacate(conn, kept.id, StepState::Waiting, now).await?;
            }
            Ok(())
        })
    })
    .await;
    let mut controller = Browser::of(&city, city.controller).await;
    let overview = controller.get("/").await.body;
    assert!(overview.contains("muddat oʻtganini rahbarga bildirib boʻlmadi"), "{overview}");
    assert!(overview.contains(&format!("/orgs/{}", one.organisation)));
    let page = controller.get(&format!("/obligations/{}", one.obligation)).await.body;
    assert!(page.contains("xabar oladigan odam yoʻq: Nazoratchi xodim"), "{page}");
    assert!(page.contains("Xabar yetkazib boʻlmadi"), "{page}");
}

#[tokio::test]
async fn the_days_of_the_levels_are_changed_by_an_administrator() {
    let city = City::at(LOCAL).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let token = administrator.get("/plan/escalation").await.form_token();
    for (days, status) in [
        ("head=2&controller=4&brief=9", StatusCode::SEE_OTHER),
        ("head=5&controller=4&brief=9", StatusCode::UNPROCESSABLE_ENTITY),
        ("head=0&controller=4&brief=9", StatusCode::UNPROCESSABLE_ENTITY),
        ("head=ikki&controller=4&brief=9", StatusCode::UNPROCESSABLE_ENTITY),
        ("", StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let answer = administrator.post("/plan/escalation", &format!("token={token}&{days}")).await;
        assert_eq!(answer.status, status, "{days}");
    }
    let policy = read(&city, |conn| Box::pin(escalation::policy(conn))).await;
    assert_eq!(Ok(policy), Policy::new(2, 4, 9));
    let mut controller = Browser::of(&city, city.controller).await;
    let token = controller.get("/plan/escalation").await.form_token();
    let refused =
        controller.post("/plan/escalation", &format!("token={token}&head=1&controller=3&brief=5")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    for language in Language::ALL {
        administrator.cookies.insert("lang".into(), language.tag().into());
        assert_eq!(administrator.get("/plan/escalation?said=kept").await.status, StatusCode::OK);
    }
}
