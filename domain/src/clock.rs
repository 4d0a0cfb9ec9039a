//! The only door to the time of day.
//!
//! Rules take a day or a moment as a parameter; programs ask the [`Clock`] that they were given.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, DurationRound, NaiveDate, NaiveTime, TimeDelta, Utc};

/// Tashkent is five hours ahead of UTC all year round.
const TASHKENT: TimeDelta = TimeDelta::hours(5);

/// Tells the time.
pub trait Clock: Send + Sync + 'static {
    /// This moment, cut to microseconds: what both databases can keep.
    fn now(&self) -> DateTime<Utc>;

    /// Today's date in Tashkent.
    fn today(&self) -> NaiveDate {
        tashkent_day(self.now())
    }
}

/// The computer's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the real clock is read")]
    fn now(&self) -> DateTime<Utc> {
        whole_microseconds(Utc::now())
    }
}

/// A clock that runs with the computer's, ahead of it by as much as it was moved: for the demo and for tests.
#[derive(Debug, Default)]
pub struct MovableClock {
    ahead_by_microseconds: AtomicI64,
}

impl MovableClock {
    /// A clock that shows `start` now.
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        let clock = Self::default();
        clock.move_to(start);
        clock
    }

    /// Moves the clock so that it shows `moment` now.
    pub fn move_to(&self, moment: DateTime<Utc>) {
        let ahead = moment - SystemClock.now();
        self.ahead_by_microseconds.store(ahead.num_microseconds().unwrap_or_default(), Ordering::SeqCst);
    }

    /// Moves the clock forward by `step`.
    pub fn advance(&self, step: TimeDelta) {
        self.ahead_by_microseconds.fetch_add(step.num_microseconds().unwrap_or_default(), Ordering::SeqCst);
    }
}

impl Clock for MovableClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + TimeDelta::microseconds(self.ahead_by_microseconds.load(Ordering::SeqCst))
    }
}

/// A clock that stands still until a test moves it.
#[derive(Debug)]
pub struct FrozenClock {
    microseconds: AtomicI64,
}

impl FrozenClock {
    /// A clock that stands at `moment`.
    pub fn at(moment: DateTime<Utc>) -> Self {
        Self { microseconds: AtomicI64::new(moment.timestamp_micros()) }
    }

    /// Moves the hands to `moment`.
    pub fn move_to(&self, moment: DateTime<Utc>) {
        self.microseconds.store(moment.timestamp_micros(), Ordering::SeqCst);
    }

    /// Moves the hands forward by `step`.
    pub fn advance(&self, step: TimeDelta) {
        self.microseconds.fetch_add(step.num_microseconds().unwrap_or_default(), Ordering::SeqCst);
    }
}

impl Clock for FrozenClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.microseconds.load(Ordering::SeqCst)).unwrap_or_default()
    }
}

/// The day in Tashkent at `moment`.
pub fn tashkent_day(moment: DateTime<Utc>) -> NaiveDate {
    (moment + TASHKENT).date_naive()
}

/// The hour and minute in Tashkent at `moment`.
pub fn tashkent_time(moment: DateTime<Utc>) -> NaiveTime {
    (moment + TASHKENT).time()
}

/// The moment at which it is `time` on `day` in Tashkent.
pub fn in_tashkent(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    (day.and_time(time) - TASHKENT).and_utc()
}

fn whole_microseconds(moment: DateTime<Utc>) -> DateTime<Utc> {
    moment.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_in_tashkent_five_hours_before_it_begins_in_london() {
        for (moment, day) in [
            ("2026-11-23T18:59:59Z", "2026-11-23"),
            ("2026-11-23T19:00:00Z", "2026-11-24"),
            ("2026-12-31T19:00:00Z", "2027-01-01"),
        ] {
            assert_eq!(tashkent_day(moment.parse().unwrap()), day.parse().unwrap(), "at {moment}");
        }
    }

    #[test]
    fn a_time_in_tashkent_and_back_is_the_same() {
        let day = "2026-11-24".parse().unwrap();
        let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap();
        let moment = in_tashkent(day, nine);
        assert_eq!(moment.to_rfc3339(), "2026-11-24T04:00:00+00:00");
        assert_eq!((tashkent_day(moment), tashkent_time(moment)), (day, nine));
    }
}
