//! Pages of the panel over a large city, as the controller of all its organisations opens them.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use chrono::{DateTime, Utc};
use domain::clock::{Clock, FrozenClock};
use domain::ids::PersonId;
use store::tokens::Token;
use store::{Durability, Store, StoreError};
use tower::ServiceExt;

use crate::Arguments;
use crate::database::{Kind, Scratch};
use crate::fill::{self, Size};
use crate::programs::secret;
use crate::statistics::{milliseconds, percentile};
use crate::table::{Row, Section};

/// A working morning in Tashkent.
const NOW: &str = "2026-11-23T05:00:00Z";
const WARM_UP: usize = 20;
const TIMES: usize = 300;
const LARGEST_PAGE: usize = 16 * 1024 * 1024;

/// Organisations of the city, and what a page of it may take at p95.
const CITIES: [(i64, Duration); 2] = [(50, Duration::from_millis(10)), (1000, Duration::from_millis(50))];
/// The pages that are opened, each as the menu opens it.
const PAGES: [&str; 7] = ["/", "/orgs", "/orgs/7", "/obligations", "/ratings", "/people", "/plan"];

/// How long a page takes.
struct Opened {
    usual: Duration,
    /// Nineteen of twenty take no longer.
    most: Duration,
    longest: Duration,
    kilobytes: usize,
}

pub(crate) async fn measure(arguments: &Arguments) -> anyhow::Result<Section> {
    let kinds = match arguments.city.as_deref() {
        Some(url) if url.starts_with("postgres") => vec![Kind::Pg(url.to_owned())],
        Some(_) => vec![Kind::Lite(Durability::Full)],
        None => {
            let servers = arguments.postgres.clone().map(Kind::Pg);
            std::iter::once(Kind::Lite(Durability::Full)).chain(servers).collect()
        }
    };
    let mut rows = Vec::new();
    for kind in kinds {
        for (organisations, goal) in CITIES {
            if arguments.organisations.is_none_or(|only| only == organisations) {
                let size = Size { organisations, ratings: arguments.ratings };
                rows.extend(on(&kind, size, goal, arguments).await.with_context(|| kind.name())?);
            }
        }
    }
    Ok(Section {
        title: format!(
            "boards: {} ratings, {} services, {} days; p50 / p95 / p99 of {TIMES}",
            arguments.ratings,
            fill::SERVICES,
            fill::DAYS
        ),
        rows,
    })
}

async fn on(kind: &Kind, size: Size, goal: Duration, arguments: &Arguments) -> anyhow::Result<Vec<Row>> {
    let now: DateTime<Utc> = NOW.parse().context("a morning")?;
    let clock = Arc::new(FrozenClock::at(now));
    let scratch = match &arguments.city {
        Some(url) => Scratch::keep(kind, url).await?,
        None => Scratch::make(kind).await?,
    };
    let mut raw = scratch.raw().await?;
    if raw.number("SELECT COUNT(*) FROM organisation").await? == 0 {
        let began = Instant::now();
        fill::fill(&mut raw, size, clock.today()).await?;
        // As the server does by itself within minutes, and a city is not filled by years at once.
        raw.run("ANALYZE".to_owned()).await?;
        eprintln!("{}: the city was filled in {:.0} s", kind.name(), began.elapsed().as_secs_f64());
    }
    let store = scratch.store().await?;
    let checked = fill::check(&mut raw, &store, size, clock.today()).await?;
    raw.close().await?;

    let token = sign_in(&store, now).await?;
    let config = admin::Config {
        public_url: "http://127.0.0.1:8080".to_owned(),
        files: std::path::PathBuf::from("unused"),
        ..admin::Config::default()
    };
    let panel = admin::router(store.clone(), clock, secret()?, config);
    let name = format!("{}, {} organisations", kind.name(), size.organisations);
    let mut rows = Vec::new();
    let wanted = |path: &&str| arguments.page.is_empty() || arguments.page.iter().any(|page| page == path);
    for path in PAGES.into_iter().filter(wanted) {
        let page = open(&panel, path, &token, "identity").await?;
        eprintln!("{name}: {path} {}", said(&page));
        let goal_said = format!("p95 ≤ {} ms", goal.as_millis());
        rows.push(Row::judged(format!("{name}: {path}"), said(&page), goal_said, page.most <= goal));
    }
    let packed = open(&panel, "/", &token, "gzip, br").await?;
    rows.push(Row::told(format!("{name}: /, packed as browsers ask for it"), said(&packed)));
    rows.push(Row::told(
        format!("{name}: sums equal to a new count"),
        format!("{checked} of {checked} sampled, {} obligations", size.obligations()),
    ));
    store.close().await;
    scratch.remove().await?;
    Ok(rows)
}

fn said(page: &Opened) -> String {
    let [usual, most, longest] = [page.usual, page.most, page.longest].map(milliseconds);
    format!("{usual:.1} / {most:.1} / {longest:.1} ms, {} KB", page.kilobytes)
}

async fn sign_in(store: &Store, now: DateTime<Utc>) -> anyhow::Result<Token> {
    let begun: Result<Token, StoreError> = store
        .write(move |conn| {
            Box::pin(async move { store::sessions::begin(conn, PersonId(fill::CONTROLLER), now).await })
        })
        .await;
    begun.context("the controller could not sign in")
}

async fn open(panel: &Router, path: &str, token: &Token, packing: &str) -> anyhow::Result<Opened> {
    let (mut times, mut bytes) = (Vec::with_capacity(TIMES), 0);
    for turn in 0..WARM_UP + TIMES {
        let request = Request::get(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::COOKIE, format!("session={}", token.reveal()))
            .header(header::ACCEPT_ENCODING, packing)
            .body(Body::empty())
            .context("a request")?;
        let began = Instant::now();
        let Ok(response) = panel.clone().oneshot(request).await;
        let status = response.status();
        let page = to_bytes(response.into_body(), LARGEST_PAGE).await.context("the page broke off")?;
        let took = began.elapsed();
        ensure!(status == StatusCode::OK, "{path} was answered with {status}");
        bytes = page.len();
        if turn >= WARM_UP {
            times.push(took);
        }
    }
    ensure!(bytes > 0, "{path} is empty");
    Ok(Opened {
        usual: percentile(&mut times, 50),
        most: percentile(&mut times, 95),
        longest: percentile(&mut times, 99),
        kilobytes: bytes / 1024,
    })
}
