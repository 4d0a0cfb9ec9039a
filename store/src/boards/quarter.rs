//! What organisations have done of the quarter: the figures of the weekly card and of the sheet for the meeting.

use std::collections::BTreeMap;
use std::iter::Sum;

use chrono::{Datelike, Months, NaiveDate};
use domain::compliance::Rate;
use domain::ids::OrganisationId;
use domain::people::Scope;

use super::{BoardDays, PastObligation, Recount, ahead, months, open_counts, recount};
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

    /// How many stand in each state, the most urgent first; `review` of them wait for a controller.
    pub fn states(&self, review: u64) -> [u64; 6] {
        [self.overdue_ever, self.due_soon, self.working, review, self.done, self.not_started]
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
    let counted = Recount {
        months: months(conn, scope, begin, end).await?,
        open_before: 0,
        open: open_counts(conn, scope, NaiveDate::default(), begin, end, today).await?,
        ahead: ahead(conn, scope, today, end).await?,
    };
    Ok(tallies(counted))
}

/// The same at the end of a day that is over, from all obligations that were open then or are due in its quarter.
pub fn quarter_of_past(all: &[PastObligation], day: NaiveDate) -> BTreeMap<OrganisationId, QuarterTally> {
    let (begin, end) = quarter_of(day);
    let days = BoardDays {
        months: (begin, end),
        earlier: begin,
        since: NaiveDate::default(),
        from: begin,
        to: end,
        ahead_to: end,
        today: day,
    };
    tallies(recount(all, days))
}

fn tallies(counted: Recount) -> BTreeMap<OrganisationId, QuarterTally> {
    let mut tallies: BTreeMap<OrganisationId, QuarterTally> = BTreeMap::new();
    for row in counted.months {
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
    for one in counted.ahead {
        let tally = tallies.entry(one.organisation).or_default();
        tally.on_time = tally.on_time.saturating_sub(one.reported + one.accepted);
    }
    for one in counted.open {
        let tally = tallies.entry(one.organisation).or_default();
        tally.overdue = one.overdue;
        tally.overdue_ever = one.overdue + one.overdue_earlier;
        (tally.due_soon, tally.working, tally.not_started) = (one.due_soon, one.working, one.not_started);
    }
    tallies
}

/// The first and the last day of the quarter.
pub(crate) fn quarter_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let begin = NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day);
    let end = begin.checked_add_months(Months::new(3)).and_then(|next| next.pred_opt());
    (begin, end.unwrap_or(day))
}
