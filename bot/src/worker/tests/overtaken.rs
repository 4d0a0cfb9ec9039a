//! Decisions of the panel that others have overtaken before anybody was told of them.

use chrono::TimeDelta;
use store::obligations::{OneOf, Verdict};

use super::*;

/// The controller decides in the panel about the report as it stands.
async fn decide_in_panel(
    city: &City,
    controller: PersonId,
    obligation: ObligationId,
    verdict: Verdict<'static>,
) {
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let decided: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who(conn, controller, tashkent_day(now)).await?.unwrap();
                let one = obligations::view(conn, obligation).await?.unwrap();
                let right = who.may_decide(one.organisation, &catalogue.tree)?;
                let ones = [OneOf { right, id: obligation, seen: one.state_version }];
                Ok(obligations::decide_for_now(conn, controller, (&ones, &[]), verdict, now).await?)
            }
            .boxed()
        })
        .await;
    assert!(decided.unwrap().1.iter().all(|(_, outcome)| outcome.is_ok()));
}

/// A report that waits, of the officer 1, with the controller 5; all that was to be said is said.
async fn reported() -> (City, PersonId, PersonId, ObligationId) {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let controller = city.person(5, Role::Controller, "hokimlik").await;
    // The worker makes what is to be done.
    after(&city, 1).await;
    let (obligation, _) = report(&city, officer).await;
    after(&city, 1).await;
    (city, officer, controller, obligation)
}

/// What the officer hears so many seconds later.
async fn after(city: &City, seconds: i64) -> Vec<String> {
    city.clock.advance(TimeDelta::seconds(seconds));
    tick(city).await;
    queued(city).await.into_iter().filter(|(chat, _)| *chat == 1).map(|(_, words)| words).collect()
}

#[tokio::test]
async fn of_a_return_that_was_answered_and_accepted_meanwhile_nobody_hears() {
    let (city, officer, controller, obligation) = reported().await;
    decide_in_panel(&city, controller, obligation, Verdict::SendBack("imzo yoʻq")).await;
    assert_eq!(after(&city, 40).await, [""; 0]);
    // The officer sees it in the panel and is quick; the controller accepts in the chat.
    assert_eq!(report(&city, officer).await.0, obligation);
    assert_eq!(after(&city, 20).await, [""; 0]);
    super::reports::accept(&city, controller, obligation).await;
    let heard = after(&city, 1).await;
    assert!(matches!(&heard[..], [one] if one.contains("qabul qilindi")), "{heard:?}");
    for seconds in [59, 1, 1, 600] {
        assert_eq!(after(&city, seconds).await, [""; 0], "it is accepted: nothing is to be answered again");
    }
    assert!(city.read(|conn| news::take(conn, 10).boxed()).await.is_empty());
}

#[tokio::test]
async fn a_second_return_is_told_in_its_own_time_and_the_first_is_not() {
    let (city, officer, controller, obligation) = reported().await;
    decide_in_panel(&city, controller, obligation, Verdict::SendBack("imzo yoʻq")).await;
    assert_eq!(after(&city, 40).await, [""; 0]);
    report(&city, officer).await;
    assert_eq!(after(&city, 40).await, [""; 0]);
    decide_in_panel(&city, controller, obligation, Verdict::SendBack("muhr yoʻq")).await;
    assert_eq!(after(&city, 41).await, [""; 0], "the second can be taken back yet");
    assert_eq!(after(&city, 78).await, [""; 0]);
    let heard = after(&city, 1).await;
    assert!(matches!(&heard[..], [one] if one.contains("muhr yoʻq")), "{heard:?}");
}

#[tokio::test]
async fn what_the_chat_cancels_meanwhile_is_told_as_cancelled_alone() {
    let (city, _, controller, obligation) = reported().await;
    decide_in_panel(&city, controller, obligation, Verdict::SendBack("imzo yoʻq")).await;
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let cancelled: Result<(), NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who(conn, controller, tashkent_day(now)).await?.unwrap();
                let one = obligations::view(conn, obligation).await?.unwrap();
                let right = who.may_decide(one.organisation, &catalogue.tree)?;
                obligations::cancel(conn, &right, (obligation, None), "eskirgan", now).await.map(drop)
            }
            .boxed()
        })
        .await;
    cancelled.unwrap();
    let heard = after(&city, 1).await;
    assert!(matches!(&heard[..], [one] if one.contains("eskirgan")), "{heard:?}");
    assert_eq!(after(&city, 120).await, [""; 0]);
}
