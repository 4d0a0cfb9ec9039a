//! Organisations and services as administrators keep them: added, changed, closed and opened again.
//!
//! Tables and pages write through the same functions. Nothing is ever deleted: what was closed keeps its history, and comes back
//! as it was. Call [`Store::forget_catalogue`](crate::Store::forget_catalogue) after each change.

pub mod closing;
pub mod organisations;
pub mod services;

use chrono::{DateTime, Utc};
use domain::ids::OrganisationId;
use domain::people::MayAdminister;
use domain::refusal::Refusal;
use serde_json::Value;

use crate::events::{self, Event};
use crate::import::Change;
use crate::{Conn, NotDone, StoreError};

/// Passes when the right holds for this organisation.
fn check(right: &MayAdminister, organisation: OrganisationId) -> Result<(), NotDone> {
    if right.scope().includes(organisation) { Ok(()) } else { Err(Refusal::NotYours.into()) }
}

/// An act, as its event tells it.
#[derive(Default)]
struct Act<'a> {
    action: &'a str,
    before: Option<Value>,
    after: Option<Value>,
    reason: Option<&'a str>,
}

impl Act<'_> {
    /// Other values; none for a change that changed nothing.
    fn changed(change: &Change) -> Option<Self> {
        let (before, after) = change.values();
        after.is_some().then_some(Self { action: "changed", before, after, reason: None })
    }
}

async fn record(
    conn: &mut Conn,
    right: &MayAdminister,
    (subject, id): (&str, i64),
    organisation: OrganisationId,
    act: Act<'_>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let event = Event {
        at: now,
        actor: right.person(),
        action: act.action,
        subject,
        subject_id: Some(id),
        organisation: Some(organisation),
        before: act.before,
        after: act.after,
        reason: act.reason,
    };
    events::record(conn, &event).await
}
