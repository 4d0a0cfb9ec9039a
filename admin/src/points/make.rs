//! A new point of a service.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::ids::ServiceId;
use domain::refusal::Refusal;
use serde::Deserialize;
use store::points;

use super::{NamesForm, administers};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// What the form of a new point sends; the page is opened with its service in the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Form {
    #[serde(default)]
    service: String,
    #[serde(flatten)]
    names: NamesForm,
}

/// An organisation and its services, each with whether it is chosen.
type Group = (String, Vec<(i64, String, bool)>);

#[derive(Template)]
#[template(path = "point_new.html")]
struct NewPage {
    page: Page,
    groups: Vec<Group>,
    names: NamesForm,
    error: Option<String>,
}

/// `GET /points/new`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(form): Query<Form>,
) -> Result<Html<String>, PageError> {
    page(&panel, &signed, form, None)
}

/// `POST /points/new`.
pub(super) async fn add(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let unreadable = || PageError::Unreadable(StatusCode::BAD_REQUEST);
    let service = ServiceId(form.service.parse().map_err(|_| unreadable())?);
    let names = match form.names.read(signed.texts()) {
        Ok(names) => names,
        Err(error) => {
            let page = page(&panel, &signed, form, Some(error))?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let now = signed.now;
    let id = panel
        .store
        .write(move |conn| Box::pin(async move { points::add(conn, &right, service, &names, now).await }))
        .await?;
    panel.store.forget_catalogue();
    Ok(Redirect::to(&format!("/points/{id}?said=added")).into_response())
}

fn page(
    panel: &Shared,
    signed: &SignedIn,
    form: Form,
    error: Option<String>,
) -> Result<Html<String>, PageError> {
    signed.who.may_administer(&signed.catalogue.tree)?;
    let mut groups: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for service in signed.catalogue.services.values() {
        if administers(signed, service.organisation) {
            let name = service.names.in_language(signed.language()).to_owned();
            let is_chosen = service.id.to_string() == form.service;
            let organisation = signed.organisation_name(service.organisation);
            groups.entry(organisation).or_default().push((service.id.0, name, is_chosen));
        }
    }
    if groups.is_empty() {
        return Err(Refusal::NotAllowed.into());
    }
    for services in groups.values_mut() {
        services.sort_by(|one, other| one.1.cmp(&other.1));
    }
    let page = signed.page(panel, Nav::Points);
    render(&NewPage { page, groups: groups.into_iter().collect(), names: form.names, error })
}
