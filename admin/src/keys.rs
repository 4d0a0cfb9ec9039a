//! Keys that lead somewhere: what they are, and whether this browser heeds them.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{Html, Redirect};
use axum::routing::get;
use axum_extra::extract::CookieJar;

use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::preferences::Back;
use crate::session::SignedIn;
use crate::{Shared, cookies};

/// The name of the cookie.
pub(crate) const COOKIE: &str = "keys";

/// What the cookie holds when keys do nothing.
pub(crate) const OFF: &str = "off";

const ON: &str = "on";

/// The addresses of the help and of the choice.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/keys", get(show)).route("/keys/{choice}", get(choose))
}

#[derive(Template)]
#[template(path = "keys.html")]
struct KeysPage {
    page: Page,
    /// Which keys, one after the other, and what they do.
    keys: Vec<(&'static [&'static str], String)>,
}

/// `GET /keys`.
async fn show(State(panel): State<Shared>, signed: SignedIn) -> Result<Html<String>, PageError> {
    let page = signed.page(&panel, Nav::Nowhere);
    let t = page.t;
    let keys: Vec<(&'static [&'static str], String)> = vec![
        (&["/"], t.keys_search()),
        (&["g", "o"], t.nav_overview()),
        (&["g", "l"], t.nav_obligations()),
        (&["j"], t.keys_next()),
        (&["k"], t.keys_previous()),
        (&["?"], t.keys_help()),
    ];
    render(&KeysPage { page, keys })
}

/// `GET /keys/{choice}`: remembers in the browser whether keys lead anywhere; nothing of the city changes.
async fn choose(
    State(panel): State<Shared>,
    Path(choice): Path<String>,
    Query(back): Query<Back>,
    jar: CookieJar,
) -> Result<(CookieJar, Redirect), PageError> {
    let choice = [ON, OFF].into_iter().find(|known| *known == choice).ok_or(PageError::NotFound)?;
    Ok((jar.add(cookies::choice(COOKIE, choice, panel.secure)), back.redirect()))
}
