//! One obligation: the decision first, then the facts and all that happened.
//!
//! What is decided or answered here goes through the same acts as in the bot; who is told of it is the bot's business.

mod answering;
mod cancelling;
mod facts;
mod forms;
mod hand_over;
mod history;
mod load;
mod more_time;
mod past;

use askama::Template;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::ids::ObligationId;
use domain::obligation::Standing;
use serde::Deserialize;
use store::NotDone;
use store::obligations::{self, OneOf, Verdict};

use crate::address::with_query;
use crate::as_of::{self, DayChoice};
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::{Markup, Spoken};
use crate::pill;
use crate::preferences::local;
use crate::session::SignedIn;
use crate::together::{self, Note};
use crate::uploads::LARGEST_FORM;
use crate::{Shared, calls};
use cancelling::CancelForm;
pub(crate) use facts::official_wording;
use facts::{Facts, ReminderLine};
use forms::{AnswerForm, Attempt, DecisionForm};
use hand_over::HandOverCard;
use history::Entry;
pub(crate) use history::{File, of_file};
use load::Dossier;
use more_time::{AskForm, RequestCard};

/// The addresses of obligations.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/obligations/{id}", get(show))
        .route("/obligations/{id}/decision", post(decide))
        .route("/obligations/{id}/answer", post(answering::answer).layer(DefaultBodyLimit::max(LARGEST_FORM)))
        .route("/obligations/{id}/cancel", post(cancelling::cancel))
        .route("/obligations/{id}/hand-over", post(hand_over::offer))
        .route("/obligations/{id}/extension", post(more_time::ask))
        .route("/obligations/{id}/extension/{request}", post(more_time::decide))
}

#[derive(Template)]
#[template(path = "obligation.html")]
struct ObligationPage {
    page: Page,
    id: ObligationId,
    title: Spoken,
    organisation: (String, String),
    state: Markup,
    /// That a report about it was sent back.
    returned: Option<Markup>,
    basis: String,
    said: Option<String>,
    /// What became of the decision that the person has just made.
    note: Option<Note>,
    /// Where the person stands after taking it back.
    back: String,
    alert: Option<String>,
    decision: Option<DecisionForm>,
    answer: Option<AnswerForm>,
    request: Option<RequestCard>,
    ask: Option<AskForm>,
    hand_over: Option<HandOverCard>,
    cancel: Option<CancelForm>,
    /// Where the reader reminds of it, if they control it and it is overdue.
    remind: Option<String>,
    facts: Facts,
    reminders: Vec<ReminderLine>,
    history: Vec<Entry>,
    days: DayChoice,
}

/// What a page says after an act.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    said: String,
    /// The day that is over, when the page of one is asked for.
    #[serde(default)]
    as_of: String,
    /// The decision that the person has just made.
    #[serde(default)]
    decided: String,
}

/// `GET /obligations/{id}`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Query(said): Query<Asked>,
) -> Result<Html<String>, PageError> {
    if let Some(day) = as_of::asked(&panel, &said.as_of, signed.today).await? {
        return past::show(&panel, &signed, ObligationId(id), day).await;
    }
    let t = signed.texts();
    let note = match together::note(&panel, &signed, &said.decided).await? {
        None => together::last_note(&panel, &signed, ObligationId(id)).await?,
        decided => decided,
    };
    let said = match said.said.as_str() {
        "answered" => Some(t.obligation_said_answered()),
        "asked" => Some(t.extension_said_asked()),
        "granted" => Some(t.extension_said_granted()),
        "not_granted" => Some(t.extension_said_refused()),
        "withdrawn" => Some(t.extension_said_withdrawn()),
        "offered" => Some(t.hand_said_offered()),
        "cancelled" => Some(t.obligation_said_cancelled()),
        "offer_withdrawn" => Some(t.hand_said_withdrawn()),
        _ => None,
    };
    let dossier = visible(&panel, &signed, ObligationId(id)).await?;
    page(&panel, &signed, &dossier, (said, note), &Attempt::default())
}

/// The obligation, when there is one that the person may see.
async fn visible(panel: &Shared, signed: &SignedIn, id: ObligationId) -> Result<Dossier, PageError> {
    let dossier = load::dossier(panel, signed, id).await?.ok_or(PageError::NotFound)?;
    signed.see.check(dossier.view.organisation).map_err(|_| PageError::NotFound)?;
    Ok(dossier)
}

/// Where a controller reminds of what is overdue here.
fn remind(signed: &SignedIn, dossier: &Dossier) -> Option<String> {
    let view = &dossier.view;
    let overdue = matches!(view.standing(signed.today), Standing::Overdue { .. });
    let controls = signed.who.may_decide(view.organisation, &signed.catalogue.tree).is_ok();
    (overdue && controls).then(|| calls::address(Some(view.organisation)))
}

fn page(
    panel: &Shared,
    signed: &SignedIn,
    dossier: &Dossier,
    (said, note): (Option<String>, Option<Note>),
    attempt: &Attempt,
) -> Result<Html<String>, PageError> {
    let (t, view) = (signed.texts(), &dossier.view);
    render(&ObligationPage {
        page: signed.page(panel, Nav::Obligations),
        id: view.id,
        title: signed.spoken(&view.text),
        organisation: (format!("/orgs/{}", view.organisation), signed.organisation_name(view.organisation)),
        state: pill::standing(t, view.standing(signed.today)),
        returned: pill::returned(t, view.state),
        basis: facts::basis(t, view),
        said,
        note,
        back: format!("/obligations/{}", view.id),
        alert: attempt.alert(t),
        decision: DecisionForm::of(signed, dossier, attempt),
        answer: AnswerForm::of(signed, dossier, attempt),
        request: RequestCard::of(signed, dossier, attempt),
        ask: AskForm::of(signed, dossier, attempt),
        hand_over: HandOverCard::of(signed, dossier),
        cancel: CancelForm::of(signed, dossier, attempt),
        remind: remind(signed, dossier),
        days: DayChoice::new(&format!("/obligations/{}", view.id), &[], None, signed.today),
        facts: facts::facts(signed, dossier),
        reminders: facts::reminders(signed, dossier),
        history: history::entries(signed, dossier),
    })
}

#[derive(Debug, Deserialize)]
struct Decided {
    decision: String,
    /// The version that the controller looked at.
    seen: i64,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    back: String,
}

/// `POST /obligations/{id}/decision`: takes a report off control, or sends it back with the reason.
async fn decide(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<Decided>,
) -> Result<Response, PageError> {
    let id = ObligationId(id);
    let dossier = visible(&panel, &signed, id).await?;
    let right = signed.who.may_decide(dossier.view.organisation, &signed.catalogue.tree)?;
    let accepts = match form.decision.as_str() {
        "accept" => true,
        "return" => false,
        _ => return Err(PageError::Unreadable(StatusCode::BAD_REQUEST)),
    };
    let reason = form.reason.clone();
    let (one, person, now) = (OneOf { right, id, seen: form.seen }, signed.who.person, signed.now);
    let decided = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let verdict = if accepts { Verdict::Accept } else { Verdict::SendBack(&reason) };
                let (decision, outcomes) =
                    obligations::decide_for_now(conn, person, (&[one], &[]), verdict, now).await?;
                // What was refused leaves nothing behind.
                outcomes.into_iter().try_for_each(|(_, outcome)| outcome.map(drop))?;
                Ok::<_, NotDone>(decision)
            })
        })
        .await;
    match decided {
        Ok(decision) => {
            // To the list from which the person came, or to the obligation itself.
            let back =
                if form.back.is_empty() { format!("/obligations/{id}") } else { local(&form.back).into() };
            Ok(Redirect::to(&together::after(&back, decision)).into_response())
        }
        Err(NotDone::Refused(refusal)) => {
            refused(&panel, &signed, id, Attempt::decision(refusal, form.reason)).await
        }
        Err(failed) => Err(failed.into()),
    }
}

/// To the obligation, with what was done.
fn onward(id: ObligationId, said: &str) -> Response {
    Redirect::to(&with_query(&format!("/obligations/{id}"), &[("said", said)])).into_response()
}

/// The page as it is now, with what stood in the way and with what was typed.
async fn refused(
    panel: &Shared,
    signed: &SignedIn,
    id: ObligationId,
    attempt: Attempt,
) -> Result<Response, PageError> {
    let dossier = visible(panel, signed, id).await?;
    let html = page(panel, signed, &dossier, (None, None), &attempt)?;
    Ok((attempt.status(), html).into_response())
}
