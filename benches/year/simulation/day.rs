//! The hours of a day: when the clock stops, and what is waited for and looked at then.

use chrono::{NaiveDate, NaiveTime};
use domain::clock::{Clock, in_tashkent};

use super::Play;
use super::hours::{hour, speaks};
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

const BRIEF: NaiveTime = hour(8, 30, 0);
const WORKING_DAY: [(NaiveTime, Act); 7] = [
    (BRIEF, Act::Nothing),
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

impl Play {
    /// Plays a day.
    pub(super) async fn day(&mut self, number: u64, day: NaiveDate) -> anyhow::Result<()> {
        let outage = self.day_of_outage(number);
        self.goes_down = outage == Some(0);
        self.today = if self.goes_down { Weather::Crash } else { self.weather(number) };
        self.trouble.dawn(day, self.today);
        self.model.dawn();
        self.ledger.dawn();
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
        let due = if speaks(time) { self.model.reminders(&self.city, day) } else { Vec::new() };
        if speaks(time) {
            for (kind, person, obligation) in self.model.escalations(&self.city, day) {
                self.ledger.expect(Awaited { kind, person, obligation, since: day });
            }
        } else if time == BRIEF {
            for person in self.model.briefed(&self.city, day) {
                self.ledger.expect(Awaited { kind: Kind::Brief, person, obligation: 0, since: day });
            }
        }
        self.trouble.mark(self.victim_among(&due, day));
        self.quiet().await?;
        self.look(&due).await?;
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
            self.look(&[]).await?;
        }
        Ok(())
    }

    /// Whose digest is on its way when the process dies, or gets no answer.
    fn victim_among(&self, due: &[Reminder], day: NaiveDate) -> Option<Victim> {
        let mut people: Vec<_> = due.iter().map(|one| one.person).collect();
        people.dedup();
        let chat = self.city.people[self.chance.one_of(&people, ("victim", day))?].chat;
        let with = people.iter().map(|person| self.city.people[*person].chat).collect();
        let strikes = self.today_is_fatal() && self.strikes_in_the_morning(day);
        strikes.then_some(Victim { chat, with })
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
    async fn look(&mut self, due: &[Reminder]) -> anyhow::Result<()> {
        let brought = Brought {
            calls: self.telegram.take_calls(),
            unsaid: self.trouble.take_unsaid(),
            doubted: self.trouble.take_doubted(),
            asked: std::mem::take(&mut self.asked),
        };
        let is_down = self.processes.is_empty();
        self.ledger.settle((&self.city, &mut self.model), (self.clock.now(), is_down), due, &brought);
        for kept in self.watch.obligations_after(self.model.last_known()).await? {
            self.model.learn(kept, &self.city);
        }
        Ok(())
    }
}
