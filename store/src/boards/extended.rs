//! The few obligations whose day was extended: by them alone the rate by the original days differs.

use chrono::NaiveDate;
use domain::compliance::Extended;
use domain::ids::OrganisationId;
use domain::people::Scope;

use super::{in_scope, only};
use crate::obligations::state_from_code;
use crate::query::all;
use crate::{Conn, StoreError};

/// The extended obligations that are due between `from` and `to`, or were due there before more time was granted, by organisation.
pub async fn extended(
    conn: &mut Conn,
    scope: &Scope,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<(OrganisationId, Extended)>, StoreError> {
    // They are brought in order here: asked to do it, SQLite would rather walk through all obligations than through these few.
    let mut rows = all!(
        conn,
        (i64, NaiveDate, NaiveDate, String, Option<NaiveDate>),
        concat!(
            "SELECT organisation_id, due, extended_from, state, submitted_on FROM obligation
             WHERE extended_from IS NOT NULL AND (due BETWEEN $1 AND $2 OR extended_from BETWEEN $1 AND $2) AND ",
            in_scope!("organisation_id", "$3")
        ),
        from,
        to,
        only(scope),
    )?;
    rows.sort_unstable_by_key(|(organisation, due, original, ..)| (*organisation, *due, *original));
    let extended = rows.into_iter().map(|(organisation, due, original, state, submitted_on)| {
        let state = state_from_code(state)?;
        Ok((OrganisationId(organisation), Extended { due, original, state, submitted_on }))
    });
    extended.collect()
}
