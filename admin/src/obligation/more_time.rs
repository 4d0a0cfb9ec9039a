//! More time on the page of an obligation: the request, its decision, and taking it back.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{Days, NaiveDate};
use domain::extension::{Asking, LONGEST_DAYS, may_be_asked_in};
use domain::ids::{ExtensionId, ObligationId};
use domain::refusal::Refusal;
use locales::dates;
use locales::ready::in_own_language;
use serde::Deserialize;
use store::NotDone;
use store::obligations::{self, Extension};

use super::forms::Attempt;
use super::load::Dossier;
use super::{onward, refused, visible};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::session::SignedIn;

/// A request that waits for its decision.
pub(super) struct RequestCard {
    pub(super) id: ExtensionId,
    pub(super) lead: String,
    pub(super) reason: String,
    /// The viewer decides about it; unless he asked himself.
    pub(super) decides: bool,
    pub(super) own: bool,
    /// The viewer may take it back.
    pub(super) withdraws: bool,
    pub(super) typed: String,
    pub(super) error: Option<String>,
}

impl RequestCard {
    pub(super) fn of(signed: &SignedIn, dossier: &Dossier, attempt: &Attempt) -> Option<Self> {
        let (t, organisation) = (signed.texts(), dossier.view.organisation);
        let asked = dossier.extensions.iter().find(|one| one.state == Asking::Asked)?;
        let day = |day| dates::date_short(t.language(), day);
        let (_, typed, error) = attempt.about_more_time(t);
        Some(Self {
            id: asked.id,
            lead: t.extension_card_lead(day(dossier.view.due), asked.asker.as_str(), day(asked.wanted)),
            reason: in_own_language(t, &asked.reason).into_owned(),
            decides: signed.who.may_decide(organisation, &signed.catalogue.tree).is_ok(),
            own: asked.asked_by == signed.who.person,
            withdraws: signed.who.may_answer(organisation, &signed.catalogue.tree).is_ok(),
            typed,
            error,
        })
    }
}

/// The form by which an organisation asks for more time.
pub(super) struct AskForm {
    pub(super) first: String,
    pub(super) last: String,
    pub(super) wanted: String,
    pub(super) why: String,
    pub(super) error: Option<String>,
}

impl AskForm {
    pub(super) fn of(signed: &SignedIn, dossier: &Dossier, attempt: &Attempt) -> Option<Self> {
        let (t, view) = (signed.texts(), &dossier.view);
        let answers = signed.who.may_answer(view.organisation, &signed.catalogue.tree).is_ok();
        let asks = answers && may_be_asked_in(view.state) && view.asked_more_at.is_none();
        let (wanted, why, error) = attempt.about_more_time(t);
        let after_due = view.due.succ_opt().unwrap_or(view.due);
        let longest = Days::new(LONGEST_DAYS.unsigned_abs());
        asks.then(|| Self {
            first: after_due.max(signed.today).to_string(),
            last: view.due.max(signed.today).checked_add_days(longest).unwrap_or(view.due).to_string(),
            wanted,
            why,
            error,
        })
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    wanted: String,
    #[serde(default)]
    why: String,
}

/// `POST /obligations/{id}/extension`: the organisation asks for more time.
pub(super) async fn ask(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<Wanted>,
) -> Result<Response, PageError> {
    let id = ObligationId(id);
    let dossier = visible(&panel, &signed, id).await?;
    let right = signed.who.may_answer(dossier.view.organisation, &signed.catalogue.tree)?;
    let (now, catalogue, why) = (signed.now, std::sync::Arc::clone(&signed.catalogue), form.why.clone());
    let asked = match form.wanted.trim().parse::<NaiveDate>() {
        Ok(day) => {
            panel
                .store
                .write(move |conn| {
                    Box::pin(async move {
                        obligations::ask_more(conn, &right, id, (day, &why), &catalogue, now).await
                    })
                })
                .await
        }
        Err(_) => Err(Refusal::ExtensionNotLater.into()),
    };
    match asked {
        Ok(_) => Ok(onward(id, "asked")),
        Err(NotDone::Refused(refusal)) => {
            let attempt = Attempt::more_time(refusal, form.wanted, form.why);
            refused(&panel, &signed, id, attempt).await
        }
        Err(failed) => Err(failed.into()),
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Decided {
    decision: String,
    #[serde(default)]
    why: String,
}

/// `POST /obligations/{id}/extension/{request}`: control grants or refuses, or the organisation takes the request back.
pub(super) async fn decide(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path((id, request)): Path<(i64, i64)>,
    Posted(form): Posted<Decided>,
) -> Result<Response, PageError> {
    let (id, request) = (ObligationId(id), ExtensionId(request));
    let dossier = visible(&panel, &signed, id).await?;
    if !dossier.extensions.iter().any(|one| one.id == request) {
        return Err(PageError::NotFound);
    }
    let (done, said) = match form.decision.as_str() {
        "grant" => (grant(&panel, &signed, &dossier, request).await, "granted"),
        "refuse" => (refuse(&panel, &signed, &dossier, request, form.why.clone()).await, "not_granted"),
        "withdraw" => (withdraw(&panel, &signed, &dossier, request).await, "withdrawn"),
        _ => return Err(PageError::Unreadable(StatusCode::BAD_REQUEST)),
    };
    match done {
        Ok(_) => Ok(onward(id, said)),
        Err(NotDone::Refused(refusal)) => {
            let attempt = Attempt::more_time(refusal, String::new(), form.why);
            refused(&panel, &signed, id, attempt).await
        }
        Err(failed) => Err(failed.into()),
    }
}

async fn grant(
    panel: &Shared,
    signed: &SignedIn,
    dossier: &Dossier,
    request: ExtensionId,
) -> Result<Extension, NotDone> {
    let right = signed.who.may_decide(dossier.view.organisation, &signed.catalogue.tree)?;
    let (now, catalogue) = (signed.now, std::sync::Arc::clone(&signed.catalogue));
    panel
        .store
        .write(move |conn| {
            Box::pin(async move { obligations::grant_more(conn, &right, request, &catalogue, now).await })
        })
        .await
}

async fn refuse(
    panel: &Shared,
    signed: &SignedIn,
    dossier: &Dossier,
    request: ExtensionId,
    why: String,
) -> Result<Extension, NotDone> {
    let right = signed.who.may_decide(dossier.view.organisation, &signed.catalogue.tree)?;
    let now = signed.now;
    panel
        .store
        .write(move |conn| {
            Box::pin(async move { obligations::refuse_more(conn, &right, request, &why, now).await })
        })
        .await
}

async fn withdraw(
    panel: &Shared,
    signed: &SignedIn,
    dossier: &Dossier,
    request: ExtensionId,
) -> Result<Extension, NotDone> {
    let right = signed.who.may_answer(dossier.view.organisation, &signed.catalogue.tree)?;
    let now = signed.now;
    panel
        .store
        .write(move |conn| {
            Box::pin(async move { obligations::withdraw_more(conn, &right, request, now).await })
        })
        .await
}
