//! What follows an answer: words, files, a promised day, changes; and how a controller sees it.
//!
//! The act of answering itself is in [`crate::obligations`]. What was said before a change stays as a version.

mod adding;
mod editing;
mod open;

use chrono::{DateTime, NaiveDate, Utc};
use domain::answers::AnswerKind;
use domain::ids::{AnswerId, ObligationId, OrganisationId, PersonId};

use crate::evidence;
use crate::news::NewsKind;
use crate::obligations::answer_kind_from_code;
use crate::query::maybe;
use crate::{Conn, StoreError};

pub(crate) use adding::first_words;
pub use adding::{Added, FileAdded, Piece, add, report_with};
pub use editing::{Edited, PartPlace, by_message, check_open, edit, promise};

/// An answer as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The answer.
    pub id: AnswerId,
    /// What was answered.
    pub kind: AnswerKind,
    /// The officer's own words.
    pub text: Option<String>,
    /// The day that was promised.
    pub promised: Option<NaiveDate>,
    /// When.
    pub given_at: DateTime<Utc>,
    /// Who.
    pub person: PersonId,
    /// The name of who did.
    pub name: String,
    /// How many files were attached.
    pub files: i64,
    /// The links in its words.
    pub links: Vec<String>,
    /// The numbers of records in NIS.UZ.
    pub records: Vec<String>,
    /// How often it was changed.
    pub changes: i64,
}

#[derive(sqlx::FromRow)]
struct GivenRow {
    id: i64,
    kind: String,
    text: Option<String>,
    promised: Option<NaiveDate>,
    given_at: DateTime<Utc>,
    person_id: i64,
    name: String,
    files: i64,
    changes: i64,
}

/// The last answer to an obligation that was not taken back.
pub async fn last(conn: &mut Conn, obligation: ObligationId) -> Result<Option<Given>, StoreError> {
    let row = maybe!(
        conn,
        GivenRow,
        "SELECT answer.id, answer.kind, answer.text, answer.promised, answer.given_at, answer.person_id, person.name,
           (SELECT COUNT(*) FROM evidence
            WHERE evidence.answer_id = answer.id AND evidence.kind IN ('file', 'photo')) AS files,
           (SELECT COUNT(*) FROM answer_version WHERE answer_version.answer_id = answer.id) AS changes
         FROM answer JOIN person ON person.id = answer.person_id
         WHERE answer.obligation_id = $1 AND answer.taken_back_at IS NULL ORDER BY answer.id DESC LIMIT 1",
        obligation.0,
    )?;
    let Some(row) = row else { return Ok(None) };
    let (links, records) = evidence::named(conn, AnswerId(row.id)).await?;
    Ok(Some(Given {
        id: AnswerId(row.id),
        kind: answer_kind_from_code(row.kind)?,
        text: row.text,
        promised: row.promised,
        given_at: row.given_at,
        person: PersonId(row.person_id),
        name: row.name,
        files: row.files,
        links,
        records,
        changes: row.changes,
    }))
}

/// Where an answer belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerPlace {
    /// The obligation.
    pub obligation: ObligationId,
    /// Whose obligation it is.
    pub organisation: OrganisationId,
    /// Who gave it.
    pub person: PersonId,
    /// What was answered.
    pub kind: AnswerKind,
    /// The day that it promises.
    pub promised: Option<NaiveDate>,
}

/// Where an answer belongs; `None` when there is no such answer.
pub async fn place(conn: &mut Conn, id: AnswerId) -> Result<Option<AnswerPlace>, StoreError> {
    let row = maybe!(
        conn,
        (i64, i64, i64, String, Option<NaiveDate>),
        "SELECT answer.obligation_id, obligation.organisation_id, answer.person_id, answer.kind, answer.promised
         FROM answer JOIN obligation ON obligation.id = answer.obligation_id WHERE answer.id = $1",
        id.0,
    )?;
    let place = row.map(|(obligation, organisation, person, kind, promised)| {
        Ok(AnswerPlace {
            obligation: ObligationId(obligation),
            organisation: OrganisationId(organisation),
            person: PersonId(person),
            kind: answer_kind_from_code(kind)?,
            promised,
        })
    });
    place.transpose()
}

/// The words of the last answer that counted before the moment `end`, as they read before anything of them was changed since. What was
/// only added to them since stands among them.
pub(crate) async fn words_before(
    conn: &mut Conn,
    obligation: ObligationId,
    end: DateTime<Utc>,
) -> Result<Option<String>, StoreError> {
    let row = maybe!(
        conn,
        (i64, Option<String>),
        "SELECT id, text FROM answer
         WHERE obligation_id = $1 AND given_at < $2 AND (taken_back_at IS NULL OR taken_back_at >= $2)
         ORDER BY id DESC LIMIT 1",
        obligation.0,
        end,
    )?;
    let Some((answer, now)) = row else { return Ok(None) };
    let before = maybe!(
        conn,
        (Option<String>,),
        "SELECT text FROM answer_version WHERE answer_id = $1 AND until >= $2 ORDER BY version LIMIT 1",
        answer,
        end,
    )?;
    Ok(before.map_or(now, |(text,)| text))
}

/// Why the obligation was last sent back.
pub async fn last_return(conn: &mut Conn, obligation: ObligationId) -> Result<Option<String>, StoreError> {
    last_reason(conn, obligation, NewsKind::Returned).await
}

/// Why the obligation was cancelled.
pub async fn last_cancellation(
    conn: &mut Conn,
    obligation: ObligationId,
) -> Result<Option<String>, StoreError> {
    last_reason(conn, obligation, NewsKind::Cancelled).await
}

async fn last_reason(
    conn: &mut Conn,
    obligation: ObligationId,
    decision: NewsKind,
) -> Result<Option<String>, StoreError> {
    let row = maybe!(
        conn,
        (Option<String>,),
        "SELECT reason FROM event WHERE subject = 'obligation' AND subject_id = $1 AND action = $2
           AND COALESCE((SELECT next.action FROM event AS next
             WHERE next.subject = 'obligation' AND next.subject_id = $1 AND next.id > event.id
               AND next.action IN ('accepted', 'returned', 'cancelled', 'undone')
             ORDER BY next.id LIMIT 1), '') <> 'undone'
         ORDER BY id DESC LIMIT 1",
        obligation.0,
        decision.code(),
    )?;
    Ok(row.and_then(|(reason,)| reason))
}
