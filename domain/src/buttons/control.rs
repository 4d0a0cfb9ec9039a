//! Buttons of control beyond one report: more time, several reports at once, the re-check.

use chrono::NaiveDate;

use super::fields::{Fields, day_code};
use crate::extension::{WhyMore, WhyNot};
use crate::ids::{ExtensionId, ObligationId, RecheckId};
use crate::recheck::WhyFalls;

/// A button about more time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoreTime {
    /// The officer wants more time and is shown a month to choose from.
    Ask {
        /// The obligation.
        obligation: ObligationId,
        /// A day of the month that is shown; the month of the first day that can be chosen when it has none of them.
        month: NaiveDate,
    },
    /// The officer chose the day and is asked why.
    Until {
        /// The obligation.
        obligation: ObligationId,
        /// The day.
        day: NaiveDate,
    },
    /// The officer asks for more time for a ready reason.
    For {
        /// The obligation.
        obligation: ObligationId,
        /// The day.
        day: NaiveDate,
        /// Why.
        reason: WhyMore,
    },
    /// The officer takes the request back.
    Withdraw {
        /// The request.
        extension: ExtensionId,
    },
    /// A page of requests that wait for a decision.
    List {
        /// The page, from 0.
        page: u32,
    },
    /// One request.
    Show {
        /// The request.
        extension: ExtensionId,
    },
    /// The controller grants it.
    Grant {
        /// The request.
        extension: ExtensionId,
    },
    /// The controller wants to refuse it and is asked why.
    Refuse {
        /// The request.
        extension: ExtensionId,
    },
    /// The controller refuses it for a ready reason.
    RefuseFor {
        /// The request.
        extension: ExtensionId,
        /// Why.
        reason: WhyNot,
    },
}

/// A button about several reports at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Together {
    /// The controller wants to accept all reports of a page and is asked whether he is sure.
    Ask {
        /// The page, from 0.
        page: u32,
    },
    /// The controller is sure.
    Accept {
        /// The page, from 0.
        page: u32,
        /// What stood on the page, in short: see [`crate::together::fingerprint`].
        seen: u64,
    },
}

/// A button about re-checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondLook {
    /// A page of what is to be re-checked.
    List {
        /// The page, from 0.
        page: u32,
    },
    /// One re-check.
    Show {
        /// The re-check.
        recheck: RecheckId,
    },
    /// The report stands.
    Stands {
        /// The re-check.
        recheck: RecheckId,
    },
    /// The report does not stand; the controller is asked why.
    Falls {
        /// The re-check.
        recheck: RecheckId,
    },
    /// The report does not stand for a ready reason.
    FallsFor {
        /// The re-check.
        recheck: RecheckId,
        /// Why.
        reason: WhyFalls,
    },
}

impl MoreTime {
    pub(super) fn data(self) -> String {
        match self {
            Self::Ask { obligation, month } => format!("Ec:{obligation}:{}", day_code(month)),
            Self::Until { obligation, day } => format!("Ed:{obligation}:{}", day_code(day)),
            Self::For { obligation, day, reason } => {
                format!("Er:{obligation}:{}:{}", day_code(day), reason.code())
            }
            Self::Withdraw { extension } => format!("Ew:{extension}"),
            Self::List { page } => format!("El:{page}"),
            Self::Show { extension } => format!("Ev:{extension}"),
            Self::Grant { extension } => format!("Eg:{extension}"),
            Self::Refuse { extension } => format!("En:{extension}"),
            Self::RefuseFor { extension, reason } => format!("Ex:{extension}:{}", reason.code()),
        }
    }

    pub(super) fn read(code: &str, fields: &mut Fields<'_>) -> Option<Self> {
        Some(match code {
            "Ec" => Self::Ask { obligation: fields.obligation()?, month: fields.day()? },
            "Ed" => Self::Until { obligation: fields.obligation()?, day: fields.day()? },
            "Er" => Self::For {
                obligation: fields.obligation()?,
                day: fields.day()?,
                reason: WhyMore::from_code(fields.next()?)?,
            },
            "Ew" => Self::Withdraw { extension: extension(fields)? },
            "El" => Self::List { page: fields.number()? },
            "Ev" => Self::Show { extension: extension(fields)? },
            "Eg" => Self::Grant { extension: extension(fields)? },
            "En" => Self::Refuse { extension: extension(fields)? },
            "Ex" => {
                Self::RefuseFor { extension: extension(fields)?, reason: WhyNot::from_code(fields.next()?)? }
            }
            _ => return None,
        })
    }
}

impl Together {
    pub(super) fn data(self) -> String {
        match self {
            Self::Ask { page } => format!("Ba:{page}"),
            Self::Accept { page, seen } => format!("By:{page}:{seen}"),
        }
    }

    pub(super) fn read(code: &str, fields: &mut Fields<'_>) -> Option<Self> {
        Some(match code {
            "Ba" => Self::Ask { page: fields.number()? },
            "By" => Self::Accept { page: fields.number()?, seen: fields.number()? },
            _ => return None,
        })
    }
}

impl SecondLook {
    pub(super) fn data(self) -> String {
        match self {
            Self::List { page } => format!("Rl:{page}"),
            Self::Show { recheck } => format!("Rv:{recheck}"),
            Self::Stands { recheck } => format!("Rs:{recheck}"),
            Self::Falls { recheck } => format!("Rf:{recheck}"),
            Self::FallsFor { recheck, reason } => format!("Rx:{recheck}:{}", reason.code()),
        }
    }

    pub(super) fn read(code: &str, fields: &mut Fields<'_>) -> Option<Self> {
        Some(match code {
            "Rl" => Self::List { page: fields.number()? },
            "Rv" => Self::Show { recheck: recheck(fields)? },
            "Rs" => Self::Stands { recheck: recheck(fields)? },
            "Rf" => Self::Falls { recheck: recheck(fields)? },
            "Rx" => {
                Self::FallsFor { recheck: recheck(fields)?, reason: WhyFalls::from_code(fields.next()?)? }
            }
            _ => return None,
        })
    }
}

fn extension(fields: &mut Fields<'_>) -> Option<ExtensionId> {
    fields.number().map(ExtensionId)
}

fn recheck(fields: &mut Fields<'_>) -> Option<RecheckId> {
    fields.number().map(RecheckId)
}
