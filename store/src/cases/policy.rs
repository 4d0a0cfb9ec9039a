//! Which marks open a case and how long an organisation has: a setting.

use chrono::{DateTime, Utc};
use domain::cases::Policy;
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;
use serde_json::json;

use crate::events::{self, Event};
use crate::{Conn, NotDone, StoreError, settings};

/// Where it is kept, as JSON.
const POLICY: &str = "cases.policy";

/// The policy; the usual one while nobody has changed it.
pub async fn policy(conn: &mut Conn) -> Result<Policy, StoreError> {
    let kept = settings::get(conn, POLICY).await?;
    let read: Option<Policy> = kept.and_then(|text| serde_json::from_str(&text).ok());
    Ok(read.and_then(|kept| Policy::new(kept.low(), kept.working_days())).unwrap_or_default())
}

/// Keeps another policy. It holds for the marks from now on; call
/// [`Store::forget_catalogue`](crate::Store::forget_catalogue) afterwards.
pub async fn set_policy(
    conn: &mut Conn,
    right: &MayAdminister,
    policy: Policy,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    if *right.scope() != Scope::All {
        return Err(Refusal::NotYours.into());
    }
    let before = self::policy(conn).await?;
    settings::set(conn, POLICY, &json!(policy).to_string(), now).await?;
    let event = Event {
        at: now,
        actor: right.person(),
        action: "set",
        subject: "case_policy",
        subject_id: None,
        organisation: None,
        before: Some(json!(before)),
        after: Some(json!(policy)),
        reason: None,
    };
    Ok(events::record(conn, &event).await?)
}
