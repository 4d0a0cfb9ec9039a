//! The two databases on which everything is proven.

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor, PgConnection, SqliteConnection};
use store::{Durability, Store};
use tempfile::TempDir;

use super::postgres::FreshDatabase;

/// Makes each of the named `async fn name(base: Base)` a test on SQLite and a test on PostgreSQL.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name($crate::support::databases::Base::sqlite().await).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name($crate::support::databases::Base::postgres().await).await;
            })+
        }
    };
}
pub(crate) use on_both;

/// A fresh database with all tables, gone with this value.
pub(crate) struct Base {
    /// The address, as `NAZORAT_DATABASE_URL` has it.
    pub(crate) url: String,
    /// Opened and migrated.
    pub(crate) store: Store,
    _place: Place,
}

enum Place {
    Folder(#[expect(dead_code, reason = "the folder goes when this is dropped")] TempDir),
    Server(#[expect(dead_code, reason = "the database goes when this is dropped")] FreshDatabase),
}

impl Base {
    pub(crate) async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", folder.path().join("city.db").display());
        Self::open(url, Place::Folder(folder)).await
    }

    pub(crate) async fn postgres() -> Self {
        let database = FreshDatabase::create().await;
        Self::open(database.url(), Place::Server(database)).await
    }

    async fn open(url: String, place: Place) -> Self {
        let store = another_store(&url).await;
        store.migrate().await.expect("the tables are made");
        Self { url, store, _place: place }
    }

    /// One more process on the same database, as it were.
    pub(crate) async fn another_store(&self) -> Store {
        another_store(&self.url).await
    }

    /// A connection past the store: for what the store itself must not be able to do, and for counting afterwards.
    pub(crate) async fn raw(&self) -> Raw {
        Raw::open(&self.url).await
    }
}

async fn another_store(url: &str) -> Store {
    // What a power cut does is not what these tests are about.
    Store::open(url, Durability::Normal).await.expect("the database opens")
}

/// A connection past the store.
pub(crate) enum Raw {
    Lite(SqliteConnection),
    Pg(PgConnection),
}

impl Raw {
    pub(crate) async fn open(url: &str) -> Self {
        match url.strip_prefix("sqlite://") {
            Some(path) => {
                let options = SqliteConnectOptions::new().filename(path).foreign_keys(true);
                let options = options.busy_timeout(std::time::Duration::from_secs(10));
                Self::Lite(options.connect().await.expect("the file opens"))
            }
            None => Self::Pg(PgConnection::connect(url).await.expect("the server answers")),
        }
    }

    /// Runs one statement and tells how many rows it met, or what the database said.
    pub(crate) async fn run(&mut self, sql: &str) -> Result<u64, sqlx::Error> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Lite(conn) => conn.execute(sql).await.map(|done| done.rows_affected()),
            Self::Pg(conn) => conn.execute(sql).await.map(|done| done.rows_affected()),
        }
    }

    /// All rows of one query.
    pub(crate) async fn rows<T>(&mut self, sql: &str) -> Vec<T>
    where
        T: Send
            + Unpin
            + for<'r> sqlx::FromRow<'r, sqlx::sqlite::SqliteRow>
            + for<'r> sqlx::FromRow<'r, sqlx::postgres::PgRow>,
    {
        let query = AssertSqlSafe(sql.to_owned());
        let rows = match self {
            Self::Lite(conn) => sqlx::query_as(query).fetch_all(conn).await,
            Self::Pg(conn) => sqlx::query_as(query).fetch_all(conn).await,
        };
        rows.unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    /// The one number that a query gives, such as a count.
    pub(crate) async fn number(&mut self, sql: &str) -> i64 {
        let rows: Vec<(i64,)> = self.rows(sql).await;
        rows.first().unwrap_or_else(|| panic!("{sql}: no row")).0
    }

    /// The numbers of rows of all tables, as one text: equal texts mean that nothing was added or removed.
    pub(crate) async fn counts(&mut self) -> String {
        let mut counts = Vec::new();
        for table in self.tables().await {
            let rows = self.number(&format!("SELECT CAST(count(*) AS BIGINT) FROM {table}")).await;
            counts.push(format!("{table} {rows}"));
        }
        counts.join("\n")
    }

    /// All that is kept, a line for each row.
    pub(crate) async fn everything(&mut self) -> String {
        self.everything_but(&[]).await
    }

    /// What people did and what follows from it. What comes and goes by itself, such as messages on their way, is left out.
    pub(crate) async fn deeds(&mut self) -> String {
        let by_itself =
            ["seen_update", "parked_update", "conversation", "outbox", "reminder", "news", "voter_secret"];
        let fixed = ["calendar_day", "setting", "organisation", "service", "measure", "measure_executor"];
        self.everything_but(&[&by_itself[..], &fixed[..]].concat()).await
    }

    async fn everything_but(&mut self, left_out: &[&str]) -> String {
        let tables = self.tables().await.into_iter().filter(|table| !left_out.contains(&table.as_str()));
        let tables: Vec<String> = tables.collect();
        self.everything_in(&tables).await
    }

    /// All that these tables hold, a line for each row.
    pub(crate) async fn everything_in(&mut self, tables: &[impl AsRef<str>]) -> String {
        let mut lines = Vec::new();
        for table in tables.iter().map(AsRef::as_ref) {
            let columns: Vec<(String,)> = match self {
                Self::Lite(_) => self.rows(&format!("SELECT name FROM pragma_table_info('{table}')")).await,
                Self::Pg(_) => {
                    self.rows(&format!(
                        "SELECT CAST(column_name AS TEXT) FROM information_schema.columns WHERE table_name = '{table}'"
                    ))
                    .await
                }
            };
            let values = columns.iter().map(|(name,)| format!("coalesce(CAST({name} AS TEXT), '')"));
            let row = values.collect::<Vec<_>>().join(" || '|' || ");
            let rows: Vec<(String,)> =
                self.rows(&format!("SELECT {row} AS line FROM {table} ORDER BY line")).await;
            for (row,) in rows {
                lines.push(format!("{table}: {}", row.replace('\n', " ")));
            }
        }
        lines.join("\n")
    }

    async fn tables(&mut self) -> Vec<String> {
        let names = match self {
            Self::Lite(_) => {
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            }
            Self::Pg(_) => {
                "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
            }
        };
        let names: Vec<(String,)> = self.rows(names).await;
        names.into_iter().map(|(name,)| name).filter(|name| name != "_sqlx_migrations").collect()
    }
}
