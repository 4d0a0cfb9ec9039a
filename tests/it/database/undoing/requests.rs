//! Requests for more time that a decision closed, when the decision is taken back.

use chrono::TimeDelta;
use domain::ids::{ExtensionId, OutboxId};
use domain::people::Scope;
use store::news::{self, NewsKind};
use store::obligations::Verdict;
use store::{StoreError, boards, reports};

use super::scene::{DAY, Scene, at};
use crate::support::city;
use crate::support::databases::{Base, on_both};

on_both!(
    a_request_waits_on_no_day_at_whose_end_its_obligation_was_closed,
    a_request_of_which_nobody_was_told_is_told_after_all,
);

async fn a_request_waits_on_no_day_at_whose_end_its_obligation_was_closed(base: Base) {
    let scene = Scene::with_request(&base, at("2026-12-21T18:59:30Z")).await;
    let waited = |day: &str| {
        let (day, since) = (day.parse().unwrap(), "2026-01-01".parse().unwrap());
        let read = base.store.read(move |conn| {
            Box::pin(async move {
                let all = boards::as_of(conn, &Scope::All, day, since).await?;
                Ok(boards::requests_as_of(conn, &Scope::All, (day, &all)).await?.len())
            })
        });
        async move {
            let number: Result<usize, StoreError> = read.await;
            number.unwrap()
        }
    };
    assert_eq!(waited("2026-12-21").await, 1);
    let (decision, _) = scene.decide(Verdict::Accept).await;
    assert_eq!((waited("2026-12-21").await, waited("2026-12-22").await), (0, 0));
    scene.undo(decision).await.unwrap();
    assert_eq!(
        (waited("2026-12-20").await, waited("2026-12-21").await),
        (0, 0),
        "it was accepted at midnight"
    );
    assert_eq!(waited("2026-12-22").await, 1);
}

async fn a_request_of_which_nobody_was_told_is_told_after_all(base: Base) {
    let scene = Scene::with_request(&base, at(DAY)).await;
    let asked = async || {
        let (due, _) = scene.news(scene.now + TimeDelta::minutes(1)).await;
        due.into_iter().filter(|kind| *kind == NewsKind::ExtensionAsked).count()
    };
    let (decision, _) = scene.decide(Verdict::Accept).await;
    assert_eq!(asked().await, 1);
    scene.undo(decision).await.unwrap();
    assert_eq!(asked().await, 1, "the line waits still: it is told once");

    // The worker comes to the line while the request waits no more: it tells nobody.
    let (decision, _) = scene.decide(Verdict::Accept).await;
    let now = scene.now;
    let lines: Result<(), StoreError> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                for line in news::due(conn, now, 100).await? {
                    news::done(conn, line.id).await?;
                }
                Ok(())
            })
        })
        .await;
    lines.unwrap();
    assert_eq!(asked().await, 0);
    scene.undo(decision).await.unwrap();
    assert_eq!(asked().await, 1);

    // Whoever has a message of it knows.
    let id = ExtensionId(base.raw().await.number("SELECT id FROM extension").await);
    let (one, person) = (scene.ids[0], scene.city.who(city::CONTROLLER).await.person);
    let told: Result<(), StoreError> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                for line in news::due(conn, now + TimeDelta::minutes(1), 100).await? {
                    news::done(conn, line.id).await?;
                }
                reports::told_of_request(conn, OutboxId(7), (id, one), person).await
            })
        })
        .await;
    told.unwrap();
    let (decision, _) = scene.decide(Verdict::Accept).await;
    scene.undo(decision).await.unwrap();
    assert_eq!(asked().await, 0);
}
