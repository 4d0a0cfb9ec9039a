//! The life of an obligation: one measure × one organisation × one period.
//!
//! `open → reported → accepted`, with `returned` (open again) and `cancelled`. What depends on the day — overdue, due soon,
//! late — is derived here each time and never kept. The executor never closes his own obligation.

use std::cmp::Ordering;

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    clock::tashkent_day,
    codes::coded,
    ids::{OrganisationId, PersonId},
    people::{MayAnswer, MayDecide},
    refusal::Refusal,
    written::{is_too_long, tidy},
};

/// An open obligation due within so many days is due soon ("7 kun ichida").
pub const DUE_SOON_DAYS: u32 = 7;

coded! {
    /// What has been done with an obligation so far.
    pub enum State {
        /// Nothing was reported yet.
        Open = "open",
        /// The organisation says that it is done; the controller has not looked yet.
        Reported = "reported",
        /// The controller sent the report back with a reason: open again.
        Returned = "returned",
        /// The controller took it off control ("nazoratdan yechildi").
        Accepted = "accepted",
        /// It is not asked for any more.
        Cancelled = "cancelled",
    }
}

impl State {
    /// Passes while the organisation still has to do something.
    pub fn check_open(self) -> Result<(), Refusal> {
        match self {
            Self::Open | Self::Returned => Ok(()),
            Self::Reported => Err(Refusal::AlreadyReported),
            Self::Accepted => Err(Refusal::AlreadyAccepted),
            Self::Cancelled => Err(Refusal::Cancelled),
        }
    }
}

/// What a change of an obligation looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// Whose obligation it is.
    pub organisation: OrganisationId,
    /// Where it stands.
    pub state: State,
    /// The Tashkent day of the report that counts; none while it is open or returned.
    pub submitted_on: Option<NaiveDate>,
    /// Who made that report.
    pub answered_by: Option<PersonId>,
}

/// What has to be kept after a permitted step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The state before; a row in another state by now must not be changed.
    pub from: State,
    /// The state after. An answer that reports nothing leaves it as it was.
    pub to: State,
    /// The day of the report that counts from now on.
    pub submitted_on: Option<NaiveDate>,
    /// Why, where a reason is needed.
    pub reason: Option<String>,
}

impl Life {
    /// The organisation reports at the moment `at` that the work is done, or that there is nothing to report.
    pub fn report(&self, right: &MayAnswer, at: DateTime<Utc>) -> Result<Change, Refusal> {
        self.check_answerable(right)?;
        Ok(Change { submitted_on: Some(tashkent_day(at)), ..self.change_to(State::Reported) })
    }

    /// The organisation takes its report back while nobody has decided about it. What control had sent back before, at the moment
    /// `decided_at`, is once more what was sent back.
    pub fn take_back(&self, right: &MayAnswer, decided_at: Option<DateTime<Utc>>) -> Result<Change, Refusal> {
        if right.organisation() != self.organisation {
            return Err(Refusal::NotYours);
        }
        match self.state {
            State::Reported => {}
            State::Open | State::Returned => return Err(Refusal::NothingToTakeBack),
            State::Accepted => return Err(Refusal::AlreadyAccepted),
            State::Cancelled => return Err(Refusal::Cancelled),
        }
        let to = if decided_at.is_some() { State::Returned } else { State::Open };
        Ok(Change { submitted_on: None, ..self.change_to(to) })
    }

    /// The organisation tells how the work goes: kept and shown, but the obligation stays open.
    pub fn tell_progress(&self, right: &MayAnswer) -> Result<Change, Refusal> {
        self.check_answerable(right)?;
        Ok(self.change_to(self.state))
    }

    /// The controller takes the obligation off control.
    pub fn accept(&self, right: &MayDecide) -> Result<Change, Refusal> {
        self.check_reviewable(right)?;
        if self.answered_by == Some(right.person()) {
            return Err(Refusal::OwnAnswer);
        }
        Ok(self.change_to(State::Accepted))
    }

    /// The controller sends the report back; the next report is the one that will count.
    pub fn send_back(&self, right: &MayDecide, reason: &str) -> Result<Change, Refusal> {
        self.check_reviewable(right)?;
        let reason = reason_from(reason)?;
        Ok(Change { submitted_on: None, reason: Some(reason), ..self.change_to(State::Returned) })
    }

    /// The controller takes back what was decided about the report of the day `submitted_on`: it waits again as it did.
    pub fn undo_decision(&self, right: &MayDecide, submitted_on: NaiveDate) -> Result<Change, Refusal> {
        if right.organisation() != self.organisation {
            return Err(Refusal::NotYours);
        }
        match self.state {
            State::Accepted | State::Returned => {
                Ok(Change { submitted_on: Some(submitted_on), ..self.change_to(State::Reported) })
            }
            State::Open | State::Reported | State::Cancelled => Err(Refusal::TouchedSince),
        }
    }

    /// The controller does not ask for it any more.
    pub fn cancel(&self, right: &MayDecide, reason: &str) -> Result<Change, Refusal> {
        self.check_decider(right)?;
        let reason = reason_from(reason)?;
        Ok(Change { reason: Some(reason), ..self.change_to(State::Cancelled) })
    }

    fn change_to(&self, to: State) -> Change {
        Change { from: self.state, to, submitted_on: self.submitted_on, reason: None }
    }

    pub(crate) fn check_answerable(&self, right: &MayAnswer) -> Result<(), Refusal> {
        if right.organisation() != self.organisation {
            return Err(Refusal::NotYours);
        }
        self.state.check_open()
    }

    fn check_reviewable(&self, right: &MayDecide) -> Result<(), Refusal> {
        self.check_decider(right)?;
        match self.state {
            State::Reported => Ok(()),
            _ => Err(Refusal::NothingToReview),
        }
    }

    /// Accepted and cancelled obligations are closed for ever: control has spoken.
    pub(crate) fn check_decider(&self, right: &MayDecide) -> Result<(), Refusal> {
        if right.organisation() != self.organisation {
            return Err(Refusal::NotYours);
        }
        match self.state {
            State::Accepted => Err(Refusal::AlreadyAccepted),
            State::Cancelled => Err(Refusal::Cancelled),
            State::Open | State::Reported | State::Returned => Ok(()),
        }
    }
}

/// A reason as it will be kept.
pub(crate) fn reason_from(typed: &str) -> Result<String, Refusal> {
    let reason = tidy(typed);
    if reason.is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    if is_too_long(&reason) {
        return Err(Refusal::ReasonTooLong);
    }
    Ok(reason)
}

/// Whether a report of that day came after the due day.
///
/// An obligation is late from 00:00 in Tashkent of the day after the due day. On time is judged by the day of the report,
/// so a slow controller never makes an officer late.
pub fn is_late(due: NaiveDate, submitted_on: NaiveDate) -> bool {
    submitted_on > due
}

/// How an obligation looks on a given day. Values compare by urgency, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Open after the due day, for so many days.
    Overdue {
        /// Calendar days since the due day, at least 1.
        days: u32,
    },
    /// Open, and today is the last day.
    DueToday,
    /// Open, and the due day is near.
    DueSoon {
        /// Calendar days until the due day, from 1 to [`DUE_SOON_DAYS`].
        days: u32,
    },
    /// Open with time left; no answer yet.
    NotStarted,
    /// Open with time left; the organisation has answered something.
    Working,
    /// Reported, waiting for the controller.
    UnderReview {
        /// Reported after the due day.
        late: bool,
    },
    /// Taken off control.
    Done {
        /// Reported after the due day.
        late: bool,
    },
    /// Not asked for any more.
    Cancelled,
}

impl Standing {
    /// The short name of the kind, the same for every number of days: for icons, styles and filters.
    pub fn code(self) -> &'static str {
        match self {
            Self::Overdue { .. } => "overdue",
            Self::DueToday => "due_today",
            Self::DueSoon { .. } => "due_soon",
            Self::NotStarted => "not_started",
            Self::Working => "working",
            Self::UnderReview { .. } => "review",
            Self::Done { .. } => "done",
            Self::Cancelled => "cancelled",
        }
    }

    fn urgency(self) -> (u8, i64) {
        match self {
            Self::Overdue { days } => (0, -i64::from(days)),
            Self::DueToday => (1, 0),
            Self::DueSoon { days } => (2, i64::from(days)),
            Self::NotStarted => (3, 0),
            Self::Working => (4, 0),
            Self::UnderReview { late } => (5, i64::from(!late)),
            Self::Done { late } => (6, i64::from(!late)),
            Self::Cancelled => (7, 0),
        }
    }
}

impl Ord for Standing {
    fn cmp(&self, other: &Self) -> Ordering {
        self.urgency().cmp(&other.urgency())
    }
}

impl PartialOrd for Standing {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// How an obligation stands on `today`: what the screens say of it.
///
/// `submitted_on` is the day of the report that counts; `has_answer` tells whether the organisation has said anything at all.
/// What is under review is never overdue: when the report came late it is called late.
pub fn standing(
    state: State,
    due: NaiveDate,
    submitted_on: Option<NaiveDate>,
    has_answer: bool,
    today: NaiveDate,
) -> Standing {
    let late = submitted_on.is_some_and(|day| is_late(due, day));
    match state {
        State::Reported => Standing::UnderReview { late },
        State::Accepted => Standing::Done { late },
        State::Cancelled => Standing::Cancelled,
        State::Open | State::Returned => open_standing(due, has_answer, today),
    }
}

fn open_standing(due: NaiveDate, has_answer: bool, today: NaiveDate) -> Standing {
    let days = u32::try_from((due - today).num_days().unsigned_abs()).unwrap_or(u32::MAX);
    match due.cmp(&today) {
        Ordering::Less => Standing::Overdue { days },
        Ordering::Equal => Standing::DueToday,
        Ordering::Greater if days <= DUE_SOON_DAYS => Standing::DueSoon { days },
        Ordering::Greater if has_answer => Standing::Working,
        Ordering::Greater => Standing::NotStarted,
    }
}

#[cfg(test)]
mod tests;
