//! Control stops asking for an obligation, with a reason; that is for good, so the form stands folded.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::ids::ObligationId;
use domain::obligation::State as Stands;
use serde::Deserialize;
use store::{NotDone, obligations};

use super::forms::Attempt;
use super::load::Dossier;
use super::{onward, refused, visible};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::session::SignedIn;

/// The form; there is none for who does not control, and for what is closed.
pub(super) struct CancelForm {
    /// The version that the reader looks at: what arrives meanwhile is not cancelled unread.
    pub(super) seen: i64,
    pub(super) reason: String,
    pub(super) error: Option<String>,
}

impl CancelForm {
    pub(super) fn of(signed: &SignedIn, dossier: &Dossier, attempt: &Attempt) -> Option<Self> {
        let view = &dossier.view;
        let open = matches!(view.state, Stands::Open | Stands::Returned | Stands::Reported);
        let decides = signed.who.may_decide(view.organisation, &signed.catalogue.tree).is_ok();
        let (reason, error) = attempt.about_cancelling(signed.texts());
        (open && decides).then_some(Self { seen: view.state_version, reason, error })
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Cancelled {
    seen: i64,
    #[serde(default)]
    reason: String,
}

/// `POST /obligations/{id}/cancel`.
pub(super) async fn cancel(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<Cancelled>,
) -> Result<Response, PageError> {
    let id = ObligationId(id);
    let dossier = visible(&panel, &signed, id).await?;
    let right = signed.who.may_decide(dossier.view.organisation, &signed.catalogue.tree)?;
    let (reason, seen, now) = (form.reason.clone(), Some(form.seen), signed.now);
    let done = panel
        .store
        .write(move |conn| {
            Box::pin(async move { obligations::cancel(conn, &right, (id, seen), &reason, now).await })
        })
        .await;
    match done {
        Ok(_) => Ok(onward(id, "cancelled")),
        Err(NotDone::Refused(refusal)) => {
            refused(&panel, &signed, id, Attempt::cancelling(refusal, form.reason)).await
        }
        Err(failed) => Err(failed.into()),
    }
}
