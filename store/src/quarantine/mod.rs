//! Marks that look as if they were not given by citizens: kept like all others, apart from the counts until a reviewer decides.
//!
//! A vote looks at the latest ones that were kept before it and joins a quarantine, or opens one, in its own transaction. What
//! is suspicious in one way at one point on one day waits together; the votes that began a burst join it when it is noticed.
//! Votes of several processes are kept in another order than they were given in, so a vote looks a burst's span ahead, too; what
//! a wrong clock once dated far ahead makes nothing suspicious.
//!
//! Whoever needs several rows locks the quarantine first, then ratings, then counts.

mod limits;
mod review;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::ids::{OrganisationId, QuarantineId, RatingId};
use domain::ratings::{Before, Mark, Standing, Suspicion};

pub use limits::{limits, set_limits};
pub use review::{Decision, Quarantine, Verdict, decide, decided, organisation_of, waiting, waiting_count};

use crate::query::{all, one};
use crate::ratings::{Tally, Vote, mark_from};
use crate::{Conn, StoreError};

/// What was kept before a vote at the same place: by the same person elsewhere, in the last hour, and of the same mark.
macro_rules! before {
    ($conn:expr, $vote:expr, $now:expr, $place:literal, $id:expr) => {
        one!(
            $conn,
            (i64, i64, i64),
            concat!(
                "SELECT
           (SELECT COUNT(*) FROM (SELECT day FROM rating
             WHERE tied AND day = $1 AND voter = $2 AND service_id <> $3 LIMIT $4) AS theirs),
           COUNT(*), CAST(COALESCE(SUM(CASE WHEN mark = $5 AND given_at > $6 THEN 1 ELSE 0 END), 0) AS BIGINT)
         FROM (SELECT mark, given_at FROM rating
           WHERE ",
                $place,
                " AND given_at > $8 AND given_at <= $9 AND voter <> $2 AND standing <> 'accepted'
           ORDER BY given_at DESC LIMIT $10) AS lately"
            ),
            $vote.day,
            $vote.voter.as_str(),
            $vote.service.0,
            i64::from($vote.limits.person_a_day()),
            i64::from($vote.mark.get()),
            $now - $vote.limits.burst_span(),
            $id,
            $now - TimeDelta::hours(1),
            $now + $vote.limits.burst_span(),
            i64::from($vote.limits.look_back()),
        )
    };
}

/// Sets the votes apart that began a burst at the same place.
macro_rules! hold_burst {
    ($conn:expr, $quarantine:expr, $vote:expr, $now:expr, $place:literal, $id:expr) => {
        all!(
            $conn,
            (NaiveDate, i64, i64),
            concat!(
                "UPDATE rating SET standing = 'held', quarantine_id = $1 WHERE ",
                $place,
                " AND given_at > $3 AND given_at <= $4 AND mark = $5 AND standing = 'counted'
                 RETURNING day, organisation_id, mark"
            ),
            $quarantine.0,
            $id,
            $now - $vote.limits.burst_span(),
            $now + $vote.limits.burst_span(),
            i64::from($vote.mark.get()),
        )
    };
}

/// What makes this vote suspicious, if anything does.
pub(crate) async fn suspicion(
    conn: &mut Conn,
    vote: &Vote,
    now: DateTime<Utc>,
) -> Result<Option<Suspicion>, StoreError> {
    let limits = vote.limits;
    let (by_person, at_point, same_mark) = if let Some(point) = vote.point {
        before!(conn, vote, now, "point_id = $7", point.0)
    } else {
        before!(conn, vote, now, "point_id IS NULL AND service_id = $7", vote.service.0)
    }?;
    let number = |kept: i64| u32::try_from(kept).unwrap_or(u32::MAX);
    let before =
        Before { by_person: number(by_person), at_point: number(at_point), same_mark: number(same_mark) };
    Ok(limits.suspicion(before))
}

/// The quarantine for what is suspicious about this vote: the one that waits, or a new one. It stays locked.
pub(crate) async fn open(
    conn: &mut Conn,
    vote: &Vote,
    suspicion: Suspicion,
    now: DateTime<Utc>,
) -> Result<QuarantineId, StoreError> {
    let mark = if suspicion == Suspicion::Burst { vote.mark.get().into() } else { 0_i64 };
    let (id,) = one!(
        conn,
        (i64,),
        "INSERT INTO quarantine
           (kind, point_id, service_id, organisation_id, mark, day, opened_at, last_at, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7, 'waiting')
         ON CONFLICT (service_id, COALESCE(point_id, 0), kind, mark, day) WHERE state = 'waiting'
           DO UPDATE SET last_at = excluded.last_at
         RETURNING id",
        suspicion.code(),
        vote.point.map(|point| point.0),
        vote.service.0,
        vote.organisation.0,
        mark,
        vote.day,
        now,
    )?;
    Ok(QuarantineId(id))
}

/// Sets a kept vote apart, and with a burst those that began it; what was decided about before stays as it is.
pub(crate) async fn hold(
    conn: &mut Conn,
    (id, suspicion): (QuarantineId, Suspicion),
    rating: RatingId,
    vote: &Vote,
    now: DateTime<Utc>,
    tally: &mut Tally,
) -> Result<(), StoreError> {
    let mut held = all!(
        conn,
        (NaiveDate, i64, i64),
        "UPDATE rating SET standing = 'held', quarantine_id = $1 WHERE id = $2 AND standing = 'counted'
         RETURNING day, organisation_id, mark",
        id.0,
        rating.0,
    )?;
    if suspicion == Suspicion::Burst {
        held.extend(if let Some(point) = vote.point {
            hold_burst!(conn, id, vote, now, "point_id = $2", point.0)
        } else {
            hold_burst!(conn, id, vote, now, "point_id IS NULL AND service_id = $2", vote.service.0)
        }?);
    }
    for (day, organisation, mark) in held {
        let (at, mark): (_, Mark) = ((day, OrganisationId(organisation)), mark_from(mark)?);
        tally.goes(at, mark, Standing::Counted);
        tally.comes(at, mark, Standing::Held);
    }
    Ok(())
}
