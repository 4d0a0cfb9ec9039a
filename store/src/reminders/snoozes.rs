//! What people asked to hear of later. Nothing but the digest looks at it: being overdue is not put off.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{ObligationId, PersonId};
use domain::people::MayAnswer;
use serde_json::json;

use crate::events::{self, Event};
use crate::query::{all, run};
use crate::{Conn, StoreError};

/// The person will not hear of these obligations before `until`; what they asked before counts no more.
pub async fn snooze(
    conn: &mut Conn,
    right: &MayAnswer,
    obligation: ObligationId,
    until: NaiveDate,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO snooze (obligation_id, person_id, until, asked_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, obligation_id) DO UPDATE SET until = excluded.until, asked_at = excluded.asked_at",
        obligation.0,
        right.person().0,
        until,
        now,
    )?;
    let event = Event {
        at: now,
        actor: Some(right.person()),
        action: "snoozed",
        subject: "obligation",
        subject_id: Some(obligation.0),
        organisation: Some(right.organisation()),
        before: None,
        after: Some(json!({ "until": until })),
        reason: None,
    };
    events::record(conn, &event).await
}

/// What a person put off that is still open, and until when.
pub async fn snoozes_of(
    conn: &mut Conn,
    person: PersonId,
) -> Result<Vec<(ObligationId, NaiveDate)>, StoreError> {
    let rows = all!(
        conn,
        (i64, NaiveDate),
        "SELECT snooze.obligation_id, snooze.until
         FROM snooze JOIN obligation ON obligation.id = snooze.obligation_id
         WHERE snooze.person_id = $1 AND obligation.state IN ('open', 'returned')",
        person.0,
    )?;
    Ok(rows.into_iter().map(|(obligation, until)| (ObligationId(obligation), until)).collect())
}

/// What anybody put off of what is open.
pub async fn snoozes_of_open(
    conn: &mut Conn,
) -> Result<Vec<(ObligationId, PersonId, NaiveDate)>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64, NaiveDate),
        "SELECT snooze.obligation_id, snooze.person_id, snooze.until
         FROM obligation JOIN snooze ON snooze.obligation_id = obligation.id
         WHERE obligation.state IN ('open', 'returned')"
    )?;
    let snoozes = rows
        .into_iter()
        .map(|(obligation, person, until)| (ObligationId(obligation), PersonId(person), until));
    Ok(snoozes.collect())
}
