//! Where a conversation stands between two messages: what the next words or the next file are for.
//!
//! It is kept under a keyed hash of the chat, survives a restart, and is forgotten after a day.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{AnswerId, CaseId, ExtensionId, ObligationId, PointId, RatingId, RecheckId, ServiceId};
use domain::language::Language;
use domain::retention::CONVERSATIONS;
use serde::{Deserialize, Serialize};
use store::{Conn, StoreError, conversations};

/// What the bot waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum State {
    /// Words or files for an answer that was given.
    Evidence(Evidence),
    /// Something that proves that the work is done: with it, it is reported.
    Proof(Proof),
    /// The number of a record in NIS.UZ.
    Record(Record),
    /// The reason of a return.
    Reason(Reason),
    /// Why more time is needed.
    MoreTime(MoreTimeFor),
    /// Why more time is refused.
    NoMoreTime(NoMoreTime),
    /// Why an accepted report does not stand.
    NotStanding(NotStanding),
    /// A comment to a rating.
    Comment(Comment),
    /// Nothing; but this message was a comment to a rating: when it is changed, the comment changes.
    Commented(Commented),
    /// The visit code without which a mark is not taken.
    VisitCode(VisitWanted),
    /// The answer to a case of a low mark.
    CaseAnswer(CaseAnswer),
    /// The name of a service.
    Searching(Searching),
    /// Nothing; but somebody without a place in the database has chosen a language.
    Speaks(Language),
}

/// Words or files for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Evidence {
    pub(super) answer: AnswerId,
    pub(super) obligation: ObligationId,
}

/// A proof, without which nothing is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Proof {
    pub(super) obligation: ObligationId,
    /// The message that asks for it.
    pub(super) message_id: Option<i64>,
}

/// The number of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) obligation: ObligationId,
    /// The answer that it is for; none when it is the proof that makes the report.
    pub(super) answer: Option<AnswerId>,
    /// The message that asks for it.
    pub(super) message_id: Option<i64>,
}

/// The reason of a return.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Reason {
    pub(super) obligation: ObligationId,
    pub(super) version: i64,
    /// The message that asks for it.
    pub(super) message_id: Option<i64>,
}

/// The reason for which more time is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct MoreTimeFor {
    pub(super) obligation: ObligationId,
    pub(super) day: NaiveDate,
    /// The message that asks for it.
    pub(super) message_id: Option<i64>,
}

/// The reason for which more time is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct NoMoreTime {
    pub(super) extension: ExtensionId,
    /// The message that asks for it.
    pub(super) message_id: Option<i64>,
}

/// The reason for which an accepted report does not stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct NotStanding {
    pub(super) recheck: RecheckId,
    /// The message that asks for it.
    pub(super) message_id: Option<i64>,
}

/// A comment to a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Comment {
    pub(super) rating: RatingId,
    pub(super) language: Language,
    /// The message that asks for it.
    pub(super) message_id: Option<i64>,
}

/// Which message was the comment to a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Commented {
    pub(super) rating: RatingId,
    pub(super) language: Language,
    /// The message of the person.
    pub(super) said: i64,
    /// The message that shows the rating.
    pub(super) shown: Option<i64>,
}

/// Where a visit code is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct VisitWanted {
    pub(super) service: ServiceId,
    /// None when the service was found by its name.
    pub(super) point: Option<PointId>,
    pub(super) language: Language,
}

/// The name of a service that somebody looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Searching {
    pub(super) language: Language,
    /// When it was asked for: words after a later mark are its comment.
    pub(super) since: DateTime<Utc>,
}

/// The answer to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CaseAnswer {
    pub(super) case: CaseId,
    /// The message that asks for it.
    pub(super) message_id: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    since: DateTime<Utc>,
    state: State,
}

/// What the bot waits for in the conversation of this key, unless it has waited too long.
pub(super) async fn load(
    conn: &mut Conn,
    key: &str,
    now: DateTime<Utc>,
) -> Result<Option<State>, StoreError> {
    let kept = conversations::get(conn, key).await?;
    // What another version wrote is as good as forgotten.
    let kept = kept.and_then(|text| serde_json::from_str::<Kept>(&text).ok());
    Ok(kept.filter(|kept| now - kept.since < CONVERSATIONS).map(|kept| kept.state))
}

/// The bot now waits for this.
pub(super) async fn keep(
    conn: &mut Conn,
    key: &str,
    state: &State,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let kept = Kept { since: now, state: state.clone() };
    let text = serde_json::to_string(&kept)
        .map_err(|_| StoreError::unknown("state of a conversation", format!("{state:?}")))?;
    conversations::set(conn, key, &text, now).await
}

/// The bot waits for nothing any more.
pub(super) async fn forget(conn: &mut Conn, key: &str) -> Result<(), StoreError> {
    conversations::clear(conn, key).await
}
