//! Who has to hear of what is overdue, level by level: the chains of `domain::escalation`, kept by what people did alone.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use domain::escalation::{Level, Move, Policy, Standby, Step, StepState, fix, moves};
use domain::ids::PersonId;

use super::city::City;
use super::kinds::Kind;
use super::model::Owed;

/// The chains of all that is overdue, by obligation.
#[derive(Default)]
pub(crate) struct Chains(BTreeMap<i64, Chain>);

struct Chain {
    steps: Vec<(Step, StepState)>,
    /// The steps that were told since the clock was last moved, by their places.
    fresh: HashSet<usize>,
}

/// What counts when a chain goes on.
pub(crate) struct Look<'a> {
    pub(crate) city: &'a City,
    pub(crate) day: NaiveDate,
    /// Whom no message reaches.
    pub(crate) away: &'a HashSet<usize>,
    /// The day of the last digest that reminded this person of this obligation.
    pub(crate) reminded: &'a HashMap<(usize, i64), NaiveDate>,
}

impl Chains {
    /// The clock was moved: what was told before has been heard.
    pub(crate) fn begin(&mut self) {
        for chain in self.0.values_mut() {
            chain.fresh.clear();
        }
    }

    /// Nobody need hear of it any more.
    pub(crate) fn end(&mut self, obligation: i64) {
        self.0.remove(&obligation);
    }

    /// Whatever this person was told just now did not reach them.
    pub(crate) fn refused(&mut self, person: usize) {
        for chain in self.0.values_mut() {
            chain.unheard(person, StepState::Vacant);
        }
    }

    /// The digest that told this person was never sent: it is said again.
    pub(crate) fn unsaid(&mut self, person: usize, obligation: i64) {
        if let Some(chain) = self.0.get_mut(&obligation) {
            chain.unheard(person, StepState::Waiting);
        }
    }

    /// Lets the chain of something overdue go on, on a day on which its organisation works, and gives who hears by a message of
    /// its own.
    pub(crate) fn go_on(&mut self, owed: &Owed, look: &Look<'_>) -> Vec<(Kind, usize)> {
        let chain = self.0.entry(owed.id).or_insert_with(|| Chain::begin(owed, look.city));
        chain.hear_by_digest(owed.id, look);
        let mut told = Vec::new();
        for (index, what) in moves(&chain.steps, look.day, |person| !look.away.contains(&place(person))) {
            let (step, state) = &mut chain.steps[index];
            match what {
                Move::Vacant => *state = StepState::Vacant,
                Move::Over => *state = StepState::Over,
                Move::Bring => step.day = look.day,
                Move::Tell => {
                    let Some(person) = step.person.map(place) else { continue };
                    // A controller's week may be shorter than that of the organisation: the step waits.
                    if look.city.calendar.is_working(look.day, look.city.week_of(person)) {
                        *state = StepState::Told;
                        chain.fresh.insert(index);
                        let kind = if step.level == Level::Head { Kind::ToHead } else { Kind::ToController };
                        told.push((kind, person));
                    }
                }
            }
        }
        told
    }
}

impl Chain {
    fn begin(owed: &Owed, city: &City) -> Self {
        let one = &city.organisations[owed.organisation];
        let ids = |people: &[usize]| people.iter().copied().map(id).collect();
        let standby = Standby {
            officers: ids(&one.officers),
            substitutes: Vec::new(),
            heads: ids(&one.heads),
            controllers: ids(&[one.controller]),
        };
        let chain = fix(Policy::default(), owed.counted_from, &standby, &city.calendar, one.week);
        let steps = chain.steps.into_iter().map(|step| (step, StepState::Waiting)).collect();
        Self { steps, fresh: HashSet::new() }
    }

    /// Whoever the digest reminds needs no message besides it: officers, and a head who stands in for them.
    fn hear_by_digest(&mut self, obligation: i64, look: &Look<'_>) {
        for (index, (step, state)) in self.steps.iter_mut().enumerate() {
            let reminded = step.person.and_then(|person| look.reminded.get(&(place(person), obligation)));
            if *state == StepState::Waiting && reminded.is_some_and(|day| *day >= step.day) {
                *state = StepState::Told;
                self.fresh.insert(index);
            }
        }
    }

    fn unheard(&mut self, person: usize, becomes: StepState) {
        for (index, (step, state)) in self.steps.iter_mut().enumerate() {
            if step.person == Some(id(person)) && self.fresh.remove(&index) {
                *state = becomes;
            }
        }
    }
}

/// People are named by their places in the city, in the rules by numbers.
fn id(place: usize) -> PersonId {
    PersonId(i64::try_from(place).unwrap_or_default())
}

fn place(person: PersonId) -> usize {
    usize::try_from(person.0).unwrap_or_default()
}
