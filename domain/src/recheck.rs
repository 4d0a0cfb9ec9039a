//! The random re-check: some accepted reports are looked at once more, by somebody else.
//!
//! Which ones follows from a kept seed and the number of the answer: nobody chooses, and the same report is chosen again
//! whenever it is asked. A re-check changes no obligation; it tells how far the reports of an organisation can be trusted.

use chrono::{Months, NaiveDate};

use crate::{
    codes::coded,
    compliance::Rate,
    ids::{AnswerId, OrganisationId, PersonId},
    obligation::reason_from,
    people::MayDecide,
    refusal::Refusal,
};

/// So many per cent of what is accepted are looked at once more, unless the setting says otherwise.
pub const SHARE: u8 = 10;

/// Trust is judged by the re-checks of so many months.
pub const TRUST_MONTHS: u32 = 12;

coded! {
    /// Where a re-check stands.
    pub enum Recheck {
        /// Chosen, nobody has looked yet.
        Chosen = "chosen",
        /// The report stands.
        Stands = "stands",
        /// The report does not stand.
        Falls = "falls",
    }
}

coded! {
    /// A reason for which a report does not stand that needs no typing.
    pub enum WhyFalls {
        /// What was reported was not found.
        NotFound = "n",
        /// The evidence does not prove it.
        NoProof = "p",
        /// The figures are others.
        Figures = "f",
    }
}

/// What is decided about a re-check looks at this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Whose report it is.
    pub organisation: OrganisationId,
    /// Who accepted it.
    pub accepted_by: Option<PersonId>,
    /// Where the re-check stands.
    pub state: Recheck,
}

impl Chosen {
    /// Somebody else than who accepted it finds that the report stands.
    pub fn stands(&self, right: &MayDecide) -> Result<(), Refusal> {
        self.check(right)
    }

    /// Somebody else than who accepted it finds that the report does not stand, with the reason.
    pub fn falls(&self, right: &MayDecide, reason: &str) -> Result<String, Refusal> {
        self.check(right)?;
        reason_from(reason)
    }

    /// Passes when this controller may decide.
    pub fn check(&self, right: &MayDecide) -> Result<(), Refusal> {
        if right.organisation() != self.organisation {
            return Err(Refusal::NotYours);
        }
        if self.state != Recheck::Chosen {
            return Err(Refusal::RecheckDecided);
        }
        if self.accepted_by == Some(right.person()) {
            return Err(Refusal::OwnDecision);
        }
        Ok(())
    }
}

/// Whether an accepted report is looked at once more: a share of `percent` of all answers, spread evenly by the seed.
pub fn is_chosen(answer: AnswerId, seed: u64, percent: u8) -> bool {
    mixed(seed ^ mixed(answer.0.unsigned_abs())) % 100 < u64::from(percent)
}

/// The finishing step of `SplitMix64`: neighbouring numbers become unrelated ones.
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

/// How far the reports of an organisation can be trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    /// Re-checked reports that stood.
    pub stood: u64,
    /// All that were re-checked.
    pub rechecked: u64,
}

impl Trust {
    /// The share that stood; `None`, shown as "—", when nothing was re-checked.
    pub fn rate(self) -> Option<Rate> {
        Rate::of(self.stood, self.rechecked)
    }
}

/// The first day whose re-checks count on `today`.
pub fn trust_since(today: NaiveDate) -> NaiveDate {
    today.checked_sub_months(Months::new(TRUST_MONTHS)).unwrap_or(today)
}

#[cfg(test)]
mod tests;
