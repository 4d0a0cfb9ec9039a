//! Presses of buttons and their answers.

use std::time::Duration;

use chrono::TimeDelta;
use playground::{ButtonAction, CallbackAnswer, PressError};
use serde_json::json;

use crate::support::{City, LOLA, refused};

const SOON: Duration = Duration::from_secs(5);

#[tokio::test]
async fn a_press_reaches_the_bot_and_its_answer_reaches_the_person() {
    let city = City::with_lola().await;
    let message = city.buttons("Bajarildimi?", &["v1:done"]).await;
    let press = city.playground.press(LOLA, message, "v1:done").unwrap();
    let query = city.call("getUpdates", json!({})).await.unwrap()[0]["callback_query"].clone();
    assert_eq!((query["data"].as_str(), query["from"]["id"].as_i64()), (Some("v1:done"), Some(LOLA)));
    assert_eq!(query["message"]["message_id"], message);
    let arguments = json!({"callback_query_id": query["id"], "text": "Rahmat", "show_alert": true});
    city.call("answerCallbackQuery", arguments).await.unwrap();
    let answer = city.playground.callback_answer(&press, SOON).await;
    assert_eq!(answer, Some(CallbackAnswer { text: Some("Rahmat".into()), show_alert: true, url: None }));
}

#[tokio::test]
async fn a_late_or_invented_answer_is_refused() {
    let city = City::with_lola().await;
    let message = city.buttons("?", &["x"]).await;
    let press = city.playground.press(LOLA, message, "x").unwrap();
    city.world.advance(TimeDelta::seconds(150));
    let old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    for id in [press.0.as_str(), "123", ""] {
        let answer = city.call("answerCallbackQuery", json!({"callback_query_id": id})).await;
        assert_eq!(answer, refused(400, old));
    }
}

#[tokio::test]
async fn only_a_button_that_is_there_can_be_pressed() {
    let city = City::with_lola().await;
    let message = city.buttons("?", &["x"]).await;
    assert_eq!(city.playground.press(LOLA, message, "y"), Err(PressError::NoSuchButton(vec!["x".into()])));
    assert_eq!(city.playground.press(LOLA, 999, "x"), Err(PressError::NoSuchMessage));
    let link = city
        .call("sendMessage", json!({
            "chat_id": LOLA, "text": "a", "reply_markup": {"inline_keyboard": [[{"text": "l", "url": "lex.uz"}]]},
        }))
        .await
        .unwrap();
    let pressed = city.playground.press(LOLA, link["message_id"].as_i64().unwrap(), "l");
    assert_eq!(pressed, Err(PressError::OtherAction(ButtonAction::Url("http://lex.uz/".into()))));
    city.call("editMessageText", json!({"chat_id": LOLA, "message_id": message, "text": "done"}))
        .await
        .unwrap();
    assert_eq!(city.playground.press(LOLA, message, "x"), Err(PressError::NoSuchButton(vec![])));
}
