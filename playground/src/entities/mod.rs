//! Texts with formatting: from markup or given entities to the clean text and entities that Telegram keeps.
//!
//! Offsets and lengths of entities are UTF-16 units; limits of length are code points of the finished text.

mod automatic;
mod given;
mod html;
mod markdown;
mod markdown_v2;

use serde::Serialize;
use serde_json::Value;

use crate::error::ApiError;

/// Raw text before parsing, in bytes.
const RAW_MAX: usize = 1 << 15;
/// Entities of one message.
const ENTITIES_MAX: usize = 100;

/// A formatted part of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MessageEntity {
    /// What the part is.
    #[serde(flatten)]
    pub kind: EntityKind,
    /// Where it begins, in UTF-16 units.
    pub offset: usize,
    /// How long it is, in UTF-16 units.
    pub length: usize,
}

/// What a formatted part is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are those of the Bot API")]
pub enum EntityKind {
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Code,
    Pre {
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    },
    Blockquote,
    ExpandableBlockquote,
    TextLink {
        url: String,
    },
    TextMention {
        user: MentionedUser,
    },
    CustomEmoji {
        custom_emoji_id: String,
    },
    Url,
    Email,
    Mention,
    Hashtag,
    BotCommand,
}

/// A person named inside a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MentionedUser {
    /// The person's number.
    pub id: i64,
    /// Always false here: only people are mentioned this way.
    pub is_bot: bool,
    /// The name, filled in when the message is kept.
    pub first_name: String,
}

impl MentionedUser {
    pub(crate) fn unnamed(id: i64) -> Self {
        Self { id, is_bot: false, first_name: String::new() }
    }
}

/// A clean text with its entities.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FormattedText {
    pub(crate) text: String,
    pub(crate) entities: Vec<MessageEntity>,
}

impl FormattedText {
    /// What a person typed: no markup, only what Telegram recognises by itself.
    pub(crate) fn typed(text: &str) -> Self {
        tidy(Self { text: text.to_owned(), entities: Vec::new() })
    }
}

/// Reads a text as the given `parse_mode` or the list of entities says.
pub(crate) fn parse(
    text: &str,
    parse_mode: &str,
    entities: Option<&Value>,
) -> Result<FormattedText, ApiError> {
    if text.len() > RAW_MAX {
        return Err(ApiError::bad("Text is too long"));
    }
    let parsed = match parse_mode.to_ascii_lowercase().as_str() {
        "" | "none" => given::read(text, entities),
        "html" => html::parse(text),
        "markdownv2" => markdown_v2::parse(text),
        "markdown" => markdown::parse(text),
        _ => return Err(ApiError::bad("Unsupported parse_mode")),
    };
    let mut formatted =
        tidy(parsed.map_err(|reason| ApiError::bad(format!("Can't parse entities: {reason}")))?);
    formatted.entities.truncate(ENTITIES_MAX);
    Ok(formatted)
}

/// Length in UTF-16 units.
pub(crate) fn utf16_len(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Drops `\r`, trims both sides, moves the entities along, puts them in order and adds what Telegram finds by itself.
fn tidy(mut formatted: FormattedText) -> FormattedText {
    if formatted.text.contains('\r') {
        formatted = without_carriage_returns(&formatted);
    }
    let kept = formatted.text.trim();
    let cut_before = utf16_len(&formatted.text[..formatted.text.len() - formatted.text.trim_start().len()]);
    let length = utf16_len(kept);
    let text = kept.to_owned();
    let mut entities: Vec<MessageEntity> = formatted
        .entities
        .into_iter()
        .filter_map(|entity| {
            let end = (entity.offset + entity.length).saturating_sub(cut_before).min(length);
            let offset = entity.offset.saturating_sub(cut_before).min(length);
            (end > offset).then_some(MessageEntity { offset, length: end - offset, ..entity })
        })
        .collect();
    automatic::add(&text, &mut entities);
    entities.sort_by(|a, b| {
        (a.offset, std::cmp::Reverse(a.length), rank(&a.kind)).cmp(&(
            b.offset,
            std::cmp::Reverse(b.length),
            rank(&b.kind),
        ))
    });
    entities.dedup();
    FormattedText { text, entities }
}

/// Of two parts over the same letters the wider sense stands first.
fn rank(kind: &EntityKind) -> u8 {
    match kind {
        EntityKind::Blockquote | EntityKind::ExpandableBlockquote => 0,
        EntityKind::TextLink { .. } | EntityKind::TextMention { .. } => 1,
        EntityKind::Bold => 2,
        EntityKind::Italic => 3,
        EntityKind::Underline => 4,
        EntityKind::Strikethrough => 5,
        EntityKind::Spoiler => 6,
        _ => 7,
    }
}

fn without_carriage_returns(formatted: &FormattedText) -> FormattedText {
    let mut moved = Vec::with_capacity(formatted.text.len() + 1);
    let mut text = String::with_capacity(formatted.text.len());
    let mut now = 0;
    for letter in formatted.text.chars() {
        for _ in 0..letter.len_utf16() {
            moved.push(now);
        }
        if letter != '\r' {
            text.push(letter);
            now += letter.len_utf16();
        }
    }
    moved.push(now);
    let place = |old: usize| moved.get(old).copied().unwrap_or(now);
    let entities = formatted
        .entities
        .iter()
        .map(|entity| {
            let offset = place(entity.offset);
            let length = place(entity.offset + entity.length) - offset;
            MessageEntity { kind: entity.kind.clone(), offset, length }
        })
        .collect();
    FormattedText { text, entities }
}

/// An open formatted part while markup is read.
struct Open<Tag> {
    tag: Tag,
    argument: String,
    /// UTF-16 units before it.
    offset: usize,
    /// Bytes of clean text before it.
    text_start: usize,
    /// Bytes of markup before it, for the error message.
    source_start: usize,
}

/// A link's entity; a bad address leaves the words without a link, as Telegram does.
fn link_entity(url: &str) -> Option<EntityKind> {
    if let Some(id) = crate::links::mentioned_user(url) {
        return Some(EntityKind::TextMention { user: MentionedUser::unnamed(id) });
    }
    crate::links::checked_url(url, false).ok().map(|url| EntityKind::TextLink { url })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_carriage_returns_go_and_entities_move_along() {
        let formatted = parse(" \r\n <b>a\r\nb</b> c ", "HTML", None).unwrap();
        assert_eq!(formatted.text, "a\nb c");
        assert_eq!(formatted.entities, [MessageEntity { kind: EntityKind::Bold, offset: 0, length: 3 }]);
    }

    #[test]
    fn an_unknown_mode_and_a_huge_text_are_refused() {
        for (text, mode, expected) in [
            ("a".to_owned(), "null", "Bad Request: unsupported parse_mode"),
            ("a".to_owned(), "xml", "Bad Request: unsupported parse_mode"),
            ("a".repeat(32_769), "HTML", "Bad Request: text is too long"),
        ] {
            assert_eq!(parse(&text, mode, None).unwrap_err().description, expected);
        }
    }

    /// Pieces of markup beside letters of one to four bytes, so that every path of the parsers is met.
    fn markup() -> impl proptest::strategy::Strategy<Value = String> {
        let pieces = [
            "<b>",
            "</b>",
            "<a href=\"x.uz\">",
            "</a>",
            "<code class=",
            "<",
            ">",
            "/",
            "&lt;",
            "&#12",
            "&",
            "=",
            "'",
            "\"",
            "*",
            "_",
            "__",
            "~",
            "||",
            "`",
            "```",
            "[",
            "](",
            ")",
            "!",
            "\\",
            "\n",
            "\r",
            "\n>",
            ".",
            " ",
            "a",
            "ў",
            "—",
            "😀",
            "/help",
            "@nazorat",
            "#x",
            "https://lex.uz",
        ];
        let piece = proptest::sample::select(pieces.to_vec());
        proptest::strategy::Strategy::prop_map(proptest::collection::vec(piece, 0..24), |pieces| {
            pieces.concat()
        })
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_parsed_its_entities_lie_inside_the_text(source in markup()) {
            for mode in ["", "HTML", "Markdown", "MarkdownV2"] {
                let Ok(formatted) = parse(&source, mode, None) else { continue };
                let length = utf16_len(&formatted.text);
                for entity in &formatted.entities {
                    proptest::prop_assert!(entity.length > 0 && entity.offset + entity.length <= length, "{} {:?}", mode, entity);
                }
                proptest::prop_assert_eq!(formatted.text.trim(), &formatted.text);
            }
        }
    }
}
