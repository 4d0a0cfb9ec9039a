//! A year of a city, played on a clock that is moved: the real bot in this process, the playground over real HTTP, people who
//! answer through their chats, and an independent ledger of every message.
//!
//! The clock stands still unless it is moved, and every step waits until nothing is left to do: what comes of a run depends on
//! its seed alone.

mod acts;
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
mod table;
mod trouble;
mod watch;

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::clock::{Clock, FrozenClock, in_tashkent};
use playground::{BotIdentity, Config, Limits, Persona, Playground, Texts, World};
use store::secret::SecretKey;
use store::{Durability, Store};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use chance::Chance;
use city::City;
use ledger::Ledger;
use model::Model;
use plan::Plan;
use process::{Ground, Process};
pub(crate) use table::Report;
use trouble::{Trouble, Weather};
use watch::{Watch, Work};

const TOKEN: &str = "7000000001:AAplaygroundSecretOfTheYear01234567";
/// The first day that is played.
const FIRST: &str = "2026-01-05";
/// Nothing takes longer than this to come to rest.
const PATIENCE: Duration = Duration::from_mins(3);
/// When nothing has moved for so long although something is to be done, time has to pass, …
const STILL: Duration = Duration::from_secs(2);
/// … so much of it.
const PASSES: TimeDelta = TimeDelta::seconds(20);
/// Of a thousand messages of a bad day so many meet its trouble; in a small city more, or there would be none.
const STRUCK: u64 = 80;
const STRUCK_IN_SMALL: u64 = 300;
const LARGE: usize = 50;
/// An answer that never comes is waited for half a minute: in a short run that is left out.
const LONG: u64 = 60;
/// A message that waits for longer than this is not waited for.
const SOON: TimeDelta = TimeDelta::minutes(15);

/// What is to be played.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Year {
    pub(crate) seed: u64,
    pub(crate) organisations: usize,
    pub(crate) obligations: usize,
    pub(crate) days: u64,
    pub(crate) faults: bool,
}

/// Plays on a fresh database with all tables, and tells what came of it. Files of the bot go to `files`.
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
        let trouble = Trouble::new(chance, struck, first);
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
        let mut report = self.ledger.report;
        report.troubles = self.trouble.counts();
        report.obligations = self.model.owed.len();
        Ok(report)
    }

    /// Lets so many processes run, one of which takes updates in.
    async fn run(&mut self, processes: usize) -> anyhow::Result<()> {
        while self.processes.len() > processes {
            if let Some(process) = self.processes.pop() {
                process.stop().await;
            }
        }
        while self.processes.len() < processes {
            let takes_updates = self.processes.is_empty();
            self.processes.push(Process::start(&self.ground, takes_updates).await?);
        }
        Ok(())
    }

    /// Waits until nothing is left to do at this moment.
    async fn quiet(&mut self) -> anyhow::Result<()> {
        self.tick().await?;
        let (began, mut moved, mut last) = (Instant::now(), Instant::now(), Work::default());
        loop {
            if self.trouble.holds() {
                self.crash().await?;
            }
            if self.processes.is_empty() {
                return Ok(());
            }
            let now = self.clock.now();
            let work = self.watch.work(now).await?;
            ensure!(began.elapsed() < PATIENCE, "it does not come to rest: {work:?}");
            let talks = self.telegram.pending_update_count() > 0;
            if work != last || talks {
                (moved, last) = (Instant::now(), work.clone());
            }
            match work.next {
                _ if talks => {}
                _ if work.news > 0 => self.tick().await?,
                Some(next) if work.is_done() && next - now < SOON => self.pass(next - now),
                _ if work.is_done() => break,
                _ if moved.elapsed() > STILL => {
                    self.pass(PASSES);
                    moved = Instant::now();
                }
                _ => {}
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        if let Some(process) = self.processes.first() {
            process.answered().await;
        }
        Ok(())
    }

    /// Time passes.
    fn pass(&self, time: TimeDelta) {
        self.clock.advance(time);
        for process in &self.processes {
            process.nudge();
        }
    }

    /// Nothing runs any more.
    fn kill(&mut self) {
        self.processes.clear();
    }

    /// Waits until every planner has run through.
    async fn tick(&self) -> anyhow::Result<()> {
        for process in &self.processes {
            process.ticked().await?;
        }
        Ok(())
    }

    /// Our process dies while a message is on its way. Everything else stands still meanwhile, so that it is this message, and
    /// no other, of which nobody can say whether it came.
    async fn crash(&mut self) -> anyhow::Result<()> {
        let (mut before, mut same) = (None, 0);
        let began = Instant::now();
        while same < 5 {
            ensure!(began.elapsed() < PATIENCE, "what was answered is not marked");
            tokio::time::sleep(Duration::from_millis(10)).await;
            let held = self.trouble.held();
            let unmarked: HashSet<_> = self.watch.claimed().await?.difference(&held).copied().collect();
            same = if before.as_ref() == Some(&unmarked) { same + 1 } else { 0 };
            before = Some(unmarked);
        }
        let running = self.processes.len();
        self.kill();
        self.ledger.report.crashes += 1;
        self.trouble.go_on();
        if self.goes_down {
            return Ok(());
        }
        self.run(running).await?;
        self.tick().await
    }

    /// What goes wrong on a day.
    fn weather(&self, number: u64) -> Weather {
        let spell = |share: u64| self.year.days >= LONG && number == self.year.days * share / 100;
        let turn = usize::try_from(number / 2).unwrap_or_default();
        match number % 2 {
            _ if !self.year.faults => Weather::Calm,
            _ if spell(30) || spell(80) => Weather::Silence,
            0 => Weather::Calm,
            _ => Weather::BAD[turn % Weather::BAD.len()],
        }
    }
}

impl Work {
    fn is_done(&self) -> bool {
        self.due == 0 && self.sending == 0 && self.news == 0
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
