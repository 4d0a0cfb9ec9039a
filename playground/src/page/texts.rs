//! The keys of the page's texts. The texts themselves are given by the composing program.

/// Every key that the page asks for.
pub const TEXT_KEYS: &[&str] = &[
    "playground-title",
    "playground-lead",
    "playground-language",
    "playground-language-name",
    "playground-people",
    "playground-scan",
    "playground-scan-hint",
    "playground-scan-empty",
    "playground-choose",
    "playground-choose-hint",
    "playground-choose-cancel",
    "playground-clock",
    "playground-panel",
    "playground-bot",
    "playground-typing",
    "playground-sending-photo",
    "playground-sending-file",
    "playground-start",
    "playground-start-hint",
    "playground-message",
    "playground-send",
    "playground-attach",
    "playground-commands",
    "playground-commands-empty",
    "playground-menu",
    "playground-block",
    "playground-unblock",
    "playground-blocked",
    "playground-deactivated",
    "playground-edited",
    "playground-unread",
    "playground-back",
    "playground-close",
    "playground-copied",
    "playground-failed",
    "playground-button-gone",
    "playground-offline",
    "playground-contact",
    "playground-sticker",
    "playground-voice",
    "playground-photo",
    "playground-spoiler",
    "playground-show-more",
    "playground-show-less",
    "playground-link-opens",
    "playground-web-app",
    "playground-app-back",
    "playground-app-frame",
    "playground-nothing-yet",
    "playground-date",
    "playground-date-long",
    "playground-months",
    "playground-weekdays",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    /// Keys named in a text: `playground-` and what follows, as the page's files and the `.ftl` files write them.
    fn keys_in(text: &str) -> BTreeSet<String> {
        text.match_indices("playground-")
            .map(|(at, _)| {
                let key = text[at..].trim_start_matches("playground-");
                let end = key.find(|c: char| !(c.is_ascii_lowercase() || c == '-')).unwrap_or(key.len());
                format!("playground-{}", &key[..end])
            })
            .collect()
    }

    #[test]
    fn the_page_uses_exactly_the_keys_that_are_named() {
        let files = [
            include_str!("../../assets/index.html"),
            include_str!("../../assets/app.js"),
            include_str!("../../assets/message.js"),
            include_str!("../../assets/server.js"),
            include_str!("../../assets/web_app.js"),
            include_str!("api.rs"),
        ];
        let used = keys_in(&files.concat());
        let named: BTreeSet<String> = TEXT_KEYS.iter().map(|key| (*key).to_owned()).collect();
        assert_eq!(used, named);
    }

    #[test]
    fn every_language_has_every_key() {
        let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales");
        for language in ["uz-Latn", "uz-Cyrl", "ru", "en"] {
            let text = std::fs::read_to_string(locales.join(language).join("playground.ftl")).unwrap();
            let kept: BTreeSet<&str> =
                text.lines().filter_map(|line| line.split_once(" = ")).map(|(k, _)| k).collect();
            let named: BTreeSet<&str> = TEXT_KEYS.iter().copied().collect();
            assert_eq!(kept, named, "{language}");
        }
    }
}
