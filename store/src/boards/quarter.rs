//! What organisations have done of the quarter: the figures of the weekly card and of the sheet for the meeting.

use std::collections::BTreeMap;
use std::iter::Sum;

use chrono::{Datelike, Months, NaiveDate};
use domain::compliance::Rate;
use domain::ids::OrganisationId;
use domain::people::Scope;

use super::{ahead, months, open_counts, under_review};
use crate::{Conn, StoreError};

/// What one organisation, or several together, have done of the quarter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuarterTally {
    /// Reported on time.
    pub on_time: u64,
    /// Reported late.
    pub late: u64,
    /// Fallen due this quarter and open.
    pub overdue: u64,
    /// The same, whenever it fell due.
    pub overdue_ever: u64,
    /// Open, due today or soon.
    pub due_soon: u64,
    /// Open with time left, answered.
    pub working: u64,
    /// Open with time left, without an answer.
    pub not_started: u64,
    /// Accepted.
    pub done: u64,
    /// Reported, whether decided or not.
    pub handed_in: u64,
    /// All that is or was expected.
    pub expected: u64,
}

impl QuarterTally {
    /// Of all that fell due, what was reported on time.
    pub fn rate(&self) -> Option<Rate> {
        Rate::of(self.on_time, self.fell_due())
    }

    /// All that fell due.
    pub fn fell_due(&self) -> u64 {
        self.on_time + self.late + self.overdue
    }

    /// How many stand in each state, the most urgent first, beside those under review.
    pub async fn states(&self, conn: &mut Conn, scope: &Scope) -> Result<[u64; 6], StoreError> {
        let review = under_review(conn, scope).await?;
        Ok([self.overdue_ever, self.due_soon, self.working, review, self.done, self.not_started])
    }
}

impl<'a> Sum<&'a Self> for QuarterTally {
    fn sum<I: Iterator<Item = &'a Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |all, one| Self {
            on_time: all.on_time + one.on_time,
            late: all.late + one.late,
            overdue: all.overdue + one.overdue,
            overdue_ever: all.overdue_ever + one.overdue_ever,
            due_soon: all.due_soon + one.due_soon,
            working: all.working + one.working,
            not_started: all.not_started + one.not_started,
            done: all.done + one.done,
            handed_in: all.handed_in + one.handed_in,
            expected: all.expected + one.expected,
        })
    }
}

/// The tallies of a scope in the quarter of `today`.
pub async fn quarter(
    conn: &mut Conn,
    scope: &Scope,
    today: NaiveDate,
) -> Result<BTreeMap<OrganisationId, QuarterTally>, StoreError> {
    let (begin, end) = quarter_of(today);
    let mut tallies: BTreeMap<OrganisationId, QuarterTally> = BTreeMap::new();
    for row in months(conn, scope, begin, end).await? {
        let tally = tallies.entry(row.organisation).or_default();
        let (on_time, late) =
            (row.reported_on_time + row.accepted_on_time, row.reported_late + row.accepted_late);
        tally.on_time += on_time;
        tally.late += late;
        tally.done += row.accepted_on_time + row.accepted_late;
        tally.handed_in += on_time + late;
        tally.expected += on_time + late + row.open;
    }
    // Reported before its day came: on time, but not due yet.
    for one in ahead(conn, scope, today, end).await? {
        let tally = tallies.entry(one.organisation).or_default();
        tally.on_time = tally.on_time.saturating_sub(one.reported + one.accepted);
    }
    for one in open_counts(conn, scope, NaiveDate::default(), begin, end, today).await? {
        let tally = tallies.entry(one.organisation).or_default();
        tally.overdue = one.overdue;
        tally.overdue_ever = one.overdue + one.overdue_earlier;
        (tally.due_soon, tally.working, tally.not_started) = (one.due_soon, one.working, one.not_started);
    }
    Ok(tallies)
}

/// The first and the last day of the quarter.
pub(crate) fn quarter_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let begin = NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day);
    let end = begin.checked_add_months(Months::new(3)).and_then(|next| next.pred_opt());
    (begin, end.unwrap_or(day))
}
