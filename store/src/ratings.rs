//! Ratings of citizens, the counts that are kept with them, and the cases that low ones open.
//!
//! A rating, its counts, its case, the event and the news are written together, in the caller's transaction. No name and no
//! Telegram id comes here: a voter is a keyed hash.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{OrganisationId, PointId, QuarantineId, RatingId, ServiceId};
use domain::ratings::{Limits, Mark, Standing, Suspicion};

use crate::query::{maybe, run};
use crate::{Conn, StoreError, cases, quarantine, responses};

mod counting;

pub(crate) use counting::Tally;

/// How often a vote looks again when the same voter was quicker elsewhere.
const TRIES: usize = 5;

/// A mark that a citizen gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The service.
    pub service: ServiceId,
    /// Where it was given; nowhere in particular when the service was found by its name.
    pub point: Option<PointId>,
    /// The organisation that gives the service.
    pub organisation: OrganisationId,
    /// The keyed hash of the citizen.
    pub voter: String,
    /// The mark.
    pub mark: Mark,
    /// The day in Tashkent: there is one rating a voter, service and day.
    pub day: NaiveDate,
    /// Until when a case must be answered, if this mark opens one; `None` for a mark that opens none.
    pub case_due: Option<NaiveDate>,
    /// Above how many marks it is suspicious, and set apart.
    pub limits: Limits,
}

/// What a vote did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rated {
    /// The rating.
    pub rating: RatingId,
    /// The mark that stood there before, on the same day.
    pub before: Option<Mark>,
}

/// Keeps a vote. A later one of the same voter, service and day replaces the earlier one.
pub async fn rate(conn: &mut Conn, vote: &Vote, now: DateTime<Utc>) -> Result<Rated, StoreError> {
    for _ in 0..TRIES {
        if let Some(rating) = insert(conn, vote, now).await? {
            let mut tally = Tally::default();
            tally.comes((vote.day, vote.organisation), vote.mark, Standing::Counted);
            if let Some(held) = suspect(conn, vote, now).await? {
                quarantine::hold(conn, held, rating, vote, now, &mut tally).await?;
            }
            tally.keep(conn, vote.service).await?;
            if let Some(due) = vote.case_due {
                cases::open_for(conn, rating, vote, due, now).await?;
            }
            return Ok(Rated { rating, before: None });
        }
        let Some(Given { rating, mark: before, organisation }) = given(conn, vote).await? else { continue };
        // What was said of one organisation stays with it, also when another one gives the service by now.
        let vote = &Vote { organisation, ..vote.clone() };
        if before == vote.mark {
            return Ok(Rated { rating, before: Some(before) });
        }
        if replace(conn, rating, before, vote, now).await? {
            match vote.case_due {
                Some(due) => cases::open_for(conn, rating, vote, due, now).await?,
                None => cases::withdraw(conn, rating, vote, now).await?,
            }
            return Ok(Rated { rating, before: Some(before) });
        }
    }
    Err(StoreError::Contended)
}

/// The quarantine that a suspicious vote belongs to.
async fn suspect(
    conn: &mut Conn,
    vote: &Vote,
    now: DateTime<Utc>,
) -> Result<Option<(QuarantineId, Suspicion)>, StoreError> {
    match quarantine::suspicion(conn, vote, now).await? {
        Some(suspicion) => Ok(Some((quarantine::open(conn, vote, suspicion, now).await?, suspicion))),
        None => Ok(None),
    }
}

async fn insert(conn: &mut Conn, vote: &Vote, now: DateTime<Utc>) -> Result<Option<RatingId>, StoreError> {
    let row = maybe!(
        conn,
        (i64,),
        "INSERT INTO rating (service_id, point_id, organisation_id, voter, day, mark, given_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (service_id, voter, day) DO NOTHING RETURNING id",
        vote.service.0,
        vote.point.map(|point| point.0),
        vote.organisation.0,
        vote.voter.as_str(),
        vote.day,
        i64::from(vote.mark.get()),
        now,
        now,
    )?;
    Ok(row.map(|(id,)| RatingId(id)))
}

/// A mark that stands there already.
struct Given {
    rating: RatingId,
    mark: Mark,
    /// The organisation that it was given to.
    organisation: OrganisationId,
}

/// The mark that the voter gave before on the same day.
async fn given(conn: &mut Conn, vote: &Vote) -> Result<Option<Given>, StoreError> {
    let row = maybe!(
        conn,
        (i64, i64, i64),
        "SELECT id, mark, organisation_id FROM rating WHERE service_id = $1 AND voter = $2 AND day = $3",
        vote.service.0,
        vote.voter.as_str(),
        vote.day,
    )?;
    let given = row.map(|(id, mark, organisation)| {
        let (rating, organisation) = (RatingId(id), OrganisationId(organisation));
        Ok(Given { rating, mark: mark_from(mark)?, organisation })
    });
    given.transpose()
}

/// The rating that a voter gave a service on this day.
pub async fn of_day(
    conn: &mut Conn,
    service: ServiceId,
    voter: &str,
    day: NaiveDate,
) -> Result<Option<(RatingId, Mark)>, StoreError> {
    let row = maybe!(
        conn,
        (i64, i64),
        "SELECT id, mark FROM rating WHERE service_id = $1 AND voter = $2 AND day = $3",
        service.0,
        voter,
        day,
    )?;
    row.map(|(id, mark)| Ok((RatingId(id), mark_from(mark)?))).transpose()
}

/// The rating that a voter gave or changed last on either of these days, when that was after `since`.
pub async fn last_of(
    conn: &mut Conn,
    voter: &str,
    days: [NaiveDate; 2],
    since: DateTime<Utc>,
) -> Result<Option<RatingId>, StoreError> {
    let row = maybe!(
        conn,
        (i64,),
        "SELECT id FROM rating WHERE tied AND day IN ($1, $2) AND voter = $3 AND changed_at >= $4
         ORDER BY changed_at DESC, id DESC LIMIT 1",
        days[0],
        days[1],
        voter,
        since,
    )?;
    Ok(row.map(|(id,)| RatingId(id)))
}

/// Puts the mark in place of the earlier one, and counts it. `false`: the mark is another one by now.
async fn replace(
    conn: &mut Conn,
    rating: RatingId,
    before: Mark,
    vote: &Vote,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    // Before the rating itself is locked: see the order of locks in `quarantine`.
    let held = suspect(conn, vote, now).await?;
    let changed = maybe!(
        conn,
        (String,),
        "UPDATE rating SET mark = $1, point_id = $2, changed_at = $3 WHERE id = $4 AND mark = $5
         RETURNING standing",
        i64::from(vote.mark.get()),
        vote.point.map(|point| point.0),
        now,
        rating.0,
        i64::from(before.get()),
    )?;
    let Some((standing,)) = changed else { return Ok(false) };
    let standing = Standing::from_code(&standing)
        .ok_or_else(|| StoreError::unknown("standing of a rating", standing))?;
    let mut tally = Tally::default();
    let at = (vote.day, vote.organisation);
    tally.goes(at, before, standing);
    tally.comes(at, vote.mark, standing);
    if let Some(held) = held {
        quarantine::hold(conn, held, rating, vote, now, &mut tally).await?;
    }
    tally.keep(conn, vote.service).await?;
    Ok(true)
}

/// A rating as the citizen who gave it sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRating {
    /// The service.
    pub service: ServiceId,
    /// The code of the point where it was given.
    pub point: Option<String>,
    /// The mark.
    pub mark: Mark,
    /// The comment, masked.
    pub comment: Option<String>,
    /// The day on which it was given.
    pub day: NaiveDate,
    /// Until when the organisation must answer, while a case is open.
    pub case_due: Option<NaiveDate>,
}

#[derive(sqlx::FromRow)]
struct OwnRow {
    service_id: i64,
    code: Option<String>,
    mark: i64,
    comment: Option<String>,
    day: NaiveDate,
    case_due: Option<NaiveDate>,
}

/// The rating of this number, when it is this voter's.
pub async fn own(conn: &mut Conn, rating: RatingId, voter: &str) -> Result<Option<OwnRating>, StoreError> {
    let row = maybe!(
        conn,
        OwnRow,
        "SELECT rating.service_id, service_point.code, rating.mark, rating.comment, rating.day,
           citizen_case.due AS case_due
         FROM rating
         LEFT JOIN service_point ON service_point.id = rating.point_id
         LEFT JOIN citizen_case ON citizen_case.rating_id = rating.id AND citizen_case.state = 'open'
         WHERE rating.id = $1 AND rating.voter = $2",
        rating.0,
        voter,
    )?;
    let own = row.map(|row| {
        Ok(OwnRating {
            service: ServiceId(row.service_id),
            point: row.code,
            mark: mark_from(row.mark)?,
            comment: row.comment,
            day: row.day,
            case_due: row.case_due,
        })
    });
    own.transpose()
}

/// Keeps the comment of a voter's own rating in place of an earlier one; it must have been masked. `false`: it is not theirs.
pub async fn comment(
    conn: &mut Conn,
    rating: RatingId,
    voter: &str,
    masked: &str,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let first = run!(
        conn,
        "UPDATE rating SET comment = $1, changed_at = $2 WHERE id = $3 AND voter = $4 AND comment IS NULL",
        masked,
        now,
        rating.0,
        voter,
    )?;
    if first == 1 {
        responses::commented(conn, rating).await?;
        return Ok(true);
    }
    let changed = run!(
        conn,
        "UPDATE rating SET comment = $1, changed_at = $2 WHERE id = $3 AND voter = $4",
        masked,
        now,
        rating.0,
        voter,
    )?;
    Ok(changed == 1)
}

pub(crate) fn mark_from(kept: i64) -> Result<Mark, StoreError> {
    let mark = u8::try_from(kept).ok().and_then(Mark::new);
    mark.ok_or_else(|| StoreError::unknown("mark", kept.to_string()))
}
