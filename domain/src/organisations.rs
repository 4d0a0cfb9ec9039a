//! Organisations and services: what they may be called, and where in the tree they may stand.
//!
//! Tables and pages enter them by the same rules.

use crate::ids::OrganisationId;
use crate::people::Tree;
use crate::refusal::Refusal;

/// The longest key, in characters.
pub const KEY_LIMIT: usize = 40;
/// The longest name of an organisation or a service, in characters.
pub const NAME_LIMIT: usize = 300;
/// The longest regulated term of a service, in characters.
pub const TERM_LIMIT: usize = 100;

/// What an organisation can be. A city may enter others by hand; a table brings only these and those that are in use already, since
/// a word that nobody knows is a slip of the pen.
pub const KINDS: [&str; 29] = [
    "country",
    "region",
    "district",
    "city",
    "department",
    "mahalla",
    "service_center",
    "justice",
    "civil_registry",
    "tax",
    "cadastre",
    "employment",
    "pension",
    "education",
    "health",
    "social",
    "migration",
    "traffic",
    "police",
    "construction",
    "finance",
    "youth",
    "utility",
    "enforcement",
    "ecology",
    "archive",
    "bank",
    "company",
    "other",
];

/// Whether this can be a key: small Latin letters, digits, `_` and `-`. Files, commands and published results know a thing by
/// it, so it never changes.
pub fn is_key(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte);
    !text.is_empty() && text.len() <= KEY_LIMIT && text.bytes().all(plain)
}

impl Tree {
    /// Passes when a new organisation, or the one that is named, may stand below `parent`.
    ///
    /// There is one organisation above all others and it stays there: with a second one nobody would administer everything.
    pub fn check_place(
        &self,
        organisation: Option<OrganisationId>,
        parent: Option<OrganisationId>,
    ) -> Result<(), Refusal> {
        let is_root = organisation.is_some_and(|id| self.path_up(id).nth(1).is_none());
        let is_known = |id: OrganisationId| self.path_up(id).next().is_some();
        let is_below = |above: OrganisationId| organisation.is_some_and(|id| self.covers(id, above));
        match parent {
            None if is_root => Ok(()),
            Some(parent) if !is_known(parent) => Err(Refusal::NobodyAbove),
            Some(parent) if !is_below(parent) => Ok(()),
            Some(_) if is_root => Err(Refusal::StaysOnTop),
            Some(_) => Err(Refusal::BelowItself),
            None => Err(Refusal::NobodyAbove),
        }
    }

    /// An organisation that stands below itself, if there is one.
    pub fn circle(&self) -> Option<OrganisationId> {
        // A path that ends at a root is shorter than the tree is large, and its last step has nobody above.
        self.all().find(|id| {
            let mut above = self.path_up(*id).skip(1);
            above.any(|one| one == *id)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_plain_and_short() {
        for (text, is) in [
            ("soliq", true),
            ("dxm-1_a", true),
            ("", false),
            ("Soliq", false),
            ("soliq 1", false),
            ("солиқ", false),
            (&"a".repeat(KEY_LIMIT), true),
            (&"a".repeat(KEY_LIMIT + 1), false),
        ] {
            assert_eq!(is_key(text), is, "{text}");
        }
    }

    #[test]
    fn an_organisation_stands_below_another_and_never_below_its_own() {
        let [city, office, desk] = [1, 2, 3].map(OrganisationId);
        let tree = Tree::from_parents([(city, None), (office, Some(city)), (desk, Some(office))]);
        for (organisation, parent, expected) in [
            (None, Some(desk), Ok(())),
            (None, None, Err(Refusal::NobodyAbove)),
            (None, Some(OrganisationId(9)), Err(Refusal::NobodyAbove)),
            (Some(city), None, Ok(())),
            (Some(city), Some(office), Err(Refusal::StaysOnTop)),
            (Some(office), None, Err(Refusal::NobodyAbove)),
            (Some(office), Some(office), Err(Refusal::BelowItself)),
            (Some(office), Some(desk), Err(Refusal::BelowItself)),
            (Some(desk), Some(city), Ok(())),
        ] {
            assert_eq!(tree.check_place(organisation, parent), expected, "{organisation:?} {parent:?}");
        }
        assert_eq!(tree.circle(), None);
        let ring = [(city, None), (office, Some(desk)), (desk, Some(office))];
        assert!(Tree::from_parents(ring).circle().is_some());
    }
}
