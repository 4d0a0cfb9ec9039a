//! What is overdue goes up once, whatever runs beside it; what the auditor found is kept once.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::audit::FindingKind;
use domain::clock::tashkent_day;
use domain::escalation::{Chain, Level, Policy, Standby, StepState, fix};
use domain::ids::PersonId;
use domain::people::Scope;
use store::calls::{self, Asked, Owed};
use store::escalation::{self, Unspoken};
use store::findings::{self, Finding};
use store::{Store, StoreError, news};

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    two_planners_at_once_start_one_chain_and_take_each_step_once,
    a_chain_that_is_outlived_ends_and_its_vacancies_go,
    a_fault_is_kept_once_told_once_and_resolved,
    nobody_is_reminded_by_hand_twice_in_a_while,
    what_is_pressed_at_the_weekend_is_told_once_on_monday,
    a_reminder_about_one_organisation_leaves_the_others_alone,
    two_who_remind_at_once_remind_everybody_once,
);

/// The first measure is overdue since yesterday.
fn now() -> DateTime<Utc> {
    "2026-12-16T05:00:00Z".parse().unwrap()
}

fn today() -> NaiveDate {
    tashkent_day(now())
}

async fn overdue(base: &Base) -> (City, Vec<Unspoken>) {
    let city = City::build(&base.store, "2026-10-28T05:00:00Z".parse().unwrap()).await;
    city.make_obligations(city::FIRST_DUE.parse().unwrap(), now()).await;
    let unspoken: Result<_, StoreError> =
        base.store.read(|conn| Box::pin(escalation::unspoken(conn, today()))).await;
    let unspoken = unspoken.unwrap();
    assert!(!unspoken.is_empty());
    (city, unspoken)
}

fn chain(city: &City, one: &Unspoken, standby: &Standby) -> Chain {
    let week = city.catalogue.week_of(one.organisation);
    fix(Policy::default(), one.due, standby, &city.catalogue.calendar, week)
}

async fn start(store: &Store, one: Unspoken, chain: Chain) -> bool {
    let started: Result<_, StoreError> = store
        .write(move |conn| Box::pin(async move { escalation::start(conn, &one, &chain, today()).await }))
        .await;
    started.unwrap()
}

async fn two_planners_at_once_start_one_chain_and_take_each_step_once(base: Base) {
    let (city, unspoken) = overdue(&base).await;
    let controller = city.who(city::CONTROLLER).await.person;
    let standby = Standby { controllers: vec![controller], ..Standby::default() };
    let chain = chain(&city, &unspoken[0], &standby);
    let stores = [base.store.clone(), base.another_store().await];
    let starters = stores.iter().cycle().take(6).map(|store| {
        let (store, one, chain) = (store.clone(), unspoken[0], chain.clone());
        tokio::spawn(async move { start(&store, one, chain).await })
    });
    let mut started = 0;
    for starter in starters.collect::<Vec<_>>() {
        started += i32::from(starter.await.unwrap());
    }
    assert_eq!(started, 1);
    let running: Result<_, StoreError> = base.store.read(|conn| Box::pin(escalation::running(conn))).await;
    let running = running.unwrap();
    let levels: Vec<_> = running[0].steps.iter().map(|kept| kept.step.level).collect();
    assert_eq!(levels, [Level::Officer, Level::Head, Level::Controller, Level::Brief]);
    let step = running[0].steps[2].id;
    let tellers = stores.iter().cycle().take(6).map(|store| {
        let store = store.clone();
        tokio::spawn(async move {
            let told: Result<_, StoreError> =
                store.write(move |conn| Box::pin(escalation::tell(conn, step, now()))).await;
            told.unwrap()
        })
    });
    let mut told = 0;
    for teller in tellers.collect::<Vec<_>>() {
        told += i32::from(teller.await.unwrap());
    }
    assert_eq!(told, 1);
    let mut raw = base.raw().await;
    let events = "SELECT CAST(count(*) AS BIGINT) FROM event WHERE action = 'escalated'";
    assert_eq!(raw.number(events).await, 1);
}

async fn a_chain_that_is_outlived_ends_and_its_vacancies_go(base: Base) {
    let (city, unspoken) = overdue(&base).await;
    let one = unspoken[0];
    let (tree, again) = (city.catalogue.tree.clone(), city.catalogue.tree.clone());
    assert!(start(&base.store, one, chain(&city, &one, &Standby::default())).await);
    let vacant: Result<(), StoreError> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let head = escalation::running(conn).await?[0].steps[1].id;
                assert!(escalation::vacate(conn, head, StepState::Waiting, now()).await?);
                let vacancies = escalation::vacancies(conn, &Scope::All, &tree, today()).await?;
                assert_eq!(vacancies.len(), 1);
                assert_eq!((vacancies[0].level, &vacancies[0].call), (Level::Head, &None));
                let elsewhere = Scope::Only([].into());
                assert!(escalation::vacancies(conn, &elsewhere, &tree, today()).await?.is_empty());
                assert!(escalation::outlived(conn).await?.is_empty());
                assert_eq!(escalation::of(conn, one.obligation, 10).await?.len(), 1);
                Ok(())
            })
        })
        .await;
    vacant.unwrap();
    let day = today() + TimeDelta::days(5);
    let moved: Result<(), StoreError> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let change = store::obligations::DueChange::Calendar { reason: "Bayram" };
                store::obligations::move_due(conn, one.obligation, day, change, now()).await?;
                let outlived = escalation::outlived(conn).await?;
                assert_eq!(outlived.len(), 1);
                escalation::end(conn, outlived[0], now()).await?;
                assert!(escalation::running(conn).await?.is_empty());
                assert!(escalation::vacancies(conn, &Scope::All, &again, today()).await?.is_empty());
                Ok(())
            })
        })
        .await;
    moved.unwrap();
    // It is not overdue now, and when it is, a chain of its own begins.
    let later: Result<_, StoreError> =
        base.store.read(move |conn| Box::pin(escalation::unspoken(conn, day + TimeDelta::days(1)))).await;
    assert!(later.unwrap().iter().any(|again| again.obligation == one.obligation && again.due_version == 2));
}

async fn a_fault_is_kept_once_told_once_and_resolved(base: Base) {
    let (city, _) = overdue(&base).await;
    let organisation = city.organisation("soliq").id;
    let silent: Result<_, StoreError> =
        base.store.read(|conn| Box::pin(findings::silent(conn, today()))).await;
    assert!(silent.unwrap().iter().any(|one| one.organisation == organisation));
    let fault =
        |number| Finding { kind: FindingKind::SilentOverdue, organisation: Some(organisation), number };
    for (found, open, told) in [
        (vec![fault(2)], Some(2), 1),
        (vec![fault(3)], Some(3), 1),
        (vec![], None, 1),
        (vec![fault(1)], Some(1), 2),
    ] {
        let kept: Result<_, StoreError> = base
            .store
            .write(move |conn| {
                Box::pin(async move {
                    findings::keep(conn, &found, now()).await?;
                    let open = findings::open(conn).await?;
                    let lines = news::take(conn, 100).await?;
                    let told = lines.iter().filter(|line| line.kind == news::NewsKind::Found).count();
                    Ok((open.first().map(|one| one.finding.number), told))
                })
            })
            .await;
        assert_eq!(kept.unwrap(), (open, told));
    }
}

fn all() -> Asked {
    Asked { scope: Scope::All, only: None }
}

/// The controller reminds at that moment.
async fn remind(base: &Base, city: &City, asked: Asked, at: DateTime<Utc>) -> Vec<Owed> {
    let (by, catalogue) = (city.who(city::CONTROLLER).await.person, city.catalogue.clone());
    let reminded: Result<_, StoreError> = base
        .store
        .write(move |conn| Box::pin(async move { calls::remind(conn, (&asked, &catalogue), by, at).await }))
        .await;
    reminded.unwrap().owed
}

/// Whom the worker would remind at that moment.
async fn to_be_told(base: &Base, at: DateTime<Utc>) -> Vec<PersonId> {
    let lines: Result<_, StoreError> =
        base.store.read(move |conn| Box::pin(async move { news::due(conn, at, 100).await })).await;
    let lines = lines.unwrap();
    let called = lines.iter().filter(|line| line.kind == news::NewsKind::Called);
    called.map(|line| PersonId(line.subject)).collect()
}

async fn nobody_is_reminded_by_hand_twice_in_a_while(base: Base) {
    let (city, _) = overdue(&base).await;
    let officer = city.who(city::OFFICER).await.person;
    for (after, called) in [(0, true), (60, false), (239, false), (240, true)] {
        let at = now() + TimeDelta::minutes(after);
        let owed = remind(&base, &city, all(), at).await;
        let theirs = owed.iter().find(|one| one.who.person == officer).expect("it is overdue");
        assert_eq!(theirs.called.is_none(), called, "after {after} minutes");
        if !called {
            continue;
        }
        let asked: Result<_, StoreError> =
            base.store.read(move |conn| Box::pin(calls::asked_of(conn, officer, at, at))).await;
        let (name, asked) = asked.unwrap().expect("they were reminded");
        assert_eq!(name, city.who(city::CONTROLLER).await.name);
        assert_eq!(asked, theirs.overdue, "what is told is what was asked for");
    }
}

async fn what_is_pressed_at_the_weekend_is_told_once_on_monday(base: Base) {
    let (city, _) = overdue(&base).await;
    let officer = city.who(city::OFFICER).await.person;
    let moment = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let monday = moment("2026-12-21T04:00:00Z");
    for (at, called) in [
        ("2026-12-18T13:30:00Z", true),
        ("2026-12-19T07:00:00Z", false),
        ("2026-12-20T18:00:00Z", false),
        ("2026-12-21T04:05:00Z", false),
        ("2026-12-21T08:00:00Z", true),
    ] {
        let owed = remind(&base, &city, all(), moment(at)).await;
        let theirs = owed.iter().find(|one| one.who.person == officer).expect("it is overdue");
        assert_eq!(theirs.called.is_none(), called, "at {at}");
        if let Some(earlier) = &theirs.called {
            assert_eq!(earlier.told_from, monday);
        }
        let told = to_be_told(&base, moment(at)).await.iter().filter(|one| **one == officer).count();
        let expected = usize::from(moment(at) >= monday) + usize::from(called && moment(at) > monday);
        assert_eq!(told, expected, "at {at}");
    }
    // The line of the first one is overtaken: it would say the same again.
    let asked: Result<_, StoreError> = base
        .store
        .read(move |conn| Box::pin(calls::asked_of(conn, officer, moment("2026-12-18T13:30:00Z"), monday)))
        .await;
    assert_eq!(asked.unwrap(), None);
}

async fn a_reminder_about_one_organisation_leaves_the_others_alone(base: Base) {
    let (city, _) = overdue(&base).await;
    let tax = city.organisation("soliq").id;
    let owed = remind(&base, &city, Asked { only: Some(tax), ..all() }, now()).await;
    assert!(!owed.is_empty());
    for one in &owed {
        assert!(one.overdue.iter().any(|item| item.organisation == tax), "{}", one.who.name);
    }
    let others = remind(&base, &city, all(), now()).await;
    assert!(others.iter().any(|one| one.called.is_none()), "the others can be reminded still");
}

async fn two_who_remind_at_once_remind_everybody_once(base: Base) {
    let (city, _) = overdue(&base).await;
    let by = city.who(city::CONTROLLER).await.person;
    let stores = [base.store.clone(), base.another_store().await];
    let presses = stores.map(|store| {
        let catalogue = city.catalogue.clone();
        tokio::spawn(async move {
            let reminded: Result<_, StoreError> = store
                .write(move |conn| {
                    Box::pin(async move { calls::remind(conn, (&all(), &catalogue), by, now()).await })
                })
                .await;
            reminded.unwrap().owed
        })
    });
    let mut reminded = Vec::new();
    for press in presses {
        reminded.push(press.await.unwrap());
    }
    let people = reminded[0].len();
    let lines: Result<_, StoreError> =
        base.store.read(|conn| Box::pin(async move { news::take(conn, 100).await })).await;
    let lines = lines.unwrap();
    let mut told: Vec<_> =
        lines.iter().filter(|line| line.kind == news::NewsKind::Called).map(|line| line.subject).collect();
    assert_eq!(told.len(), people);
    told.sort_unstable();
    told.dedup();
    assert_eq!(told.len(), people, "nobody stands there twice");
    let left = reminded.iter().flatten().filter(|one| one.called.is_some()).count();
    assert_eq!(left, people, "each was reminded by one of the two");
}
