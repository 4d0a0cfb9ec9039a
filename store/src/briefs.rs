//! The briefs of the morning: one a controller and day, with the figures that it told.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{OutboxId, PersonId};
use domain::people::Role;
use serde_json::Value;

use crate::query::{all, maybe, run};
use crate::{Conn, StoreError};

/// The controllers who can be written to and have had no brief of `day` yet.
pub async fn without(conn: &mut Conn, day: NaiveDate) -> Result<Vec<PersonId>, StoreError> {
    let rows = all!(
        conn,
        (i64,),
        "SELECT id FROM person
         WHERE active = $1 AND telegram_id IS NOT NULL AND unreachable_since IS NULL AND without_brief = $4
           AND EXISTS (SELECT 1 FROM role_grant
             WHERE role_grant.person_id = person.id AND role_grant.role = $2 AND role_grant.ended_at IS NULL)
           AND NOT EXISTS (SELECT 1 FROM brief WHERE brief.person_id = person.id AND brief.day = $3)
         ORDER BY id",
        true,
        Role::Controller.code(),
        day,
        false,
    )?;
    Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
}

/// Whether this person wants the brief of the morning.
pub async fn wants(conn: &mut Conn, person: PersonId) -> Result<bool, StoreError> {
    let row = maybe!(conn, (bool,), "SELECT without_brief FROM person WHERE id = $1", person.0)?;
    Ok(row.is_none_or(|(without,)| !without))
}

/// This person wants the brief of the morning, or does not.
pub async fn set_wanted(conn: &mut Conn, person: PersonId, wanted: bool) -> Result<(), StoreError> {
    run!(conn, "UPDATE person SET without_brief = $1 WHERE id = $2", !wanted, person.0)?;
    Ok(())
}

/// The figures of the latest brief of this person before `day`; what expired unsent was none.
pub async fn before(
    conn: &mut Conn,
    person: PersonId,
    day: NaiveDate,
) -> Result<Option<(NaiveDate, Value)>, StoreError> {
    let row = maybe!(
        conn,
        (NaiveDate, String),
        "SELECT day, figures FROM brief WHERE person_id = $1 AND day < $2 ORDER BY day DESC LIMIT 1",
        person.0,
        day,
    )?;
    let read = |(day, text): (NaiveDate, String)| {
        Ok((day, serde_json::from_str(&text).map_err(|_| StoreError::unknown("figures of a brief", text))?))
    };
    row.map(read).transpose()
}

/// Keeps that a brief of `day` is written. `false`: another planner was quicker.
pub async fn keep(
    conn: &mut Conn,
    person: PersonId,
    day: NaiveDate,
    figures: &Value,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let kept = run!(
        conn,
        "INSERT INTO brief (person_id, day, figures, made_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, day) DO NOTHING",
        person.0,
        day,
        figures.to_string(),
        now,
    )?;
    Ok(kept == 1)
}

/// Names the message of a brief.
pub async fn link(
    conn: &mut Conn,
    person: PersonId,
    day: NaiveDate,
    message: OutboxId,
) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE brief SET outbox_id = $1 WHERE person_id = $2 AND day = $3",
        message.0,
        person.0,
        day,
    )?;
    Ok(())
}
