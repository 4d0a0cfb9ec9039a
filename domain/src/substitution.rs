//! Who stands in for whom, and on which days.
//!
//! Whoever answers for an organisation and goes on leave names a colleague of the same organisation. For that range of days
//! the colleague is told and may answer, as if the role were theirs; before it and after it they may not. Nothing here is
//! looked up and no day is "today" by itself: the substitutions that were set and the day are given.

use chrono::NaiveDate;

use crate::{
    ids::{OrganisationId, PersonId},
    people::{Grant, MaySubstitute, Role, Tree, Who},
    refusal::Refusal,
};

/// A range of days, both ends in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// Where a day lies, as seen from a range of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The range is still to come.
    Ahead,
    /// The day is in the range.
    Now,
    /// The range is over.
    Over,
}

/// One person stands in for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Substitution {
    /// Who is away.
    pub person: PersonId,
    /// Who stands in.
    pub substitute: PersonId,
    /// For which organisation.
    pub organisation: OrganisationId,
    /// On which days.
    pub days: Days,
}

/// An organisation for which somebody stands in, stood in, or will, as seen on the day on which it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandIn {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Whether it is now.
    pub when: When,
}

impl Substitution {
    /// Whether the person is away or stands in.
    pub fn involves(&self, person: PersonId) -> bool {
        self.person == person || self.substitute == person
    }
}

impl Days {
    /// How the range lies on `day`.
    pub fn when(self, day: NaiveDate) -> When {
        match day {
            day if day < self.first => When::Ahead,
            day if day > self.last => When::Over,
            _ => When::Now,
        }
    }

    /// The days that both ranges have.
    fn common(self, other: Self) -> Option<Self> {
        let days = Self { first: self.first.max(other.first), last: self.last.min(other.last) };
        (days.first <= days.last).then_some(days)
    }
}

/// Lets `substitute` stand in for `absent` on these days, unless a rule stands in the way. `others` are the substitutions of
/// the same organisation that hold today or later.
pub fn substitute(
    right: &MaySubstitute,
    absent: &Who,
    substitute: &Who,
    days: Days,
    others: &[Substitution],
    tree: &Tree,
    today: NaiveDate,
) -> Result<Substitution, Refusal> {
    let organisation = right.organisation();
    if days.last < days.first {
        return Err(Refusal::LeaveEndsBeforeItBegins);
    }
    if days.last < today {
        return Err(Refusal::LeaveInThePast);
    }
    if !absent.answers_by_role().contains(&organisation) {
        return Err(Refusal::NotYours);
    }
    if absent.person == substitute.person {
        return Err(Refusal::SubstituteIsOneself);
    }
    if !may_stand_in(substitute, organisation, tree) {
        return Err(Refusal::CannotStandIn);
    }
    let others = || others.iter().filter(|one| one.organisation == organisation);
    if others().any(|one| one.person == absent.person && one.days.common(days).is_some()) {
        return Err(Refusal::LeaveOverlaps);
    }
    let others: Vec<_> = others().copied().collect();
    if comes_back(absent.person, substitute.person, days, &others, others.len()) {
        return Err(Refusal::SubstitutesInACircle);
    }
    Ok(Substitution { person: absent.person, substitute: substitute.person, organisation, days })
}

/// Whether this person can stand in at `organisation`: a colleague there or in a unit below, or somebody who answers for it
/// anyway. Not its controller: whoever closes does not answer.
pub fn may_stand_in(who: &Who, organisation: OrganisationId, tree: &Tree) -> bool {
    let belongs = |grant: &Grant| match grant.role {
        Role::Officer | Role::Head => {
            tree.covers(organisation, grant.organisation) || tree.covers(grant.organisation, organisation)
        }
        Role::Observer => tree.covers(organisation, grant.organisation),
        Role::Administrator | Role::Controller => false,
    };
    who.may_decide(organisation, tree).is_err() && who.grants.iter().any(belongs)
}

/// Who acts for `person` on `day`: the substitute, or the substitute's own substitute when that one is away as well.
pub fn acting_for(person: PersonId, day: NaiveDate, substitutions: &[Substitution]) -> PersonId {
    let next = |away: &PersonId| {
        let away = *away;
        let holds = |one: &&Substitution| one.person == away && one.days.when(day) == When::Now;
        substitutions.iter().find(holds).map(|one| one.substitute)
    };
    // The rules let no circle in; one in the data must still come to an end.
    std::iter::successors(Some(person), next).take(substitutions.len() + 1).last().unwrap_or(person)
}

/// Who answers on `day` when these persons hold the role: each once, those who are away replaced.
pub fn answering(holders: &[PersonId], day: NaiveDate, substitutions: &[Substitution]) -> Vec<PersonId> {
    let mut answering: Vec<PersonId> = Vec::with_capacity(holders.len());
    for holder in holders {
        let acting = acting_for(*holder, day, substitutions);
        if !answering.contains(&acting) {
            answering.push(acting);
        }
    }
    answering
}

/// Whether the line of substitutes that begins with `from` comes to `target` on some day of `days`.
fn comes_back(
    target: PersonId,
    from: PersonId,
    days: Days,
    others: &[Substitution],
    steps_left: usize,
) -> bool {
    steps_left > 0
        && others.iter().filter(|one| one.person == from).any(|one| {
            one.days.common(days).is_some_and(|days| {
                one.substitute == target || comes_back(target, one.substitute, days, others, steps_left - 1)
            })
        })
}

#[cfg(test)]
mod tests;
