//! The webhook's address is open to the whole internet: only who shows the secret is heard, and only updates are taken.

use serde_json::json;

use crate::support::city::CITIZEN;
use crate::support::databases::{Base, on_both};
use crate::support::town::{By, Town, WEBHOOK_SECRET};

on_both!(
    without_the_secret_nothing_is_taken,
    what_is_no_update_is_refused_and_the_next_one_is_taken,
    an_update_that_comes_again_is_done_once,
);

const MORNING: &str = "2026-11-24T05:00:00Z";
const HEADER: &str = "x-telegram-bot-api-secret-token";

async fn post(town: &Town, secret: Option<&str>, body: impl Into<reqwest::Body>) -> u16 {
    let request = reqwest::Client::new().post(format!("{}/telegram/webhook", town.panel_url)).body(body);
    let request = request.header("content-type", "application/json");
    let request = match secret {
        Some(secret) => request.header(HEADER, secret),
        None => request,
    };
    match request.send().await {
        Ok(answer) => answer.status().as_u16(),
        // The server hangs up on who goes on talking after it has said no.
        Err(error) if error.is_request() => 413,
        Err(error) => panic!("the address does not answer: {error}"),
    }
}

/// A tap of a citizen on five stars.
fn tap(town: &Town, update_id: i64) -> String {
    let (point, ..) = town.city.point("suv-ulash");
    let mark = domain::ratings::Mark::new(5).unwrap();
    let language = domain::language::Language::Ru;
    let data = domain::buttons::Button::Rate { point, mark, language }.data();
    let person = json!({ "id": CITIZEN, "is_bot": false, "first_name": "N" });
    let chat = json!({ "id": CITIZEN, "type": "private", "first_name": "N" });
    json!({ "update_id": update_id, "callback_query": {
        "id": format!("c{update_id}"), "from": person, "chat_instance": "1", "data": data,
        "message": { "message_id": 1, "date": 1_764_000_000, "chat": chat, "text": "?" },
    } })
    .to_string()
}

async fn ratings(town: &Town) -> i64 {
    town.base.raw().await.number("SELECT CAST(count(*) AS BIGINT) FROM rating").await
}

async fn without_the_secret_nothing_is_taken(base: Base) {
    let town = Town::open(base, By::Webhook, MORNING).await;
    let almost = &WEBHOOK_SECRET[..WEBHOOK_SECRET.len() - 1];
    for secret in [None, Some(""), Some("wrong"), Some(almost)] {
        assert_eq!(post(&town, secret, tap(&town, 900_001)).await, 401, "{secret:?}");
    }
    assert_eq!(ratings(&town).await, 0);
    let seen = "SELECT CAST(count(*) AS BIGINT) FROM seen_update WHERE update_id = 900001";
    assert_eq!(town.base.raw().await.number(seen).await, 0);
    assert_eq!(post(&town, Some(WEBHOOK_SECRET), tap(&town, 900_001)).await, 200);
    assert_eq!(ratings(&town).await, 1);
}

async fn what_is_no_update_is_refused_and_the_next_one_is_taken(base: Base) {
    let town = Town::open(base, By::Webhook, MORNING).await;
    let before = town.deeds().await;
    let bodies: [(&str, Vec<u8>); 6] = [
        ("nothing", Vec::new()),
        ("words", b"hello".to_vec()),
        ("half an update", tap(&town, 900_002).into_bytes()[..40].to_vec()),
        ("no number", br#"{"message":{}}"#.to_vec()),
        ("not text", vec![0xFF, 0xFE, 0x00, 0x80]),
        ("ten megabytes", format!(r#"{{"update_id":900003,"x":"{}"}}"#, "a".repeat(10 << 20)).into_bytes()),
    ];
    for (what, body) in bodies {
        let status = post(&town, Some(WEBHOOK_SECRET), body).await;
        assert!((400..500).contains(&status), "{what}: {status}");
    }
    assert_eq!(town.deeds().await, before);
    assert_eq!(post(&town, Some(WEBHOOK_SECRET), tap(&town, 900_004)).await, 200);
    assert_eq!(ratings(&town).await, 1);
}

async fn an_update_that_comes_again_is_done_once(base: Base) {
    let town = Town::open(base, By::Webhook, MORNING).await;
    let body = tap(&town, 900_010);
    let posts = (0..8).map(|_| post(&town, Some(WEBHOOK_SECRET), body.clone()));
    for status in futures_util::future::join_all(posts).await {
        assert!(status == 200 || status == 503, "{status}");
    }
    assert_eq!(post(&town, Some(WEBHOOK_SECRET), body).await, 200);
    assert_eq!(ratings(&town).await, 1);
    let changes = "SELECT CAST(count(*) AS BIGINT) FROM event WHERE subject = 'rating'";
    assert!(town.base.raw().await.number(changes).await <= 1, "the same tap is recorded once");
}
