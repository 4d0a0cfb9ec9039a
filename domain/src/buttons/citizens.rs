//! Buttons of citizens about what they add to a mark that is kept.

use super::fields::{Fields, language_code};
use crate::ids::RatingId;
use crate::language::Language;
use crate::ratings::{Criterion, Mark, Reason};

/// A step of a citizen after the mark. Each names the language of its message: nothing else is known of a citizen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpinionStep {
    /// The rating.
    pub rating: RatingId,
    /// The language of the message.
    pub language: Language,
    /// What is done.
    pub act: OpinionAct,
}

/// What a citizen does about a mark that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpinionAct {
    /// Sees the rating.
    Show,
    /// Ticks a reason, or takes the tick away: a second press of the same button changes nothing.
    Tick {
        /// The reason.
        reason: Reason,
        /// Whether it is ticked from now on.
        ticked: bool,
    },
    /// Is asked for the mark of a criterion.
    Ask(Criterion),
    /// Gives a criterion a mark.
    Judge {
        /// The criterion.
        criterion: Criterion,
        /// The mark.
        mark: Mark,
    },
    /// Reads what is kept, and why.
    Privacy,
}

impl OpinionStep {
    pub(super) fn data(self) -> String {
        let (rating, language) = (self.rating, language_code(self.language));
        match self.act {
            OpinionAct::Show => format!("Cs:{rating}:{language}"),
            OpinionAct::Tick { reason, ticked } => {
                format!("Cr:{rating}:{language}:{}:{}", reason.code(), if ticked { "y" } else { "n" })
            }
            OpinionAct::Ask(criterion) => format!("Cc:{rating}:{language}:{}", criterion.code()),
            OpinionAct::Judge { criterion, mark } => {
                format!("Cm:{rating}:{language}:{}:{}", criterion.code(), mark.get())
            }
            OpinionAct::Privacy => format!("Cp:{rating}:{language}"),
        }
    }

    pub(super) fn read(code: &str, fields: &mut Fields<'_>) -> Option<Self> {
        let (rating, language) = (fields.rating()?, fields.language()?);
        let criterion = |fields: &mut Fields<'_>| Criterion::from_code(fields.next()?);
        let act = match code {
            "Cs" => OpinionAct::Show,
            "Cr" => {
                OpinionAct::Tick { reason: Reason::from_code(fields.next()?)?, ticked: fields.yes_or_no()? }
            }
            "Cc" => OpinionAct::Ask(criterion(fields)?),
            "Cm" => OpinionAct::Judge { criterion: criterion(fields)?, mark: fields.mark()? },
            "Cp" => OpinionAct::Privacy,
            _ => return None,
        };
        Some(Self { rating, language, act })
    }
}
