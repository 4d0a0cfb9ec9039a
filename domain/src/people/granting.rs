//! Giving roles to people who are known, and calling them by another name.

use super::{MayAdminister, MayInvite, Role, Tree, Who};
use crate::ids::PersonId;
use crate::people::Grant;
use crate::refusal::Refusal;

impl Who {
    /// The right to give somebody known one more role: administrators, where they administer, and nobody to himself.
    pub fn may_grant(&self, person: PersonId, grant: Grant, tree: &Tree) -> Result<MayInvite, Refusal> {
        self.check(&[Role::Administrator], grant.organisation, tree)?;
        if person == self.person {
            return Err(Refusal::OwnRole);
        }
        Ok(MayInvite { person: Some(self.person), grant })
    }

    /// The right to write down what somebody is called: administrators of all that the person does.
    pub fn may_describe(&self, grants: &[Grant], tree: &Tree) -> Result<MayAdminister, Refusal> {
        let right = self.may_administer(tree)?;
        let holds = grants.iter().all(|grant| right.scope().includes(grant.organisation));
        if holds { Ok(right) } else { Err(Refusal::NotYours) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::OrganisationId;
    use crate::language::Language;

    #[test]
    fn administrators_give_roles_below_them_and_none_to_themselves() {
        let (city, office, other) = (OrganisationId(1), OrganisationId(2), OrganisationId(3));
        let tree = Tree::from_parents([(city, None), (office, Some(city)), (other, Some(city))]);
        let who = |role, organisation| Who {
            person: PersonId(7),
            name: String::new(),
            language: Language::UzLatn,
            grants: vec![Grant { role, organisation }],
            stands_in: Vec::new(),
        };
        for role in Role::ALL {
            let wanted = Grant { role: Role::Controller, organisation: office };
            let given = who(role, city).may_grant(PersonId(8), wanted, &tree).map(|right| right.grant());
            let expected = if role == Role::Administrator { Ok(wanted) } else { Err(Refusal::NotAllowed) };
            assert_eq!(given, expected, "{role:?}");
        }
        let administrator = who(Role::Administrator, office);
        let grant = |organisation| Grant { role: Role::Administrator, organisation };
        assert_eq!(administrator.may_grant(PersonId(8), grant(city), &tree), Err(Refusal::NotYours));
        assert_eq!(administrator.may_grant(PersonId(7), grant(office), &tree), Err(Refusal::OwnRole));
        assert!(administrator.may_describe(&[grant(office)], &tree).is_ok());
        assert_eq!(administrator.may_describe(&[grant(office), grant(other)], &tree), Err(Refusal::NotYours));
    }
}
