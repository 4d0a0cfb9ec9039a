//! The spans for which results are published.

use chrono::{Datelike, NaiveDate};

/// A quarter, a half-year or a year of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// Three months: the year, and 1 to 4.
    Quarter(i32, u32),
    /// Six months: the year, and 1 or 2.
    Half(i32, u32),
    /// A year.
    Year(i32),
}

impl Period {
    /// The period written as `2026-Q3`, `2026-H1` or `2026`.
    pub fn read(key: &str) -> Option<Self> {
        let (year, part) = key.split_once('-').map_or((key, ""), |(year, part)| (year, part));
        if year.len() != 4 || !year.bytes().all(|letter| letter.is_ascii_digit()) {
            return None;
        }
        let year = year.parse().ok().filter(|year| (2000..2200).contains(year))?;
        let found = match part {
            "" => Self::Year(year),
            "H1" => Self::Half(year, 1),
            "H2" => Self::Half(year, 2),
            "Q1" => Self::Quarter(year, 1),
            "Q2" => Self::Quarter(year, 2),
            "Q3" => Self::Quarter(year, 3),
            "Q4" => Self::Quarter(year, 4),
            _ => return None,
        };
        // "2026-" is not the year 2026.
        (found.key() == key).then_some(found)
    }

    /// How it is written in addresses and files.
    pub fn key(self) -> String {
        match self {
            Self::Quarter(year, number) => format!("{year:04}-Q{number}"),
            Self::Half(year, number) => format!("{year:04}-H{number}"),
            Self::Year(year) => format!("{year:04}"),
        }
    }

    /// Its year.
    pub fn year(self) -> i32 {
        match self {
            Self::Quarter(year, _) | Self::Half(year, _) | Self::Year(year) => year,
        }
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        day_of(self.year(), self.first_month())
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        let next = self.first_month() + self.months();
        let after = if next > 12 { day_of(self.year() + 1, 1) } else { day_of(self.year(), next) };
        after.pred_opt().unwrap_or(after)
    }

    /// Whether its last day is over on `today`: until then nothing of it can be published.
    pub fn is_over(self, today: NaiveDate) -> bool {
        today > self.last()
    }

    /// The quarters of which it is the sum, the earliest first; none of a quarter, which is counted itself.
    pub fn quarters(self) -> Vec<Self> {
        match self {
            Self::Quarter(..) => Vec::new(),
            Self::Half(year, number) => {
                [number * 2 - 1, number * 2].map(|one| Self::Quarter(year, one)).into()
            }
            Self::Year(year) => [1, 2, 3, 4].map(|one| Self::Quarter(year, one)).into(),
        }
    }

    /// The periods that are over on `today` and end on `from` or later, the latest first; of those that end on one day the
    /// shorter first, as they are published.
    pub fn over(from: NaiveDate, today: NaiveDate) -> Vec<Self> {
        let years = (from.year()..=today.year()).rev();
        let of_year = |year| {
            [
                Self::Quarter(year, 4),
                Self::Half(year, 2),
                Self::Year(year),
                Self::Quarter(year, 3),
                Self::Quarter(year, 2),
                Self::Half(year, 1),
                Self::Quarter(year, 1),
            ]
        };
        years.flat_map(of_year).filter(|one| one.is_over(today) && one.last() >= from).collect()
    }

    fn first_month(self) -> u32 {
        match self {
            Self::Quarter(_, number) => number * 3 - 2,
            Self::Half(_, number) => number * 6 - 5,
            Self::Year(_) => 1,
        }
    }

    fn months(self) -> u32 {
        match self {
            Self::Quarter(..) => 3,
            Self::Half(..) => 6,
            Self::Year(_) => 12,
        }
    }
}

/// The first day of a month; the months of a period are always ones of the calendar.
fn day_of(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_is_read_as_it_is_written_and_knows_its_days() {
        for (key, first, last, quarters) in [
            ("2026-Q1", "2026-01-01", "2026-03-31", 0),
            ("2026-Q4", "2026-10-01", "2026-12-31", 0),
            ("2028-H1", "2028-01-01", "2028-06-30", 2),
            ("2026-H2", "2026-07-01", "2026-12-31", 2),
            ("2026", "2026-01-01", "2026-12-31", 4),
        ] {
            let period = Period::read(key).unwrap();
            assert_eq!(period.key(), key);
            assert_eq!((period.first(), period.last()), (day(first), day(last)), "{key}");
            let parts = period.quarters();
            assert_eq!(parts.len(), quarters, "{key}");
            if let (Some(one), Some(other)) = (parts.first(), parts.last()) {
                assert_eq!((one.first(), other.last()), (period.first(), period.last()), "{key}");
            }
        }
    }

    #[test]
    fn nothing_else_is_a_period() {
        for key in [
            "", "2026-", "2026-Q0", "2026-Q5", "2026-H3", "26", "02026", "2026-q1", "+026", "1999",
            "2026-Q1 ",
        ] {
            assert_eq!(Period::read(key), None, "{key:?}");
        }
    }

    #[test]
    fn a_period_is_over_on_the_day_after_its_last() {
        let quarter = Period::Quarter(2026, 3);
        assert!(!quarter.is_over(day("2026-09-30")));
        assert!(quarter.is_over(day("2026-10-01")));
    }

    #[test]
    fn what_is_over_is_listed_from_the_latest() {
        let keys = |from, today| {
            Period::over(day(from), day(today)).into_iter().map(Period::key).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(keys("2026-02-01", "2026-11-23"), "2026-Q3 2026-Q2 2026-H1 2026-Q1");
        assert_eq!(keys("2025-11-23", "2026-07-01"), "2026-Q2 2026-H1 2026-Q1 2025-Q4 2025-H2 2025");
        assert_eq!(keys("2026-11-20", "2026-11-23"), "");
    }
}
