//! What a person sees instead of a page: a refusal, nothing there, or a failure of ours with its number.

use std::sync::Arc;

use askama::Template;
use axum::extract::{FromRequestParts, OriginalUri, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::refusal::Refusal;
use locales::{Texts, words};
use store::{NotDone, StoreError};

use crate::Shared;
use crate::as_of::WrongDay;
use crate::icons::Icon;
use crate::layout::{Blank, Nav, Page, render};
use crate::mini_app::Place;
use crate::preferences::Preferences;
use crate::session::SignedIn;

/// Why a page cannot be shown.
#[derive(Clone, Debug)]
pub(crate) enum PageError {
    /// There is nothing at this address, or nothing that this person may know of.
    NotFound,
    /// The person has to sign in first; then they come back to this address.
    SignInFirst(String),
    /// The rules say no.
    Refused(Refusal),
    /// There is no page of the day that was asked for.
    NoSuchDay(WrongDay),
    /// The request does not come from a page of ours, or the page was left open for too long.
    Stale,
    /// The request cannot be understood: a form that our pages do not have.
    Unreadable(StatusCode),
    /// Too many people ask for the same at once.
    Busy,
    /// Something broke on our side.
    Failed(Arc<anyhow::Error>),
}

impl From<anyhow::Error> for PageError {
    fn from(cause: anyhow::Error) -> Self {
        Self::Failed(Arc::new(cause))
    }
}

impl From<StoreError> for PageError {
    fn from(cause: StoreError) -> Self {
        anyhow::Error::new(cause).into()
    }
}

impl From<askama::Error> for PageError {
    fn from(cause: askama::Error) -> Self {
        anyhow::Error::new(cause).context("a page could not be written").into()
    }
}

impl From<Refusal> for PageError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<NotDone> for PageError {
    fn from(why: NotDone) -> Self {
        match why {
            NotDone::Refused(refusal) => refusal.into(),
            NotDone::Failed(cause) => cause.into(),
        }
    }
}

impl PageError {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignInFirst(_) => StatusCode::UNAUTHORIZED,
            Self::Refused(Refusal::InvitationUsed | Refusal::InvitationExpired) => StatusCode::GONE,
            Self::Refused(Refusal::ReasonMissing | Refusal::ReasonTooLong | Refusal::TextTooLong) => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Refused(
                Refusal::NotAllowed
                | Refusal::NotYours
                | Refusal::OwnAnswer
                | Refusal::OwnRole
                | Refusal::SubstitutionAhead
                | Refusal::SubstitutionOver,
            )
            | Self::Stale => StatusCode::FORBIDDEN,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::NoSuchDay(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unreadable(status) => *status,
            Self::Busy => StatusCode::TOO_MANY_REQUESTS,
            Self::Failed(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// The answer is only marked here; [`dress`] knows the language and writes the page.
impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// A page of the panel for somebody who is signed in: the menu leads on.
#[derive(Template)]
#[template(path = "error_inside.html")]
struct InsidePage {
    page: Page,
    title: String,
    text: String,
    incident: Option<String>,
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Blank,
    /// The texts in the language of whoever is signed in, else in that of the browser.
    t: Texts,
    title: String,
    text: String,
    incident: Option<String>,
    fragment: bool,
}

/// Turns every error of the handlers, and of the framework below them, into a page in the person's language.
pub(crate) async fn dress(
    State(panel): State<Shared>,
    uri: OriginalUri,
    request: Request,
    next: Next,
) -> Response {
    let here = uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let preferences = Preferences::read(request.method(), request.headers(), &here);
    let shows_page = request.method().is_safe();
    let place = Place::of(request.extensions());
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let error = match response.extensions_mut().remove::<PageError>() {
        Some(error) => error,
        None => match response.status() {
            _ if is_complete(&response) => return response,
            StatusCode::NOT_FOUND => PageError::NotFound,
            status if status.is_client_error() => PageError::Unreadable(status),
            _ => return response,
        },
    };
    if let PageError::SignInFirst(next) = &error {
        let next = if shows_page { next.as_str() } else { "/" };
        return to_sign_in(&place.entrance(next), preferences.fragment);
    }
    page(&panel, &preferences, &error, asked).await
}

/// Whether the answer is a page, or for a program: then nothing is to be added.
fn is_complete(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html") || kind.starts_with("application/json"))
}

/// htmx cannot follow a redirect to another page with a part of one: it is told to go there itself.
fn to_sign_in(address: &str, fragment: bool) -> Response {
    match HeaderValue::from_str(address) {
        Ok(value) if fragment => (StatusCode::UNAUTHORIZED, [("hx-redirect", value)]).into_response(),
        _ => Redirect::to(address).into_response(),
    }
}

/// Who asks, when they are signed in. After a failure nobody is looked for: the database may be what failed.
async fn signed_in(panel: &Shared, error: &PageError, mut asked: Parts) -> Option<SignedIn> {
    if matches!(error, PageError::Failed(_) | PageError::Busy) {
        return None;
    }
    SignedIn::from_request_parts(&mut asked, panel).await.ok()
}

async fn page(panel: &Shared, preferences: &Preferences, error: &PageError, asked: Parts) -> Response {
    let signed = signed_in(panel, error, asked).await;
    let page = Blank::new(panel, preferences).await;
    let t = signed.as_ref().map_or(page.t, SignedIn::texts);
    let mut incident = None;
    let (title, text) = match error {
        PageError::NotFound | PageError::SignInFirst(_) => (t.error_not_found(), t.error_not_found_text()),
        PageError::Refused(refusal) => (t.error_refused(), refusal_text(t, *refusal)),
        PageError::NoSuchDay(why) => (t.day_wrong(), why.text(t)),
        PageError::Stale => (t.error_stale(), t.error_stale_text()),
        PageError::Unreadable(_) => (t.error_unreadable(), t.error_unreadable_text()),
        PageError::Busy => (t.error_busy(), t.error_busy_text()),
        PageError::Failed(cause) => {
            let number = incident_number();
            tracing::error!(incident = number, cause = format!("{cause:#}"), "a page of the panel failed");
            incident = Some(number);
            (t.error_failed(), t.error_failed_text())
        }
    };
    let written = match signed.filter(|_| !preferences.fragment) {
        Some(signed) => render(&InsidePage { page: signed.page(panel, Nav::Nowhere), title, text, incident }),
        None => render(&ErrorPage { page, t, title, text, incident, fragment: preferences.fragment }),
    };
    let body = written.unwrap_or_else(|_| Html(String::new()));
    let mut response = (error.status(), body).into_response();
    if matches!(error, PageError::Busy) {
        // A program is told what the page tells a person.
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    response
}

/// A short number by which an administrator finds the causes in the log.
fn incident_number() -> String {
    let mut bytes = [0; 4];
    // Without randomness the number is all zeros: the log line still stands there.
    let _ = getrandom::fill(&mut bytes);
    hex::encode(bytes)
}

/// A refusal in words.
pub(crate) fn refusal_text(t: Texts, refusal: Refusal) -> String {
    words::refusal(t, &refusal)
}

/// A handler that panicked: the person sees what they see at any failure of ours.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands the panic over")]
pub(crate) fn after_panic(panic: Box<dyn std::any::Any + Send + 'static>) -> Response {
    let words = panic.downcast_ref::<&str>().map(|words| (*words).to_owned());
    let words = words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    PageError::from(anyhow::anyhow!("a handler panicked: {words}")).into_response()
}

/// `fallback`: nothing lives here.
pub(crate) async fn not_found(_headers: HeaderMap) -> PageError {
    PageError::NotFound
}
