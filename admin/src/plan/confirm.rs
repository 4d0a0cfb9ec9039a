//! Confirming the rule of a measure: what was proposed, or another one. From then on it makes obligations.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use chrono::{NaiveDate, Weekday};
use domain::calendar::Week;
use domain::deadline::{DayOfMonth, Rule};
use domain::evidence::Need;
use domain::ids::MeasureId;
use domain::people::Scope;
use locales::{Texts, dates, words};
use serde::Deserialize;
use store::StoreError;
use store::plan::{self, Measure, Plan};

use super::choice::{Choice, Wrong, days_of_month};
use super::wording::Translations;
use super::{NextDate, decree, next_dates, state_pill};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::{Markup, Spoken};
use crate::obligation::official_wording;
use crate::session::SignedIn;

/// A value of a list, its words, and whether it is chosen.
type Options = Vec<(String, String, bool)>;

/// The lists of the form.
struct Lists {
    units: Options,
    months: Options,
    yearly_days: Options,
    half_after: Options,
    half_days: Options,
    quarter_after: Options,
    quarter_days: Options,
    monthly_days: Options,
    weekdays: Options,
}

#[derive(Template)]
#[template(path = "plan_measure.html")]
pub(super) struct MeasurePage {
    page: Page,
    id: i64,
    title: Spoken,
    decree: String,
    state: Markup,
    /// Names and values.
    facts: Vec<(String, Spoken)>,
    /// The rule that stands or is proposed, with the dates that it makes.
    proposed: Option<(String, Vec<NextDate>)>,
    /// The form, for who administers.
    form: Option<(Choice, Lists)>,
    /// Whether a proof is required: the codes, their words, and which holds; for who administers.
    needs: Vec<(&'static str, String, bool)>,
    /// What the measure says in other languages; for who administers.
    translations: Option<Translations>,
    error: Option<String>,
    alert: Option<String>,
}

pub(super) struct Found {
    plan: Plan,
    measure: Measure,
    /// Whether the measure is the business of an organisation that the person sees.
    visible: bool,
}

pub(super) async fn find(panel: &Shared, signed: &SignedIn, id: MeasureId) -> Result<Found, PageError> {
    let scope = signed.see.scope().clone();
    let found = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let Some(measure) = plan::measure(conn, id).await? else { return Ok::<_, StoreError>(None) };
                let plans = plan::plans(conn).await?;
                let executors = plan::executors(conn, measure.plan, &scope).await?;
                let visible = scope == Scope::All || executors.get(&id).is_some_and(|one| one.seen > 0);
                let plan = plans.into_iter().find(|plan| plan.id == measure.plan);
                Ok(plan.map(|plan| Found { plan, measure, visible }))
            })
        })
        .await?;
    found.filter(|found| found.visible).ok_or(PageError::NotFound)
}

/// `GET /plan/{measure}`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
) -> Result<Html<String>, PageError> {
    let found = find(&panel, &signed, MeasureId(id)).await?;
    let choice = Choice::start(found.measure.rule.as_ref(), seen(&found.measure));
    render(&page(&panel, &signed, &found, choice))
}

/// How a measure stands, so that a decision about something else is noticed.
fn seen(measure: &Measure) -> String {
    let rule = measure.rule.as_ref().map(Rule::short).unwrap_or_default();
    format!("{} {rule}", measure.state.code())
}

/// `POST /plan/{measure}`.
pub(super) async fn confirm(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(choice): Posted<Choice>,
) -> Result<Response, PageError> {
    let t = signed.texts();
    let found = find(&panel, &signed, MeasureId(id)).await?;
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    if choice.seen != seen(&found.measure) {
        let fresh = Choice { seen: seen(&found.measure), ..choice };
        let page = MeasurePage { alert: Some(t.plan_changed()), ..page(&panel, &signed, &found, fresh) };
        return Ok((StatusCode::CONFLICT, render(&page)?).into_response());
    }
    let working = signed.catalogue.calendar.in_week(Week::Five);
    let rule = match choice.rule(found.measure.rule.as_ref(), found.plan.adopted, working) {
        Ok(rule) => rule,
        Err(wrong) => {
            let error = Some(words_of(t, wrong));
            let page = MeasurePage { error, ..page(&panel, &signed, &found, choice) };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    let (measure, now) = (found.measure.id, signed.now);
    panel
        .store
        .write(move |conn| Box::pin(async move { plan::confirm(conn, &right, measure, &rule, now).await }))
        .await?
        .ok_or(PageError::NotFound)?;
    Ok(Redirect::to("/plan?said=confirmed").into_response())
}

#[derive(Deserialize)]
pub(super) struct Needed {
    evidence: String,
}

/// `POST /plan/{measure}/evidence`: whether "done" needs a proof.
pub(super) async fn need_evidence(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<Needed>,
) -> Result<Response, PageError> {
    let found = find(&panel, &signed, MeasureId(id)).await?;
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let need = Need::from_code(&form.evidence).ok_or(PageError::Unreadable(StatusCode::BAD_REQUEST))?;
    let (measure, now) = (found.measure.id, signed.now);
    panel
        .store
        .write(move |conn| {
            Box::pin(async move { plan::need_evidence(conn, &right, measure, need, now).await })
        })
        .await?
        .ok_or(PageError::NotFound)?;
    Ok(Redirect::to("/plan?said=evidence").into_response())
}

fn words_of(t: Texts, wrong: Wrong) -> String {
    match wrong {
        Wrong::Kind => t.plan_wrong_kind(),
        Wrong::NothingProposed => t.plan_wrong_nothing_proposed(),
        Wrong::Date => t.plan_wrong_date(),
        Wrong::BeforeAdoption => t.plan_wrong_before_adoption(),
        Wrong::Count => t.plan_wrong_count(),
        Wrong::Day => t.plan_wrong_day(),
        Wrong::Weekdays => t.plan_wrong_weekdays(),
        Wrong::NoDates => t.plan_wrong_no_dates(),
    }
}

fn page(panel: &Shared, signed: &SignedIn, found: &Found, choice: Choice) -> MeasurePage {
    let (t, measure) = (signed.texts(), &found.measure);
    let official = |words: &str| signed.spoken(&words.into());
    let mut facts = Vec::from_iter(official_wording(signed, &measure.text));
    facts.extend([
        (t.fact_phrase(), official(&measure.phrase).map(|words| format!("«{words}»"))),
        (t.plan_kind(), words::deadline_kind(t, measure.kind).into()),
        (t.plan_why(), words::why(t, measure.why).into()),
    ]);
    facts.extend(super::confirmed(t, measure).map(|words| (t.plan_confirmed(), words.into())));
    facts.push((t.fact_executors(), official(&measure.executors)));
    facts.push((t.fact_mechanism(), signed.spoken(&measure.mechanism)));
    facts.retain(|(_, value)| !value.words().is_empty());
    let administers = signed.administers_all();
    let proposed = measure.rule.as_ref();
    MeasurePage {
        page: signed.page(panel, Nav::Plan),
        id: measure.id.0,
        title: signed.spoken(&measure.text),
        decree: decree(t, &found.plan),
        state: state_pill(t, measure.state),
        facts,
        proposed: proposed
            .map(|rule| (words::rule(t, rule), next_dates(signed, found.plan.adopted, measure))),
        form: administers.then(|| {
            let lists = lists(t, &choice);
            (choice, lists)
        }),
        needs: if administers { needs(t, measure.evidence) } else { Vec::new() },
        translations: administers.then(|| Translations::kept(measure)),
        error: None,
        alert: None,
    }
}

/// The page with translations as they were typed.
pub(super) fn page_with(
    panel: &Shared,
    signed: &SignedIn,
    found: &Found,
    translations: Translations,
) -> MeasurePage {
    let choice = Choice::start(found.measure.rule.as_ref(), seen(&found.measure));
    MeasurePage { translations: Some(translations), ..page(panel, signed, found, choice) }
}

fn needs(t: Texts, holds: Need) -> Vec<(&'static str, String, bool)> {
    let words = |need| match need {
        Need::Welcome => t.panel_proof_welcome(),
        Need::Required => t.panel_proof_required(),
    };
    Need::ALL.map(|need| (need.code(), words(need), need == holds)).into()
}

fn lists(t: Texts, choice: &Choice) -> Lists {
    let language = t.language();
    let units = [
        ("days", t.plan_unit_days()),
        ("working-days", t.plan_unit_working_days()),
        ("weeks", t.plan_unit_weeks()),
        ("months", t.plan_unit_months()),
        ("years", t.plan_unit_years()),
    ];
    let month = |number: u32| NaiveDate::from_ymd_opt(2028, number, 1).unwrap_or_default();
    let months = (1..=12).map(|number| (number.to_string(), dates::month(language, month(number))));
    let days =
        |chosen: &str| options(days_of_month().map(|day| (day.to_string(), day_words(t, day))), chosen);
    let after = |chosen: &str| {
        options((0..=3_u8).map(|number| (number.to_string(), t.plan_months_after(number))), chosen)
    };
    let weekdays = choice.weekdays().into_iter().map(|(name, chosen)| {
        let words = name.parse::<Weekday>().map(|day| dates::weekday(language, day)).unwrap_or_default();
        (name.to_owned(), words, chosen)
    });
    Lists {
        units: options(units.into_iter().map(|(code, words)| (code.to_owned(), words)), &choice.unit),
        months: options(months, &choice.month),
        yearly_days: days(&choice.yearly_day),
        half_after: after(&choice.half_after),
        half_days: days(&choice.half_day),
        quarter_after: after(&choice.quarter_after),
        quarter_days: days(&choice.quarter_day),
        monthly_days: days(&choice.monthly_day),
        weekdays: weekdays.collect(),
    }
}

fn day_words(t: Texts, day: DayOfMonth) -> String {
    match day {
        DayOfMonth::Day(day) => day.to_string(),
        DayOfMonth::Last => t.day_last(),
        DayOfMonth::LastWorking => t.day_last_working(),
    }
}

fn options(all: impl Iterator<Item = (String, String)>, chosen: &str) -> Options {
    all.map(|(value, words)| (value.clone(), words, value == chosen)).collect()
}
