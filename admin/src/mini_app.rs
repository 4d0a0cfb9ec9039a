//! The panel inside Telegram: the same pages under `/app`, with cookies, headers and a look of their own.
//!
//! The pages know nothing of it: what goes out from under `/app` is written for there (`writing`), and whoever comes in is looked
//! at by a doorkeeper (`door`), who is given by the composing program. A session of the panel opens nothing here, and one of here
//! opens nothing in the panel.

mod door;
mod writing;

use axum::Router;
use axum::extract::{OriginalUri, Request, State};
use axum::http::{Extensions, HeaderMap, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::compression::CompressionLayer;

use crate::Shared;
use crate::error::PageError;

pub(crate) use door::Knocks;
pub use door::{Doorkeeper, TurnedAway};

/// What the addresses inside begin with.
const ROOT: &str = "/app";

/// What is for browsers alone: inside Telegram it is known who looks, and nobody signs out.
const OUTSIDE_ONLY: [&str; 4] = ["/login", "/logout", "/welcome", "/join/"];

/// Where a page is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a browser.
    #[default]
    Browser,
    /// Inside Telegram.
    Telegram,
}

impl Place {
    /// Where the answer to this request will be looked at.
    pub(crate) fn of(extensions: &Extensions) -> Self {
        extensions.get().copied().unwrap_or_default()
    }

    /// Where somebody is sent who has to come in first, and then wants to go on to `next`.
    pub(crate) fn entrance(self, next: &str) -> String {
        let next = crate::address::encoded(next);
        match self {
            Self::Browser => format!("/login?next={next}"),
            Self::Telegram => format!("/enter?to={next}"),
        }
    }
}

/// The address at which the program lets people in from Telegram.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/app/enter", get(door::show).post(door::enter))
}

/// Makes pages ones of the inside.
pub(crate) fn inside(pages: Router, panel: &Shared) -> Router {
    let is_page = |_: axum::http::StatusCode, _: axum::http::Version, headers: &HeaderMap, _: &Extensions| {
        writing::is_page(headers)
    };
    pages
        .layer(from_fn_with_state(Shared::clone(panel), answer))
        .layer(CompressionLayer::new().compress_when(is_page))
}

/// Answers a request under `/app` as one of the panel's own, and writes the answer for inside.
async fn answer(State(panel): State<Shared>, mut request: Request, next: Next) -> Response {
    let asked = request.extensions().get::<OriginalUri>().map_or(request.uri(), |OriginalUri(uri)| uri);
    let own = OriginalUri(without_root(asked));
    request.extensions_mut().insert(own);
    request.extensions_mut().insert(Place::Telegram);
    // What will be written anew must not be packed before.
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    writing::for_inside(next.run(request).await, panel.secure).await
}

/// The address as the pages know it: the same inside and outside.
pub(crate) fn without_root(uri: &Uri) -> Uri {
    let whole = uri.path_and_query().map_or("/", |whole| whole.as_str());
    let own = whole.strip_prefix(ROOT).filter(|own| own.starts_with('/')).unwrap_or(whole);
    own.parse().unwrap_or_default()
}

/// Lets nobody to what is for browsers alone.
pub(crate) async fn only_what_is_inside(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let closed = OUTSIDE_ONLY.iter().any(|one| path.starts_with(one));
    if closed && Place::of(request.extensions()) == Place::Telegram {
        PageError::NotFound.into_response()
    } else {
        next.run(request).await
    }
}
