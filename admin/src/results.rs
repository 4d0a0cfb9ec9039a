//! Public results: what was published about the ratings of citizens, for everybody, without signing in.
//!
//! Everything here but [`publish`] reads frozen publications only: no request of a stranger ever counts ratings.

mod badge;
mod counted;
mod data;
mod files;
mod frame;
mod publish;
mod shelf;
mod show;
mod view;

use axum::Router;
use axum::http::header;
use axum::middleware::map_response;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::language::Language;
use domain::results::Period;
use locales::{Texts, dates};

use crate::Shared;
use crate::preferences::Preferences;

pub(crate) use frame::{Frame as PublicFrame, page as public_page};
pub(crate) use shelf::Shelf;
pub(crate) use view::colour as colour_of_mean;

/// The addresses of everybody. They know no session.
pub(crate) fn public() -> Router<Shared> {
    Router::new()
        .route("/results", get(welcome))
        .route("/results/{language}", get(show::newest))
        .route("/results/{language}/counted", get(counted::show))
        .route("/results/{language}/data", get(data::show))
        .route("/results/{language}/{period}", get(show::period))
        .route("/results/{language}/{period}/{organisation}", get(show::organisation))
        .route("/ratings/counted", get(explained))
        .merge(open_data())
}

/// What programs take.
fn open_data() -> Router<Shared> {
    Router::new()
        .route("/results/v1/{file}", get(files::latest))
        .route("/results/v1/{period}/{file}", get(files::version))
        .route("/results/v1/badge/{file}", get(badge::show))
        .layer(map_response(files::missing))
}

/// The addresses of who publishes.
pub(crate) fn desk() -> Router<Shared> {
    Router::new()
        .route("/ratings/publish", get(publish::list))
        .route("/ratings/publish/{period}", get(publish::preview).post(publish::publish))
}

/// `GET /results`: to the page in the language of the browser.
async fn welcome(preferences: Preferences) -> Response {
    in_language(&preferences, "/results", "")
}

/// `GET /ratings/counted`: to the page that explains, in the language of the browser.
async fn explained(preferences: Preferences) -> Response {
    in_language(&preferences, "/results", "/counted")
}

/// To a public page in the language of the browser.
pub(crate) fn in_language(preferences: &Preferences, before: &str, rest: &str) -> Response {
    let address = format!("{before}/{}{rest}", preferences.language().tag());
    ([(header::VARY, "accept-language, cookie")], Redirect::to(&address)).into_response()
}

/// The name of a period for people.
pub(crate) fn period_name(language: Language, period: Period) -> String {
    let t = Texts::new(language);
    match period {
        Period::Quarter(..) => dates::quarter(language, period.first()),
        Period::Half(year, half) => t.results_half(half, year.to_string()),
        Period::Year(year) => t.board_period_year(year.to_string()),
    }
}
