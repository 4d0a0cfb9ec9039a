//! The plan with the rules read from its phrases, and which of them still wait for a person.
//!
//! The phrase of the decree is shown as it was worded and is never changed.

mod choice;
mod confirm;
mod escalation;
mod reminding;
mod wording;

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::{get, post};
use chrono::{Datelike, Days, NaiveDate};
use domain::calendar::{DayOff, Shift, Week};
use domain::ids::{MeasureId, PlanId};
use domain::people::Scope;
use locales::{Texts, dates, words};
use serde::Deserialize;
use store::StoreError;
use store::plan::{self, Executors, Measure, Plan, RuleState};

use crate::Shared;
use crate::address::with_query;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::{Markup, Spoken};
use crate::pill::pill;
use crate::session::SignedIn;
use crate::svg::Glyph;

/// How many of the next dates are shown.
const DATES: usize = 3;
/// No row of days off is longer than so many days.
const LONGEST_REST: u64 = 14;

/// The addresses of the plan.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/plan", get(show))
        .route("/plan/{id}", get(confirm::show).post(confirm::confirm))
        .route("/plan/{id}/evidence", post(confirm::need_evidence))
        .route("/plan/{id}/wording", post(wording::keep))
        .route("/plan/{id}/reminding", get(reminding::show).post(reminding::change))
        .route("/plan/{id}/reminding/trial", post(reminding::try_out))
        .route("/plan/escalation", get(escalation::show).post(escalation::keep))
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    plan: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    said: String,
}

/// A measure as the page shows it.
struct Line {
    id: i64,
    number: i64,
    text: Spoken,
    phrase: Spoken,
    rule: String,
    next: Vec<NextDate>,
    state: Markup,
    confirmed: Option<String>,
    why: Option<String>,
    executors: String,
    to_confirm: bool,
}

struct Section {
    title: Spoken,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage {
    page: Page,
    said: Option<String>,
    title: Option<(String, String)>,
    /// The page that tells how the plan reminds.
    reminding: Option<String>,
    /// Plans to choose from: address, name, whether it is shown.
    plans: Vec<(String, String, bool)>,
    filters: Vec<(String, String, usize, bool)>,
    waiting: usize,
    sections: Vec<Section>,
}

struct Read {
    plans: Vec<Plan>,
    chosen: Option<Plan>,
    measures: Vec<Measure>,
    executors: BTreeMap<MeasureId, Executors>,
}

/// `GET /plan`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let t = signed.texts();
    let scope = signed.see.scope();
    let mut read = read(&panel, scope, asked.plan.parse().ok().map(PlanId)).await?;
    let sees = |id| *scope == Scope::All || read.executors.get(&id).is_some_and(|one| one.seen > 0);
    read.measures.retain(|measure| sees(measure.id));
    let waiting = read.measures.iter().filter(|one| one.state == RuleState::ToConfirm).count();
    let title = read.chosen.as_ref().map(|plan| (plan.title.clone(), decree(t, plan)));
    let plans = read.plans.iter().map(|plan| {
        let address = with_query("/plan", &[("plan", &plan.id.to_string())]);
        (address, decree(t, plan), read.chosen.as_ref().is_some_and(|chosen| chosen.id == plan.id))
    });
    render(&PlanPage {
        page: signed.page(&panel, Nav::Plan),
        reminding: read.chosen.as_ref().map(|plan| format!("/plan/{}/reminding", plan.id)),
        said: match asked.said.as_str() {
            "confirmed" => Some(t.plan_said_confirmed()),
            "evidence" => Some(t.panel_proof_said()),
            "translated" => Some(t.plan_translations_said()),
            _ => None,
        },
        title,
        plans: plans.collect(),
        filters: filters(t, &asked, read.measures.len(), waiting),
        waiting,
        sections: sections(&signed, &asked, &read),
    })
}

async fn read(panel: &Shared, scope: &Scope, wanted: Option<PlanId>) -> Result<Read, StoreError> {
    let scope = scope.clone();
    panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let plans = plan::plans(conn).await?;
                let chosen =
                    plans.iter().find(|plan| Some(plan.id) == wanted).or_else(|| plans.first()).cloned();
                let (measures, executors) = match &chosen {
                    Some(plan) => {
                        (plan::measures(conn, plan.id).await?, plan::executors(conn, plan.id, &scope).await?)
                    }
                    None => (Vec::new(), BTreeMap::new()),
                };
                Ok(Read { plans, chosen, measures, executors })
            })
        })
        .await
}

/// The decree of a plan, in words.
fn decree(t: Texts, plan: &Plan) -> String {
    t.plan_decree(dates::date_short(t.language(), plan.adopted), plan.number.as_str())
}

fn filters(t: Texts, asked: &Asked, all: usize, waiting: usize) -> Vec<(String, String, usize, bool)> {
    let address = |state| with_query("/plan", &[("plan", asked.plan.as_str()), ("state", state)]);
    let waits = asked.state == RuleState::ToConfirm.code();
    vec![
        (address(""), t.panel_all(), all, !waits),
        (address(RuleState::ToConfirm.code()), t.plan_to_confirm(), waiting, waits),
    ]
}

fn sections(signed: &SignedIn, asked: &Asked, read: &Read) -> Vec<Section> {
    let Some(plan) = &read.chosen else { return Vec::new() };
    let mut sections: Vec<Section> = Vec::new();
    for measure in &read.measures {
        if asked.state == RuleState::ToConfirm.code() && measure.state != RuleState::ToConfirm {
            continue;
        }
        let line = line(signed, plan.adopted, measure, &read.executors);
        let title = signed.spoken(&measure.section);
        match sections.last_mut() {
            Some(section) if section.title == title => section.lines.push(line),
            _ => sections.push(Section { title, lines: vec![line] }),
        }
    }
    sections
}

fn line(
    signed: &SignedIn,
    adopted: NaiveDate,
    measure: &Measure,
    executors: &BTreeMap<MeasureId, Executors>,
) -> Line {
    let t = signed.texts();
    let own = executors.get(&measure.id).copied().unwrap_or_default();
    Line {
        id: measure.id.0,
        number: measure.number,
        text: signed.spoken(&measure.text),
        phrase: signed.spoken(&measure.phrase.as_str().into()),
        rule: match &measure.rule {
            Some(rule) => words::rule(t, rule),
            None => words::deadline_kind(t, measure.kind),
        },
        next: if measure.state.binds() { next_dates(signed, adopted, measure) } else { Vec::new() },
        state: state_pill(t, measure.state),
        confirmed: confirmed(t, measure),
        why: (measure.state == RuleState::ToConfirm).then(|| words::why(t, measure.why)),
        executors: t.count_organisations(own.all),
        to_confirm: measure.state == RuleState::ToConfirm,
    }
}

/// A day on which a measure falls due.
struct NextDate {
    day: String,
    /// The day that the rule names and why it is none, where people do not work on it.
    moved: Option<String>,
}

/// The next days on which a measure falls due, for those who work five days a week.
fn next_dates(signed: &SignedIn, adopted: NaiveDate, measure: &Measure) -> Vec<NextDate> {
    let (t, calendar, today) = (signed.texts(), &signed.catalogue.calendar, signed.today);
    // What fell on days off that are just over may fall due today.
    let from = today.checked_sub_days(Days::new(LONGEST_REST)).unwrap_or(today);
    let many = DATES + usize::try_from(LONGEST_REST).unwrap_or_default();
    let named =
        measure.rule.as_ref().map(|rule| rule.next(adopted, from, many, calendar.in_week(Week::Five)));
    let falls_due = named
        .unwrap_or_default()
        .into_iter()
        .map(|day| (day, calendar.effective_due(day, Shift::default(), Week::Five)));
    let next = falls_due.filter(|(_, due)| *due >= today).take(DATES).map(|(named, due)| {
        let why = calendar.why_not_working(named, Week::Five).filter(|_| named != due).map(|why| match why {
            DayOff::Named(row) => row.name.clone(),
            DayOff::Weekend => dates::weekday(t.language(), named.weekday()),
        });
        NextDate {
            day: dates::date_short(t.language(), due),
            moved: why.map(|why| t.plan_day_moved(dates::date_short(t.language(), named), why)),
        }
    });
    next.collect()
}

fn state_pill(t: Texts, state: RuleState) -> Markup {
    match state {
        RuleState::Certain => pill(Glyph::Done, &t.plan_certain()),
        RuleState::Confirmed => pill(Glyph::Done, &t.plan_confirmed()),
        RuleState::ToConfirm => pill(Glyph::DueSoon, &t.plan_to_confirm()),
        RuleState::NoDate => pill(Glyph::Nothing, &t.plan_no_date()),
    }
}

fn confirmed(t: Texts, measure: &Measure) -> Option<String> {
    let at = dates::moment(t.language(), measure.confirmed_at?);
    Some(match &measure.confirmed_by {
        Some(name) => t.plan_confirmed_by(at, name.as_str()),
        None => t.plan_confirmed_at(at),
    })
}
