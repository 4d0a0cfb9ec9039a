//! The reports that were made, and the form that makes another.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::ids::OrganisationId;
use domain::reporting::Period;
use locales::{Texts, dates};
use serde::Deserialize;
use store::reporting::{self, Made};

use super::paper;
use crate::Shared;
use crate::as_of;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::exports;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// Rows of a page.
const ROWS: i64 = 25;
/// Organisations that the form offers; the page of any other leads here with it chosen.
const OFFERED: usize = 100;
/// What the form calls the sheet of the day on which it is sent.
const SHEET: &str = "sheet";

/// What stands in the address.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    before: String,
    #[serde(default)]
    organisation: String,
    /// A day that is over, of which the form offers the sheet.
    #[serde(default)]
    day: String,
}

/// What a person wants to be made.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    what: String,
    #[serde(default)]
    organisation: String,
}

struct Row {
    id: i64,
    title: String,
    as_of: String,
    about: String,
    made: String,
    who: String,
    event: i64,
}

/// A choice of the form.
struct Choice {
    value: String,
    name: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "reports.html")]
struct ListPage {
    page: Page,
    /// The day that is over of which the sheet is offered: its value and its words.
    day: Option<(String, String)>,
    rows: Vec<Row>,
    older: Option<String>,
    months: Vec<Choice>,
    years: Vec<Choice>,
    organisations: Vec<Choice>,
    error: bool,
    /// Files that are being prepared for the person, and those that are ready.
    exports: Vec<exports::Row>,
}

/// `GET /reports`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let before = asked.before.parse().ok();
    let day = as_of::asked(&panel, &asked.day, signed.today).await?;
    let what = day.map(|day| Period::Day(day).key()).unwrap_or_default();
    let wanted = Wanted { what, organisation: asked.organisation };
    render(&page(&panel, &signed, before, &wanted, false).await?)
}

/// `POST /reports`.
pub(super) async fn make(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(wanted): Posted<Wanted>,
) -> Result<Response, PageError> {
    let tree = &signed.catalogue.tree;
    signed.who.reads_reports(tree)?;
    let period = match wanted.what.as_str() {
        SHEET => Some(Period::Day(signed.today)),
        // The sheet of a day that is over is told again from the record; today's has a name of its own.
        other => Period::read(other).filter(|period| *period != Period::Day(signed.today)),
    };
    let organisation = wanted.organisation.parse().ok().map(OrganisationId);
    let organisation = organisation.filter(|id| signed.catalogue.organisations.contains_key(id));
    let period = period.filter(|period| period.has_begun(signed.today));
    let (Some(period), Some(organisation)) = (period, organisation) else {
        let page = page(&panel, &signed, None, &wanted, true).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
    };
    if let Period::Day(day) = period {
        as_of::check(&panel, day, signed.today).await?;
    }
    let right = signed.who.may_report(organisation, tree)?;
    let id = super::make(&panel, &signed, right, period).await?;
    Ok(Redirect::to(&format!("/reports/{id}")).into_response())
}

async fn page(
    panel: &Shared,
    signed: &SignedIn,
    before: Option<i64>,
    wanted: &Wanted,
    error: bool,
) -> Result<ListPage, PageError> {
    let scope = signed.who.reads_reports(&signed.catalogue.tree)?;
    let made = panel
        .store
        .read(|conn| Box::pin(async move { reporting::list(conn, &scope, before, ROWS + 1).await }))
        .await?;
    let t = signed.texts();
    let shown = usize::try_from(ROWS).unwrap_or_default();
    let older = made.get(shown).and_then(|_| made.get(shown - 1)).map(|last| last.id);
    let (months, years) = Period::choices(signed.today);
    let choice = |period: Period| Choice {
        name: short_name(t, period),
        chosen: wanted.what == period.key(),
        value: period.key(),
    };
    let day = Period::read(&wanted.what).filter(|period| matches!(period, Period::Day(_)));
    let day = day.filter(|period| *period != Period::Day(signed.today));
    Ok(ListPage {
        day: day.map(|day| (day.key(), t.reports_sheet_day(short_name(t, day)))),
        rows: made.iter().take(shown).map(|one| row(signed, one)).collect(),
        older: older.map(|id| format!("/reports?before={id}")),
        months: months.into_iter().map(choice).collect(),
        years: years.into_iter().map(choice).collect(),
        organisations: organisations(signed, wanted)?,
        exports: exports::rows(panel, signed),
        page: signed.page(panel, Nav::Reports),
        error,
    })
}

fn short_name(t: Texts, period: Period) -> String {
    match period {
        Period::Day(day) => dates::date_long(t.language(), day),
        Period::Month(first) => dates::month_year(t.language(), first),
        Period::Year(year) => t.board_period_year(year.to_string()),
    }
}

fn row(signed: &SignedIn, made: &Made) -> Row {
    let (t, language) = (signed.texts(), signed.language());
    let at = paper::moment_of(made.period, made.made_at);
    Row {
        id: made.id,
        title: match made.period {
            Period::Day(_) => t.reports_sheet(),
            Period::Month(_) | Period::Year(_) => paper::title(t, made.period),
        },
        as_of: t.report_as_of(dates::date_long(language, domain::clock::tashkent_day(at))),
        about: signed.organisation_name(made.organisation),
        made: dates::moment(language, made.made_at),
        who: made.made_by.clone(),
        event: made.position,
    }
}

/// What a report may be about: the person's own organisations first, then those below, by their names; at the end the closed
/// ones, whose months and years stay what they were.
fn organisations(signed: &SignedIn, wanted: &Wanted) -> Result<Vec<Choice>, PageError> {
    let catalogue = Arc::clone(&signed.catalogue);
    let nodes = signed.who.reports_on(&catalogue.tree)?;
    let is_closed = |id: OrganisationId| catalogue.organisations.get(&id).is_none_or(|one| !one.active);
    let chosen: Option<OrganisationId> = wanted.organisation.parse().ok().map(OrganisationId);
    let mut below: Vec<_> = nodes
        .iter()
        .flat_map(|node| catalogue.tree.below(*node))
        .filter(|id| !nodes.contains(id))
        .map(|id| (is_closed(id), signed.organisation_name(id), id))
        .collect();
    below.sort();
    // The chosen one is offered, however many there are.
    let place = below.iter().position(|(_, _, id)| chosen == Some(*id));
    let kept = below.iter().enumerate().filter(|(at, _)| *at < OFFERED || Some(*at) == place);
    let kept = kept.map(|(_, (_, _, id))| *id);
    let choice = |id: OrganisationId| Choice {
        value: id.to_string(),
        name: if is_closed(id) {
            signed.texts().reports_closed(signed.organisation_name(id))
        } else {
            signed.organisation_name(id)
        },
        chosen: chosen == Some(id),
    };
    Ok(nodes.iter().copied().chain(kept).map(choice).collect())
}
