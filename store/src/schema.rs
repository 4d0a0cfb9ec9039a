//! Whether the tables are those that this version of the program works with.

use crate::query::all;
use crate::{Conn, Store, StoreError, migrations};

impl Store {
    /// The names of the migrations that the database has not run yet; all of them for an empty database.
    pub async fn pending_migrations(&self) -> Result<Vec<String>, StoreError> {
        let run = match self.read(|conn| Box::pin(run_migrations(conn))).await {
            Ok(run) => run,
            // The database answers, but there is no table of migrations: nothing has run.
            Err(StoreError::Query { source: sqlx::Error::Database(_), .. }) => Vec::new(),
            Err(error) => return Err(error),
        };
        let known = if self.kind() == "sqlite" { migrations::sqlite() } else { migrations::postgres() };
        let pending = known.iter().filter(|migration| !run.contains(&migration.version));
        Ok(pending.map(|migration| migration.description.to_string()).collect())
    }
}

async fn run_migrations(conn: &mut Conn) -> Result<Vec<i64>, StoreError> {
    let rows = all!(conn, (i64,), "SELECT version FROM _sqlx_migrations WHERE success = $1", true)?;
    Ok(rows.into_iter().map(|(version,)| version).collect())
}
