//! A low mark opens a case, and a raised one withdraws it: in the transaction of the vote.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, RatingId};
use serde_json::json;

use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::query::{maybe, run};
use crate::ratings::Vote;
use crate::{Conn, StoreError};

/// A low mark opens a case, or opens the one again that a higher mark withdrew; an open one only takes the new mark.
pub(crate) async fn open(
    conn: &mut Conn,
    rating: RatingId,
    vote: &Vote,
    due: NaiveDate,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let still_open = run!(
        conn,
        "UPDATE citizen_case SET mark = $1 WHERE rating_id = $2 AND state = 'open'",
        i64::from(vote.mark.get()),
        rating.0,
    )?;
    if still_open > 0 {
        return Ok(());
    }
    let opened = maybe!(
        conn,
        (i64,),
        "INSERT INTO citizen_case (rating_id, service_id, organisation_id, mark, opened_at, due, state)
         VALUES ($1, $2, $3, $4, $5, $6, 'open')
         ON CONFLICT (rating_id) DO UPDATE SET mark = excluded.mark, due = excluded.due, state = 'open'
           WHERE citizen_case.state = 'withdrawn'
         RETURNING id",
        rating.0,
        vote.service.0,
        vote.organisation.0,
        i64::from(vote.mark.get()),
        now,
        due,
    )?;
    // A case that was answered stays answered.
    let Some((case,)) = opened else { return Ok(()) };
    record(conn, "opened", CaseId(case), vote, now).await?;
    news::tell(conn, NewsKind::CaseOpened, case, now).await
}

/// The citizen thinks better of it: nobody need answer, and nobody will be told an answer.
pub(crate) async fn withdraw(
    conn: &mut Conn,
    rating: RatingId,
    vote: &Vote,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let withdrawn = maybe!(
        conn,
        (i64,),
        "UPDATE citizen_case SET state = 'withdrawn', sealed_chat = NULL
         WHERE rating_id = $1 AND state = 'open' RETURNING id",
        rating.0,
    )?;
    let Some((case,)) = withdrawn else { return Ok(()) };
    record(conn, "withdrawn", CaseId(case), vote, now).await?;
    news::tell(conn, NewsKind::CaseWithdrawn, case, now).await
}

async fn record(
    conn: &mut Conn,
    action: &str,
    case: CaseId,
    vote: &Vote,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let event = Event {
        at: now,
        actor: None,
        action,
        subject: "case",
        subject_id: Some(case.0),
        organisation: Some(vote.organisation),
        before: None,
        after: Some(json!({ "mark": vote.mark.get(), "service": vote.service.0 })),
        reason: None,
    };
    events::record(conn, &event).await
}
