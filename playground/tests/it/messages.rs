//! Sending, editing and deleting, with Telegram's refusals word for word.

use chrono::TimeDelta;
use playground::Limits;
use serde_json::{Value, json};

use crate::support::{ANVAR, City, LOLA, city_with, refused};

#[tokio::test]
async fn wrong_messages_are_refused_in_telegrams_words() {
    let city = City::with_lola().await;
    let long = "ў".repeat(4097);
    for (arguments, expected) in [
        (json!({"text": "a"}), "chat_id is empty"),
        (json!({"chat_id": "@somebody", "text": "a"}), "chat not found"),
        (json!({"chat_id": LOLA}), "message text is empty"),
        (json!({"chat_id": LOLA, "text": " \n "}), "text must be non-empty"),
        (json!({"chat_id": LOLA, "text": "<b> </b>", "parse_mode": "HTML"}), "text must be non-empty"),
        (json!({"chat_id": LOLA, "text": long}), "message is too long"),
        (json!({"chat_id": LOLA, "text": "a".repeat(32_769)}), "text is too long"),
        (json!({"chat_id": LOLA, "text": "a", "parse_mode": null}), "unsupported parse_mode"),
        (
            json!({"chat_id": LOLA, "text": "a<br>", "parse_mode": "HTML"}),
            "can't parse entities: Unsupported start tag \"br\" at byte offset 1",
        ),
        (
            json!({"chat_id": LOLA, "text": "a.", "parse_mode": "MarkdownV2"}),
            "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        (
            json!({"chat_id": LOLA, "text": "a", "reply_parameters": {"message_id": 99}}),
            "message to be replied not found",
        ),
        (
            json!({"chat_id": LOLA, "text": "a", "link_preview_options": {"is_disabled": null}}),
            "can't parse link preview options: Field \"is_disabled\" must be of type Boolean",
        ),
    ] {
        let answer = city.call("sendMessage", arguments.clone()).await;
        assert_eq!(answer, refused(400, &format!("Bad Request: {expected}")), "{arguments}");
    }
    let all = "ў".repeat(4096);
    assert_eq!(city.call("sendMessage", json!({"chat_id": LOLA, "text": all})).await.unwrap()["text"], all);
    assert!(city.playground.unknown_arguments().is_empty());
}

#[tokio::test]
async fn more_than_a_mebibyte_is_refused() {
    let city = City::with_lola().await;
    let answer = city.call("sendMessage", json!({"chat_id": LOLA, "text": "a".repeat(1 << 20)})).await;
    assert_eq!(answer, refused(413, "Request Entity Too Large"));
}

#[tokio::test]
async fn a_sent_message_is_shown_with_its_entities_and_buttons() {
    let city = City::with_lola().await;
    let sent = city
        .call(
            "sendMessage",
            json!({
                "chat_id": LOLA.to_string(), "text": "😀 <b>Muddat</b>", "parse_mode": "html",
                "reply_markup": {"inline_keyboard": [[{"text": "Ha", "callback_data": "y"}]]},
            }),
        )
        .await
        .unwrap();
    assert_eq!(sent["entities"], json!([{"type": "bold", "offset": 3, "length": 6}]));
    assert_eq!(sent["reply_markup"]["inline_keyboard"][0][0], json!({"text": "Ha", "callback_data": "y"}));
    assert_eq!(sent["date"], 1_795_406_400);
    let kept = city.playground.chat(LOLA).pop().unwrap();
    assert_eq!((kept.text.as_str(), kept.labels()), ("😀 Muddat", vec!["Ha"]));
}

#[tokio::test]
async fn somebody_who_never_started_cannot_be_written_to() {
    let city = City::with_lola().await;
    let answer = city.call("sendMessage", json!({"chat_id": ANVAR, "text": "a"})).await;
    assert_eq!(answer, refused(403, "Forbidden: bot can't initiate conversation with a user"));
}

async fn edit(city: &City, message: i64, text: &str, markup: Value) -> Result<Value, (u16, String)> {
    let mut arguments = json!({"chat_id": LOLA, "message_id": message, "text": text});
    if !markup.is_null() {
        arguments["reply_markup"] = markup;
    }
    city.call("editMessageText", arguments).await
}

#[tokio::test]
async fn an_edit_changes_the_text_and_without_markup_takes_the_buttons_away() {
    let city = City::with_lola().await;
    let id = city.buttons("a", &["x"]).await;
    let edited = edit(&city, id, "b", Value::Null).await.unwrap();
    assert_eq!((edited["text"].as_str(), edited.get("reply_markup")), (Some("b"), None));
    assert!(edited["edit_date"].is_number());
    let same = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    assert_eq!(edit(&city, id, "b", Value::Null).await, refused(400, same));
    let put = json!({"chat_id": LOLA, "message_id": id, "reply_markup": {"inline_keyboard": [[{"text": "z", "callback_data": "z"}]]}});
    city.call("editMessageReplyMarkup", put.clone()).await.unwrap();
    assert_eq!(city.call("editMessageReplyMarkup", put).await, refused(400, same));
    assert_eq!(city.playground.chat(LOLA).pop().unwrap().labels(), ["z"]);
}

#[tokio::test]
async fn what_cannot_be_edited_is_refused() {
    let city = City::with_lola().await;
    let theirs = city.playground.send_text(LOLA, "mine");
    let with_keyboard = city
        .call("sendMessage", json!({"chat_id": LOLA, "text": "a", "reply_markup": {"keyboard": [["b"]]}}))
        .await
        .unwrap()["message_id"]
        .as_i64()
        .unwrap();
    let own = city.say("own").await;
    for (id, markup, expected) in [
        (9999, Value::Null, "message to edit not found"),
        (0, Value::Null, "message identifier is not specified"),
        (theirs, Value::Null, "message can't be edited"),
        (with_keyboard, Value::Null, "message can't be edited"),
        (own, json!({"keyboard": [["b"]]}), "inline keyboard expected"),
    ] {
        assert_eq!(
            edit(&city, id, "b", markup).await,
            refused(400, &format!("Bad Request: {expected}")),
            "{id}"
        );
    }
}

#[tokio::test]
async fn messages_can_be_deleted_for_two_days() {
    let city = City::with_lola().await;
    let (old, theirs) = (city.say("old").await, city.playground.send_text(LOLA, "hi"));
    let delete = async |id: i64| city.call("deleteMessage", json!({"chat_id": LOLA, "message_id": id})).await;
    assert_eq!(delete(theirs).await, Ok(json!(true)));
    assert_eq!(delete(theirs).await, refused(400, "Bad Request: message to delete not found"));
    city.world.advance(TimeDelta::hours(49));
    assert_eq!(delete(old).await, refused(400, "Bad Request: message can't be deleted for everyone"));
    let chat = city.playground.chat(LOLA);
    assert!(chat.iter().any(|message| message.id == theirs && message.deleted));
}

#[tokio::test]
async fn past_the_limit_the_answer_is_429_with_the_seconds() {
    let city = city_with(Limits { messages_per_second: Some(3), ..Limits::default() }).await;
    city.playground.start(LOLA, None);
    for _ in 0..3 {
        city.say("a").await;
    }
    let response =
        city.http.get(format!("{}?chat_id={LOLA}&text=a", city.url("sendMessage"))).send().await.unwrap();
    assert_eq!((response.status().as_u16(), response.headers()["retry-after"].to_str().unwrap()), (429, "1"));
    let body: Value = response.json().await.unwrap();
    assert_eq!(body["parameters"], json!({"retry_after": 1}));
    assert_eq!(body["description"], "Too Many Requests: retry after 1");
}

#[tokio::test]
async fn an_argument_that_no_method_knows_is_noted() {
    let city = City::with_lola().await;
    city.call("sendMessage", json!({"chat_id": LOLA, "text": "a", "disable_web_page_preview": true}))
        .await
        .unwrap();
    assert_eq!(city.playground.unknown_arguments(), ["sendMessage.disable_web_page_preview"]);
}
