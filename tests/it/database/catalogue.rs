//! What hardly ever changes is read once for everybody who asks at the same time.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinSet;

use crate::support::city::City;
use crate::support::databases::{Base, on_both};

on_both!(who_asks_at_once_waits_for_one_load, a_database_that_is_gone_is_told_to_everybody);

/// Citizens who come at the same moment.
const CROWD: usize = 64;

async fn who_asks_at_once_waits_for_one_load(base: Base) {
    City::build(&base.store, "2026-11-23T05:00:00Z".parse().unwrap()).await;
    for _ in 0..3 {
        base.store.forget_catalogue();
        let mut crowd = JoinSet::new();
        for _ in 0..CROWD {
            let store = base.store.clone();
            crowd.spawn(async move { store.catalogue().await.unwrap() });
        }
        let given = crowd.join_all().await;
        assert!(!given[0].services.is_empty());
        assert!(given.iter().all(|one| Arc::ptr_eq(one, &given[0])), "it was loaded more than once");
    }
}

async fn a_database_that_is_gone_is_told_to_everybody(base: Base) {
    base.store.close().await;
    let mut crowd = JoinSet::new();
    for _ in 0..CROWD {
        let store = base.store.clone();
        crowd.spawn(async move { store.catalogue().await.is_err() });
    }
    let told = tokio::time::timeout(Duration::from_secs(30), crowd.join_all()).await;
    assert!(told.expect("nobody waits for ever").iter().all(|failed| *failed));
}
