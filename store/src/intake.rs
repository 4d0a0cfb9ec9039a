//! Updates taken in: which were done, and which could not be.

use chrono::{DateTime, Utc};

use crate::query::{all, run};
use crate::{Conn, StoreError};

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
    /// The update as it came.
    pub body: String,
    /// What went wrong.
    pub error: String,
    /// When.
    pub parked_at: DateTime<Utc>,
}

/// The updates that wait for an administrator, the newest first.
pub async fn parked(conn: &mut Conn, limit: i64) -> Result<Vec<Parked>, StoreError> {
    all!(
        conn,
        Parked,
        "SELECT update_id, body, error, parked_at FROM parked_update
         WHERE resolved_at IS NULL ORDER BY parked_at DESC, update_id DESC LIMIT $1",
        limit,
    )
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
