//! The right to read the record of what was done: control's, and that of who keeps the city in order.

use super::{Role, Scope, Tree, Who};
use crate::refusal::Refusal;

/// The right to read the record of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MayAudit {
    scope: Scope,
}

impl Who {
    /// The right to read the record: of the organisations where the person controls or administers. What concerns no
    /// organisation at all is for those who may see everything.
    pub fn may_audit(&self, tree: &Tree) -> Result<MayAudit, Refusal> {
        let scope = self.scope_of(&[Role::Controller, Role::Administrator], tree)?;
        Ok(MayAudit { scope })
    }
}

impl MayAudit {
    /// Of which organisations.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::ids::{OrganisationId, PersonId};
    use crate::language::Language;
    use crate::people::Grant;

    #[test]
    fn control_and_administrators_read_the_record_of_what_is_theirs() {
        let (city, office) = (OrganisationId(1), OrganisationId(2));
        let tree = Tree::from_parents([(city, None), (office, Some(city))]);
        let right = |role, organisation| {
            let who = Who {
                person: PersonId(7),
                name: String::new(),
                language: Language::UzLatn,
                grants: vec![Grant { role, organisation }],
                stands_in: Vec::new(),
            };
            who.may_audit(&tree).map(|right| right.scope)
        };
        for role in Role::ALL {
            let reads = matches!(role, Role::Controller | Role::Administrator);
            assert_eq!(right(role, city), if reads { Ok(Scope::All) } else { Err(Refusal::NotAllowed) });
        }
        assert_eq!(right(Role::Controller, office), Ok(Scope::Only(BTreeSet::from([office]))));
    }
}
