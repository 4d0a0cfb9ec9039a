//! The pages of prepared files: how far they are, and the files themselves.

use askama::Template;
use axum::extract::{self, Path};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use locales::{Texts, dates, numbers};
use tokio::fs::File;

use super::shelf::{Found, State};
use super::{headers, rights};
use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::sending;
use crate::session::SignedIn;

/// A file as pages show it.
pub(crate) struct Row {
    /// By which its page is found.
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) name: String,
    pub(crate) begun: String,
    pub(crate) state: String,
    /// How much is made, while it is being made.
    pub(crate) percent: Option<u64>,
    pub(crate) is_ready: bool,
    /// Where it is asked for again, when it was not made.
    pub(crate) again: Option<String>,
}

impl Row {
    fn of(t: Texts, found: Found) -> Self {
        let language = t.language();
        let (state, percent) = match found.state {
            State::Waiting => (t.exports_waiting(), Some(0)),
            State::Making(percent) => (t.exports_making(format!("{percent}\u{A0}%")), Some(percent)),
            State::Ready(bytes) => (t.exports_ready(numbers::bytes(language, bytes)), None),
            State::Failed => (t.exports_failed(), None),
            State::Interrupted => (t.exports_interrupted(), None),
        };
        let is_lost = matches!(found.state, State::Failed | State::Interrupted);
        Self {
            id: found.id,
            title: found.about.title,
            name: found.about.name,
            begun: dates::moment(language, found.about.begun_at),
            state,
            percent,
            is_ready: matches!(found.state, State::Ready(_)),
            again: is_lost.then_some(found.about.address),
        }
    }
}

/// The files of the person, the latest first.
pub(crate) fn rows(panel: &Shared, signed: &SignedIn) -> Vec<Row> {
    let found = panel.exports.of(signed.who.person, &rights(signed), signed.now);
    found.into_iter().map(|one| Row::of(signed.texts(), one)).collect()
}

#[derive(Template)]
#[template(path = "exports.html")]
struct ListPage {
    page: Page,
    exports: Vec<Row>,
}

/// `GET /exports`.
pub(super) async fn list(
    extract::State(panel): extract::State<Shared>,
    signed: SignedIn,
) -> Result<Html<String>, PageError> {
    render(&ListPage { exports: rows(&panel, &signed), page: signed.page(&panel, Nav::Reports) })
}

#[derive(Template)]
#[template(path = "export.html")]
struct OnePage {
    page: Page,
    row: Row,
}

/// `GET /exports/{id}`.
pub(super) async fn show(
    extract::State(panel): extract::State<Shared>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Html<String>, PageError> {
    let row = Row::of(signed.texts(), find(&panel, &signed, &id)?);
    render(&OnePage { row, page: signed.page(&panel, Nav::Reports) })
}

/// `GET /exports/{id}/file`.
pub(super) async fn file(
    extract::State(panel): extract::State<Shared>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, PageError> {
    let found = find(&panel, &signed, &id)?;
    let State::Ready(bytes) = found.state else { return Err(PageError::NotFound) };
    let file = File::open(panel.exports.path(&found)).await.map_err(|_| PageError::NotFound)?;
    let length = [(header::CONTENT_LENGTH, bytes.to_string())];
    Ok((headers(&found.about.mime, &found.about.name), length, sending::body(file, ())).into_response())
}

/// A file of the person; whose it is not is not told that it is there.
fn find(panel: &Shared, signed: &SignedIn, id: &str) -> Result<Found, PageError> {
    let found = panel.exports.find(id, signed.who.person, &rights(signed), signed.now);
    found.ok_or(PageError::NotFound)
}
