//! What happens to a chat happens to the messages that wait for it.

use chrono::{DateTime, Utc};
use domain::delivery::Cause;
use domain::ids::{CaseId, OutboxId};

use crate::query::{all, run};
use crate::{Conn, StoreError};

/// Drops what still waits for a chat that cannot be written to.
pub async fn drop_queued(
    conn: &mut Conn,
    chat_id: i64,
    why: Cause,
    now: DateTime<Utc>,
) -> Result<u64, StoreError> {
    run!(
        conn,
        "UPDATE outbox SET state = 'dropped', finished_at = $1, cause = $2, sealed_chat = NULL
         WHERE chat_id = $3 AND state = 'queued'",
        now,
        why.code(),
        chat_id,
    )
}

/// The messages to `chat_id` that are not finished, each with its arguments.
pub async fn unfinished_to(conn: &mut Conn, chat_id: i64) -> Result<Vec<(OutboxId, String)>, StoreError> {
    let rows = all!(
        conn,
        (i64, String),
        "SELECT id, body FROM outbox WHERE chat_id = $1 AND state IN ('queued', 'sending') ORDER BY id",
        chat_id,
    )?;
    Ok(rows.into_iter().map(|(id, body)| (OutboxId(id), body)).collect())
}

/// A message goes to another chat, with other arguments.
pub async fn redirect(conn: &mut Conn, id: OutboxId, chat_id: i64, body: &str) -> Result<(), StoreError> {
    run!(conn, "UPDATE outbox SET chat_id = $1, body = $2 WHERE id = $3", chat_id, body, id.0)?;
    Ok(())
}

/// A message goes to the chat that is sealed in this; its own number of a chat leads nowhere. Emptied when it was sent.
pub async fn seal(conn: &mut Conn, id: OutboxId, sealed: &str) -> Result<(), StoreError> {
    run!(conn, "UPDATE outbox SET sealed_chat = $1 WHERE id = $2", sealed, id.0)?;
    Ok(())
}

/// A message tells of a case: a citizen's words may stand in it, so it keeps none of them once it was sent.
pub async fn tells_of(conn: &mut Conn, id: OutboxId, case: CaseId) -> Result<(), StoreError> {
    run!(conn, "UPDATE outbox SET case_id = $1 WHERE id = $2", case.0, id.0)?;
    Ok(())
}
