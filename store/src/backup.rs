//! Copies of a SQLite database, and what such a file is worth. PostgreSQL has tools of its own for both.

pub mod archive;

use std::path::Path;

use chrono::{DateTime, Utc};
use domain::people::MayAdminister;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use crate::events::{self, Event};
use crate::{Backend, Conn, Store, StoreError, migrations};

/// The subject of the events of backups; there is one history of all of them.
pub const SUBJECT: &str = "backup";
/// The number under which that history is found.
pub const ALL: i64 = 0;

/// What a file is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worth {
    /// It is whole, and this version works with it, if need be after the tables were brought up to date.
    Sound,
    /// SQLite finds faults in it, or does not take it for a database.
    Damaged(String),
    /// It is a database, but not one of this program.
    Foreign,
    /// A newer version of the program has written it.
    Newer,
}

impl Store {
    /// Writes a copy of the database as it stands at this moment, in one file. Others read and write meanwhile.
    /// `false`: it is PostgreSQL, where nothing was done.
    pub async fn back_up(&self, to: &Path) -> Result<bool, StoreError> {
        let Backend::Lite { readers, .. } = &self.inner.backend else { return Ok(false) };
        let mut reader = readers.acquire().await.map_err(StoreError::connecting)?;
        let copied = sqlx::query("VACUUM INTO $1").bind(to.display().to_string()).execute(&mut *reader).await;
        copied.map_err(|source| StoreError::Transaction { doing: "write a copy of itself", source })?;
        Ok(true)
    }

    /// The file of a SQLite database.
    pub fn file(&self) -> Option<&Path> {
        match &self.inner.backend {
            Backend::Lite { options, .. } => Some(options.get_filename()),
            Backend::Pg(_) => None,
        }
    }
}

/// Looks whether a file is a database that can take the place of the present one. The file must be one's own copy: SQLite may
/// tidy it up.
pub async fn worth(file: &Path) -> Worth {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(false)
        .journal_mode(SqliteJournalMode::Delete);
    let mut conn = match options.connect().await {
        Ok(conn) => conn,
        Err(error) => return Worth::Damaged(error.to_string()),
    };
    let worth = look(&mut conn).await.unwrap_or_else(|error| Worth::Damaged(error.to_string()));
    // What could not be closed was only looked at.
    let _ = conn.close().await;
    worth
}

async fn look(conn: &mut SqliteConnection) -> Result<Worth, sqlx::Error> {
    let faults: Vec<(String,)> = sqlx::query_as("PRAGMA integrity_check(3)").fetch_all(&mut *conn).await?;
    if faults.iter().any(|(fault,)| fault != "ok") {
        return Ok(Worth::Damaged(faults.into_iter().map(|(fault,)| fault).collect::<Vec<_>>().join("; ")));
    }
    let tables = "SELECT COUNT(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('_sqlx_migrations', 'organisation', 'event')";
    let (tables,): (i64,) = sqlx::query_as(tables).fetch_one(&mut *conn).await?;
    if tables < 3 {
        return Ok(Worth::Foreign);
    }
    let run: Vec<(i64,)> =
        sqlx::query_as("SELECT version FROM _sqlx_migrations ORDER BY version").fetch_all(conn).await?;
    let known = migrations::sqlite();
    let is_known = |version: i64| known.iter().any(|migration| migration.version == version);
    Ok(if run.iter().all(|(version,)| is_known(*version)) { Worth::Sound } else { Worth::Newer })
}

/// Writes down that somebody took a copy of everything.
pub async fn record(conn: &mut Conn, right: &MayAdminister, now: DateTime<Utc>) -> Result<(), StoreError> {
    let event = Event {
        at: now,
        actor: right.person(),
        action: "downloaded",
        subject: SUBJECT,
        subject_id: Some(ALL),
        organisation: None,
        before: None,
        after: None,
        reason: None,
    };
    events::record(conn, &event).await
}
