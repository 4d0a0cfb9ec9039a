//! One service: its names, who gives it, its regulated term, and whether it is given.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::ids::{OrganisationId, ServiceId};
use domain::organisations::TERM_LIMIT;
use domain::written::one_line;
use locales::Texts;
use serde::Deserialize;
use store::NotDone;
use store::registry::closing;
use store::registry::services::{self, KeptService, ServiceValues};

use super::acts::{self, Act};
use super::form::{Errors, TypedNames, is_about_form, key};
use super::{Said, StateForm, administered, choices};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// What the form sends; the page of a new one is opened with its organisation in the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Form {
    #[serde(default)]
    key: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    term: String,
    #[serde(flatten)]
    names: TypedNames,
}

impl Form {
    fn of(service: &KeptService) -> Self {
        Self {
            key: service.key.clone(),
            organisation: service.values.organisation.to_string(),
            term: service.values.term.clone().unwrap_or_default(),
            names: TypedNames::of(&service.values.names),
        }
    }

    /// The values, and all that is wrong beside its field.
    fn values(&self, t: Texts, errors: &mut Errors) -> ServiceValues {
        let term = one_line(&self.term);
        if term.as_ref().is_some_and(|term| term.chars().nth(TERM_LIMIT).is_some()) {
            errors.add("term", t.registry_name_too_long(TERM_LIMIT));
        }
        let organisation = self.organisation.parse().map_or_else(
            |_| {
                errors.add("organisation", t.registry_organisation_missing());
                OrganisationId(0)
            },
            OrganisationId,
        );
        ServiceValues { organisation, names: self.names.read(t, errors), term }
    }
}

#[derive(Template)]
#[template(path = "registry_service.html")]
struct ServicePage {
    page: Page,
    /// None for a new one.
    id: Option<i64>,
    title: String,
    /// Where the way back leads: the organisation.
    back: (String, String),
    said: Option<String>,
    form: Form,
    errors: Errors,
    organisations: Vec<(i64, String, bool)>,
    active: bool,
    /// Its organisation is closed.
    rests: bool,
    acts: Vec<Act>,
}

/// `GET /services/new`.
pub(super) async fn new(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(form): Query<Form>,
) -> Result<Html<String>, PageError> {
    render(&page(&panel, &signed, form, Errors::default())?)
}

fn page(panel: &Shared, signed: &SignedIn, form: Form, errors: Errors) -> Result<ServicePage, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let giver = form.organisation.parse().ok().map(OrganisationId);
    let giver = giver.and_then(|id| signed.catalogue.organisations.get(&id));
    Ok(ServicePage {
        page: signed.page(panel, Nav::Organisations),
        id: None,
        title: signed.texts().registry_new_service(),
        back: match giver {
            Some(giver) => (format!("/orgs/{}/edit", giver.id), signed.organisation_name(giver.id)),
            None => ("/orgs/manage".to_owned(), signed.texts().registry_title()),
        },
        said: None,
        organisations: choices(signed, &form.organisation, |id| right.scope().includes(id)),
        form,
        errors,
        active: true,
        rests: giver.is_some_and(|giver| !giver.active),
        acts: Vec::new(),
    })
}

/// `POST /services/new`.
pub(super) async fn add(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let (t, now) = (signed.texts(), signed.now);
    let mut errors = Errors::default();
    let (key, values) = (key(t, &form.key, &mut errors), form.values(t, &mut errors));
    let (key, values) = match errors.none_or((key, values)) {
        Ok(read) => read,
        Err(errors) => return wrong(&page(&panel, &signed, form, errors)?),
    };
    let added = panel
        .store
        .write(move |conn| Box::pin(async move { services::add(conn, &right, &key, &values, now).await }));
    match added.await {
        Ok(id) => Ok(done(&panel, id, "added")),
        Err(NotDone::Refused(refusal)) if is_about_form(refusal) => {
            wrong(&page(&panel, &signed, form, Errors::refused(t, "organisation", refusal))?)
        }
        Err(error) => Err(error.into()),
    }
}

/// The service, when the person administers its organisation.
async fn kept(panel: &Shared, signed: &SignedIn, id: ServiceId) -> Result<KeptService, PageError> {
    let service = panel.store.read(move |conn| Box::pin(services::kept(conn, id))).await?;
    signed.who.may_administer(&signed.catalogue.tree)?;
    let service = service.ok_or(PageError::NotFound)?;
    administered(signed, service.values.organisation)?;
    Ok(service)
}

/// `GET /services/{id}`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Query(Said { said }): Query<Said>,
) -> Result<Html<String>, PageError> {
    let service = kept(&panel, &signed, ServiceId(id)).await?;
    let t = signed.texts();
    let said = match said.as_str() {
        "added" => Some(t.registry_said_service_added()),
        "changed" => Some(t.registry_said_changed()),
        "closed" => Some(t.registry_said_service_closed()),
        "reopened" => Some(t.registry_said_service_reopened()),
        _ => None,
    };
    let form = Form::of(&service);
    render(&ServicePage { said, ..one_page(&panel, &signed, &service, form, Errors::default()).await? })
}

async fn one_page(
    panel: &Shared,
    signed: &SignedIn,
    service: &KeptService,
    form: Form,
    errors: Errors,
) -> Result<ServicePage, PageError> {
    Ok(ServicePage {
        id: Some(service.id.0),
        title: service.values.names.in_language(signed.language()).to_owned(),
        active: service.active,
        acts: acts::of(panel, signed.texts(), "service", service.id.0).await?,
        ..page(panel, signed, form, errors)?
    })
}

/// `POST /services/{id}`.
pub(super) async fn change(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let (id, t, now) = (ServiceId(id), signed.texts(), signed.now);
    let service = kept(&panel, &signed, id).await?;
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let mut errors = Errors::default();
    let values = form.values(t, &mut errors);
    let values = match errors.none_or(values) {
        Ok(values) => values,
        Err(errors) => return wrong(&one_page(&panel, &signed, &service, form, errors).await?),
    };
    let changed = panel
        .store
        .write(move |conn| Box::pin(async move { services::change(conn, &right, id, &values, now).await }));
    match changed.await {
        Ok(_) => Ok(done(&panel, id, "changed")),
        Err(NotDone::Refused(refusal)) if is_about_form(refusal) => {
            let errors = Errors::refused(t, "organisation", refusal);
            wrong(&one_page(&panel, &signed, &service, form, errors).await?)
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /services/{id}/state`: the service is not given any more, or again.
pub(super) async fn state(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<StateForm>,
) -> Result<Response, PageError> {
    let (id, now) = (ServiceId(id), signed.now);
    kept(&panel, &signed, id).await?;
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let (closes, reason) = form.read()?;
    panel
        .store
        .write(move |conn| {
            Box::pin(
                async move { closing::give_service(conn, &right, id, !closes, reason.as_deref(), now).await },
            )
        })
        .await?;
    Ok(done(&panel, id, if closes { "closed" } else { "reopened" }))
}

fn wrong(page: &ServicePage) -> Result<Response, PageError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, render(page)?).into_response())
}

fn done(panel: &Shared, id: ServiceId, said: &str) -> Response {
    panel.store.forget_catalogue();
    Redirect::to(&format!("/services/{id}?said={said}")).into_response()
}
