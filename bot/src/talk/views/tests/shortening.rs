//! Long texts, cut to their room.

use super::*;

#[test]
fn a_long_text_is_cut_between_words() {
    for (text, limit, expected) in [
        ("Axborot kiritish", 40, "Axborot kiritish"),
        ("Axborot kiritish", 16, "Axborot kiritish"),
        ("Axborot kiritish tartibi", 18, "Axborot kiritish…"),
        ("Yigʻilish bayoni, imzolangan varaqa", 18, "Yigʻilish bayoni…"),
        ("Elektronxizmatlarreglamentini", 10, "Elektronx…"),
        ("  ", 5, ""),
    ] {
        assert_eq!(shortened(text, limit), expected);
    }
}

proptest! {
    #[test]
    fn a_shortened_text_is_never_longer_than_allowed(text in "\\PC{0,80}", limit in 1_usize..60) {
        let short = shortened(&text, limit);
        prop_assert!(short.chars().count() <= limit);
        prop_assert!(text.trim().starts_with(short.trim_end_matches('…')));
    }
}
