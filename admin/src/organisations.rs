//! The organisations, the worst first, with filters that stand in the address.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use domain::compliance::Light;
use domain::ids::OrganisationId;
use domain::people::Scope;
use domain::text::fold;
use locales::{Texts, dates, numbers, words};
use serde::Deserialize;
use store::obligation_lists::Wanted;
use store::people::{self, Vacancy};

use crate::as_of::{self, Banner, DayChoice};
use crate::board::{self, Board, Tally, percent};
use crate::error::PageError;
use crate::figures::{light, rate_by_original, satisfaction};
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::period::Span;
use crate::saved_views::{Path, Views};
use crate::session::SignedIn;
use crate::svg::{Glyph, meter, spark};
use crate::{Shared, address, vacancy};

/// Rows of a page.
pub(crate) const ROWS: usize = 100;

/// What stands in the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Filter {
    #[serde(default)]
    light: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    period: String,
    /// The day that is over, when the board of one is asked for.
    #[serde(default)]
    as_of: String,
    /// The number of the page, from 1.
    #[serde(default)]
    page: String,
}

impl Filter {
    /// All organisations, in a span.
    pub(crate) fn of_period(period: &str) -> Self {
        Self { period: period.to_owned(), ..Self::default() }
    }

    /// All organisations, in a span, as they were on a day.
    pub(crate) fn of_past(period: &str, day: NaiveDate) -> Self {
        Self { period: period.to_owned(), as_of: day.to_string(), ..Self::default() }
    }

    /// The address of `path` with this filter, but another light.
    fn address(&self, path: &str, light: &str, query: &str) -> String {
        let parameters =
            [("as_of", self.as_of.as_str()), ("light", light), ("q", query), ("period", &self.period)];
        address::with_query(path, &parameters)
    }

    /// The address of another page of the list.
    fn turned(&self, page: usize) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        let parameters = [
            ("as_of", self.as_of.as_str()),
            ("light", &self.light),
            ("q", self.q.trim()),
            ("period", &self.period),
            ("page", &page),
        ];
        address::with_query("/orgs", &parameters)
    }

    /// What the address narrows the list to.
    fn query(&self) -> String {
        let filters = [("light", self.light.as_str()), ("q", self.q.trim()), ("period", &self.period)];
        address::with_query("", &filters).trim_start_matches('?').to_owned()
    }
}

/// A chip that shows only a part of the rows.
#[derive(Clone, Debug)]
pub(crate) struct Chip {
    pub(crate) href: String,
    pub(crate) glyph: Option<Glyph>,
    pub(crate) name: String,
    pub(crate) number: usize,
    pub(crate) current: bool,
}

/// An organisation in the table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) glyph: Glyph,
    pub(crate) light: String,
    pub(crate) rate: String,
    /// How many came late: with nothing overdue, the reason of a red light.
    pub(crate) came_late: Option<String>,
    /// The rate by the original days, where it differs.
    pub(crate) original: Option<String>,
    pub(crate) meter: Markup,
    pub(crate) done: String,
    pub(crate) all: String,
    pub(crate) overdue: u64,
    pub(crate) late: String,
    /// The lists behind the numbers.
    pub(crate) behind: Behind,
    pub(crate) next: Option<(String, String)>,
    pub(crate) rating: Option<String>,
    pub(crate) spark: Markup,
    /// That no officer is reached there, and whom to call.
    pub(crate) vacancy: Option<String>,
}

/// Where the rows stand that a number counts.
#[derive(Clone, Debug)]
pub(crate) struct Behind {
    pub(crate) rate: String,
    pub(crate) done: String,
    pub(crate) all: String,
    pub(crate) overdue: String,
    pub(crate) rating: String,
}

impl Behind {
    /// Of one organisation in a span; of a past day, written as in an address, or of today when that is empty.
    pub(crate) fn of(id: OrganisationId, span: Span, as_of: &str) -> Self {
        let (id, span) = (id.to_string(), span.key());
        let list = |wanted: Wanted| {
            let parameters =
                [("as_of", as_of), ("standing", wanted.code()), ("organisation", &id), ("period", &span)];
            address::with_query("/obligations", &parameters)
        };
        Self {
            rate: list(Wanted::FellDue),
            done: list(Wanted::HandedIn),
            all: list(Wanted::Expected),
            overdue: list(Wanted::Overdue),
            rating: address::with_query("/ratings", &[("organisation", &id)]),
        }
    }
}

/// The table with its chips, on this page and on the overview.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) chips: Vec<Chip>,
    /// Whether a chip changes the table where it stands; on a page of its own the filter stands in the address instead, and can
    /// be kept as a view.
    pub(crate) in_place: bool,
    pub(crate) rows: Vec<Row>,
    /// How many rows there are on all pages.
    pub(crate) all: usize,
    /// The addresses of the page before and of the next one.
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
    /// The address on which nothing is left out.
    pub(crate) clear: String,
}

#[derive(Template)]
#[template(path = "orgs.html")]
struct OrganisationsPage {
    page: Page,
    span: String,
    as_of: String,
    query: String,
    clear: String,
    /// Of which day the page is, when it is not of today.
    past: Option<Banner>,
    days: DayChoice,
    table: Table,
    views: Views,
}

#[derive(Template)]
#[template(path = "org_table.html")]
struct TableOnly {
    page: Page,
    table: Table,
}

/// `GET /orgs`: the page, or only its table for htmx.
pub(crate) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(mut filter): Query<Filter>,
) -> Result<Response, PageError> {
    let past = as_of::asked(&panel, &filter.as_of, signed.today).await?;
    if past.is_none() {
        filter.as_of.clear();
    }
    let day = past.unwrap_or(signed.today);
    let span = Span::read(&filter.period, day);
    let (mut board, vacancies) = read(&panel, signed.see.scope(), span, past, signed.today).await?;
    let shown = choose(&signed, &board, &filter, ROWS);
    if past.is_none() {
        board::load_trends(&panel.store, &signed, &mut board, &shown.organisations).await?;
    }
    let table = table(&signed, &board, &vacancies, &filter, (shown, day));
    let page = signed.page(&panel, Nav::Organisations);
    let mut response = if signed.preferences.fragment {
        render(&TableOnly { page, table })?.into_response()
    } else {
        let t = page.t;
        let query = filter.q.trim().to_owned();
        let kept = [("light", filter.light.as_str()), ("q", &query), ("period", &filter.period)];
        render(&OrganisationsPage {
            span: span.name(t),
            as_of: t.panel_as_of(dates::moment(t.language(), signed.now)),
            clear: filter.address("/orgs", &filter.light, ""),
            past: past.map(|day| Banner::new(t, "/orgs", &kept, (day, signed.today))),
            days: DayChoice::new("/orgs", &kept, past, signed.today),
            query,
            views: Views::load(&panel, &signed, Path::Organisations, &filter.query()).await?,
            page,
            table: Table { in_place: false, ..table },
        })?
        .into_response()
    };
    response.headers_mut().append(header::VARY, header::HeaderValue::from_static("hx-request"));
    Ok(response)
}

/// The figures of today with who is not reached today, or the figures of a day that is over.
async fn read(
    panel: &Shared,
    scope: &Scope,
    span: Span,
    past: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(Board, Vec<Vacancy>), PageError> {
    if let Some(day) = past {
        return Ok((board::load_past(&panel.store, scope, span, day).await?.board, Vec::new()));
    }
    let board = board::load(&panel.store, scope, span, today);
    let scope = scope.clone();
    let vacancies =
        panel.store.read(move |conn| Box::pin(async move { people::vacancies(conn, &scope, today).await }));
    Ok(tokio::try_join!(board, vacancies)?)
}

/// What of a board stands on a page.
pub(crate) struct Shown {
    /// The organisations of the page, the worst first.
    pub(crate) organisations: Vec<OrganisationId>,
    chips: Vec<Chip>,
    all: usize,
    page: usize,
    pages: usize,
}

/// Chooses what the filter lets through, so many on a page.
pub(crate) fn choose(signed: &SignedIn, board: &Board, filter: &Filter, number: usize) -> Shown {
    let wanted = fold(&filter.q);
    let named = |id: OrganisationId| {
        let known = signed.catalogue.organisations.get(&id);
        wanted.is_empty() || known.is_some_and(|one| is_named(&one.names, &wanted))
    };
    let mut found = board.worst_first(&signed.catalogue);
    found.retain(|(id, _)| signed.see.scope().includes(*id) && named(*id));
    let light_of = |tally: &Tally| light(tally.figures.on_time_rate());
    let of_light = |light| found.iter().filter(|(_, tally)| light_of(tally) == light).count();
    let chips = chips(signed.texts(), filter, of_light);
    found.retain(|(_, tally)| filter.light.is_empty() || light_of(tally).code() == filter.light);
    let all = found.len();
    // Beyond the end stands the last page.
    let pages = all.div_ceil(number).max(1);
    let page = filter.page.parse().unwrap_or(1_usize).clamp(1, pages);
    let organisations = found.into_iter().skip((page - 1) * number).take(number).map(|(id, _)| id);
    Shown { organisations: organisations.collect(), chips, all, page, pages }
}

/// The rows that were chosen, as they are on `today`.
pub(crate) fn table(
    signed: &SignedIn,
    board: &Board,
    vacancies: &[Vacancy],
    filter: &Filter,
    (shown, today): (Shown, NaiveDate),
) -> Table {
    let tallies = shown.organisations.iter().filter_map(|id| Some((*id, board.organisations.get(id)?)));
    let rows = tallies.map(|(id, tally)| Row {
        vacancy: vacancy_of(signed, vacancies, id),
        ..row(signed, (id, tally), filter, today)
    });
    Table {
        rows: rows.collect(),
        chips: shown.chips,
        in_place: true,
        all: shown.all,
        previous: (shown.page > 1).then(|| filter.turned(shown.page - 1)),
        next: (shown.page < shown.pages).then(|| filter.turned(shown.page + 1)),
        clear: filter.address("/orgs", "", ""),
    }
}

/// Whom to call at an organisation in which nobody is reached.
fn vacancy_of(signed: &SignedIn, vacancies: &[Vacancy], id: OrganisationId) -> Option<String> {
    let found = vacancies.iter().find(|one| one.organisation == id)?;
    Some(vacancy::sentence(signed.texts(), found))
}

fn is_named(names: &domain::language::Names, wanted: &str) -> bool {
    let others = [&names.uz_cyrl, &names.ru, &names.en].into_iter().flatten();
    std::iter::once(&names.uz_latn).chain(others).any(|name| fold(name).contains(wanted))
}

fn chips(t: Texts, filter: &Filter, number: impl Fn(Light) -> usize) -> Vec<Chip> {
    let address = |light: &str| filter.address("/orgs", light, filter.q.trim());
    let lights = [Light::Red, Light::Yellow, Light::NoData, Light::Green];
    let all = Chip {
        href: address(""),
        glyph: None,
        name: t.panel_all(),
        number: lights.iter().map(|light| number(*light)).sum(),
        current: filter.light.is_empty(),
    };
    let each = lights.into_iter().map(|light| Chip {
        href: address(light.code()),
        glyph: Some(light.into()),
        name: words::light(t, light),
        number: number(light),
        current: filter.light == light.code(),
    });
    std::iter::once(all).chain(each).collect()
}

fn row(signed: &SignedIn, (id, tally): (OrganisationId, &Tally), filter: &Filter, today: NaiveDate) -> Row {
    let (t, language) = (signed.texts(), signed.language());
    let rate = tally.figures.on_time_rate();
    let light = light(rate);
    let glyph = Glyph::from(light);
    let short = numbers::rate(language, rate);
    let overdue = tally.figures.overdue;
    Row {
        href: filter.address(&format!("/orgs/{id}"), "", ""),
        name: signed.organisation_name(id),
        glyph,
        light: words::light(t, light),
        meter: meter(rate.map_or(0.0, percent), glyph.class()),
        spark: spark(&tally.rates(), glyph, &format!("{}: {short}", t.overview_trend())),
        rate: short,
        original: rate_by_original(t, tally),
        done: numbers::integer(language, tally.handed_in().try_into().unwrap_or(i64::MAX)),
        all: numbers::integer(language, tally.figures.expected().try_into().unwrap_or(i64::MAX)),
        came_late: (tally.figures.late > 0).then(|| t.orgs_came_late(tally.figures.late)),
        overdue,
        late: t.orgs_late_short(overdue.to_string()),
        behind: Behind::of(id, Span::read(&filter.period, today), &filter.as_of),
        next: tally
            .next_due
            .map(|due| (dates::day_month(language, due), dates::time_left(language, due, today))),
        rating: satisfaction(t, &tally.marks).mean.map(|(mean, _)| mean),
        vacancy: None,
    }
}
