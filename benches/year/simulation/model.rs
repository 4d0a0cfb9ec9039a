//! What should happen: who owes what, who hears of it, and which reminders a day brings, by the pure rules of the domain.
//!
//! It is fed with what people did and with what came to their chats, never with what the program keeps.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use chrono::{Days, NaiveDate, Weekday};
use domain::people::Role;
use domain::reminders::{Matter, Policy, Stage};

use super::chains::{Chains, Look};
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
    /// What it is, whatever its number: the term, and which of several such.
    pub(crate) key: (Term, usize),
    pub(crate) organisation: usize,
    pub(crate) due: NaiveDate,
    /// The day from which working days are counted: the due day, or that of a later return.
    pub(crate) counted_from: NaiveDate,
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
    made: HashMap<Term, usize>,
    /// What people heard before, or never will: the stages of each obligation, by person.
    said: HashSet<(usize, i64, Stage)>,
    /// The day of the last list that each person had.
    listed: HashMap<usize, NaiveDate>,
    /// The day of the last digest that was to remind this person of this obligation.
    reminded: HashMap<(usize, i64), NaiveDate>,
    /// Who heard of what is overdue.
    chains: Chains,
    /// Who had the digest of the day.
    had_digest: HashSet<usize>,
    /// For whom the brief of the day was written.
    had_brief: HashSet<usize>,
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
        self.had_brief.clear();
    }

    /// The clock was moved.
    pub(crate) fn begin(&mut self) {
        self.chains.begin();
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
        let (id, due) = (kept.id, kept.due);
        let term = Term { measure: kept.measure, organisation, due };
        let made = self.made.entry(term).or_default();
        let key = (term, *made);
        *made += 1;
        self.owed.insert(id, Owed { id, key, organisation, due, counted_from: due, life: Life::Open });
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
        let mut open: BTreeMap<usize, Vec<&Owed>> = BTreeMap::new();
        for owed in self.owed.values().filter(|owed| owed.life == Life::Open) {
            open.entry(owed.organisation).or_default().push(owed);
        }
        let mut reminders = Vec::new();
        for (organisation, open) in open {
            if !city.calendar.is_working(day, city.organisations[organisation].week) {
                continue;
            }
            for person in self.hearers(city, organisation) {
                if self.had_digest.contains(&person) {
                    continue;
                }
                for owed in &open {
                    let matter = matter(owed, city, day);
                    let list = self.is_listed(&matter, person).then_some(Why::List);
                    let reasons = matter.steps().map(Why::Stage).chain(list);
                    let all = reasons.map(|why| Reminder { person, obligation: owed.id, why, day });
                    reminders.extend(all.filter(|one| !self.was_said(one)));
                }
            }
        }
        reminders
    }

    /// All that stands in the digest of a person, whether it is said for the first time or not.
    pub(crate) fn shown(&self, city: &City, person: usize, day: NaiveDate) -> BTreeSet<i64> {
        let home = city.home_of(person);
        let open = self.owed.values().filter(|owed| owed.life == Life::Open);
        let own = open.filter(|owed| Some(owed.organisation) == home).filter(|owed| {
            let matter = matter(owed, city, day);
            matter.is_near() || self.is_listed(&matter, person)
        });
        own.map(|owed| owed.id).collect()
    }

    fn is_listed(&self, matter: &Matter<'_>, person: usize) -> bool {
        matter.is_listed() && matter.owes_list(self.listed.get(&person).copied())
    }

    /// These reminders stand in digests from now on.
    pub(crate) fn remind(&mut self, reminders: &[Reminder]) {
        for one in reminders.iter().filter(|one| one.why != Why::List) {
            self.reminded.insert((one.person, one.obligation), one.day);
        }
    }

    /// Who has to hear now of what is overdue.
    pub(crate) fn escalations(&mut self, city: &City, day: NaiveDate) -> Vec<(Kind, usize, i64)> {
        let look = Look { city, day, away: &self.away, reminded: &self.reminded };
        let mut told = Vec::new();
        for owed in self.owed.values().filter(|owed| owed.life == Life::Open && owed.counted_from < day) {
            if city.calendar.is_working(day, city.organisations[owed.organisation].week) {
                let heard = self.chains.go_on(owed, &look);
                told.extend(heard.into_iter().map(|(kind, person)| (kind, person, owed.id)));
            }
        }
        told
    }

    /// No message reaches this person any more: what they were told just now did not, either.
    pub(crate) fn lose(&mut self, person: usize) {
        self.away.insert(person);
        self.chains.refused(person);
    }

    /// The digest with this reminder was never sent.
    pub(crate) fn unsaid(&mut self, reminder: &Reminder) {
        self.reminded.remove(&(reminder.person, reminder.obligation));
        self.chains.unsaid(reminder.person, reminder.obligation);
    }

    /// Who gets the brief of a day now, and whether the weekly card with it.
    pub(crate) fn briefed(&mut self, city: &City, day: NaiveDate) -> Vec<(usize, bool)> {
        let works = |person: usize, day| city.calendar.is_working(day, city.week_of(person));
        let mut briefed = Vec::new();
        for (place, person) in city.people.iter().enumerate() {
            let is_due = person.role == Role::Controller && !self.away.contains(&place) && works(place, day);
            if is_due && self.had_brief.insert(place) {
                let of_week = day.week(Weekday::Mon).first_day().iter_days();
                let begins =
                    !of_week.take_while(|earlier| *earlier < day).any(|earlier| works(place, earlier));
                briefed.push((place, begins));
            }
        }
        briefed
    }

    /// A report was sent back: all begins anew.
    pub(crate) fn returned(&mut self, obligation: i64, day: NaiveDate) {
        if let Some(owed) = self.owed.get_mut(&obligation) {
            owed.counted_from = owed.due.max(day);
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
        matter(owed, city, day).steps().any(|stage| self.said.contains(&(person, owed.id, stage)))
    }

    /// Whether a reminder of it would still help.
    pub(crate) fn is_open(&self, obligation: i64) -> bool {
        self.owed.get(&obligation).is_some_and(|owed| owed.life == Life::Open)
    }

    /// The obligation goes on to this: of what is reported nobody need hear.
    pub(crate) fn becomes(&mut self, obligation: i64, life: Life) {
        if let Some(owed) = self.owed.get_mut(&obligation) {
            owed.life = life;
            self.chains.end(obligation);
        }
    }
}

/// The obligation as people are reminded of it on a day.
fn matter(owed: &Owed, city: &City, day: NaiveDate) -> Matter<'static> {
    static POLICY: LazyLock<Policy> = LazyLock::new(Policy::default);
    let week = city.organisations[owed.organisation].week;
    Matter::on(day, owed.due, None, &POLICY, &city.calendar, week)
}
