//! Lists of obligations as the panel filters them, with their counts: every number of a board leads to the rows behind it.

mod counting;
mod wanted;

use chrono::{Days, NaiveDate};
use domain::ids::{MeasureId, OrganisationId, PlanId};
use domain::language::Names;
use domain::obligation::{DUE_SOON_DAYS, State};
use domain::people::Scope;

use crate::boards::{in_scope, only};
use crate::obligations::{ObligationView, ViewRow, select_views};
use crate::query::all;
use crate::wording::{TextRow, measure_text};
use crate::{Conn, StoreError};

pub use counting::counts;
pub use wanted::{StandingCounts, Wanted};

/// What a list is narrowed to.
#[derive(Clone, Debug)]
pub struct Filter {
    /// What the person may see.
    pub scope: Scope,
    /// Only this organisation.
    pub organisation: Option<OrganisationId>,
    /// Only what is due from this day on.
    pub from: Option<NaiveDate>,
    /// Only what is due until this day.
    pub until: Option<NaiveDate>,
    /// Only these measures, or whatever belongs to the organisations below: what a search found.
    pub found: Option<Found>,
}

/// What a search found: an obligation fits when its measure or its organisation does.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Measures whose text fits.
    pub measures: Vec<MeasureId>,
    /// Organisations whose name fits.
    pub organisations: Vec<OrganisationId>,
}

/// The filter as the queries take it.
struct Binds {
    scope: Option<String>,
    organisation: Option<i64>,
    from: NaiveDate,
    until: NaiveDate,
    measures: Option<String>,
    organisations: String,
}

impl Binds {
    fn of(filter: &Filter) -> Self {
        let array = |ids: Vec<i64>| serde_json::json!(ids).to_string();
        let found = filter.found.clone();
        Self {
            scope: only(&filter.scope),
            organisation: filter.organisation.map(|id| id.0),
            from: filter.from.unwrap_or(FIRST_DAY),
            until: filter.until.unwrap_or(LAST_DAY),
            measures: found.as_ref().map(|found| array(found.measures.iter().map(|id| id.0).collect())),
            organisations: array(found.unwrap_or_default().organisations.iter().map(|id| id.0).collect()),
        }
    }
}

/// Days that both databases can compare, before and after any due date.
const FIRST_DAY: NaiveDate = day(1900);
const LAST_DAY: NaiveDate = day(9000);

const fn day(year: i32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, 1, 1) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// What every query of this module narrows by, with its values `$1` to `$6`.
macro_rules! narrowed {
    () => {
        concat!(
            in_scope!("obligation.organisation_id", "$1"),
            " AND (CAST($2 AS BIGINT) IS NULL OR obligation.organisation_id = $2)
              AND obligation.due BETWEEN $3 AND $4
              AND (CAST($5 AS TEXT) IS NULL
                OR obligation.measure_id IN (SELECT CAST(value AS BIGINT) FROM json_each($5))
                OR obligation.organisation_id IN (SELECT CAST(value AS BIGINT) FROM json_each($6)))"
        )
    };
}
use narrowed;

/// The last day that is due soon.
fn soon(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(DUE_SOON_DAYS.into())).unwrap_or(today)
}

/// A page of what is wanted: the open by due day, reports by their age, the closed ones the latest due first.
pub async fn list(
    conn: &mut Conn,
    filter: &Filter,
    wanted: Wanted,
    today: NaiveDate,
    limit: i64,
    offset: i64,
) -> Result<Vec<ObligationView>, StoreError> {
    let far = LAST_DAY;
    let soon = soon(today);
    let after = |day: NaiveDate| day.succ_opt().unwrap_or(day);
    let before = |day: NaiveDate| day.pred_opt().unwrap_or(day);
    let rows = match wanted {
        Wanted::All => everything(conn, filter, today, limit, offset).await?,
        Wanted::Done => closed(conn, filter, Some(State::Accepted), limit, offset).await?,
        Wanted::Cancelled => closed(conn, filter, Some(State::Cancelled), limit, offset).await?,
        Wanted::Review => reported(conn, filter, limit, offset).await?,
        Wanted::Overdue => open(conn, filter, (FIRST_DAY, before(today)), None, limit, offset).await?,
        Wanted::DueSoon => open(conn, filter, (today, soon), None, limit, offset).await?,
        Wanted::Working => open(conn, filter, (after(soon), far), Some(true), limit, offset).await?,
        Wanted::NotStarted => open(conn, filter, (after(soon), far), Some(false), limit, offset).await?,
        Wanted::Expected | Wanted::HandedIn | Wanted::FellDue | Wanted::OnTime | Wanted::Late => {
            counted(conn, filter, wanted, today, limit, offset).await?
        }
    };
    rows.into_iter().map(TryInto::try_into).collect()
}

/// What is open first, then what waits for the controller, then the rest: each part comes by an index of its own, so the first page
/// costs the same however much was closed over the years.
async fn everything(
    conn: &mut Conn,
    filter: &Filter,
    today: NaiveDate,
    limit: i64,
    offset: i64,
) -> Result<Vec<ViewRow>, StoreError> {
    let (mut before_review, mut before_closed) = (0, 0);
    if offset > 0 {
        let counts = counts(conn, filter, today).await?;
        before_review = counts.overdue + counts.due_soon + counts.working + counts.not_started;
        before_closed = before_review + counts.review;
    }
    let left = |rows: &Vec<ViewRow>| limit - i64::try_from(rows.len()).unwrap_or(limit);
    let mut rows = open(conn, filter, (FIRST_DAY, LAST_DAY), None, limit, offset).await?;
    if left(&rows) > 0 {
        rows.extend(reported(conn, filter, left(&rows), (offset - before_review).max(0)).await?);
    }
    if left(&rows) > 0 {
        rows.extend(closed(conn, filter, None, left(&rows), (offset - before_closed).max(0)).await?);
    }
    Ok(rows)
}

async fn closed(
    conn: &mut Conn,
    filter: &Filter,
    state: Option<State>,
    limit: i64,
    offset: i64,
) -> Result<Vec<ViewRow>, StoreError> {
    let binds = Binds::of(filter);
    all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE ",
            narrowed!(),
            " AND obligation.state IN ('accepted', 'cancelled')
              AND (CAST($7 AS TEXT) IS NULL OR obligation.state = $7)
             ORDER BY obligation.due DESC, obligation.id DESC LIMIT $8 OFFSET $9"
        ),
        binds.scope,
        binds.organisation,
        binds.from,
        binds.until,
        binds.measures,
        binds.organisations,
        state.map(State::code),
        limit,
        offset,
    )
}

/// What a figure of the rate counts, in the order of the due days. The conditions are those of `domain::compliance::Figures`.
async fn counted(
    conn: &mut Conn,
    filter: &Filter,
    wanted: Wanted,
    today: NaiveDate,
    limit: i64,
    offset: i64,
) -> Result<Vec<ViewRow>, StoreError> {
    let binds = Binds::of(filter);
    all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE ",
            narrowed!(),
            " AND CASE obligation.state
                WHEN 'cancelled' THEN FALSE
                WHEN 'open' THEN $7 = 'expected' OR $7 = 'fell_due' AND obligation.due < $8
                WHEN 'returned' THEN $7 = 'expected' OR $7 = 'fell_due' AND obligation.due < $8
                ELSE $7 IN ('expected', 'handed_in') OR obligation.due <= $8 AND CASE $7
                  WHEN 'fell_due' THEN TRUE
                  WHEN 'late' THEN obligation.submitted_on > obligation.due
                  ELSE COALESCE(obligation.submitted_on, obligation.due) <= obligation.due END
              END
             ORDER BY obligation.due, obligation.id LIMIT $9 OFFSET $10"
        ),
        binds.scope,
        binds.organisation,
        binds.from,
        binds.until,
        binds.measures,
        binds.organisations,
        wanted.code(),
        today,
        limit,
        offset,
    )
}

async fn reported(
    conn: &mut Conn,
    filter: &Filter,
    limit: i64,
    offset: i64,
) -> Result<Vec<ViewRow>, StoreError> {
    let binds = Binds::of(filter);
    all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE obligation.state = 'reported' AND ",
            narrowed!(),
            " ORDER BY obligation.submitted_at, obligation.id LIMIT $7 OFFSET $8"
        ),
        binds.scope,
        binds.organisation,
        binds.from,
        binds.until,
        binds.measures,
        binds.organisations,
        limit,
        offset,
    )
}

/// Open and returned ones that are due from the first to the second day; `answered` or not, when that matters.
async fn open(
    conn: &mut Conn,
    filter: &Filter,
    (from, until): (NaiveDate, NaiveDate),
    answered: Option<bool>,
    limit: i64,
    offset: i64,
) -> Result<Vec<ViewRow>, StoreError> {
    let binds = Binds::of(filter);
    // The page is chosen first: PostgreSQL would look up measure and plan of all that is open.
    all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE obligation.id IN (
               SELECT obligation.id FROM obligation WHERE obligation.state IN ('open', 'returned') AND ",
            narrowed!(),
            "    AND ($7 OR obligation.last_answer IS NOT NULL) AND ($8 OR obligation.last_answer IS NULL)
               ORDER BY obligation.due, obligation.id LIMIT $9 OFFSET $10)
             ORDER BY obligation.due, obligation.id"
        ),
        binds.scope,
        binds.organisation,
        binds.from.max(from),
        binds.until.min(until),
        binds.measures,
        binds.organisations,
        answered != Some(true),
        answered != Some(false),
        limit,
        offset,
    )
}

/// Open obligations of a plan: what falls due from `today` on comes first, then what is overdue.
pub async fn open_of_plan(
    conn: &mut Conn,
    plan: PlanId,
    scope: &Scope,
    today: NaiveDate,
    limit: i64,
) -> Result<Vec<ObligationView>, StoreError> {
    let rows = all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE ",
            in_scope!("obligation.organisation_id", "$1"),
            " AND measure.plan_id = $2 AND obligation.state IN ('open', 'returned')
             ORDER BY CASE WHEN obligation.due >= $3 THEN 0 ELSE 1 END, obligation.due, obligation.id LIMIT $4"
        ),
        only(scope),
        plan.0,
        today,
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Every measure with its text, for a search that folds letters as people type them.
pub async fn measure_texts(conn: &mut Conn) -> Result<Vec<(MeasureId, Names)>, StoreError> {
    let rows = all!(
        conn,
        WordedRow,
        concat!("SELECT measure.id, ", measure_text!(), " FROM measure ORDER BY measure.id"),
    )?;
    Ok(rows.into_iter().map(|row| (MeasureId(row.id), row.text.into())).collect())
}

#[derive(sqlx::FromRow)]
struct WordedRow {
    id: i64,
    #[sqlx(flatten)]
    text: TextRow,
}
