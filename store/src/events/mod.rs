//! The record of what was done: append-only, written in the transaction of the act itself, each event held by the hash of all
//! before it.

mod acts;
pub mod chain;
mod list;

use chrono::{DateTime, SubsecRound, Utc};
use domain::ids::{OrganisationId, PersonId};
use domain::people::Scope;
use serde_json::Value;

pub use acts::ACTS;
pub use list::{Listed, Wanted, actors, list};

use crate::boards::{in_scope, only};
use crate::query::{all, maybe, one};
use crate::{Conn, StoreError};

/// One thing that was done.
#[derive(Clone, Debug)]
pub struct Event<'a> {
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `None` for the system and for citizens, who stay unknown.
    pub actor: Option<PersonId>,
    /// What was done, as a short verb phrase: `answered`, `accepted`, `imported`.
    pub action: &'a str,
    /// The kind of thing it was done to: `obligation`, `measure`, `person`.
    pub subject: &'a str,
    /// Its number.
    pub subject_id: Option<i64>,
    /// The organisation that it concerns.
    pub organisation: Option<OrganisationId>,
    /// How it was before.
    pub before: Option<Value>,
    /// How it is after.
    pub after: Option<Value>,
    /// Why, in the words of the person who did it.
    pub reason: Option<&'a str>,
}

/// A recorded event, as it is read back.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Recorded {
    /// Its place in the record.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// The name of who did it.
    pub actor: Option<String>,
    /// What was done.
    pub action: String,
    /// How it was before, as JSON.
    pub before: Option<String>,
    /// How it is after, as JSON.
    pub after: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Writes `event` down. Its link in the chain is made at the end of the unit of work: see [`chain`].
pub async fn record(conn: &mut Conn, event: &Event<'_>) -> Result<(), StoreError> {
    debug_assert!(
        acts::is_known(event.subject, event.action),
        "the act {} of {} has no text: see ACTS",
        event.action,
        event.subject
    );
    // The databases keep no more of a moment than microseconds.
    let at = event.at.trunc_subsecs(6);
    let [before, after] = [&event.before, &event.after].map(|value| value.as_ref().map(Value::to_string));
    let (id,) = one!(
        conn,
        (i64,),
        "INSERT INTO event (at, actor_id, action, subject, subject_id, organisation_id, before, after, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
        at,
        event.actor.map(|id| id.0),
        event.action,
        event.subject,
        event.subject_id,
        event.organisation.map(|id| id.0),
        before.as_deref(),
        after.as_deref(),
        event.reason,
    )?;
    let content = chain::Content {
        id,
        at,
        actor_id: event.actor.map(|id| id.0),
        action: event.action,
        subject: event.subject,
        subject_id: event.subject_id,
        organisation_id: event.organisation.map(|id| id.0),
        before: before.as_deref(),
        after: after.as_deref(),
        reason: event.reason,
    };
    chain::expect(conn, &content)
}

/// The latest `limit` events of one thing, the newest first.
pub async fn of(conn: &mut Conn, subject: &str, id: i64, limit: i64) -> Result<Vec<Recorded>, StoreError> {
    all!(
        conn,
        Recorded,
        "SELECT event.id, event.at, person.name AS actor, event.action, event.before, event.after, event.reason
         FROM event LEFT JOIN person ON person.id = event.actor_id
         WHERE event.subject = $1 AND event.subject_id = $2
         ORDER BY event.id DESC LIMIT $3",
        subject,
        id,
        limit,
    )
}

/// The same of what concerns the organisations of a scope; what concerns no organisation at all is for those who see everything.
pub async fn of_within(
    conn: &mut Conn,
    scope: &Scope,
    (subject, id): (&str, i64),
    limit: i64,
) -> Result<Vec<Recorded>, StoreError> {
    all!(
        conn,
        Recorded,
        concat!(
            "SELECT event.id, event.at, person.name AS actor, event.action, event.before, event.after, event.reason
             FROM event LEFT JOIN person ON person.id = event.actor_id
             WHERE event.subject = $1 AND event.subject_id = $2 AND ",
            in_scope!("event.organisation_id", "$3"),
            " ORDER BY event.id DESC LIMIT $4"
        ),
        subject,
        id,
        only(scope),
        limit,
    )
}

/// The number of the event at the end of the chain: all events that stand in the chain up to it are kept with it, also where numbers
/// are given before others are committed.
pub async fn newest_linked(conn: &mut Conn) -> Result<Option<i64>, StoreError> {
    let row = maybe!(conn, (i64,), "SELECT event_id FROM event_link ORDER BY position DESC LIMIT 1")?;
    Ok(row.map(|(id,)| id))
}

/// The same as it was before a moment.
pub async fn newest_linked_before(conn: &mut Conn, end: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
    let row = maybe!(
        conn,
        (i64,),
        "SELECT event_link.event_id FROM event_link JOIN event ON event.id = event_link.event_id
         WHERE event.at < $1 ORDER BY event_link.position DESC LIMIT 1",
        end,
    )?;
    Ok(row.map(|(id,)| id))
}

/// The number of the latest event: it grows with every act, whichever process did it.
pub async fn latest(conn: &mut Conn) -> Result<Option<i64>, StoreError> {
    let row = maybe!(conn, (i64,), "SELECT id FROM event ORDER BY id DESC LIMIT 1")?;
    Ok(row.map(|(id,)| id))
}
