//! Reminders from the plan to the chat: how long the planner takes to write them, and how near the sender comes to Telegram's
//! limit without being refused.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use bot::{ApiToken, Bot, Config, Delivery};
use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::{Clock, MovableClock};
use store::Durability;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::database::{Kind, Raw, Scratch};
use crate::programs::secret;
use crate::table::{Row, Section};
use crate::telegram::{Log, Manner, TOKEN, Telegram};

const ORGANISATIONS: i64 = 300;
const OFFICERS_EACH: i64 = 2;
const OBLIGATIONS_EACH: i64 = 17;
const MESSAGES: i64 = ORGANISATIONS * OFFICERS_EACH;
const REMINDERS: i64 = MESSAGES * OBLIGATIONS_EACH;

/// Messages that Telegram takes in a second, and how far away it is.
const LIMIT: u32 = 30;
const AWAY: Duration = Duration::from_millis(50);
/// Of a hundred messages so many are taken without an answer, where the line is bad.
const CUT_OFF: u64 = 2;
/// Sending takes twenty seconds; after this it hangs.
const PATIENCE: Duration = Duration::from_mins(3);

const SHARE_OF_LIMIT: f64 = 0.95;

/// A working morning in Tashkent, just after the hour of the digest.
const MORNING: &str = "2026-11-24T04:05:00Z";
/// All is due on that day.
const DUE: &str = "2026-11-24";

/// What came of a run.
struct Sent {
    planned_in: Duration,
    log: Log,
    /// Officers who got nothing, and who got it twice.
    lost: usize,
    doubled: usize,
    /// Messages of which it is not known whether they came.
    unknown: i64,
}

pub(crate) async fn measure() -> anyhow::Result<Section> {
    let manner = Manner { away: AWAY, limit: usize::try_from(LIMIT).ok(), cut_off: 0 };
    let good = run(manner).await?;
    let bad = run(Manner { cut_off: CUT_OFF, ..manner }).await.context("with a bad line")?;
    let share = share(&good.log);
    Ok(Section {
        title: format!("reminders: {ORGANISATIONS} organisations, {MESSAGES} officers"),
        rows: vec![
            Row::told(
                format!("{REMINDERS} reminders planned into {MESSAGES} digests"),
                format!("{:.0} ms", crate::statistics::milliseconds(good.planned_in)),
            ),
            Row::judged(
                format!("{MESSAGES} sent at {LIMIT} a second, {} ms away", AWAY.as_millis()),
                format!("{share:.3} of the limit, {} × 429", good.log.refused),
                format!("≥ {SHARE_OF_LIMIT:.2} of the limit, 0 × 429"),
                share >= SHARE_OF_LIMIT && good.log.refused == 0,
            ),
            Row::judged(
                "the same: lost, doubled, unknown",
                format!("{}, {}, {}", good.lost, good.doubled, good.unknown),
                "0, 0, 0",
                good.lost == 0 && good.doubled == 0 && good.unknown == 0,
            ),
            Row::judged(
                format!("with {} answers cut off: lost, doubled, unknown", bad.log.cut_off),
                format!("{}, {}, {}", bad.lost, bad.doubled, bad.unknown),
                "0 lost",
                bad.lost == 0,
            ),
        ],
    })
}

/// From the first to the last message, as a share of what Telegram would have taken.
fn share(log: &Log) -> f64 {
    let (Some((_, first)), Some((_, last))) = (log.taken.first(), log.taken.last()) else { return 0.0 };
    let seconds = (*last - *first).as_secs_f64();
    let sent = u32::try_from(log.taken.len() - 1).unwrap_or(u32::MAX);
    f64::from(sent) / seconds / f64::from(LIMIT)
}

async fn run(manner: Manner) -> anyhow::Result<Sent> {
    let scratch = Scratch::make(&Kind::Lite(Durability::Full)).await?;
    let mut raw = scratch.raw().await?;
    fill(&mut raw).await?;
    let store = scratch.store().await?;
    let telegram = Telegram::new(manner);
    let api_url = format!("http://{}", telegram.clone().on_own_thread()?);
    let config = Config {
        token: ApiToken::new(TOKEN),
        api_url,
        delivery: Delivery::Polling,
        messages_per_second: LIMIT,
        chat_rest: bot::CHAT_REST,
        files: PathBuf::from("unused"),
        link_base: None,
        panel_url: "http://127.0.0.1:8080".to_owned(),
    };
    let morning: DateTime<Utc> = MORNING.parse().context("a morning")?;
    let clock: Arc<dyn Clock> = Arc::new(MovableClock::starting_at(morning));
    let bot = Bot::new(config, store.clone(), clock, secret()?).context("the bot was not made")?;
    let (stop, stopped) = watch::channel(false);
    let mut parts = JoinSet::new();

    let began = Instant::now();
    parts.spawn(bot.clone().work(stopped.clone()));
    while bot.health().last_tick.is_none() {
        tokio::time::sleep(Duration::from_millis(1)).await;
        if let Some(trouble) = bot.health().tick_trouble {
            bail!("the planner failed: {trouble}");
        }
    }
    let planned_in = began.elapsed();
    raw.expect_number("reminders planned", "SELECT COUNT(*) FROM reminder", REMINDERS).await?;
    raw.expect_number("digests planned", "SELECT COUNT(*) FROM outbox", MESSAGES).await?;

    parts.spawn(bot.send(stopped));
    let began = Instant::now();
    while raw.number("SELECT COUNT(*) FROM outbox WHERE state IN ('queued', 'sending')").await? > 0 {
        anyhow::ensure!(began.elapsed() < PATIENCE, "the outbox does not become empty");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    stop.send_replace(true);
    while parts.join_next().await.is_some() {}
    let unknown = raw.number("SELECT COUNT(*) FROM outbox WHERE state = 'unknown'").await?;
    raw.close().await?;
    store.close().await;
    scratch.remove().await?;

    let log = telegram.log();
    let mut chats: HashMap<i64, usize> = HashMap::new();
    for (chat, _) in &log.taken {
        *chats.entry(*chat).or_default() += 1;
    }
    let officers = usize::try_from(MESSAGES).unwrap_or_default();
    let doubled = chats.values().filter(|times| **times > 1).count();
    Ok(Sent { planned_in, lost: officers - chats.len(), doubled, unknown, log })
}

/// Organisations with officers, and what they owe today.
async fn fill(raw: &mut Raw) -> anyhow::Result<()> {
    let due: NaiveDate = DUE.parse().context("a day")?;
    let organisation = |id: i64| format!("({id}, 'o{id}', 'other', 'Tashkilot {id}', 'tashkilot {id}')");
    raw.insert("organisation (id, key, kind, name_uz_latn, search)", (1..=ORGANISATIONS).map(organisation))
        .await?;
    let person = |id: i64| {
        let telegram_id = 6_000_000_000 + id;
        format!("({id}, {telegram_id}, 'Masʼul {id}', 'uz-Latn', '2026-10-28T05:00:00+00:00')")
    };
    raw.insert("person (id, telegram_id, name, language, created_at)", (1..=MESSAGES).map(person)).await?;
    let grant = |id: i64| {
        let organisation = (id - 1) / OFFICERS_EACH + 1;
        format!("({id}, {id}, 'officer', {organisation}, '2026-10-28T05:00:00+00:00')")
    };
    raw.insert("role_grant (id, person_id, role, organisation_id, granted_at)", (1..=MESSAGES).map(grant))
        .await?;
    raw.insert(
        "plan (id, number, adopted, title, created_at)",
        ["(1, '1298', '2026-10-28', 'Reja', '2026-10-28T05:00:00+00:00')".to_owned()],
    )
    .await?;
    let measure = |id: i64| {
        format!(
            "({id}, 1, {id}, '1. Elektron xizmatlar', 'Xizmatlar boʻyicha maʼlumotlarni kiritish, {id}-tadbir', 'Maʼlumot kiritiladi',
              '2026-yil 24-noyabr', 'date', 'no_date', 'stated', 'Tashkilotlar', 'Hokim oʻrinbosari')"
        )
    };
    let columns = "measure (id, plan_id, number, section, text, mechanism, deadline_phrase, kind, rule_state, why, executors, controller)";
    raw.insert(columns, (1..=OBLIGATIONS_EACH).map(measure)).await?;
    let obligation = |id: i64| {
        let (organisation, measure) = ((id - 1) / OBLIGATIONS_EACH + 1, (id - 1) % OBLIGATIONS_EACH + 1);
        format!(
            "({id}, {measure}, {organisation}, 'once', '{due}', '{due}', 'open', '2026-10-28T05:00:00+00:00')"
        )
    };
    let columns =
        "obligation (id, measure_id, organisation_id, period, original_due, due, state, created_at)";
    raw.insert(columns, (1..=ORGANISATIONS * OBLIGATIONS_EACH).map(obligation)).await
}
