//! Buttons by which somebody is forgotten, or withdraws their consent.

use super::fields::{Fields, language_code};
use crate::codes::coded;
use crate::language::Language;

coded! {
    /// What somebody wants.
    pub enum ForgetAct {
        /// Reads what goes and what stays, and is asked.
        Ask = "a",
        /// Is forgotten as a citizen.
        Forget = "f",
        /// A known person reads what withdrawing does, and is asked.
        AskToWithdraw = "c",
        /// Withdraws the consent under which the account is kept.
        Withdraw = "w",
        /// Leaves everything as it is.
        Keep = "k",
    }
}

/// A step on the way to being forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForgetStep {
    /// What.
    pub act: ForgetAct,
    /// The language of the message: nothing else is known of a citizen.
    pub language: Language,
}

impl ForgetStep {
    pub(super) fn data(self) -> String {
        format!("X:{}:{}", self.act.code(), language_code(self.language))
    }

    pub(super) fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self { act: ForgetAct::from_code(fields.next()?)?, language: fields.language()? })
    }
}
