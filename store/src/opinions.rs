//! What citizens add to their marks: reasons and marks for single criteria, and the counts of them over a span of days.
//!
//! Only the voter of a rating adds to it, and what is added always fits the mark that stands.

use chrono::NaiveDate;
use domain::ids::{RatingId, ServiceId};
use domain::ratings::{Counts, Criterion, Mark, Reason};

use crate::query::{all, maybe, run};
use crate::{Conn, StoreError};

/// What was added to one rating, in the order in which it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opinion {
    /// The reasons that are ticked.
    pub reasons: Vec<Reason>,
    /// The criteria that have a mark.
    pub criteria: Vec<(Criterion, Mark)>,
}

impl Opinion {
    /// The mark of a criterion.
    pub fn of(&self, criterion: Criterion) -> Option<Mark> {
        self.criteria.iter().find(|(one, _)| *one == criterion).map(|(_, mark)| *mark)
    }
}

/// What was added to a rating.
pub async fn of(conn: &mut Conn, rating: RatingId) -> Result<Opinion, StoreError> {
    let reasons = all!(conn, (String,), "SELECT reason FROM rating_reason WHERE rating_id = $1", rating.0)?;
    let mut reasons =
        reasons.into_iter().map(|(code,)| reason_from(code)).collect::<Result<Vec<_>, StoreError>>()?;
    reasons.sort_unstable();
    let criteria = all!(
        conn,
        (String, i64),
        "SELECT criterion, mark FROM rating_criterion WHERE rating_id = $1",
        rating.0
    )?;
    let mut criteria = criteria
        .into_iter()
        .map(|(code, mark)| Ok((criterion_from(code)?, mark_from(mark)?)))
        .collect::<Result<Vec<_>, StoreError>>()?;
    criteria.sort_unstable();
    Ok(Opinion { reasons, criteria })
}

/// Ticks a reason of a voter's own rating, or takes the tick away. `false`: the rating is not theirs, or has a mark which the
/// reason does not fit. Doing it twice does it once.
pub async fn tick(
    conn: &mut Conn,
    rating: RatingId,
    voter: &str,
    reason: Reason,
    ticked: bool,
) -> Result<bool, StoreError> {
    let Some(own) = own(conn, rating, voter).await?.filter(|own| reason.fits(own.mark)) else {
        return Ok(false);
    };
    if ticked {
        run!(
            conn,
            "INSERT INTO rating_reason (rating_id, reason, service_id, day) VALUES ($1, $2, $3, $4)
             ON CONFLICT (rating_id, reason) DO NOTHING",
            rating.0,
            reason.code(),
            own.service.0,
            own.day,
        )?;
    } else {
        run!(
            conn,
            "DELETE FROM rating_reason WHERE rating_id = $1 AND reason = $2",
            rating.0,
            reason.code()
        )?;
    }
    Ok(true)
}

/// Gives a criterion of a voter's own rating a mark, in place of an earlier one. `false`: the rating is not theirs.
pub async fn judge(
    conn: &mut Conn,
    rating: RatingId,
    voter: &str,
    criterion: Criterion,
    mark: Mark,
) -> Result<bool, StoreError> {
    let Some(own) = own(conn, rating, voter).await? else { return Ok(false) };
    run!(
        conn,
        "INSERT INTO rating_criterion (rating_id, criterion, mark, service_id, day) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (rating_id, criterion) DO UPDATE SET mark = excluded.mark",
        rating.0,
        criterion.code(),
        i64::from(mark.get()),
        own.service.0,
        own.day,
    )?;
    Ok(true)
}

/// Takes away the reasons that do not fit the mark any more: to be called in the transaction that changes a mark.
pub async fn fit(conn: &mut Conn, rating: RatingId, mark: Mark) -> Result<(), StoreError> {
    let fitting: Vec<&str> = Reason::of(mark).iter().map(|reason| reason.code()).collect();
    run!(
        conn,
        "DELETE FROM rating_reason
         WHERE rating_id = $1 AND reason NOT IN (SELECT CAST(value AS TEXT) FROM json_each($2))",
        rating.0,
        serde_json::json!(fitting).to_string(),
    )?;
    Ok(())
}

struct Own {
    service: ServiceId,
    day: NaiveDate,
    mark: Mark,
}

async fn own(conn: &mut Conn, rating: RatingId, voter: &str) -> Result<Option<Own>, StoreError> {
    let row = maybe!(
        conn,
        (i64, NaiveDate, i64),
        "SELECT service_id, day, mark FROM rating WHERE id = $1 AND voter = $2",
        rating.0,
        voter,
    )?;
    row.map(|(service, day, mark)| Ok(Own { service: ServiceId(service), day, mark: mark_from(mark)? }))
        .transpose()
}

/// How many ticked each reason at these services from the first to the last day; a reason that nobody ticked is not named,
/// and marks that are set apart do not count.
///
/// All are counted along an index, and the few that are set apart are taken away: the ratings themselves are not looked up.
pub async fn reasons(
    conn: &mut Conn,
    services: &[ServiceId],
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<(Reason, u64)>, StoreError> {
    let rows = all!(
        conn,
        (String, i64),
        "SELECT reason, CAST(SUM(number) AS BIGINT) FROM (
           SELECT reason, COUNT(*) AS number FROM rating_reason
           WHERE service_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND day BETWEEN $2 AND $3
           GROUP BY reason
           UNION ALL
           SELECT reason, -COUNT(*) AS number FROM rating
           JOIN rating_reason ON rating_reason.rating_id = rating.id
             AND rating_reason.service_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))
             AND rating_reason.day BETWEEN $2 AND $3
           WHERE rating.quarantine_id IS NOT NULL AND rating.standing NOT IN ('counted', 'accepted')
           GROUP BY reason
         ) AS part GROUP BY reason HAVING SUM(number) > 0 ORDER BY reason",
        serde_json::json!(services).to_string(),
        from,
        until,
    )?;
    let counted = rows
        .into_iter()
        .map(|(reason, number)| Ok((reason_from(reason)?, u64::try_from(number).unwrap_or_default())));
    counted.collect()
}

/// The marks of each criterion at these services from the first to the last day; a criterion without marks is not named,
/// and marks that are set apart do not count. They are counted as [`reasons`] are.
pub async fn criteria(
    conn: &mut Conn,
    services: &[ServiceId],
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<(Criterion, Counts)>, StoreError> {
    let rows = all!(
        conn,
        (String, i64, i64),
        "SELECT criterion, mark, CAST(SUM(number) AS BIGINT) FROM (
           SELECT criterion, mark, COUNT(*) AS number FROM rating_criterion
           WHERE service_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND day BETWEEN $2 AND $3
           GROUP BY criterion, mark
           UNION ALL
           SELECT criterion, rating_criterion.mark, -COUNT(*) AS number FROM rating
           JOIN rating_criterion ON rating_criterion.rating_id = rating.id
             AND rating_criterion.service_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))
             AND rating_criterion.day BETWEEN $2 AND $3
           WHERE rating.quarantine_id IS NOT NULL AND rating.standing NOT IN ('counted', 'accepted')
           GROUP BY criterion, rating_criterion.mark
         ) AS part GROUP BY criterion, mark HAVING SUM(number) > 0 ORDER BY criterion, mark",
        serde_json::json!(services).to_string(),
        from,
        until,
    )?;
    let mut counted: Vec<(Criterion, Counts)> = Vec::new();
    for (code, mark, number) in rows {
        let criterion = criterion_from(code)?;
        let place = usize::from(mark_from(mark)?.get() - 1);
        let number = u64::try_from(number).unwrap_or_default();
        match counted.last_mut() {
            Some((last, counts)) if *last == criterion => counts.0[place] = number,
            _ => {
                let mut counts = Counts::default();
                counts.0[place] = number;
                counted.push((criterion, counts));
            }
        }
    }
    counted.sort_unstable_by_key(|(criterion, _)| *criterion);
    Ok(counted)
}

/// The reasons of one rating that a query joined by commas, in the order in which they are asked for.
pub(crate) fn reasons_of(joined: Option<&str>) -> Result<Vec<Reason>, StoreError> {
    let codes = joined.into_iter().flat_map(|codes| codes.split(','));
    let mut reasons = codes.map(|code| reason_from(code.to_owned())).collect::<Result<Vec<_>, _>>()?;
    reasons.sort_unstable();
    Ok(reasons)
}

fn reason_from(code: String) -> Result<Reason, StoreError> {
    Reason::from_code(&code).ok_or_else(|| StoreError::unknown("reason of a mark", code))
}

fn criterion_from(code: String) -> Result<Criterion, StoreError> {
    Criterion::from_code(&code).ok_or_else(|| StoreError::unknown("criterion", code))
}

fn mark_from(kept: i64) -> Result<Mark, StoreError> {
    let mark = u8::try_from(kept).ok().and_then(Mark::new);
    mark.ok_or_else(|| StoreError::unknown("mark", kept.to_string()))
}
