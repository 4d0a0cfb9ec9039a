//! Reports for leaders: the sheet for the meeting, a month, a year. Made once, frozen, and shown as a page and as files that are
//! the same each time.

mod files;
mod list;
mod making;
mod paper;
mod show;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use domain::people::MayReport;
use domain::reporting::Document;
use store::reporting::{self, Made};

use crate::Shared;
use crate::error::PageError;
use crate::session::SignedIn;

/// The addresses of reports.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/reports", get(list::show).post(list::make)).route("/reports/{id}", get(show::show))
}

/// The addresses of files, which are compressed already or small.
pub(crate) fn files() -> Router<Shared> {
    Router::new().route("/reports/{id}/{file}", get(files::give))
}

/// A report that the person may read; whoever may not is not told that it is there.
async fn find(panel: &Shared, signed: &SignedIn, id: i64) -> Result<(Made, Document), PageError> {
    let scope = signed.who.reads_reports(&signed.catalogue.tree)?;
    let found = panel.store.read(|conn| Box::pin(reporting::find(conn, id))).await?;
    let found = found.filter(|(made, _)| scope.includes(made.organisation));
    found.ok_or(PageError::NotFound)
}

/// Counts, freezes, and gives the number.
async fn make(
    panel: &Shared,
    signed: &SignedIn,
    right: MayReport,
    period: domain::reporting::Period,
) -> Result<i64, PageError> {
    let order = making::Order {
        catalogue: Arc::clone(&signed.catalogue),
        right: right.clone(),
        made_by: signed.who.name.clone(),
        signs: making::may_sign(signed, right.organisation()),
        period,
        now: signed.now,
        today: signed.today,
    };
    // Counting takes long in a large city: nobody who writes waits for it.
    let document = panel.store.snapshot(|conn| Box::pin(async move { order.document(conn).await })).await?;
    let kept = panel
        .store
        .write(move |conn| Box::pin(async move { reporting::keep(conn, &right, &document).await }))
        .await?;
    Ok(kept)
}
