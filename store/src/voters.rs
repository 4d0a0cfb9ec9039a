//! By what a voter is known again, and how that is let go.
//!
//! Each year has a secret of its own, random and kept here. A voter is a hash under it and under the key of the installation:
//! neither alone is enough. Old votes lose their voter, and a year whose votes all have lost theirs loses its secret.

use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::retention::{VOTERS, WISHES};

use crate::query::{all, maybe, run};
use crate::secret::SecretKey;
use crate::{Conn, Store, StoreError};

/// The secret of one year. It does not print itself.
#[derive(Clone, Debug)]
pub struct VoterSecret(SecretKey);

impl VoterSecret {
    /// A new random one.
    pub fn random() -> Result<Self, StoreError> {
        SecretKey::random().map(Self)
    }

    /// Reads 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        SecretKey::from_hex(text).map(Self)
    }

    fn reveal(&self) -> String {
        self.0.reveal()
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        self.0.bytes()
    }
}

/// The secrets of this year and the last one in memory: a press on a mark must not read them.
pub(crate) type Cache = RwLock<BTreeMap<i32, VoterSecret>>;

impl Store {
    /// Who somebody is to the votes of `year`, which is this one: its secret is made with the first vote.
    pub async fn voter(
        &self,
        key: &SecretKey,
        year: i32,
        telegram_id: i64,
        now: DateTime<Utc>,
    ) -> Result<String, StoreError> {
        if let Some(known) = self.known_voter(key, year, telegram_id).await? {
            return Ok(known);
        }
        let made = self.write(move |conn| Box::pin(make(conn, year, now))).await?;
        Ok(key.voter(&self.remember(year, made), telegram_id))
    }

    /// Who somebody is to the votes of `year`; `None` when nothing of that year is known any more.
    pub async fn known_voter(
        &self,
        key: &SecretKey,
        year: i32,
        telegram_id: i64,
    ) -> Result<Option<String>, StoreError> {
        let remembered = {
            let kept = self.inner.voter_secrets.read().unwrap_or_else(PoisonError::into_inner);
            kept.get(&year).map(|secret| key.voter(secret, telegram_id))
        };
        if remembered.is_some() {
            return Ok(remembered);
        }
        let found = self.read(|conn| Box::pin(of_year(conn, year))).await?;
        Ok(found.map(|secret| key.voter(&self.remember(year, secret), telegram_id)))
    }

    fn remember(&self, year: i32, secret: VoterSecret) -> VoterSecret {
        let mut kept = self.inner.voter_secrets.write().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|other, _| *other + 1 >= year);
        kept.insert(year, secret.clone());
        secret
    }
}

async fn of_year(conn: &mut Conn, year: i32) -> Result<Option<VoterSecret>, StoreError> {
    let row = maybe!(conn, (String,), "SELECT secret FROM voter_secret WHERE year = $1", i64::from(year))?;
    row.map(|(text,)| read(&text)).transpose()
}

fn read(text: &str) -> Result<VoterSecret, StoreError> {
    VoterSecret::from_hex(text).ok_or_else(|| StoreError::unknown("secret of a year", "***"))
}

/// The secret of the year; of several processes that make it at once one is heard.
async fn make(conn: &mut Conn, year: i32, now: DateTime<Utc>) -> Result<VoterSecret, StoreError> {
    run!(
        conn,
        "INSERT INTO voter_secret (year, secret, made_at) VALUES ($1, $2, $3) ON CONFLICT (year) DO NOTHING",
        i64::from(year),
        VoterSecret::random()?.reveal(),
        now,
    )?;
    of_year(conn, year).await?.ok_or(StoreError::Contended)
}

/// All secrets that are kept.
pub(crate) async fn secrets(conn: &mut Conn) -> Result<Vec<VoterSecret>, StoreError> {
    let rows = all!(conn, (String,), "SELECT secret FROM voter_secret ORDER BY year")?;
    rows.into_iter().map(|(text,)| read(&text)).collect()
}

/// Takes the voter from up to `limit` votes that are older than a voter is needed. A vote whose case waits, or was answered
/// lately, keeps it: whoever gave it has to hear the answer, and to say whether it helped.
pub async fn untie_old(conn: &mut Conn, now: DateTime<Utc>, limit: i64) -> Result<u64, StoreError> {
    run!(
        conn,
        "UPDATE rating SET voter = '-' || CAST(id AS TEXT), tied = $1 WHERE id IN (
           SELECT id FROM rating WHERE tied AND day < $2
             AND NOT EXISTS (SELECT 1 FROM citizen_case WHERE citizen_case.rating_id = rating.id
               AND ((state = 'open' AND COALESCE(reopened_at, opened_at) >= $3) OR answered_at >= $4))
           ORDER BY day LIMIT $5)",
        false,
        tashkent_day(now - VOTERS),
        now - WISHES,
        now - VOTERS,
        limit,
    )
}

/// Destroys the secrets of past years in which no vote has a voter any more.
pub async fn destroy_secrets(conn: &mut Conn, now: DateTime<Utc>) -> Result<u64, StoreError> {
    let this_year = tashkent_day(now).year();
    let past = all!(conn, (i64,), "SELECT year FROM voter_secret WHERE year < $1", i64::from(this_year))?;
    let mut destroyed = 0;
    for (year,) in past {
        let days = i32::try_from(year).ok().and_then(|year| {
            Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
        });
        let (first, last) = days.unwrap_or_default();
        destroyed += run!(
            conn,
            "DELETE FROM voter_secret WHERE year = $1
             AND NOT EXISTS (SELECT 1 FROM rating WHERE tied AND day BETWEEN $2 AND $3)",
            year,
            first,
            last,
        )?;
    }
    Ok(destroyed)
}
