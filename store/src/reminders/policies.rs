//! How each plan reminds: its own policy, or the usual one.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::ids::PlanId;
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;
use domain::reminders::Policy;
use serde_json::json;

use crate::events::{self, Event};
use crate::query::{all, maybe, run};
use crate::{Conn, NotDone, StoreError};

/// The policies of all plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policies {
    own: HashMap<PlanId, Policy>,
    usual: Policy,
}

impl Policies {
    /// How this plan reminds.
    pub fn of(&self, plan: PlanId) -> &Policy {
        self.own.get(&plan).unwrap_or(&self.usual)
    }

    /// Every policy by which some plan reminds, the usual one among them.
    pub fn all(&self) -> impl Iterator<Item = &Policy> {
        self.own.values().chain([&self.usual])
    }
}

/// How all plans remind.
pub async fn policies(conn: &mut Conn) -> Result<Policies, StoreError> {
    let rows = all!(conn, (i64, String), "SELECT id, reminding FROM plan WHERE reminding IS NOT NULL")?;
    let own = rows.into_iter().map(|(plan, kept)| Ok((PlanId(plan), read(kept)?)));
    Ok(Policies { own: own.collect::<Result<_, StoreError>>()?, usual: Policy::default() })
}

/// How one plan reminds; `None`: there is no such plan.
pub async fn policy(conn: &mut Conn, plan: PlanId) -> Result<Option<Policy>, StoreError> {
    let row = maybe!(conn, (Option<String>,), "SELECT reminding FROM plan WHERE id = $1", plan.0)?;
    row.map(|(kept,)| kept.map_or_else(|| Ok(Policy::default()), read)).transpose()
}

/// From now on this plan reminds so. Plans belong to all organisations: only who administers all of them decides it.
pub async fn set_policy(
    conn: &mut Conn,
    right: &MayAdminister,
    plan: PlanId,
    policy: &Policy,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    if *right.scope() != Scope::All {
        return Err(Refusal::NotYours.into());
    }
    let before = self::policy(conn, plan).await?;
    if before.as_ref().is_none_or(|before| before == policy) {
        return Ok(());
    }
    run!(conn, "UPDATE plan SET reminding = $1 WHERE id = $2", json!(policy).to_string(), plan.0)?;
    let event = Event {
        at: now,
        actor: right.person(),
        action: "reminding_changed",
        subject: "plan",
        subject_id: Some(plan.0),
        organisation: None,
        before: Some(json!({ "reminding": before })),
        after: Some(json!({ "reminding": policy })),
        reason: None,
    };
    Ok(events::record(conn, &event).await?)
}

fn read(kept: String) -> Result<Policy, StoreError> {
    serde_json::from_str(&kept).map_err(|_| StoreError::unknown("policy of reminding", kept))
}
