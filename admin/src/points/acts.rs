//! What administrators do to a point: other names, another link, none, and whether it is open at all.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PointId;
use domain::refusal::Refusal;
use domain::written::{is_too_long, tidy};
use serde::Deserialize;
use store::points;

use super::{NamesForm, one};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::session::SignedIn;

/// `POST /points/{id}`: other names.
pub(super) async fn rename(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<NamesForm>,
) -> Result<Response, PageError> {
    let (id, now) = (PointId(id), signed.now);
    let point = one::visible(&panel, &signed, id).await?;
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let names = match form.read(signed.texts()) {
        Ok(names) => names,
        Err(error) => {
            let page = one::with_error(&panel, &signed, &point, form, error).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    panel
        .store
        .write(move |conn| Box::pin(async move { points::rename(conn, &right, id, &names, now).await }))
        .await?;
    Ok(done(&panel, id, "renamed"))
}

/// What the form of the link sends.
#[derive(Debug, Deserialize)]
pub(super) struct LinkForm {
    decision: String,
    /// The code that the page showed: what was replaced meanwhile is not replaced again.
    seen: String,
    #[serde(default)]
    reason: String,
}

/// `POST /points/{id}/link`: takes the link back, or puts another in its place.
pub(super) async fn link(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<LinkForm>,
) -> Result<Response, PageError> {
    let (id, now) = (PointId(id), signed.now);
    one::visible(&panel, &signed, id).await?;
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let reason = reason(&form.reason)?;
    let replaces = match form.decision.as_str() {
        "replace" => true,
        "revoke" => false,
        _ => return Err(PageError::Unreadable(StatusCode::BAD_REQUEST)),
    };
    panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let reason = reason.as_deref();
                if replaces {
                    points::replace_link(conn, &right, id, &form.seen, reason, now).await.map(drop)
                } else {
                    points::revoke_link(conn, &right, id, &form.seen, reason, now).await
                }
            })
        })
        .await?;
    Ok(done(&panel, id, if replaces { "replaced" } else { "revoked" }))
}

/// What the form of the state sends.
#[derive(Debug, Deserialize)]
pub(super) struct StateForm {
    decision: String,
    #[serde(default)]
    reason: String,
}

/// `POST /points/{id}/state`: closes the point, or opens it again.
pub(super) async fn state(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<StateForm>,
) -> Result<Response, PageError> {
    let (id, now) = (PointId(id), signed.now);
    one::visible(&panel, &signed, id).await?;
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let reason = reason(&form.reason)?;
    let closes = match form.decision.as_str() {
        "close" => true,
        "reopen" => false,
        _ => return Err(PageError::Unreadable(StatusCode::BAD_REQUEST)),
    };
    panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                if closes {
                    points::close(conn, &right, id, reason.as_deref(), now).await
                } else {
                    points::reopen(conn, &right, id, now).await
                }
            })
        })
        .await?;
    Ok(done(&panel, id, if closes { "closed" } else { "reopened" }))
}

/// The reason that was typed, if any.
fn reason(typed: &str) -> Result<Option<String>, Refusal> {
    let reason = tidy(typed);
    if is_too_long(&reason) {
        return Err(Refusal::ReasonTooLong);
    }
    Ok(Some(reason).filter(|reason| !reason.is_empty()))
}

/// The bot asks the catalogue what a link is worth: it has to look again.
fn done(panel: &Shared, id: PointId, said: &str) -> Response {
    panel.store.forget_catalogue();
    Redirect::to(&format!("/points/{id}?said={said}")).into_response()
}
