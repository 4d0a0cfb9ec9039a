//! What waits to be sent is taken by one sender, once.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::clock::{Clock, SystemClock};
use domain::delivery::{Cause, Purpose};
use store::outbox::{self, Claimed, Mark, NewMessage, Policy, Priority, Why};
use store::{Store, StoreError};

use crate::support::databases::{Base, on_both};

on_both!(
    many_senders_at_once_take_each_message_once,
    a_message_with_a_known_key_is_not_written_again,
    nothing_is_taken_before_its_time,
    a_claim_is_marked_by_whoever_made_it_and_only_while_it_stands,
    what_nobody_marked_is_found_by_the_age_of_its_claim,
);

fn why(cause: Cause) -> Why {
    Why::new(cause, "said so")
}

async fn put(store: &Store, chat_id: i64, dedupe: Option<String>, wait: TimeDelta) {
    let now = SystemClock.now();
    let put: Result<_, StoreError> = store
        .write(move |conn| {
            Box::pin(async move {
                let message = NewMessage {
                    chat_id,
                    person: None,
                    purpose: Purpose::Reported,
                    method: "sendMessage",
                    body: "{}",
                    priority: Priority::News,
                    policy: Policy::Resend,
                    dedupe: dedupe.as_deref(),
                    not_before: now + wait,
                };
                outbox::put(conn, &message, now).await.map(drop)
            })
        })
        .await;
    put.expect("the message is kept");
}

async fn claim(store: &Store, limit: usize) -> Vec<i64> {
    claim_at(store, limit, SystemClock.now()).await.into_iter().map(|message| message.id.0).collect()
}

async fn claim_at(store: &Store, limit: usize, now: DateTime<Utc>) -> Vec<Claimed> {
    let claimed: Result<_, StoreError> = store
        .write(move |conn| {
            Box::pin(async move {
                // All look before any takes, as processes do that know nothing of each other.
                let seen = outbox::next(conn, limit, |_| true, now).await?;
                outbox::claim(conn, &seen, now).await
            })
        })
        .await;
    claimed.expect("the queue answers")
}

async fn mark(store: &Store, message: &Claimed, mark: Mark) -> bool {
    let (claim, now) = (message.claim(), SystemClock.now());
    let marked: Result<_, StoreError> =
        store.write(move |conn| Box::pin(async move { outbox::mark(conn, claim, &mark, now).await })).await;
    marked.expect("the mark is kept or refused")
}

async fn many_senders_at_once_take_each_message_once(base: Base) {
    const MESSAGES: i64 = 400;
    for chat in 0..MESSAGES {
        put(&base.store, chat, None, TimeDelta::zero()).await;
    }
    let mut senders = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let store = base.another_store().await;
        senders.spawn(async move {
            let mut taken = Vec::new();
            loop {
                let more = claim(&store, 7).await;
                if more.is_empty() {
                    return taken;
                }
                taken.extend(more);
            }
        });
    }
    let taken: Vec<i64> = senders.join_all().await.into_iter().flatten().collect();
    let once: BTreeSet<i64> = taken.iter().copied().collect();
    assert_eq!(taken.len(), once.len(), "some were taken twice");
    assert_eq!(once.len(), 400, "some were not taken");
}

async fn a_message_with_a_known_key_is_not_written_again(base: Base) {
    let other = base.another_store().await;
    let key = || Some("digest/1/2026-12-15".to_owned());
    tokio::join!(
        put(&base.store, 1, key(), TimeDelta::zero()),
        put(&other, 1, key(), TimeDelta::zero()),
        put(&base.store, 1, key(), TimeDelta::zero()),
    );
    assert_eq!(claim(&base.store, 10).await.len(), 1);
}

async fn nothing_is_taken_before_its_time(base: Base) {
    put(&base.store, 1, None, TimeDelta::hours(1)).await;
    assert_eq!(claim(&base.store, 10).await, Vec::<i64>::new());
    put(&base.store, 2, None, TimeDelta::zero()).await;
    assert_eq!(claim(&base.store, 10).await.len(), 1);
    assert_eq!(claim(&base.store, 10).await, Vec::<i64>::new(), "what is being sent is not taken again");
}

async fn a_claim_is_marked_by_whoever_made_it_and_only_while_it_stands(base: Base) {
    put(&base.store, 1, None, TimeDelta::zero()).await;
    let now = SystemClock.now();
    let stalled = claim_at(&base.store, 1, now).await.remove(0);
    let again = || Mark::Again { not_before: now, why: why(Cause::SenderDied), unsure: true };
    assert!(mark(&base.store, &stalled, again()).await);
    let successor = claim_at(&base.store, 1, now).await.remove(0);
    assert_eq!((stalled.id, stalled.attempts + 1), (successor.id, successor.attempts));
    // The first sender wakes up and knows nothing of the second claim.
    let unknown = || Mark::Unknown(why(Cause::NoAnswer));
    for late in [Mark::Sent(Some(7)), again(), Mark::Failed(why(Cause::Rejected)), unknown()] {
        assert!(!mark(&base.store, &stalled, late.clone()).await, "{late:?}");
    }
    assert!(mark(&base.store, &successor, Mark::Sent(Some(8))).await);
    assert!(!mark(&base.store, &successor, unknown()).await, "a claim is settled once");
    let sent = "SELECT message_id FROM outbox WHERE state = 'sent'";
    assert_eq!(base.raw().await.number(sent).await, 8);
}

async fn what_nobody_marked_is_found_by_the_age_of_its_claim(base: Base) {
    let now = SystemClock.now();
    let (old, later) = (now - TimeDelta::minutes(1), now + TimeDelta::minutes(1));
    let mut chats = 1..;
    let mut claimed_at = async |moment| {
        put(&base.store, chats.next().unwrap(), None, TimeDelta::minutes(-2)).await;
        claim_at(&base.store, 1, moment).await.remove(0)
    };
    // One machine's clock is ahead.
    let (first, second, ahead) = (claimed_at(old).await, claimed_at(now).await, claimed_at(later).await);
    let unmarked = async |before| -> Vec<Claimed> {
        let found: Result<_, StoreError> =
            base.store.read(move |conn| Box::pin(outbox::unmarked(conn, before))).await;
        found.expect("the queue answers")
    };
    let all = [first, second, ahead];
    assert_eq!(unmarked(Some(old)).await, all[..1]);
    assert_eq!(unmarked(None).await, all);
    assert!(mark(&base.store, &all[0], Mark::Sent(None)).await);
    assert_eq!(unmarked(None).await, all[1..], "what is marked is not looked for");
}
