//! Trial messages: somebody in the panel wants to see in their own chat how a reminder will look.

use chrono::{DateTime, Utc};
use domain::ids::{ObligationId, PersonId, PlanId};
use serde_json::json;

use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::query::{maybe, one, run};
use crate::{Conn, StoreError};

/// Asks for a trial: how this person would be reminded of that obligation.
pub async fn ask_trial(
    conn: &mut Conn,
    person: PersonId,
    plan: PlanId,
    obligation: ObligationId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let (id,) = one!(
        conn,
        (i64,),
        "INSERT INTO reminder_trial (person_id, obligation_id) VALUES ($1, $2) RETURNING id",
        person.0,
        obligation.0,
    )?;
    let event = Event {
        at: now,
        actor: Some(person),
        action: "reminder_tried",
        subject: "plan",
        subject_id: Some(plan.0),
        organisation: None,
        before: None,
        after: Some(json!({ "obligation": obligation })),
        reason: None,
    };
    events::record(conn, &event).await?;
    news::tell(conn, NewsKind::ReminderTrial, id, now).await
}

/// Takes a trial that was asked for: its message is written in the same transaction.
pub async fn take_trial(conn: &mut Conn, id: i64) -> Result<Option<(PersonId, ObligationId)>, StoreError> {
    let row =
        maybe!(conn, (i64, i64), "SELECT person_id, obligation_id FROM reminder_trial WHERE id = $1", id)?;
    run!(conn, "DELETE FROM reminder_trial WHERE id = $1", id)?;
    Ok(row.map(|(person, obligation)| (PersonId(person), ObligationId(obligation))))
}
