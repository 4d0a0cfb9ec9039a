//! The running service: panel, webhook, health, bot and workers in one process, watched and stopped in order.
//!
//! Long tasks are started here and nowhere else. The first that ends by itself ends the process: a part that stops in
//! silence is worse than a restart by the service manager.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, anyhow};
use axum::Router;
use bot::Bot;
use domain::clock::Clock;
use store::Store;
use store::secret::SecretKey;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::cli::Part;
use crate::endpoints::{self, Duties};
use crate::settings::Secret;

/// How long updates in work may take to finish after the signal to stop.
const INTAKE_GRACE: Duration = Duration::from_secs(10);
/// How long messages on their way may take to be answered and marked.
const SENDING_GRACE: Duration = Duration::from_secs(15);

/// All that a service is made of.
pub(crate) struct Service {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) secret: SecretKey,
    /// Without one only the panel runs.
    pub(crate) bot: Option<bot::Config>,
    pub(crate) panel: admin::Config,
    /// What opens the figures; without it they are closed.
    pub(crate) metrics_token: Option<Secret>,
    /// Run only this part; all of them otherwise.
    pub(crate) only: Option<Part>,
}

/// A service that is running.
pub(crate) struct Running {
    store: Store,
    bot: Option<Bot>,
    intake: JoinSet<anyhow::Result<()>>,
    outgoing: JoinSet<anyhow::Result<()>>,
    stop_intake: watch::Sender<bool>,
    stop_outgoing: watch::Sender<bool>,
}

impl Service {
    /// Starts every part that is wanted.
    pub(crate) fn start(self, listener: TcpListener) -> anyhow::Result<Running> {
        let runs = |part| self.only.is_none_or(|only| only == part);
        let by_polling =
            self.bot.as_ref().is_some_and(|config| matches!(config.delivery, bot::Delivery::Polling));
        let panel = admin::Config { doorkeeper: self.bot.as_ref().map(doorkeeper), ..self.panel };
        let make =
            |config| Bot::new(config, self.store.clone(), Arc::clone(&self.clock), self.secret.clone());
        let bot = self.bot.map(make).transpose().context("the bot cannot be made ready")?;

        let duties = Duties { takes_updates: runs(Part::Bot), plans: bot.is_some() && runs(Part::Worker) };
        let clock = Arc::clone(&self.clock);
        let mut router = endpoints::health(
            self.store.clone(),
            bot.clone(),
            clock,
            duties,
            self.metrics_token.as_ref().map(Secret::reveal),
        );
        if runs(Part::Panel) {
            router = router.merge(admin::router(self.store.clone(), self.clock, self.secret, panel));
        }
        let (stop_intake, intake_stop) = watch::channel(false);
        let (stop_outgoing, outgoing_stop) = watch::channel(false);
        let (mut intake, mut outgoing) = (JoinSet::new(), JoinSet::new());
        if let Some(bot) = &bot {
            if runs(Part::Bot) {
                if !by_polling {
                    router = router.merge(endpoints::webhook(bot.clone()));
                }
                intake.spawn(take_updates(bot.clone(), by_polling, intake_stop.clone()));
            }
            // Every process that takes updates answers them, so each sends; one at a time leads the outbox.
            outgoing.spawn(whole(bot.clone().send(outgoing_stop.clone())));
            if runs(Part::Worker) {
                outgoing.spawn(whole(bot.clone().work(outgoing_stop)));
            }
        }
        intake.spawn(serve_http(listener, router, intake_stop));
        Ok(Running { store: self.store, bot, intake, outgoing, stop_intake, stop_outgoing })
    }
}

/// Who tells the panel whom Telegram has sent. Only the bot knows how Telegram signs, and only the panel who may come in.
fn doorkeeper(bot: &bot::Config) -> admin::Doorkeeper {
    let key = bot::LaunchKey::of(&bot.token);
    admin::Doorkeeper::new(move |text, now| {
        key.person(text, now).map_err(|why| {
            tracing::info!(%why, "what a page was said to be given by Telegram was not taken");
            match why {
                bot::NotGenuine::TooOld => admin::TurnedAway::TooOld,
                _ => admin::TurnedAway::NotGenuine,
            }
        })
    })
}

impl Running {
    /// The bot, to be nudged.
    pub(crate) fn bot(&self) -> Option<&Bot> {
        self.bot.as_ref()
    }

    /// Runs until `stop` is ready, or until a part ends by itself; then stops everything in order.
    pub(crate) async fn until(mut self, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
        let ended = tokio::select! {
            () = stop => Ok(()),
            Some(ended) = self.intake.join_next() => Err(ended),
            Some(ended) = self.outgoing.join_next() => Err(ended),
        };
        tracing::info!("stopping: no more updates are taken, what is in work is finished");
        // Nobody listens any more when all parts have ended.
        self.stop_intake.send_replace(true);
        finish(&mut self.intake, INTAKE_GRACE, "updates in work").await;
        if let Some(bot) = &self.bot
            && tokio::time::timeout(INTAKE_GRACE, bot.finish()).await.is_err()
        {
            tracing::warn!(seconds = INTAKE_GRACE.as_secs(), "gave up waiting for answers on their way");
        }
        self.stop_outgoing.send_replace(true);
        finish(&mut self.outgoing, SENDING_GRACE, "messages on their way").await;
        self.store.close().await;
        match ended {
            Ok(()) => Ok(()),
            Err(Ok(Ok(()))) => Err(anyhow!("a part of the service ended by itself")),
            Err(Ok(Err(error))) => Err(error.context("a part of the service failed")),
            Err(Err(error)) => Err(anyhow::Error::new(error).context("a part of the service panicked")),
        }
    }
}

async fn finish(parts: &mut JoinSet<anyhow::Result<()>>, grace: Duration, what: &'static str) {
    let all = async {
        while let Some(ended) = parts.join_next().await {
            match ended {
                Ok(Ok(())) => {}
                Ok(Err(error)) => tracing::error!("a part failed while it stopped: {error:#}"),
                Err(error) => tracing::error!(error = %error, "a part panicked while it stopped"),
            }
        }
    };
    if tokio::time::timeout(grace, all).await.is_err() {
        tracing::warn!(seconds = grace.as_secs(), "gave up waiting for {what}");
        parts.abort_all();
    }
}

async fn serve_http(listener: TcpListener, router: Router, mut stop: bot::Stop) -> anyhow::Result<()> {
    let closing = stop.clone();
    let router = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, router).with_graceful_shutdown(stopped(closing));
    tokio::select! {
        served = serving.into_future() => served.context("the panel's address stopped answering"),
        // Open pages hold a stream of events that never ends by itself.
        () = async {
            stopped_by(&mut stop).await;
            tokio::time::sleep(Duration::from_secs(2)).await;
        } => Ok(()),
    }
}

/// Ends without an error only when it is told to stop: Telegram may say at any time that the token is wrong.
async fn take_updates(bot: Bot, by_polling: bool, mut stop: bot::Stop) -> anyhow::Result<()> {
    if bot.introduce_until_done(stop.clone()).await.is_some() {
        if by_polling {
            bot.clone().poll(stop.clone()).await;
        } else {
            stopped_by(&mut stop).await;
        }
    }
    if *stop.borrow() {
        return Ok(());
    }
    let said = bot.health().intake_trouble.unwrap_or_else(|| "no more updates are taken".to_owned());
    Err(anyhow!(said).context("Telegram does not know the token in NAZORAT_BOT_TOKEN"))
}

/// A part that has no error to give.
async fn whole(part: impl Future<Output = ()>) -> anyhow::Result<()> {
    part.await;
    Ok(())
}

async fn stopped(mut stop: bot::Stop) {
    stopped_by(&mut stop).await;
}

async fn stopped_by(stop: &mut bot::Stop) {
    // An error says that the sender is gone: then it is time to stop as well.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Ready when the process is asked to end: by Ctrl-C or by the service manager.
pub(crate) async fn asked_to_end() {
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(error) => {
            tracing::error!(error = %error, "SIGTERM cannot be heard: only Ctrl-C ends the service in order");
            let _ = tokio::signal::ctrl_c().await;
            return;
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
