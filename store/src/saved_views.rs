//! Lists that people keep at hand: a page of the panel with its filters, under a name of their own.

use chrono::{DateTime, Utc};
use domain::ids::PersonId;

use crate::query::{all, one, run};
use crate::{Conn, StoreError};

/// So many views a person keeps.
pub const MOST: i64 = 20;

/// A list that somebody keeps at hand.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SavedView {
    /// Its number.
    pub id: i64,
    /// What its owner calls it.
    pub name: String,
    /// The address of the list,
    pub path: String,
    /// and what it is narrowed to.
    pub query: String,
}

/// The views of a person, by page and name.
pub async fn of(conn: &mut Conn, person: PersonId) -> Result<Vec<SavedView>, StoreError> {
    all!(
        conn,
        SavedView,
        "SELECT id, name, path, query FROM saved_view WHERE person_id = $1 ORDER BY path, name, id",
        person.0,
    )
}

/// Keeps a view; one of the same name on the same page is replaced. `false`: the person keeps [`MOST`] already.
pub async fn save(
    conn: &mut Conn,
    person: PersonId,
    name: &str,
    (path, query): (&str, &str),
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let (others,) = one!(
        conn,
        (i64,),
        "SELECT count(*) FROM saved_view WHERE person_id = $1 AND NOT (path = $2 AND name = $3)",
        person.0,
        path,
        name,
    )?;
    if others >= MOST {
        return Ok(false);
    }
    run!(
        conn,
        "INSERT INTO saved_view (person_id, name, path, query, saved_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person_id, path, name) DO UPDATE SET query = excluded.query, saved_at = excluded.saved_at",
        person.0,
        name,
        path,
        query,
        now,
    )?;
    Ok(true)
}

/// Calls one of the person's views otherwise. Another one of that name on the same page makes room.
pub async fn rename(conn: &mut Conn, person: PersonId, id: i64, name: &str) -> Result<(), StoreError> {
    run!(
        conn,
        "DELETE FROM saved_view WHERE person_id = $1 AND name = $2 AND id <> $3
           AND path = (SELECT one.path FROM saved_view AS one WHERE one.id = $3 AND one.person_id = $1)",
        person.0,
        name,
        id,
    )?;
    run!(conn, "UPDATE saved_view SET name = $1 WHERE id = $2 AND person_id = $3", name, id, person.0)?;
    Ok(())
}

/// Lets one of the person's views go.
pub async fn remove(conn: &mut Conn, person: PersonId, id: i64) -> Result<(), StoreError> {
    run!(conn, "DELETE FROM saved_view WHERE id = $1 AND person_id = $2", id, person.0)?;
    Ok(())
}
