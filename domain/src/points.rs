//! Service points: what they may be called.
//!
//! A name stands on a poster that hangs for years, so it is one line, and short enough to be read from two steps away.

use crate::language::Names;
use crate::written::one_line;

/// The longest name of a point, in characters.
pub const NAME_LIMIT: usize = 120;

/// Why a name cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// There is none in Uzbek in Latin script, the language in which each thing of the city has its name.
    Missing,
    /// One of them is longer than [`NAME_LIMIT`].
    TooLong,
}

/// What was typed as the names of a point, cleaned: those that are empty are not there.
pub fn names(uz_latn: &str, uz_cyrl: &str, ru: &str, en: &str) -> Result<Names, NameFault> {
    let names = Names {
        uz_latn: one_line(uz_latn).ok_or(NameFault::Missing)?,
        uz_cyrl: one_line(uz_cyrl),
        ru: one_line(ru),
        en: one_line(en),
    };
    let all = [Some(&names.uz_latn), names.uz_cyrl.as_ref(), names.ru.as_ref(), names.en.as_ref()];
    let too_long = all.into_iter().flatten().any(|name| name.chars().nth(NAME_LIMIT).is_some());
    if too_long { Err(NameFault::TooLong) } else { Ok(names) }
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
