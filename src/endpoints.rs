//! Addresses for machines: the webhook, health, and figures for Prometheus.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use bot::{Bot, Health, WebhookAnswer};
use chrono::{DateTime, Utc};
use domain::audit::planner_is_silent;
use domain::clock::Clock;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use sha2::{Digest, Sha256};
use store::findings::{self, OpenFinding};
use store::{Conn, Store, StoreError};

/// Telegram's own limit is far below; more is an attack.
const WEBHOOK_BODY_LIMIT: usize = 1024 * 1024;

/// Where Telegram delivers updates, below the public address.
pub(crate) const WEBHOOK_PATH: &str = "/telegram/webhook";

/// `POST /telegram/webhook`: answers 200 only after the update's effects are committed.
pub(crate) fn webhook(bot: Bot) -> Router {
    Router::new()
        .route(WEBHOOK_PATH, post(take))
        .layer(DefaultBodyLimit::max(WEBHOOK_BODY_LIMIT))
        .with_state(bot)
}

async fn take(State(bot): State<Bot>, headers: HeaderMap, body: Bytes) -> Response {
    let secret = headers.get("x-telegram-bot-api-secret-token").and_then(|value| value.to_str().ok());
    let refused = match bot.take_webhook(secret, &body).await {
        WebhookAnswer::Ok(Some(call)) => {
            return ([(header::CONTENT_TYPE, "application/json")], call).into_response();
        }
        WebhookAnswer::Ok(None) => return StatusCode::OK.into_response(),
        WebhookAnswer::Unauthorized => StatusCode::UNAUTHORIZED,
        WebhookAnswer::BadRequest => StatusCode::BAD_REQUEST,
        WebhookAnswer::Busy | WebhookAnswer::Failed => StatusCode::SERVICE_UNAVAILABLE,
    };
    refused.into_response()
}

/// What this process does, and so answers for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Duties {
    /// It takes updates.
    pub(crate) takes_updates: bool,
    /// It plans reminders.
    pub(crate) plans: bool,
}

#[derive(Clone)]
struct Watched {
    store: Store,
    bot: Option<Bot>,
    clock: Arc<dyn Clock>,
    duties: Duties,
    figures: PrometheusHandle,
    /// The hash of the header that opens the figures: hashes are compared in equal time.
    key: Option<[u8; 32]>,
}

/// `GET /healthz`, `/readyz` and `/metrics`.
pub(crate) fn health(
    store: Store,
    bot: Option<Bot>,
    clock: Arc<dyn Clock>,
    duties: Duties,
    metrics_token: Option<&str>,
) -> Router {
    let key = metrics_token.map(|token| hashed(format!("Bearer {token}").as_bytes()));
    let watched = Watched { store, bot, clock, duties, figures: figures(), key };
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(watched)
}

async fn ready(State(watched): State<Watched>) -> Response {
    let kept = match watched.store.read(|conn| Box::pin(kept(conn))).await {
        Ok(kept) => kept,
        Err(error) => {
            tracing::error!("not ready: {error}");
            return (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response();
        }
    };
    let silent = kept.planner_ran.is_some_and(|ran| planner_is_silent(ran, watched.clock.now()));
    let trouble = watched.bot.and_then(|bot| trouble(&bot.health(), watched.duties.takes_updates));
    // A restart helps whoever should plan; for a process that only shows the panel it would do harm.
    let trouble =
        trouble.or_else(|| (silent && watched.duties.plans).then(|| "the planner does not run".to_owned()));
    if let Some(why) = trouble {
        return (StatusCode::SERVICE_UNAVAILABLE, format!("{why}\n")).into_response();
    }
    let mut faults: Vec<_> = kept
        .findings
        .iter()
        .map(|one| format!("{}={}", one.finding.kind.code(), one.finding.number))
        .collect();
    if silent {
        faults.push("the planner of another process does not run".to_owned());
    }
    if faults.is_empty() {
        return "ready\n".into_response();
    }
    format!("ready, degraded: {}\n", faults.join(", ")).into_response()
}

/// What the database tells of the whole service.
struct Kept {
    planner_ran: Option<DateTime<Utc>>,
    findings: Vec<OpenFinding>,
}

async fn kept(conn: &mut Conn) -> Result<Kept, StoreError> {
    Ok(Kept { planner_ran: findings::planner_last_ran(conn).await?, findings: findings::open(conn).await? })
}

/// What keeps updates from coming in, or reminders from being planned.
fn trouble(health: &Health, takes_updates: bool) -> Option<String> {
    if let Some(why) = &health.tick_trouble {
        return Some(format!("reminders are not planned: {why}"));
    }
    if !takes_updates {
        return None;
    }
    match (&health.intake_trouble, health.last_contact) {
        (Some(why), _) => Some(format!("updates do not come in: {why}")),
        (None, None) => Some("Telegram has not answered yet".to_owned()),
        (None, Some(_)) => None,
    }
}

fn hashed(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

async fn metrics(State(watched): State<Watched>, headers: HeaderMap) -> Response {
    let Some(key) = watched.key else { return StatusCode::NOT_FOUND.into_response() };
    if headers.get(header::AUTHORIZATION).is_none_or(|brought| hashed(brought.as_bytes()) != key) {
        return (StatusCode::UNAUTHORIZED, [(header::WWW_AUTHENTICATE, "Bearer")]).into_response();
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], watched.figures.render()).into_response()
}

/// The process counts once, however many services it runs.
fn figures() -> PrometheusHandle {
    static FIGURES: OnceLock<PrometheusHandle> = OnceLock::new();
    let install = || {
        let recorder = PrometheusBuilder::new().build_recorder();
        let handle = recorder.handle();
        if metrics::set_global_recorder(recorder).is_err() {
            tracing::warn!("figures are counted elsewhere already: /metrics stays empty");
        }
        handle
    };
    FIGURES.get_or_init(install).clone()
}
