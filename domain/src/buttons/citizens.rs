//! Buttons of citizens: on the way to a service without a code, and about what they add to a mark that is kept.

use super::fields::{Fields, language_code};
use crate::ids::{OrganisationId, RatingId, ServiceId};
use crate::language::Language;
use crate::ratings::{Criterion, Mark, Reason};
use crate::visits::VisitCode;

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

/// A step of a citizen to a service whose code they do not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FindStep {
    /// The language of the message.
    pub language: Language,
    /// What is done.
    pub act: FindAct,
}

/// What a citizen does on the way to a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindAct {
    /// Sees a page of the organisations that give services.
    Organisations {
        /// The page, from 0.
        page: u32,
    },
    /// Sees a page of the services of an organisation.
    Services {
        /// The organisation.
        organisation: OrganisationId,
        /// The page, from 0.
        page: u32,
    },
    /// Is asked for a mark of a service.
    Service(ServiceId),
    /// Gives a service a mark, at no point in particular.
    Rate {
        /// The service.
        service: ServiceId,
        /// The mark.
        mark: Mark,
    },
}

impl FindStep {
    pub(super) fn data(self) -> String {
        let language = language_code(self.language);
        match self.act {
            FindAct::Organisations { page } => format!("Fo:{language}:{page}"),
            FindAct::Services { organisation, page } => format!("Fs:{language}:{organisation}:{page}"),
            FindAct::Service(service) => format!("Fv:{language}:{service}"),
            FindAct::Rate { service, mark } => format!("Fr:{language}:{service}:{}", mark.get()),
        }
    }

    pub(super) fn read(code: &str, fields: &mut Fields<'_>) -> Option<Self> {
        let language = fields.language()?;
        let act = match code {
            "Fo" => FindAct::Organisations { page: fields.number()? },
            "Fs" => {
                FindAct::Services { organisation: OrganisationId(fields.number()?), page: fields.number()? }
            }
            "Fv" => FindAct::Service(ServiceId(fields.number()?)),
            "Fr" => FindAct::Rate { service: ServiceId(fields.number()?), mark: fields.mark()? },
            _ => return None,
        };
        Some(Self { language, act })
    }
}

/// A step of a citizen who has a visit code: it stays behind the button until the mark spends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitStep {
    /// The code of the point.
    pub point: String,
    /// The visit code.
    pub code: VisitCode,
    /// The language of the message.
    pub language: Language,
    /// What is done.
    pub act: VisitAct,
}

/// What a citizen with a visit code does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitAct {
    /// Is asked for a mark.
    Ask,
    /// Gives a mark.
    Rate(Mark),
}

impl VisitStep {
    pub(super) fn data(&self) -> String {
        let Self { point, code, language, act } = self;
        let language = language_code(*language);
        match act {
            VisitAct::Ask => format!("Vq:{point}:{code}:{language}"),
            VisitAct::Rate(mark) => format!("Vr:{point}:{code}:{language}:{}", mark.get()),
        }
    }

    pub(super) fn read(kind: &str, fields: &mut Fields<'_>) -> Option<Self> {
        let (point, code) = (fields.word()?, VisitCode::from_link(fields.next()?)?);
        let language = fields.language()?;
        let act = match kind {
            "Vq" => VisitAct::Ask,
            "Vr" => VisitAct::Rate(fields.mark()?),
            _ => return None,
        };
        Some(Self { point, code, language, act })
    }
}
