//! A year of a city, played on a clock that is moved: the real bot in this process, the playground over real HTTP, people who
//! answer through their chats, and an independent ledger of every message.
//!
//! The clock stands still unless it is moved, and every step waits until nothing is left to do: what comes of a run depends on
//! its seed alone.
//!
//! - The city: `city` and `plan` found it, `day` and `people` play it, `acts` are the hands on the phones.
//! - The program: `process` is one of its lives, `rest` lets it come to rest or die, `trouble` is what goes wrong.
//! - What should come: `model` and `chains`, by the rules of `domain`; `hours`, when it may.
//! - What came: `arrivals`, read with `kinds`.
//! - The account: `ledger` holds one against the other, `table` tells it.

mod acts;
mod arrivals;
mod chains;
mod chance;
mod city;
mod day;
mod hours;
mod kinds;
mod ledger;
mod model;
mod people;
mod plan;
mod process;
mod rest;
mod table;
mod trouble;
mod watch;

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::clock::{Clock, FrozenClock, in_tashkent};
use playground::{BotIdentity, Config, Limits, Persona, Playground, Texts, World};
use store::secret::SecretKey;
use store::{Durability, Store};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use arrivals::Record;
use chance::Chance;
use city::City;
use ledger::Ledger;
use model::Model;
use plan::Plan;
use process::{Ground, Process};
pub(crate) use table::Report;
use trouble::{Trouble, Weather};
use watch::Watch;

const TOKEN: &str = "7000000001:AAplaygroundSecretOfTheYear01234567";
/// The first day that is played.
const FIRST: &str = "2026-01-05";
/// Of a thousand messages of a bad day so many meet its trouble; in a small city more, or there would be none.
const STRUCK: u64 = 80;
const STRUCK_IN_SMALL: u64 = 300;
const LARGE: usize = 50;

/// What is to be played.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Year {
    pub(crate) seed: u64,
    pub(crate) organisations: usize,
    pub(crate) obligations: usize,
    pub(crate) days: u64,
    pub(crate) faults: bool,
}

/// Plays on a fresh database with all tables, and tells what came of it. To `files` go those of the bot, and the messages.
pub(crate) async fn play(url: &str, files: PathBuf, year: Year) -> anyhow::Result<Report> {
    let first: NaiveDate = FIRST.parse().context("the first day")?;
    let mut play = Play::begin(url, files, year, first).await?;
    for number in 0..year.days {
        let day = first + Days::new(number);
        play.day(number, day).await.with_context(|| format!("on {day}"))?;
    }
    play.end().await
}

/// A run.
struct Play {
    year: Year,
    chance: Chance,
    city: City,
    clock: Arc<FrozenClock>,
    telegram: Arc<Playground>,
    trouble: Trouble,
    ground: Ground,
    processes: Vec<Process>,
    watch: Watch,
    model: Model,
    ledger: Ledger,
    /// Chats whose people did something since the last look.
    asked: HashSet<i64>,
    coming_and_going: people::ComingAndGoing,
    /// People whose account is gone for good.
    deleted: HashSet<usize>,
    today: Weather,
    /// The next crash is followed by no start.
    goes_down: bool,
    server: JoinSet<()>,
    record: Record,
}

/// The world around the chats: nothing but the time.
struct Time(Arc<FrozenClock>);

impl World for Time {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }
}

impl Play {
    async fn begin(url: &str, files: PathBuf, year: Year, first: NaiveDate) -> anyhow::Result<Self> {
        let chance = Chance::new(year.seed);
        let clock = Arc::new(FrozenClock::at(in_tashkent(first, NaiveTime::MIN) + TimeDelta::hours(8)));
        let last = first + Days::new(year.days);
        let mut city = City::of(year.organisations, chance);
        let plan = Plan::for_city(&city, year.obligations, (first, last), chance)?;
        let store = Store::open(url, Durability::Normal).await.context("the database did not open")?;
        city.found(&store, &plan, clock.now()).await?;
        store.close().await;

        let telegram = Playground::new(config(&city), Arc::new(Time(Arc::clone(&clock))));
        let struck = if year.organisations < LARGE { STRUCK_IN_SMALL } else { STRUCK };
        let trouble = Trouble::new(chance, struck, first, &city);
        let rule = trouble.clone();
        telegram.beset(move |attempt| rule.strikes(attempt));
        for person in &city.people {
            telegram.acquaint(person.chat);
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.context("no free port")?;
        let api_url = format!("http://{}", listener.local_addr()?);
        let router = telegram.router();
        let mut server = JoinSet::new();
        server.spawn(async move {
            // It ends with the run; a fault in it shows in the run.
            let _ = axum::serve(listener, router).await;
        });
        let record = Record::in_folder(&files)?;
        let secret = SecretKey::random()?;
        let ground = Ground {
            url: url.to_owned(),
            api_url,
            token: TOKEN.to_owned(),
            files,
            secret,
            clock: Arc::clone(&clock),
        };
        let watch = Watch::open(url).await?;
        let model = Model::of(&plan, &city, last);
        Ok(Self {
            year,
            chance,
            city,
            clock,
            telegram,
            trouble,
            ground,
            processes: Vec::new(),
            watch,
            model,
            ledger: Ledger::default(),
            asked: HashSet::new(),
            coming_and_going: people::ComingAndGoing::default(),
            deleted: HashSet::new(),
            today: Weather::Calm,
            goes_down: false,
            server,
            record,
        })
    }

    async fn end(mut self) -> anyhow::Result<Report> {
        for process in self.processes.drain(..) {
            process.stop().await;
        }
        self.telegram.close();
        self.server.abort_all();
        for argument in self.telegram.unknown_arguments() {
            self.ledger.wrong(format!("Telegram knows no such argument: {argument}"));
        }
        self.ledger.close();
        let mut report = self.ledger.report;
        report.troubles = self.trouble.counts();
        report.obligations = self.model.owed.len();
        Ok(report)
    }
}

fn config(city: &City) -> Config {
    let people = city.people.iter().map(|person| Persona {
        id: person.chat,
        first_name: person.name.clone(),
        last_name: None,
        language_code: "uz".into(),
        about: String::new(),
    });
    Config {
        token: TOKEN.into(),
        bot: BotIdentity {
            id: 7_000_000_001,
            username: "nazorat_year_bot".into(),
            first_name: "Nazorat".into(),
        },
        people: people.collect(),
        limits: Limits::default(),
        texts: Texts::default(),
    }
}
