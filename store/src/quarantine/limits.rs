//! Above how many marks something is suspicious: a setting.

use chrono::{DateTime, Utc};
use domain::people::{MayAdminister, Scope};
use domain::ratings::Limits;
use domain::refusal::Refusal;
use serde_json::json;

use crate::events::{self, Event};
use crate::{Conn, NotDone, StoreError, settings};

/// Where the limits are kept, as JSON.
const LIMITS: &str = "ratings.limits";

/// The limits; the usual ones while nobody has changed them.
pub async fn limits(conn: &mut Conn) -> Result<Limits, StoreError> {
    let kept = settings::get(conn, LIMITS).await?;
    let read: Option<Limits> = kept.and_then(|text| serde_json::from_str(&text).ok());
    let read = read.and_then(|kept| {
        Limits::new(kept.person_a_day(), kept.point_an_hour(), kept.burst(), kept.burst_minutes())
    });
    Ok(read.unwrap_or_default())
}

/// Keeps other limits. They hold for the votes from now on; call [`Store::forget_catalogue`](crate::Store::forget_catalogue)
/// afterwards.
pub async fn set_limits(
    conn: &mut Conn,
    right: &MayAdminister,
    limits: Limits,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    if *right.scope() != Scope::All {
        return Err(Refusal::NotYours.into());
    }
    let before = self::limits(conn).await?;
    settings::set(conn, LIMITS, &json!(limits).to_string(), now).await?;
    let event = Event {
        at: now,
        actor: right.person(),
        action: "set",
        subject: "rating_limits",
        subject_id: None,
        organisation: None,
        before: Some(json!(before)),
        after: Some(json!(limits)),
        reason: None,
    };
    Ok(events::record(conn, &event).await?)
}
