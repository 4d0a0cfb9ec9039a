//! The hours in which people may be written to unasked, read from the promise and not from the program.

use chrono::{DateTime, NaiveTime, Utc};
use domain::clock::{tashkent_day, tashkent_time};

use domain::people::Role;

use super::city::City;

/// The brief of those who control comes before the day begins.
const BRIEF_FROM: NaiveTime = hour(8, 30, 0);
const FROM: NaiveTime = hour(9, 0, 0);
const UNTIL: NaiveTime = hour(18, 0, 0);

/// A time of day.
pub(crate) const fn hour(hour: u32, minute: u32, second: u32) -> NaiveTime {
    match NaiveTime::from_hms_opt(hour, minute, second) {
        Some(time) => time,
        None => NaiveTime::MIN,
    }
}

/// Whether that is a time at which people are written to on working days.
pub(crate) fn speaks(time: NaiveTime) -> bool {
    (FROM..UNTIL).contains(&time)
}

/// Whether a person may be written to unasked at this moment.
pub(crate) fn may_write(city: &City, person: usize, at: DateTime<Utc>) -> bool {
    let time = tashkent_time(at);
    let briefed = city.people[person].role == Role::Controller && (BRIEF_FROM..FROM).contains(&time);
    (speaks(time) || briefed) && city.calendar.is_working(tashkent_day(at), city.week_of(person))
}
