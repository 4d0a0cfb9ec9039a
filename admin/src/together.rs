//! Several reports decided at once, each by the version that was seen: how many were done, and which not and why, stands above the
//! list from which the person came, and there the decision can be taken back.

mod note;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use domain::ids::ObligationId;
use domain::refusal::Refusal;
use domain::together::MOST;
use domain::written::{is_too_long, tidy};
use store::StoreError;
use store::obligations::{self, ObligationView, OneOf, Verdict};

use crate::Shared;
use crate::csrf::Posted;
use crate::error::{PageError, refusal_text};
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::preferences::local;
use crate::session::SignedIn;
pub(crate) use note::{Note, after, last_note, note};

/// The address of the decision.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/obligations/together", post(decide)).route("/decisions/{id}/undo", post(note::undo))
}

/// The form once more, when it cannot be taken as it is.
#[derive(Template)]
#[template(path = "together.html")]
struct TogetherPage {
    page: Page,
    /// What is wrong with it.
    alert: String,
    back: String,
    /// What was chosen.
    items: Vec<String>,
    /// What was typed: it is not lost.
    reason: String,
}

/// What was chosen and decided; a form names each report once, so it is read as a list of names and values.
struct Chosen {
    items: Vec<(ObligationId, i64)>,
    accepts: bool,
    reason: String,
    back: String,
}

impl Chosen {
    fn read(fields: Vec<(String, String)>) -> Option<Self> {
        let mut chosen =
            Self { items: Vec::new(), accepts: false, reason: String::new(), back: String::new() };
        let mut decision = None;
        for (name, value) in fields {
            match name.as_str() {
                "item" => {
                    let (id, seen) = value.split_once(':')?;
                    chosen.items.push((ObligationId(id.parse().ok()?), seen.parse().ok()?));
                }
                "decision" => decision = Some(value),
                "reason" => chosen.reason = value,
                "back" => chosen.back = value,
                _ => {}
            }
        }
        chosen.accepts = match decision?.as_str() {
            "accept" => true,
            "return" => false,
            _ => return None,
        };
        (chosen.items.len() <= MOST).then_some(chosen)
    }
}

/// `POST /obligations/together`.
async fn decide(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(fields): Posted<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let t = signed.texts();
    let chosen = Chosen::read(fields).ok_or(PageError::Unreadable(StatusCode::BAD_REQUEST))?;
    let wrong = if chosen.items.is_empty() {
        Some(t.together_nothing())
    } else if !chosen.accepts && chosen.reason.trim().is_empty() {
        Some(refusal_text(t, Refusal::ReasonMissing))
    } else if !chosen.accepts && is_too_long(&tidy(&chosen.reason)) {
        Some(refusal_text(t, Refusal::ReasonTooLong))
    } else {
        None
    };
    let back = if chosen.back.is_empty() { "/obligations?standing=review" } else { local(&chosen.back) };
    if let Some(alert) = wrong {
        let items = chosen.items.iter().map(|(id, seen)| format!("{id}:{seen}")).collect();
        let (page, back) = (signed.page(&panel, Nav::Obligations), back.to_owned());
        let page = TogetherPage { page, alert, back, items, reason: chosen.reason };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    let views = views(&panel, &chosen).await?;
    let (ones, left) = allowed(&signed, &chosen, &views);
    if let (true, Some((_, refusal))) = (ones.is_empty(), left.first()) {
        return Err(PageError::Refused(*refusal));
    }
    let (accepts, reason) = (chosen.accepts, chosen.reason.clone());
    let (person, now) = (signed.who.person, signed.now);
    let decided = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let verdict = if accepts { Verdict::Accept } else { Verdict::SendBack(&reason) };
                obligations::decide_for_now(conn, person, (&ones, &left), verdict, now).await
            })
        })
        .await;
    let decided: Result<_, StoreError> = decided;
    let (decision, _) = decided?;
    Ok(Redirect::to(&after(back, decision)).into_response())
}

async fn views(panel: &Shared, chosen: &Chosen) -> Result<Vec<ObligationView>, StoreError> {
    let ids: Vec<_> = chosen.items.iter().map(|(id, _)| *id).collect();
    panel
        .store
        .read(move |conn| {
            Box::pin(async move {
                let mut views = Vec::new();
                for id in ids {
                    views.extend(obligations::view(conn, id).await?);
                }
                Ok(views)
            })
        })
        .await
}

/// Those about which the person may decide; and the others, with why not.
fn allowed(
    signed: &SignedIn,
    chosen: &Chosen,
    views: &[ObligationView],
) -> (Vec<OneOf>, Vec<(ObligationId, Refusal)>) {
    let (mut ones, mut refused) = (Vec::new(), Vec::new());
    for (id, seen) in &chosen.items {
        let found = views.iter().find(|view| view.id == *id);
        let right = found
            .ok_or(Refusal::NotYours)
            .and_then(|view| signed.who.may_decide(view.organisation, &signed.catalogue.tree));
        match right {
            Ok(right) => ones.push(OneOf { right, id: *id, seen: *seen }),
            Err(refusal) => refused.push((*id, refusal)),
        }
    }
    (ones, refused)
}
