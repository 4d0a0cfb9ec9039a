//! Of two who hand over the same obligation at once, one does; and nobody keeps work that is not theirs any more.

use chrono::{DateTime, Utc};
use domain::clock::tashkent_day;
use domain::ids::{HandOverId, ObligationId};
use domain::language::Language;
use domain::people::{Grant, MayAdminister, Role};
use domain::refusal::Refusal;
use store::{NotDone, StoreError, hand_overs, obligations, people};

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    of_two_offers_at_once_one_is_made,
    of_two_answers_at_once_one_counts,
    an_assignment_ends_with_the_role_of_its_assignee,
);

const COLLEAGUE: i64 = 1_011;
const HEAD: i64 = 1_012;

fn now() -> DateTime<Utc> {
    "2026-11-23T05:00:00Z".parse().unwrap()
}

/// The city, with a second officer and a head at the tax inspectorate, and an obligation of it.
async fn city(base: &Base) -> (City, ObligationId) {
    let city = City::build(&base.store, now()).await;
    let entered: Result<(), NotDone> = base
        .store
        .write(|conn| {
            Box::pin(async move {
                for (id, name, role) in
                    [(COLLEAGUE, "Charos Umarova", Role::Officer), (HEAD, "Erkin Qodirov", Role::Head)]
                {
                    city::enter(conn, (id, name, role, "soliq", Language::UzLatn), now()).await?;
                }
                Ok(())
            })
        })
        .await;
    entered.unwrap();
    city.make_obligations(tashkent_day(now()), now()).await;
    let id = city.obligations_of("soliq", &mut base.raw().await).await[0];
    (city, id)
}

async fn offer(city: &City, id: ObligationId, giver: i64, taker: i64) -> Result<HandOverId, NotDone> {
    let (giver, taker) = (city.who(giver).await, city.who(taker).await.person);
    let tree = city.catalogue.tree.clone();
    city.store
        .write(move |conn| {
            Box::pin(async move { hand_overs::make(conn, &giver, id, taker, &tree, now()).await })
        })
        .await
}

async fn answer(city: &City, id: HandOverId, accept: bool) -> Result<(), NotDone> {
    let (taker, tree) = (city.who(COLLEAGUE).await, city.catalogue.tree.clone());
    city.store
        .write(move |conn| {
            Box::pin(
                async move { hand_overs::answer(conn, &taker, id, accept, &tree, now()).await.map(drop) },
            )
        })
        .await
}

async fn assignee(city: &City, id: ObligationId) -> Option<String> {
    let view: Result<_, StoreError> = city.store.read(|conn| Box::pin(obligations::view(conn, id))).await;
    view.unwrap().unwrap().assignee.map(|(_, name)| name)
}

/// A whole number that a query gives.
async fn count(base: &Base, of: &str) -> i64 {
    base.raw().await.number(&format!("SELECT CAST(count(*) AS BIGINT) FROM {of}")).await
}

async fn of_two_offers_at_once_one_is_made(base: Base) {
    let (city, id) = city(&base).await;
    let other = City { store: base.another_store().await, catalogue: city.catalogue.clone() };
    let (one, two) =
        tokio::join!(offer(&city, id, city::OFFICER, COLLEAGUE), offer(&other, id, HEAD, city::OFFICER));
    let refused: Vec<_> = [one, two].into_iter().filter_map(Result::err).collect();
    assert!(matches!(refused[..], [NotDone::Refused(Refusal::HandOverWaits)]), "{refused:?}");
    assert_eq!(count(&base, "hand_over").await, 1);
    assert_eq!(count(&base, "event WHERE action = 'offered'").await, 1);
    assert_eq!(count(&base, "news WHERE kind = 'hand_over_offered'").await, 1);
    assert_eq!(assignee(&city, id).await, None);
}

async fn of_two_answers_at_once_one_counts(base: Base) {
    let (city, id) = city(&base).await;
    let offer = offer(&city, id, city::OFFICER, COLLEAGUE).await.unwrap();
    let other = City { store: base.another_store().await, catalogue: city.catalogue.clone() };
    let (yes, no) = tokio::join!(answer(&city, offer, true), answer(&other, offer, false));
    assert!(yes.is_ok() != no.is_ok(), "{yes:?} {no:?}");
    let taken = assignee(&city, id).await.is_some();
    assert_eq!(taken, yes.is_ok());
    assert_eq!(count(&base, "news WHERE kind IN ('hand_over_accepted', 'hand_over_declined')").await, 1);
}

async fn end_groundless(city: &City) -> u64 {
    let tree = city.catalogue.tree.clone();
    let ended: Result<u64, StoreError> = city
        .store
        .write(move |conn| Box::pin(async move { hand_overs::end_groundless(conn, &tree, now()).await }))
        .await;
    ended.unwrap()
}

async fn an_assignment_ends_with_the_role_of_its_assignee(base: Base) {
    let (city, id) = city(&base).await;
    let offer = offer(&city, id, city::OFFICER, COLLEAGUE).await.unwrap();
    answer(&city, offer, true).await.unwrap();
    assert_eq!(end_groundless(&city).await, 0, "the assignee is still an officer");

    let colleague = city.who(COLLEAGUE).await.person;
    let ended = Grant { role: Role::Officer, organisation: city.organisation("soliq").id };
    let left: Result<(), NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                people::end_grant(conn, &MayAdminister::at_the_machine(), colleague, ended, now()).await
            })
        })
        .await;
    left.unwrap();
    assert_eq!(assignee(&city, id).await.as_deref(), Some("Charos Umarova"));
    assert_eq!(end_groundless(&city).await, 1);
    assert_eq!(end_groundless(&city).await, 0, "once");
    assert_eq!(assignee(&city, id).await, None);
    assert_eq!(count(&base, "event WHERE action = 'unassigned'").await, 1);
    assert_eq!(count(&base, "news WHERE kind = 'unassigned'").await, 1);
}
