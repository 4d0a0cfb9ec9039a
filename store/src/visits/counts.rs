//! How many codes were made, used, revoked and guessed: by point and day, never by code or batch.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{PointId, ServiceId};

use crate::query::{one, run};
use crate::{Conn, StoreError};

/// What happened to codes of a point on a day.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Happened {
    pub(super) made: i64,
    pub(super) used: i64,
    pub(super) revoked: i64,
    pub(super) wrong: i64,
}

/// Adds what happened to the counts.
pub(super) async fn count(
    conn: &mut Conn,
    point: PointId,
    day: NaiveDate,
    happened: Happened,
) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO visit_day (point_id, day, service_id, made, used, revoked, wrong)
         SELECT id, $2, service_id, CAST($3 AS BIGINT), CAST($4 AS BIGINT), CAST($5 AS BIGINT),
           CAST($6 AS BIGINT)
         FROM service_point WHERE id = $1
         ON CONFLICT (point_id, day) DO UPDATE SET
           made = visit_day.made + excluded.made, used = visit_day.used + excluded.used,
           revoked = visit_day.revoked + excluded.revoked, wrong = visit_day.wrong + excluded.wrong",
        point.0,
        day,
        happened.made,
        happened.used,
        happened.revoked,
        happened.wrong,
    )?;
    Ok(())
}

/// What became of all codes of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PointCodes {
    /// So many were made.
    pub made: u64,
    /// With so many a mark was given.
    pub used: u64,
    /// So many were taken back.
    pub revoked: u64,
    /// So many can still be used.
    pub valid: u64,
    /// So many codes were brought that do not exist.
    pub wrong: u64,
}

impl PointCodes {
    /// So many ended unused.
    pub fn expired(&self) -> u64 {
        self.made.saturating_sub(self.used + self.revoked + self.valid)
    }
}

/// What became of the codes of a point up to now.
pub async fn of_point(conn: &mut Conn, point: PointId, now: DateTime<Utc>) -> Result<PointCodes, StoreError> {
    let (made, used, revoked, wrong, valid) = one!(
        conn,
        (i64, i64, i64, i64, i64),
        "SELECT CAST(COALESCE(SUM(made), 0) AS BIGINT), CAST(COALESCE(SUM(used), 0) AS BIGINT),
           CAST(COALESCE(SUM(revoked), 0) AS BIGINT), CAST(COALESCE(SUM(wrong), 0) AS BIGINT),
           (SELECT COUNT(*) FROM visit_code
            WHERE visit_code.point_id = $1 AND state = 'unused' AND valid_until > $2)
         FROM visit_day WHERE point_id = $1",
        point.0,
        now,
    )?;
    let [made, used, revoked, wrong, valid] = [made, used, revoked, wrong, valid].map(i64::unsigned_abs);
    Ok(PointCodes { made, used, revoked, valid, wrong })
}

/// How many marks were given with a code for these services from the first to the last day, those set apart among them.
pub async fn used(
    conn: &mut Conn,
    services: &[ServiceId],
    from: NaiveDate,
    until: NaiveDate,
) -> Result<u64, StoreError> {
    let (used,) = one!(
        conn,
        (i64,),
        "SELECT CAST(COALESCE(SUM(used), 0) AS BIGINT) FROM visit_day
         WHERE service_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND day BETWEEN $2 AND $3",
        serde_json::json!(services).to_string(),
        from,
        until,
    )?;
    Ok(used.unsigned_abs())
}
