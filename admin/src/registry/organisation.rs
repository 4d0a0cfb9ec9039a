//! One organisation: its names, its place, its services, and whether it is in use.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::calendar::Week;
use domain::ids::OrganisationId;
use domain::organisations::{KEY_LIMIT, KINDS, is_key};
use locales::{Texts, words};
use serde::Deserialize;
use store::organisations::{Organisation, week_code};
use store::registry::closing::{self, Closing};
use store::registry::organisations::{self as registry, OrganisationValues};
use store::registry::services::{self, KeptService};
use store::{NotDone, StoreError};

use super::acts::{self, Act};
use super::form::{Errors, TypedNames, is_about_form, key};
use super::list::week_name;
use super::{Said, StateForm, administered, choices};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;
use crate::svg::Glyph;

/// What the form sends; the page of a new one is opened with the organisation above it in the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Form {
    #[serde(default)]
    key: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    week: String,
    #[serde(default)]
    parent: String,
    #[serde(flatten)]
    names: TypedNames,
}

impl Form {
    fn of(one: &Organisation) -> Self {
        Self {
            key: one.key.clone(),
            kind: one.kind.clone(),
            week: week_code(one.week).to_owned(),
            parent: one.parent.map(|id| id.to_string()).unwrap_or_default(),
            names: TypedNames::of(&one.names),
        }
    }

    /// The values, and all that is wrong beside its field.
    fn values(&self, t: Texts, errors: &mut Errors) -> OrganisationValues {
        let kind = self.kind.trim();
        if !kind.is_empty() && !is_key(kind) {
            errors.add("kind", t.registry_key_wrong(KEY_LIMIT));
        }
        let week = [Week::Five, Week::Six].into_iter().find(|week| week_code(*week) == self.week);
        OrganisationValues {
            kind: if kind.is_empty() { "other".to_owned() } else { kind.to_owned() },
            names: self.names.read(t, errors),
            week: week.unwrap_or_default(),
            parent: self.parent.parse().ok().map(OrganisationId),
        }
    }
}

/// The fields of the form and what may be chosen in them.
struct Fields {
    form: Form,
    errors: Errors,
    /// Word of the tables, and what it says.
    kinds: BTreeMap<String, String>,
    /// What the word that is chosen says.
    kind: Option<String>,
    /// Code, words, whether it is chosen.
    weeks: Vec<(&'static str, String, bool)>,
    parents: Vec<(i64, String, bool)>,
}

/// A service of the organisation.
struct ServiceLine {
    id: i64,
    name: String,
    active: bool,
    note: Option<String>,
}

#[derive(Template)]
#[template(path = "registry_new.html")]
struct NewPage {
    page: Page,
    fields: Fields,
    is_new: bool,
    stays_on_top: bool,
}

#[derive(Template)]
#[template(path = "registry_organisation.html")]
struct OrganisationPage {
    page: Page,
    id: i64,
    name: String,
    said: Option<String>,
    fields: Fields,
    is_new: bool,
    /// It stands above all others.
    stays_on_top: bool,
    active: bool,
    services: Vec<ServiceLine>,
    /// Why it cannot be closed now.
    stands: Option<String>,
    /// What its closing means, a sentence each.
    closing: Vec<String>,
    acts: Vec<Act>,
}

fn fields(signed: &SignedIn, id: Option<OrganisationId>, form: Form, errors: Errors) -> Fields {
    let tree = &signed.catalogue.tree;
    let right = signed.who.may_administer(tree);
    let fits = |one: OrganisationId| {
        right.as_ref().is_ok_and(|right| right.scope().includes(one))
            && id.is_none_or(|id| !tree.covers(id, one))
    };
    let t = signed.texts();
    let kinds = signed.catalogue.organisations.values().map(|one| one.kind.as_str());
    let kinds = KINDS.into_iter().chain(kinds);
    let week = |week| (week_code(week), week_name(signed, week), week_code(week) == form.week);
    Fields {
        kinds: kinds.map(|kind| (kind.to_owned(), words::organisation_kind(t, kind))).collect(),
        kind: Some(words::organisation_kind(t, &form.kind)).filter(|words| *words != form.kind),
        weeks: vec![week(Week::Five), week(Week::Six)],
        parents: choices(signed, &form.parent, fits),
        form,
        errors,
    }
}

/// `GET /orgs/new`.
pub(super) async fn new(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(form): Query<Form>,
) -> Result<Html<String>, PageError> {
    signed.who.may_administer(&signed.catalogue.tree)?;
    new_page(&panel, &signed, form, Errors::default())
}

fn new_page(
    panel: &Shared,
    signed: &SignedIn,
    mut form: Form,
    errors: Errors,
) -> Result<Html<String>, PageError> {
    if form.parent.is_empty() {
        form.parent = signed.catalogue.top().map(|id| id.to_string()).unwrap_or_default();
    }
    let page = signed.page(panel, Nav::Organisations);
    render(&NewPage { page, fields: fields(signed, None, form, errors), is_new: true, stays_on_top: false })
}

/// `POST /orgs/new`.
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
        Err(errors) => return Ok(wrong(new_page(&panel, &signed, form, errors)?)),
    };
    let added = panel
        .store
        .write(move |conn| Box::pin(async move { registry::add(conn, &right, &key, &values, now).await }));
    match added.await {
        Ok(id) => Ok(done(&panel, id, "added")),
        Err(NotDone::Refused(refusal)) if is_about_form(refusal) => {
            Ok(wrong(new_page(&panel, &signed, form, Errors::refused(t, "parent", refusal))?))
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /orgs/{id}/edit`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Query(Said { said }): Query<Said>,
) -> Result<Html<String>, PageError> {
    let id = OrganisationId(id);
    administered(&signed, id)?;
    let t = signed.texts();
    let said = match said.as_str() {
        "added" => Some(t.registry_said_added()),
        "changed" => Some(t.registry_said_changed()),
        "closed" => Some(t.registry_said_closed()),
        "reopened" => Some(t.registry_said_reopened()),
        _ => None,
    };
    page(&panel, &signed, id, None, said).await
}

async fn page(
    panel: &Shared,
    signed: &SignedIn,
    id: OrganisationId,
    typed: Option<(Form, Errors)>,
    said: Option<String>,
) -> Result<Html<String>, PageError> {
    let one = signed.catalogue.organisations.get(&id).ok_or(PageError::NotFound)?;
    let (t, today) = (signed.texts(), signed.today);
    let (services, closing) = panel
        .store
        .read(move |conn| {
            Box::pin(async move {
                let services = services::of(conn, id).await?;
                Ok::<_, StoreError>((services, closing::would_close(conn, id, today).await?))
            })
        })
        .await?;
    let (form, errors) = typed.unwrap_or_else(|| (Form::of(one), Errors::default()));
    render(&OrganisationPage {
        page: signed.page(panel, Nav::Organisations),
        id: id.0,
        name: signed.organisation_name(id),
        said,
        fields: fields(signed, Some(id), form, errors),
        is_new: false,
        stays_on_top: one.parent.is_none(),
        active: one.active,
        services: services.iter().map(|service| service_line(signed, one, service)).collect(),
        stands: (closing.below > 0).then(|| t.registry_below(closing.below)),
        closing: what_closing_means(t, &closing),
        acts: acts::of(panel, t, "organisation", id.0).await?,
    })
}

fn service_line(signed: &SignedIn, giver: &Organisation, service: &KeptService) -> ServiceLine {
    let closed = (!service.active).then(|| signed.texts().registry_service_closed());
    ServiceLine {
        id: service.id.0,
        name: service.values.names.in_language(signed.language()).to_owned(),
        active: service.active && giver.active,
        note: closed.or_else(|| service.values.term.clone()),
    }
}

fn what_closing_means(t: Texts, closing: &Closing) -> Vec<String> {
    let counted = [
        (closing.dropped, t.registry_close_dropped(closing.dropped)),
        (closing.stays, t.registry_close_stays(closing.stays)),
        (closing.services, t.registry_close_services(closing.services)),
        (closing.cases, t.registry_close_cases(closing.cases)),
        (closing.people, t.registry_close_people(closing.people)),
    ];
    let said = counted.into_iter().filter(|(count, _)| *count > 0).map(|(_, sentence)| sentence);
    said.chain([t.registry_close_keeps()]).collect()
}

/// `POST /orgs/{id}/edit`.
pub(super) async fn change(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let id = OrganisationId(id);
    let right = administered(&signed, id)?;
    let (t, now) = (signed.texts(), signed.now);
    let mut errors = Errors::default();
    let values = form.values(t, &mut errors);
    let values = match errors.none_or(values) {
        Ok(values) => values,
        Err(errors) => return Ok(wrong(page(&panel, &signed, id, Some((form, errors)), None).await?)),
    };
    let changed = panel
        .store
        .write(move |conn| Box::pin(async move { registry::change(conn, &right, id, &values, now).await }));
    match changed.await {
        Ok(_) => Ok(done(&panel, id, "changed")),
        Err(NotDone::Refused(refusal)) if is_about_form(refusal) => {
            let errors = Errors::refused(t, "parent", refusal);
            Ok(wrong(page(&panel, &signed, id, Some((form, errors)), None).await?))
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /orgs/{id}/state`: closes the organisation, or opens it again.
pub(super) async fn state(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<StateForm>,
) -> Result<Response, PageError> {
    let (id, now) = (OrganisationId(id), signed.now);
    let right = administered(&signed, id)?;
    let (closes, reason) = form.read()?;
    panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                if closes {
                    closing::close_organisation(conn, &right, id, reason.as_deref(), now).await
                } else {
                    closing::reopen_organisation(conn, &right, id, now).await
                }
            })
        })
        .await?;
    Ok(done(&panel, id, if closes { "closed" } else { "reopened" }))
}

fn wrong(page: Html<String>) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

fn done(panel: &Shared, id: OrganisationId, said: &str) -> Response {
    panel.store.forget_catalogue();
    Redirect::to(&format!("/orgs/{id}/edit?said={said}")).into_response()
}
