//! The list of obligations as they stood at the end of a day that is over: the rows behind the numbers of a past board.

use askama::Template;
use axum::response::Html;
use chrono::NaiveDate;
use domain::language::Names;
use domain::people::Scope;
use store::StoreError;
use store::boards::{self, PastObligation};
use store::obligation_lists::{Filter, Wanted};

use super::narrowing::{Sought, filter, narrowed};
use super::{Asked, Chip, chips};
use crate::Shared;
use crate::as_of::Banner;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::lines::Row;
use crate::past_board::rows;
use crate::session::SignedIn;

/// Rows of a page.
const ROWS: usize = 25;
/// A day on which nothing falls due.
const FAR: Option<NaiveDate> = NaiveDate::from_ymd_opt(9999, 12, 31);

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
    asked: Asked,
}

/// The list on `day`.
pub(super) async fn show(
    panel: &Shared,
    signed: &SignedIn,
    mut asked: Asked,
    day: NaiveDate,
) -> Result<Html<String>, PageError> {
    asked.tidy();
    let of_day = signed.on(day);
    let (all, filter, section) = read(panel, &of_day, &asked).await?;
    let mut found: Vec<_> =
        all.into_iter().filter(|one| fits(&filter, one)).map(|one| (one.standing(day), one)).collect();
    let counts = boards::standings(found.iter().map(|(standing, one)| (*standing, one.stood.due)), day);
    let (wanted, total) = (asked.wanted(), counts.of(asked.wanted()));
    found.retain(|(standing, one)| wanted.includes(*standing, one.stood.due, day));
    found.sort_by_key(|(standing, one)| (*standing, one.stood.due, one.id));
    // Beyond the end stands the last page.
    let number = asked.page.parse().unwrap_or(1).clamp(1, found.len().div_ceil(ROWS).max(1));
    let first = (number - 1) * ROWS;
    let shown: Vec<_> = found.iter().skip(first).take(ROWS).map(|(_, one)| *one).collect();
    let t = signed.texts();
    let kept = [
        ("standing", asked.standing.as_str()),
        ("organisation", &asked.organisation),
        ("period", &asked.period),
        ("q", &asked.q),
        ("measure", &asked.measure),
        ("section", &asked.section),
        ("due", &asked.due),
    ];
    let rows = rows(panel, signed, &shown, day).await?;
    let mut chips = chips(t, &asked, &counts);
    if is_all_open(&filter, wanted) {
        chips.retain(|chip| chip.open);
    }
    let address = |page: usize| asked.address(wanted, i64::try_from(page).unwrap_or(i64::MAX));
    render(&PastList {
        page: signed.page(panel, Nav::Obligations),
        past: Banner::new(t, "/obligations", &kept, (day, signed.today)),
        total,
        chips,
        narrowed: narrowed(&of_day, &asked, rows.first().map(|row| row.text.words()), section.as_ref()),
        rows,
        with_organisation: true,
        previous: (number > 1).then(|| address(number - 1)),
        next: (first + ROWS < found.len()).then(|| address(number + 1)),
        asked,
    })
}

/// What there was of the span by the end of the day, what the address narrows it to, and the name of its one section.
async fn read(
    panel: &Shared,
    of_day: &SignedIn,
    asked: &Asked,
) -> Result<(Vec<PastObligation>, Filter, Option<Names>), StoreError> {
    let (filter, day) = (filter(of_day, asked), of_day.today);
    let (sought, wanted) = (Sought::of(of_day, asked), asked.wanted());
    panel
        .store
        .snapshot(move |conn| {
            Box::pin(async move {
                let (filter, section) = sought.narrow(conn, filter).await?;
                let scope = filter.organisation.map_or_else(
                    || filter.scope.clone(),
                    |id| Scope::Only([id].into_iter().filter(|id| filter.scope.includes(*id)).collect()),
                );
                // What was open is few, whenever it fell due; what was closed grows with the age of the city.
                let since = if is_all_open(&filter, wanted) { FAR } else { filter.from };
                let since = since.unwrap_or_default();
                Ok((boards::as_of(conn, &scope, day, since).await?, filter, section))
            })
        })
        .await
}

/// Whether all that was open is asked for, whenever it fell due.
fn is_all_open(filter: &Filter, wanted: Wanted) -> bool {
    filter.from.is_none() && wanted.is_open()
}

/// Whether it is in what the list is narrowed to.
fn fits(filter: &Filter, one: &PastObligation) -> bool {
    let found = filter.found.as_ref().is_none_or(|found| {
        found.measures.contains(&one.measure) || found.organisations.contains(&one.organisation)
    });
    found
        && filter.organisation.is_none_or(|id| one.organisation == id)
        && filter.from.is_none_or(|from| one.stood.due >= from)
        && filter.until.is_none_or(|until| one.stood.due <= until)
}
