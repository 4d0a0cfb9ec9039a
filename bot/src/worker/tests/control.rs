//! Who hears of more time and of reports that do not stand.

use chrono::NaiveDate;
use domain::control::ControlPolicy;
use domain::ids::ExtensionId;
use domain::people::{MayAdminister, Scope};
use store::{control, rechecks};

use super::*;

/// The officer asks for more time for the first open obligation.
async fn ask(city: &City, officer: PersonId) -> ExtensionId {
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let asked: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who(conn, officer, tashkent_day(now)).await?.unwrap();
                let organisation = who.grants[0].organisation;
                let open = obligations::open_of(conn, organisation, 1).await?;
                let right = who.may_answer(organisation, &catalogue.tree)?;
                let day: NaiveDate = "2026-12-04".parse().unwrap();
                obligations::ask_more(conn, &right, open[0].id, (day, "xarid <kechikdi>"), &catalogue, now)
                    .await
            }
            .boxed()
        })
        .await;
    asked.unwrap().id
}

/// The controller decides; a reason means no.
async fn decide(city: &City, controller: PersonId, id: ExtensionId, why_not: Option<&'static str>) {
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let decided: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who(conn, controller, tashkent_day(now)).await?.unwrap();
                let asked = obligations::extension(conn, id).await?.unwrap();
                let right = who.may_decide(asked.organisation, &catalogue.tree)?;
                match why_not {
                    None => obligations::grant_more(conn, &right, id, &catalogue, now).await,
                    Some(why) => obligations::refuse_more(conn, &right, id, why, now).await,
                }
            }
            .boxed()
        })
        .await;
    decided.unwrap();
}

#[tokio::test]
async fn a_request_for_more_time_and_its_decision_are_told_at_once() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    city.person(4, Role::Officer, "transport").await;
    let controller = city.person(5, Role::Controller, "hokimlik").await;
    city.person(6, Role::Controller, "taʼlim").await;
    tick(&city).await;
    queued(&city).await;

    let first = ask(&city, officer).await;
    tick(&city).await;
    let told = queued(&city).await;
    assert_eq!(told.len(), 1, "only whoever may decide: {told:?}");
    assert!(told[0].0 == 5 && told[0].1.contains("xarid &lt;kechikdi&gt;"), "{told:?}");

    decide(&city, controller, first, Some("Vaqt yetarli")).await;
    tick(&city).await;
    let told = queued(&city).await;
    assert_eq!(told.len(), 1, "whoever asked: {told:?}");
    assert!(told[0].0 == 1 && told[0].1.contains("Vaqt yetarli"), "{told:?}");
    assert!(told[0].1.contains("25.11.2026"), "the day that stays: {told:?}");

    let second = ask(&city, officer).await;
    decide(&city, controller, second, None).await;
    tick(&city).await;
    let told = queued(&city).await;
    let granted = told.iter().find(|(chat, _)| *chat == 1).unwrap();
    assert!(granted.1.contains("04.12.2026") && granted.1.contains("25.11.2026"), "{told:?}");
}

#[tokio::test]
async fn a_request_that_is_taken_back_changes_its_message_and_loses_its_buttons() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    city.person(5, Role::Controller, "hokimlik").await;
    tick(&city).await;
    super::reports::sent(&city, 100).await;
    let withdraw = async |id: ExtensionId| {
        let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
        let done: Result<(), NotDone> = city
            .store
            .write(move |conn| {
                async move {
                    let who = people::who(conn, officer, tashkent_day(now)).await?.unwrap();
                    let right = who.may_answer(who.grants[0].organisation, &catalogue.tree)?;
                    obligations::withdraw_more(conn, &right, id, now).await.map(drop)
                }
                .boxed()
            })
            .await;
        done.unwrap();
        tick(&city).await;
    };
    let first = ask(&city, officer).await;
    tick(&city).await;
    assert_eq!(super::reports::sent(&city, 200).await.len(), 1);
    withdraw(first).await;
    let changed = super::reports::sent(&city, 300).await;
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(changed[0].1 == "editMessageText" && changed[0].2.contains("qaytarib oldi"), "{changed:?}");

    // What nobody has seen yet is told to nobody.
    let second = ask(&city, officer).await;
    tick(&city).await;
    withdraw(second).await;
    assert!(super::reports::sent(&city, 400).await.is_empty());
}

#[tokio::test]
async fn a_report_that_does_not_stand_is_told_to_who_answers_now() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let controller = city.person(5, Role::Controller, "hokimlik").await;
    let second = city.person(6, Role::Controller, "hokimlik").await;
    tick(&city).await;
    let (obligation, _) = report(&city, officer).await;
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let done: Result<(), NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let all = ControlPolicy::new(100, 3).unwrap();
                control::set_policy(conn, &MayAdminister::at_the_machine(), all, now).await?;
                let organisation = obligations::view(conn, obligation).await?.unwrap().organisation;
                let who = people::who(conn, controller, tashkent_day(now)).await?.unwrap();
                let right = who.may_decide(organisation, &catalogue.tree)?;
                obligations::accept(conn, &right, obligation, None, now).await?;
                let chosen = rechecks::waiting(conn, &Scope::All, second, 10).await?;
                let who = people::who(conn, second, tashkent_day(now)).await?.unwrap();
                let right = who.may_decide(organisation, &catalogue.tree)?;
                rechecks::falls(conn, &right, chosen[0].id, "Stend topilmadi", now).await.map(drop)
            }
            .boxed()
        })
        .await;
    done.unwrap();
    tick(&city).await;
    let told = queued(&city).await;
    let fell: Vec<_> = told.iter().filter(|(_, text)| text.contains("Stend topilmadi")).collect();
    assert_eq!(fell.len(), 1, "{told:?}");
    assert_eq!(fell[0].0, 1, "{told:?}");
}
