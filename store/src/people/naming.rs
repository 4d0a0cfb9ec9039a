//! What people are called: their name and position, as administrators write them.

use chrono::{DateTime, Utc};
use domain::ids::PersonId;
use domain::people::MayAdminister;
use domain::refusal::Refusal;
use serde_json::json;

use super::recipient;
use crate::events::{self, Event};
use crate::query::run;
use crate::{Conn, NotDone};

/// Calls a person by another name or position; by the same ones nothing happens.
pub async fn describe(
    conn: &mut Conn,
    right: &MayAdminister,
    person: PersonId,
    (name, position): (&str, Option<&str>),
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let before = recipient(conn, person).await?.ok_or(Refusal::NotYours)?;
    if before.name == name && before.position.as_deref() == position {
        return Ok(());
    }
    run!(conn, "UPDATE person SET name = $1, position = $2 WHERE id = $3", name, position, person.0)?;
    let event = Event {
        at: now,
        actor: right.person(),
        action: "described",
        subject: "person",
        subject_id: Some(person.0),
        organisation: None,
        before: Some(json!({ "name": before.name, "position": before.position })),
        after: Some(json!({ "name": name, "position": position })),
        reason: None,
    };
    Ok(events::record(conn, &event).await?)
}
