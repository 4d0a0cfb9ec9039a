//! Cases: what a low mark asks of an organisation, and what the citizen says of the answer.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::{Week, WorkingCalendar};
use crate::clock::{in_tashkent, tashkent_day};
use crate::codes::coded;
use crate::ratings::{CASE_WORKING_DAYS, Mark};

/// The highest number of working days for an answer.
pub const LONGEST_DAYS: u32 = 30;

/// Work is done from this hour in Tashkent on …
const WORK_BEGINS: NaiveTime = hour(9);

/// … until this one.
const WORK_ENDS: NaiveTime = hour(18);

const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

coded! {
    /// What a citizen says of an answer.
    pub enum Verdict {
        /// It helped.
        Solved = "solved",
        /// It helped in part.
        Partly = "partly",
        /// It did not help.
        Not = "not",
    }
}

/// What becomes of a case after a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing more is asked of the organisation.
    Over,
    /// It is opened again, and those above the officer hear of it.
    Again,
}

impl Verdict {
    /// A case is opened again once; who is not content a second time is told of the official ways.
    pub fn next(self, reopened_before: bool) -> Next {
        if self == Self::Not && !reopened_before { Next::Again } else { Next::Over }
    }
}

/// Which marks open a case, and how long an organisation has for its answer. A setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    low: Mark,
    working_days: u32,
}

impl Policy {
    /// A policy; `None` when the best mark would open a case, or the days are none or more than [`LONGEST_DAYS`].
    pub fn new(low: Mark, working_days: u32) -> Option<Self> {
        let fits = low < Mark::ALL[0] && (1..=LONGEST_DAYS).contains(&working_days);
        fits.then_some(Self { low, working_days })
    }

    /// This mark and lower ones open a case.
    pub fn low(self) -> Mark {
        self.low
    }

    /// So many working days an organisation has.
    pub fn working_days(self) -> u32 {
        self.working_days
    }

    /// Until when what was opened on this day must be answered.
    pub fn due(self, opened_on: NaiveDate, calendar: &WorkingCalendar, week: Week) -> NaiveDate {
        calendar.add_working_days(opened_on, self.working_days, week)
    }

    /// The same for a mark that was given; `None` when it opens no case.
    pub fn due_of(
        self,
        mark: Mark,
        day: NaiveDate,
        calendar: &WorkingCalendar,
        week: Week,
    ) -> Option<NaiveDate> {
        mark.opens_case(self.low).then(|| self.due(day, calendar, week))
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self { low: Mark::LOW, working_days: CASE_WORKING_DAYS }
    }
}

/// The minutes of working time between two moments: 09:00 to 18:00 in Tashkent on working days.
pub fn working_minutes(
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    calendar: &WorkingCalendar,
    week: Week,
) -> i64 {
    let mut day = tashkent_day(from);
    let last = tashkent_day(until);
    let mut minutes = 0;
    while day <= last {
        if calendar.is_working(day, week) {
            let begin = in_tashkent(day, WORK_BEGINS).max(from);
            let end = in_tashkent(day, WORK_ENDS).min(until);
            minutes += (end - begin).num_minutes().max(0);
        }
        let Some(next) = day.succ_opt() else { break };
        day = next;
    }
    minutes
}

/// The minutes of one working day.
pub const WORKING_DAY: i64 = 9 * 60;

/// How cases were answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Figures {
    /// How many answers were given.
    pub answers: u64,
    /// Minutes of working time that the middle one of them took; none when no time is known.
    pub median: Option<i64>,
    /// How many citizens said what they think of an answer,
    pub judged: u64,
    /// and how many of them that it helped.
    pub solved: u64,
}

/// The middle of these values, the lower one of two; `None` without any.
pub fn median(values: &mut [i64]) -> Option<i64> {
    let middle = values.len().checked_sub(1)? / 2;
    Some(*values.select_nth_unstable(middle).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn only_working_time_counts() {
        let calendar = WorkingCalendar::default();
        // In Tashkent it is five hours later. The 27th of November 2026 is a Friday.
        for (from, until, minutes) in [
            ("2026-11-27T05:00:00Z", "2026-11-27T06:30:00Z", 90),
            ("2026-11-27T01:00:00Z", "2026-11-27T05:00:00Z", 60),
            ("2026-11-27T12:00:00Z", "2026-11-27T20:00:00Z", 60),
            ("2026-11-27T12:00:00Z", "2026-11-30T05:00:00Z", 120),
            ("2026-11-27T14:00:00Z", "2026-11-29T20:00:00Z", 0),
            ("2026-11-23T03:00:00Z", "2026-11-27T14:00:00Z", 5 * WORKING_DAY),
            ("2026-11-27T06:00:00Z", "2026-11-27T05:00:00Z", 0),
        ] {
            let counted = working_minutes(moment(from), moment(until), &calendar, Week::Five);
            assert_eq!(counted, minutes, "{from} to {until}");
        }
    }

    #[test]
    fn a_case_is_opened_again_once() {
        for (verdict, before, next) in [
            (Verdict::Solved, false, Next::Over),
            (Verdict::Partly, false, Next::Over),
            (Verdict::Not, false, Next::Again),
            (Verdict::Not, true, Next::Over),
        ] {
            assert_eq!(verdict.next(before), next, "{verdict:?} {before}");
        }
    }

    #[test]
    fn the_median_is_the_middle() {
        for (values, middle) in
            [(vec![], None), (vec![7], Some(7)), (vec![9, 1, 5], Some(5)), (vec![4, 1, 3, 2], Some(2))]
        {
            let mut values = values;
            assert_eq!(median(&mut values), middle);
        }
    }

    #[test]
    fn a_policy_has_bounds() {
        let mark = |mark| Mark::new(mark).unwrap();
        for (low, days, fits) in
            [(3, 3, true), (4, 30, true), (1, 1, true), (5, 3, false), (3, 0, false), (3, 31, false)]
        {
            assert_eq!(Policy::new(mark(low), days).is_some(), fits, "{low} {days}");
        }
        let policy = Policy::default();
        let friday = "2026-11-27".parse().unwrap();
        let calendar = WorkingCalendar::default();
        let due = policy.due_of(mark(3), friday, &calendar, Week::Five);
        assert_eq!(due, Some("2026-12-02".parse().unwrap()));
        assert_eq!(policy.due_of(mark(4), friday, &calendar, Week::Five), None);
    }
}
