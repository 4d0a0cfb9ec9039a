//! A unit of work is kept whole or not at all, and never depends on its neighbours.

use domain::clock::{Clock, SystemClock};
use store::{NotDone, Store, StoreError, settings};

use crate::support::databases::{Base, on_both};

on_both!(
    units_that_wait_together_are_kept_or_undone_each_alone,
    a_unit_that_panics_loses_only_itself,
    a_failed_statement_undoes_its_own_unit_only,
    what_was_written_is_read_at_once,
    a_commit_is_told_to_those_who_wait_for_changes,
);

/// Sets `key`, then ends as `end` says.
async fn set_and_end(store: &Store, key: String, end: End) -> Result<(), NotDone> {
    let now = SystemClock.now();
    store
        .write(move |conn| {
            Box::pin(async move {
                settings::set(conn, &key, "1", now).await?;
                match end {
                    End::Keep => Ok(()),
                    End::Refuse => Err(domain::refusal::Refusal::NotAllowed.into()),
                    End::Fail => Err(NotDone::Failed(StoreError::unknown("test", key))),
                    End::Panic => panic!("a rule of this test"),
                }
            })
        })
        .await
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Keep,
    Refuse,
    Fail,
    Panic,
}

async fn kept(store: &Store, key: &str) -> bool {
    let key = key.to_owned();
    let value: Result<_, StoreError> =
        store.read(|conn| Box::pin(async move { settings::get(conn, &key).await })).await;
    value.unwrap().is_some()
}

async fn run_together(store: &Store, end_of: impl Fn(usize) -> End) {
    let mut units = tokio::task::JoinSet::new();
    for number in 0..60 {
        let (store, end) = (store.clone(), end_of(number));
        units.spawn(async move { (end, set_and_end(&store, format!("key-{number}"), end).await.is_ok()) });
    }
    while let Some(ended) = units.join_next().await {
        match ended {
            Ok((end, done)) => assert_eq!(done, end == End::Keep),
            Err(error) => assert!(error.is_panic(), "{error}"),
        }
    }
    for number in 0..60 {
        let expected = end_of(number) == End::Keep;
        assert_eq!(kept(store, &format!("key-{number}")).await, expected, "unit {number}");
    }
}

async fn units_that_wait_together_are_kept_or_undone_each_alone(base: Base) {
    let ends = [End::Keep, End::Refuse, End::Keep, End::Fail, End::Keep];
    run_together(&base.store, |number| ends[number % ends.len()]).await;
}

async fn a_unit_that_panics_loses_only_itself(base: Base) {
    run_together(&base.store, |number| if number % 7 == 3 { End::Panic } else { End::Keep }).await;
    set_and_end(&base.store, "afterwards".into(), End::Keep).await.expect("the store goes on");
    assert!(kept(&base.store, "afterwards").await);
}

async fn a_failed_statement_undoes_its_own_unit_only(base: Base) {
    let now = SystemClock.now();
    // Events of a person who is not there break a foreign key in the middle of the unit.
    let failed: Result<(), StoreError> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                settings::set(conn, "before", "1", now).await?;
                store::events::record(
                    conn,
                    &store::events::Event {
                        at: now,
                        actor: Some(domain::ids::PersonId(404)),
                        action: "reminder_tried",
                        subject: "plan",
                        subject_id: None,
                        organisation: None,
                        before: None,
                        after: None,
                        reason: None,
                    },
                )
                .await
            })
        })
        .await;
    assert!(matches!(failed, Err(StoreError::Query { .. })), "{failed:?}");
    assert!(!kept(&base.store, "before").await);
    set_and_end(&base.store, "after".into(), End::Keep).await.expect("the store goes on");
}

async fn what_was_written_is_read_at_once(base: Base) {
    for number in 0..50 {
        let key = format!("read-{number}");
        set_and_end(&base.store, key.clone(), End::Keep).await.unwrap();
        assert!(kept(&base.store, &key).await, "{key}");
    }
}

async fn a_commit_is_told_to_those_who_wait_for_changes(base: Base) {
    let mut changes = base.store.changes();
    changes.mark_unchanged();
    let refused = set_and_end(&base.store, "refused".into(), End::Refuse).await;
    assert!(refused.is_err());
    assert!(!changes.has_changed().unwrap(), "nothing was kept, so nothing changed");
    set_and_end(&base.store, "kept".into(), End::Keep).await.unwrap();
    assert!(changes.has_changed().unwrap());
}
