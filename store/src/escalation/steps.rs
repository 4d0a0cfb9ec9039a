//! The steps of chains: who is to hear, who heard, and where somebody has to call.

use chrono::{DateTime, NaiveDate, Utc};
use domain::escalation::{Level, Step, StepState};
use domain::ids::{ObligationId, OrganisationId, OutboxId, PersonId};
use domain::people::Scope;
use serde_json::json;

use crate::boards::{in_scope, only};
use crate::dossier::Delivery;
use crate::events::{self, Event};
use crate::query::{all, maybe, run};
use crate::{Conn, StoreError};

/// A step as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeptStep {
    /// Its row.
    pub id: i64,
    /// The step.
    pub step: Step,
    /// Where it stands.
    pub state: StepState,
}

/// A chain that is not at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// What it is about.
    pub obligation: ObligationId,
    /// Whose that is.
    pub organisation: OrganisationId,
    /// Its steps, the lowest level first.
    pub steps: Vec<KeptStep>,
}

#[derive(sqlx::FromRow)]
struct StepRow {
    id: i64,
    obligation_id: i64,
    organisation_id: i64,
    level: String,
    person_id: Option<i64>,
    day: NaiveDate,
    state: String,
}

pub(super) fn level(code: String) -> Result<Level, StoreError> {
    Level::from_code(&code).ok_or_else(|| StoreError::unknown("level of a chain", code))
}

/// The chains of which somebody may still have to hear.
pub async fn running(conn: &mut Conn) -> Result<Vec<Running>, StoreError> {
    let rows = all!(
        conn,
        StepRow,
        "SELECT escalation_step.id, escalation.obligation_id, obligation.organisation_id, escalation_step.level,
           escalation_step.person_id, escalation_step.day, escalation_step.state
         FROM escalation
         JOIN escalation_step ON escalation_step.escalation_id = escalation.id
         JOIN obligation ON obligation.id = escalation.obligation_id
         WHERE escalation.ended_at IS NULL AND EXISTS (
           SELECT 1 FROM escalation_step AS waiting
           WHERE waiting.escalation_id = escalation.id AND waiting.state = 'waiting')
         ORDER BY obligation.organisation_id, escalation.obligation_id, escalation_step.position"
    )?;
    let mut chains: Vec<Running> = Vec::new();
    for row in rows {
        let (obligation, organisation) =
            (ObligationId(row.obligation_id), OrganisationId(row.organisation_id));
        let state = StepState::from_code(&row.state);
        let kept = KeptStep {
            id: row.id,
            step: Step { level: level(row.level)?, day: row.day, person: row.person_id.map(PersonId) },
            state: state.ok_or_else(|| StoreError::unknown("state of a step", row.state))?,
        };
        match chains.last_mut().filter(|last| last.obligation == obligation) {
            Some(chain) => chain.steps.push(kept),
            None => chains.push(Running { obligation, organisation, steps: vec![kept] }),
        }
    }
    Ok(chains)
}

/// The waiting steps of which a reminder spoke to their person already, each with the message.
pub async fn heard_by_digest(conn: &mut Conn) -> Result<Vec<(i64, OutboxId)>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64),
        "SELECT escalation_step.id, MAX(reminder.outbox_id)
         FROM escalation
         JOIN escalation_step ON escalation_step.escalation_id = escalation.id
         JOIN reminder ON reminder.obligation_id = escalation.obligation_id
         WHERE escalation.ended_at IS NULL AND escalation_step.state = 'waiting'
           AND reminder.person_id = escalation_step.person_id AND reminder.due_version = escalation.due_version
           AND reminder.day >= escalation_step.day
         GROUP BY escalation_step.id ORDER BY escalation_step.id"
    )?;
    Ok(rows.into_iter().map(|(step, message)| (step, OutboxId(message))).collect())
}

/// The steps whose message was refused for good, so that nobody heard: what was dropped because its time was over is said again,
/// and what an administrator gave up may have arrived. The brief goes to several, and is sent again tomorrow.
pub async fn refused(conn: &mut Conn) -> Result<Vec<i64>, StoreError> {
    let rows = all!(
        conn,
        (i64,),
        "SELECT escalation_step.id
         FROM escalation
         JOIN escalation_step ON escalation_step.escalation_id = escalation.id
         JOIN outbox ON outbox.id = escalation_step.outbox_id
         WHERE escalation.ended_at IS NULL AND escalation_step.state = 'told' AND escalation_step.level <> 'brief'
           AND (outbox.state = 'failed' OR outbox.state = 'dropped' AND outbox.cause IS NOT NULL
             AND outbox.cause NOT IN ('expired', 'no_answer', 'sender_died'))
         ORDER BY escalation_step.id"
    )?;
    Ok(rows.into_iter().map(|(step,)| step).collect())
}

/// A message was not sent in its time: the steps that were told by it wait again.
pub async fn unsay(conn: &mut Conn, message: OutboxId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let steps = all!(
        conn,
        (i64,),
        "SELECT id FROM escalation_step WHERE outbox_id = $1 AND state = 'told' ORDER BY id",
        message.0,
    )?;
    for (step,) in steps {
        if change(conn, step, StepState::Told, StepState::Waiting, now).await? {
            run!(conn, "UPDATE escalation_step SET outbox_id = NULL WHERE id = $1", step)?;
        }
    }
    Ok(())
}

/// Whether the chain of a step still speaks of how its obligation stands.
pub async fn is_running(conn: &mut Conn, step: i64) -> Result<bool, StoreError> {
    let row = maybe!(
        conn,
        (i64,),
        "SELECT escalation.id
         FROM escalation_step
         JOIN escalation ON escalation.id = escalation_step.escalation_id
         JOIN obligation ON obligation.id = escalation.obligation_id
         WHERE escalation_step.id = $1 AND escalation.ended_at IS NULL AND obligation.state IN ('open', 'returned')
           AND obligation.due_version = escalation.due_version
           AND obligation.state_version = escalation.state_version",
        step,
    )?;
    Ok(row.is_some())
}

/// A person is told. `false`: another planner was quicker.
pub async fn tell(conn: &mut Conn, step: i64, now: DateTime<Utc>) -> Result<bool, StoreError> {
    change(conn, step, StepState::Waiting, StepState::Told, now).await
}

/// Names the message in which a step was told.
pub async fn link(conn: &mut Conn, step: i64, message: OutboxId) -> Result<(), StoreError> {
    run!(conn, "UPDATE escalation_step SET outbox_id = $1 WHERE id = $2", message.0, step)?;
    Ok(())
}

/// Nobody is reached at this step. `false`: another planner was quicker.
pub async fn vacate(
    conn: &mut Conn,
    step: i64,
    from: StepState,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    change(conn, step, from, StepState::Vacant, now).await
}

/// A higher level spoke instead.
pub async fn skip(conn: &mut Conn, step: i64, now: DateTime<Utc>) -> Result<bool, StoreError> {
    change(conn, step, StepState::Waiting, StepState::Over, now).await
}

/// The brief has this step from `today` on.
pub async fn bring(conn: &mut Conn, step: i64, today: NaiveDate) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE escalation_step SET day = $1 WHERE id = $2 AND state = 'waiting' AND day > $1",
        today,
        step,
    )?;
    Ok(())
}

async fn change(
    conn: &mut Conn,
    step: i64,
    from: StepState,
    to: StepState,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let changed = maybe!(
        conn,
        (i64, String, Option<i64>),
        "UPDATE escalation_step SET state = $1, acted_at = $2 WHERE id = $3 AND state = $4
         RETURNING escalation_id, level, person_id",
        to.code(),
        now,
        step,
        from.code(),
    )?;
    let Some((escalation, level, person)) = changed else { return Ok(false) };
    let about = maybe!(
        conn,
        (i64, i64),
        "SELECT obligation.id, obligation.organisation_id
         FROM escalation JOIN obligation ON obligation.id = escalation.obligation_id WHERE escalation.id = $1",
        escalation,
    )?;
    if let Some((obligation, organisation)) = about {
        let event = Event {
            at: now,
            actor: None,
            action: "escalated",
            subject: "obligation",
            subject_id: Some(obligation),
            organisation: Some(OrganisationId(organisation)),
            before: None,
            after: Some(json!({ "level": level, "person": person, "state": to.code() })),
            reason: None,
        };
        events::record(conn, &event).await?;
    }
    Ok(true)
}

/// What a brief of `today` has to speak of: the waiting steps that have come to it, each with its organisation.
pub async fn brought(
    conn: &mut Conn,
    scope: &Scope,
    today: NaiveDate,
) -> Result<Vec<(i64, OrganisationId)>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64),
        concat!(
            "SELECT escalation_step.id, obligation.organisation_id
             FROM escalation
             JOIN escalation_step ON escalation_step.escalation_id = escalation.id
             JOIN obligation ON obligation.id = escalation.obligation_id
             WHERE escalation.ended_at IS NULL AND escalation_step.level = 'brief'
               AND escalation_step.state IN ('waiting', 'told') AND escalation_step.day <= $1
               AND obligation.state IN ('open', 'returned') AND ",
            in_scope!("obligation.organisation_id", "$2"),
            " ORDER BY escalation_step.id"
        ),
        today,
        only(scope),
    )?;
    Ok(rows.into_iter().map(|(step, organisation)| (step, OrganisationId(organisation))).collect())
}

/// A brief speaks of these steps.
pub async fn told_by_brief(
    conn: &mut Conn,
    steps: &[i64],
    message: OutboxId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    for step in steps {
        if tell(conn, *step, now).await? {
            link(conn, *step, message).await?;
        }
    }
    Ok(())
}

/// A step that was taken, for the history of an obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// The level.
    pub level: Level,
    /// Who was told or could not be reached.
    pub person: Option<String>,
    /// Whether the message arrived; none for a vacancy.
    pub delivery: Option<Delivery>,
    /// When.
    pub at: DateTime<Utc>,
}

/// The latest `limit` steps that were taken for an obligation, the newest first.
pub async fn of(conn: &mut Conn, obligation: ObligationId, limit: i64) -> Result<Vec<Happened>, StoreError> {
    let rows = all!(
        conn,
        (String, Option<String>, String, DateTime<Utc>, Option<String>),
        "SELECT escalation_step.level, person.name, escalation_step.state, escalation_step.acted_at, outbox.state
         FROM escalation
         JOIN escalation_step ON escalation_step.escalation_id = escalation.id
         LEFT JOIN person ON person.id = escalation_step.person_id
         LEFT JOIN outbox ON outbox.id = escalation_step.outbox_id
         WHERE escalation.obligation_id = $1 AND escalation_step.state IN ('told', 'vacant')
           AND escalation_step.acted_at IS NOT NULL
         ORDER BY escalation_step.acted_at DESC, escalation_step.id DESC LIMIT $2",
        obligation.0,
        limit,
    )?;
    let happened = rows.into_iter().map(|(code, person, state, at, message)| {
        // A message that is gone was sent long ago: only those are forgotten that arrived.
        let delivery = (state == "told").then(|| Delivery::of(message.as_deref().unwrap_or("sent")));
        Ok(Happened { level: level(code)?, person, delivery, at })
    });
    happened.collect()
}
