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
    keep(conn, organisation, due, &[(class, change)]).await
}

/// One that is due on this day is of another class than before.
pub(super) async fn moves(
    conn: &mut Conn,
    organisation: OrganisationId,
    due: NaiveDate,
    (before, after): (Class, Class),
) -> Result<(), StoreError> {
    if before == after {
        return Ok(());
    }
    keep(conn, organisation, due, &[(before, -1), (after, 1)]).await
}

async fn keep(
    conn: &mut Conn,
    organisation: OrganisationId,
    due: NaiveDate,
    changes: &[(Class, i64)],
) -> Result<(), StoreError> {
    let of = |class| changes.iter().filter(|(one, _)| *one == class).map(|(_, change)| change).sum::<i64>();
    run!(
        conn,
        "INSERT INTO obligation_month (month, organisation_id, open, reported_on_time, reported_late,
           accepted_on_time, accepted_late, not_applicable)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (month, organisation_id) DO UPDATE SET
           open = obligation_month.open + excluded.open,
           reported_on_time = obligation_month.reported_on_time + excluded.reported_on_time,
           reported_late = obligation_month.reported_late + excluded.reported_late,
           accepted_on_time = obligation_month.accepted_on_time + excluded.accepted_on_time,
           accepted_late = obligation_month.accepted_late + excluded.accepted_late,
           not_applicable = obligation_month.not_applicable + excluded.not_applicable",
        month_of(due),
        organisation.0,
        of(Class::Open),
        of(Class::ReportedOnTime),
        of(Class::ReportedLate),
        of(Class::AcceptedOnTime),
        of(Class::AcceptedLate),
        of(Class::NotApplicable),
    )?;
    Ok(())
}
