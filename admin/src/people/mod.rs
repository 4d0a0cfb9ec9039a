//! The people by organisation, who of them cannot be reached, and the ends of roles.
//!
//! Nobody is told anything from here: an invitation is a link that the inviter passes on.

mod invite;
mod leave;
mod person;

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, Redirect};
use axum::routing::{get, post};
use domain::delivery::Cause;
use domain::ids::{OrganisationId, PersonId};
use domain::people::{Grant, Role};
use domain::refusal::Refusal;
use domain::text::fold;
use locales::{Texts, dates, words};
use serde::Deserialize;
use store::StoreError;
use store::people::{self, Vacancy};
use store::people_lists::{self, Holder, Reach};

use crate::Shared;
use crate::address::with_query;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Spoken;
use crate::session::SignedIn;
use crate::svg::Glyph;
use crate::vacancy;
use leave::LeaveLine;

pub(crate) use leave::sentence as leave_sentence;

/// Organisations of a page.
const ORGANISATIONS: usize = 25;
/// People of a page.
const PEOPLE: i64 = 500;

/// The addresses of people.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/people", get(show))
        .route("/people/invite", get(invite::show).post(invite::invite))
        .route("/people/invite/again", post(invite::again))
        .route("/people/end", post(end))
        .route("/people/{id}", get(person::show).post(person::describe))
        .route("/people/{id}/roles", post(person::grant))
        .route("/people/leave", get(leave::show).post(leave::set))
        .route("/people/leave/end", post(leave::end))
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    only: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    page: String,
    #[serde(default)]
    said: String,
}

impl Asked {
    fn address(&self, page: usize) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        with_query(
            "/people",
            &[("only", &self.only), ("organisation", &self.organisation), ("q", &self.q), ("page", &page)],
        )
    }
}

/// A person in one role.
struct Member {
    person: i64,
    /// Where an administrator sees all of their roles.
    page: Option<String>,
    name: String,
    position: Option<Spoken>,
    role_code: &'static str,
    role: String,
    glyph: Glyph,
    reach: String,
    reached: bool,
    /// What the viewer may do with them.
    invites: bool,
    ends: bool,
    /// Where the viewer names who stands in for them.
    leave: Option<String>,
}

struct Body {
    id: i64,
    name: String,
    /// That no officer is reached there, and whom to call.
    vacancy: Option<String>,
    invites: bool,
    members: Vec<Member>,
    leaves: Vec<LeaveLine>,
}

#[derive(Template)]
#[template(path = "people.html")]
struct PeoplePage {
    page: Page,
    said: Option<String>,
    invites: bool,
    asked: Asked,
    unreached: usize,
    bodies: Vec<Body>,
    previous: Option<String>,
    next: Option<String>,
}

/// `GET /people`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let scope = signed.see.scope().clone();
    let today = signed.today;
    let (vacancies, unreached) = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let vacancies = people::vacancies(conn, &scope, today).await?;
                Ok::<_, StoreError>((vacancies, people_lists::with_unreached(conn, &scope).await?))
            })
        })
        .await?;
    let troubled: BTreeSet<_> = vacancies.iter().map(|one| one.organisation).chain(unreached).collect();
    let all = organisations(&signed, &asked, &troubled);
    let number = asked.page.parse().unwrap_or(1_usize).max(1);
    let shown: Vec<_> = all.iter().copied().skip((number - 1) * ORGANISATIONS).take(ORGANISATIONS).collect();
    let wanted = shown.clone();
    let (holders, leaves) = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let holders = people_lists::holders(conn, &wanted, PEOPLE).await?;
                Ok::<_, StoreError>((holders, leave::lasting(conn, &wanted, today).await?))
            })
        })
        .await?;
    let found = Found { holders, vacancies, leaves: leave::lines(&signed, &leaves) };
    render(&PeoplePage {
        page: signed.page(&panel, Nav::People),
        said: said(signed.texts(), &asked.said),
        invites: signed.who.is(Role::Administrator) || signed.who.is(Role::Head),
        unreached: troubled.len(),
        bodies: bodies(&signed, &shown, found, asked.only == "unreached"),
        previous: (number > 1).then(|| asked.address(number - 1)),
        next: (number * ORGANISATIONS < all.len()).then(|| asked.address(number + 1)),
        asked,
    })
}

/// What was done a moment ago.
fn said(t: Texts, code: &str) -> Option<String> {
    match code {
        "ended" => Some(t.people_said_ended()),
        "leave_set" => Some(t.people_said_leave_set()),
        "leave_ended" => Some(t.people_said_leave_ended()),
        _ => None,
    }
}

/// What is shown of the organisations of a page.
struct Found {
    holders: Vec<Holder>,
    vacancies: Vec<Vacancy>,
    leaves: BTreeMap<OrganisationId, Vec<LeaveLine>>,
}

/// The organisations of the list, by their names.
fn organisations(
    signed: &SignedIn,
    asked: &Asked,
    troubled: &BTreeSet<OrganisationId>,
) -> Vec<OrganisationId> {
    let search = fold(&asked.q);
    let only = asked.organisation.parse().ok().map(OrganisationId);
    let fits = |id: &OrganisationId| {
        signed.see.scope().includes(*id)
            && only.is_none_or(|only| only == *id)
            && (asked.only != "unreached" || troubled.contains(id))
    };
    let mut found: Vec<_> = signed
        .catalogue
        .organisations
        .values()
        // People of a closed organisation are shown when it is asked for: they may still have to hand something in.
        .filter(|one| (one.active || only == Some(one.id)) && fits(&one.id))
        .map(|one| (one.names.in_language(signed.language()), one.id))
        .filter(|(name, _)| fold(name).contains(&search))
        .collect();
    found.sort();
    found.into_iter().map(|(_, id)| id).collect()
}

fn bodies(signed: &SignedIn, shown: &[OrganisationId], mut found: Found, only_unreached: bool) -> Vec<Body> {
    let mut by_organisation: BTreeMap<_, Vec<Holder>> = BTreeMap::new();
    for holder in found.holders.into_iter().filter(|one| !only_unreached || !one.reach.is_reached()) {
        by_organisation.entry(holder.organisation).or_default().push(holder);
    }
    let body = |id: &OrganisationId| Body {
        id: id.0,
        name: signed.organisation_name(*id),
        vacancy: found
            .vacancies
            .iter()
            .find(|one| one.organisation == *id)
            .map(|one| vacancy::sentence(signed.texts(), one)),
        leaves: found.leaves.remove(id).unwrap_or_default(),
        invites: may_invite(signed, Role::Officer, *id),
        members: by_organisation
            .remove(id)
            .unwrap_or_default()
            .iter()
            .map(|one| member(signed, one))
            .collect(),
    };
    shown.iter().map(body).collect()
}

fn may_invite(signed: &SignedIn, role: Role, organisation: OrganisationId) -> bool {
    signed.who.may_invite(Grant { role, organisation }, &signed.catalogue.tree).is_ok()
}

fn member(signed: &SignedIn, holder: &Holder) -> Member {
    let t = signed.texts();
    let administers = signed.who.may_administer(&signed.catalogue.tree);
    let administered = administers.is_ok_and(|right| right.scope().includes(holder.organisation));
    Member {
        person: holder.person.0,
        page: administered.then(|| format!("/people/{}", holder.person)),
        name: holder.name.clone(),
        position: holder.position.as_ref().map(|position| signed.spoken(position)),
        role_code: holder.role.code(),
        role: words::role(t, holder.role),
        glyph: if holder.reach.is_reached() { Glyph::Done } else { Glyph::Overdue },
        reach: reach(t, signed, &holder.reach),
        reached: holder.reach.is_reached(),
        invites: may_invite(signed, holder.role, holder.organisation),
        ends: administered && !is_own_administration(signed, holder.person, holder.role),
        leave: leave_address(signed, holder),
    }
}

fn leave_address(signed: &SignedIn, holder: &Holder) -> Option<String> {
    let (person, organisation) = (holder.person, holder.organisation);
    let may = matches!(holder.role, Role::Officer | Role::Head)
        && signed.who.may_substitute(person, organisation, &signed.catalogue.tree).is_ok();
    let named = [("person", person.to_string()), ("organisation", organisation.to_string())];
    may.then(|| with_query("/people/leave", &named.each_ref().map(|(key, value)| (*key, value.as_str()))))
}

fn reach(t: Texts, signed: &SignedIn, reach: &Reach) -> String {
    let language = t.language();
    match reach {
        Reach::Reached => t.org_linked(),
        Reach::Blocked(since, why) => {
            let cause = why.as_deref().and_then(Cause::from_code).unwrap_or(Cause::Forbidden);
            t.people_blocked(words::delivery_cause(t, Some(cause)), dates::moment(language, *since))
        }
        Reach::NeverLinked(Some(until)) if *until > signed.now => {
            t.people_invited(dates::moment(language, *until))
        }
        Reach::NeverLinked(_) => t.people_never_linked(),
    }
}

/// Nobody locks himself out by mistake.
fn is_own_administration(signed: &SignedIn, person: PersonId, role: Role) -> bool {
    person == signed.who.person && role == Role::Administrator
}

/// Which role of whom, as the forms of the list name it.
#[derive(Debug, Deserialize)]
struct Named {
    person: i64,
    role: String,
    organisation: i64,
    /// `person` when the form stood on the page of the person.
    #[serde(default)]
    back: String,
}

impl Named {
    fn grant(&self) -> Result<Grant, PageError> {
        let role = Role::from_code(&self.role).ok_or(PageError::Unreadable(StatusCode::BAD_REQUEST))?;
        Ok(Grant { role, organisation: OrganisationId(self.organisation) })
    }
}

/// `POST /people/end`: ends a role.
async fn end(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(form): Posted<Named>,
) -> Result<Redirect, PageError> {
    let (person, ended, now) = (PersonId(form.person), form.grant()?, signed.now);
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    if is_own_administration(&signed, person, ended.role) {
        return Err(Refusal::NotAllowed.into());
    }
    panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let held = people_lists::holder(conn, person, ended.role, ended.organisation).await?;
                match held {
                    Some(_) => people::end_grant(conn, &right, person, ended, now).await,
                    // Ended already, by somebody else or by the same button: that is what was wanted.
                    None => Ok(()),
                }
            })
        })
        .await?;
    let back = if form.back == "person" { format!("/people/{person}") } else { "/people".to_owned() };
    Ok(Redirect::to(&format!("{back}?said=ended")))
}
