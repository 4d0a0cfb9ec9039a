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
use crate::fill;
use crate::programs::secret;
use crate::statistics::{milliseconds, percentile};
use crate::table::{Row, Section};

/// A working morning in Tashkent.
const NOW: &str = "2026-11-23T05:00:00Z";
const WARM_UP: usize = 20;
const TIMES: usize = 300;
const LARGEST_PAGE: usize = 16 * 1024 * 1024;

const OVERVIEW: Duration = Duration::from_millis(12);
/// Other pages, for comparison.
const OTHERS: [&str; 6] = ["/orgs", "/orgs/7", "/obligations", "/ratings", "/people", "/plan"];

/// How long a page takes.
struct Opened {
    usual: Duration,
    longest: Duration,
    kilobytes: usize,
}

pub(crate) async fn measure(arguments: &Arguments) -> anyhow::Result<Section> {
    let mut kinds = vec![Kind::Lite(Durability::Full)];
    kinds.extend(arguments.postgres.clone().map(Kind::Pg));
    let mut rows = Vec::new();
    for kind in kinds {
        rows.extend(on(&kind, arguments.ratings).await.with_context(|| kind.name())?);
    }
    Ok(Section {
        title: format!(
            "boards: {} ratings, {} obligations, {} services, {} organisations, {} days",
            arguments.ratings,
            fill::OBLIGATIONS,
            fill::SERVICES,
            fill::ORGANISATIONS,
            fill::DAYS
        ),
        rows,
    })
}

async fn on(kind: &Kind, ratings: i64) -> anyhow::Result<Vec<Row>> {
    let now: DateTime<Utc> = NOW.parse().context("a morning")?;
    let clock = Arc::new(FrozenClock::at(now));
    let scratch = Scratch::make(kind).await?;
    let mut raw = scratch.raw().await?;
    let began = Instant::now();
    fill::fill(&mut raw, ratings, clock.today()).await?;
    eprintln!("{}: the city was filled in {:.0} s", kind.name(), began.elapsed().as_secs_f64());
    let store = scratch.store().await?;
    let checked = fill::check(&mut raw, &store, clock.today()).await?;
    raw.close().await?;

    let token = sign_in(&store, now).await?;
    let config = admin::Config {
        public_url: "http://127.0.0.1:8080".to_owned(),
        demo: false,
        files: std::path::PathBuf::from("unused"),
        environment: Vec::new(),
    };
    let panel = admin::router(store.clone(), clock, secret()?, config);
    let name = kind.name();
    let page = open(&panel, "/", &token, "identity").await?;
    let mut rows = vec![Row::judged(
        format!("{name}: overview, p50 / p99 of {TIMES}"),
        said(&page),
        format!("p99 ≤ {} ms", OVERVIEW.as_millis()),
        page.longest <= OVERVIEW,
    )];
    let packed = open(&panel, "/", &token, "gzip, br").await?;
    rows.push(Row::told(format!("{name}: overview, packed as browsers ask for it"), said(&packed)));
    for path in OTHERS {
        let measured = match open(&panel, path, &token, "identity").await {
            Ok(page) => said(&page),
            Err(error) => format!("{error:#}"),
        };
        rows.push(Row::told(format!("{name}: {path}"), measured));
    }
    rows.push(Row::told(
        format!("{name}: sums equal to a new count"),
        format!("{checked} of {checked} sampled"),
    ));
    store.close().await;
    scratch.remove().await?;
    Ok(rows)
}

fn said(page: &Opened) -> String {
    format!("{:.1} / {:.1} ms, {} KB", milliseconds(page.usual), milliseconds(page.longest), page.kilobytes)
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
        longest: percentile(&mut times, 99),
        kilobytes: bytes / 1024,
    })
}
