//! Where a conversation stands: a short text under a keyed hash of the chat, so that a citizen cannot be found by it.

use chrono::{DateTime, Utc};

use crate::query::{maybe, run};
use crate::{Conn, StoreError};

/// Where the conversation stands.
pub async fn get(conn: &mut Conn, key: &str) -> Result<Option<String>, StoreError> {
    let row = maybe!(conn, (String,), "SELECT state FROM conversation WHERE key = $1", key)?;
    Ok(row.map(|(state,)| state))
}

/// The conversation now stands here.
pub async fn set(conn: &mut Conn, key: &str, state: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO conversation (key, state, changed_at) VALUES ($1, $2, $3)
         ON CONFLICT (key) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at",
        key,
        state,
        now,
    )?;
    Ok(())
}

/// The conversation is over.
pub async fn clear(conn: &mut Conn, key: &str) -> Result<(), StoreError> {
    run!(conn, "DELETE FROM conversation WHERE key = $1", key)?;
    Ok(())
}

/// Forgets up to `limit` conversations in which nothing was said since `before`.
pub async fn forget_silent(conn: &mut Conn, before: DateTime<Utc>, limit: i64) -> Result<u64, StoreError> {
    run!(
        conn,
        "DELETE FROM conversation WHERE key IN (
           SELECT key FROM conversation WHERE changed_at < $1 ORDER BY changed_at LIMIT $2)",
        before,
        limit,
    )
}
