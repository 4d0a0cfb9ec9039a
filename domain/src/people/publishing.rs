//! The right to publish results: the deputy hokim's, and nobody's below the whole city.

use super::{Role, Tree, Who};
use crate::ids::{OrganisationId, PersonId};
use crate::refusal::Refusal;

/// The right to publish what citizens said of the services of a city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MayPublish {
    person: PersonId,
    city: OrganisationId,
}

impl Who {
    /// The right to publish results of the whole city, which is the organisation above all others: control, where it was
    /// given for the city itself.
    pub fn may_publish(&self, city: OrganisationId, tree: &Tree) -> Result<MayPublish, Refusal> {
        self.check(&[Role::Controller], city, tree)?;
        Ok(MayPublish { person: self.person, city })
    }
}

impl MayPublish {
    /// Who publishes.
    pub fn person(&self) -> PersonId {
        self.person
    }

    /// The city.
    pub fn city(&self) -> OrganisationId {
        self.city
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::people::Grant;

    #[test]
    fn only_who_controls_the_whole_city_publishes() {
        let (city, office) = (OrganisationId(1), OrganisationId(2));
        let tree = Tree::from_parents([(city, None), (office, Some(city))]);
        let who = |role, organisation| Who {
            person: PersonId(7),
            name: String::new(),
            language: Language::UzLatn,
            grants: vec![Grant { role, organisation }],
            stands_in: Vec::new(),
        };
        for role in Role::ALL {
            let right = who(role, city).may_publish(city, &tree).map(|right| right.person());
            let expected = if role == Role::Controller { Ok(PersonId(7)) } else { Err(Refusal::NotAllowed) };
            assert_eq!(right, expected, "{role:?}");
        }
        assert_eq!(who(Role::Controller, office).may_publish(city, &tree), Err(Refusal::NotYours));
    }
}
