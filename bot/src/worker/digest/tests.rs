//! What a morning brings: lists, promises, what was put off, urgent plans, dates that moved, and outages.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::answers::{Answer, AnswerKind};
use domain::calendar::{Week, WorkingCalendar};
use domain::clock::{Clock, tashkent_day};
use domain::ids::{ObligationId, PersonId, PlanId};
use domain::people::{MayAdminister, Role};
use domain::reminders::{Draft, Policy, Stage};
use futures_util::FutureExt;
use store::obligations::{self, DueChange, ObligationView};
use store::{NotDone, people, plan, reminders};

use crate::testing::City;
use crate::worker::tests::{queued, reminded, tick};

/// Due in one and three working days, in a month, and in many.
const DAYS: [&str; 4] =
    ["2026-yil 25-noyabr", "2026-yil 27-noyabr", "2026-yil 25-dekabr", "2027-yil 20-fevral"];

/// Tuesday, 24 November 2026, with an officer who has four things to do.
async fn city() -> (City, PersonId) {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport"]).await;
    city.plan(&DAYS, &["transport"]).await;
    let officer = city.person(1, Role::Officer, "transport").await;
    (city, officer)
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// At this hour of Tashkent, ticks, and gives what people then get.
async fn at(city: &City, moment: &str) -> Vec<(i64, String)> {
    let moment = format!("{moment}:00+05:00");
    city.clock.move_to(chrono::DateTime::parse_from_rfc3339(&moment).unwrap().into());
    tick(city).await;
    let first = queued(city).await;
    tick(city).await;
    assert_eq!(queued(city).await, [], "a second tick says nothing more");
    first
}

async fn all(city: &City) -> Vec<ObligationView> {
    let catalogue = city.store.catalogue().await.unwrap();
    let organisation = catalogue.organisations.values().find(|one| one.key == "transport").unwrap().id;
    city.read(move |conn| obligations::open_of(conn, organisation, 100).boxed()).await
}

async fn due_on(city: &City, due: &str) -> ObligationId {
    all(city).await.into_iter().find(|one| one.due == day(due)).unwrap().id
}

async fn remind_by(city: &City, change: impl FnOnce(&mut Draft)) {
    let mut draft = Draft::default();
    change(&mut draft);
    let (policy, now) = (Policy::try_from(draft).unwrap(), city.clock.now());
    let plan: PlanId = city.read(|conn| plan::plans(conn).boxed()).await[0].id;
    let set: Result<(), NotDone> = city
        .store
        .write(move |conn| {
            async move {
                reminders::set_policy(conn, &MayAdminister::at_the_machine(), plan, &policy, now).await
            }
            .boxed()
        })
        .await;
    set.unwrap();
}

async fn act<F>(city: &City, officer: PersonId, id: ObligationId, act: F)
where
    F: for<'c> FnOnce(
            &'c mut store::Conn,
            domain::people::MayAnswer,
        ) -> futures_util::future::BoxFuture<'c, Result<(), NotDone>>
        + Send
        + 'static,
{
    let (catalogue, today) = (city.store.catalogue().await.unwrap(), city.clock.today());
    let acted: Result<(), NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who(conn, officer, today).await?.unwrap();
                let one = obligations::view(conn, id).await?.unwrap();
                let right = who.may_answer(one.organisation, &catalogue.tree)?;
                act(conn, right).await
            }
            .boxed()
        })
        .await;
    acted.unwrap();
}

async fn put_off(city: &City, officer: PersonId, id: ObligationId, until: &str) {
    let (until, now) = (day(until), city.clock.now());
    act(city, officer, id, move |conn, right| {
        async move { Ok(reminders::snooze(conn, &right, id, until, now).await?) }.boxed()
    })
    .await;
}

async fn promise(city: &City, officer: PersonId, id: ObligationId, on: &str) {
    let (now, today) = (city.clock.now(), city.clock.today());
    let answer = Answer::new(AnswerKind::InProgress)
        .promising(day(on), today, WorkingCalendar::default().in_week(Week::Five))
        .unwrap();
    act(city, officer, id, move |conn, right| {
        async move { obligations::answer(conn, &right, id, &answer, now).await.map(drop) }.boxed()
    })
    .await;
}

async fn stages(city: &City, id: ObligationId) -> Vec<(Stage, i64)> {
    let made = city.read(|conn| reminders::made_of_open(conn).boxed()).await;
    let mut stages: Vec<_> =
        made.into_iter().filter(|one| one.0 == id).map(|(_, _, stage, version)| (stage, version)).collect();
    stages.sort_unstable();
    stages
}

#[tokio::test]
async fn twice_a_week_the_digest_brings_the_list_in_one_message() {
    let (city, _) = city().await;
    let tuesday = at(&city, "2026-11-24T09:30").await;
    let [(1, text)] = &tuesday[..] else { panic!("{tuesday:?}") };
    assert!(text.contains("Bu eslatmadagi topshiriqlar: <b>2</b>") && !text.contains("25.12.2026"), "{text}");
    // Thursday.
    let thursday = at(&city, "2026-11-26T09:00").await;
    let [(1, text)] = &thursday[..] else { panic!("{thursday:?}") };
    assert!(text.contains("31.12.2026 sanasigacha bajariladigan hamma ishlar: <b>3</b>"), "{text}");
    assert!(text.contains("25.12.2026") && !text.contains("22.02.2027"), "{text}");
}

#[tokio::test]
async fn the_list_goes_also_when_there_is_nothing_else_to_say_and_is_made_up_for_after_an_outage() {
    let (city, officer) = city().await;
    for due in ["2026-11-25", "2026-11-27"] {
        let id = due_on_made(&city, due).await;
        let now = city.clock.now();
        act(&city, officer, id, move |conn, right| {
            async move {
                let done = Answer::new(AnswerKind::Done);
                obligations::answer(conn, &right, id, &done, now).await.map(drop)
            }
            .boxed()
        })
        .await;
    }
    assert_eq!(at(&city, "2026-11-24T09:30").await, []);
    assert_eq!(at(&city, "2026-11-26T09:30").await.len(), 1);
    assert_eq!(reminded(&city, officer).await, 0, "a list alone reminds of no stage");
    // Monday passes without the service; on Tuesday the list comes, on Wednesday not again.
    let tuesday = at(&city, "2026-12-01T10:00").await;
    assert!(tuesday.len() == 1 && tuesday[0].1.contains("sanasigacha"), "{tuesday:?}");
    assert_eq!(at(&city, "2026-12-02T10:00").await, []);
}

/// An obligation of a city whose obligations are not made yet.
async fn due_on_made(city: &City, due: &str) -> ObligationId {
    let catalogue = city.store.catalogue().await.unwrap();
    let (today, now) = (city.clock.today(), city.clock.now());
    obligations::create_missing(&city.store, &catalogue, today, now).await.unwrap();
    due_on(city, due).await
}

#[tokio::test]
async fn each_plan_reminds_by_its_own_policy() {
    let (city, officer) = city().await;
    remind_by(&city, |draft| (draft.before, draft.list_days) = (vec![1], Vec::new())).await;
    assert_eq!(at(&city, "2026-11-24T09:30").await.len(), 1);
    assert_eq!(reminded(&city, officer).await, 1, "three working days before is no stage of this plan");
    assert_eq!(at(&city, "2026-11-25T09:30").await.len(), 1);
    let silent = at(&city, "2026-12-17T09:30").await;
    assert!(silent.len() == 1 && !silent[0].1.contains("sanasigacha"), "{silent:?}");
    remind_by(&city, |draft| draft.before = vec![60, 20]).await;
    at(&city, "2026-12-18T09:30").await;
    let far = due_on(&city, "2027-02-22").await;
    assert_eq!(stages(&city, far).await, [(Stage::Before(60), 1)]);
}

#[tokio::test]
async fn a_due_day_that_moves_is_reminded_of_anew() {
    let (city, officer) = city().await;
    at(&city, "2026-11-24T09:30").await;
    let id = due_on(&city, "2026-11-25").await;
    assert_eq!(stages(&city, id).await, [(Stage::Before(1), 1)]);
    let now = city.clock.now();
    city.write(move |conn| {
        async move {
            let why = DueChange::Extended { by: officer, reason: "yoʻl yopiq" };
            obligations::move_due(conn, id, day("2026-11-30"), why, now).await
        }
        .boxed()
    })
    .await;
    at(&city, "2026-11-25T09:30").await;
    assert_eq!(
        stages(&city, id).await,
        [(Stage::Before(3), 2), (Stage::Before(1), 1)],
        "the stage of the old day stays in the record and counts for nothing"
    );
    let friday = at(&city, "2026-11-27T09:30").await;
    assert!(friday[0].1.contains("30.11.2026"), "{friday:?}");
    assert_eq!(
        stages(&city, id).await,
        [(Stage::Before(3), 2), (Stage::Before(1), 1), (Stage::Before(1), 2)]
    );
}

#[tokio::test]
async fn what_was_put_off_stays_out_of_that_persons_digest_until_its_day() {
    let (city, officer) = city().await;
    city.person(2, Role::Officer, "transport").await;
    assert_eq!(at(&city, "2026-11-24T09:30").await.len(), 2);
    let id = due_on(&city, "2026-11-27").await;
    put_off(&city, officer, id, "2026-11-26").await;
    let wednesday = at(&city, "2026-11-25T09:30").await;
    let shows = |chat: i64, messages: &[(i64, String)]| {
        messages.iter().find(|(to, _)| *to == chat).unwrap().1.contains("27.11.2026")
    };
    assert!(!shows(1, &wednesday) && shows(2, &wednesday), "{wednesday:?}");
    let thursday = at(&city, "2026-11-26T09:30").await;
    assert!(shows(1, &thursday), "{thursday:?}");
    assert!(stages(&city, id).await.contains(&(Stage::Asked(day("2026-11-26")), 0)));
    // Past the due day nothing is put off, although the day moved back after the person asked.
    put_off(&city, officer, id, "2026-12-03").await;
    assert!(shows(1, &at(&city, "2026-11-30T09:30").await));
}

#[tokio::test]
async fn somebody_who_asked_is_reminded_although_no_stage_has_come() {
    let (city, officer) = city().await;
    at(&city, "2026-11-24T09:30").await;
    let far = due_on(&city, "2027-02-22").await;
    put_off(&city, officer, far, "2026-12-02").await;
    let asked = at(&city, "2026-12-02T09:30").await;
    assert!(asked.len() == 1 && asked[0].1.contains("22.02.2027"), "{asked:?}");
    let after = at(&city, "2026-12-03T09:30").await;
    assert!(after.iter().all(|(_, text)| !text.contains("22.02.2027")), "{after:?}");
}

#[tokio::test]
async fn a_missed_promise_speaks_up_once_the_next_working_morning() {
    let (city, officer) = city().await;
    at(&city, "2026-11-24T09:30").await;
    let far = due_on(&city, "2027-02-22").await;
    promise(&city, officer, far, "2026-11-27").await;
    let friday = at(&city, "2026-11-27T09:30").await;
    assert!(!friday[0].1.contains("22.02.2027"), "its own day is not over: {friday:?}");
    assert_eq!(at(&city, "2026-11-28T09:30").await, [], "Saturday");
    let monday = at(&city, "2026-11-30T09:30").await;
    assert!(monday[0].1.contains("22.02.2027"), "{monday:?}");
    assert!(monday[0].1.contains("Vaʼda qilingan kun oʻtdi: <b>27.11.2026</b>"), "{monday:?}");
    at(&city, "2026-12-01T09:30").await;
    assert_eq!(stages(&city, far).await, [(Stage::Promise(day("2026-11-27")), 0)]);
    // A new promise is a new word.
    promise(&city, officer, far, "2026-12-02").await;
    at(&city, "2026-12-03T09:30").await;
    assert_eq!(stages(&city, far).await.len(), 2);
}

#[tokio::test]
async fn an_urgent_plan_speaks_once_more_in_the_last_hours_and_on_days_off() {
    let (city, officer) = city().await;
    remind_by(&city, |draft| draft.urgent = true).await;
    assert_eq!(at(&city, "2026-11-25T09:30").await.len(), 1);
    assert_eq!(at(&city, "2026-11-25T15:59").await, []);
    let last = at(&city, "2026-11-25T16:00").await;
    assert!(last.len() == 1 && last[0].1.starts_with("⚠️ <b>Bugun oxirgi kun: 25.11.2026"), "{last:?}");
    assert!(!last[0].1.contains("27.11.2026"), "{last:?}");
    assert_eq!(at(&city, "2026-11-25T17:30").await, []);
    // On Friday the service wakes late: one message says it all.
    let friday = at(&city, "2026-11-27T16:30").await;
    assert_eq!(friday.len(), 1, "{friday:?}");
    assert_eq!(at(&city, "2026-11-27T17:30").await, []);
    let id = due_on(&city, "2026-11-27").await;
    assert!(stages(&city, id).await.contains(&(Stage::LastHours, 1)));
    // What was asked to be heard of on Sunday comes on Sunday.
    let far = due_on(&city, "2027-02-22").await;
    put_off(&city, officer, far, "2026-11-29").await;
    assert_eq!(at(&city, "2026-11-29T08:59").await, []);
    assert_eq!(at(&city, "2026-11-29T10:00").await.len(), 1);
    remind_by(&city, |_| {}).await;
    put_off(&city, officer, far, "2026-12-06").await;
    assert_eq!(at(&city, "2026-12-06T10:00").await, [], "a plan that is not urgent leaves Sundays alone");
}

#[tokio::test]
async fn what_is_reported_is_left_out_of_the_last_hours() {
    let (city, officer) = city().await;
    remind_by(&city, |draft| draft.urgent = true).await;
    at(&city, "2026-11-25T09:30").await;
    let (id, now) = (due_on(&city, "2026-11-25").await, city.clock.now());
    act(&city, officer, id, move |conn, right| {
        async move {
            obligations::answer(conn, &right, id, &Answer::new(AnswerKind::Done), now).await.map(drop)
        }
        .boxed()
    })
    .await;
    assert_eq!(at(&city, "2026-11-25T16:10").await, []);
}

#[tokio::test]
async fn after_an_outage_one_message_holds_the_list_the_promise_and_what_was_put_off() {
    let (city, officer) = city().await;
    at(&city, "2026-11-26T09:30").await;
    let (soon, far) = (due_on(&city, "2026-12-25").await, due_on(&city, "2027-02-22").await);
    promise(&city, officer, far, "2026-11-27").await;
    put_off(&city, officer, soon, "2026-12-01").await;
    // Three lists, seven mornings and a holiday pass without the service.
    let back = at(&city, "2026-12-09T11:00").await;
    let [(1, text)] = &back[..] else { panic!("{back:?}") };
    for part in
        ["sanasigacha bajariladigan hamma ishlar", "Vaʼda qilingan kun oʻtdi", "25.12.2026", "25.11.2026"]
    {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
    assert_eq!(stages(&city, soon).await.len(), 1, "what was asked for; its first stage is a day ahead");
    assert_eq!(at(&city, "2026-12-09T15:00").await, []);
}

#[tokio::test]
async fn who_blocks_the_bot_while_the_digest_is_composed_gets_none() {
    let (city, _) = city().await;
    assert_eq!(at(&city, "2026-11-25T08:00").await, [], "the things to do are known, and it is early");
    city.clock.move_to("2026-11-25T04:00:00Z".parse().unwrap());
    let (ctx, now) = (&city.bot.inner.worker.ctx, city.clock.now());
    let (today, catalogue) = (tashkent_day(now), ctx.store.catalogue().await.unwrap());
    let missing = super::choice::missing(ctx, &catalogue, now).await.unwrap();
    let composed = super::compose(ctx, &catalogue, &missing[0], &mut HashMap::new(), today).await.unwrap();
    city.write(move |conn| people::mark_unreachable(conn, 1, "blocked", now).boxed()).await;
    let written =
        city.write(move |conn| async move { super::write(conn, &[composed], today, now).await }.boxed());
    assert_eq!(written.await, 0);
    assert_eq!(queued(&city).await, []);
}
