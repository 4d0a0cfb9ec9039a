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
use crate::query::run;
use crate::{Conn, NotDone, StoreError};

/// Holds the tree of organisations until the unit of work ends: whoever looks at it afterwards sees what the last one made of it.
/// To be called first of all, before the tree is looked at.
pub(crate) async fn hold_tree(conn: &mut Conn) -> Result<(), StoreError> {
    run!(conn, "UPDATE tree_lock SET id = id WHERE id = $1", 1_i64)?;
    Ok(())
}

/// Whether an organisation is in use; from here on until the unit of work ends nobody closes it.
pub(crate) async fn stays_in_use(conn: &mut Conn, organisation: OrganisationId) -> Result<bool, StoreError> {
    let held = run!(
        conn,
        "UPDATE organisation SET active = active WHERE id = $1 AND active = $2",
        organisation.0,
        true,
    )?;
    Ok(held == 1)
}

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
