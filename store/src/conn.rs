//! A connection to either database, lent to a unit of work.

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction};

use crate::StoreError;
use crate::events::chain::Unlinked;

/// A connection to the database, inside a transaction when it may write.
pub enum Conn {
    /// One of SQLite's readers.
    LiteReader(PoolConnection<Sqlite>),
    /// SQLite's one writer, and the events of its unit of work.
    LiteWriter(Box<SqliteConnection>, Vec<Unlinked>),
    /// One of SQLite's readers, all of whose queries see the same moment.
    LiteSnapshot(Transaction<'static, Sqlite>),
    /// A connection to PostgreSQL without a transaction.
    PgReader(PoolConnection<Postgres>),
    /// A connection to PostgreSQL, all of whose queries see the same moment.
    PgSnapshot(Transaction<'static, Postgres>),
    /// A transaction on PostgreSQL, and its events.
    PgWriter(Transaction<'static, Postgres>, Vec<Unlinked>),
}

pub(crate) enum Raw<'c> {
    Lite(&'c mut SqliteConnection),
    Pg(&'c mut PgConnection),
}

impl Conn {
    pub(crate) fn raw(&mut self) -> Raw<'_> {
        match self {
            Self::LiteReader(conn) => Raw::Lite(conn),
            Self::LiteWriter(conn, _) => Raw::Lite(conn),
            Self::LiteSnapshot(conn) => Raw::Lite(conn),
            Self::PgReader(conn) => Raw::Pg(conn),
            Self::PgWriter(conn, _) | Self::PgSnapshot(conn) => Raw::Pg(conn),
        }
    }

    /// The events that the unit of work has recorded; none without a unit of work.
    pub(crate) fn unlinked(&mut self) -> Option<&mut Vec<Unlinked>> {
        match self {
            Self::LiteWriter(_, unlinked) | Self::PgWriter(_, unlinked) => Some(unlinked),
            Self::LiteReader(_) | Self::LiteSnapshot(_) | Self::PgReader(_) | Self::PgSnapshot(_) => None,
        }
    }

    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::PgWriter(transaction, _) | Self::PgSnapshot(transaction) => transaction.commit().await,
            Self::LiteSnapshot(transaction) => transaction.commit().await,
            Self::LiteReader(_) | Self::LiteWriter(..) | Self::PgReader(_) => return Ok(()),
        }
        .map_err(|source| StoreError::Transaction { doing: "commit a transaction", source })
    }
}
