//! Whoever changes the record of events behind the program is found.

use chrono::{DateTime, Utc};
use domain::chain::Fault;
use domain::clock::{Clock, SystemClock};
use store::events::chain::{self, Report};
use store::events::{self, Event};
use store::{Store, StoreError};

use crate::support::databases::{Base, Raw, on_both};

on_both!(
    an_untouched_record_is_whole,
    a_changed_event_is_named,
    a_removed_event_is_named,
    exchanged_events_are_named,
    an_event_without_a_link_is_named,
    removed_links_are_named,
    a_tail_that_was_cut_is_found_by_the_noted_hash,
    the_latest_are_checked_alone,
    what_was_undone_leaves_no_hole,
    events_of_many_writers_stand_in_one_line,
    events_of_the_time_before_the_chain_are_linked_at_the_start,
);

fn event(reason: &str, now: DateTime<Utc>) -> Event<'_> {
    Event {
        at: now,
        actor: None,
        action: "reminding_changed",
        subject: "plan",
        subject_id: Some(1),
        organisation: None,
        before: Some(serde_json::json!({ "days": [1, 2], "word": "oʻzgarish" })),
        after: None,
        reason: Some(reason),
    }
}

async fn record(store: &Store, count: usize) {
    let now = SystemClock.now();
    let recorded: Result<(), StoreError> = store
        .write(move |conn| {
            Box::pin(async move {
                for number in 0..count {
                    events::record(conn, &event(&format!("reason {number}"), now)).await?;
                }
                Ok(())
            })
        })
        .await;
    recorded.unwrap();
}

async fn check(base: &Base, latest: Option<i64>, noted: Option<&str>) -> Report {
    let noted = noted.map(str::to_owned);
    let report: Result<_, StoreError> = base
        .store
        .read(|conn| Box::pin(async move { chain::check(conn, latest, noted.as_deref()).await }))
        .await;
    report.unwrap()
}

async fn faults(base: &Base) -> Vec<Fault> {
    check(base, None, None).await.faults
}

/// Does to the tables what the triggers forbid.
async fn behind(base: &Base, statements: &[&str]) {
    let mut raw = base.raw().await;
    let lite = matches!(raw, Raw::Lite(_));
    let triggers = [
        ("event", "event_is_never_changed", "UPDATE"),
        ("event", "event_is_never_deleted", "DELETE"),
        ("event_link", "event_link_is_never_changed", "UPDATE"),
        ("event_link", "event_link_is_never_deleted", "DELETE"),
    ];
    if lite {
        for (_, name, _) in triggers {
            raw.run(&format!("DROP TRIGGER {name}")).await.unwrap();
        }
    } else {
        for table in ["event", "event_link"] {
            raw.run(&format!("ALTER TABLE {table} DISABLE TRIGGER USER")).await.unwrap();
        }
    }
    for statement in statements {
        assert!(raw.run(statement).await.unwrap() > 0, "{statement}");
    }
    if lite {
        for (table, name, what) in triggers {
            let text = format!(
                "CREATE TRIGGER {name} BEFORE {what} ON {table} BEGIN SELECT RAISE(ABORT, 'append-only'); END"
            );
            raw.run(&text).await.unwrap();
        }
    } else {
        for table in ["event", "event_link"] {
            raw.run(&format!("ALTER TABLE {table} ENABLE TRIGGER USER")).await.unwrap();
        }
    }
}

/// Five events; gives their numbers, the oldest first.
async fn five(base: &Base) -> Vec<i64> {
    record(&base.store, 2).await;
    record(&base.store, 3).await;
    let rows: Vec<(i64,)> = base.raw().await.rows("SELECT event_id FROM event_link ORDER BY position").await;
    assert_eq!(rows.len(), 5);
    rows.into_iter().map(|(id,)| id).collect()
}

async fn an_untouched_record_is_whole(base: Base) {
    let empty = check(&base, None, None).await;
    assert_eq!((empty.checked, empty.broken), (0, 0), "{empty:?}");
    five(&base).await;
    let report = check(&base, None, None).await;
    assert_eq!((report.checked, report.all, report.broken), (5, 5, 0), "{report:?}");
    assert_eq!(report.head.len(), 64);
    // What was noted stays true while the record grows.
    record(&base.store, 1).await;
    assert_eq!(check(&base, None, Some(&report.head)).await.faults, []);
    let mut raw = base.raw().await;
    for forbidden in ["UPDATE event_link SET hash = ''", "DELETE FROM event_link"] {
        let error = raw.run(forbidden).await.expect_err(forbidden);
        assert!(error.to_string().contains("append-only"), "{forbidden}: {error}");
    }
}

async fn a_changed_event_is_named(base: Base) {
    let ids = five(&base).await;
    behind(&base, &[&format!("UPDATE event SET reason = 'other' WHERE id = {}", ids[2])]).await;
    assert_eq!(faults(&base).await, [Fault::Changed(ids[2])]);
}

async fn a_removed_event_is_named(base: Base) {
    let ids = five(&base).await;
    behind(&base, &[&format!("DELETE FROM event WHERE id = {}", ids[1])]).await;
    assert_eq!(faults(&base).await, [Fault::Missing(ids[1])]);
}

async fn exchanged_events_are_named(base: Base) {
    let ids = five(&base).await;
    let (one, other) = (ids[1], ids[3]);
    let exchange = [
        format!("UPDATE event SET id = -1 WHERE id = {one}"),
        format!("UPDATE event SET id = {one} WHERE id = {other}"),
        format!("UPDATE event SET id = {other} WHERE id = -1"),
    ];
    behind(&base, &exchange.each_ref().map(String::as_str)).await;
    assert_eq!(faults(&base).await, [Fault::Changed(one), Fault::Changed(other)]);
}

async fn an_event_without_a_link_is_named(base: Base) {
    let ids = five(&base).await;
    let slipped = "INSERT INTO event (id, at, action, subject)
                   SELECT 900, at, action, subject FROM event WHERE id = ";
    base.raw().await.run(&format!("{slipped}{}", ids[0])).await.unwrap();
    assert_eq!(faults(&base).await, [Fault::Unlinked(900)]);
}

async fn removed_links_are_named(base: Base) {
    let ids = five(&base).await;
    let gone = [
        format!("DELETE FROM event WHERE id = {}", ids[2]),
        "DELETE FROM event_link WHERE position = 3".to_owned(),
    ];
    behind(&base, &gone.each_ref().map(String::as_str)).await;
    assert_eq!(faults(&base).await, [Fault::Gap(3, 3)]);
}

async fn a_tail_that_was_cut_is_found_by_the_noted_hash(base: Base) {
    let ids = five(&base).await;
    let noted = check(&base, None, None).await.head;
    behind(&base, &["DELETE FROM event_link WHERE position > 3"]).await;
    behind(&base, &[&format!("DELETE FROM event WHERE id > {}", ids[2])]).await;
    assert_eq!(faults(&base).await, [Fault::Gap(4, 5)]);
    // Whoever moves the head as well leaves a chain that is whole in itself.
    let head = "UPDATE event_head SET position = 3, hash = (SELECT hash FROM event_link WHERE position = 3)";
    base.raw().await.run(head).await.unwrap();
    assert_eq!(faults(&base).await, []);
    assert_eq!(check(&base, None, Some(&noted)).await.faults, [Fault::Noted]);
    base.raw().await.run("UPDATE event_head SET hash = 'other'").await.unwrap();
    assert_eq!(faults(&base).await, [Fault::Head]);
}

async fn the_latest_are_checked_alone(base: Base) {
    let ids = five(&base).await;
    let noted = check(&base, None, None).await.head;
    behind(&base, &[&format!("UPDATE event SET action = 'ended' WHERE id = {}", ids[0])]).await;
    let latest = check(&base, Some(2), Some(&noted)).await;
    assert_eq!((latest.checked, latest.all, latest.broken), (2, 5, 0), "{latest:?}");
    assert_eq!(faults(&base).await, [Fault::Changed(ids[0])]);
}

async fn what_was_undone_leaves_no_hole(base: Base) {
    five(&base).await;
    let now = SystemClock.now();
    let undone: Result<(), StoreError> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                events::record(conn, &event("undone", now)).await?;
                Err(StoreError::Contended)
            })
        })
        .await;
    undone.unwrap_err();
    record(&base.store, 1).await;
    let report = check(&base, None, None).await;
    assert_eq!((report.checked, report.faults), (6, vec![]));
}

async fn events_of_many_writers_stand_in_one_line(base: Base) {
    // SQLite has one writer in all; PostgreSQL has two replicas here.
    let other = if base.store.kind() == "postgres" { base.another_store().await } else { base.store.clone() };
    let writers = (0..8).map(|number| {
        let store = if number % 2 == 0 { base.store.clone() } else { other.clone() };
        tokio::spawn(async move {
            for _ in 0..10 {
                record(&store, 2).await;
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    let report = check(&base, None, None).await;
    assert_eq!((report.checked, report.all, report.faults), (160, 160, vec![]));
}

async fn events_of_the_time_before_the_chain_are_linked_at_the_start(base: Base) {
    let mut raw = base.raw().await;
    for number in [3, 7] {
        let old = format!(
            "INSERT INTO event (id, at, action, subject, subject_id, reason)
             VALUES ({number}, '2026-11-02T05:00:00.125+00:00', 'ended', 'plan', 1, 'eski')"
        );
        raw.run(&old).await.unwrap();
    }
    raw.run("INSERT INTO event_unlinked (event_id) SELECT id FROM event").await.unwrap();
    // Between the migration and the linking nothing is wrong: those events only wait.
    assert_eq!(faults(&base).await, []);
    base.store.migrate().await.unwrap();
    base.store.migrate().await.unwrap();
    let report = check(&base, None, None).await;
    assert_eq!((report.checked, report.faults), (2, vec![]));
    behind(&base, &["UPDATE event SET reason = 'yangi' WHERE id = 3"]).await;
    assert_eq!(faults(&base).await, [Fault::Changed(3)]);
}
