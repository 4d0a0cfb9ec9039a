//! Keeps everything: the only crate with SQL, on SQLite and on PostgreSQL.
//!
//! [`Store::read`] lends a connection, [`Store::write`] lends one inside a transaction. The functions of the feature
//! modules take that connection, so that several of them make one unit of work.
//! Nothing here knows how a row is shown or sent.

mod conn;
mod error;
mod lite;
mod migrations;
mod pg;
mod query;
mod refused;
mod rehearsal;
mod url;
mod wording;

pub mod ageing;
pub mod answers;
pub mod backup;
pub mod boards;
pub mod briefs;
pub mod calls;
pub mod cases;
pub mod comments;
pub mod control;
pub mod conversations;
pub mod deliveries;
pub mod dossier;
pub mod escalation;
pub mod events;
pub mod evidence;
pub mod files;
pub mod findings;
pub mod forgetting;
pub mod hand_overs;
pub mod import;
pub mod intake;
pub mod lead;
pub mod news;
pub mod obligation_lists;
pub mod obligations;
pub mod opinions;
pub mod organisations;
pub mod outbox;
pub mod people;
pub mod people_lists;
pub mod plan;
pub mod points;
pub mod publications;
pub mod quarantine;
pub mod rating_boards;
pub mod ratings;
pub mod rechecks;
pub mod registry;
pub mod reminders;
pub mod reporting;
pub mod reports;
pub mod responses;
pub mod saved_views;
pub mod schema;
pub mod search;
pub mod secret;
pub mod sessions;
pub mod settings;
pub mod sheets;
pub mod substitutions;
pub mod tokens;
pub mod visits;
pub mod voters;
pub mod withdrawal;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sqlx::postgres::PgPool;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use tokio::sync::watch;

pub use conn::Conn;
pub use error::StoreError;
pub use query::{QueryText, query_texts};
pub use refused::NotDone;

/// How surely SQLite keeps a committed transaction when the power fails. PostgreSQL follows its own settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// Every commit waits for the disk (`synchronous=FULL`).
    #[default]
    Full,
    /// A commit survives a crash of the program, but the last ones may be lost with the power.
    Normal,
}

/// Prepared statements that a connection keeps: all that the program asks often.
const STATEMENTS: usize = 512;

/// What PostgreSQL is told when all that is read is to be of one moment; SQLite does so of itself.
const ONE_MOMENT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    backend: Backend,
    changes: Arc<watch::Sender<u64>>,
    catalogue: organisations::Cache,
    /// Held by whoever loads the catalogue.
    loading_catalogue: tokio::sync::Mutex<()>,
    voter_secrets: voters::Cache,
}

enum Backend {
    Lite { options: Box<SqliteConnectOptions>, readers: SqlitePool, writer: lite::Writer },
    Pg(PgPool),
}

impl Store {
    /// Opens the database at `url`: `sqlite://nazorat.db` or `postgres://…`. A missing SQLite file is created.
    pub async fn open(url: &str, durability: Durability) -> Result<Self, StoreError> {
        let changes = Arc::new(watch::Sender::new(0));
        let backend = match url::parse(url)? {
            url::Address::Lite(path) => {
                let options = lite::options(&path, durability);
                let (readers, writer) = lite::open(&path, options.clone(), Arc::clone(&changes)).await?;
                Backend::Lite { options: Box::new(options), readers, writer }
            }
            url::Address::Pg(options) => Backend::Pg(pg::open(*options).await?),
        };
        let (catalogue, voter_secrets) = (organisations::Cache::default(), voters::Cache::default());
        Ok(Self {
            inner: Arc::new(Inner {
                backend,
                changes,
                catalogue,
                loading_catalogue: tokio::sync::Mutex::default(),
                voter_secrets,
            }),
        })
    }

    /// Brings the tables up to date, and the chain of events with them. Does nothing when they are.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        match &self.inner.backend {
            Backend::Lite { options, .. } => lite::migrate(options.as_ref().clone()).await?,
            Backend::Pg(pool) => migrations::postgres().run(pool).await.map_err(StoreError::Migrate)?,
        }
        while self.write(|conn| Box::pin(events::chain::link_earlier(conn))).await? {}
        Ok(())
    }

    /// Lends a connection for reading.
    pub async fn read<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>>,
        E: From<StoreError>,
    {
        let mut conn = match &self.inner.backend {
            Backend::Lite { readers, .. } => {
                Conn::LiteReader(readers.acquire().await.map_err(StoreError::connecting)?)
            }
            Backend::Pg(pool) => Conn::PgReader(pool.acquire().await.map_err(StoreError::connecting)?),
        };
        work(&mut conn).await
    }

    /// Lends a connection for reading, all of whose queries see the database as it was at the first of them: figures that must be
    /// of one moment.
    pub async fn snapshot<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>>,
        E: From<StoreError>,
    {
        let mut conn = match &self.inner.backend {
            Backend::Lite { readers, .. } => {
                Conn::LiteSnapshot(readers.begin().await.map_err(StoreError::connecting)?)
            }
            Backend::Pg(pool) => {
                Conn::PgSnapshot(pool.begin_with(ONE_MOMENT).await.map_err(StoreError::connecting)?)
            }
        };
        let value = work(&mut conn).await?;
        conn.commit().await?;
        Ok(value)
    }

    /// Runs `work` in one transaction: all of it is kept when it returns `Ok`, none of it otherwise.
    ///
    /// Returns after the commit. On SQLite, units of work that wait at the same moment share one commit (group commit);
    /// each can still fail alone. Work that panics fails with [`StoreError::Panicked`] on both databases. Never wait for the
    /// network inside `work`, nor for another unit of work.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        match &self.inner.backend {
            Backend::Lite { writer, .. } => writer.write(work).await,
            Backend::Pg(pool) => {
                let mut conn =
                    Conn::PgWriter(pool.begin().await.map_err(StoreError::connecting)?, Vec::new());
                let worked = AssertUnwindSafe(events::chain::linked(&mut conn, work)).catch_unwind().await;
                let value = worked.map_err(|panic| StoreError::panicked(panic.as_ref()))??;
                // Told also when the caller goes away during the commit: one look too many costs little.
                let _told = Told(&self.inner.changes);
                conn.commit().await?;
                Ok(value)
            }
        }
    }

    /// Keeps the database quick and its files small; to be called once a day or so. PostgreSQL does that by itself.
    pub async fn tend(&self) -> Result<(), StoreError> {
        match &self.inner.backend {
            Backend::Lite { writer, .. } => writer.tend().await,
            Backend::Pg(_) => Ok(()),
        }
    }

    /// Leaves no copy of what was deleted in the log of SQLite: to be called after somebody was forgotten.
    pub async fn sweep(&self) -> Result<(), StoreError> {
        match &self.inner.backend {
            Backend::Lite { writer, .. } => writer.sweep().await,
            Backend::Pg(_) => Ok(()),
        }
    }

    /// Tells of every commit of this process: pages and workers look again when it changes.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.inner.changes.subscribe()
    }

    /// `sqlite` or `postgres`, for the administrator's eyes.
    pub fn kind(&self) -> &'static str {
        match &self.inner.backend {
            Backend::Lite { .. } => "sqlite",
            Backend::Pg(_) => "postgres",
        }
    }

    /// Waits for what is being written and closes all connections.
    pub async fn close(&self) {
        match &self.inner.backend {
            Backend::Lite { readers, writer, .. } => {
                writer.close().await;
                readers.close().await;
            }
            Backend::Pg(pool) => pool.close().await,
        }
    }
}

/// Tells of a commit when it goes.
struct Told<'a>(&'a watch::Sender<u64>);

impl Drop for Told<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|n| *n = n.wrapping_add(1));
    }
}
