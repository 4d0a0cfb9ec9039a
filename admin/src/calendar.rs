//! The days that differ from the plain week: an administrator adds one, confirms one that was only expected, or takes one back.
//! What is open and due on another day because of it moves at once, and those who answer for it are told.

use std::collections::BTreeSet;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::calendar::{CalendarDay, Certainty, DayKind, Weeks};
use domain::people::MayAdminister;
use domain::text::same_apostrophes;
use domain::written::tidy;
use locales::{Texts, dates, words};
use serde::Deserialize;
use store::NotDone;
use store::import::{self, CalendarDraft};

use crate::Shared;
use crate::address::with_query;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::pill::pill;
use crate::session::SignedIn;
use crate::svg::Glyph;

/// The longest name of a day.
const LONGEST_NAME: usize = 120;
/// Years that can be entered: the law of another age is another calendar.
const YEARS: std::ops::RangeInclusive<i32> = 2020..=2099;

/// The addresses of the calendar.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/calendar", get(show).post(change))
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    year: String,
    /// How many due days the last change moved.
    #[serde(default)]
    moved: String,
}

/// What the forms of the page send.
#[derive(Debug, Default, Deserialize)]
struct Wanted {
    date: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    weeks: String,
    /// The day is like any other again.
    #[serde(default)]
    remove: bool,
    /// The person has seen how many due days move, and wants it.
    #[serde(default)]
    sure: bool,
}

struct DayLine {
    date: String,
    day: String,
    name: String,
    kind: String,
    kind_code: String,
    weeks: String,
    weeks_code: String,
    certainty: Option<Markup>,
}

/// A value of a list, its words, and whether it is chosen.
type Options = Vec<(String, String, bool)>;

#[derive(Template)]
#[template(path = "calendar.html")]
struct CalendarPage {
    page: Page,
    said: Option<String>,
    error: Option<String>,
    /// The question whether so many due days may move.
    ask: Option<String>,
    years: Vec<(String, String, bool)>,
    unsure: usize,
    lines: Vec<DayLine>,
    wanted: Wanted,
    kinds: Options,
    weeks: Options,
}

/// `GET /calendar`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    signed.who.may_administer(&signed.catalogue.tree)?;
    let t = signed.texts();
    let year = asked.year.parse().ok().filter(|year| YEARS.contains(year)).unwrap_or(signed.today.year());
    let moved = asked.moved.parse::<u64>().ok();
    let said = moved.map(|moved| if moved > 0 { t.calendar_moved(moved) } else { t.calendar_kept() });
    render(&CalendarPage { said, ..page(&panel, &signed, year, Wanted::default()) })
}

/// `POST /calendar`: one day.
async fn change(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(wanted): Posted<Wanted>,
) -> Result<Response, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let draft = match draft(signed.texts(), &wanted) {
        Ok(draft) => draft,
        Err(error) => {
            let page =
                CalendarPage { error: Some(error), ..page(&panel, &signed, signed.today.year(), wanted) };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    let (year, now) = (draft.date.year(), signed.now);
    if !wanted.sure {
        let again = signed.who.may_administer(&signed.catalogue.tree)?;
        let moved = rehearse(&panel, again, draft.clone(), now).await?;
        if moved > 0 {
            let ask = Some(signed.texts().calendar_ask(moved));
            return Ok(render(&CalendarPage { ask, ..page(&panel, &signed, year, wanted) })?.into_response());
        }
    }
    let done = panel
        .store
        .write(move |conn| Box::pin(async move { import::calendar(conn, &right, &[draft], now).await }))
        .await?;
    panel.store.forget_catalogue();
    let (year, moved) = (year.to_string(), done.moved.to_string());
    Ok(Redirect::to(&with_query("/calendar", &[("year", &year), ("moved", &moved)])).into_response())
}

/// How many due days the change would move. It is made and taken back: what is counted is what will happen.
async fn rehearse(
    panel: &Shared,
    right: MayAdminister,
    draft: CalendarDraft,
    now: DateTime<Utc>,
) -> Result<u64, NotDone> {
    let rehearsed = panel
        .store
        .rehearse(move |conn| Box::pin(async move { import::calendar(conn, &right, &[draft], now).await }));
    Ok(rehearsed.await?.moved)
}

fn draft(t: Texts, wanted: &Wanted) -> Result<CalendarDraft, String> {
    let date: Option<NaiveDate> = wanted.date.parse().ok();
    let date = date.filter(|date| YEARS.contains(&date.year())).ok_or_else(|| t.calendar_wrong_date())?;
    let name = tidy(&same_apostrophes(&wanted.name));
    if name.is_empty() {
        return Err(t.calendar_wrong_name());
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(t.calendar_long_name(LONGEST_NAME));
    }
    let kind: DayKind = from_code(&wanted.kind).ok_or_else(|| t.calendar_wrong_kind())?;
    let weeks: Weeks = from_code(&wanted.weeks).ok_or_else(|| t.calendar_wrong_kind())?;
    let kind = (!wanted.remove).then_some(kind);
    Ok(CalendarDraft { date, weeks, kind, name, certain: Certainty::Certain, source: "panel".to_owned() })
}

fn page(panel: &Shared, signed: &SignedIn, year: i32, wanted: Wanted) -> CalendarPage {
    let t = signed.texts();
    let all = signed.catalogue.calendar.days();
    let mut years: BTreeSet<_> = all.iter().map(|one| one.date.year()).collect();
    years.extend([year, signed.today.year(), signed.today.year() + 1]);
    let lines: Vec<_> = all.iter().filter(|one| one.date.year() == year).map(|one| line(t, one)).collect();
    let address = |year: &String| with_query("/calendar", &[("year", year)]);
    let kinds = [DayKind::Holiday, DayKind::AdditionalOff, DayKind::MovedOff, DayKind::WorkingDay];
    CalendarPage {
        page: signed.page(panel, Nav::Plan),
        said: None,
        error: None,
        ask: None,
        years: years
            .into_iter()
            .map(|one| (address(&one.to_string()), t.board_period_year(one.to_string()), one == year))
            .collect(),
        unsure: lines.iter().filter(|one| one.certainty.is_some()).count(),
        lines,
        kinds: options(kinds.map(|kind| (kind, words::day_kind(t, kind))), &wanted.kind),
        weeks: options(
            [Weeks::All, Weeks::FiveDay, Weeks::SixDay].map(|weeks| (weeks, words::weeks(t, weeks))),
            &wanted.weeks,
        ),
        wanted,
    }
}

fn line(t: Texts, one: &CalendarDay) -> DayLine {
    DayLine {
        date: one.date.to_string(),
        day: dates::date_with_weekday(t.language(), one.date),
        name: one.name.clone(),
        kind: words::day_kind(t, one.kind),
        kind_code: code(one.kind),
        weeks: words::weeks(t, one.weeks),
        weeks_code: code(one.weeks),
        certainty: match one.certain {
            Certainty::Certain => None,
            Certainty::Computed => Some(pill(Glyph::DueSoon, &t.calendar_computed())),
            Certainty::Estimate => Some(pill(Glyph::DueSoon, &t.calendar_estimate())),
        },
    }
}

fn options<T: serde::Serialize, const N: usize>(all: [(T, String); N], chosen: &str) -> Options {
    all.into_iter()
        .map(|(value, words)| {
            let code = code(value);
            let is_chosen = code == chosen;
            (code, words, is_chosen)
        })
        .collect()
}

/// The word by which a value of the calendar is written: the same as in its tables.
fn code(value: impl serde::Serialize) -> String {
    serde_json::json!(value).as_str().unwrap_or_default().to_owned()
}

fn from_code<T: serde::de::DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(serde_json::json!(code)).ok()
}
