//! Open pages are told that something changed.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use domain::clock::Clock;
use futures_util::StreamExt;
use store::{StoreError, sessions, settings};
use tower::ServiceExt;

use crate::city::City;

const LOCAL: &str = "http://127.0.0.1:8080";

async fn write_something(city: &City) {
    let now = city.clock.now();
    let written: Result<(), StoreError> =
        city.store.write(move |conn| Box::pin(settings::set(conn, "test", "1", now))).await;
    written.unwrap();
}

#[tokio::test]
async fn an_open_page_is_told_of_a_change_until_its_session_ends() {
    let city = City::at(LOCAL).await;
    let token = city.session(city.controller).await;
    let request = Request::get("/events").header(header::COOKIE, format!("session={}", token.reveal()));
    let response = city.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
    let mut events = response.into_body().into_data_stream();

    write_something(&city).await;
    let told = tokio::time::timeout(Duration::from_secs(4), events.next()).await.unwrap().unwrap().unwrap();
    assert!(String::from_utf8_lossy(&told).starts_with("event: change"), "{told:?}");

    let hash = token.hash();
    let ended: Result<(), StoreError> =
        city.store.write(move |conn| Box::pin(async move { sessions::end(conn, &hash).await })).await;
    ended.unwrap();
    let end = tokio::time::timeout(Duration::from_secs(4), events.next()).await.unwrap();
    assert!(end.is_none(), "{end:?}");
}

#[tokio::test]
async fn a_stranger_is_told_nothing() {
    let city = City::at(LOCAL).await;
    let response =
        city.router.clone().oneshot(Request::get("/events").body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
}
