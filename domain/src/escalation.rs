//! Who hears of what is overdue, and when: the officer, the substitute, the head, the controller, the deputy hokim's brief.
//!
//! A chain is fixed when it starts and kept whole, so that an edit of the policy or a change of people does not break a running
//! one. What is to be done on a day follows from the kept steps alone: a planner that was away finds the one level that still
//! has to speak, and none of those that it missed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::{Week, WorkingCalendar};
use crate::codes::coded;
use crate::ids::PersonId;
use crate::people::Role;

coded! {
    /// A level of a chain, the lowest first.
    pub enum Level {
        /// The officers of the organisation: the morning digest speaks to them.
        Officer = "officer",
        /// Who stands in for them: the digest speaks to them, too.
        Substitute = "substitute",
        /// The head of the organisation.
        Head = "head",
        /// The nearest controller above it.
        Controller = "controller",
        /// The deputy hokim's brief: it speaks to every controller, so it always reaches somebody.
        Brief = "brief",
    }
}

impl Level {
    /// Whether the morning digest speaks to this level, so that a chain adds no message of its own.
    pub fn hears_by_digest(self) -> bool {
        matches!(self, Self::Officer | Self::Substitute)
    }

    /// The role that stands at this level; none for those that follow from another.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Officer => Some(Role::Officer),
            Self::Head => Some(Role::Head),
            Self::Controller => Some(Role::Controller),
            Self::Substitute | Self::Brief => None,
        }
    }
}

coded! {
    /// Where a step of a chain stands.
    pub enum StepState {
        /// Its day has not come, or it has not been looked at.
        Waiting = "waiting",
        /// A message to this person was written.
        Told = "told",
        /// Nobody could be reached: somebody has to call.
        Vacant = "vacant",
        /// A higher level spoke instead, or there is nothing to speak of any more.
        Over = "over",
    }
}

/// After how many working days each level hears. A setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// The head of the organisation.
    pub head: u8,
    /// The controller.
    pub controller: u8,
    /// The deputy hokim's brief.
    pub brief: u8,
}

impl Default for Policy {
    fn default() -> Self {
        Self { head: 1, controller: 3, brief: 5 }
    }
}

/// The days of a policy do not rise, or lie too far ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the days of the levels must rise, from 1 to {}", Policy::LAST)]
pub struct DaysDoNotRise;

impl Policy {
    /// The latest working day after the due day on which a level may hear.
    pub const LAST: u8 = 60;

    /// A policy whose days rise with the levels.
    pub fn new(head: u8, controller: u8, brief: u8) -> Result<Self, DaysDoNotRise> {
        let rises = (1..=controller).contains(&head) && (controller..=Self::LAST).contains(&brief);
        if rises { Ok(Self { head, controller, brief }) } else { Err(DaysDoNotRise) }
    }

    fn days(self, level: Level) -> u32 {
        match level {
            Level::Officer | Level::Substitute => 0,
            Level::Head => self.head.into(),
            Level::Controller => self.controller.into(),
            Level::Brief => self.brief.into(),
        }
    }
}

/// One person at one level, or a level at which there is nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The level.
    pub level: Level,
    /// The day on which it hears.
    pub day: NaiveDate,
    /// Who; none for a vacancy and for the brief.
    pub person: Option<PersonId>,
}

/// A chain as it was fixed when it started.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// The policy of that moment.
    pub policy: Policy,
    /// Its steps, the lowest level first.
    pub steps: Vec<Step>,
}

/// Who stood at each level when a chain started.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standby {
    /// The officers of the organisation.
    pub officers: Vec<PersonId>,
    /// Those who stand in for an officer on leave.
    pub substitutes: Vec<PersonId>,
    /// The heads of the organisation.
    pub heads: Vec<PersonId>,
    /// The controllers nearest above it.
    pub controllers: Vec<PersonId>,
}

impl Standby {
    fn at(&self, level: Level) -> &[PersonId] {
        match level {
            Level::Officer => &self.officers,
            Level::Substitute => &self.substitutes,
            Level::Head => &self.heads,
            Level::Controller => &self.controllers,
            Level::Brief => &[],
        }
    }
}

/// The day from which working days are counted: the due day, or the day of the return when the report was sent back later.
pub fn counted_from(due: NaiveDate, returned_on: Option<NaiveDate>) -> NaiveDate {
    returned_on.map_or(due, |returned| returned.max(due))
}

/// Fixes the chain of something that was to be done by `from`.
pub fn fix(
    policy: Policy,
    from: NaiveDate,
    standby: &Standby,
    calendar: &WorkingCalendar,
    week: Week,
) -> Chain {
    let last_chance = calendar.previous_working_on_or_before(from, week);
    let mut steps = Vec::new();
    for level in Level::ALL {
        let day = calendar.add_working_days(last_chance, policy.days(level), week);
        let people = standby.at(level);
        steps.extend(people.iter().map(|person| Step { level, day, person: Some(*person) }));
        // Most officers have no substitute: that is no vacancy.
        if people.is_empty() && level != Level::Substitute {
            steps.push(Step { level, day, person: None });
        }
    }
    Chain { policy, steps }
}

/// What is to be done with a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// This person is told now.
    Tell,
    /// The brief has it from today on, though its day has not come: all below are vacant.
    Bring,
    /// Nobody is reached here: the next level hears at once, and somebody has to call.
    Vacant,
    /// A higher level speaks instead.
    Over,
}

/// What is to be done on `today` with the steps of a chain, in the order of the chain.
///
/// Of the levels whose day has come the highest that can be reached speaks. A level at which nobody can be reached hands on at
/// once: the next one does not wait for its day.
pub fn moves(
    steps: &[(Step, StepState)],
    today: NaiveDate,
    reachable: impl Fn(PersonId) -> bool,
) -> Vec<(usize, Move)> {
    let reached = |step: &Step| step.person.is_some_and(&reachable) || step.level == Level::Brief;
    let mut moves = Vec::new();
    let (mut speaking, mut silent_below) = (None, false);
    for level in Level::ALL {
        let of_level: Vec<_> = (0..).zip(steps).filter(|(_, (step, _))| step.level == level).collect();
        let Some((_, (first, _))) = of_level.first() else { continue };
        if first.day > today && !silent_below {
            break;
        }
        silent_below = true;
        for (index, (step, state)) in of_level {
            match state {
                StepState::Waiting if !reached(step) => moves.push((index, Move::Vacant)),
                StepState::Waiting | StepState::Told => silent_below = false,
                StepState::Vacant | StepState::Over => {}
            }
        }
        if !silent_below {
            speaking = Some(level);
        }
    }
    for (index, (step, state)) in (0..).zip(steps) {
        if *state != StepState::Waiting || !reached(step) {
            continue;
        }
        match speaking {
            Some(level) if step.level < level => moves.push((index, Move::Over)),
            Some(level) if step.level == level => moves.extend(speak(step, today).map(|what| (index, what))),
            _ => {}
        }
    }
    moves.sort_by_key(|(index, _)| *index);
    moves
}

fn speak(step: &Step, today: NaiveDate) -> Option<Move> {
    match step.level {
        Level::Officer | Level::Substitute => None,
        Level::Head | Level::Controller => Some(Move::Tell),
        Level::Brief => (step.day > today).then_some(Move::Bring),
    }
}

#[cfg(test)]
mod tests;
