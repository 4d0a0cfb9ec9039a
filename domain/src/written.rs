//! What people type, made safe to keep and to show.
//!
//! It cleans and measures; it never changes words, and it knows nothing of what the text is about.

use chrono::{Datelike, NaiveDate};

use crate::text::same_apostrophes;

/// The longest text that an answer, a reason or a comment may have, in characters.
pub const TEXT_LIMIT: usize = 1000;

/// The longest text of a measure, its result or its executors, in characters.
pub const MEASURE_LIMIT: usize = 3000;
/// The longest name of a section, a deadline or a controller.
pub const SECTION_LIMIT: usize = 500;

/// So many marks may stand on one letter, as in Vietnamese; more are a joke that makes lines run into each other.
const MARKS_ON_A_LETTER: usize = 2;

/// The text without characters that nobody sees but that can mislead, and without blanks around it.
///
/// Control characters and direction overrides can make a screen show something else than what is kept; zero-width ones and
/// marks on digits can hide a number from the mask. New lines stay; a tab becomes a space.
pub fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut before = None;
    let mut marks = 0;
    for character in text.chars() {
        let seen = match character {
            '\n' => '\n',
            '\t' => ' ',
            hidden if hidden.is_control() || is_invisible(hidden) => continue,
            // Only pictures are joined to pictures, and made colourful.
            '\u{200D}' | '\u{FE0F}' if !before.is_some_and(may_be_a_picture) => continue,
            mark if is_mark(mark) => {
                marks += 1;
                if marks > MARKS_ON_A_LETTER || !before.is_some_and(char::is_alphabetic) {
                    continue;
                }
                tidied.push(mark);
                continue;
            }
            seen => seen,
        };
        marks = 0;
        before = Some(seen);
        tidied.push(seen);
    }
    tidied.trim().to_owned()
}

/// The text on one line and with the right apostrophes, for a name; `None` when nothing is left of it.
pub fn one_line(text: &str) -> Option<String> {
    let words: Vec<_> = text.split_whitespace().collect();
    let line = tidy(&words.join(" "));
    Some(same_apostrophes(&line)).filter(|line| !line.is_empty())
}

/// How a day is typed.
const DAYS: [&str; 4] = ["%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"];

/// A day without a year may lie so far back, in days; beyond that the next year is meant.
const BACK: i64 = 60;

/// The day that the text is and nothing else: `10.12.2026`, `10/12/2026`, `2026-12-10`, or `10.12` of the year that is meant
/// on `today`.
pub fn day_from(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim().trim_end_matches('.');
    let whole = DAYS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    if let Some(day) = whole {
        return (2000..2200).contains(&day.year()).then_some(day);
    }
    let of_year = |year: i32| {
        let text = format!("{text}.{year}");
        NaiveDate::parse_from_str(&text, "%d.%m.%Y").ok()
    };
    let near = |day: &NaiveDate| (*day - today).num_days() >= -BACK;
    of_year(today.year()).filter(near).or_else(|| of_year(today.year() + 1))
}

/// Whether the text is longer than [`TEXT_LIMIT`].
pub fn is_too_long(text: &str) -> bool {
    text.chars().nth(TEXT_LIMIT).is_some()
}

/// Marks of direction, overrides, isolates, fillers, tags, and zero-width and soft characters.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0E}' | '\u{FEFF}' | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Marks that stand on the letter before them, of the scripts in which they are stacked for fun.
fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05BD}' | '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}' | '\u{06D6}'..='\u{06DC}' | '\u{0E31}' | '\u{0E34}'..='\u{0E3A}'
        | '\u{0E47}'..='\u{0E4E}' | '\u{0F71}'..='\u{0F84}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{302A}'..='\u{302F}' | '\u{3099}' | '\u{309A}' | '\u{FE20}'..='\u{FE2F}'
    )
}

fn may_be_a_picture(character: char) -> bool {
    !character.is_ascii() && !character.is_alphanumeric() && !character.is_whitespace()
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
            ("❤\u{FE0F} 9\u{FE0F}\u{20E3}0\u{20E3}", "❤\u{FE0F} 90"),
            ("9\u{200D}0, 9\u{0336}0\u{0336}", "90, 90"),
            ("\u{0301}\u{0301}yaxshi", "yaxshi"),
            ("э\u{0301}то, тии\u{0306}, ế\u{0323}", "э\u{0301}то, тии\u{0306}, ế\u{0323}"),
            ("a\u{3164}\u{2800}b\u{E0041}", "ab"),
        ] {
            assert_eq!(tidy(typed), kept, "{typed:?}");
        }
    }

    #[test]
    fn marks_are_not_stacked() {
        let stacked = "\u{0315}".repeat(40);
        let zalgo: String = "yomon"
            .chars()
            .flat_map(|letter| format!("{letter}{stacked}").chars().collect::<Vec<_>>())
            .collect();
        assert_eq!(tidy(&zalgo).chars().count(), "yomon".len() * (1 + MARKS_ON_A_LETTER));
        assert_eq!(tidy(&"\u{0336}".repeat(500)), "");
    }

    #[test]
    fn a_name_is_one_line() {
        assert_eq!(one_line(" Farg'ona\n shahri\u{202E} ").as_deref(), Some("Fargʻona shahri"));
        assert_eq!(one_line(" \u{200B}\n "), None);
    }

    #[test]
    fn a_day_is_read_when_the_text_is_nothing_else() {
        let today = "2026-11-27".parse().unwrap();
        for (typed, day) in [
            ("10.12.2026", Some("2026-12-10")),
            (" 10.12.2026. ", Some("2026-12-10")),
            ("1.2.2027", Some("2027-02-01")),
            ("10/12/2026", Some("2026-12-10")),
            ("2026-12-10", Some("2026-12-10")),
            ("10.12", Some("2026-12-10")),
            ("25.11", Some("2026-11-25")),
            ("05.01", Some("2027-01-05")),
            ("31.02.2027", None),
            ("10.12.26", None),
            ("10.12.2026 gacha", None),
            ("12", None),
            ("1.5 mln", None),
            ("1.5", Some("2027-05-01")),
        ] {
            assert_eq!(day_from(typed, today), day.map(|day| day.parse().unwrap()), "{typed:?}");
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(!is_too_long(&"ў".repeat(TEXT_LIMIT)));
        assert!(is_too_long(&"ў".repeat(TEXT_LIMIT + 1)));
    }
}
