//! How an obligation stood at a moment, told again from what happened to it.
//!
//! What happened is on record for ever; where it stands now is only the end of it. So any day can be shown as it was.

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    answers::{AnswerKind, LastWord},
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
        /// The day that was promised with it.
        promised: Option<NaiveDate>,
    },
    /// The organisation promised another day with an answer that it gave before.
    Promised {
        /// When that answer was given; none means the last one.
        with: Option<DateTime<Utc>>,
        /// The day.
        day: NaiveDate,
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
    /// Whoever decided about a report took the decision back: the last report counted again.
    Undone {
        /// The state after it.
        to: State,
    },
    /// The due day moved.
    Moved {
        /// The day before.
        from: NaiveDate,
        /// The day after.
        to: NaiveDate,
    },
    /// Control granted more time.
    Extended {
        /// The day before.
        from: NaiveDate,
        /// The day after.
        to: NaiveDate,
    },
    /// The day that would count without what control granted moved.
    OriginalMoved {
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
    /// The day that would have counted without what control granted; none when it granted nothing.
    pub original: Option<NaiveDate>,
    /// When the report that counted was given.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When control sent the report back, while that was what counted.
    pub returned_at: Option<DateTime<Utc>>,
    /// The last answer that counted, and when it was given.
    pub answer: Option<(AnswerKind, DateTime<Utc>)>,
    /// The day that was promised with it.
    pub promised: Option<NaiveDate>,
}

/// An answer that counts until it is taken back.
struct Given {
    kind: AnswerKind,
    at: DateTime<Utc>,
    promised: Option<NaiveDate>,
}

impl Stood {
    /// How an obligation stood just before `moment`, by all that ever happened to it, in its order. `due` is its day now: the
    /// day of one that never moved.
    pub fn before(moment: DateTime<Utc>, due: NaiveDate, happened: &[Happened]) -> Self {
        let moves = happened.iter().filter_map(|(_, step)| match step {
            Step::Moved { from, .. } | Step::Extended { from, .. } => Some(*from),
            _ => None,
        });
        let first_due = moves.into_iter().next().unwrap_or(due);
        let mut stood = Self::new(first_due);
        let (mut answers, mut returns) = (Vec::<Given>::new(), Vec::new());
        for (at, step) in happened.iter().filter(|(at, _)| *at < moment) {
            match *step {
                Step::Answered { kind, to, promised } => {
                    answers.push(Given { kind, at: *at, promised });
                    stood.state = to;
                    if kind.is_report() {
                        stood.submitted_at = Some(*at);
                    }
                }
                Step::Promised { with, day } => {
                    let of_it = |one: &&mut Given| with.is_none_or(|with| one.at == with);
                    if let Some(one) = answers.iter_mut().rev().find(of_it) {
                        one.promised = Some(day);
                    }
                }
                Step::TakenBack { to } => {
                    answers.pop();
                    stood.state = to;
                    stood.submitted_at = None;
                }
                Step::Decided { to } => {
                    returns.extend((to == State::Returned).then_some(*at));
                    stood.state = to;
                    if matches!(to, State::Open | State::Returned) {
                        stood.submitted_at = None;
                    }
                }
                Step::Undone { to } => {
                    if stood.state == State::Returned {
                        returns.pop();
                    }
                    stood.state = to;
                    let report = answers.iter().rev().find(|one| one.kind.is_report());
                    stood.submitted_at = report.map(|one| one.at);
                }
                Step::Moved { to, .. } => stood.due = to,
                Step::Extended { from, to } => {
                    stood.original = stood.original.or(Some(from));
                    stood.due = to;
                }
                Step::OriginalMoved { to } => stood.original = stood.original.and(Some(to)),
            }
        }
        stood.returned_at = returns.pop().filter(|_| stood.state == State::Returned);
        if let Some(last) = answers.pop() {
            stood.answer = Some((last.kind, last.at));
            stood.promised = last.promised;
        }
        stood
    }

    fn new(due: NaiveDate) -> Self {
        Self {
            state: State::Open,
            due,
            original: None,
            submitted_at: None,
            returned_at: None,
            answer: None,
            promised: None,
        }
    }

    /// The Tashkent day of the report that counted.
    pub fn submitted_on(&self) -> Option<NaiveDate> {
        self.submitted_at.map(tashkent_day)
    }

    /// What was said of it last.
    pub fn last_word(&self) -> Option<LastWord> {
        LastWord::of(self.state, self.answer, self.returned_at)
    }

    /// What it counted as.
    pub fn class(&self) -> Class {
        Class::of(self.state, self.due, self.submitted_on())
    }

    /// How it stood on `day`.
    pub fn standing(&self, day: NaiveDate) -> Standing {
        standing(self.state, self.due, self.submitted_on(), self.answer.is_some(), day)
    }
}

#[cfg(test)]
mod tests;
