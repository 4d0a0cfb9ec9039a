//! Lists that people keep at hand: at the head of the list they are one tap away, on a page of their own they are renamed and
//! let go.

use askama::Template;
use axum::Router;
use axum::extract::{Path as InPath, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::written::tidy;
use serde::Deserialize;
use store::StoreError;
use store::saved_views::{self, MOST, SavedView};

use crate::Shared;
use crate::address::with_query;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// So long a name may be, in characters.
const LONGEST_NAME: usize = 60;
/// So long a value of an address may be.
const LONGEST_VALUE: usize = 120;

/// The addresses of keeping.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/views", get(show).post(save)).route("/views/{id}", post(change))
}

/// A list that can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Path {
    /// The obligations.
    Obligations,
    /// The organisations.
    Organisations,
    /// The citizens' cases.
    Cases,
    /// The record of what was done.
    Audit,
}

impl Path {
    const ALL: [Self; 4] = [Self::Obligations, Self::Organisations, Self::Cases, Self::Audit];

    /// Its address.
    fn address(self) -> &'static str {
        match self {
            Self::Obligations => "/obligations",
            Self::Organisations => "/orgs",
            Self::Cases => "/cases",
            Self::Audit => "/audit",
        }
    }

    /// What its address may narrow it to; the rest, such as the number of a page, is not kept.
    fn filters(self) -> &'static [&'static str] {
        match self {
            Self::Obligations => &["standing", "organisation", "period", "q", "measure", "section", "due"],
            Self::Organisations => &["light", "q", "period"],
            Self::Cases => &["state", "organisation"],
            Self::Audit => &["who", "what", "thing", "organisation", "from", "to", "q"],
        }
    }

    fn from_address(address: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|path| path.address() == address)
    }

    fn name(self, page: &Page) -> String {
        match self {
            Self::Obligations => page.t.nav_obligations(),
            Self::Organisations => page.t.nav_organisations(),
            Self::Cases => page.t.ratings_cases_title(),
            Self::Audit => page.t.nav_audit(),
        }
    }

    /// The filters of this list in a query, written anew; none when it is no query.
    fn checked(self, query: &str) -> Option<String> {
        let address = format!("/?{query}").parse().ok()?;
        let Query(read) = Query::<Vec<(String, String)>>::try_from_uri(&address).ok()?;
        let mut filters: Vec<(&str, &str)> = Vec::new();
        for name in self.filters() {
            let value = read.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim());
            let value = value.unwrap_or_default();
            if value.chars().count() > LONGEST_VALUE {
                return None;
            }
            filters.push((name, value));
        }
        Some(with_query("", &filters).trim_start_matches('?').to_owned())
    }
}

/// The views of a list, at its head.
pub(crate) struct Views {
    pub(crate) path: &'static str,
    /// What the list is narrowed to now, as it would be kept.
    pub(crate) query: String,
    /// Name, address, and whether it is what is shown.
    pub(crate) kept: Vec<(String, String, bool)>,
    /// Whether what is shown can be kept: it is narrowed, and not kept yet.
    pub(crate) can_save: bool,
}

impl Views {
    /// The views of the person on the list at `path`, which is narrowed by `query` now.
    pub(crate) async fn load(
        panel: &Shared,
        signed: &SignedIn,
        path: Path,
        query: &str,
    ) -> Result<Self, StoreError> {
        let person = signed.who.person;
        let all = panel.store.read(|conn| Box::pin(saved_views::of(conn, person))).await?;
        let query = path.checked(query).unwrap_or_default();
        let own = all.iter().filter(|one| one.path == path.address());
        let kept: Vec<_> = own.map(|one| (one.name.clone(), address_of(one), one.query == query)).collect();
        let can_save = !query.is_empty() && !kept.iter().any(|(_, _, shown)| *shown);
        Ok(Self { path: path.address(), query, kept, can_save })
    }
}

fn address_of(view: &SavedView) -> String {
    if view.query.is_empty() { view.path.clone() } else { format!("{}?{}", view.path, view.query) }
}

#[derive(Template)]
#[template(path = "views.html")]
struct ViewsPage {
    page: Page,
    alert: Option<String>,
    /// Number, name, address, and the list of each.
    views: Vec<(i64, String, String, String)>,
}

/// `GET /views`.
async fn show(State(panel): State<Shared>, signed: SignedIn) -> Result<Html<String>, PageError> {
    page(&panel, &signed, None).await
}

async fn page(panel: &Shared, signed: &SignedIn, alert: Option<String>) -> Result<Html<String>, PageError> {
    let person = signed.who.person;
    let all = panel.store.read(|conn| Box::pin(saved_views::of(conn, person))).await?;
    let page = signed.page(panel, Nav::Nowhere);
    let views = all.iter().filter_map(|one| {
        let list = Path::from_address(&one.path)?.name(&page);
        Some((one.id, one.name.clone(), address_of(one), list))
    });
    render(&ViewsPage { views: views.collect(), alert, page })
}

#[derive(Debug, Deserialize)]
struct Saved {
    path: String,
    query: String,
    name: String,
}

/// `POST /views`.
async fn save(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(saved): Posted<Saved>,
) -> Result<Response, PageError> {
    let unreadable = || PageError::Unreadable(StatusCode::BAD_REQUEST);
    let path = Path::from_address(&saved.path).ok_or_else(unreadable)?;
    let query = path.checked(&saved.query).ok_or_else(unreadable)?;
    let name = named(&saved.name).unwrap_or_else(|| signed.texts().views_unnamed());
    let back =
        if query.is_empty() { path.address().to_owned() } else { format!("{}?{query}", path.address()) };
    let (person, now) = (signed.who.person, signed.now);
    let kept: Result<bool, StoreError> = panel
        .store
        .write(move |conn| {
            Box::pin(
                async move { saved_views::save(conn, person, &name, (path.address(), &query), now).await },
            )
        })
        .await;
    if kept? {
        return Ok(Redirect::to(&back).into_response());
    }
    let full = signed.texts().views_full(MOST);
    Ok((StatusCode::CONFLICT, page(&panel, &signed, Some(full)).await?).into_response())
}

#[derive(Debug, Deserialize)]
struct Changed {
    #[serde(default)]
    name: String,
    act: String,
}

/// `POST /views/{id}`: another name, or away with it.
async fn change(
    State(panel): State<Shared>,
    signed: SignedIn,
    InPath(id): InPath<i64>,
    Posted(changed): Posted<Changed>,
) -> Result<Redirect, PageError> {
    let person = signed.who.person;
    let done: Result<(), StoreError> = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                match (changed.act.as_str(), named(&changed.name)) {
                    ("remove", _) => saved_views::remove(conn, person, id).await,
                    (_, Some(name)) => saved_views::rename(conn, person, id, &name).await,
                    // Without a name it keeps the one that it has.
                    (_, None) => Ok(()),
                }
            })
        })
        .await;
    done?;
    Ok(Redirect::to("/views"))
}

/// A name as it is kept; none when nothing was typed.
fn named(typed: &str) -> Option<String> {
    let name: String = tidy(typed).chars().take(LONGEST_NAME).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_filters_of_a_list_are_kept() {
        for (path, query, expected) in [
            (Path::Obligations, "standing=overdue&page=3&said=accepted", Some("standing=overdue")),
            (Path::Obligations, "q=o%CA%BBqish&organisation=", Some("q=o%CA%BBqish")),
            (Path::Organisations, "light=red&next=//evil.uz", Some("light=red")),
            (Path::Cases, "", Some("")),
            (Path::Audit, "what=obligation.accepted&before=12", Some("what=obligation.accepted")),
            (Path::Audit, "q=a%26b%0D%0Ac", Some("q=a%26b%0D%0Ac")),
        ] {
            assert_eq!(path.checked(query).as_deref(), expected, "{query}");
        }
        assert_eq!(Path::Cases.checked(&format!("state={}", "a".repeat(LONGEST_VALUE + 1))), None);
        assert_eq!(Path::from_address("/people"), None);
        assert_eq!(Path::from_address("//evil.uz"), None);
    }

    #[test]
    fn a_name_is_one_line_of_bearable_length() {
        assert_eq!(named("  Kechikkan \n ishlar "), Some("Kechikkan ishlar".to_owned()));
        assert_eq!(named(" \t"), None);
        assert_eq!(named(&"a".repeat(100)).map(|name| name.len()), Some(LONGEST_NAME));
    }
}
