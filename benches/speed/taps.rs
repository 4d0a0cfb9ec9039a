//! Taps from the update to the answer: committed, acknowledged, answered. Ours beside the floor, in turns.

use std::time::Duration;

use anyhow::{Context, ensure};
use domain::clock::{Clock, SystemClock};
use store::Durability;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::child::{Memory, Program};
use crate::database::{Kind, Scratch};
use crate::machine::Places;
use crate::programs::{Role, Which};
use crate::statistics::{middle, milliseconds, percentile};
use crate::table::{Row, Section};
use crate::telegram::{Manner, Telegram};
use crate::town::{self, Crowd, Door, Flood, Town};
use crate::{Arguments, fill};

const WARM_UP: Duration = Duration::from_secs(1);
/// Taps a second when nobody hurries, and for how long.
const CALM: u32 = 200;
const CALM_FOR: Duration = Duration::from_secs(10);

const SHARE_OF_FLOOR: f64 = 0.70;
const LATE: Duration = Duration::from_micros(600);
/// The same with years of ratings in the database, on the machine of a demo.
/// Organisations of the city that has been rated for years.
const LARGE_CITY: i64 = 100;
const LATE_IN_A_CITY: Duration = Duration::from_millis(50);
const MEGABYTES: f64 = 25.0;

/// A way to run the two programs.
struct Setup {
    kind: Kind,
    by_webhook: bool,
    places: Places,
}

/// A program that runs, with its Telegram and its database.
struct Stand {
    program: Program,
    scratch: Scratch,
    town: std::sync::Arc<Town>,
    /// The stand-in serves until this is dropped.
    _serving: JoinSet<()>,
}

#[derive(Clone, Copy)]
struct Flooded {
    flood: Flood,
    memory: Memory,
}

pub(crate) async fn measure(arguments: &Arguments) -> anyhow::Result<Section> {
    let places = Places::find();
    places.keep_away(true);
    let mut kinds = vec![Kind::Lite(Durability::Normal), Kind::Lite(Durability::Full)];
    kinds.extend(arguments.postgres.clone().map(Kind::Pg));
    let mut rows = Vec::new();
    for by_webhook in [true, false] {
        for kind in &kinds {
            let setup = Setup { kind: kind.clone(), by_webhook, places };
            rows.extend(setup.floods(arguments).await.with_context(|| setup.name())?);
            rows.extend(setup.calms().await.with_context(|| setup.name())?);
        }
    }
    for kind in kinds {
        let setup = Setup { kind, by_webhook: true, places };
        rows.push(setup.calm_city(arguments.ratings).await.with_context(|| setup.name())?);
    }
    places.keep_away(false);
    let apart = match places {
        Places::Apart => "the program on one core, citizens and Telegram on another",
        Places::Shared => "no core of its own for the program",
    };
    Ok(Section { title: format!("taps: {} citizens at once, {apart}", arguments.citizens), rows })
}

impl Setup {
    fn name(&self) -> String {
        format!("{}, {}", if self.by_webhook { "webhook" } else { "polling" }, self.kind.name())
    }

    async fn floods(&self, arguments: &Arguments) -> anyhow::Result<Vec<Row>> {
        let time = Duration::from_secs(arguments.seconds);
        let (mut ours, mut floor) = (Vec::new(), Vec::new());
        for _ in 0..arguments.rounds.max(1) {
            floor.push(self.flood(Which::Floor, arguments.citizens, time).await.context("the floor")?);
            ours.push(self.flood(Which::Ours, arguments.citizens, time).await.context("ours")?);
        }
        let speed = |measured: &Flooded| measured.flood.taps_per_second;
        let ours = middle(&mut ours, speed).context("nothing was measured")?;
        let floor = middle(&mut floor, speed).context("nothing was measured")?;
        let share = speed(&ours) / speed(&floor);
        let micros = |measured: &Flooded| measured.flood.processor_per_tap.as_secs_f64() * 1e6;
        let name = self.name();
        Ok(vec![
            Row::judged(
                format!("{name}: taps a second"),
                format!("{:.0} = {share:.2} of the floor ({:.0})", speed(&ours), speed(&floor)),
                format!("≥ {SHARE_OF_FLOOR:.2} of the floor"),
                share >= SHARE_OF_FLOOR,
            ),
            Row::told(
                format!("{name}: processor time a tap"),
                format!(
                    "{:.0} µs (floor {:.0}: {:.2})",
                    micros(&ours),
                    micros(&floor),
                    micros(&floor) / micros(&ours)
                ),
            ),
            Row::judged(
                format!("{name}: memory after that"),
                format!(
                    "{:.1} MB, {:.1} at most (floor {:.1})",
                    ours.memory.now, ours.memory.most, floor.memory.now
                ),
                format!("≤ {MEGABYTES:.0} MB"),
                ours.memory.most <= MEGABYTES,
            ),
        ])
    }

    async fn flood(&self, which: Which, citizens: usize, time: Duration) -> anyhow::Result<Flooded> {
        let stand = self.stand(which).await?;
        let flood = stand.town.flood(citizens, WARM_UP, time, || stand.program.processor_time()).await?;
        let memory = stand.program.memory();
        stand.end().await?;
        Ok(Flooded { flood, memory })
    }

    async fn calms(&self) -> anyhow::Result<Vec<Row>> {
        let mut told = Vec::new();
        let mut late = Duration::ZERO;
        for which in [Which::Floor, Which::Ours] {
            let (waits, longest) = self.stand(which).await?.calm().await?;
            told.push(waits);
            late = longest;
        }
        Ok(vec![Row::judged(
            format!("{}: press to changed message at {CALM} taps a second, p50 / p99", self.name()),
            format!("{} (floor {})", told[1], told[0]),
            format!("p99 ≤ {:.1} ms", milliseconds(LATE)),
            late <= LATE,
        )])
    }

    /// The same in a city that has been rated for years, where every tenth mark opens a case.
    async fn calm_city(&self, ratings: i64) -> anyhow::Result<Row> {
        let scratch = Scratch::make(&self.kind).await?;
        let mut raw = scratch.raw().await?;
        fill::fill(&mut raw, fill::Size { organisations: LARGE_CITY, ratings }, SystemClock.today()).await?;
        raw.close().await?;
        let stand = self.on(scratch, Which::Ours, Crowd::of_city(fill::SERVICES)).await?;
        let (waits, longest) = stand.calm().await?;
        Ok(Row::judged(
            format!("{}: the same with {ratings} ratings stored, every tenth mark opens a case", self.name()),
            waits,
            format!("p99 ≤ {:.0} ms", milliseconds(LATE_IN_A_CITY)),
            longest <= LATE_IN_A_CITY,
        ))
    }

    async fn stand(&self, which: Which) -> anyhow::Result<Stand> {
        let scratch = Scratch::make(&self.kind).await?;
        let mut raw = scratch.raw().await?;
        town::build(&mut raw, town::SERVICES).await?;
        raw.close().await?;
        self.on(scratch, which, Crowd::TOWN).await
    }

    async fn on(&self, scratch: Scratch, which: Which, crowd: Crowd) -> anyhow::Result<Stand> {
        let telegram = Telegram::new(Manner::default());
        let listener = TcpListener::bind("127.0.0.1:0").await.context("no free port")?;
        let api_url = format!("http://{}", listener.local_addr().context("the port has no address")?);
        let mut serving = JoinSet::new();
        serving.spawn(telegram.clone().serve(listener));
        let role = Role::new(which, &scratch.url, &self.kind, &api_url, self.by_webhook);
        let program = Program::start(&role, self.places).await?;
        let door = if self.by_webhook { Door::Webhook(program.address) } else { Door::Polling };
        Ok(Stand { town: Town::new(telegram, door, crowd), program, scratch, _serving: serving })
    }
}

impl Stand {
    /// Unhurried citizens: the time from press to changed message, in words, and at p99.
    async fn calm(self) -> anyhow::Result<(String, Duration)> {
        // The first citizens find cold caches.
        self.town.calm(CALM, WARM_UP).await?;
        let mut waits = self.town.calm(CALM, CALM_FOR).await?;
        let (usual, longest) = (percentile(&mut waits, 50), percentile(&mut waits, 99));
        self.end().await?;
        Ok((format!("{:.2} / {:.2} ms", milliseconds(usual), milliseconds(longest)), longest))
    }

    /// Ends the program, and refuses the figures if it kept other votes than it answered.
    async fn end(self) -> anyhow::Result<()> {
        self.program.end().await?;
        let mut raw = self.scratch.raw().await?;
        let answered = i64::try_from(self.town.rated()).unwrap_or(i64::MAX);
        let kept = raw.number("SELECT COUNT(*) FROM rating").await?;
        ensure!(kept >= answered, "{answered} citizens were thanked, and {kept} votes were kept");
        let sum =
            "CAST(COALESCE(SUM(mark_1 + mark_2 + mark_3 + mark_4 + mark_5 + quarantined), 0) AS BIGINT)";
        raw.expect_number("votes counted by day", &format!("SELECT {sum} FROM rating_day"), kept).await?;
        raw.expect_number("votes counted by month", &format!("SELECT {sum} FROM rating_month"), kept).await?;
        raw.close().await?;
        self.scratch.remove().await
    }
}
