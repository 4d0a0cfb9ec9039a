//! A fresh PostgreSQL database for each test, on the server that `scripts/test` started.

use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

/// The address of the server. Its user must be able to create databases.
const SERVER: &str = "NAZORAT_TEST_POSTGRES_URL";

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A database that nobody else uses. It is dropped with this value.
pub(crate) struct FreshDatabase {
    server: String,
    name: String,
}

impl FreshDatabase {
    /// Creates a database.
    pub(crate) async fn create() -> Self {
        let Ok(server) = std::env::var(SERVER) else {
            panic!(
                "{SERVER} is not set: these tests need a PostgreSQL server. Run scripts/test, which starts one, or set the \
                 variable to the address of a server whose user may create databases"
            );
        };
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("nazorat_it_{}_{number}", std::process::id());
        run_on(&server, format!("CREATE DATABASE {name}")).await;
        Self { server, name }
    }

    /// The address of this database.
    pub(crate) fn url(&self) -> String {
        // …://user@host/postgres?host=/socket → …://user@host/<name>?host=/socket
        let (address, options) = match self.server.split_once('?') {
            Some((address, options)) => (address, format!("?{options}")),
            None => (self.server.as_str(), String::new()),
        };
        let authority = address.split_once("://").map_or(0, |(scheme, _)| scheme.len() + 3);
        let end = address[authority..].find('/').map_or(address.len(), |slash| authority + slash);
        format!("{}/{}{options}", &address[..end], self.name)
    }
}

impl Drop for FreshDatabase {
    fn drop(&mut self) {
        let (server, sql) = (self.server.clone(), format!("DROP DATABASE {} WITH (FORCE)", self.name));
        // The test's own runtime may be ending, so the database goes from a thread with one of its own.
        let ended = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(run_on(&server, sql));
        })
        .join();
        assert!(ended.is_ok() || std::thread::panicking(), "the database {} could not be dropped", self.name);
    }
}

async fn run_on(server: &str, sql: String) {
    let mut conn = PgConnection::connect(server).await.unwrap_or_else(|error| panic!("{SERVER}: {error}"));
    conn.execute(AssertSqlSafe(sql)).await.expect("a database is created or dropped");
    conn.close().await.expect("the connection closes");
}
