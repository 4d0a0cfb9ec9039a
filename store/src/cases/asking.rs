//! The citizen who wants to hear the answer, and what they say of it.
//!
//! The chat comes here sealed and is never read: it goes with the answer to the outbox, and is emptied there when it was sent.

use chrono::{DateTime, NaiveDate, Utc};
use domain::cases::{Next, Verdict};
use domain::delivery::Cause;
use domain::ids::{CaseId, OrganisationId, RatingId};
use domain::language::Language;
use domain::retention::WISHES;
use serde_json::json;

use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::query::{maybe, run};
use crate::{Conn, StoreError};

/// What came of a citizen's wish to hear the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It will be told.
    Waits(CaseId),
    /// It is there already.
    Answered(CaseId),
    /// No answer is expected to this rating, or the rating is somebody else's.
    Nothing,
}

/// Whoever gave this rating wants to hear the answer, in this language. `seal` gives their chat, sealed for the case.
pub async fn ask<F>(
    conn: &mut Conn,
    rating: RatingId,
    voter: &str,
    language: Language,
    seal: F,
) -> Result<Asked, StoreError>
where
    F: FnOnce(CaseId) -> Result<String, StoreError> + Send,
{
    let found = maybe!(
        conn,
        (i64, String),
        "SELECT citizen_case.id, citizen_case.state
         FROM citizen_case JOIN rating ON rating.id = citizen_case.rating_id
         WHERE rating.id = $1 AND rating.voter = $2",
        rating.0,
        voter,
    )?;
    let Some((id, state)) = found else { return Ok(Asked::Nothing) };
    if state == "answered" {
        return Ok(Asked::Answered(CaseId(id)));
    }
    let kept = run!(
        conn,
        "UPDATE citizen_case SET sealed_chat = $1, asked_language = $2 WHERE id = $3 AND state = 'open'",
        seal(CaseId(id))?,
        language.tag(),
        id,
    )?;
    Ok(if kept == 1 { Asked::Waits(CaseId(id)) } else { Asked::Nothing })
}

/// The sealed chat of who wants to hear the answer, and the language: taken out of the case, for the message that tells it.
pub async fn take_seal(conn: &mut Conn, case: CaseId) -> Result<Option<(String, Language)>, StoreError> {
    let found = maybe!(
        conn,
        (Option<String>, Option<String>),
        "SELECT sealed_chat, asked_language FROM citizen_case WHERE id = $1",
        case.0,
    )?;
    run!(conn, "UPDATE citizen_case SET sealed_chat = NULL WHERE id = $1", case.0)?;
    let Some((Some(sealed), language)) = found else { return Ok(None) };
    let language = language.as_deref().and_then(Language::from_tag).unwrap_or_default();
    Ok(Some((sealed, language)))
}

/// The day of the rating that opened a case: whoever gave it is known by the key of that year.
pub async fn rated_on(conn: &mut Conn, case: CaseId) -> Result<Option<NaiveDate>, StoreError> {
    let row = maybe!(
        conn,
        (NaiveDate,),
        "SELECT rating.day FROM citizen_case JOIN rating ON rating.id = citizen_case.rating_id
         WHERE citizen_case.id = $1",
        case.0,
    )?;
    Ok(row.map(|(day,)| day))
}

/// What came of a citizen's verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is kept, and the case is over.
    Over,
    /// It is kept, and the case is open again until this day.
    Again(NaiveDate),
    /// They said this before of the same answer.
    Before(Verdict),
    /// The case is not theirs, or has no answer.
    Nothing,
}

/// A verdict on the last answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The keyed hash of who says it.
    pub voter: String,
    /// What.
    pub verdict: Verdict,
    /// In which language they read.
    pub language: Language,
    /// Their chat, sealed for the case: for the next answer, if one is due.
    pub sealed: String,
    /// Until when the organisation must answer again, if it must.
    pub due: NaiveDate,
}

/// Keeps what the citizen says of the last answer.
pub async fn said(
    conn: &mut Conn,
    case: CaseId,
    word: &Word,
    now: DateTime<Utc>,
) -> Result<Said, StoreError> {
    let found = maybe!(
        conn,
        (i64, i64, String),
        "SELECT citizen_case.organisation_id, citizen_case.reopened, citizen_case.state
         FROM citizen_case JOIN rating ON rating.id = citizen_case.rating_id
         WHERE citizen_case.id = $1 AND rating.voter = $2",
        case.0,
        word.voter.as_str(),
    )?;
    let Some((organisation, round, state)) = found else { return Ok(Said::Nothing) };
    let kept = match state.as_str() {
        "answered" => run!(
            conn,
            "UPDATE case_answer SET verdict = $1, verdict_at = $2
             WHERE case_id = $3 AND round = $4 AND verdict IS NULL",
            word.verdict.code(),
            now,
            case.0,
            round,
        )?,
        _ => 0,
    };
    if kept == 0 {
        return before(conn, case).await;
    }
    let again = word.verdict.next(round > 0) == Next::Again;
    if again {
        run!(
            conn,
            "UPDATE citizen_case SET state = 'open', reopened = reopened + $1, reopened_at = $2, due = $3,
               sealed_chat = $4, asked_language = $5
             WHERE id = $6 AND state = 'answered'",
            1_i64,
            now,
            word.due,
            word.sealed.as_str(),
            word.language.tag(),
            case.0,
        )?;
    } else {
        run!(conn, "UPDATE citizen_case SET sealed_chat = NULL WHERE id = $1", case.0)?;
    }
    let event = Event {
        at: now,
        actor: None,
        action: if again { "reopened" } else { "closed" },
        subject: "case",
        subject_id: Some(case.0),
        organisation: Some(OrganisationId(organisation)),
        before: None,
        after: Some(json!({ "verdict": word.verdict.code() })),
        reason: None,
    };
    events::record(conn, &event).await?;
    news::tell(conn, if again { NewsKind::CaseReopened } else { NewsKind::CaseJudged }, case.0, now).await?;
    Ok(if again { Said::Again(word.due) } else { Said::Over })
}

async fn before(conn: &mut Conn, case: CaseId) -> Result<Said, StoreError> {
    let last = maybe!(
        conn,
        (Option<String>,),
        "SELECT verdict FROM case_answer WHERE case_id = $1 ORDER BY round DESC LIMIT 1",
        case.0,
    )?;
    let verdict = last.and_then(|(verdict,)| verdict).and_then(|code| Verdict::from_code(&code));
    Ok(verdict.map_or(Said::Nothing, Said::Before))
}

/// Forgets up to `limit` chats of citizens who have waited for an answer for too long, and the same of answers that could not be
/// sent for so long. Gives the larger of the two numbers: below `limit` nothing is left to forget.
pub async fn forget_wishes(conn: &mut Conn, now: DateTime<Utc>, limit: i64) -> Result<u64, StoreError> {
    let waiting = run!(
        conn,
        "UPDATE citizen_case SET sealed_chat = NULL, asked_language = NULL WHERE id IN (
           SELECT id FROM citizen_case WHERE sealed_chat IS NOT NULL AND COALESCE(reopened_at, opened_at) < $1
           ORDER BY id LIMIT $2)",
        now - WISHES,
        limit,
    )?;
    let unsent = run!(
        conn,
        "UPDATE outbox SET state = 'dropped', finished_at = $1, cause = $2, body = '', sealed_chat = NULL WHERE id IN (
           SELECT id FROM outbox WHERE sealed_chat IS NOT NULL AND state = 'queued' AND created_at < $3
           ORDER BY id LIMIT $4)",
        now,
        Cause::Expired.code(),
        now - WISHES,
        limit,
    )?;
    Ok(waiting.max(unsent))
}
