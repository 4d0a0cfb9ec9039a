//! SQLite: many readers, one writer, and group commit in front of it.
//!
//! Units of work queue up for the writer. It takes all that wait, runs each in its own savepoint, and commits them
//! together: one wait for the disk serves them all, and `synchronous=FULL` stays affordable.

use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Connection, Executor, SqliteConnection};
use tokio::sync::{mpsc, oneshot, watch};

use crate::conn::Conn;
use crate::events::chain;
use crate::{Durability, StoreError, migrations};

/// Units of work that may wait; more of them make their callers wait.
const QUEUE: usize = 1024;
/// Units of work that share one commit at most.
const GROUP: usize = 128;
const READERS: u32 = 4;
/// Rows that a reader may be ahead of whoever takes them: a board of a region takes thousands, and each stop costs as much as many rows.
const ROWS_AHEAD: usize = 1024;
/// The log of what was written shrinks to this when it was emptied.
const LOG_BYTES: &str = "67108864";

/// The way to the one connection that writes. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Writer {
    jobs: mpsc::Sender<Job>,
}

enum Job {
    Work(Work),
    Tend(Done),
    Sweep(Done),
    Close(oneshot::Sender<()>),
}

/// The caller's work. It says whether to keep what it did; its result waits in a slot that the caller holds.
type Run = Box<dyn for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Verdict> + Send>;

/// Told when it is over: after the commit, or after all was undone.
type Done = oneshot::Sender<Result<(), StoreError>>;

struct Work {
    run: Run,
    done: Done,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Keep,
    Undo,
    Panicked,
}

pub(crate) fn options(path: &Path, durability: Durability) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(match durability {
            Durability::Full => SqliteSynchronous::Full,
            Durability::Normal => SqliteSynchronous::Normal,
        })
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .statement_cache_capacity(crate::STATEMENTS)
        .row_buffer_size(ROWS_AHEAD)
        .pragma("journal_size_limit", LOG_BYTES)
        // What is deleted must not stay in free pages, where whoever has the file could read it.
        .pragma("secure_delete", "ON")
}

/// Brings the tables up to date on a connection of its own, which ends with it.
pub(crate) async fn migrate(options: SqliteConnectOptions) -> Result<(), StoreError> {
    let pool = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options)
        .await
        .map_err(StoreError::connecting)?;
    let result = migrations::sqlite().run(&pool).await.map_err(StoreError::Migrate);
    pool.close().await;
    result
}

pub(crate) async fn open(
    path: &Path,
    options: SqliteConnectOptions,
    changes: Arc<watch::Sender<u64>>,
) -> Result<(SqlitePool, Writer), StoreError> {
    create_for_owner(path);
    let conn = SqliteConnection::connect_with(&options).await.map_err(StoreError::connecting)?;
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        // A file does not go away as a server does.
        .test_before_acquire(false)
        .connect_with(options.read_only(true).create_if_missing(false))
        .await
        .map_err(StoreError::connecting)?;
    let (jobs, queue) = mpsc::channel(QUEUE);
    #[expect(
        clippy::disallowed_methods,
        reason = "the writer lives and ends with the store that it belongs to"
    )]
    tokio::spawn(serve(Conn::LiteWriter(Box::new(conn), Vec::new()), queue, changes));
    Ok((readers, Writer { jobs }))
}

/// Makes a new database's file readable for its owner only; SQLite gives its log and index files the same rights. Any
/// fault comes up again, with its cause, when the file is opened.
fn create_for_owner(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.open(path);
}

impl Writer {
    pub(crate) async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let slot = Arc::new(Mutex::new(None));
        let filled = Arc::clone(&slot);
        let run: Run = Box::new(move |conn| {
            async move {
                let result = chain::linked(conn, work).await;
                let verdict = if result.is_ok() { Verdict::Keep } else { Verdict::Undo };
                *filled.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
                verdict
            }
            .boxed()
        });
        let (done, committed) = oneshot::channel();
        self.jobs.send(Job::Work(Work { run, done })).await.map_err(|_| StoreError::Closed)?;
        committed.await.map_err(|_| StoreError::Closed)??;
        let result = slot.lock().unwrap_or_else(PoisonError::into_inner).take();
        result.unwrap_or_else(|| Err(StoreError::Panicked.into()))
    }

    pub(crate) async fn tend(&self) -> Result<(), StoreError> {
        self.chore(Job::Tend).await
    }

    pub(crate) async fn sweep(&self) -> Result<(), StoreError> {
        self.chore(Job::Sweep).await
    }

    async fn chore(&self, job: impl FnOnce(Done) -> Job) -> Result<(), StoreError> {
        let (done, ended) = oneshot::channel();
        self.jobs.send(job(done)).await.map_err(|_| StoreError::Closed)?;
        ended.await.map_err(|_| StoreError::Closed)?
    }

    pub(crate) async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.jobs.send(Job::Close(done)).await.is_ok() {
            // A writer that is already gone is closed.
            closed.await.unwrap_or_default();
        }
    }
}

async fn serve(mut conn: Conn, mut queue: mpsc::Receiver<Job>, changes: Arc<watch::Sender<u64>>) {
    let mut next = queue.recv().await;
    while let Some(job) = next {
        let left_over = match job {
            Job::Work(first) => commit_together(&mut conn, first, &mut queue, &changes).await,
            Job::Tend(done) => {
                let _ = done.send(tend(&mut conn).await);
                None
            }
            Job::Sweep(done) => {
                let _ = done.send(sweep(&mut conn).await);
                None
            }
            Job::Close(done) => {
                if let Conn::LiteWriter(conn, _) = conn
                    && let Err(error) = (*conn).close().await
                {
                    tracing::error!(error = %error, "the writing connection to SQLite did not close cleanly");
                }
                let _ = done.send(());
                return;
            }
        };
        next = match left_over {
            Some(job) => Some(job),
            None => queue.recv().await,
        };
    }
}

/// Runs `first` and all that waits behind it in one transaction. Gives back a job that did not belong to it, if one came up.
async fn commit_together(
    conn: &mut Conn,
    first: Work,
    queue: &mut mpsc::Receiver<Job>,
    changes: &watch::Sender<u64>,
) -> Option<Job> {
    if let Err(error) = execute(conn, "begin a transaction", "BEGIN IMMEDIATE; SAVEPOINT unit").await {
        undo_all(conn).await;
        let _ = first.done.send(Err(error));
        return None;
    }
    let mut group = Vec::new();
    let mut work = first;
    let (committed, left_over) = loop {
        let Work { run, done } = work;
        let verdict = run_unit(conn, run).await;
        let (next, other) = match queue.try_recv() {
            Ok(Job::Work(next)) if group.len() + 1 < GROUP => (Some(next), None),
            Ok(other) => (None, Some(other)),
            Err(_) => (None, None),
        };
        let ended = end_unit(conn, verdict, next.is_some()).await;
        if ended.is_err() && verdict == Verdict::Undo {
            // Its own failure, such as a full disk, took the transaction down, and says more than ours would.
            let _ = done.send(Ok(()));
        } else {
            group.push((verdict, done));
        }
        match (ended, next) {
            (Ok(()), Some(next)) => work = next,
            // It was not begun: it goes first into the next transaction.
            (lost, Some(next)) => break (lost, Some(Job::Work(next))),
            (ended, None) => break (ended, other),
        }
    };
    if committed.is_err() {
        undo_all(conn).await;
    } else if group.iter().any(|(verdict, _)| *verdict == Verdict::Keep) {
        changes.send_modify(|n| *n = n.wrapping_add(1));
    }
    tell(group, committed);
    left_over
}

/// Who was refused hears it only now as well: the refusal may rest on what another unit of the group wrote.
fn tell(group: Vec<(Verdict, Done)>, committed: Result<(), StoreError>) {
    let lost = committed.err().map(Arc::new);
    for (verdict, done) in group {
        let _ = done.send(match (&lost, verdict) {
            (_, Verdict::Panicked) => Err(StoreError::Panicked),
            (Some(error), _) => Err(StoreError::Together(Arc::clone(error))),
            (None, _) => Ok(()),
        });
    }
}

/// Runs one unit of work inside its savepoint.
async fn run_unit(conn: &mut Conn, run: Run) -> Verdict {
    let verdict = AssertUnwindSafe(async { run(conn).await }).catch_unwind().await;
    verdict.unwrap_or_else(|panic| {
        StoreError::panicked(panic.as_ref());
        Verdict::Panicked
    })
}

/// Ends a unit of work, and begins the savepoint of the next one or commits them all: each statement is a trip to SQLite's
/// thread, so these go together. Fails when the transaction does not stand any more: some failures of a unit, such as a full
/// disk, make SQLite undo all of it.
async fn end_unit(conn: &mut Conn, verdict: Verdict, another_follows: bool) -> Result<(), StoreError> {
    let (doing, text) = match (verdict, another_follows) {
        (Verdict::Keep, true) => ("end a unit of work", "RELEASE unit; SAVEPOINT unit"),
        // The savepoint itself outlives its undoing.
        (_, true) => ("undo a unit of work", "ROLLBACK TO unit"),
        // A commit releases what is open.
        (Verdict::Keep, false) => ("commit a transaction", "COMMIT"),
        (_, false) => ("undo a unit of work and commit the others", "ROLLBACK TO unit; COMMIT"),
    };
    execute(conn, doing, text).await
}

/// SQLite may or may not have left the transaction by itself.
async fn undo_all(conn: &mut Conn) {
    let _ = execute(conn, "undo a transaction", "ROLLBACK").await;
}

/// Brings the figures by which queries are planned up to date, also of tables that only readers look at, and empties the log that readers may have kept from being emptied.
async fn tend(conn: &mut Conn) -> Result<(), StoreError> {
    execute(conn, "look at its figures", "PRAGMA optimize = 0x10002").await?;
    sweep(conn).await
}

/// Empties the log: it may hold pages as they were before something was deleted from them. It waits for no reader, for everybody
/// who writes would wait with it: what is left goes with the next chance.
async fn sweep(conn: &mut Conn) -> Result<(), StoreError> {
    execute(
        conn,
        "empty its log",
        "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 10000",
    )
    .await
}

async fn execute(conn: &mut Conn, doing: &'static str, text: &'static str) -> Result<(), StoreError> {
    let Conn::LiteWriter(conn, _) = conn else { return Err(StoreError::Closed) };
    let result = conn.execute(text).await;
    result.map(|_| ()).map_err(|source| StoreError::Transaction { doing, source })
}

#[cfg(test)]
mod tests;
