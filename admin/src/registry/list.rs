//! All organisations as the tree in which they stand, for whoever keeps them in order.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::calendar::{Week, Weeks};
use domain::ids::OrganisationId;
use domain::text::fold;
use locales::words;
use serde::Deserialize;
use store::organisations::Organisation;

use crate::Shared;
use crate::address::with_query;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;
use crate::svg::Glyph;

/// Deeper ones are not indented more.
const DEEPEST: usize = 4;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Filter {
    #[serde(default)]
    q: String,
    #[serde(default)]
    state: String,
}

struct Line {
    id: i64,
    depth: usize,
    name: String,
    key: String,
    week: String,
    services: usize,
    active: bool,
}

#[derive(Template)]
#[template(path = "registry.html")]
struct ListPage {
    page: Page,
    filter: Filter,
    /// Address, name, count, whether it is chosen.
    states: Vec<(String, String, usize, bool)>,
    lines: Vec<Line>,
}

/// `GET /orgs/manage`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(filter): Query<Filter>,
) -> Result<Html<String>, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let t = signed.texts();
    let all: Vec<_> =
        signed.catalogue.organisations.values().filter(|one| right.scope().includes(one.id)).collect();
    let search = fold(filter.q.trim());
    let closed_only = filter.state == "closed";
    let fits = |one: &Organisation| {
        (search.is_empty()
            || fold(&one.key).contains(&search)
            || one.names.all().any(|name| fold(name).contains(&search)))
            && (!closed_only || !one.active)
    };
    let is_whole = search.is_empty() && !closed_only;
    let count = |active: bool| all.iter().filter(|one| one.active == active).count();
    let state = |code: &str, name, number| {
        let address = with_query("/orgs/manage", &[("q", filter.q.trim()), ("state", code)]);
        (address, name, number, filter.state == code)
    };
    let states =
        vec![state("", t.panel_all(), all.len()), state("closed", t.registry_closed_ones(), count(false))];
    let lines = in_order(&signed, &all)
        .into_iter()
        .filter(|(_, one)| fits(one))
        .map(|(depth, one)| line(&signed, one, if is_whole { depth } else { 0 }))
        .collect();
    render(&ListPage { page: signed.page(&panel, Nav::Organisations), states, lines, filter })
}

/// Each organisation behind the one above it, by name, with how deep it stands.
fn in_order<'o>(signed: &SignedIn, all: &[&'o Organisation]) -> Vec<(usize, &'o Organisation)> {
    let is_shown = |id: OrganisationId| all.iter().any(|one| one.id == id);
    let mut below: BTreeMap<Option<OrganisationId>, Vec<&'o Organisation>> = BTreeMap::new();
    for one in all {
        below.entry(one.parent.filter(|above| is_shown(*above))).or_default().push(one);
    }
    for group in below.values_mut() {
        // The last comes out of the stack first.
        group.sort_by_key(|one| std::cmp::Reverse(fold(one.names.in_language(signed.language()))));
    }
    let mut stack: Vec<_> = below.remove(&None).unwrap_or_default().into_iter().map(|one| (0, one)).collect();
    let mut ordered = Vec::with_capacity(all.len());
    while let Some((depth, one)) = stack.pop() {
        ordered.push((depth, one));
        stack.extend(below.remove(&Some(one.id)).unwrap_or_default().into_iter().map(|one| (depth + 1, one)));
    }
    ordered
}

fn line(signed: &SignedIn, one: &Organisation, depth: usize) -> Line {
    let services = signed.catalogue.services.values().filter(|service| service.organisation == one.id);
    Line {
        id: one.id.0,
        depth: depth.min(DEEPEST),
        name: signed.organisation_name(one.id),
        key: one.key.clone(),
        week: week_name(signed, one.week),
        services: services.count(),
        active: one.active,
    }
}

/// The working week in words.
pub(super) fn week_name(signed: &SignedIn, week: Week) -> String {
    let weeks = match week {
        Week::Five => Weeks::FiveDay,
        Week::Six => Weeks::SixDay,
    };
    words::weeks(signed.texts(), weeks)
}
