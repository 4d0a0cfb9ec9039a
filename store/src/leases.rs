//! Leases: work that must not be done twice at once belongs to one holder until a moment.

use chrono::{DateTime, TimeDelta, Utc};

use crate::query::run;
use crate::{Conn, StoreError};

/// Takes the lease `name` for `holder`, or holds it longer. `false`: somebody else has it.
pub async fn take(
    conn: &mut Conn,
    name: &str,
    holder: &str,
    life: TimeDelta,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let until = now + life;
    // A lease that ends farther ahead than any lease may was given by a clock that has since been set back.
    let farthest = now + life * 4;
    let taken = run!(
        conn,
        "INSERT INTO lease (name, holder, until) VALUES ($1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
         WHERE lease.holder = excluded.holder OR lease.until <= $4 OR lease.until > $5",
        name,
        holder,
        until,
        now,
        farthest,
    )?;
    Ok(taken == 1)
}

/// Gives the lease back, so that the next holder need not wait.
pub async fn give_back(conn: &mut Conn, name: &str, holder: &str) -> Result<(), StoreError> {
    run!(conn, "DELETE FROM lease WHERE name = $1 AND holder = $2", name, holder)?;
    Ok(())
}
