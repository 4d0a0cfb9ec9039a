//! Whether a point asks for codes, and batches that are taken back.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Redirect;
use domain::ids::PointId;
use serde::Deserialize;
use store::{points, visits};

use super::{right, visible};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::session::SignedIn;

/// What the form of the setting sends.
#[derive(Debug, Deserialize)]
pub(super) struct AskForm {
    decision: String,
}

/// `POST /points/{id}/codes`: marks need a code from now on, or need none.
pub(super) async fn ask(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<AskForm>,
) -> Result<Redirect, PageError> {
    let (id, now) = (PointId(id), signed.now);
    visible(&panel, &signed, id).await?;
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let asks = match form.decision.as_str() {
        "on" => true,
        "off" => false,
        _ => return Err(PageError::Unreadable(StatusCode::BAD_REQUEST)),
    };
    panel
        .store
        .write(move |conn| Box::pin(async move { points::ask_for_code(conn, &right, id, asks, now).await }))
        .await?;
    // The bot asks the catalogue whether a mark needs a code: it has to look again.
    panel.store.forget_catalogue();
    Ok(Redirect::to(&format!("/points/{id}/codes?said={}", if asks { "on" } else { "off" })))
}

/// What the form of a batch sends.
#[derive(Debug, Deserialize)]
pub(super) struct BatchForm {
    batch: String,
}

/// `POST /points/{id}/codes/revoke`: the unused codes of a batch are worth nothing from now on.
pub(super) async fn revoke(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<BatchForm>,
) -> Result<Redirect, PageError> {
    let (id, now) = (PointId(id), signed.now);
    let point = visible(&panel, &signed, id).await?;
    let right = right(&signed, &point)?;
    let batch = form.batch.parse().map_err(|_| PageError::Unreadable(StatusCode::BAD_REQUEST))?;
    panel
        .store
        .write(move |conn| Box::pin(async move { visits::revoke(conn, &right, id, batch, now).await }))
        .await?;
    Ok(Redirect::to(&format!("/points/{id}/codes?said=revoked")))
}
