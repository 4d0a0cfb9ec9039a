//! The service's own hours, as a cron line read in Tashkent time.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use cron::Schedule;
use domain::clock::{tashkent_day, tashkent_time};

/// When a daily work begins.
#[derive(Clone, Debug)]
pub(super) struct Timetable(Schedule);

impl Timetable {
    pub(super) fn new(line: &str) -> Result<Self, cron::error::Error> {
        Schedule::from_str(line).map(Self)
    }

    /// The day whose hour has come at `now`; none before that hour and on a day that has none.
    pub(super) fn day_begun(&self, now: DateTime<Utc>) -> Option<NaiveDate> {
        let day = tashkent_day(now);
        // Cron lines know no zone of ours: the clock on the wall is read as if it were UTC.
        let on_the_wall = day.and_time(tashkent_time(now)).and_utc();
        let before_the_day = day.and_time(NaiveTime::MIN).and_utc() - chrono::TimeDelta::seconds(1);
        let hour = self.0.after(&before_the_day).next()?;
        (hour <= on_the_wall && hour.date_naive() == day).then_some(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_comes_at_nine_in_tashkent() {
        let timetable = Timetable::new("0 0 9 * * *").unwrap();
        for (now, day) in [
            ("2026-11-23T19:00:00Z", None),
            ("2026-11-24T03:59:59Z", None),
            ("2026-11-24T04:00:00Z", Some("2026-11-24")),
            ("2026-11-24T18:59:59Z", Some("2026-11-24")),
            ("2026-11-24T19:00:00Z", None),
        ] {
            let day = day.map(|day: &str| day.parse().unwrap());
            assert_eq!(timetable.day_begun(now.parse().unwrap()), day, "at {now}");
        }
    }
}
