//! One obligation goes to a colleague of the same organisation, who agrees: from then on it is theirs to do.
//!
//! It stays the obligation of the organisation: whoever answers for the organisation may still answer. What changes is who is
//! reminded. Nobody is given work without a word: an offer is accepted or declined.

use chrono::NaiveDate;

use crate::{
    calendar::WorkingDays,
    codes::coded,
    ids::{OrganisationId, PersonId},
    obligation::State,
    people::{Tree, Who},
    refusal::Refusal,
};

coded! {
    /// What became of an offer.
    pub enum OfferState {
        /// The colleague has not answered yet.
        Offered = "offered",
        /// The colleague took it.
        Accepted = "accepted",
        /// The colleague did not take it.
        Declined = "declined",
        /// It was taken back.
        Withdrawn = "withdrawn",
        /// The colleague did not answer in time.
        Lapsed = "lapsed",
    }
}

/// A colleague who was asked answers within so many working days.
pub const ANSWER_DAYS: u32 = 3;

/// The last day on which an offer made on this day can be taken.
pub fn last_day_to_take(offered: NaiveDate, working: WorkingDays<'_>) -> NaiveDate {
    working.after(offered, ANSWER_DAYS)
}

/// An obligation as far as it matters who does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doing {
    /// Whose obligation it is.
    pub organisation: OrganisationId,
    /// Where it stands.
    pub state: State,
    /// Who alone does it; none: all officers of the organisation.
    pub assignee: Option<PersonId>,
}

impl Doing {
    /// Passes when this person may hand it over at all: their own work, work of all, or as the head or an administrator.
    pub fn may_hand_over(&self, giver: &Who, tree: &Tree) -> Result<(), Refusal> {
        let leads = self.is_led_by(giver, tree);
        if !leads {
            giver.may_answer(self.organisation, tree)?;
        }
        self.state.check_open()?;
        let own = self.assignee.is_none_or(|assignee| assignee == giver.person);
        if own || leads { Ok(()) } else { Err(Refusal::DoneByColleague) }
    }

    /// Whether this person says who does what at the organisation: its head, or an administrator.
    pub fn is_led_by(&self, who: &Who, tree: &Tree) -> bool {
        who.heads(self.organisation, tree) || who.administers(self.organisation, tree)
    }

    /// Passes when the giver may offer it to this colleague.
    pub fn offer(&self, giver: &Who, taker: &Who, tree: &Tree) -> Result<(), Refusal> {
        self.may_hand_over(giver, tree)?;
        if self.assignee == Some(taker.person) {
            return Err(Refusal::AlreadyTheirs);
        }
        if giver.person == taker.person {
            return Err(Refusal::HandOverToOneself);
        }
        taker.may_answer(self.organisation, tree).map(drop).map_err(|_| Refusal::CannotTakeOver)
    }

    /// Passes when the colleague may take what was offered; `offer` is what became of it so far.
    pub fn take(&self, offer: OfferState, taker: &Who, tree: &Tree) -> Result<(), Refusal> {
        if offer != OfferState::Offered {
            return Err(Refusal::HandOverIsOver);
        }
        taker.may_answer(self.organisation, tree)?;
        self.state.check_open()
    }

    /// Whether the assignment still holds: the assignee may answer for the organisation. What is not open any more keeps its
    /// assignee for the record.
    pub fn still_assigned(&self, assignee: Option<&Who>, tree: &Tree) -> bool {
        self.assignee.is_none()
            || self.state.check_open().is_err()
            || assignee.is_some_and(|who| who.may_answer(self.organisation, tree).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        language::Language,
        people::{Grant, Role},
        substitution::{StandIn, When},
    };

    const ARCHIVE: OrganisationId = OrganisationId(2);
    const WATER: OrganisationId = OrganisationId(3);
    const AZIZA: PersonId = PersonId(1);
    const BOBUR: PersonId = PersonId(2);
    const CHAROS: PersonId = PersonId(3);

    fn tree() -> Tree {
        let city = OrganisationId(1);
        Tree::from_parents([(city, None), (ARCHIVE, Some(city)), (WATER, Some(city))])
    }

    fn who(person: PersonId, role: Role, organisation: OrganisationId) -> Who {
        let grants = vec![Grant { role, organisation }];
        Who { person, name: "Kishi".into(), language: Language::UzLatn, grants, stands_in: Vec::new() }
    }

    fn officer(person: PersonId) -> Who {
        who(person, Role::Officer, ARCHIVE)
    }

    fn doing(state: State, assignee: Option<PersonId>) -> Doing {
        Doing { organisation: ARCHIVE, state, assignee }
    }

    #[test]
    fn an_offer_goes_from_who_does_it_to_a_colleague() {
        let (aziza, bobur) = (officer(AZIZA), officer(BOBUR));
        let administrator = who(CHAROS, Role::Administrator, OrganisationId(1));
        let (head, stranger) = (who(CHAROS, Role::Head, ARCHIVE), who(BOBUR, Role::Officer, WATER));
        let observer = who(BOBUR, Role::Observer, ARCHIVE);
        for (giver, taker, assignee, expected) in [
            (&aziza, &bobur, None, Ok(())),
            (&aziza, &bobur, Some(AZIZA), Ok(())),
            (&aziza, &bobur, Some(CHAROS), Err(Refusal::DoneByColleague)),
            (&administrator, &bobur, Some(AZIZA), Ok(())),
            (&administrator, &stranger, None, Err(Refusal::CannotTakeOver)),
            (&head, &bobur, Some(AZIZA), Ok(())),
            (&aziza, &bobur, Some(BOBUR), Err(Refusal::DoneByColleague)),
            (&head, &bobur, Some(BOBUR), Err(Refusal::AlreadyTheirs)),
            (&aziza, &aziza, None, Err(Refusal::HandOverToOneself)),
            (&aziza, &stranger, None, Err(Refusal::CannotTakeOver)),
            (&aziza, &observer, None, Err(Refusal::CannotTakeOver)),
            (&stranger, &aziza, None, Err(Refusal::NotYours)),
            (&observer, &aziza, None, Err(Refusal::NotAllowed)),
        ] {
            let offered = doing(State::Open, assignee).offer(giver, taker, &tree());
            assert_eq!(offered, expected, "{giver:?} to {taker:?}, done by {assignee:?}");
        }
    }

    #[test]
    fn what_is_not_open_is_not_handed_over() {
        for (state, expected) in [
            (State::Open, Ok(())),
            (State::Returned, Ok(())),
            (State::Reported, Err(Refusal::AlreadyReported)),
            (State::Accepted, Err(Refusal::AlreadyAccepted)),
            (State::Cancelled, Err(Refusal::Cancelled)),
        ] {
            let doing = doing(state, None);
            assert_eq!(doing.offer(&officer(AZIZA), &officer(BOBUR), &tree()), expected, "{state:?}");
            assert_eq!(doing.take(OfferState::Offered, &officer(BOBUR), &tree()), expected, "{state:?}");
        }
    }

    #[test]
    fn an_offer_is_taken_while_it_stands_by_who_may_answer() {
        let doing = doing(State::Open, None);
        for offer in OfferState::ALL {
            let expected = if offer == OfferState::Offered { Ok(()) } else { Err(Refusal::HandOverIsOver) };
            assert_eq!(doing.take(offer, &officer(BOBUR), &tree()), expected, "{offer:?}");
        }
        let mut substitute = who(BOBUR, Role::Observer, ARCHIVE);
        for (when, expected) in [
            (When::Ahead, Err(Refusal::SubstitutionAhead)),
            (When::Now, Ok(())),
            (When::Over, Err(Refusal::SubstitutionOver)),
        ] {
            substitute.stands_in = vec![StandIn { organisation: ARCHIVE, when }];
            assert_eq!(doing.take(OfferState::Offered, &substitute, &tree()), expected, "{when:?}");
        }
        let left = Who { grants: Vec::new(), ..officer(BOBUR) };
        assert_eq!(doing.take(OfferState::Offered, &left, &tree()), Err(Refusal::NotAllowed));
    }

    #[test]
    fn an_assignment_ends_with_the_right_of_its_assignee() {
        let left = Who { grants: Vec::new(), ..officer(BOBUR) };
        for (state, assignee, who, holds) in [
            (State::Open, None, None, true),
            (State::Open, Some(BOBUR), Some(&officer(BOBUR)), true),
            (State::Open, Some(BOBUR), Some(&left), false),
            (State::Returned, Some(BOBUR), None, false),
            (State::Accepted, Some(BOBUR), None, true),
        ] {
            assert_eq!(doing(state, assignee).still_assigned(who, &tree()), holds, "{state:?} {who:?}");
        }
    }
}
