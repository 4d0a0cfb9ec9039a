//! The program is killed again and again while people tap. What they saw confirmed is kept, what had to be said is said.
//!
//! Five rounds by default; `NAZORAT_TEST_KILLS=50 scripts/test stories killed` makes fifty.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use chrono::Datelike;
use domain::answers::AnswerKind;
use domain::buttons::Button;
use domain::clock::{Clock, SystemClock};
use domain::delivery::Purpose;
use domain::ids::ObligationId;
use domain::links::Payload;
use domain::ratings::Mark;
use playground::ChatMessage;
use store::StoreError;
use store::outbox::{self, NewMessage, Policy, Priority};
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::support::city::{City, OFFICER};
use crate::support::databases::Base;
use crate::support::installation::Installation;
use crate::support::telegram::{Telegram, buttons};
use crate::support::town::{By, each_way};

each_way!(nothing_confirmed_is_lost_when_the_program_is_killed);

const CITIZENS_AT_ONCE: i64 = 4;
/// Answers go before reminders: people who tap without a pause would leave no turn to them.
const THINKING: Duration = Duration::from_millis(200);
/// Telegram's own pace of 30 a second would leave little to be killed in the middle of.
const PER_SECOND: usize = 120;
/// So many messages are on the wire at once: from their turn until their mark is committed. With everything on one busy machine
/// that takes a tenth of a second at most.
const ON_THE_WIRE: usize = PER_SECOND / 10;
/// A chat gets one message a second, counted from the answer: with fewer chats the pace would not be reached.
const READERS: i64 = 160;
/// The bot may be away for a moment, and Telegram repeats a webhook after a pause that grows.
const PATIENCE: Duration = Duration::from_secs(90);
/// So long a person waits for a reply before pressing again.
const ASK_AGAIN: Duration = Duration::from_secs(2);
/// So long a person waits to see a tap confirmed. A confirmation that was lost with the process never comes.
const GOES_AWAY: Duration = Duration::from_secs(5);

fn rounds() -> usize {
    std::env::var("NAZORAT_TEST_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(5)
}

async fn nothing_confirmed_is_lost_when_the_program_is_killed(base: Base, by: By) {
    let mut city = Installation::prepare(base, by).await;
    city.program = city.program.with("NAZORAT_SEND_PER_SECOND", &PER_SECOND.to_string());
    let city = Arc::new(city);
    let town = City::build(&city.base.store, SystemClock.now()).await;
    town.make_obligations(SystemClock.today(), SystemClock.now()).await;
    let obligation = town.obligations_of("soliq", &mut city.base.raw().await).await[0];
    let (code, ..) = town.point("suv-ulash");
    let mut running = city.serve().await;
    meet_readers(&city.telegram).await;

    let over = Arc::new(AtomicBool::new(false));
    let mut citizens = JoinSet::new();
    let rated = Arc::new(AtomicUsize::new(0));
    for lane in 0..CITIZENS_AT_ONCE {
        let (over, rated) = (Arc::clone(&over), Arc::clone(&rated));
        citizens.spawn(rate_on_and_on(Arc::clone(&city), code.clone(), lane, over, rated));
    }
    let pressed = Arc::new(AtomicUsize::new(0));
    let officer = tokio::spawn(answer_on_and_on(
        Arc::clone(&city),
        obligation,
        Arc::clone(&over),
        Arc::clone(&pressed),
    ));
    let mut reminders_each = 0;
    for _ in 0..rounds() {
        if waiting(&city).await < READERS {
            queue_reminders(&city, reminders_each).await;
            reminders_each += 1;
        }
        // A kill before the next process sends and takes a tap would prove little.
        let before = rated.load(Ordering::SeqCst);
        wait_for_sending(&city).await;
        wait_for_ratings(&rated, before).await;
        // Moments that differ from round to round and from run to run.
        let moment = u64::from(SystemClock.now().timestamp_subsec_micros()) % 300;
        sleep(Duration::from_millis(moment)).await;
        running.kill();
        city.assert_no_secret(&running.printed());
        running = city.serve().await;
    }
    sleep(Duration::from_secs(1)).await;
    over.store(true, Ordering::SeqCst);
    let confirmed: Vec<i64> = citizens.join_all().await.into_iter().flatten().collect();
    let answered = officer.await.expect("the officer gets answers");
    let doubled = wait_for_reminders(&city, reminders_each).await;

    assert_ratings_are_kept(&city, &confirmed).await;
    let (kept, pressed) = (answers_kept(&city, obligation).await, pressed.load(Ordering::SeqCst));
    assert!(kept >= answered, "{answered} answers were confirmed, {kept} are kept");
    assert!(kept <= pressed, "{pressed} presses made {kept} answers");
    let reminders = usize::try_from(READERS).unwrap() * reminders_each;
    eprintln!(
        "{} kills: {} ratings and {answered} answers confirmed, all kept; {reminders} reminders, none lost, {doubled} came twice",
        rounds(),
        confirmed.len(),
    );
    assert!(confirmed.len() >= rounds(), "only {} ratings: there was no load", confirmed.len());
    // What the dead process had claimed and not sent comes once. Only what Telegram had taken may come twice.
    let on_the_wire = rounds() * ON_THE_WIRE;
    assert!(doubled <= on_the_wire, "{doubled} reminders came twice in {} kills", rounds());
    city.stop(running).await;
}

fn reminders_in(chat: &[ChatMessage]) -> impl Iterator<Item = &ChatMessage> {
    chat.iter().filter(|message| message.from_bot && message.text.starts_with("eslatma"))
}

/// Waits until one more reminder arrives.
async fn wait_for_sending(city: &Installation) {
    let arrived = || -> usize {
        let chats = readers().map(|(_, chat_id)| city.telegram.playground.chat(chat_id));
        chats.map(|chat| reminders_in(&chat).count()).sum()
    };
    let (before, began) = (arrived(), std::time::Instant::now());
    while arrived() == before {
        assert!(began.elapsed() < PATIENCE, "no reminder is sent any more");
        sleep(Duration::from_millis(20)).await;
    }
}

/// Waits until more ratings are confirmed than before.
async fn wait_for_ratings(rated: &AtomicUsize, before: usize) {
    let began = std::time::Instant::now();
    while rated.load(Ordering::SeqCst) == before {
        assert!(began.elapsed() < PATIENCE, "no tap is taken any more");
        sleep(Duration::from_millis(20)).await;
    }
}

/// Waits with the patience of somebody whose bot is away for a moment.
async fn patiently(
    telegram: &Telegram,
    person: i64,
    expected: impl Fn(&ChatMessage) -> bool,
) -> Option<ChatMessage> {
    let fits = |message: &ChatMessage| message.from_bot && expected(message);
    let waited = telegram.playground.wait_for(person, |chat| chat.iter().any(fits), PATIENCE).await;
    waited.ok()?.into_iter().rfind(|message| fits(message))
}

/// Ever new citizens scan and give five stars; gives those whose tap was confirmed.
async fn rate_on_and_on(
    city: Arc<Installation>,
    code: String,
    lane: i64,
    over: Arc<AtomicBool>,
    rated: Arc<AtomicUsize>,
) -> Vec<i64> {
    let gives =
        |button: &Button| matches!(button, Button::Rate { mark, .. } if *mark == Mark::new(5).unwrap());
    let mut confirmed = Vec::new();
    for number in 0.. {
        if over.load(Ordering::SeqCst) {
            break;
        }
        sleep(THINKING).await;
        let citizen = 50_000 + lane * 10_000 + number;
        let mut scanned = city.telegram.follow(citizen, &Payload::Rate(code.clone()));
        let mut question = None;
        for _ in 0..40 {
            let waited = city.telegram.playground.wait_for(
                citizen,
                |chat| {
                    chat.iter().any(|message| message.id > scanned && buttons(message).any(|one| gives(&one)))
                },
                ASK_AGAIN,
            );
            question = waited
                .await
                .ok()
                .and_then(|chat| chat.into_iter().rfind(|message| buttons(message).any(|one| gives(&one))));
            if question.is_some() {
                break;
            }
            // The reply itself was lost with the process: a person presses Start again.
            scanned = city.telegram.follow(citizen, &Payload::Rate(code.clone()));
        }
        let question = question.unwrap_or_else(|| panic!("citizen {citizen} was never asked"));
        let data = buttons(&question).find(gives).expect("five stars").data();
        let press = city.telegram.playground.press(citizen, question.id, &data).expect("the button is there");
        if city.telegram.playground.callback_answer(&press, GOES_AWAY).await.is_some() {
            confirmed.push(citizen);
            rated.fetch_add(1, Ordering::SeqCst);
        }
    }
    confirmed
}

/// The officer says "in progress" again and again; gives how many times that was confirmed.
async fn answer_on_and_on(
    city: Arc<Installation>,
    obligation: ObligationId,
    over: Arc<AtomicBool>,
    pressed: Arc<AtomicUsize>,
) -> usize {
    let goes_on = |button: &Button| matches!(button, Button::Answer { kind: AnswerKind::InProgress, .. });
    let mut confirmed = 0;
    while !over.load(Ordering::SeqCst) {
        let opened = city.telegram.follow(OFFICER, &Payload::Obligation(obligation.0));
        let task = city.telegram.playground.wait_for(
            OFFICER,
            |chat| {
                chat.iter().any(|message| message.id > opened && buttons(message).any(|one| goes_on(&one)))
            },
            ASK_AGAIN,
        );
        // A reply that was lost with the process is asked for again.
        let Ok(chat) = task.await else { continue };
        let task = chat
            .into_iter()
            .rfind(|message| buttons(message).any(|one| goes_on(&one)))
            .expect("it was there");
        let data = buttons(&task).find(goes_on).expect("the button").data();
        let press = city.telegram.playground.press(OFFICER, task.id, &data).expect("the button is there");
        pressed.fetch_add(1, Ordering::SeqCst);
        if city.telegram.playground.callback_answer(&press, GOES_AWAY).await.is_some() {
            confirmed += 1;
        }
    }
    confirmed
}

async fn assert_ratings_are_kept(city: &Installation, confirmed: &[i64]) {
    let now = SystemClock.now();
    let mut own = std::collections::HashMap::new();
    for citizen in confirmed {
        let year = SystemClock.today().year();
        let voter = city.base.store.voter(&city.secret, year, *citizen, now).await.expect("a voter");
        own.insert(citizen, voter);
    }
    let rows: Vec<(String,)> = city.base.raw().await.rows("SELECT voter FROM rating WHERE mark = 5").await;
    let kept: std::collections::BTreeSet<String> = rows.into_iter().map(|(voter,)| voter).collect();
    let lost: Vec<&i64> = confirmed.iter().filter(|citizen| !kept.contains(&own[citizen])).collect();
    assert!(lost.is_empty(), "confirmed and lost: {lost:?} of {}", confirmed.len());
}

async fn answers_kept(city: &Installation, obligation: ObligationId) -> usize {
    let sql = format!("SELECT CAST(count(*) AS BIGINT) FROM answer WHERE obligation_id = {obligation}");
    usize::try_from(city.base.raw().await.number(&sql).await).unwrap()
}

fn reminder(reader: i64, number: usize) -> String {
    format!("eslatma {reader}/{number}.")
}

fn readers() -> impl Iterator<Item = (i64, i64)> {
    (0..READERS).map(|reader| (reader, 9_000 + reader))
}

/// Only who wrote first can be written to.
async fn meet_readers(telegram: &Telegram) {
    let started: Vec<(i64, i64)> =
        readers().map(|(_, chat_id)| (chat_id, telegram.playground.start(chat_id, None))).collect();
    for (chat_id, started) in started {
        patiently(telegram, chat_id, |message| message.id > started).await.expect("a greeting");
    }
}

async fn waiting(city: &Installation) -> i64 {
    let waiting: Result<_, StoreError> =
        city.base.store.read(|conn| Box::pin(outbox::waiting(conn, READERS))).await;
    waiting.expect("the queue answers")
}

/// Puts a reminder to each reader into the outbox, as the planner does. At [`PER_SECOND`] they take longer to be sent than a kill
/// waits.
async fn queue_reminders(city: &Installation, number: usize) {
    let now = SystemClock.now();
    let put = city.base.store.write(move |conn| {
        Box::pin(async move {
            for (reader, chat_id) in readers() {
                let body = serde_json::json!({ "chat_id": chat_id, "text": reminder(reader, number) });
                let message = NewMessage {
                    chat_id,
                    person: None,
                    purpose: Purpose::Digest,
                    method: "sendMessage",
                    body: &body.to_string(),
                    priority: Priority::Bulk,
                    policy: Policy::Resend,
                    dedupe: None,
                    not_before: now,
                };
                outbox::put(conn, &message, now).await?;
            }
            Ok::<_, StoreError>(())
        })
    });
    put.await.expect("the reminders are kept");
}

/// Waits until every reminder stands in its chat, and gives how many stand there more than once.
async fn wait_for_reminders(city: &Installation, each: usize) -> usize {
    let mut doubled = 0;
    for (reader, chat_id) in readers() {
        let counted = |chat: &[ChatMessage]| -> BTreeMap<String, usize> {
            let mut counts = BTreeMap::new();
            for message in reminders_in(chat) {
                *counts.entry(message.text.clone()).or_insert(0) += 1;
            }
            counts
        };
        let all = |chat: &[ChatMessage]| counted(chat).len() == each;
        let chat = city.telegram.playground.wait_for(chat_id, all, PATIENCE).await;
        let chat = chat.unwrap_or_else(|error| panic!("a reminder to reader {reader} is lost\n{error}"));
        doubled += counted(&chat).values().map(|times| times - 1).sum::<usize>();
    }
    doubled
}
