//! The right to make reports for leaders and to read those that were made.

use std::collections::BTreeSet;

use super::{Role, Scope, Tree, Who};
use crate::ids::{OrganisationId, PersonId};
use crate::refusal::Refusal;

/// Whose work it is to look at the figures of others.
const READING: [Role; 4] = [Role::Administrator, Role::Controller, Role::Head, Role::Observer];

/// The right to make and to read reports about an organisation and all below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MayReport {
    person: PersonId,
    organisation: OrganisationId,
    scope: Scope,
}

impl Who {
    /// The right to reports about `organisation`: of controllers, administrators and observers there or above, and of its head.
    pub fn may_report(&self, organisation: OrganisationId, tree: &Tree) -> Result<MayReport, Refusal> {
        self.check(&READING, organisation, tree)?;
        let below = || Scope::Only(tree.below(organisation));
        let scope = if tree.is_all_below(organisation) { Scope::All } else { below() };
        Ok(MayReport { person: self.person, organisation, scope })
    }

    /// About which organisations the person reads reports. Refused to whoever reads none.
    pub fn reads_reports(&self, tree: &Tree) -> Result<Scope, Refusal> {
        self.scope_of(&READING, tree)
    }

    /// The organisations for which the person has that right, without those below them. Refused to whoever has it nowhere.
    pub fn reports_on(&self, tree: &Tree) -> Result<Vec<OrganisationId>, Refusal> {
        let nodes: BTreeSet<_> = self.nodes_of(&READING).collect();
        let below_another =
            |node: &OrganisationId| nodes.iter().any(|other| other != node && tree.covers(*other, *node));
        let highest: Vec<_> = nodes.iter().copied().filter(|node| !below_another(node)).collect();
        if highest.is_empty() { Err(Refusal::NotAllowed) } else { Ok(highest) }
    }
}

impl MayReport {
    /// Who reports.
    pub fn person(&self) -> PersonId {
        self.person
    }

    /// About which organisation, with all that is below it.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// The organisations whose figures are in the report.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::people::Grant;

    const CITY: OrganisationId = OrganisationId(1);
    const OFFICE: OrganisationId = OrganisationId(2);
    const OTHER: OrganisationId = OrganisationId(3);

    fn who(grants: &[(Role, OrganisationId)]) -> Who {
        Who {
            person: PersonId(7),
            name: String::new(),
            language: Language::UzLatn,
            grants: grants.iter().map(|&(role, organisation)| Grant { role, organisation }).collect(),
            stands_in: Vec::new(),
        }
    }

    #[test]
    fn who_looks_at_others_reports_on_them_and_nobody_beyond_their_scope() {
        let tree = Tree::from_parents([(CITY, None), (OFFICE, Some(CITY)), (OTHER, Some(CITY))]);
        for role in Role::ALL {
            let one = who(&[(role, OFFICE)]);
            let refused = role == Role::Officer;
            let outside = if refused { Refusal::NotAllowed } else { Refusal::NotYours };
            assert_eq!(one.may_report(OFFICE, &tree).is_err(), refused, "{role:?}");
            for organisation in [CITY, OTHER] {
                assert_eq!(one.may_report(organisation, &tree), Err(outside), "{role:?}");
            }
            let scope = Scope::Only([OFFICE].into());
            let reads = if refused { Err(Refusal::NotAllowed) } else { Ok(scope.clone()) };
            assert_eq!(one.reads_reports(&tree), reads, "{role:?}");
            assert!(one.may_report(OFFICE, &tree).is_ok_and(|right| *right.scope() == scope) || refused);
            let everywhere = who(&[(role, CITY)]);
            assert_eq!(everywhere.may_report(OTHER, &tree).is_err(), refused, "{role:?}");
            let whole = everywhere.may_report(CITY, &tree);
            assert!(whole.is_ok_and(|right| *right.scope() == Scope::All) || refused, "{role:?}");
        }
    }

    #[test]
    fn only_the_highest_of_several_organisations_is_named() {
        let tree = Tree::from_parents([(CITY, None), (OFFICE, Some(CITY)), (OTHER, Some(CITY))]);
        for (grants, nodes) in [
            (vec![(Role::Head, OFFICE), (Role::Observer, CITY)], Ok(vec![CITY])),
            (vec![(Role::Head, OFFICE), (Role::Head, OTHER)], Ok(vec![OFFICE, OTHER])),
            (vec![(Role::Officer, CITY)], Err(Refusal::NotAllowed)),
            (Vec::new(), Err(Refusal::NotAllowed)),
        ] {
            assert_eq!(who(&grants).reports_on(&tree), nodes);
        }
    }
}
