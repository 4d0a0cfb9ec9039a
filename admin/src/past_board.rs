//! The board of the city or of one organisation as it was at the end of a day that is over. Nothing on it acts, and nothing moves.

mod beside;

use askama::Template;
use axum::response::Html;
use chrono::NaiveDate;
use domain::ids::OrganisationId;
use domain::obligation::Standing;
use domain::people::Scope;
use locales::{numbers, words};
use store::boards::{self, PastObligation};

use crate::Shared;
use crate::address::with_query;
use crate::as_of::Banner;
use crate::board::{self, Past, Tally};
use crate::error::PageError;
use crate::figures::{self, Satisfaction, State, Trend, satisfaction, states, trend};
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::lines::{Row, as_it_stood};
use crate::markup::Markup;
use crate::organisations::{Filter, ROWS as ROWS_OF_CITY, Table, choose, table};
use crate::overview::{Choice, Late, choices, sentence, whole};
use crate::period::Span;
use crate::session::SignedIn;
use crate::svg::Glyph;
use beside::Beside;
pub(crate) use beside::lists;

/// Rows of an organisation at most; the list of obligations shows the others.
const ROWS: usize = 300;
/// The height of the trend.
const TREND_HEIGHT: u16 = 240;

#[derive(Template)]
#[template(path = "past_board.html")]
struct PastBoard {
    page: Page,
    past: Banner,
    title: String,
    /// The sign of an organisation and its words; none for the city.
    light: Option<(Glyph, String)>,
    sentence: Markup,
    /// Who had something overdue, on the board of the city.
    late: Option<Late>,
    /// What stood beside the figures, on the board of the city, and what is not known of it.
    beside: Option<Beside>,
    /// The day and the organisation of which a sheet can be made.
    sheet: Option<(NaiveDate, OrganisationId)>,
    unknown: String,
    /// The rate without what was granted, where that makes a difference.
    original: Option<String>,
    overdue: u64,
    overdue_list: String,
    due_soon: u64,
    due_soon_list: String,
    span: String,
    spans: Vec<Choice>,
    rate: String,
    has_rate: bool,
    of: String,
    trend: Trend,
    /// The states, each with the list behind its number.
    states: Vec<(State, String)>,
    stack: Markup,
    satisfaction: Satisfaction,
    /// The organisations, on the board of the city.
    table: Option<Table>,
    /// The obligations, on the board of an organisation.
    rows: Vec<Row>,
    with_organisation: bool,
    more: Option<(String, String)>,
}

/// The board of the city on `day`.
pub(crate) async fn city(
    panel: &Shared,
    signed: &SignedIn,
    day: NaiveDate,
    period: &str,
) -> Result<Html<String>, PageError> {
    let span = Span::read(period, day);
    let of_day = signed.on(day);
    let (past, lists) = board::load_past_with_lists(&panel.store, &of_day, span).await?;
    let filter = Filter::of_past(&span.key(), day);
    let shown = choose(signed, &past.board, &filter, ROWS_OF_CITY);
    let table = table(signed, &past.board, &[], &filter, (shown, day));
    let place = Place { path: "/", organisation: None, day, span };
    let title = signed.texts().nav_overview();
    let sentence = sentence(signed.texts(), &past.board);
    let shell = place.board(panel, signed, &past.board.all, &past, title);
    let late = Some(Late::of(signed, &past.board, span, Some(day)));
    let beside = Some(Beside::of(&of_day, &lists, past.board.all.overdue_earlier));
    let unknown = beside::unknown(signed.texts(), signed);
    render(&PastBoard { sentence, late, beside, unknown, table: Some(table), ..shell })
}

/// The board of one organisation on `day`.
pub(crate) async fn organisation(
    panel: &Shared,
    signed: &SignedIn,
    id: OrganisationId,
    (day, period): (NaiveDate, &str),
) -> Result<Html<String>, PageError> {
    let span = Span::read(period, day);
    let only = Scope::Only([id].into());
    let past = board::load_past(&panel.store, &only, span, day).await?;
    let mut shown: Vec<_> =
        past.obligations.iter().filter(|one| span.contains(one.stood.due)).copied().collect();
    shown.sort_by_key(|one| (one.standing(day), one.stood.due, one.id));
    let all = shown.len();
    shown.truncate(ROWS);
    let rows = rows(panel, signed, &shown, day).await?;
    let (t, path) = (signed.texts(), format!("/orgs/{id}"));
    let place = Place { path: &path, organisation: Some(id), day, span };
    let board = &past.board;
    let light = figures::light(board.all.figures.on_time_rate());
    let sentence = Markup::with_bold(&crate::organisation::sentence(t, &board.all), "");
    let more = (all > ROWS).then(|| (t.panel_shown(all.to_string(), ROWS.to_string()), place.list("")));
    let shell = place.board(panel, signed, &board.all, &past, signed.organisation_name(id));
    let light = Some((light.into(), words::light(t, light)));
    render(&PastBoard { light, sentence, rows, more, ..shell })
}

/// These obligations as they stood, in the words of the page.
pub(crate) async fn rows(
    panel: &Shared,
    signed: &SignedIn,
    shown: &[PastObligation],
    day: NaiveDate,
) -> Result<Vec<Row>, PageError> {
    let ids: Vec<_> = shown.iter().map(|one| one.id).collect();
    let lines =
        panel.store.read(move |conn| Box::pin(async move { boards::lines_by_id(conn, &ids).await })).await?;
    let rows = shown.iter().filter_map(|one| {
        let line = lines.binary_search_by_key(&one.id, |line| line.id).ok().map(|place| &lines[place])?;
        let row = Row::on(&as_it_stood(line, one), signed, day);
        Some(Row { href: with_query(&row.href, &[("as_of", &day.to_string())]), ..row })
    });
    Ok(rows.collect())
}

/// Whether a standing belongs to a filter: the last day counts as soon.
pub(crate) fn is_of(standing: Standing, filter: &str) -> bool {
    let code = standing.code();
    code == filter || (filter == "due_soon" && code == "due_today")
}

/// Which board, and of which days.
struct Place<'a> {
    path: &'a str,
    organisation: Option<OrganisationId>,
    day: NaiveDate,
    span: Span,
}

impl Place<'_> {
    /// The list of what stood so on the day of the board.
    fn list(&self, standing: &str) -> String {
        let (day, organisation) = (self.day.to_string(), self.organisation.map(|id| id.to_string()));
        let parameters = [
            ("as_of", day.as_str()),
            ("standing", standing),
            ("organisation", organisation.as_deref().unwrap_or_default()),
            ("period", &self.span.key()),
        ];
        with_query("/obligations", &parameters)
    }

    /// Of which day and organisation a sheet can be made: on the board of the city that of the reader's own.
    fn sheet(&self, signed: &SignedIn) -> Option<(NaiveDate, OrganisationId)> {
        let tree = &signed.catalogue.tree;
        let own = || signed.who.reports_on(tree).ok()?.first().copied();
        let organisation = self.organisation.or_else(own)?;
        signed.who.may_report(organisation, tree).ok().map(|_| (self.day, organisation))
    }

    fn board(&self, panel: &Shared, signed: &SignedIn, all: &Tally, past: &Past, title: String) -> PastBoard {
        let (t, language, span) = (signed.texts(), signed.language(), self.span);
        let rate = all.figures.on_time_rate();
        let (named, stack) = states(t, all);
        let of_day = with_query(self.path, &[("as_of", &self.day.to_string())]);
        let nav = if self.organisation.is_some() { Nav::Organisations } else { Nav::Overview };
        PastBoard {
            page: signed.page(panel, nav),
            past: Banner::new(t, self.path, &[("period", &span.key())], (self.day, signed.today)),
            title,
            light: None,
            sentence: Markup::default(),
            late: None,
            beside: None,
            sheet: self.sheet(signed),
            unknown: String::new(),
            original: figures::rate_by_original(t, all),
            overdue: all.figures.overdue,
            overdue_list: self.list("overdue"),
            due_soon: all.due_soon,
            due_soon_list: self.list("due_soon"),
            span: span.name(t),
            spans: choices(t, &of_day, span, self.day),
            rate: figures::rate_number(t, rate),
            has_rate: rate.is_some(),
            of: t.overview_of(
                numbers::integer(language, whole(all.figures.fell_due())),
                numbers::integer(language, whole(all.figures.on_time)),
            ),
            trend: trend(t, &past.board, TREND_HEIGHT),
            states: named
                .into_iter()
                .map(|state| {
                    let list = self.list(state.code);
                    (state, list)
                })
                .collect(),
            stack,
            satisfaction: satisfaction(t, &all.marks),
            table: None,
            rows: Vec::new(),
            with_organisation: false,
            more: None,
        }
    }
}
