use std::time::Duration;

use domain::clock::Clock;
use domain::people::Role;
use futures_util::FutureExt;
use playground::{Fault, FaultKind, Limits, Outcome};
use store::outbox::{self, Claimed, Policy};
use store::people;

use super::lead::SENDING;
use crate::Delivery;
use crate::testing::City;

fn fault(chat: i64, kind: FaultKind) -> Fault {
    Fault { method: Some("sendMessage".into()), chat: Some(chat), kind, times: 1 }
}

fn sends(city: &City) -> usize {
    city.telegram.calls().iter().filter(|call| call.method == "sendMessage").count()
}

async fn waiting(city: &City) -> i64 {
    city.read(|conn| outbox::waiting(conn, 100).boxed()).await
}

async fn claim_all(city: &City) -> Vec<Claimed> {
    let now = city.clock.now();
    let next = city.read(move |conn| outbox::next(conn, 10, |_| true, now).boxed()).await;
    city.write(move |conn| async move { outbox::claim(conn, &next, now).await }.boxed()).await
}

/// What needs an administrator: the state and the words of each message.
async fn troubles(city: &City) -> Vec<(String, String)> {
    let troubled = city.read(|conn| outbox::troubled(conn, 100).boxed()).await;
    troubled.into_iter().map(|one| (one.state, one.error.unwrap_or_default())).collect()
}

async fn all_said(city: &City, person: i64, texts: &[&str]) {
    city.until("the message arrives", async |city| city.said_to(person).len() >= texts.len()).await;
    assert_eq!(city.said_to(person), texts);
}

#[tokio::test]
async fn what_waits_is_sent_once_and_marked() {
    let mut city = City::new().await;
    for person in 1..=5 {
        city.queue(person, "salom", Policy::Hold).await;
    }
    city.run(city.bot.clone().send(city.stop()));
    for person in 1..=5 {
        all_said(&city, person, &["salom"]).await;
    }
    city.until("nothing waits", async |city| waiting(city).await == 0).await;
    city.queue(1, "yana", Policy::Hold).await;
    all_said(&city, 1, &["salom", "yana"]).await;
    assert_eq!(sends(&city), 6);
    assert!(troubles(&city).await.is_empty());
}

#[tokio::test]
async fn a_chat_that_must_wait_waits_as_long_as_told_and_alone() {
    let mut city = City::new().await;
    city.telegram.inject(fault(1, FaultKind::TooManyRequests { retry_after: 60 }));
    city.queue(1, "birinchi", Policy::Resend).await;
    city.queue(2, "ikkinchi", Policy::Resend).await;
    city.run(city.bot.clone().send(city.stop()));
    all_said(&city, 2, &["ikkinchi"]).await;
    city.until("the refused message is back in the queue", async |city| waiting(city).await == 1).await;
    let at = |seconds| city.clock.now() + chrono::TimeDelta::seconds(seconds);
    let due =
        async |moment| city.read(move |conn| outbox::next(conn, 10, |_| true, moment).boxed()).await.len();
    assert_eq!(due(at(59)).await, 0, "not before Telegram allows it");
    assert_eq!(due(at(62)).await, 1);
    assert_eq!(city.said_to(1), Vec::<String>::new());
}

#[tokio::test]
async fn who_blocked_the_bot_is_noticed_and_left_alone() {
    let mut city = City::new().await;
    city.organisations(&["hokimlik"]).await;
    let person = city.person(1, Role::Officer, "hokimlik").await;
    for text in ["bir", "ikki", "uch"] {
        city.queue(1, text, Policy::Resend).await;
    }
    city.telegram.block(1);
    city.queue(2, "boshqa", Policy::Resend).await;
    city.run(city.bot.clone().send(city.stop()));
    all_said(&city, 2, &["boshqa"]).await;
    city.until("the rest is dropped", async |city| waiting(city).await == 0).await;
    let recipient = city.read(move |conn| people::recipient(conn, person).boxed()).await.unwrap();
    assert!(!recipient.reachable);
    let troubles = troubles(&city).await;
    assert_eq!(troubles.len(), 1, "{troubles:?}");
    assert!(troubles[0].1.contains("blocked by the user"), "{troubles:?}");
}

#[tokio::test]
async fn when_the_answer_is_lost_the_policy_decides() {
    let mut city = City::new().await;
    city.telegram.inject(fault(1, FaultKind::ResetAfter));
    city.telegram.inject(fault(2, FaultKind::ResetAfter));
    city.queue(1, "eslatma", Policy::Resend).await;
    city.queue(2, "xabar", Policy::Hold).await;
    city.run(city.bot.clone().send(city.stop()));
    all_said(&city, 1, &["eslatma", "eslatma"]).await;
    city.until("one is held", async |city| troubles(city).await.len() == 1).await;
    assert_eq!(troubles(&city).await[0].0, "unknown");
    assert_eq!(city.said_to(2), ["xabar"]);
}

#[tokio::test]
async fn what_a_dead_sender_claimed_is_taken_up_by_the_next_at_once() {
    let mut city = City::new().await;
    city.queue(1, "eslatma", Policy::Resend).await;
    city.queue(2, "xabar", Policy::Hold).await;
    let dead = city.store.lead(SENDING).await.unwrap();
    assert!(dead.is_some());
    assert_eq!(claim_all(&city).await.len(), 2);
    // The process dies here, and with it goes its lead.
    drop(dead);
    city.run(city.bot.clone().send(city.stop()));
    all_said(&city, 1, &["eslatma"]).await;
    city.until("the other is left to the administrator", async |city| troubles(city).await.len() == 1).await;
    assert_eq!(troubles(&city).await[0].0, "unknown");
    assert_eq!(sends(&city), 1);
}

#[tokio::test]
async fn what_is_under_way_in_this_process_is_not_taken_for_a_dead_senders() {
    let city = City::new().await;
    for person in 1..=3 {
        city.queue(person, "salom", Policy::Resend).await;
    }
    let sender = &city.bot.inner.sender;
    let mut hand = super::Hand::new();
    assert!(sender.leads(&mut hand).await.unwrap());
    assert!(sender.take_up(&mut hand).await.unwrap());
    hand.look_at = tokio::time::Instant::now();
    assert!(sender.leads(&mut hand).await.unwrap());
    assert_eq!(waiting(&city).await, 0, "it is still claimed");
    // As if the calls had panicked.
    hand.under_way.clear();
    hand.look_at = tokio::time::Instant::now();
    assert!(sender.leads(&mut hand).await.unwrap());
    assert_eq!(waiting(&city).await, 3);
}

#[tokio::test]
async fn while_another_leads_nothing_is_sent() {
    let mut city = City::new().await;
    let other = city.store.lead(SENDING).await.unwrap().expect("nobody leads");
    city.queue(1, "salom", Policy::Resend).await;
    let sender = &city.bot.inner.sender;
    assert!(!sender.leads(&mut super::Hand::new()).await.unwrap());
    city.run(city.bot.clone().send(city.stop()));
    city.queue(2, "salom", Policy::Resend).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!((sends(&city), waiting(&city).await), (0, 2));
    other.give_back().await;
    all_said(&city, 1, &["salom"]).await;
    all_said(&city, 2, &["salom"]).await;
    assert!(city.store.lead(SENDING).await.unwrap().is_none(), "the sender leads while it runs");
}

#[tokio::test]
async fn a_sender_that_stopped_leads_no_more() {
    let city = City::new().await;
    city.queue(1, "salom", Policy::Resend).await;
    let stop = async {
        all_said(&city, 1, &["salom"]).await;
        city.say_stop();
    };
    tokio::join!(city.bot.clone().send(city.stop()), stop);
    assert!(city.store.lead(SENDING).await.unwrap().is_some());
}

#[tokio::test]
async fn a_stop_waits_for_what_is_under_way_and_leaves_the_rest_in_the_queue() {
    let city = City::with(Delivery::Polling, Limits::default(), 5).await;
    for person in 1..=9 {
        city.telegram.inject(fault(person, FaultKind::Delay(Duration::from_millis(100))));
        city.queue(person, "salom", Policy::Hold).await;
    }
    let sender = city.bot.clone().send(city.stop());
    let stop = async {
        city.until("the first is on its way", async |city| sends(city) > 0).await;
        city.say_stop();
    };
    tokio::join!(sender, stop);
    let done = city.telegram.calls().iter().filter(|call| call.outcome == Outcome::Done).count();
    assert!((1..9).contains(&done), "{done}");
    assert_eq!(waiting(&city).await, 9 - i64::try_from(done).unwrap());
    assert!(troubles(&city).await.is_empty());
}

#[tokio::test]
async fn thirty_a_second_are_kept_to_without_a_refusal() {
    let limits = Limits { messages_per_second: Some(30), per_chat_per_second: None, per_chat_burst: 1 };
    let mut city = City::with(Delivery::Polling, limits, 30).await;
    let all = 60_usize;
    let slow = FaultKind::Delay(Duration::from_millis(50));
    city.telegram.inject(Fault { method: None, chat: None, kind: slow, times: 1_000 });
    for person in 0..all {
        city.queue(1000 + i64::try_from(person).unwrap(), "salom", Policy::Hold).await;
    }
    let begun = tokio::time::Instant::now();
    city.run(city.bot.clone().send(city.stop()));
    city.until("all are sent", async |city| sends(city) == all).await;
    let rate = f64::from(u32::try_from(all - 1).unwrap()) / begun.elapsed().as_secs_f64();
    assert!(city.telegram.calls().iter().all(|call| !matches!(call.outcome, Outcome::Refused { .. })));
    assert!(rate > 24.0, "only {rate:.1} a second");
}

#[tokio::test]
async fn nothing_is_claimed_while_telegram_makes_all_wait() {
    let city = City::new().await;
    city.queue(1, "salom", Policy::Resend).await;
    let sender = &city.bot.inner.sender;
    for chat in 7..=9 {
        sender.pacer.refused(chat, 600);
    }
    assert!(!sender.take_up(&mut super::Hand::new()).await.unwrap());
    assert_eq!(waiting(&city).await, 1);
}

#[tokio::test]
async fn nothing_is_claimed_while_people_wait_for_answers() {
    let city = City::with(Delivery::Polling, Limits::default(), 1).await;
    city.queue(1, "salom", Policy::Resend).await;
    let sender = &city.bot.inner.sender;
    let (mut hand, mut changes, mut stop) = (super::Hand::new(), city.store.changes(), city.stop());
    // One answer takes the turn of this second, another waits for the next.
    sender.pacer.turn_of_answer(8).await;
    let steps = async {
        loop {
            sender.step(&mut hand, &mut changes, &mut stop).await.unwrap();
        }
    };
    tokio::select! {
        biased;
        () = sender.pacer.turn_of_answer(9) => {}
        () = steps => {}
    }
    assert_eq!((waiting(&city).await, hand.claimed.len()), (1, 0));
    sender.step(&mut hand, &mut changes, &mut stop).await.unwrap();
    assert_eq!((waiting(&city).await, hand.claimed.len()), (0, 1), "it is the outbox's turn");
}

#[tokio::test]
async fn what_was_claimed_and_did_not_get_its_turn_waits_in_the_queue_again() {
    let city = City::new().await;
    for person in 1..=3 {
        city.queue(person, "salom", Policy::Hold).await;
    }
    let sender = &city.bot.inner.sender;
    let mut hand = super::Hand::new();
    assert!(sender.take_up(&mut hand).await.unwrap());
    assert_eq!((waiting(&city).await, hand.claimed.len()), (0, 3));
    sender.give_back(&mut hand, "in a test").await;
    assert_eq!((waiting(&city).await, hand.claimed.len(), hand.under_way.len()), (3, 0, 0));
    assert!(troubles(&city).await.is_empty());
    assert!(sender.take_up(&mut hand).await.unwrap(), "the same process can claim them again");
}

mod refusals;
