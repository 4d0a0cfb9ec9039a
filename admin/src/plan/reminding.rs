//! How a plan reminds: its settings, what they mean for a real obligation, and a trial message to one's own chat.

mod form;
mod preview;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::ids::{ObligationId, PlanId};
use domain::people::Scope;
use domain::refusal::Refusal;
use domain::reminders::Policy;
use locales::dates;
use serde::Deserialize;
use store::obligations::{self, ObligationView};
use store::plan::{self, Plan};
use store::{NotDone, StoreError, obligation_lists, people, reminders};

use self::form::Form;
use self::preview::Preview;
use super::decree;
use crate::Shared;
use crate::address::with_query;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// So many open obligations are offered for the preview.
const CHOICES: i64 = 100;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    obligation: String,
    #[serde(default)]
    said: String,
}

#[derive(Template)]
#[template(path = "plan_reminding.html")]
struct RemindingPage {
    page: Page,
    plan: i64,
    decree: String,
    title: String,
    said: Option<String>,
    alert: Option<String>,
    no_chat: bool,
    /// The settings, for who may change them; for others the same in words.
    form: Option<Form>,
    error: Option<String>,
    facts: Vec<(String, String)>,
    preview: Option<Preview>,
}

/// What is kept of a plan and its open obligations.
struct Found {
    plan: Plan,
    policy: Policy,
    open: Vec<ObligationView>,
}

async fn find(panel: &Shared, signed: &SignedIn, id: PlanId) -> Result<Found, PageError> {
    let (scope, today) = (signed.see.scope().clone(), signed.today);
    let found = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let Some(policy) = reminders::policy(conn, id).await? else {
                    return Ok::<_, StoreError>(None);
                };
                let executors = plan::executors(conn, id, &scope).await?;
                let visible = scope == Scope::All || executors.values().any(|one| one.seen > 0);
                let plans = plan::plans(conn).await?;
                let open = obligation_lists::open_of_plan(conn, id, &scope, today, CHOICES).await?;
                let plan = plans.into_iter().find(|plan| plan.id == id).filter(|_| visible);
                Ok(plan.map(|plan| Found { plan, policy, open }))
            })
        })
        .await?;
    found.ok_or(PageError::NotFound)
}

/// `GET /plan/{id}/reminding`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let t = signed.texts();
    let found = find(&panel, &signed, PlanId(id)).await?;
    let said = match asked.said.as_str() {
        "saved" => Some(t.reminding_saved()),
        "sent" => Some(t.reminding_trial_sent()),
        _ => None,
    };
    let policy = found.policy.clone();
    let page = page(&panel, &signed, &found, &policy, &asked.obligation);
    render(&RemindingPage { said, no_chat: asked.said == "no_chat", ..page })
}

/// `POST /plan/{id}/reminding`: keeps the settings, or shows what they would mean.
pub(super) async fn change(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let t = signed.texts();
    let found = find(&panel, &signed, PlanId(id)).await?;
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    if *right.scope() != Scope::All {
        return Err(Refusal::NotYours.into());
    }
    let shown = |policy: &Policy, form: Form| RemindingPage {
        form: Some(form.clone()),
        ..page(&panel, &signed, &found, policy, &form.obligation)
    };
    let policy = match form.policy() {
        Ok(policy) => policy,
        Err(wrong) => {
            let page = RemindingPage { error: Some(form::words_of(t, wrong)), ..shown(&found.policy, form) };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    if form.only_shows() {
        return Ok(render(&shown(&policy, form))?.into_response());
    }
    if form.seen != form::seen(&found.policy) {
        let fresh = Form { seen: form::seen(&found.policy), ..form };
        let page = RemindingPage { alert: Some(t.reminding_changed()), ..shown(&found.policy, fresh) };
        return Ok((StatusCode::CONFLICT, render(&page)?).into_response());
    }
    let (plan, now) = (found.plan.id, signed.now);
    panel
        .store
        .write(move |conn| {
            Box::pin(async move { reminders::set_policy(conn, &right, plan, &policy, now).await })
        })
        .await?;
    Ok(back(id, "saved", &form.obligation))
}

#[derive(Debug, Deserialize)]
pub(in crate::plan) struct Trial {
    obligation: i64,
}

/// `POST /plan/{id}/reminding/trial`: asks for a message to one's own chat. The bot writes it.
pub(super) async fn try_out(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(trial): Posted<Trial>,
) -> Result<Response, PageError> {
    let found = find(&panel, &signed, PlanId(id)).await?;
    let obligation = ObligationId(trial.obligation);
    let known = panel.store.read(|conn| Box::pin(obligations::view(conn, obligation))).await?;
    let known = known.filter(|one| one.plan == found.plan.id).ok_or(PageError::NotFound)?;
    signed.see.check(known.organisation)?;
    let (person, plan, now) = (signed.who.person, found.plan.id, signed.now);
    let asked: Result<bool, NotDone> = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let recipient = people::recipient(conn, person).await?;
                if recipient.is_none_or(|recipient| !recipient.reachable) {
                    return Ok(false);
                }
                reminders::ask_trial(conn, person, plan, obligation, now).await?;
                Ok(true)
            })
        })
        .await;
    Ok(back(id, if asked? { "sent" } else { "no_chat" }, &trial.obligation.to_string()))
}

fn back(plan: i64, said: &str, obligation: &str) -> Response {
    let path = format!("/plan/{plan}/reminding");
    Redirect::to(&with_query(&path, &[("said", said), ("obligation", obligation)])).into_response()
}

fn page(
    panel: &Shared,
    signed: &SignedIn,
    found: &Found,
    policy: &Policy,
    obligation: &str,
) -> RemindingPage {
    let t = signed.texts();
    let preview = Preview::of(signed, &found.open, policy, obligation);
    let chosen = preview.as_ref().map(|preview| preview.obligation.to_string()).unwrap_or_default();
    RemindingPage {
        page: signed.page(panel, Nav::Plan),
        plan: found.plan.id.0,
        decree: decree(t, &found.plan),
        title: found.plan.title.clone(),
        said: None,
        alert: None,
        no_chat: false,
        form: signed.administers_all().then(|| Form::of(policy, form::seen(&found.policy), chosen)),
        error: None,
        facts: facts(signed, policy),
        preview,
    }
}

/// The settings in words.
fn facts(signed: &SignedIn, policy: &Policy) -> Vec<(String, String)> {
    let t = signed.texts();
    let yes_or_no = |yes| if yes { t.reminding_yes() } else { t.reminding_no() };
    let before: Vec<_> = policy.before().iter().map(u8::to_string).collect();
    let days: Vec<_> = policy.list_days().iter().map(|day| dates::weekday(t.language(), *day)).collect();
    vec![
        (t.reminding_before(), before.join(", ")),
        (t.reminding_daily(), policy.daily_after().to_string()),
        (t.reminding_weekly(), yes_or_no(policy.repeats_weekly())),
        (t.reminding_list_days(), if days.is_empty() { t.reminding_no() } else { days.join(", ") }),
        (t.reminding_urgent(), yes_or_no(policy.is_urgent())),
    ]
}
