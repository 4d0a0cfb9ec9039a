//! Our program as one process: a bot with a database connection of its own, in a runtime that can be killed.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use bot::{ApiToken, Bot, Config, Delivery};
use chrono::TimeDelta;
use domain::clock::{Clock, FrozenClock};
use store::secret::SecretKey;
use store::{Durability, Store};
use tokio::runtime::Runtime;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A chat gets one message of ours in so long.
const CHAT_REST: Duration = Duration::from_millis(20);
/// A tick of the planner takes well below a second.
const PATIENCE: Duration = Duration::from_mins(1);

/// Where processes run.
#[derive(Clone)]
pub(crate) struct Ground {
    pub(crate) url: String,
    pub(crate) api_url: String,
    pub(crate) token: String,
    pub(crate) files: PathBuf,
    pub(crate) secret: SecretKey,
    pub(crate) clock: Arc<FrozenClock>,
}

/// A running process. [`Process::stop`] ends it as an administrator does; dropping it, as a power cut would.
pub(crate) struct Process {
    bot: Bot,
    clock: Arc<FrozenClock>,
    stop: watch::Sender<bool>,
    parts: Vec<JoinHandle<()>>,
    /// Taken at the end.
    runtime: Option<Runtime>,
}

impl Process {
    /// Starts; only one process at a time may take updates in.
    pub(crate) async fn start(ground: &Ground, takes_updates: bool) -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .context("no runtime")?;
        let config = Config {
            token: ApiToken::new(&ground.token),
            api_url: ground.api_url.clone(),
            delivery: Delivery::Polling,
            // How fast Telegram takes messages is another benchmark: here a second of a chat is short.
            messages_per_second: 0,
            chat_rest: CHAT_REST,
            files: ground.files.clone(),
            link_base: None,
            panel_url: "https://nazorat.example".to_owned(),
        };
        let (url, clock, secret) = (ground.url.clone(), Arc::clone(&ground.clock), ground.secret.clone());
        let made = runtime.spawn(async move {
            // What a power cut does to a disk is not what is played here.
            let store = Store::open(&url, Durability::Normal).await.context("the database did not open")?;
            Bot::new(config, store, clock, secret).context("the bot was not made")
        });
        let bot = made.await.context("the start broke")??;
        let (stop, stopped) = watch::channel(false);
        let mut parts = vec![
            runtime.spawn(bot.clone().send(stopped.clone())),
            runtime.spawn(bot.clone().work(stopped.clone())),
        ];
        if takes_updates {
            parts.push(runtime.spawn(bot.clone().poll(stopped)));
        }
        Ok(Self { bot, clock: Arc::clone(&ground.clock), stop, parts, runtime: Some(runtime) })
    }

    /// The clock was moved.
    pub(crate) fn nudge(&self) {
        self.bot.nudge();
    }

    /// Waits until the planner has run through with the time as it is now.
    pub(crate) async fn ticked(&self) -> anyhow::Result<()> {
        // The first tick may have begun before the clock was moved; the second has not.
        for _ in 0..2 {
            self.clock.advance(TimeDelta::milliseconds(1));
            let (moment, began) = (self.clock.now(), Instant::now());
            self.bot.nudge();
            while self.bot.health().last_tick.is_none_or(|at| at < moment) {
                let trouble = self.bot.health().tick_trouble;
                ensure!(began.elapsed() < PATIENCE, "the planner does not run: {trouble:?}");
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
        }
        Ok(())
    }

    /// Waits until what people did is answered.
    pub(crate) async fn answered(&self) {
        self.bot.finish().await;
    }

    /// Ends it in order.
    pub(crate) async fn stop(mut self) {
        self.stop.send_replace(true);
        for part in self.parts.drain(..) {
            // A part that broke has ended, too.
            let _ = part.await;
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}
