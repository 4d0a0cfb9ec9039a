//! Lists behind the numbers: obligations by how they stand, open cases, organisations without anybody to reach.

use chrono::{DateTime, NaiveDate, Utc};
use domain::answers::{AnswerKind, LastWord};
use domain::deadline::Period;
use domain::ids::{MeasureId, ObligationId, OrganisationId};
use domain::language::Names;
use domain::obligation::{Standing, State, standing};
use domain::people::Scope;

use super::{count, in_scope, only};
use crate::obligations::{answer_kind_from_code, state_from_code};
use crate::query::{all, one};
use crate::wording::{TextRow, measure_text};
use crate::{Conn, StoreError};

/// An obligation as one line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number.
    pub id: ObligationId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The measure's number in the plan.
    pub measure_number: i64,
    /// What is to be done.
    pub text: Names,
    /// What it answers for.
    pub period: Period,
    /// The day that counts.
    pub due: NaiveDate,
    /// Where it stands.
    pub state: State,
    /// The Tashkent day of the report that counts.
    pub submitted_on: Option<NaiveDate>,
    /// The kind of the last answer.
    pub last_answer: Option<AnswerKind>,
    /// When it was given.
    pub last_answer_at: Option<DateTime<Utc>>,
    /// The day that the officer promised.
    pub promised: Option<NaiveDate>,
    /// When control last decided.
    pub decided_at: Option<DateTime<Utc>>,
}

impl Line {
    /// What was said of it last.
    pub fn last_word(&self) -> Option<LastWord> {
        LastWord::of(self.state, self.last_answer.zip(self.last_answer_at), self.decided_at)
    }

    /// How it stands on `today`.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        standing(self.state, self.due, self.submitted_on, self.last_answer.is_some(), today)
    }
}

#[derive(sqlx::FromRow)]
struct LineRow {
    id: i64,
    organisation_id: i64,
    measure_number: i64,
    #[sqlx(flatten)]
    text: TextRow,
    period: String,
    due: NaiveDate,
    state: String,
    submitted_on: Option<NaiveDate>,
    last_answer: Option<String>,
    last_answer_at: Option<DateTime<Utc>>,
    promised: Option<NaiveDate>,
    decided_at: Option<DateTime<Utc>>,
}

impl TryFrom<LineRow> for Line {
    type Error = StoreError;

    fn try_from(row: LineRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: ObligationId(row.id),
            organisation: OrganisationId(row.organisation_id),
            measure_number: row.measure_number,
            text: row.text.into(),
            period: row.period.parse().map_err(|_| StoreError::unknown("period", row.period))?,
            due: row.due,
            state: state_from_code(row.state)?,
            submitted_on: row.submitted_on,
            last_answer: row.last_answer.map(answer_kind_from_code).transpose()?,
            last_answer_at: row.last_answer_at,
            promised: row.promised,
            decided_at: row.decided_at,
        })
    }
}

/// The beginning of every query that makes a [`Line`].
macro_rules! select_lines {
    ($($rest:expr),+) => {
        concat!(
            "SELECT obligation.id, obligation.organisation_id, measure.number AS measure_number, ",
            measure_text!(),
            ", obligation.period, obligation.due, obligation.state, obligation.submitted_on, obligation.last_answer,
               obligation.last_answer_at, obligation.promised, obligation.decided_at
             FROM obligation JOIN measure ON measure.id = obligation.measure_id WHERE ",
            $($rest),+
        )
    };
}

/// Which open obligations are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenKind {
    /// All.
    All,
    /// Those to which the organisation has answered something.
    Answered,
    /// Those without an answer.
    Unanswered,
}

/// Open obligations due between `from` and `to`, the earliest first.
pub async fn lines_open(
    conn: &mut Conn,
    scope: &Scope,
    kind: OpenKind,
    (from, to): (NaiveDate, NaiveDate),
    (limit, offset): (i64, i64),
) -> Result<Vec<Line>, StoreError> {
    let rows = all!(
        conn,
        LineRow,
        select_lines!(
            "obligation.state IN ('open', 'returned') AND obligation.due BETWEEN $1 AND $2
             AND ($3 OR obligation.last_answer IS NOT NULL) AND ($4 OR obligation.last_answer IS NULL) AND ",
            in_scope!("obligation.organisation_id", "$5"),
            " ORDER BY obligation.due, obligation.id LIMIT $6 OFFSET $7"
        ),
        from,
        to,
        kind != OpenKind::Answered,
        kind != OpenKind::Unanswered,
        only(scope),
        limit,
        offset,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// One measure that several organisations have to do by the same day, and have not done yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The number of one of the obligations, the only one when `number` is 1.
    pub id: ObligationId,
    /// Whose that one is.
    pub organisation: OrganisationId,
    /// The measure.
    pub measure: MeasureId,
    /// What is to be done.
    pub text: Names,
    /// The day that counts.
    pub due: NaiveDate,
    /// How many organisations.
    pub number: u64,
}

#[derive(sqlx::FromRow)]
struct GroupRow {
    id: i64,
    organisation_id: i64,
    measure_id: i64,
    #[sqlx(flatten)]
    text: TextRow,
    due: NaiveDate,
    number: i64,
}

/// Open obligations due between `from` and `to` by measure and day, the earliest first.
pub async fn groups_open(
    conn: &mut Conn,
    scope: &Scope,
    (from, to): (NaiveDate, NaiveDate),
    limit: i64,
) -> Result<Vec<Group>, StoreError> {
    let rows = all!(
        conn,
        GroupRow,
        concat!(
            "SELECT sums.id, obligation.organisation_id, sums.measure_id, ",
            measure_text!(),
            ", sums.due, sums.number
             FROM (
               SELECT MIN(id) AS id, measure_id, due, COUNT(*) AS number FROM obligation
               WHERE state IN ('open', 'returned') AND due BETWEEN $1 AND $2 AND ",
            in_scope!("organisation_id", "$3"),
            "  GROUP BY due, measure_id ORDER BY due, measure_id LIMIT $4) AS sums
             JOIN obligation ON obligation.id = sums.id
             JOIN measure ON measure.id = sums.measure_id
             ORDER BY sums.due, sums.measure_id"
        ),
        from,
        to,
        only(scope),
        limit,
    )?;
    let groups = rows.into_iter().map(|row| Group {
        id: ObligationId(row.id),
        organisation: OrganisationId(row.organisation_id),
        measure: MeasureId(row.measure_id),
        text: row.text.into(),
        due: row.due,
        number: count(row.number),
    });
    Ok(groups.collect())
}

/// All obligations of one organisation that are due between `from` and `to`, at most `limit`.
pub async fn lines_of(
    conn: &mut Conn,
    organisation: OrganisationId,
    (from, to): (NaiveDate, NaiveDate),
    limit: i64,
) -> Result<Vec<Line>, StoreError> {
    let rows = all!(
        conn,
        LineRow,
        select_lines!(
            "obligation.organisation_id = $1 AND obligation.due BETWEEN $2 AND $3
             ORDER BY obligation.due, obligation.id LIMIT $4"
        ),
        organisation.0,
        from,
        to,
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// These obligations as they stand now, by number.
pub async fn lines_by_id(conn: &mut Conn, ids: &[ObligationId]) -> Result<Vec<Line>, StoreError> {
    let rows = all!(
        conn,
        LineRow,
        select_lines!(
            "obligation.id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) ORDER BY obligation.id"
        ),
        serde_json::json!(ids).to_string(),
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// How many reports wait for a controller.
pub async fn under_review(conn: &mut Conn, scope: &Scope) -> Result<u64, StoreError> {
    let (number,) = one!(
        conn,
        (i64,),
        concat!(
            "SELECT CAST(COALESCE(SUM(reported_on_time + reported_late), 0) AS BIGINT) FROM obligation_month WHERE ",
            in_scope!("organisation_id", "$1")
        ),
        only(scope),
    )?;
    Ok(count(number))
}

/// How many open obligations have an answer that something stands in the way.
pub async fn blocked(conn: &mut Conn, scope: &Scope) -> Result<u64, StoreError> {
    let (number,) = one!(
        conn,
        (i64,),
        concat!(
            "SELECT COUNT(*) FROM obligation
             WHERE state IN ('open', 'returned') AND last_answer = 'blocked' AND ",
            in_scope!("organisation_id", "$1")
        ),
        only(scope),
    )?;
    Ok(count(number))
}

/// The reports that wait for a controller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// How many.
    pub number: u64,
    /// When the oldest was handed in.
    pub oldest: Option<DateTime<Utc>>,
}

/// The reports that wait for a controller.
pub async fn review(conn: &mut Conn, scope: &Scope) -> Result<Review, StoreError> {
    // The oldest is the first of an index: all of them need not be looked at.
    let (oldest,) = one!(
        conn,
        (Option<DateTime<Utc>>,),
        concat!(
            "SELECT MIN(submitted_at) FROM obligation WHERE state = 'reported' AND ",
            in_scope!("organisation_id", "$1")
        ),
        only(scope),
    )?;
    Ok(Review { number: under_review(conn, scope).await?, oldest })
}

/// How many low ratings wait for an answer, and how many of them for too long.
pub async fn case_counts(conn: &mut Conn, scope: &Scope, today: NaiveDate) -> Result<(u64, u64), StoreError> {
    let (open, late) = one!(
        conn,
        (i64, i64),
        concat!(
            "SELECT COUNT(*), COUNT(*) FILTER (WHERE due < $1)
             FROM citizen_case WHERE state = 'open' AND ",
            in_scope!("organisation_id", "$2")
        ),
        today,
        only(scope),
    )?;
    Ok((count(open), count(late)))
}
