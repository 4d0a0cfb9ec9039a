//! When an officer hears of an obligation, and in which order: stages, the hours of the digest, its pages.
//!
//! Nothing is sent or kept here. A stage depends on the due day and today only, so a planner that was away finds the one stage
//! that still matters, and none of those that it missed.

use std::{cmp::Ordering, fmt, str::FromStr};

mod agenda;
mod days;
mod policy;

use chrono::NaiveDate;

use crate::{ids::ObligationId, obligation::Standing};

pub use agenda::{Extent, Matter, list_until, missed_promise, snooze, snooze_days};
pub use days::{
    BETWEEN_CALLS, Slot, is_last_hours, latest_stage_until, may_speak, schedule, speaking_from, stage_on,
    useful_until,
};
pub use policy::{Draft, FARTHEST_STAGE, LIST_DAYS, LONGEST_DAILY, MOST_STAGES, Policy, WrongPolicy};

/// How many obligations stand on one page of a digest or a list.
pub const PAGE: usize = 8;

/// A step of reminding. Stages compare in the order in which they come; what has a day of its own comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// So many working days before the due day.
    Before(u8),
    /// The due day, or the last working day before it when nobody works on the due day.
    DueDay,
    /// The last hours of the due day itself, for urgent plans.
    LastHours,
    /// So many working days after the due day.
    After(u16),
    /// This day was promised and has passed.
    Promise(NaiveDate),
    /// The person asked to be reminded on this day.
    Asked(NaiveDate),
}

impl Stage {
    /// The text by which it is kept: `before-5`, `due`, `after-3`, `promise-2026-11-20`.
    pub fn code(self) -> String {
        self.to_string()
    }

    /// The stage kept by this text.
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }

    /// The version of the due day that a reminder of this stage speaks of, as it is kept. What has a day of its own is said once,
    /// however often the due day moves.
    pub fn version(self, due_version: i64) -> i64 {
        match self {
            Self::Before(_) | Self::DueDay | Self::LastHours | Self::After(_) => due_version,
            Self::Promise(_) | Self::Asked(_) => 0,
        }
    }

    /// Working days from the due day, before it negative; none for what has a day of its own.
    fn distance(self) -> Option<i64> {
        match self {
            Self::Before(days) => Some(-i64::from(days)),
            Self::DueDay | Self::LastHours => Some(0),
            Self::After(days) => Some(i64::from(days)),
            Self::Promise(_) | Self::Asked(_) => None,
        }
    }

    fn place(self) -> (i64, u8, Option<NaiveDate>) {
        let distance = self.distance().unwrap_or(i64::MAX);
        match self {
            Self::Before(_) | Self::DueDay | Self::After(_) => (distance, 0, None),
            Self::LastHours => (distance, 1, None),
            Self::Promise(day) => (distance, 2, Some(day)),
            Self::Asked(day) => (distance, 3, Some(day)),
        }
    }
}

impl Ord for Stage {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}

impl PartialOrd for Stage {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Before(days) => write!(f, "before-{days}"),
            Self::DueDay => f.write_str("due"),
            Self::LastHours => f.write_str("last-hours"),
            Self::After(days) => write!(f, "after-{days}"),
            Self::Promise(day) => write!(f, "promise-{day}"),
            Self::Asked(day) => write!(f, "asked-{day}"),
        }
    }
}

/// The text names no stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such stage of reminding")]
pub struct NoSuchStage;

impl FromStr for Stage {
    type Err = NoSuchStage;

    fn from_str(code: &str) -> Result<Self, NoSuchStage> {
        let stage = match code.split_once('-') {
            None if code == "due" => Some(Self::DueDay),
            Some(("before", days)) => days.parse().ok().filter(|days| *days > 0).map(Self::Before),
            Some(("last", "hours")) => Some(Self::LastHours),
            Some(("after", days)) => days.parse().ok().filter(|days| *days > 0).map(Self::After),
            Some(("promise", day)) => day.parse().ok().map(Self::Promise),
            Some(("asked", day)) => day.parse().ok().map(Self::Asked),
            _ => None,
        };
        // One stage, one text: the rows that keep it are unique by it.
        stage.filter(|stage| stage.code() == code).ok_or(NoSuchStage)
    }
}

/// A line of a digest or a list. Lines compare by urgency: the most urgent first, then by due day and by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// How it stands today.
    pub standing: Standing,
    /// Until when.
    pub due: NaiveDate,
    /// Which obligation.
    pub obligation: ObligationId,
}

impl Line {
    /// What has time left stands by its due day alone: an answer does not put it off.
    fn place(&self) -> (Standing, NaiveDate, ObligationId, Standing) {
        let urgency = match self.standing {
            Standing::Working => Standing::NotStarted,
            other => other,
        };
        (urgency, self.due, self.obligation, self.standing)
    }
}

impl Ord for Line {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place())
    }
}

impl PartialOrd for Line {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A page of a longer list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page<'a, T> {
    /// What stands on it, at most [`PAGE`].
    pub lines: &'a [T],
    /// Its number, from 0.
    pub number: usize,
    /// How many pages there are, at least 1.
    pub of: usize,
}

/// The page of this number, from 0; the last one when the list has become shorter meanwhile.
pub fn page<T>(all: &[T], number: usize) -> Page<'_, T> {
    let of = all.len().div_ceil(PAGE).max(1);
    let number = number.min(of - 1);
    Page { lines: all.chunks(PAGE).nth(number).unwrap_or_default(), number, of }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_days;
