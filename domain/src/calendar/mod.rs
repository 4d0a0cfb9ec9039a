//! Which days are working days: weekends, holidays, days off that were moved, Saturdays on which people work.
//!
//! The calendar is data that the hokimiyat edits: decrees on days off come out days before they hold. It never invents a
//! holiday, and it never knows what day it is.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

mod table;

pub use table::CalendarError;

/// The working week of an organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Week {
    /// Monday to Friday.
    #[default]
    Five,
    /// Monday to Saturday.
    Six,
}

/// Which working weeks a row of the calendar speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Weeks {
    /// Everyone.
    #[serde(rename = "all")]
    All,
    /// Those who work five days a week.
    #[serde(rename = "5day")]
    FiveDay,
    /// Those who work six days a week.
    #[serde(rename = "6day")]
    SixDay,
}

impl Weeks {
    /// Does a row for these weeks hold for people with this week?
    pub fn include(self, week: Week) -> bool {
        match self {
            Self::All => true,
            Self::FiveDay => week == Week::Five,
            Self::SixDay => week == Week::Six,
        }
    }

    fn meet(self, other: Self) -> bool {
        [Week::Five, Week::Six].into_iter().any(|week| self.include(week) && other.include(week))
    }
}

/// What a row of the calendar makes of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A public holiday.
    Holiday,
    /// A day off that came from another date.
    MovedOff,
    /// A day off that was added.
    AdditionalOff,
    /// A day of rest on which people work.
    WorkingDay,
}

/// How sure it is that a row of the calendar will hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Set by law or decree.
    Certain,
    /// Follows from the law; a decree may still change it.
    Computed,
    /// Follows from the moon; may be a day off.
    Estimate,
}

/// One row of the calendar: a day that differs from the plain week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDay {
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: DayKind,
    /// For whom.
    #[serde(rename = "week_type")]
    pub weeks: Weeks,
    /// Its name in Uzbek, Latin script.
    #[serde(rename = "name_uz_latn")]
    pub name: String,
    /// How sure it is.
    #[serde(rename = "certainty")]
    pub certain: Certainty,
}

/// Why people rest on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOff<'a> {
    /// It is the plain day of rest of the week.
    Weekend,
    /// The calendar says so.
    Named(&'a CalendarDay),
}

/// Where a due date goes that falls on a day off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shift {
    /// To the next working day.
    #[default]
    Next,
    /// To the working day before.
    Previous,
    /// Nowhere.
    None,
}

/// The days that differ from the plain week, and the arithmetic of working days over them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkingCalendar {
    days: Vec<CalendarDay>,
}

impl WorkingCalendar {
    /// A calendar of these rows. Where several speak of one day and one week, the last one given holds.
    pub fn new(mut days: Vec<CalendarDay>) -> Self {
        days.sort_by_key(|row| row.date);
        Self { days }
    }

    /// The rows, by date.
    pub fn days(&self) -> &[CalendarDay] {
        &self.days
    }

    /// The calendar as people with this week live by it.
    pub fn in_week(&self, week: Week) -> WorkingDays<'_> {
        WorkingDays { calendar: self, week }
    }

    /// Do people with this week work on `day`?
    pub fn is_working(&self, day: NaiveDate, week: Week) -> bool {
        self.why_not_working(day, week).is_none()
    }

    /// Why people with this week do not work on `day`, or `None` when they do.
    pub fn why_not_working(&self, day: NaiveDate, week: Week) -> Option<DayOff<'_>> {
        match (self.row(day, week), day.weekday(), week) {
            (Some(row), _, _) if row.kind == DayKind::WorkingDay => None,
            (Some(row), _, _) => Some(DayOff::Named(row)),
            (None, Weekday::Sun, _) | (None, Weekday::Sat, Week::Five) => Some(DayOff::Weekend),
            (None, _, _) => None,
        }
    }

    /// `day` itself when it is a working day, or else the first working day after it.
    pub fn next_working_on_or_after(&self, day: NaiveDate, week: Week) -> NaiveDate {
        day.iter_days().find(|&candidate| self.is_working(candidate, week)).unwrap_or(day)
    }

    /// `day` itself when it is a working day, or else the last working day before it.
    pub fn previous_working_on_or_before(&self, day: NaiveDate, week: Week) -> NaiveDate {
        day.iter_days().rev().find(|&candidate| self.is_working(candidate, week)).unwrap_or(day)
    }

    /// The `n`th working day after `day`, counting from the next day; `day` itself for 0.
    pub fn add_working_days(&self, day: NaiveDate, n: u32, week: Week) -> NaiveDate {
        self.nth(day, day.iter_days().skip(1), n, week)
    }

    /// The `n`th working day before `day`, counting from the day before; `day` itself for 0.
    pub fn sub_working_days(&self, day: NaiveDate, n: u32, week: Week) -> NaiveDate {
        self.nth(day, day.iter_days().rev().skip(1), n, week)
    }

    /// How many working days must pass after `from` until `to` is over: those after `from`, up to and with `to`;
    /// negative when `to` comes first.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate, week: Week) -> i64 {
        if to < from {
            return -self.working_days_between(to, from, week);
        }
        let days = from.iter_days().skip(1).take_while(|&day| day <= to);
        days.map(|day| i64::from(self.is_working(day, week))).sum()
    }

    /// The day until which a measure that is due on `original` may be done, by the policy for days off.
    pub fn effective_due(&self, original: NaiveDate, shift: Shift, week: Week) -> NaiveDate {
        match shift {
            Shift::Next => self.next_working_on_or_after(original, week),
            Shift::Previous => self.previous_working_on_or_before(original, week),
            Shift::None => original,
        }
    }

    fn row(&self, day: NaiveDate, week: Week) -> Option<&CalendarDay> {
        let start = self.days.partition_point(|row| row.date < day);
        let rows = self.days[start..].iter().take_while(|row| row.date == day);
        rows.filter(|row| row.weeks.include(week)).last()
    }

    fn nth(&self, day: NaiveDate, days: impl Iterator<Item = NaiveDate>, n: u32, week: Week) -> NaiveDate {
        let Some(skipped) = n.checked_sub(1) else { return day };
        let mut working = days.filter(|&candidate| self.is_working(candidate, week));
        working.nth(skipped as usize).unwrap_or(day)
    }
}

/// A calendar and the week of those who live by it: what a rule that counts working days needs to know.
#[derive(Clone, Copy, Debug)]
pub struct WorkingDays<'a> {
    calendar: &'a WorkingCalendar,
    week: Week,
}

impl WorkingDays<'_> {
    /// Is `day` a working day?
    pub fn is_working(self, day: NaiveDate) -> bool {
        self.calendar.is_working(day, self.week)
    }

    /// `day` or the next working day after it.
    pub fn on_or_after(self, day: NaiveDate) -> NaiveDate {
        self.calendar.next_working_on_or_after(day, self.week)
    }

    /// How many working days there are after `from`, up to and with `to`; none when `to` comes first.
    pub fn between(self, from: NaiveDate, to: NaiveDate) -> u32 {
        u32::try_from(self.calendar.working_days_between(from, to, self.week)).unwrap_or_default()
    }

    /// `day` or the last working day before it.
    pub fn on_or_before(self, day: NaiveDate) -> NaiveDate {
        self.calendar.previous_working_on_or_before(day, self.week)
    }

    /// The `n`th working day after `day`.
    pub fn after(self, day: NaiveDate, n: u32) -> NaiveDate {
        self.calendar.add_working_days(day, n, self.week)
    }
}
