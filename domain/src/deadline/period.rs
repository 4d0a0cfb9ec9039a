//! The period that an occurrence of a measure answers for: the key by which its obligations are told apart.
//!
//! A key is kept in the database for ever, so its text never changes meaning.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// What an occurrence answers for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Period {
    /// A measure that is done once: `once`.
    Once,
    /// A year: `2027`.
    Year(i32),
    /// A half of a year: `2026-H2`.
    HalfYear(i32, u8),
    /// A quarter of a year: `2026-Q4`.
    Quarter(i32, u8),
    /// A month: `2026-12`.
    Month(i32, u8),
    /// A week, as ISO 8601 counts them: `2026-W48`.
    Week(i32, u8),
    /// A day: `2026-11-24`.
    Day(NaiveDate),
}

impl Period {
    /// The week in which `day` is.
    pub fn week_of(day: NaiveDate) -> Self {
        let week = day.iso_week();
        Self::Week(week.year(), u8::try_from(week.week()).unwrap_or_default())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Once => f.write_str("once"),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::HalfYear(year, half) => write!(f, "{year:04}-H{half}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

/// A text that is no key of a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no period: give once, 2027, 2026-H2, 2026-Q4, 2026-12, 2026-W48 or 2026-11-24")]
pub struct NoPeriod(String);

impl FromStr for Period {
    type Err = NoPeriod;

    fn from_str(text: &str) -> Result<Self, NoPeriod> {
        let period = parse(text).filter(|period| period.to_string() == text);
        period.ok_or_else(|| NoPeriod(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Period> {
    if text == "once" {
        return Some(Period::Once);
    }
    let Some((year, rest)) = text.split_once('-') else { return text.parse().ok().map(Period::Year) };
    let year = year.parse().ok()?;
    let number = |text: &str, highest: u8| text.parse().ok().filter(|n| (1..=highest).contains(n));
    if let Some(half) = rest.strip_prefix('H') {
        return number(half, 2).map(|half| Period::HalfYear(year, half));
    }
    if let Some(quarter) = rest.strip_prefix('Q') {
        return number(quarter, 4).map(|quarter| Period::Quarter(year, quarter));
    }
    if let Some(week) = rest.strip_prefix('W') {
        let week = number(week, 53)?;
        return NaiveDate::from_isoywd_opt(year, u32::from(week), Weekday::Mon)
            .map(|_| Period::Week(year, week));
    }
    if rest.contains('-') {
        return text.parse().ok().map(Period::Day);
    }
    number(rest, 12).map(|month| Period::Month(year, month))
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl TryFrom<String> for Period {
    type Error = NoPeriod;

    fn try_from(text: String) -> Result<Self, NoPeriod> {
        text.parse()
    }
}
