//! What citizens say of the services: distribution, trend, services, and the cases that low marks opened.
//!
//! A mean is shown only with its count and its interval, and never below the number from which it may be published.

mod funnel;
mod opinions;
mod weeks;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use chrono::{Days, NaiveDate};
use domain::ids::{OrganisationId, ServiceId};
use domain::people::Scope;
use domain::ratings::{Counts, Criterion, Interval, Mark, Rank, Reason, ranks};
use locales::{Texts, numbers};
use serde::Deserialize;
use store::rating_boards::{self, Apart, CaseRow, MarksOfSpan};
use store::responses::{self, Responses};
use store::{StoreError, boards, visits};

use crate::Shared;
use crate::address::with_query;
use crate::cases::CaseLine;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::period::Span;
use crate::results::colour_of_mean;
use crate::session::SignedIn;
use crate::svg::{bar, meter, percent_of, stars};

/// Cases on the page, the most urgent; the others are in their list.
const CASES: i64 = 5;

/// Services of a page of the table.
const SERVICES: usize = 100;

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
    /// The span of a board whose marks are looked at, instead of the last days.
    #[serde(default)]
    period: String,
    /// Which of the pages of services, from 1.
    #[serde(default)]
    page: String,
}

impl Asked {
    /// The address of another page of services.
    fn turned(&self, page: usize) -> String {
        let page = page.to_string();
        let asked = [
            ("days", self.days.as_str()),
            ("period", &self.period),
            ("organisation", &self.organisation),
            ("page", &page),
        ];
        format!("{}#h-services", with_query("/ratings", &asked))
    }

    fn lately(&self) -> Lately {
        Lately::ALL.into_iter().find(|span| span.code() == self.days).unwrap_or(Lately::Month)
    }

    fn span(&self, today: NaiveDate) -> Option<Span> {
        (!self.period.is_empty()).then(|| Span::read(&self.period, today))
    }

    /// The first and the last day that count.
    fn days(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let lately = || (today.checked_sub_days(Days::new(self.lately().days() - 1)).unwrap_or(today), today);
        self.span(today).map_or_else(lately, |span| (span.first(), span.last()))
    }

    /// What can be chosen, and which of it is.
    fn choices(&self, t: Texts, today: NaiveDate) -> Vec<(String, String, bool)> {
        let span = self.span(today);
        let organisation = ("organisation", self.organisation.as_str());
        let lately = Lately::ALL.map(|lately| {
            let address = with_query("/ratings", &[("days", lately.code()), organisation]);
            (address, lately.name(t), span.is_none() && lately == self.lately())
        });
        let board = span.map(|span| {
            (with_query("/ratings", &[("period", &span.key()), organisation]), span.name(t), true)
        });
        lately.into_iter().chain(board).collect()
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
    /// The same in words, where the column has no head.
    ratings: String,
    /// Its figures, when there are enough.
    shown: Option<Shown>,
    /// Whether all above it is surely better.
    begins_group: bool,
}

struct Shown {
    /// Its place, or the range in which it lies.
    place: String,
    mean: String,
    meter: Markup,
    interval: String,
    /// The share of low marks.
    low: String,
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
    weeks: Vec<weeks::Row>,
    funnel: Vec<funnel::Step>,
    opinions: opinions::Opinions,
    /// The addresses of the public results, and of how figures are counted.
    results: String,
    counted: String,
    /// Whether the person publishes results.
    publishes: bool,
    services: Vec<Service>,
    previous: Option<String>,
    next: Option<String>,
    cases: Vec<CaseLine>,
    /// The address of the list of cases.
    all_cases: String,
    open: u64,
    late: u64,
    /// Marks that count nowhere.
    apart: Apart,
    /// Marks that were given with a visit code.
    with_code: u64,
}

/// What stands beside the marks.
struct Beside {
    /// The marks by week, each with its Monday.
    weeks: Vec<(NaiveDate, Counts)>,
    responses: Responses,
    reasons: Vec<(Reason, u64)>,
    criteria: Vec<(Criterion, Counts)>,
    cases: Vec<CaseRow>,
    open: (u64, u64),
    with_code: u64,
}

/// `GET /ratings`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let t = signed.texts();
    let (scope, chosen) = signed.narrowed(asked.organisation.parse().ok().map(OrganisationId));
    let (marks, read) = read(&panel, &signed, scope, asked.days(signed.today)).await?;
    let all: Counts = marks.services.iter().map(|(_, counts)| *counts).sum();
    let (trend, weeks) = weeks::trend(t, signed.today, &read.weeks);
    let tag = signed.language().tag();
    let top = signed.catalogue.top();
    // Beyond the end stands the last page.
    let last = marks.services.len().div_ceil(SERVICES).max(1);
    let number = asked.page.parse().unwrap_or(1).clamp(1, last);
    render(&RatingsPage {
        page: signed.page(&panel, Nav::Ratings),
        spans: asked.choices(t, signed.today),
        organisation: chosen.map(|id| {
            (
                signed.organisation_name(id),
                with_query("/ratings", &[("days", &asked.days), ("period", &asked.period)]),
            )
        }),
        total: all.total(),
        mean: Mean::of(t, all),
        levels: Mark::ALL.iter().map(|mark| level(t, all, *mark)).collect(),
        trend,
        weeks,
        funnel: funnel::steps(t, all.total(), read.responses),
        opinions: opinions::Opinions::of(t, &read.reasons, &read.criteria),
        results: format!("/results/{tag}"),
        counted: format!("/results/{tag}/counted"),
        publishes: top.is_some_and(|top| signed.who.may_publish(top, &signed.catalogue.tree).is_ok()),
        services: services(&signed, marks.services, number),
        previous: (number > 1).then(|| asked.turned(number - 1)),
        next: (number < last).then(|| asked.turned(number + 1)),
        cases: read.cases.iter().map(|case| CaseLine::of(&signed, case)).collect(),
        all_cases: with_query("/cases", &[("organisation", &asked.organisation)]),
        open: read.open.0,
        late: read.open.1,
        apart: marks.apart,
        with_code: read.with_code,
    })
}

/// Reads the marks, and what stands beside them, on two connections, because a reader waits.
async fn read(
    panel: &Shared,
    signed: &SignedIn,
    scope: Scope,
    (from, until): (NaiveDate, NaiveDate),
) -> Result<(MarksOfSpan, Beside), StoreError> {
    let known = signed.catalogue.services.values();
    let services: Vec<_> = known.filter(|one| scope.includes(one.organisation)).map(|one| one.id).collect();
    let today = signed.today;
    let first_week = weeks::first(today);
    let also = services.clone();
    let marks = panel
        .store
        .read(move |conn| Box::pin(async move { rating_boards::marks(conn, &also, from, until).await }));
    let beside = panel.store.read(|conn| {
        Box::pin(async move {
            Ok(Beside {
                weeks: rating_boards::by_week(conn, &services, first_week, today).await?,
                with_code: visits::used(conn, &services, from, until).await?,
                responses: responses::of(conn, &services, from, until).await?,
                reasons: store::opinions::reasons(conn, &services, from, until).await?,
                criteria: store::opinions::criteria(conn, &services, from, until).await?,
                cases: rating_boards::cases(conn, &scope, rating_boards::CasesWanted::Open, CASES, 0).await?,
                open: boards::case_counts(conn, &scope, today).await?,
            })
        })
    });
    tokio::try_join!(marks, beside)
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

/// A page of the services with marks, the lowest mean first; those with too few at the end.
fn services(signed: &SignedIn, counted: Vec<(ServiceId, Counts)>, page: usize) -> Vec<Service> {
    let enough = |counts: &Counts| counts.mean_interval().filter(|_| counts.is_publishable());
    let intervals: Vec<Interval> = counted.iter().filter_map(|(_, counts)| enough(counts)).collect();
    let mut ranks = ranks(&intervals).into_iter();
    let with_rank = counted.into_iter().map(|(id, counts)| {
        let rank = enough(&counts).and_then(|interval| Some((interval, ranks.next()?)));
        (id, counts, rank)
    });
    let mut all: Vec<_> = with_rank.collect();
    let mean = |(_, counts, rank): &(_, Counts, Option<_>)| {
        rank.as_ref().and_then(|_| counts.mean()).unwrap_or(f64::INFINITY)
    };
    all.sort_by(|one, other| mean(one).total_cmp(&mean(other)).then(one.0.cmp(&other.0)));
    let group_of = |rank: &Option<(Interval, Rank)>| rank.as_ref().map(|(_, rank)| rank.group);
    let first = (page - 1) * SERVICES;
    let before = first.checked_sub(1).and_then(|place| all.get(place));
    let (mut rows, mut group) = (Vec::new(), before.and_then(|(_, _, rank)| group_of(rank)));
    for (id, counts, rank) in all.into_iter().skip(first).take(SERVICES) {
        let Some(service) = signed.catalogue.services.get(&id) else { continue };
        let next = group_of(&rank);
        rows.push(Service {
            name: service.names.in_language(signed.language()).to_owned(),
            organisation: signed.organisation_name(service.organisation),
            count: numbers::integer(signed.language(), i64::try_from(counts.total()).unwrap_or(i64::MAX)),
            ratings: signed.texts().count_ratings(counts.total()),
            shown: rank.and_then(|(interval, rank)| shown(signed.texts(), counts, interval, rank)),
            begins_group: group.is_some() && group != next,
        });
        group = next;
    }
    rows
}

fn shown(t: Texts, counts: Counts, interval: Interval, rank: Rank) -> Option<Shown> {
    let mean = counts.mean()?;
    let low = counts.of(Mark::ALL[4]) + counts.of(Mark::ALL[3]);
    Some(Shown {
        place: if rank.is_certain() {
            rank.best.to_string()
        } else {
            t.results_place_range(rank.best.to_string(), rank.worst.to_string())
        },
        mean: two_digits(t, mean),
        meter: meter((mean - 1.0) * 25.0, colour_of_mean(mean)),
        interval: format!("{} – {}", two_digits(t, interval.low), two_digits(t, interval.high)),
        low: numbers::percent(t.language(), percent_of(low, counts.total()) / 100.0, 1),
    })
}
