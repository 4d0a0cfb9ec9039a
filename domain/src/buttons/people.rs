//! Buttons about who does the work: leave and its substitute, and the hand-over of one obligation to a colleague.

use chrono::NaiveDate;

use super::fields::{Fields, day_code};
use crate::ids::{HandOverId, ObligationId, OrganisationId, PersonId, SubstitutionId};

/// A step on the way to a substitute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaveStep {
    /// How it stands: one's leaves, and for whom one stands in.
    Show,
    /// Somebody chooses the organisation from which they are away.
    At {
        /// The organisation.
        organisation: OrganisationId,
    },
    /// Somebody chooses who stands in, and sees a month of last days.
    With {
        /// The organisation.
        organisation: OrganisationId,
        /// Who stands in.
        substitute: PersonId,
        /// A day of the month that is shown.
        month: NaiveDate,
    },
    /// Somebody is on leave from today until this day.
    Until {
        /// The organisation.
        organisation: OrganisationId,
        /// Who stands in.
        substitute: PersonId,
        /// The last day.
        day: NaiveDate,
    },
    /// Somebody goes on leave on a later day, and sees a month of first days.
    From {
        /// The organisation.
        organisation: OrganisationId,
        /// Who stands in.
        substitute: PersonId,
        /// A day of the month that is shown.
        month: NaiveDate,
    },
    /// Somebody has chosen the first day, and sees a month of last days.
    Begins {
        /// The organisation.
        organisation: OrganisationId,
        /// Who stands in.
        substitute: PersonId,
        /// The first day.
        first: NaiveDate,
        /// A day of the month that is shown.
        month: NaiveDate,
    },
    /// Somebody is on leave on these days.
    Between {
        /// The organisation.
        organisation: OrganisationId,
        /// Who stands in.
        substitute: PersonId,
        /// The first day.
        first: NaiveDate,
        /// The last day.
        last: NaiveDate,
    },
    /// Somebody is back, or does not go.
    End {
        /// The substitution.
        substitution: SubstitutionId,
    },
}

/// A step on the way of an obligation to a colleague.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandOverStep {
    /// Somebody wants to hand the obligation over and sees the colleagues.
    Choose {
        /// The obligation.
        obligation: ObligationId,
    },
    /// Somebody offers it to a colleague.
    Offer {
        /// The obligation.
        obligation: ObligationId,
        /// The colleague.
        taker: PersonId,
    },
    /// The colleague takes it or does not.
    Answer {
        /// The offer.
        offer: HandOverId,
        /// Whether it is taken.
        accept: bool,
    },
    /// The offer is taken back.
    Withdraw {
        /// The offer.
        offer: HandOverId,
    },
}

impl LeaveStep {
    pub(super) fn data(self) -> String {
        match self {
            Self::Show => "Sl".to_owned(),
            Self::At { organisation } => format!("So:{organisation}"),
            Self::With { organisation, substitute, month } => {
                format!("Sw:{organisation}:{substitute}:{}", day_code(month))
            }
            Self::Until { organisation, substitute, day } => {
                format!("Su:{organisation}:{substitute}:{}", day_code(day))
            }
            Self::From { organisation, substitute, month } => {
                format!("Sf:{organisation}:{substitute}:{}", day_code(month))
            }
            Self::Begins { organisation, substitute, first, month } => {
                format!("Sg:{organisation}:{substitute}:{}:{}", day_code(first), day_code(month))
            }
            Self::Between { organisation, substitute, first, last } => {
                format!("Sb:{organisation}:{substitute}:{}:{}", day_code(first), day_code(last))
            }
            Self::End { substitution } => format!("Se:{substitution}"),
        }
    }

    pub(super) fn read(code: &str, fields: &mut Fields<'_>) -> Option<Self> {
        let organisation = |fields: &mut Fields<'_>| fields.number().map(OrganisationId);
        let substitute = |fields: &mut Fields<'_>| fields.number().map(PersonId);
        Some(match code {
            "Sl" => Self::Show,
            "So" => Self::At { organisation: organisation(fields)? },
            "Sw" => Self::With {
                organisation: organisation(fields)?,
                substitute: substitute(fields)?,
                month: fields.day()?,
            },
            "Su" => Self::Until {
                organisation: organisation(fields)?,
                substitute: substitute(fields)?,
                day: fields.day()?,
            },
            "Sf" => Self::From {
                organisation: organisation(fields)?,
                substitute: substitute(fields)?,
                month: fields.day()?,
            },
            "Sg" => Self::Begins {
                organisation: organisation(fields)?,
                substitute: substitute(fields)?,
                first: fields.day()?,
                month: fields.day()?,
            },
            "Sb" => Self::Between {
                organisation: organisation(fields)?,
                substitute: substitute(fields)?,
                first: fields.day()?,
                last: fields.day()?,
            },
            "Se" => Self::End { substitution: SubstitutionId(fields.number()?) },
            _ => return None,
        })
    }
}

impl HandOverStep {
    pub(super) fn data(self) -> String {
        match self {
            Self::Choose { obligation } => format!("Hc:{obligation}"),
            Self::Offer { obligation, taker } => format!("Ho:{obligation}:{taker}"),
            Self::Answer { offer, accept } => format!("Ha:{offer}:{}", if accept { "y" } else { "n" }),
            Self::Withdraw { offer } => format!("Hw:{offer}"),
        }
    }

    pub(super) fn read(code: &str, fields: &mut Fields<'_>) -> Option<Self> {
        Some(match code {
            "Hc" => Self::Choose { obligation: fields.obligation()? },
            "Ho" => Self::Offer { obligation: fields.obligation()?, taker: PersonId(fields.number()?) },
            "Ha" => Self::Answer { offer: HandOverId(fields.number()?), accept: fields.yes_or_no()? },
            "Hw" => Self::Withdraw { offer: HandOverId(fields.number()?) },
            _ => return None,
        })
    }
}
