//! The record of what was done only grows.

use domain::clock::{Clock, SystemClock};
use store::StoreError;
use store::events::{self, Event};

use crate::support::databases::{Base, on_both};

on_both!(an_event_can_be_neither_changed_nor_removed);

async fn an_event_can_be_neither_changed_nor_removed(base: Base) {
    let now = SystemClock.now();
    let recorded: Result<(), StoreError> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let event = Event {
                    at: now,
                    actor: None,
                    action: "reminder_tried",
                    subject: "plan",
                    subject_id: Some(1),
                    organisation: None,
                    before: None,
                    after: None,
                    reason: Some("because"),
                };
                events::record(conn, &event).await
            })
        })
        .await;
    recorded.unwrap();
    let mut raw = base.raw().await;
    for forbidden in ["UPDATE event SET reason = 'other'", "DELETE FROM event"] {
        let error = raw.run(forbidden).await.expect_err(forbidden);
        assert!(error.to_string().contains("append-only"), "{forbidden}: {error}");
    }
    assert_eq!(raw.number("SELECT CAST(count(*) AS BIGINT) FROM event WHERE reason = 'because'").await, 1);
}
