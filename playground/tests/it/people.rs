//! What people do: start, block, vanish, write strange things.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{ANVAR, City, LOLA, city, refused};

async fn updates(city: &City) -> Vec<Value> {
    city.call("getUpdates", json!({"timeout": 1})).await.unwrap().as_array().unwrap().clone()
}

#[tokio::test]
async fn start_with_a_payload_is_a_command_in_a_private_chat() {
    let city = city().await;
    city.playground.start(ANVAR, Some("r_abc"));
    let message = updates(&city).await[0]["message"].clone();
    assert_eq!(message["text"], "/start r_abc");
    assert_eq!(message["entities"], json!([{"type": "bot_command", "offset": 0, "length": 6}]));
    assert_eq!(
        (message["chat"]["type"].as_str(), message["from"]["language_code"].as_str()),
        (Some("private"), Some("uz"))
    );
    city.call("sendMessage", json!({"chat_id": ANVAR, "text": "Salom"})).await.unwrap();
}

#[tokio::test]
async fn blocking_is_told_and_closes_the_chat_until_start() {
    let city = City::with_lola().await;
    city.playground.block(LOLA);
    let forbidden = refused(403, "Forbidden: bot was blocked by the user");
    assert_eq!(city.call("sendMessage", json!({"chat_id": LOLA, "text": "a"})).await, forbidden);
    assert_eq!(city.call("sendChatAction", json!({"chat_id": LOLA, "action": "typing"})).await, forbidden);
    city.playground.start(LOLA, None);
    let told: Vec<(Value, Value)> = updates(&city)
        .await
        .iter()
        .map(|update| &update["my_chat_member"])
        .filter(|member| !member.is_null())
        .map(|member| {
            (member["old_chat_member"]["status"].clone(), member["new_chat_member"]["status"].clone())
        })
        .collect();
    assert_eq!(told, [(json!("member"), json!("kicked")), (json!("kicked"), json!("member"))]);
    city.say("again").await;
}

#[tokio::test]
async fn a_deactivated_account_cannot_be_reached() {
    let city = City::with_lola().await;
    city.playground.deactivate(LOLA);
    let answer = city.call("sendMessage", json!({"chat_id": LOLA, "text": "a"})).await;
    assert_eq!(answer, refused(403, "Forbidden: user is deactivated"));
}

#[tokio::test]
async fn an_edited_message_and_every_kind_of_attachment_reach_the_bot() {
    let city = City::with_lola().await;
    let id = city.playground.send_text(LOLA, "one");
    assert!(city.playground.edit_text(LOLA, id, "two"));
    city.playground.send_file(LOLA, "a.pdf", "application/pdf", vec![1, 2, 3], "caption");
    city.playground.send_photo(LOLA, vec![1], "");
    city.playground.send_contact(LOLA, "+998901234567", true);
    city.playground.send_contact(LOLA, "+998901234567", false);
    city.playground.send_sticker(LOLA, "👍");
    city.playground.send_voice(LOLA, vec![1], 3);
    let got = updates(&city).await;
    assert_eq!(got[1]["edited_message"]["text"], "two");
    assert_eq!(
        (&got[2]["message"]["document"]["file_name"], &got[2]["message"]["caption"]),
        (&json!("a.pdf"), &json!("caption"))
    );
    assert_eq!(got[3]["message"]["photo"][0]["width"], 800);
    assert_eq!(got[4]["message"]["contact"]["user_id"], LOLA);
    assert_eq!(got[5]["message"]["contact"].get("user_id"), None);
    assert_eq!(got[6]["message"]["sticker"]["emoji"], "👍");
    assert_eq!(got[7]["message"]["voice"]["duration"], 3);
}

#[tokio::test]
async fn a_text_that_is_too_long_is_cut_by_the_client() {
    let city = City::with_lola().await;
    city.playground.send_text(LOLA, &"ў".repeat(5000));
    let lengths: Vec<usize> = updates(&city)
        .await
        .iter()
        .map(|update| update["message"]["text"].as_str().unwrap().chars().count())
        .collect();
    assert_eq!(lengths, [4096, 904]);
}

#[tokio::test]
async fn waiting_for_a_message_ends_with_it_or_says_what_was_there() {
    let city = City::with_lola().await;
    let waiting = city.playground.wait_for(
        LOLA,
        |messages| messages.last().is_some_and(|message| message.text == "Salom"),
        Duration::from_secs(5),
    );
    let (messages, _) = tokio::join!(waiting, city.say("Salom"));
    assert_eq!(messages.unwrap().len(), 2);
    let never = city.playground.wait_for(LOLA, |_| false, Duration::from_millis(10)).await;
    assert!(never.unwrap_err().to_string().contains("bot: \"Salom\""));
}
