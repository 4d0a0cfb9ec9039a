//! Cases that low ratings opened, the answers of the organisations, and what citizens say of them.

mod asking;
mod chain;
mod figures;
mod opening;
mod policy;

use chrono::{DateTime, NaiveDate, Utc};
use domain::cases::{Verdict, working_minutes};
use domain::ids::{CaseId, OrganisationId, RatingId, ServiceId};
use domain::people::{MayAnswer, Scope};
use domain::ratings::Reason;
use domain::refusal::Refusal;
use domain::written::{is_too_long, tidy};
use serde_json::json;

use crate::boards::{in_scope, only};
use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::organisations::Catalogue;
use crate::query::{all, maybe, one, run};
use crate::rating_boards::CaseState;
use crate::{Conn, NotDone, StoreError, opinions, responses};

pub use asking::{Asked, Said, Word, ask, forget_wishes, rated_on, said, take_seal};
pub use chain::{CaseChain, CaseStep, Unspoken, running, start, take, unspoken};
pub use figures::{figures, figures_between};
pub(crate) use opening::{open as open_for, open_for_words, withdraw};
pub use policy::{policy, set_policy};

/// A case with what the citizen said. Who the citizen is, nobody knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseView {
    /// Its number.
    pub id: CaseId,
    /// The rating that opened it.
    pub rating: RatingId,
    /// The service that was rated.
    pub service: ServiceId,
    /// Who must answer.
    pub organisation: OrganisationId,
    /// The mark that opened it.
    pub mark: i64,
    /// What the citizen ticked beside the mark.
    pub reasons: Vec<Reason>,
    /// The citizen's words, masked.
    pub comment: Option<String>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// Until when it must be answered.
    pub due: NaiveDate,
    /// Where it stands.
    pub state: CaseState,
    /// Whether the citizen was not content with a first answer.
    pub reopened: bool,
    /// Whether the citizen wants to hear the answer that is still to come.
    pub wanted: bool,
    /// The last answer, once there is one.
    pub answer: Option<CaseAnswer>,
}

impl CaseView {
    /// Whether an answer is expected.
    pub fn is_open(&self) -> bool {
        self.state == CaseState::Open
    }
}

/// An answer of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseAnswer {
    /// What it says.
    pub words: String,
    /// When it was given.
    pub at: DateTime<Utc>,
    /// What the citizen says of it.
    pub verdict: Option<Verdict>,
}

#[derive(sqlx::FromRow)]
struct CaseRow {
    id: i64,
    rating_id: i64,
    service_id: i64,
    organisation_id: i64,
    mark: i64,
    reasons: Option<String>,
    comment: Option<String>,
    opened_at: DateTime<Utc>,
    due: NaiveDate,
    state: String,
    reopened: i64,
    sealed_chat: Option<String>,
    words: Option<String>,
    at: Option<DateTime<Utc>>,
    verdict: Option<String>,
}

impl TryFrom<CaseRow> for CaseView {
    type Error = StoreError;

    fn try_from(row: CaseRow) -> Result<Self, StoreError> {
        let verdict = row.verdict.as_deref().and_then(Verdict::from_code);
        let answer = row.words.zip(row.at).map(|(words, at)| CaseAnswer { words, at, verdict });
        Ok(Self {
            id: CaseId(row.id),
            rating: RatingId(row.rating_id),
            service: ServiceId(row.service_id),
            organisation: OrganisationId(row.organisation_id),
            mark: row.mark,
            reasons: opinions::reasons_of(row.reasons.as_deref())?,
            comment: row.comment,
            opened_at: row.opened_at,
            due: row.due,
            state: CaseState::from_code(row.state)?,
            reopened: row.reopened > 0,
            wanted: row.sealed_chat.is_some(),
            answer,
        })
    }
}

/// The beginning of every query that makes a [`CaseView`].
macro_rules! select_cases {
    ($($rest:expr),+) => {
        concat!(
            "SELECT citizen_case.id, citizen_case.rating_id, citizen_case.service_id, citizen_case.organisation_id,
               citizen_case.mark, rating.comment, citizen_case.opened_at, citizen_case.due, citizen_case.state,
               (SELECT STRING_AGG(reason, ',') FROM rating_reason WHERE rating_id = rating.id) AS reasons,
               citizen_case.reopened, citizen_case.sealed_chat, case_answer.words, case_answer.at, case_answer.verdict
             FROM citizen_case JOIN rating ON rating.id = citizen_case.rating_id
             LEFT JOIN case_answer ON case_answer.case_id = citizen_case.id AND case_answer.round =
               (SELECT MAX(round) FROM case_answer AS last WHERE last.case_id = citizen_case.id) ",
            $($rest),+
        )
    };
}

/// One case.
pub async fn view(conn: &mut Conn, id: CaseId) -> Result<Option<CaseView>, StoreError> {
    let row = maybe!(conn, CaseRow, select_cases!("WHERE citizen_case.id = $1"), id.0,)?;
    row.map(TryInto::try_into).transpose()
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
    rows.into_iter().map(TryInto::try_into).collect()
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
    rows.into_iter().map(TryInto::try_into).collect()
}

/// How many cases of these organisations are late, and the one that is late the longest; none when none is.
pub async fn late(
    conn: &mut Conn,
    scope: &Scope,
    today: NaiveDate,
) -> Result<Option<(u64, CaseView)>, StoreError> {
    let worst = maybe!(
        conn,
        CaseRow,
        select_cases!(
            "WHERE citizen_case.state = 'open' AND citizen_case.due < $1 AND ",
            in_scope!("citizen_case.organisation_id", "$2"),
            " ORDER BY citizen_case.due, citizen_case.id LIMIT 1"
        ),
        today,
        only(scope),
    )?;
    let Some(worst) = worst else { return Ok(None) };
    let (number,) = one!(
        conn,
        (i64,),
        concat!(
            "SELECT COUNT(*) FROM citizen_case WHERE state = 'open' AND due < $1 AND ",
            in_scope!("organisation_id", "$2")
        ),
        today,
        only(scope),
    )?;
    Ok(Some((u64::try_from(number).unwrap_or_default(), worst.try_into()?)))
}

/// Keeps the organisation's answer to a case; the citizen who wants to hear it will.
pub async fn answer(
    conn: &mut Conn,
    right: &MayAnswer,
    catalogue: &Catalogue,
    id: CaseId,
    text: &str,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let text = tidy(text);
    if text.is_empty() {
        return Err(Refusal::ReasonMissing.into());
    }
    if is_too_long(&text) {
        return Err(Refusal::TextTooLong.into());
    }
    responses::answered(conn, id).await?;
    let answered = maybe!(
        conn,
        (DateTime<Utc>, Option<DateTime<Utc>>, i64, Option<String>),
        "UPDATE citizen_case SET state = 'answered', answer = $1, answered_by = $2, answered_at = $3
         WHERE id = $4 AND organisation_id = $5 AND state = 'open'
         RETURNING opened_at, reopened_at, reopened, sealed_chat",
        text.as_str(),
        right.person().0,
        now,
        id.0,
        right.organisation().0,
    )?;
    let Some((opened_at, reopened_at, round, sealed)) = answered else {
        let known = view(conn, id).await?;
        let ours = known.is_some_and(|case| case.organisation == right.organisation());
        return Err(if ours { Refusal::AlreadyReported } else { Refusal::NotYours }.into());
    };
    let began = reopened_at.unwrap_or(opened_at);
    let week = catalogue.week_of(right.organisation());
    run!(
        conn,
        "INSERT INTO case_answer (case_id, round, organisation_id, words, person_id, at, minutes)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        id.0,
        round,
        right.organisation().0,
        text.as_str(),
        right.person().0,
        now,
        working_minutes(began, now, &catalogue.calendar, week),
    )?;
    if sealed.is_some() {
        news::tell(conn, NewsKind::CaseAnswered, id.0, now).await?;
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
