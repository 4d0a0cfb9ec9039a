//! The record of events as people read it: the newest first, narrowed by who, what, where, when and why.

use chrono::{DateTime, Utc};
use domain::ids::{OrganisationId, PersonId};
use domain::people::MayAudit;
use domain::text::fold;

use crate::boards::{in_scope, only};
use crate::query::all;
use crate::{Conn, StoreError};

/// What the record shows to whoever may read that of the organisations in `$scope`: what concerns these, and the rules that
/// hold for every organisation. Acts of the whole city about people, citizens and messages are for who sees the whole city.
macro_rules! to_be_read {
    ($scope:literal) => {
        concat!(
            "(",
            in_scope!("event.organisation_id", $scope),
            " OR event.organisation_id IS NULL AND event.action <> 'reminder_tried' AND event.subject IN ('plan', 'measure',
              'calendar', 'escalation', 'case_policy', 'control', 'rating_limits', 'themes')) "
        )
    };
}

/// Events that are read at once while words are looked for.
const READ: i64 = 500;

/// So many events are looked through for words before the person is asked to go on.
const LOOKED_AT: i64 = 10_000;

/// What the record is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Only what this person did.
    pub actor: Option<PersonId>,
    /// Only this act.
    pub action: Option<String>,
    /// Only what was done to this kind of thing,
    pub subject: Option<String>,
    /// and to the one of this number.
    pub subject_id: Option<i64>,
    /// Only what concerns this organisation.
    pub organisation: Option<OrganisationId>,
    /// Only from this moment on,
    pub from: Option<DateTime<Utc>>,
    /// and before this one.
    pub until: Option<DateTime<Utc>>,
    /// Only with these words in the reason.
    pub words: String,
    /// Only what is older than the event of this number.
    pub before: Option<i64>,
}

/// An event with what is needed to show it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Listed {
    /// Its place in the record.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it,
    pub actor_id: Option<i64>,
    /// and their name.
    pub actor: Option<String>,
    /// What was done.
    pub action: String,
    /// The kind of thing.
    pub subject: String,
    /// Its number.
    pub subject_id: Option<i64>,
    /// The organisation that it concerns.
    pub organisation_id: Option<i64>,
    /// How it was before, as JSON.
    pub before: Option<String>,
    /// How it is after, as JSON.
    pub after: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// What is asked for, when it is an obligation or a measure; the name of a person.
    pub name: Option<String>,
}

/// At most `limit` events, the newest first, and the number of the last one that was looked at when there may be more.
pub async fn list(
    conn: &mut Conn,
    right: &MayAudit,
    wanted: &Wanted,
    limit: usize,
) -> Result<(Vec<Listed>, Option<i64>), StoreError> {
    let words = fold(&wanted.words);
    let mut found = Vec::new();
    let mut before = wanted.before.unwrap_or(i64::MAX);
    let mut looked_at = 0;
    while looked_at < LOOKED_AT {
        let rows = page(conn, right, wanted, before, words.is_empty()).await?;
        let last_page = i64::try_from(rows.len()).is_ok_and(|read| read < READ);
        looked_at += READ;
        for row in rows {
            if found.len() == limit {
                return Ok((found, Some(before)));
            }
            before = row.id;
            let fits =
                words.is_empty() || row.reason.as_deref().is_some_and(|why| fold(why).contains(&words));
            if fits {
                found.push(row);
            }
        }
        if last_page {
            return Ok((found, None));
        }
    }
    Ok((found, Some(before)))
}

async fn page(
    conn: &mut Conn,
    right: &MayAudit,
    wanted: &Wanted,
    before: i64,
    with_or_without_reason: bool,
) -> Result<Vec<Listed>, StoreError> {
    all!(
        conn,
        Listed,
        concat!(
            "SELECT event.id, event.at, event.actor_id, person.name AS actor, event.action, event.subject,
               event.subject_id, event.organisation_id, event.before, event.after, event.reason,
               CASE event.subject
                 WHEN 'obligation' THEN (SELECT measure.text FROM obligation
                   JOIN measure ON measure.id = obligation.measure_id WHERE obligation.id = event.subject_id)
                 WHEN 'measure' THEN (SELECT measure.text FROM measure WHERE measure.id = event.subject_id)
                 WHEN 'person' THEN (SELECT one.name FROM person AS one WHERE one.id = event.subject_id)
               END AS name
             FROM event LEFT JOIN person ON person.id = event.actor_id
             WHERE event.id < $1
               AND (CAST($2 AS BIGINT) IS NULL OR event.actor_id = $2)
               AND (CAST($3 AS TEXT) IS NULL OR event.action = $3)
               AND (CAST($4 AS TEXT) IS NULL OR event.subject = $4)
               AND (CAST($5 AS BIGINT) IS NULL OR event.subject_id = $5)
               AND (CAST($6 AS BIGINT) IS NULL OR event.organisation_id = $6)
               AND event.at >= $7 AND event.at < $8
               AND ($9 OR event.reason IS NOT NULL)
               AND ",
            to_be_read!("$10"),
            "ORDER BY event.id DESC LIMIT $11"
        ),
        before,
        wanted.actor.map(|id| id.0),
        wanted.action.as_deref(),
        wanted.subject.as_deref(),
        wanted.subject_id,
        wanted.organisation.map(|id| id.0),
        wanted.from.unwrap_or(DateTime::UNIX_EPOCH),
        wanted.until.unwrap_or_else(far),
        with_or_without_reason,
        only(right.scope()),
        READ,
    )
}

/// Later than anything that is ever recorded.
fn far() -> DateTime<Utc> {
    DateTime::from_timestamp(32_503_680_000, 0).unwrap_or(DateTime::UNIX_EPOCH)
}

/// Who did anything that the right is about, by name.
pub async fn actors(conn: &mut Conn, right: &MayAudit) -> Result<Vec<(PersonId, String)>, StoreError> {
    let rows = all!(
        conn,
        (i64, String),
        concat!(
            "SELECT person.id, person.name FROM person
             WHERE EXISTS (SELECT 1 FROM event WHERE event.actor_id = person.id AND ",
            to_be_read!("$1"),
            ") ORDER BY person.name, person.id"
        ),
        only(right.scope()),
    )?;
    Ok(rows.into_iter().map(|(id, name)| (PersonId(id), name)).collect())
}
