//! Uzbek words of time, in folded Latin letters: stems, endings, numbers.
//!
//! It knows single words only; what stands beside a word is the grammar's business.

use chrono::{Month, Weekday};

use super::token::{Case, Meaning, Span, Token};

/// Words that take no endings, or whose endings say nothing.
const WHOLE_WORDS: &[(&str, Meaning)] = &[
    ("har", Meaning::Each),
    ("harbir", Meaning::Each),
    ("kunbay", Meaning::Every(Span::Day)),
    ("harkuni", Meaning::Every(Span::Day)),
    ("soatbay", Meaning::Every(Span::Day)),
    ("qadar", Meaning::Until),
    ("kadar", Meaning::Until),
    ("kechiktirmay", Meaning::NotLater),
    ("kechiktirmasdan", Meaning::NotLater),
    ("kechiktirilmasdan", Meaning::NotLater),
    ("kechiktirmagan", Meaning::NotLater),
    ("kechikmay", Meaning::NotLater),
    ("kechikmasdan", Meaning::NotLater),
    ("kechikmagan", Meaning::NotLater),
    ("kech", Meaning::Filler),
    ("qolmay", Meaning::NotLater),
    ("oldin", Meaning::Before),
    ("avval", Meaning::Before),
    ("ichida", Meaning::Within),
    ("mobaynida", Meaning::Within),
    ("oraligida", Meaning::Within),
    ("davomida", Meaning::During),
    ("boshlab", Meaning::From),
    ("etiboran", Meaning::From),
    ("song", Meaning::After),
    ("keyin", Meaning::After),
    ("otgach", Meaning::After),
    ("keyingi", Meaning::Following),
    ("kelgusi", Meaning::Following),
    ("kelasi", Meaning::Following),
    ("navbatdagi", Meaning::Following),
    ("joriy", Meaning::Current),
    ("shu", Meaning::Current),
    ("ushbu", Meaning::Current),
    ("mazkur", Meaning::Current),
    ("ohirgi", Meaning::Last),
    ("songgi", Meaning::Last),
    ("yarim", Meaning::Half),
    ("ish", Meaning::Work),
    ("oquv", Meaning::School),
    ("marta", Meaning::Times),
    ("marotaba", Meaning::Times),
    ("doimiy", Meaning::Permanent),
    ("doimo", Meaning::Permanent),
    ("doim", Meaning::Permanent),
    ("muntazam", Meaning::Permanent),
    ("uzluksiz", Meaning::Permanent),
    ("muttasil", Meaning::Permanent),
    ("tizimli", Meaning::Permanent),
    ("hamisha", Meaning::Permanent),
    ("muddatsiz", Meaning::Permanent),
    ("zudlik", Meaning::AtOnce),
    ("darhol", Meaning::AtOnce),
    ("tezda", Meaning::AtOnce),
    ("tezkorlik", Meaning::AtOnce),
    ("tezlik", Meaning::AtOnce),
    ("tezkor", Meaning::AtOnce),
    ("shoshilinch", Meaning::AtOnce),
    ("zarur", Meaning::Needed),
    ("kerak", Meaning::Needed),
    ("lozim", Meaning::Needed),
    ("belgilangan", Meaning::Set),
    ("belgilanadigan", Meaning::Set),
    ("oz", Meaning::Set),
    ("qabul", Meaning::Adopted),
    ("va", Meaning::And),
    ("hamda", Meaning::And),
    ("yoki", Meaning::And),
    ("bilan", Meaning::Filler),
    ("ravishda", Meaning::Filler),
    ("asosda", Meaning::Filler),
    ("boyicha", Meaning::Filler),
    ("bolib", Meaning::Filler),
    ("holda", Meaning::Filler),
    ("kora", Meaning::Filler),
    ("qarab", Meaning::Filler),
    ("muvofiq", Meaning::Filler),
    ("asosan", Meaning::Filler),
    ("asosida", Meaning::Filler),
    ("lekin", Meaning::Filler),
    ("ammo", Meaning::Filler),
    ("biroq", Meaning::Filler),
    ("kalendar", Meaning::Filler),
    ("taqvim", Meaning::Filler),
    ("taqvimiy", Meaning::Filler),
    ("hisobot", Meaning::Filler),
    ("moljallangan", Meaning::Filler),
    ("deb", Meaning::Filler),
    ("kamida", Meaning::Filler),
    ("chi", Meaning::Filler),
    ("nchi", Meaning::Filler),
    ("inchi", Meaning::Filler),
];

/// Words that take endings.
const STEMS: &[(&str, Meaning)] = &[
    ("soat", Meaning::Unit(Span::Hour)),
    ("kun", Meaning::Unit(Span::Day)),
    ("sutka", Meaning::Unit(Span::Day)),
    ("hafta", Meaning::Unit(Span::Week)),
    ("oy", Meaning::Unit(Span::Month)),
    ("chorak", Meaning::Unit(Span::Quarter)),
    ("chorag", Meaning::Unit(Span::Quarter)),
    ("kvartal", Meaning::Unit(Span::Quarter)),
    ("yarimyil", Meaning::Unit(Span::HalfYear)),
    ("yarm", Meaning::Unit(Span::HalfYear)),
    ("yil", Meaning::Unit(Span::Year)),
    ("y", Meaning::Unit(Span::Year)),
    ("sana", Meaning::DateWord),
    ("muddat", Meaning::Term),
    ("payt", Meaning::Moment),
    ("vaqt", Meaning::Moment),
    ("ohir", Meaning::End),
    ("yakun", Meaning::End),
    ("tugash", Meaning::End),
    ("tugagan", Meaning::End),
    ("tugallangan", Meaning::End),
    ("yakunlangan", Meaning::End),
    ("yakunlanish", Meaning::End),
    ("bosh", Meaning::Beginning),
    ("natija", Meaning::Results),
    ("qaror", Meaning::Act),
    ("farmoyish", Meaning::Act),
    ("buyruq", Meaning::Act),
    ("buyrug", Meaning::Act),
    ("farmon", Meaning::Act),
    ("reja", Meaning::Act),
    ("imzolangan", Meaning::Adopted),
    ("tasdiqlangan", Meaning::Approved),
    ("kuchga", Meaning::InForce),
    ("kirgan", Meaning::Filler),
    ("qilingan", Meaning::Filler),
    ("etilgan", Meaning::Filler),
    ("bolgan", Meaning::Filler),
    ("davr", Meaning::Filler),
    ("zarurat", Meaning::Needed),
    ("zaruriyat", Meaning::Needed),
    ("ehtiyoj", Meaning::Needed),
    ("talab", Meaning::Needed),
    ("jadval", Meaning::Set),
    ("grafik", Meaning::Set),
    ("tartib", Meaning::Set),
];

const MONTHS: [(&str, Month); 21] = [
    ("yanvar", Month::January),
    ("fevral", Month::February),
    ("mart", Month::March),
    ("aprel", Month::April),
    ("may", Month::May),
    ("iyun", Month::June),
    ("iyul", Month::July),
    ("avgust", Month::August),
    ("sentabr", Month::September),
    ("sentyabr", Month::September),
    ("oktabr", Month::October),
    ("oktyabr", Month::October),
    ("noyabr", Month::November),
    ("dekabr", Month::December),
    // Shortened, as in tables.
    ("yan", Month::January),
    ("fev", Month::February),
    ("apr", Month::April),
    ("avg", Month::August),
    ("okt", Month::October),
    ("noy", Month::November),
    ("dek", Month::December),
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("dushanba", Weekday::Mon),
    ("seshanba", Weekday::Tue),
    ("chorshanba", Weekday::Wed),
    ("payshanba", Weekday::Thu),
    ("juma", Weekday::Fri),
    ("shanba", Weekday::Sat),
    ("yakshanba", Weekday::Sun),
];

const TENS: [(&str, u32); 9] = [
    ("on", 10),
    ("yigirma", 20),
    ("ottiz", 30),
    ("qirq", 40),
    ("ellik", 50),
    ("oltmish", 60),
    ("yetmish", 70),
    ("sakson", 80),
    ("toqson", 90),
];

const ONES: [(&str, u32); 9] = [
    ("bir", 1),
    ("ikki", 2),
    ("uch", 3),
    ("tort", 4),
    ("besh", 5),
    ("olti", 6),
    ("yetti", 7),
    ("sakkiz", 8),
    ("toqqiz", 9),
];

/// Endings in the order in which they are tried; possessives change nothing.
const ENDINGS: [(&str, Option<Case>); 18] = [
    ("lar", None),
    ("ning", Some(Case::Of)),
    ("gacha", Some(Case::Until)),
    ("kacha", Some(Case::Until)),
    ("qacha", Some(Case::Until)),
    ("dagi", Some(Case::Attribute)),
    ("gagi", Some(Case::Attribute)),
    ("dan", Some(Case::From)),
    ("lik", Some(Case::Adjective)),
    ("lig", Some(Case::Adjective)),
    ("da", Some(Case::In)),
    ("gi", None),
    ("ga", Some(Case::To)),
    ("ka", Some(Case::To)),
    ("qa", Some(Case::To)),
    ("ni", Some(Case::Bare)),
    ("si", None),
    ("i", None),
];

/// The meaning of a folded word; never [`Meaning::Unknown`].
pub(super) fn word(word: &str) -> Option<Token> {
    let whole = WHOLE_WORDS.iter().find(|(whole, _)| *whole == word);
    whole.map(|(_, meaning)| Token::new(*meaning)).or_else(|| number(word)).or_else(|| inflected(word))
}

/// An ending that a scan or a hand has torn off its word.
pub(super) fn torn_ending(word: &str) -> Option<Case> {
    matches!(
        word,
        "ga" | "gacha"
            | "ning"
            | "da"
            | "dan"
            | "iga"
            | "igacha"
            | "ida"
            | "idan"
            | "siga"
            | "sigacha"
            | "dagi"
    )
    .then(|| ending(word, Case::Bare))
    .flatten()
    .map(|(case, _)| case)
}

/// What can be told of a word that is not known: its case, and whether it tells of an event.
pub(super) fn unknown(word: &str) -> Token {
    let case = [
        ("gacha", Case::Until),
        ("gach", Case::From),
        ("dan", Case::From),
        ("ga", Case::To),
        ("da", Case::In),
    ];
    let case =
        case.into_iter().find(|(ending, _)| word.ends_with(ending)).map_or(Case::Bare, |(_, case)| case);
    Token::inflected(if is_event(word) { Meaning::Participle } else { Meaning::Unknown }, case, false)
}

/// A month or a day of the week with one letter too many, too few, or wrong.
pub(super) fn mended(word: &str) -> Option<Token> {
    let months = MONTHS.iter().map(|(name, month)| (*name, Meaning::Month(*month)));
    let weekdays = WEEKDAYS.iter().map(|(name, weekday)| (*name, Meaning::Weekday(*weekday)));
    let units = [("chorak", Meaning::Unit(Span::Quarter)), ("muddat", Meaning::Term)];
    let names = months.chain(weekdays).chain(units).filter(|(name, _)| name.len() >= 5);
    names.into_iter().find_map(|(name, meaning)| {
        let lengths =
            (name.len() - 1..=name.len() + 1).rev().filter_map(|length| word.split_at_checked(length));
        let (_, rest) = lengths.into_iter().find(|(head, rest)| {
            super::spelling::differ_by_one(head, name) && ending(rest, Case::Bare).is_some()
        })?;
        ending(rest, Case::Bare).map(|(case, plural)| Token::inflected(meaning, case, plural).mended())
    })
}

fn inflected(word: &str) -> Option<Token> {
    let stems = STEMS.iter().copied();
    let months = MONTHS.iter().map(|(name, month)| (*name, Meaning::Month(*month)));
    let weekdays = WEEKDAYS.iter().map(|(name, weekday)| (*name, Meaning::Weekday(*weekday)));
    let found = stems.chain(months).chain(weekdays).filter_map(|(stem, meaning)| {
        let (case, plural) = ending(word.strip_prefix(stem)?, Case::Bare)?;
        Some((stem.len(), Token::inflected(meaning, case, plural)))
    });
    found.max_by_key(|(length, _)| *length).map(|(_, token)| token)
}

fn ending(rest: &str, case: Case) -> Option<(Case, bool)> {
    if rest.is_empty() {
        return Some((case, false));
    }
    ENDINGS.iter().find_map(|(text, next)| {
        let (case, plural) = ending(rest.strip_prefix(text)?, next.unwrap_or(case))?;
        Some((case, plural || *text == "lar"))
    })
}

/// oʻn, besh, oʻnbesh, ikkita, yigirmanchi.
fn number(word: &str) -> Option<Token> {
    let (tens, rest) = leading(&TENS, word).unwrap_or((0, word));
    let (ones, rest) = leading(&ONES, rest).unwrap_or((0, rest));
    let number = tens + ones;
    let meaning = match rest {
        _ if number == 0 => return (word == "yuz").then(|| Token::spelled(Meaning::Number(100))),
        "" | "ta" | "tadan" => Meaning::Number(number),
        "inchi" | "nchi" => Meaning::Ordinal(number),
        _ => return None,
    };
    Some(Token::spelled(meaning))
}

fn leading<'a>(names: &[(&str, u32)], word: &'a str) -> Option<(u32, &'a str)> {
    names.iter().find_map(|(name, number)| word.strip_prefix(name).map(|rest| (*number, rest)))
}

/// Does the word end as verbs do that tell of something done: olingan, tasdiqlanganidan, tugagach, yakunlanguniga?
fn is_event(word: &str) -> bool {
    let told = |mark: &str| {
        word.rmatch_indices(mark)
            .any(|(at, _)| at >= 2 && ending(&word[at + mark.len()..], Case::Bare).is_some())
    };
    ["gan", "kan", "qan", "gach", "kach", "guncha", "gun"].into_iter().any(told)
}
