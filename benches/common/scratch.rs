//! Databases to measure on: fresh ones that go when they are no longer needed.

use anyhow::Context;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use store::{Durability, Store};
use tempfile::TempDir;

/// Which database a benchmark runs on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Lite(Durability),
    /// The address of a server whose user may create databases.
    Pg(String),
}

impl Kind {
    /// How surely the store is to keep things.
    pub(crate) fn durability(&self) -> Durability {
        match self {
            Self::Lite(durability) => *durability,
            Self::Pg(_) => Durability::Full,
        }
    }
}

/// A database with all tables: a fresh one that goes with this value, or one that is kept.
pub(crate) struct Scratch {
    pub(crate) url: String,
    pub(crate) kind: Kind,
    /// What goes with it; none when it stays.
    pub(crate) place: Option<Place>,
}

pub(crate) enum Place {
    Folder(TempDir),
    Server { url: String, name: String },
}

impl Scratch {
    pub(crate) async fn make(kind: &Kind) -> anyhow::Result<Self> {
        let (url, place) = match kind {
            Kind::Lite(_) => {
                // A real disk: the system's own folder for such things may live in memory, where nothing waits.
                let folder =
                    TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).context("no folder for a database")?;
                (format!("sqlite://{}", folder.path().join("city.db").display()), Place::Folder(folder))
            }
            Kind::Pg(server) => {
                let name = format!("nazorat_bench_{}", store::tokens::point_code()?.to_lowercase());
                on_server(server, format!("CREATE DATABASE {name}")).await?;
                (with_name(server, &name), Place::Server { url: server.clone(), name })
            }
        };
        Self { url, kind: kind.clone(), place: Some(place) }.migrated().await
    }

    /// With all tables.
    pub(crate) async fn migrated(self) -> anyhow::Result<Self> {
        let store = self.store().await?;
        store.migrate().await.context("the tables were not made")?;
        store.close().await;
        Ok(self)
    }

    /// Opens it as the service does.
    pub(crate) async fn store(&self) -> anyhow::Result<Store> {
        Store::open(&self.url, self.kind.durability()).await.context("the database did not open")
    }

    /// Removes it.
    pub(crate) async fn remove(self) -> anyhow::Result<()> {
        match self.place {
            None => Ok(()),
            Some(Place::Folder(folder)) => folder.close().context("the folder of a database stayed"),
            Some(Place::Server { url, name }) => {
                on_server(&url, format!("DROP DATABASE {name} WITH (FORCE)")).await
            }
        }
    }
}

async fn on_server(server: &str, sql: String) -> anyhow::Result<()> {
    let mut conn = PgConnection::connect(server).await.context("PostgreSQL does not answer")?;
    sqlx::raw_sql(AssertSqlSafe(sql))
        .execute(&mut conn)
        .await
        .context("a database was not made or removed")?;
    conn.close().await.context("the connection did not close")
}

/// The address of another database on the same server.
fn with_name(server: &str, name: &str) -> String {
    let (address, options) =
        server.split_once('?').map_or((server, String::new()), |(a, o)| (a, format!("?{o}")));
    let authority = address.find("://").map_or(0, |at| at + 3);
    let end = address[authority..].find('/').map_or(address.len(), |slash| authority + slash);
    format!("{}/{name}{options}", &address[..end])
}
