//! Who may do what: roles granted at a node of the tree of organisations, holding for all that is below it.
//!
//! A right is a value that only a check in this module can make; what keeps data asks for it. Nothing here is looked up:
//! the person's grants and the tree are given.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    codes::coded,
    ids::{OrganisationId, PersonId},
    language::Language,
    refusal::Refusal,
};

/// How long an invitation link can be used.
pub const INVITATION_LIFE: TimeDelta = TimeDelta::hours(72);

coded! {
    /// What a person is for the city. A person may be several.
    pub enum Role {
        /// Keeps the plan, the organisations and the people in order. Does not accept or return reports: that is control.
        Administrator = "administrator",
        /// The deputy hokim and the control officer: accepts, returns, cancels.
        Controller = "controller",
        /// The head of an organisation: answers for it and invites its officers.
        Head = "head",
        /// Answers for an organisation.
        Officer = "officer",
        /// Only looks.
        Observer = "observer",
    }
}

/// A role at a node of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Grant {
    /// What the person is.
    pub role: Role,
    /// Where; and in everything below.
    pub organisation: OrganisationId,
}

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
            .take(self.parents.len())
    }

    /// Whether everything stands at or below `node`.
    fn is_all_below(&self, node: OrganisationId) -> bool {
        self.parents.keys().all(|organisation| self.covers(node, *organisation))
    }
}

/// The organisations for which a right holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All that there are, now and later.
    All,
    /// Only these.
    Only(BTreeSet<OrganisationId>),
}

impl Scope {
    /// Whether the right holds for this organisation.
    pub fn includes(&self, organisation: OrganisationId) -> bool {
        match self {
            Self::All => true,
            Self::Only(organisations) => organisations.contains(&organisation),
        }
    }
}

/// A known person who asks for something, with all that decides about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The person.
    pub person: PersonId,
    /// The name shown, as it was entered.
    pub name: String,
    /// The language to speak to them.
    pub language: Language,
    /// Their roles and where these hold.
    pub grants: Vec<Grant>,
}

/// The right to answer for one organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MayAnswer {
    person: PersonId,
    organisation: OrganisationId,
}

/// The right to accept, return and cancel the obligations of one organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MayDecide {
    person: PersonId,
    organisation: OrganisationId,
}

/// The right to change the plan, the organisations, the services and the people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MayAdminister {
    person: Option<PersonId>,
    scope: Scope,
}

/// The right to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MaySee {
    person: Option<PersonId>,
    scope: Scope,
}

/// The right to invite somebody to a role at an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MayInvite {
    person: Option<PersonId>,
    grant: Grant,
}

impl Who {
    /// Whether the person has this role anywhere.
    pub fn is(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// The right to answer for `organisation`: its officers and its head, and those above it in the tree.
    pub fn may_answer(&self, organisation: OrganisationId, tree: &Tree) -> Result<MayAnswer, Refusal> {
        self.check(&[Role::Officer, Role::Head], organisation, tree)?;
        Ok(MayAnswer { person: self.person, organisation })
    }

    /// The right to decide about reports of `organisation`: controllers only, since closing is an act of control.
    pub fn may_decide(&self, organisation: OrganisationId, tree: &Tree) -> Result<MayDecide, Refusal> {
        self.check(&[Role::Controller], organisation, tree)?;
        Ok(MayDecide { person: self.person, organisation })
    }

    /// The right to administer, wherever the person is an administrator.
    pub fn may_administer(&self, tree: &Tree) -> Result<MayAdminister, Refusal> {
        let scope = self.scope_of(&[Role::Administrator], tree)?;
        Ok(MayAdminister { person: Some(self.person), scope })
    }

    /// The right to see: every role sees the organisations for which it was given, and those below.
    pub fn may_see(&self, tree: &Tree) -> Result<MaySee, Refusal> {
        let scope = self.scope_of(&Role::ALL, tree)?;
        Ok(MaySee { person: Some(self.person), scope })
    }

    /// The right to invite to this role: administrators to any, heads to be an officer of what they head.
    pub fn may_invite(&self, grant: Grant, tree: &Tree) -> Result<MayInvite, Refusal> {
        let inviting: &[Role] = match grant.role {
            Role::Officer => &[Role::Administrator, Role::Head],
            Role::Administrator | Role::Controller | Role::Head | Role::Observer => &[Role::Administrator],
        };
        self.check(inviting, grant.organisation, tree)?;
        Ok(MayInvite { person: Some(self.person), grant })
    }

    fn check(&self, roles: &[Role], organisation: OrganisationId, tree: &Tree) -> Result<(), Refusal> {
        let mut nodes = self.nodes_of(roles).peekable();
        if nodes.peek().is_none() {
            return Err(Refusal::NotAllowed);
        }
        if nodes.any(|node| tree.covers(node, organisation)) { Ok(()) } else { Err(Refusal::NotYours) }
    }

    fn scope_of(&self, roles: &[Role], tree: &Tree) -> Result<Scope, Refusal> {
        let nodes: BTreeSet<_> = self.nodes_of(roles).collect();
        if nodes.is_empty() {
            return Err(Refusal::NotAllowed);
        }
        if nodes.iter().any(|node| tree.is_all_below(*node)) {
            return Ok(Scope::All);
        }
        Ok(Scope::Only(nodes.into_iter().flat_map(|node| tree.below(node)).collect()))
    }

    fn nodes_of(&self, roles: &[Role]) -> impl Iterator<Item = OrganisationId> {
        self.grants.iter().filter(|grant| roles.contains(&grant.role)).map(|grant| grant.organisation)
    }
}

impl MayAnswer {
    /// Who answers.
    pub fn person(&self) -> PersonId {
        self.person
    }

    /// For whom.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }
}

impl MayDecide {
    /// Who decides.
    pub fn person(&self) -> PersonId {
        self.person
    }

    /// About whose obligations.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }
}

impl MayAdminister {
    /// The right of whoever sits at the machine itself, for the commands of the terminal: they could edit the database anyway.
    pub fn at_the_machine() -> Self {
        Self { person: None, scope: Scope::All }
    }

    /// Who administers; none at the machine itself.
    pub fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// For which organisations.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }
}

impl MaySee {
    /// The right of whoever sits at the machine itself, for the commands of the terminal: they could read the database anyway.
    pub fn at_the_machine() -> Self {
        Self { person: None, scope: Scope::All }
    }

    /// Who looks; none at the machine itself.
    pub fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// At which organisations.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Passes when the right holds for this organisation.
    pub fn check(&self, organisation: OrganisationId) -> Result<(), Refusal> {
        if self.scope.includes(organisation) { Ok(()) } else { Err(Refusal::NotYours) }
    }
}

impl MayInvite {
    /// The right of whoever sits at the machine itself: the first administrator is invited by the terminal.
    pub fn at_the_machine(grant: Grant) -> Self {
        Self { person: None, grant }
    }

    /// Who invites; none at the machine itself.
    pub fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// To what.
    pub fn grant(&self) -> Grant {
        self.grant
    }
}

/// Passes when an invitation made at `made_at` can still be used at `now`.
pub fn check_invitation(
    made_at: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    if used_at.is_some() {
        return Err(Refusal::InvitationUsed);
    }
    if now >= made_at + INVITATION_LIFE {
        return Err(Refusal::InvitationExpired);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
