//! What could not be sent in the hours of work is not sent at night: it comes in the morning, as it stands then. And who hears of a
//! decision when people have changed.

use chrono::{DateTime, Utc};
use domain::people::{Grant, MayAdminister, Scope};
use store::{briefs, escalation};

use super::*;

async fn at(city: &City, moment: &str) {
    city.clock.move_to(moment.parse().unwrap());
    tick(city).await;
}

async fn chats(city: &City) -> Vec<i64> {
    queued(city).await.into_iter().map(|(chat, _)| chat).collect()
}

/// The officer 1, the head 2 and the controller 5; one measure is overdue since Saturday, another is due on Wednesday.
async fn staffed() -> City {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport"]).await;
    city.plan(&[DAYS[0]], &["transport"]).await;
    city.person(1, Role::Officer, "transport").await;
    city.person(2, Role::Head, "transport").await;
    city.person(5, Role::Controller, "hokimlik").await;
    city
}

#[tokio::test]
async fn a_brief_that_was_not_sent_by_six_is_not_sent_at_all_and_was_no_brief() {
    let city = staffed().await;
    let controller =
        city.read(|conn| people::who_by_telegram(conn, 5, "2026-11-24".parse().unwrap()).boxed());
    let controller = controller.await.unwrap().person;
    at(&city, "2026-11-24T03:40:00Z").await;
    for evening in ["2026-11-24T13:00:00Z", "2026-11-24T18:00:00Z"] {
        city.clock.move_to(evening.parse().unwrap());
        assert_eq!(chats(&city).await, [0; 0], "{evening}");
        tick(&city).await;
        assert_eq!(chats(&city).await, [0; 0], "{evening}");
    }
    let before = city.read(move |conn| {
        async move { briefs::before(conn, controller, "2026-11-25".parse().unwrap()).await }.boxed()
    });
    assert_eq!(before.await, None, "nobody has read those figures");
    at(&city, "2026-11-25T03:30:00Z").await;
    let told = queued(&city).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].1.contains("25.11.2026"), "{told:?}");
}

#[tokio::test]
async fn what_came_to_a_brief_that_expired_is_told_by_the_next() {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport"]).await;
    city.plan(&["2026-yil 20-noyabr"], &["transport"]).await;
    city.person(5, Role::Controller, "hokimlik").await;
    // Five working days after its day it comes to the brief, and the messenger is away.
    at(&city, "2026-11-27T05:00:00Z").await;
    at(&city, "2026-11-30T03:30:00Z").await;
    at(&city, "2026-11-30T13:00:00Z").await;
    let waits = city.read(|conn| escalation::running(conn).boxed()).await;
    let brief = waits.iter().flat_map(|chain| &chain.steps).find(|kept| kept.step.person.is_none());
    assert!(brief.is_some(), "{waits:?}");
    at(&city, "2026-12-01T03:30:00Z").await;
    let told = queued(&city).await;
    assert!(told.iter().any(|(_, text)| text.contains("Sizga yetib kelgani: <b>1</b>")), "{told:?}");
}

#[tokio::test]
async fn who_was_not_told_by_six_is_told_in_the_morning_and_is_no_vacancy() {
    let city = staffed().await;
    at(&city, "2026-11-26T05:00:00Z").await;
    at(&city, "2026-11-26T13:00:00Z").await;
    assert_eq!(chats(&city).await, [0; 0], "it is evening");
    at(&city, "2026-11-27T05:00:00Z").await;
    let (catalogue, today) = (city.store.catalogue().await.unwrap(), city.clock.today());
    let vacancies = city
        .read(|conn| {
            async move { escalation::vacancies(conn, &Scope::All, &catalogue.tree, today).await }.boxed()
        })
        .await;
    assert_eq!(vacancies, [], "the messenger was away, the head was not");
    let told = queued(&city).await;
    let up: Vec<_> = told.iter().filter(|(_, text)| text.starts_with("🛑")).map(|(chat, _)| *chat).collect();
    assert_eq!(up, [2], "{told:?}");
    assert!(told.iter().any(|(chat, _)| *chat == 1), "the officer has a digest: {told:?}");
}

#[tokio::test]
async fn news_that_were_not_sent_by_six_wait_for_the_morning() {
    let city = staffed().await;
    let officer = city.read(|conn| people::who_by_telegram(conn, 1, "2026-11-24".parse().unwrap()).boxed());
    let officer = officer.await.unwrap().person;
    tick(&city).await;
    queued(&city).await;
    city.clock.move_to("2026-11-24T12:50:00Z".parse().unwrap());
    report(&city, officer).await;
    tick(&city).await;
    for night in ["2026-11-24T13:00:00Z", "2026-11-24T22:00:00Z", "2026-11-25T03:59:59Z"] {
        city.clock.move_to(night.parse().unwrap());
        assert_eq!(chats(&city).await, [0; 0], "{night}, before the planner looks");
        at(&city, night).await;
        let news = queued(&city).await;
        assert!(news.iter().all(|(_, text)| !text.contains("hisobot")), "{night}: {news:?}");
    }
    at(&city, "2026-11-25T04:00:00Z").await;
    assert!(chats(&city).await.contains(&5), "the controller works again");
}

#[tokio::test]
async fn whoever_works_nowhere_is_not_written_to_at_night() {
    let city = staffed().await;
    let catalogue = city.store.catalogue().await.unwrap();
    let night: DateTime<Utc> = "2026-11-24T18:00:00Z".parse().unwrap();
    let hours = city
        .read(|conn| {
            async move { super::super::hours::of(conn, &catalogue, PersonId(999), night).await }.boxed()
        })
        .await;
    let expected = ("2026-11-25T04:00:00Z", "2026-11-25T13:00:00Z");
    assert_eq!(hours, (expected.0.parse().unwrap(), expected.1.parse().unwrap()));
}

/// The controller accepts what was reported, and the planner tells of it: in which chats.
async fn accepted(city: &City, obligation: ObligationId) -> Vec<i64> {
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let done: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who_by_telegram(conn, 5, tashkent_day(now)).await?.unwrap();
                let view = obligations::view(conn, obligation).await?.unwrap();
                let right = who.may_decide(view.organisation, &catalogue.tree)?;
                obligations::accept(conn, &right, obligation, None, now).await
            }
            .boxed()
        })
        .await;
    done.unwrap();
    queued(city).await;
    tick(city).await;
    chats(city).await
}

#[tokio::test]
async fn a_decision_about_a_report_of_who_left_goes_to_who_answers_now() {
    let city = staffed().await;
    let officer = city.person(3, Role::Officer, "transport").await;
    tick(&city).await;
    let (obligation, _) = report(&city, officer).await;
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let organisation = catalogue.organisations.values().find(|one| one.key == "transport").unwrap().id;
    let ended: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let grant = Grant { role: Role::Officer, organisation };
                people::end_grant(conn, &MayAdminister::at_the_machine(), officer, grant, now).await
            }
            .boxed()
        })
        .await;
    ended.unwrap();
    tick(&city).await;
    assert_eq!(accepted(&city, obligation).await, [1], "the officer who is left");
}

#[tokio::test]
async fn a_decision_about_the_report_of_a_head_goes_to_the_head() {
    let city = staffed().await;
    let today = city.clock.today();
    let head = city.read(move |conn| people::who_by_telegram(conn, 2, today).boxed()).await.unwrap().person;
    tick(&city).await;
    let (obligation, _) = report(&city, head).await;
    tick(&city).await;
    assert_eq!(accepted(&city, obligation).await, [2]);
}
