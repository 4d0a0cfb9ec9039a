//! What a citizen's comment lets slip about persons is covered on arrival: only the masked text is ever kept.
//!
//! Rather too much is covered than too little: nine digits in a row may be a sum of money, but they may be a phone.

use chrono::{Datelike, NaiveDate};

use crate::written::{TEXT_LIMIT, tidy};

/// What stands in place of a number or a name.
const COVER: &str = "•••";

/// So many digits together are a phone (9, or 12 with 998), a PINFL (14) or a card (16): never a date, never a usual sum.
const PERSONAL_DIGITS: usize = 9;

/// Digits of a passport after its two letters.
const PASSPORT_DIGITS: usize = 7;

/// The shortest name behind `@` that is taken for one.
const SHORTEST_NAME: usize = 3;

/// How dates are written; they stay.
const DATES: [&str; 4] = ["%d.%m.%Y", "%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"];

/// The comment without phones, passports, PINFL, card numbers and names of Telegram accounts, cut to the limit of texts.
pub fn mask_comment(typed: &str) -> String {
    let text: Vec<char> = tidy(typed).chars().collect();
    let mut masked = String::with_capacity(typed.len());
    let mut at = 0;
    while let Some(&character) = text.get(at) {
        if let Some(end) = date_end(&text, at) {
            masked.extend(&text[at..end]);
            at = end;
        } else if let Some(end) = personal_end(&text, at) {
            masked.push_str(COVER);
            at = end;
        } else {
            masked.push(character);
            at += 1;
        }
    }
    // Cut only now: a number cut in half would no longer be known as one.
    masked.chars().take(TEXT_LIMIT).collect()
}

/// Where the date ends that begins exactly at `at`: with the hour behind it, it could be taken for a phone.
fn date_end(text: &[char], at: usize) -> Option<usize> {
    let is_digit = |index: usize| text.get(index).is_some_and(char::is_ascii_digit);
    if !is_digit(at) {
        return None;
    }
    (8..=10).rev().map(|length| at + length).find(|end| {
        let written: String = text.get(at..*end).unwrap_or_default().iter().collect();
        !is_digit(*end) && DATES.iter().any(|form| is_date(&written, form))
    })
}

fn is_date(written: &str, form: &str) -> bool {
    NaiveDate::parse_from_str(written, form).is_ok_and(|date| (1900..2100).contains(&date.year()))
}

/// Where the personal thing ends that begins exactly at `at`.
fn personal_end(text: &[char], at: usize) -> Option<usize> {
    account_end(text, at)
        .or_else(|| mail_end(text, at))
        .or_else(|| passport_end(text, at))
        .or_else(|| number_end(text, at))
}

/// `@name` or `t.me/name`.
fn account_end(text: &[char], at: usize) -> Option<usize> {
    let name = match text.get(at)? {
        '@' => at + 1,
        't' | 'T' if starts_with(&text[at..], "t.me/") => at + "t.me/".len(),
        _ => return None,
    };
    let length = run(&text[name..], |character| character.is_alphanumeric() || "_+-".contains(character));
    (length >= SHORTEST_NAME).then_some(name + length)
}

/// `name@host`.
fn mail_end(text: &[char], at: usize) -> Option<usize> {
    let in_address = |character: char| character.is_alphanumeric() || "._+-".contains(character);
    if !begins_word(text, at) {
        return None;
    }
    let name = run(&text[at..], in_address);
    let host = at + name + 1;
    if name == 0 || text.get(host - 1) != Some(&'@') {
        return None;
    }
    let length = run(&text[host..], in_address);
    (length > 0).then_some(host + length)
}

/// Two letters of any script and seven digits; between them blanks, when the letters are capitals.
///
/// Small letters apart from a number are a word: "va 1 500 000".
fn passport_end(text: &[char], at: usize) -> Option<usize> {
    let [first, second] = *text.get(at..at + 2)? else { return None };
    if !(begins_word(text, at) && first.is_alphabetic() && second.is_alphabetic()) {
        return None;
    }
    let spaced = first.is_uppercase() && second.is_uppercase();
    let mut digits = 0;
    for (index, character) in text.iter().copied().enumerate().skip(at + 2) {
        if digits == PASSPORT_DIGITS {
            return (!character.is_numeric()).then_some(index);
        }
        if character.is_numeric() {
            digits += 1;
        } else if !(spaced && " \u{00A0}-№".contains(character)) {
            return None;
        }
    }
    (digits == PASSPORT_DIGITS).then_some(text.len())
}

fn starts_with(text: &[char], beginning: &str) -> bool {
    text.len() >= beginning.len()
        && beginning.chars().zip(text).all(|(expected, character)| character.to_ascii_lowercase() == expected)
}

fn begins_word(text: &[char], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| !text[before].is_alphabetic())
}

/// How many characters from the start are of this sort; no name is longer than 64.
fn run(text: &[char], belongs: impl Fn(char) -> bool) -> usize {
    text.iter().take(64).take_while(|character| belongs(**character)).count()
}

/// A plus or a bracket, perhaps, and nine digits or more with no more than two signs between any two of them.
fn number_end(text: &[char], at: usize) -> Option<usize> {
    let opening = text[at..].iter().take(2).take_while(|character| matches!(character, '+' | '(')).count();
    let (digits, end) = digits_from(text, at + opening)?;
    (digits >= PERSONAL_DIGITS).then_some(end)
}

/// How many digits stand together from here, and where they end; `None` when there is no digit here.
fn digits_from(text: &[char], start: usize) -> Option<(usize, usize)> {
    text.get(start).filter(|character| character.is_numeric())?;
    let (mut digits, mut end) = (0, start);
    for (index, character) in text.iter().enumerate().skip(start) {
        if character.is_numeric() {
            digits += 1;
            end = index + 1;
        } else if !is_gap(*character) || index - end >= 2 {
            break;
        }
    }
    Some((digits, end))
}

/// What people put between the digits of one number.
fn is_gap(character: char) -> bool {
    character.is_whitespace() && character != '\n'
        || matches!(character, '-' | '‐'..='―' | '.' | '(' | ')' | '/' | '_' | '\u{200D}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_names_a_person_is_covered() {
        for (typed, kept) in [
            ("Telefonim +998 90 123 45 67, kuting", "Telefonim •••, kuting"),
            ("тел: 998901234567", "тел: •••"),
            ("Звоните (90) 123-45-67!", "Звоните •••!"),
            ("Менинг рақамим +998(90)123-45-67.", "Менинг рақамим •••."),
            ("90.123.45.67", "•••"),
            ("Pasport AA1234567 berdim", "Pasport ••• berdim"),
            ("паспорт АВ 123 45 67", "паспорт •••"),
            ("паспорт АС № 1234567 выдан", "паспорт ••• выдан"),
            ("aa1234567", "•••"),
            ("AB1234567 5", "••• 5"),
            ("JShShIR 31234567890123", "JShShIR •••"),
            ("карта 8600 1234 5678 9012 ушла", "карта ••• ушла"),
            ("9860123456789012", "•••"),
            ("@alisher_v yordam bermadi", "••• yordam bermadi"),
            ("https://t.me/alisher_v", "https://•••"),
            ("ali.valiyev@mail.uz ga yozing", "••• ga yozing"),
            ("90\u{200B}1234567", "•••"),
            ("+998 90 123\u{00A0}45\u{00A0}67", "•••"),
            ("901234567AB7654321", "••••••"),
        ] {
            assert_eq!(mask_comment(typed), kept, "{typed:?}");
        }
    }

    #[test]
    fn what_names_nobody_stays() {
        for text in [
            "Rahmat! Hammasi aʼlo, 10 daqiqada bitdi.",
            "22.11.2026 kuni soat 09:00–18:00",
            "01.11.2026 va 22.11.2026",
            "2026-11-22 12:30",
            "1.11.2026 (9:00)",
            "5-oyna, 2-qavat, 305-xona",
            "va 1 500 000 soʻm soʻrashdi",
            "Взяли 12 500 000 сумов",
            "ҚР-353 қарор, 1298-сон",
            "100 % @ 5",
            "birinchi qator\nikkinchi qator",
        ] {
            assert_eq!(mask_comment(text), text);
        }
    }

    #[test]
    fn a_long_comment_is_cut_after_it_was_masked() {
        let typed = format!("{}901234567", "a ".repeat(497));
        assert_eq!(mask_comment(&typed), format!("{}•••", "a ".repeat(497)));
        assert_eq!(mask_comment(&"ў".repeat(4000)).chars().count(), TEXT_LIMIT);
    }

    proptest! {
        #[test]
        fn no_phone_gets_through_however_it_is_written(
            before in "[a-zʻа-яў ,:]{0,20}",
            digits in prop::array::uniform9(0_u8..10),
            gaps in prop::collection::vec(prop::sample::select(vec!["", " ", "-", ") ", "\u{00A0}", "."]), 9),
        ) {
            let phone = digits.iter().zip(gaps).flat_map(|(digit, gap)| [digit.to_string(), gap.to_owned()]);
            let masked = mask_comment(&(before + &phone.collect::<String>()));
            prop_assert!(!masked.chars().any(char::is_numeric), "{masked}");
        }

        #[test]
        fn masking_twice_is_masking_once(typed in "[a-cA-Cа-в0-9 +().@_/•\n-]{0,60}") {
            let once = mask_comment(&typed);
            prop_assert_eq!(mask_comment(&once), once);
        }

        #[test]
        fn any_text_at_all_is_taken(typed in any::<String>()) {
            prop_assert!(mask_comment(&typed).chars().count() <= TEXT_LIMIT);
        }
    }
}
