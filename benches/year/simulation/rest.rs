//! The program between two looks: it runs, comes to rest, or dies.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use anyhow::ensure;
use chrono::TimeDelta;
use domain::clock::Clock;

use super::Play;
use super::process::Process;
use super::watch::Work;

/// Nothing takes longer than this to come to rest.
const PATIENCE: Duration = Duration::from_mins(3);
/// When nothing has moved for so long although something is to be done, time has to pass, …
const STILL: Duration = Duration::from_secs(2);
/// … so much of it.
const PASSES: TimeDelta = TimeDelta::seconds(20);
/// A message that waits for longer than this is not waited for.
const SOON: TimeDelta = TimeDelta::minutes(15);

impl Play {
    /// Lets so many processes run, one of which takes updates in.
    pub(super) async fn run(&mut self, processes: usize) -> anyhow::Result<()> {
        while self.processes.len() > processes {
            if let Some(process) = self.processes.pop() {
                process.stop().await;
            }
        }
        while self.processes.len() < processes {
            let takes_updates = self.processes.is_empty();
            self.processes.push(Process::start(&self.ground, takes_updates).await?);
        }
        Ok(())
    }

    /// Waits until nothing is left to do at this moment, however much comes of what is done.
    pub(super) async fn quiet(&mut self) -> anyhow::Result<()> {
        self.tick().await?;
        while !self.processes.is_empty() {
            self.nothing_due().await?;
            for process in &self.processes {
                process.answered().await;
            }
            // Whoever was found unreachable, or asked for something just now, gives the planners more to do.
            self.tick().await?;
            if !self.work().await?.is_done() {
                continue;
            }
            if !self.trouble.strikes_us() {
                break;
            }
            self.crash().await?;
        }
        Ok(())
    }

    /// Waits until nothing is due but what stands still.
    async fn nothing_due(&mut self) -> anyhow::Result<()> {
        let (began, mut moved, mut last) = (Instant::now(), Instant::now(), Work::default());
        loop {
            let (now, work) = (self.clock.now(), self.work().await?);
            ensure!(began.elapsed() < PATIENCE, "it does not come to rest: {work:?}");
            let talks = self.telegram.pending_update_count() > 0;
            if work != last || talks {
                (moved, last) = (Instant::now(), work.clone());
            }
            match work.next {
                _ if talks => {}
                _ if work.news > 0 => self.tick().await?,
                Some(next) if work.is_done() && next - now < SOON => self.pass(next - now),
                _ if work.is_done() => return Ok(()),
                _ if moved.elapsed() > STILL => {
                    self.pass(PASSES);
                    moved = Instant::now();
                }
                _ => {}
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    }

    async fn work(&mut self) -> anyhow::Result<Work> {
        self.watch.work(self.clock.now(), &self.trouble.still()).await
    }

    /// Time passes.
    fn pass(&self, time: TimeDelta) {
        self.clock.advance(time);
        for process in &self.processes {
            process.nudge();
        }
    }

    /// Nothing runs any more.
    pub(super) fn kill(&mut self) {
        self.processes.clear();
    }

    /// Waits until every planner has run through.
    async fn tick(&self) -> anyhow::Result<()> {
        for process in &self.processes {
            process.ticked().await?;
        }
        Ok(())
    }

    /// Our process dies while a message is on its way. Everything else stands still meanwhile, so that it is this message, and
    /// no other, of which nobody can say whether it came.
    pub(super) async fn crash(&mut self) -> anyhow::Result<()> {
        let (mut before, mut same) = (None, 0);
        let began = Instant::now();
        while same < 5 {
            ensure!(began.elapsed() < PATIENCE, "what was answered is not marked");
            tokio::time::sleep(Duration::from_millis(10)).await;
            let held = self.trouble.held();
            let unmarked: HashSet<_> = self.watch.claimed().await?.difference(&held).copied().collect();
            same = if before.as_ref() == Some(&unmarked) { same + 1 } else { 0 };
            before = Some(unmarked);
        }
        let running = self.processes.len();
        self.kill();
        self.ledger.report.crashes += 1;
        self.trouble.go_on();
        if self.goes_down {
            return Ok(());
        }
        self.run(running).await?;
        self.tick().await
    }
}

impl Work {
    fn is_done(&self) -> bool {
        self.due == 0 && self.sending == 0 && self.news == 0
    }
}
