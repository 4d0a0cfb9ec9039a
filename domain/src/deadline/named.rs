//! The stretch of the calendar that a phrase names: its first and last day, and what was not said of them.
//!
//! Here a missing year is filled in, never without telling why.

use chrono::{Datelike, Days, Month, Months, NaiveDate, Weekday};

use super::Why;
use super::parts::{end_of_month, end_of_year, last_month_of_part, mark_month_day, month_day, year_beside};
use super::sentence::Sentence;
use super::token::{Digits, Meaning, Span};

/// A stretch of the calendar that the phrase names.
pub(super) struct Named {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) why: Why,
}

impl Named {
    fn day(date: NaiveDate, why: Why) -> Self {
        Self { first: date, last: date, why }
    }
}

/// The first stretch of the calendar that no reading has used yet.
pub(super) fn named(sentence: &mut Sentence, adopted: NaiveDate) -> Option<Named> {
    digits(sentence, adopted)
        .or_else(|| month(sentence, adopted))
        .or_else(|| part_of_year(sentence, adopted))
        .or_else(|| year(sentence, adopted))
        .or_else(|| unit(sentence, adopted))
        .or_else(|| weekday(sentence, adopted))
}

/// 01.10.2026 yilgacha.
fn digits(sentence: &mut Sentence, adopted: NaiveDate) -> Option<Named> {
    let free = |at: &usize| !sentence.is_used(*at);
    let (at, digits) = (0..sentence.len()).filter(free).find_map(|at| match sentence.meaning(at) {
        Some(Meaning::Date(digits)) => Some((at, digits)),
        _ => None,
    })?;
    let named = match digits {
        Digits::Whole(date) => Named::day(date, Why::Stated),
        Digits::ShortYear(date) => Named::day(date, Why::YearImplied),
        Digits::NoYear { day, month } => {
            Named::day(next_such_day(month, u8::try_from(day).ok()?, adopted)?, Why::YearImplied)
        }
        Digits::Impossible => return None,
    };
    let end = if sentence.is_unit(at + 1, Span::Year) { at + 2 } else { at + 1 };
    sentence.mark_range(at..end);
    Some(named)
}

/// 2026-yil 20-dekabrgacha; до 20 декабря; декабрь.
fn month(sentence: &mut Sentence, adopted: NaiveDate) -> Option<Named> {
    let found = (0..sentence.len()).find_map(|at| month_day(sentence, at))?;
    let number = found.month.number_from_month();
    let year = year_beside(sentence, found.start, found.end);
    let is_limit = sentence.has_limit();
    mark_month_day(sentence, &found);
    let (year, mut why) = match (year, found.day) {
        (Some(year), _) => year,
        (None, Some(day)) => {
            return next_such_day(found.month, day, adopted).map(|date| Named::day(date, Why::YearImplied));
        }
        (None, None) => {
            let passed = end_of_month(adopted.year(), found.month)? <= adopted;
            (adopted.year() + i32::from(passed), Why::YearImplied)
        }
    };
    if let Some(day) = found.day {
        return NaiveDate::from_ymd_opt(year, number, day.into()).map(|date| Named::day(date, why));
    }
    if is_limit && !found.at_end && why == Why::Stated {
        why = Why::BoundaryUnclear;
    }
    Some(Named {
        first: NaiveDate::from_ymd_opt(year, number, 1)?,
        last: end_of_month(year, found.month)?,
        why,
    })
}

/// 2017-yil I chorak; первое полугодие 2027 года.
fn part_of_year(sentence: &mut Sentence, adopted: NaiveDate) -> Option<Named> {
    let (at, last_month) =
        (0..sentence.len()).find_map(|at| Some((at, last_month_of_part(sentence, at)?)))?;
    let months = if sentence.is_unit(at, Span::Quarter) { 3 } else { 6 };
    let is_ended =
        sentence.meaning(at + 1) == Some(Meaning::End) || sentence.before(at - 1) == Some(Meaning::End);
    let is_limit = sentence.has_limit();
    let (mut start, mut end) = (at - 1, at + 1);
    if sentence.meaning(end) == Some(Meaning::End) {
        end += 1;
    }
    if sentence.before(start) == Some(Meaning::End) {
        start -= 1;
    }
    let year = year_beside(sentence, start, end);
    sentence.mark_range(start..end);
    let (year, mut why) = year.unwrap_or_else(|| {
        let passed = end_of_month(adopted.year(), last_month).is_some_and(|end| end <= adopted);
        (adopted.year() + i32::from(passed), Why::YearImplied)
    });
    if is_limit && !is_ended && why == Why::Stated {
        why = Why::BoundaryUnclear;
    }
    let last = end_of_month(year, last_month)?;
    let first = last.with_day(1)?.checked_sub_months(Months::new(months - 1))?;
    Some(Named { first, last, why })
}

/// 2026-yil oxirigacha; 2026-yilda; joriy yil yakuniga qadar; yil davomida.
fn year(sentence: &mut Sentence, adopted: NaiveDate) -> Option<Named> {
    let stated = sentence.position(|meaning| matches!(meaning, Meaning::YearNumber(_)));
    let at = stated.or_else(|| sentence.position(|meaning| meaning == Meaning::Unit(Span::Year)))?;
    if matches!(sentence.before(at), Some(Meaning::Number(_) | Meaning::Ordinal(_) | Meaning::Half)) {
        return None;
    }
    let (year, implied) = match (sentence.meaning(at)?, sentence.before(at)) {
        (Meaning::YearNumber(year), _) => (year, false),
        (_, Some(Meaning::Following)) => (adopted.year() + 1, true),
        _ => (adopted.year(), true),
    };
    let mut end = at + 1 + usize::from(stated.is_some() && sentence.is_unit(at + 1, Span::Year));
    let mut start = at;
    if implied && matches!(sentence.before(at), Some(Meaning::Current | Meaning::Following)) {
        start -= 1;
    }
    let ends = sentence.meaning(end) == Some(Meaning::End) || sentence.before(start) == Some(Meaning::End);
    let during = matches!(sentence.meaning(end), Some(Meaning::During | Meaning::Within))
        || matches!(sentence.before(start), Some(Meaning::During | Meaning::Within));
    if !ends && !during && implied && start == at && !sentence.has_limit() {
        return None;
    }
    if ends || during {
        if matches!(sentence.meaning(end), Some(Meaning::End | Meaning::During | Meaning::Within)) {
            end += 1;
        } else {
            start -= 1;
        }
    }
    let is_limit = sentence.has_limit();
    sentence.mark_range(start..end);
    let why = match (ends, implied, is_limit) {
        (true, false, _) => Why::Stated,
        (true, true, _) => Why::YearImplied,
        (false, _, true) => Why::BoundaryUnclear,
        (false, _, false) => Why::WholePeriod,
    };
    Some(Named { first: NaiveDate::from_yo_opt(year, 1)?, last: end_of_year(year)?, why })
}

/// oy oxiriga qadar; до конца квартала; joriy oyning 25-sanasiga qadar.
fn unit(sentence: &mut Sentence, adopted: NaiveDate) -> Option<Named> {
    let (at, span) = (0..sentence.len()).find_map(|at| match sentence.meaning(at) {
        Some(Meaning::Unit(span)) if !sentence.is_used(at) => Some((at, span)),
        _ => None,
    })?;
    let later = u32::from(sentence.before(at) == Some(Meaning::Following));
    let is_told = later == 1 || sentence.before(at) == Some(Meaning::Current);
    let start = at - usize::from(is_told);
    let ends = sentence.meaning(at + 1) == Some(Meaning::End)
        || start > 0 && sentence.before(start) == Some(Meaning::End);
    let day = match sentence.meaning(at + 1) {
        Some(Meaning::Number(day @ 1..=31)) if span == Span::Month && is_told => Some(day),
        _ => None,
    };
    if !ends && day.is_none() {
        return None;
    }
    let month = adopted.checked_add_months(Months::new(later))?;
    let last = match (span, day) {
        (Span::Month, Some(day)) => month.with_day(day)?,
        (Span::Month, None) => month.with_day(u32::from(month.num_days_in_month()))?,
        (Span::Week, _) => {
            let monday = adopted.week(Weekday::Mon).first_day();
            monday.checked_add_days(Days::new(4 + 7 * u64::from(later)))?
        }
        (Span::Quarter, _) => end_of_part(adopted, 3, later)?,
        (Span::HalfYear, _) => end_of_part(adopted, 6, later)?,
        _ => return None,
    };
    let at_end = usize::from(sentence.meaning(at + 1) == Some(Meaning::End) || day.is_some());
    sentence.mark_range(start..at + 1 + at_end);
    sentence.mark_all(|meaning| meaning == Meaning::End);
    Some(Named::day(last, Why::YearImplied))
}

/// jumagacha: the next Friday after the adoption.
fn weekday(sentence: &mut Sentence, adopted: NaiveDate) -> Option<Named> {
    let at = sentence.position(|meaning| matches!(meaning, Meaning::Weekday(_)))?;
    let Some(Meaning::Weekday(weekday)) = sentence.meaning(at) else { return None };
    sentence.mark(at);
    let date = adopted.iter_days().skip(1).find(|day| day.weekday() == weekday)?;
    Some(Named::day(date, Why::YearImplied))
}

/// The last day of the quarter or half-year in which `day` is, or of one that comes so many later.
fn end_of_part(day: NaiveDate, length: u32, later: u32) -> Option<NaiveDate> {
    let in_part = day.month0() % length;
    let last = day.with_day(1)?.checked_add_months(Months::new(length - 1 - in_part + later * length))?;
    last.with_day(u32::from(last.num_days_in_month()))
}

fn next_such_day(month: Month, day: u8, adopted: NaiveDate) -> Option<NaiveDate> {
    let in_year = |year| NaiveDate::from_ymd_opt(year, month.number_from_month(), day.into());
    // Eight years always hold a 29 February.
    (adopted.year()..=adopted.year() + 8).filter_map(in_year).find(|&date| date > adopted)
}
