//! The counts of a board, taken from obligations as they stood on a day: the same figures that the live board read from its sums
//! on that day.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use domain::compliance::Class;
use domain::ids::OrganisationId;
use domain::obligation::{DUE_SOON_DAYS, Standing};

use super::{Ahead, MonthCounts, OpenCounts, PastObligation};
use crate::obligation_lists::{StandingCounts, Wanted};

/// A board counted anew.
#[derive(Clone, Debug, Default)]
pub struct Recount {
    /// What [`super::months`] told.
    pub months: Vec<MonthCounts>,
    /// What [`super::open_before`] told.
    pub open_before: u64,
    /// What [`super::open_counts`] told.
    pub open: Vec<OpenCounts>,
    /// What [`super::ahead`] told.
    pub ahead: Vec<Ahead>,
}

/// The days by which a board counts.
#[derive(Clone, Copy, Debug)]
pub struct BoardDays {
    /// The months of sums: the first days of the first and the last.
    pub months: (NaiveDate, NaiveDate),
    /// What is open of earlier months is told by their sums.
    pub earlier: NaiveDate,
    /// What is open is looked at from this day on,
    pub since: NaiveDate,
    /// in the span that begins here
    pub from: NaiveDate,
    /// and ends here.
    pub to: NaiveDate,
    /// What was reported ahead is looked at until this day.
    pub ahead_to: NaiveDate,
    /// The day of the board.
    pub today: NaiveDate,
}

/// Counts the obligations as the live board of that day did.
pub fn recount(all: &[PastObligation], days: BoardDays) -> Recount {
    let mut months = BTreeMap::new();
    let mut open = BTreeMap::new();
    let mut ahead = BTreeMap::new();
    let mut open_before = 0;
    for one in all {
        let (due, class) = (one.stood.due, one.stood.class());
        let month = due.with_day(1).unwrap_or(due);
        if (days.months.0..=days.months.1).contains(&month) {
            add_month(
                months.entry((month, one.organisation)).or_insert_with(|| empty_month(month, one)),
                class,
            );
        }
        let is_open = class == Class::Open;
        open_before += u64::from(is_open && month < days.earlier);
        if is_open && (days.since..=days.to).contains(&due) {
            let counts = open.entry(one.organisation).or_insert_with(|| empty_open(one.organisation));
            add_open(counts, due, one.stood.answer.is_some(), days);
        }
        if due > days.today && due <= days.ahead_to {
            add_ahead(&mut ahead, one.organisation, class);
        }
    }
    Recount {
        months: months.into_values().collect(),
        open_before,
        open: open.into_values().collect(),
        ahead: ahead.into_values().collect(),
    }
}

fn empty_month(month: NaiveDate, one: &PastObligation) -> MonthCounts {
    MonthCounts {
        month,
        organisation: one.organisation,
        open: 0,
        reported_on_time: 0,
        reported_late: 0,
        accepted_on_time: 0,
        accepted_late: 0,
        not_applicable: 0,
    }
}

fn add_month(counts: &mut MonthCounts, class: Class) {
    *match class {
        Class::Open => &mut counts.open,
        Class::ReportedOnTime => &mut counts.reported_on_time,
        Class::ReportedLate => &mut counts.reported_late,
        Class::AcceptedOnTime => &mut counts.accepted_on_time,
        Class::AcceptedLate => &mut counts.accepted_late,
        Class::NotApplicable => &mut counts.not_applicable,
    } += 1;
}

fn empty_open(organisation: OrganisationId) -> OpenCounts {
    OpenCounts {
        organisation,
        overdue_earlier: 0,
        overdue: 0,
        overdue_this_month: 0,
        due_soon: 0,
        working: 0,
        not_started: 0,
        next_due: None,
    }
}

fn add_open(counts: &mut OpenCounts, due: NaiveDate, answered: bool, days: BoardDays) {
    let today = days.today;
    let soon = today.checked_add_days(Days::new(DUE_SOON_DAYS.into())).unwrap_or(today);
    let this_month = today.with_day(1).unwrap_or(today);
    if due < today {
        counts.overdue_this_month += u64::from(due >= this_month);
        *if due < days.from { &mut counts.overdue_earlier } else { &mut counts.overdue } += 1;
        return;
    }
    counts.next_due = Some(counts.next_due.map_or(due, |next| next.min(due)));
    if due < days.from {
        return;
    }
    *match (due <= soon, answered) {
        (true, _) => &mut counts.due_soon,
        (false, true) => &mut counts.working,
        (false, false) => &mut counts.not_started,
    } += 1;
}

fn add_ahead(ahead: &mut BTreeMap<OrganisationId, Ahead>, organisation: OrganisationId, class: Class) {
    let (reported, accepted) = match class {
        Class::ReportedOnTime | Class::ReportedLate => (1, 0),
        Class::AcceptedOnTime | Class::AcceptedLate => (0, 1),
        Class::Open | Class::NotApplicable => return,
    };
    let counts = ahead.entry(organisation).or_insert(Ahead { organisation, reported: 0, accepted: 0 });
    counts.reported += reported;
    counts.accepted += accepted;
}

/// Counts how obligations stand on `today`, each with its due day, as the list of obligations names it.
pub fn standings(all: impl IntoIterator<Item = (Standing, NaiveDate)>, today: NaiveDate) -> StandingCounts {
    let mut counts = StandingCounts::default();
    for (standing, due) in all {
        counts.everything += 1;
        counts.on_time += i64::from(Wanted::OnTime.includes(standing, due, today));
        counts.late += i64::from(Wanted::Late.includes(standing, due, today));
        *match standing {
            Standing::Overdue { .. } => &mut counts.overdue,
            Standing::DueToday | Standing::DueSoon { .. } => &mut counts.due_soon,
            Standing::NotStarted => &mut counts.not_started,
            Standing::Working => &mut counts.working,
            Standing::UnderReview { .. } => &mut counts.review,
            Standing::Done { .. } => &mut counts.done,
            Standing::Cancelled => &mut counts.cancelled,
        } += 1;
    }
    counts
}
