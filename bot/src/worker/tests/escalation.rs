//! What is overdue goes up, level by level, on a clock that the test moves.

use domain::calendar::Week;
use domain::clock::tashkent_day;
use domain::escalation::StepState;
use domain::people::MayAdminister;
use store::escalation::{self, Vacancy};
use store::obligations::DueChange;

use super::*;

/// The officer 1, the head 2 and the controller 5; one measure is due on Wednesday, 25 November.
async fn staffed() -> City {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport"]).await;
    city.plan(&[DAYS[0]], &["transport"]).await;
    city.person(1, Role::Officer, "transport").await;
    city.person(2, Role::Head, "transport").await;
    city.person(5, Role::Controller, "hokimlik").await;
    tick(&city).await;
    queued(&city).await;
    city
}

/// The morning of a day, one look of the planner, and to whom it wrote of what is overdue.
async fn on(city: &City, day: &str) -> Vec<i64> {
    city.clock.move_to(format!("{day}T05:00:00Z").parse().unwrap());
    tick(city).await;
    escalated(city).await
}

/// The chats of messages that go up, taken from the queue with all others.
async fn escalated(city: &City) -> Vec<i64> {
    gone_up(city).await.into_iter().map(|(chat, _)| chat).collect()
}

async fn gone_up(city: &City) -> Vec<(i64, String)> {
    let mut all = queued(city).await;
    all.retain(|(_, text)| text.starts_with("🛑"));
    all
}

async fn vacancies(city: &City) -> Vec<Vacancy> {
    let (catalogue, today) = (city.store.catalogue().await.unwrap(), city.clock.today());
    let all = domain::people::Scope::All;
    city.read(|conn| async move { escalation::vacancies(conn, &all, &catalogue.tree, today).await }.boxed())
        .await
}

async fn block(city: &City, telegram_id: i64) {
    let now = city.clock.now();
    city.write(move |conn| people::mark_unreachable(conn, telegram_id, "blocked", now).boxed()).await;
}

#[tokio::test]
async fn a_controller_who_works_five_days_hears_of_a_six_day_organisation_on_monday() {
    let city = City::new().await;
    city.organisations_with(&["hokimlik", "transport"], Some(Week::Six)).await;
    city.plan(&[DAYS[0]], &["transport"]).await;
    city.person(1, Role::Officer, "transport").await;
    city.person(2, Role::Head, "transport").await;
    city.person(5, Role::Controller, "hokimlik").await;
    assert_eq!(on(&city, "2026-11-26").await, [2]);
    assert_eq!(
        on(&city, "2026-11-28").await,
        [0; 0],
        "the third working day of the organisation is a Saturday"
    );
    assert_eq!(on(&city, "2026-11-30").await, [5]);
}

#[tokio::test]
async fn the_head_hears_after_one_working_day_and_the_controller_after_three() {
    let city = staffed().await;
    assert_eq!(on(&city, "2026-11-25").await, [0; 0], "the due day itself");
    assert_eq!(on(&city, "2026-11-26").await, [2]);
    assert_eq!(on(&city, "2026-11-27").await, [0; 0]);
    assert_eq!(on(&city, "2026-11-28").await, [0; 0], "a Saturday");
    assert_eq!(on(&city, "2026-11-30").await, [5]);
    assert_eq!(on(&city, "2026-12-01").await, [0; 0]);
    assert!(vacancies(&city).await.is_empty());
}

#[tokio::test]
async fn after_an_outage_of_three_days_only_the_highest_level_speaks() {
    let city = staffed().await;
    assert_eq!(on(&city, "2026-11-30").await, [5]);
    assert_eq!(on(&city, "2026-12-01").await, [0; 0], "and nobody catches up");
}

#[tokio::test]
async fn who_is_not_reached_is_skipped_at_once_and_called_by_name() {
    let city = staffed().await;
    block(&city, 2).await;
    assert_eq!(on(&city, "2026-11-26").await, [5], "the head is blocked: no three days of waiting");
    let vacancies = vacancies(&city).await;
    let named: Vec<_> = vacancies.iter().map(|one| (one.level.code(), one.call.as_deref())).collect();
    assert_eq!(named, [("head", Some("Xodim 2"))]);
}

#[tokio::test]
async fn a_refused_message_leaves_a_vacancy_and_the_next_level_hears_the_same_day() {
    let city = staffed().await;
    city.clock.move_to("2026-11-26T05:00:00Z".parse().unwrap());
    tick(&city).await;
    let now = city.clock.now();
    city.write(move |conn| {
        async move {
            people::mark_unreachable(conn, 2, "blocked", now).await?;
            outbox::drop_queued(conn, 2, domain::delivery::Cause::Blocked, now).await
        }
        .boxed()
    })
    .await;
    assert_eq!(on(&city, "2026-11-26").await, [5]);
    assert_eq!(vacancies(&city).await.len(), 1);
}

#[tokio::test]
async fn a_controller_who_is_appointed_above_fills_the_vacancy() {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport"]).await;
    city.plan(&[DAYS[0]], &["transport"]).await;
    city.person(1, Role::Officer, "transport").await;
    city.person(2, Role::Head, "transport").await;
    tick(&city).await;
    queued(&city).await;
    on(&city, "2026-11-26").await;
    on(&city, "2026-11-30").await;
    let levels: Vec<_> =
        vacancies(&city).await.iter().map(|one| (one.level.code(), one.call.clone())).collect();
    assert_eq!(levels, [("controller", None)], "nobody is appointed, so there is nobody to call");
    city.person(5, Role::Controller, "hokimlik").await;
    assert_eq!(vacancies(&city).await, []);
}

#[tokio::test]
async fn an_officer_on_leave_with_a_substitute_is_no_vacancy() {
    let city = staffed().await;
    let today = city.clock.today();
    let officer =
        city.read(move |conn| people::who_by_telegram(conn, 1, today).boxed()).await.unwrap().person;
    let substitute = city.person(3, Role::Observer, "transport").await;
    super::substitutes::leave(&city, officer, substitute, "2026-11-24", "2026-12-04").await;
    block(&city, 1).await;
    on(&city, "2026-11-26").await;
    assert_eq!(vacancies(&city).await, [], "whoever stands in is reached");
}

#[tokio::test]
async fn one_of_two_heads_who_is_told_is_enough() {
    let city = staffed().await;
    city.person(3, Role::Head, "transport").await;
    block(&city, 2).await;
    assert_eq!(on(&city, "2026-11-26").await, [3]);
    assert_eq!(vacancies(&city).await, []);
}

#[tokio::test]
async fn two_planners_at_once_write_one_message_for_all_items() {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport"]).await;
    city.plan(&["2026-yil 16-noyabr", "2026-yil 18-noyabr", "2026-yil 19-noyabr"], &["transport"]).await;
    city.person(5, Role::Controller, "hokimlik").await;
    tokio::join!(tick(&city), tick(&city), tick(&city));
    tick(&city).await;
    let all = gone_up(&city).await;
    let now = city.clock.now();
    let brief = city
        .read(move |conn| escalation::brought(conn, &domain::people::Scope::All, now.date_naive()).boxed())
        .await;
    // Nobody in the organisation: the controller hears of both that are three and four working days late, the brief of the third.
    assert_eq!(all.len(), 1, "{all:?}");
    assert!(all[0].1.contains("2 ta topshiriq"), "{}", all[0].1);
    assert!(all[0].1.contains("transport boshqarmasi"), "{}", all[0].1);
    assert!(all[0].1.contains("tayinlanmagan"), "{}", all[0].1);
    assert_eq!(brief.len(), 1);
}

#[tokio::test]
async fn a_report_ends_a_chain_and_a_return_begins_one_anew() {
    let city = staffed().await;
    assert_eq!(on(&city, "2026-11-26").await, [2]);
    let day = city.clock.today();
    let officer = city.read(move |conn| people::who_by_telegram(conn, 1, day).boxed()).await.unwrap().person;
    let (obligation, _) = report(&city, officer).await;
    assert_eq!(on(&city, "2026-11-30").await, [0; 0], "it is reported");
    let catalogue = city.store.catalogue().await.unwrap();
    let now = city.clock.now();
    let returned: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who_by_telegram(conn, 5, tashkent_day(now)).await?.unwrap();
                let view = obligations::view(conn, obligation).await?.unwrap();
                let right = who.may_decide(view.organisation, &catalogue.tree)?;
                obligations::send_back(conn, &right, obligation, None, "chala", now).await
            }
            .boxed()
        })
        .await;
    returned.unwrap();
    assert_eq!(on(&city, "2026-11-30").await, [0; 0], "the day of the return");
    assert_eq!(on(&city, "2026-12-01").await, [2], "one working day after the return");
    city.write(move |conn| {
        async move {
            let change = DueChange::Calendar { reason: "Dam olish kuni" };
            obligations::move_due(conn, obligation, "2026-12-03".parse().unwrap(), change, now).await
        }
        .boxed()
    })
    .await;
    assert_eq!(on(&city, "2026-12-03").await, [0; 0], "the day was moved");
    assert_eq!(on(&city, "2026-12-04").await, [2]);
}

#[tokio::test]
async fn an_edit_of_the_policy_does_not_break_a_running_chain() {
    let city = staffed().await;
    assert_eq!(on(&city, "2026-11-26").await, [2]);
    let now = city.clock.now();
    let policy = domain::escalation::Policy::new(1, 20, 30).unwrap();
    let changed: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move { escalation::set_policy(conn, &MayAdminister::at_the_machine(), policy, now).await }
                .boxed()
        })
        .await;
    changed.unwrap();
    assert_eq!(on(&city, "2026-11-30").await, [5]);
}

#[tokio::test]
async fn nothing_goes_up_outside_working_hours() {
    let city = staffed().await;
    for moment in ["2026-11-26T03:59:00Z", "2026-11-26T13:00:00Z", "2026-11-29T06:00:00Z"] {
        city.clock.move_to(moment.parse().unwrap());
        tick(&city).await;
        assert_eq!(escalated(&city).await, [0; 0], "{moment}");
    }
    let chains = city.read(|conn| escalation::running(conn).boxed()).await;
    assert!(chains.iter().all(|one| one.steps.iter().all(|step| step.state == StepState::Waiting)));
}

#[tokio::test]
async fn a_report_by_mistake_makes_nobody_hear_twice() {
    let city = staffed().await;
    assert_eq!(on(&city, "2026-11-26").await, [2]);
    let day = city.clock.today();
    let officer = city.read(move |conn| people::who_by_telegram(conn, 1, day).boxed()).await.unwrap().person;
    let (obligation, _) = report(&city, officer).await;
    tick(&city).await;
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let taken_back: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who_by_telegram(conn, 1, tashkent_day(now)).await?.unwrap();
                let view = obligations::view(conn, obligation).await?.unwrap();
                let right = who.may_answer(view.organisation, &catalogue.tree)?;
                obligations::take_back(conn, &right, obligation, view.state_version, now).await
            }
            .boxed()
        })
        .await;
    taken_back.unwrap();
    assert_eq!(on(&city, "2026-11-26").await, [0; 0], "the head has heard already");
    assert_eq!(on(&city, "2026-11-27").await, [0; 0]);
    assert_eq!(on(&city, "2026-11-30").await, [5], "and it goes up on the day on which it would have");
}
