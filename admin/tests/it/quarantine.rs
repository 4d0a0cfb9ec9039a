//! Marks that are set apart: what the page says, who decides, and the limits.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::clock::Clock;
use domain::people::Scope;
use domain::ratings::{Limits, Mark};
use store::quarantine::{self, Quarantine};
use store::ratings::{self, Vote};

use crate::browser::{Answer, Browser};
use crate::city::City;
use crate::work::{HARM, LOCAL, assert_harmless, read, typed};

/// Somebody gives the first service of the water supply five fives in a row where four are too many.
async fn burst(city: &City) -> Quarantine {
    burst_at(city, "suv").await
}

/// The same at the organisation with this key.
pub(crate) async fn burst_at(city: &City, key: &str) -> Quarantine {
    let catalogue = city.store.catalogue().await.unwrap();
    let rated = city.organisation(key).await;
    let point = catalogue.points.values().find(|one| catalogue.services[&one.service].organisation == rated);
    let point = point.unwrap().clone();
    let (day, now) = (city.clock.today(), city.clock.now() - TimeDelta::minutes(5));
    let kept: Result<(), store::StoreError> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                for number in 0..5 {
                    let vote = Vote {
                        service: point.service,
                        point: Some(point.id),
                        organisation: rated,
                        voter: format!("bot-{number}"),
                        mark: Mark::ALL[0],
                        day,
                        case_due: None,
                        limits: Limits::new(0, 0, 5, 10).unwrap(),
                    };
                    ratings::rate(conn, &vote, now + TimeDelta::seconds(number)).await?;
                }
                Ok(())
            })
        })
        .await;
    kept.unwrap();
    waiting(city).await.remove(0)
}

async fn waiting(city: &City) -> Vec<Quarantine> {
    let since = city.clock.today();
    read(city, move |conn| Box::pin(async move { quarantine::waiting(conn, &Scope::All, since, 9).await }))
        .await
}

async fn send(browser: &mut Browser, path: &str, form: &str) -> Answer {
    let token = browser.get("/people").await.form_token();
    browser.post(path, &format!("token={token}&{form}")).await
}

#[tokio::test]
async fn a_reviewer_sees_why_and_leaves_out_with_a_reason() {
    let city = City::at(LOCAL).await;
    let one = burst(&city).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let overview = controller.get("/").await.body;
    assert!(overview.contains("5 ta shubhali baho qaroringizni kutmoqda"), "{overview}");
    let page = controller.get("/ratings/quarantine").await.body;
    assert!(page.contains("1 daqiqada 5 ta “5” baho") && page.contains("Suv taʼminoti"), "{page}");
    assert!(controller.get("/ratings").await.body.contains("5 ta baho chetga olingan"));

    let path = "/ratings/quarantine";
    let none = send(&mut controller, path, "decision=accept&reason=a").await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let silent = send(&mut controller, path, &format!("decision=leave_out&item={}&reason=+", one.id)).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(silent.body.contains("checked"), "what was chosen stays chosen: {}", silent.body);
    let form =
        format!("decision=leave_out&item={0}&item={0}&reason={1}", one.id, typed(&format!("bot {HARM}")));
    let done = send(&mut controller, path, &form).await;
    assert_eq!(done.location(), "/ratings/quarantine?said=left_out&number=5");
    let page = controller.get(done.location()).await.body;
    assert!(page.contains("5 ta baho hisobga olinmaydi") && page.contains("U. Karimov"), "{page}");
    assert_harmless(&page);
    assert!(controller.get("/ratings").await.body.contains("5 ta baho tekshiruvdan soʻng hisobga olinmadi"));
    let again = send(&mut controller, path, &form).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn nobody_else_sees_or_decides() {
    let city = City::at(LOCAL).await;
    let one = burst(&city).await;
    let path = "/ratings/quarantine";
    let mut officer = Browser::of(&city, city.officer).await;
    assert_eq!(officer.get(path).await.status, StatusCode::FORBIDDEN);
    let form = format!("decision=accept&item={}&reason=a", one.id);
    assert_eq!(send(&mut officer, path, &form).await.status, StatusCode::FORBIDDEN);
    let mut administrator = Browser::of(&city, city.administrator).await;
    let page = administrator.get(path).await;
    assert!(page.status == StatusCode::OK && !page.body.contains("name=\"decision\""), "{}", page.body);
    assert_eq!(send(&mut administrator, path, &form).await.status, StatusCode::FORBIDDEN);
    let mut controller = Browser::of(&city, city.controller).await;
    for form in ["decision=maybe&item=1&reason=a", "decision=accept&item=x&reason=a", "item=1"] {
        assert_eq!(send(&mut controller, path, form).await.status, StatusCode::BAD_REQUEST, "{form}");
    }
    let unknown = send(&mut controller, path, "decision=accept&item=9999&reason=a").await;
    assert_eq!(unknown.status, StatusCode::FORBIDDEN);
    assert_eq!(waiting(&city).await.len(), 1);
}

#[tokio::test]
async fn an_administrator_sets_the_limits() {
    let city = City::at(LOCAL).await;
    let path = "/ratings/quarantine/limits";
    let mut administrator = Browser::of(&city, city.administrator).await;
    let wrong = send(&mut administrator, path, "person=10&point=60&burst=1&minutes=10").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("id=\"limits-error\""), "{}", wrong.body);
    let done = send(&mut administrator, path, "person=0&point=90&burst=20&minutes=5").await;
    assert_eq!(done.location(), "/ratings/quarantine?said=limits");
    let limits = city.store.catalogue().await.unwrap().limits;
    assert_eq!(Some(limits), Limits::new(0, 90, 20, 5));
    let mut controller = Browser::of(&city, city.controller).await;
    let refused = send(&mut controller, path, "person=1&point=1&burst=2&minutes=1").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}
