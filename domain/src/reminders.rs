//! When an officer hears of an obligation, and in which order: stages, the hours of the digest, its pages.
//!
//! Nothing is sent or kept here. A stage depends on the due day and today only, so a planner that was away finds the one stage
//! that still matters, and none of those that it missed.

use std::{cmp::Ordering, fmt, str::FromStr};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::{
    calendar::{Week, WorkingCalendar},
    clock::{tashkent_day, tashkent_time},
    ids::ObligationId,
    obligation::Standing,
};

/// How many obligations stand on one page of a digest or a list.
pub const PAGE: usize = 8;

/// So many working days before the due day there is a reminder, the farthest first; and one on the day itself.
pub const BEFORE: [u8; 4] = [10, 5, 3, 1];

/// For so many working days after the due day there is a reminder every day, and then every week.
pub const DAILY_AFTER: u16 = 5;

/// The digest goes out from this hour in Tashkent on a working day …
const SPEAKING_FROM: NaiveTime = hour(9);

/// … and nothing that can wait is sent from this hour on.
const SPEAKING_UNTIL: NaiveTime = hour(18);

const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// A step of reminding. Stages compare in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// So many working days before the due day.
    Before(u8),
    /// The due day, or the last working day before it when nobody works on the due day.
    DueDay,
    /// So many working days after the due day.
    After(u16),
}

impl Stage {
    /// The text by which it is kept: `before-5`, `due`, `after-3`.
    pub fn code(self) -> String {
        self.to_string()
    }

    /// The stage kept by this text.
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }

    /// Working days from the due day, before it negative.
    fn distance(self) -> i64 {
        match self {
            Self::Before(days) => -i64::from(days),
            Self::DueDay => 0,
            Self::After(days) => i64::from(days),
        }
    }
}

impl Ord for Stage {
    fn cmp(&self, other: &Self) -> Ordering {
        self.distance().cmp(&other.distance())
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
            Self::After(days) => write!(f, "after-{days}"),
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
            Some(("after", days)) => days.parse().ok().filter(|days| *days > 0).map(Self::After),
            _ => None,
        };
        // One stage, one text: the rows that keep it are unique by it.
        stage.filter(|stage| stage.code() == code).ok_or(NoSuchStage)
    }
}

/// The stage that falls on `today`; `None` on a day without a reminder and on a day off.
pub fn stage_on(due: NaiveDate, today: NaiveDate, calendar: &WorkingCalendar, week: Week) -> Option<Stage> {
    if !calendar.is_working(today, week) {
        return None;
    }
    let distance = distance_from_due(due, today, calendar, week);
    stage_reached(distance, week).filter(|stage| stage.distance() == distance)
}

/// The latest stage that fell on `today` or before; `None` while the first is still ahead.
///
/// After an outage, and for an obligation that was made when its first stages were over, this one reminder says it all.
pub fn latest_stage_until(
    due: NaiveDate,
    today: NaiveDate,
    calendar: &WorkingCalendar,
    week: Week,
) -> Option<Stage> {
    let worked = calendar.previous_working_on_or_before(today, week);
    stage_reached(distance_from_due(due, worked, calendar, week), week)
}

/// Working days from the last working day on or before `due` to the working day `day`; before it negative.
fn distance_from_due(due: NaiveDate, day: NaiveDate, calendar: &WorkingCalendar, week: Week) -> i64 {
    let last_chance = calendar.previous_working_on_or_before(due, week);
    calendar.working_days_between(last_chance, day, week)
}

fn stage_reached(distance: i64, week: Week) -> Option<Stage> {
    if distance > 0 {
        let late = u16::try_from(distance).unwrap_or(u16::MAX);
        return Some(Stage::After(reminded_days_after(late, week)));
    }
    if distance == 0 {
        return Some(Stage::DueDay);
    }
    let nearest = BEFORE.into_iter().rev().find(|days| i64::from(*days) >= -distance);
    nearest.map(Stage::Before)
}

fn reminded_days_after(late: u16, week: Week) -> u16 {
    let days_a_week = match week {
        Week::Five => 5,
        Week::Six => 6,
    };
    match late.checked_sub(DAILY_AFTER) {
        Some(more) => DAILY_AFTER + more / days_a_week * days_a_week,
        None => late,
    }
}

/// The day whose digest may go out at this moment: a working day between 09:00 and 18:00 in Tashkent.
pub fn digest_day(now: DateTime<Utc>, calendar: &WorkingCalendar, week: Week) -> Option<NaiveDate> {
    let (day, time) = (tashkent_day(now), tashkent_time(now));
    let speaking = (SPEAKING_FROM..SPEAKING_UNTIL).contains(&time);
    (speaking && calendar.is_working(day, week)).then_some(day)
}

/// A line of a digest or a list. Lines compare by urgency: the most urgent first, then by due day and by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// How it stands today.
    pub standing: Standing,
    /// Until when.
    pub due: NaiveDate,
    /// Which obligation.
    pub obligation: ObligationId,
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
