//! What Telegram marks without being asked: addresses, commands, mentions and hashtags.

use super::{EntityKind, MessageEntity, utf16_len};

/// Adds the found parts that do not touch links, code or each other.
pub(super) fn add(text: &str, entities: &mut Vec<MessageEntity>) {
    let closed: Vec<(usize, usize)> = entities
        .iter()
        .filter(|entity| {
            matches!(
                entity.kind,
                EntityKind::Code
                    | EntityKind::Pre { .. }
                    | EntityKind::TextLink { .. }
                    | EntityKind::TextMention { .. }
                    | EntityKind::CustomEmoji { .. }
            )
        })
        .map(|entity| (entity.offset, entity.offset + entity.length))
        .collect();
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        let inner = bare.trim_start_matches(['(', '"', '«', '\'', '[']);
        let begin = start + bare.len() - inner.len();
        start += word.len();
        let inner = inner.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '»', '\'', ']']);
        let Some((kind, length)) = recognise(inner) else { continue };
        let offset = utf16_len(&text[..begin]);
        let length = utf16_len(&inner[..length]);
        if closed.iter().all(|(from, to)| offset + length <= *from || offset >= *to) {
            entities.push(MessageEntity { kind, offset, length });
        }
    }
}

/// The kind of the word and how many of its bytes belong to it.
fn recognise(word: &str) -> Option<(EntityKind, usize)> {
    if let Some(rest) = word.strip_prefix('/') {
        let letters = run(rest, |c| c.is_ascii_alphanumeric() || c == '_' || c == '@');
        let whole = letters == rest.len();
        return (whole && (1..=64).contains(&letters)).then_some((EntityKind::BotCommand, word.len()));
    }
    if let Some(rest) = word.strip_prefix('@') {
        let letters = run(rest, |c| c.is_ascii_alphanumeric() || c == '_');
        return (letters >= 4).then_some((EntityKind::Mention, 1 + letters));
    }
    if let Some(rest) = word.strip_prefix('#') {
        let letters = run(rest, |c| c.is_alphanumeric() || c == '_');
        let named = rest[..letters].chars().any(char::is_alphabetic);
        return named.then_some((EntityKind::Hashtag, 1 + letters));
    }
    let lower = word.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        let host = word.split_once("://").map_or("", |(_, rest)| rest);
        let host = &host[..host.find(['/', '?', '#', ':']).unwrap_or(host.len())];
        return host.contains('.').then_some((EntityKind::Url, word.len()));
    }
    if let Some((name, host)) = word.split_once('@') {
        let named = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "._-+".contains(c));
        return (named && has_known_ending(host)).then_some((EntityKind::Email, word.len()));
    }
    let host = &word[..word.find(['/', '?', '#']).unwrap_or(word.len())];
    has_known_ending(host).then_some((EntityKind::Url, word.len()))
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// Without a scheme only well-known endings make a word an address; the real list is far longer.
fn has_known_ending(host: &str) -> bool {
    const ENDINGS: [&str; 9] = ["uz", "com", "org", "net", "ru", "me", "info", "io", "gov"];
    let plain = host.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-');
    plain && host.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && ENDINGS.contains(&ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_addresses_mentions_and_hashtags_are_found() {
        for (text, expected) in [
            ("/start x_1", vec![(EntityKind::BotCommand, 0, 6)]),
            ("кўринг: https://my.gov.uz/a?b=1.", vec![(EntityKind::Url, 8, 23)]),
            ("lex.uz va @nazorat_bot", vec![(EntityKind::Url, 0, 6), (EntityKind::Mention, 10, 12)]),
            ("(#hisobot), a@b.uz", vec![(EntityKind::Hashtag, 1, 8), (EntityKind::Email, 12, 6)]),
            ("27.11.2026 http://localhost/x 1/2", vec![]),
        ] {
            let mut found = Vec::new();
            add(text, &mut found);
            let found: Vec<_> =
                found.into_iter().map(|entity| (entity.kind, entity.offset, entity.length)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
