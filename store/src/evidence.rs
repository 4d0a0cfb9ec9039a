//! Files and photos behind an answer: noted with the answer, fetched to our own disk afterwards.

use chrono::{DateTime, Utc};
use domain::ids::{AnswerId, ObligationId};

use crate::query::{all, run};
use crate::{Conn, StoreError};

/// A file as it was brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The answer that it belongs to.
    pub answer: AnswerId,
    /// The obligation of that answer.
    pub obligation: ObligationId,
    /// `file` or `photo`.
    pub kind: &'static str,
    /// The name that the sender gave, or one made from the kind.
    pub name: String,
    /// The kind of content that Telegram tells.
    pub mime: String,
    /// The size that Telegram tells.
    pub bytes: i64,
    /// Telegram's handle.
    pub telegram_file: String,
}

/// Notes a file that is to be fetched. `false`: the same file stands at this answer already.
pub async fn add(conn: &mut Conn, file: &Brought, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let added = run!(
        conn,
        "INSERT INTO evidence (answer_id, obligation_id, kind, name, mime, bytes, telegram_file, state, attempts, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (answer_id, telegram_file) DO NOTHING",
        file.answer.0,
        file.obligation.0,
        file.kind,
        file.name.as_str(),
        file.mime.as_str(),
        file.bytes,
        file.telegram_file.as_str(),
        "waiting",
        0_i64,
        now,
    )?;
    Ok(added == 1)
}

/// A file that is still to be fetched.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    /// Its row.
    pub id: i64,
    /// Telegram's handle.
    pub telegram_file: String,
    /// How often it was tried.
    pub attempts: i64,
}

/// The files that are still to be fetched, the least often tried first.
pub async fn waiting(conn: &mut Conn, limit: i64) -> Result<Vec<Waiting>, StoreError> {
    all!(
        conn,
        Waiting,
        "SELECT id, telegram_file, attempts FROM evidence WHERE state = 'waiting' ORDER BY attempts, id LIMIT $1",
        limit,
    )
}

/// The file is on our disk, under this SHA-256.
pub async fn mark_kept(conn: &mut Conn, id: i64, sha256: &str, bytes: i64) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE evidence SET state = 'kept', sha256 = $2, bytes = $3 WHERE id = $1",
        id,
        sha256,
        bytes,
    )?;
    Ok(())
}

/// The file could not be fetched this time; with `given_up` it is not tried again.
pub async fn mark_missed(conn: &mut Conn, id: i64, given_up: bool) -> Result<(), StoreError> {
    let state = if given_up { "failed" } else { "waiting" };
    run!(conn, "UPDATE evidence SET state = $2, attempts = attempts + $3 WHERE id = $1", id, state, 1_i64)?;
    Ok(())
}
