//! After how many working days who hears of what is overdue: a setting for the chains that begin from now on.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::escalation::Policy;
use serde::Deserialize;
use store::{NotDone, StoreError, escalation};

use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// The days as they stand in the form.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Days {
    #[serde(default)]
    head: String,
    #[serde(default)]
    controller: String,
    #[serde(default)]
    brief: String,
}

impl From<Policy> for Days {
    fn from(policy: Policy) -> Self {
        Self {
            head: policy.head.to_string(),
            controller: policy.controller.to_string(),
            brief: policy.brief.to_string(),
        }
    }
}

impl Days {
    fn policy(&self) -> Option<Policy> {
        let day = |text: &str| text.trim().parse().ok();
        Policy::new(day(&self.head)?, day(&self.controller)?, day(&self.brief)?).ok()
    }
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Said {
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "plan_escalation.html")]
struct EscalationPage {
    page: Page,
    /// The code, the words and the days of each level.
    levels: [(&'static str, String, String); 3],
    last: u8,
    said: bool,
    error: Option<String>,
}

fn page(panel: &Shared, signed: &SignedIn, days: Days) -> EscalationPage {
    let t = signed.texts();
    EscalationPage {
        page: signed.page(panel, Nav::Plan),
        levels: [
            ("head", t.role_head(), days.head),
            ("controller", t.role_controller(), days.controller),
            ("brief", t.level_brief(), days.brief),
        ],
        last: Policy::LAST,
        said: false,
        error: None,
    }
}

/// `GET /plan/escalation`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(Said { said }): Query<Said>,
) -> Result<Html<String>, PageError> {
    let policy: Result<_, StoreError> = panel.store.read(|conn| Box::pin(escalation::policy(conn))).await;
    let page = page(&panel, &signed, policy?.into());
    render(&EscalationPage { said: said == "kept", ..page })
}

/// `POST /plan/escalation`.
pub(super) async fn keep(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(days): Posted<Days>,
) -> Result<Response, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let Some(policy) = days.policy() else {
        let error = signed.texts().escalation_wrong(Policy::LAST.to_string());
        let page = EscalationPage { error: Some(error), ..page(&panel, &signed, days) };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    };
    let now = signed.now;
    let kept: Result<(), NotDone> = panel
        .store
        .write(move |conn| Box::pin(async move { escalation::set_policy(conn, &right, policy, now).await }))
        .await;
    kept?;
    Ok(Redirect::to("/plan/escalation?said=kept").into_response())
}
