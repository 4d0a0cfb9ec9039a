//! The end of a plan: what would fall due after it is not asked for any more.

use chrono::{DateTime, NaiveDate, Utc};
use domain::compliance::Class;
use domain::ids::{ObligationId, OrganisationId, PlanId};
use domain::obligation::State;
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;
use serde_json::json;

use super::{counts, extensions};
use crate::events::{self, Event};
use crate::query::{all, maybe, run};
use crate::{Conn, NotDone};

/// Ends a plan after `last_day`, and cancels its open obligations that are due later. Gives how many those were.
pub async fn end_plan(
    conn: &mut Conn,
    right: &MayAdminister,
    plan: PlanId,
    last_day: NaiveDate,
    now: DateTime<Utc>,
) -> Result<u64, NotDone> {
    if *right.scope() != Scope::All {
        return Err(Refusal::NotYours.into());
    }
    run!(conn, "UPDATE plan SET ends = $1 WHERE id = $2", last_day, plan.0)?;
    let later = all!(
        conn,
        (i64, i64),
        "SELECT obligation.id, obligation.organisation_id
         FROM obligation JOIN measure ON measure.id = obligation.measure_id
         WHERE measure.plan_id = $1 AND obligation.state IN ('open', 'returned') AND obligation.original_due > $2
         ORDER BY obligation.id",
        plan.0,
        last_day,
    )?;
    let mut cancelled = 0;
    for (id, organisation) in later {
        let changed = maybe!(
            conn,
            (NaiveDate,),
            "UPDATE obligation SET state = $1, state_version = state_version + 1, decided_at = $2
             WHERE id = $3 AND state IN ('open', 'returned') RETURNING due",
            State::Cancelled.code(),
            now,
            id,
        )?;
        if let Some((due,)) = changed {
            let organisation = OrganisationId(organisation);
            counts::add(conn, organisation, due, Class::Open, -1).await?;
            counts::add(conn, organisation, due, Class::NotApplicable, 1).await?;
            extensions::close(conn, ObligationId(id), now).await?;
            cancelled += 1;
        }
    }
    let event = Event {
        at: now,
        actor: right.person(),
        action: "ended",
        subject: "plan",
        subject_id: Some(plan.0),
        organisation: None,
        before: None,
        after: Some(json!({ "ends": last_day, "cancelled": cancelled })),
        reason: None,
    };
    events::record(conn, &event).await?;
    Ok(cancelled)
}
