//! Counts by organisation and month.

use chrono::{Datelike, Days, NaiveDate};
use domain::compliance::Class;
use domain::ids::OrganisationId;
use domain::obligation::DUE_SOON_DAYS;
use domain::people::Scope;
use domain::ratings::Counts;

use super::{count, in_scope, only};
use crate::query::{all, one};
use crate::{Conn, StoreError};

/// The obligations of one organisation that fall due in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthCounts {
    /// The first day of the month.
    pub month: NaiveDate,
    /// Whose.
    pub organisation: OrganisationId,
    /// Open or returned.
    pub open: u64,
    /// Reported on time and not decided yet.
    pub reported_on_time: u64,
    /// Reported late and not decided yet.
    pub reported_late: u64,
    /// Accepted, reported on time.
    pub accepted_on_time: u64,
    /// Accepted, reported late.
    pub accepted_late: u64,
    /// Cancelled.
    pub not_applicable: u64,
}

#[derive(sqlx::FromRow)]
struct MonthRow {
    month: NaiveDate,
    organisation_id: i64,
    open: i64,
    reported_on_time: i64,
    reported_late: i64,
    accepted_on_time: i64,
    accepted_late: i64,
    not_applicable: i64,
}

impl From<MonthRow> for MonthCounts {
    fn from(row: MonthRow) -> Self {
        Self {
            month: row.month,
            organisation: OrganisationId(row.organisation_id),
            open: count(row.open),
            reported_on_time: count(row.reported_on_time),
            reported_late: count(row.reported_late),
            accepted_on_time: count(row.accepted_on_time),
            accepted_late: count(row.accepted_late),
            not_applicable: count(row.not_applicable),
        }
    }
}

/// The sums of each class, as columns.
macro_rules! class_sums {
    () => {
        "CAST(SUM(open) AS BIGINT) AS open, CAST(SUM(reported_on_time) AS BIGINT) AS reported_on_time,
         CAST(SUM(reported_late) AS BIGINT) AS reported_late, CAST(SUM(accepted_on_time) AS BIGINT) AS accepted_on_time,
         CAST(SUM(accepted_late) AS BIGINT) AS accepted_late, CAST(SUM(not_applicable) AS BIGINT) AS not_applicable"
    };
}

/// The counts of each organisation and month between `from` and `to`.
pub async fn months(
    conn: &mut Conn,
    scope: &Scope,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<MonthCounts>, StoreError> {
    let rows = all!(
        conn,
        MonthRow,
        concat!(
            "SELECT month, organisation_id, open, reported_on_time, reported_late, accepted_on_time, accepted_late,
               not_applicable
             FROM obligation_month WHERE month BETWEEN $1 AND $2 AND ",
            in_scope!("organisation_id", "$3"),
            " ORDER BY month, organisation_id"
        ),
        from,
        to,
        only(scope),
    )?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Where a board divides the months: each of the two spans may be over in part, and come in part.
#[derive(Clone, Copy, Debug)]
pub struct SpanMonths {
    /// The first month of the span before.
    pub before: NaiveDate,
    /// The first month of the span.
    pub first: NaiveDate,
    /// The last day of the span.
    pub last: NaiveDate,
    /// The month of the board's day.
    pub this_month: NaiveDate,
}

/// The counts of each organisation in the span before and in the span, summed over the months that are over and over those to come;
/// the month of the board's day stands by itself. The first of the months stands for those that are summed with it.
///
/// A region has a thousand organisations: month by month they would be three times as many rows.
pub async fn spans(conn: &mut Conn, scope: &Scope, days: SpanMonths) -> Result<Vec<MonthCounts>, StoreError> {
    let rows = all!(
        conn,
        MonthRow,
        concat!(
            "SELECT MIN(month) AS month, organisation_id, ",
            class_sums!(),
            " FROM (
               SELECT obligation_month.*,
                 CASE WHEN month = $4 THEN 4 WHEN month < $1 THEN 0 WHEN month < $2 THEN 1 WHEN month <= $3 THEN 2 ELSE 3 END
                   AS part,
                 CASE WHEN month < $4 THEN 0 ELSE 1 END AS comes
               FROM obligation_month
               WHERE (month BETWEEN $1 AND $3 OR month = $4) AND ",
            in_scope!("organisation_id", "$5"),
            ") AS parts GROUP BY organisation_id, part, comes ORDER BY organisation_id, part, comes"
        ),
        days.before,
        days.first,
        days.last,
        days.this_month,
        only(scope),
    )?;
    Ok(rows.into_iter().map(Into::into).collect())
}

#[derive(sqlx::FromRow)]
struct TogetherRow {
    month: NaiveDate,
    open: i64,
    reported_on_time: i64,
    reported_late: i64,
    accepted_on_time: i64,
    accepted_late: i64,
    not_applicable: i64,
}

impl TogetherRow {
    fn classes(self) -> [(NaiveDate, Class, u64); 6] {
        [
            (Class::Open, self.open),
            (Class::ReportedOnTime, self.reported_on_time),
            (Class::ReportedLate, self.reported_late),
            (Class::AcceptedOnTime, self.accepted_on_time),
            (Class::AcceptedLate, self.accepted_late),
            (Class::NotApplicable, self.not_applicable),
        ]
        .map(|(class, number)| (self.month, class, count(number)))
    }
}

/// The counts of all organisations together, by month and class.
pub async fn months_together(
    conn: &mut Conn,
    scope: &Scope,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(NaiveDate, Class, u64)>, StoreError> {
    let rows = all!(
        conn,
        TogetherRow,
        concat!(
            "SELECT month, ",
            class_sums!(),
            " FROM obligation_month WHERE month BETWEEN $1 AND $2 AND ",
            in_scope!("organisation_id", "$3"),
            " GROUP BY month ORDER BY month"
        ),
        from,
        to,
        only(scope),
    )?;
    Ok(rows.into_iter().flat_map(TogetherRow::classes).collect())
}

/// The open obligations of one organisation, by how near their day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenCounts {
    /// Whose.
    pub organisation: OrganisationId,
    /// Fallen due before the period, and still open.
    pub overdue_earlier: u64,
    /// Fallen due in the period.
    pub overdue: u64,
    /// Fallen due in the month of today.
    pub overdue_this_month: u64,
    /// Due today or within the days that count as soon.
    pub due_soon: u64,
    /// Due later; the organisation has answered something.
    pub working: u64,
    /// Due later, without an answer.
    pub not_started: u64,
    /// The next day on which one is due.
    pub next_due: Option<NaiveDate>,
}

#[derive(sqlx::FromRow)]
struct OpenRow {
    organisation_id: i64,
    overdue_earlier: i64,
    overdue: i64,
    overdue_this_month: i64,
    due_soon: i64,
    working: i64,
    not_started: i64,
    next_due: Option<NaiveDate>,
}

/// What is open and due in the period from `from` to `to`, for each organisation that has any of it; and what has been
/// overdue before the period, but not since before `since`.
pub async fn open_counts(
    conn: &mut Conn,
    scope: &Scope,
    since: NaiveDate,
    from: NaiveDate,
    to: NaiveDate,
    today: NaiveDate,
) -> Result<Vec<OpenCounts>, StoreError> {
    let soon = today.checked_add_days(Days::new(DUE_SOON_DAYS.into())).unwrap_or(today);
    let rows = all!(
        conn,
        OpenRow,
        concat!(
            "SELECT organisation_id,
               COUNT(*) FILTER (WHERE due < $1 AND due < $3) AS overdue_earlier,
               COUNT(*) FILTER (WHERE due >= $1 AND due < $3) AS overdue,
               COUNT(*) FILTER (WHERE due >= $6 AND due < $3) AS overdue_this_month,
               COUNT(*) FILTER (WHERE due >= $1 AND due BETWEEN $3 AND $4) AS due_soon,
               COUNT(*) FILTER (WHERE due >= $1 AND due > $4 AND last_answer IS NOT NULL) AS working,
               COUNT(*) FILTER (WHERE due >= $1 AND due > $4 AND last_answer IS NULL) AS not_started,
               MIN(due) FILTER (WHERE due >= $3) AS next_due
             FROM obligation
             WHERE state IN ('open', 'returned') AND due BETWEEN $7 AND $2 AND ",
            in_scope!("organisation_id", "$5"),
            " GROUP BY organisation_id ORDER BY organisation_id"
        ),
        from,
        to,
        today,
        soon,
        only(scope),
        today.with_day(1).unwrap_or(today),
        since,
    )?;
    let counts = rows.into_iter().map(|row| OpenCounts {
        organisation: OrganisationId(row.organisation_id),
        overdue_earlier: count(row.overdue_earlier),
        overdue: count(row.overdue),
        overdue_this_month: count(row.overdue_this_month),
        due_soon: count(row.due_soon),
        working: count(row.working),
        not_started: count(row.not_started),
        next_due: row.next_due,
    });
    Ok(counts.collect())
}

/// How many are open of those that fall due before this month, by its first day.
pub async fn open_before(conn: &mut Conn, scope: &Scope, month: NaiveDate) -> Result<u64, StoreError> {
    let (number,) = one!(
        conn,
        (i64,),
        concat!(
            "SELECT CAST(COALESCE(SUM(open), 0) AS BIGINT) FROM obligation_month WHERE month < $1 AND ",
            in_scope!("organisation_id", "$2")
        ),
        month,
        only(scope),
    )?;
    Ok(count(number))
}

/// What an organisation has reported before its day came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ahead {
    /// Whose.
    pub organisation: OrganisationId,
    /// Waiting for the controller.
    pub reported: u64,
    /// Accepted.
    pub accepted: u64,
}

/// What is reported already and falls due after `today`, until `to`: it enters the rate on its day.
pub async fn ahead(
    conn: &mut Conn,
    scope: &Scope,
    today: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Ahead>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64, i64),
        concat!(
            "SELECT organisation_id,
               COUNT(*) FILTER (WHERE state = 'reported'), COUNT(*) FILTER (WHERE state = 'accepted')
             FROM obligation
             WHERE due > $1 AND due <= $2 AND state IN ('reported', 'accepted') AND ",
            in_scope!("organisation_id", "$3"),
            " GROUP BY organisation_id ORDER BY organisation_id"
        ),
        today,
        to,
        only(scope),
    )?;
    let ahead = rows.into_iter().map(|(organisation, reported, accepted)| Ahead {
        organisation: OrganisationId(organisation),
        reported: count(reported),
        accepted: count(accepted),
    });
    Ok(ahead.collect())
}

/// The marks that citizens gave to the services of one organisation in a span of months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatingMonth {
    /// Whose services.
    pub organisation: OrganisationId,
    /// How many gave each mark.
    pub marks: Counts,
}

#[derive(sqlx::FromRow)]
pub(super) struct RatingRow {
    organisation_id: i64,
    mark_1: i64,
    mark_2: i64,
    mark_3: i64,
    mark_4: i64,
    mark_5: i64,
}

impl From<RatingRow> for RatingMonth {
    fn from(row: RatingRow) -> Self {
        Self {
            organisation: OrganisationId(row.organisation_id),
            marks: Counts([row.mark_1, row.mark_2, row.mark_3, row.mark_4, row.mark_5].map(count)),
        }
    }
}

/// The marks of each organisation in the months between `from` and `to`.
pub async fn rating_months(
    conn: &mut Conn,
    scope: &Scope,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<RatingMonth>, StoreError> {
    let rows = all!(
        conn,
        RatingRow,
        concat!(
            "SELECT organisation_id,
               CAST(SUM(mark_1) AS BIGINT) AS mark_1, CAST(SUM(mark_2) AS BIGINT) AS mark_2,
               CAST(SUM(mark_3) AS BIGINT) AS mark_3, CAST(SUM(mark_4) AS BIGINT) AS mark_4,
               CAST(SUM(mark_5) AS BIGINT) AS mark_5
             FROM rating_month WHERE month BETWEEN $1 AND $2 AND ",
            in_scope!("organisation_id", "$3"),
            " GROUP BY organisation_id ORDER BY organisation_id"
        ),
        from,
        to,
        only(scope),
    )?;
    Ok(rows.into_iter().map(Into::into).collect())
}
