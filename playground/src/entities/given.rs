//! Entities that the bot gives ready-made instead of markup.

use serde_json::Value;

use super::{EntityKind, FormattedText, MentionedUser, MessageEntity, link_entity, utf16_len};
use crate::json::Object;

/// The text with the listed entities; kinds that Telegram finds by itself are ignored in the list.
pub(super) fn read(text: &str, entities: Option<&Value>) -> Result<FormattedText, String> {
    let mut formatted = FormattedText { text: text.to_owned(), entities: Vec::new() };
    let Some(Value::Array(list)) = entities else {
        return Ok(formatted);
    };
    let total = utf16_len(text);
    for value in list {
        let object = Object::of(value, "MessageEntity")?;
        let Some(kind) = kind(&object)? else { continue };
        let place = |name: &str| -> Result<usize, String> {
            let number = object.number(name)?.ok_or_else(|| format!("Can't find field \"{name}\""))?;
            Ok(usize::try_from(number).unwrap_or(0))
        };
        let (offset, length) = (place("offset")?, place("length")?);
        let end = offset.saturating_add(length).min(total);
        if offset < end {
            formatted.entities.push(MessageEntity { kind, offset, length: end - offset });
        }
    }
    Ok(formatted)
}

fn kind(object: &Object<'_>) -> Result<Option<EntityKind>, String> {
    Ok(match object.required_string("type")?.as_str() {
        "bold" => Some(EntityKind::Bold),
        "italic" => Some(EntityKind::Italic),
        "underline" => Some(EntityKind::Underline),
        "strikethrough" => Some(EntityKind::Strikethrough),
        "spoiler" => Some(EntityKind::Spoiler),
        "code" => Some(EntityKind::Code),
        "pre" => Some(EntityKind::Pre { language: object.string("language")? }),
        "blockquote" => Some(EntityKind::Blockquote),
        "expandable_blockquote" => Some(EntityKind::ExpandableBlockquote),
        "text_link" => link_entity(&object.required_string("url")?),
        "custom_emoji" => {
            Some(EntityKind::CustomEmoji { custom_emoji_id: object.required_string("custom_emoji_id")? })
        }
        "text_mention" => {
            let user = object.value("user").ok_or("Can't find field \"user\"")?;
            Object::of(user, "User")?
                .number("id")?
                .map(|id| EntityKind::TextMention { user: MentionedUser::unnamed(id) })
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn listed_entities_are_kept_and_cut_to_the_text() {
        let list =
            json!([{"type": "bold", "offset": 1, "length": 50}, {"type": "url", "offset": 0, "length": 1}]);
        let formatted = read("abc", Some(&list)).unwrap();
        assert_eq!(formatted.entities, [MessageEntity { kind: EntityKind::Bold, offset: 1, length: 2 }]);
    }

    #[test]
    fn a_null_inside_an_entity_is_refused() {
        let list = json!([{"type": "pre", "offset": 0, "length": 1, "language": null}]);
        assert_eq!(read("abc", Some(&list)).unwrap_err(), "Field \"language\" must be of type String");
    }
}
