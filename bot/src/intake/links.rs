//! Addresses behind words: who pastes a link under a word sends an address that the text does not show.

use std::borrow::Cow;

use serde::Deserialize;
use teloxide::types::{MessageEntity, MessageEntityKind};

/// An address behind words that end after so many units of UTF-16.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    end: usize,
    address: String,
}

#[derive(Deserialize)]
struct Entity {
    r#type: String,
    offset: usize,
    length: usize,
    url: Option<String>,
}

/// The addresses in the entities of a message, as Telegram writes them; what cannot be read has none.
pub(super) fn hidden_links(entities: &str) -> Vec<Link> {
    let entities: Vec<Entity> = serde_json::from_str(entities).unwrap_or_default();
    let link = |entity: Entity| {
        let address = entity.url.filter(|_| entity.r#type == "text_link")?;
        Some(Link { end: entity.offset.saturating_add(entity.length), address })
    };
    entities.into_iter().filter_map(link).collect()
}

/// The same of entities that are read already.
pub(super) fn links_in(entities: &[MessageEntity]) -> Vec<Link> {
    let link = |entity: &MessageEntity| match &entity.kind {
        MessageEntityKind::TextLink { url } => {
            Some(Link { end: entity.offset.saturating_add(entity.length), address: url.to_string() })
        }
        _ => None,
    };
    entities.iter().filter_map(link).collect()
}

/// The text with each address after the words behind which it was hidden: "lex.uz sayti (https://…)".
pub(super) fn with_links<'a>(text: Cow<'a, str>, links: &[Link]) -> Cow<'a, str> {
    let hidden: Vec<&Link> = links.iter().filter(|link| !text.contains(&link.address)).collect();
    if hidden.is_empty() {
        return text;
    }
    let (mut said, mut units) = (String::with_capacity(text.len()), 0);
    for letter in text.chars() {
        said.push(letter);
        let end = units + letter.len_utf16();
        for link in hidden.iter().filter(|link| (units + 1..=end).contains(&link.end)) {
            said.push_str(" (");
            said.push_str(&link.address);
            said.push(')');
        }
        units = end;
    }
    Cow::Owned(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_stands_after_the_words_behind_which_it_was() {
        let entities = r#"[{"type":"bold","offset":0,"length":2},
            {"type":"text_link","offset":3,"length":5,"url":"https://lex.uz/1"}]"#;
        let links = hidden_links(entities);
        let said = with_links(Cow::Borrowed("🙂 bayon, ilovada"), &links);
        assert_eq!(said, "🙂 bayon (https://lex.uz/1), ilovada");
        assert_eq!(with_links(Cow::Borrowed("https://lex.uz/1"), &links), "https://lex.uz/1", "it is seen");
        assert_eq!(hidden_links("[{}]"), []);
        let nowhere = [Link { end: 900, address: "https://lex.uz/2".into() }];
        assert_eq!(with_links(Cow::Borrowed("bayon"), &nowhere), "bayon");
    }
}
