//! Citizens' ratings of services: marks, honest averages, and when a case opens.
//!
//! A rating has no name and no number of a person; what a comment lets slip is masked by [`mask_comment`] on arrival.

use chrono::NaiveDate;

use crate::calendar::{Week, WorkingCalendar};

mod abuse;
mod comment;
mod opinion;
mod rank;
mod student;
mod themes;
mod weeks;

pub use abuse::{Before, HIGHEST_LIMIT, LONGEST_BURST, Limits, Standing, Suspicion};
pub use comment::{MaskedComment, mask_comment};
pub use opinion::{Criterion, Reason};
pub use rank::{Rank, ranks};
use student::NORMAL;
pub use themes::{LONGEST_LINE, MOST_THEMES, NoTheme, Theme, Themes};
pub use weeks::{ByWeeks, monday_of};

/// Nothing is published about a service with fewer ratings.
pub const PUBLISH_FROM: u64 = 10;

/// Working days to answer a case. Our own choice: the regulation of December 2025, as far as reported, names no term.
pub const CASE_WORKING_DAYS: u32 = 3;

/// A mark from 1, very bad, to 5, excellent: the scale of the regulation of December 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Mark(u8);

impl Mark {
    /// All marks, the best first, as they stand on a keyboard.
    pub const ALL: [Self; 5] = [Self(5), Self(4), Self(3), Self(2), Self(1)];

    /// This mark and lower ones open a case, unless a setting says otherwise.
    pub const LOW: Self = Self(3);

    /// The mark, if it is one from 1 to 5.
    pub fn new(mark: u8) -> Option<Self> {
        (1..=5).contains(&mark).then_some(Self(mark))
    }

    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }

    /// Whether this mark opens a case for the organisation, where `low` and everything below it does.
    pub fn opens_case(self, low: Self) -> bool {
        self <= low
    }
}

impl TryFrom<u8> for Mark {
    type Error = NoSuchMark;

    fn try_from(mark: u8) -> Result<Self, NoSuchMark> {
        Self::new(mark).ok_or(NoSuchMark)
    }
}

impl From<Mark> for u8 {
    fn from(mark: Mark) -> Self {
        mark.0
    }
}

/// The number is not a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a mark is a number from 1 to 5")]
pub struct NoSuchMark;

/// The last day to answer a case that was opened on `opened_on`.
pub fn case_due(opened_on: NaiveDate, calendar: &WorkingCalendar, week: Week) -> NaiveDate {
    calendar.add_working_days(opened_on, CASE_WORKING_DAYS, week)
}

/// How many gave each mark, from 1 to 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Counts(pub [u64; 5]);

/// From where to where a value probably lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// Whether the two have a value in common: then neither is shown above the other.
    pub fn overlaps(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Whether this one lies above the other as a whole.
    pub fn is_above(self, other: Self) -> bool {
        self.low > other.high
    }
}

impl Counts {
    /// One more of this mark.
    pub fn add(&mut self, mark: Mark) {
        self.0[usize::from(mark.0 - 1)] += 1;
    }

    /// One less of this mark, as when a citizen changes it; `false`, and nothing happens, when there was none.
    #[must_use]
    pub fn remove(&mut self, mark: Mark) -> bool {
        let count = &mut self.0[usize::from(mark.0 - 1)];
        let reduced = count.checked_sub(1);
        *count = reduced.unwrap_or_default();
        reduced.is_some()
    }

    /// How many gave this mark.
    pub fn of(&self, mark: Mark) -> u64 {
        self.0[usize::from(mark.0 - 1)]
    }

    /// How many gave a mark.
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Whether there are enough to publish anything.
    pub fn is_publishable(&self) -> bool {
        self.total() >= PUBLISH_FROM
    }

    /// The mean mark; `None` without marks.
    pub fn mean(&self) -> Option<f64> {
        let total = self.total();
        (total > 0).then(|| self.sum_of(f64::from) / float(total))
    }

    /// The 95 % interval of the mean mark, within 1 to 5; `None` for fewer than two marks, which tell nothing of their spread.
    ///
    /// Student's interval, `mean ± t · s / √n`. Marks that are all the same would give an interval of no width, a certainty that
    /// nobody has; so the spread is never taken as smaller than if one of them were one step away.
    pub fn mean_interval(&self) -> Option<Interval> {
        let mean = self.mean()?;
        let total = float(self.total());
        if total < 2.0 {
            return None;
        }
        let squares = self.sum_of(|mark| (f64::from(mark) - mean).powi(2));
        let variance = (squares / (total - 1.0)).max(1.0 / total);
        let margin = student::quantile(self.total() - 1) * (variance / total).sqrt();
        Some(Interval { low: (mean - margin).max(1.0), high: (mean + margin).min(5.0) })
    }

    /// The share of satisfied citizens, marks 4 and 5, from 0 to 1; `None` without marks.
    pub fn satisfied_share(&self) -> Option<f64> {
        let total = self.total();
        (total > 0).then(|| float(self.0[3] + self.0[4]) / float(total))
    }

    /// The 95 % interval of the share of satisfied citizens, by Wilson's score (E. B. Wilson, JASA 22, 1927, 209–212).
    pub fn satisfied_interval(&self) -> Option<Interval> {
        let share = self.satisfied_share()?;
        let total = float(self.total());
        let correction = NORMAL * NORMAL / total;
        let centre = share + correction / 2.0;
        let margin = NORMAL * (share * (1.0 - share) / total + correction / (4.0 * total)).sqrt();
        let scale = 1.0 + correction;
        Some(Interval {
            low: ((centre - margin) / scale).max(0.0),
            high: ((centre + margin) / scale).min(1.0),
        })
    }

    fn sum_of(&self, value: impl Fn(u8) -> f64) -> f64 {
        (1_u8..).zip(self.0).map(|(mark, count)| value(mark) * float(count)).sum()
    }
}

impl std::iter::Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, counts| {
            Self(std::array::from_fn(|mark| sum.0[mark] + counts.0[mark]))
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "a city has fewer ratings than 2^52")]
fn float(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests;
