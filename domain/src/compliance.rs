//! How well organisations keep their dates: figures, the on-time rate, and its colour.
//!
//! Obligations are counted by [`Class`], which does not depend on the day, so that kept counts never grow old. What depends on
//! the day — overdue or still in time — is decided here, by the due day of the open ones.

use std::cmp::{Ordering, Reverse};

use chrono::NaiveDate;

use crate::{
    codes::coded,
    obligation::{State, is_late},
    share,
};

coded! {
    /// What an obligation counts as, whatever the day.
    pub enum Class {
        /// Open or returned.
        Open = "open",
        /// Reported on time, waiting for the controller.
        ReportedOnTime = "reported_on_time",
        /// Reported late, waiting for the controller.
        ReportedLate = "reported_late",
        /// Reported on time and accepted.
        AcceptedOnTime = "accepted_on_time",
        /// Reported late and accepted.
        AcceptedLate = "accepted_late",
        /// Cancelled: no longer expected of anybody.
        NotApplicable = "not_applicable",
    }
}

impl Class {
    /// What an obligation counts as.
    pub fn of(state: State, due: NaiveDate, submitted_on: Option<NaiveDate>) -> Self {
        let late = submitted_on.is_some_and(|day| is_late(due, day));
        match (state, late) {
            (State::Open | State::Returned, _) => Self::Open,
            (State::Reported, false) => Self::ReportedOnTime,
            (State::Reported, true) => Self::ReportedLate,
            (State::Accepted, false) => Self::AcceptedOnTime,
            (State::Accepted, true) => Self::AcceptedLate,
            (State::Cancelled, _) => Self::NotApplicable,
        }
    }
}

/// The figures of a set of obligations on a day. `expected = on_time + late + overdue + upcoming`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Figures {
    /// Reported on time, whether reviewed already or not.
    pub on_time: u64,
    /// Reported late, whether reviewed already or not.
    pub late: u64,
    /// Open after the due day.
    pub overdue: u64,
    /// Not fallen due: due later, or due today and still open.
    pub upcoming: u64,
    /// Of the upcoming ones: reported already.
    pub ahead: u64,
    /// Waiting for the controller, whenever due.
    pub under_review: u64,
    /// Cancelled; in no other figure.
    pub not_applicable: u64,
}

impl Figures {
    /// The figures on `today` of obligations counted by due day and class.
    ///
    /// What is due later has not fallen due and is upcoming, even when it was reported early: it enters the rate on its day.
    /// What is due today enters the rate once it is reported, and at midnight in any case. Of a month that is over, any of
    /// its days can stand for all of them.
    pub fn on(today: NaiveDate, counts: impl IntoIterator<Item = (NaiveDate, Class, u64)>) -> Self {
        let mut figures = Self::default();
        for (due, class, number) in counts {
            figures.add(today, due, class, number);
        }
        figures
    }

    /// Counts `number` more obligations of this due day and class.
    pub fn add(&mut self, today: NaiveDate, due: NaiveDate, class: Class, number: u64) {
        if matches!(class, Class::ReportedOnTime | Class::ReportedLate) {
            self.under_review += number;
        }
        match class {
            Class::NotApplicable => self.not_applicable += number,
            Class::Open if due >= today => self.upcoming += number,
            _ if due > today => {
                self.upcoming += number;
                self.ahead += number;
            }
            Class::Open => self.overdue += number,
            Class::ReportedOnTime | Class::AcceptedOnTime => self.on_time += number,
            Class::ReportedLate | Class::AcceptedLate => self.late += number,
        }
    }

    /// The same figures with some obligations counted otherwise: `counted` as they are in these figures, `instead` as they
    /// shall be.
    #[must_use]
    fn counting(self, counted: &Self, instead: &Self) -> Self {
        let swap = |whole: u64, counted: u64, instead: u64| (whole + instead).saturating_sub(counted);
        Self {
            on_time: swap(self.on_time, counted.on_time, instead.on_time),
            late: swap(self.late, counted.late, instead.late),
            overdue: swap(self.overdue, counted.overdue, instead.overdue),
            upcoming: swap(self.upcoming, counted.upcoming, instead.upcoming),
            ahead: swap(self.ahead, counted.ahead, instead.ahead),
            under_review: swap(self.under_review, counted.under_review, instead.under_review),
            not_applicable: swap(self.not_applicable, counted.not_applicable, instead.not_applicable),
        }
    }

    /// All that was or is expected, whenever due.
    pub fn expected(&self) -> u64 {
        self.fell_due() + self.upcoming
    }

    /// All that fell due, minus what does not apply: what the rate is a share of.
    pub fn fell_due(&self) -> u64 {
        self.on_time + self.late + self.overdue
    }

    /// On time ÷ all that fell due and applies. `None`, shown as "—", when nothing fell due.
    pub fn on_time_rate(&self) -> Option<Rate> {
        Rate::of(self.on_time, self.fell_due())
    }

    /// The worst first: by rate, then by the number overdue, then by the number late; those without a rate last.
    pub fn compare_worst_first(&self, other: &Self) -> Ordering {
        let rank = |figures: &Self| (Reverse(figures.overdue), Reverse(figures.late));
        match (self.on_time_rate(), other.on_time_rate()) {
            (Some(mine), Some(theirs)) => mine.cmp(&theirs).then_with(|| rank(self).cmp(&rank(other))),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        }
    }
}

/// An obligation for which more time was granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extended {
    /// The day that counts.
    pub due: NaiveDate,
    /// The day that counted before.
    pub original: NaiveDate,
    /// Where it stands.
    pub state: State,
    /// The Tashkent day of the report that counts.
    pub submitted_on: Option<NaiveDate>,
}

impl Figures {
    /// These figures of a span of days as they would be without any extension; `extended` are the extended obligations that
    /// are or were due in the span.
    #[must_use]
    pub fn by_original_days<'a>(
        self,
        today: NaiveDate,
        in_span: impl Fn(NaiveDate) -> bool,
        extended: impl IntoIterator<Item = &'a Extended>,
    ) -> Self {
        let (mut counted, mut instead) = (Self::default(), Self::default());
        for one in extended {
            for (figures, due) in [(&mut counted, one.due), (&mut instead, one.original)] {
                if in_span(due) {
                    figures.add(today, due, Class::of(one.state, due, one.submitted_on), 1);
                }
            }
        }
        self.counting(&counted, &instead)
    }
}

impl std::iter::Sum for Figures {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, figures| Self {
            on_time: sum.on_time + figures.on_time,
            late: sum.late + figures.late,
            overdue: sum.overdue + figures.overdue,
            upcoming: sum.upcoming + figures.upcoming,
            ahead: sum.ahead + figures.ahead,
            under_review: sum.under_review + figures.under_review,
            not_applicable: sum.not_applicable + figures.not_applicable,
        })
    }
}

/// A share of a whole, kept exactly.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    part: u64,
    whole: u64,
}

impl Rate {
    /// `part` of `whole`; `None` when there is no whole, or less of it than the part.
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        (whole > 0 && part <= whole).then_some(Self { part, whole })
    }

    /// The part.
    pub fn part(self) -> u64 {
        self.part
    }

    /// The whole.
    pub fn whole(self) -> u64 {
        self.whole
    }

    /// Tenths of a per cent, as they are told: see [`share`].
    pub fn per_mille(self) -> u16 {
        share::told(self.part, self.whole, 1000)
    }
}

impl Ord for Rate {
    fn cmp(&self, other: &Self) -> Ordering {
        let mine = u128::from(self.part) * u128::from(other.whole);
        let theirs = u128::from(other.part) * u128::from(self.whole);
        mine.cmp(&theirs)
    }
}

impl PartialOrd for Rate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Rate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Rate {}

/// The colour of a rate, never shown without its word, its icon and the counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Light {
    /// Low.
    Red,
    /// Middling.
    Yellow,
    /// High.
    Green,
    /// Nothing fell due.
    NoData,
}

impl Light {
    /// The short name, for icons and styles.
    pub fn code(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::NoData => "no_data",
        }
    }
}

/// From which per cent a rate is green, and from which yellow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    green: u8,
    yellow: u8,
}

impl Thresholds {
    /// Thresholds in per cent; `None` unless `yellow < green ≤ 100`.
    pub fn new(green: u8, yellow: u8) -> Option<Self> {
        (yellow < green && green <= 100).then_some(Self { green, yellow })
    }

    /// From so many per cent on all is well.
    pub fn green(self) -> u8 {
        self.green
    }

    /// The colour of a rate: that of the figure that is told, so that none contradicts its colour.
    pub fn light(self, rate: Option<Rate>) -> Light {
        let Some(rate) = rate else { return Light::NoData };
        let reaches = |percent: u8| rate.per_mille() >= u16::from(percent) * 10;
        if reaches(self.green) {
            Light::Green
        } else if reaches(self.yellow) {
            Light::Yellow
        } else {
            Light::Red
        }
    }
}

/// Our own choice, for a leader to change: no act that we have seen names the thresholds.
impl Default for Thresholds {
    fn default() -> Self {
        Self { green: 90, yellow: 70 }
    }
}

#[cfg(test)]
mod tests;
