//! The list of obligations as they stood at the end of a day that is over: the rows behind the numbers of a past board.

use askama::Template;
use axum::response::Html;
use chrono::NaiveDate;
use domain::ids::OrganisationId;
use store::boards;

use super::narrowing::narrowed;
use super::{Asked, Chip, chips};
use crate::Shared;
use crate::as_of::Banner;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::lines::Row;
use crate::past_board::rows;
use crate::period::Span;
use crate::session::SignedIn;

/// Rows of a page.
const ROWS: usize = 25;

#[derive(Template)]
#[template(path = "past_list.html")]
struct PastList {
    page: Page,
    past: Banner,
    total: i64,
    chips: Vec<Chip>,
    narrowed: Vec<(String, String)>,
    rows: Vec<Row>,
    with_organisation: bool,
    previous: Option<String>,
    next: Option<String>,
}

/// The list on `day`. Words are not searched in it.
pub(super) async fn show(
    panel: &Shared,
    signed: &SignedIn,
    mut asked: Asked,
    day: NaiveDate,
) -> Result<Html<String>, PageError> {
    asked.q.clear();
    asked.measure.clear();
    asked.section.clear();
    asked.due.clear();
    let span = if asked.period.is_empty() { Span::All } else { Span::read(&asked.period, day) };
    let scope = signed.see.scope().clone();
    let since = span.first();
    let all = panel
        .store
        .read(move |conn| Box::pin(async move { boards::as_of(conn, &scope, day, since).await }))
        .await?;
    let only = asked.organisation.parse().ok().map(OrganisationId);
    let mut found: Vec<_> = all
        .into_iter()
        .filter(|one| span.contains(one.stood.due) && only.is_none_or(|id| one.organisation == id))
        .map(|one| (one.standing(day), one))
        .collect();
    let counts = boards::standings(found.iter().map(|(standing, one)| (*standing, one.stood.due)), day);
    let (wanted, total) = (asked.wanted(), counts.of(asked.wanted()));
    found.retain(|(standing, one)| wanted.includes(*standing, one.stood.due, day));
    found.sort_by_key(|(standing, one)| (*standing, one.stood.due, one.id));
    let number: i64 = asked.page.parse().unwrap_or(1).clamp(1, 100_000);
    let first = usize::try_from(number - 1).unwrap_or_default() * ROWS;
    let shown: Vec<_> = found.iter().skip(first).take(ROWS).map(|(_, one)| *one).collect();
    let t = signed.texts();
    let kept = [
        ("standing", asked.standing.as_str()),
        ("organisation", &asked.organisation),
        ("period", &asked.period),
    ];
    render(&PastList {
        page: signed.page(panel, Nav::Obligations),
        past: Banner::new(t, "/obligations", &kept, (day, signed.today)),
        total,
        chips: chips(t, &asked, &counts),
        narrowed: narrowed(signed, &asked, None, None),
        rows: rows(panel, signed, &shown, day).await?,
        with_organisation: true,
        previous: (number > 1).then(|| asked.address(wanted, number - 1)),
        next: (first + ROWS < found.len()).then(|| asked.address(wanted, number + 1)),
    })
}
