//! The bot of this repository as the service composes it: intake, answers, outbox and planner. Only the limit of messages a
//! second is lifted, because it is Telegram's and not ours.

#[path = "../../../src/endpoints.rs"]
mod endpoints;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use bot::{ApiToken, Bot, Config, Delivery, WebhookSecret};
use domain::clock::SystemClock;
use store::Store;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::{Role, WEBHOOK_SECRET, secret};
use crate::child::Program;
use crate::telegram::TOKEN;

/// What the limit of messages becomes: none.
const UNLIMITED: u32 = 0;

pub(super) async fn run(role: Role) -> anyhow::Result<()> {
    let store = Store::open(&role.database, role.durability()).await.context("the database did not open")?;
    let listener = TcpListener::bind("127.0.0.1:0").await.context("no free port")?;
    let address = listener.local_addr().context("the port has no address")?;
    let url = format!("http://{address}{}", endpoints::WEBHOOK_PATH);
    let config = Config {
        token: ApiToken::new(TOKEN),
        api_url: role.api_url,
        delivery: if role.by_webhook {
            Delivery::Webhook { url, secret: WebhookSecret::new(WEBHOOK_SECRET) }
        } else {
            Delivery::Polling
        },
        messages_per_second: UNLIMITED,
        chat_rest: bot::CHAT_REST,
        files: PathBuf::from("unused"),
        link_base: None,
        panel_url: "http://127.0.0.1:8080".to_owned(),
    };
    let bot =
        Bot::new(config, store.clone(), Arc::new(SystemClock), secret()?).context("the bot was not made")?;
    bot.introduce().await.context("the stand-in does not know the bot")?;

    let (stop, stopped) = watch::channel(false);
    let mut parts = JoinSet::new();
    let duties = endpoints::Duties { takes_updates: true, plans: true };
    let router = endpoints::health(store.clone(), Some(bot.clone()), Arc::new(SystemClock), duties, None)
        .merge(endpoints::webhook(bot.clone()));
    let mut serving = JoinSet::new();
    serving.spawn(async move { axum::serve(listener, router).await });
    if !role.by_webhook {
        parts.spawn(bot.clone().poll(stopped.clone()));
    }
    parts.spawn(bot.clone().send(stopped.clone()));
    parts.spawn(bot.work(stopped));

    Program::say_ready(address)?;
    Program::asked_to_end().await;
    stop.send_replace(true);
    let all = async { while parts.join_next().await.is_some() {} };
    // What is left then is a poll that is held open.
    let _ = tokio::time::timeout(Duration::from_secs(5), all).await;
    store.close().await;
    Ok(())
}
