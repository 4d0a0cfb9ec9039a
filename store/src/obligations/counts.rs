//! Counts of obligations by organisation and month, kept by the transactions that change obligations.

use chrono::{Datelike, NaiveDate};
use domain::compliance::Class;
use domain::ids::OrganisationId;

use crate::query::run;
use crate::{Conn, StoreError};

/// The first day of the month of `day`: the key of the counts.
pub(super) fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// Adds `change` to the count of one class.
pub(super) async fn add(
    conn: &mut Conn,
    organisation: OrganisationId,
    due: NaiveDate,
    class: Class,
    change: i64,
) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO obligation_month (month, organisation_id, class, n) VALUES ($1, $2, $3, $4)
         ON CONFLICT (month, organisation_id, class) DO UPDATE SET n = obligation_month.n + excluded.n",
        month_of(due),
        organisation.0,
        class.code(),
        change,
    )?;
    Ok(())
}
