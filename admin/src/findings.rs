//! What the auditor found, for administrators: what each fault means, and where it is mended.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{Html, Redirect};
use axum::routing::get;
use axum_extra::extract::CookieJar;
use domain::audit::FindingKind;
use domain::ids::OrganisationId;
use domain::people::{Scope, Who};
use locales::{dates, words};
use store::findings::OpenFinding;
use store::organisations::Catalogue;

use crate::address::with_query;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::preferences::Back;
use crate::session::SignedIn;
use crate::svg::Glyph;
use crate::{Shared, cookies};

/// The name of the cookie: the number of the latest fault that this browser does not show on every page any more.
pub(crate) const COOKIE: &str = "findings";

/// The addresses of the page and of the choice.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/findings", get(show)).route("/findings/known/{latest}", get(know))
}

/// The faults that the person can do something about: those of the organisations that they administer, and those of the service
/// for who administers all of them.
pub(crate) fn of(who: &Who, catalogue: &Catalogue, open: Vec<OpenFinding>) -> Vec<OpenFinding> {
    let Ok(right) = who.may_administer(&catalogue.tree) else { return Vec::new() };
    let scope = right.scope();
    let theirs = |one: &OpenFinding| match one.finding.organisation {
        Some(organisation) => scope.includes(organisation),
        None => *scope == Scope::All,
    };
    open.into_iter().filter(theirs).collect()
}

/// A fault with what to do about it.
struct Line {
    what: String,
    since: String,
    advice: String,
    /// Where it is mended: words and address.
    places: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "findings.html")]
struct FindingsPage {
    page: Page,
    lines: Vec<Line>,
    /// The address that takes the line off all pages; none when it is not shown.
    known: Option<String>,
}

/// `GET /findings`.
async fn show(State(panel): State<Shared>, signed: SignedIn) -> Result<Html<String>, PageError> {
    signed.who.may_administer(&signed.catalogue.tree)?;
    let page = signed.page(&panel, Nav::Nowhere);
    let latest = signed.findings.iter().map(|one| one.id).max();
    render(&FindingsPage {
        lines: signed.findings.iter().map(|one| line(&signed, one)).collect(),
        known: latest.filter(|_| page.findings > 0).map(|id| format!("/findings/known/{id}?back=/findings")),
        page,
    })
}

fn line(signed: &SignedIn, one: &OpenFinding) -> Line {
    let (t, found) = (signed.texts(), one.finding);
    let name = found.organisation.map(|id| signed.organisation_name(id)).unwrap_or_default();
    let service = |advice| (advice, vec![(t.nav_delivery(), "/delivery".to_owned())]);
    let (advice, places) = match found.kind {
        FindingKind::SilentOverdue => {
            (t.findings_silent_overdue(), of_organisation(signed, found.organisation))
        }
        FindingKind::StuckSending => service(t.findings_stuck_sending()),
        FindingKind::QueueLate => service(t.findings_queue_late()),
        FindingKind::PlannerSilent => (t.findings_planner_silent(), Vec::new()),
    };
    Line {
        what: words::finding(t, found.kind, found.number, &name),
        since: t.findings_since(dates::moment(t.language(), one.found_at)),
        advice,
        places,
    }
}

/// What is overdue there, and who could be told.
fn of_organisation(signed: &SignedIn, organisation: Option<OrganisationId>) -> Vec<(String, String)> {
    let t = signed.texts();
    let Some(id) = organisation.map(|id| id.to_string()) else { return Vec::new() };
    let overdue = with_query("/obligations", &[("standing", "overdue"), ("organisation", &id)]);
    let people = with_query("/people", &[("organisation", id.as_str())]);
    vec![(t.standing_overdue(), overdue), (t.nav_people(), people)]
}

/// `GET /findings/known/{latest}`: the line about faults up to this one leaves the pages of this browser; nothing of the city
/// changes, and a new fault brings the line back.
async fn know(
    State(panel): State<Shared>,
    Path(latest): Path<i64>,
    Query(back): Query<Back>,
    jar: CookieJar,
) -> (CookieJar, Redirect) {
    let cookie = cookies::number(COOKIE, latest, panel.secure);
    (jar.add(cookie), back.redirect())
}
