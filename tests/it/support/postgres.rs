//! A fresh PostgreSQL database for each test, on the server that `scripts/test` started.
//!
//! The tables are made once, in a database that is a template from then on; each test gets a copy of it, which takes a tenth of
//! the time.

use std::sync::atomic::{AtomicU32, Ordering};

use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row};
use store::{Durability, Store};

/// The address of the server. Its user must be able to create databases.
const SERVER: &str = "NAZORAT_TEST_POSTGRES_URL";

/// One process at a time looks whether the template is there.
const TURN: &str = "pg_advisory_lock(1298)";

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A database that nobody else uses. It is dropped with this value.
pub(crate) struct FreshDatabase {
    server: String,
    name: String,
}

impl FreshDatabase {
    /// Creates a database with all tables.
    pub(crate) async fn create() -> Self {
        let server = server();
        let template = template(&server).await;
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("nazorat_it_{}_{number}", std::process::id());
        run_on(&server, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        Self { server, name }
    }

    /// The address of this database.
    pub(crate) fn url(&self) -> String {
        url_of(&self.server, &self.name)
    }
}

fn server() -> String {
    std::env::var(SERVER).unwrap_or_else(|_| {
        panic!(
            "{SERVER} is not set: these tests need a PostgreSQL server. Run scripts/test, which starts one, or set the \
             variable to the address of a server whose user may create databases"
        )
    })
}

/// The address of one database of the server.
fn url_of(server: &str, name: &str) -> String {
    // …://user@host/postgres?host=/socket → …://user@host/<name>?host=/socket
    let (address, options) = match server.split_once('?') {
        Some((address, options)) => (address, format!("?{options}")),
        None => (server, String::new()),
    };
    let authority = address.split_once("://").map_or(0, |(scheme, _)| scheme.len() + 3);
    let end = address[authority..].find('/').map_or(address.len(), |slash| authority + slash);
    format!("{}/{name}{options}", &address[..end])
}

/// The name of the database with the tables of these migrations; it is made when it is not there yet.
async fn template(server: &str) -> String {
    let name = format!("nazorat_it_tables_{}", migrations());
    let mut conn = connect(server).await;
    run(&mut conn, format!("SELECT {TURN}")).await;
    let known = format!("SELECT count(*) FROM pg_database WHERE datname = '{name}' AND datistemplate");
    let known = conn.fetch_one(AssertSqlSafe(known)).await.expect("the server tells its databases");
    if known.get::<i64, _>(0) == 0 {
        // What a process left that ended in between.
        run(&mut conn, format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        run(&mut conn, format!("CREATE DATABASE {name}")).await;
        let store =
            Store::open(&url_of(server, &name), Durability::Normal).await.expect("the database opens");
        store.migrate().await.expect("the tables are made");
        store.close().await;
        // Nobody may be in it while it is copied.
        run(&mut conn, format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false IS_TEMPLATE true")).await;
    }
    // The turn ends with the connection.
    conn.close().await.expect("the connection closes");
    name
}

/// Tells one set of migrations from another.
fn migrations() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/postgres");
    let files = std::fs::read_dir(folder).expect("the migrations are there").filter_map(Result::ok);
    let mut files: Vec<_> = files.map(|file| file.path()).collect();
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        hash.update(std::fs::read(&file).expect("a migration is read"));
    }
    hex::encode(&hash.finalize()[..8])
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
    let mut conn = connect(server).await;
    run(&mut conn, sql).await;
    conn.close().await.expect("the connection closes");
}

async fn connect(server: &str) -> PgConnection {
    PgConnection::connect(server).await.unwrap_or_else(|error| panic!("{SERVER}: {error}"))
}

async fn run(conn: &mut PgConnection, sql: String) {
    conn.execute(AssertSqlSafe(sql)).await.expect("the server does what it is asked for");
}
