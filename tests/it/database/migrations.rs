//! The tables are made once and stay.

use crate::support::databases::{Base, on_both};

on_both!(migrating_again_changes_nothing, two_processes_that_migrate_at_once_both_start);

async fn migrating_again_changes_nothing(base: Base) {
    let mut raw = base.raw().await;
    let before = raw.counts().await;
    base.store.migrate().await.expect("a second migration does nothing");
    assert_eq!(raw.counts().await, before);
    assert!(before.contains("obligation 0"), "{before}");
    assert_eq!(base.store.pending_migrations().await.unwrap(), Vec::<String>::new());
}

async fn two_processes_that_migrate_at_once_both_start(base: Base) {
    let (one, other) = (base.another_store().await, base.another_store().await);
    let (first, second) = tokio::join!(one.migrate(), other.migrate());
    first.expect("one migrates");
    second.expect("the other migrates");
}
