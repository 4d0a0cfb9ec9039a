//! Makes an update readable for types that are older than Telegram: entities of unknown kinds are taken out.
//!
//! One unknown kind of entity would make the whole message unreadable. The text itself is never touched.

use serde_json::Value;

/// The kinds of entity that teloxide's types know.
const KNOWN: [&str; 19] = [
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
];

/// The same update without entities of unknown kinds.
pub(super) fn without_unknown_entities(update: &str) -> Result<String, serde_json::Error> {
    let mut update: Value = serde_json::from_str(update)?;
    clean(&mut update);
    serde_json::to_string(&update)
}

fn clean(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                if let ("entities" | "caption_entities" | "text_entities", Value::Array(entities)) =
                    (name.as_str(), &mut *field)
                {
                    entities.retain(|entity| {
                        entity.get("type").and_then(Value::as_str).is_some_and(|kind| KNOWN.contains(&kind))
                    });
                }
                clean(field);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(clean),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_entity_goes_and_everything_else_stays() {
        let update = r#"{"update_id":1,"message":{"text":"ertaga soat 9 da","entities":[
            {"type":"date_time","offset":0,"length":6},{"type":"bold","offset":0,"length":6}],
            "reply_to_message":{"caption_entities":[{"type":"new"}]}}}"#;
        let cleaned: Value = serde_json::from_str(&without_unknown_entities(update).unwrap()).unwrap();
        let message = &cleaned["message"];
        assert_eq!(message["text"], "ertaga soat 9 da");
        assert_eq!(message["entities"].as_array().unwrap().len(), 1);
        assert_eq!(message["entities"][0]["type"], "bold");
        assert_eq!(message["reply_to_message"]["caption_entities"].as_array().unwrap().len(), 0);
    }
}
