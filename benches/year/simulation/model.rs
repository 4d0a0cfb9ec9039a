//! What should happen: who owes what, who hears of it, and which reminders a day brings, by the pure rules of the domain.
//!
//! It is fed with what people did and with what came to their chats, never with what the program keeps.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Days, NaiveDate};
use domain::escalation::{Level, Policy as Policies};
use domain::people::Role;
use domain::reminders::{Matter, Policy, Stage};

use super::city::City;
use super::kinds::Kind;
use super::plan::{Plan, Term};
use super::watch::Kept;

/// Whatever falls due within so many days has to be known to the program.
const KNOWN_AHEAD: Days = Days::new(60);

/// How far an obligation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Life {
    Open,
    /// This person reported it; it waits for a decision.
    Reported(usize),
    Over,
}

/// One obligation. Organisations and people are named by their places in the city.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Owed {
    pub(crate) id: i64,
    pub(crate) organisation: usize,
    pub(crate) due: NaiveDate,
    /// The day from which working days are counted: the due day, or that of a later return.
    counted_from: NaiveDate,
    pub(crate) life: Life,
}

/// Why a digest names an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Why {
    /// It came to this stage.
    Stage(Stage),
    /// It stands on the list of all that falls due soon.
    List,
}

/// A person is to hear of an obligation, for this reason, on this day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Reminder {
    pub(crate) person: usize,
    pub(crate) obligation: i64,
    pub(crate) why: Why,
    pub(crate) day: NaiveDate,
}

/// The world as the people in it know it.
#[derive(Default)]
pub(crate) struct Model {
    pub(crate) owed: BTreeMap<i64, Owed>,
    last_known: i64,
    unmade: HashMap<Term, usize>,
    /// What people heard before, or never will: the stages of each obligation, by person.
    said: HashSet<(usize, i64, Stage)>,
    /// The day of the last list that each person had.
    listed: HashMap<usize, NaiveDate>,
    /// Whose turn it was to hear of what is overdue: the obligation and the level.
    escalated: HashSet<(i64, Level)>,
    /// Who had the digest of the day.
    had_digest: HashSet<usize>,
    /// Whom no message reaches, as far as the program can know.
    pub(crate) away: HashSet<usize>,
}

impl Model {
    /// The world in which this plan begins.
    pub(crate) fn of(plan: &Plan, city: &City, last: NaiveDate) -> Self {
        let mut model = Self::default();
        for term in plan.terms(city, last) {
            *model.unmade.entry(term).or_default() += 1;
        }
        model
    }

    /// A new day begins.
    pub(crate) fn dawn(&mut self) {
        self.had_digest.clear();
    }

    /// The number up to which obligations are known.
    pub(crate) fn last_known(&self) -> i64 {
        self.last_known
    }

    /// Takes in under which number an obligation is kept. `false`: no rule asks for it.
    pub(crate) fn learn(&mut self, kept: Kept, city: &City) -> bool {
        self.last_known = self.last_known.max(kept.id);
        let mut organisations = city.organisations.iter();
        let Some(organisation) = organisations.position(|one| one.id.0 == kept.organisation) else {
            return false;
        };
        let owed =
            Owed { id: kept.id, organisation, due: kept.due, counted_from: kept.due, life: Life::Open };
        self.owed.insert(kept.id, owed);
        let term = Term { measure: kept.measure, organisation, due: kept.due };
        match self.unmade.get_mut(&term) {
            Some(1) => self.unmade.remove(&term).is_some(),
            Some(times) => {
                *times -= 1;
                true
            }
            // What comes again goes on after the time that is played.
            None => false,
        }
    }

    /// What the rules ask for soon and the program does not know.
    pub(crate) fn unknown(&self, day: NaiveDate) -> Vec<Term> {
        let mut unknown: Vec<_> =
            self.unmade.keys().filter(|term| term.due <= day + KNOWN_AHEAD).copied().collect();
        unknown.sort();
        unknown
    }

    /// Who hears what concerns an organisation: its officers, or its heads where no officer is reached.
    pub(crate) fn hearers(&self, city: &City, organisation: usize) -> Vec<usize> {
        let one = &city.organisations[organisation];
        let reached = |people: &[usize]| {
            people.iter().filter(|person| !self.away.contains(person)).copied().collect::<Vec<_>>()
        };
        let officers = reached(&one.officers);
        if officers.is_empty() { reached(&one.heads) } else { officers }
    }

    /// The reminders that a day brings to those who have not had its digest.
    pub(crate) fn reminders(&self, city: &City, day: NaiveDate) -> Vec<Reminder> {
        let policy = Policy::default();
        let mut open: BTreeMap<usize, Vec<&Owed>> = BTreeMap::new();
        for owed in self.owed.values().filter(|owed| owed.life == Life::Open) {
            open.entry(owed.organisation).or_default().push(owed);
        }
        let mut reminders = Vec::new();
        for (organisation, open) in open {
            let week = city.organisations[organisation].week;
            if !city.calendar.is_working(day, week) {
                continue;
            }
            for person in self.hearers(city, organisation) {
                if self.had_digest.contains(&person) {
                    continue;
                }
                let listed = self.listed.get(&person).copied();
                for owed in &open {
                    let matter = Matter::on(day, owed.due, None, &policy, &city.calendar, week);
                    let list = matter.is_listed() && matter.owes_list(listed);
                    let reasons = matter.steps().map(Why::Stage).chain(list.then_some(Why::List));
                    let all = reasons.map(|why| Reminder { person, obligation: owed.id, why, day });
                    reminders.extend(all.filter(|one| !self.was_said(one)));
                }
            }
        }
        reminders
    }

    /// Who has to hear today of what is overdue: of the levels whose day has come the highest one, and the controller at once
    /// where no head is reached.
    pub(crate) fn escalations(&mut self, city: &City, day: NaiveDate) -> Vec<(Kind, usize, i64)> {
        let policy = Policies::default();
        let mut told = Vec::new();
        for owed in self.owed.values().filter(|owed| owed.life == Life::Open && owed.counted_from < day) {
            let one = &city.organisations[owed.organisation];
            if !city.calendar.is_working(day, one.week) {
                continue;
            }
            let late = days_late(city, owed, day);
            let first = |level| !self.escalated.contains(&(owed.id, level));
            let heads: Vec<_> = one.heads.iter().filter(|head| !self.away.contains(head)).copied().collect();
            let to_head = late >= i64::from(policy.head) && first(Level::Head);
            let hands_on = to_head && heads.is_empty();
            if (late >= i64::from(policy.controller) || hands_on) && first(Level::Controller) {
                self.escalated.extend([Level::Head, Level::Controller].map(|level| (owed.id, level)));
                if !self.away.contains(&one.controller) {
                    told.push((Kind::ToController, one.controller, owed.id));
                }
            } else if to_head {
                self.escalated.insert((owed.id, Level::Head));
                // A head who stands in for the officers hears by the digest.
                let hearers = self.hearers(city, owed.organisation);
                let others = heads.into_iter().filter(|head| !hearers.contains(head));
                told.extend(others.map(|head| (Kind::ToHead, head, owed.id)));
            }
        }
        told
    }

    /// Whether the day has come on which a higher level hears what this one could not be told in time.
    pub(crate) fn went_higher(&self, kind: Kind, obligation: i64, city: &City, day: NaiveDate) -> bool {
        match kind {
            Kind::ToHead => self.escalated.contains(&(obligation, Level::Controller)),
            Kind::ToController => self
                .owed
                .get(&obligation)
                .is_some_and(|owed| days_late(city, owed, day) >= i64::from(Policies::default().brief)),
            _ => false,
        }
    }

    /// Who gets the brief of a day.
    pub(crate) fn briefed(&self, city: &City, day: NaiveDate) -> Vec<usize> {
        let works = |person: &usize| city.calendar.is_working(day, city.week_of(*person));
        let controllers = (0..city.people.len()).filter(|one| city.people[*one].role == Role::Controller);
        controllers.filter(|one| !self.away.contains(one)).filter(works).collect()
    }

    /// A report was sent back: all begins anew.
    pub(crate) fn returned(&mut self, obligation: i64, day: NaiveDate) {
        if let Some(owed) = self.owed.get_mut(&obligation) {
            owed.counted_from = owed.due.max(day);
            self.escalated.retain(|(escalated, _)| *escalated != obligation);
        }
    }

    /// This was said, or will never be.
    pub(crate) fn note(&mut self, reminder: &Reminder) {
        match reminder.why {
            Why::Stage(stage) => {
                self.said.insert((reminder.person, reminder.obligation, stage));
            }
            Why::List => {
                self.listed.insert(reminder.person, reminder.day);
            }
        }
    }

    /// Whether this was noted.
    pub(crate) fn was_said(&self, reminder: &Reminder) -> bool {
        match reminder.why {
            Why::Stage(stage) => self.said.contains(&(reminder.person, reminder.obligation, stage)),
            Why::List => false,
        }
    }

    /// The person had the digest of today.
    pub(crate) fn digested(&mut self, person: usize) {
        self.had_digest.insert(person);
    }

    /// Whether the person has heard of the obligation.
    pub(crate) fn knows(&self, person: usize, owed: &Owed, city: &City, day: NaiveDate) -> bool {
        let (policy, week) = (Policy::default(), city.organisations[owed.organisation].week);
        let mut steps = Matter::on(day, owed.due, None, &policy, &city.calendar, week).steps();
        steps.any(|stage| self.said.contains(&(person, owed.id, stage)))
    }

    /// Whether a reminder of it would still help.
    pub(crate) fn is_open(&self, obligation: i64) -> bool {
        self.owed.get(&obligation).is_some_and(|owed| owed.life == Life::Open)
    }

    /// The obligation goes on to this.
    pub(crate) fn becomes(&mut self, obligation: i64, life: Life) {
        if let Some(owed) = self.owed.get_mut(&obligation) {
            owed.life = life;
        }
    }
}

/// Working days since the last one on which it could be done.
fn days_late(city: &City, owed: &Owed, day: NaiveDate) -> i64 {
    let week = city.organisations[owed.organisation].week;
    let last_chance = city.calendar.previous_working_on_or_before(owed.counted_from, week);
    city.calendar.working_days_between(last_chance, day, week)
}
