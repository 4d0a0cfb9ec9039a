//! Counting the queue, and letting go of what is over.

use chrono::{DateTime, Utc};
use domain::delivery::Cause;
use domain::ids::{OutboxId, PersonId};

use crate::query::{all, one, run};
use crate::{Conn, StoreError, escalation};

/// A message is of no use from this moment on: then it is not sent any more.
pub async fn expires(conn: &mut Conn, id: OutboxId, useful_until: DateTime<Utc>) -> Result<(), StoreError> {
    run!(conn, "UPDATE outbox SET useful_until = $1 WHERE id = $2", useful_until, id.0)?;
    Ok(())
}

/// A message is not sent from this moment on, until it is put off to the next hours of work.
pub async fn keeps_quiet(conn: &mut Conn, id: OutboxId, from: DateTime<Utc>) -> Result<(), StoreError> {
    run!(conn, "UPDATE outbox SET quiet_from = $1 WHERE id = $2", from, id.0)?;
    Ok(())
}

/// Up to `limit` messages that still wait though the hours of work are over for which they were written, and whose they are.
pub async fn silenced(
    conn: &mut Conn,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<(OutboxId, Option<PersonId>)>, StoreError> {
    let rows = all!(
        conn,
        (i64, Option<i64>),
        "SELECT id, person_id FROM outbox WHERE state = 'queued' AND quiet_from IS NOT NULL AND quiet_from <= $1
         ORDER BY quiet_from, id LIMIT $2",
        now,
        limit,
    )?;
    Ok(rows.into_iter().map(|(id, person)| (OutboxId(id), person.map(PersonId))).collect())
}

/// Puts a message that still waits off to the hours from `not_before` until `quiet_from`.
pub async fn put_off(
    conn: &mut Conn,
    id: OutboxId,
    (not_before, quiet_from): (DateTime<Utc>, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE outbox SET not_before = $1, quiet_from = $2, queued_at = $3 WHERE id = $4 AND state = 'queued'",
        not_before,
        quiet_from,
        now,
        id.0,
    )?;
    Ok(())
}

/// Drops up to `limit` messages whose time is over, and forgets what was to be heard by them, reminders, briefs and steps of
/// chains: nobody heard. Gives how many.
pub async fn drop_expired(conn: &mut Conn, now: DateTime<Utc>, limit: i64) -> Result<u64, StoreError> {
    let expired = all!(
        conn,
        (i64,),
        "SELECT id FROM outbox WHERE state = 'queued' AND useful_until IS NOT NULL AND useful_until <= $1
         ORDER BY useful_until LIMIT $2",
        now,
        limit,
    )?;
    let mut dropped = 0;
    for (id,) in expired {
        let gone = run!(
            conn,
            "UPDATE outbox SET state = 'dropped', finished_at = $1, cause = $2 WHERE id = $3 AND state = 'queued'",
            now,
            Cause::Expired.code(),
            id,
        )?;
        if gone == 1 {
            run!(conn, "DELETE FROM reminder WHERE outbox_id = $1", id)?;
            run!(conn, "DELETE FROM digest WHERE outbox_id = $1", id)?;
            run!(conn, "DELETE FROM brief WHERE outbox_id = $1", id)?;
            escalation::unsay(conn, OutboxId(id), now).await?;
        }
        dropped += gone;
    }
    Ok(dropped)
}

/// How many messages wait, at most `up_to`: a longer queue is not counted to its end.
pub async fn waiting(conn: &mut Conn, up_to: i64) -> Result<i64, StoreError> {
    let (n,) = one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM (SELECT id FROM outbox WHERE state = 'queued' LIMIT $1) AS queue",
        up_to,
    )?;
    Ok(n)
}

/// A message that needs an administrator's eyes.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Troubled {
    /// Its row.
    pub id: i64,
    /// Whose chat it was for.
    pub person_id: Option<i64>,
    /// What it is about.
    pub purpose: String,
    /// `failed` or `unknown`.
    pub state: String,
    /// What Telegram said.
    pub error: Option<String>,
    /// When it was given up.
    pub finished_at: Option<DateTime<Utc>>,
}

/// The messages that failed or whose fate is not known, the newest first.
pub async fn troubled(conn: &mut Conn, limit: i64) -> Result<Vec<Troubled>, StoreError> {
    all!(
        conn,
        Troubled,
        "SELECT id, person_id, purpose, state, error, finished_at FROM outbox
         WHERE state IN ('failed', 'unknown') ORDER BY id DESC LIMIT $1",
        limit,
    )
}

/// Forgets up to `limit` finished messages from before `before`, and up to `limit` of those that reminded of something: of these
/// the row stays, without its words. Gives the larger of the two numbers: below `limit` nothing is left to forget.
pub async fn forget_finished(conn: &mut Conn, before: DateTime<Utc>, limit: i64) -> Result<u64, StoreError> {
    let emptied = run!(
        conn,
        "UPDATE outbox SET body = '' WHERE id IN (
           SELECT id FROM outbox WHERE state IN ('sent', 'dropped') AND finished_at < $1 AND body <> ''
             AND (EXISTS (SELECT 1 FROM reminder WHERE reminder.outbox_id = outbox.id)
               OR EXISTS (SELECT 1 FROM digest WHERE digest.outbox_id = outbox.id))
           ORDER BY finished_at LIMIT $2)",
        before,
        limit,
    )?;
    let deleted = run!(
        conn,
        "DELETE FROM outbox WHERE id IN (
           SELECT id FROM outbox WHERE state IN ('sent', 'dropped') AND finished_at < $1
             AND NOT EXISTS (SELECT 1 FROM reminder WHERE reminder.outbox_id = outbox.id)
             AND NOT EXISTS (SELECT 1 FROM digest WHERE digest.outbox_id = outbox.id)
           ORDER BY finished_at LIMIT $2)",
        before,
        limit,
    )?;
    Ok(emptied.max(deleted))
}

/// Takes up to `limit` messages that could not be sent before `before` off the list of the administrators: with all that was
/// sent they are forgotten next.
pub async fn give_up_troubled(conn: &mut Conn, before: DateTime<Utc>, limit: i64) -> Result<u64, StoreError> {
    run!(
        conn,
        "UPDATE outbox SET state = 'dropped' WHERE id IN (
           SELECT id FROM outbox WHERE state IN ('failed', 'unknown') AND finished_at < $1 ORDER BY id LIMIT $2)",
        before,
        limit,
    )
}
