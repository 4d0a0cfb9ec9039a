//! PostgreSQL: a few connections, each lent to one unit of work at a time.

use std::time::Duration;

use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};

use crate::{STATEMENTS, StoreError};

const CONNECTIONS: u32 = 8;
/// How long a unit of work waits for one.
const PATIENCE: Duration = Duration::from_secs(10);
/// A connection that was used more lately than this is lent without asking the server whether it is still there: each time that would
/// be one more wait.
const SURELY_THERE: Duration = Duration::from_secs(5);

pub(crate) async fn open(options: PgConnectOptions) -> Result<PgPool, StoreError> {
    PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .before_acquire(|conn, lately| {
            Box::pin(async move {
                if lately.idle_for > SURELY_THERE {
                    conn.ping().await?;
                }
                Ok(true)
            })
        })
        .connect_with(options.statement_cache_capacity(STATEMENTS))
        .await
        .map_err(StoreError::connecting)
}
