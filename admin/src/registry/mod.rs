//! Organisations and services as administrators keep them: the same rules as in the tables that are imported.
//!
//! Nothing is deleted here: what is closed keeps its history and can be opened again.

mod acts;
mod form;
mod list;
mod organisation;
mod service;

pub(crate) use acts::field_name;

use axum::Router;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::ids::OrganisationId;
use domain::people::MayAdminister;
use domain::refusal::Refusal;
use domain::written::{is_too_long, tidy};
use serde::Deserialize;

use crate::Shared;
use crate::error::PageError;
use crate::session::SignedIn;

/// The addresses of organisations and services.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/orgs/manage", get(list::show))
        .route("/orgs/new", get(organisation::new).post(organisation::add))
        .route("/orgs/{id}/edit", get(organisation::show).post(organisation::change))
        .route("/orgs/{id}/state", post(organisation::state))
        .route("/services/new", get(service::new).post(service::add))
        .route("/services/{id}", get(service::show).post(service::change))
        .route("/services/{id}/state", post(service::state))
}

/// The right to keep this organisation in order.
fn administered(signed: &SignedIn, id: OrganisationId) -> Result<MayAdminister, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    if !right.scope().includes(id) {
        return Err(Refusal::NotYours.into());
    }
    if signed.catalogue.organisations.contains_key(&id) { Ok(right) } else { Err(PageError::NotFound) }
}

/// The organisations in use that the person administers, by name: number, name, whether it is the chosen one.
fn choices(
    signed: &SignedIn,
    chosen: &str,
    fits: impl Fn(OrganisationId) -> bool,
) -> Vec<(i64, String, bool)> {
    let mut found: Vec<_> = signed
        .catalogue
        .organisations
        .values()
        .filter(|one| one.id.to_string() == chosen || one.active && fits(one.id))
        .map(|one| (one.id.0, signed.organisation_name(one.id), one.id.to_string() == chosen))
        .collect();
    found.sort_by(|one, other| one.1.cmp(&other.1));
    found
}

/// What the forms of closing send.
#[derive(Debug, Deserialize)]
struct StateForm {
    decision: String,
    #[serde(default)]
    reason: String,
}

impl StateForm {
    /// Whether it closes, and why.
    fn read(&self) -> Result<(bool, Option<String>), PageError> {
        let closes = match self.decision.as_str() {
            "close" => true,
            "reopen" => false,
            _ => return Err(PageError::Unreadable(StatusCode::BAD_REQUEST)),
        };
        let reason = tidy(&self.reason);
        if is_too_long(&reason) {
            return Err(Refusal::ReasonTooLong.into());
        }
        Ok((closes, Some(reason).filter(|reason| !reason.is_empty())))
    }
}

/// What was done a moment ago, as the address says it.
#[derive(Debug, Default, Deserialize)]
struct Said {
    #[serde(default)]
    said: String,
}
