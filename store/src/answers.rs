//! What follows an answer, its text and its files, and how a controller sees it.
//!
//! The act of answering itself is in [`crate::obligations`].

use chrono::{DateTime, Utc};
use domain::answers::{AnswerKind, text_from};
use domain::ids::{AnswerId, ObligationId, PersonId};
use domain::obligation::State;
use domain::people::MayAnswer;
use domain::refusal::Refusal;
use serde_json::json;

use crate::events::{self, Event};
use crate::evidence::{self, Brought};
use crate::news::NewsKind;
use crate::obligations::{answer_kind_from_code, state_from_code};
use crate::query::{maybe, run};
use crate::{Conn, NotDone, StoreError};

/// An answer as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The answer.
    pub id: AnswerId,
    /// What was answered.
    pub kind: AnswerKind,
    /// The officer's own words.
    pub text: Option<String>,
    /// When.
    pub given_at: DateTime<Utc>,
    /// Who.
    pub person: PersonId,
    /// The name of who did.
    pub name: String,
    /// How many files were attached.
    pub files: i64,
}

#[derive(sqlx::FromRow)]
struct GivenRow {
    id: i64,
    kind: String,
    text: Option<String>,
    given_at: DateTime<Utc>,
    person_id: i64,
    name: String,
    files: i64,
}

/// The last answer to an obligation.
pub async fn last(conn: &mut Conn, obligation: ObligationId) -> Result<Option<Given>, StoreError> {
    let row = maybe!(
        conn,
        GivenRow,
        "SELECT answer.id, answer.kind, answer.text, answer.given_at, answer.person_id, person.name,
           (SELECT COUNT(*) FROM evidence
            WHERE evidence.obligation_id = answer.obligation_id AND evidence.answer_id = answer.id) AS files
         FROM answer JOIN person ON person.id = answer.person_id
         WHERE answer.obligation_id = $1 ORDER BY answer.id DESC LIMIT 1",
        obligation.0,
    )?;
    let given = row.map(|row| {
        Ok(Given {
            id: AnswerId(row.id),
            kind: answer_kind_from_code(row.kind)?,
            text: row.text,
            given_at: row.given_at,
            person: PersonId(row.person_id),
            name: row.name,
            files: row.files,
        })
    });
    given.transpose()
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
         ORDER BY id DESC LIMIT 1",
        obligation.0,
        decision.code(),
    )?;
    Ok(row.and_then(|(reason,)| reason))
}

/// Adds words to one's own answer, below what it says already. `false`: nothing readable was typed.
pub async fn add_text(
    conn: &mut Conn,
    right: &MayAnswer,
    id: AnswerId,
    typed: &str,
    now: DateTime<Utc>,
) -> Result<bool, NotDone> {
    let answer = open_answer(conn, right, id).await?;
    let Some(added) = text_from(typed)? else { return Ok(false) };
    let whole = match &answer.text {
        Some(before) => text_from(&format!("{before}\n{added}"))?,
        None => Some(added.clone()),
    };
    run!(conn, "UPDATE answer SET text = $1 WHERE id = $2", whole, id.0)?;
    record(conn, right, &answer, json!({ "text": added }), now).await?;
    Ok(true)
}

/// Notes a file for one's own answer; it is fetched afterwards. `false`: it stands there already.
pub async fn add_file(
    conn: &mut Conn,
    right: &MayAnswer,
    file: &Brought,
    now: DateTime<Utc>,
) -> Result<bool, NotDone> {
    let answer = open_answer(conn, right, file.answer).await?;
    if answer.obligation != file.obligation {
        return Err(Refusal::NotYours.into());
    }
    if !evidence::add(conn, file, now).await? {
        return Ok(false);
    }
    record(conn, right, &answer, json!({ "file": file.name, "bytes": file.bytes }), now).await?;
    Ok(true)
}

/// An answer to which its author may still add something.
struct OpenAnswer {
    obligation: ObligationId,
    text: Option<String>,
}

/// Control has not spoken yet, and the answer is the person's own; else the refusal.
async fn open_answer(conn: &mut Conn, right: &MayAnswer, id: AnswerId) -> Result<OpenAnswer, NotDone> {
    let row = maybe!(
        conn,
        (i64, Option<String>, String),
        "SELECT answer.obligation_id, answer.text, obligation.state
         FROM answer JOIN obligation ON obligation.id = answer.obligation_id
         WHERE answer.id = $1 AND answer.person_id = $2 AND obligation.organisation_id = $3",
        id.0,
        right.person().0,
        right.organisation().0,
    )?;
    let (obligation, text, state) = row.ok_or(Refusal::NotYours)?;
    match state_from_code(state)? {
        State::Accepted => Err(Refusal::AlreadyAccepted.into()),
        State::Cancelled => Err(Refusal::Cancelled.into()),
        State::Open | State::Reported | State::Returned => {
            Ok(OpenAnswer { obligation: ObligationId(obligation), text })
        }
    }
}

async fn record(
    conn: &mut Conn,
    right: &MayAnswer,
    answer: &OpenAnswer,
    added: serde_json::Value,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let event = Event {
        at: now,
        actor: Some(right.person()),
        action: "added",
        subject: "obligation",
        subject_id: Some(answer.obligation.0),
        organisation: Some(right.organisation()),
        before: None,
        after: Some(added),
        reason: None,
    };
    events::record(conn, &event).await
}
