//! What citizens write: by theme, hidden with a reason, and worth a case; and nothing in it breaks the page.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::clock::Clock;
use domain::ids::RatingId;
use domain::people::Scope;
use domain::ratings::Mark;
use store::comments;
use store::ratings::{self, Vote};
use store::{StoreError, cases};

use crate::browser::{Answer, Browser};
use crate::city::City;
use crate::work::{HARM, LOCAL, assert_harmless, read, typed};

/// Somebody praises the water supply in harmful words that speak of a queue.
async fn comment(city: &City) -> RatingId {
    let catalogue = city.store.catalogue().await.unwrap();
    let water = city.organisation("suv").await;
    let point = catalogue.points.values().find(|one| catalogue.services[&one.service].organisation == water);
    let point = point.unwrap().clone();
    let now = city.clock.now() - TimeDelta::minutes(5);
    let vote = Vote {
        service: point.service,
        point: Some(point.id),
        organisation: water,
        voter: "writer".into(),
        mark: Mark::ALL[0],
        day: city.clock.today(),
        case_due: None,
        limits: catalogue.limits,
    };
    let words = format!("=HYPERLINK(\"x\") Очередь! \u{202E} {HARM} Z\u{0335}\u{0321}algo");
    let kept: Result<_, StoreError> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                let rated = ratings::rate(conn, &vote, now).await?;
                ratings::comment(conn, rated.rating, "writer", &words, now).await?;
                Ok(rated.rating)
            })
        })
        .await;
    kept.unwrap()
}

async fn latest(city: &City) -> Vec<comments::Comment> {
    let since = city.clock.now() - TimeDelta::hours(1);
    read(city, move |conn| Box::pin(async move { comments::latest(conn, &Scope::All, since, 9).await })).await
}

async fn send(browser: &mut Browser, path: &str, form: &str) -> Answer {
    let token = browser.get("/people").await.form_token();
    browser.post(path, &format!("token={token}&{form}")).await
}

#[tokio::test]
async fn an_abusive_comment_is_hidden_with_a_reason_and_counted() {
    let city = City::at(LOCAL).await;
    let id = comment(&city).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let page = controller.get("/ratings/themes").await.body;
    assert!(page.contains("Очередь!") && page.contains("=HYPERLINK"), "{page}");
    assert_harmless(&page);
    let path = format!("/ratings/comments/{id}");
    let silent = send(&mut controller, &path, "act=hide&reason=+").await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = send(&mut controller, &path, &format!("act=hide&reason={}", typed("haqorat"))).await;
    assert_eq!(done.location(), "/ratings/themes?said=hidden");
    assert!(latest(&city).await.is_empty());
    let page = controller.get("/ratings/themes").await.body;
    assert!(page.contains("1 ta izoh yashirilgan") && !page.contains("HYPERLINK"), "{page}");
    let again = send(&mut controller, &path, "act=hide&reason=a").await;
    assert_eq!(again.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_comment_that_complains_opens_a_case_once() {
    let city = City::at(LOCAL).await;
    let id = comment(&city).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let path = format!("/ratings/comments/{id}");
    let done = send(&mut controller, &path, "act=case").await;
    assert_eq!(done.location(), "/ratings/themes?said=case");
    let case = latest(&city).await[0].case.expect("a case");
    let one = read(&city, move |conn| Box::pin(cases::view(conn, case))).await.unwrap();
    assert_eq!((one.mark, one.is_open()), (5, true));
    assert_eq!(send(&mut controller, &path, "act=case").await.status, StatusCode::CONFLICT);
    assert_eq!(send(&mut controller, &path, "act=burn").await.status, StatusCode::BAD_REQUEST);
    let unknown = send(&mut controller, "/ratings/comments/99999", "act=case").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let mut officer = Browser::of(&city, city.officer).await;
    assert_eq!(officer.get("/ratings/themes").await.status, StatusCode::FORBIDDEN);
    let refused = send(&mut officer, &path, "act=hide&reason=a").await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "an officer of another organisation does not see it");
    let mut administrator = Browser::of(&city, city.administrator).await;
    let refused = send(&mut administrator, &path, "act=hide&reason=a").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn an_administrator_edits_the_themes() {
    let city = City::at(LOCAL).await;
    comment(&city).await;
    let path = "/ratings/themes";
    let mut administrator = Browser::of(&city, city.administrator).await;
    let wrong =
        send(&mut administrator, path, &format!("themes={}", typed(&format!("{HARM}\nNavbat")))).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("id=\"themes-error\""), "{}", wrong.body);
    assert_harmless(&wrong.body);
    let form = format!("themes={}", typed("Kutish: navbat, очеред\nYoʻq: umuman"));
    let done = send(&mut administrator, path, &form).await;
    assert_eq!(done.location(), "/ratings/themes?said=kept");
    let page = administrator.get("/ratings/themes?theme=0").await.body;
    assert!(page.contains("Kutish") && page.contains("Очередь!"), "{page}");
    let none = administrator.get("/ratings/themes?theme=1").await.body;
    assert!(!none.contains("Очередь!"), "{none}");
    let mut controller = Browser::of(&city, city.controller).await;
    assert_eq!(send(&mut controller, path, &form).await.status, StatusCode::FORBIDDEN);
}
