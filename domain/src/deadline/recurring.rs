//! Terms that return: the rhythm, and the day within it.
//!
//! A day that is not named is proposed and never certain, except where the period has a plain end: a quarter, a half-year.

use chrono::{Month, Weekday};

use super::parts::{last_month_of_part, mark_month_day, month_day};
use super::relative::length;
use super::rhythm::{self, Rhythm};
use super::sentence::{Draft, Sentence};
use super::token::{Case, Digits, Meaning, Span};
use super::{DayOfMonth, Kind, Rule, Unit, Why, YearDay};

/// So long after the end of each period: har chorak tugagandan soʻng 10 kun ichida.
pub(super) fn after_each_period(sentence: &mut Sentence) -> Option<Draft> {
    let end = sentence.position(|meaning| meaning == Meaning::End)?;
    let follows =
        sentence.meaning(end + 1) == Some(Meaning::After) || sentence.before(end) == Some(Meaning::After);
    if !follows || !rhythm::is_stated(sentence) {
        return None;
    }
    let (at, term) = (0..sentence.len()).find_map(|at| Some((at, length(sentence, at)?)))?;
    let rhythm = rhythm::take(sentence)?;
    let day = match (term.unit, u8::try_from(term.count)) {
        (Unit::Days | Unit::WorkingDays, Ok(day @ 1..=28)) => DayOfMonth::Day(day),
        (Unit::Weeks, Ok(weeks @ 1..=4)) => DayOfMonth::Day(weeks * 7),
        (Unit::Months, Ok(1)) => DayOfMonth::Last,
        _ => return None,
    };
    sentence.mark_range(at..at + 2);
    sentence.mark_limits();
    mark_same_span(sentence, rhythm.span);
    sentence.mark_all(|meaning| {
        matches!(meaning, Meaning::End | Meaning::After | Meaning::Within | Meaning::During)
    });
    // Working days after a period end on another day each time.
    let why = if term.unit == Unit::WorkingDays { Why::BoundaryUnclear } else { Why::Stated };
    let rule = match rhythm.span {
        Span::Year => Rule::Yearly { dates: vec![YearDay { month: Month::January, day }] },
        span => cycle(span, 1, day)?,
    };
    Some(Draft::new(rule, why))
}

/// A term that returns.
pub(super) fn read(sentence: &mut Sentence) -> Option<Draft> {
    let rhythm = rhythm::take(sentence)?;
    let draft = match (rhythm.span, rhythm.every) {
        (Span::Hour | Span::Day | Span::WorkingDay, 1) => daily(sentence, rhythm),
        (Span::Week, 1) => weekly(sentence, rhythm),
        // "The first Monday of each month": no rule says this.
        _ if sentence.tokens().any(|token| matches!(token.meaning, Meaning::Weekday(_))) => {
            Draft::nothing(Kind::Recurring, Why::PartlyUnderstood)
        }
        (Span::Month, 1) => monthly(sentence, rhythm),
        (Span::Month, count @ 2..) => {
            Draft::new(Rule::EveryMonths { count, day: DayOfMonth::Last }, Why::DayNotNamed)
        }
        (Span::Quarter | Span::HalfYear, 1) => part_of_year(sentence, rhythm),
        (Span::Year, 1) => yearly(sentence, rhythm),
        _ => Draft::nothing(Kind::Recurring, Why::PartlyUnderstood),
    };
    sentence.mark_limits();
    Some(draft)
}

/// The reason, unless the rhythm itself is only heard.
fn unless_heard(rhythm: Rhythm, why: Why) -> Why {
    if rhythm.stated { why } else { Why::DayNotNamed }
}

fn daily(sentence: &mut Sentence, rhythm: Rhythm) -> Draft {
    if rhythm.span != Span::WorkingDay {
        return Draft::new(Rule::Daily, Why::WeekdaysNotNamed);
    }
    sentence.mark_all(|meaning| meaning == Meaning::During);
    Draft::new(Rule::Daily, Why::Stated)
}

fn weekly(sentence: &mut Sentence, rhythm: Rhythm) -> Draft {
    let mut days: Vec<Weekday> = Vec::new();
    for at in 0..sentence.len() {
        if let Some(Meaning::Weekday(day)) = sentence.meaning(at) {
            sentence.mark(at);
            days.push(day);
        }
    }
    days.sort_unstable_by_key(Weekday::num_days_from_monday);
    days.dedup();
    if days.is_empty() {
        let days = match rhythm.times {
            None | Some(0 | 1) => vec![Weekday::Fri],
            Some(2) => vec![Weekday::Wed, Weekday::Fri],
            Some(3) => vec![Weekday::Mon, Weekday::Wed, Weekday::Fri],
            Some(_) => return Draft::new(Rule::Daily, Why::WeekdaysNotNamed),
        };
        return Draft::new(Rule::Weekly { days }, Why::WeekdaysNotNamed);
    }
    sentence.mark_all(|meaning| matches!(meaning, Meaning::Unit(Span::Day | Span::Week) | Meaning::And));
    let agrees = rhythm.times.is_none_or(|times| usize::try_from(times) == Ok(days.len()));
    let why = if agrees { Why::Stated } else { Why::WeekdaysNotNamed };
    Draft::new(Rule::Weekly { days }, unless_heard(rhythm, why))
}

fn monthly(sentence: &mut Sentence, rhythm: Rhythm) -> Draft {
    let months_after = month_after(sentence);
    let day = day_of_month(sentence);
    if day.is_none() && names_other_day(sentence) {
        return Draft::nothing(Kind::Recurring, Why::PartlyUnderstood);
    }
    let (day, why) = match day {
        Some(day) if rhythm.times.is_none_or(|times| times == 1) => (day, Why::Stated),
        day => (day.unwrap_or(DayOfMonth::Last), Why::DayNotNamed),
    };
    mark_same_span(sentence, Span::Month);
    Draft::new(Rule::Monthly { months_after: months_after.unwrap_or(0), day }, unless_heard(rhythm, why))
}

fn part_of_year(sentence: &mut Sentence, rhythm: Rhythm) -> Draft {
    let last_month = last_month_of_period(sentence);
    let months_after = month_after(sentence);
    let closes = sentence.tokens().any(|token| token.meaning == Meaning::End && token.plural);
    let results = closes || sentence.has(Meaning::Results);
    let (months_after, day, why) = match (months_after, last_month, day_of_month(sentence)) {
        (Some(months), _, Some(day)) => (months, day, Why::Stated),
        (Some(months), _, None) => (months, DayOfMonth::Last, Why::DayNotNamed),
        (None, true, day @ Some(_))
        | (None, false, day @ Some(DayOfMonth::Last | DayOfMonth::LastWorking)) => {
            (0, day.unwrap_or(DayOfMonth::Last), Why::Stated)
        }
        // Which month the day is in is not said: most often the one after.
        (None, false, Some(day)) => (1, day, Why::BoundaryUnclear),
        (None, true, None) => (0, DayOfMonth::Last, Why::DayNotNamed),
        (None, false, None) if results => (0, DayOfMonth::Last, Why::DayNotNamed),
        (None, false, None) => (0, DayOfMonth::Last, Why::Stated),
    };
    let why = if rhythm.times.is_none_or(|times| times == 1) { why } else { Why::DayNotNamed };
    mark_same_span(sentence, rhythm.span);
    let rule = cycle(rhythm.span, months_after, day).unwrap_or(Rule::Quarterly { months_after, day });
    Draft::new(rule, unless_heard(rhythm, why))
}

fn yearly(sentence: &mut Sentence, rhythm: Rhythm) -> Draft {
    match rhythm.times {
        Some(2) => {
            return Draft::new(Rule::HalfYearly { months_after: 0, day: DayOfMonth::Last }, Why::Stated);
        }
        Some(4) => {
            return Draft::new(Rule::Quarterly { months_after: 0, day: DayOfMonth::Last }, Why::DayNotNamed);
        }
        Some(12) => {
            return Draft::new(Rule::Monthly { months_after: 0, day: DayOfMonth::Last }, Why::DayNotNamed);
        }
        Some(3 | 5..) => return Draft::nothing(Kind::Recurring, Why::DayNotNamed),
        _ => {}
    }
    let is_limit = sentence.has_limit();
    let (dates, mut why) = days_of_year(sentence, is_limit);
    if !dates.is_empty() {
        mark_same_span(sentence, Span::Year);
        if why == Why::Stated && dates.iter().any(|date| !exists(*date)) {
            why = Why::NoSuchDay;
        }
        return Draft::new(Rule::Yearly { dates }, unless_heard(rhythm, why));
    }
    let at_end = sentence.tokens().any(|token| token.meaning == Meaning::End && !token.plural);
    mark_same_span(sentence, Span::Year);
    if at_end {
        sentence.mark_all(|meaning| meaning == Meaning::End);
    }
    let dates = vec![YearDay { month: Month::December, day: DayOfMonth::Last }];
    let why = if at_end { Why::Stated } else { Why::DayNotNamed };
    Draft::new(Rule::Yearly { dates }, unless_heard(rhythm, why))
}

/// Every day, month, quarter or half-year that the phrase names.
fn days_of_year(sentence: &mut Sentence, is_limit: bool) -> (Vec<YearDay>, Why) {
    let mut dates = Vec::new();
    let mut why = Why::Stated;
    for at in 0..sentence.len() {
        if let Some(Meaning::Date(Digits::NoYear { day, month })) = sentence.meaning(at) {
            sentence.mark(at);
            dates.push(YearDay { month, day: u8::try_from(day).map_or(DayOfMonth::Last, DayOfMonth::Day) });
        } else if let Some(found) = month_day(sentence, at) {
            mark_month_day(sentence, &found);
            let day = found.day.map_or(DayOfMonth::Last, DayOfMonth::Day);
            if found.day.is_none() && is_limit && !found.at_end {
                why = Why::BoundaryUnclear;
            }
            // "January – February" is a stretch of time, not two terms.
            if found.day.is_none() && matches!(sentence.before(at), Some(Meaning::Month(_))) {
                dates.pop();
                why = Why::WholePeriod;
            }
            dates.push(YearDay { month: found.month, day });
        } else if let Some(month) = last_month_of_part(sentence, at) {
            let ends = sentence.meaning(at + 1) == Some(Meaning::End);
            if is_limit && !ends {
                why = Why::BoundaryUnclear;
            }
            sentence.mark_range(at - 1..at + 1 + usize::from(ends));
            dates.push(YearDay { month, day: DayOfMonth::Last });
        }
    }
    if dates.len() > 1 {
        sentence.mark_all(|meaning| meaning == Meaning::And);
    }
    (dates, why)
}

fn exists(date: YearDay) -> bool {
    match date.day {
        DayOfMonth::Day(day) => {
            chrono::NaiveDate::from_ymd_opt(2024, date.month.number_from_month(), day.into()).is_some()
        }
        DayOfMonth::Last | DayOfMonth::LastWorking => true,
    }
}

fn cycle(span: Span, months_after: u8, day: DayOfMonth) -> Option<Rule> {
    match span {
        Span::Month => Some(Rule::Monthly { months_after, day }),
        Span::Quarter => Some(Rule::Quarterly { months_after, day }),
        Span::HalfYear => Some(Rule::HalfYearly { months_after, day }),
        _ => None,
    }
}

/// "… of the month after": keyingi oyning; месяца, следующего за отчётным.
fn month_after(sentence: &mut Sentence) -> Option<u8> {
    let at = sentence.position(|meaning| meaning == Meaning::Following)?;
    let start = if sentence.is_unit(at + 1, Span::Month) {
        at
    } else {
        at.checked_sub(1).filter(|&before| sentence.is_unit(before, Span::Month))?
    };
    sentence.mark_range(start..start + 2);
    // "… of the quarter's end" says the same once more.
    sentence.mark_all(|meaning| meaning == Meaning::End);
    Some(1)
}

/// "… of the last month of the quarter".
fn last_month_of_period(sentence: &mut Sentence) -> bool {
    let is_last =
        |at: &usize| sentence.meaning(*at) == Some(Meaning::Last) && sentence.is_unit(at + 1, Span::Month);
    let found = (0..sentence.len()).find(is_last);
    if let Some(at) = found {
        sentence.mark_range(at..at + 2);
    }
    found.is_some()
}

/// The day within the month, if the phrase names it.
fn day_of_month(sentence: &mut Sentence) -> Option<DayOfMonth> {
    for at in 0..sentence.len() {
        if sentence.is_used(at) {
            continue;
        }
        let next = sentence.meaning(at + 1);
        let (day, length) = match (sentence.meaning(at)?, next) {
            (Meaning::Last, Some(Meaning::Unit(Span::WorkingDay))) => (DayOfMonth::LastWorking, 2),
            (Meaning::Last, Some(Meaning::Unit(Span::Day) | Meaning::DateWord)) => (DayOfMonth::Last, 2),
            (Meaning::End, _) if !sentence.get(at)?.plural => (DayOfMonth::Last, 1),
            (Meaning::Number(day @ 1..=31) | Meaning::Ordinal(day @ 1..=31), _)
                if names_day(sentence, at) =>
            {
                let length =
                    if matches!(next, Some(Meaning::DateWord | Meaning::Unit(Span::Day))) { 2 } else { 1 };
                (DayOfMonth::Day(u8::try_from(day).ok()?), length)
            }
            _ => continue,
        };
        sentence.mark_range(at..at + length);
        return Some(day);
    }
    None
}

/// "The first working day", "the second week": a day is named, and no rule says it.
fn names_other_day(sentence: &Sentence) -> bool {
    let names = |meaning| {
        use Meaning::{Number, Ordinal, Unit};
        matches!(meaning, Number(_) | Ordinal(_) | Unit(Span::Day | Span::WorkingDay | Span::Week))
    };
    sentence.position(names).is_some()
}

/// Does the number at `at` name a day (5-sanasiga, до 5 числа), and no length (5 kun ichida)?
fn names_day(sentence: &Sentence, at: usize) -> bool {
    match sentence.meaning(at + 1) {
        Some(Meaning::DateWord | Meaning::Until | Meaning::NotLater) => true,
        Some(Meaning::Unit(Span::Day)) => {
            let is_length =
                matches!(sentence.meaning(at + 2), Some(Meaning::Within | Meaning::Term | Meaning::During));
            sentence.case(at + 1) != Case::Bare && !is_length && sentence.before(at) != Some(Meaning::Within)
        }
        _ => sentence.case(at) != Case::Bare || sentence.before(at) == Some(Meaning::Until),
    }
}

/// Uses other words for the same period: har chorakda, chorak yakunida.
fn mark_same_span(sentence: &mut Sentence, span: Span) {
    for at in 0..sentence.len() {
        if sentence.is_unit(at, span)
            && !matches!(sentence.before(at), Some(Meaning::Number(_) | Meaning::Ordinal(_)))
        {
            sentence.mark(at);
        }
    }
}
