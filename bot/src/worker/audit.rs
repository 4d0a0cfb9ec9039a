//! Looks at the service itself every few minutes: does what must always hold hold?
//!
//! It runs beside the planner, so that it also sees a planner that hangs. What it finds is kept, and everybody who looks at the
//! database tells of it: the panel, the health page, the figures; the planner tells the administrators, when it still runs.

use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use domain::audit::{FindingKind, LONGEST_QUEUE, LONGEST_SENDING, must_be_told, planner_is_silent};
use domain::calendar::Week;
use domain::clock::tashkent_day;
use domain::escalation::counted_from;
use domain::reminders::{Policy, may_speak};
use store::findings::{self, Finding};
use store::organisations::Catalogue;
use store::{Conn, StoreError};
use tokio::time::sleep;

use crate::Stop;
use crate::ctx::Ctx;

const EVERY: Duration = Duration::from_mins(5);
/// A clock that jumped makes everything look late until the planner and the sender have looked: what is found is looked at again.
const SURE_AFTER: Duration = Duration::from_mins(1);

/// A day is judged from this hour on: whoever is to be told on it is told then.
const MORNING: TimeDelta = TimeDelta::hours(10);

/// Audits until it is told to stop.
pub(super) async fn run(ctx: &Ctx, mut stop: Stop) {
    while !*stop.borrow() {
        tokio::select! {
            () = sleep(EVERY) => {}
            _ = stop.changed() => break,
        }
        tokio::select! {
            audited = audit(ctx, SURE_AFTER) => if let Err(error) = audited {
                tracing::error!(error = &error as &dyn std::error::Error, "the audit failed, the next one tries again");
            },
            _ = stop.changed() => break,
        }
    }
}

/// Keeps what is found twice, `sure_after` apart.
pub(super) async fn audit(ctx: &Ctx, sure_after: Duration) -> Result<(), StoreError> {
    let mut found = look(ctx).await?;
    if !found.is_empty() {
        sleep(sure_after).await;
        let again = look(ctx).await?;
        found = again
            .into_iter()
            .filter(|one| {
                found.iter().any(|before| (before.kind, before.organisation) == (one.kind, one.organisation))
            })
            .collect();
    }
    show(&found);
    let known = ctx.store.read(|conn| Box::pin(findings::open(conn))).await?;
    if found.is_empty() && known.is_empty() {
        return Ok(());
    }
    let now = ctx.clock.now();
    for one in &found {
        tracing::warn!(kind = one.kind.code(), number = one.number, "the audit found a fault");
    }
    ctx.store.write(move |conn| Box::pin(async move { findings::keep(conn, &found, now).await })).await
}

#[expect(clippy::cast_precision_loss, reason = "a gauge of faults need not be exact beyond 2^52")]
fn show(found: &[Finding]) {
    for kind in FindingKind::ALL {
        let number: u64 = found.iter().filter(|one| one.kind == kind).map(|one| one.number).sum();
        metrics::gauge!("nazorat_findings", "kind" => kind.code()).set(number as f64);
    }
}

async fn look(ctx: &Ctx) -> Result<Vec<Finding>, StoreError> {
    let now = ctx.clock.now();
    let catalogue = ctx.store.catalogue().await?;
    ctx.store.read(move |conn| Box::pin(async move { faults(conn, &catalogue, now).await })).await
}

async fn faults(
    conn: &mut Conn,
    catalogue: &Catalogue,
    now: DateTime<Utc>,
) -> Result<Vec<Finding>, StoreError> {
    let at_work = [Week::Five, Week::Six]
        .into_iter()
        .any(|week| may_speak(now, &Policy::default(), &catalogue.calendar, week));
    let mut found = Vec::new();
    let ran = findings::planner_last_ran(conn).await?;
    if ran.is_some_and(|ran| planner_is_silent(ran, now)) {
        found.push(of_service(FindingKind::PlannerSilent, 1));
    }
    found.push(of_service(
        FindingKind::StuckSending,
        findings::stuck_sending(conn, now - LONGEST_SENDING).await?,
    ));
    // What was found in working hours is not over because the evening has come.
    let known = findings::open(conn).await?;
    if at_work || known.iter().any(|one| one.finding.kind == FindingKind::QueueLate) {
        let late = findings::late_in_queue(conn, now - LONGEST_QUEUE).await?;
        found.push(of_service(FindingKind::QueueLate, late));
    }
    found.retain(|one| one.number > 0);
    found.extend(silent(conn, catalogue, now).await?);
    Ok(found)
}

fn of_service(kind: FindingKind, number: u64) -> Finding {
    Finding { kind, organisation: None, number }
}

async fn silent(
    conn: &mut Conn,
    catalogue: &Catalogue,
    now: DateTime<Utc>,
) -> Result<Vec<Finding>, StoreError> {
    // Before the morning of a day nobody could have been told on it.
    let judged = tashkent_day(now - MORNING);
    // Of what was overdue before the service began, it tells from its first days on.
    let began = findings::planner_began(conn).await?.map(tashkent_day);
    let mut by_organisation = BTreeMap::new();
    for one in findings::silent(conn, judged).await? {
        let week = catalogue.week_of(one.organisation);
        let from = counted_from(one.due, one.returned_on);
        let from = began.map_or(from, |began| from.max(began));
        if must_be_told(from, judged, &catalogue.calendar, week) {
            *by_organisation.entry(one.organisation).or_insert(0) += 1;
        }
    }
    let findings = by_organisation.into_iter().map(|(organisation, number)| Finding {
        kind: FindingKind::SilentOverdue,
        organisation: Some(organisation),
        number,
    });
    Ok(findings.collect())
}
