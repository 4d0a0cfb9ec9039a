//! One field for everything: organisations, measures, people, services, points, and what is asked of whom.

mod finder;
mod rows;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use locales::Texts;
use serde::Deserialize;
use store::StoreError;
use store::obligations::ObligationView;
use store::search::{self, MeasureText, PersonName};

use crate::Shared;
use crate::address::with_query;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

pub(crate) use finder::Finder;
use finder::Measures;
use rows::Row;

/// Longer searches find nothing that shorter ones do not.
const LONGEST: usize = 80;
/// Rows of a group beside others,
const SHOWN: usize = 6;
/// and when it is shown alone.
const MOST: usize = 20;
/// Whether there are more than that.
const ONE_MORE: i64 = 21;

/// The address of the search.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/search", get(show))
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
    /// The one group that is wanted.
    #[serde(default)]
    only: String,
}

/// The kinds of things that are found, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Organisations,
    Obligations,
    Measures,
    People,
    Services,
    Points,
}

impl Kind {
    const ALL: [Self; 6] =
        [Self::Organisations, Self::Obligations, Self::Measures, Self::People, Self::Services, Self::Points];

    fn code(self) -> &'static str {
        match self {
            Self::Organisations => "organisations",
            Self::Obligations => "obligations",
            Self::Measures => "measures",
            Self::People => "people",
            Self::Services => "services",
            Self::Points => "points",
        }
    }

    fn name(self, t: Texts) -> String {
        match self {
            Self::Organisations => t.nav_organisations(),
            Self::Obligations => t.nav_obligations(),
            Self::Measures => t.search_measures(),
            Self::People => t.nav_people(),
            Self::Services => t.search_services(),
            Self::Points => t.search_points(),
        }
    }
}

/// What was found of one kind.
struct Group {
    code: &'static str,
    name: String,
    rows: Vec<Row>,
    /// Where the rest is.
    more: Option<String>,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    page: Page,
    query: String,
    /// That the query is too short to look for.
    short: bool,
    groups: Vec<Group>,
    /// Back to all groups, when one is shown alone.
    all: Option<String>,
}

/// `GET /search`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let query: String = asked.q.trim().chars().take(LONGEST).collect();
    let only = Kind::ALL.into_iter().find(|kind| kind.code() == asked.only);
    let short = is_short(&query);
    let groups = if short { Vec::new() } else { groups(&panel, &signed, &query, only).await? };
    render(&SearchPage {
        page: signed.page(&panel, Nav::Search),
        all: only.map(|_| with_query("/search", &[("q", &query)])),
        query,
        short,
        groups,
    })
}

/// One letter finds everything and nothing; one digit is the number of a measure.
fn is_short(query: &str) -> bool {
    query.parse::<i64>().is_err() && query.chars().filter(|letter| letter.is_alphanumeric()).count() < 2
}

/// What a search goes through, and what it has found by names.
struct Hits {
    measures: Vec<MeasureText>,
    people: Vec<PersonName>,
}

async fn groups(
    panel: &Shared,
    signed: &SignedIn,
    query: &str,
    only: Option<Kind>,
) -> Result<Vec<Group>, PageError> {
    let scope = signed.see.scope().clone();
    let names = panel.finder.of(&signed.catalogue);
    let organisations = names.organisations(query, signed);
    let (asked, ready, looks) = (query.to_owned(), Arc::clone(&names), signed.clone());
    let (hits, obligations) = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let measures = Measures::new(search::measures(conn, &scope).await?);
                let mut obligations: Vec<ObligationView> = Vec::new();
                for parts in finder::parts(&asked, &measures, &ready) {
                    let of = measures.nearest(&parts.measure);
                    let at = ready.organisations(&parts.organisation, &looks);
                    // A part that names nothing of what the person sees does not stand for everything.
                    let names_nothing = of.is_empty() && !parts.measure.is_empty()
                        || at.is_empty() && !parts.organisation.is_empty();
                    if names_nothing || of.is_empty() && at.is_empty() {
                        continue;
                    }
                    let found = search::obligations(conn, &scope, &of, &at, ONE_MORE).await?;
                    let new: Vec<_> = found
                        .into_iter()
                        .filter(|one| obligations.iter().all(|seen| seen.id != one.id))
                        .collect();
                    obligations.extend(new);
                }
                let people = finder::people(&search::people(conn, &scope).await?, &asked);
                Ok::<_, StoreError>((Hits { measures: measures.find(&asked), people }, obligations))
            })
        })
        .await?;
    let rows = rows::Rows { signed, query };
    let all = Kind::ALL.map(|kind| match kind {
        Kind::Organisations => rows.organisations(&organisations),
        Kind::Obligations => rows.obligations(&obligations),
        Kind::Measures => rows.measures(&hits.measures),
        Kind::People => rows.people(&hits.people),
        Kind::Services => rows.services(&names.services(query, signed)),
        Kind::Points => rows.points(&names.points(query, signed)),
    });
    let wanted = Kind::ALL.into_iter().zip(all).filter(|(kind, _)| only.is_none_or(|only| only == *kind));
    Ok(wanted
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(kind, rows)| group(signed, kind, rows, query, only))
        .collect())
}

fn group(signed: &SignedIn, kind: Kind, mut rows: Vec<Row>, query: &str, only: Option<Kind>) -> Group {
    let shown = if only.is_some() { MOST } else { SHOWN };
    let more = rows.len() > shown && only.is_none();
    rows.truncate(shown);
    Group {
        code: kind.code(),
        name: kind.name(signed.texts()),
        rows,
        more: more.then(|| with_query("/search", &[("q", query), ("only", kind.code())])),
    }
}
