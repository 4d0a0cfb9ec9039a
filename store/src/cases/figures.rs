//! How quickly organisations answer, and how often the answer helped.

use chrono::{DateTime, Utc};
use domain::cases::{Figures, median};
use domain::ids::OrganisationId;
use domain::people::Scope;

use crate::boards::{in_scope, only};
use crate::query::{all, maybe, one};
use crate::{Conn, StoreError};

/// So many answers make a median, the latest.
const MOST: i64 = 1000;

/// The answers of an organisation since a moment.
pub async fn figures(
    conn: &mut Conn,
    organisation: OrganisationId,
    since: DateTime<Utc>,
) -> Result<Figures, StoreError> {
    let (answers, judged, solved) = one!(
        conn,
        (i64, i64, i64),
        "SELECT COUNT(*), COUNT(verdict),
           CAST(COALESCE(SUM(CASE WHEN verdict = 'solved' THEN 1 ELSE 0 END), 0) AS BIGINT)
         FROM case_answer WHERE organisation_id = $1 AND at >= $2",
        organisation.0,
        since,
    )?;
    let took = all!(
        conn,
        (i64,),
        "SELECT minutes FROM case_answer WHERE organisation_id = $1 AND at >= $2 AND minutes IS NOT NULL
         ORDER BY at DESC LIMIT $3",
        organisation.0,
        since,
        MOST,
    )?;
    let mut took: Vec<_> = took.into_iter().map(|(minutes,)| minutes).collect();
    let number = |kept: i64| u64::try_from(kept).unwrap_or_default();
    Ok(Figures {
        answers: number(answers),
        median: median(&mut took),
        judged: number(judged),
        solved: number(solved),
    })
}

/// The answers of a scope that were given from one moment until before another, all of them.
pub async fn figures_between(
    conn: &mut Conn,
    scope: &Scope,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Figures, StoreError> {
    let (answers, timed, judged, solved) = one!(
        conn,
        (i64, i64, i64, i64),
        concat!(
            "SELECT COUNT(*), COUNT(minutes), COUNT(verdict),
               CAST(COALESCE(SUM(CASE WHEN verdict = 'solved' THEN 1 ELSE 0 END), 0) AS BIGINT)
             FROM case_answer WHERE at >= $1 AND at < $2 AND ",
            in_scope!("organisation_id", "$3")
        ),
        from,
        until,
        only(scope),
    )?;
    // The middle one, as the rule has it, without fetching the others.
    let median = maybe!(
        conn,
        (i64,),
        concat!(
            "SELECT minutes FROM case_answer WHERE at >= $1 AND at < $2 AND minutes IS NOT NULL AND ",
            in_scope!("organisation_id", "$3"),
            " ORDER BY minutes LIMIT 1 OFFSET $4"
        ),
        from,
        until,
        only(scope),
        (timed - 1).max(0) / 2,
    )?;
    let number = |kept: i64| u64::try_from(kept).unwrap_or_default();
    Ok(Figures {
        answers: number(answers),
        median: median.map(|(minutes,)| minutes),
        judged: number(judged),
        solved: number(solved),
    })
}
