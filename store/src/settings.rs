//! Settings that are kept in the database because people change them, or because several processes share them.

use chrono::{DateTime, Utc};

use crate::query::{maybe, run};
use crate::{Conn, StoreError};

/// The value of `key`.
pub async fn get(conn: &mut Conn, key: &str) -> Result<Option<String>, StoreError> {
    let row = maybe!(conn, (String,), "SELECT value FROM setting WHERE key = $1", key)?;
    Ok(row.map(|(value,)| value))
}

/// Keeps `value` under `key`.
pub async fn set(conn: &mut Conn, key: &str, value: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO setting (key, value, changed_at) VALUES ($1, $2, $3)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at",
        key,
        value,
        now,
    )?;
    Ok(())
}

/// Keeps `value` under `key`, unless something is kept there already.
pub(crate) async fn set_first(
    conn: &mut Conn,
    key: &str,
    value: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO setting (key, value, changed_at) VALUES ($1, $2, $3) ON CONFLICT (key) DO NOTHING",
        key,
        value,
        now,
    )?;
    Ok(())
}
