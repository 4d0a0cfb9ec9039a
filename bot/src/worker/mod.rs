//! Looks at what is kept and at the clock, and does what is missing: obligations, digests, news, cleaning up, files.
//!
//! Each step is idempotent and begins from the database alone, so running it twice, in two processes, or after a week's outage
//! is all the same. Nothing is retried inside: the next tick is the retry. Files are fetched beside the ticks, because a slow
//! file must not keep news and digests waiting.

mod assignments;
mod audit;
mod brief;
mod digest;
mod escalation;
mod evidence;
mod hours;
pub(crate) mod news;
mod reports;
mod retention;
mod sweeping;
mod timetable;

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use store::{StoreError, findings, obligations};
use tokio::sync::Notify;
use tokio::time::sleep;

use crate::Stop;
use crate::client::Client;
use crate::ctx::Ctx;
use crate::health::Pulse;
use crate::intake::Intake;

/// Time alone makes work: the worker looks so often.
const REST: Duration = Duration::from_secs(20);
/// Commits come in crowds: they are answered with one look.
const CALM: Duration = Duration::from_millis(200);

/// What a tick needs.
pub(crate) struct Worker {
    ctx: Ctx,
    client: Client,
    files: std::path::PathBuf,
    pulse: Arc<Pulse>,
    nudge: Arc<Notify>,
    intake: Intake,
    digests: digest::Digests,
    briefs: brief::Briefs,
}

/// Files that wait are looked for so often at most.
const BETWEEN_FILES: Duration = Duration::from_secs(2);

/// It is kept so often that the planner runs.
const BETWEEN_SIGNS: Duration = Duration::from_mins(1);

/// Which expensive looks were taken already; forgetting it costs only time.
#[derive(Debug, Default)]
struct Memory {
    /// The day for which obligations were made, and how large the plan was.
    obligations_of: Option<(NaiveDate, obligations::PlanSize)>,
    cleaned_on: Option<NaiveDate>,
    /// When it was last kept that the planner runs: by the machine's time, and by the clock's.
    kept: Option<(Instant, DateTime<Utc>)>,
    digests: digest::Memory,
    briefs: brief::Memory,
    escalation: escalation::Memory,
}

impl Worker {
    pub(crate) fn new(
        ctx: Ctx,
        client: Client,
        files: std::path::PathBuf,
        pulse: Arc<Pulse>,
        nudge: Arc<Notify>,
        intake: Intake,
    ) -> Result<Self, cron::error::Error> {
        let (digests, briefs) = (digest::Digests::new()?, brief::Briefs::new()?);
        Ok(Self { ctx, client, files, pulse, nudge, intake, digests, briefs })
    }

    /// Ticks, fetches and audits until it is told to stop.
    pub(crate) async fn run(&self, stop: Stop) {
        tokio::join!(self.plan(stop.clone()), self.fetch_files(stop.clone()), audit::run(&self.ctx, stop));
    }

    async fn fetch_files(&self, mut stop: Stop) {
        let mut rests = evidence::Rests::default();
        let mut changes = self.ctx.store.changes();
        while !*stop.borrow() {
            changes.mark_unchanged();
            tokio::select! {
                fetched = evidence::fetch_waiting(&self.ctx, &self.client, &self.files, &mut rests) => {
                    if let Err(error) = fetched {
                        tracing::error!("files cannot be fetched, the next look tries again: {error:#}");
                    }
                }
                // What was fetched by half is fetched anew after the next start.
                _ = stop.changed() => break,
            }
            let wake = async {
                sleep(BETWEEN_FILES).await;
                let _ = changes.changed().await;
            };
            tokio::select! {
                () = sleep(REST) => {}
                () = wake => {}
                _ = stop.changed() => break,
            }
        }
    }

    async fn plan(&self, mut stop: Stop) {
        let mut changes = self.ctx.store.changes();
        let mut memory = Memory::default();
        while !*stop.borrow() {
            changes.mark_unchanged();
            self.tick_and_tell(&mut memory).await;
            let crowd = async {
                tokio::select! {
                    () = sleep(REST) => {}
                    _ = changes.changed() => sleep(CALM).await,
                }
            };
            tokio::select! {
                () = self.nudge.notified() => memory = Memory::default(),
                () = crowd => {}
                _ = stop.changed() => break,
            }
        }
    }

    async fn tick_and_tell(&self, memory: &mut Memory) {
        let begun = Instant::now();
        match self.tick(memory).await {
            Ok(()) => {
                self.pulse.tick(self.ctx.clock.now());
                self.keep_that_it_runs(memory).await;
            }
            Err(error) => {
                tracing::error!("a tick of the planner failed, the next one tries again: {error:#}");
                self.pulse.tick_trouble(format!("{error:#}"));
            }
        }
        metrics::histogram!("nazorat_tick_seconds").record(begun.elapsed().as_secs_f64());
    }

    /// Other processes, the panel and the auditor learn from the database that the planner runs.
    async fn keep_that_it_runs(&self, memory: &mut Memory) {
        let now = self.ctx.clock.now();
        let fresh = |(at, kept): (Instant, DateTime<Utc>)| {
            at.elapsed() < BETWEEN_SIGNS && (now - kept).abs() < TimeDelta::minutes(1)
        };
        if memory.kept.is_some_and(fresh) {
            return;
        }
        let kept = self.ctx.store.write(move |conn| Box::pin(findings::planner_ran(conn, now))).await;
        match kept {
            Ok(()) => memory.kept = Some((Instant::now(), now)),
            Err(error) => {
                let error: StoreError = error;
                tracing::error!(error = &error as &dyn std::error::Error, "the sign of life was not kept");
            }
        }
    }

    /// Does what is missing. A step that fails does not keep the others from being tried.
    async fn tick(&self, memory: &mut Memory) -> anyhow::Result<()> {
        let steps = [
            ("obligations", self.obligations(memory).await),
            ("assignments", assignments::end_groundless(&self.ctx).await),
            ("what came too late", sweeping::drop_expired(&self.ctx).await),
            ("what waits for the morning", hours::put_off(&self.ctx).await),
            ("updates to be tried again", sweeping::try_again(&self.ctx, &self.intake).await),
            ("news", news::tell_all(&self.ctx).await),
            ("reports that say more", reports::refresh(&self.ctx).await),
            ("digests", self.digests.plan(&self.ctx, &mut memory.digests).await),
            ("escalation", escalation::plan(&self.ctx, &mut memory.escalation).await),
            ("briefs", self.briefs.plan(&self.ctx, &mut memory.briefs).await),
            ("cleaning up", self.clean_up(memory).await),
        ];
        let mut failed = None;
        for (step, result) in steps {
            if let Err(error) = result {
                let error = error.context(format!("while planning: {step}"));
                if let Some(earlier) = failed.replace(error) {
                    tracing::error!("{earlier:#}");
                }
            }
        }
        failed.map_or(Ok(()), Err)
    }

    /// Once a day, and whenever a measure came or its rule was confirmed.
    async fn obligations(&self, memory: &mut Memory) -> anyhow::Result<()> {
        let (today, now) = (self.ctx.clock.today(), self.ctx.clock.now());
        let plan = self.ctx.store.read(|conn| Box::pin(obligations::size_of_plan(conn))).await?;
        if memory.obligations_of == Some((today, plan)) {
            return Ok(());
        }
        let catalogue = self.ctx.store.catalogue().await?;
        let made = obligations::create_missing(&self.ctx.store, &catalogue, today, now).await?;
        if made > 0 {
            tracing::info!(made, "obligations were made for the time ahead");
        }
        memory.obligations_of = Some((today, plan));
        Ok(())
    }

    async fn clean_up(&self, memory: &mut Memory) -> anyhow::Result<()> {
        let today = self.ctx.clock.today();
        if memory.cleaned_on != Some(today) {
            retention::clean_up(&self.ctx).await?;
            memory.cleaned_on = Some(today);
            // A disk that fails is told of once a day, and does not hold up the rest again and again.
            evidence::sweep(&self.ctx, &self.files).await?;
        }
        Ok(())
    }
}

/// Why a body of a message could not be made.
fn no_json(error: &serde_json::Error) -> StoreError {
    StoreError::unknown("message", error.to_string())
}

#[cfg(test)]
mod tests;
