//! Links and numbers of NIS.UZ records in what an officer types.

use crate::{refusal::Refusal, written::tidy};

/// So many links of one text are kept, each at most so long.
const LINKS: usize = 10;
const LINK_LENGTH: usize = 500;

/// How long the number of a record is.
const RECORD_LENGTH: std::ops::RangeInclusive<usize> = 4..=20;

/// What a text says, and what it points at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The officer's own words; none when the text was nothing but record numbers.
    pub text: Option<String>,
    /// The links in it, each once.
    pub links: Vec<String>,
    /// The numbers of records in NIS.UZ, each once.
    pub records: Vec<String>,
}

/// Reads what was typed. A line that is nothing but "NIS" and a number is the number of a record.
pub fn read_words(typed: &str) -> Words {
    let typed = tidy(typed);
    let mut words = Words::default();
    let mut own = Vec::new();
    for line in typed.lines() {
        match record_in(line) {
            Some(record) => add(&mut words.records, record),
            None => own.push(line),
        }
    }
    let own = own.join("\n").trim().to_owned();
    for link in own.split_whitespace().filter_map(link).take(LINKS) {
        add(&mut words.links, link);
    }
    words.text = Some(own).filter(|own| !own.is_empty());
    words
}

/// The number of a record, typed after it was asked for: 4 to 20 letters, digits and hyphens, at least one digit.
pub fn record_number(typed: &str) -> Result<String, Refusal> {
    let typed = tidy(typed);
    let number = after_name(&typed).unwrap_or(typed.as_str()).trim_matches([' ', '№', '#', ':', '.']);
    let fits = number.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && RECORD_LENGTH.contains(&number.len())
        && number.bytes().any(|byte| byte.is_ascii_digit());
    if fits { Ok(number.to_ascii_uppercase()) } else { Err(Refusal::RecordNumberWrong) }
}

/// The record that a line names, when it says nothing else. Small letters are words: "NIS 2026-yil" is a year.
fn record_in(line: &str) -> Option<String> {
    let number = after_name(line)?;
    let is_plain = number.chars().all(|sign| !sign.is_ascii_lowercase());
    is_plain.then(|| record_number(number).ok()).flatten()
}

/// What stands behind the name of the system.
fn after_name(line: &str) -> Option<&str> {
    let line = line.trim();
    let name = ["nis.uz", "nis", "нис.уз", "нис"].into_iter().find(|name| {
        let mut letters = line.chars().flat_map(char::to_lowercase);
        name.chars().all(|letter| letters.next() == Some(letter))
    })?;
    let (end, _) = line.char_indices().nth(name.chars().count())?;
    let rest = &line[end..];
    // "Nisbatan" is no name of a system.
    rest.starts_with([' ', '№', '#', ':', '-']).then(|| rest.trim_start_matches([' ', '№', '#', ':', '-']))
}

/// A word that is a link, without the signs of the sentence around it.
fn link(word: &str) -> Option<String> {
    let word = word.trim_matches(['(', ')', '«', '»', '"', '\'', '<', '>', ',', ';', ':', '!', '?', '.']);
    let folded = word.to_lowercase();
    let (scheme, rest) = match folded.split_once("://") {
        Some(("http" | "https", rest)) => (true, rest),
        Some(_) => return None,
        None => (false, folded.as_str()),
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let known = scheme || host.starts_with("www.") || host == "t.me" || host.rsplit('.').next() == Some("uz");
    let is_host = host.contains('.')
        && !host.contains("..")
        && host.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '.' | '-' | ':'))
        && host.starts_with(char::is_alphanumeric);
    (known && is_host && word.chars().count() <= LINK_LENGTH)
        .then(|| if scheme { word.to_owned() } else { format!("https://{word}") })
}

fn add(all: &mut Vec<String>, one: String) {
    if !all.contains(&one) {
        all.push(one);
    }
}
