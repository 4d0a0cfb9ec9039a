//! The rule of a term: kept as JSON, shown and edited by people.
//!
//! A rule says when, and never whether: who must do what is the business of obligations.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Month, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::Kind;

/// What a length of time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Days of the calendar.
    Days,
    /// Working days.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Days => "kun",
            Self::WorkingDays => "ish kuni",
            Self::Weeks => "hafta",
            Self::Months => "oy",
            Self::Years => "yil",
        })
    }
}

/// A day of any month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum DayOfMonth {
    /// By its number from 1 to 31; the last day in months that are shorter.
    Day(u8),
    /// The last day.
    Last,
    /// The last working day.
    LastWorking,
}

impl fmt::Display for DayOfMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Last => f.write_str("last"),
            Self::LastWorking => f.write_str("last_working"),
        }
    }
}

impl From<DayOfMonth> for String {
    fn from(day: DayOfMonth) -> Self {
        day.to_string()
    }
}

/// A text that is no day of a month.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no day of a month: give 1 to 31, `last`, or `last_working`")]
pub struct NoDayOfMonth(String);

impl FromStr for DayOfMonth {
    type Err = NoDayOfMonth;

    fn from_str(text: &str) -> Result<Self, NoDayOfMonth> {
        match text {
            "last" => Ok(Self::Last),
            "last_working" => Ok(Self::LastWorking),
            _ => match text.parse() {
                Ok(day @ 1..=31) => Ok(Self::Day(day)),
                _ => Err(NoDayOfMonth(text.to_owned())),
            },
        }
    }
}

impl TryFrom<String> for DayOfMonth {
    type Error = NoDayOfMonth;

    fn try_from(text: String) -> Result<Self, NoDayOfMonth> {
        text.parse()
    }
}

/// A day of any year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct YearDay {
    /// The month.
    pub month: Month,
    /// The day in it.
    pub day: DayOfMonth,
}

/// When a measure is due.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Rule {
    /// Once, on a day.
    On {
        /// The day.
        date: NaiveDate,
    },
    /// Once, so long after the adoption of the decree; counting starts on the next day.
    AfterAdoption {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
    },
    /// So long after an event that a person reports; makes no date by itself.
    AfterEvent {
        /// How many.
        count: u32,
        /// Of what.
        unit: Unit,
    },
    /// Each year, on these days.
    Yearly {
        /// The days.
        dates: Vec<YearDay>,
    },
    /// Each half-year.
    HalfYearly {
        /// In which month after the half-year's last one: 0 for that month itself.
        #[serde(default)]
        months_after: u8,
        /// On which day of it.
        day: DayOfMonth,
    },
    /// Each quarter.
    Quarterly {
        /// In which month after the quarter's last one: 0 for that month itself.
        #[serde(default)]
        months_after: u8,
        /// On which day of it.
        day: DayOfMonth,
    },
    /// Each month.
    Monthly {
        /// In which month after the one reported: 0 for that month itself.
        #[serde(default)]
        months_after: u8,
        /// On which day of it.
        day: DayOfMonth,
    },
    /// Once in so many months, counted from the month of the adoption.
    EveryMonths {
        /// How many months.
        count: u32,
        /// On which day.
        day: DayOfMonth,
    },
    /// Each week, on these days.
    Weekly {
        /// The days of the week.
        days: Vec<Weekday>,
    },
    /// Each working day.
    Daily,
    /// Once, at the end of a period.
    Within {
        /// The first day of the period.
        from: NaiveDate,
        /// The last day: the measure is due then.
        to: NaiveDate,
    },
    /// From a day on, without an end; makes no date.
    StartsOn {
        /// The first day.
        date: NaiveDate,
    },
    /// From some day of a year on, without an end; makes no date.
    StartsIn {
        /// The year.
        year: i32,
    },
}

impl Rule {
    /// The sort of term that the rule sets.
    pub fn kind(&self) -> Kind {
        match self {
            Self::On { .. } => Kind::Date,
            Self::AfterAdoption { .. } => Kind::Relative,
            Self::AfterEvent { .. } => Kind::Conditional,
            Self::Yearly { .. }
            | Self::HalfYearly { .. }
            | Self::Quarterly { .. }
            | Self::Monthly { .. }
            | Self::EveryMonths { .. }
            | Self::Weekly { .. }
            | Self::Daily => Kind::Recurring,
            Self::Within { .. } => Kind::Period,
            Self::StartsOn { .. } | Self::StartsIn { .. } => Kind::Start,
        }
    }
}

/// A compact text: like the recurrence rules of calendars (RFC 5545) where there is one, else `doc+2 oy`, `event+15 kun`,
/// `2027..2028`.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On { date } => date.fmt(f),
            Self::AfterAdoption { count, unit } => write!(f, "doc+{count} {unit}"),
            Self::AfterEvent { count, unit } => write!(f, "event+{count} {unit}"),
            Self::Yearly { dates } => write_yearly(f, dates),
            Self::HalfYearly { months_after, day } => write_cycle(f, 6, *months_after, *day),
            Self::Quarterly { months_after, day } => write_cycle(f, 3, *months_after, *day),
            Self::Monthly { day, .. } => write!(f, "FREQ=MONTHLY;{}", ByDay(*day)),
            Self::EveryMonths { count, day } => write!(f, "FREQ=MONTHLY;INTERVAL={count};{}", ByDay(*day)),
            Self::Weekly { days } => {
                let days: Vec<_> = days.iter().map(|day| two_letters(*day)).collect();
                write!(f, "FREQ=WEEKLY;BYDAY={}", days.join(","))
            }
            Self::Daily => f.write_str("FREQ=DAILY"),
            Self::Within { from, to } if from.ordinal() == 1 && (to.month(), to.day()) == (12, 31) => {
                write!(f, "{}..{}", from.year(), to.year())
            }
            Self::Within { from, to } => write!(f, "{from}..{to}"),
            Self::StartsOn { date } => write!(f, "DTSTART={date}"),
            Self::StartsIn { year } => write!(f, "DTSTART={year}"),
        }
    }
}

struct ByDay(DayOfMonth);

impl fmt::Display for ByDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            DayOfMonth::Day(day) => write!(f, "BYMONTHDAY={day}"),
            DayOfMonth::Last => f.write_str("BYMONTHDAY=-1"),
            DayOfMonth::LastWorking => f.write_str("BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        }
    }
}

/// Days that differ from month to month need a rule each; one rule names all months that share a day.
fn write_yearly(f: &mut fmt::Formatter<'_>, dates: &[YearDay]) -> fmt::Result {
    let mut days: Vec<DayOfMonth> = Vec::new();
    for date in dates {
        if !days.contains(&date.day) {
            days.push(date.day);
        }
    }
    for (index, day) in days.iter().enumerate() {
        let months = dates.iter().filter(|date| date.day == *day);
        let months: Vec<_> = months.map(|date| date.month.number_from_month().to_string()).collect();
        let between = if index == 0 { "" } else { " + " };
        write!(f, "{between}FREQ=YEARLY;BYMONTH={};{}", months.join(","), ByDay(*day))?;
    }
    Ok(())
}

fn write_cycle(f: &mut fmt::Formatter<'_>, length: u8, months_after: u8, day: DayOfMonth) -> fmt::Result {
    let mut months: Vec<_> =
        (1..=12 / length).map(|n| (n * length - 1 + months_after % 12) % 12 + 1).collect();
    months.sort_unstable();
    let months: Vec<_> = months.iter().map(ToString::to_string).collect();
    write!(f, "FREQ=YEARLY;BYMONTH={};{}", months.join(","), ByDay(day))
}

fn two_letters(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}
