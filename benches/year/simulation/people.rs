//! What the people of the city do on a day, each by their own diligence: report, decide, block the bot, come back, leave.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use domain::clock::Clock;
use domain::language::Language;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::city::{Diligence, Person};
use super::kinds::Kind;
use super::ledger::Awaited;
use super::model::{Life, Owed};
use super::trouble::Victim;
use super::{Play, acts};

/// So many people use their phones at the same time.
const AT_ONCE: usize = 16;
/// In thousandths.
const ACCEPTED: u64 = 850;
const DECIDED_THAT_DAY: u64 = 700;
const BLOCKS_A_DAY: u64 = 2;
const RETURNS_A_DAY: u64 = 120;
/// Of those who block, so many delete their account instead, without a word.
const DELETES: u64 = 150;
const REPORTS_IN_THE_EVENING: u64 = 60;

/// Who blocked the bot and who came back in a step. The bot hears of it while it comes to rest.
#[derive(Default)]
pub(super) struct ComingAndGoing {
    left: Vec<usize>,
    back: Vec<usize>,
}

/// Something that one person does, and whether the bot let them.
struct Done<T> {
    person: usize,
    obligation: i64,
    with: T,
    let_through: bool,
}

impl Play {
    /// Officers report what they have done. `late`: on an evening or a day off, when only few do.
    pub(super) async fn report(&mut self, day: NaiveDate, late: bool) -> anyhow::Result<bool> {
        let mut plans: BTreeMap<usize, Vec<(i64, ())>> = BTreeMap::new();
        for owed in self.model.owed.values().filter(|owed| owed.life == Life::Open) {
            let hearers = self.model.hearers(&self.city, owed.organisation);
            let Some(person) = self.chance.one_of(&hearers, ("who", owed.key, day)) else { continue };
            // Who is gone does nothing, although the bot does not know it yet.
            if self.deleted.contains(&person) || !self.model.knows(person, owed, &self.city, day) {
                continue;
            }
            let urge = urge(&self.city.people[person], owed, day);
            let urge = if late { urge * REPORTS_IN_THE_EVENING / 1000 } else { urge };
            if self.chance.happens(urge, ("report", owed.key, day, late)) {
                plans.entry(person).or_default().push((owed.id, ()));
            }
        }
        self.trouble.mark(self.victim_of_news(&plans, day));
        let telegram = Arc::clone(&self.telegram);
        let done = self
            .all(plans, move |who, obligation, ()| {
                let telegram = Arc::clone(&telegram);
                async move { acts::report(&telegram, who, obligation).await }
            })
            .await?;
        for Done { person, obligation, let_through, .. } in &done {
            if !let_through {
                self.ledger.wrong(format!("on {day} person {person} could not report {obligation}"));
                continue;
            }
            self.model.becomes(*obligation, Life::Reported(*person));
            self.ledger.report.reported += 1;
            let controller = self.controller_of(*obligation);
            if let Some(person) = controller.filter(|person| !self.model.away.contains(person)) {
                self.ledger.expect(Awaited {
                    kind: Kind::Report,
                    person,
                    obligation: *obligation,
                    since: day,
                });
            }
        }
        Ok(!done.is_empty())
    }

    /// Controllers accept reports or send them back.
    pub(super) async fn decide(&mut self, day: NaiveDate) -> anyhow::Result<bool> {
        let mut plans: BTreeMap<usize, Vec<(i64, bool)>> = BTreeMap::new();
        for owed in self.model.owed.values().filter(|owed| matches!(owed.life, Life::Reported(_))) {
            let person = self.city.organisations[owed.organisation].controller;
            let today = self.chance.happens(DECIDED_THAT_DAY, ("decide", owed.key, day));
            if today && !self.model.away.contains(&person) && !self.deleted.contains(&person) {
                let accepts = self.chance.happens(ACCEPTED, ("accept", owed.key, day));
                plans.entry(person).or_default().push((owed.id, accepts));
            }
        }
        let telegram = Arc::clone(&self.telegram);
        let done = self
            .all(plans, move |who, obligation, accepts| {
                let telegram = Arc::clone(&telegram);
                async move { acts::decide(&telegram, who, obligation, accepts).await }
            })
            .await?;
        for Done { person, obligation, with: accepts, let_through } in &done {
            if !let_through {
                self.ledger.wrong(format!("on {day} person {person} could not decide about {obligation}"));
                continue;
            }
            self.decided(*obligation, *accepts, day);
        }
        Ok(!done.is_empty())
    }

    fn decided(&mut self, obligation: i64, accepts: bool, day: NaiveDate) {
        let Some(owed) = self.model.owed.get(&obligation).copied() else { return };
        let Life::Reported(reporter) = owed.life else { return };
        let listeners = if self.model.away.contains(&reporter) {
            self.model.hearers(&self.city, owed.organisation)
        } else {
            vec![reporter]
        };
        let (life, kind) = if accepts { (Life::Over, Kind::Accepted) } else { (Life::Open, Kind::Returned) };
        self.model.becomes(obligation, life);
        self.ledger.decided(&self.city, obligation, self.clock.now());
        if !accepts {
            self.model.returned(obligation, day);
        }
        for person in listeners {
            self.ledger.expect(Awaited { kind, person, obligation, since: day });
        }
    }

    /// Some block the bot, some come back, and some are gone for good. Of one organisation one at most: who hears in whose place
    /// would be a matter of moments.
    pub(super) fn come_and_go(&mut self, day: NaiveDate) -> bool {
        let mut coming_and_going = ComingAndGoing::default();
        let mut moved = HashSet::new();
        for (place, person) in self.city.people.iter().enumerate() {
            let (chat, home) = (person.chat, self.city.home_of(place));
            let is_away = self.model.away.contains(&place);
            if moved.contains(&home) || self.deleted.contains(&place) {
                continue;
            }
            if is_away && self.chance.happens(RETURNS_A_DAY, ("return", place, day)) {
                self.telegram.start(chat, None);
                self.asked.insert(chat);
                coming_and_going.back.push(place);
            } else if !is_away && self.chance.happens(BLOCKS_A_DAY, ("block", place, day)) {
                self.ledger.report.blocked += 1;
                if self.chance.happens(DELETES, ("delete", place)) {
                    self.telegram.deactivate(chat);
                    self.deleted.insert(place);
                    self.ledger.bury(chat);
                } else {
                    self.telegram.block(chat);
                    coming_and_going.left.push(place);
                }
            } else {
                continue;
            }
            moved.insert(home);
        }
        let moved = !coming_and_going.left.is_empty() || !coming_and_going.back.is_empty();
        self.coming_and_going = coming_and_going;
        moved
    }

    /// The bot knows by now who blocked it and who is back.
    pub(super) fn note_who_moved(&mut self) {
        let ComingAndGoing { left, back } = std::mem::take(&mut self.coming_and_going);
        for place in back {
            self.model.away.remove(&place);
            self.ledger.open(self.city.people[place].chat);
        }
        for place in left {
            self.model.away.insert(place);
            self.ledger.silence(self.city.people[place].chat);
        }
    }

    /// Whose controller's news are on their way when the process dies, or get no answer.
    fn victim_of_news(&self, plans: &BTreeMap<usize, Vec<(i64, ())>>, day: NaiveDate) -> Option<Victim> {
        let reported =
            plans.values().flatten().filter_map(|(obligation, ())| self.model.owed.get(obligation));
        let mut reported: Vec<_> = reported.map(|owed| (owed.key, owed.organisation)).collect();
        reported.sort_unstable();
        let chat_of = |organisation: usize| {
            let controller = self.city.organisations[organisation].controller;
            self.city.people[controller].chat
        };
        let (_, organisation) = self.chance.one_of(&reported, ("victim of news", day))?;
        let after = reported.iter().map(|(_, organisation)| chat_of(*organisation)).collect();
        let strikes = self.today_is_fatal() && !self.strikes_in_the_morning(day);
        strikes.then(|| Victim { chat: chat_of(organisation), before: HashSet::new(), after })
    }

    async fn all<T, F, A>(
        &mut self,
        plans: BTreeMap<usize, Vec<(i64, T)>>,
        act: F,
    ) -> anyhow::Result<Vec<Done<T>>>
    where
        T: Copy + Send + 'static,
        F: Fn((i64, Language), i64, T) -> A + Clone + Send + 'static,
        A: Future<Output = bool> + Send,
    {
        let room = Arc::new(Semaphore::new(AT_ONCE));
        let mut people = JoinSet::new();
        for (person, does) in plans {
            let (chat, language) = (self.city.people[person].chat, self.city.people[person].language);
            let (room, act) = (Arc::clone(&room), act.clone());
            self.asked.insert(chat);
            people.spawn(async move {
                // The room is never closed.
                let _place = room.acquire().await;
                let mut done = Vec::with_capacity(does.len());
                for (obligation, with) in does {
                    let let_through = act((chat, language), obligation, with).await;
                    done.push(Done { person, obligation, with, let_through });
                }
                done
            });
        }
        self.trouble.spare(self.asked.clone());
        let mut all = Vec::new();
        loop {
            tokio::select! {
                ended = people.join_next() => match ended {
                    Some(ended) => all.extend(ended?),
                    None => break,
                },
                () = tokio::time::sleep(std::time::Duration::from_millis(5)) => {
                    if self.trouble.has_struck() {
                        self.crash().await?;
                    }
                }
            }
        }
        self.trouble.spare(HashSet::new());
        all.sort_by_key(|done| (done.person, done.obligation));
        Ok(all)
    }

    fn controller_of(&self, obligation: i64) -> Option<usize> {
        let owed = self.model.owed.get(&obligation)?;
        Some(self.city.organisations[owed.organisation].controller)
    }
}

/// How likely it is that a person reports this today, in thousandths.
fn urge(person: &Person, owed: &Owed, day: NaiveDate) -> u64 {
    let left = (owed.due - day).num_days();
    match (person.diligence, left) {
        (Diligence::Early, 1..) => 150,
        (Diligence::Early, 0) => 600,
        (Diligence::OnTheDay, 0) => 700,
        (Diligence::OnTheDay, 1..=3) => 100,
        (Diligence::Early | Diligence::OnTheDay, ..0) => 350,
        (Diligence::Late, ..0) => 200,
        (Diligence::Hardly, ..0) => 40,
        (Diligence::OnTheDay | Diligence::Late | Diligence::Hardly, _) => 8,
    }
}
