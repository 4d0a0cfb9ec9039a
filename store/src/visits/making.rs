//! Codes are made, printed and shown by whoever hands them out, taken back by the batch, and forgotten some time after their end.

use std::collections::HashSet;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::clock::{in_tashkent, tashkent_day};
use domain::ids::{PersonId, PointId};
use domain::people::MayHandOut;
use domain::refusal::Refusal;
use domain::visits::{KNOWN_AFTERWARDS, ON_SCREEN, VisitCode, check_number};
use serde_json::{Value, json};

use super::counts::{self, Happened};
use crate::events::{self, Event};
use crate::points::{self, KeptPoint, PointState};
use crate::query::{all, maybe, one, run};
use crate::secret::SecretKey;
use crate::{Conn, NotDone, StoreError};

/// Codes that were printed together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Their number.
    pub id: i64,
    /// Who made them.
    pub by: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// How many.
    pub number: u64,
    /// The last day on which they are valid.
    pub valid_on: NaiveDate,
    /// When those that were not used were taken back.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// So many new codes that nobody has: nothing is kept of them yet.
pub async fn fresh(conn: &mut Conn, secret: &SecretKey, number: u32) -> Result<Vec<VisitCode>, StoreError> {
    let wanted = usize::try_from(number).unwrap_or_default();
    let mut codes = HashSet::with_capacity(wanted);
    while codes.len() < wanted {
        let mut bytes = [0; 8];
        getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
        codes.insert(VisitCode::from_number(u64::from_be_bytes(bytes)));
        if codes.len() == wanted {
            let taken = taken(conn, secret, &codes).await?;
            codes.retain(|code| !taken.contains(&secret.visit_code(code)));
        }
    }
    Ok(codes.into_iter().collect())
}

/// The hashes of those that are known already.
async fn taken(
    conn: &mut Conn,
    secret: &SecretKey,
    codes: &HashSet<VisitCode>,
) -> Result<HashSet<String>, StoreError> {
    let hashes: Vec<_> = codes.iter().map(|code| secret.visit_code(code)).collect();
    let rows = all!(
        conn,
        (String,),
        "SELECT hash FROM visit_code WHERE hash IN (SELECT CAST(value AS TEXT) FROM json_each($1))",
        json!(hashes).to_string(),
    )?;
    Ok(rows.into_iter().map(|(hash,)| hash).collect())
}

/// Keeps the codes of a sheet, valid until the end of a day.
pub async fn keep_sheet(
    conn: &mut Conn,
    secret: &SecretKey,
    right: &MayHandOut,
    point: PointId,
    codes: &[VisitCode],
    valid_on: NaiveDate,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    handed_out(conn, right, point, codes.len(), now).await?;
    let (batch,) = one!(
        conn,
        (i64,),
        "INSERT INTO visit_batch (point_id, made_by, made_at, number, valid_on) VALUES ($1, $2, $3, $4, $5)
         RETURNING id",
        point.0,
        right.person().map(|person| person.0),
        now,
        number(codes.len()),
        valid_on,
    )?;
    let until = in_tashkent(valid_on + Days::new(1), NaiveTime::MIN);
    insert(conn, secret, point, codes, (Some(batch), until), now).await?;
    let after = json!({ "number": codes.len(), "valid_on": valid_on });
    Ok(record(conn, right, point, "codes_made", Some(after), now).await?)
}

/// Keeps a code that a screen shows now. Who does so first on a day is told by an event, how often by the counts.
pub async fn keep_shown(
    conn: &mut Conn,
    secret: &SecretKey,
    right: &MayHandOut,
    point: PointId,
    code: VisitCode,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    handed_out(conn, right, point, 1, now).await?;
    let today = tashkent_day(now);
    let before = in_tashkent(today, NaiveTime::MIN);
    let told = maybe!(
        conn,
        (i64,),
        "SELECT id FROM event WHERE subject = 'point' AND subject_id = $1 AND action = 'codes_shown'
           AND at >= $2 AND actor_id = $3 LIMIT 1",
        point.0,
        before,
        right.person().map(|person| person.0),
    )?;
    insert(conn, secret, point, &[code], (None, now + ON_SCREEN), now).await?;
    if told.is_none() {
        record(conn, right, point, "codes_shown", None, now).await?;
    }
    Ok(())
}

/// Passes when the point is the right's own, in use, and can have so many more codes.
async fn handed_out(
    conn: &mut Conn,
    right: &MayHandOut,
    id: PointId,
    more: usize,
    now: DateTime<Utc>,
) -> Result<KeptPoint, NotDone> {
    let point = points::one(conn, id).await?.filter(|point| point.organisation == right.organisation());
    let point = point.ok_or(Refusal::NotYours)?;
    match point.state {
        PointState::InUse => {}
        PointState::LinkRevoked(_) => return Err(Refusal::LinkRevoked.into()),
        PointState::Closed => return Err(Refusal::PointClosed.into()),
    }
    let valid = counts::of_point(conn, id, now).await?.valid;
    check_number(valid, u32::try_from(more).unwrap_or(u32::MAX))?;
    Ok(point)
}

async fn insert(
    conn: &mut Conn,
    secret: &SecretKey,
    point: PointId,
    codes: &[VisitCode],
    (batch, until): (Option<i64>, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let hashes: Vec<_> = codes.iter().map(|code| secret.visit_code(code)).collect();
    run!(
        conn,
        "INSERT INTO visit_code (hash, point_id, state, batch_id, valid_until, forget_on)
         SELECT CAST(value AS TEXT), CAST($2 AS BIGINT), 'unused', CAST($3 AS BIGINT), $4, $5 FROM json_each($1)",
        json!(hashes).to_string(),
        point.0,
        batch,
        until,
        tashkent_day(until) + Days::new(KNOWN_AFTERWARDS),
    )?;
    counts::count(
        conn,
        point,
        tashkent_day(now),
        Happened { made: number(codes.len()), ..Happened::default() },
    )
    .await
}

/// The latest batches of a point, the newest first.
pub async fn batches(conn: &mut Conn, point: PointId, limit: i64) -> Result<Vec<Batch>, StoreError> {
    let rows = all!(
        conn,
        (i64, Option<String>, DateTime<Utc>, i64, NaiveDate, Option<DateTime<Utc>>),
        "SELECT visit_batch.id, person.name, visit_batch.made_at, visit_batch.number, visit_batch.valid_on,
           visit_batch.revoked_at
         FROM visit_batch LEFT JOIN person ON person.id = visit_batch.made_by
         WHERE visit_batch.point_id = $1 ORDER BY visit_batch.id DESC LIMIT $2",
        point.0,
        limit,
    )?;
    let batches = rows.into_iter().map(|(id, by, at, number, valid_on, revoked_at)| Batch {
        id,
        by,
        at,
        number: number.unsigned_abs(),
        valid_on,
        revoked_at,
    });
    Ok(batches.collect())
}

/// Takes the unused codes of a batch of this point back. How many they were is not told: it would tell who voted.
pub async fn revoke(
    conn: &mut Conn,
    right: &MayHandOut,
    point: PointId,
    batch: i64,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let kept = points::one(conn, point).await?.filter(|point| point.organisation == right.organisation());
    kept.ok_or(Refusal::NotYours)?;
    let found = run!(
        conn,
        "UPDATE visit_batch SET revoked_at = $1 WHERE id = $2 AND point_id = $3 AND revoked_at IS NULL",
        now,
        batch,
        point.0,
    )?;
    if found == 0 {
        return Err(Refusal::BatchRevoked.into());
    }
    // Those that ended unused count as expired.
    let revoked = run!(
        conn,
        "UPDATE visit_code SET state = 'revoked' WHERE batch_id = $1 AND state = 'unused' AND valid_until > $2",
        batch,
        now,
    )?;
    let revoked = i64::try_from(revoked).unwrap_or(i64::MAX);
    counts::count(conn, point, tashkent_day(now), Happened { revoked, ..Happened::default() }).await?;
    Ok(record(conn, right, point, "codes_revoked", None, now).await?)
}

/// Forgets up to `limit` codes that ended long before `today`, and the guesses of the days before it.
pub async fn forget(conn: &mut Conn, today: NaiveDate, limit: i64) -> Result<u64, StoreError> {
    let codes = run!(
        conn,
        "DELETE FROM visit_code WHERE hash IN (SELECT hash FROM visit_code WHERE forget_on < $1 LIMIT $2)",
        today,
        limit,
    )?;
    let guesses = run!(
        conn,
        "DELETE FROM visit_guess WHERE guesser IN (SELECT guesser FROM visit_guess WHERE day < $1 LIMIT $2)",
        today,
        limit,
    )?;
    Ok(codes.max(guesses))
}

fn number(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

async fn record(
    conn: &mut Conn,
    right: &MayHandOut,
    point: PointId,
    action: &str,
    after: Option<Value>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let actor: Option<PersonId> = right.person();
    let event = Event {
        at: now,
        actor,
        action,
        subject: "point",
        subject_id: Some(point.0),
        organisation: Some(right.organisation()),
        before: None,
        after,
        reason: None,
    };
    events::record(conn, &event).await
}
