//! Publishing results: the deputy hokim looks at what everybody will see, confirms, and it is frozen.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::clock::tashkent_day;
use domain::people::MayPublish;
use domain::refusal::Refusal;
use domain::results::Period;
use locales::dates;
use serde::Deserialize;
use store::NotDone;
use store::publications::{self, Draft};

use super::period_name;
use super::shelf::Index;
use super::view::{Eyes, Table, Whole};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::{PageError, refusal_text};
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// The right of whoever is signed in; of nobody in a city without organisations.
fn right(signed: &SignedIn) -> Result<MayPublish, PageError> {
    let top = signed.catalogue.top().ok_or(PageError::NotFound)?;
    Ok(signed.who.may_publish(top, &signed.catalogue.tree)?)
}

#[derive(Template)]
#[template(path = "publish.html")]
struct ListPage {
    page: Page,
    public: String,
    /// Whether something was published a moment ago.
    said: bool,
    periods: Vec<Line>,
}

/// The period that was published a moment ago.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Said {
    #[serde(default)]
    said: String,
}

/// A period that is over.
struct Line {
    name: String,
    address: String,
    /// When and as which version it was published.
    published: Option<String>,
    /// Whether it can be looked at: its quarters are published.
    ready: bool,
}

/// `GET /ratings/publish`.
pub(super) async fn list(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(Said { said }): Query<Said>,
) -> Result<Html<String>, PageError> {
    right(&signed)?;
    let (t, language) = (signed.texts(), signed.language());
    let index = Index::read(&panel.store).await?;
    let first = panel.store.read(|conn| Box::pin(publications::first_day(conn))).await?;
    let over = first.map(|first| Period::over(first, signed.today)).unwrap_or_default();
    let line = |period: Period| {
        let standing = index.find(period, None);
        let published = standing.map(|one| {
            let day = dates::date_long(language, tashkent_day(one.published_at));
            t.results_published(day, one.version.to_string())
        });
        Line {
            name: period_name(language, period),
            address: format!("/ratings/publish/{}", period.key()),
            published,
            ready: period.quarters().into_iter().all(|quarter| index.find(quarter, None).is_some()),
        }
    };
    let periods = over.into_iter().map(line).collect();
    let public = format!("/results/{}", language.tag());
    let said = Period::read(&said).is_some();
    render(&ListPage { page: signed.page(&panel, Nav::Ratings), public, said, periods })
}

#[derive(Template)]
#[template(path = "publish_preview.html")]
struct PreviewPage {
    page: Page,
    period: String,
    address: String,
    whole: Option<Whole>,
    tables: Vec<Table>,
    /// What is in none of the figures, in words.
    set_aside: Option<String>,
    few: u64,
    held: u64,
    /// How many stay as they were published, since too few ratings changed.
    kept: u64,
    seal: String,
    /// The version that it replaces.
    replaces: Option<String>,
    /// Whether it says what is published already.
    same: bool,
    reason: String,
    error: Option<String>,
}

/// `GET /ratings/publish/{period}`.
pub(super) async fn preview(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(period): Path<String>,
) -> Result<Html<String>, PageError> {
    right(&signed)?;
    let period = Period::read(&period).ok_or(PageError::NotFound)?;
    render(&looked(&panel, &signed, period, Publishing::default(), None).await?)
}

/// What a person confirms.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Publishing {
    #[serde(default)]
    seal: String,
    #[serde(default)]
    confirmed: String,
    #[serde(default)]
    reason: String,
}

/// `POST /ratings/publish/{period}`.
pub(super) async fn publish(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(period): Path<String>,
    Posted(form): Posted<Publishing>,
) -> Result<Response, PageError> {
    let right = right(&signed)?;
    let period = Period::read(&period).ok_or(PageError::NotFound)?;
    let t = signed.texts();
    if form.confirmed != "yes" {
        let page = looked(&panel, &signed, period, form, Some(t.publish_confirm_missing())).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    }
    let (seal, reason, now) = (form.seal.clone(), form.reason.clone(), signed.now);
    let published = panel
        .store
        .write(move |conn| {
            Box::pin(async move { publications::publish(conn, &right, period, (&seal, &reason), now).await })
        })
        .await;
    match published {
        Ok(_) => Ok(Redirect::to(&format!("/ratings/publish?said={}", period.key())).into_response()),
        Err(NotDone::Refused(refusal)) if refusal != Refusal::PeriodNotReady => {
            let page = looked(&panel, &signed, period, form, Some(refusal_text(t, refusal))).await?;
            let status = match refusal {
                Refusal::FiguresChanged | Refusal::NothingToPublish => StatusCode::CONFLICT,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            };
            Ok((status, render(&page)?).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

async fn looked(
    panel: &Shared,
    signed: &SignedIn,
    period: Period,
    form: Publishing,
    error: Option<String>,
) -> Result<PreviewPage, PageError> {
    let now = signed.now;
    let draft = panel
        .store
        .read(move |conn| Box::pin(async move { publications::draft(conn, period, now).await }))
        .await?;
    let Draft { offered, before, seal } = draft;
    let document = &offered.document;
    let same = match &before {
        Some(before) => panel.results.volume(&panel.store, before).await?.document.says_the_same(document),
        None => false,
    };
    let eyes = Eyes { language: signed.language(), pages: None };
    let whole = document.whole();
    let key = whole.map(|one| one.entry.key.as_str()).unwrap_or_default();
    let number = |keys: &[String]| u64::try_from(keys.len()).unwrap_or_default();
    Ok(PreviewPage {
        page: signed.page(panel, Nav::Ratings),
        period: period_name(signed.language(), period),
        address: format!("/ratings/publish/{}", period.key()),
        whole: whole.and_then(|one| one.entry.figures).map(|figures| eyes.whole(&figures)),
        tables: vec![eyes.organisations(document, key), eyes.services(document, None)],
        set_aside: eyes.set_aside(document),
        few: number(&offered.few),
        held: number(&offered.held_back),
        kept: number(&offered.kept),
        seal,
        replaces: before.map(|one| one.version.to_string()),
        same,
        reason: form.reason,
        error,
    })
}
