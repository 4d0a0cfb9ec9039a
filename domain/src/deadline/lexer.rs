//! Cuts a phrase into words and numbers and finds what each one means.
//!
//! Here scripts, spellings and notations end: the grammar behind sees meanings only.

use chrono::{Month, NaiveDate};

use super::spelling::{digits_in, in_one_script};
use super::token::{Case, Digits, Form, Meaning, Span, Token};
use super::{russian, uzbek};
use crate::text::{fold, is_apostrophe};

/// The tokens of a phrase, numbers in words joined, repeated numbers in brackets dropped.
pub(super) fn tokens(phrase: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for piece in pieces(phrase) {
        match piece {
            Piece::Word(text) => add_word(&mut tokens, &text),
            Piece::Number(digits, mended) => {
                let token = Token::new(number(&digits));
                tokens.push(if mended { token.mended() } else { token });
            }
            Piece::Date(date) => tokens.push(Token::new(Meaning::Date(date))),
            Piece::Pause => tokens.push(Token::new(Meaning::Pause)),
        }
    }
    without_documents(join_compounds(without_fillers(drop_repeated_numbers(join_numbers(tokens)))))
}

/// A piece of a phrase.
enum Piece {
    /// Small letters, apostrophes left out.
    Word(String),
    /// Digits, and whether they were mended.
    Number(String, bool),
    Date(Digits),
    Pause,
}

fn pieces(phrase: &str) -> Vec<Piece> {
    let small: String = phrase.to_lowercase().chars().filter(|&letter| !is_apostrophe(letter)).collect();
    let mut pieces = Vec::new();
    let mut rest = small.as_str();
    while let Some(letter) = rest.chars().next() {
        let length = if let Some((date, length)) = date(rest) {
            pieces.push(Piece::Date(date));
            length
        } else if letter.is_alphanumeric() || letter == '|' {
            run(rest, &mut pieces)
        } else {
            if matches!(letter, ',' | ';' | '(' | ')' | ':') {
                pieces.push(Piece::Pause);
            }
            letter.len_utf8()
        };
        rest = &rest[length..];
    }
    pieces
}

/// Takes one run of letters or of digits, and tells its length in bytes.
fn run(rest: &str, pieces: &mut Vec<Piece>) -> usize {
    let belongs = |letter: char| letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter);
    let whole = rest.find(|letter: char| !belongs(letter) && letter != '|').unwrap_or(rest.len());
    if let Some(digits) = digits_in(&rest[..whole]) {
        let mended = digits != rest[..whole];
        pieces.push(Piece::Number(digits, mended));
        return whole;
    }
    let is_digit = |letter: char| letter.is_ascii_digit();
    if rest.starts_with(is_digit) {
        let length = rest.find(|letter| !is_digit(letter)).unwrap_or(rest.len());
        pieces.push(Piece::Number(rest[..length].to_owned(), false));
        return length;
    }
    let length = rest.find(|letter| is_digit(letter) || !belongs(letter)).unwrap_or(rest.len()).max(1);
    pieces.push(Piece::Word(rest[..length].to_owned()));
    length
}

/// A date in digits at the start of `rest`, and its length: 01.10.2026, 1/10/2026, 2026-10-01, 01.10.26, 01.10.
fn date(rest: &str) -> Option<(Digits, usize)> {
    let number = |text: &str| {
        let length = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
        (1..=4).contains(&length).then(|| (text[..length].parse::<u32>().unwrap_or_default(), length))
    };
    let (first, first_length) = number(rest)?;
    let separator = rest[first_length..].chars().next().filter(|sign| matches!(sign, '.' | '/' | '-'))?;
    let (second, second_length) = number(&rest[first_length + 1..])?;
    let two = first_length + 1 + second_length;
    let third = rest[two..].strip_prefix(separator).and_then(number);
    let Some((third, third_length)) = third else {
        let month = Month::try_from(u8::try_from(second).ok()?).ok()?;
        let is_date =
            separator == '.' && second_length == 2 && first_length <= 2 && (1..=31).contains(&first);
        return is_date.then_some((Digits::NoYear { day: first, month }, two));
    };
    let (day, year, year_length) =
        if first_length == 4 { (third, first, first_length) } else { (first, third, third_length) };
    let whole = |year: u32| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, second, day);
    let digits = match year_length {
        4 => whole(year).map_or(Digits::Impossible, Digits::Whole),
        2 => whole(2000 + year).map_or(Digits::Impossible, Digits::ShortYear),
        _ => return None,
    };
    Some((digits, two + 1 + third_length))
}

fn number(digits: &str) -> Meaning {
    match digits.parse() {
        Ok(year @ 1991..=2100) if digits.len() == 4 => Meaning::YearNumber(year),
        Ok(number @ 0..=9_999) => Meaning::Number(number.unsigned_abs()),
        _ => Meaning::Unknown,
    }
}

fn add_word(tokens: &mut Vec<Token>, text: &str) {
    let text = in_one_script(text).replace('ё', "е");
    // Roman numerals as scans and Cyrillic keyboards give them.
    if let Some(ordinal) = ["п", "ш"].iter().position(|&twin| twin == text) {
        let ordinal = if ordinal == 0 { 2 } else { 3 };
        return tokens.push(Token::new(Meaning::Ordinal(ordinal)).mended());
    }
    if let Some(ordinal) = roman(&text) {
        return tokens.push(Token::new(Meaning::Ordinal(ordinal)));
    }
    if let Some(token) = russian::word(&text).filter(|_| !(text == "марта" && counts_times(tokens))) {
        return tokens.push(token);
    }
    let folded = fold(&text);
    if let (Some(case), Some(last)) = (uzbek::torn_ending(&folded), tokens.last_mut())
        && last.case == Case::Bare
        && last.meaning != Meaning::Pause
    {
        last.case = case;
        return;
    }
    let token = uzbek::word(&folded).or_else(|| russian::mended(&text)).or_else(|| uzbek::mended(&folded));
    tokens.push(token.unwrap_or_else(|| uzbek::unknown(&folded)));
}

/// Is «марта» after these tokens the Uzbek "times", and not the Russian March: чоракда бир марта?
fn counts_times(tokens: &[Token]) -> bool {
    match tokens {
        [.., Token { meaning: Meaning::Number(_), form: Form::InLetters, .. }] => true,
        [.., year, unit, number] if matches!(number.meaning, Meaning::Number(_)) => {
            matches!(unit.meaning, Meaning::Unit(_)) && !matches!(year.meaning, Meaning::YearNumber(_))
        }
        [unit, number] => matches!((unit.meaning, number.meaning), (Meaning::Unit(_), Meaning::Number(_))),
        _ => false,
    }
}

fn roman(text: &str) -> Option<u32> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    ROMAN.iter().position(|&numeral| numeral == text).and_then(|at| u32::try_from(at + 1).ok())
}

/// yigirma besh is 25, тридцать первое is the 31st.
fn join_numbers(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let before = joined
            .last()
            .filter(|before| before.is_spelled() && token.is_spelled())
            .map(|before| before.meaning);
        let sum = match (before, token.meaning) {
            (Some(Meaning::Number(tens)), Meaning::Number(ones)) if fit(tens, ones) => {
                Some(Meaning::Number(tens + ones))
            }
            (Some(Meaning::Number(tens)), Meaning::Ordinal(ones)) if fit(tens, ones) => {
                Some(Meaning::Ordinal(tens + ones))
            }
            _ => None,
        };
        match (sum, joined.last_mut()) {
            (Some(sum), Some(before)) => before.meaning = sum,
            _ => joined.push(token),
        }
    }
    joined
}

fn fit(tens: u32, ones: u32) -> bool {
    (1..10).contains(&ones) && tens >= 10 && tens.is_multiple_of(10) || tens == 100 && ones < 100
}

/// 10 (oʻn) kun says ten once.
fn drop_repeated_numbers(mut tokens: Vec<Token>) -> Vec<Token> {
    let same = |tokens: &[Token]| match tokens {
        [one, open, other, close] => {
            open.meaning == Meaning::Pause
                && close.meaning == Meaning::Pause
                && one.is_spelled() != other.is_spelled()
                && matches!(one.meaning, Meaning::Number(_))
                && one.meaning == other.meaning
        }
        _ => false,
    };
    while let Some(at) = tokens.windows(4).position(same) {
        tokens.drain(at + 1..at + 4);
    }
    tokens
}

/// Leaves out commas, brackets, and words that change nothing.
fn without_fillers(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept = Vec::with_capacity(tokens.len());
    let mut after_pause = false;
    for mut token in tokens {
        match token.meaning {
            Meaning::Pause => after_pause = true,
            Meaning::Filler if token.case != Case::From => {}
            meaning => {
                token.meaning = if meaning == Meaning::Filler { Meaning::Helper } else { meaning };
                token.after_pause = std::mem::take(&mut after_pause);
                kept.push(token);
            }
        }
    }
    kept
}

/// Words that mean one thing together: ish kuni, yarim yil, qabul qilingan.
fn join_compounds(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let meaning = match (joined.last().map(|before| before.meaning), token.meaning) {
            (Some(Meaning::Work), Meaning::Unit(Span::Day)) => Meaning::Unit(Span::WorkingDay),
            (Some(Meaning::Half), Meaning::Unit(Span::Year)) => Meaning::Unit(Span::HalfYear),
            // muddat ichida
            (Some(Meaning::Term), Meaning::Within | Meaning::During) => Meaning::Term,
            // 10-дневный: the digits count.
            (Some(Meaning::Number(count)), Meaning::Length(1, span)) => Meaning::Length(count, span),
            (_, meaning) => {
                joined.push(Token { meaning, ..token });
                continue;
            }
        };
        if let Some(before) = joined.last_mut() {
            let form = if before.form == Form::Mended { Form::Mended } else { token.form };
            *before = Token { meaning, form, after_pause: before.after_pause, ..token };
        }
    }
    joined
}

/// Makes dates that belong to documents unreadable: 2016 yil 20 oktyabrdagi qaror, решение от 20 октября.
fn without_documents(mut tokens: Vec<Token>) -> Vec<Token> {
    let tells_date = |token: &Token| {
        use Meaning::{Date, Month, Number, Ordinal, Unit, YearNumber};
        matches!(
            token.meaning,
            Date(_) | Month(_) | Number(_) | Ordinal(_) | YearNumber(_) | Unit(Span::Year)
        )
    };
    for at in 0..tokens.len() {
        let (before, rest) = tokens.split_at_mut(at);
        let is_attribute = rest[0].case == Case::Attribute
            && match rest[0].meaning {
                Meaning::Unit(Span::Year) => before.last().is_some_and(tells_date),
                Meaning::Month(_) | Meaning::Date(_) => true,
                _ => false,
            };
        if is_attribute {
            let date = before.iter_mut().rev().take_while(|token| tells_date(token));
            date.chain(rest.first_mut()).for_each(|token| token.meaning = Meaning::Unknown);
        } else if rest[0].meaning == Meaning::Of {
            let date = rest[1..].iter_mut().take_while(|token| tells_date(token));
            date.for_each(|token| token.meaning = Meaning::Unknown);
        }
    }
    tokens
}
