//! Two days side by side: what became better and what became worse, the worst first.

use std::cmp::Reverse;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use chrono::{Datelike, Days, NaiveDate};
use domain::compliance::Rate;
use domain::ids::OrganisationId;
use locales::{Texts, dates, numbers};
use serde::Deserialize;
use store::boards;

use crate::Shared;
use crate::address::with_query;
use crate::as_of::{self, WrongDay};
use crate::board::{self, Board, Tally, percent};
use crate::error::PageError;
use crate::figures::rate_number;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::period::Span;
use crate::session::SignedIn;

/// Without a choice, today is compared with as many days before.
const USUAL: Days = Days::new(7);
/// Organisations of the table; the worst changes are among them.
const ROWS: usize = 200;

/// The address of the page.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/compare", get(show))
}

#[derive(Debug, Deserialize)]
struct Asked {
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    #[serde(default)]
    period: String,
}

/// How a number changed, never told by a colour alone.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    /// Whether it became better; none when it stayed as it was, or cannot be compared.
    better: Option<bool>,
    /// Whether the number grew.
    up: bool,
    /// The word for it.
    word: String,
    /// By how much.
    by: String,
}

/// A number on both days, each with the rows behind it.
struct Pair {
    before: (String, String),
    after: (String, String),
}

struct Row {
    name: String,
    href: String,
    rate: Pair,
    change: Change,
    overdue: Pair,
    overdue_change: Change,
    handed_in: Pair,
}

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage {
    page: Page,
    sentence: String,
    second: String,
    from: String,
    to: String,
    from_day: String,
    to_day: String,
    latest: String,
    period: String,
    spans: Vec<(String, String, bool)>,
    rows: Vec<Row>,
    shown: Option<String>,
}

/// The days of a comparison and the span whose obligations are counted on both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Choice {
    from: NaiveDate,
    to: NaiveDate,
    span: Span,
}

/// `GET /compare`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let first = panel.store.read(|conn| Box::pin(boards::first_day(conn))).await?;
    let choice = choose(&asked, first, signed.today).map_err(PageError::NoSuchDay)?;
    for day in [choice.from, choice.to] {
        as_of::check(&panel, day, signed.today).await?;
    }
    let scope = signed.see.scope();
    let (before, after) = tokio::try_join!(
        board::load_past(&panel.store, scope, choice.span, choice.from),
        board::load_past(&panel.store, scope, choice.span, choice.to),
    )?;
    render(&compare(&panel, &signed, choice, (&before.board, &after.board)))
}

/// Which days are meant. Days the wrong way round are turned; without a choice it is the last week, as far as there is one.
fn choose(asked: &Asked, first: Option<NaiveDate>, today: NaiveDate) -> Result<Choice, WrongDay> {
    let read = |text: &str, usual: NaiveDate| match text.trim() {
        "" => Ok(usual),
        text => as_of::read(text),
    };
    let to = read(&asked.to, today)?;
    let week_before = to.checked_sub_days(USUAL).unwrap_or(to);
    let from = read(&asked.from, first.map_or(week_before, |first| week_before.max(first)).min(to))?;
    let (from, to) = (from.min(to), from.max(to));
    let span = if asked.period.is_empty() { usual_span(from, to) } else { Span::read(&asked.period, to) };
    Ok(Choice { from, to, span })
}

/// The shortest span that both days lie in.
fn usual_span(from: NaiveDate, to: NaiveDate) -> Span {
    let quarter = Span::read("", to);
    match (quarter.contains(from), from.year() == to.year()) {
        (true, _) => quarter,
        (false, true) => Span::Year(to.year()),
        (false, false) => Span::All,
    }
}

fn compare(
    panel: &Shared,
    signed: &SignedIn,
    choice: Choice,
    (before, after): (&Board, &Board),
) -> ComparePage {
    let (t, language) = (signed.texts(), signed.language());
    let ids: std::collections::BTreeSet<_> =
        before.organisations.keys().chain(after.organisations.keys()).copied().collect();
    let none = Tally::default();
    let tallies = ids.into_iter().map(|id| {
        let of = |board: &'_ Board| board.organisations.get(&id).unwrap_or(&none).clone();
        (id, of(before), of(after))
    });
    let mut tallies: Vec<_> =
        tallies.filter(|(_, a, b)| a.figures.expected() + b.figures.expected() > 0).collect();
    tallies.sort_by_cached_key(|(id, a, b)| {
        let steps = step(a.figures.on_time_rate(), b.figures.on_time_rate());
        (steps.is_none(), steps, Reverse(growth(a.figures.overdue, b.figures.overdue)), *id)
    });
    let all = tallies.len();
    let rows = tallies.iter().take(ROWS).map(|(id, a, b)| row(signed, choice, *id, (a, b)));
    let spans = [Span::read("", choice.to), Span::Year(choice.to.year()), Span::All];
    let mut spans: Vec<_> = spans.into_iter().chain([choice.span]).collect();
    spans.dedup();
    if spans[..spans.len() - 1].contains(&choice.span) {
        spans.pop();
    }
    ComparePage {
        page: signed.page(panel, Nav::Overview),
        sentence: sentence(t, choice, (&before.all, &after.all)),
        second: overdue_sentence(t, before.all.figures.overdue, after.all.figures.overdue),
        from: choice.from.to_string(),
        to: choice.to.to_string(),
        from_day: dates::date_short(language, choice.from),
        to_day: dates::date_short(language, choice.to),
        latest: signed.today.to_string(),
        period: choice.span.name(t),
        spans: spans.into_iter().map(|span| (span.key(), span.name(t), span == choice.span)).collect(),
        rows: rows.collect(),
        shown: (all > ROWS).then(|| t.panel_shown(all.to_string(), ROWS.to_string())),
    }
}

/// By how many tenths of a point a rate changed.
fn step(before: Option<Rate>, after: Option<Rate>) -> Option<i64> {
    Some(i64::from(after?.per_mille()) - i64::from(before?.per_mille()))
}

fn growth(before: u64, after: u64) -> i64 {
    let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    whole(after) - whole(before)
}

fn sentence(t: Texts, choice: Choice, (before, after): (&Tally, &Tally)) -> String {
    let language = t.language();
    let (from, to) = (dates::date_short(language, choice.from), dates::date_short(language, choice.to));
    let rates = (before.figures.on_time_rate(), after.figures.on_time_rate());
    let (Some(was), Some(is)) = rates else { return t.compare_no_rate(from, to) };
    let share = |rate: Rate| numbers::percent(language, percent(rate) / 100.0, 1);
    match step(rates.0, rates.1).unwrap_or_default() {
        0 => t.compare_same(from, share(is), to),
        1.. => t.compare_better(share(is), share(was), from, to),
        _ => t.compare_worse(share(is), share(was), from, to),
    }
}

fn overdue_sentence(t: Texts, before: u64, after: u64) -> String {
    let (was, is) = (before.to_string(), after.to_string());
    match growth(before, after) {
        0 if after == 0 => t.compare_none_overdue(),
        0 => t.compare_overdue_same(after),
        1.. => t.compare_overdue_more(is, was),
        _ => t.compare_overdue_fewer(is, was),
    }
}

fn row(signed: &SignedIn, choice: Choice, id: OrganisationId, (a, b): (&Tally, &Tally)) -> Row {
    let t = signed.texts();
    let days = [choice.from.to_string(), choice.to.to_string()];
    let (organisation, period) = (id.to_string(), choice.span.key());
    let board = |day: &str| with_query(&format!("/orgs/{id}"), &[("as_of", day), ("period", &period)]);
    let list = |day: &str, standing: &str| {
        let parameters =
            [("as_of", day), ("standing", standing), ("organisation", &organisation), ("period", &period)];
        with_query("/obligations", &parameters)
    };
    let rates = (a.figures.on_time_rate(), b.figures.on_time_rate());
    let overdue = (a.figures.overdue, b.figures.overdue);
    let handed_in = |tally: &Tally| format!("{}/{}", tally.handed_in(), tally.figures.expected());
    Row {
        name: signed.organisation_name(id),
        href: board(&days[1]),
        rate: Pair {
            before: (rate_number(t, rates.0), board(&days[0])),
            after: (rate_number(t, rates.1), board(&days[1])),
        },
        change: rate_change(t, step(rates.0, rates.1)),
        overdue: Pair {
            before: (overdue.0.to_string(), list(&days[0], "overdue")),
            after: (overdue.1.to_string(), list(&days[1], "overdue")),
        },
        overdue_change: overdue_change(t, growth(overdue.0, overdue.1)),
        handed_in: Pair {
            before: (handed_in(a), list(&days[0], "")),
            after: (handed_in(b), list(&days[1], "")),
        },
    }
}

/// A rate grows for the better.
fn rate_change(t: Texts, step: Option<i64>) -> Change {
    let Some(step) = step else {
        return Change { better: None, up: false, word: t.compare_not_comparable(), by: "—".to_owned() };
    };
    let points = f64::from(i32::try_from(step).unwrap_or_default()) / 10.0;
    change(t, step, true, numbers::change(t.language(), points, 1))
}

/// What is overdue grows for the worse.
fn overdue_change(t: Texts, step: i64) -> Change {
    let number = f64::from(i32::try_from(step).unwrap_or(i32::MAX));
    change(t, step, false, numbers::change(t.language(), number, 0))
}

fn change(t: Texts, step: i64, grows_for_the_better: bool, by: String) -> Change {
    if step == 0 {
        return Change { better: None, up: false, word: t.compare_unchanged(), by: "0".to_owned() };
    }
    let better = (step > 0) == grows_for_the_better;
    let word = if better { t.compare_improved() } else { t.compare_worsened() };
    Change { better: Some(better), up: step > 0, word, by }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn asked(from: &str, to: &str, period: &str) -> Asked {
        Asked { from: from.into(), to: to.into(), period: period.into() }
    }

    #[test]
    fn the_days_are_the_last_week_until_others_are_chosen() {
        let (today, first) = (day("2026-11-23"), day("2026-11-19"));
        for (from, to, since, expected) in [
            ("", "", None, ("2026-11-16", "2026-11-23")),
            ("", "", Some(first), ("2026-11-19", "2026-11-23")),
            ("2026-11-20", "", Some(first), ("2026-11-20", "2026-11-23")),
            ("2026-11-22", "2026-11-20", Some(first), ("2026-11-20", "2026-11-22")),
        ] {
            let choice = choose(&asked(from, to, ""), since, today).unwrap();
            assert_eq!((choice.from, choice.to), (day(expected.0), day(expected.1)), "{from} {to}");
        }
        assert_eq!(choose(&asked("yesterday", "", ""), None, today), Err(WrongDay::Unreadable));
    }

    #[test]
    fn both_days_lie_in_the_usual_span() {
        for (from, to, key) in [
            ("2026-11-16", "2026-11-23", "2026-Q4"),
            ("2026-09-30", "2026-10-01", "2026"),
            ("2025-12-31", "2026-01-01", "all"),
        ] {
            assert_eq!(usual_span(day(from), day(to)).key(), key);
        }
    }
}
