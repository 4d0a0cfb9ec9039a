//! The hours in which people may be written to unasked, read from the promise and not from the program.

use chrono::{DateTime, NaiveTime, Utc};
use domain::clock::{tashkent_day, tashkent_time};

use super::city::City;
use super::kinds::Kind;

/// Briefs come so early.
pub(crate) const EARLY: NaiveTime = hour(8, 30, 0);
const FROM: NaiveTime = hour(9, 0, 0);
/// From then on nobody is written to.
pub(crate) const UNTIL: NaiveTime = hour(18, 0, 0);

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

/// Whether a person may be sent a message of this kind unasked at this moment.
pub(crate) fn may_send(city: &City, person: usize, kind: Kind, at: DateTime<Utc>) -> bool {
    let early = kind.is_early() && (EARLY..FROM).contains(&tashkent_time(at));
    early && works(city, person, at) || may_write(city, person, at)
}

/// Whether a person may be written to unasked at this moment.
pub(crate) fn may_write(city: &City, person: usize, at: DateTime<Utc>) -> bool {
    speaks(tashkent_time(at)) && works(city, person, at)
}

fn works(city: &City, person: usize, at: DateTime<Utc>) -> bool {
    city.calendar.is_working(tashkent_day(at), city.week_of(person))
}
