//! A decision of the panel is taken back: everything stands as before, whoever acts meanwhile.

mod requests;
mod scene;

use chrono::{DateTime, TimeDelta, Utc};
use domain::clock::tashkent_day;
use domain::ids::OutboxId;
use domain::obligation::State;
use domain::people::{Grant, MayAdminister, Role, Scope};
use domain::refusal::Refusal;
use domain::together::{Part, UNDO_WINDOW};
use store::news::{self, NewsKind};
use store::obligations::{self, ObligationView, Outcome, Verdict};
use store::{NotDone, StoreError, answers, boards, escalation, hand_overs, people, reminders, reports};

use crate::support::city;
use crate::support::databases::{Base, on_both};
use scene::{DAY, Scene, at};

on_both!(
    what_is_taken_back_stands_exactly_as_before,
    nobody_is_told_before_the_time_is_over_and_then_everybody_is,
    what_somebody_went_on_with_stays_decided,
    the_worker_touches_nothing_that_can_be_taken_back,
    of_two_who_take_it_back_at_once_one_does,
    another_person_or_a_later_moment_takes_nothing_back,
    taking_back_while_the_bot_decides_does_one_of_both,
    a_day_between_the_decision_and_its_end_is_told_as_it_was,
    a_report_of_which_nobody_was_told_is_told_after_all,
    old_decisions_are_forgotten_and_stand,
);

/// An obligation without the number that grows with every change.
fn without_version(view: ObligationView) -> ObligationView {
    ObligationView { state_version: 0, ..view }
}

async fn what_is_taken_back_stands_exactly_as_before(base: Base) {
    let scene = Scene::build(&base, at(DAY)).await;
    // One of them was sent back before: that decision counts again.
    let first = [scene.ones().await.swap_remove(0)];
    let earlier = scene.now - TimeDelta::minutes(30);
    let sent_back: Result<Vec<Outcome>, StoreError> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                obligations::decide_together(conn, &first, Verdict::SendBack("imzo yoʻq"), earlier).await
            })
        })
        .await;
    assert!(sent_back.unwrap().iter().all(|(_, outcome)| outcome.is_ok()));
    scene.report(scene.ids[0], scene.now - TimeDelta::minutes(20)).await.unwrap();
    let (before, counts) = (scene.views().await, scene.month_counts().await);
    assert!(before.iter().all(|view| view.state == State::Reported));
    for verdict in [Verdict::Accept, Verdict::SendBack("chala")] {
        let (decision, outcomes) = scene.decide(verdict).await;
        assert!(outcomes.iter().all(|(_, outcome)| outcome.is_ok()), "{outcomes:?}");
        assert_ne!(scene.month_counts().await, counts);
        scene.undo(decision).await.unwrap();
        assert_eq!(scene.parts(decision).await, [Part::Undone; 3]);
        let after = scene.views().await;
        let grows = before.iter().zip(&after).all(|(was, is)| is.state_version > was.state_version);
        assert!(grows, "a page that was open meanwhile is out of date");
        let [was, is] = [before.clone(), after].map(|views| views.into_iter().map(without_version));
        assert_eq!(is.collect::<Vec<_>>(), was.collect::<Vec<_>>());
        assert_eq!(scene.month_counts().await, counts);
    }
    let id = scene.ids[0];
    let reason: Result<_, StoreError> =
        base.store.read(move |conn| Box::pin(answers::last_return(conn, id))).await;
    assert_eq!(reason.unwrap().as_deref(), Some("imzo yoʻq"), "what was taken back is no reason");
    let rechecks = "SELECT CAST(count(*) AS BIGINT) FROM recheck";
    assert_eq!(base.raw().await.number(rechecks).await, 0);
}

async fn nobody_is_told_before_the_time_is_over_and_then_everybody_is(base: Base) {
    let scene = Scene::build(&base, at(DAY)).await;
    let told: Result<(), StoreError> = base
        .store
        .write(|conn| {
            Box::pin(async move {
                for line in news::take(conn, 100).await? {
                    news::done(conn, line.id).await?;
                }
                Ok(())
            })
        })
        .await;
    told.unwrap();
    let (message, controller) = (OutboxId(7), scene.city.who(city::CONTROLLER).await.person);
    let one = scene.view(scene.ids[0]).await;
    let noted: Result<(), StoreError> = base
        .store
        .write(move |conn| {
            Box::pin(async move { reports::told(conn, message, one.id, controller, one.state_version).await })
        })
        .await;
    noted.unwrap();
    let (last, over) = (scene.now + UNDO_WINDOW - TimeDelta::seconds(1), scene.now + UNDO_WINDOW);
    let stale = |now| base.store.read(move |conn| Box::pin(reports::stale(conn, now, 9)));
    let reminded = |now: DateTime<Utc>| {
        let until = "2027-12-31".parse().unwrap();
        base.store.read(move |conn| Box::pin(reminders::open_until(conn, until, now)))
    };
    let is_reminded = |open: Result<Vec<reminders::Open>, StoreError>| {
        open.unwrap().iter().any(|open| scene.ids.contains(&open.obligation))
    };

    let (decision, _) = scene.decide(Verdict::SendBack("chala")).await;
    assert_eq!(scene.news(last).await, (vec![], 3));
    assert!(stale(last).await.unwrap().is_empty(), "the message says nothing yet");
    assert!(!is_reminded(reminded(last).await));
    scene.undo(decision).await.unwrap();
    assert_eq!(scene.news(over).await, (vec![], 0), "and never hears of it");
    assert_eq!(stale(last).await.unwrap().len(), 1, "its buttons have to fit the report again");

    // Whatever process looks when the time is over: the lines lie in the database.
    scene.decide(Verdict::SendBack("chala")).await;
    let other = base.another_store().await;
    let due: Result<_, StoreError> = other.read(move |conn| Box::pin(news::due(conn, over, 100))).await;
    assert_eq!(due.unwrap().iter().map(|one| one.kind).collect::<Vec<_>>(), [NewsKind::Returned; 3]);
    assert_eq!(stale(over).await.unwrap().len(), 1);
    assert!(is_reminded(reminded(over).await));
    let day = tashkent_day(over);
    let unspoken: Result<_, StoreError> =
        base.store.read(move |conn| Box::pin(escalation::unspoken(conn, day))).await;
    let late = scene.views().await.iter().filter(|view| view.due < day).count();
    let own = unspoken.unwrap().iter().filter(|one| scene.ids.contains(&one.obligation)).count();
    assert_eq!(own, late, "what is overdue again goes up again");
}

async fn what_somebody_went_on_with_stays_decided(base: Base) {
    let scene = Scene::build(&base, at(DAY)).await;
    let (decision, _) = scene.decide(Verdict::SendBack("chala")).await;
    // The officer saw it in the list and was quick.
    scene.report(scene.ids[1], scene.now + TimeDelta::seconds(30)).await.unwrap();
    let touched = scene.view(scene.ids[1]).await;
    scene.undo(decision).await.unwrap();
    let kept = scene.kept(decision).await.unwrap();
    let touched_parts: Vec<_> =
        kept.parts.iter().filter(|part| part.part == Part::Touched).map(|part| part.obligation).collect();
    assert_eq!(touched_parts, [scene.ids[1]]);
    assert_eq!(kept.parts.iter().filter(|part| part.part == Part::Undone).count(), 2);
    assert_eq!(scene.view(scene.ids[1]).await, touched, "nothing of it is changed");
    // Its line stays, and whoever comes to it finds that it was overtaken; so it is when it is returned once more.
    let (decision, _) = scene.decide(Verdict::SendBack("yana chala")).await;
    assert_eq!(scene.kept(decision).await.unwrap().parts.len(), 3);
    let one = scene.view(scene.ids[1]).await;
    let over = scene.now + UNDO_WINDOW;
    let overtaken: Result<Vec<bool>, StoreError> = base
        .store
        .read(move |conn| {
            Box::pin(async move {
                let mut overtaken = Vec::new();
                for line in news::due(conn, over, 100).await? {
                    if line.kind == NewsKind::Returned && line.subject == one.id.0 {
                        overtaken.push(obligations::overtaken(conn, &line, &one).await?);
                    }
                }
                Ok(overtaken)
            })
        })
        .await;
    assert_eq!(overtaken.unwrap(), [true, false], "only the second is told");
}

async fn the_worker_touches_nothing_that_can_be_taken_back(base: Base) {
    let scene = Scene::build(&base, at(DAY)).await;
    let (officer, soliq) = (scene.city.who(city::OFFICER).await.person, scene.city.organisation("soliq").id);
    let (id, mut raw) = (scene.ids[0], base.raw().await);
    raw.run(&format!("UPDATE obligation SET assignee_id = {officer} WHERE id = {id}")).await.unwrap();
    let offer = format!(
        "INSERT INTO hand_over (obligation_id, giver_id, taker_id, offered_at, state)
         SELECT {id}, {officer}, id, '2026-12-01 05:00:00+00:00', 'offered' FROM person WHERE telegram_id = {}",
        city::CONTROLLER
    );
    raw.run(&offer).await.unwrap();
    let (decision, _) = scene.decide(Verdict::SendBack("chala")).await;
    let (catalogue, over) = (scene.city.catalogue.clone(), scene.now + UNDO_WINDOW);
    let left = Grant { role: Role::Officer, organisation: soliq };
    let gone: Result<(), NotDone> = base
        .store
        .write(move |conn| {
            let right = MayAdminister::at_the_machine();
            Box::pin(async move { people::end_grant(conn, &right, officer, left, at(DAY)).await })
        })
        .await;
    gone.unwrap();
    let looks = |now: DateTime<Utc>| {
        let catalogue = catalogue.clone();
        let done = base.store.write(move |conn| {
            Box::pin(async move {
                let lapsed = hand_overs::lapse(conn, &catalogue, now).await?;
                Ok((lapsed, hand_overs::end_groundless(conn, &catalogue.tree, now).await?))
            })
        });
        async move {
            let done: Result<_, StoreError> = done.await;
            done.unwrap()
        }
    };
    assert_eq!(looks(over - TimeDelta::seconds(1)).await, (0, 0));
    scene.undo(decision).await.unwrap();
    assert_eq!(scene.parts(decision).await, [Part::Undone; 3], "nobody went on with it");
    scene.decide(Verdict::SendBack("chala")).await;
    assert_eq!(looks(over).await, (1, 1), "now it is sent back, and nobody does it alone any more");
}

async fn of_two_who_take_it_back_at_once_one_does(base: Base) {
    let scene = Scene::build(&base, at(DAY)).await;
    let (decision, _) = scene.decide(Verdict::Accept).await;
    let soon = scene.now + TimeDelta::minutes(1);
    let other = base.another_store().await;
    let (one, two) = tokio::join!(
        scene.undo_by(&base.store, city::CONTROLLER, decision, soon),
        scene.undo_by(&other, city::CONTROLLER, decision, soon),
    );
    let refused = [one, two].into_iter().filter_map(Result::err).collect::<Vec<_>>();
    assert!(matches!(refused[..], [NotDone::Refused(Refusal::UndoneBefore)]), "{refused:?}");
    assert_eq!(scene.parts(decision).await, [Part::Undone; 3]);
    let events = "SELECT CAST(count(*) AS BIGINT) FROM event WHERE action = 'undone'";
    assert_eq!(base.raw().await.number(events).await, 3);
}

async fn another_person_or_a_later_moment_takes_nothing_back(base: Base) {
    let scene = Scene::build(&base, at(DAY)).await;
    let (decision, _) = scene.decide(Verdict::Accept).await;
    let soon = scene.now + TimeDelta::minutes(1);
    let before = scene.views().await;
    for (person, now, expected) in [
        (city::ADMINISTRATOR, soon, Refusal::DecidedByAnother),
        (city::CONTROLLER, scene.now + UNDO_WINDOW, Refusal::UndoTooLate),
    ] {
        let refused = scene.undo_by(&base.store, person, decision, now).await;
        assert!(matches!(refused, Err(NotDone::Refused(why)) if why == expected), "{refused:?}");
    }
    assert_eq!(scene.views().await, before);
    // Whoever decides no more takes nothing back either.
    let person = scene.city.who(city::CONTROLLER).await.person;
    let undone: Result<(), NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move { obligations::undo(conn, person, decision, &[].into(), soon).await })
        })
        .await;
    undone.unwrap();
    assert_eq!(scene.parts(decision).await, [Part::RightEnded; 3]);
    assert_eq!(scene.views().await, before);
}

async fn taking_back_while_the_bot_decides_does_one_of_both(base: Base) {
    let scene = Scene::build(&base, at(DAY)).await;
    let (decision, _) = scene.decide(Verdict::SendBack("chala")).await;
    let soon = scene.now + TimeDelta::minutes(1);
    let other = base.another_store().await;
    let (right, id) = {
        let one = scene.ones().await.swap_remove(0);
        (one.right, one.id)
    };
    let cancels = other.write(move |conn| {
        Box::pin(
            async move { obligations::cancel(conn, &right, (id, None), "eskirgan", soon).await.map(drop) },
        )
    });
    let (undone, cancelled) = tokio::join!(scene.undo(decision), cancels);
    undone.unwrap();
    cancelled.unwrap();
    // Whichever came first: it is cancelled, and the others wait again.
    let states: Vec<_> = scene.views().await.iter().map(|view| view.state).collect();
    assert_eq!(states, [State::Cancelled, State::Reported, State::Reported]);
    let kept = scene.kept(decision).await.unwrap();
    let first = kept.parts.iter().find(|part| part.obligation == id).unwrap();
    assert!([Part::Undone, Part::Touched].contains(&first.part));
}

async fn a_day_between_the_decision_and_its_end_is_told_as_it_was(base: Base) {
    // Half a minute before midnight in Tashkent.
    let scene = Scene::build(&base, at("2026-12-21T18:59:30Z")).await;
    let (decision, _) = scene.decide(Verdict::SendBack("chala")).await;
    scene.undo(decision).await.unwrap();
    let stood = |day: &str| {
        let (day, since) = (day.parse().unwrap(), "2026-01-01".parse().unwrap());
        let read = base
            .store
            .read(move |conn| Box::pin(async move { boards::as_of(conn, &Scope::All, day, since).await }));
        async move {
            let all: Result<Vec<boards::PastObligation>, StoreError> = read.await;
            all.unwrap()
        }
    };
    let [before, after] = [stood("2026-12-21").await, stood("2026-12-22").await];
    for id in &scene.ids {
        let one = |all: &[boards::PastObligation]| all.iter().find(|one| one.id == *id).unwrap().stood;
        assert_eq!((one(&before).state, one(&before).submitted_on()), (State::Returned, None));
        let day = scene.view(*id).await.submitted_on;
        assert_eq!((one(&after).state, one(&after).submitted_on()), (State::Reported, day));
    }
}

async fn a_report_of_which_nobody_was_told_is_told_after_all(base: Base) {
    let scene = Scene::build(&base, at(DAY)).await;
    let (decision, _) = scene.decide(Verdict::Accept).await;
    // The worker comes to the line while the report waits no more: it tells nobody.
    let now = scene.now;
    let told: Result<(), StoreError> = base
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
    told.unwrap();
    scene.undo(decision).await.unwrap();
    assert_eq!(scene.news(now + TimeDelta::minutes(1)).await, (vec![NewsKind::Reported; 3], 3));
}

async fn old_decisions_are_forgotten_and_stand(base: Base) {
    let scene = Scene::build(&base, at(DAY)).await;
    let (decision, _) = scene.decide(Verdict::Accept).await;
    let over = scene.now + UNDO_WINDOW;
    for (before, expected) in [(over, 0), (over + TimeDelta::seconds(1), 1)] {
        let forgotten: Result<u64, StoreError> =
            base.store.write(move |conn| Box::pin(obligations::forget_decisions(conn, before, 10))).await;
        assert_eq!(forgotten.unwrap(), expected);
    }
    assert_eq!(scene.kept(decision).await, None);
    assert!(scene.views().await.iter().all(|view| view.state == State::Accepted));
    let refused = scene.undo(decision).await;
    assert!(matches!(refused, Err(NotDone::Refused(Refusal::DecidedByAnother))), "{refused:?}");
}
