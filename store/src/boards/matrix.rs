//! The plan as a matrix: measures down, organisations across, in each cell the obligations of a span of days.
//!
//! Sums tell how long and how wide it is; only the cells of the part that is shown are read one by one.

use chrono::{Days, NaiveDate};
use domain::ids::{MeasureId, ObligationId, OrganisationId};
use domain::language::Names;
use domain::obligation::{DUE_SOON_DAYS, Standing, State, standing};
use domain::people::Scope;

use super::{count, in_scope, only};
use crate::obligation_lists::Wanted;
use crate::obligations::state_from_code;
use crate::query::all;
use crate::wording::{SectionRow, TextRow, measure_section, measure_text};
use crate::{Conn, StoreError};

/// What a matrix is narrowed to.
#[derive(Clone, Debug)]
pub struct Narrowed {
    /// What the person may see.
    pub scope: Scope,
    /// The first and the last day on which something is due.
    pub span: (NaiveDate, NaiveDate),
    /// Only this section of the plan.
    pub section: Option<String>,
    /// Only what stands so on the day of the matrix.
    pub wanted: Wanted,
    /// That day.
    pub today: NaiveDate,
}

/// The numbers of a row or a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// All of them.
    pub all: u64,
    /// Handed in: waiting for the controller or accepted.
    pub handed_in: u64,
    /// Open after the due day.
    pub overdue: u64,
}

/// A measure of the matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowTotal {
    /// The measure.
    pub measure: MeasureId,
    /// Its number in the plan.
    pub number: i64,
    /// The section of the plan.
    pub section: Names,
    /// What is to be done.
    pub text: Names,
    /// Its numbers, over all organisations.
    pub totals: Totals,
}

/// An organisation of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnTotal {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its numbers, over all measures.
    pub totals: Totals,
}

/// One obligation in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The obligation.
    pub id: ObligationId,
    /// Its row,
    pub measure: MeasureId,
    /// and its column.
    pub organisation: OrganisationId,
    /// The day that counts.
    pub due: NaiveDate,
    /// How it stands.
    pub standing: Standing,
}

/// What every query of the matrix narrows by, with its values `$1` to `$7`. An open one is overdue before `$6`, due soon until
/// `$7`.
macro_rules! narrowed {
    () => {
        concat!(
            "obligation.due BETWEEN $1 AND $2 AND ",
            in_scope!("obligation.organisation_id", "$3"),
            " AND (CAST($4 AS TEXT) IS NULL OR measure.section = $4)
              AND ($5 = 'all'
                OR $5 = 'review' AND obligation.state = 'reported'
                OR $5 = 'done' AND obligation.state = 'accepted'
                OR $5 = 'cancelled' AND obligation.state = 'cancelled'
                OR obligation.state IN ('open', 'returned') AND (
                  $5 = 'overdue' AND obligation.due < $6
                  OR $5 = 'due_soon' AND obligation.due BETWEEN $6 AND $7
                  OR $5 = 'working' AND obligation.due > $7 AND obligation.last_answer IS NOT NULL
                  OR $5 = 'not_started' AND obligation.due > $7 AND obligation.last_answer IS NULL)) "
        )
    };
}

/// The sums of a row or a column.
macro_rules! totals {
    () => {
        "COUNT(*) AS everything,
         COUNT(*) FILTER (WHERE obligation.state IN ('reported', 'accepted')) AS handed_in,
         COUNT(*) FILTER (WHERE obligation.state IN ('open', 'returned') AND obligation.due < $6) AS overdue "
    };
}

fn soon(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(DUE_SOON_DAYS.into())).unwrap_or(today)
}

fn totals((all, handed_in, overdue): (i64, i64, i64)) -> Totals {
    Totals { all: count(all), handed_in: count(handed_in), overdue: count(overdue) }
}

/// The sections of the plans, in their order.
pub async fn sections(conn: &mut Conn) -> Result<Vec<Names>, StoreError> {
    let rows = all!(
        conn,
        SectionRow,
        "SELECT section, MAX(section_uz_cyrl) AS section_uz_cyrl, MAX(section_ru) AS section_ru,
           MAX(section_en) AS section_en
         FROM measure GROUP BY section ORDER BY MIN(plan_id), MIN(number), section",
    )?;
    Ok(rows.into_iter().map(Names::from).collect())
}

/// The measures of a section, of whichever plan.
pub async fn measures_of(conn: &mut Conn, section: &str) -> Result<Vec<MeasureId>, StoreError> {
    let rows = all!(conn, (i64,), "SELECT id FROM measure WHERE section = $1 ORDER BY id", section)?;
    Ok(rows.into_iter().map(|(id,)| MeasureId(id)).collect())
}

#[derive(sqlx::FromRow)]
struct SumRow {
    id: i64,
    number: i64,
    #[sqlx(flatten)]
    section: SectionRow,
    #[sqlx(flatten)]
    text: TextRow,
    everything: i64,
    handed_in: i64,
    overdue: i64,
}

/// The measures that have anything in the matrix, in the order of the plan.
pub async fn rows(conn: &mut Conn, narrowed: &Narrowed) -> Result<Vec<RowTotal>, StoreError> {
    let rows = all!(
        conn,
        SumRow,
        concat!(
            "SELECT measure.id, measure.number, ",
            measure_section!(),
            ", ",
            measure_text!(),
            ", ",
            totals!(),
            "FROM obligation JOIN measure ON measure.id = obligation.measure_id WHERE ",
            narrowed!(),
            "GROUP BY measure.id
             ORDER BY measure.plan_id, measure.number"
        ),
        narrowed.span.0,
        narrowed.span.1,
        only(&narrowed.scope),
        narrowed.section.as_deref(),
        narrowed.wanted.code(),
        narrowed.today,
        soon(narrowed.today),
    )?;
    let rows = rows.into_iter().map(|row| RowTotal {
        measure: MeasureId(row.id),
        number: row.number,
        section: row.section.into(),
        text: row.text.into(),
        totals: totals((row.everything, row.handed_in, row.overdue)),
    });
    Ok(rows.collect())
}

/// The organisations that have anything in the matrix, those with the most overdue first.
pub async fn columns(conn: &mut Conn, narrowed: &Narrowed) -> Result<Vec<ColumnTotal>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64, i64, i64),
        concat!(
            "SELECT obligation.organisation_id, ",
            totals!(),
            "FROM obligation JOIN measure ON measure.id = obligation.measure_id WHERE ",
            narrowed!(),
            "GROUP BY obligation.organisation_id ORDER BY overdue DESC, obligation.organisation_id"
        ),
        narrowed.span.0,
        narrowed.span.1,
        only(&narrowed.scope),
        narrowed.section.as_deref(),
        narrowed.wanted.code(),
        narrowed.today,
        soon(narrowed.today),
    )?;
    let columns = rows.into_iter().map(|(id, all, handed_in, overdue)| ColumnTotal {
        organisation: OrganisationId(id),
        totals: totals((all, handed_in, overdue)),
    });
    Ok(columns.collect())
}

#[derive(sqlx::FromRow)]
struct CellRow {
    id: i64,
    measure_id: i64,
    organisation_id: i64,
    due: NaiveDate,
    state: String,
    submitted_on: Option<NaiveDate>,
    last_answer: Option<String>,
}

/// What stands in the cells of these measures and organisations, the earliest due first.
pub async fn cells(
    conn: &mut Conn,
    narrowed: &Narrowed,
    measures: &[MeasureId],
    organisations: &[OrganisationId],
) -> Result<Vec<Cell>, StoreError> {
    let array = |ids: Vec<i64>| serde_json::json!(ids).to_string();
    let rows = all!(
        conn,
        CellRow,
        concat!(
            "SELECT obligation.id, obligation.measure_id, obligation.organisation_id, obligation.due, obligation.state,
               obligation.submitted_on, obligation.last_answer
             FROM obligation JOIN measure ON measure.id = obligation.measure_id WHERE ",
            narrowed!(),
            "AND obligation.measure_id IN (SELECT CAST(value AS BIGINT) FROM json_each($8))
             AND obligation.organisation_id IN (SELECT CAST(value AS BIGINT) FROM json_each($9))
             ORDER BY obligation.due, obligation.id"
        ),
        narrowed.span.0,
        narrowed.span.1,
        only(&narrowed.scope),
        narrowed.section.as_deref(),
        narrowed.wanted.code(),
        narrowed.today,
        soon(narrowed.today),
        array(measures.iter().map(|id| id.0).collect()),
        array(organisations.iter().map(|id| id.0).collect()),
    )?;
    let cells = rows.into_iter().map(|row| {
        let state: State = state_from_code(row.state)?;
        let answered = row.last_answer.is_some();
        Ok(Cell {
            id: ObligationId(row.id),
            measure: MeasureId(row.measure_id),
            organisation: OrganisationId(row.organisation_id),
            due: row.due,
            standing: standing(state, row.due, row.submitted_on, answered, narrowed.today),
        })
    });
    cells.collect()
}
