//! One leads at a time, and nobody has to wait for a leader that is gone.

use std::time::{Duration, Instant};

use store::Store;
use store::lead::Lead;

use crate::support::databases::{Base, on_both};

on_both!(
    one_leads_at_a_time_and_the_next_when_it_is_gone,
    many_that_want_to_lead_at_once_get_one_leader,
    the_leads_of_different_work_know_nothing_of_each_other,
);

const WORK: &str = "sender";

async fn lead(store: &Store) -> Option<Lead> {
    store.lead(WORK).await.expect("the lead is given or refused")
}

/// PostgreSQL notices in a moment that a connection was closed.
async fn lead_soon(store: &Store) -> Lead {
    let began = Instant::now();
    loop {
        if let Some(lead) = lead(store).await {
            return lead;
        }
        assert!(began.elapsed() < Duration::from_secs(10), "the lead is not free");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

async fn one_leads_at_a_time_and_the_next_when_it_is_gone(base: Base) {
    let other = base.another_store().await;
    let mut first = lead(&base.store).await.expect("nobody leads yet");
    for store in [&other, &base.store] {
        assert!(lead(store).await.is_none(), "there is a leader");
    }
    assert!(first.holds().await && first.holds().await);
    first.give_back().await;
    let second = lead_soon(&other).await;
    assert!(lead(&base.store).await.is_none());
    // Nobody says goodbye: the process died.
    drop(second);
    let third = lead_soon(&base.store).await;
    assert!(lead(&other).await.is_none());
    drop(third);
}

async fn many_that_want_to_lead_at_once_get_one_leader(base: Base) {
    let mut candidates = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let store = base.another_store().await;
        candidates.spawn(async move {
            let began = Instant::now();
            let mut got = None;
            // On PostgreSQL two that look at the same moment may send each other away.
            while got.is_none() && began.elapsed() < Duration::from_secs(1) {
                got = lead(&store).await;
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            got
        });
    }
    let leads = candidates.join_all().await;
    assert_eq!(leads.iter().flatten().count(), 1);
}

async fn the_leads_of_different_work_know_nothing_of_each_other(base: Base) {
    let sender = lead(&base.store).await;
    let other = base.store.lead("other").await.expect("the lead is given or refused");
    assert!(sender.is_some() && other.is_some());
}

#[tokio::test]
async fn a_leader_whose_connection_was_cut_learns_of_it() {
    let base = Base::postgres().await;
    let mut cut = lead(&base.store).await.expect("nobody leads yet");
    let sessions = "SELECT CAST(count(pg_terminate_backend(pid)) AS BIGINT) FROM pg_locks
        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    assert_eq!(base.raw().await.number(sessions).await, 1, "one session holds the lead");
    let mut next = lead_soon(&base.another_store().await).await;
    assert!(!cut.holds().await);
    assert!(next.holds().await);
    assert!(!next.ends_with_holder(), "the one that was cut may not have noticed yet");
}

#[cfg(unix)]
#[tokio::test]
async fn the_lock_stands_beside_the_database_for_its_owner_only() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let base = Base::sqlite().await;
    let held = lead(&base.store).await.expect("nobody leads yet");
    assert!(held.ends_with_holder());
    let path = base.url.strip_prefix("sqlite://").expect("a file");
    let lock = std::fs::metadata(format!("{path}.{WORK}.lock")).expect("the lock file");
    assert_eq!(lock.permissions().mode() & 0o777, 0o600);
    // The same file by another name has the same leader.
    let link = std::path::Path::new(path).with_file_name("link.db");
    symlink(path, &link).expect("a link");
    let by_link = Store::open(&format!("sqlite://{}", link.display()), store::Durability::Normal).await;
    assert!(lead(&by_link.expect("the link opens")).await.is_none());
}
