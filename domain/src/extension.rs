//! More time for an obligation: what may be asked, and who may say yes.
//!
//! The organisation asks with a reason and a day; control grants or refuses. The day that counted before is never lost.

use chrono::{Days, NaiveDate};

use crate::{
    calendar::WorkingDays,
    codes::coded,
    ids::PersonId,
    obligation::{Life, State, reason_from},
    people::{MayAnswer, MayDecide},
    refusal::Refusal,
};

/// The new day lies at most so many days after the day that counts now, or after today when that is over.
pub const LONGEST_DAYS: i64 = 180;

coded! {
    /// Where a request for more time stands.
    pub enum Asking {
        /// Nobody has decided yet.
        Asked = "asked",
        /// Control granted it.
        Granted = "granted",
        /// Control refused it.
        Refused = "refused",
        /// It needs no decision any more: it was taken back, or the obligation is closed.
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// A reason for more time that needs no typing.
    pub enum WhyMore {
        /// Another organisation has not done its part.
        Others = "o",
        /// There is more work than was planned.
        Volume = "v",
        /// The money or the purchase is late.
        Funding = "f",
        /// A system or a machine does not work.
        Technical = "t",
    }
}

coded! {
    /// A reason for refusing more time that needs no typing.
    pub enum WhyNot {
        /// The reason does not convince.
        NotJustified = "n",
        /// There was time enough.
        TimeEnough = "t",
        /// The work cannot wait.
        Urgent = "u",
    }
}

/// What a request for more time looks at.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The obligation.
    pub life: &'a Life,
    /// The day that counts now.
    pub due: NaiveDate,
    /// Whether a request waits for its decision already.
    pub undecided: bool,
    /// The day of the request.
    pub today: NaiveDate,
}

/// A request that the rules let through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Until when: a working day.
    pub wanted: NaiveDate,
    /// Why.
    pub reason: String,
}

/// A request as it was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where it stands.
    pub state: Asking,
    /// Who asked.
    pub asked_by: PersonId,
    /// Until when.
    pub wanted: NaiveDate,
}

impl Situation<'_> {
    /// The organisation asks for more time, until `wanted` or the next working day after it.
    pub fn ask(
        &self,
        right: &MayAnswer,
        wanted: NaiveDate,
        reason: &str,
        working: WorkingDays<'_>,
    ) -> Result<Wish, Refusal> {
        self.check_may_ask(right)?;
        let wanted = self.check_day(wanted, working)?;
        Ok(Wish { wanted, reason: reason_from(reason)? })
    }

    /// Passes when more time may be asked for at all.
    pub fn check_may_ask(&self, right: &MayAnswer) -> Result<(), Refusal> {
        self.life.check_answerable(right)?;
        if self.undecided { Err(Refusal::ExtensionWaits) } else { Ok(()) }
    }

    /// The working day that a wish for this day means, when it may be wished for.
    pub fn check_day(&self, wanted: NaiveDate, working: WorkingDays<'_>) -> Result<NaiveDate, Refusal> {
        let wanted = working.on_or_after(wanted);
        if wanted <= self.due || wanted < self.today {
            return Err(Refusal::ExtensionNotLater);
        }
        if wanted > self.latest() { Err(Refusal::ExtensionTooFar) } else { Ok(wanted) }
    }

    /// The last day that may be wished for: what is overdue is counted from the day of the request, however long it is overdue.
    pub fn latest(&self) -> NaiveDate {
        let from = self.due.max(self.today);
        from.checked_add_days(Days::new(LONGEST_DAYS.unsigned_abs())).unwrap_or(from)
    }
}

impl Kept {
    /// Control grants the request: the day that counts from now on. A report that came meanwhile does not stand in the way,
    /// since a slow controller never makes an officer late.
    pub fn grant(
        &self,
        life: &Life,
        due: NaiveDate,
        right: &MayDecide,
        working: WorkingDays<'_>,
    ) -> Result<NaiveDate, Refusal> {
        self.check_decidable(life, right)?;
        let granted = working.on_or_after(self.wanted);
        if granted <= due { Err(Refusal::ExtensionNotLater) } else { Ok(granted) }
    }

    /// Control refuses the request, with the reason.
    pub fn refuse(&self, life: &Life, right: &MayDecide, reason: &str) -> Result<String, Refusal> {
        self.check_decidable(life, right)?;
        reason_from(reason)
    }

    /// The organisation takes its request back.
    pub fn withdraw(&self, life: &Life, right: &MayAnswer) -> Result<(), Refusal> {
        if right.organisation() != life.organisation {
            return Err(Refusal::NotYours);
        }
        self.check_waits()
    }

    fn check_decidable(&self, life: &Life, right: &MayDecide) -> Result<(), Refusal> {
        life.check_decider(right)?;
        self.check_waits()?;
        if self.asked_by == right.person() {
            return Err(Refusal::OwnRequest);
        }
        Ok(())
    }

    fn check_waits(&self) -> Result<(), Refusal> {
        if self.state == Asking::Asked { Ok(()) } else { Err(Refusal::ExtensionDecided) }
    }
}

/// Whether more time may be asked for in this state of an obligation.
pub fn may_be_asked_in(state: State) -> bool {
    matches!(state, State::Open | State::Returned)
}

#[cfg(test)]
mod tests;
