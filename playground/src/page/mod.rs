//! The chat page: static files with a strict policy, texts by key, and the JSON behind them.

mod api;
mod guard;
mod texts;

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use crate::state::Playground;

pub use texts::TEXT_KEYS;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; \
                      frame-src https: http://127.0.0.1:* http://localhost:*; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

pub(crate) fn routes() -> Router<Arc<Playground>> {
    Router::new()
        .route(
            "/",
            get(|| async { asset("text/html; charset=utf-8", include_str!("../../assets/index.html")) }),
        )
        .route(
            "/playground/app.css",
            get(|| async { asset("text/css; charset=utf-8", include_str!("../../assets/app.css")) }),
        )
        .route("/playground/{script}", get(script))
        .route("/playground/api/page", get(api::page))
        .route("/playground/api/people", get(api::people))
        .route("/playground/api/links", get(api::links))
        .route("/playground/api/chat", get(api::chat))
        .route("/playground/api/events", get(api::events))
        .route("/playground/api/files/{id}", get(api::file))
        .route("/playground/api/act", post(api::act))
        .route("/playground/api/upload", post(api::upload))
        .route("/playground/api/jump", post(api::jump))
        .route("/playground/api/launch", post(api::launch))
}

async fn script(axum::extract::Path(name): axum::extract::Path<String>) -> Response {
    let text = match name.as_str() {
        "app.js" => include_str!("../../assets/app.js"),
        "message.js" => include_str!("../../assets/message.js"),
        "web_app.js" => include_str!("../../assets/web_app.js"),
        "server.js" => include_str!("../../assets/server.js"),
        _ => return axum::http::StatusCode::NOT_FOUND.into_response(),
    };
    asset("text/javascript; charset=utf-8", text)
}

fn asset(kind: &'static str, text: &'static str) -> Response {
    (fixed_headers(kind), text).into_response()
}

/// Headers of everything that a browser gets from here.
fn fixed_headers(kind: &'static str) -> [(HeaderName, HeaderValue); 5] {
    let value = HeaderValue::from_static;
    [
        (header::CONTENT_TYPE, value(kind)),
        (header::CONTENT_SECURITY_POLICY, value(POLICY)),
        (header::X_CONTENT_TYPE_OPTIONS, value("nosniff")),
        (header::REFERRER_POLICY, value("same-origin")),
        (header::CACHE_CONTROL, value("no-cache")),
    ]
}
