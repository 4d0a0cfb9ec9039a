//! On which days and at which hours there is a reminder: pure arithmetic of working days.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::{Policy, Stage};
use crate::{
    calendar::{Week, WorkingCalendar},
    clock::{in_tashkent, tashkent_day, tashkent_time},
    codes::coded,
};

/// The digest goes out from this hour in Tashkent on …
const SPEAKING_FROM: NaiveTime = hour(9);

/// … and nothing that can wait is sent from this hour on.
const SPEAKING_UNTIL: NaiveTime = hour(18);

/// Urgent plans remind once more of what is still open at this hour of the due day.
const LAST_HOURS_FROM: NaiveTime = hour(16);

/// Nobody is reminded by hand more often.
pub const BETWEEN_CALLS: TimeDelta = TimeDelta::hours(4);

const fn hour(hour: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, 0, 0) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

coded! {
    /// An hour at which a person may get one message.
    pub enum Slot {
        /// The digest from 09:00 on.
        Morning = "morning",
        /// The last hours of the due day, from 16:00 on, for urgent plans.
        LastHours = "last_hours",
    }
}

/// Whether people of this week may be reminded by this policy at this moment: between 09:00 and 18:00 in Tashkent, on a working
/// day or, when it is urgent, on any day.
pub fn may_speak(now: DateTime<Utc>, policy: &Policy, calendar: &WorkingCalendar, week: Week) -> bool {
    let speaking = (SPEAKING_FROM..SPEAKING_UNTIL).contains(&tashkent_time(now));
    speaking && (policy.is_urgent() || calendar.is_working(tashkent_day(now), week))
}

/// When a message that can wait may go out: at once in working hours, else when they begin again.
pub fn speaking_from(now: DateTime<Utc>, calendar: &WorkingCalendar, week: Week) -> DateTime<Utc> {
    if may_speak(now, &Policy::default(), calendar, week) {
        return now;
    }
    let (day, time) = (tashkent_day(now), tashkent_time(now));
    let first = if time < SPEAKING_FROM { Some(day) } else { day.succ_opt() };
    let begins = calendar.next_working_on_or_after(first.unwrap_or(day), week);
    in_tashkent(begins, SPEAKING_FROM)
}

/// Whether the last hours of the day have begun in which people are reminded.
pub fn is_last_hours(now: DateTime<Utc>) -> bool {
    (LAST_HOURS_FROM..SPEAKING_UNTIL).contains(&tashkent_time(now))
}

/// When the digest of a day is no longer of use: the next one says it all, and nobody is written to in the evening.
pub fn useful_until(day: NaiveDate) -> DateTime<Utc> {
    in_tashkent(day, SPEAKING_UNTIL)
}

/// The stage that falls on `today`; `None` on a day without a reminder and on a day off.
pub fn stage_on(
    due: NaiveDate,
    today: NaiveDate,
    policy: &Policy,
    calendar: &WorkingCalendar,
    week: Week,
) -> Option<Stage> {
    if !calendar.is_working(today, week) {
        return None;
    }
    let distance = distance_from_due(due, today, calendar, week);
    stage_reached(distance, policy, week).filter(|stage| stage.distance() == Some(distance))
}

/// The latest stage that fell on `today` or before; `None` while the first is still ahead.
///
/// After an outage, and for an obligation that was made when its first stages were over, this one reminder says it all.
pub fn latest_stage_until(
    due: NaiveDate,
    today: NaiveDate,
    policy: &Policy,
    calendar: &WorkingCalendar,
    week: Week,
) -> Option<Stage> {
    let worked = calendar.previous_working_on_or_before(today, week);
    stage_reached(distance_from_due(due, worked, calendar, week), policy, week)
}

/// The stages of a due day with their days, in the order in which they come. Where reminders are weekly it has no end.
pub fn schedule<'a>(
    due: NaiveDate,
    policy: &'a Policy,
    calendar: &'a WorkingCalendar,
    week: Week,
) -> impl Iterator<Item = (Stage, NaiveDate)> + use<'a> {
    let last_chance = calendar.previous_working_on_or_before(due, week);
    let before = policy.before().iter().map(move |days| {
        (Stage::Before(*days), calendar.sub_working_days(last_chance, u32::from(*days), week))
    });
    let last_hours = policy.is_urgent().then_some((Stage::LastHours, due));
    let daily = 1..=policy.daily_after();
    let weekly = (1_u16..).map(move |weeks| policy.daily_after().saturating_add(weeks * days_a_week(week)));
    let after = daily.chain(weekly.take(if policy.repeats_weekly() { LAST_WEEK } else { 0 }));
    let after = after
        .map(move |days| (Stage::After(days), calendar.add_working_days(last_chance, days.into(), week)));
    before.chain([(Stage::DueDay, last_chance)]).chain(last_hours).chain(after)
}

/// Nobody is reminded of the same thing for longer than this.
const LAST_WEEK: usize = 1_000;

/// Working days from the last working day on or before `due` to the working day `day`; before it negative.
fn distance_from_due(due: NaiveDate, day: NaiveDate, calendar: &WorkingCalendar, week: Week) -> i64 {
    let last_chance = calendar.previous_working_on_or_before(due, week);
    calendar.working_days_between(last_chance, day, week)
}

fn stage_reached(distance: i64, policy: &Policy, week: Week) -> Option<Stage> {
    if distance > 0 {
        let late = u16::try_from(distance).unwrap_or(u16::MAX);
        return Some(match reminded_days_after(late, policy, week) {
            0 => Stage::DueDay,
            days => Stage::After(days),
        });
    }
    if distance == 0 {
        return Some(Stage::DueDay);
    }
    let nearest = policy.before().iter().rev().find(|days| i64::from(**days) >= -distance);
    nearest.copied().map(Stage::Before)
}

fn reminded_days_after(late: u16, policy: &Policy, week: Week) -> u16 {
    let daily = policy.daily_after();
    match late.checked_sub(daily) {
        Some(more) if policy.repeats_weekly() => daily + more / days_a_week(week) * days_a_week(week),
        Some(_) => daily,
        None => late,
    }
}

fn days_a_week(week: Week) -> u16 {
    match week {
        Week::Five => 5,
        Week::Six => 6,
    }
}
