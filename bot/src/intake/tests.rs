use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use domain::people::Role;
use futures_util::FutureExt;
use locales::Html;
use serde_json::json;
use store::news::{self, NewsKind};
use store::{Conn, StoreError, intake, settings};
use tokio::sync::{oneshot, watch};
use tokio::time::timeout;

use super::*;
use crate::testing::City;
use crate::{Bot, WebhookAnswer};

const WAIT: Duration = Duration::from_secs(1);

fn text_of(incoming: &Incoming) -> &str {
    match &incoming.what {
        What::Text { text, .. } => text,
        other => panic!("only words come in these tests: {other:?}"),
    }
}

fn update(update_id: i64, person: i64, text: &str) -> String {
    json!({ "update_id": update_id, "message": {
        "message_id": update_id, "date": 1_795_000_000, "text": text,
        "from": { "id": person, "is_bot": false, "first_name": "Odam", "language_code": "uz" },
        "chat": { "id": person, "type": "private", "first_name": "Odam" },
    }})
    .to_string()
}

/// A handler that keeps the words of each update, in order, and answers with them.
fn keeping(kept: &Arc<Mutex<Vec<String>>>) -> Handler {
    let kept = Arc::clone(kept);
    Arc::new(move |ctx: Ctx, incoming: Incoming| {
        let kept = Arc::clone(&kept);
        async move {
            let text = text_of(&incoming).to_owned();
            let (value, now) = (text.clone(), ctx.clock.now());
            let done = ctx
                .commit(incoming.update_id, move |conn: &mut Conn| {
                    async move { settings::set(conn, "said", &value, now).await }.boxed()
                })
                .await;
            if done.map_err(|failure: StoreError| failure)?.is_some() {
                kept.lock().unwrap().push(text.clone());
            }
            Ok(vec![Reply::Send { text: Html::escape(&text), keyboard: None }])
        }
        .boxed()
    })
}

fn intake(city: &City, handler: Handler) -> Intake {
    city.bot.intake().clone().with_handler(handler)
}

async fn take(intake: &Intake, update: String) -> Taken {
    intake.take(update, Patience::None, WAIT).await.unwrap().taken
}

#[tokio::test]
async fn an_update_that_comes_three_times_has_its_effect_once() {
    let city = City::new().await;
    let kept = Arc::default();
    let intake = intake(&city, keeping(&kept));
    let (first, second) =
        tokio::join!(take(&intake, update(7, 1, "bir")), take(&intake, update(7, 1, "bir")));
    assert_eq!((first, second), (Taken::Done, Taken::Done));
    assert_eq!(take(&intake, update(7, 1, "bir")).await, Taken::Done);
    // A process that was started anew remembers nothing, but the database does.
    let again = city.bot.intake().clone();
    let again = Intake { under_way: UnderWay::default(), ..again }.with_handler(keeping(&kept));
    assert_eq!(take(&again, update(7, 1, "bir")).await, Taken::Done);
    assert_eq!(*kept.lock().unwrap(), ["bir"]);
}

#[tokio::test]
async fn what_one_person_does_is_handled_in_order_and_others_do_not_wait() {
    let city = City::new().await;
    let kept: Arc<Mutex<Vec<String>>> = Arc::default();
    let (open, gate) = watch::channel(false);
    let inner = keeping(&kept);
    let handler: Handler = Arc::new(move |ctx, incoming: Incoming| {
        let (inner, mut gate) = (Arc::clone(&inner), gate.clone());
        async move {
            if text_of(&incoming) == "sekin" {
                gate.wait_for(|open| *open).await.unwrap();
            }
            inner(ctx, incoming).await
        }
        .boxed()
    });
    let intake = intake(&city, handler);
    let mut begun = Vec::new();
    for (update_id, person, text) in [(1, 1, "sekin"), (2, 1, "keyin"), (3, 2, "boshqa")] {
        begun.push(intake.begin(update(update_id, person, text), Patience::None, WAIT).await.unwrap());
    }
    assert_eq!(begun.pop().unwrap().end().await.taken, Taken::Done);
    assert_eq!(*kept.lock().unwrap(), ["boshqa"]);
    open.send_replace(true);
    for begun in begun {
        assert_eq!(begun.end().await.taken, Taken::Done);
    }
    assert_eq!(*kept.lock().unwrap(), ["boshqa", "sekin", "keyin"]);
}

#[tokio::test]
async fn a_panic_parks_its_update_and_the_others_go_on() {
    let city = City::new().await;
    city.meet(1);
    let kept: Arc<Mutex<Vec<String>>> = Arc::default();
    let inner = keeping(&kept);
    let handler: Handler = Arc::new(move |ctx, incoming: Incoming| {
        let inner = Arc::clone(&inner);
        async move {
            match text_of(&incoming) {
                "portla" => panic!("in a test"),
                "buzil" => anyhow::bail!("a failure of ours"),
                _ => inner(ctx, incoming).await,
            }
        }
        .boxed()
    });
    let intake = intake(&city, handler);
    for (update_id, person, text) in [(1, 1, "portla"), (2, 2, "buzil"), (3, 1, "keyin"), (4, 3, "boshqa")] {
        assert_eq!(take(&intake, update(update_id, person, text)).await, Taken::Done, "{text}");
    }
    assert_eq!(take(&intake, update(1, 1, "portla")).await, Taken::Done);
    assert_eq!(*kept.lock().unwrap(), ["keyin", "boshqa"]);
    let parked = city.read(|conn| intake::parked(conn, 10).boxed()).await;
    let parked: Vec<_> = parked
        .iter()
        .map(|one| {
            (
                one.update_id,
                one.error.as_str(),
                city.bot.inner.ctx.secret.open_update(&one.body).unwrap().contains("portla"),
            )
        })
        .collect();

    assert_eq!(parked, [(2, "a failure of ours", false), (1, "a panic: in a test", true)]);
    let told = city.read(|conn| news::take(conn, 10).boxed()).await;
    assert_eq!(
        told.iter().map(|line| (line.kind, line.subject)).collect::<Vec<_>>(),
        [(NewsKind::UpdateParked, 1), (NewsKind::UpdateParked, 2)]
    );
    city.until("the person hears an apology, then the next answer", async |city| city.said_to(1).len() == 2)
        .await;
    assert!(!city.said_to(1)[0].is_empty());
    assert_eq!(city.said_to(1)[1], "keyin");
}

#[tokio::test]
async fn while_the_database_is_away_nothing_is_acknowledged() {
    let city = City::with_webhook().await;
    let away = Arc::new(AtomicUsize::new(1));
    let kept: Arc<Mutex<Vec<String>>> = Arc::default();
    let (inner, tries) = (keeping(&kept), Arc::clone(&away));
    let handler: Handler = Arc::new(move |ctx, incoming| {
        let (inner, tries) = (Arc::clone(&inner), Arc::clone(&tries));
        async move {
            if tries.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok() {
                return Err(anyhow::Error::new(NotDone::Failed(StoreError::Closed))
                    .context("while keeping an answer"));
            }
            inner(ctx, incoming).await
        }
        .boxed()
    });
    let intake = intake(&city, handler);
    assert_eq!(take(&intake, update(1, 1, "bir")).await, Taken::NotNow);
    assert_eq!(take(&intake, update(1, 1, "bir")).await, Taken::Done);
    // Long polling tries by itself until the database is back.
    away.store(2, Ordering::SeqCst);
    let patience = Patience::Until(city.stop());
    assert_eq!(intake.take(update(2, 1, "ikki"), patience.clone(), WAIT).await.unwrap().taken, Taken::Done);
    away.store(usize::MAX, Ordering::SeqCst);
    let waiting = intake.take(update(3, 1, "uch"), patience, WAIT);
    let (taken, ()) = tokio::join!(waiting, async { city.say_stop() });
    assert_eq!(taken.unwrap().taken, Taken::NotNow);
    assert_eq!(*kept.lock().unwrap(), ["bir", "ikki"]);
    assert!(city.read(|conn| intake::parked(conn, 10).boxed()).await.is_empty());
}

#[tokio::test]
async fn a_full_house_says_so_and_takes_the_update_later() {
    let city = City::new().await;
    let (open, gate) = watch::channel(false);
    let handler: Handler = Arc::new(move |_, _| {
        let mut gate = gate.clone();
        async move {
            gate.wait_for(|open| *open).await.unwrap();
            Ok(Vec::new())
        }
        .boxed()
    });
    let intake = intake(&city, handler);
    let mut begun = Vec::new();
    for update_id in 0..ROOM {
        let update_id = i64::try_from(update_id).unwrap();
        begun.push(intake.begin(update(update_id, update_id, "x"), Patience::None, WAIT).await.unwrap());
    }
    let late = update(9_999, 9_999, "x");
    let full = intake.take(late.clone(), Patience::None, Duration::from_millis(20)).await.unwrap();
    assert_eq!(full.taken, Taken::Full);
    open.send_replace(true);
    for begun in begun {
        assert_eq!(begun.end().await.taken, Taken::Done);
    }
    assert_eq!(take(&intake, late).await, Taken::Done);
}

async fn post(bot: &Bot, secret: Option<&str>, body: &str) -> WebhookAnswer {
    bot.take_webhook(secret, body.as_bytes()).await
}

#[tokio::test]
async fn the_webhook_takes_only_updates_and_only_from_who_knows_the_secret() {
    let city = City::with_webhook().await;
    let good = update(1, 1, "salom");
    for (secret, body, expected) in [
        (None, good.as_str(), WebhookAnswer::Unauthorized),
        (Some("s3cre"), &good, WebhookAnswer::Unauthorized),
        (Some("s3cret"), "{\"update_id\":", WebhookAnswer::BadRequest),
        (Some("s3cret"), "[]", WebhookAnswer::BadRequest),
        (Some("s3cret"), &"x".repeat(2 * 1024 * 1024), WebhookAnswer::BadRequest),
        (Some("s3cret"), &good, WebhookAnswer::Ok(None)),
        (Some("s3cret"), "{\"update_id\":5,\"new_kind\":{}}", WebhookAnswer::Ok(None)),
    ] {
        assert_eq!(
            post(&city.bot, secret, body).await,
            expected,
            "{secret:?} {}",
            &body[..body.len().min(40)]
        );
    }
    let polling = City::new().await;
    assert_eq!(post(&polling.bot, Some("s3cret"), &good).await, WebhookAnswer::Unauthorized);
}

#[tokio::test]
async fn a_press_at_the_webhook_is_answered_with_the_acknowledgement_and_once() {
    let city = City::with_webhook().await;
    let press = serde_json::json!({ "update_id": 6, "callback_query": {
        "id": "77", "from": { "id": 1, "is_bot": false, "first_name": "A", "language_code": "uz" },
        "chat_instance": "5", "data": "an old button",
    } });
    let press = press.to_string();
    let WebhookAnswer::Ok(Some(call)) = post(&city.bot, Some("s3cret"), &press).await else {
        panic!("Telegram is told what to answer")
    };
    let call: serde_json::Value = serde_json::from_str(&call).unwrap();
    assert_eq!((&call["method"], &call["callback_query_id"]), (&"answerCallbackQuery".into(), &"77".into()));
    assert_eq!(post(&city.bot, Some("s3cret"), &press).await, WebhookAnswer::Ok(None), "it was answered");
    city.bot.finish().await;
    assert!(city.telegram.calls().iter().all(|call| call.method != "answerCallbackQuery"));
}

#[tokio::test]
async fn an_update_that_cannot_be_read_is_parked_and_acknowledged() {
    let city = City::with_webhook().await;
    let strange = r#"{"update_id":8,"message":{"message_id":"x"}}"#;
    assert_eq!(post(&city.bot, Some("s3cret"), strange).await, WebhookAnswer::Ok(None));
    let parked = city.read(|conn| intake::parked(conn, 10).boxed()).await;
    assert_eq!(parked.len(), 1);
    let body = city.bot.inner.ctx.secret.open_update(&parked[0].body);
    assert_eq!((parked[0].update_id, body.as_deref()), (8, Some(strange)));
}

#[tokio::test]
async fn polling_confirms_what_is_done_and_looks_past_what_takes_long() {
    let mut city = City::new().await;
    city.telegram.send_text(1, "salom");
    city.run(city.bot.clone().poll(city.stop()));
    city.until("the update is done and confirmed", async |city| {
        city.telegram.pending_update_count() == 0 && !city.said_to(1).is_empty()
    })
    .await;
    assert!(city.bot.health().last_contact.is_some());
    assert_eq!(city.telegram.unknown_arguments(), Vec::<String>::new());
}

#[tokio::test]
async fn a_stopped_poll_has_finished_what_it_fetched() {
    let city = City::new().await;
    city.organisations(&["hokimlik"]).await;
    city.person(1, Role::Officer, "hokimlik").await;
    for _ in 0..20 {
        city.telegram.send_text(1, "salom");
    }
    let (done, poll) = oneshot::channel();
    let bot = city.bot.clone();
    let stop = city.stop();
    let polling = async move {
        bot.clone().poll(stop).await;
        bot.finish().await;
        done.send(()).unwrap();
    };
    let stopping = async {
        city.until("the first is answered", async |city| !city.said_to(1).is_empty()).await;
        city.say_stop();
    };
    tokio::join!(polling, stopping);
    assert!(timeout(WAIT, poll).await.is_ok());
    let pending = city.telegram.pending_update_count();
    assert_eq!(
        city.said_to(1).len(),
        20 - pending,
        "what was fetched is answered, the rest waits at Telegram"
    );
}

#[test]
fn words_that_do_not_stand_in_the_program_are_not_kept() {
    assert_eq!(super::words_of(&"a literal"), "a literal");
    assert_eq!(super::words_of(&format!("inside {}", "Zulxumor")), "its words are not kept");
    let error = serde_json::from_str::<i64>(r#""Zulxumor""#).unwrap_err();
    assert!(error.to_string().contains("Zulxumor"), "the reader itself would tell");
    assert_eq!(super::unreadable(&error), "it cannot be read (Data at line 1, column 10)");
}
