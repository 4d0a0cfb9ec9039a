//! Buttons about who does the work: leave and its substitute.

use chrono::NaiveDate;

use super::fields::{Fields, day_code};
use crate::ids::{OrganisationId, PersonId, SubstitutionId};

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
    /// Somebody is back, or does not go.
    End {
        /// The substitution.
        substitution: SubstitutionId,
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
            "Se" => Self::End { substitution: SubstitutionId(fields.number()?) },
            _ => return None,
        })
    }
}
