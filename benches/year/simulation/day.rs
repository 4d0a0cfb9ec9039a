//! The hours of a day: when the clock stops, and what is waited for and looked at then.

use chrono::{NaiveDate, NaiveTime};
use domain::clock::{Clock, in_tashkent};

use super::Play;
use super::hours::{hour, speaks};
use super::ledger::Brought;
use super::model::{Reminder, Why};
use super::trouble::Weather;

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
    (hour(8, 30, 0), Act::Nothing),
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
/// So many days nothing runs.
const OUTAGE: u64 = 3;

impl Play {
    /// Plays a day.
    pub(super) async fn day(&mut self, number: u64, day: NaiveDate) -> anyhow::Result<()> {
        self.today = self.weather(number);
        self.trouble.dawn(day, self.today);
        self.model.dawn();
        if self.is_down(number) {
            for process in self.processes.drain(..) {
                process.kill();
            }
            // A list that was missed is simply owed later.
            let stages = self.model.reminders(&self.city, day).into_iter().filter(|one| one.why != Why::List);
            self.ledger.miss(stages.collect());
            return Ok(());
        }
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

    fn is_down(&self, number: u64) -> bool {
        let from = self.year.days * OUTAGE_FROM / 100;
        self.year.faults && (from..from + OUTAGE).contains(&number)
    }

    async fn step(&mut self, day: NaiveDate, time: NaiveTime, act: Act) -> anyhow::Result<()> {
        self.clock.move_to(in_tashkent(day, time));
        let due = if speaks(time) { self.model.reminders(&self.city, day) } else { Vec::new() };
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
    fn victim_among(&self, due: &[Reminder], day: NaiveDate) -> Option<i64> {
        let mut people: Vec<_> = due.iter().map(|one| one.person).collect();
        people.dedup();
        let victim = self.chance.one_of(&people, ("victim", day))?;
        let strikes = self.today_is_fatal() && self.strikes_in_the_morning(day);
        strikes.then(|| self.city.people[victim].chat)
    }

    /// Whether something happens today to one message that is chosen beforehand.
    pub(super) fn today_is_fatal(&self) -> bool {
        matches!(self.today, Weather::Crash | Weather::Silence)
    }

    /// Whether it happens to a digest, and not to news.
    pub(super) fn strikes_in_the_morning(&self, day: NaiveDate) -> bool {
        self.chance.happens(600, ("in the morning", day))
    }

    /// Takes in what came to the chats, and which obligations are new.
    async fn look(&mut self, due: &[Reminder]) -> anyhow::Result<()> {
        let brought = Brought {
            calls: self.telegram.take_calls(),
            unsaid: self.trouble.take_unsaid(),
            asked: std::mem::take(&mut self.asked),
        };
        self.ledger.settle((&self.city, &mut self.model), self.clock.now(), due, &brought);
        for kept in self.watch.obligations_after(self.model.last_known()).await? {
            self.model.learn(kept, &self.city);
        }
        Ok(())
    }
}
