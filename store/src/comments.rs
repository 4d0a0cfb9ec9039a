//! Comments of citizens as a reviewer reads them: the latest ones, what is hidden, and what is worth a case.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, OrganisationId, RatingId, ServiceId};
use domain::people::{MayAdminister, MayDecide, Scope};
use domain::ratings::Themes;
use domain::refusal::Refusal;
use domain::retention::{COMMENTS, HIDDEN_COMMENTS};
use domain::written::{is_too_long, tidy};
use serde_json::json;

use crate::boards::{in_scope, only};
use crate::events::{self, Event};
use crate::query::{all, maybe, one, run};
use crate::{Conn, NotDone, StoreError, cases, settings};

/// Where the themes are kept, as JSON.
const THEMES: &str = "ratings.themes";

/// A comment. Who wrote it, nobody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The rating that it belongs to.
    pub rating: RatingId,
    /// The service.
    pub service: ServiceId,
    /// Who gives it.
    pub organisation: OrganisationId,
    /// The mark.
    pub mark: i64,
    /// When the mark was given.
    pub given_at: DateTime<Utc>,
    /// The words, masked.
    pub words: String,
    /// The case of the rating, when there is one.
    pub case: Option<CaseId>,
}

/// The latest comments since a moment.
pub async fn latest(
    conn: &mut Conn,
    scope: &Scope,
    since: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Comment>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64, i64, i64, DateTime<Utc>, String, Option<i64>),
        concat!(
            "SELECT rating.id, rating.service_id, rating.organisation_id, rating.mark, rating.given_at, rating.comment,
               citizen_case.id
             FROM rating
             LEFT JOIN citizen_case ON citizen_case.rating_id = rating.id
             WHERE rating.comment IS NOT NULL AND rating.given_at >= $1 AND ",
            in_scope!("rating.organisation_id", "$2"),
            " ORDER BY rating.given_at DESC, rating.id DESC LIMIT $3"
        ),
        since,
        only(scope),
        limit,
    )?;
    let comments = rows.into_iter().map(|(id, service, organisation, mark, given_at, words, case)| Comment {
        rating: RatingId(id),
        service: ServiceId(service),
        organisation: OrganisationId(organisation),
        mark,
        given_at,
        words,
        case: case.map(CaseId),
    });
    Ok(comments.collect())
}

/// How many comments were hidden since a moment.
pub async fn hidden(conn: &mut Conn, scope: &Scope, since: DateTime<Utc>) -> Result<u64, StoreError> {
    let (number,) = one!(
        conn,
        (i64,),
        concat!(
            "SELECT COUNT(*) FROM rating
             WHERE rating.hidden_at >= $1 AND ",
            in_scope!("rating.organisation_id", "$2")
        ),
        since,
        only(scope),
    )?;
    Ok(u64::try_from(number).unwrap_or_default())
}

/// The organisation to whose service a rating was given.
pub async fn organisation_of(
    conn: &mut Conn,
    rating: RatingId,
) -> Result<Option<OrganisationId>, StoreError> {
    let row = maybe!(conn, (i64,), "SELECT organisation_id FROM rating WHERE id = $1", rating.0,)?;
    Ok(row.map(|(organisation,)| OrganisationId(organisation)))
}

/// Hides a comment: it is shown nowhere any more, the mark still counts.
pub async fn hide(
    conn: &mut Conn,
    right: &MayDecide,
    rating: RatingId,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let reason = tidy(reason);
    if reason.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    if is_too_long(&reason) {
        return Err(Refusal::ReasonTooLong.into());
    }
    let hidden = run!(
        conn,
        "UPDATE rating SET hidden_comment = comment, comment = NULL, hidden_at = $1
         WHERE id = $2 AND comment IS NOT NULL
           AND service_id IN (SELECT id FROM service WHERE organisation_id = $3)",
        now,
        rating.0,
        right.organisation().0,
    )?;
    if hidden == 0 {
        return Err(Refusal::CommentGone.into());
    }
    let event = Event { action: "hidden", reason: Some(&reason), ..event(right, rating, now) };
    Ok(events::record(conn, &event).await?)
}

/// A reviewer finds that a comment complains although its mark is not low: it opens a case like a low mark.
pub async fn needs_answer(
    conn: &mut Conn,
    right: &MayDecide,
    rating: RatingId,
    due: NaiveDate,
    now: DateTime<Utc>,
) -> Result<CaseId, NotDone> {
    if organisation_of(conn, rating).await? != Some(right.organisation()) {
        return Err(Refusal::CommentGone.into());
    }
    let Some(case) = cases::open_for_words(conn, rating, due, now).await? else {
        return Err(Refusal::CommentGone.into());
    };
    let event = Event { action: "needs_answer", ..event(right, rating, now) };
    events::record(conn, &event).await?;
    Ok(case)
}

/// Opens a case when the words of a comment complain by the themes: to be called in the transaction that keeps the comment.
pub async fn heed(
    conn: &mut Conn,
    rating: RatingId,
    masked: &str,
    due: NaiveDate,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if themes(conn).await?.complain(masked) {
        cases::open_for_words(conn, rating, due, now).await?;
    }
    Ok(())
}

/// Forgets up to `limit` comments that are older than they are needed, and the same of hidden ones. While a case waits, the words
/// that it is about stay. Gives the larger of the two numbers: below `limit` nothing is left to forget.
pub async fn forget_old(conn: &mut Conn, now: DateTime<Utc>, limit: i64) -> Result<u64, StoreError> {
    let shown = run!(
        conn,
        "UPDATE rating SET comment = NULL WHERE id IN (
           SELECT id FROM rating WHERE comment IS NOT NULL AND given_at < $1
             AND NOT EXISTS (SELECT 1 FROM citizen_case
               WHERE citizen_case.rating_id = rating.id AND citizen_case.state = 'open')
           ORDER BY given_at LIMIT $2)",
        now - COMMENTS,
        limit,
    )?;
    let hidden = run!(
        conn,
        "UPDATE rating SET hidden_comment = NULL WHERE id IN (
           SELECT id FROM rating WHERE hidden_at IS NOT NULL AND hidden_at < $1 AND hidden_comment IS NOT NULL
           ORDER BY hidden_at LIMIT $2)",
        now - HIDDEN_COMMENTS,
        limit,
    )?;
    Ok(shown.max(hidden))
}

fn event<'a>(right: &MayDecide, rating: RatingId, now: DateTime<Utc>) -> Event<'a> {
    Event {
        at: now,
        actor: Some(right.person()),
        action: "",
        subject: "comment",
        subject_id: Some(rating.0),
        organisation: Some(right.organisation()),
        before: None,
        after: None,
        reason: None,
    }
}

/// The themes; the usual ones while nobody has changed them.
pub async fn themes(conn: &mut Conn) -> Result<Themes, StoreError> {
    let kept = settings::get(conn, THEMES).await?;
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Keeps other themes: comments of the past are counted by them, too.
pub async fn set_themes(
    conn: &mut Conn,
    right: &MayAdminister,
    themes: &Themes,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    if *right.scope() != Scope::All {
        return Err(Refusal::NotYours.into());
    }
    let before = self::themes(conn).await?;
    settings::set(conn, THEMES, &json!(themes).to_string(), now).await?;
    let event = Event {
        at: now,
        actor: right.person(),
        action: "set",
        subject: "themes",
        subject_id: None,
        organisation: None,
        before: Some(json!(before)),
        after: Some(json!(themes)),
        reason: None,
    };
    Ok(events::record(conn, &event).await?)
}
