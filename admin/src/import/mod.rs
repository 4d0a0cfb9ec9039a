//! Tables that administrators bring: looked at as they would be taken in, and taken in only when every row is right.
//!
//! What is taken in is the file that was looked at: it is kept for some minutes under its hash, in memory, and read again.

mod brought;
mod page;
mod shelf;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::Shared;

pub(crate) use shelf::Shelf;

/// The largest file that is taken here, in bytes; larger ones are for the terminal.
const LARGEST_FILE: usize = 5 * 1024 * 1024;
/// A larger one is read to its end and let go, so that the browser gets to see the answer.
const LARGEST_FORM: usize = 64 * 1024 * 1024;

/// The addresses of imports.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/import", get(page::show).post(page::look).layer(DefaultBodyLimit::max(LARGEST_FORM)))
        .route("/import/carry-out", post(page::carry_out))
        .route("/import/sample/{kind}", get(page::sample))
}
