//! The hours of a day: when the clock stops, and what is waited for and looked at then.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveTime};
use domain::clock::{Clock, in_tashkent, tashkent_day, tashkent_time};
use domain::people::Role;

use super::Play;
use super::hours::{EARLY, UNTIL, hour, speaks};
use super::kinds::Kind;
use super::ledger::{Awaited, Brought};
use super::model::{Reminder, Why};
use super::trouble::{Victim, Weather};

/// What people do at an hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Nothing,
    Report,
    Decide,
    ComeAndGo,
    ReportLate,
}

const WORKING_DAY: [(NaiveTime, Act); 7] = [
    (EARLY, Act::Nothing),
    (hour(9, 0, 5), Act::Nothing),
    (hour(10, 40, 0), Act::Report),
    (hour(14, 30, 0), Act::Decide),
    (hour(16, 0, 5), Act::ComeAndGo),
    (hour(18, 30, 0), Act::Nothing),
    (hour(19, 40, 0), Act::ReportLate),
];
const DAY_OFF: [(NaiveTime, Act); 2] = [(hour(9, 0, 5), Act::Nothing), (hour(12, 0, 0), Act::ReportLate)];

/// In hundredths of the time that is played: the weeks in which two processes run, and when everything is down.
const TWO_PROCESSES: [std::ops::Range<u64>; 2] = [22..30, 62..68];
const OUTAGE_FROM: u64 = 50;
/// So many days it lasts: from the digests of the first to the evening of the last.
const OUTAGE: u64 = 3;
const LAST_HOUR: NaiveTime = hour(10, 0, 0);
const WAKES: NaiveTime = hour(20, 30, 0);
/// An answer that never comes is waited for half a minute: in a short run that is left out.
const LONG: u64 = 60;
/// So many messages are on their way at most when the process dies: fewer than it sends at once, so that others get their turn.
const ON_THEIR_WAY: usize = 40;

impl Play {
    /// Plays a day.
    pub(super) async fn day(&mut self, number: u64, day: NaiveDate) -> anyhow::Result<()> {
        let outage = self.day_of_outage(number);
        self.goes_down = outage == Some(0);
        self.today = if self.goes_down { Weather::Crash } else { self.weather(number) };
        self.trouble.dawn(day, self.today);
        self.model.dawn();
        match outage {
            None => self.whole_day(number, day).await,
            Some(0) => self.last_morning(day).await,
            Some(of_outage) => {
                self.nothing_runs(day);
                if of_outage + 1 == OUTAGE { self.wake(day).await } else { Ok(()) }
            }
        }
    }

    async fn whole_day(&mut self, number: u64, day: NaiveDate) -> anyhow::Result<()> {
        let part = number * 100 / self.year.days.max(1);
        let two = self.year.faults && TWO_PROCESSES.iter().any(|weeks| weeks.contains(&part));
        self.clock.move_to(in_tashkent(day, hour(7, 0, 0)));
        self.run(if two { 2 } else { 1 }).await?;
        let hours = if self.city.works(day) { &WORKING_DAY[..] } else { &DAY_OFF[..] };
        for &(time, act) in hours {
            self.step(day, time, act).await?;
        }
        for term in self.model.unknown(day) {
            self.ledger.wrong(format!("on {day} nobody is asked for {term:?}"));
        }
        Ok(())
    }

    /// The machine dies while the digests go out, and stays dead.
    async fn last_morning(&mut self, day: NaiveDate) -> anyhow::Result<()> {
        self.clock.move_to(in_tashkent(day, hour(7, 0, 0)));
        self.run(1).await?;
        for &(time, act) in WORKING_DAY.iter().take_while(|(time, _)| *time < LAST_HOUR) {
            self.step(day, time, act).await?;
        }
        self.kill();
        Ok(())
    }

    fn nothing_runs(&mut self, day: NaiveDate) {
        // A list that was missed is simply owed later.
        let stages = self.model.reminders(&self.city, day).into_iter().filter(|one| one.why != Why::List);
        self.ledger.miss(stages.collect());
    }

    /// The machine is started again at an hour at which nobody may be written to.
    async fn wake(&mut self, day: NaiveDate) -> anyhow::Result<()> {
        self.clock.move_to(in_tashkent(day, WAKES));
        self.run(1).await?;
        self.step(day, WAKES, Act::Nothing).await
    }

    /// Which day of the outage it is, from 0.
    fn day_of_outage(&self, number: u64) -> Option<u64> {
        let from = self.year.days * OUTAGE_FROM / 100;
        number.checked_sub(from).filter(|of_outage| self.year.faults && *of_outage < OUTAGE)
    }

    async fn step(&mut self, day: NaiveDate, time: NaiveTime, act: Act) -> anyhow::Result<()> {
        self.clock.move_to(in_tashkent(day, time));
        self.model.begin();
        let due = self.fall_due();
        self.trouble.mark(self.victim_among(&due, day));
        self.quiet().await?;
        self.look(due).await?;
        let acted = match act {
            Act::Nothing => false,
            Act::Report => self.report(day, false).await?,
            Act::ReportLate => self.report(day, true).await?,
            Act::Decide => self.decide(day).await?,
            Act::ComeAndGo => self.come_and_go(day),
        };
        if acted {
            self.quiet().await?;
            self.note_who_moved();
            self.model.begin();
            self.look(Vec::new()).await?;
        }
        Ok(())
    }

    /// Enters into the ledger what has to be said at this moment besides reminders, and gives these.
    fn fall_due(&mut self) -> Vec<Reminder> {
        let (day, time) = (tashkent_day(self.clock.now()), tashkent_time(self.clock.now()));
        if (EARLY..UNTIL).contains(&time) {
            for (person, begins_a_week) in self.model.briefed(&self.city, day) {
                for kind in [Some(Kind::Brief), begins_a_week.then_some(Kind::Card)].into_iter().flatten() {
                    self.ledger.expect(Awaited { kind, person, obligation: 0, since: day });
                }
            }
        }
        if !speaks(time) {
            return Vec::new();
        }
        let due = self.model.reminders(&self.city, day);
        self.model.remind(&due);
        for (kind, person, obligation) in self.model.escalations(&self.city, day) {
            self.ledger.expect(Awaited { kind, person, obligation, since: day });
        }
        due
    }

    /// Whose digest is on its way when the process dies, or gets no answer. Officers alone: what a leader is told is not said again
    /// after a death.
    fn victim_among(&self, due: &[Reminder], day: NaiveDate) -> Option<Victim> {
        let mut people: Vec<_> = due.iter().map(|one| one.person).collect();
        people.retain(|person| self.city.people[*person].role == Role::Officer);
        people.dedup();
        let victim = self.chance.one_of(&people, ("victim", day))?;
        let chat_of = |person: usize| self.city.people[person].chat;
        let half =
            |person: &usize| *person != victim && self.chance.happens(500, ("on its way", person, day));
        let before: HashSet<_> = people.into_iter().filter(half).take(ON_THEIR_WAY).map(chat_of).collect();
        let mut after = before.clone();
        after.insert(chat_of(victim));
        let strikes = self.today_is_fatal() && self.strikes_in_the_morning(day);
        strikes.then(|| Victim { chat: chat_of(victim), before, after })
    }

    /// What goes wrong on a day.
    fn weather(&self, number: u64) -> Weather {
        let spell = |share: u64| self.year.days >= LONG && number == self.year.days * share / 100;
        let turn = usize::try_from(number / 2).unwrap_or_default();
        match number % 2 {
            _ if !self.year.faults => Weather::Calm,
            _ if spell(30) || spell(80) => Weather::Silence,
            0 => Weather::Calm,
            _ => Weather::BAD[turn % Weather::BAD.len()],
        }
    }

    /// Whether something happens today to one message that is chosen beforehand.
    pub(super) fn today_is_fatal(&self) -> bool {
        matches!(self.today, Weather::Crash | Weather::Silence)
    }

    /// Whether it happens to a digest, and not to news.
    pub(super) fn strikes_in_the_morning(&self, day: NaiveDate) -> bool {
        self.goes_down || self.chance.happens(600, ("in the morning", day))
    }

    /// Takes in what came to the chats, and which obligations are new.
    async fn look(&mut self, mut due: Vec<Reminder>) -> anyhow::Result<()> {
        let brought = Brought {
            calls: self.telegram.take_calls(),
            unsaid: self.trouble.take_unsaid(),
            doubted: self.trouble.take_doubted(),
            asked: std::mem::take(&mut self.asked),
        };
        let is_down = self.processes.is_empty();
        self.ledger.refusals(&self.city, &mut self.model, &brought);
        if !is_down {
            // In the place of whoever was found unreachable others are told at once.
            let known: HashSet<_> = due.iter().copied().collect();
            due.extend(self.fall_due().into_iter().filter(|one| !known.contains(one)));
        }
        let now = (self.clock.now(), is_down);
        let came = self.ledger.settle((&self.city, &mut self.model), now, &due, &brought);
        self.record.note(&self.city, &came)?;
        for kept in self.watch.obligations_after(self.model.last_known()).await? {
            self.model.learn(kept, &self.city);
        }
        Ok(())
    }
}
