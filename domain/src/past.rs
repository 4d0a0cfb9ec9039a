//! How an obligation stood at a moment, told again from what happened to it.
//!
//! What happened is on record for ever; where it stands now is only the end of it. So any day can be shown as it was.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    answers::AnswerKind,
    clock::tashkent_day,
    compliance::Class,
    obligation::{Standing, State, standing},
};

/// Something that changed an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The organisation answered, and the obligation stood so after it.
    Answered {
        /// What was answered.
        kind: AnswerKind,
        /// The state after it.
        to: State,
    },
    /// The organisation took its last answer back.
    TakenBack {
        /// The state after it.
        to: State,
    },
    /// Control, a plan that ended or a rule changed the state.
    Decided {
        /// The state after it.
        to: State,
    },
    /// Whoever decided about a report took the decision back: the report of this day counted again.
    Undone {
        /// The state after it.
        to: State,
        /// The day of the report.
        submitted_on: Option<NaiveDate>,
    },
    /// The due day moved.
    Moved {
        /// The day before.
        from: NaiveDate,
        /// The day after.
        to: NaiveDate,
    },
}

/// A step and its moment.
pub type Happened = (DateTime<Utc>, Step);

/// How an obligation stood at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// Where it stood.
    pub state: State,
    /// The day that counted.
    pub due: NaiveDate,
    /// The Tashkent day of the report that counted.
    pub submitted_on: Option<NaiveDate>,
    /// The last answer that counted, and when it was given.
    pub answer: Option<(AnswerKind, DateTime<Utc>)>,
}

impl Stood {
    /// How an obligation stood just before `moment`, by all that ever happened to it, in its order. `due` is its day now: the
    /// day of one that never moved.
    pub fn before(moment: DateTime<Utc>, due: NaiveDate, happened: &[Happened]) -> Self {
        let moves = happened.iter().filter_map(|(_, step)| match step {
            Step::Moved { from, .. } => Some(*from),
            _ => None,
        });
        let first_due = moves.into_iter().next().unwrap_or(due);
        let mut stood = Self { state: State::Open, due: first_due, submitted_on: None, answer: None };
        let mut answers = Vec::new();
        for (at, step) in happened.iter().filter(|(at, _)| *at < moment) {
            match *step {
                Step::Answered { kind, to } => {
                    answers.push((kind, *at));
                    stood.state = to;
                    if kind.is_report() {
                        stood.submitted_on = Some(tashkent_day(*at));
                    }
                }
                Step::TakenBack { to } => {
                    answers.pop();
                    stood.state = to;
                    stood.submitted_on = None;
                }
                Step::Decided { to } => {
                    stood.state = to;
                    if matches!(to, State::Open | State::Returned) {
                        stood.submitted_on = None;
                    }
                }
                Step::Undone { to, submitted_on } => {
                    stood.state = to;
                    stood.submitted_on = submitted_on;
                }
                Step::Moved { to, .. } => stood.due = to,
            }
        }
        stood.answer = answers.pop();
        stood
    }

    /// What it counted as.
    pub fn class(&self) -> Class {
        Class::of(self.state, self.due, self.submitted_on)
    }

    /// How it stood on `day`.
    pub fn standing(&self, day: NaiveDate) -> Standing {
        standing(self.state, self.due, self.submitted_on, self.answer.is_some(), day)
    }
}

#[cfg(test)]
mod tests;
