//! A way past the store: to fill databases quickly, and to count what is there.

use anyhow::{Context, bail};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, PgConnection, SqliteConnection};

use store::Durability;

pub(crate) use crate::scratch::{Kind, Scratch};

impl Kind {
    /// As the table calls it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Lite(Durability::Normal) => "SQLite NORMAL",
            Self::Lite(Durability::Full) => "SQLite FULL",
            Self::Pg(_) => "PostgreSQL",
        }
    }
}

impl Scratch {
    /// The database at this address, which stays.
    pub(crate) async fn keep(kind: &Kind, url: &str) -> anyhow::Result<Self> {
        Self { url: url.to_owned(), kind: kind.clone(), place: None }.migrated().await
    }

    /// A connection past the store.
    pub(crate) async fn raw(&self) -> anyhow::Result<Raw> {
        Raw::open(&self.url).await
    }
}

/// A connection past the store: to fill quickly, and to count what is there.
pub(crate) enum Raw {
    Lite(SqliteConnection),
    Pg(PgConnection),
}

impl Raw {
    async fn open(url: &str) -> anyhow::Result<Self> {
        Ok(match url.strip_prefix("sqlite://") {
            Some(path) => {
                let options = SqliteConnectOptions::new().filename(path).journal_mode(SqliteJournalMode::Wal);
                let options = options.busy_timeout(std::time::Duration::from_secs(10));
                Self::Lite(options.connect().await.context("the file did not open")?)
            }
            None => Self::Pg(PgConnection::connect(url).await.context("PostgreSQL does not answer")?),
        })
    }

    /// Runs one statement, or several.
    pub(crate) async fn run(&mut self, sql: String) -> anyhow::Result<()> {
        let beginning: String = sql.chars().take(120).collect();
        let sql = sqlx::raw_sql(AssertSqlSafe(sql));
        let done = match self {
            Self::Lite(conn) => sql.execute(conn).await.map(drop),
            Self::Pg(conn) => sql.execute(conn).await.map(drop),
        };
        done.with_context(|| format!("while filling: {beginning}"))
    }

    /// Writes many rows, so many at once that the words between them cost nothing.
    pub(crate) async fn insert(
        &mut self,
        into: &str,
        rows: impl IntoIterator<Item = String>,
    ) -> anyhow::Result<()> {
        let mut values = String::new();
        for row in rows {
            values.push(if values.is_empty() { ' ' } else { ',' });
            values.push_str(&row);
            if values.len() > 64 * 1024 {
                self.run(format!("INSERT INTO {into} VALUES{values}")).await?;
                values.clear();
            }
        }
        if !values.is_empty() {
            self.run(format!("INSERT INTO {into} VALUES{values}")).await?;
        }
        Ok(())
    }

    /// The one number that a query gives, such as a count.
    pub(crate) async fn number(&mut self, sql: impl Into<String>) -> anyhow::Result<i64> {
        let sql = sql.into();
        let found = match self {
            Self::Lite(conn) => {
                sqlx::query_scalar::<_, i64>(AssertSqlSafe(sql.clone())).fetch_one(conn).await
            }
            Self::Pg(conn) => sqlx::query_scalar::<_, i64>(AssertSqlSafe(sql.clone())).fetch_one(conn).await,
        };
        found.with_context(|| sql)
    }

    /// All of one column of text.
    pub(crate) async fn texts(&mut self, sql: impl Into<String>) -> anyhow::Result<Vec<String>> {
        let sql = sql.into();
        let found = match self {
            Self::Lite(conn) => {
                sqlx::query_scalar::<_, String>(AssertSqlSafe(sql.clone())).fetch_all(conn).await
            }
            Self::Pg(conn) => {
                sqlx::query_scalar::<_, String>(AssertSqlSafe(sql.clone())).fetch_all(conn).await
            }
        };
        found.with_context(|| sql)
    }

    /// Puts the numbers that PostgreSQL gives to new rows behind those that were written by hand.
    pub(crate) async fn go_on_counting(&mut self, tables: &[&str]) -> anyhow::Result<()> {
        if let Self::Pg(_) = self {
            for table in tables {
                self.run(format!(
                    "SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT MAX(id) FROM {table}))"
                ))
                .await?;
            }
        }
        Ok(())
    }

    pub(crate) async fn close(self) -> anyhow::Result<()> {
        match self {
            Self::Lite(conn) => conn.close().await.context("the connection did not close"),
            Self::Pg(conn) => conn.close().await.context("the connection did not close"),
        }
    }

    /// Refuses a kind of fault that would make every figure worthless.
    pub(crate) async fn expect_number(&mut self, what: &str, sql: &str, expected: i64) -> anyhow::Result<()> {
        let found = self.number(sql).await?;
        if found != expected {
            bail!("{what}: {found} instead of {expected}");
        }
        Ok(())
    }
}
