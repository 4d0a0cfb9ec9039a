//! The record of what was done only grows.

use domain::clock::{Clock, SystemClock};
use domain::language::Language;
use domain::people::Role;
use store::events::{self, Event, Wanted};
use store::{NotDone, StoreError};

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    an_event_can_be_neither_changed_nor_removed,
    who_administers_a_part_reads_the_rules_of_the_whole_city_and_no_more,
);

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

async fn who_administers_a_part_reads_the_rules_of_the_whole_city_and_no_more(base: Base) {
    let now = SystemClock.now();
    let city = City::build(&base.store, now).await;
    let entered: Result<(), NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let part = (city::COLLEAGUE, "Charos Umarova", Role::Administrator, "suv", Language::UzLatn);
                city::enter(conn, part, now).await?;
                for (subject, action) in [
                    ("control", "set"),
                    ("calendar", "imported"),
                    ("plan", "reminder_tried"),
                    ("backup", "downloaded"),
                    ("person", "withdrew"),
                ] {
                    let event = Event {
                        at: now,
                        actor: None,
                        action,
                        subject,
                        subject_id: Some(7_001),
                        organisation: None,
                        before: None,
                        after: None,
                        reason: None,
                    };
                    events::record(conn, &event).await?;
                }
                Ok(())
            })
        })
        .await;
    entered.unwrap();
    let read = async |telegram_id: i64| {
        let right = city.who(telegram_id).await.may_audit(&city.catalogue.tree).unwrap();
        let wanted = Wanted { subject_id: Some(7_001), ..Wanted::default() };
        let listed: Result<_, StoreError> = base
            .store
            .read(move |conn| Box::pin(async move { events::list(conn, &right, &wanted, 50).await }))
            .await;
        let (listed, _) = listed.unwrap();
        let mut acts: Vec<_> =
            listed.into_iter().map(|one| format!("{} {}", one.subject, one.action)).collect();
        acts.sort();
        acts
    };
    assert_eq!(read(city::COLLEAGUE).await, ["calendar imported", "control set"]);
    assert_eq!(read(city::ADMINISTRATOR).await.len(), 5);
}
