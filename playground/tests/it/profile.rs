//! Commands, menus and names.

use serde_json::{Value, json};

use crate::support::{City, LOLA, refused};

#[tokio::test]
async fn commands_are_kept_by_scope_and_language() {
    let city = City::with_lola().await;
    let set = async |name: &str, scope: Value, language: &str| {
        let commands = json!([{"command": name, "description": "x"}]);
        let arguments = json!({"commands": commands, "scope": scope, "language_code": language});
        city.call("setMyCommands", arguments).await
    };
    let chat = json!({"type": "chat", "chat_id": LOLA});
    assert_eq!(set("tasks", chat.clone(), "").await, Ok(json!(true)));
    assert_eq!(set("start", json!({"type": "default"}), "uz").await, Ok(json!(true)));
    let got = city.call("getMyCommands", json!({"scope": chat})).await.unwrap();
    assert_eq!(got, json!([{"command": "tasks", "description": "x"}]));
    assert_eq!(city.call("getMyCommands", json!({})).await.unwrap(), json!([]));
    for (name, scope, language, expected) in [
        ("Tasks", json!({"type": "default"}), "", "BOT_COMMAND_INVALID"),
        ("", json!({"type": "default"}), "", "command name must be non-empty"),
        ("a", json!({"type": "default"}), "uz-Cyrl", "invalid language code specified"),
        ("a", json!({"type": "chat", "chat_id": 5}), "", "chat not found"),
        ("a", json!({"type": "moon"}), "", "can't parse BotCommandScope: Unsupported type specified"),
    ] {
        assert_eq!(set(name, scope, language).await, refused(400, &format!("Bad Request: {expected}")));
    }
}

#[tokio::test]
async fn a_menu_button_can_be_set_for_one_chat_and_only_with_https() {
    let city = City::with_lola().await;
    let button = |url: &str| json!({"type": "web_app", "text": "Panel", "web_app": {"url": url}});
    let set = json!({"chat_id": LOLA, "menu_button": button("https://panel.uz/")});
    assert_eq!(city.call("setChatMenuButton", set).await, Ok(json!(true)));
    let got = city.call("getChatMenuButton", json!({"chat_id": LOLA})).await.unwrap();
    assert_eq!(got, button("https://panel.uz/"));
    assert_eq!(city.call("getChatMenuButton", json!({})).await.unwrap(), json!({"type": "commands"}));
    let plain = json!({"menu_button": button("http://panel.uz/")});
    let refusal =
        "Bad Request: menu button Web App URL 'http://panel.uz/' is invalid: Only HTTPS links are allowed";
    assert_eq!(city.call("setChatMenuButton", plain).await, refused(400, refusal));
}

#[tokio::test]
async fn names_and_descriptions_have_their_lengths() {
    let city = City::with_lola().await;
    city.call("setMyDescription", json!({"description": "uzun", "language_code": "uz"})).await.unwrap();
    let got = city.call("getMyDescription", json!({"language_code": "uz"})).await.unwrap();
    assert_eq!(got, json!({"description": "uzun"}));
    assert_eq!(city.call("getMyName", json!({})).await.unwrap(), json!({"name": "Test"}));
    let long = "a".repeat(121);
    assert!(city.call("setMyShortDescription", json!({"short_description": long})).await.is_err());
}
