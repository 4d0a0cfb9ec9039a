//! Cases of low ratings: the list, one case, and the organisation's answer.
//!
//! The citizen stays unknown: there is a mark, a masked comment, a place.

mod figures;
mod list;
mod policy;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use domain::cases::{Figures, Verdict};
use domain::ids::CaseId;
use domain::refusal::Refusal;
use locales::{Texts, dates, words};
use serde::Deserialize;
use store::cases::CaseView;
use store::opinions::{self, Opinion};
use store::rating_boards::{self, CaseRow, CaseState};
use store::{NotDone, StoreError, cases};

use crate::Shared;
use crate::csrf::Posted;
use crate::error::{PageError, refusal_text};
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::session::SignedIn;
use crate::svg::{Glyph, stars};

pub(crate) use figures::{CaseFigures, read as read_figures, took};

/// The address of cases.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/cases", get(list::show))
        .route("/cases/{id}", get(show).post(answer))
        .route("/cases/policy", get(policy::show).post(policy::keep))
}

/// A case in a list.
pub(crate) struct CaseLine {
    pub(crate) id: i64,
    pub(crate) glyph: Glyph,
    pub(crate) stars: Markup,
    pub(crate) due: String,
    pub(crate) left: String,
    pub(crate) late: bool,
    pub(crate) comment: Option<String>,
    pub(crate) service: String,
    pub(crate) organisation: String,
    pub(crate) point: Option<String>,
    /// Whether the viewer may answer it.
    pub(crate) mine: bool,
}

impl CaseLine {
    pub(crate) fn of(signed: &SignedIn, case: &CaseRow) -> Self {
        let (t, language) = (signed.texts(), signed.language());
        let service = signed.catalogue.services.get(&case.service);
        let late = case.due < signed.today;
        Self {
            id: case.id.0,
            glyph: glyph(case, signed),
            stars: mark_stars(t, case.mark),
            due: dates::date_short(language, case.due),
            left: dates::time_left(language, case.due, signed.today),
            late,
            comment: case.comment.clone(),
            service: service.map(|one| one.names.in_language(language).to_owned()).unwrap_or_default(),
            organisation: signed.organisation_name(case.organisation),
            point: signed.place_name(case.service, case.point.as_ref()),
            mine: signed.who.may_answer(case.organisation, &signed.catalogue.tree).is_ok(),
        }
    }
}

fn glyph(case: &CaseRow, signed: &SignedIn) -> Glyph {
    match case.state {
        CaseState::Answered => Glyph::Done,
        CaseState::Withdrawn | CaseState::LeftOut => Glyph::Cancelled,
        CaseState::Open if case.due < signed.today => Glyph::Overdue,
        CaseState::Open if case.due == signed.today => Glyph::DueSoon,
        CaseState::Open => Glyph::Working,
    }
}

fn mark_stars(t: Texts, mark: i64) -> Markup {
    let mark = u8::try_from(mark).unwrap_or_default();
    stars(mark.into(), &t.overview_stars(mark.to_string()))
}

#[derive(Template)]
#[template(path = "case.html")]
struct CasePage {
    page: Page,
    line: CaseLine,
    /// What was ticked beside the mark,
    reasons: Option<String>,
    /// and the marks of the criteria.
    criteria: Option<String>,
    opened: String,
    open: bool,
    /// Who answered, when, what.
    given: Option<(String, String, String)>,
    /// What the citizen says of the answer.
    verdict: Option<String>,
    /// What else is to be known of it.
    notes: Vec<String>,
    figures: CaseFigures,
    said: bool,
    alert: Option<String>,
    error: Option<String>,
    typed: String,
}

#[derive(Debug, Default, Deserialize)]
struct Said {
    #[serde(default)]
    said: String,
}

/// `GET /cases/{id}`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Query(Said { said }): Query<Said>,
) -> Result<Html<String>, PageError> {
    let case = visible(&panel, &signed, CaseId(id)).await?;
    render(&CasePage { said: said == "answered", ..page(&panel, &signed, &case) })
}

/// A case with what is said of it.
struct Facts {
    row: CaseRow,
    view: CaseView,
    opinion: Opinion,
    figures: Figures,
}

/// The case, when there is one that the person may see.
async fn visible(panel: &Shared, signed: &SignedIn, id: CaseId) -> Result<Facts, PageError> {
    let now = signed.now;
    let found: Result<_, StoreError> = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let (row, view) = (rating_boards::case(conn, id).await?, cases::view(conn, id).await?);
                let Some((row, view)) = row.zip(view) else { return Ok(None) };
                let opinion = opinions::of(conn, view.rating).await?;
                let figures = figures::read(conn, now, row.organisation).await?;
                Ok(Some(Facts { row, view, opinion, figures }))
            })
        })
        .await;
    let case = found?.ok_or(PageError::NotFound)?;
    signed.see.check(case.row.organisation).map_err(|_| PageError::NotFound)?;
    Ok(case)
}

/// What is to be known of a case beside its answer.
fn notes(t: Texts, view: &CaseView) -> Vec<String> {
    let notes = [
        (view.state == CaseState::Withdrawn, t.case_withdrawn()),
        (view.state == CaseState::LeftOut, t.case_left_out()),
        (view.reopened && view.is_open(), t.case_reopened()),
        (view.wanted && view.is_open(), t.case_wanted()),
    ];
    notes.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| note).collect()
}

/// Words in a row; none without any.
fn listed(words: impl Iterator<Item = String>) -> Option<String> {
    Some(words.collect::<Vec<_>>().join(", ")).filter(|list| !list.is_empty())
}

fn said(t: Texts, verdict: Verdict) -> String {
    match verdict {
        Verdict::Solved => t.case_verdict_solved(),
        Verdict::Partly => t.case_verdict_partly(),
        Verdict::Not => t.case_verdict_not(),
    }
}

fn page(panel: &Shared, signed: &SignedIn, facts: &Facts) -> CasePage {
    let (t, language) = (signed.texts(), signed.language());
    let case = &facts.row;
    let given = case.answer.clone().map(|answer| {
        let who = case.answered_by.clone().unwrap_or_else(|| t.history_system());
        let when = case.answered_at.map(|at| dates::moment(language, at)).unwrap_or_default();
        (who, when, answer)
    });
    CasePage {
        page: signed.page(panel, Nav::Ratings),
        line: CaseLine::of(signed, case),
        reasons: listed(facts.opinion.reasons.iter().map(|reason| words::reason(t, *reason))),
        criteria: listed(
            facts
                .opinion
                .criteria
                .iter()
                .map(|(criterion, mark)| format!("{} {}", words::criterion(t, *criterion), mark.get())),
        ),
        opened: dates::moment(language, case.opened_at),
        open: case.state == CaseState::Open,
        given,
        verdict: facts.view.answer.as_ref().and_then(|answer| answer.verdict).map(|verdict| said(t, verdict)),
        notes: notes(t, &facts.view),
        figures: CaseFigures::of(t, facts.figures),
        said: false,
        alert: None,
        error: None,
        typed: String::new(),
    }
}

#[derive(Debug, Deserialize)]
struct Given {
    text: String,
}

/// `POST /cases/{id}`: keeps the organisation's answer.
async fn answer(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(Given { text }): Posted<Given>,
) -> Result<Response, PageError> {
    let id = CaseId(id);
    let case = visible(&panel, &signed, id).await?;
    let right = signed.who.may_answer(case.row.organisation, &signed.catalogue.tree)?;
    let (typed, now, catalogue) = (text.clone(), signed.now, signed.catalogue.clone());
    let done = panel
        .store
        .write(move |conn| {
            Box::pin(async move { cases::answer(conn, &right, &catalogue, id, &text, now).await })
        })
        .await;
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/cases/{id}?said=answered")).into_response()),
        Err(NotDone::Failed(failed)) => Err(failed.into()),
        Err(NotDone::Refused(refusal)) => {
            let t = signed.texts();
            let page = page(&panel, &signed, &visible(&panel, &signed, id).await?);
            let (status, page) = match refusal {
                Refusal::ReasonMissing => {
                    let error = Some(t.case_answer_missing());
                    (StatusCode::UNPROCESSABLE_ENTITY, CasePage { error, typed, ..page })
                }
                Refusal::TextTooLong => {
                    let error = Some(refusal_text(t, refusal));
                    (StatusCode::UNPROCESSABLE_ENTITY, CasePage { error, typed, ..page })
                }
                _ => (StatusCode::CONFLICT, CasePage { alert: Some(t.case_already()), ..page }),
            };
            Ok((status, render(&page)?).into_response())
        }
    }
}
