//! Who heard of what is overdue: a chain for each obligation, version of its day and version of its state.
//!
//! A chain belongs to one stay of an obligation in the state open: a report, a cancellation and a moved day end it, and a
//! return or a day that passes again begins another. Which that is follows from the versions, so no act has to know of chains.

mod steps;
mod vacancies;

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::escalation::{Chain, Policy, StepState};
use domain::ids::{ObligationId, OrganisationId};
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;
use serde_json::json;

use crate::events::{self, Event};
use crate::query::{all, maybe, run};
use crate::{Conn, NotDone, StoreError, settings};

pub use steps::{
    Happened, KeptStep, Running, bring, brought, heard_by_digest, is_running, link, of, refused, running,
    skip, tell, told_by_brief, unsay, vacate,
};
pub use vacancies::{Vacancy, vacancies};

const POLICY: &str = "escalation.policy";

/// The policy for the chains that begin from now on.
pub async fn policy(conn: &mut Conn) -> Result<Policy, StoreError> {
    let kept = settings::get(conn, POLICY).await?;
    let read = |text: String| serde_json::from_str(&text).map_err(|_| StoreError::unknown("policy", text));
    kept.map_or_else(|| Ok(Policy::default()), read)
}

/// Changes the policy. Running chains keep the one with which they began.
pub async fn set_policy(
    conn: &mut Conn,
    right: &MayAdminister,
    policy: Policy,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    if *right.scope() != Scope::All {
        return Err(Refusal::NotYours.into());
    }
    let before = self::policy(conn).await?;
    settings::set(conn, POLICY, &json!(policy).to_string(), now).await?;
    let event = Event {
        at: now,
        actor: right.person(),
        action: "policy_changed",
        subject: "escalation",
        subject_id: None,
        organisation: None,
        before: Some(json!(before)),
        after: Some(json!(policy)),
        reason: None,
    };
    Ok(events::record(conn, &event).await?)
}

/// Something overdue of which no chain speaks yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unspoken {
    /// Which.
    pub obligation: ObligationId,
    /// Whose.
    pub organisation: OrganisationId,
    /// Until when it was to be done.
    pub due: NaiveDate,
    /// The version of that day.
    pub due_version: i64,
    /// The version of its state.
    pub state_version: i64,
    /// The day on which its last report was sent back, while that is how it stands.
    pub returned_on: Option<NaiveDate>,
}

#[derive(sqlx::FromRow)]
pub(crate) struct UnspokenRow {
    id: i64,
    organisation_id: i64,
    due: NaiveDate,
    due_version: i64,
    state_version: i64,
    state: String,
    decided_at: Option<DateTime<Utc>>,
}

impl From<UnspokenRow> for Unspoken {
    fn from(row: UnspokenRow) -> Self {
        Self {
            obligation: ObligationId(row.id),
            organisation: OrganisationId(row.organisation_id),
            due: row.due,
            due_version: row.due_version,
            state_version: row.state_version,
            returned_on: row.decided_at.filter(|_| row.state == "returned").map(tashkent_day),
        }
    }
}

/// What is overdue on `today` and has no chain, by organisation.
pub async fn unspoken(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Unspoken>, StoreError> {
    let rows = all!(
        conn,
        UnspokenRow,
        "SELECT id, organisation_id, due, due_version, state_version, state, decided_at FROM obligation
         WHERE state IN ('open', 'returned') AND due < $1 AND NOT EXISTS (
           SELECT 1 FROM escalation
           WHERE escalation.obligation_id = obligation.id AND escalation.due_version = obligation.due_version
             AND escalation.state_version = obligation.state_version)
         ORDER BY organisation_id, due, id",
        today,
    )?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Starts the chain of something overdue. `false`: another planner did, or it is not open any more.
pub async fn start(
    conn: &mut Conn,
    of: &Unspoken,
    chain: &Chain,
    today: NaiveDate,
) -> Result<bool, StoreError> {
    let started = maybe!(
        conn,
        (i64,),
        "INSERT INTO escalation (obligation_id, due_version, state_version, started_on, chain)
         SELECT id, due_version, state_version, $1, $2 FROM obligation
         WHERE id = $3 AND due_version = $4 AND state_version = $5 AND state IN ('open', 'returned')
         ON CONFLICT (obligation_id, due_version, state_version) DO NOTHING RETURNING id",
        today,
        json!(chain).to_string(),
        of.obligation.0,
        of.due_version,
        of.state_version,
    )?;
    let Some((escalation,)) = started else { return Ok(false) };
    for (position, step) in (0_i64..).zip(&chain.steps) {
        run!(
            conn,
            "INSERT INTO escalation_step (escalation_id, position, level, person_id, day, state)
             VALUES ($1, $2, $3, $4, $5, $6)",
            escalation,
            position,
            step.level.code(),
            step.person.map(|person| person.0),
            step.day,
            StepState::Waiting.code(),
        )?;
    }
    Ok(true)
}

/// The running chains whose obligation was reported or cancelled or has another day by now.
pub async fn outlived(conn: &mut Conn) -> Result<Vec<i64>, StoreError> {
    let rows = all!(
        conn,
        (i64,),
        "SELECT escalation.id FROM escalation JOIN obligation ON obligation.id = escalation.obligation_id
         WHERE escalation.ended_at IS NULL
           AND (obligation.state NOT IN ('open', 'returned') OR obligation.due_version <> escalation.due_version
             OR obligation.state_version <> escalation.state_version)
         ORDER BY escalation.id",
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Ends a chain: whoever has not heard yet need not hear any more.
pub async fn end(conn: &mut Conn, escalation: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    run!(conn, "UPDATE escalation SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL", now, escalation)?;
    run!(
        conn,
        "UPDATE escalation_step SET state = 'over', acted_at = $1 WHERE escalation_id = $2 AND state = 'waiting'",
        now,
        escalation,
    )?;
    Ok(())
}

/// A report that ended the last chain of an obligation was taken back: the chain goes on where it stood, so that nobody hears a
/// second time. A chain of before the last return speaks of something else and stays ended.
pub(crate) async fn go_on(
    conn: &mut Conn,
    obligation: ObligationId,
    decided_at: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let last = maybe!(
        conn,
        (i64, NaiveDate),
        "SELECT escalation.id, escalation.started_on FROM escalation
         JOIN obligation ON obligation.id = escalation.obligation_id
           AND obligation.due_version = escalation.due_version
         WHERE obligation.id = $1 ORDER BY escalation.id DESC LIMIT 1",
        obligation.0,
    )?;
    let Some((escalation, _)) =
        last.filter(|(_, started)| decided_at.is_none_or(|at| *started > tashkent_day(at)))
    else {
        return Ok(());
    };
    run!(
        conn,
        "UPDATE escalation SET ended_at = NULL,
           state_version = (SELECT state_version FROM obligation WHERE obligation.id = escalation.obligation_id)
         WHERE id = $1",
        escalation,
    )?;
    run!(
        conn,
        "UPDATE escalation_step SET state = 'waiting', acted_at = NULL WHERE escalation_id = $1 AND state = 'over'",
        escalation,
    )?;
    Ok(())
}
