//! Parts of dates and where they stand: a day beside its month, a year beside both, the number of a quarter.
//!
//! Word order differs between the languages; it is settled here.

use std::ops::Range;

use chrono::{Datelike, Month, NaiveDate};

use super::Why;
use super::sentence::Sentence;
use super::token::{Case, Meaning, Span};

/// Where in the phrase a month stands with its day and year.
pub(super) struct MonthDay {
    pub(super) month: Month,
    pub(super) day: Option<u8>,
    /// The end of the month is named.
    pub(super) at_end: bool,
    /// Its words in the phrase: the first one.
    pub(super) start: usize,
    /// The one behind its last.
    pub(super) end: usize,
}

/// The month at `at` with the day before or after it.
pub(super) fn month_day(sentence: &Sentence, at: usize) -> Option<MonthDay> {
    let Some(Meaning::Month(month)) = sentence.meaning(at).filter(|_| !sentence.is_used(at)) else {
        return None;
    };
    let is_day = |at: usize| match sentence.meaning(at).filter(|_| !sentence.is_used(at)) {
        Some(Meaning::Number(day) | Meaning::Ordinal(day)) => {
            u8::try_from(day).ok().filter(|day| (1..=31).contains(day))
        }
        _ => None,
    };
    let mut start = at;
    let mut end = at + 1;
    let mut day = at.checked_sub(1).and_then(is_day);
    if day.is_some() {
        start -= 1;
    } else if at > 1 && sentence.before(at) == Some(Meaning::DateWord) {
        day = is_day(at - 2);
        start -= if day.is_some() { 2 } else { 0 };
    }
    if sentence.is_unit(end, Span::Month) {
        end += 1;
    }
    if let (None, Some(after)) = (day, is_day(end)) {
        let named = matches!(sentence.meaning(end + 1), Some(Meaning::DateWord | Meaning::Unit(Span::Day)));
        if named || sentence.case(end) != Case::Bare || sentence.meaning(end + 1) == Some(Meaning::Until) {
            (day, end) = (Some(after), end + 1);
        }
    }
    if day.is_some() && matches!(sentence.meaning(end), Some(Meaning::DateWord | Meaning::Unit(Span::Day))) {
        end += 1;
    }
    let end_after = day.is_none() && sentence.meaning(end) == Some(Meaning::End);
    let end_before = day.is_none() && sentence.before(start) == Some(Meaning::End);
    if end_after {
        end += 1;
    }
    if end_before {
        start -= 1;
    }
    Some(MonthDay { month, day, at_end: end_after || end_before, start, end })
}

/// Uses the words of a month and its day.
pub(super) fn mark_month_day(sentence: &mut Sentence, found: &MonthDay) {
    sentence.mark_range(found.start..found.end);
}

/// The year in digits right before `start` or right after `end`.
pub(super) fn stated_year(sentence: &Sentence, start: usize, end: usize) -> Option<i32> {
    year_words(sentence, start, end).map(|(year, _)| year)
}

fn year_words(sentence: &Sentence, start: usize, end: usize) -> Option<(i32, Range<usize>)> {
    let year = |at: usize| match sentence.meaning(at).filter(|_| !sentence.is_used(at)) {
        Some(Meaning::YearNumber(year)) => Some(year),
        _ => None,
    };
    if let Some(found) = start.checked_sub(1).and_then(year) {
        return Some((found, start - 1..start));
    }
    if start > 1
        && sentence.is_unit(start - 1, Span::Year)
        && let Some(found) = year(start - 2)
    {
        return Some((found, start - 2..start));
    }
    year(end).map(|found| (found, end..end + 1 + usize::from(sentence.is_unit(end + 1, Span::Year))))
}

/// The year beside the words `start..end`, used up, and why it may be wrong.
pub(super) fn year_beside(sentence: &mut Sentence, start: usize, end: usize) -> Option<(i32, Why)> {
    let (year, words) = year_words(sentence, start, end)?;
    sentence.mark_range(words);
    Some((year, Why::Stated))
}

/// The last month of the quarter or half-year at `at`, when its number stands before it.
pub(super) fn last_month_of_part(sentence: &Sentence, at: usize) -> Option<Month> {
    let length = match sentence.meaning(at).filter(|_| !sentence.is_used(at))? {
        Meaning::Unit(Span::Quarter) => 3,
        Meaning::Unit(Span::HalfYear) => 6,
        _ => return None,
    };
    let before = sentence.get(at.checked_sub(1)?)?;
    let number = match before.meaning {
        Meaning::Ordinal(number) => number,
        Meaning::Number(number) if !before.is_spelled() => number,
        _ => return None,
    };
    let month = u8::try_from(number.checked_mul(length)?).ok()?;
    Month::try_from(month).ok()
}

/// The last day of a month.
pub(super) fn end_of_month(year: i32, month: Month) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month.number_from_month(), 1)?;
    first.with_day(u32::from(first.num_days_in_month()))
}

/// The last day of a year.
pub(super) fn end_of_year(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 12, 31)
}
