//! SQLite: many readers, one writer, and group commit in front of it.
//!
//! Units of work queue up for the writer. It takes all that wait, runs each in its own savepoint, and commits them
//! together: one wait for the disk serves them all, and `synchronous=FULL` stays affordable.

use std::any::Any;
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
use tokio::sync::{mpsc, oneshot};

use crate::conn::Conn;
use crate::{Durability, StoreError, migrations};

/// Units of work that may wait; more of them make their callers wait.
const QUEUE: usize = 1024;
/// Units of work that share one commit at most.
const GROUP: usize = 128;
const READERS: u32 = 4;

/// The way to the one connection that writes. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Writer {
    jobs: mpsc::Sender<Job>,
}

enum Job {
    Work(Work),
    Close(oneshot::Sender<()>),
}

/// The caller's work. It says whether to keep what it did; its result waits in a slot that the caller holds.
type Run = Box<dyn for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Verdict> + Send>;

struct Work {
    run: Run,
    /// Told after the commit, or after the work was undone.
    done: oneshot::Sender<Result<(), StoreError>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Keep,
    Undo,
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
        .statement_cache_capacity(512)
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

pub(crate) async fn open(options: SqliteConnectOptions) -> Result<(SqlitePool, Writer), StoreError> {
    let conn = SqliteConnection::connect_with(&options).await.map_err(StoreError::connecting)?;
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        .connect_with(options.read_only(true).create_if_missing(false))
        .await
        .map_err(StoreError::connecting)?;
    let (jobs, queue) = mpsc::channel(QUEUE);
    #[expect(
        clippy::disallowed_methods,
        reason = "the writer lives and ends with the store that it belongs to"
    )]
    tokio::spawn(serve(Conn::LiteWriter(Box::new(conn)), queue));
    Ok((readers, Writer { jobs }))
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
                let result = work(conn).await;
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

    pub(crate) async fn close(&self) {
        let (done, closed) = oneshot::channel();
        if self.jobs.send(Job::Close(done)).await.is_ok() {
            // A writer that is already gone is closed.
            closed.await.unwrap_or_default();
        }
    }
}

async fn serve(mut conn: Conn, mut queue: mpsc::Receiver<Job>) {
    let mut next = queue.recv().await;
    while let Some(job) = next {
        next = match job {
            Job::Work(first) => {
                let left_over = commit_together(&mut conn, first, &mut queue).await;
                match left_over {
                    Some(job) => Some(job),
                    None => queue.recv().await,
                }
            }
            Job::Close(done) => {
                if let Conn::LiteWriter(conn) = conn
                    && let Err(error) = (*conn).close().await
                {
                    tracing::error!(error = %error, "the writing connection to SQLite did not close cleanly");
                }
                let _ = done.send(());
                return;
            }
        };
    }
}

/// Runs `first` and all that waits behind it in one transaction. Gives back a job of another kind, if one came up.
async fn commit_together(conn: &mut Conn, first: Work, queue: &mut mpsc::Receiver<Job>) -> Option<Job> {
    if let Err(error) = execute(conn, "begin a transaction", "BEGIN IMMEDIATE").await {
        let _ = first.done.send(Err(error));
        return None;
    }
    let mut kept = Vec::new();
    let mut left_over = None;
    let mut work = Some(first);
    while let Some(Work { run, done }) = work.take() {
        match run_in_savepoint(conn, run).await {
            Ok(Verdict::Keep) => kept.push(done),
            Ok(Verdict::Undo) => {
                let _ = done.send(Ok(()));
            }
            Err(error) => {
                let _ = done.send(Err(error));
            }
        }
        if kept.len() < GROUP {
            match queue.try_recv() {
                Ok(Job::Work(next)) => work = Some(next),
                Ok(other) => left_over = Some(other),
                Err(_) => {}
            }
        }
    }
    let committed = execute(conn, "commit a transaction", "COMMIT").await;
    if committed.is_err() {
        // After a failed commit SQLite may or may not have left the transaction.
        let _ = execute(conn, "undo a transaction", "ROLLBACK").await;
    }
    for done in kept {
        let _ = done.send(match &committed {
            Ok(()) => Ok(()),
            Err(error) => {
                Err(StoreError::Transaction { doing: "commit a transaction", source: said_again(error) })
            }
        });
    }
    left_over
}

async fn run_in_savepoint(conn: &mut Conn, run: Run) -> Result<Verdict, StoreError> {
    execute(conn, "begin a unit of work", "SAVEPOINT unit").await?;
    let verdict = AssertUnwindSafe(async { run(conn).await }).catch_unwind().await;
    match verdict {
        Ok(Verdict::Keep) => {
            execute(conn, "end a unit of work", "RELEASE unit").await?;
            Ok(Verdict::Keep)
        }
        undone => {
            execute(conn, "undo a unit of work", "ROLLBACK TO unit; RELEASE unit").await?;
            undone.map_err(|panic| {
                tracing::error!(panic = panic_text(panic.as_ref()), "a unit of work panicked");
                StoreError::Panicked
            })
        }
    }
}

async fn execute(conn: &mut Conn, doing: &'static str, text: &'static str) -> Result<(), StoreError> {
    let Conn::LiteWriter(conn) = conn else { return Err(StoreError::Closed) };
    let result = conn.execute(text).await;
    result.map(|_| ()).map_err(|source| StoreError::Transaction { doing, source })
}

/// One failed commit is told to many callers, and an error of sqlx cannot be cloned.
fn said_again(error: &StoreError) -> sqlx::Error {
    let mut text = error.to_string();
    if let Some(source) = std::error::Error::source(error) {
        text = source.to_string();
    }
    sqlx::Error::Protocol(text)
}

fn panic_text(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no words")
}
