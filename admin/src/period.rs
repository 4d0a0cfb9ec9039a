//! The span of days whose obligations a board counts: a month, a quarter, a year, or all.

use chrono::{Datelike, Months, NaiveDate};
use locales::{Texts, dates};

/// The span that a reader chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Span {
    /// The month with this first day: what reports count.
    Month(NaiveDate),
    /// The three months from this first day on.
    Quarter(NaiveDate),
    /// A year.
    Year(i32),
    /// All that there is.
    All,
}

impl Span {
    /// The span written as `2026-11`, `2026-Q4`, `2026` or `all`; the quarter of today when it is written otherwise.
    pub(crate) fn read(text: &str, today: NaiveDate) -> Self {
        let year = |text: &str| text.parse().ok().filter(|year| (2000..2200).contains(year));
        let quarter = |text: &str| {
            let (year_text, number) = text.split_once("-Q")?;
            let number: u32 = number.parse().ok().filter(|number| (1..=4).contains(number))?;
            NaiveDate::from_ymd_opt(year(year_text)?, number * 3 - 2, 1)
        };
        if text == "all" {
            return Self::All;
        }
        let month = |text: &str| {
            let (year_text, number) = text.split_once('-')?;
            let number = number.parse().ok().filter(|_| number.len() == 2)?;
            NaiveDate::from_ymd_opt(year(year_text)?, number, 1)
        };
        let chosen = quarter(text).map(Self::Quarter).or_else(|| month(text).map(Self::Month));
        let chosen = chosen.or_else(|| year(text).map(Self::Year));
        chosen.unwrap_or_else(|| Self::quarter_of(today))
    }

    fn quarter_of(day: NaiveDate) -> Self {
        let month = day.month0() / 3 * 3 + 1;
        Self::Quarter(NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day))
    }

    /// How it is written in an address.
    pub(crate) fn key(self) -> String {
        match self {
            Self::Month(first) => first.format("%Y-%m").to_string(),
            Self::Quarter(first) => format!("{:04}-Q{}", first.year(), first.quarter()),
            Self::Year(year) => format!("{year:04}"),
            Self::All => "all".to_owned(),
        }
    }

    /// Its name for people.
    pub(crate) fn name(self, t: Texts) -> String {
        match self {
            Self::Month(first) => dates::month_year(t.language(), first),
            Self::Quarter(first) => dates::quarter(t.language(), first),
            Self::Year(year) => t.board_period_year(year.to_string()),
            Self::All => t.board_period_all(),
        }
    }

    /// Its first day.
    pub(crate) fn first(self) -> NaiveDate {
        match self {
            Self::Month(first) | Self::Quarter(first) => first,
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
            Self::All => NaiveDate::default(),
        }
    }

    /// Its last day.
    pub(crate) fn last(self) -> NaiveDate {
        let before = |next: NaiveDate| next.pred_opt();
        let end = match self {
            Self::Month(first) => first.checked_add_months(Months::new(1)).and_then(before),
            Self::Quarter(first) => first.checked_add_months(Months::new(3)).and_then(before),
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31),
            Self::All => NaiveDate::from_ymd_opt(2199, 12, 31),
        };
        end.unwrap_or_default()
    }

    /// The month before a month, the quarter before a quarter; a year and all have nothing beside them to be compared with.
    pub(crate) fn before(self) -> Option<Self> {
        match self {
            Self::Month(first) => first.checked_sub_months(Months::new(1)).map(Self::Month),
            Self::Quarter(first) => first.checked_sub_months(Months::new(3)).map(Self::Quarter),
            Self::Year(_) | Self::All => None,
        }
    }

    /// Whether a day is in it.
    pub(crate) fn contains(self, day: NaiveDate) -> bool {
        (self.first()..=self.last()).contains(&day)
    }

    /// What a reader may choose: the quarters around today, their years, all.
    pub(crate) fn choices(today: NaiveDate) -> Vec<Self> {
        let quarter = |months: i32| {
            let step = Months::new(months.unsigned_abs());
            let day =
                if months < 0 { today.checked_sub_months(step) } else { today.checked_add_months(step) };
            day.map(Self::quarter_of)
        };
        let quarters = [3, 0, -3, -6, -9].into_iter().filter_map(quarter);
        quarters.chain([Self::Year(today.year()), Self::Year(today.year() - 1), Self::All]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_read_as_it_is_written() {
        let today = "2026-11-23".parse().unwrap();
        for (text, key, first, last) in [
            ("2026-Q4", "2026-Q4", "2026-10-01", "2026-12-31"),
            ("2026-Q1", "2026-Q1", "2026-01-01", "2026-03-31"),
            ("2026-02", "2026-02", "2026-02-01", "2026-02-28"),
            ("2026-12", "2026-12", "2026-12-01", "2026-12-31"),
            ("2025", "2025", "2025-01-01", "2025-12-31"),
            ("all", "all", "1970-01-01", "2199-12-31"),
            ("", "2026-Q4", "2026-10-01", "2026-12-31"),
            ("2026-13", "2026-Q4", "2026-10-01", "2026-12-31"),
            ("2026-1", "2026-Q4", "2026-10-01", "2026-12-31"),
            ("2026-Q5", "2026-Q4", "2026-10-01", "2026-12-31"),
            ("99999", "2026-Q4", "2026-10-01", "2026-12-31"),
        ] {
            let span = Span::read(text, today);
            assert_eq!(span.key(), key);
            assert_eq!(
                (span.first(), span.last()),
                (first.parse().unwrap(), last.parse().unwrap()),
                "{text}"
            );
            assert_eq!(Span::read(&span.key(), today), span);
        }
    }

    #[test]
    fn the_quarter_of_today_is_always_offered() {
        for day in ["2026-01-31", "2026-11-30", "2027-03-31"] {
            let today = day.parse().unwrap();
            assert!(Span::choices(today).contains(&Span::read("", today)), "{day}");
        }
    }
}
