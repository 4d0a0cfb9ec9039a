//! What became of the messages, for administrators: who was not reached and why, and what to do about it.
//!
//! Messages are shown without their words: what a citizen wrote may stand in them. Only where this program's own formatting was
//! at fault the text is shown, and never that of a case.

use chrono::{DateTime, Utc};
use domain::delivery::Cause;
use domain::ids::{OrganisationId, OutboxId, PersonId};
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;
use serde_json::json;

use crate::events::{self, Event};
use crate::query::{all, one, run};
use crate::{Conn, NotDone, StoreError};

/// A longer queue, or a longer day, is not counted to its end.
const COUNTED: i64 = 100_000;
/// So many troubles are settled by one press of a button.
const TOGETHER: i64 = 1_000;

/// What is looked at together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// What failed, and what nobody knows the fate of: the oldest last.
    Troubled,
    /// What waits to be sent, the next first.
    Waiting,
    /// What arrived, the latest first.
    Sent,
    /// What was not sent after all, the latest first.
    Dropped,
}

/// A message without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Its number.
    pub id: OutboxId,
    /// What it is about, in a word.
    pub purpose: String,
    /// `queued`, `sending`, `sent`, `failed`, `unknown` or `dropped`.
    pub state: String,
    /// What stood in the way.
    pub cause: Option<Cause>,
    /// The words that came back.
    pub error: Option<String>,
    /// How often it was tried.
    pub attempts: i64,
    /// Whose chat it was for.
    pub person: Option<PersonId>,
    /// Their name.
    pub name: Option<String>,
    /// Where they have a role.
    pub organisation: Option<OrganisationId>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// Not to be sent earlier.
    pub not_before: DateTime<Utc>,
    /// When it was sent, or given up.
    pub finished_at: Option<DateTime<Utc>>,
    /// Whether the same words went out without formatting.
    pub went_plain: bool,
    /// The arguments whose formatting could not be read, as JSON.
    pub faulty: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    purpose: String,
    state: String,
    cause: Option<String>,
    error: Option<String>,
    attempts: i64,
    person_id: Option<i64>,
    name: Option<String>,
    organisation_id: Option<i64>,
    created_at: DateTime<Utc>,
    not_before: DateTime<Utc>,
    finished_at: Option<DateTime<Utc>>,
    plain_id: Option<i64>,
    faulty: Option<String>,
}

impl From<Row> for Delivery {
    fn from(row: Row) -> Self {
        Self {
            id: OutboxId(row.id),
            purpose: row.purpose,
            state: row.state,
            cause: row.cause.as_deref().and_then(Cause::from_code),
            error: row.error,
            attempts: row.attempts,
            person: row.person_id.map(PersonId),
            name: row.name,
            organisation: row.organisation_id.map(OrganisationId),
            created_at: row.created_at,
            not_before: row.not_before,
            finished_at: row.finished_at,
            went_plain: row.plain_id.is_some(),
            faulty: row.faulty,
        }
    }
}

macro_rules! select_deliveries {
    ($rest:literal) => {
        concat!(
            "SELECT outbox.id, outbox.purpose, outbox.state, outbox.cause, outbox.error, outbox.attempts, outbox.person_id,
               person.name, outbox.created_at, outbox.not_before, outbox.finished_at, outbox.plain_id,
               (SELECT MIN(role_grant.organisation_id) FROM role_grant
                WHERE role_grant.person_id = outbox.person_id AND role_grant.ended_at IS NULL) AS organisation_id,
               CASE WHEN outbox.cause = 'markup' AND outbox.person_id IS NOT NULL AND outbox.purpose <> 'case_opened'
                 THEN outbox.body END AS faulty
             FROM outbox LEFT JOIN person ON person.id = outbox.person_id ",
            $rest
        )
    };
}

/// One page of a shelf. `cause` narrows the troubles.
pub async fn shelf(
    conn: &mut Conn,
    shelf: Shelf,
    cause: Option<Cause>,
    limit: i64,
    offset: i64,
) -> Result<Vec<Delivery>, StoreError> {
    let rows = match shelf {
        Shelf::Troubled => all!(
            conn,
            Row,
            select_deliveries!(
                "WHERE outbox.state IN ('failed', 'unknown') AND (CAST($1 AS TEXT) IS NULL OR outbox.cause = $1)
                 ORDER BY outbox.id DESC LIMIT $2 OFFSET $3"
            ),
            cause.map(Cause::code),
            limit,
            offset,
        )?,
        Shelf::Waiting => all!(
            conn,
            Row,
            select_deliveries!(
                "WHERE outbox.state = 'queued' ORDER BY outbox.priority, outbox.id LIMIT $1 OFFSET $2"
            ),
            limit,
            offset,
        )?,
        Shelf::Sent => all!(
            conn,
            Row,
            select_deliveries!(
                "WHERE outbox.state IN ('sent', 'dropped') AND outbox.state = 'sent'
                 ORDER BY outbox.finished_at DESC LIMIT $1 OFFSET $2"
            ),
            limit,
            offset,
        )?,
        Shelf::Dropped => all!(
            conn,
            Row,
            select_deliveries!(
                "WHERE outbox.state IN ('sent', 'dropped') AND outbox.state = 'dropped'
                 ORDER BY outbox.finished_at DESC LIMIT $1 OFFSET $2"
            ),
            limit,
            offset,
        )?,
    };
    Ok(rows.into_iter().map(Delivery::from).collect())
}

/// The messages to one person, the latest first.
pub async fn to_person(
    conn: &mut Conn,
    person: PersonId,
    limit: i64,
    offset: i64,
) -> Result<Vec<Delivery>, StoreError> {
    let rows = all!(
        conn,
        Row,
        select_deliveries!("WHERE outbox.person_id = $1 ORDER BY outbox.id DESC LIMIT $2 OFFSET $3"),
        person.0,
        limit,
        offset,
    )?;
    Ok(rows.into_iter().map(Delivery::from).collect())
}

/// How many messages stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Counts {
    /// They wait, or are on their way.
    pub waiting: i64,
    /// They arrived since the moment that was asked for.
    pub sent: i64,
    /// They were not sent after all, since that moment.
    pub dropped: i64,
    /// They failed, or nobody knows, and nobody has settled it.
    pub troubled: i64,
    /// Updates that could not be handled, and are not settled.
    pub parked: i64,
}

/// Counts the messages; those that are over since the moment `since`.
pub async fn counts(conn: &mut Conn, since: DateTime<Utc>) -> Result<Counts, StoreError> {
    one!(
        conn,
        Counts,
        "SELECT
           (SELECT COUNT(*) FROM (SELECT id FROM outbox WHERE state = 'queued' LIMIT $1) AS queue)
             + (SELECT COUNT(*) FROM outbox WHERE state = 'sending') AS waiting,
           (SELECT COUNT(*) FROM (SELECT id FROM outbox
              WHERE state IN ('sent', 'dropped') AND finished_at >= $2 AND state = 'sent' LIMIT $1) AS sent) AS sent,
           (SELECT COUNT(*) FROM (SELECT id FROM outbox
              WHERE state IN ('sent', 'dropped') AND finished_at >= $2 AND state = 'dropped' LIMIT $1) AS dropped)
             AS dropped,
           (SELECT COUNT(*) FROM (SELECT id FROM outbox WHERE state IN ('failed', 'unknown') LIMIT $1) AS troubled)
             AS troubled,
           (SELECT COUNT(*) FROM (SELECT update_id FROM parked_update WHERE resolved_at IS NULL LIMIT $1) AS parked)
             AS parked",
        COUNTED,
        since,
    )
}

/// How many messages and updates wait for an administrator, at most `up_to` of each.
pub async fn troubles(conn: &mut Conn, up_to: i64) -> Result<i64, StoreError> {
    let (n,) = one!(
        conn,
        (i64,),
        "SELECT (SELECT COUNT(*) FROM (SELECT id FROM outbox WHERE state IN ('failed', 'unknown') LIMIT $1) AS troubled)
           + (SELECT COUNT(*) FROM (SELECT update_id FROM parked_update WHERE resolved_at IS NULL LIMIT $1) AS parked)",
        up_to,
    )?;
    Ok(n)
}

/// The troubles by what stands in the way, the most frequent first.
pub async fn causes(conn: &mut Conn) -> Result<Vec<(Option<Cause>, i64)>, StoreError> {
    let rows = all!(
        conn,
        (Option<String>, i64),
        "SELECT cause, COUNT(*) FROM outbox WHERE state IN ('failed', 'unknown')
         GROUP BY cause ORDER BY COUNT(*) DESC, cause",
    )?;
    Ok(rows.into_iter().map(|(cause, n)| (cause.as_deref().and_then(Cause::from_code), n)).collect())
}

/// What an administrator decides about troubles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// They are sent once more.
    Retry,
    /// They are left as they are, and are no trouble any more.
    GiveUp,
}

/// Which troubles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// One message.
    One(OutboxId),
    /// All that have this cause.
    All(Cause),
}

/// Decides about troubles. Gives how many there were: none when somebody was quicker, or when what went out without formatting
/// would be sent again.
pub async fn decide(
    conn: &mut Conn,
    right: &MayAdminister,
    which: Which,
    decision: Decision,
    now: DateTime<Utc>,
) -> Result<u64, NotDone> {
    if *right.scope() != Scope::All {
        return Err(Refusal::NotYours.into());
    }
    let (id, cause) = match which {
        Which::One(id) => (Some(id.0), None),
        Which::All(cause) => (None, Some(cause.code())),
    };
    let settled = match decision {
        Decision::Retry => run!(
            conn,
            "UPDATE outbox SET state = 'queued', not_before = $1, queued_at = $1, finished_at = NULL, claimed_at = NULL,
               unsure = $2, useful_until = NULL
             WHERE id IN (SELECT id FROM outbox WHERE state IN ('failed', 'unknown') AND plain_id IS NULL AND body <> ''
               AND (id = $3 OR cause = $4) ORDER BY id LIMIT $5) AND state IN ('failed', 'unknown')",
            now,
            false,
            id,
            cause,
            TOGETHER,
        )?,
        Decision::GiveUp => run!(
            conn,
            "UPDATE outbox SET state = 'dropped', finished_at = $1
             WHERE id IN (SELECT id FROM outbox WHERE state IN ('failed', 'unknown') AND (id = $2 OR cause = $3)
               ORDER BY id LIMIT $4) AND state IN ('failed', 'unknown')",
            now,
            id,
            cause,
            TOGETHER,
        )?,
    };
    if settled > 0 {
        let event = Event {
            at: now,
            actor: right.person(),
            action: match decision {
                Decision::Retry => "retried",
                Decision::GiveUp => "given_up",
            },
            subject: "message",
            subject_id: id,
            organisation: None,
            before: None,
            after: Some(json!({ "cause": cause, "messages": settled })),
            reason: None,
        };
        events::record(conn, &event).await?;
    }
    Ok(settled)
}
