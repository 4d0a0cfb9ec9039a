//! A span of days by its whole weeks: most of a long span is summed already.

use chrono::{Days, NaiveDate, Weekday};

/// The Monday of the week of a day: the name of that week in the sums.
pub fn monday_of(day: NaiveDate) -> NaiveDate {
    day.week(Weekday::Mon).checked_first_day().unwrap_or(day)
}

/// A span of days, divided into the weeks that lie in it as a whole, and the days before and after them. Each part goes from the
/// first to the last day; one that ends before it begins is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByWeeks {
    /// The days before the first whole week.
    pub before: (NaiveDate, NaiveDate),
    /// The Mondays of the first and the last whole week.
    pub weeks: (NaiveDate, NaiveDate),
    /// The days after the last whole week.
    pub after: (NaiveDate, NaiveDate),
}

impl ByWeeks {
    /// Divides the days from the first to the last.
    pub fn of(from: NaiveDate, until: NaiveDate) -> Self {
        let later = |day: NaiveDate, days| day.checked_add_days(Days::new(days)).unwrap_or(day);
        let earlier = |day: NaiveDate, days| day.checked_sub_days(Days::new(days)).unwrap_or(day);
        // The first Monday from the first day on, and the Monday of the last week that ends with the span or before it.
        let first = monday_of(later(from, 6));
        let last = monday_of(earlier(until, 6));
        Self {
            before: (from, until.min(earlier(first, 1))),
            weeks: (first, last),
            after: (first.max(later(last, 7)), until),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn days((from, until): (NaiveDate, NaiveDate)) -> impl Iterator<Item = NaiveDate> {
        from.iter_days().take_while(move |day| *day <= until)
    }

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(monday_of(day("2026-11-22")), day("2026-11-16"));
        assert_eq!(monday_of(day("2026-11-23")), day("2026-11-23"));
    }

    #[test]
    fn whole_weeks_have_no_days_beside_them() {
        let parts = ByWeeks::of(day("2026-11-16"), day("2026-11-29"));
        assert_eq!(parts.weeks, (day("2026-11-16"), day("2026-11-23")));
        assert_eq!(days(parts.before).chain(days(parts.after)).count(), 0);
    }

    proptest! {
        /// Every day of the span is in exactly one part, and no other day is in any.
        #[test]
        fn the_parts_are_the_span(from in 0_u64..800, length in 0_u64..120) {
            let from = day("2025-12-20") + Days::new(from);
            let until = from + Days::new(length);
            let parts = ByWeeks::of(from, until);
            let mondays = days(parts.weeks).filter(|day| day.weekday() == Weekday::Mon);
            let of_weeks = mondays.flat_map(|monday| monday.iter_days().take(7));
            let all: Vec<_> = days(parts.before).chain(of_weeks).chain(days(parts.after)).collect();
            prop_assert_eq!(all, days((from, until)).collect::<Vec<_>>());
        }
    }
}
