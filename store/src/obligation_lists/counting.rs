//! How many obligations a filter leaves of each kind.

use chrono::{Datelike, NaiveDate};

use super::{Binds, FIRST_DAY, Filter, StandingCounts, narrowed, soon};
use crate::boards::in_scope;
use crate::query::one;
use crate::{Conn, StoreError};

/// Counts what the filter leaves, by how it stands on `today`.
///
/// Whole months without a search are read from the sums that each change keeps; otherwise the rows are counted.
pub async fn counts(
    conn: &mut Conn,
    filter: &Filter,
    today: NaiveDate,
) -> Result<StandingCounts, StoreError> {
    let begins = filter.from.is_none_or(|day| day.day() == 1);
    let ends = filter.until.is_none_or(|day| day.succ_opt().is_none_or(|next| next.day() == 1));
    if filter.found.is_none() && begins && ends {
        return from_sums(conn, filter, today).await;
    }
    one_by_one(conn, filter, today).await
}

/// The sums of each class.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
struct Sums {
    everything: i64,
    reported: i64,
    accepted: i64,
    cancelled: i64,
    on_time: i64,
    late: i64,
}

/// What is open or returned.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
struct Open {
    overdue: i64,
    due_soon: i64,
    working: i64,
    not_started: i64,
}

/// Reported or accepted before the day has come: the rate does not count it yet.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
struct Ahead {
    on_time: i64,
    late: i64,
}

async fn from_sums(conn: &mut Conn, filter: &Filter, today: NaiveDate) -> Result<StandingCounts, StoreError> {
    let sums = sums(conn, filter).await?;
    let open = open(conn, filter, today).await?;
    let ahead = ahead(conn, filter, today).await?;
    Ok(StandingCounts {
        everything: sums.everything,
        overdue: open.overdue,
        due_soon: open.due_soon,
        working: open.working,
        not_started: open.not_started,
        review: sums.reported,
        done: sums.accepted,
        cancelled: sums.cancelled,
        on_time: sums.on_time - ahead.on_time,
        late: sums.late - ahead.late,
    })
}

async fn sums(conn: &mut Conn, filter: &Filter) -> Result<Sums, StoreError> {
    let binds = Binds::of(filter);
    one!(
        conn,
        Sums,
        concat!(
            "SELECT CAST(COALESCE(SUM(open + reported_on_time + reported_late + accepted_on_time + accepted_late
                 + not_applicable), 0) AS BIGINT) AS everything,
               CAST(COALESCE(SUM(reported_on_time + reported_late), 0) AS BIGINT) AS reported,
               CAST(COALESCE(SUM(accepted_on_time + accepted_late), 0) AS BIGINT) AS accepted,
               CAST(COALESCE(SUM(not_applicable), 0) AS BIGINT) AS cancelled,
               CAST(COALESCE(SUM(reported_on_time + accepted_on_time), 0) AS BIGINT) AS on_time,
               CAST(COALESCE(SUM(reported_late + accepted_late), 0) AS BIGINT) AS late
             FROM obligation_month WHERE month BETWEEN $1 AND $2
               AND (CAST($3 AS BIGINT) IS NULL OR organisation_id = $3) AND ",
            in_scope!("organisation_id", "$4")
        ),
        binds.from,
        binds.until,
        binds.organisation,
        binds.scope,
    )
}

async fn open(conn: &mut Conn, filter: &Filter, today: NaiveDate) -> Result<Open, StoreError> {
    let binds = Binds::of(filter);
    one!(
        conn,
        Open,
        concat!(
            "SELECT COUNT(*) FILTER (WHERE obligation.due < $7) AS overdue,
               COUNT(*) FILTER (WHERE obligation.due BETWEEN $7 AND $8) AS due_soon,
               COUNT(*) FILTER (WHERE obligation.due > $8 AND obligation.last_answer IS NOT NULL) AS working,
               COUNT(*) FILTER (WHERE obligation.due > $8 AND obligation.last_answer IS NULL) AS not_started
             FROM obligation WHERE obligation.state IN ('open', 'returned') AND ",
            narrowed!()
        ),
        binds.scope,
        binds.organisation,
        binds.from,
        binds.until,
        binds.measures,
        binds.organisations,
        today,
        soon(today),
    )
}

async fn ahead(conn: &mut Conn, filter: &Filter, today: NaiveDate) -> Result<Ahead, StoreError> {
    let tomorrow = today.succ_opt().unwrap_or(today);
    let from = filter.from.unwrap_or(FIRST_DAY).max(tomorrow);
    let binds = Binds::of(&Filter { from: Some(from), ..filter.clone() });
    one!(
        conn,
        Ahead,
        concat!(
            "SELECT COUNT(*) FILTER (WHERE COALESCE(obligation.submitted_on, obligation.due) <= obligation.due) AS on_time,
               COUNT(*) FILTER (WHERE obligation.submitted_on > obligation.due) AS late
             FROM obligation WHERE obligation.state IN ('reported', 'accepted') AND ",
            narrowed!()
        ),
        binds.scope,
        binds.organisation,
        binds.from,
        binds.until,
        binds.measures,
        binds.organisations,
    )
}

/// Counts the rows themselves.
async fn one_by_one(
    conn: &mut Conn,
    filter: &Filter,
    today: NaiveDate,
) -> Result<StandingCounts, StoreError> {
    let binds = Binds::of(filter);
    one!(
        conn,
        StandingCounts,
        concat!(
            "SELECT COUNT(*) AS everything,
               COUNT(*) FILTER (WHERE obligation.state IN ('open', 'returned') AND obligation.due < $7) AS overdue,
               COUNT(*) FILTER (WHERE obligation.state IN ('open', 'returned') AND obligation.due BETWEEN $7 AND $8)
                 AS due_soon,
               COUNT(*) FILTER (WHERE obligation.state IN ('open', 'returned') AND obligation.due > $8
                 AND obligation.last_answer IS NOT NULL) AS working,
               COUNT(*) FILTER (WHERE obligation.state IN ('open', 'returned') AND obligation.due > $8
                 AND obligation.last_answer IS NULL) AS not_started,
               COUNT(*) FILTER (WHERE obligation.state = 'reported') AS review,
               COUNT(*) FILTER (WHERE obligation.state = 'accepted') AS done,
               COUNT(*) FILTER (WHERE obligation.state = 'cancelled') AS cancelled,
               COUNT(*) FILTER (WHERE obligation.state IN ('reported', 'accepted') AND obligation.due <= $7
                 AND COALESCE(obligation.submitted_on, obligation.due) <= obligation.due) AS on_time,
               COUNT(*) FILTER (WHERE obligation.state IN ('reported', 'accepted') AND obligation.due <= $7
                 AND obligation.submitted_on > obligation.due) AS late
             FROM obligation WHERE ",
            narrowed!()
        ),
        binds.scope,
        binds.organisation,
        binds.from,
        binds.until,
        binds.measures,
        binds.organisations,
        today,
        soon(today),
    )
}
