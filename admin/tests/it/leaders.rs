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

#[tokio::test]
async fn a_fault_is_shown_to_administrators_on_every_page_until_it_is_gone() {
    let city = City::at(LOCAL).await;
    let (now, organisation) = (city.clock.now(), city.organisation("kadastr").await);
    let fault = Finding { kind: FindingKind::SilentOverdue, organisation: Some(organisation), number: 3 };
    write(&city, move |conn| Box::pin(async move { findings::keep(conn, &[fault], now).await })).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let mut controller = Browser::of(&city, city.controller).await;
    for language in Language::ALL {
        administrator.cookies.insert("lang".into(), language.tag().into());
        let page = administrator.get("/orgs").await.body;
        let (_, banner) = page.split_once("id=\"faults\"").unwrap();
        let banner: String = banner.chars().take(400).collect();
        assert!(banner.contains("<li>") && banner.contains('3'), "{banner}");
    }
    let other = controller.get("/").await.body;
    let (_, banner) = other.split_once("id=\"faults\"").unwrap();
    assert!(!banner[..60].contains("<b>"), "only administrators mend the service");
    write(&city, move |conn| Box::pin(async move { findings::keep(conn, &[], now).await })).await;
    assert!(!administrator.get("/").await.body.contains("id=\"faults\" role=\"status\" data-live><b>"));
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
    assert!(overview.contains("xabar yetib bormaydi"), "{overview}");
    assert!(overview.contains(&format!("/orgs/{}", one.organisation)));
    let page = controller.get(&format!("/obligations/{}", one.obligation)).await.body;
    assert!(page.contains("Xabar beradigan odam yoʻq: Nazoratchi xodim"), "{page}");
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
