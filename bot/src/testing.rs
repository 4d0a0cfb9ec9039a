//! A small city for the tests of this crate: a database of its own, a local Telegram, and a clock that stands still.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::calendar::Week;
use domain::clock::{Clock, FrozenClock};
use domain::delivery::Purpose;
use domain::ids::PersonId;
use domain::language::{Language, Names};
use domain::people::{Grant, MayAdminister, MayInvite, Role};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use playground::{BotIdentity, Limits, Persona, Playground, World};
use store::import::{self, MeasureDraft, OrganisationDraft, Parent, PlanDraft};
use store::outbox::{self, NewMessage, Policy, Priority};
use store::plan::Part;
use store::secret::SecretKey;
use store::{Conn, Durability, NotDone, Store, StoreError, people};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::{ApiToken, Bot, Config, Delivery, WebhookSecret};

const TOKEN: &str = "123456:a-secret-of-tests";
/// How long a test waits for what must come.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// Everything that a test needs; it is gone with it.
pub(crate) struct City {
    pub(crate) store: Store,
    pub(crate) clock: Arc<FrozenClock>,
    pub(crate) telegram: Arc<Playground>,
    pub(crate) bot: Bot,
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
    _folder: tempfile::TempDir,
}

struct FrozenWorld(Arc<FrozenClock>);

impl World for FrozenWorld {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }
}

impl City {
    /// A city on the morning of Tuesday, 24 November 2026, at half past nine; nothing runs yet.
    pub(crate) async fn new() -> Self {
        Self::with(Delivery::Polling, Limits::default(), 0).await
    }

    /// A city whose bot is brought its updates with the secret `s3cret`.
    pub(crate) async fn with_webhook() -> Self {
        let delivery =
            Delivery::Webhook { url: "http://127.0.0.1:9/hook".into(), secret: WebhookSecret::new("s3cret") };
        Self::with(delivery, Limits::default(), 0).await
    }

    /// A city whose Telegram has limits.
    pub(crate) async fn with(delivery: Delivery, limits: Limits, per_second: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("city.db").display());
        let store = Store::open(&url, Durability::Normal).await.unwrap();
        store.migrate().await.unwrap();
        let clock = Arc::new(FrozenClock::at("2026-11-24T04:30:00Z".parse().unwrap()));
        let config = playground::Config {
            token: TOKEN.into(),
            bot: BotIdentity { id: 123_456, username: "nazorat_bot".into(), first_name: "Nazorat".into() },
            people: (1..=9).map(persona).collect(),
            limits,
            texts: playground::Texts::default(),
        };
        let telegram = Playground::new(config, Arc::new(FrozenWorld(Arc::clone(&clock))));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let config = Config {
            token: ApiToken::new(TOKEN),
            api_url: format!("http://{}", listener.local_addr().unwrap()),
            delivery,
            messages_per_second: per_second,
            chat_rest: crate::CHAT_REST,
            files: folder.path().join("files"),
            link_base: None,
            panel_url: "https://city.example".into(),
        };
        let mut tasks = JoinSet::new();
        let router = telegram.router();
        tasks.spawn(async move { axum::serve(listener, router).await.unwrap() });
        let bot = Bot::new(
            config,
            store.clone(),
            Arc::clone(&clock) as Arc<dyn Clock>,
            SecretKey::random().unwrap(),
        );
        let stop = watch::Sender::new(false);
        Self { store, clock, telegram, bot: bot.unwrap(), stop, tasks, _folder: folder }
    }

    pub(crate) fn stop(&self) -> crate::Stop {
        self.stop.subscribe()
    }

    /// Lets a part of the bot run until the test ends.
    pub(crate) fn run(&mut self, part: impl Future<Output = ()> + Send + 'static) {
        self.tasks.spawn(part);
    }

    pub(crate) fn say_stop(&self) {
        self.stop.send_replace(true);
    }

    /// Writes to the database.
    pub(crate) async fn write<T, F>(&self, work: F) -> T
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
        T: Send + 'static,
    {
        self.store.write(work).await.unwrap()
    }

    /// Reads from the database.
    pub(crate) async fn read<T, F>(&self, work: F) -> T
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, StoreError>>,
    {
        self.store.read(work).await.unwrap()
    }

    /// Lets a person write first: nobody else can be written to.
    pub(crate) fn meet(&self, person: i64) {
        if self.telegram.chat(person).is_empty() {
            self.telegram.start(person, None);
        }
    }

    /// Puts a message to `chat_id` into the outbox.
    pub(crate) async fn queue(&self, chat_id: i64, text: &str, policy: Policy) {
        self.meet(chat_id);
        let now = self.clock.now();
        let body = serde_json::json!({ "chat_id": chat_id, "text": text }).to_string();
        self.write(move |conn| {
            async move {
                let message = NewMessage {
                    chat_id,
                    person: None,
                    purpose: Purpose::Reported,
                    method: "sendMessage",
                    body: &body,
                    priority: Priority::News,
                    policy,
                    dedupe: None,
                    not_before: now,
                };
                outbox::put(conn, &message, now).await.map(|_| ())
            }
            .boxed()
        })
        .await;
    }

    /// The words of the bot in a chat.
    pub(crate) fn said_to(&self, person: i64) -> Vec<String> {
        let from_bot = self.telegram.chat(person).into_iter().filter(|message| message.from_bot);
        from_bot.map(|message| message.text).collect()
    }

    /// Waits until something is so.
    pub(crate) async fn until(&self, what: &str, so: impl AsyncFn(&Self) -> bool) {
        let waited = async {
            while !so(self).await {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        assert!(tokio::time::timeout(PATIENCE, waited).await.is_ok(), "waited in vain: {what}");
    }

    /// Organisations with these keys; the first is the city, above all others.
    pub(crate) async fn organisations(&self, keys: &[&str]) {
        self.organisations_with(keys, None).await;
    }

    /// Enters organisations whose week is this one; the first is above the others and works five days.
    pub(crate) async fn organisations_with(&self, keys: &[&str], week: Option<Week>) {
        let drafts: Vec<_> = keys
            .iter()
            .enumerate()
            .map(|(position, key)| OrganisationDraft {
                key: (*key).into(),
                kind: None,
                names: Names { uz_latn: format!("{key} boshqarmasi"), ..Names::default() },
                week: week.filter(|_| position > 0),
                parent: if position == 0 { Parent::Nobody } else { Parent::Below(keys[0].into()) },
            })
            .collect();
        let now = self.clock.now();
        let imported: Result<_, NotDone> = self
            .store
            .write(move |conn| {
                async move {
                        import::organisations(conn, &MayAdminister::at_the_machine(), &drafts, now).await
                    }
                    .boxed()
            })
            .await;
        imported.unwrap();
        self.store.forget_catalogue();
    }

    /// A person with a role at an organisation and a Telegram account.
    pub(crate) async fn person(&self, telegram_id: i64, role: Role, key: &'static str) -> PersonId {
        let catalogue = self.store.catalogue().await.unwrap();
        let organisation = catalogue.organisations.values().find(|one| one.key == key).unwrap().id;
        let now = self.clock.now();
        let joined: Result<PersonId, NotDone> = self
            .store
            .write(move |conn| {
                async move {
                    let right = MayInvite::at_the_machine(Grant { role, organisation });
                    let name = format!("Xodim {telegram_id}");
                    let person = people::enter(conn, &right, &name, None, Language::UzLatn, now).await?;
                    let token = people::invite(conn, &right, person, now).await?;
                    people::accept_invitation(conn, &token, telegram_id, Language::UzLatn, now).await?;
                    Ok(person)
                }
                .boxed()
            })
            .await;
        joined.unwrap()
    }

    /// A plan whose measures fall due on these days, each for each of the organisations.
    pub(crate) async fn plan(&self, days: &[&str], keys: &[&str]) {
        let adopted = "2026-10-28".parse().unwrap();
        let measures = days.iter().enumerate().map(|(position, day)| MeasureDraft {
            number: i64::try_from(position + 1).unwrap(),
            section: "I".into(),
            text: format!("{day} kuniga boʻlgan ish").into(),
            mechanism: "Hisobot".into(),
            phrase: (*day).into(),
            reading: domain::deadline::read(day, adopted),
            executors: keys.join(", "),
            controller: String::new(),
            evidence: None,
            parts: keys.iter().map(|key| ((*key).into(), Part::Main)).collect::<BTreeMap<_, _>>(),
        });
        let draft =
            PlanDraft { number: "1298".into(), adopted, title: "Reja".into(), measures: measures.collect() };
        let now = self.clock.now();
        let imported: Result<_, NotDone> = self
            .store
            .write(move |conn| {
                async move { import::plan(conn, &MayAdminister::at_the_machine(), &draft, now).await }.boxed()
            })
            .await;
        imported.unwrap();
    }
}

fn persona(id: i64) -> Persona {
    Persona {
        id,
        first_name: format!("Odam {id}"),
        last_name: None,
        language_code: "uz".into(),
        about: String::new(),
    }
}
