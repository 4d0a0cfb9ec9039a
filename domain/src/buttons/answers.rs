//! Buttons of what follows an answer: the promised day, the reason, the proof.

use chrono::NaiveDate;

use super::fields::{Fields, day_code};
use crate::answers::Cause;
use crate::ids::{AnswerId, ObligationId};

/// A button of what follows an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// The officer wants to promise a day and is shown a month.
    Month {
        /// The answer.
        answer: AnswerId,
        /// A day of the month that is shown.
        month: NaiveDate,
    },
    /// The officer promises a day.
    Promise {
        /// The answer.
        answer: AnswerId,
        /// The day.
        day: NaiveDate,
    },
    /// The officer gives a ready reason.
    Because {
        /// The answer.
        answer: AnswerId,
        /// Why.
        cause: Cause,
    },
    /// Back to what was kept.
    Kept {
        /// The answer.
        answer: AnswerId,
    },
    /// The officer wants to add to the last answer.
    Attach {
        /// The obligation.
        obligation: ObligationId,
    },
    /// The officer wants to give the number of a record in NIS.UZ.
    Record {
        /// The obligation.
        obligation: ObligationId,
    },
    /// The officer wants to take the report back and is asked whether he is sure.
    TakeBack {
        /// The obligation.
        obligation: ObligationId,
    },
    /// The officer is sure.
    TakenBack {
        /// The obligation.
        obligation: ObligationId,
        /// The version of its state that was seen.
        version: i64,
    },
    /// The files of the last answer are wanted in the chat.
    Files {
        /// The obligation.
        obligation: ObligationId,
    },
}

impl Follow {
    pub(super) fn data(self) -> String {
        match self {
            Self::Month { answer, month } => format!("Am:{answer}:{}", day_code(month)),
            Self::Promise { answer, day } => format!("Ad:{answer}:{}", day_code(day)),
            Self::Because { answer, cause } => format!("Ac:{answer}:{}", cause.code()),
            Self::Kept { answer } => format!("Ak:{answer}"),
            Self::Attach { obligation } => format!("Aa:{obligation}"),
            Self::Record { obligation } => format!("An:{obligation}"),
            Self::TakeBack { obligation } => format!("At:{obligation}"),
            Self::TakenBack { obligation, version } => format!("Ay:{obligation}:{version}"),
            Self::Files { obligation } => format!("Df:{obligation}"),
        }
    }

    pub(super) fn read(code: &str, fields: &mut Fields<'_>) -> Option<Self> {
        Some(match code {
            "Am" => Self::Month { answer: answer(fields)?, month: fields.day()? },
            "Ad" => Self::Promise { answer: answer(fields)?, day: fields.day()? },
            "Ac" => Self::Because { answer: answer(fields)?, cause: Cause::from_code(fields.next()?)? },
            "Ak" => Self::Kept { answer: answer(fields)? },
            "Aa" => Self::Attach { obligation: fields.obligation()? },
            "An" => Self::Record { obligation: fields.obligation()? },
            "At" => Self::TakeBack { obligation: fields.obligation()? },
            "Ay" => Self::TakenBack { obligation: fields.obligation()?, version: fields.number()? },
            "Df" => Self::Files { obligation: fields.obligation()? },
            _ => return None,
        })
    }
}

fn answer(fields: &mut Fields<'_>) -> Option<AnswerId> {
    fields.number().map(AnswerId)
}
