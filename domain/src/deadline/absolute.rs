//! Terms by the calendar: a day, a month, a quarter, a range of years.
//!
//! What stands once in the calendar is read here; what returns is read as recurring before.

use chrono::{Datelike, NaiveDate};

use super::named::named;
use super::parts::{end_of_month, end_of_year, month_day, stated_year, year_beside};
use super::sentence::{Draft, Sentence};
use super::token::{Case, Digits, Meaning, Span};
use super::{Kind, Rule, Why};

/// A term that begins on a day, with or without an end.
pub(super) fn start(sentence: &mut Sentence, adopted: NaiveDate) -> Option<Draft> {
    use Meaning::{Each, Every, Times};
    let recurs = sentence.tokens().any(|token| matches!(token.meaning, Each | Every(_) | Times));
    let names_calendar = sentence
        .tokens()
        .any(|token| matches!(token.meaning, Meaning::Month(_) | Meaning::Date(_) | Meaning::YearNumber(_)));
    if recurs || !names_calendar || !(0..sentence.len()).any(|at| begins(sentence, at)) {
        return None;
    }
    if let Some(draft) = start_of_year(sentence) {
        return Some(draft);
    }
    let first_day = first_day_of_range(sentence);
    let first = named(sentence, adopted)?;
    if let Some(from) = first_day.and_then(|day| first.last.with_day(day)).filter(|&from| from < first.last) {
        return Some(Draft::new(Rule::Within { from, to: first.last }, Why::WholePeriod));
    }
    let Some(second) = named(sentence, first.first).filter(|second| second.last > first.first) else {
        return Some(Draft::new(Rule::StartsOn { date: first.first }, Why::BeginningOnly));
    };
    Some(Draft::new(Rule::Within { from: first.first, to: second.last }, Why::WholePeriod))
}

/// Does the word at `at` say that something begins: 15-martdan boshlab, с 1 января, 1-dekabrdan … gacha?
fn begins(sentence: &Sentence, at: usize) -> bool {
    let leaves = at > 0 && sentence.case(at - 1) == Case::From;
    match sentence.meaning(at) {
        Some(Meaning::From | Meaning::After) => {
            leaves && !sentence.is_used(at) || sentence.case(at) == Case::Bare && at == 0
        }
        Some(Meaning::Since) => true,
        Some(Meaning::Month(_)) => {
            let until_later =
                (at + 1..sentence.len()).any(|at| matches!(sentence.meaning(at), Some(Meaning::Month(_))));
            sentence.case(at) == Case::From && until_later
        }
        _ => false,
    }
}

/// The 1 of «с 1 по 20 декабря».
fn first_day_of_range(sentence: &mut Sentence) -> Option<u32> {
    let at = sentence.position(|meaning| meaning == Meaning::Since)? + 1;
    match (sentence.meaning(at), sentence.meaning(at + 1)) {
        (Some(Meaning::Number(day)), Some(Meaning::Number(_))) => {
            sentence.mark(at);
            Some(day)
        }
        _ => None,
    }
}

/// 2018/2019 oʻquv yilidan boshlab; 2027-yildan boshlab.
fn start_of_year(sentence: &Sentence) -> Option<Draft> {
    let at = sentence.position(|meaning| matches!(meaning, Meaning::YearNumber(_)))?;
    let Some(Meaning::YearNumber(year)) = sentence.meaning(at) else { return None };
    let names_part =
        sentence.tokens().any(|token| matches!(token.meaning, Meaning::Month(_) | Meaning::Ordinal(_)));
    let years = sentence.tokens().filter(|token| matches!(token.meaning, Meaning::YearNumber(_))).count();
    let is_year = !names_part && (years == 1 || sentence.has(Meaning::School));
    is_year.then(|| Draft::new(Rule::StartsIn { year }, Why::BeginningOnly))
}

/// A term by the calendar.
pub(super) fn read(sentence: &mut Sentence, adopted: NaiveDate) -> Option<Draft> {
    if let Some(draft) = years(sentence).or_else(|| months(sentence, adopted)) {
        return Some(draft);
    }
    if has_impossible_day(sentence) {
        return Some(Draft::nothing(Kind::Date, Why::NoSuchDay));
    }
    let before = sentence.has(Meaning::Before);
    let named = named(sentence, adopted)?;
    sentence.mark_limits();
    let why = if before { Why::BoundaryUnclear } else { named.why };
    Some(match why {
        Why::WholePeriod => Draft::new(Rule::Within { from: named.first, to: named.last }, why),
        why => Draft::new(Rule::On { date: named.last }, why),
    })
}

/// 2017 — 2018-yillarda: from the first day of the one to the last of the other.
fn years(sentence: &mut Sentence) -> Option<Draft> {
    let year = |at: usize| match sentence.meaning(at) {
        Some(Meaning::YearNumber(year)) => Some(year),
        _ => None,
    };
    let next = |at: usize| if sentence.is_unit(at + 1, Span::Year) { at + 2 } else { at + 1 };
    let (at, from, to) = (0..sentence.len()).find_map(|at| {
        let (from, to) = (year(at)?, year(next(at))?);
        (from < to).then_some((at, from, to))
    })?;
    let end = next(next(at));
    let (from, to) = (NaiveDate::from_yo_opt(from, 1)?, end_of_year(to)?);
    sentence.mark_range(at..end);
    Some(Draft::new(Rule::Within { from, to }, Why::WholePeriod))
}

/// 2026-yil noyabr — dekabr oylarida.
fn months(sentence: &mut Sentence, adopted: NaiveDate) -> Option<Draft> {
    let month = |at: usize| match sentence.meaning(at) {
        Some(Meaning::Month(month)) => Some(month),
        _ => None,
    };
    let (at, first, last) = (0..sentence.len()).find_map(|at| {
        let is_day = matches!(sentence.before(at), Some(Meaning::Number(_)));
        let (first, last) = (month(at).filter(|_| !is_day)?, month(at + 1)?);
        let is_range = !sentence.has(Meaning::And) && first.number_from_month() < last.number_from_month();
        (is_range && !matches!(sentence.meaning(at + 2), Some(Meaning::Number(_))))
            .then_some((at, first, last))
    })?;
    let (year, _) = year_beside(sentence, at, at + 2).unwrap_or((adopted.year(), Why::YearImplied));
    let from = NaiveDate::from_ymd_opt(year, first.number_from_month(), 1)?;
    let to = end_of_month(year, last)?;
    Some(Draft::new(Rule::Within { from, to }, Why::WholePeriod))
}

fn has_impossible_day(sentence: &Sentence) -> bool {
    sentence.has(Meaning::Date(Digits::Impossible))
        || (0..sentence.len()).filter_map(|at| month_day(sentence, at)).any(|found| {
            found.day.is_some_and(|day| {
                NaiveDate::from_ymd_opt(2024, found.month.number_from_month(), day.into()).is_none()
            })
        })
        || (0..sentence.len()).filter_map(|at| month_day(sentence, at)).any(|found| {
            let year = stated_year(sentence, found.start, found.end);
            let day = found.day.unwrap_or(1);
            year.is_some_and(|year| {
                NaiveDate::from_ymd_opt(year, found.month.number_from_month(), day.into()).is_none()
            })
        })
}
