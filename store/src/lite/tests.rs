use chrono::{DateTime, Utc};
use futures_util::FutureExt;
use tokio::time::timeout;

use super::*;
use crate::{Store, settings};

const PATIENCE: Duration = Duration::from_secs(20);

async fn database() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("city.db").display());
    let store = Store::open(&url, Durability::Normal).await.unwrap();
    store.migrate().await.unwrap();
    (folder, store)
}

fn now() -> DateTime<Utc> {
    "2026-11-24T04:30:00Z".parse().unwrap()
}

async fn set(store: &Store, key: &'static str) -> Result<(), StoreError> {
    store.write(move |conn| settings::set(conn, key, "1", now()).boxed()).await
}

/// Does what SQLite does by itself when the disk is full: undoes the whole transaction.
async fn lose_everything(store: &Store) -> Result<(), StoreError> {
    store
        .write(|conn| {
            async move {
                execute(conn, "be undone", "ROLLBACK").await?;
                Err(StoreError::unknown("failure", "its own"))
            }
            .boxed()
        })
        .await
}

async fn kept(store: &Store, key: &'static str) -> bool {
    store.read(|conn| settings::get(conn, key).boxed()).await.unwrap().is_some()
}

#[tokio::test]
async fn a_unit_that_takes_its_group_down_hears_why_and_the_others_may_try_again() {
    let (_folder, store) = database().await;
    // All three wait before the writer gets its turn.
    let (first, culprit, last) =
        tokio::join!(set(&store, "first"), lose_everything(&store), set(&store, "last"));
    let told = first.unwrap_err();
    assert!(told.is_passing(), "{told:?}");
    assert!(matches!(culprit, Err(StoreError::Unknown { .. })), "{culprit:?}");
    last.unwrap();
    assert!(!kept(&store, "first").await && kept(&store, "last").await);
    set(&store, "first").await.unwrap();
    assert!(kept(&store, "first").await);
}

#[tokio::test]
async fn a_panic_and_a_refusal_undo_their_own_unit_only() {
    let (_folder, store) = database().await;
    let refused = store.write(|conn| {
        async move {
            settings::set(conn, "refused", "1", now()).await?;
            Err::<(), _>(StoreError::Contended)
        }
        .boxed()
    });
    let panics = store.write(|conn| {
        async move {
            settings::set(conn, "panicked", "1", now()).await?;
            panic!("in a test")
        }
        .boxed()
    });
    let (first, refused, panicked, last): (_, _, Result<(), StoreError>, _) =
        tokio::join!(set(&store, "first"), refused, panics, set(&store, "last"));
    first.unwrap();
    last.unwrap();
    assert!(matches!(refused, Err(StoreError::Contended)));
    assert!(matches!(panicked, Err(StoreError::Panicked)));
    assert!(kept(&store, "first").await && kept(&store, "last").await);
    assert!(!kept(&store, "refused").await && !kept(&store, "panicked").await);
}

#[tokio::test]
async fn a_commit_is_told_also_when_its_caller_went_away() {
    let (_folder, store) = database().await;
    let mut changes = store.changes();
    assert!(set(&store, "left behind").now_or_never().is_none());
    timeout(PATIENCE, changes.changed()).await.unwrap().unwrap();
    assert!(kept(&store, "left behind").await);
}

#[tokio::test]
async fn what_is_undone_is_no_change() {
    let (_folder, store) = database().await;
    let changes = store.changes();
    let refused = store.write(|_| async { Err::<(), _>(StoreError::Contended) }.boxed()).await;
    assert!(refused.is_err() && !changes.has_changed().unwrap());
    set(&store, "kept").await.unwrap();
    assert!(changes.has_changed().unwrap());
}

#[cfg(unix)]
#[tokio::test]
async fn a_new_database_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, store) = database().await;
    set(&store, "something").await.unwrap();
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.path().display());
    }
}

#[tokio::test]
async fn tending_empties_the_log() {
    let (folder, store) = database().await;
    set(&store, "something").await.unwrap();
    let log = folder.path().join("city.db-wal");
    assert!(log.metadata().unwrap().len() > 0);
    store.tend().await.unwrap();
    assert_eq!(log.metadata().unwrap().len(), 0);
    assert!(kept(&store, "something").await);
}
