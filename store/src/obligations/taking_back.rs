//! The organisation takes its report back.

use chrono::{DateTime, Utc};
use domain::ids::ObligationId;
use domain::people::MayAnswer;
use domain::refusal::Refusal;
use serde_json::json;

use super::acts::{known, load, recount};
use super::{ObligationView, TRIES};
use crate::events::{self, Event};
use crate::query::run;
use crate::{Conn, NotDone, StoreError, escalation, reports};

/// What the record calls it.
pub(crate) const TAKEN_BACK: &str = "taken_back";

/// Takes a report back that nobody has decided about: what was answered before it counts again. `seen` is the version that the
/// person looked at.
pub async fn take_back(
    conn: &mut Conn,
    right: &MayAnswer,
    id: ObligationId,
    seen: i64,
    now: DateTime<Utc>,
) -> Result<ObligationView, NotDone> {
    for _ in 0..TRIES {
        let row = load(conn, id).await?;
        let change = row.life.take_back(right, row.decided_at)?;
        if seen != row.version {
            // It was added to, or decided about and reported anew.
            return Err(Refusal::ReportChanged.into());
        }
        let changed = run!(
            conn,
            "UPDATE obligation SET state = $1, state_version = state_version + 1, submitted_on = NULL, submitted_at = NULL
             WHERE id = $2 AND state_version = $3 AND due = $4",
            change.to.code(),
            id.0,
            row.version,
            row.due,
        )?;
        if changed == 0 {
            continue;
        }
        forget_answer(conn, id, now).await?;
        recount(conn, &row, &change).await?;
        reports::ended(conn, id, row.version).await?;
        escalation::go_on(conn, id, row.decided_at).await?;
        let event = Event {
            action: TAKEN_BACK,
            after: Some(json!({ "state": change.to.code() })),
            ..row.event(right.person(), id, now)
        };
        events::record(conn, &event).await?;
        return Ok(known(conn, id).await?);
    }
    Err(NotDone::Failed(StoreError::Contended))
}

/// The last answer stays on record and counts no more; the one before it is the last one now.
async fn forget_answer(conn: &mut Conn, id: ObligationId, now: DateTime<Utc>) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE answer SET taken_back_at = $1 WHERE id = (SELECT MAX(id) FROM answer WHERE obligation_id = $2)",
        now,
        id.0,
    )?;
    run!(
        conn,
        "UPDATE obligation SET
           last_answer = (SELECT kind FROM answer WHERE answer.obligation_id = obligation.id
             AND taken_back_at IS NULL ORDER BY answer.id DESC LIMIT 1),
           last_answer_at = (SELECT given_at FROM answer WHERE answer.obligation_id = obligation.id
             AND taken_back_at IS NULL ORDER BY answer.id DESC LIMIT 1),
           promised = (SELECT promised FROM answer WHERE answer.obligation_id = obligation.id
             AND taken_back_at IS NULL ORDER BY answer.id DESC LIMIT 1)
         WHERE id = $1",
        id.0,
    )?;
    Ok(())
}
