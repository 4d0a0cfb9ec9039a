//! The organisations, the worst first, with filters that stand in the address.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::compliance::Light;
use domain::ids::OrganisationId;
use domain::text::fold;
use locales::{Texts, dates, numbers, words};
use serde::Deserialize;
use store::people::{self, Vacancy};

use crate::board::{self, Board, Tally, percent};
use crate::error::PageError;
use crate::figures::{light, rate_by_original, rate_short, satisfaction};
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::period::Span;
use crate::saved_views::{Path, Views};
use crate::session::SignedIn;
use crate::svg::{Glyph, meter, spark};
use crate::{Shared, address, vacancy};

/// What stands in the address.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Filter {
    #[serde(default)]
    light: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    period: String,
}

impl Filter {
    /// All organisations, in a span.
    pub(crate) fn of_period(period: &str) -> Self {
        Self { period: period.to_owned(), ..Self::default() }
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
    /// The rate by the original days, where it differs.
    pub(crate) original: Option<String>,
    pub(crate) meter: Markup,
    pub(crate) done: String,
    pub(crate) all: String,
    pub(crate) overdue: u64,
    pub(crate) late: String,
    pub(crate) next: Option<(String, String)>,
    pub(crate) rating: Option<String>,
    pub(crate) spark: Markup,
    /// That no officer is reached there, and whom to call.
    pub(crate) vacancy: Option<String>,
}

/// The table with its chips, on this page and on the overview.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) chips: Vec<Chip>,
    pub(crate) rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "orgs.html")]
struct OrganisationsPage {
    page: Page,
    span: String,
    as_of: String,
    query: String,
    clear: String,
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
    Query(filter): Query<Filter>,
) -> Result<Response, PageError> {
    let span = Span::read(&filter.period, signed.today);
    let (scope, today) = (signed.see.scope().clone(), signed.today);
    let board = board::load(&panel.store, &scope, span, today).await?;
    let vacancies = panel
        .store
        .read(move |conn| Box::pin(async move { people::vacancies(conn, &scope, today).await }))
        .await?;
    let table = table(&signed, &board, &vacancies, &filter);
    let page = signed.page(&panel, Nav::Organisations);
    let mut response = if signed.preferences.fragment {
        render(&TableOnly { page, table })?.into_response()
    } else {
        let t = page.t;
        let as_of = t.panel_as_of(dates::moment(t.language(), signed.now));
        let query = filter.q.trim().to_owned();
        let clear = address::with_query("/orgs", &[("light", &filter.light), ("period", &filter.period)]);
        let span = span.name(t);
        let views = Views::load(&panel, &signed, Path::Organisations, &filter.query()).await?;
        render(&OrganisationsPage { page, span, as_of, query, clear, table, views })?.into_response()
    };
    response.headers_mut().append(header::VARY, header::HeaderValue::from_static("hx-request"));
    Ok(response)
}

/// The rows that the filter lets through, the worst first.
pub(crate) fn table(signed: &SignedIn, board: &Board, vacancies: &[Vacancy], filter: &Filter) -> Table {
    let t = signed.texts();
    let wanted = fold(&filter.q);
    let mut found: Vec<(OrganisationId, Tally)> = signed
        .catalogue
        .organisations
        .values()
        .filter(|one| one.active && signed.see.scope().includes(one.id))
        .filter(|one| wanted.is_empty() || is_named(&one.names, &wanted))
        .filter_map(|one| Some((one.id, board.organisations.get(&one.id)?.clone())))
        .filter(|(_, tally)| tally.figures.expected() > 0 || tally.marks.total() > 0)
        .collect();
    found.sort_by(|(one, mine), (other, theirs)| {
        mine.figures.compare_worst_first(&theirs.figures).then_with(|| one.cmp(other))
    });
    let light_of = |tally: &Tally| light(tally.figures.on_time_rate());
    let chips = chips(t, filter, |light| found.iter().filter(|(_, tally)| light_of(tally) == light).count());
    let rows = found
        .iter()
        .filter(|(_, tally)| filter.light.is_empty() || light_of(tally).code() == filter.light)
        .map(|(id, tally)| Row {
            vacancy: vacancy_of(signed, vacancies, *id),
            ..row(signed, *id, tally, filter)
        })
        .collect();
    Table { chips, rows }
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
    let address = |light: &str| {
        address::with_query("/orgs", &[("light", light), ("q", filter.q.trim()), ("period", &filter.period)])
    };
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

fn row(signed: &SignedIn, id: OrganisationId, tally: &Tally, filter: &Filter) -> Row {
    let (t, language) = (signed.texts(), signed.language());
    let rate = tally.figures.on_time_rate();
    let light = light(rate);
    let glyph = Glyph::from(light);
    let short = rate_short(t, rate);
    let overdue = tally.figures.overdue;
    Row {
        href: address::with_query(&format!("/orgs/{id}"), &[("period", &filter.period)]),
        name: signed.organisation_name(id),
        glyph,
        light: words::light(t, light),
        meter: meter(rate.map_or(0.0, percent), glyph.class()),
        spark: spark(&tally.rates(), glyph, &format!("{}: {short}", t.overview_trend())),
        rate: short,
        original: rate_by_original(t, tally),
        done: numbers::integer(language, tally.handed_in().try_into().unwrap_or(i64::MAX)),
        all: numbers::integer(language, tally.figures.expected().try_into().unwrap_or(i64::MAX)),
        overdue,
        late: t.orgs_late_short(overdue.to_string()),
        next: tally
            .next_due
            .map(|due| (dates::day_month(language, due), dates::time_left(language, due, signed.today))),
        rating: satisfaction(t, &tally.marks).mean.map(|(mean, _)| mean),
        vacancy: None,
    }
}
