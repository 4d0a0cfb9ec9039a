//! Who may do what: roles granted at a node of the tree of organisations, holding for all that is below it.
//!
//! A right is a value that only a check in this module can make; what keeps data asks for it. Nothing here is looked up:
//! the person's grants and the tree are given.

mod auditing;
mod granting;
mod publishing;
mod reporting;
mod tree;
mod visits;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    codes::coded,
    ids::{OrganisationId, PersonId},
    language::Language,
    refusal::Refusal,
    substitution::{StandIn, When},
};

pub use auditing::MayAudit;
pub use publishing::MayPublish;
pub use reporting::MayReport;
pub use tree::Tree;
pub use visits::MayHandOut;

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

/// The roles that answer for an organisation.
const ANSWERING: [Role; 2] = [Role::Officer, Role::Head];

/// A role at a node of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Grant {
    /// What the person is.
    pub role: Role,
    /// Where; and in everything below.
    pub organisation: OrganisationId,
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
    /// Where they stand in for somebody, as seen on the day on which this was looked up: a right of days is never kept longer.
    pub stands_in: Vec<StandIn>,
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

/// The right to say who stands in for a person at an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MaySubstitute {
    by: PersonId,
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

    /// Whether the person answers for any organisation today, by a role or in somebody's place.
    pub fn answers(&self) -> bool {
        !self.answers_for().is_empty()
    }

    /// The organisations for which the person answers today, each once; what stands below them is not named.
    pub fn answers_for(&self) -> BTreeSet<OrganisationId> {
        self.nodes_of(&ANSWERING).chain(self.stands_in_now()).collect()
    }

    /// The organisations at which a role to answer was given to the person.
    pub fn answers_by_role(&self) -> BTreeSet<OrganisationId> {
        self.nodes_of(&ANSWERING).collect()
    }

    /// Whether the person is the head of `organisation`, or of one above it.
    pub fn heads(&self, organisation: OrganisationId, tree: &Tree) -> bool {
        self.check(&[Role::Head], organisation, tree).is_ok()
    }

    /// Whether this person administers `organisation`.
    pub fn administers(&self, organisation: OrganisationId, tree: &Tree) -> bool {
        self.check(&[Role::Administrator], organisation, tree).is_ok()
    }

    /// The right to answer for `organisation`: its officers and its head, those above it in the tree, and whoever stands in
    /// for one of them today.
    pub fn may_answer(&self, organisation: OrganisationId, tree: &Tree) -> Result<MayAnswer, Refusal> {
        self.check(&ANSWERING, organisation, tree)
            .or_else(|refusal| self.check_standing_in(organisation, tree, refusal))?;
        Ok(MayAnswer { person: self.person, organisation })
    }

    /// The right to say who stands in for `person` at `organisation`: one's own substitute, or as the head or an
    /// administrator there.
    pub fn may_substitute(
        &self,
        person: PersonId,
        organisation: OrganisationId,
        tree: &Tree,
    ) -> Result<MaySubstitute, Refusal> {
        let own = self.person == person && self.answers_by_role().contains(&organisation);
        if !own {
            self.check(&[Role::Head, Role::Administrator], organisation, tree)?;
        }
        Ok(MaySubstitute { by: self.person, person, organisation })
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

    /// The right to administer everything: what holds for the whole city is kept by who administers all of it.
    pub fn may_administer_all(&self, tree: &Tree) -> Result<MayAdminister, Refusal> {
        let right = self.may_administer(tree)?;
        if right.scope == Scope::All { Ok(right) } else { Err(Refusal::NotYours) }
    }

    /// The right to see: every role sees the organisations for which it was given, and those below.
    pub fn may_see(&self, tree: &Tree) -> Result<MaySee, Refusal> {
        let scope = self.scope_of(&Role::ALL, tree)?;
        Ok(MaySee { person: Some(self.person), scope })
    }

    /// Where this person controls: below all organisations for which they are a controller.
    pub fn controls(&self, tree: &Tree) -> Result<Scope, Refusal> {
        self.scope_of(&[Role::Controller], tree)
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
        let mut nodes: BTreeSet<_> = self.nodes_of(roles).collect();
        // Whoever stands in for an officer sees what the officer sees.
        if roles.contains(&Role::Officer) {
            nodes.extend(self.stands_in_now());
        }
        if nodes.is_empty() {
            return Err(Refusal::NotAllowed);
        }
        if nodes.iter().any(|node| tree.is_all_below(*node)) {
            return Ok(Scope::All);
        }
        Ok(Scope::Only(nodes.into_iter().flat_map(|node| tree.below(node)).collect()))
    }

    /// Passes when the person stands in there today. `refusal` is what is said to somebody who never did.
    fn check_standing_in(
        &self,
        organisation: OrganisationId,
        tree: &Tree,
        refusal: Refusal,
    ) -> Result<(), Refusal> {
        let there = |when| {
            let mut all = self.stands_in.iter();
            all.any(|one| one.when == when && tree.covers(one.organisation, organisation))
        };
        match () {
            () if there(When::Now) => Ok(()),
            () if there(When::Ahead) => Err(Refusal::SubstitutionAhead),
            () if there(When::Over) => Err(Refusal::SubstitutionOver),
            () => Err(refusal),
        }
    }

    fn stands_in_now(&self) -> impl Iterator<Item = OrganisationId> {
        self.stands_in.iter().filter(|one| one.when == When::Now).map(|one| one.organisation)
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

impl MaySubstitute {
    /// Who says it.
    pub fn by(&self) -> PersonId {
        self.by
    }

    /// Who is away.
    pub fn person(&self) -> PersonId {
        self.person
    }

    /// From where.
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
