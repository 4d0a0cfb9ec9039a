//! What the auditor looks at and what it found: each fault once, from when to when.

use chrono::{DateTime, NaiveDate, Utc};
use domain::audit::FindingKind;
use domain::ids::OrganisationId;

use crate::escalation::{Unspoken, UnspokenRow};
use crate::news::{self, NewsKind};
use crate::query::{all, maybe, one, run};
use crate::{Conn, StoreError, settings};

const PLANNER_RAN: &str = "planner.ran";
/// When a planner first ran through: nobody could be told of anything before.
const PLANNER_BEGAN: &str = "planner.began";

/// The planner has run through.
pub async fn planner_ran(conn: &mut Conn, now: DateTime<Utc>) -> Result<(), StoreError> {
    settings::set_first(conn, PLANNER_BEGAN, &now.to_rfc3339(), now).await?;
    settings::set(conn, PLANNER_RAN, &now.to_rfc3339(), now).await
}

/// When a planner first ran through; none when none ever did.
pub async fn planner_began(conn: &mut Conn) -> Result<Option<DateTime<Utc>>, StoreError> {
    moment(conn, PLANNER_BEGAN).await
}

/// When a planner last ran through; none when none ever did.
pub async fn planner_last_ran(conn: &mut Conn) -> Result<Option<DateTime<Utc>>, StoreError> {
    moment(conn, PLANNER_RAN).await
}

async fn moment(conn: &mut Conn, key: &str) -> Result<Option<DateTime<Utc>>, StoreError> {
    let kept = settings::get(conn, key).await?;
    let read = |text: String| text.parse().map_err(|_| StoreError::unknown("moment", text));
    kept.map(read).transpose()
}

/// What is overdue on `today` though nobody was told, and no vacancy says why.
pub async fn silent(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Unspoken>, StoreError> {
    let rows = all!(
        conn,
        UnspokenRow,
        "SELECT id, organisation_id, due, due_version, state_version, state, decided_at FROM obligation
         WHERE state IN ('open', 'returned') AND due < $1 AND NOT EXISTS (
           SELECT 1 FROM escalation
           JOIN escalation_step ON escalation_step.escalation_id = escalation.id
           LEFT JOIN outbox ON outbox.id = escalation_step.outbox_id
           WHERE escalation.obligation_id = obligation.id AND escalation.due_version = obligation.due_version
             AND escalation.state_version = obligation.state_version
             AND (escalation_step.state = 'vacant'
               OR (escalation_step.state = 'told' AND COALESCE(outbox.state, 'sent') NOT IN ('failed', 'dropped'))))
         ORDER BY organisation_id, due, id",
        today,
    )?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// How many messages were claimed before `before` and not marked since.
pub async fn stuck_sending(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64, StoreError> {
    let (number,) = one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM outbox WHERE state = 'sending' AND claimed_at < $1",
        before,
    )?;
    Ok(number.unsigned_abs())
}

/// How many messages have been due since before `before` and wait all the same.
pub async fn late_in_queue(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64, StoreError> {
    let (number,) = one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM outbox WHERE state = 'queued' AND not_before < $1",
        before,
    )?;
    Ok(number.unsigned_abs())
}

/// A fault as the auditor sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What does not hold.
    pub kind: FindingKind,
    /// The organisation that it is about; none when it is about the service.
    pub organisation: Option<OrganisationId>,
    /// How many obligations or messages.
    pub number: u64,
}

/// A fault that is not resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenFinding {
    /// Its number.
    pub id: i64,
    /// What it is.
    pub finding: Finding,
    /// Since when it is known.
    pub found_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct FindingRow {
    id: i64,
    kind: String,
    subject_id: i64,
    number: i64,
    found_at: DateTime<Utc>,
}

impl TryFrom<FindingRow> for OpenFinding {
    type Error = StoreError;

    fn try_from(row: FindingRow) -> Result<Self, StoreError> {
        let kind = FindingKind::from_code(&row.kind);
        let finding = Finding {
            kind: kind.ok_or_else(|| StoreError::unknown("kind of finding", row.kind))?,
            organisation: Some(OrganisationId(row.subject_id)).filter(|id| id.0 != 0),
            number: row.number.unsigned_abs(),
        };
        Ok(Self { id: row.id, finding, found_at: row.found_at })
    }
}

/// The faults that are not resolved, the oldest first.
pub async fn open(conn: &mut Conn) -> Result<Vec<OpenFinding>, StoreError> {
    let rows = all!(
        conn,
        FindingRow,
        "SELECT id, kind, subject_id, number, found_at FROM finding WHERE resolved_at IS NULL ORDER BY id"
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// One fault, while it is not resolved.
pub async fn still_open(conn: &mut Conn, id: i64) -> Result<Option<OpenFinding>, StoreError> {
    let row = maybe!(
        conn,
        FindingRow,
        "SELECT id, kind, subject_id, number, found_at FROM finding WHERE id = $1 AND resolved_at IS NULL",
        id,
    )?;
    row.map(TryInto::try_into).transpose()
}

/// Keeps what an audit found: what is new is told to the administrators once, what is gone is resolved.
pub async fn keep(conn: &mut Conn, found: &[Finding], now: DateTime<Utc>) -> Result<(), StoreError> {
    for known in open(conn).await? {
        let same =
            |one: &&Finding| (one.kind, one.organisation) == (known.finding.kind, known.finding.organisation);
        match found.iter().find(same) {
            None => run!(conn, "UPDATE finding SET resolved_at = $1 WHERE id = $2", now, known.id)?,
            Some(one) if one.number != known.finding.number => {
                run!(conn, "UPDATE finding SET number = $1 WHERE id = $2", count(one.number), known.id)?
            }
            Some(_) => 0,
        };
    }
    for one in found {
        let new = maybe!(
            conn,
            (i64,),
            "INSERT INTO finding (kind, subject_id, number, found_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (kind, subject_id) WHERE resolved_at IS NULL DO NOTHING RETURNING id",
            one.kind.code(),
            one.organisation.map_or(0, |organisation| organisation.0),
            count(one.number),
            now,
        )?;
        if let Some((id,)) = new {
            news::tell(conn, NewsKind::Found, id, now).await?;
        }
    }
    Ok(())
}

fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
