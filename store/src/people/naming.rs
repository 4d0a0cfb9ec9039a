//! What people are called: their name and position, as administrators write them.

use chrono::{DateTime, Utc};
use domain::ids::PersonId;
use domain::language::Names;
use domain::people::MayAdminister;
use domain::refusal::Refusal;
use serde_json::{Value, json};

use super::recipient;
use crate::events::{self, Event};
use crate::query::run;
use crate::{Conn, NotDone, StoreError};

/// Calls a person by another name or position; by the same ones nothing happens.
pub async fn describe(
    conn: &mut Conn,
    right: &MayAdminister,
    person: PersonId,
    (name, position): (&str, Option<&Names>),
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let before = recipient(conn, person).await?.ok_or(Refusal::NotYours)?;
    if before.name == name && before.position.as_ref() == position {
        return Ok(());
    }
    run!(conn, "UPDATE person SET name = $1 WHERE id = $2", name, person.0)?;
    write_position(conn, person, position).await?;
    let event = Event {
        at: now,
        actor: right.person(),
        action: "described",
        subject: "person",
        subject_id: Some(person.0),
        organisation: None,
        before: Some(described(&before.name, before.position.as_ref())),
        after: Some(described(name, position)),
        reason: None,
    };
    Ok(events::record(conn, &event).await?)
}

fn described(name: &str, position: Option<&Names>) -> Value {
    json!({
        "name": name,
        "position": position.map(|names| &names.uz_latn),
        "position_uz_cyrl": position.and_then(|names| names.uz_cyrl.as_ref()),
        "position_ru": position.and_then(|names| names.ru.as_ref()),
        "position_en": position.and_then(|names| names.en.as_ref()),
    })
}

/// Writes what a person is called at work.
pub(crate) async fn write_position(
    conn: &mut Conn,
    person: PersonId,
    position: Option<&Names>,
) -> Result<(), StoreError> {
    let said = position.cloned().unwrap_or_default();
    run!(
        conn,
        "UPDATE person SET position = $1, position_uz_cyrl = $2, position_ru = $3, position_en = $4 WHERE id = $5",
        position.map(|names| names.uz_latn.as_str()),
        said.uz_cyrl,
        said.ru,
        said.en,
        person.0,
    )?;
    Ok(())
}
