//! The planner when the system slept, or its clock jumped; days that moved; and updates that are tried again.

use chrono::{DateTime, TimeDelta, Utc};
use domain::calendar::{Certainty, DayKind, Weeks};
use domain::people::MayAdminister;
use store::import::{self, CalendarDraft};
use store::outbox::{Claimed, Mark};

use super::*;

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Takes what waits, as the sender does, and has Telegram say yes.
async fn deliver(city: &City) -> Vec<(i64, String)> {
    let now = city.clock.now();
    let next = city.read(move |conn| outbox::next(conn, 1000, |_| true, now).boxed()).await;
    let claimed: Vec<Claimed> =
        city.write(move |conn| async move { outbox::claim(conn, &next, now).await }.boxed()).await;
    let mut said = Vec::new();
    for message in claimed {
        let body: serde_json::Value = serde_json::from_str(&message.body).unwrap();
        said.push((message.chat_id, body["text"].as_str().unwrap().to_owned()));
        let claim = message.claim();
        city.write(move |conn| {
            async move { outbox::mark(conn, claim, &Mark::Sent(None), now).await.map(drop) }.boxed()
        })
        .await;
    }
    said
}

#[tokio::test]
async fn digests_that_could_not_be_sent_for_days_become_one() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    // Telegram cannot be reached on Tuesday, Wednesday and Thursday morning.
    for day in ["2026-11-24T04:30:00Z", "2026-11-25T04:30:00Z", "2026-11-26T04:30:00Z"] {
        city.clock.move_to(moment(day));
        tick(&city).await;
    }
    let said = deliver(&city).await;
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].1.contains("26.11.2026, payshanba"), "{}", said[0].1);
    assert_eq!(reminded(&city, officer).await, 2, "nothing that was dropped counts as said");
    assert!(deliver(&city).await.is_empty());
}

#[tokio::test]
async fn a_digest_is_not_sent_in_the_evening() {
    let city = city().await;
    city.person(1, Role::Officer, "transport").await;
    tick(&city).await;
    city.clock.move_to(moment("2026-11-24T13:00:00Z"));
    assert!(
        deliver(&city).await.is_empty(),
        "at six it is of no use any more, before the planner says so and after"
    );
    tick(&city).await;
    assert!(deliver(&city).await.is_empty());
    city.clock.move_to(moment("2026-11-25T04:00:00Z"));
    tick(&city).await;
    assert_eq!(deliver(&city).await.len(), 1, "the next one says it all");
}

#[tokio::test]
async fn a_clock_that_jumps_and_comes_back_says_nothing_twice() {
    let city = city().await;
    city.person(1, Role::Officer, "transport").await;
    tick(&city).await;
    assert_eq!(deliver(&city).await.len(), 1);
    for (jump, back) in [
        (TimeDelta::hours(3), TimeDelta::hours(3)),
        (TimeDelta::hours(30), TimeDelta::hours(30)),
        (TimeDelta::days(5), TimeDelta::days(5)),
    ] {
        city.clock.advance(jump);
        tick(&city).await;
        let ahead = deliver(&city).await;
        assert!(ahead.len() <= 1, "{jump}: {ahead:?}");
        let now = city.clock.now() - back;
        city.clock.move_to(now);
        tick(&city).await;
        tick(&city).await;
        assert!(deliver(&city).await.is_empty(), "{jump}");
    }
    // Going on from here, the days that were seen ahead are not told again.
    city.clock.move_to(moment("2026-11-25T13:30:00Z"));
    tick(&city).await;
    assert!(deliver(&city).await.is_empty());
}

#[tokio::test]
async fn a_sleep_of_weeks_ends_with_one_message_a_person() {
    let city = city().await;
    city.person(1, Role::Officer, "transport").await;
    city.person(2, Role::Officer, "taʼlim").await;
    tick(&city).await;
    city.clock.move_to(moment("2026-12-21T05:00:00Z"));
    tick(&city).await;
    let mut chats: Vec<_> = deliver(&city).await.into_iter().map(|(chat, _)| chat).collect();
    chats.sort_unstable();
    assert_eq!(chats, [1, 2], "one each, of today");
}

#[tokio::test]
async fn those_whose_days_moved_hear_of_it_once_and_together() {
    let city = city().await;
    city.person(1, Role::Officer, "transport").await;
    city.person(2, Role::Officer, "transport").await;
    city.clock.move_to(moment("2026-11-23T15:00:00Z"));
    tick(&city).await;
    assert!(deliver(&city).await.is_empty());
    let now = city.clock.now();
    let holiday = |date: &str| CalendarDraft {
        date: date.parse().unwrap(),
        weeks: Weeks::All,
        kind: Some(DayKind::AdditionalOff),
        name: "Qoʻshimcha dam olish kuni".into(),
        certain: Certainty::Certain,
        source: "test".into(),
    };
    let days = [holiday("2026-11-25"), holiday("2026-11-27")];
    let right = MayAdminister::at_the_machine();
    let changed: Result<_, NotDone> = city
        .store
        .write(move |conn| async move { import::calendar(conn, &right, &days, now).await }.boxed())
        .await;
    assert_eq!(changed.unwrap().moved, 4, "two of each organisation");
    tick(&city).await;
    tick(&city).await;
    assert!(deliver(&city).await.is_empty(), "it is evening");
    city.clock.move_to(moment("2026-11-24T04:00:00Z"));
    let said = deliver(&city).await;
    assert_eq!(said.iter().map(|(chat, _)| *chat).collect::<Vec<_>>(), [1, 2]);
    for (_, text) in said {
        for day in ["25.11.2026", "26.11.2026", "27.11.2026", "30.11.2026", "Qoʻshimcha dam olish kuni"] {
            assert!(text.contains(day), "{day}: {text}");
        }
    }
}

#[tokio::test]
async fn an_update_that_was_parked_is_tried_again_when_an_administrator_says_so() {
    let city = city().await;
    city.meet(1);
    let now = city.clock.now();
    let from = r#"{"id":1,"is_bot":false,"first_name":"A"}"#;
    let chat = r#"{"id":1,"type":"private","first_name":"A"}"#;
    let good = format!(
        r#"{{"update_id":77,"message":{{"message_id":9,"date":1764000000,"from":{from},"chat":{chat},"text":"/help","entities":[{{"type":"bot_command","offset":0,"length":5}}]}}}}"#
    );
    let secret = city.bot.inner.worker.ctx.secret.clone();
    city.write(move |conn| {
        async move {
            for (update_id, body) in [(77, good.as_str()), (78, "{}")] {
                intake::mark_seen(conn, update_id, now).await?;
                let body = secret.seal_update(update_id, body)?;
                intake::park(conn, update_id, &body, "a fault that was mended", now).await?;
            }
            Ok(())
        }
        .boxed()
    })
    .await;
    tick(&city).await;
    let parked = async || city.read(|conn| intake::parked(conn, 9).boxed()).await;
    assert_eq!(parked().await.len(), 2, "nobody has asked");
    let right = MayAdminister::at_the_machine();
    let asked: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                assert!(intake::try_again(conn, &right, 77, now).await?);
                assert!(intake::try_again(conn, &right, 78, now).await?);
                intake::try_again(conn, &right, 78, now).await
            }
            .boxed()
        })
        .await;
    assert!(!asked.unwrap(), "it waits already");
    tick(&city).await;
    tick(&city).await;
    city.until("it is answered", async |city| !city.said_to(1).is_empty()).await;
    city.bot.finish().await;
    assert_eq!(city.said_to(1).len(), 1);
    let left = parked().await;
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!((left[0].update_id, left[0].again_at), (78, None));
    assert!(left[0].error.contains("cannot be read"), "{left:?}");
}
