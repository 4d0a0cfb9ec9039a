//! Updates taken in: which were done, and which could not be.

use chrono::{DateTime, Utc};
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;

use crate::events::{self, Event};
use crate::query::{all, run};
use crate::{Conn, NotDone, StoreError};

/// Notes that the effects of an update are being kept. `false`: they were kept before.
pub async fn mark_seen(conn: &mut Conn, update_id: i64, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let added = run!(
        conn,
        "INSERT INTO seen_update (update_id, seen_at) VALUES ($1, $2) ON CONFLICT (update_id) DO NOTHING",
        update_id,
        now,
    )?;
    Ok(added == 1)
}

/// Keeps an update that could not be handled, for the administrator. `false`: it stands there already.
pub async fn park(
    conn: &mut Conn,
    update_id: i64,
    body: &str,
    error: &str,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let added = run!(
        conn,
        "INSERT INTO parked_update (update_id, body, error, parked_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (update_id) DO NOTHING",
        update_id,
        body,
        error,
        now,
    )?;
    Ok(added == 1)
}

/// An update that could not be handled.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Parked {
    /// Telegram's number of the update.
    pub update_id: i64,
    /// The update as it came, sealed by [`SecretKey::seal_update`](crate::secret::SecretKey::seal_update).
    pub body: String,
    /// What went wrong.
    pub error: String,
    /// When.
    pub parked_at: DateTime<Utc>,
    /// Since when an administrator wants it to be tried again.
    pub again_at: Option<DateTime<Utc>>,
}

/// The updates that wait for an administrator, the newest first.
pub async fn parked(conn: &mut Conn, limit: i64) -> Result<Vec<Parked>, StoreError> {
    all!(
        conn,
        Parked,
        "SELECT update_id, body, error, parked_at, again_at FROM parked_update
         WHERE resolved_at IS NULL ORDER BY parked_at DESC, update_id DESC LIMIT $1",
        limit,
    )
}

/// Has an update tried again: it was not done, so it counts as not seen. `false`: it is settled already.
pub async fn try_again(
    conn: &mut Conn,
    right: &MayAdminister,
    update_id: i64,
    now: DateTime<Utc>,
) -> Result<bool, NotDone> {
    check_all(right)?;
    let asked = run!(
        conn,
        "UPDATE parked_update SET again_at = $1 WHERE update_id = $2 AND resolved_at IS NULL AND again_at IS NULL",
        now,
        update_id,
    )?;
    if asked == 1 {
        run!(conn, "DELETE FROM seen_update WHERE update_id = $1", update_id)?;
        record(conn, right, "retried", update_id, now).await?;
    }
    Ok(asked == 1)
}

/// Takes an update off the list of the administrators. `false`: it is settled already.
pub async fn settle(
    conn: &mut Conn,
    right: &MayAdminister,
    update_id: i64,
    now: DateTime<Utc>,
) -> Result<bool, NotDone> {
    check_all(right)?;
    let settled = done_again(conn, update_id, now).await?;
    if settled {
        record(conn, right, "settled", update_id, now).await?;
    }
    Ok(settled)
}

/// The updates that are to be tried again.
pub async fn wanted_again(conn: &mut Conn, limit: i64) -> Result<Vec<Parked>, StoreError> {
    all!(
        conn,
        Parked,
        "SELECT update_id, body, error, parked_at, again_at FROM parked_update
         WHERE again_at IS NOT NULL AND resolved_at IS NULL ORDER BY again_at, update_id LIMIT $1",
        limit,
    )
}

/// The update was done at last. `false`: it is settled already.
pub async fn done_again(conn: &mut Conn, update_id: i64, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let settled = run!(
        conn,
        "UPDATE parked_update SET resolved_at = $1, again_at = NULL WHERE update_id = $2 AND resolved_at IS NULL",
        now,
        update_id,
    )?;
    Ok(settled == 1)
}

/// The update could not be done again, for this reason.
pub async fn still_broken(
    conn: &mut Conn,
    update_id: i64,
    error: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    mark_seen(conn, update_id, now).await?;
    run!(
        conn,
        "UPDATE parked_update SET again_at = NULL, error = $1, parked_at = $2 WHERE update_id = $3",
        error,
        now,
        update_id,
    )?;
    Ok(())
}

/// Updates are of the whole city, so the right to settle them must be too.
fn check_all(right: &MayAdminister) -> Result<(), Refusal> {
    if *right.scope() == Scope::All { Ok(()) } else { Err(Refusal::NotYours) }
}

async fn record(
    conn: &mut Conn,
    right: &MayAdminister,
    action: &str,
    update_id: i64,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let event = Event {
        at: now,
        actor: right.person(),
        action,
        subject: "update",
        subject_id: Some(update_id),
        organisation: None,
        before: None,
        after: None,
        reason: None,
    };
    events::record(conn, &event).await
}

/// Forgets up to `limit` updates that were done before `before`: Telegram no longer brings them again.
pub async fn forget_seen(conn: &mut Conn, before: DateTime<Utc>, limit: i64) -> Result<u64, StoreError> {
    run!(
        conn,
        "DELETE FROM seen_update WHERE update_id IN (
           SELECT update_id FROM seen_update WHERE seen_at < $1 ORDER BY seen_at LIMIT $2)",
        before,
        limit,
    )
}

/// Forgets up to `limit` updates that could not be handled before `before`, whatever was decided about them.
pub async fn forget_parked(conn: &mut Conn, before: DateTime<Utc>, limit: i64) -> Result<u64, StoreError> {
    run!(
        conn,
        "DELETE FROM parked_update WHERE update_id IN (
           SELECT update_id FROM parked_update WHERE parked_at < $1 ORDER BY parked_at LIMIT $2)",
        before,
        limit,
    )
}
