//! Reads every text in every language as a careful proofreader would.

use domain::language::Language;

use crate::{Sample, samples};

/// What may stand in another script: names and abbreviations that are written so everywhere.
const KEPT: [&str; 36] = [
    "Ctrl-C",
    "NIS.UZ",
    "Telegram",
    "Nazorat",
    "my.gov.uz",
    "gov.uz",
    "OneID",
    "HTTPS",
    "SHA-256",
    "ETag",
    "SVG",
    "UTF-8",
    "HTTP",
    "HTML",
    "JSON",
    "XLSX",
    "CSV",
    "PDF",
    "JPEG",
    "JPG",
    "PNG",
    "DOCX",
    "PPTX",
    "TXT",
    "RAR",
    "7Z",
    "ZIP",
    "URL",
    "SQLite",
    "PostgreSQL",
    "QR",
    "API",
    "ID",
    "KB",
    "MB",
    "Excel",
];

/// Tags that Telegram reads.
const TAGS: [&str; 9] = ["b", "i", "u", "s", "code", "pre", "a", "blockquote", "tg-spoiler"];

/// What `check` complains of in any text of any of the `languages`, each with the place of the text.
fn complaints(languages: &[Language], check: impl Fn(&Sample, &str) -> Option<&'static str>) -> Vec<String> {
    let mut complaints = Vec::new();
    for (language, sample) in
        languages.iter().flat_map(|language| samples().iter().map(move |s| (*language, s)))
    {
        for text in sample.render(language) {
            if let Some(complaint) = check(sample, &text) {
                let place = format!("{}/{} `{}`", language.tag(), sample.file, sample.key);
                complaints.push(format!("{place}: {complaint}: {text}"));
            }
        }
    }
    complaints
}

#[track_caller]
fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Names of languages are written in their own.
fn names_a_language(key: &str) -> bool {
    let names = |language: Language| key.ends_with(&format!("language-{}", language.tag().to_lowercase()));
    Language::ALL.into_iter().any(names)
}

/// Texts of the terminal quote what is typed there: commands, options, values.
fn is_of_terminal(key: &str) -> bool {
    ["cli-", "help-", "option-", "doctor-"].iter().any(|beginning| key.starts_with(beginning))
}

/// The text without what is not language: tags, entities, commands, links, code, kept names, Roman numerals.
fn prose(text: &str) -> String {
    let mut prose = String::new();
    let mut in_tag = false;
    let outside_code = text.split('`').step_by(2).collect::<String>();
    for letter in outside_code.chars() {
        match letter {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            other => prose.push(other),
        }
    }
    for entity in ["&amp;", "&lt;", "&gt;", "&quot;"] {
        prose = prose.replace(entity, " ");
    }
    let words = prose.split_whitespace().filter(|word| {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '/');
        !bare.starts_with('/') && !bare.contains("://") && !is_code(bare) && !is_roman(bare)
    });
    let mut prose = words.collect::<Vec<_>>().join(" ");
    for name in KEPT {
        prose = prose.replace(name, "");
    }
    prose
}

/// Commands, options and settings: `nazorat serve`, `--dry-run`, `NAZORAT_LISTEN`, `t.me/...`.
fn is_code(word: &str) -> bool {
    word.contains("--")
        || word.contains('_')
        || word.contains('@')
        || word.starts_with("t.me")
        || word == "nazorat"
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'))
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, 'ʻ' | 'ʼ')
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{4FF}')
}

#[test]
fn every_text_says_something_and_has_no_braces_left() {
    assert_none(&complaints(&Language::ALL, |_, text| match text {
        _ if text.trim().is_empty() => Some("empty"),
        _ if text.contains(['{', '}']) => Some("braces"),
        _ if text.contains("  ") => Some("two spaces"),
        _ if text.trim() != text => Some("a space at an end"),
        _ if text.contains("...") => Some("three dots instead of …"),
        _ => None,
    }));
}

#[test]
fn uzbek_apostrophes_are_the_right_letters() {
    assert_none(&complaints(&[Language::UzLatn], |_, text| {
        let letters: Vec<char> = text.chars().collect();
        let wrong = letters
            .windows(3)
            .any(|three| three[1] == '`' && three[0].is_alphabetic() && three[2].is_alphabetic());
        let mistaken = letters.windows(2).any(|pair| {
            let after_o_or_g = matches!(pair[0], 'o' | 'O' | 'g' | 'G');
            (pair[1] == 'ʻ' && !after_o_or_g) || (pair[1] == 'ʼ' && after_o_or_g)
        });
        match text {
            _ if wrong || text.contains(['\'', '’', '‘', '´', '′']) => Some("a wrong apostrophe"),
            _ if mistaken => Some("ʻ stands after o and g, ʼ elsewhere"),
            _ => None,
        }
    }));
}

#[test]
fn no_text_mixes_scripts() {
    assert_none(&complaints(&[Language::UzCyrl, Language::Ru], |sample, text| {
        let foreign = prose(text).chars().any(is_latin);
        (foreign && !names_a_language(sample.key) && !is_of_terminal(sample.key)).then_some("Latin letters")
    }));
    assert_none(&complaints(&[Language::UzLatn, Language::En], |sample, text| {
        (text.chars().any(is_cyrillic) && !names_a_language(sample.key)).then_some("Cyrillic letters")
    }));
}

#[test]
fn no_text_has_letters_of_another_language() {
    assert_none(&complaints(&[Language::Ru], |sample, text| {
        let strange = text.contains(['ў', 'қ', 'ғ', 'ҳ', 'Ў', 'Қ', 'Ғ', 'Ҳ']);
        (strange && !names_a_language(sample.key)).then_some("Uzbek letters")
    }));
    assert_none(&complaints(&[Language::UzCyrl], |sample, text| {
        let strange = text.contains(['щ', 'ы', 'Щ', 'Ы']);
        (strange && !names_a_language(sample.key)).then_some("Russian letters")
    }));
}

#[test]
fn the_html_of_the_bot_is_what_telegram_reads() {
    assert_none(&complaints(&Language::ALL, |sample, text| match unclosed(text) {
        _ if !sample.is_html() => text.contains("</").then_some("a tag in a plain text"),
        _ if text.chars().count() > 4096 => Some("longer than a message"),
        Ok(open) if open.is_empty() => None,
        Ok(_) => Some("a tag is not closed"),
        Err(complaint) => Some(complaint),
    }));
}

#[test]
fn what_telegram_shows_in_one_line_fits() {
    assert_none(&complaints(&Language::ALL, |sample, text| {
        // Telegram itself allows a label of any length; phones cut what is longer.
        let limit = match (sample.file, sample.key) {
            (file, key) if file.starts_with("buttons") && key.starts_with("button-") => 64,
            (file, _) if file.starts_with("buttons") => 200,
            ("commands.ftl", _) => 256,
            _ => return None,
        };
        (text.chars().count() > limit || text.contains('\n')).then_some("too long for its line")
    }));
}

/// The tags that are open at the end, or what Telegram would refuse.
fn unclosed(text: &str) -> Result<Vec<String>, &'static str> {
    let mut open = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['<', '>', '&']) {
        rest = &rest[start..];
        if rest.starts_with('&') {
            let known =
                ["&amp;", "&lt;", "&gt;", "&quot;"].into_iter().any(|entity| rest.starts_with(entity));
            if !known {
                return Err("a bare &");
            }
            rest = &rest[1..];
            continue;
        }
        let end = rest.find('>').ok_or("a bare <")?;
        let tag = rest.get(1..end).ok_or("a bare >")?;
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !TAGS.contains(&name) {
            return Err("a tag that Telegram does not know");
        }
        if tag.starts_with('/') {
            if open.pop().as_deref() != Some(name) {
                return Err("a tag that closes another one");
            }
        } else {
            open.push(name.to_owned());
        }
        rest = &rest[end + 1..];
    }
    Ok(open)
}

#[test]
fn the_proofreader_sees_faults() {
    assert_eq!(unclosed("<b>1</b> &amp; <a href=\"x\">2</a>"), Ok(vec![]));
    assert_eq!(unclosed("<b>1"), Ok(vec!["b".to_owned()]));
    for faulty in ["<b><i>1</b></i>", "1 & 2", "1 > 2", "1 < 2", "<br>"] {
        assert!(unclosed(faulty).is_err(), "{faulty}");
    }
    assert!(prose("<b>Иш</b> NIS.UZ PDF IV /tasks &lt;").chars().all(|letter| !is_latin(letter)));
    assert!(prose("Ишga").chars().any(is_latin));
}
