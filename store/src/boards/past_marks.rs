//! The marks of citizens as they counted at the end of a day that is over.
//!
//! A mark does not change after its day. What changes is whether it counts: it may be set apart, with a burst that was noticed
//! later, and a reviewer may decide about it later. Few marks are ever set apart, so today's counts are taken, and those few
//! are put back to where they stood.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::ids::OrganisationId;
use domain::people::Scope;
use domain::ratings::Counts;

use super::counts::RatingRow;
use super::{RatingMonth, end_of, in_scope, only};
use crate::query::all;
use crate::ratings::mark_from;
use crate::{Conn, StoreError};

/// The marks of each organisation given on the days between `from` and `until`, as they counted at the end of `day`.
pub async fn ratings_as_of(
    conn: &mut Conn,
    scope: &Scope,
    (from, until): (NaiveDate, NaiveDate),
    day: NaiveDate,
) -> Result<Vec<RatingMonth>, StoreError> {
    let until = until.min(day);
    let rows = all!(
        conn,
        RatingRow,
        concat!(
            "SELECT organisation_id,
               CAST(SUM(mark_1) AS BIGINT) AS mark_1, CAST(SUM(mark_2) AS BIGINT) AS mark_2,
               CAST(SUM(mark_3) AS BIGINT) AS mark_3, CAST(SUM(mark_4) AS BIGINT) AS mark_4,
               CAST(SUM(mark_5) AS BIGINT) AS mark_5
             FROM rating_day WHERE day BETWEEN $1 AND $2 AND ",
            in_scope!("organisation_id", "$3"),
            " GROUP BY organisation_id ORDER BY organisation_id"
        ),
        from,
        until,
        only(scope),
    )?;
    let today = rows.into_iter().map(RatingMonth::from);
    let mut marks: BTreeMap<_, _> = today.map(|one| (one.organisation, one.marks)).collect();
    for moved in otherwise(conn, scope, (from, until), day).await? {
        let counts: &mut Counts = marks.entry(moved.organisation).or_default();
        let number = &mut counts.0[usize::from(moved.mark - 1)];
        *number = if moved.counted { *number + 1 } else { number.saturating_sub(1) };
    }
    Ok(marks.into_iter().map(|(organisation, marks)| RatingMonth { organisation, marks }).collect())
}

/// A mark that counts today and did not at the end of the day, or the other way round.
struct Otherwise {
    organisation: OrganisationId,
    mark: u8,
    /// Whether it counted then.
    counted: bool,
}

/// What was set apart or decided about after `day`, and stood otherwise at its end.
async fn otherwise(
    conn: &mut Conn,
    scope: &Scope,
    (from, until): (NaiveDate, NaiveDate),
    day: NaiveDate,
) -> Result<Vec<Otherwise>, StoreError> {
    // Marks are set apart on the day of their quarantine only.
    let rows = all!(
        conn,
        (i64, i64, bool, bool),
        concat!(
            "SELECT rating.organisation_id, rating.mark, quarantine.day > $1, rating.standing = 'accepted'
             FROM quarantine JOIN rating ON rating.quarantine_id = quarantine.id
             WHERE (quarantine.day > $1 OR quarantine.decided_at >= $2) AND rating.day BETWEEN $3 AND $4 AND ",
            in_scope!("rating.organisation_id", "$5")
        ),
        day,
        end_of(day),
        from,
        until,
        only(scope),
    )?;
    let mut moved = Vec::new();
    for (organisation, mark, counted, counts) in rows {
        if counted != counts {
            let organisation = OrganisationId(organisation);
            moved.push(Otherwise { organisation, mark: mark_from(mark)?.get(), counted });
        }
    }
    Ok(moved)
}
