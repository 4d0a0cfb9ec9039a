//! Files that take longer than a person waits: they are prepared one after another while everybody goes on, can be left and found
//! again, and are kept for a day.
//!
//! What is small is drawn and sent at once, as ever. Whether a file is small is judged by its rows, not by a clock: the same file
//! always comes in the same way.

mod page;
mod shelf;

use std::future::Future;
use std::sync::Arc;

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

use crate::Shared;
use crate::error::PageError;
use crate::session::SignedIn;

pub(crate) use page::{Row, rows};
use shelf::About;
pub(crate) use shelf::{Progress, Shelf};

/// The work of a file that is sent at once: about a second of it. A row of CSV is 1.
pub(crate) const QUICK: u64 = 20_000;
/// How much work a row of a workbook and a row on paper are.
pub(crate) const ROW_OF_WORKBOOK: u64 = 4;
/// See [`ROW_OF_WORKBOOK`].
pub(crate) const ROW_ON_PAPER: u64 = 60;

/// The addresses of pages.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/exports", get(page::list)).route("/exports/{id}", get(page::show))
}

/// The address of files, which are compressed already.
pub(crate) fn files() -> Router<Shared> {
    Router::new().route("/exports/{id}/file", get(page::file))
}

/// A file that somebody asks for.
pub(crate) struct Wanted {
    /// What it is, in the person's language.
    pub(crate) title: String,
    /// The address at which it is asked for.
    pub(crate) address: String,
    /// What the file is called, and what it is.
    pub(crate) name: String,
    pub(crate) mime: &'static str,
    /// Whether it is the same whenever it is asked for.
    pub(crate) is_frozen: bool,
    /// How much work it is.
    pub(crate) work: u64,
}

/// What the maker of a file is given: where to draw it, and whom to tell how far it is.
pub(crate) struct Desk {
    panel: Shared,
    progress: Arc<Progress>,
    /// Whether it waits for its turn as long as it takes.
    is_patient: bool,
}

impl Desk {
    /// Draws where nobody waits for it.
    pub(crate) async fn draw<E: Into<anyhow::Error> + Send + 'static>(
        &self,
        draw: impl FnOnce(&Progress) -> Result<Vec<u8>, E> + Send + 'static,
    ) -> Result<Vec<u8>, PageError> {
        let progress = Arc::clone(&self.progress);
        let draw = move || draw(&progress);
        if self.is_patient {
            self.panel.printers.draw_in_turn(draw).await
        } else {
            self.panel.printers.draw(draw).await
        }
    }
}

/// Makes a small file and sends it; prepares a large one, and leads to its page.
pub(crate) async fn give<F>(
    panel: &Shared,
    signed: &SignedIn,
    wanted: Wanted,
    make: impl FnOnce(Desk) -> F,
) -> Result<Response, PageError>
where
    F: Future<Output = Result<Vec<u8>, PageError>> + Send + 'static,
{
    let is_patient = wanted.work > panel.exports.quick();
    let progress = Arc::new(Progress::default());
    let desk = Desk { panel: Arc::clone(panel), progress: Arc::clone(&progress), is_patient };
    if is_patient {
        let about = About {
            person: signed.who.person,
            rights: rights(signed),
            title: wanted.title,
            address: wanted.address,
            name: wanted.name,
            mime: wanted.mime.to_owned(),
            language: signed.language(),
            is_frozen: wanted.is_frozen,
            begun_at: signed.now,
        };
        let id = panel.exports.begin(&about, progress, make(desk))?;
        return Ok(Redirect::to(&format!("/exports/{id}")).into_response());
    }
    let bytes = make(desk).await?;
    Ok((headers(wanted.mime, &wanted.name), bytes).into_response())
}

/// The headers of a file.
fn headers(mime: &str, name: &str) -> [(header::HeaderName, String); 3] {
    [
        (header::CONTENT_TYPE, mime.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ]
}

/// All from which it follows what a person may see, as one word: a file made with other rights is not theirs any more.
fn rights(signed: &SignedIn) -> String {
    let mut grants: Vec<_> =
        signed.who.grants.iter().map(|grant| (grant.role.code(), grant.organisation.0)).collect();
    grants.sort_unstable();
    hex::encode(Sha256::digest(format!("{grants:?} {:?}", signed.who.stands_in)))
}
