//! How quickly an organisation answers, and how often the answer helped.

use chrono::{DateTime, Utc};
use domain::cases::median;
use domain::ids::OrganisationId;

use crate::query::{all, one};
use crate::{Conn, StoreError};

/// So many answers make a median, the latest.
const MOST: i64 = 1000;

/// How an organisation answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many answers it gave.
    pub answers: u64,
    /// Minutes of working time that the middle one of them took; none when no time is known.
    pub median: Option<i64>,
    /// How many citizens said what they think of an answer,
    pub judged: u64,
    /// and how many of them that it helped.
    pub solved: u64,
}

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
