//! What people do with an obligation: answer it, accept it, send it back, cancel it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::answers::Answer;
use domain::compliance::Class;
use domain::evidence::Need;
use domain::ids::{AnswerId, ObligationId, OrganisationId, PersonId};
use domain::obligation::{Change, Life, State};
use domain::people::{MayAnswer, MayDecide};
use domain::refusal::Refusal;
use serde_json::json;

use super::{ObligationView, TRIES, counts, extensions, need_from_code, state_from_code, view};
use crate::answers;
use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::query::{maybe, one, run};
use crate::{Conn, NotDone, StoreError, rechecks, reports};

/// An answer that was kept, and how the obligation stands after it.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The answer; a text or a file may follow it.
    pub answer: AnswerId,
    /// The obligation after it.
    pub view: ObligationView,
}

/// Keeps an answer of an officer.
pub async fn answer(
    conn: &mut Conn,
    right: &MayAnswer,
    id: ObligationId,
    given: &Answer,
    now: DateTime<Utc>,
) -> Result<Answered, NotDone> {
    for _ in 0..TRIES {
        let row = load(conn, id).await?;
        let change = given.apply(&row.life, right, now)?;
        given.check_proof(row.need)?;
        let submitted_at = if given.kind().is_report() { Some(now) } else { row.submitted_at };
        let changed = run!(
            conn,
            "UPDATE obligation
             SET state = $1, state_version = state_version + $2, submitted_on = $3, submitted_at = $4,
               last_answer = $5, last_answer_at = $6, promised = $7
             WHERE id = $8 AND state_version = $9 AND due = $10",
            change.to.code(),
            i64::from(change.to != change.from),
            change.submitted_on,
            submitted_at,
            given.kind().code(),
            now,
            given.promised(),
            id.0,
            row.version,
            row.due,
        )?;
        if changed == 0 {
            continue;
        }
        let answer = keep_answer(conn, right, id, given, now).await?;
        recount(conn, &row, &change).await?;
        let event = Event {
            action: "answered",
            after: Some(json!({
                "answer": given.kind().code(), "text": given.text(), "promised": given.promised(),
                "state": change.to.code(),
            })),
            ..row.event(right.person(), id, now)
        };
        events::record(conn, &event).await?;
        if given.kind().is_report() {
            news::tell(conn, NewsKind::Reported, id.0, now).await?;
        }
        return Ok(Answered { answer, view: known(conn, id).await? });
    }
    Err(NotDone::Failed(StoreError::Contended))
}

async fn keep_answer(
    conn: &mut Conn,
    right: &MayAnswer,
    obligation: ObligationId,
    given: &Answer,
    now: DateTime<Utc>,
) -> Result<AnswerId, NotDone> {
    let (id,) = one!(
        conn,
        (i64,),
        "INSERT INTO answer (obligation_id, person_id, kind, promised, given_at)
         VALUES ($1, $2, $3, $4, $5) RETURNING id",
        obligation.0,
        right.person().0,
        given.kind().code(),
        given.promised(),
        now,
    )?;
    if let Some(text) = given.text() {
        answers::first_words(conn, right, AnswerId(id), text, now).await?;
    }
    Ok(AnswerId(id))
}

/// Takes a reported obligation off control. `seen` is the version that the controller looked at, when it is known.
pub async fn accept(
    conn: &mut Conn,
    right: &MayDecide,
    id: ObligationId,
    seen: Option<i64>,
    now: DateTime<Utc>,
) -> Result<ObligationView, NotDone> {
    accept_and(conn, right, (id, seen), Told::Now, now).await
}

/// Sends a report back, with the reason.
pub async fn send_back(
    conn: &mut Conn,
    right: &MayDecide,
    id: ObligationId,
    seen: Option<i64>,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<ObligationView, NotDone> {
    send_back_and(conn, right, (id, seen), reason, Told::Now, now).await
}

/// Stops asking for an obligation, with the reason; `seen` is the version that was looked at.
pub async fn cancel(
    conn: &mut Conn,
    right: &MayDecide,
    (id, seen): (ObligationId, Option<i64>),
    reason: &str,
    now: DateTime<Utc>,
) -> Result<ObligationView, NotDone> {
    let act = Act { right, id, seen, told: Told::Now, now };
    decide(conn, act, NewsKind::Cancelled, |life| life.cancel(right, reason)).await
}

/// When those concerned are told of a decision.
#[derive(Clone, Copy, Debug)]
pub(super) enum Told {
    /// As soon as it is kept.
    Now,
    /// From this moment on: until then it can be taken back.
    From(DateTime<Utc>),
}

/// [`accept`], telling of it in due time.
pub(super) async fn accept_and(
    conn: &mut Conn,
    right: &MayDecide,
    (id, seen): (ObligationId, Option<i64>),
    told: Told,
    now: DateTime<Utc>,
) -> Result<ObligationView, NotDone> {
    let act = Act { right, id, seen, told, now };
    decide(conn, act, NewsKind::Accepted, |life| life.accept(right)).await
}

/// [`send_back`], telling of it in due time.
pub(super) async fn send_back_and(
    conn: &mut Conn,
    right: &MayDecide,
    (id, seen): (ObligationId, Option<i64>),
    reason: &str,
    told: Told,
    now: DateTime<Utc>,
) -> Result<ObligationView, NotDone> {
    let act = Act { right, id, seen, told, now };
    decide(conn, act, NewsKind::Returned, |life| life.send_back(right, reason)).await
}

/// Somebody decides about an obligation.
struct Act<'a> {
    right: &'a MayDecide,
    id: ObligationId,
    seen: Option<i64>,
    told: Told,
    now: DateTime<Utc>,
}

async fn decide(
    conn: &mut Conn,
    Act { right, id, seen, told, now }: Act<'_>,
    news: NewsKind,
    rule: impl Fn(&Life) -> Result<Change, Refusal>,
) -> Result<ObligationView, NotDone> {
    for _ in 0..TRIES {
        let row = load(conn, id).await?;
        let change = rule(&row.life)?;
        if seen.is_some_and(|seen| seen != row.version) {
            // It was added to, or sent back and reported anew, since the controller looked.
            return Err(Refusal::ReportChanged.into());
        }
        let submitted_at = change.submitted_on.and(row.submitted_at);
        let changed = run!(
            conn,
            "UPDATE obligation
             SET state = $1, state_version = state_version + 1, submitted_on = $2, submitted_at = $3, decided_at = $4
             WHERE id = $5 AND state_version = $6 AND due = $7",
            change.to.code(),
            change.submitted_on,
            submitted_at,
            now,
            id.0,
            row.version,
            row.due,
        )?;
        if changed == 0 {
            continue;
        }
        recount(conn, &row, &change).await?;
        match told {
            Told::Now => reports::ended(conn, id, row.version).await?,
            Told::From(from) => reports::ends_from(conn, id, row.version, from).await?,
        }
        let event = Event {
            action: news.code(),
            after: Some(json!({ "state": change.to.code() })),
            reason: change.reason.as_deref(),
            ..row.event(right.person(), id, now)
        };
        events::record(conn, &event).await?;
        if matches!(change.to, State::Accepted | State::Cancelled) {
            let closed = extensions::close(conn, id, now).await?;
            if let (Told::From(from), Some(request)) = (told, closed) {
                reports::request_ends_from(conn, request, from).await?;
            }
        }
        if change.to == State::Accepted {
            rechecks::choose(conn, id, row.life.organisation, right.person(), now).await?;
        }
        match told {
            Told::Now => news::tell(conn, news, id.0, now).await?,
            Told::From(from) => news::tell_from(conn, news, id.0, (now, from)).await?,
        }
        return Ok(known(conn, id).await?);
    }
    Err(NotDone::Failed(StoreError::Contended))
}

/// An obligation as an act looks at it.
pub(super) struct Row {
    pub(super) life: Life,
    pub(super) version: i64,
    pub(super) due: NaiveDate,
    pub(super) decided_at: Option<DateTime<Utc>>,
    submitted_at: Option<DateTime<Utc>>,
    need: Need,
}

impl Row {
    pub(super) fn event(&self, actor: PersonId, id: ObligationId, now: DateTime<Utc>) -> Event<'static> {
        Event {
            at: now,
            actor: Some(actor),
            action: "",
            subject: "obligation",
            subject_id: Some(id.0),
            organisation: Some(self.life.organisation),
            before: Some(json!({ "state": self.life.state.code() })),
            after: None,
            reason: None,
        }
    }
}

#[derive(sqlx::FromRow)]
struct LifeRow {
    organisation_id: i64,
    state: String,
    state_version: i64,
    due: NaiveDate,
    submitted_at: Option<DateTime<Utc>>,
    submitted_on: Option<NaiveDate>,
    answered_by: Option<i64>,
    decided_at: Option<DateTime<Utc>>,
    need: String,
}

pub(super) async fn load(conn: &mut Conn, id: ObligationId) -> Result<Row, NotDone> {
    let row = maybe!(
        conn,
        LifeRow,
        "SELECT organisation_id, state, state_version, due, submitted_at, submitted_on, decided_at,
           (SELECT person_id FROM answer WHERE answer.obligation_id = obligation.id
            ORDER BY answer.id DESC LIMIT 1) AS answered_by,
           (SELECT evidence FROM measure WHERE measure.id = obligation.measure_id) AS need
         FROM obligation WHERE id = $1",
        id.0,
    )?;
    let row = row.ok_or(Refusal::NotYours)?;
    Ok(Row {
        life: Life {
            organisation: OrganisationId(row.organisation_id),
            state: state_from_code(row.state)?,
            submitted_on: row.submitted_on,
            answered_by: row.answered_by.map(PersonId),
        },
        version: row.state_version,
        due: row.due,
        decided_at: row.decided_at,
        submitted_at: row.submitted_at,
        need: need_from_code(row.need)?,
    })
}

pub(super) async fn recount(conn: &mut Conn, row: &Row, change: &Change) -> Result<(), StoreError> {
    let before = Class::of(change.from, row.due, row.life.submitted_on);
    let after = Class::of(change.to, row.due, change.submitted_on);
    counts::moves(conn, row.life.organisation, row.due, (before, after)).await
}

pub(super) async fn known(conn: &mut Conn, id: ObligationId) -> Result<ObligationView, StoreError> {
    view(conn, id).await?.ok_or_else(|| StoreError::unknown("obligation", id.to_string()))
}
