//! The whole service in this process, on a clock that the test moves: database, bot, panel and Telegram over real HTTP.

use std::sync::Arc;

use bot::{Bot, Delivery, WebhookSecret};
use chrono::{DateTime, Utc};
use domain::clock::{Clock, MovableClock};
use store::StoreError;
use store::secret::SecretKey;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::city::{ADMINISTRATOR, CONTROLLER, City, OFFICER, OTHER_OFFICER};
use super::databases::Base;
use super::telegram::{TOKEN, Telegram};
use super::walks::Walks;
use super::webdriver::Browser;

#[path = "../../../src/endpoints.rs"]
#[expect(dead_code, reason = "health is asked of the whole program")]
mod endpoints;

/// How the bot gets its updates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum By {
    Polling,
    Webhook,
}

/// The secret that Telegram shows with each update.
pub(crate) const WEBHOOK_SECRET: &str = "webhook-secret-of-the-tests";

/// The service, its city and its Telegram. All of it ends with this value.
pub(crate) struct Town {
    pub(crate) base: Base,
    pub(crate) clock: Arc<MovableClock>,
    pub(crate) telegram: Telegram,
    pub(crate) city: City,
    pub(crate) panel_url: String,
    pub(crate) bot: Bot,
    /// The key of the installation.
    pub(crate) secret: SecretKey,
    /// Where people were in the panel.
    pub(crate) walks: Walks,
    stop: watch::Sender<bool>,
    parts: JoinSet<()>,
    _files: TempDir,
}

impl Town {
    /// Opens the town at `moment`.
    pub(crate) async fn open(base: Base, by: By, moment: &str) -> Self {
        Self::open_with(base, by, moment, admin::Config::default()).await
    }

    /// The same with a panel of which something is not as usual.
    pub(crate) async fn open_with(base: Base, by: By, moment: &str, panel: admin::Config) -> Self {
        // What the service logs stands below a test that failed.
        let log = tracing_subscriber::fmt().with_env_filter("warn").with_test_writer();
        let _ = log.try_init();
        let moment: DateTime<Utc> = moment.parse().expect("a moment");
        let clock = Arc::new(MovableClock::starting_at(moment));
        let city = City::build(&base.store, clock.now()).await;
        let telegram = Telegram::start(Arc::clone(&clock) as Arc<dyn Clock>).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let panel_url = format!("http://{}", listener.local_addr().expect("an address"));
        let files = tempfile::tempdir().expect("a folder");
        let secret = SecretKey::random().expect("random bytes");
        let config = bot::Config {
            token: bot::ApiToken::new(TOKEN),
            api_url: telegram.api_url.clone(),
            delivery: match by {
                By::Polling => Delivery::Polling,
                By::Webhook => Delivery::Webhook {
                    url: format!("{panel_url}/telegram/webhook"),
                    secret: WebhookSecret::new(WEBHOOK_SECRET),
                },
            },
            messages_per_second: 30,
            chat_rest: bot::CHAT_REST,
            files: files.path().to_owned(),
            link_base: None,
            panel_url: panel_url.clone(),
        };
        let shared: Arc<dyn Clock> = Arc::clone(&clock) as Arc<dyn Clock>;
        let bot = Bot::new(config, base.store.clone(), Arc::clone(&shared), secret.clone())
            .expect("the bot is made");
        let panel = admin::Config {
            public_url: panel_url.clone(),
            demo: false,
            files: files.path().to_owned(),
            doorkeeper: Some(doorkeeper()),
            frames: vec![telegram.api_url.clone()],
            ..panel
        };
        let walks = Walks::default();
        let router = walks
            .along(admin::router(base.store.clone(), shared, secret.clone(), panel))
            .merge(endpoints::webhook(bot.clone()));
        // The known people opened the chat before, or Telegram would not let the bot write to them.
        let opened = [OFFICER, OTHER_OFFICER, CONTROLLER, ADMINISTRATOR]
            .map(|person| (person, telegram.playground.start(person, None)));
        let (stop, stopped) = watch::channel(false);
        let mut parts = JoinSet::new();
        parts.spawn(async move { axum::serve(listener, router).await.expect("the panel runs") });
        bot.introduce().await.expect("the bot introduces itself");
        if by == By::Polling {
            let (bot, stopped) = (bot.clone(), stopped.clone());
            parts.spawn(async move { bot.poll(stopped).await });
        }
        let (sending, working) = (bot.clone(), bot.clone());
        let stopping = stopped.clone();
        parts.spawn(async move { sending.send(stopping).await });
        parts.spawn(async move { working.work(stopped).await });
        let town =
            Self { base, clock, telegram, city, panel_url, bot, secret, walks, stop, parts, _files: files };
        for (person, started) in opened {
            town.telegram.reply_to(person, started).await;
        }
        town.settle().await;
        town
    }

    /// Waits until every update is taken and the planner ran once.
    async fn settle(&self) {
        self.telegram.quiet().await;
        let began = std::time::Instant::now();
        while self.bot.health().last_tick.is_none() {
            assert!(began.elapsed().as_secs() < 20, "the planner does not run: {:?}", self.bot.health());
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }

    /// Waits until all that is to be sent by now was sent, and nothing of it is on its way.
    pub(crate) async fn at_rest(&self) {
        let now = self.clock.now().to_rfc3339();
        let waits = format!(
            "SELECT CAST((SELECT count(*) FROM news) + (SELECT count(*) FROM outbox WHERE state = 'sending'
               OR (state = 'queued' AND not_before <= '{now}')) AS BIGINT)"
        );
        let (mut raw, began) = (self.base.raw().await, std::time::Instant::now());
        while raw.number(&waits).await > 0 {
            assert!(began.elapsed().as_secs() < 20, "the town does not come to rest");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    /// Waits until a query gives more than nothing: for what a worker does by itself.
    pub(crate) async fn until_some(&self, sql: &str) {
        let (mut raw, began) = (self.base.raw().await, std::time::Instant::now());
        while raw.number(sql).await == 0 {
            assert!(began.elapsed().as_secs() < 20, "nothing came: {sql}");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    /// What people did and what follows from it, once the bot has taken all updates.
    pub(crate) async fn deeds(&self) -> String {
        self.telegram.quiet().await;
        self.base.raw().await.deeds().await
    }

    /// The cookie of a session of the person with this Telegram account.
    pub(crate) async fn session_of(&self, telegram_id: i64) -> String {
        let (person, now) = (self.city.who(telegram_id).await.person, self.clock.now());
        let begun: Result<_, StoreError> = self
            .base
            .store
            .write(move |conn| Box::pin(async move { store::sessions::begin(conn, person, now).await }))
            .await;
        begun.expect("a session").reveal().to_owned()
    }

    /// A browser in which the person with this Telegram account is signed in to the panel.
    pub(crate) async fn browser_of(&self, telegram_id: i64) -> Browser {
        let session = self.session_of(telegram_id).await;
        let browser = Browser::start().await;
        browser.keep_cookie(&self.panel_url, "session", &session).await;
        browser
    }

    /// Moves the clock and lets the workers look at it.
    pub(crate) fn move_to(&self, moment: &str) {
        self.clock.move_to(moment.parse().expect("a moment"));
        self.bot.nudge();
    }
}

/// Who tells the panel whom Telegram has sent, as the program has it.
fn doorkeeper() -> admin::Doorkeeper {
    let key = bot::LaunchKey::of(&bot::ApiToken::new(TOKEN));
    admin::Doorkeeper::new(move |text, now| {
        key.person(text, now).map_err(|why| match why {
            bot::NotGenuine::TooOld => admin::TurnedAway::TooOld,
            _ => admin::TurnedAway::NotGenuine,
        })
    })
}

impl Drop for Town {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        self.parts.abort_all();
    }
}

/// Makes each of the named `async fn name(base: Base, by: By)` four tests: two databases, two ways of getting updates.
macro_rules! each_way {
    ($($name:ident),+ $(,)?) => {
        $crate::support::town::each_way!(@database sqlite: $($name),+);
        $crate::support::town::each_way!(@database postgres: $($name),+);
    };
    (@database $database:ident: $($name:ident),+) => {
        mod $database {
            mod polling {
                $($crate::support::town::each_way!(@test $database, Polling, $name);)+
            }
            mod webhook {
                $($crate::support::town::each_way!(@test $database, Webhook, $name);)+
            }
        }
    };
    (@test $database:ident, $by:ident, $name:ident) => {
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $name() {
            let base = $crate::support::databases::Base::$database().await;
            super::super::$name(base, $crate::support::town::By::$by).await;
        }
    };
}
pub(crate) use each_way;
