//! Service points: what they may be called.
//!
//! A name stands on a poster that hangs for years, so it is one line, and short enough to be read from two steps away.

use crate::language::{NameFault, Names};

/// The longest name of a point, in characters.
pub const NAME_LIMIT: usize = 120;

/// What was typed as the names of a point, cleaned: those that are empty are not there.
pub fn names(uz_latn: &str, uz_cyrl: &str, ru: &str, en: &str) -> Result<Names, NameFault> {
    Names::typed([uz_latn, uz_cyrl, ru, en], NAME_LIMIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cleaned_and_empty_ones_are_not_there() {
        let clean = names("  2-zal,\n 5-o'yna\u{202E} ", "\t", "Зал 2", "").unwrap();
        let expected =
            Names { uz_latn: "2-zal, 5-oʻyna".into(), ru: Some("Зал 2".into()), ..Names::default() };
        assert_eq!(clean, expected);
    }

    #[test]
    fn a_name_that_is_missing_or_too_long_is_not_taken() {
        let long = "ў".repeat(NAME_LIMIT + 1);
        for (uz_latn, ru, fault) in [
            ("", "Зал 2", NameFault::Missing),
            (" \u{200B}\n", "", NameFault::Missing),
            (long.as_str(), "", NameFault::TooLong),
            ("Zal", long.as_str(), NameFault::TooLong),
        ] {
            assert_eq!(names(uz_latn, "", ru, ""), Err(fault), "{uz_latn} {ru}");
        }
        assert!(names(&long[..long.len() - 2], "", "", "").is_ok());
    }
}
