//! The page of control: whose turn it is, requests for more time, re-checks, and the settings.

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use domain::ageing::LONGEST_PATIENCE;
use domain::clock::tashkent_day;
use domain::control::ControlPolicy;
use domain::ids::{ObligationId, RecheckId};
use domain::people::Role;
use domain::refusal::Refusal;
use locales::{Texts, dates};
use serde::Deserialize;
use store::ageing::HolderCounts;
use store::obligations::{self, Extension};
use store::rechecks::{self, RecheckView};
use store::{NotDone, StoreError, ageing, control};

use crate::Shared;
use crate::csrf::Posted;
use crate::error::{PageError, refusal_text};
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Spoken;
use crate::session::SignedIn;
use crate::svg::Glyph;

/// Rows of each list at most.
const ROWS: i64 = 50;

/// The addresses of control.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/control", get(show))
        .route("/control/settings", post(set))
        .route("/control/rechecks/{id}", post(decide))
}

#[derive(Debug, Default, Deserialize)]
struct Said {
    #[serde(default)]
    said: String,
}

/// A request for more time.
struct Request {
    obligation: ObligationId,
    text: Spoken,
    organisation: String,
    days: String,
    reason: String,
}

/// A report to be looked at once more.
struct Look {
    id: RecheckId,
    obligation: ObligationId,
    text: Spoken,
    organisation: String,
    accepted: String,
}

/// The settings as they stand or were typed.
struct Settings {
    percent: String,
    patience: String,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "control.html")]
struct ControlPage {
    page: Page,
    said: Option<String>,
    alert: Option<String>,
    holders: HolderCounts,
    patience: u32,
    requests: Vec<Request>,
    looks: Vec<Look>,
    /// For who administers everything.
    settings: Option<Settings>,
}

struct Facts {
    policy: ControlPolicy,
    holders: HolderCounts,
    requests: Vec<Extension>,
    looks: Vec<RecheckView>,
}

/// `GET /control`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(said): Query<Said>,
) -> Result<Html<String>, PageError> {
    let t = signed.texts();
    let said = match said.said.as_str() {
        "saved" => Some(t.control_said_saved()),
        "stands" => Some(t.control_said_stands()),
        "falls" => Some(t.control_said_falls()),
        _ => None,
    };
    let facts = facts(&panel, &signed).await?;
    render(&ControlPage { said, ..page(&panel, &signed, &facts) })
}

/// What the page shows; it is for those who control or administer.
async fn facts(panel: &Shared, signed: &SignedIn) -> Result<Facts, PageError> {
    if !signed.who.is(Role::Controller) && !signed.who.is(Role::Administrator) {
        return Err(Refusal::NotAllowed.into());
    }
    let (scope, person, today) = (signed.see.scope().clone(), signed.who.person, signed.today);
    let catalogue = std::sync::Arc::clone(&signed.catalogue);
    let facts = panel
        .store
        .read(move |conn| {
            Box::pin(async move {
                Ok::<_, StoreError>(Facts {
                    policy: control::policy(conn).await?,
                    holders: ageing::holders(conn, &scope, &catalogue, today).await?,
                    requests: obligations::extensions_waiting(conn, &scope, ROWS).await?,
                    looks: rechecks::waiting(conn, &scope, person, ROWS).await?,
                })
            })
        })
        .await?;
    Ok(facts)
}

fn page(panel: &Shared, signed: &SignedIn, facts: &Facts) -> ControlPage {
    let language = signed.language();
    let day = |day| dates::date_short(language, day);
    let tree = &signed.catalogue.tree;
    let requests = facts.requests.iter().map(|one| Request {
        obligation: one.obligation,
        text: signed.spoken(&one.text),
        organisation: signed.organisation_name(one.organisation),
        days: format!("{} → {}", day(one.due_before), day(one.wanted)),
        reason: one.reason.clone(),
    });
    let looks = facts.looks.iter().filter(|one| signed.who.may_decide(one.organisation, tree).is_ok());
    let looks = looks.map(|one| Look {
        id: one.id,
        obligation: one.obligation,
        text: signed.spoken(&one.text),
        organisation: signed.organisation_name(one.organisation),
        accepted: signed.texts().control_recheck_accepted(
            day(tashkent_day(one.accepted_at)),
            one.acceptor.as_deref().unwrap_or("—"),
        ),
    });
    ControlPage {
        page: signed.page(panel, Nav::Obligations),
        said: None,
        alert: None,
        holders: facts.holders,
        patience: facts.policy.patience(),
        requests: requests.collect(),
        looks: looks.collect(),
        settings: signed.administers_all().then(|| Settings {
            percent: facts.policy.recheck_percent().to_string(),
            patience: facts.policy.patience().to_string(),
            error: None,
        }),
    }
}

#[derive(Debug, Deserialize)]
struct Decided {
    decision: String,
    #[serde(default)]
    reason: String,
}

/// `POST /control/rechecks/{id}`: an accepted report stands, or does not.
async fn decide(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<Decided>,
) -> Result<Response, PageError> {
    let id = RecheckId(id);
    let found = panel.store.read(|conn| Box::pin(rechecks::view(conn, id))).await?;
    let found = found.filter(|one| signed.see.check(one.organisation).is_ok());
    let one = found.ok_or(PageError::NotFound)?;
    let right = signed.who.may_decide(one.organisation, &signed.catalogue.tree)?;
    let (now, reason) = (signed.now, form.reason);
    let stands = match form.decision.as_str() {
        "stands" => true,
        "falls" => false,
        _ => return Err(PageError::Unreadable(StatusCode::BAD_REQUEST)),
    };
    let decided = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                if stands {
                    rechecks::stands(conn, &right, id, now).await
                } else {
                    rechecks::falls(conn, &right, id, &reason, now).await
                }
            })
        })
        .await;
    match decided {
        Ok(_) => {
            let said = if stands { "stands" } else { "falls" };
            Ok(Redirect::to(&format!("/control?said={said}")).into_response())
        }
        Err(NotDone::Refused(refusal)) => {
            let facts = facts(&panel, &signed).await?;
            let alert = Some(refusal_text(signed.texts(), refusal));
            let page = ControlPage { alert, ..page(&panel, &signed, &facts) };
            Ok((status(refusal), render(&page)?).into_response())
        }
        Err(failed) => Err(failed.into()),
    }
}

fn status(refusal: Refusal) -> StatusCode {
    match refusal {
        Refusal::ReasonMissing | Refusal::ReasonTooLong => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::OwnDecision | Refusal::NotAllowed | Refusal::NotYours => StatusCode::FORBIDDEN,
        _ => StatusCode::CONFLICT,
    }
}

#[derive(Debug, Deserialize)]
struct Typed {
    #[serde(default)]
    percent: String,
    #[serde(default)]
    patience: String,
}

impl Typed {
    fn read(&self) -> Option<ControlPolicy> {
        ControlPolicy::new(self.percent.trim().parse().ok()?, self.patience.trim().parse().ok()?)
    }
}

/// `POST /control/settings`.
async fn set(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(typed): Posted<Typed>,
) -> Result<Response, PageError> {
    let t: Texts = signed.texts();
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let Some(policy) = typed.read() else {
        let facts = facts(&panel, &signed).await?;
        let settings = Settings {
            percent: typed.percent,
            patience: typed.patience,
            error: Some(t.control_wrong(LONGEST_PATIENCE)),
        };
        let page = ControlPage { settings: Some(settings), ..page(&panel, &signed, &facts) };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    };
    let now = signed.now;
    panel
        .store
        .write(move |conn| Box::pin(async move { control::set_policy(conn, &right, policy, now).await }))
        .await?;
    Ok(Redirect::to("/control?said=saved").into_response())
}
