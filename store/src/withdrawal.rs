//! Somebody known withdraws the consent under which their Telegram account is kept: the person stays, for what they answered
//! and decided is official; the account goes.

use chrono::{DateTime, Utc};
use domain::delivery::Cause;
use domain::ids::PersonId;
use serde_json::json;

use crate::events::{self, Event};
use crate::query::run;
use crate::secret::SecretKey;
use crate::{Conn, StoreError, conversations, forgetting, sessions};

/// Unlinks the account from the person. `false`: it is not theirs, or was unlinked before.
pub async fn withdraw(
    conn: &mut Conn,
    key: &SecretKey,
    (person, telegram_id): (PersonId, i64),
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let unlinked = run!(
        conn,
        "UPDATE person SET telegram_id = NULL, unreachable_since = NULL, unreachable_why = NULL
         WHERE id = $1 AND telegram_id = $2",
        person.0,
        telegram_id,
    )?;
    if unlinked == 0 {
        return Ok(false);
    }
    close_doors(conn, person, now).await?;
    silence(conn, person, telegram_id, now).await?;
    conversations::clear(conn, &key.conversation(telegram_id)).await?;
    forgetting::unpark(conn, key, telegram_id).await?;
    let event = Event {
        at: now,
        actor: Some(person),
        action: "withdrew",
        subject: "person",
        subject_id: Some(person.0),
        organisation: None,
        before: Some(json!({ "linked": true })),
        after: Some(json!({ "linked": false })),
        reason: None,
    };
    events::record(conn, &event).await?;
    Ok(true)
}

/// Sessions end, and links that were not used yet lead nowhere: coming back takes a new invitation.
async fn close_doors(conn: &mut Conn, person: PersonId, now: DateTime<Utc>) -> Result<(), StoreError> {
    sessions::end_all(conn, person).await?;
    run!(
        conn,
        "UPDATE invitation SET revoked_at = $1 WHERE person_id = $2 AND used_at IS NULL AND revoked_at IS NULL",
        now,
        person.0,
    )?;
    Ok(())
}

/// What waits is not sent, and of what was sent nothing leads to the chat any more.
async fn silence(
    conn: &mut Conn,
    person: PersonId,
    telegram_id: i64,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    run!(conn, "DELETE FROM report_message WHERE person_id = $1", person.0)?;
    run!(
        conn,
        "UPDATE outbox SET state = 'dropped', finished_at = $1, cause = $2
         WHERE chat_id = $3 AND state IN ('queued', 'sending', 'failed', 'unknown')",
        now,
        Cause::Forgotten.code(),
        telegram_id,
    )?;
    // A sender that has just taken one has its chat in memory, and does not try again: its claim is gone.
    run!(conn, "UPDATE outbox SET chat_id = $1, body = '' WHERE chat_id = $2", 0_i64, telegram_id)?;
    Ok(())
}
