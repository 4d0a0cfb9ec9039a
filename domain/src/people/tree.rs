//! The tree in which the organisations stand.

use std::collections::{BTreeSet, HashMap};

use crate::ids::OrganisationId;

/// The tree of organisations: each with its parent.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    parents: HashMap<OrganisationId, Option<OrganisationId>>,
}

impl Tree {
    /// The tree in which each organisation stands below its parent, and those without a parent are the roots.
    pub fn from_parents(parents: impl IntoIterator<Item = (OrganisationId, Option<OrganisationId>)>) -> Self {
        Self { parents: parents.into_iter().collect() }
    }

    /// Whether `organisation` is `node` or stands below it. An organisation that is not in the tree is below nothing.
    pub fn covers(&self, node: OrganisationId, organisation: OrganisationId) -> bool {
        self.path_up(organisation).any(|above| above == node)
    }

    /// `node` and all organisations below it.
    pub fn below(&self, node: OrganisationId) -> BTreeSet<OrganisationId> {
        self.parents.keys().copied().filter(|organisation| self.covers(node, *organisation)).collect()
    }

    /// The organisation itself, its parent, and so on up to a root.
    pub fn path_up(&self, organisation: OrganisationId) -> impl Iterator<Item = OrganisationId> {
        let start = self.parents.contains_key(&organisation).then_some(organisation);
        // A circle in the data must not become an endless loop: no path is longer than the tree is large.
        std::iter::successors(start, |node| self.parents.get(node).copied().flatten())
            .take(self.parents.len() + 1)
    }

    /// All organisations of the tree.
    pub fn all(&self) -> impl Iterator<Item = OrganisationId> {
        self.parents.keys().copied()
    }

    /// Whether everything stands at or below `node`.
    pub(super) fn is_all_below(&self, node: OrganisationId) -> bool {
        self.parents.keys().all(|organisation| self.covers(node, *organisation))
    }
}
