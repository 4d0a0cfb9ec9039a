//! What opens a case: a low mark, which a raised one takes back, and words that complain.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, OrganisationId, RatingId};
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
         ON CONFLICT (rating_id) DO UPDATE SET mark = excluded.mark, opened_at = excluded.opened_at, due = excluded.due, state = 'open',
             opened_by = 'mark'
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

/// The words of a rating open a case, or open the one again that a higher mark withdrew. `None`: there are no words, or it
/// is open or answered already.
pub(crate) async fn open_for_words(
    conn: &mut Conn,
    rating: RatingId,
    due: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Option<CaseId>, StoreError> {
    // A case of the mark stands for the words from now on: raising the mark does not take them back.
    run!(
        conn,
        "UPDATE citizen_case SET opened_by = 'comment' WHERE rating_id = $1 AND state = 'open'",
        rating.0,
    )?;
    let opened = maybe!(
        conn,
        (i64, i64),
        "INSERT INTO citizen_case (rating_id, service_id, organisation_id, mark, opened_at, due, state, opened_by)
         SELECT rating.id, rating.service_id, rating.organisation_id, rating.mark, $1, $2, 'open', 'comment'
         FROM rating
         WHERE rating.id = $3 AND rating.comment IS NOT NULL AND rating.standing <> 'left_out'
         ON CONFLICT (rating_id) DO UPDATE
           SET mark = excluded.mark, opened_at = excluded.opened_at, due = excluded.due, state = 'open', opened_by = 'comment'
           WHERE citizen_case.state = 'withdrawn'
         RETURNING id, organisation_id",
        now,
        due,
        rating.0,
    )?;
    let Some((case, organisation)) = opened else { return Ok(None) };
    let event = Event {
        at: now,
        actor: None,
        action: "opened",
        subject: "case",
        subject_id: Some(case),
        organisation: Some(OrganisationId(organisation)),
        before: None,
        after: Some(json!({ "by": "comment" })),
        reason: None,
    };
    events::record(conn, &event).await?;
    news::tell(conn, NewsKind::CaseOpened, case, now).await?;
    Ok(Some(CaseId(case)))
}

/// The citizen thinks better of it: nobody need answer, and nobody will be told an answer. Words that complain still stand.
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
         WHERE rating_id = $1 AND state = 'open' AND opened_by = 'mark' RETURNING id",
        rating.0,
    )?;
    let Some((case,)) = withdrawn else {
        // Its words stand, beside the mark that is given now.
        run!(
            conn,
            "UPDATE citizen_case SET mark = $1 WHERE rating_id = $2 AND state = 'open'",
            i64::from(vote.mark.get()),
            rating.0,
        )?;
        return Ok(());
    };
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
