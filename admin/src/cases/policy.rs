//! Which marks open a case, and how long an organisation has for its answer: a setting.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::cases::{LONGEST_DAYS, Policy};
use domain::ratings::Mark;
use serde::Deserialize;
use store::cases;

use super::Said;
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// The policy as it stands in the form.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    low: String,
    #[serde(default)]
    days: String,
}

impl From<Policy> for Typed {
    fn from(policy: Policy) -> Self {
        Self { low: policy.low().get().to_string(), days: policy.working_days().to_string() }
    }
}

impl Typed {
    fn policy(&self) -> Option<Policy> {
        Policy::new(Mark::new(self.low.trim().parse().ok()?)?, self.days.trim().parse().ok()?)
    }
}

#[derive(Template)]
#[template(path = "case_policy.html")]
struct PolicyPage {
    page: Page,
    typed: Typed,
    longest: u32,
    said: bool,
    error: Option<String>,
}

fn page(panel: &Shared, signed: &SignedIn, typed: Typed) -> PolicyPage {
    let page = signed.page(panel, Nav::Ratings);
    PolicyPage { page, typed, longest: LONGEST_DAYS, said: false, error: None }
}

/// `GET /cases/policy`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(Said { said }): Query<Said>,
) -> Result<Html<String>, PageError> {
    let policy: Result<_, store::StoreError> = panel.store.read(|conn| Box::pin(cases::policy(conn))).await;
    render(&PolicyPage { said: said == "kept", ..page(&panel, &signed, policy?.into()) })
}

/// `POST /cases/policy`.
pub(super) async fn keep(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(typed): Posted<Typed>,
) -> Result<Response, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let Some(policy) = typed.policy() else {
        let error = Some(signed.texts().case_policy_wrong(LONGEST_DAYS));
        let page = PolicyPage { error, ..page(&panel, &signed, typed) };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    };
    let now = signed.now;
    panel
        .store
        .write(move |conn| Box::pin(async move { cases::set_policy(conn, &right, policy, now).await }))
        .await?;
    panel.store.forget_catalogue();
    Ok(Redirect::to("/cases/policy?said=kept").into_response())
}
