//! Webhooks: the secret, the order, repeats, the call in the answer.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::support::{City, LOLA, refused, spawn};

const SOON: Duration = Duration::from_secs(5);

/// A bot that answers with what it is told to, and tells what it got.
struct Bot {
    url: String,
    got: mpsc::UnboundedReceiver<(Option<String>, Value)>,
    answers: Answers,
}

type Answers = Arc<Mutex<VecDeque<(u16, String)>>>;
type Told = (mpsc::UnboundedSender<(Option<String>, Value)>, Answers);

async fn bot() -> Bot {
    let (tell, got) = mpsc::unbounded_channel();
    let answers = Answers::default();
    let router = Router::new().route("/hook", post(hear)).with_state((tell, Arc::clone(&answers)));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    spawn(async move { axum::serve(listener, router).await.unwrap() });
    Bot { url, got, answers }
}

async fn hear(State((tell, answers)): State<Told>, headers: HeaderMap, body: String) -> Response {
    let secret =
        headers.get("x-telegram-bot-api-secret-token").map(|value| value.to_str().unwrap().to_owned());
    tell.send((secret, serde_json::from_str(&body).unwrap())).unwrap();
    let next = answers.lock().unwrap().pop_front();
    next.map_or_else(
        || StatusCode::OK.into_response(),
        |(code, body)| (StatusCode::from_u16(code).unwrap(), body).into_response(),
    )
}

impl Bot {
    async fn next(&mut self) -> (Option<String>, Value) {
        tokio::time::timeout(SOON, self.got.recv()).await.expect("an update").unwrap()
    }
}

#[tokio::test]
async fn updates_come_in_order_with_the_secret() {
    let city = City::with_lola().await;
    let mut bot = bot().await;
    city.playground.send_text(LOLA, "waiting");
    city.call("setWebhook", json!({"url": bot.url, "secret_token": "s-1_A"})).await.unwrap();
    city.playground.send_text(LOLA, "second");
    let (secret, update) = bot.next().await;
    assert_eq!((secret.as_deref(), update["message"]["text"].as_str()), (Some("s-1_A"), Some("waiting")));
    assert_eq!(bot.next().await.1["message"]["text"], "second");
    let waiting = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    assert_eq!(city.call("getUpdates", json!({})).await, refused(409, waiting));
}

#[tokio::test]
async fn a_refused_update_is_repeated_and_holds_back_the_next_of_its_lane_only() {
    let city = City::with_lola().await;
    let mut bot = bot().await;
    let message = city.buttons("?", &["x"]).await;
    bot.answers.lock().unwrap().extend([(500, String::new()), (503, String::new())]);
    city.call("setWebhook", json!({"url": bot.url})).await.unwrap();
    city.playground.send_text(LOLA, "first");
    assert_eq!(bot.next().await.1["message"]["text"], "first");
    assert_eq!(bot.next().await.1["message"]["text"], "first");
    city.playground.send_text(LOLA, "second");
    city.playground.press(LOLA, message, "x").unwrap();
    assert_eq!(bot.next().await.1["callback_query"]["data"], "x");
    let info = city.call("getWebhookInfo", json!({})).await.unwrap();
    let last_error = info["last_error_message"].as_str().unwrap();
    assert!(last_error.starts_with("Wrong response from the webhook: 50"), "{last_error}");
    assert_eq!(bot.next().await.1["message"]["text"], "first");
    assert_eq!(bot.next().await.1["message"]["text"], "second");
}

#[tokio::test]
async fn the_answer_to_a_webhook_may_carry_a_call() {
    let city = City::with_lola().await;
    let bot = bot().await;
    let call = json!({"method": "sendMessage", "chat_id": LOLA, "text": "from the answer"}).to_string();
    bot.answers.lock().unwrap().push_back((200, call));
    city.call("setWebhook", json!({"url": bot.url})).await.unwrap();
    city.playground.send_text(LOLA, "hi");
    let arrived = |messages: &[playground::ChatMessage]| messages.last().unwrap().text == "from the answer";
    city.playground.wait_for(LOLA, arrived, SOON).await.unwrap();
}

#[tokio::test]
async fn setting_a_webhook_ends_the_poll_and_is_checked() {
    let city = City::with_lola().await;
    let bot = bot().await;
    for (arguments, expected) in [
        (json!({"url": "ftp://x"}), "bad webhook: an HTTP URL must be provided"),
        (json!({"url": bot.url, "secret_token": "no spaces"}), "secret token contains unallowed characters"),
        (json!({"url": bot.url, "secret_token": "a".repeat(257)}), "secret token is too long"),
    ] {
        assert_eq!(
            city.call("setWebhook", arguments).await,
            refused(400, &format!("Bad Request: {expected}"))
        );
    }
    let request = city.http.post(city.url("getUpdates")).json(&json!({"timeout": 20})).send();
    let poll = spawn(async move { request.await.unwrap().text().await.unwrap() });
    tokio::time::sleep(Duration::from_millis(50)).await;
    city.call("setWebhook", json!({"url": bot.url})).await.unwrap();
    assert!(poll.await.unwrap().contains("Conflict: terminated by setWebhook request"));
    let too_soon = city.call("setWebhook", json!({"url": bot.url})).await;
    assert_eq!(too_soon, refused(429, "Too Many Requests: retry after 1"));
    assert_eq!(city.call("deleteWebhook", json!({})).await, Ok(json!(true)));
    city.playground.send_text(LOLA, "polled");
    assert_eq!(city.call("getUpdates", json!({})).await.unwrap()[0]["message"]["text"], "polled");
}
