//! `getUpdates`: offsets, limits, long polling, conflicts, what life updates have.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use serde_json::json;

use crate::support::{City, LOLA, TOKEN, city, refused, spawn};

#[tokio::test]
async fn an_update_stays_until_a_higher_offset_confirms_it() {
    let city = City::with_lola().await;
    city.playground.send_text(LOLA, "one");
    city.playground.send_text(LOLA, "two");
    let first = city.call("getUpdates", json!({})).await.unwrap();
    let ids: Vec<i64> = first.as_array().unwrap().iter().map(|u| u["update_id"].as_i64().unwrap()).collect();
    assert_eq!(ids[1], ids[0] + 1);
    assert_eq!(first[0]["message"]["text"], "one");
    let again = city.call("getUpdates", json!({"limit": 1})).await.unwrap();
    assert_eq!(again.as_array().unwrap().len(), 1);
    let rest = city.call("getUpdates", json!({"offset": ids[1]})).await.unwrap();
    assert_eq!(rest[0]["message"]["text"], "two");
    assert_eq!(city.playground.pending_update_count(), 1);
}

#[tokio::test]
async fn the_number_of_an_update_stands_first_in_its_text() {
    let city = City::with_lola().await;
    city.playground.send_text(LOLA, "one");
    let text = city.http.get(city.url("getupdates")).send().await.unwrap().text().await.unwrap();
    assert!(text.starts_with("{\"ok\":true,\"result\":[{\"update_id\":"), "{text}");
}

#[tokio::test]
async fn a_long_poll_ends_with_the_first_update() {
    let city = City::with_lola().await;
    let began = Instant::now();
    let request = city.http.post(city.url("getUpdates")).json(&json!({"timeout": 20})).send();
    let poll = spawn(async move { request.await.unwrap().text().await.unwrap() });
    tokio::time::sleep(Duration::from_millis(50)).await;
    city.playground.send_text(LOLA, "hello");
    assert!(poll.await.unwrap().contains("hello"));
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn the_older_of_two_polls_gets_the_conflict() {
    let city = City::with_lola().await;
    let request = city.http.post(city.url("getUpdates")).json(&json!({"timeout": 20})).send();
    let older = spawn(async move { request.await.unwrap().text().await.unwrap() });
    tokio::time::sleep(Duration::from_millis(50)).await;
    let request = city.http.post(city.url("getUpdates")).json(&json!({"timeout": 20})).send();
    let newer = spawn(async move { request.await.unwrap().text().await.unwrap() });
    let conflict =
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    assert!(older.await.unwrap().contains(conflict));
    city.playground.send_text(LOLA, "hello");
    assert!(newer.await.unwrap().contains("hello"));
}

#[tokio::test]
async fn the_same_offset_asked_again_at_once_has_to_wait() {
    let city = City::with_lola().await;
    city.call("getUpdates", json!({"offset": 5})).await.unwrap();
    let began = Instant::now();
    city.call("getUpdates", json!({"offset": 5})).await.unwrap();
    assert!(began.elapsed() > Duration::from_millis(2500));
}

#[tokio::test]
async fn only_the_kinds_that_were_asked_for_are_queued() {
    let city = City::with_lola().await;
    city.call("getUpdates", json!({"allowed_updates": ["callback_query", "no_such_kind"]})).await.unwrap();
    city.playground.send_text(LOLA, "unheard");
    assert_eq!(city.playground.pending_update_count(), 0);
    city.call("getUpdates", json!({"allowed_updates": [], "offset": 1})).await.unwrap();
    city.playground.send_text(LOLA, "heard");
    assert_eq!(city.playground.pending_update_count(), 1);
}

#[tokio::test]
async fn updates_grow_old() {
    let city = City::with_lola().await;
    let message = city.buttons("?", &["x"]).await;
    city.playground.press(LOLA, message, "x").unwrap();
    city.playground.send_text(LOLA, "later");
    city.world.advance(TimeDelta::seconds(151));
    let left = city.call("getUpdates", json!({})).await.unwrap();
    assert_eq!(left.as_array().unwrap().len(), 1);
    assert_eq!(left[0]["message"]["text"], "later");
}

#[tokio::test]
async fn a_raw_update_of_any_shape_is_delivered() {
    let city = City::with_lola().await;
    city.playground.push_raw_update(r#"{"update_id": 3, "brand_new_thing": {"a": [1, null]}}"#);
    let got = city.call("getUpdates", json!({})).await.unwrap();
    assert_eq!(got[0]["brand_new_thing"], json!({"a": [1, null]}));
    assert!(got[0]["update_id"].as_i64().unwrap() > 3);
}

#[tokio::test]
async fn wrong_tokens_and_methods_are_refused() {
    let city = city().await;
    let get = async |path: &str| {
        let response = city.http.get(format!("{}{path}", city.address)).send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    };
    for (path, code, description) in [
        ("/bot999999:wrong/getMe".to_owned(), 401, "Unauthorized"),
        ("/botnonsense/getMe".to_owned(), 401, "Unauthorized: invalid token specified"),
        (format!("/bot{TOKEN}/getYou"), 404, "Not Found: method not found"),
        ("/nothing/here".to_owned(), 404, "Not Found"),
    ] {
        let (status, body) = get(&path).await;
        assert_eq!(status, code, "{path}");
        assert!(body.contains(&format!("\"description\":\"{description}\"")), "{path}: {body}");
    }
    assert_eq!(city.call("GETME", json!({})).await.unwrap()["has_main_web_app"], false);
    assert_eq!(city.call("", json!({"method": "getMe"})).await.unwrap()["username"], "test_bot");
    assert_eq!(
        city.call("sendMessage", json!({"chat_id": 5, "text": "a"})).await,
        refused(400, "Bad Request: chat not found")
    );
}
