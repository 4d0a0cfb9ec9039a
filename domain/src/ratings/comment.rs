//! What a citizen's comment lets slip about persons is covered on arrival: only the masked text is ever kept.
//!
//! Rather too much is covered than too little: nine digits in a row may be a sum of money, but they may be a phone.

use chrono::{Datelike, NaiveDate};

use crate::written::{TEXT_LIMIT, is_too_long, tidy};

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

/// Signs between two digits of one number, at most.
const LONGEST_GAP: usize = 3;

/// The shortest name that is taken for one when blanks stand between it and its `@`.
const SHORTEST_NAME_APART: usize = 5;

/// Series of passports and identity cards that are known also in small letters.
const SERIES: [&str; 14] =
    ["aa", "ab", "ac", "ad", "ae", "fa", "fk", "ka", "аа", "ав", "аб", "ас", "ад", "ае"];

/// A comment as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaskedComment {
    /// The words, without what names a person.
    pub text: String,
    /// Whether the end was cut off, as it was too long.
    pub cut: bool,
}

/// The comment without phones, passports, PINFL, card numbers and names of Telegram accounts, cut to [`TEXT_LIMIT`].
///
/// It stays what it is otherwise: a formula, SQL or HTML is text, and whoever shows it escapes it.
pub fn mask_comment(typed: &str) -> MaskedComment {
    let text: Vec<char> = without_empty_lines(&tidy(typed)).chars().collect();
    let mut masked = String::with_capacity(typed.len());
    let mut at = 0;
    while let Some(&character) = text.get(at) {
        if let Some(end) = date_end(&text, at).or_else(|| times_end(&text, at)) {
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
    let cut = is_too_long(&masked);
    let kept: String = masked.chars().take(TEXT_LIMIT).collect();
    MaskedComment { text: kept.trim_end().to_owned(), cut }
}

/// One empty line at most between two paragraphs: a thousand of them would push everything else off a page.
fn without_empty_lines(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut breaks = 0;
    for character in text.chars() {
        breaks = if character == '\n' { breaks + 1 } else { 0 };
        if breaks <= 2 {
            kept.push(character);
        }
    }
    kept
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

/// Where the hours end that begin exactly at `at`, such as `09:00–13:00, 14:00–18:00`; `None` when other digits follow.
fn times_end(text: &[char], at: usize) -> Option<usize> {
    let mut end = time_end(text, at)?;
    loop {
        let gap = text[end..].iter().take(LONGEST_GAP).take_while(|character| is_gap(**character)).count();
        match text.get(end + gap) {
            Some(next) if next.is_numeric() => end = time_end(text, end + gap)?,
            _ => return Some(end),
        }
    }
}

/// Where the hour and minute end that begin exactly at `at`.
fn time_end(text: &[char], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).map(|before| text[before]);
    if before.is_some_and(|before| before.is_numeric() || before == ':') {
        return None;
    }
    let colon = at + text[at..].iter().take(2).take_while(|character| character.is_ascii_digit()).count();
    let end = colon + 3;
    let number = |digits: &[char]| digits.iter().collect::<String>().parse::<u8>().ok();
    let (hour, minute) = (number(&text[at..colon])?, number(text.get(colon + 1..end)?)?);
    let is_time = text[colon] == ':' && hour < 24 && minute < 60;
    (is_time && !text.get(end).is_some_and(|next| next.is_numeric() || *next == ':')).then_some(end)
}

/// Where the personal thing ends that begins exactly at `at`.
fn personal_end(text: &[char], at: usize) -> Option<usize> {
    account_end(text, at)
        .or_else(|| address_end(text, at))
        .or_else(|| nickname_end(text, at))
        .or_else(|| passport_end(text, at))
        .or_else(|| number_end(text, at))
}

/// `@name`, also with a blank between them, or a link to somebody in Telegram.
fn account_end(text: &[char], at: usize) -> Option<usize> {
    if let Some(name) = link_end(&text[at..]).map(|length| at + length) {
        let length = run(&text[name..], |character| in_name(character) || "/?=&%".contains(character));
        return (length >= SHORTEST_NAME).then_some(name + length);
    }
    if !is_at(*text.get(at)?) {
        return None;
    }
    let blanks = text[at + 1..].iter().take(2).take_while(|character| character.is_whitespace()).count();
    let name = at + 1 + blanks;
    let length = run(&text[name..], in_name);
    let shortest = if blanks == 0 { SHORTEST_NAME } else { SHORTEST_NAME_APART };
    let begins = blanks == 0 || text.get(name).is_some_and(char::is_ascii_alphabetic);
    (length >= shortest && begins).then_some(name + length)
}

/// How long the beginning of a link to Telegram is, such as `t.me/`, whatever blanks were put into it.
fn link_end(text: &[char]) -> Option<usize> {
    ["t.me/", "т.ме/", "telegram.me/", "telegram.dog/", "tg://"].iter().find_map(|beginning| {
        let mut at = 0;
        for expected in beginning.chars() {
            at += text[at..].iter().take(usize::from(at > 0)).take_while(|sign| **sign == ' ').count();
            let found = text.get(at)?.to_lowercase().next()?;
            let same = found == expected || (expected == '/' && found == '\\');
            at = same.then_some(at + 1)?;
        }
        at += text[at..].iter().take(1).take_while(|sign| **sign == ' ').count();
        Some(at)
    })
}

/// `name@host`, or `name.t.me`.
fn address_end(text: &[char], at: usize) -> Option<usize> {
    let in_address = |character: char| in_name(character) || character == '.';
    if !begins_word(text, at) {
        return None;
    }
    let name = run(&text[at..], in_address);
    let host = at + name + 1;
    if name > 0 && text.get(host - 1).is_some_and(|sign| is_at(*sign)) {
        let length = run(&text[host..], in_address);
        return (length > 0).then_some(host + length);
    }
    let written: String = text[at..at + name].iter().collect::<String>().to_lowercase();
    let nickname = written.strip_suffix(".t.me").or_else(|| written.strip_suffix(".t.me."));
    nickname.is_some_and(|nickname| !nickname.is_empty()).then_some(at + name)
}

/// A word with a line inside, `alisher_v`: nobody writes so but for a name of an account.
fn nickname_end(text: &[char], at: usize) -> Option<usize> {
    let in_nickname = |character: char| character.is_ascii_alphanumeric() || character == '_';
    if !begins_word(text, at) || !text[at].is_ascii_alphabetic() {
        return None;
    }
    let length = run(&text[at..], in_nickname);
    let inside = text[at..at + length].iter().rposition(|character| *character == '_')?;
    (length >= SHORTEST_NAME_APART && inside + 1 < length).then_some(at + length)
}

/// Two letters of any script and seven digits; between them blanks or dots, when the letters are capitals or a known series.
///
/// Other small letters apart from a number are a word: "va 1 500 000".
fn passport_end(text: &[char], at: usize) -> Option<usize> {
    let (first, second, digits_at) = series(text, at)?;
    let end = seven_digits_end(text, (first, second), digits_at)?;
    // A word of two letters before a phone: the rest of the phone goes with it.
    let digits = (digits_at..end).find(|index| text[*index].is_numeric());
    let number = digits.and_then(|digits| number_end(text, digits));
    Some(number.map_or(end, |number| number.max(end)))
}

/// Where the digits of a passport end that follow the two letters of its series.
fn seven_digits_end(text: &[char], (first, second): (char, char), digits_at: usize) -> Option<usize> {
    let small: String = [first, second].iter().flat_map(|letter| letter.to_lowercase()).collect();
    let spaced = first.is_uppercase() && second.is_uppercase() || SERIES.contains(&small.as_str());
    let (mut digits, mut gap) = (0, 0);
    for (index, character) in text.iter().copied().enumerate().skip(digits_at) {
        if digits == PASSPORT_DIGITS {
            return (!character.is_numeric()).then_some(index);
        }
        if character.is_numeric() {
            (digits, gap) = (digits + 1, 0);
        } else if spaced && gap < LONGEST_GAP && (is_gap(character) || "№N#".contains(character)) {
            gap += 1;
        } else {
            return None;
        }
    }
    (digits == PASSPORT_DIGITS).then_some(text.len())
}

/// The two letters of a passport that begin at `at`, and where they end; capitals may stand apart: `A.A.`.
fn series(text: &[char], at: usize) -> Option<(char, char, usize)> {
    let first = *text.get(at)?;
    if !(begins_word(text, at) && first.is_alphabetic()) {
        return None;
    }
    match *text.get(at + 1)? {
        second if second.is_alphabetic() => Some((first, second, at + 2)),
        gap if is_gap(gap) && first.is_uppercase() => {
            let second = *text.get(at + 2)?;
            second.is_uppercase().then_some((first, second, at + 3))
        }
        _ => None,
    }
}

fn is_at(character: char) -> bool {
    matches!(character, '@' | '＠' | '﹫')
}

fn in_name(character: char) -> bool {
    character.is_alphanumeric() || "_+-".contains(character)
}

fn begins_word(text: &[char], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| !text[before].is_alphabetic())
}

/// How many characters from the start are of this sort; no name is longer than 64.
fn run(text: &[char], belongs: impl Fn(char) -> bool) -> usize {
    text.iter().take(64).take_while(|character| belongs(**character)).count()
}

/// A plus or a bracket, perhaps, and nine digits or more with no more than three signs between any two of them.
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
        let looks_like_one = || {
            index == end
                && matches!(character, 'o' | 'O' | 'о' | 'О')
                && text.get(index + 1).is_some_and(|next| !next.is_alphabetic())
        };
        if character.is_numeric() || looks_like_one() {
            digits += 1;
            end = index + 1;
        } else if !is_gap(*character) || index - end >= LONGEST_GAP {
            break;
        }
    }
    Some((digits, end))
}

/// What people put between the digits of one number.
fn is_gap(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '‐'..='―' | '•' | '·' | '…' | '\u{200D}')
        || "-.,()/_:;*|\\~=+'\"".contains(character)
}

#[cfg(test)]
mod tests;
