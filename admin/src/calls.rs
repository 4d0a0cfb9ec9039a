//! Reminding by hand of what is overdue: who would hear of how much, who was reminded lately, and whom no message reaches.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::{Html, Redirect};
use axum::routing::get;
use domain::ids::OrganisationId;
use domain::people::Scope;
use domain::reminders::BETWEEN_CALLS;
use locales::dates;
use serde::Deserialize;
use store::StoreError;
use store::calls::{self, Asked, Overdue, Owed};
use store::people::{self, Vacancy};

use crate::address::with_query;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;
use crate::svg::Glyph;
use crate::{Shared, vacancy};

/// So many people are named; the others are counted, and reminded too.
const NAMED: usize = 100;

/// The address of the page and of the reminder.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/remind", get(show).post(remind))
}

/// The address of the page, for one organisation or for all that the reader controls.
pub(crate) fn address(organisation: Option<OrganisationId>) -> String {
    let organisation = organisation.map(|id| id.to_string()).unwrap_or_default();
    with_query("/remind", &[("organisation", &organisation)])
}

/// One organisation, or all when it is left empty.
#[derive(Debug, Deserialize)]
struct Whose {
    #[serde(default)]
    organisation: String,
}

impl Whose {
    /// What is reminded of; the right of a controller is asked for here.
    fn read(&self, signed: &SignedIn) -> Result<Asked, PageError> {
        let tree = &signed.catalogue.tree;
        let scope = signed.who.controls(tree)?;
        if self.organisation.is_empty() {
            return Ok(Asked { scope, only: None });
        }
        let id = self.organisation.parse().map(OrganisationId).map_err(|_| PageError::NotFound)?;
        signed.who.may_decide(id, tree)?;
        Ok(Asked { scope, only: Some(id) })
    }
}

/// Somebody with something overdue.
struct Person {
    name: String,
    /// How much is overdue, by organisation: the list, and name and number.
    of: Vec<(String, String)>,
    /// When and by whom they were reminded lately.
    called: Option<String>,
}

/// Where nobody can be written to.
struct Unheard {
    href: String,
    /// The organisation, and how much is overdue there.
    words: String,
    /// Whom to call.
    call: String,
}

#[derive(Template)]
#[template(path = "remind.html")]
struct RemindPage {
    page: Page,
    /// The organisation, when it is about one.
    of: Option<(OrganisationId, String)>,
    /// Who is reminded now, and of how much.
    lead: String,
    /// Whether there is anybody to remind.
    open: bool,
    later: Option<String>,
    rule: String,
    people: Vec<Person>,
    more: Option<String>,
    unheard: Vec<Unheard>,
}

/// `GET /remind`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(whose): Query<Whose>,
) -> Result<Html<String>, PageError> {
    let asked = whose.read(&signed)?;
    let id = asked.only;
    let (now, today) = (signed.now, signed.today);
    let read: Result<_, StoreError> = panel
        .store
        .read(move |conn| {
            Box::pin(async move {
                let found = calls::overdue(conn, &asked, now).await?;
                let silent = Scope::Only(found.unheard.iter().map(|(id, _)| *id).collect());
                Ok((found, people::vacancies(conn, &silent, today).await?))
            })
        })
        .await;
    let (found, vacancies) = read?;
    render(&page(&panel, &signed, id, (found, &vacancies)))
}

/// `POST /remind`: whoever was reminded lately is left alone, so a second press changes nothing.
async fn remind(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(whose): Posted<Whose>,
) -> Result<Redirect, PageError> {
    let asked = whose.read(&signed)?;
    let back = address(asked.only);
    let (by, now, catalogue) = (signed.who.person, signed.now, Arc::clone(&signed.catalogue));
    let done: Result<_, StoreError> = panel
        .store
        .write(move |conn| Box::pin(async move { calls::remind(conn, (&asked, &catalogue), by, now).await }))
        .await;
    done?;
    Ok(Redirect::to(&back))
}

fn page(
    panel: &Shared,
    signed: &SignedIn,
    id: Option<OrganisationId>,
    (mut found, vacancies): (Overdue, &[Vacancy]),
) -> RemindPage {
    let t = signed.texts();
    // Who is to be reminded stands first, and among these who is late the longest.
    found.owed.sort_by_key(|one| (one.called.is_some(), one.overdue.first().map(|item| item.due)));
    let open: Vec<_> = found.owed.iter().filter(|one| one.called.is_none()).collect();
    let mut items: Vec<_> = open.iter().flat_map(|one| one.overdue.iter().map(|item| item.id)).collect();
    items.sort_unstable();
    items.dedup();
    let organisations = open.iter().filter_map(|one| one.organisation());
    let moments = organisations.map(|id| signed.catalogue.speaks_from(id, signed.now));
    let later = moments.filter(|moment| *moment > signed.now).min();
    let more = open.len().checked_sub(NAMED).filter(|more| *more > 0);
    RemindPage {
        of: id.map(|id| (id, signed.organisation_name(id))),
        lead: if !open.is_empty() {
            t.remind_lead(items.len(), open.len())
        } else if found.owed.is_empty() && found.unheard.is_empty() {
            t.remind_none()
        } else if found.owed.is_empty() {
            t.remind_nobody()
        } else {
            t.remind_all_called()
        },
        open: !open.is_empty(),
        later: later.map(|moment| t.remind_later(dates::moment(t.language(), moment))),
        rule: t.remind_rule(BETWEEN_CALLS.num_hours()),
        people: found.owed.iter().take(NAMED).map(|one| person(signed, one)).collect(),
        more: more.map(|more| t.remind_more(more)),
        unheard: found.unheard.iter().map(|one| unheard(signed, *one, vacancies)).collect(),
        page: signed.page(panel, Nav::Nowhere),
    }
}

fn person(signed: &SignedIn, one: &Owed) -> Person {
    let t = signed.texts();
    let mut numbers: BTreeMap<OrganisationId, usize> = BTreeMap::new();
    for item in &one.overdue {
        *numbers.entry(item.organisation).or_default() += 1;
    }
    Person {
        name: vacancy::named(t, &one.who),
        of: numbers
            .into_iter()
            .map(|(id, number)| (overdue_of(id), overdue_words(signed, id, number)))
            .collect(),
        called: one.called.as_ref().map(|called| {
            let (moment, by) = (dates::moment(t.language(), called.told_from), called.by.as_str());
            if called.told_from > signed.now {
                t.remind_called_later(moment, by)
            } else {
                t.remind_called(moment, by)
            }
        }),
    }
}

fn unheard(signed: &SignedIn, (id, number): (OrganisationId, usize), vacancies: &[Vacancy]) -> Unheard {
    let t = signed.texts();
    let vacancy = vacancies.iter().find(|one| one.organisation == id);
    Unheard {
        href: overdue_of(id),
        words: overdue_words(signed, id, number),
        call: vacancy.map_or_else(|| t.people_vacant(), |one| vacancy::sentence(t, one)),
    }
}

fn overdue_words(signed: &SignedIn, id: OrganisationId, number: usize) -> String {
    format!("{}: {}", signed.organisation_name(id), signed.texts().remind_number(number))
}

/// All that is overdue in an organisation.
fn overdue_of(id: OrganisationId) -> String {
    let id = id.to_string();
    with_query("/obligations", &[("standing", "overdue"), ("period", "all"), ("organisation", &id)])
}
