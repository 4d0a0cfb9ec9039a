//! What the panel shows of ratings: counts by service and by month, and the cases that low marks opened.
//!
//! It reads the counts that each rating keeps; no row of a single citizen is touched except the comment of a case.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, OrganisationId, ServiceId};
use domain::language::Names;
use domain::people::Scope;
use domain::ratings::{ByWeeks, Counts};

use crate::boards::{in_scope, only};
use crate::query::{all, maybe};
use crate::wording::{RatedPointRow, rated_point};
use crate::{Conn, StoreError};

/// What a citizen may have said of a service, by marks from 1 to 5.
type Marks = (i64, i64, i64, i64, i64);

fn counts((one, two, three, four, five): Marks) -> Counts {
    Counts([one, two, three, four, five].map(|number| u64::try_from(number).unwrap_or_default()))
}

/// What some sums of marks by service were in a span: those of its whole weeks, and of the days before and after them. Its values are the
/// services, then the first and the last of the weeks, of the days before and of the days after.
macro_rules! in_span {
    ($sums:literal) => {
        concat!(
            "SELECT service_id, ",
            $sums,
            " FROM rating_week
             WHERE service_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND week BETWEEN $2 AND $3
             UNION ALL SELECT service_id, ",
            $sums,
            " FROM rating_day
             WHERE service_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND day BETWEEN $4 AND $5
             UNION ALL SELECT service_id, ",
            $sums,
            " FROM rating_day
             WHERE service_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND day BETWEEN $6 AND $7"
        )
    };
}

/// Marks that are in none of the published counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// They wait for a reviewer.
    pub waiting: u64,
    /// A reviewer left them out.
    pub left_out: u64,
}

/// The marks of services in a span.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarksOfSpan {
    /// Those that count, by service; a service without any is not named.
    pub services: Vec<(ServiceId, Counts)>,
    /// How many count nowhere.
    pub apart: Apart,
}

#[derive(sqlx::FromRow)]
struct SpanRow {
    service_id: i64,
    mark_1: i64,
    mark_2: i64,
    mark_3: i64,
    mark_4: i64,
    mark_5: i64,
    quarantined: i64,
    left_out: i64,
}

/// The marks of these services from the first to the last day.
pub async fn marks(
    conn: &mut Conn,
    services: &[ServiceId],
    from: NaiveDate,
    until: NaiveDate,
) -> Result<MarksOfSpan, StoreError> {
    let ByWeeks { before, weeks, after } = ByWeeks::of(from, until);
    let rows = all!(
        conn,
        SpanRow,
        concat!(
            "SELECT service_id, CAST(SUM(mark_1) AS BIGINT) AS mark_1, CAST(SUM(mark_2) AS BIGINT) AS mark_2,
               CAST(SUM(mark_3) AS BIGINT) AS mark_3, CAST(SUM(mark_4) AS BIGINT) AS mark_4,
               CAST(SUM(mark_5) AS BIGINT) AS mark_5, CAST(SUM(quarantined) AS BIGINT) AS quarantined,
               CAST(SUM(left_out) AS BIGINT) AS left_out
             FROM (",
            in_span!("mark_1, mark_2, mark_3, mark_4, mark_5, quarantined, left_out"),
            ") AS part GROUP BY service_id ORDER BY service_id"
        ),
        serde_json::json!(services).to_string(),
        weeks.0,
        weeks.1,
        before.0,
        before.1,
        after.0,
        after.1,
    )?;
    let mut marks = MarksOfSpan::default();
    for row in rows {
        marks.apart.waiting += row.quarantined.unsigned_abs();
        marks.apart.left_out += row.left_out.unsigned_abs();
        let counts = counts((row.mark_1, row.mark_2, row.mark_3, row.mark_4, row.mark_5));
        marks.services.extend((counts.total() > 0).then_some((ServiceId(row.service_id), counts)));
    }
    Ok(marks)
}

/// The marks of each of these services from the first to the last day that count; a service without any is not named.
pub async fn by_service(
    conn: &mut Conn,
    services: &[ServiceId],
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<(ServiceId, Counts)>, StoreError> {
    Ok(marks(conn, services, from, until).await?.services)
}

/// The marks of these services from the first to the last day that count nowhere.
pub async fn apart(
    conn: &mut Conn,
    services: &[ServiceId],
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Apart, StoreError> {
    Ok(marks(conn, services, from, until).await?.apart)
}

/// The marks of these services by week, each with its Monday, the earliest first; a week without marks is not named.
pub async fn by_week(
    conn: &mut Conn,
    services: &[ServiceId],
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<(NaiveDate, Counts)>, StoreError> {
    let rows = all!(
        conn,
        (NaiveDate, i64, i64, i64, i64, i64),
        "SELECT week, CAST(SUM(mark_1) AS BIGINT), CAST(SUM(mark_2) AS BIGINT), CAST(SUM(mark_3) AS BIGINT),
           CAST(SUM(mark_4) AS BIGINT), CAST(SUM(mark_5) AS BIGINT)
         FROM rating_week
         WHERE service_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND week BETWEEN $2 AND $3
         GROUP BY week ORDER BY week",
        serde_json::json!(services).to_string(),
        first,
        last,
    )?;
    let weeks = rows
        .into_iter()
        .map(|(monday, one, two, three, four, five)| (monday, counts((one, two, three, four, five))));
    Ok(weeks.collect())
}

/// The marks that services got from the first to the last day at each organisation that gave them then.
pub async fn by_giver(
    conn: &mut Conn,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<(ServiceId, OrganisationId, Counts)>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64, i64, i64, i64, i64, i64),
        "SELECT service_id, organisation_id, CAST(SUM(mark_1) AS BIGINT), CAST(SUM(mark_2) AS BIGINT),
           CAST(SUM(mark_3) AS BIGINT), CAST(SUM(mark_4) AS BIGINT), CAST(SUM(mark_5) AS BIGINT)
         FROM rating_day WHERE day BETWEEN $1 AND $2
         GROUP BY service_id, organisation_id ORDER BY service_id, organisation_id",
        from,
        until,
    )?;
    let givers = rows.into_iter().map(|(service, organisation, one, two, three, four, five)| {
        (ServiceId(service), OrganisationId(organisation), counts((one, two, three, four, five)))
    });
    Ok(givers.collect())
}

/// Where a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseState {
    /// It waits for the organisation.
    Open,
    /// The organisation has answered.
    Answered,
    /// The citizen raised the mark the same day.
    Withdrawn,
    /// A reviewer left the mark out: nobody knows that a citizen gave it.
    LeftOut,
}

impl CaseState {
    pub(crate) fn from_code(code: String) -> Result<Self, StoreError> {
        match code.as_str() {
            "open" => Ok(Self::Open),
            "answered" => Ok(Self::Answered),
            "withdrawn" => Ok(Self::Withdrawn),
            "left_out" => Ok(Self::LeftOut),
            _ => Err(StoreError::unknown("state of a case", code)),
        }
    }
}

/// A case with everything that the panel says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Its number.
    pub id: CaseId,
    /// The service that was rated.
    pub service: ServiceId,
    /// Who must answer.
    pub organisation: OrganisationId,
    /// Where it was rated.
    pub point: Option<Names>,
    /// The mark.
    pub mark: i64,
    /// The citizen's words, masked.
    pub comment: Option<String>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// Until when it must be answered.
    pub due: NaiveDate,
    /// Where it stands.
    pub state: CaseState,
    /// The answer.
    pub answer: Option<String>,
    /// Who answered.
    pub answered_by: Option<String>,
    /// When.
    pub answered_at: Option<DateTime<Utc>>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    service_id: i64,
    organisation_id: i64,
    #[sqlx(flatten)]
    point: RatedPointRow,
    mark: i64,
    comment: Option<String>,
    opened_at: DateTime<Utc>,
    due: NaiveDate,
    state: String,
    answer: Option<String>,
    answered_by: Option<String>,
    answered_at: Option<DateTime<Utc>>,
}

impl TryFrom<Row> for CaseRow {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: CaseId(row.id),
            service: ServiceId(row.service_id),
            organisation: OrganisationId(row.organisation_id),
            point: row.point.names(),
            mark: row.mark,
            comment: row.comment,
            opened_at: row.opened_at,
            due: row.due,
            state: CaseState::from_code(row.state)?,
            answer: row.answer,
            answered_by: row.answered_by,
            answered_at: row.answered_at,
        })
    }
}

/// The beginning of every query that makes a [`CaseRow`].
macro_rules! select_cases {
    ($($rest:tt)*) => {
        concat!(
            "SELECT citizen_case.id, citizen_case.service_id, citizen_case.organisation_id,
               ",
            rated_point!(),
            ", citizen_case.mark, rating.comment, citizen_case.opened_at,
               citizen_case.due, citizen_case.state, citizen_case.answer, person.name AS answered_by,
               citizen_case.answered_at
             FROM citizen_case
             JOIN rating ON rating.id = citizen_case.rating_id
             LEFT JOIN service_point ON service_point.id = rating.point_id
             LEFT JOIN person ON person.id = citizen_case.answered_by ",
            $($rest)*
        )
    };
}

/// One case.
pub async fn case(conn: &mut Conn, id: CaseId) -> Result<Option<CaseRow>, StoreError> {
    let row = maybe!(conn, Row, select_cases!("WHERE citizen_case.id = $1"), id.0)?;
    row.map(TryInto::try_into).transpose()
}

/// Which cases a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CasesWanted {
    /// Those that wait for an answer, the earliest due first.
    Open,
    /// Those of them that should have had it before this day.
    Late(NaiveDate),
    /// Those that have an answer, the newest case first.
    Answered,
}

/// A page of the cases that are wanted.
pub async fn cases(
    conn: &mut Conn,
    scope: &Scope,
    wanted: CasesWanted,
    limit: i64,
    offset: i64,
) -> Result<Vec<CaseRow>, StoreError> {
    let rows = match wanted {
        CasesWanted::Open => all!(
            conn,
            Row,
            select_cases!(
                "WHERE citizen_case.state = 'open' AND ",
                in_scope!("citizen_case.organisation_id", "$1"),
                " ORDER BY citizen_case.due, citizen_case.id LIMIT $2 OFFSET $3"
            ),
            only(scope),
            limit,
            offset,
        ),
        CasesWanted::Late(today) => all!(
            conn,
            Row,
            select_cases!(
                "WHERE citizen_case.state = 'open' AND citizen_case.due < $4 AND ",
                in_scope!("citizen_case.organisation_id", "$1"),
                " ORDER BY citizen_case.due, citizen_case.id LIMIT $2 OFFSET $3"
            ),
            only(scope),
            limit,
            offset,
            today,
        ),
        CasesWanted::Answered => all!(
            conn,
            Row,
            select_cases!(
                "WHERE citizen_case.state = 'answered' AND ",
                in_scope!("citizen_case.organisation_id", "$1"),
                " ORDER BY citizen_case.id DESC LIMIT $2 OFFSET $3"
            ),
            only(scope),
            limit,
            offset,
        ),
    }?;
    rows.into_iter().map(TryInto::try_into).collect()
}
