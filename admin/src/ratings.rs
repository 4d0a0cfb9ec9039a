//! What citizens say of the services: distribution, trend, services, and the cases that low marks opened.
//!
//! A mean is shown only with its count and its interval, and never below the number from which it may be published.

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use chrono::{Datelike, Days, Months, NaiveDate};
use domain::ids::{OrganisationId, ServiceId};
use domain::people::Scope;
use domain::ratings::{Counts, Mark};
use locales::{Texts, dates, numbers};
use serde::Deserialize;
use store::StoreError;
use store::boards;
use store::quarantine::{self, Apart};
use store::rating_boards::{self, CaseRow};

use crate::Shared;
use crate::address::with_query;
use crate::cases::CaseLine;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::session::SignedIn;
use crate::svg::{Chart, Glyph, Point, bar, meter, percent_of, stars};

/// Cases on the page, the most urgent; the page says how many there are.
const CASES: i64 = 20;
/// Months of the trend.
const MONTHS: u32 = 12;

/// The address of the page.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/ratings", get(show))
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    days: String,
    #[serde(default)]
    organisation: String,
}

impl Asked {
    fn span(&self) -> Lately {
        Lately::ALL.into_iter().find(|span| span.code() == self.days).unwrap_or(Lately::Month)
    }

    /// What the person may see, narrowed to one organisation and those below it when the address names one.
    fn scope(&self, signed: &SignedIn) -> (Scope, Option<OrganisationId>) {
        let all = signed.see.scope();
        let chosen = self.organisation.parse().ok().map(OrganisationId);
        match chosen.filter(|id| signed.catalogue.organisations.contains_key(id)) {
            None => (all.clone(), None),
            Some(id) => {
                let below = signed.catalogue.tree.below(id).into_iter().filter(|one| all.includes(*one));
                (Scope::Only(below.collect()), Some(id))
            }
        }
    }
}

/// The days that are counted, up to today.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lately {
    Month,
    Quarter,
    Year,
}

impl Lately {
    const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    fn code(self) -> &'static str {
        match self {
            Self::Month => "30",
            Self::Quarter => "90",
            Self::Year => "365",
        }
    }

    fn days(self) -> u64 {
        match self {
            Self::Month => 30,
            Self::Quarter => 90,
            Self::Year => 365,
        }
    }

    fn name(self, t: Texts) -> String {
        match self {
            Self::Month => t.ratings_days_30(),
            Self::Quarter => t.ratings_days_90(),
            Self::Year => t.ratings_days_365(),
        }
    }
}

/// The mean of enough marks, in words.
struct Mean {
    number: String,
    stars: Markup,
    interval: Option<String>,
}

impl Mean {
    fn of(t: Texts, counts: Counts) -> Option<Self> {
        let mean = counts.mean().filter(|_| counts.is_publishable())?;
        let number = two_digits(t, mean);
        let interval = counts
            .mean_interval()
            .map(|interval| t.overview_interval(two_digits(t, interval.high), two_digits(t, interval.low)));
        Some(Self { stars: stars(mean, &t.overview_stars(number.as_str())), number, interval })
    }
}

fn two_digits(t: Texts, number: f64) -> String {
    numbers::decimal(t.language(), number, 2)
}

struct Level {
    mark: u8,
    bar: Markup,
    count: String,
    share: String,
}

struct Service {
    name: String,
    organisation: String,
    count: String,
    /// The mean with its bar and the share of low marks, when there are enough.
    shown: Option<(String, Markup, String)>,
}

#[derive(Template)]
#[template(path = "ratings.html")]
struct RatingsPage {
    page: Page,
    spans: Vec<(String, String, bool)>,
    organisation: Option<(String, String)>,
    total: u64,
    mean: Option<Mean>,
    levels: Vec<Level>,
    trend: Markup,
    months: Vec<(String, String, String)>,
    services: Vec<Service>,
    cases: Vec<CaseLine>,
    open: u64,
    late: u64,
    /// Marks that count nowhere.
    apart: Apart,
}

/// What is read for the page.
struct Read {
    services: Vec<(ServiceId, Counts)>,
    months: Vec<(NaiveDate, Counts)>,
    cases: Vec<CaseRow>,
    open: (u64, u64),
    apart: Apart,
}

/// `GET /ratings`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let t = signed.texts();
    let (scope, chosen) = asked.scope(&signed);
    let read = read(&panel, &signed, scope, asked.span()).await?;
    let all: Counts = read.services.iter().map(|(_, counts)| *counts).sum();
    let (trend, months) = trend(t, signed.today, &read.months);
    render(&RatingsPage {
        page: signed.page(&panel, Nav::Ratings),
        spans: Lately::ALL.map(|span| choice(t, &asked, span)).into(),
        organisation: chosen
            .map(|id| (signed.organisation_name(id), with_query("/ratings", &[("days", &asked.days)]))),
        total: all.total(),
        mean: Mean::of(t, all),
        levels: Mark::ALL.iter().map(|mark| level(t, all, *mark)).collect(),
        trend,
        months,
        services: services(&signed, read.services),
        cases: read.cases.iter().map(|case| CaseLine::of(&signed, case)).collect(),
        open: read.open.0,
        late: read.open.1,
        apart: read.apart,
    })
}

async fn read(panel: &Shared, signed: &SignedIn, scope: Scope, span: Lately) -> Result<Read, StoreError> {
    let known = signed.catalogue.services.values();
    let services: Vec<_> = known.filter(|one| scope.includes(one.organisation)).map(|one| one.id).collect();
    let today = signed.today;
    let from = today.checked_sub_days(Days::new(span.days() - 1)).unwrap_or(today);
    let first = first_month(today);
    panel
        .store
        .read(|conn| {
            Box::pin(async move {
                Ok(Read {
                    apart: quarantine::apart(conn, &services, from, today).await?,
                    services: rating_boards::by_service(conn, &services, from, today).await?,
                    months: rating_boards::by_month(conn, &scope, first).await?,
                    cases: rating_boards::open_cases(conn, &scope, CASES).await?,
                    open: boards::case_counts(conn, &scope, today).await?,
                })
            })
        })
        .await
}

fn first_month(today: NaiveDate) -> NaiveDate {
    let month = today.with_day(1).unwrap_or(today);
    month.checked_sub_months(Months::new(MONTHS - 1)).unwrap_or(month)
}

fn choice(t: Texts, asked: &Asked, span: Lately) -> (String, String, bool) {
    let address = with_query("/ratings", &[("days", span.code()), ("organisation", &asked.organisation)]);
    (address, span.name(t), asked.span() == span)
}

fn level(t: Texts, counts: Counts, mark: Mark) -> Level {
    let (count, total) = (counts.of(mark), counts.total());
    let share = percent_of(count, total);
    Level {
        mark: mark.get(),
        bar: bar(share, &format!("r{}", mark.get())),
        count: numbers::integer(t.language(), i64::try_from(count).unwrap_or(i64::MAX)),
        share: numbers::percent(t.language(), share / 100.0, 1),
    }
}

/// The mean of each month, with a gap where there are too few marks; and the same as rows of a table.
fn trend(
    t: Texts,
    today: NaiveDate,
    months: &[(NaiveDate, Counts)],
) -> (Markup, Vec<(String, String, String)>) {
    let language = t.language();
    let first = first_month(today);
    let all = (0..MONTHS).filter_map(|step| first.checked_add_months(Months::new(step)));
    let (mut points, mut rows) = (Vec::new(), Vec::new());
    for month in all {
        let counts =
            months.iter().find(|(one, _)| *one == month).map(|(_, counts)| *counts).unwrap_or_default();
        let mean = counts.mean().filter(|_| counts.is_publishable());
        let words = mean.map_or_else(|| "—".to_owned(), |mean| two_digits(t, mean));
        let number = t.count_ratings(counts.total());
        points.push(Point {
            name: dates::month_short(language, month),
            value: mean,
            says: format!("{words}, {number}"),
        });
        rows.push((dates::month_year(language, month), words, number));
    }
    let ticks = [1.0, 2.0, 3.0, 4.0, 5.0].map(|mark| (mark, numbers::decimal(language, mark, 0)));
    let label = t.ratings_trend();
    (Chart { points, ticks: ticks.into(), target: None, height: 220, label }.svg(), rows)
}

/// The services with marks, the lowest mean first; those with too few at the end, by their names.
fn services(signed: &SignedIn, counted: Vec<(ServiceId, Counts)>) -> Vec<Service> {
    let t = signed.texts();
    let mean = |counts: &Counts| counts.mean().filter(|_| counts.is_publishable()).unwrap_or(f64::INFINITY);
    let mut counted = counted;
    counted.sort_by(|(one, left), (other, right)| mean(left).total_cmp(&mean(right)).then(one.cmp(other)));
    let rows = counted.into_iter().filter_map(|(id, counts)| {
        let service = signed.catalogue.services.get(&id)?;
        Some(Service {
            name: service.names.in_language(signed.language()).to_owned(),
            organisation: signed.organisation_name(service.organisation),
            count: numbers::integer(t.language(), i64::try_from(counts.total()).unwrap_or(i64::MAX)),
            shown: counts.mean().filter(|_| counts.is_publishable()).map(|mean| {
                let low = percent_of(counts.0[0] + counts.0[1], counts.total());
                (
                    two_digits(t, mean),
                    meter((mean - 1.0) * 25.0, colour(mean)),
                    numbers::percent(t.language(), low / 100.0, 1),
                )
            }),
        })
    });
    rows.collect()
}

/// The colour of a mean: the number stands beside it.
fn colour(mean: f64) -> &'static str {
    match mean {
        mean if mean >= 4.0 => Glyph::Done.class(),
        mean if mean >= 3.5 => Glyph::DueSoon.class(),
        _ => Glyph::Overdue.class(),
    }
}
