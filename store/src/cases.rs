//! Cases that low ratings opened, and the answers of the organisations.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, OrganisationId, ServiceId};
use domain::people::MayAnswer;
use domain::refusal::Refusal;
use domain::written::{TEXT_LIMIT, tidy};
use serde_json::json;

use crate::events::{self, Event};
use crate::query::{all, maybe, run};
use crate::{Conn, NotDone, StoreError, responses};

/// A case with what the citizen said. Who the citizen is, nobody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseView {
    /// Its number.
    pub id: CaseId,
    /// The service that was rated.
    pub service: ServiceId,
    /// Who must answer.
    pub organisation: OrganisationId,
    /// The mark that opened it.
    pub mark: i64,
    /// The citizen's words, masked.
    pub comment: Option<String>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// Until when it must be answered.
    pub due: NaiveDate,
    /// The answer, once there is one.
    pub answer: Option<String>,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct CaseRow {
    id: i64,
    service_id: i64,
    organisation_id: i64,
    mark: i64,
    comment: Option<String>,
    opened_at: DateTime<Utc>,
    due: NaiveDate,
    answer: Option<String>,
    answered_at: Option<DateTime<Utc>>,
}

impl From<CaseRow> for CaseView {
    fn from(row: CaseRow) -> Self {
        Self {
            id: CaseId(row.id),
            service: ServiceId(row.service_id),
            organisation: OrganisationId(row.organisation_id),
            mark: row.mark,
            comment: row.comment,
            opened_at: row.opened_at,
            due: row.due,
            answer: row.answer,
            answered_at: row.answered_at,
        }
    }
}

/// The beginning of every query that makes a [`CaseView`].
macro_rules! select_cases {
    ($rest:literal) => {
        concat!(
            "SELECT citizen_case.id, citizen_case.service_id, citizen_case.organisation_id, citizen_case.mark,
               rating.comment, citizen_case.opened_at, citizen_case.due, citizen_case.answer,
               citizen_case.answered_at
             FROM citizen_case JOIN rating ON rating.id = citizen_case.rating_id ",
            $rest
        )
    };
}

/// One case.
pub async fn view(conn: &mut Conn, id: CaseId) -> Result<Option<CaseView>, StoreError> {
    let row = maybe!(conn, CaseRow, select_cases!("WHERE citizen_case.id = $1"), id.0,)?;
    Ok(row.map(Into::into))
}

/// Open cases of the whole city, the earliest due first.
pub async fn open(conn: &mut Conn, limit: i64) -> Result<Vec<CaseView>, StoreError> {
    let rows = all!(
        conn,
        CaseRow,
        select_cases!(
            "WHERE citizen_case.state = 'open'
         ORDER BY citizen_case.due, citizen_case.id LIMIT $1"
        ),
        limit,
    )?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Open cases of one organisation, the earliest due first.
pub async fn open_of(
    conn: &mut Conn,
    organisation: OrganisationId,
    limit: i64,
) -> Result<Vec<CaseView>, StoreError> {
    let rows = all!(
        conn,
        CaseRow,
        select_cases!(
            "WHERE citizen_case.organisation_id = $1 AND citizen_case.state = 'open'
         ORDER BY citizen_case.due, citizen_case.id LIMIT $2"
        ),
        organisation.0,
        limit,
    )?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Keeps the organisation's answer to a case.
pub async fn answer(
    conn: &mut Conn,
    right: &MayAnswer,
    id: CaseId,
    text: &str,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let text = tidy(text);
    if text.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    if text.chars().count() > TEXT_LIMIT {
        return Err(Refusal::TextTooLong.into());
    }
    responses::answered(conn, id).await?;
    let answered = run!(
        conn,
        "UPDATE citizen_case SET state = 'answered', answer = $1, answered_by = $2, answered_at = $3
         WHERE id = $4 AND organisation_id = $5 AND state = 'open'",
        text.as_str(),
        right.person().0,
        now,
        id.0,
        right.organisation().0,
    )?;
    if answered == 0 {
        let known = view(conn, id).await?;
        let ours = known.is_some_and(|case| case.organisation == right.organisation());
        return Err(if ours { Refusal::AlreadyReported } else { Refusal::NotYours }.into());
    }
    let event = Event {
        at: now,
        actor: Some(right.person()),
        action: "answered",
        subject: "case",
        subject_id: Some(id.0),
        organisation: Some(right.organisation()),
        before: None,
        after: Some(json!({ "answer": text })),
        reason: None,
    };
    Ok(events::record(conn, &event).await?)
}
