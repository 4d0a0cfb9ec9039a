//! Reports that were made: frozen with their figures, and read from then on as they are.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::OrganisationId;
use domain::people::{MayReport, Scope};
use domain::reporting::{Document, OverdueLine, Period};
use serde_json::json;

use crate::boards::{in_scope, only};
use crate::events::{self, Event};
use crate::organisations::Catalogue;
use crate::query::{all, maybe, one, run};
use crate::wording::{TextRow, measure_text};
use crate::{Conn, StoreError, publications};

/// What is said of a report without its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its number, never used again.
    pub id: i64,
    /// What it is about.
    pub period: Period,
    /// About this organisation and all below it.
    pub organisation: OrganisationId,
    /// When it was made,
    pub made_at: DateTime<Utc>,
    /// and what who made it is called: in a list today, beside its document as it was then.
    pub made_by: String,
    /// The number of the latest event that is in the figures.
    pub position: i64,
    /// The SHA-256 of its document's bytes.
    pub sha256: String,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    period: String,
    organisation_id: i64,
    made_at: DateTime<Utc>,
    made_by: String,
    position: i64,
    sha256: String,
}

impl TryFrom<Row> for Made {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let period = Period::read(&row.period).ok_or_else(|| StoreError::unknown("period", row.period))?;
        Ok(Self {
            id: row.id,
            period,
            organisation: OrganisationId(row.organisation_id),
            made_at: row.made_at,
            made_by: row.made_by,
            position: row.position,
            sha256: row.sha256,
        })
    }
}

/// Freezes a report and gives its number: that of the last one of the same person, when it is of the same day and says the same.
pub async fn keep(conn: &mut Conn, right: &MayReport, document: &Document) -> Result<i64, StoreError> {
    // Who presses twice waits for himself here: the second press finds the report of the first.
    run!(conn, "UPDATE person SET active = active WHERE id = $1", right.person().0)?;
    if let Some(same) = last_that_says(conn, right, document).await? {
        return Ok(same);
    }
    let text = serde_json::to_string(document);
    let text = text.map_err(|error| StoreError::unknown("report", error.to_string()))?;
    let sha256 = publications::hash_of(&text);
    let (id,) = one!(
        conn,
        (i64,),
        "INSERT INTO made_report (period, organisation_id, made_at, made_by, position, sha256, document)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
        document.period.key(),
        right.organisation().0,
        document.made_at,
        right.person().0,
        document.position,
        sha256.as_str(),
        text,
    )?;
    let event = Event {
        at: document.made_at,
        actor: Some(right.person()),
        action: "report_made",
        subject: "report",
        subject_id: Some(id),
        organisation: Some(right.organisation()),
        before: None,
        after: Some(
            json!({ "period": document.period.key(), "position": document.position, "sha256": sha256 }),
        ),
        reason: None,
    };
    events::record(conn, &event).await?;
    Ok(id)
}

/// The last report of this person about the same organisation and period, when nothing in it is different but its moment.
async fn last_that_says(
    conn: &mut Conn,
    right: &MayReport,
    document: &Document,
) -> Result<Option<i64>, StoreError> {
    let last = maybe!(
        conn,
        (i64, String),
        "SELECT id, document FROM made_report WHERE organisation_id = $1 AND period = $2 AND made_by = $3
         ORDER BY id DESC LIMIT 1",
        right.organisation().0,
        document.period.key(),
        right.person().0,
    )?;
    let Some((id, text)) = last else { return Ok(None) };
    // One that cannot be read any more is another one.
    let same = serde_json::from_str(&text).is_ok_and(|last: Document| document.says_the_same(&last));
    Ok(same.then_some(id))
}

/// The reports about the organisations of a scope, the latest first, from the one before `before` on.
pub async fn list(
    conn: &mut Conn,
    scope: &Scope,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Made>, StoreError> {
    let rows = all!(
        conn,
        Row,
        concat!(
            "SELECT made_report.id, made_report.period, made_report.organisation_id, made_report.made_at,
               person.name AS made_by, made_report.position, made_report.sha256
             FROM made_report JOIN person ON person.id = made_report.made_by
             WHERE made_report.id < $1 AND ",
            in_scope!("made_report.organisation_id", "$2"),
            " ORDER BY made_report.id DESC LIMIT $3"
        ),
        before.unwrap_or(i64::MAX),
        only(scope),
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// One report with its document.
pub async fn find(conn: &mut Conn, id: i64) -> Result<Option<(Made, Document)>, StoreError> {
    let row = maybe!(
        conn,
        Row,
        "SELECT made_report.id, made_report.period, made_report.organisation_id, made_report.made_at,
           person.name AS made_by, made_report.position, made_report.sha256
         FROM made_report JOIN person ON person.id = made_report.made_by WHERE made_report.id = $1",
        id,
    )?;
    let Some(row) = row else { return Ok(None) };
    let (text,) = one!(conn, (String,), "SELECT document FROM made_report WHERE id = $1", id)?;
    let document = serde_json::from_str(&text);
    let document: Document = document.map_err(|error| StoreError::unknown("report", error.to_string()))?;
    let made = Made::try_from(row)?;
    // A frozen paper names its maker as it was written: whoever is renamed later changes none of its files.
    let made_by = document.made_by.clone().unwrap_or(made.made_by);
    Ok(Some((Made { made_by, ..made }, document)))
}

#[derive(sqlx::FromRow)]
struct OverdueRow {
    organisation_id: i64,
    #[sqlx(flatten)]
    text: TextRow,
    due: NaiveDate,
    responsible: Option<String>,
}

/// What is open on `today` after its day, of all that was due between two days: the longest overdue first, with who does it or,
/// where nobody does it alone, the first officer there.
pub async fn overdue(
    conn: &mut Conn,
    catalogue: &Catalogue,
    scope: &Scope,
    (from, until): (NaiveDate, NaiveDate),
    (today, limit): (NaiveDate, i64),
) -> Result<Vec<OverdueLine>, StoreError> {
    let rows = all!(
        conn,
        OverdueRow,
        concat!(
            "SELECT obligation.organisation_id, ",
            measure_text!(),
            ", obligation.due, COALESCE(assignee.name, (
                 SELECT person.name FROM role_grant JOIN person ON person.id = role_grant.person_id
                 WHERE role_grant.organisation_id = obligation.organisation_id AND role_grant.role = 'officer'
                   AND role_grant.ended_at IS NULL AND person.active = $1
                 ORDER BY person.id LIMIT 1)) AS responsible
             FROM obligation JOIN measure ON measure.id = obligation.measure_id
             LEFT JOIN person AS assignee ON assignee.id = obligation.assignee_id
             WHERE obligation.state IN ('open', 'returned') AND obligation.due >= $2 AND obligation.due <= $3
               AND obligation.due < $4 AND ",
            in_scope!("obligation.organisation_id", "$5"),
            " ORDER BY obligation.due, obligation.id LIMIT $6"
        ),
        true,
        from,
        until,
        today,
        only(scope),
        limit,
    )?;
    let line = |row: OverdueRow| {
        let known = catalogue.organisations.get(&OrganisationId(row.organisation_id));
        OverdueLine {
            organisation: known.map(|known| known.names.clone()).unwrap_or_default(),
            measure: row.text.into(),
            responsible: row.responsible,
            due: row.due,
            days: u64::try_from((today - row.due).num_days()).unwrap_or_default(),
        }
    };
    Ok(rows.into_iter().map(line).collect())
}
