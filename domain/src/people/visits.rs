//! The right to hand visit codes out at the counters of an organisation.

use super::{Role, Tree, Who};
use crate::ids::{OrganisationId, PersonId};
use crate::refusal::Refusal;

/// The right to make visit codes for the points of one organisation, and to take them back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MayHandOut {
    person: Option<PersonId>,
    organisation: OrganisationId,
}

impl Who {
    /// The right to hand codes out: whoever answers for the organisation, whose counters they are, and its administrators.
    /// Control does not: it judges by the marks.
    pub fn may_hand_out(&self, organisation: OrganisationId, tree: &Tree) -> Result<MayHandOut, Refusal> {
        self.check(&[Role::Administrator], organisation, tree)
            .or_else(|_| self.may_answer(organisation, tree).map(drop))?;
        Ok(MayHandOut { person: Some(self.person), organisation })
    }
}

impl MayHandOut {
    /// The right of whoever sits at the machine itself: they could edit the database anyway.
    pub fn at_the_machine(organisation: OrganisationId) -> Self {
        Self { person: None, organisation }
    }

    /// Who hands out; none at the machine itself.
    pub fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// At whose points.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::people::Grant;

    #[test]
    fn who_answers_or_administers_hands_out_and_control_does_not() {
        let (city, office, other) = (OrganisationId(1), OrganisationId(2), OrganisationId(3));
        let tree = Tree::from_parents([(city, None), (office, Some(city)), (other, Some(city))]);
        for (role, at, expected) in [
            (Role::Officer, office, Ok(())),
            (Role::Head, office, Ok(())),
            (Role::Administrator, city, Ok(())),
            (Role::Officer, other, Err(Refusal::NotYours)),
            (Role::Controller, city, Err(Refusal::NotAllowed)),
            (Role::Observer, office, Err(Refusal::NotAllowed)),
        ] {
            let who = Who {
                person: PersonId(7),
                name: String::new(),
                language: Language::UzLatn,
                grants: vec![Grant { role, organisation: at }],
                stands_in: Vec::new(),
            };
            let right = who.may_hand_out(office, &tree);
            assert_eq!(right.map(|right| assert_eq!(right.organisation(), office)), expected, "{role:?}");
        }
    }
}
