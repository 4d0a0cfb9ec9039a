//! The chain of events: each link is the SHA-256 of the link before it and of the content of one event.
//!
//! Whoever changes, removes or exchanges events behind the program breaks the chain, and whoever makes all of it anew gets
//! another newest hash than the one that was noted elsewhere. A unit of work links its events as the last thing that it
//! does: on PostgreSQL the newest link is locked from then on until the commit, and nothing else is waited for meanwhile.

mod check;

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::query::{all, one, run};
use crate::{Conn, StoreError};

pub use check::{Head, Report, check, head};

/// What stands before the first link.
const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Events of the time before the chain that are linked in one unit of work.
const TOGETHER: i64 = 1000;

/// An event of a unit of work that has no link yet.
#[derive(Debug)]
pub struct Unlinked {
    event: i64,
    content: String,
}

/// What of an event its link holds: all that is kept of it.
pub(super) struct Content<'a> {
    pub(super) id: i64,
    pub(super) at: DateTime<Utc>,
    pub(super) actor_id: Option<i64>,
    pub(super) action: &'a str,
    pub(super) subject: &'a str,
    pub(super) subject_id: Option<i64>,
    pub(super) organisation_id: Option<i64>,
    pub(super) before: Option<&'a str>,
    pub(super) after: Option<&'a str>,
    pub(super) reason: Option<&'a str>,
}

impl Content<'_> {
    /// The text that is hashed: a JSON array, so that no two events have the same.
    fn text(&self) -> String {
        json!([
            self.id,
            self.at.timestamp_micros(),
            self.actor_id,
            self.action,
            self.subject,
            self.subject_id,
            self.organisation_id,
            self.before,
            self.after,
            self.reason,
        ])
        .to_string()
    }
}

/// A kept event, as it is hashed.
#[derive(sqlx::FromRow)]
struct ContentRow {
    id: i64,
    at: DateTime<Utc>,
    actor_id: Option<i64>,
    action: String,
    subject: String,
    subject_id: Option<i64>,
    organisation_id: Option<i64>,
    before: Option<String>,
    after: Option<String>,
    reason: Option<String>,
}

impl ContentRow {
    fn text(&self) -> String {
        let content = Content {
            id: self.id,
            at: self.at,
            actor_id: self.actor_id,
            action: &self.action,
            subject: &self.subject,
            subject_id: self.subject_id,
            organisation_id: self.organisation_id,
            before: self.before.as_deref(),
            after: self.after.as_deref(),
            reason: self.reason.as_deref(),
        };
        content.text()
    }
}

/// The link of an event after the link `before`.
fn hash(before: &str, content: &str) -> String {
    let mut hasher = Sha256::new();
    for part in [before, "\n", content] {
        hasher.update(part);
    }
    hex::encode(hasher.finalize())
}

/// Remembers a recorded event until its unit of work ends.
pub(super) fn expect(conn: &mut Conn, content: &Content<'_>) -> Result<(), StoreError> {
    let unlinked = conn.unlinked().ok_or(StoreError::NoUnitOfWork)?;
    unlinked.push(Unlinked { event: content.id, content: content.text() });
    Ok(())
}

/// Runs a unit of work and links the events that it recorded.
pub(crate) async fn linked<T, E, F>(conn: &mut Conn, work: F) -> Result<T, E>
where
    F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>>,
    E: From<StoreError>,
{
    if let Some(unlinked) = conn.unlinked() {
        // Of a unit of work that failed nothing is kept.
        unlinked.clear();
    }
    let value = work(conn).await?;
    let unlinked = conn.unlinked().map(std::mem::take).unwrap_or_default();
    link(conn, &unlinked).await?;
    Ok(value)
}

/// Puts events at the end of the chain.
async fn link(conn: &mut Conn, events: &[Unlinked]) -> Result<(), StoreError> {
    if events.is_empty() {
        return Ok(());
    }
    // Locks the head: from here on every other writer of events waits for the commit, so nothing else may be waited for.
    let (last, mut newest) = one!(
        conn,
        (i64, String),
        "UPDATE event_head SET position = position + $1 WHERE id = $2 RETURNING position, hash",
        i64::try_from(events.len()).unwrap_or(i64::MAX),
        1_i64,
    )?;
    let first = last - i64::try_from(events.len()).unwrap_or(i64::MAX) + 1;
    for (position, event) in (first..).zip(events) {
        newest = hash(&newest, &event.content);
        run!(
            conn,
            "INSERT INTO event_link (position, event_id, hash) VALUES ($1, $2, $3)",
            position,
            event.event,
            newest.as_str(),
        )?;
    }
    run!(conn, "UPDATE event_head SET hash = $1 WHERE id = $2", newest, 1_i64)?;
    Ok(())
}

/// Links events of the time before the chain, the oldest first, a part at a time. `true`: there may be more.
pub(crate) async fn link_earlier(conn: &mut Conn) -> Result<bool, StoreError> {
    let rows = all!(
        conn,
        ContentRow,
        "SELECT event.id, event.at, event.actor_id, event.action, event.subject, event.subject_id,
           event.organisation_id, event.before, event.after, event.reason
         FROM event_unlinked JOIN event ON event.id = event_unlinked.event_id
         ORDER BY event_unlinked.event_id LIMIT $1",
        TOGETHER,
    )?;
    let Some(last) = rows.last().map(|row| row.id) else { return Ok(false) };
    // Two processes that start at once: the second waits here, and finds what the first has left.
    let taken = run!(conn, "DELETE FROM event_unlinked WHERE event_id <= $1", last)?;
    if usize::try_from(taken).unwrap_or_default() == rows.len() {
        let events: Vec<_> = rows.iter().map(|row| Unlinked { event: row.id, content: row.text() }).collect();
        link(conn, &events).await?;
    } else if taken > 0 {
        return Err(StoreError::Contended);
    }
    Ok(true)
}
