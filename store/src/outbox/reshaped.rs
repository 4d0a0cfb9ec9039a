//! Messages that are not taken as they are, and go out in another shape: in several pieces, or without formatting.

use chrono::{DateTime, Utc};
use domain::delivery::Cause;
use domain::ids::OutboxId;

use super::Priority;
use crate::query::{one, run};
use crate::{Conn, StoreError};

/// A message becomes several, each a method with its arguments: its own row holds the first, and the others follow one by one,
/// each after the one before it.
pub async fn divide(
    conn: &mut Conn,
    id: OutboxId,
    pieces: &[(String, String)],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut before = id.0;
    for (place, (method, body)) in pieces.iter().enumerate() {
        if place == 0 {
            run!(
                conn,
                "UPDATE outbox SET method = $1, body = $2 WHERE id = $3",
                method.as_str(),
                body.as_str(),
                id.0
            )?;
            continue;
        }
        let (next,) = one!(
            conn,
            (i64,),
            "INSERT INTO outbox (chat_id, person_id, purpose, method, body, priority, policy, state, attempts, not_before,
               queued_at, useful_until, after_id, case_id, created_at)
             SELECT chat_id, person_id, purpose, $1, $2, CAST($3 AS BIGINT), policy, 'queued', CAST($4 AS BIGINT), not_before,
               $5, useful_until, CAST($6 AS BIGINT), case_id, $5
             FROM outbox WHERE id = $7 RETURNING id",
            method.as_str(),
            body.as_str(),
            // Who has read the beginning waits for the rest: nothing else comes in between.
            Priority::Waited.code(),
            0_i64,
            now,
            before,
            id.0,
        )?;
        before = next;
    }
    Ok(())
}

/// A message goes out without its formatting, with these arguments; as it was it stays in the record as failed, for the
/// administrators.
pub async fn send_plain(
    conn: &mut Conn,
    id: OutboxId,
    body: &str,
    said: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO outbox (chat_id, person_id, purpose, method, body, priority, policy, state, attempts, not_before,
           finished_at, cause, error, plain_id, case_id, created_at)
         SELECT chat_id, person_id, purpose, method, body, priority, policy, 'failed', attempts, not_before,
           $1, $2, $3, id, case_id, created_at
         FROM outbox WHERE id = $4",
        now,
        Cause::Markup.code(),
        said,
        id.0,
    )?;
    run!(conn, "UPDATE outbox SET body = $1 WHERE id = $2", body, id.0)?;
    Ok(())
}
