//! Roles that people are given and lose, as the record tells it.

use chrono::{DateTime, Utc};
use domain::ids::PersonId;
use domain::people::Grant;
use serde_json::json;

use crate::events::{self, Event};
use crate::query::run;
use crate::{Conn, StoreError};

/// What happens to a role of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// It is given.
    Granted,
    /// It ends.
    Ended,
}

/// Gives a role to a person. `false`: they have it.
pub(super) async fn take_up(
    conn: &mut Conn,
    person: PersonId,
    grant: Grant,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let taken = run!(
        conn,
        "INSERT INTO role_grant (person_id, role, organisation_id, granted_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, role, organisation_id) DO UPDATE SET ended_at = NULL
           WHERE role_grant.ended_at IS NOT NULL",
        person.0,
        grant.role.code(),
        grant.organisation.0,
        now,
    )?;
    Ok(taken > 0)
}

/// Writes down who gave a person a role or ended it, and when: past days are told by it.
pub(super) async fn record_turn(
    conn: &mut Conn,
    turn: Turn,
    (person, grant): (PersonId, Grant),
    (actor, now): (Option<PersonId>, DateTime<Utc>),
) -> Result<(), StoreError> {
    let role = Some(json!({ "role": grant.role.code() }));
    let (action, before, after) = match turn {
        Turn::Granted => ("granted", None, role),
        Turn::Ended => ("ended", role, None),
    };
    let event = Event {
        at: now,
        actor,
        action,
        subject: "person",
        subject_id: Some(person.0),
        organisation: Some(grant.organisation),
        before,
        after,
        reason: None,
    };
    events::record(conn, &event).await
}
