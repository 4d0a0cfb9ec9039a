//! The first page: the state of the city in one sentence, then what needs the reader, then the numbers behind it.

mod attention;
mod late;
mod named;

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use chrono::{Datelike, Days, NaiveDate};
use domain::ids::CaseId;
use domain::obligation::DUE_SOON_DAYS;
use locales::{Texts, dates, numbers};
use serde::Deserialize;
use store::ageing::HolderCounts;
use store::boards::{self, Group, Review, Wave};
use store::escalation;
use store::people::{self, Vacancy};
use store::quarantine;
use store::rating_boards::{self, CaseRow};
use store::{Store, StoreError, ageing, obligations, plan};

use crate::as_of::{self, DayChoice};
use crate::board::{self, Board, percent};
use crate::error::PageError;
use crate::figures::{self, Satisfaction, State as StateCount, Trend, satisfaction, states, trend};
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::organisations::{Filter, Table, choose, table};
use crate::period::Span;
use crate::session::SignedIn;
use crate::svg::stars;
use crate::{Shared, address, past_board};
pub(crate) use attention::{Attention, attention};
pub(crate) use late::Late;
pub(crate) use named::{Deadline, Nis, View, deadline, nis};

/// Overdue obligations named one by one among what needs attention.
const NAMED_OVERDUE: i64 = 3;
/// Rows of the short lists.
const SHORT: i64 = 5;
/// The height of the trend, as tall as what stands beside it.
const TREND_HEIGHT: u16 = 250;
/// Low ratings shown.
const CASES: i64 = 3;
/// Rows of the table of organisations; the rest is one tap away.
const ORGANISATIONS: usize = 25;

#[derive(Debug, Deserialize)]
pub(crate) struct Chosen {
    #[serde(default)]
    period: String,
    #[serde(default)]
    as_of: String,
}

/// What the page is made of, as it was read.
struct Facts {
    board: Board,
    lists: Lists,
}

/// What stands beside the figures.
pub(crate) struct Lists {
    pub(crate) overdue: Vec<Group>,
    pub(crate) soon: Vec<Group>,
    pub(crate) review: Review,
    pub(crate) requests: u64,
    pub(crate) holders: HolderCounts,
    /// Suspicious marks that wait for a reviewer.
    pub(crate) quarantined: u64,
    pub(crate) cases: Vec<CaseRow>,
    pub(crate) case_counts: (u64, u64),
    pub(crate) vacancies: Vec<Vacancy>,
    /// Levels that something overdue could not reach.
    pub(crate) unreached: Vec<escalation::Vacancy>,
    pub(crate) to_confirm: i64,
    pub(crate) wave: Option<Wave>,
}

/// The days of a list, and so many rows of it.
type Listed = ((NaiveDate, NaiveDate), i64);

/// What is named of the overdue, and what of the coming deadlines.
pub(crate) fn spans(today: NaiveDate) -> (Listed, Listed) {
    let yesterday = today.pred_opt().unwrap_or(today);
    let soon = today.checked_add_days(Days::new(DUE_SOON_DAYS.into())).unwrap_or(today);
    (((Span::All.first(), yesterday), NAMED_OVERDUE), ((today, soon), SHORT))
}

async fn read(store: &Store, signed: &SignedIn, span: Span) -> Result<Facts, StoreError> {
    let today = signed.today;
    let board = board::load(store, signed.see.scope(), span, today);
    let (mut board, lists) = tokio::try_join!(board, Box::pin(read_lists(store, signed)))?;
    let shown = choose(signed, &board, &Filter::default(), ORGANISATIONS);
    board::load_trends(store, signed, &mut board, &shown.organisations).await?;
    Ok(Facts { board, lists })
}

/// Reads what is named beside what waits, on two connections: the first page asks much of a database, and a reader waits.
async fn read_lists(store: &Store, signed: &SignedIn) -> Result<Lists, StoreError> {
    let today = signed.today;
    let (scope, catalogue) = (signed.see.scope().clone(), Arc::clone(&signed.catalogue));
    let waiting = store.read(move |conn| {
        Box::pin(async move {
            Ok((
                boards::review(conn, &scope).await?,
                obligations::count_extensions_waiting(conn, &scope).await?,
                ageing::holders(conn, &scope, &catalogue, today).await?,
                quarantine::waiting_count(conn, &scope).await?,
                escalation::vacancies(conn, &scope, &catalogue.tree, today).await?,
                plan::count_to_confirm(conn).await?,
            ))
        })
    });
    let scope = signed.see.scope().clone();
    let named = store.read(move |conn| {
        Box::pin(async move {
            let (overdue, soon) = spans(today);
            Ok((
                boards::groups_open(conn, &scope, overdue.0, overdue.1).await?,
                boards::groups_open(conn, &scope, soon.0, soon.1).await?,
                rating_boards::cases(conn, &scope, rating_boards::CasesWanted::Open, CASES, 0).await?,
                boards::case_counts(conn, &scope, today).await?,
                people::vacancies(conn, &scope, today).await?,
                boards::latest_wave(conn, &scope, today).await?,
            ))
        })
    });
    let (waiting, named) = tokio::try_join!(waiting, named)?;
    let (review, requests, holders, quarantined, unreached, to_confirm) = waiting;
    let (overdue, soon, cases, case_counts, vacancies, wave) = named;
    Ok(Lists {
        overdue,
        soon,
        review,
        requests,
        holders,
        quarantined,
        cases,
        case_counts,
        vacancies,
        unreached,
        to_confirm,
        wave,
    })
}

/// One low rating without an answer.
struct Low {
    id: CaseId,
    stars: Markup,
    quote: Option<String>,
    place: String,
    when: String,
    late: bool,
}

/// A choice of the span of the figures.
pub(crate) struct Choice {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) current: bool,
}

#[derive(Template)]
#[template(path = "overview.html")]
struct Overview {
    page: Page,
    weekday: String,
    as_of: String,
    span: String,
    spans: Vec<Choice>,
    sentence: Markup,
    late: Late,
    overdue: u64,
    due_soon: u64,
    period: String,
    rate: String,
    has_rate: bool,
    original: Option<String>,
    of: String,
    change: Option<(bool, String)>,
    trend: Trend,
    states: Vec<StateCount>,
    stack: Markup,
    attention: Vec<Attention>,
    deadlines: Vec<Deadline>,
    low: Vec<Low>,
    low_number: u64,
    satisfaction: Satisfaction,
    nis: Option<Nis>,
    table: Table,
    more: Option<String>,
    days: DayChoice,
    signature: String,
}

/// `GET /`.
pub(crate) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(Chosen { period, as_of }): Query<Chosen>,
) -> Result<Html<String>, PageError> {
    if let Some(day) = as_of::asked(&panel, &as_of, signed.today).await? {
        return past_board::city(&panel, &signed, day, &period).await;
    }
    let span = Span::read(&period, signed.today);
    let facts = read(&panel.store, &signed, span).await?;
    render(&overview(&panel, &signed, span, &facts))
}

fn overview(panel: &Shared, signed: &SignedIn, span: Span, facts: &Facts) -> Overview {
    let (t, language) = (signed.texts(), signed.language());
    let all = &facts.board.all;
    let rate = all.figures.on_time_rate();
    // The list of obligations shows all when no span is named; here the usual one needs no mention.
    let usual = span == Span::read("", signed.today);
    let chosen = if usual { String::new() } else { span.key() };
    let ((state_counts, stack), view) = (states(t, all), View::now());
    let filter = Filter::of_period(&chosen);
    let shown = (choose(signed, &facts.board, &filter, ORGANISATIONS), signed.today);
    // The others are in the list of organisations, from its beginning.
    let table = Table { next: None, ..table(signed, &facts.board, &facts.lists.vacancies, &filter, shown) };
    let more =
        (table.all > ORGANISATIONS).then(|| t.panel_shown(table.all.to_string(), ORGANISATIONS.to_string()));
    Overview {
        weekday: dates::weekday(language, signed.today.weekday()),
        as_of: t.panel_as_of(dates::moment(language, signed.now)),
        span: span.name(t),
        spans: choices(t, "/", span, signed.today),
        sentence: sentence(t, &facts.board),
        late: Late::of(signed, &facts.board, span, None),
        overdue: all.figures.overdue,
        due_soon: all.due_soon,
        rate: figures::rate_number(t, rate),
        has_rate: rate.is_some(),
        original: figures::rate_by_original(t, all),
        of: t.overview_of(
            numbers::integer(language, whole(all.figures.fell_due())),
            numbers::integer(language, whole(all.figures.on_time)),
        ),
        change: change(t, &facts.board),
        trend: trend(t, &facts.board, TREND_HEIGHT),
        states: state_counts,
        stack,
        attention: attention(signed, &facts.lists, all.overdue_earlier, &view),
        deadlines: facts.lists.soon.iter().map(|group| deadline(signed, group, &view)).collect(),
        low: facts.lists.cases.iter().map(|case| low(signed, case)).collect(),
        low_number: facts.lists.case_counts.0,
        satisfaction: Satisfaction {
            list: Some(address::with_query("/ratings", &[("period", &span.key())])),
            ..satisfaction(t, &all.marks)
        },
        nis: facts.lists.wave.as_ref().map(|wave| nis(signed, wave, &view)),
        days: DayChoice::new("/", &[("period", &chosen)], None, signed.today),
        signature: signature(facts),
        page: signed.page(panel, Nav::Overview),
        period: span.key(),
        table,
        more,
    }
}

/// A count as numbers are written.
pub(crate) fn whole(number: u64) -> i64 {
    number.try_into().unwrap_or(i64::MAX)
}

/// What the lists hold, in short: an open page learns by it that they have changed.
fn signature(facts: &Facts) -> String {
    let lines = facts
        .lists
        .overdue
        .iter()
        .chain(&facts.lists.soon)
        .map(|group| format!("{}x{}", group.id, group.number));
    let cases = facts.lists.cases.iter().map(|case| format!("c{}", case.id));
    lines.chain(cases).collect::<Vec<_>>().join(".")
}

/// How much was done in time, in one sentence.
pub(crate) fn sentence(t: Texts, board: &Board) -> Markup {
    match board.all.figures.on_time_rate() {
        Some(rate) => {
            let share = t.overview_share(numbers::decimal(t.language(), percent(rate), 1));
            Markup::with_bold(&t.overview_rate(share.as_str()), &share)
        }
        None => Markup::with_bold(&t.overview_no_rate(), ""),
    }
}

fn change(t: Texts, board: &Board) -> Option<(bool, String)> {
    let now = board.all.figures.on_time_rate().map(percent)?;
    let before = board.all.before.on_time_rate().map(percent)?;
    // A tenth of a point is the smallest step that is shown.
    ((now - before).abs() >= 0.05).then(|| (now > before, numbers::change(t.language(), now - before, 1)))
}

/// The spans that a reader may choose on the page at `path`.
pub(crate) fn choices(t: Texts, path: &str, span: Span, today: NaiveDate) -> Vec<Choice> {
    let choices = Span::choices(today).into_iter().map(|one| Choice {
        href: address::with_query(path, &[("period", &one.key())]),
        name: one.name(t),
        current: one == span,
    });
    choices.collect()
}

fn low(signed: &SignedIn, case: &CaseRow) -> Low {
    let (t, language) = (signed.texts(), signed.language());
    let service = signed.catalogue.services.get(&case.service);
    let service = service.map(|one| one.names.in_language(language).to_owned()).unwrap_or_default();
    let mark = u8::try_from(case.mark).unwrap_or_default();
    Low {
        id: case.id,
        stars: stars(f64::from(mark), &t.overview_stars(mark.to_string())),
        quote: case.comment.clone(),
        place: format!("{service} · {}", signed.organisation_name(case.organisation)),
        when: dates::time_left(language, case.due, signed.today),
        late: case.due < signed.today,
    }
}
