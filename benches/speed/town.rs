//! A small town to be rated: a few services, each with a point, and citizens who follow its link and press a mark.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use domain::buttons::Button;
use domain::language::Language;
use domain::ratings::Mark;
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use tokio::time::{sleep_until, timeout};

use crate::database::Raw;
use crate::programs::WEBHOOK_HEADER;
use crate::telegram::{Seen, Sign, Telegram};
use crate::wire::Wire;

/// How many services the town has: so many that no point looks abused, however fast citizens come.
pub(crate) const SERVICES: i64 = 4000;
/// The marks of content citizens, one after the other.
const CONTENT: [u8; 2] = [5, 4];
/// The marks of citizens of whom every tenth opens a case.
const MIXED: [u8; 10] = [5, 4, 5, 4, 5, 4, 5, 4, 5, 3];
/// The first citizen's Telegram number.
const FIRST_CITIZEN: i64 = 5_000_000_000;
/// Nothing that a citizen waits for may take longer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Citizens press so long after they saw the question, when nobody hurries.
const THINKING: Duration = Duration::from_millis(3);

/// Builds a town of so many services, each with a point.
pub(crate) async fn build(raw: &mut Raw, services: i64) -> anyhow::Result<()> {
    let organisation =
        |id: i64| format!("({id}, 'o{id}', 'other', 'Tashkilot {id}', 'Организация {id}', 'tashkilot {id}')");
    raw.insert("organisation (id, key, kind, name_uz_latn, name_ru, search)", (1..=4).map(organisation))
        .await?;
    let service = |id: i64| {
        format!(
            "({id}, 's{id}', {}, 'Tugʻilganlik haqida guvohnoma berish {id}', 'Выдача свидетельства о рождении {id}', 'x')",
            id % 4 + 1
        )
    };
    raw.insert(
        "service (id, key, organisation_id, name_uz_latn, name_ru, search)",
        (1..=services).map(service),
    )
    .await?;
    let point = |id: i64| format!("({id}, {id}, '{}', 'Zal {id}')", code(id));
    raw.insert("service_point (id, service_id, code, name)", (1..=services).map(point)).await
}

/// The code of a point, in the town and in the large city.
pub(crate) fn code(point: i64) -> String {
    format!("SPEED{point:04}")
}

/// Who comes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Crowd {
    points: i64,
    marks: &'static [u8],
}

impl Crowd {
    /// The people of the town, all of them content.
    pub(crate) const TOWN: Self = Self { points: SERVICES, marks: &CONTENT };

    /// People of a city with so many points, of whom every tenth complains.
    pub(crate) fn of_city(points: i64) -> Self {
        Self { points, marks: &MIXED }
    }

    /// Where a citizen is.
    fn point_of(self, citizen: i64) -> String {
        code(citizen % self.points + 1)
    }

    /// The mark that a citizen gives: with each round through the points another one.
    fn mark_of(self, citizen: i64) -> Option<Mark> {
        let place = usize::try_from(citizen + citizen / self.points).unwrap_or_default();
        Mark::new(self.marks[place % self.marks.len()])
    }
}

/// How updates reach the program.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Door {
    Webhook(SocketAddr),
    Polling,
}

/// The citizens, and the Telegram through which they speak.
pub(crate) struct Town {
    telegram: Telegram,
    door: Door,
    crowd: Crowd,
    next_citizen: AtomicI64,
    next_update: AtomicI64,
    /// Taps that were answered.
    answered: AtomicU64,
    enough: AtomicBool,
}

/// What a flood of citizens did in the measured time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flood {
    pub(crate) taps_per_second: f64,
    pub(crate) processor_per_tap: Duration,
}

impl Town {
    pub(crate) fn new(telegram: Telegram, door: Door, crowd: Crowd) -> Arc<Self> {
        Arc::new(Self {
            telegram,
            door,
            crowd,
            next_citizen: AtomicI64::new(FIRST_CITIZEN),
            next_update: AtomicI64::new(1),
            answered: AtomicU64::new(0),
            enough: AtomicBool::new(false),
        })
    }

    /// How many citizens have had their mark kept and answered.
    pub(crate) fn rated(&self) -> u64 {
        self.answered.load(Ordering::Relaxed) / 2
    }

    /// As many citizens at once, each after the other, for so long after a warming-up.
    pub(crate) async fn flood(
        self: &Arc<Self>,
        citizens: usize,
        warm_up: Duration,
        time: Duration,
        processor_time: impl Fn() -> Duration,
    ) -> anyhow::Result<Flood> {
        let mut queues = JoinSet::new();
        for _ in 0..citizens {
            let town = Arc::clone(self);
            queues.spawn(async move {
                let mut knocker = Knocker::new(Arc::clone(&town)).await?;
                while !town.enough.load(Ordering::Relaxed) {
                    knocker.citizen(Duration::ZERO).await?;
                }
                anyhow::Ok(())
            });
        }
        tokio::time::sleep(warm_up).await;
        let (began, before, used) = (Instant::now(), self.answered.load(Ordering::Relaxed), processor_time());
        tokio::time::sleep(time).await;
        let (lasted, taps) = (began.elapsed(), self.answered.load(Ordering::Relaxed) - before);
        let used = processor_time().saturating_sub(used);
        self.enough.store(true, Ordering::Relaxed);
        while let Some(ended) = queues.join_next().await {
            ended.context("a queue of citizens broke")??;
        }
        ensure!(taps > 0, "nothing was answered");
        #[expect(clippy::cast_precision_loss, reason = "nobody counts to 2^52 taps")]
        let taps = taps as f64;
        Ok(Flood { taps_per_second: taps / lasted.as_secs_f64(), processor_per_tap: used.div_f64(taps) })
    }

    /// So many taps a second, evenly; gives the time from each press of a mark to the changed message.
    pub(crate) async fn calm(
        self: &Arc<Self>,
        per_second: u32,
        time: Duration,
    ) -> anyhow::Result<Vec<Duration>> {
        const QUEUES: u32 = 8;
        let step = Duration::from_secs(2) / per_second;
        let began = tokio::time::Instant::now() + Duration::from_millis(100);
        let mut queues = JoinSet::new();
        for queue in 0..QUEUES {
            let town = Arc::clone(self);
            queues.spawn(async move {
                let mut knocker = Knocker::new(town).await?;
                let mut waits = Vec::new();
                let mut turn = step * queue;
                while turn < time {
                    sleep_until(began + turn).await;
                    waits.push(knocker.citizen(THINKING).await?);
                    turn += step * QUEUES;
                }
                anyhow::Ok(waits)
            });
        }
        let mut all = Vec::new();
        while let Some(ended) = queues.join_next().await {
            all.extend(ended.context("a queue of citizens broke")??);
        }
        Ok(all)
    }
}

/// One place in the crowd: citizens stand there one after the other, over one connection.
pub(crate) struct Knocker {
    town: Arc<Town>,
    wire: Option<Wire>,
}

impl Knocker {
    pub(crate) async fn new(town: Arc<Town>) -> anyhow::Result<Self> {
        let wire = match town.door {
            Door::Webhook(address) => Some(Wire::to(address).await?),
            Door::Polling => None,
        };
        Ok(Self { town, wire })
    }

    /// A citizen comes, starts, thinks, presses. Gives the time from the press to the changed message.
    async fn citizen(&mut self, thinking: Duration) -> anyhow::Result<Duration> {
        let (citizen, crowd) = (self.town.next_citizen.fetch_add(1, Ordering::Relaxed), self.town.crowd);
        let question = self.town.telegram.expect(citizen, Sign::Message);
        self.bring(|update| start(update, citizen, crowd)).await?;
        let question = heard(question, "a question").await?;
        self.town.answered.fetch_add(1, Ordering::Relaxed);
        if !thinking.is_zero() {
            tokio::time::sleep(thinking).await;
        }
        let thanks = self.town.telegram.expect(citizen, Sign::Edit);
        let pressed = Instant::now();
        self.bring(|update| press(update, citizen, crowd, question.message_id)).await?;
        let thanks = heard(thanks, "thanks").await?;
        self.town.answered.fetch_add(1, Ordering::Relaxed);
        Ok(thanks.at - pressed)
    }

    /// A citizen presses a mark under a question of yesterday. Gives the citizen when the update was acknowledged.
    pub(crate) async fn press_only(&mut self) -> anyhow::Result<i64> {
        let (citizen, crowd) = (self.town.next_citizen.fetch_add(1, Ordering::Relaxed), self.town.crowd);
        self.bring(|update| press(update, citizen, crowd, citizen - FIRST_CITIZEN + 1)).await?;
        Ok(citizen)
    }

    async fn bring(&mut self, update: impl FnOnce(i64) -> String) -> anyhow::Result<()> {
        let update_id = self.town.next_update.fetch_add(1, Ordering::Relaxed);
        let update = update(update_id);
        match &mut self.wire {
            Some(wire) => {
                let answer = wire.post("/telegram/webhook", WEBHOOK_HEADER, &update).await?;
                ensure!(answer.status() == 200, "an update was answered with {}", answer.status());
            }
            None => self.town.telegram.put(update_id, update),
        }
        Ok(())
    }
}

async fn heard(sign: oneshot::Receiver<Seen>, what: &str) -> anyhow::Result<Seen> {
    let seen =
        timeout(PATIENCE, sign).await.with_context(|| format!("a citizen waited in vain for {what}"))?;
    seen.context("the stand-in is gone")
}

fn start(update_id: i64, citizen: i64, crowd: Crowd) -> String {
    let code = crowd.point_of(citizen);
    let from = person(citizen);
    format!(
        r#"{{"update_id":{update_id},"message":{{"message_id":{update_id},"from":{from},"chat":{{"id":{citizen},"first_name":"Nodira","username":"nodira","type":"private"}},"date":1795420800,"text":"/start r_{code}","entities":[{{"offset":0,"length":6,"type":"bot_command"}}]}}}}"#
    )
}

/// A press as Telegram brings it: with the whole message under which the button stands.
fn press(update_id: i64, citizen: i64, crowd: Crowd, message_id: i64) -> String {
    let point = crowd.point_of(citizen);
    let button = |mark| Button::Rate { point: point.clone(), mark, language: Language::UzLatn }.data();
    let pressed = crowd.mark_of(citizen).map(button).unwrap_or_default();
    let rows: Vec<String> = Mark::ALL
        .into_iter()
        .map(|mark| format!(r#"[{{"text":"⭐ {}","callback_data":"{}"}}]"#, mark.get(), button(mark)))
        .collect();
    let from = person(citizen);
    format!(
        r#"{{"update_id":{update_id},"callback_query":{{"id":"{update_id}{citizen}","from":{from},"message":{{"message_id":{message_id},"from":{{"id":7000000001,"is_bot":true,"first_name":"Nazorat","username":"nazorat_speed_bot"}},"chat":{{"id":{citizen},"first_name":"Nodira","username":"nodira","type":"private"}},"date":1795420800,"text":"Tugʻilganlik haqida guvohnoma berish\nTashkilot · Zal\n\nXizmatdan qoniqdingizmi?\n\nIsmingiz va raqamingiz saqlanmaydi.","entities":[{{"offset":0,"length":36,"type":"bold"}}],"reply_markup":{{"inline_keyboard":[{}]}}}},"chat_instance":"-3517249870124857","data":"{pressed}"}}}}"#,
        rows.join(",")
    )
}

fn person(citizen: i64) -> String {
    format!(
        r#"{{"id":{citizen},"is_bot":false,"first_name":"Nodira","last_name":"Aliyeva","username":"nodira","language_code":"uz"}}"#
    )
}
