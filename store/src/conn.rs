//! A connection to either database, lent to a unit of work.

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, Transaction};

use crate::StoreError;

/// A connection to the database, inside a transaction when it may write.
pub enum Conn {
    /// One of SQLite's readers.
    LiteReader(PoolConnection<Sqlite>),
    /// SQLite's one writer.
    LiteWriter(Box<SqliteConnection>),
    /// A connection to PostgreSQL without a transaction.
    PgReader(PoolConnection<Postgres>),
    /// A transaction on PostgreSQL.
    PgWriter(Transaction<'static, Postgres>),
}

pub(crate) enum Raw<'c> {
    Lite(&'c mut SqliteConnection),
    Pg(&'c mut PgConnection),
}

impl Conn {
    pub(crate) fn raw(&mut self) -> Raw<'_> {
        match self {
            Self::LiteReader(conn) => Raw::Lite(conn),
            Self::LiteWriter(conn) => Raw::Lite(conn),
            Self::PgReader(conn) => Raw::Pg(conn),
            Self::PgWriter(conn) => Raw::Pg(conn),
        }
    }

    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::PgWriter(transaction) => transaction
                .commit()
                .await
                .map_err(|source| StoreError::Transaction { doing: "commit a transaction", source }),
            _ => Ok(()),
        }
    }
}
