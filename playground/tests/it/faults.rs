//! Troubles on order, as a client meets them.

use std::time::{Duration, Instant};

use playground::{Fault, FaultKind, Outcome};
use serde_json::json;

use crate::support::{City, LOLA, refused};

fn order(city: &City, kind: FaultKind) {
    city.playground.inject(Fault { method: Some("sendMessage".into()), chat: Some(LOLA), kind, times: 1 });
}

/// Sends and says whether an answer came whole, and how many messages of the bot there are then.
async fn send(city: &City) -> (bool, usize) {
    let request = city.http.post(city.url("sendMessage")).json(&json!({"chat_id": LOLA, "text": "a"}));
    let whole = match request.send().await {
        Ok(response) => response.text().await.is_ok(),
        Err(_) => false,
    };
    (whole, city.playground.chat(LOLA).iter().filter(|message| message.from_bot).count())
}

#[tokio::test]
async fn a_broken_connection_may_or_may_not_have_had_its_effect() {
    let city = City::with_lola().await;
    for (kind, expected) in [
        (FaultKind::ResetBefore, (false, 0)),
        (FaultKind::ResetAfter, (false, 1)),
        (FaultKind::Truncated, (false, 2)),
        (FaultKind::BadGateway, (true, 2)),
    ] {
        order(&city, kind.clone());
        assert_eq!(send(&city).await, expected, "{kind:?}");
    }
    assert_eq!(send(&city).await, (true, 3));
}

#[tokio::test]
async fn refusals_on_order_look_like_real_ones_and_are_logged() {
    let city = City::with_lola().await;
    order(&city, FaultKind::TooManyRequests { retry_after: 7 });
    let message = json!({"chat_id": LOLA, "text": "a"});
    assert_eq!(
        city.call("sendMessage", message.clone()).await,
        refused(429, "Too Many Requests: retry after 7")
    );
    order(&city, FaultKind::InternalError);
    assert_eq!(city.call("sendMessage", message.clone()).await, refused(500, "Internal Server Error"));
    order(&city, FaultKind::Delay(Duration::from_millis(100)));
    let began = Instant::now();
    city.call("sendMessage", message).await.unwrap();
    assert!(began.elapsed() >= Duration::from_millis(100));
    let outcomes: Vec<Outcome> = city
        .playground
        .calls()
        .into_iter()
        .filter(|call| call.method == "sendMessage")
        .map(|call| call.outcome)
        .collect();
    assert_eq!(outcomes, [Outcome::Prevented, Outcome::Prevented, Outcome::Done]);
}
