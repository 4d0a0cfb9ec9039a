//! The lead: work that must not be done twice at once belongs to one holder at a time, and is free again when the holder's
//! process ends, however it ends. Nothing has to expire first, and no clock is asked.
//!
//! On SQLite it is a lock of the operating system on a file beside the database, on PostgreSQL an advisory lock of a session.

use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest, Sha256};
use sqlx::postgres::{PgConnection, PgPool};
use sqlx::{Connection, query, query_scalar};
use tokio::time::timeout;

use crate::{Backend, Store, StoreError};

/// PostgreSQL takes the lead from a holder that it does not hear from for so long: one that is frozen, or whose machine is gone
/// without a word. Ask [`Lead::holds`] well within it.
const SILENCE: Duration = Duration::from_secs(15);
/// PostgreSQL may take so long to answer whether the lead is still held.
const ANSWER: Duration = Duration::from_secs(2);
/// PostgreSQL may take so long to give the lead.
const TAKING: Duration = Duration::from_secs(10);

/// What every service on a SQLite database shares, and whoever puts another file in its place needs for itself alone.
const SERVICE: &str = "service";

/// Says that a service runs on the SQLite database in this file, for as long as the value lives. `None`: another file is being put
/// in its place.
pub async fn in_use(database: &Path) -> Result<Option<Lead>, StoreError> {
    let locked = lock_file(database, SERVICE, File::try_lock_shared).await?;
    Ok(locked.map(|file| Lead(Hold::File(file))))
}

/// Keeps every service away from the SQLite database in this file, for as long as the value lives. `None`: one runs on it.
pub async fn alone(database: &Path) -> Result<Option<Lead>, StoreError> {
    let locked = lock_file(database, SERVICE, File::try_lock).await?;
    Ok(locked.map(|file| Lead(Hold::File(file))))
}

/// The lead of some work. It is free again when this value goes.
pub struct Lead(Hold);

enum Hold {
    /// The open file carries the lock; nothing is ever read or written.
    File(#[expect(dead_code, reason = "the lock ends when the file is closed")] File),
    Session(PgConnection),
}

impl Store {
    /// Takes the lead of `work`. `None`: somebody else has it, in another process or in this one.
    pub async fn lead(&self, work: &str) -> Result<Option<Lead>, StoreError> {
        let hold = match &self.inner.backend {
            Backend::Lite { options, .. } => {
                lock_file(options.get_filename(), work, File::try_lock).await?.map(Hold::File)
            }
            Backend::Pg(pool) => {
                let taking = timeout(TAKING, lock_session(pool, key(work))).await;
                let taken = taking.unwrap_or_else(|_| Err(sqlx::Error::Io(io::ErrorKind::TimedOut.into())));
                taken.map_err(StoreError::connecting)?.map(Hold::Session)
            }
        };
        Ok(hold.map(Lead))
    }
}

impl Lead {
    /// Whether it is still held. On PostgreSQL a lost connection ends it, and the holder learns of that only here.
    pub async fn holds(&mut self) -> bool {
        match &mut self.0 {
            Hold::File(_) => true,
            Hold::Session(session) => matches!(timeout(ANSWER, session.ping()).await, Ok(Ok(()))),
        }
    }

    /// Whether it ends with its holder only: then whoever takes it knows that the last holder does nothing any more.
    /// Otherwise the last holder may have lost its connection, and may go on until it asks [`Lead::holds`].
    pub fn ends_with_holder(&self) -> bool {
        matches!(self.0, Hold::File(_))
    }

    /// Gives the lead back.
    pub async fn give_back(self) {
        if let Hold::Session(session) = self.0 {
            // However that ends, the connection is closed after it, and the lock goes with it.
            let _ = timeout(ANSWER, session.close()).await;
        }
    }
}

async fn lock_file(
    database: &Path,
    work: &str,
    lock: fn(&File) -> Result<(), TryLockError>,
) -> Result<Option<File>, StoreError> {
    let path = file_beside(database, work).await;
    let open = async {
        let mut options = tokio::fs::OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        options.mode(0o600);
        Ok(options.open(&path).await?.into_std().await)
    };
    let locked = match open.await.map(|file| (lock(&file), file)) {
        Ok((Ok(()), file)) => Ok(Some(file)),
        Ok((Err(TryLockError::WouldBlock), _)) => Ok(None),
        Ok((Err(TryLockError::Error(source)), _)) | Err(source) => Err(source),
    };
    locked.map_err(|source| StoreError::Lock { path, source })
}

async fn file_beside(database: &Path, work: &str) -> PathBuf {
    // A link to the database must not lead to a lock of its own. Any fault comes up again when the lock is opened.
    let database = tokio::fs::canonicalize(database).await.unwrap_or_else(|_| database.to_owned());
    let mut path = database.into_os_string();
    path.push(format!(".{work}.lock"));
    path.into()
}

async fn lock_session(pool: &PgPool, key: i64) -> Result<Option<PgConnection>, sqlx::Error> {
    // Who does not get the lead tries again and again: it is told so by a connection of the pool, with a lock that ends
    // with its statement.
    let free: bool = query_scalar("SELECT pg_try_advisory_xact_lock($1)").bind(key).fetch_one(pool).await?;
    if !free {
        return Ok(None);
    }
    let mut session = PgConnection::connect_with(&pool.connect_options()).await?;
    // Older servers than 14 do not know this; there only the network tells that a machine is gone.
    query("SELECT set_config(name, $1, FALSE) FROM pg_settings WHERE name = 'idle_session_timeout'")
        .bind(SILENCE.as_millis().to_string())
        .execute(&mut session)
        .await?;
    let held: bool =
        query_scalar("SELECT pg_try_advisory_lock($1)").bind(key).fetch_one(&mut session).await?;
    Ok(if held { Some(session) } else { None })
}

/// The number of the lock. Each database has locks of its own, so other databases of the server do not meet it.
fn key(work: &str) -> i64 {
    let digest = Sha256::digest(format!("nazorat lead {work}"));
    digest.iter().take(8).fold(0, |key, byte| key << 8 | i64::from(*byte))
}
