//! What becomes of a scan: opened, rated, with words, answered. Counts by service and day, written by the acts themselves.
//!
//! Opening the question twice counts twice, since nobody is known there; the same update delivered twice counts once.

use chrono::NaiveDate;
use domain::ids::{CaseId, RatingId, ServiceId};

use crate::query::{one, run};
use crate::{Conn, StoreError};

/// How many came how far. How many rated is in the marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Responses {
    /// The question was opened so often.
    pub opened: u64,
    /// Ratings with words.
    pub commented: u64,
    /// Ratings to which the organisation answered.
    pub answered: u64,
}

/// The question was opened once more.
pub async fn opened(conn: &mut Conn, service: ServiceId, day: NaiveDate) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO response_day (day, service_id, opened, commented, answered) VALUES ($1, $2, $3, $4, $4)
         ON CONFLICT (service_id, day) DO UPDATE SET opened = response_day.opened + excluded.opened",
        day,
        service.0,
        1_i64,
        0_i64,
    )?;
    Ok(())
}

/// Words came to a rating that had none.
pub(crate) async fn commented(conn: &mut Conn, rating: RatingId) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO response_day (day, service_id, opened, commented, answered)
         SELECT day, service_id, CAST($2 AS BIGINT), CAST($3 AS BIGINT), CAST($2 AS BIGINT) FROM rating WHERE id = $1
         ON CONFLICT (service_id, day) DO UPDATE SET commented = response_day.commented + excluded.commented",
        rating.0,
        0_i64,
        1_i64,
    )?;
    Ok(())
}

/// The organisation is about to answer a case. An answer after the first changes nothing.
pub(crate) async fn answered(conn: &mut Conn, case: CaseId) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO response_day (day, service_id, opened, commented, answered)
         SELECT rating.day, rating.service_id, CAST($2 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS BIGINT)
         FROM citizen_case JOIN rating ON rating.id = citizen_case.rating_id
         WHERE citizen_case.id = $1 AND citizen_case.answered_at IS NULL
         ON CONFLICT (service_id, day) DO UPDATE SET answered = response_day.answered + excluded.answered",
        case.0,
        0_i64,
        1_i64,
    )?;
    Ok(())
}

/// How far people came with these services from the first to the last day.
pub async fn of(
    conn: &mut Conn,
    services: &[ServiceId],
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Responses, StoreError> {
    let (opened, commented, answered) = one!(
        conn,
        (i64, i64, i64),
        "SELECT CAST(COALESCE(SUM(opened), 0) AS BIGINT), CAST(COALESCE(SUM(commented), 0) AS BIGINT),
           CAST(COALESCE(SUM(answered), 0) AS BIGINT)
         FROM response_day
         WHERE service_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND day BETWEEN $2 AND $3",
        serde_json::json!(services).to_string(),
        from,
        until,
    )?;
    let [opened, commented, answered] =
        [opened, commented, answered].map(|one| u64::try_from(one).unwrap_or_default());
    Ok(Responses { opened, commented, answered })
}
