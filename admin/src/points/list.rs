//! The points by organisation and service, with filters that stand in the address.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use domain::ids::OrganisationId;
use domain::text::fold;
use serde::Deserialize;
use store::points::{self, KeptPoint, PointState};

use super::{administers, prints, service_name, state_pill};
use crate::Shared;
use crate::address::with_query;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::session::SignedIn;

/// More points than any region has are not read.
const MOST: i64 = 50_000;
/// Points on a page.
const PAGE: usize = 100;

/// What stands in the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Filter {
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    page: usize,
}

impl Filter {
    fn address(&self, state: &str, page: usize) -> String {
        let page = if page > 0 { page.to_string() } else { String::new() };
        let parameters = [
            ("organisation", self.organisation.as_str()),
            ("state", state),
            ("q", self.q.trim()),
            ("page", &page),
        ];
        with_query("/points", &parameters)
    }
}

/// A point in the list.
struct Line {
    id: i64,
    service: String,
    /// Where the place has a name of its own.
    place: Option<String>,
    code: String,
    state: Markup,
}

/// The points of one organisation.
struct Body {
    id: OrganisationId,
    name: String,
    prints: bool,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "points.html")]
struct PointsPage {
    page: Page,
    filter: Filter,
    organisations: Vec<(i64, String, bool)>,
    states: Vec<(String, String, usize, bool)>,
    bodies: Vec<Body>,
    shown: Option<String>,
    previous: Option<String>,
    next: Option<String>,
    makes: bool,
}

/// `GET /points`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(filter): Query<Filter>,
) -> Result<Html<String>, PageError> {
    let scope = signed.see.scope().clone();
    let all = panel
        .store
        .read(move |conn| Box::pin(async move { points::of_scope(conn, &scope, MOST).await }))
        .await?;
    let t = signed.texts();
    let named: BTreeSet<_> = all.iter().map(|point| point.organisation).collect();
    let found: Vec<_> = all.iter().filter(|point| is_wanted(&signed, point, &filter)).collect();
    let of_state: Vec<_> = found.iter().filter(|point| is_in(point.state, &filter.state)).copied().collect();
    let total = of_state.len();
    let page = filter.page.min(total.saturating_sub(1) / PAGE);
    let lines = &of_state[page * PAGE..total.min((page + 1) * PAGE)];
    let states = [("", t.panel_all()), ("in_use", t.points_in_use()), ("out", t.points_out_of_use())];
    let count = |state: &str| found.iter().filter(|point| is_in(point.state, state)).count();
    let mut organisations: Vec<_> = named
        .into_iter()
        .map(|id| (id.0, signed.organisation_name(id), id.to_string() == filter.organisation))
        .collect();
    organisations.sort_by(|one, other| one.1.cmp(&other.1));
    render(&PointsPage {
        page: signed.page(&panel, Nav::Points),
        organisations,
        states: states
            .into_iter()
            .map(|(code, name)| (filter.address(code, 0), name, count(code), filter.state == code))
            .collect(),
        bodies: bodies(&signed, lines),
        shown: (total > PAGE).then(|| t.panel_shown(total, lines.len())),
        previous: (page > 0).then(|| filter.address(&filter.state, page - 1)),
        next: ((page + 1) * PAGE < total).then(|| filter.address(&filter.state, page + 1)),
        makes: signed.catalogue.services.values().any(|service| administers(&signed, service.organisation)),
        filter,
    })
}

fn is_in(state: PointState, wanted: &str) -> bool {
    match wanted {
        "in_use" => state == PointState::InUse,
        "out" => state != PointState::InUse,
        _ => true,
    }
}

/// By any name of the point, its service or its organisation, or by the code that stands on a poster.
fn is_wanted(signed: &SignedIn, point: &KeptPoint, filter: &Filter) -> bool {
    if !filter.organisation.is_empty() && point.organisation.to_string() != filter.organisation {
        return false;
    }
    let wanted = fold(filter.q.trim());
    if wanted.is_empty() || point.code.eq_ignore_ascii_case(filter.q.trim()) {
        return true;
    }
    let service = signed.catalogue.services.get(&point.service).map(|one| &one.names);
    let organisation = signed.catalogue.organisations.get(&point.organisation).map(|one| &one.names);
    let all = [Some(&point.names), service, organisation].into_iter().flatten();
    let mut names = all.flat_map(|names| {
        let others = [&names.uz_cyrl, &names.ru, &names.en].into_iter().flatten();
        std::iter::once(&names.uz_latn).chain(others)
    });
    names.any(|name| fold(name).contains(&wanted))
}

/// The lines below the names of their organisations; they come in that order.
fn bodies(signed: &SignedIn, points: &[&KeptPoint]) -> Vec<Body> {
    let bodies = points.chunk_by(|one, other| one.organisation == other.organisation).map(|points| {
        let organisation = points.first().map_or(OrganisationId(0), |point| point.organisation);
        Body {
            id: organisation,
            name: signed.organisation_name(organisation),
            prints: prints(signed, organisation),
            lines: points.iter().map(|point| line(signed, point)).collect(),
        }
    });
    bodies.collect()
}

fn line(signed: &SignedIn, point: &KeptPoint) -> Line {
    Line {
        id: point.id.0,
        service: service_name(signed, point),
        place: signed.place_name(point.service, Some(&point.names)),
        code: point.code.clone(),
        state: state_pill(signed.texts(), point.state),
    }
}
