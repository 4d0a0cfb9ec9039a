//! Decisions that can be taken back for a while: kept with how each report stood before, told of only when that is over.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{DecisionId, ExtensionId, ObligationId, OrganisationId, PersonId};
use domain::language::Names;
use domain::obligation::State;
use domain::people::MayDecide;
use domain::refusal::Refusal;
use domain::together::{Decided, Part, UNDO_WINDOW};
use serde_json::json;

use super::acts::{Told, load, recount};
use super::together::{OneOf, Outcome, Verdict, decide_one, in_order};
use super::{ObligationView, extensions};
use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::query::{all, maybe, one, run};
use crate::wording::TextRow;
use crate::{Conn, NotDone, StoreError, reports};

/// A decision about one report or several, with what became of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptDecision {
    /// Who decided, and until when it can be taken back.
    pub decided: Decided,
    /// Whether the reports were accepted; otherwise they were sent back.
    pub accepts: bool,
    /// What became of each.
    pub parts: Vec<KeptPart>,
}

/// One of the reports of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPart {
    /// The obligation.
    pub obligation: ObligationId,
    /// Whose it is, and what is to be done; none where there is no such obligation.
    pub about: Option<(OrganisationId, Names)>,
    /// What became of it.
    pub part: Part,
    /// The day of the report that was decided.
    pub submitted_on: Option<NaiveDate>,
}

/// How a report stood before it was decided.
#[derive(sqlx::FromRow)]
struct Before {
    submitted_at: Option<DateTime<Utc>>,
    submitted_on: Option<NaiveDate>,
    decided_at: Option<DateTime<Utc>>,
    extension_id: Option<i64>,
    untold: bool,
}

/// Decides about reports so that the person can take it back for a while; until then nobody is told. `left` are those about which
/// the person may not decide. One that cannot be decided any more keeps none of the others back.
pub async fn decide_for_now(
    conn: &mut Conn,
    person: PersonId,
    (ones, left): (&[OneOf], &[(ObligationId, Refusal)]),
    verdict: Verdict<'_>,
    now: DateTime<Utc>,
) -> Result<(DecisionId, Vec<Outcome>), StoreError> {
    let until = now + UNDO_WINDOW;
    let kind = if verdict == Verdict::Accept { NewsKind::Accepted } else { NewsKind::Returned };
    let (decision,) = one!(
        conn,
        (i64,),
        "INSERT INTO decision (person_id, kind, at, until) VALUES ($1, $2, $3, $4) RETURNING id",
        person.0,
        kind.code(),
        now,
        until,
    )?;
    let mut outcomes: Vec<Outcome> = left.iter().map(|(id, refusal)| (*id, Err(*refusal))).collect();
    for one in in_order(conn, ones, &BTreeMap::new()).await? {
        let before = before(conn, one.id).await?;
        let outcome = decide_one(conn, &one, verdict, Told::From(until), now).await?;
        if let (Some(before), (_, Ok(after))) = (before, &outcome) {
            keep_part(conn, decision, &before, after, kind).await?;
        }
        outcomes.push(outcome);
    }
    for (id, refusal) in outcomes.iter().filter_map(|(id, outcome)| Some((id, outcome.as_ref().err()?))) {
        run!(
            conn,
            "INSERT INTO decision_part (decision_id, obligation_id, outcome) VALUES ($1, $2, $3)
             ON CONFLICT (decision_id, obligation_id) DO NOTHING",
            decision,
            id.0,
            Part::of(*refusal).code(),
        )?;
    }
    Ok((DecisionId(decision), outcomes))
}

async fn before(conn: &mut Conn, id: ObligationId) -> Result<Option<Before>, StoreError> {
    maybe!(
        conn,
        Before,
        "SELECT submitted_at, submitted_on, decided_at,
           (SELECT extension.id FROM extension
            WHERE extension.obligation_id = obligation.id AND extension.state = 'asked') AS extension_id,
           EXISTS (SELECT 1 FROM news WHERE news.kind = $1 AND news.subject_id = obligation.id) AS untold
         FROM obligation WHERE id = $2",
        NewsKind::Reported.code(),
        id.0,
    )
}

async fn keep_part(
    conn: &mut Conn,
    decision: i64,
    before: &Before,
    after: &ObligationView,
    kind: NewsKind,
) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO decision_part (decision_id, obligation_id, outcome, state_version, due_version, submitted_at,
           submitted_on, decided_at, extension_id, untold, event_id, news_id)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
           (SELECT MAX(event.id) FROM event WHERE event.subject = 'obligation' AND event.subject_id = $2),
           (SELECT MAX(news.id) FROM news WHERE news.kind = $11 AND news.subject_id = $2)",
        decision,
        after.id.0,
        Part::Done.code(),
        after.state_version,
        after.due_version,
        before.submitted_at,
        before.submitted_on,
        before.decided_at,
        before.extension_id,
        before.untold,
        kind.code(),
    )?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct PartRow {
    obligation_id: i64,
    outcome: String,
    submitted_on: Option<NaiveDate>,
    organisation_id: Option<i64>,
    #[sqlx(flatten)]
    text: TextRow,
}

/// A decision, while it is remembered.
pub async fn kept_decision(conn: &mut Conn, id: DecisionId) -> Result<Option<KeptDecision>, StoreError> {
    let row = maybe!(
        conn,
        (i64, String, DateTime<Utc>, Option<DateTime<Utc>>),
        "SELECT person_id, kind, until, undone_at FROM decision WHERE id = $1",
        id.0,
    )?;
    let Some((person, kind, until, undone_at)) = row else { return Ok(None) };
    let parts = all!(
        conn,
        PartRow,
        "SELECT decision_part.obligation_id, decision_part.outcome, decision_part.submitted_on,
           obligation.organisation_id, COALESCE(measure.text, '') AS text, measure.text_uz_cyrl, measure.text_ru,
           measure.text_en
         FROM decision_part
         LEFT JOIN obligation ON obligation.id = decision_part.obligation_id
         LEFT JOIN measure ON measure.id = obligation.measure_id
         WHERE decision_part.decision_id = $1 ORDER BY decision_part.obligation_id",
        id.0,
    )?;
    let parts = parts.into_iter().map(|row| {
        let part = Part::from_code(&row.outcome);
        Ok(KeptPart {
            obligation: ObligationId(row.obligation_id),
            about: row.organisation_id.map(|organisation| (OrganisationId(organisation), row.text.into())),
            part: part.ok_or_else(|| StoreError::unknown("part of a decision", row.outcome))?,
            submitted_on: row.submitted_on,
        })
    });
    Ok(Some(KeptDecision {
        decided: Decided { by: PersonId(person), until, undone: undone_at.is_some() },
        accepts: kind == NewsKind::Accepted.code(),
        parts: parts.collect::<Result<_, StoreError>>()?,
    }))
}

/// Takes a decision back, where the person has the right to decide still. What somebody has gone on with since stays as it is.
pub async fn undo(
    conn: &mut Conn,
    person: PersonId,
    id: DecisionId,
    rights: &BTreeMap<ObligationId, MayDecide>,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let kept = kept_decision(conn, id).await?.ok_or(Refusal::DecidedByAnother)?;
    kept.decided.check_undo(person, now)?;
    let claimed =
        run!(conn, "UPDATE decision SET undone_at = $1 WHERE id = $2 AND undone_at IS NULL", now, id.0)?;
    if claimed == 0 {
        return Err(Refusal::UndoneBefore.into());
    }
    let done = kept.parts.iter().filter(|part| part.part == Part::Done).map(|part| part.obligation);
    let (mut ones, mut outcomes) = (Vec::new(), Vec::new());
    for obligation in done {
        match rights.get(&obligation) {
            Some(right) => ones.push(OneOf { right: *right, id: obligation, seen: 0 }),
            None => outcomes.push((obligation, Part::RightEnded)),
        }
    }
    let submitted =
        kept.parts.iter().filter_map(|part| Some((part.obligation, part.submitted_on?))).collect();
    for one in in_order(conn, &ones, &submitted).await? {
        let undone = undo_one(conn, id, &one, now).await?;
        outcomes.push((one.id, if undone { Part::Undone } else { Part::Touched }));
    }
    for (obligation, part) in outcomes {
        run!(
            conn,
            "UPDATE decision_part SET outcome = $1 WHERE decision_id = $2 AND obligation_id = $3",
            part.code(),
            id.0,
            obligation.0,
        )?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Kept {
    state_version: i64,
    news_id: i64,
    submitted_at: Option<DateTime<Utc>>,
    submitted_on: NaiveDate,
    decided_at: Option<DateTime<Utc>>,
    extension_id: Option<i64>,
    untold: bool,
}

/// Lets one report wait again as it did. `false`: somebody has gone on with it.
async fn undo_one(
    conn: &mut Conn,
    decision: DecisionId,
    one: &OneOf,
    now: DateTime<Utc>,
) -> Result<bool, NotDone> {
    let Some(kept) = untouched(conn, decision, one.id).await? else { return Ok(false) };
    let row = load(conn, one.id).await?;
    let change = match row.life.undo_decision(&one.right, kept.submitted_on) {
        Ok(change) if row.version == kept.state_version => change,
        _ => return Ok(false),
    };
    if !news::done(conn, kept.news_id).await? {
        // It is being told at this moment.
        return Ok(false);
    }
    let changed = run!(
        conn,
        "UPDATE obligation
         SET state = $1, state_version = state_version + 1, submitted_on = $2, submitted_at = $3, decided_at = $4
         WHERE id = $5 AND state_version = $6",
        change.to.code(),
        change.submitted_on,
        kept.submitted_at,
        kept.decided_at,
        one.id.0,
        kept.state_version,
    )?;
    if changed == 0 {
        return Err(NotDone::Failed(StoreError::Contended));
    }
    recount(conn, &row, &change).await?;
    reports::waits_again(conn, one.id, kept.state_version).await?;
    run!(conn, "DELETE FROM recheck WHERE obligation_id = $1 AND state = 'chosen'", one.id.0)?;
    if let Some(extension) = kept.extension_id {
        extensions::reopen(conn, ExtensionId(extension)).await?;
    }
    if kept.untold && !waits_to_be_told(conn, one.id).await? {
        // Those who decide were not told because the report waited no more.
        news::tell(conn, NewsKind::Reported, one.id.0, now).await?;
    }
    let event = Event {
        action: "undone",
        after: Some(json!({ "state": State::Reported.code(), "submitted_on": change.submitted_on })),
        ..row.event(one.right.person(), one.id, now)
    };
    events::record(conn, &event).await?;
    Ok(true)
}

/// How the report stood before, when nothing has happened to its obligation since.
async fn untouched(
    conn: &mut Conn,
    decision: DecisionId,
    id: ObligationId,
) -> Result<Option<Kept>, StoreError> {
    maybe!(
        conn,
        Kept,
        "SELECT decision_part.state_version, decision_part.news_id, decision_part.submitted_at, decision_part.submitted_on,
           decision_part.decided_at, decision_part.extension_id, decision_part.untold
         FROM decision_part JOIN obligation ON obligation.id = decision_part.obligation_id
         WHERE decision_part.decision_id = $1 AND decision_part.obligation_id = $2
           AND decision_part.state_version = obligation.state_version
           AND decision_part.due_version = obligation.due_version
           AND NOT EXISTS (
             SELECT 1 FROM event WHERE event.subject = 'obligation' AND event.subject_id = decision_part.obligation_id
               AND event.id > decision_part.event_id)",
        decision.0,
        id.0,
    )
}

async fn waits_to_be_told(conn: &mut Conn, id: ObligationId) -> Result<bool, StoreError> {
    let row = maybe!(
        conn,
        (i64,),
        "SELECT id FROM news WHERE kind = $1 AND subject_id = $2 LIMIT 1",
        NewsKind::Reported.code(),
        id.0,
    )?;
    Ok(row.is_some())
}

/// Forgets up to `limit` decisions that could be taken back until `before`, with their parts.
pub async fn forget_decisions(conn: &mut Conn, before: DateTime<Utc>, limit: i64) -> Result<u64, StoreError> {
    run!(
        conn,
        "DELETE FROM decision_part WHERE decision_id IN (
           SELECT id FROM decision WHERE until < $1 ORDER BY until, id LIMIT $2)",
        before,
        limit,
    )?;
    run!(
        conn,
        "DELETE FROM decision WHERE id IN (SELECT id FROM decision WHERE until < $1 ORDER BY until, id LIMIT $2)",
        before,
        limit,
    )
}
