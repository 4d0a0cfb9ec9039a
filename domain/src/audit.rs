//! What must always hold while the service runs, and the names of what is found when it does not.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::calendar::{Week, WorkingCalendar};
use crate::codes::coded;

/// A message is on its way to Telegram for so long at most.
pub const LONGEST_SENDING: TimeDelta = TimeDelta::minutes(1);
/// The planner runs at least so often.
pub const LONGEST_PLANNER_REST: TimeDelta = TimeDelta::minutes(10);
/// A message that is due waits for so long at most, in working hours.
pub const LONGEST_QUEUE: TimeDelta = TimeDelta::minutes(15);
/// Within so many working days after the due day somebody is told, or it is known why nobody could be.
const TOLD_WITHIN: i64 = 1;

coded! {
    /// A promise of the service itself that does not hold.
    pub enum FindingKind {
        /// Nobody was told of something overdue, and no vacancy explains it.
        SilentOverdue = "silent_overdue",
        /// A message was claimed and never marked.
        StuckSending = "stuck_sending",
        /// The planner has not run.
        PlannerSilent = "planner_silent",
        /// Messages that are due do not go out.
        QueueLate = "queue_late",
    }
}

/// Whether somebody must have been told by `today` of what was to be done by `from`.
pub fn must_be_told(from: NaiveDate, today: NaiveDate, calendar: &WorkingCalendar, week: Week) -> bool {
    let last_chance = calendar.previous_working_on_or_before(from, week);
    calendar.working_days_between(last_chance, today, week) > TOLD_WITHIN
}

/// Whether the planner that last ran at `ran` has been silent for too long.
pub fn planner_is_silent(ran: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - ran > LONGEST_PLANNER_REST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_the_second_working_day_somebody_must_have_been_told() {
        for (from, today, must) in [
            ("2026-11-20", "2026-11-20", false),
            ("2026-11-20", "2026-11-22", false),
            ("2026-11-20", "2026-11-23", false),
            ("2026-11-20", "2026-11-24", true),
            ("2026-11-22", "2026-11-23", false),
            ("2026-11-22", "2026-11-24", true),
        ] {
            let (from, today) = (from.parse().unwrap(), today.parse().unwrap());
            let told = must_be_told(from, today, &WorkingCalendar::default(), Week::Five);
            assert_eq!(told, must, "{from} on {today}");
        }
    }

    #[test]
    fn a_planner_may_rest_for_ten_minutes() {
        let ran: DateTime<Utc> = "2026-11-24T04:00:00Z".parse().unwrap();
        assert!(!planner_is_silent(ran, ran + TimeDelta::minutes(10)));
        assert!(planner_is_silent(ran, ran + TimeDelta::minutes(11)));
        assert!(!planner_is_silent(ran, ran - TimeDelta::days(1)), "a clock that was set back");
    }
}
