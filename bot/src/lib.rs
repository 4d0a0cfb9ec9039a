//! Talks with people in Telegram: takes updates in, answers them, reminds, and sends what waits in the outbox.
//!
//! The engine takes in, paces and sends; what is said is decided in `talk`. Nothing here knows SQL or shows a page.

mod client;
mod ctx;
mod health;
mod incoming;
mod intake;
mod introduce;
mod mini_app;
mod polling;
mod reply;
mod sender;
mod talk;
#[cfg(test)]
mod testing;
mod webhook;
mod worker;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::clock::Clock;
use domain::links::LinkBase;
use store::Store;
use store::secret::SecretKey;
use tokio::sync::Notify;

pub use client::{ApiToken, CallError, TELEGRAM};
pub use health::Health;
pub use introduce::{Identity, IntroduceError};
pub use mini_app::{LaunchKey, NotGenuine};
pub use sender::pace::CHAT_REST;
pub use webhook::WebhookAnswer;

use client::Client;
use ctx::Ctx;
use health::Pulse;
use intake::Intake;
use sender::Sender;
use sender::live::Live;
use sender::pace::Pacer;
use worker::Worker;

/// Becomes `true` when it is time to stop.
pub type Stop = tokio::sync::watch::Receiver<bool>;

/// How the bot reaches Telegram, and how fast it may speak.
#[derive(Clone, Debug)]
pub struct Config {
    /// The token.
    pub token: ApiToken,
    /// The Bot API server, such as [`TELEGRAM`].
    pub api_url: String,
    /// How updates come.
    pub delivery: Delivery,
    /// Messages a second to all chats together; 0 means that the server has no limit.
    pub messages_per_second: u32,
    /// After a message of the outbox a chat gets no other one for so long: [`CHAT_REST`] where the server is Telegram's.
    pub chat_rest: Duration,
    /// Where evidence is kept.
    pub files: PathBuf,
    /// How links into the bot begin, when not with Telegram's own address.
    pub link_base: Option<LinkBase>,
    /// The panel's address, for links.
    pub panel_url: String,
}

/// How updates come.
#[derive(Clone, Debug)]
pub enum Delivery {
    /// The bot asks for them.
    Polling,
    /// Telegram brings them to this address and shows this secret.
    Webhook {
        /// The address.
        url: String,
        /// The secret.
        secret: WebhookSecret,
    },
}

/// What Telegram shows at the webhook. It does not print itself.
#[derive(Clone, PartialEq, Eq)]
pub struct WebhookSecret(String);

impl WebhookSecret {
    /// Takes the secret as it stands in the settings.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for WebhookSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WebhookSecret(***)")
    }
}

/// Why the bot could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The HTTP client could not be made.
    #[error("the HTTP client could not be made")]
    Http(#[source] reqwest::Error),
    /// A cron line of ours is wrong.
    #[error("the hour of the digest cannot be read")]
    Timetable(#[from] cron::error::Error),
}

/// The bot. Cheap to clone.
#[derive(Clone)]
pub struct Bot {
    inner: Arc<Inner>,
}

struct Inner {
    config: Config,
    ctx: Ctx,
    client: Client,
    live: Live,
    intake: Intake,
    sender: Arc<Sender>,
    worker: Worker,
    pulse: Arc<Pulse>,
    nudge: Arc<Notify>,
}

impl Bot {
    /// Puts the bot together. Nothing is sent and nothing runs yet.
    pub fn new(
        config: Config,
        store: Store,
        clock: Arc<dyn Clock>,
        secret: SecretKey,
    ) -> Result<Self, BuildError> {
        let client = Client::new(&config.api_url, config.token.clone()).map_err(BuildError::Http)?;
        let ctx = Ctx {
            store,
            clock,
            secret,
            panel_url: mini_app::pages(&config.panel_url, &config.api_url).into(),
            site_url: config.panel_url.trim_end_matches('/').into(),
        };
        let pulse = Arc::new(Pulse::default());
        let nudge = Arc::new(Notify::new());
        let pacer = Arc::new(Pacer::new(config.messages_per_second, config.chat_rest));
        let live = Live::new(ctx.clone(), client.clone(), Arc::clone(&pacer));
        let intake = Intake::new(ctx.clone(), live.clone());
        let sender =
            Sender::new(ctx.clone(), client.clone(), pacer, Arc::clone(&pulse), config.messages_per_second);
        let worker = Worker::new(
            ctx.clone(),
            client.clone(),
            config.files.clone(),
            Arc::clone(&pulse),
            Arc::clone(&nudge),
            intake.clone(),
        )?;
        let sender = Arc::new(sender);
        let inner = Inner { config, ctx, client, live, intake, sender, worker, pulse, nudge };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Sends the outbox until it is told to stop; what is under way then is waited for and marked.
    pub async fn send(self, stop: Stop) {
        Arc::clone(&self.inner.sender).run(stop).await;
    }

    /// Plans reminders, tells news and cleans up, until it is told to stop.
    pub async fn work(self, stop: Stop) {
        self.inner.worker.run(stop).await;
    }

    /// Makes the planner and the sender look at once: the clock was moved, or something was written by another process.
    pub fn nudge(&self) {
        self.inner.sender.nudge();
        self.inner.nudge.notify_one();
    }

    /// Waits until every update that was taken in is done and answered. Call it when no more come in.
    pub async fn finish(&self) {
        self.inner.intake.finish().await;
        self.inner.live.finish().await;
    }

    /// How the bot is doing.
    pub fn health(&self) -> Health {
        self.inner.pulse.health()
    }

    fn config(&self) -> &Config {
        &self.inner.config
    }

    fn client(&self) -> &Client {
        &self.inner.client
    }

    fn intake(&self) -> &Intake {
        &self.inner.intake
    }

    fn pulse(&self) -> &Pulse {
        &self.inner.pulse
    }

    fn store(&self) -> &Store {
        &self.inner.ctx.store
    }

    fn now(&self) -> DateTime<Utc> {
        self.inner.ctx.clock.now()
    }

    fn webhook_secret(&self) -> Option<&str> {
        match &self.config().delivery {
            Delivery::Webhook { secret, .. } => Some(secret.reveal()),
            Delivery::Polling => None,
        }
    }
}
