//! The settings of control, and the seed by which accepted reports are chosen for a second look.

use chrono::{DateTime, Utc};
use domain::control::ControlPolicy;
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;
use serde_json::json;

use crate::events::{self, Event};
use crate::{Conn, NotDone, StoreError, settings};

/// Where the settings are kept, as JSON.
const POLICY: &str = "control.policy";

/// Where the seed is kept, as a number.
const SEED: &str = "control.seed";

/// The settings; the usual ones while nobody has changed them.
pub async fn policy(conn: &mut Conn) -> Result<ControlPolicy, StoreError> {
    let kept = settings::get(conn, POLICY).await?;
    let read: Option<ControlPolicy> = kept.and_then(|text| serde_json::from_str(&text).ok());
    let read = read.and_then(|policy| ControlPolicy::new(policy.recheck_percent(), policy.patience()));
    Ok(read.unwrap_or_default())
}

/// Keeps other settings. They hold from now on; what was chosen for a second look stays chosen.
pub async fn set_policy(
    conn: &mut Conn,
    right: &MayAdminister,
    policy: ControlPolicy,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    if *right.scope() != Scope::All {
        return Err(Refusal::NotYours.into());
    }
    let before = self::policy(conn).await?;
    let text = json!(policy).to_string();
    settings::set(conn, POLICY, &text, now).await?;
    let event = Event {
        at: now,
        actor: right.person(),
        action: "set",
        subject: "control",
        subject_id: None,
        organisation: None,
        before: Some(json!(before)),
        after: Some(json!(policy)),
        reason: None,
    };
    Ok(events::record(conn, &event).await?)
}

/// The seed: made once, by chance, and kept for ever.
pub(crate) async fn seed(conn: &mut Conn, now: DateTime<Utc>) -> Result<u64, StoreError> {
    if let Some(seed) = settings::get(conn, SEED).await?.and_then(|text| text.parse().ok()) {
        return Ok(seed);
    }
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
    // Two processes may make it at once: the first one holds for both.
    settings::set_first(conn, SEED, &u64::from_le_bytes(bytes).to_string(), now).await?;
    let kept = settings::get(conn, SEED).await?;
    kept.and_then(|text| text.parse().ok()).ok_or_else(|| StoreError::unknown("seed", String::new()))
}
