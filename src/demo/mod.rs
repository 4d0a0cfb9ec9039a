//! `nazorat demo`: an invented city, the bot on a local Bot API with a chat page, and the panel, all on this machine.
//!
//! Nothing is configured and nothing leaves the machine. The bot and the panel are the real ones; only Telegram is played,
//! and the clock can be moved.

mod burst;
mod chance;
mod city;
mod history;
mod opinions;
mod results;
mod visits;
mod world;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use anyhow::Context;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::clock::{Clock, MovableClock, SystemClock, in_tashkent};
use domain::language::Language;
use domain::links::LinkBase;
use playground::{BotIdentity, Limits, Playground, World};
use store::secret::SecretKey;
use store::tokens::Token;
use store::{Durability, Store};
use tokio::net::TcpListener;

use crate::cli::DemoArgs;
use crate::service::{Running, Service, asked_to_end};
use crate::settings::kept_key;
use crate::terminal::Terminal;
use crate::{logs, migrate};
use city::{City, SignIns};
use world::DemoWorld;

/// Where the panel and the chats are looked for first.
const PANEL_PORT: u16 = 8080;
const CHAT_PORT: u16 = 8081;
const BOT_NAME: &str = "nazorat_demo_bot";
/// The demo begins in the morning, before the first digest.
const EARLY: NaiveTime = match NaiveTime::from_hms_opt(8, 30, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};
/// The example plan was adopted on 28 October 2026; before it has begun there is nothing to show.
const FIRST_DAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 11, 3) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Runs the demo until it is asked to end.
pub(crate) async fn run(terminal: Terminal, args: DemoArgs) -> anyhow::Result<()> {
    let began = Instant::now();
    logs::start("warn");
    let folder = Folder::of(args.keep)?;
    let clock = Arc::new(clock_of(args.today));
    let now = clock.now();
    let secret = kept_key(&folder.path.join("secret.key"))?;
    let store = open(&folder, terminal, &secret, now).await?;
    let city = city::open(&store, terminal.texts, &secret, now).await?;

    let panel = listen(terminal, args.port.unwrap_or(PANEL_PORT)).await?;
    let chats = listen(terminal, args.port.map_or(CHAT_PORT, |port| port.saturating_add(1))).await?;
    let panel_url = format!("http://{}", panel.local_addr()?);
    let chat_url = format!("http://{}", chats.local_addr()?);
    let sign_ins = city.sign_ins.clone();
    let town = start(&folder, (store, secret), clock, city, (panel, &panel_url), (chats, &chat_url))?;
    greet_everyone(&town);
    announce(terminal, &folder, &chat_url, &panel_url, &sign_ins, now, began);

    let chat_server = town.chat_server;
    let ended = town.running.until(async {
        tokio::select! {
            () = asked_to_end() => {}
            ended = chat_server => tracing::error!("the chats stopped: {ended:?}"),
        }
        // Polls that wait would hold the end up.
        town.playground.close();
    });
    ended.await?;
    terminal.note(terminal.texts.demo_stopped());
    Ok(())
}

/// What runs: the service, and the played Telegram beside it.
struct Town {
    running: Running,
    playground: Arc<Playground>,
    officials: Vec<i64>,
    chat_server: tokio::task::JoinHandle<std::io::Result<()>>,
}

/// Where the data lie.
struct Folder {
    path: PathBuf,
    kept: bool,
    /// Removes the folder at the end.
    _passing: Option<tempfile::TempDir>,
}

impl Folder {
    fn of(keep: Option<PathBuf>) -> anyhow::Result<Self> {
        if let Some(path) = keep {
            std::fs::create_dir_all(&path).with_context(|| format!("{} cannot be made", path.display()))?;
            return Ok(Self { path, kept: true, _passing: None });
        }
        let passing = tempfile::Builder::new().prefix("nazorat-demo-").tempdir();
        let passing = passing.context("no folder could be made for the demo's data")?;
        Ok(Self { path: passing.path().to_owned(), kept: false, _passing: Some(passing) })
    }
}

fn clock_of(today: Option<NaiveDate>) -> MovableClock {
    let clock = MovableClock::default();
    let day = today.unwrap_or_else(|| SystemClock.today());
    clock.move_to(in_tashkent(day.max(FIRST_DAY), EARLY));
    clock
}

/// Opens the database, and fills it at the first start.
async fn open(
    folder: &Folder,
    terminal: Terminal,
    secret: &SecretKey,
    now: DateTime<Utc>,
) -> anyhow::Result<Store> {
    let path = folder.path.join("demo.db");
    let path = path.to_str().context("the folder's name is not readable text")?;
    // The demo's data are invented: what the last second before a power cut brought may go.
    let store = Store::open(&format!("sqlite://{path}"), Durability::Normal).await?;
    migrate::prepare(&store).await?;
    if store.catalogue().await?.organisations.is_empty() {
        city::build(terminal, &store, secret, now).await?;
    }
    Ok(store)
}

/// Takes the wanted port, or a free one when it is taken.
async fn listen(terminal: Terminal, port: u16) -> anyhow::Result<TcpListener> {
    if let Ok(listener) = TcpListener::bind(("127.0.0.1", port)).await {
        return Ok(listener);
    }
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.context("there is no free port")?;
    let other = listener.local_addr()?.port();
    terminal.note(terminal.texts.demo_port_taken(other.to_string(), port.to_string()));
    Ok(listener)
}

fn start(
    folder: &Folder,
    (store, secret): (Store, SecretKey),
    clock: Arc<MovableClock>,
    city: City,
    (panel, panel_url): (TcpListener, &str),
    (chats, chat_url): (TcpListener, &str),
) -> anyhow::Result<Town> {
    let token = format!("1298:{}", Token::random()?.reveal());
    let world = Arc::new(DemoWorld {
        clock: Arc::clone(&clock),
        store: store.clone(),
        panel_url: panel_url.to_owned(),
        letters: city.letters,
        slips: city.slips,
        bot: OnceLock::new(),
    });
    let officials = city.officials.clone();
    let config = playground::Config {
        token: token.clone(),
        bot: BotIdentity { id: 1298, username: BOT_NAME.to_owned(), first_name: "Ijro nazorati".to_owned() },
        people: city.people,
        limits: Limits { messages_per_second: Some(30), ..Limits::default() },
        texts: page_texts(),
    };
    let playground = Playground::new(config, Arc::clone(&world) as Arc<dyn World>);
    #[expect(clippy::disallowed_methods, reason = "the chats are watched by the demo's own end")]
    let chat_server = tokio::spawn(axum::serve(chats, playground.router()).into_future());

    let files = folder.path.join("files");
    let service = Service {
        store,
        clock,
        secret,
        bot: Some(bot::Config {
            token: bot::ApiToken::new(&token),
            api_url: chat_url.to_owned(),
            delivery: bot::Delivery::Polling,
            messages_per_second: 30,
            chat_rest: bot::CHAT_REST,
            files: files.clone(),
            link_base: Some(LinkBase::other(format!("{chat_url}/?start="))),
            panel_url: panel_url.to_owned(),
        }),
        panel: admin::Config {
            public_url: panel_url.to_owned(),
            demo: true,
            files,
            frames: vec![chat_url.to_owned()],
            ..admin::Config::default()
        },
        metrics_token: None,
        only: None,
    };
    let running = service.start(panel)?;
    if let Some(bot) = running.bot() {
        // The world was made before the bot; nobody has set it yet.
        let _ = world.bot.set(bot.clone());
    }
    Ok(Town { running, playground, officials, chat_server })
}

/// Officials have begun to talk with the bot, which so knows the buttons and commands that each of them needs.
fn greet_everyone(town: &Town) {
    for person in &town.officials {
        town.playground.start(*person, None);
    }
}

fn page_texts() -> playground::Texts {
    let of = |language: Language| {
        let texts = locales::with_prefix(language, "playground-");
        (
            language.tag().to_owned(),
            texts.map(|(key, text)| (key.to_owned(), text)).collect::<BTreeMap<_, _>>(),
        )
    };
    playground::Texts(Language::ALL.into_iter().map(of).collect())
}

fn announce(
    terminal: Terminal,
    folder: &Folder,
    chat_url: &str,
    panel_url: &str,
    sign_ins: &SignIns,
    now: DateTime<Utc>,
    began: Instant,
) {
    let texts = terminal.texts;
    let took = locales::numbers::decimal(texts.language(), began.elapsed().as_secs_f64(), 1);
    terminal.note("");
    terminal.note(texts.demo_ready(took));
    terminal.note("");
    terminal.note(format!("  {}\n    {chat_url}/", texts.demo_chat()));
    terminal.note(format!("  {}\n    {panel_url}/", texts.demo_panel()));
    for (as_whom, token) in [
        (texts.demo_sign_in(), &sign_ins.deputy),
        (texts.demo_sign_in_administrator(), &sign_ins.administrator),
    ] {
        terminal.note(format!("  {as_whom}\n    {panel_url}/join/{}", token.reveal()));
    }
    terminal.note("");
    terminal.note(format!("  {}", texts.demo_clock(locales::dates::moment(texts.language(), now))));
    if folder.kept {
        terminal.note(format!("  {}", texts.demo_kept(folder.path.display().to_string())));
    }
    terminal.note(format!("  {}", texts.demo_stop()));
    terminal.note("");
}
