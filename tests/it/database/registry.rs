//! Organisations and services that are added, changed, closed and opened again.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::Week;
use domain::ids::{ObligationId, OrganisationId};
use domain::language::Names;
use domain::obligation::State;
use domain::people::MayAdminister;
use domain::refusal::Refusal;
use store::import::{self, Change, OrganisationDraft, Parent};
use store::registry::closing::{self, Closing};
use store::registry::organisations::{self, OrganisationValues};
use store::registry::services::{self, ServiceValues};
use store::{NotDone, StoreError, obligations};

use crate::support::city::City;
use crate::support::databases::{Base, on_both};

on_both!(
    two_who_change_the_tree_at_once_make_no_circle,
    what_is_closed_gets_nothing_new_while_obligations_are_made,
    an_organisation_is_added_once_and_changed_in_place,
    a_tree_never_gets_a_circle_or_a_second_top,
    a_closed_organisation_is_asked_for_nothing_new_and_comes_back,
    what_others_are_asked_for_stays_when_one_comes_back,
    a_service_moves_rests_and_comes_back,
);

/// Tuesday, two weeks before the day of the first measure.
const NOW: &str = "2026-12-01T05:00:00Z";

fn now() -> DateTime<Utc> {
    NOW.parse().unwrap()
}

fn today() -> NaiveDate {
    "2026-12-01".parse().unwrap()
}

fn right() -> MayAdminister {
    MayAdminister::at_the_machine()
}

fn values(name: &str, parent: Option<OrganisationId>) -> OrganisationValues {
    OrganisationValues {
        kind: "other".into(),
        names: Names { uz_latn: name.into(), ..Names::default() },
        week: Week::Six,
        parent,
    }
}

/// Two who put two organisations below each other at the same moment: one of them is refused.
async fn two_who_change_the_tree_at_once_make_no_circle(base: Base) {
    let city = build(&base).await;
    let (tax, water) = (city.organisation("soliq").id, city.organisation("suv").id);
    let top = city.catalogue.top();
    for round in 0..12 {
        let (one, other) = tokio::join!(
            change(&base, tax, values("Soliq", Some(water))),
            change(&base, water, values("Suv", Some(tax))),
        );
        let refusals = [one, other].into_iter().filter(|done| matches!(done, Err(NotDone::Refused(_))));
        assert_eq!(refusals.count(), 1, "round {round}");
        let tree: Result<_, StoreError> =
            base.store.read(|conn| Box::pin(store::organisations::load(conn))).await;
        assert_eq!(tree.unwrap().tree.circle(), None, "round {round}");
        for (id, name) in [(tax, "Soliq"), (water, "Suv")] {
            change(&base, id, values(name, top)).await.unwrap();
        }
    }
}

/// An organisation is closed while its obligations are made: none of them is asked for afterwards.
async fn what_is_closed_gets_nothing_new_while_obligations_are_made(base: Base) {
    let city = City::build(&base.store, "2026-10-28T05:00:00Z".parse().unwrap()).await;
    let water = city.organisation("suv").id;
    // Each round asks for more days than the one before.
    for round in 0..8_u64 {
        let later = today() + chrono::Days::new(round * 31);
        let (_, closed) = tokio::join!(city.make_obligations(later, now()), close(&base, water));
        closed.unwrap();
        let open = format!(
            "SELECT CAST(COUNT(*) AS BIGINT) FROM obligation
             WHERE organisation_id = {water} AND state = 'open' AND due > '{}'",
            today()
        );
        assert_eq!(base.raw().await.number(&open).await, 0, "round {round}");
        reopen(&base, water, "2026-11-23T06:00:00Z").await.unwrap();
    }
}

async fn build(base: &Base) -> City {
    let city = City::build(&base.store, "2026-10-28T05:00:00Z".parse().unwrap()).await;
    city.make_obligations(today(), now()).await;
    city
}

async fn again(base: &Base) -> City {
    base.store.forget_catalogue();
    City { store: base.store.clone(), catalogue: base.store.catalogue().await.unwrap() }
}

fn refused<T: std::fmt::Debug>(done: Result<T, NotDone>) -> Refusal {
    match done {
        Err(NotDone::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

async fn add(base: &Base, key: &'static str, values: OrganisationValues) -> Result<OrganisationId, NotDone> {
    base.store
        .write(move |conn| {
            Box::pin(async move { organisations::add(conn, &right(), key, &values, now()).await })
        })
        .await
}

async fn change(base: &Base, id: OrganisationId, values: OrganisationValues) -> Result<Change, NotDone> {
    base.store
        .write(move |conn| {
            Box::pin(async move { organisations::change(conn, &right(), id, &values, now()).await })
        })
        .await
}

async fn close(base: &Base, id: OrganisationId) -> Result<(), NotDone> {
    base.store
        .write(move |conn| {
            Box::pin(async move {
                closing::close_organisation(conn, &right(), id, Some("qoʻshib yuborildi"), now()).await
            })
        })
        .await
}

async fn reopen(base: &Base, id: OrganisationId, now: &'static str) -> Result<(), NotDone> {
    base.store
        .write(move |conn| {
            Box::pin(
                async move { closing::reopen_organisation(conn, &right(), id, now.parse().unwrap()).await },
            )
        })
        .await
}

async fn an_organisation_is_added_once_and_changed_in_place(base: Base) {
    let city = build(&base).await;
    let top = city.catalogue.top();
    let id = add(&base, "ekologiya", values("Ekologiya boʻlimi", top)).await.unwrap();
    assert_eq!(refused(add(&base, "ekologiya", values("Boshqa", top)).await), Refusal::KeyTaken);
    assert_eq!(refused(add(&base, "x", values("Yolgʻiz", None)).await), Refusal::NobodyAbove);

    let mut wanted = values("Ekologiya boshqarmasi", top);
    wanted.names.ru = Some("Управление экологии".into());
    assert!(
        matches!(change(&base, id, wanted.clone()).await.unwrap(), Change::Changed(fields) if fields.len() == 2)
    );
    assert_eq!(change(&base, id, wanted.clone()).await.unwrap(), Change::Unchanged);
    wanted.names.ru = None;
    change(&base, id, wanted).await.unwrap();
    let kept = again(&base).await;
    let kept = &kept.catalogue.organisations[&id];
    assert_eq!((kept.names.ru.as_deref(), kept.week), (None, Week::Six), "a name can be taken away");
    let events = format!(
        "SELECT CAST(COUNT(*) AS BIGINT) FROM event WHERE subject = 'organisation' AND subject_id = {id} AND action IN ('added', 'changed')"
    );
    assert_eq!(base.raw().await.number(&events).await, 3);
}

async fn a_tree_never_gets_a_circle_or_a_second_top(base: Base) {
    let city = build(&base).await;
    let (top, tax, water) =
        (city.catalogue.top().unwrap(), city.organisation("soliq").id, city.organisation("suv").id);
    let moved = |key: &str, parent| OrganisationValues {
        names: city.organisation(key).names.clone(),
        kind: city.organisation(key).kind.clone(),
        week: city.organisation(key).week,
        parent,
    };
    assert!(change(&base, tax, moved("soliq", Some(water))).await.is_ok());
    assert_eq!(refused(change(&base, water, moved("suv", Some(tax))).await), Refusal::BelowItself);
    assert_eq!(refused(change(&base, water, moved("suv", Some(water))).await), Refusal::BelowItself);
    assert_eq!(refused(change(&base, water, moved("suv", None)).await), Refusal::NobodyAbove);
    let root = OrganisationValues { parent: Some(tax), ..values("Hokimlik", None) };
    assert_eq!(refused(change(&base, top, root).await), Refusal::StaysOnTop);
    assert_eq!(refused(close(&base, top).await), Refusal::StaysOnTop);
    assert_eq!(refused(close(&base, water).await), Refusal::OthersBelow);

    // A table that names only one of the two closes the circle through the other.
    let draft = OrganisationDraft {
        key: "suv".into(),
        kind: None,
        names: city.organisation("suv").names.clone(),
        week: None,
        parent: Parent::Below("soliq".into()),
    };
    let imported = base.store.write(move |conn| {
        Box::pin(async move { import::organisations(conn, &right(), &[draft], now()).await })
    });
    assert_eq!(refused(imported.await), Refusal::BelowItself);
}

async fn states(base: &Base, id: OrganisationId) -> Vec<(String, String)> {
    let text = format!(
        "SELECT state, CAST(due AS TEXT) FROM obligation WHERE organisation_id = {id} ORDER BY due, id"
    );
    base.raw().await.rows(&text).await
}

async fn a_closed_organisation_is_asked_for_nothing_new_and_comes_back(base: Base) {
    let city = build(&base).await;
    let id = city.organisation("suv").id;
    let before = states(&base, id).await;
    let late: ObligationId = city.obligations_of("suv", &mut base.raw().await).await[0];
    let earlier = format!("UPDATE obligation SET due = '2026-11-20' WHERE id = {late}");
    base.raw().await.run(&earlier).await.unwrap();
    let told: Result<Closing, StoreError> =
        base.store.read(|conn| Box::pin(closing::would_close(conn, id, today()))).await;
    let told = told.unwrap();
    let later = before.len() - 1;
    assert_eq!((told.stays, told.services, told.people, told.below), (1, 1, 1, 0));

    assert_eq!(usize::try_from(told.dropped).unwrap(), later);

    close(&base, id).await.unwrap();
    close(&base, id).await.unwrap();
    let cancelled = states(&base, id).await;
    assert_eq!(cancelled.iter().filter(|(state, _)| state == "cancelled").count(), later);
    let stays: Result<_, StoreError> =
        base.store.read(|conn| Box::pin(async move { obligations::view(conn, late).await })).await;
    assert_eq!(stays.unwrap().unwrap().state, State::Open, "what is late stays late");
    let closed = again(&base).await;
    assert!(closed.catalogue.services.values().all(|service| service.organisation != id));
    let code = city.point("suv-ulash").0;
    assert!(!closed.catalogue.points.contains_key(&code) && closed.catalogue.former.contains_key(&code));
    assert_eq!(closed.make_obligations("2027-02-01".parse().unwrap(), now()).await, {
        // Only the others are asked for more.
        let more = "SELECT CAST(COUNT(*) AS BIGINT) FROM obligation WHERE due > '2027-03-11'";
        base.raw().await.number(more).await.unsigned_abs()
    });
    assert_eq!(states(&base, id).await, cancelled, "nothing new is asked of it");

    reopen(&base, id, "2026-12-02T05:00:00Z").await.unwrap();
    let back = again(&base).await;
    assert!(back.catalogue.points.contains_key(&code), "its posters lead there again");
    let open = states(&base, id).await;
    assert!(open.iter().all(|(state, _)| state == "open"), "{open:?}");
    let unsettled =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM obligation_month WHERE open < 0 OR not_applicable < 0";
    assert_eq!(base.raw().await.number(unsettled).await, 0);
    let events = format!(
        "SELECT CAST(COUNT(*) AS BIGINT) FROM event WHERE subject = 'organisation' AND subject_id = {id} AND action IN ('closed', 'reopened')"
    );
    assert_eq!(base.raw().await.number(&events).await, 2);
}

async fn what_others_are_asked_for_stays_when_one_comes_back(base: Base) {
    let city = build(&base).await;
    let id = city.organisation("suv").id;
    let others = format!(
        "SELECT id, state, CAST(due AS TEXT), CAST(state_version AS BIGINT) FROM obligation
         WHERE organisation_id <> {id} ORDER BY id"
    );
    // A rule that waits to be confirmed makes nothing; what it made before stays until somebody decides.
    base.raw().await.run("UPDATE measure SET rule_state = 'to_confirm'").await.unwrap();
    let before: Vec<(i64, String, String, i64)> = base.raw().await.rows(&others).await;
    assert!(before.iter().any(|(_, state, ..)| state == "open"), "{before:?}");
    close(&base, id).await.unwrap();
    reopen(&base, id, "2026-12-02T05:00:00Z").await.unwrap();
    let after: Vec<(i64, String, String, i64)> = base.raw().await.rows(&others).await;
    assert_eq!(after, before);
    let own = states(&base, id).await;
    assert!(own.iter().any(|(state, _)| state == "cancelled"), "no rule asks for it now: {own:?}");
}

async fn a_service_moves_rests_and_comes_back(base: Base) {
    let city = build(&base).await;
    let (tax, water) = (city.organisation("soliq").id, city.organisation("suv").id);
    let names = Names { uz_latn: "Hisoblagich almashtirish".into(), ..Names::default() };
    let wanted = ServiceValues { organisation: water, names, term: Some("3 ish kuni".into()) };
    let first = wanted.clone();
    let added = base.store.write(move |conn| {
        Box::pin(async move { services::add(conn, &right(), "suv-2", &first, now()).await })
    });
    let id = added.await.unwrap();
    let first = wanted.clone();
    let twice = base.store.write(move |conn| {
        Box::pin(async move { services::add(conn, &right(), "suv-2", &first, now()).await })
    });
    assert_eq!(refused(twice.await), Refusal::KeyTaken);
    let moved = ServiceValues { organisation: tax, term: None, ..wanted };
    let changed = base.store.write(move |conn| {
        Box::pin(async move { services::change(conn, &right(), id, &moved, now()).await })
    });
    assert!(matches!(changed.await.unwrap(), Change::Changed(fields) if fields.len() == 2));
    let kept = again(&base).await;
    let point = kept.catalogue.points.values().find(|point| point.service == id).expect("its first point");
    assert!(
        kept.catalogue.whereabouts(id, &point.names).unwrap().place.is_none(),
        "it bears the new giver's name"
    );

    for (gives, is_given) in [(false, false), (false, false), (true, true)] {
        let done: Result<(), NotDone> = base
            .store
            .write(move |conn| {
                Box::pin(async move { closing::give_service(conn, &right(), id, gives, None, now()).await })
            })
            .await;
        done.unwrap();
        assert_eq!(again(&base).await.catalogue.services.contains_key(&id), is_given);
    }
    close(&base, tax).await.unwrap();
    let opened = base.store.write(move |conn| {
        Box::pin(async move { closing::give_service(conn, &right(), id, true, None, now()).await })
    });
    assert_eq!(refused(opened.await), Refusal::BelongsToClosed);
}
