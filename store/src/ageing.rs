//! How many obligations wait for whom.

use chrono::{NaiveDate, NaiveTime};
use domain::ageing::last_day_for_the_deputy;
use domain::clock::in_tashkent;
use domain::people::Scope;

use crate::boards::{in_scope, only};
use crate::organisations::Catalogue;
use crate::query::one;
use crate::{Conn, StoreError, control};

/// How many obligations wait for whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HolderCounts {
    /// For the organisations.
    pub officer: u64,
    /// For the controller.
    pub controller: u64,
    /// For the deputy hokim: the controller has held them for too long.
    pub deputy_hokim: u64,
}

/// Counts who has the ball on `today`.
pub async fn holders(
    conn: &mut Conn,
    scope: &Scope,
    catalogue: &Catalogue,
    today: NaiveDate,
) -> Result<HolderCounts, StoreError> {
    let patience = control::policy(conn).await?.patience();
    let week = catalogue.top().map(|top| catalogue.week_of(top)).unwrap_or_default();
    let last = last_day_for_the_deputy(today, patience, catalogue.calendar.in_week(week));
    // What came to the controller before the end of that day is the deputy hokim's.
    let deputys = in_tashkent(last.succ_opt().unwrap_or(last), NaiveTime::MIN);
    let (reported_long,) = one!(
        conn,
        (i64,),
        concat!(
            "SELECT COUNT(*) FROM obligation WHERE state = 'reported' AND submitted_at < $1 AND ",
            in_scope!("organisation_id", "$2")
        ),
        deputys,
        only(scope),
    )?;
    let (asked, asked_long) = one!(
        conn,
        (i64, i64),
        concat!(
            "SELECT COUNT(*), COUNT(*) FILTER (WHERE asked_more_at < $1)
             FROM obligation WHERE asked_more_at IS NOT NULL AND state IN ('open', 'returned') AND ",
            in_scope!("organisation_id", "$2")
        ),
        deputys,
        only(scope),
    )?;
    let (open, reported) = one!(
        conn,
        (i64, i64),
        concat!(
            "SELECT CAST(COALESCE(SUM(open), 0) AS BIGINT), CAST(COALESCE(SUM(reported_on_time + reported_late), 0) AS BIGINT)
             FROM obligation_month WHERE ",
            in_scope!("organisation_id", "$1")
        ),
        only(scope),
    )?;
    let count = |number: i64| u64::try_from(number).unwrap_or_default();
    Ok(HolderCounts {
        officer: count(open - asked),
        controller: count(reported - reported_long + asked - asked_long),
        deputy_hokim: count(reported_long + asked_long),
    })
}
