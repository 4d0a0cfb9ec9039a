//! Keeps the floor's votes: on SQLite by group commit on one connection, on PostgreSQL in a transaction each.

use std::collections::HashMap;
use std::time::Duration;

use anyhow::{Context, anyhow};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use sqlx::postgres::{PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, Executor, PgConnection, SqliteConnection};
use store::Durability;
use tokio::sync::{mpsc, oneshot};

/// Votes that share one commit at most.
const GROUP: usize = 128;

/// Where a vote is given.
#[derive(Clone, Debug)]
pub(super) struct Place {
    point: i64,
    service: i64,
    organisation_id: i64,
    pub(super) name: String,
    pub(super) organisation: String,
}

pub(super) struct Vote {
    pub(super) update_id: i64,
    pub(super) voter: String,
    pub(super) mark: i64,
    pub(super) place: Place,
    pub(super) day: NaiveDate,
    pub(super) now: DateTime<Utc>,
}

pub(super) struct Keeper {
    places: HashMap<String, Place>,
    base: Base,
}

enum Base {
    Lite(mpsc::Sender<(Vote, oneshot::Sender<i64>)>),
    Pg(PgPool),
}

const PLACES: &str = "SELECT service_point.code, service_point.id, service.id, service.organisation_id,
   service.name_uz_latn, organisation.name_uz_latn
 FROM service_point JOIN service ON service.id = service_point.service_id
 JOIN organisation ON organisation.id = service.organisation_id";

type PlaceRow = (String, i64, i64, i64, String, String);

impl Keeper {
    pub(super) async fn open(url: &str, durability: Durability) -> anyhow::Result<Self> {
        let (rows, base) = if let Some(path) = url.strip_prefix("sqlite://") {
            open_lite(path, durability).await?
        } else {
            let pool = PgPoolOptions::new().max_connections(8).connect(url).await.context("no PostgreSQL")?;
            (sqlx::query_as(PLACES).fetch_all(&pool).await.context("no places")?, Base::Pg(pool))
        };
        let places = rows.into_iter().map(|(code, point, service, organisation_id, name, organisation)| {
            (code, Place { point, service, organisation_id, name, organisation })
        });
        Ok(Self { places: places.collect(), base })
    }

    pub(super) fn place(&self, code: &str) -> Option<&Place> {
        self.places.get(code)
    }

    /// Keeps a vote and gives its number after the commit.
    pub(super) async fn keep(&self, vote: Vote) -> anyhow::Result<i64> {
        match &self.base {
            Base::Lite(votes) => {
                let (done, kept) = oneshot::channel();
                votes.send((vote, done)).await.map_err(|_| anyhow!("the keeper is gone"))?;
                kept.await.context("the keeper is gone")
            }
            Base::Pg(pool) => {
                let mut transaction = pool.begin().await.context("no transaction")?;
                let rating = write_pg(&mut transaction, &vote).await.context("the vote was not written")?;
                transaction.commit().await.context("the vote was not committed")?;
                Ok(rating)
            }
        }
    }
}

async fn open_lite(path: &str, durability: Durability) -> anyhow::Result<(Vec<PlaceRow>, Base)> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(match durability {
            Durability::Full => SqliteSynchronous::Full,
            Durability::Normal => SqliteSynchronous::Normal,
        })
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10));
    let mut conn = SqliteConnection::connect_with(&options).await.context("the file did not open")?;
    let rows = sqlx::query_as(PLACES).fetch_all(&mut conn).await.context("no places")?;
    let (votes, queue) = mpsc::channel(1024);
    #[expect(clippy::disallowed_methods, reason = "the floor watches over nothing")]
    tokio::spawn(async move {
        if let Err(error) = keep_together(conn, queue).await {
            eprintln!("the floor could not keep a vote: {error:#}");
        }
    });
    Ok((rows, Base::Lite(votes)))
}

async fn keep_together(
    mut conn: SqliteConnection,
    mut queue: mpsc::Receiver<(Vote, oneshot::Sender<i64>)>,
) -> Result<(), sqlx::Error> {
    while let Some((vote, done)) = queue.recv().await {
        conn.execute("BEGIN IMMEDIATE").await?;
        let mut kept = vec![(write_lite(&mut conn, &vote).await?, done)];
        while kept.len() < GROUP
            && let Ok((vote, done)) = queue.try_recv()
        {
            kept.push((write_lite(&mut conn, &vote).await?, done));
        }
        conn.execute("COMMIT").await?;
        for (rating, done) in kept {
            // Who waited may be gone.
            let _ = done.send(rating);
        }
    }
    Ok(())
}

const SEEN: &str =
    "INSERT INTO seen_update (update_id, seen_at) VALUES ($1, $2) ON CONFLICT (update_id) DO NOTHING";
const RATING: &str =
    "INSERT INTO rating (service_id, point_id, organisation_id, voter, day, mark, given_at, changed_at)
 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (service_id, voter, day) DO NOTHING RETURNING id";
const DAY: &str =
    "INSERT INTO rating_day (day, organisation_id, mark_1, mark_2, mark_3, mark_4, mark_5, service_id)
 VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (service_id, day, organisation_id) DO UPDATE SET
   mark_1 = rating_day.mark_1 + excluded.mark_1, mark_2 = rating_day.mark_2 + excluded.mark_2,
   mark_3 = rating_day.mark_3 + excluded.mark_3, mark_4 = rating_day.mark_4 + excluded.mark_4,
   mark_5 = rating_day.mark_5 + excluded.mark_5";
const MONTH: &str =
    "INSERT INTO rating_month (month, organisation_id, mark_1, mark_2, mark_3, mark_4, mark_5)
 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (month, organisation_id) DO UPDATE SET
   mark_1 = rating_month.mark_1 + excluded.mark_1, mark_2 = rating_month.mark_2 + excluded.mark_2,
   mark_3 = rating_month.mark_3 + excluded.mark_3, mark_4 = rating_month.mark_4 + excluded.mark_4,
   mark_5 = rating_month.mark_5 + excluded.mark_5";

/// The same for the connections of both databases, whose types have nothing in common.
macro_rules! write_vote {
    ($name:ident, $conn:ty) => {
        async fn $name(conn: &mut $conn, vote: &Vote) -> Result<i64, sqlx::Error> {
            sqlx::query(SEEN).bind(vote.update_id).bind(vote.now).execute(&mut *conn).await?;
            let rating = sqlx::query_scalar(RATING)
                .bind(vote.place.service)
                .bind(vote.place.point)
                .bind(vote.place.organisation_id)
                .bind(vote.voter.as_str())
                .bind(vote.day)
                .bind(vote.mark)
                .bind(vote.now)
                .bind(vote.now)
                .fetch_one(&mut *conn)
                .await?;
            let counted = |mark: i64| i64::from(mark == vote.mark);
            let month = vote.day.with_day(1).unwrap_or(vote.day);
            for (text, date, service) in [(DAY, vote.day, Some(vote.place.service)), (MONTH, month, None)] {
                let counts = sqlx::query(text)
                    .bind(date)
                    .bind(vote.place.organisation_id)
                    .bind(counted(1))
                    .bind(counted(2))
                    .bind(counted(3))
                    .bind(counted(4))
                    .bind(counted(5));
                let counts = if let Some(service) = service { counts.bind(service) } else { counts };
                counts.execute(&mut *conn).await?;
            }
            Ok(rating)
        }
    };
}

write_vote!(write_lite, SqliteConnection);
write_vote!(write_pg, PgConnection);
