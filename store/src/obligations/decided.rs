//! What is remembered of decisions, as long as they can be taken back and some days more.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{DecisionId, ObligationId, OrganisationId, PersonId};
use domain::language::Names;
use domain::together::{Decided, Part};

use crate::news::NewsKind;
use crate::query::{all, maybe, run};
use crate::wording::TextRow;
use crate::{Conn, StoreError};

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

/// The decision of this person about an obligation that they can still take back.
pub async fn undoable(
    conn: &mut Conn,
    person: PersonId,
    obligation: ObligationId,
    now: DateTime<Utc>,
) -> Result<Option<DecisionId>, StoreError> {
    let found = maybe!(
        conn,
        (i64,),
        "SELECT decision.id FROM decision_part JOIN decision ON decision.id = decision_part.decision_id
         WHERE decision_part.obligation_id = $1 AND decision_part.outcome = $2 AND decision.person_id = $3
           AND decision.until > $4 AND decision.undone_at IS NULL
         ORDER BY decision.id DESC LIMIT 1",
        obligation.0,
        Part::Done.code(),
        person.0,
        now,
    )?;
    Ok(found.map(|(id,)| DecisionId(id)))
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
