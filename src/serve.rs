//! `nazorat serve`: the real thing, with a token.

use std::sync::Arc;

use anyhow::Context;
use domain::clock::SystemClock;
use store::lead;
use tokio::net::TcpListener;

use crate::backup::database_file;
use crate::cli::Part;
use crate::endpoints::WEBHOOK_PATH;
use crate::migrate;
use crate::service::{Service, asked_to_end};
use crate::settings::Settings;
use crate::terminal::{Terminal, said};

/// Runs the service until it is asked to end.
pub(crate) async fn run(terminal: Terminal, settings: &Settings, only: Option<Part>) -> anyhow::Result<()> {
    // Taken before the database is opened: otherwise another file could take its place in between.
    let _in_use = match database_file(settings) {
        Some(file) => {
            let taken = lead::in_use(&file).await?;
            Some(taken.ok_or_else(|| said(terminal.texts.cli_serve_restoring()))?)
        }
        None => None,
    };
    let store = terminal.busy(terminal.texts.cli_busy_database(), migrate::open(settings)).await?;
    migrate::prepare(&store).await?;
    let listener = TcpListener::bind(settings.listen)
        .await
        .with_context(|| format!("NAZORAT_LISTEN: the address {} cannot be taken", settings.listen))?;
    let address = listener.local_addr().context("the address of the panel cannot be read")?;
    let service = Service {
        store,
        clock: Arc::new(SystemClock),
        secret: settings.secret_key()?,
        bot: bot_config(terminal, settings, only)?,
        panel: admin::Config {
            environment: settings.shown.clone(),
            public_url: settings.public_url.clone(),
            files: settings.files.clone(),
            ..admin::Config::default()
        },
        metrics_token: settings.metrics_token.clone(),
        only,
    };
    let running = service.start(listener)?;
    tracing::info!(%address, version = env!("CARGO_PKG_VERSION"), "serving; people reach the panel at {}", settings.public_url);
    running.until(asked_to_end()).await
}

/// The panel alone runs without a token; everything else needs one.
fn bot_config(
    terminal: Terminal,
    settings: &Settings,
    only: Option<Part>,
) -> anyhow::Result<Option<bot::Config>> {
    let token = match &settings.bot_token {
        Some(token) => token,
        None if only == Some(Part::Panel) => return Ok(None),
        None => return Err(said(terminal.texts.cli_token_missing())),
    };
    Ok(Some(bot::Config {
        token: bot::ApiToken::new(token.reveal()),
        api_url: settings.bot_api_url.clone(),
        delivery: match &settings.webhook_secret {
            Some(secret) => bot::Delivery::Webhook {
                url: format!("{}{WEBHOOK_PATH}", settings.public_url),
                secret: bot::WebhookSecret::new(secret.reveal()),
            },
            None => bot::Delivery::Polling,
        },
        messages_per_second: settings.send_per_second,
        chat_rest: bot::CHAT_REST,
        files: settings.files.clone(),
        link_base: None,
        panel_url: settings.public_url.clone(),
    }))
}
