//! Several reports decided at once, each by the version that was seen: how many were done, and which not and why.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use domain::ids::ObligationId;
use domain::refusal::Refusal;
use domain::together::MOST;
use store::StoreError;
use store::obligations::{self, ObligationView, OneOf, Outcome, Verdict};

use crate::Shared;
use crate::csrf::Posted;
use crate::error::{PageError, refusal_text};
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::preferences::local;
use crate::session::SignedIn;

/// The address of the decision.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/obligations/together", post(decide))
}

/// What was not decided.
struct Left {
    id: ObligationId,
    text: String,
    organisation: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "together.html")]
struct TogetherPage {
    page: Page,
    /// How many were decided.
    done: usize,
    accepts: bool,
    /// Something about the whole form.
    alert: Option<String>,
    left: Vec<Left>,
    back: String,
    /// What was chosen, when the form has to be sent again.
    again: Option<Vec<String>>,
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
    } else {
        None
    };
    if wrong.is_some() {
        let page = page(&panel, &signed, &chosen, wrong, 0, Vec::new());
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    let views = views(&panel, &chosen).await?;
    let (ones, mut outcomes) = allowed(&signed, &chosen, &views);
    let (accepts, reason, now) = (chosen.accepts, chosen.reason.clone(), signed.now);
    let decided = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let verdict = if accepts { Verdict::Accept } else { Verdict::SendBack(&reason) };
                obligations::decide_together(conn, &ones, verdict, now).await
            })
        })
        .await;
    let decided: Result<Vec<Outcome>, StoreError> = decided;
    outcomes.extend(decided?);
    let done = outcomes.iter().filter(|(_, outcome)| outcome.is_ok()).count();
    let page = page(&panel, &signed, &chosen, None, done, left(&signed, &outcomes, &views));
    Ok(render(&page)?.into_response())
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

/// Those about which the person may decide; the others are refused at once.
fn allowed(signed: &SignedIn, chosen: &Chosen, views: &[ObligationView]) -> (Vec<OneOf>, Vec<Outcome>) {
    let (mut ones, mut refused) = (Vec::new(), Vec::new());
    for (id, seen) in &chosen.items {
        let found = views.iter().find(|view| view.id == *id);
        let right = found
            .ok_or(Refusal::NotYours)
            .and_then(|view| signed.who.may_decide(view.organisation, &signed.catalogue.tree));
        match right {
            Ok(right) => ones.push(OneOf { right, id: *id, seen: *seen }),
            Err(refusal) => refused.push((*id, Err(refusal))),
        }
    }
    (ones, refused)
}

fn left(signed: &SignedIn, outcomes: &[Outcome], views: &[ObligationView]) -> Vec<Left> {
    let refused = outcomes.iter().filter_map(|(id, outcome)| Some((*id, outcome.as_ref().err()?)));
    refused
        .map(|(id, refusal)| {
            // Of what the person may not see, nothing is told.
            let view = views.iter().find(|view| view.id == id && signed.see.check(view.organisation).is_ok());
            Left {
                id,
                text: view.map_or_else(|| format!("№ {id}"), |view| view.text.clone()),
                organisation: view
                    .map(|view| signed.organisation_name(view.organisation))
                    .unwrap_or_default(),
                reason: refusal_text(signed.texts(), *refusal),
            }
        })
        .collect()
}

fn page(
    panel: &Shared,
    signed: &SignedIn,
    chosen: &Chosen,
    alert: Option<String>,
    done: usize,
    left: Vec<Left>,
) -> TogetherPage {
    let items = || chosen.items.iter().map(|(id, seen)| format!("{id}:{seen}")).collect::<Vec<_>>();
    let back = if chosen.back.is_empty() { "/obligations?standing=review" } else { local(&chosen.back) };
    TogetherPage {
        page: signed.page(panel, Nav::Obligations),
        done,
        accepts: chosen.accepts,
        again: alert.as_ref().map(|_| items()).filter(|items| !items.is_empty()),
        alert,
        left,
        back: back.to_owned(),
    }
}
