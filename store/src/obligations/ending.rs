//! What is not asked for any more without a decision about it alone: the plan ended, or its rule became another one.

use chrono::{DateTime, NaiveDate, Utc};
use domain::compliance::Class;
use domain::ids::{ObligationId, OrganisationId, PersonId, PlanId};
use domain::obligation::State;
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;
use serde_json::json;

use super::changes::{BatchKind, Gathered};
use super::{counts, extensions};
use crate::events::{self, Event};
use crate::query::{all, maybe, run};
use crate::{Conn, NotDone};

/// Why something is not asked for any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Its plan ended.
    Plan,
    /// The rule of its measure does not make it; when the rule does again, it is open again.
    Rule,
    /// Its organisation was closed; when that is opened again and the rule still makes it, it is open again.
    Closed,
}

impl Why {
    fn action(self) -> &'static str {
        match self {
            Self::Plan => "plan_ended",
            Self::Rule => "rule_dropped",
            Self::Closed => "organisation_closed",
        }
    }
}

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
         ORDER BY obligation.organisation_id, obligation.due, obligation.id",
        plan.0,
        last_day,
    )?;
    let mut cancelled = 0;
    let mut gathered = Gathered::new(BatchKind::Plan, "", now);
    for (id, organisation) in later {
        let (id, organisation) = (ObligationId(id), OrganisationId(organisation));
        if let Some(due) = cancel_open(conn, (id, organisation), Why::Plan, right.person(), now).await? {
            gathered.add(conn, id, due, None).await?;
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

/// Stops asking for an open obligation. Gives the day on which it was due; none when it is not open now.
pub(super) async fn cancel_open(
    conn: &mut Conn,
    (id, organisation): (ObligationId, OrganisationId),
    why: Why,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<Option<NaiveDate>, NotDone> {
    let Some(due) = stop_asking(conn, (id, organisation), why, now).await? else { return Ok(None) };
    let event = Event {
        at: now,
        actor: by,
        action: why.action(),
        subject: "obligation",
        subject_id: Some(id.0),
        organisation: Some(organisation),
        before: Some(json!({ "due": due })),
        after: Some(json!({ "state": State::Cancelled.code() })),
        reason: None,
    };
    events::record(conn, &event).await?;
    Ok(Some(due))
}

/// Stops asking a closed organisation for an obligation.
pub(crate) async fn drop_of_closed(
    conn: &mut Conn,
    it: (ObligationId, OrganisationId),
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    cancel_open(conn, it, Why::Closed, by, now).await.map(drop)
}

async fn stop_asking(
    conn: &mut Conn,
    (id, organisation): (ObligationId, OrganisationId),
    why: Why,
    now: DateTime<Utc>,
) -> Result<Option<NaiveDate>, NotDone> {
    let changed = maybe!(
        conn,
        (NaiveDate,),
        "UPDATE obligation SET state = $1, state_version = state_version + 1, decided_at = $2, dropped_at = $3
         WHERE id = $4 AND state IN ('open', 'returned') RETURNING due",
        State::Cancelled.code(),
        now,
        (why != Why::Plan).then_some(now),
        id.0,
    )?;
    let Some((due,)) = changed else { return Ok(None) };
    counts::moves(conn, organisation, due, (Class::Open, Class::NotApplicable)).await?;
    extensions::close(conn, id, now).await?;
    Ok(Some(due))
}

/// Asks again for what was not asked for since its rule became another one. Gives the day on which it was due; none when it does not
/// stand so any more.
pub(super) async fn ask_again(
    conn: &mut Conn,
    (id, organisation): (ObligationId, OrganisationId),
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<Option<NaiveDate>, NotDone> {
    let changed = maybe!(
        conn,
        (NaiveDate,),
        "UPDATE obligation SET state = $1, state_version = state_version + 1, decided_at = NULL, dropped_at = NULL
         WHERE id = $2 AND state = 'cancelled' AND dropped_at IS NOT NULL RETURNING due",
        State::Open.code(),
        id.0,
    )?;
    let Some((due,)) = changed else { return Ok(None) };
    counts::moves(conn, organisation, due, (Class::NotApplicable, Class::Open)).await?;
    let event = Event {
        at: now,
        actor: by,
        action: "rule_restored",
        subject: "obligation",
        subject_id: Some(id.0),
        organisation: Some(organisation),
        before: Some(json!({ "state": State::Cancelled.code() })),
        after: Some(json!({ "due": due, "state": State::Open.code() })),
        reason: None,
    };
    events::record(conn, &event).await?;
    Ok(Some(due))
}
