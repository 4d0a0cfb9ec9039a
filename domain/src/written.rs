//! What people type, made safe to keep and to show.
//!
//! It cleans and measures; it never changes words, and it knows nothing of what the text is about.

/// The longest text that an answer, a reason or a comment may have, in characters.
pub const TEXT_LIMIT: usize = 1000;

/// The text without characters that nobody sees but that can mislead, and without blanks around it.
///
/// Control characters and direction overrides can make a screen show something else than what is kept; zero-width ones can
/// hide a number from the mask. New lines stay; a tab becomes a space.
pub fn tidy(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter_map(|character| match character {
            '\n' => Some('\n'),
            '\t' => Some(' '),
            hidden if hidden.is_control() || is_invisible(hidden) => None,
            seen => Some(seen),
        })
        .collect();
    visible.trim().to_owned()
}

/// Whether the text is longer than [`TEXT_LIMIT`].
pub fn is_too_long(text: &str) -> bool {
    text.chars().nth(TEXT_LIMIT).is_some()
}

/// Marks of direction, overrides, isolates, zero-width and soft characters. The zero-width joiner stays: emoji need it.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_removed() {
        for (typed, kept) in [
            ("  Bajarildi.\r\n", "Bajarildi."),
            ("bir\tikki\nuch", "bir ikki\nuch"),
            ("pul\u{202E}lup", "pullup"),
            ("9\u{200B}0", "90"),
            ("\u{2066}a\u{2069}\u{0007}\u{FEFF}", "a"),
            ("\u{200F} \n", ""),
            ("oʻzgarish maʼlumoti", "oʻzgarish maʼlumoti"),
            ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"),
        ] {
            assert_eq!(tidy(typed), kept, "{typed:?}");
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(!is_too_long(&"ў".repeat(TEXT_LIMIT)));
        assert!(is_too_long(&"ў".repeat(TEXT_LIMIT + 1)));
    }
}
