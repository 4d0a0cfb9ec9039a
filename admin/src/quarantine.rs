//! Marks that look as if they were not given by citizens: what makes them suspicious, a reviewer's decision, and the limits.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use chrono::Days;
use domain::ids::QuarantineId;
use domain::people::Role;
use domain::ratings::{Counts, HIGHEST_LIMIT, LONGEST_BURST, Limits, Mark, Suspicion};
use domain::refusal::Refusal;
use locales::{Texts, dates};
use serde::Deserialize;
use store::quarantine::{self, Quarantine, Verdict};
use store::{NotDone, StoreError};

use crate::Shared;
use crate::csrf::Posted;
use crate::error::{PageError, refusal_text};
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;
use crate::svg::Glyph;

/// Lines that wait for a decision, at most.
const WAITING: i64 = 50;
/// Decisions shown.
const DECIDED: i64 = 20;
/// Over so many days back what is usual for a service is counted.
const USUAL_DAYS: u64 = 30;

/// The addresses of what is set apart.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/ratings/quarantine", get(show).post(decide))
        .route("/ratings/quarantine/limits", post(keep_limits))
}

/// Marks that wait together, in words.
struct Line {
    id: QuarantineId,
    why: String,
    usual: String,
    point: String,
    place: String,
    when: String,
    /// How many gave each mark, the best first, where it is more than one mark.
    marks: Vec<(u8, u64)>,
    /// Whether the viewer decides there.
    decides: bool,
    chosen: bool,
    /// What was decided, who and when, why.
    decision: Option<(&'static str, String, String, String)>,
}

/// The limits as they stand or were typed.
#[derive(Clone, Debug, Default, Deserialize)]
struct Typed {
    #[serde(default)]
    person: String,
    #[serde(default)]
    point: String,
    #[serde(default)]
    burst: String,
    #[serde(default)]
    minutes: String,
}

impl From<Limits> for Typed {
    fn from(limits: Limits) -> Self {
        Self {
            person: limits.person_a_day().to_string(),
            point: limits.point_an_hour().to_string(),
            burst: limits.burst().to_string(),
            minutes: limits.burst_minutes().to_string(),
        }
    }
}

impl Typed {
    fn limits(&self) -> Option<Limits> {
        let number = |text: &str| text.trim().parse().ok();
        Limits::new(number(&self.person)?, number(&self.point)?, number(&self.burst)?, number(&self.minutes)?)
    }
}

#[derive(Template)]
#[template(path = "quarantine.html")]
struct QuarantinePage {
    page: Page,
    said: Option<String>,
    alert: Option<String>,
    waiting: Vec<Line>,
    decided: Vec<Line>,
    /// Whether anything here is for the viewer to decide.
    decides: bool,
    reason: String,
    limits: Option<[(&'static str, String, String, u32); 4]>,
    limits_error: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
struct Said {
    #[serde(default)]
    said: String,
    #[serde(default)]
    number: u64,
}

/// `GET /ratings/quarantine`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(said): Query<Said>,
) -> Result<Html<String>, PageError> {
    let t = signed.texts();
    let said = match said.said.as_str() {
        "accepted" => Some(t.quarantine_said_accepted(said.number)),
        "left_out" => Some(t.quarantine_said_left_out(said.number)),
        "limits" => Some(t.quarantine_said_limits()),
        _ => None,
    };
    render(&QuarantinePage { said, ..page(&panel, &signed, &Chosen::default(), None).await? })
}

/// The page; it is for those who control or administer.
async fn page(
    panel: &Shared,
    signed: &SignedIn,
    chosen: &Chosen,
    typed: Option<Typed>,
) -> Result<QuarantinePage, PageError> {
    if !signed.who.is(Role::Controller) && !signed.who.is(Role::Administrator) {
        return Err(Refusal::NotAllowed.into());
    }
    let scope = signed.see.scope().clone();
    let since = signed.today.checked_sub_days(Days::new(USUAL_DAYS)).unwrap_or(signed.today);
    let (waiting, decided, limits) = panel
        .store
        .read(move |conn| {
            Box::pin(async move {
                Ok::<_, StoreError>((
                    quarantine::waiting(conn, &scope, since, WAITING).await?,
                    quarantine::decided(conn, &scope, since, DECIDED).await?,
                    quarantine::limits(conn).await?,
                ))
            })
        })
        .await?;
    let line = |one: &Quarantine| Line { chosen: chosen.ids.contains(&one.id), ..line(signed, one) };
    let waiting: Vec<_> = waiting.iter().map(line).collect();
    let typed = typed.unwrap_or_else(|| limits.into());
    Ok(QuarantinePage {
        page: signed.page(panel, Nav::Ratings),
        said: None,
        alert: None,
        decides: waiting.iter().any(|one| one.decides),
        waiting,
        decided: decided.iter().map(line).collect(),
        reason: chosen.reason.clone(),
        limits: signed.administers_all().then(|| fields(signed.texts(), typed)),
        limits_error: None,
    })
}

/// The name, the words, the value and the highest value of each field.
fn fields(t: Texts, typed: Typed) -> [(&'static str, String, String, u32); 4] {
    [
        ("person", t.quarantine_limit_person(), typed.person, HIGHEST_LIMIT),
        ("point", t.quarantine_limit_point(), typed.point, HIGHEST_LIMIT),
        ("burst", t.quarantine_limit_burst(), typed.burst, HIGHEST_LIMIT),
        ("minutes", t.quarantine_limit_minutes(), typed.minutes, LONGEST_BURST),
    ]
}

fn line(signed: &SignedIn, one: &Quarantine) -> Line {
    let (t, language) = (signed.texts(), signed.language());
    let service = signed.catalogue.services.get(&one.service);
    let service = service.map(|one| one.names.in_language(language).to_owned()).unwrap_or_default();
    let decision = one.decision.as_ref().map(|made| {
        let (class, word) = match made.verdict {
            Verdict::Accept => ("ok", t.quarantine_state_accepted()),
            Verdict::LeaveOut => ("bad", t.quarantine_state_left_out()),
        };
        let who = made.by.as_deref().unwrap_or("—");
        (class, word, format!("{who}, {}", dates::moment(language, made.at)), made.reason.clone())
    });
    Line {
        id: one.id,
        why: why(t, one),
        usual: t.quarantine_usual(one.usual),
        point: of_point(signed, one),
        place: format!("{service} · {}", signed.organisation_name(one.organisation)),
        when: format!("{}–{}", dates::moment(language, one.first), dates::time(one.last)),
        marks: marks(one.marks),
        decides: signed.who.may_decide(one.organisation, &signed.catalogue.tree).is_ok(),
        chosen: false,
        decision,
    }
}

/// Where they were given; a point without a name of its own is called like its organisation.
fn of_point(signed: &SignedIn, one: &Quarantine) -> String {
    if one.point.is_none() {
        return signed.texts().rated_by_name();
    }
    let place = signed.place_name(one.service, one.point.as_ref());
    place.unwrap_or_else(|| signed.organisation_name(one.organisation))
}

fn why(t: Texts, one: &Quarantine) -> String {
    let total = one.marks.total();
    match one.suspicion {
        Suspicion::Burst => {
            let mark = Mark::ALL.into_iter().max_by_key(|mark| one.marks.of(*mark)).map_or(0, Mark::get);
            // Seconds are a minute, too.
            let minutes = u64::try_from((one.last - one.first).num_minutes()).unwrap_or_default() + 1;
            t.quarantine_why_burst(total, mark, minutes)
        }
        Suspicion::Person => t.quarantine_why_person(total),
        Suspicion::Point => t.quarantine_why_point(total),
    }
}

fn marks(counts: Counts) -> Vec<(u8, u64)> {
    let given = Mark::ALL.into_iter().map(|mark| (mark.get(), counts.of(mark)));
    let given: Vec<_> = given.filter(|(_, number)| *number > 0).collect();
    if given.len() > 1 { given } else { Vec::new() }
}

/// What was chosen; a form names each line once, so it is read as a list of names and values.
#[derive(Clone, Debug, Default)]
struct Chosen {
    ids: Vec<QuarantineId>,
    verdict: Option<Verdict>,
    reason: String,
}

impl Chosen {
    fn read(fields: Vec<(String, String)>) -> Option<Self> {
        let mut chosen = Self::default();
        for (name, value) in fields {
            match (name.as_str(), value.as_str()) {
                ("item", id) => chosen.ids.push(QuarantineId(id.parse().ok()?)),
                ("decision", "accept") => chosen.verdict = Some(Verdict::Accept),
                ("decision", "leave_out") => chosen.verdict = Some(Verdict::LeaveOut),
                ("reason", _) => chosen.reason = value,
                _ => {}
            }
        }
        chosen.ids.sort_unstable();
        chosen.ids.dedup();
        Some(chosen)
    }
}

/// `POST /ratings/quarantine`: all that was chosen, or nothing.
async fn decide(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(fields): Posted<Vec<(String, String)>>,
) -> Result<Response, PageError> {
    let wrong = PageError::Unreadable(StatusCode::BAD_REQUEST);
    let Some(chosen) = Chosen::read(fields) else { return Err(wrong) };
    let Some(verdict) = chosen.verdict else { return Err(wrong) };
    if chosen.ids.is_empty() {
        let alert = signed.texts().quarantine_nothing();
        return again(&panel, &signed, &chosen, StatusCode::UNPROCESSABLE_ENTITY, alert).await;
    }
    let (to_decide, who, catalogue) = (chosen.clone(), signed.who.clone(), signed.catalogue.clone());
    let now = signed.now;
    let decided = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let mut number = 0;
                for id in to_decide.ids {
                    let known = quarantine::organisation_of(conn, id).await?.ok_or(Refusal::NotYours)?;
                    let right = who.may_decide(known, &catalogue.tree)?;
                    number += quarantine::decide(conn, &right, id, verdict, &to_decide.reason, now).await?;
                }
                Ok::<_, NotDone>(number)
            })
        })
        .await;
    match decided {
        Ok(number) => {
            let said = if verdict == Verdict::Accept { "accepted" } else { "left_out" };
            Ok(Redirect::to(&format!("/ratings/quarantine?said={said}&number={number}")).into_response())
        }
        Err(NotDone::Refused(refusal)) => {
            let status = match refusal {
                Refusal::ReasonMissing | Refusal::ReasonTooLong => StatusCode::UNPROCESSABLE_ENTITY,
                Refusal::QuarantineDecided => StatusCode::CONFLICT,
                _ => return Err(refusal.into()),
            };
            again(&panel, &signed, &chosen, status, refusal_text(signed.texts(), refusal)).await
        }
        Err(failed) => Err(failed.into()),
    }
}

/// The page once more, with what was chosen and why it was not done.
async fn again(
    panel: &Shared,
    signed: &SignedIn,
    chosen: &Chosen,
    status: StatusCode,
    alert: String,
) -> Result<Response, PageError> {
    let page = QuarantinePage { alert: Some(alert), ..page(panel, signed, chosen, None).await? };
    Ok((status, render(&page)?).into_response())
}

/// `POST /ratings/quarantine/limits`.
async fn keep_limits(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(typed): Posted<Typed>,
) -> Result<Response, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let Some(limits) = typed.limits() else {
        let error = signed.texts().quarantine_limits_wrong(HIGHEST_LIMIT, LONGEST_BURST);
        let page = page(&panel, &signed, &Chosen::default(), Some(typed)).await?;
        let page = QuarantinePage { limits_error: Some(error), ..page };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    };
    let now = signed.now;
    panel
        .store
        .write(move |conn| Box::pin(async move { quarantine::set_limits(conn, &right, limits, now).await }))
        .await?;
    panel.store.forget_catalogue();
    Ok(Redirect::to("/ratings/quarantine?said=limits").into_response())
}
