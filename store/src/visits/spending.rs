//! A code is brought: looked at, and spent by a mark.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::PointId;
use domain::refusal::Refusal;
use domain::visits::{CodeState, KnownCode, check_guesses};

use super::counts::{self, Happened};
use crate::query::{maybe, run};
use crate::ratings::{self, Rated, Vote};
use crate::{Conn, NotDone, StoreError};

/// A code that somebody brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// The keyed hash of the code.
    pub hash: String,
    /// Who guesses, by the key of the day: it is in no rating.
    pub guesser: String,
    /// The day in Tashkent.
    pub day: NaiveDate,
}

/// What a code is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// A mark can be given with it at this point.
    Good(PointId),
    /// None can.
    Nothing(Refusal),
}

/// What a code is worth now.
pub async fn look(conn: &mut Conn, brought: &Brought, now: DateTime<Utc>) -> Result<Worth, StoreError> {
    if let Err(refusal) = check_guesses(guesses(conn, brought).await?) {
        return Ok(Worth::Nothing(refusal));
    }
    let Some(known) = known(conn, &brought.hash).await? else {
        return Ok(Worth::Nothing(Refusal::VisitCodeUnknown));
    };
    Ok(match known.check(now) {
        Ok(()) => Worth::Good(known.point),
        Err(refusal) => Worth::Nothing(refusal),
    })
}

/// The same, and a code that does not exist counts as a guess. `point`: where somebody brings it.
pub async fn try_code(
    conn: &mut Conn,
    brought: &Brought,
    point: Option<PointId>,
    now: DateTime<Utc>,
) -> Result<Worth, StoreError> {
    let worth = look(conn, brought, now).await?;
    if worth == Worth::Nothing(Refusal::VisitCodeUnknown) {
        run!(
            conn,
            "INSERT INTO visit_guess (guesser, day, wrong) VALUES ($1, $2, $3)
             ON CONFLICT (guesser) DO UPDATE SET wrong = visit_guess.wrong + excluded.wrong",
            brought.guesser.as_str(),
            brought.day,
            1_i64,
        )?;
        if let Some(point) = point {
            counts::count(conn, point, brought.day, Happened { wrong: 1, ..Happened::default() }).await?;
        }
    }
    Ok(worth)
}

/// Keeps a vote at a point that asks for a code, and spends the code with it.
///
/// A vote that only changes one of the same day at the same point needs no code, nor does one that is brought again: it was kept
/// before.
pub async fn rate(
    conn: &mut Conn,
    vote: &Vote,
    brought: Option<&Brought>,
    now: DateTime<Utc>,
) -> Result<Rated, NotDone> {
    // The vote comes first: when the code is not good, nothing of this is kept.
    let stood_at = point_of_day(conn, vote).await?;
    let rated = ratings::rate(conn, vote, now).await?;
    if rated.before.is_none() || stood_at != vote.point {
        let (point, brought) = vote.point.zip(brought).ok_or(Refusal::VisitCodeNeeded)?;
        spend(conn, brought, point, now).await?;
    }
    Ok(rated)
}

/// The point of the vote that stands for this service and day.
async fn point_of_day(conn: &mut Conn, vote: &Vote) -> Result<Option<PointId>, StoreError> {
    let row = maybe!(
        conn,
        (Option<i64>,),
        "SELECT point_id FROM rating WHERE service_id = $1 AND voter = $2 AND day = $3",
        vote.service.0,
        vote.voter.as_str(),
        vote.day,
    )?;
    Ok(row.and_then(|(point,)| point).map(PointId))
}

async fn spend(
    conn: &mut Conn,
    brought: &Brought,
    point: PointId,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    check_guesses(guesses(conn, brought).await?)?;
    let spent = run!(
        conn,
        "UPDATE visit_code SET state = 'used', batch_id = NULL, valid_until = NULL
         WHERE hash = $1 AND point_id = $2 AND state = 'unused' AND valid_until > $3",
        brought.hash.as_str(),
        point.0,
        now,
    )?;
    if spent == 1 {
        let used = Happened { used: 1, ..Happened::default() };
        return Ok(counts::count(conn, point, brought.day, used).await?);
    }
    let known = known(conn, &brought.hash).await?.filter(|known| known.point == point);
    known.ok_or(Refusal::VisitCodeUnknown)?.check(now)?;
    Err(StoreError::Contended.into())
}

async fn guesses(conn: &mut Conn, brought: &Brought) -> Result<u32, StoreError> {
    let row =
        maybe!(conn, (i64,), "SELECT wrong FROM visit_guess WHERE guesser = $1", brought.guesser.as_str())?;
    Ok(row.map_or(0, |(wrong,)| u32::try_from(wrong).unwrap_or(u32::MAX)))
}

async fn known(conn: &mut Conn, hash: &str) -> Result<Option<KnownCode>, StoreError> {
    let row = maybe!(
        conn,
        (i64, String, Option<DateTime<Utc>>),
        "SELECT point_id, state, valid_until FROM visit_code WHERE hash = $1",
        hash,
    )?;
    let known = row.map(|(point, state, valid_until)| {
        let state = CodeState::from_code(&state)
            .ok_or_else(|| StoreError::unknown("state of a visit code", state))?;
        Ok(KnownCode { point: PointId(point), state, valid_until })
    });
    known.transpose()
}
