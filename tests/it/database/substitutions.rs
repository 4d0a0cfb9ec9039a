//! Whoever is on leave is replaced for those days, and nobody is left unheard.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{PersonId, SubstitutionId};
use domain::language::Language;
use domain::people::{Grant, MayAdminister, Role};
use domain::refusal::Refusal;
use domain::substitution::Days;
use store::{NotDone, people, substitutions};

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    a_substitute_is_told_and_may_answer_on_those_days_only,
    of_two_leaves_of_one_person_at_once_one_is_kept,
    the_head_hears_where_no_officer_can_be_written_to,
    a_substitution_ends_with_the_role_it_rests_on,
    a_substitution_that_is_ended_twice_ends_once,
);

const NOW: &str = "2026-11-23T05:00:00Z";
const COLLEAGUE: i64 = 1_011;
const HEAD: i64 = 1_012;

fn now() -> DateTime<Utc> {
    NOW.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn leave() -> Days {
    Days { first: day("2026-11-24"), last: day("2026-11-27") }
}

/// The city, with an observer and a head at the tax inspectorate beside its officer.
async fn city(base: &Base) -> City {
    let city = City::build(&base.store, now()).await;
    let entered: Result<(), NotDone> = base
        .store
        .write(|conn| {
            Box::pin(async move {
                for (id, name, role) in
                    [(COLLEAGUE, "Charos Umarova", Role::Observer), (HEAD, "Erkin Qodirov", Role::Head)]
                {
                    city::enter(conn, (id, name, role, "soliq", Language::UzLatn), now()).await?;
                }
                Ok(())
            })
        })
        .await;
    entered.unwrap();
    city
}

async fn set(city: &City, by: i64, days: Days) -> Result<SubstitutionId, NotDone> {
    let (by, absent) = (city.who_on(by, day("2026-11-23")).await, city.who(city::OFFICER).await.person);
    let substitute = city.who(COLLEAGUE).await.person;
    let tree = city.catalogue.tree.clone();
    let right = by.may_substitute(absent, city.organisation("soliq").id, &tree)?;
    city.store
        .write(move |conn| {
            Box::pin(async move { substitutions::set(conn, &right, substitute, days, &tree, now()).await })
        })
        .await
}

/// The accounts of those who are told on this day.
async fn told(city: &City, on: &str) -> Vec<i64> {
    let (soliq, on) = (city.organisation("soliq").id, day(on));
    let told: Result<_, store::StoreError> =
        city.store.read(|conn| Box::pin(people::answerers(conn, soliq, on))).await;
    told.unwrap().into_iter().filter_map(|one| one.telegram_id).collect()
}

async fn may_answer(city: &City, telegram_id: i64, on: &str) -> Result<(), Refusal> {
    let who = city.who_on(telegram_id, day(on)).await;
    who.may_answer(city.organisation("soliq").id, &city.catalogue.tree).map(drop)
}

async fn a_substitute_is_told_and_may_answer_on_those_days_only(base: Base) {
    let city = city(&base).await;
    assert_eq!(may_answer(&city, COLLEAGUE, "2026-11-24").await, Err(Refusal::NotAllowed));
    set(&city, city::OFFICER, leave()).await.unwrap();
    for (on, whom, may) in [
        ("2026-11-23", city::OFFICER, Err(Refusal::SubstitutionAhead)),
        ("2026-11-24", COLLEAGUE, Ok(())),
        ("2026-11-27", COLLEAGUE, Ok(())),
        ("2026-11-28", city::OFFICER, Err(Refusal::SubstitutionOver)),
    ] {
        assert_eq!(told(&city, on).await, [whom], "on {on}");
        assert_eq!(may_answer(&city, COLLEAGUE, on).await, may, "on {on}");
        assert_eq!(may_answer(&city, city::OFFICER, on).await, Ok(()), "on {on}");
    }
    let mut raw = base.raw().await;
    let events = "SELECT CAST(count(*) AS BIGINT) FROM event WHERE action = 'substituted'";
    assert_eq!(raw.number(events).await, 1);
    let news = "SELECT CAST(count(*) AS BIGINT) FROM news WHERE kind = 'substitution_set'";
    assert_eq!(raw.number(news).await, 1);
}

async fn of_two_leaves_of_one_person_at_once_one_is_kept(base: Base) {
    let city = city(&base).await;
    let other = City { store: base.another_store().await, catalogue: city.catalogue.clone() };
    let later = Days { first: day("2026-11-27"), last: day("2026-12-30") };
    let (one, two) = tokio::join!(set(&city, city::OFFICER, leave()), set(&other, HEAD, later));
    let refused: Vec<_> = [one, two].into_iter().filter_map(Result::err).collect();
    assert!(matches!(refused[..], [NotDone::Refused(Refusal::LeaveOverlaps)]), "{refused:?}");
    let kept = "SELECT CAST(count(*) AS BIGINT) FROM substitution";
    assert_eq!(base.raw().await.number(kept).await, 1);
}

async fn the_head_hears_where_no_officer_can_be_written_to(base: Base) {
    let city = city(&base).await;
    set(&city, HEAD, leave()).await.unwrap();
    let blocked: Result<(), store::StoreError> =
        base.store.write(|conn| Box::pin(people::mark_unreachable(conn, COLLEAGUE, "blocked", now()))).await;
    blocked.unwrap();
    assert_eq!(told(&city, "2026-11-23").await, [city::OFFICER]);
    assert_eq!(told(&city, "2026-11-25").await, [HEAD], "the substitute is not reached");
    let nobody: Result<(), store::StoreError> =
        base.store.write(|conn| Box::pin(people::mark_unreachable(conn, HEAD, "blocked", now()))).await;
    nobody.unwrap();
    assert!(told(&city, "2026-11-25").await.is_empty());
}

async fn end_role(city: &City, person: PersonId, role: Role) {
    let ended = Grant { role, organisation: city.organisation("soliq").id };
    let done: Result<(), NotDone> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                people::end_grant(conn, &MayAdminister::at_the_machine(), person, ended, now()).await
            })
        })
        .await;
    done.unwrap();
}

async fn a_substitution_ends_with_the_role_it_rests_on(base: Base) {
    let city = city(&base).await;
    let substitute = city.who(COLLEAGUE).await.person;
    set(&city, city::OFFICER, leave()).await.unwrap();
    end_role(&city, substitute, Role::Observer).await;
    assert_eq!(told(&city, "2026-11-25").await, [city::OFFICER], "the substitute has left");
    assert_eq!(may_answer(&city, COLLEAGUE, "2026-11-25").await, Err(Refusal::SubstitutionOver));

    let refused = set(&city, city::OFFICER, leave()).await;
    assert!(matches!(refused, Err(NotDone::Refused(Refusal::CannotStandIn))), "{refused:?}");
    assert_eq!(
        base.raw()
            .await
            .number("SELECT CAST(count(*) AS BIGINT) FROM news WHERE kind = 'substitution_ended'")
            .await,
        1
    );
}

async fn a_substitution_that_is_ended_twice_ends_once(base: Base) {
    let city = city(&base).await;
    let id = set(&city, city::OFFICER, leave()).await.unwrap();
    let absent = city.who(city::OFFICER).await;
    let soliq = city.organisation("soliq").id;
    let right = absent.may_substitute(absent.person, soliq, &city.catalogue.tree).unwrap();
    for expected in [true, false] {
        let ended: Result<bool, NotDone> = base
            .store
            .write(move |conn| Box::pin(async move { substitutions::end(conn, &right, id, now()).await }))
            .await;
        assert_eq!(ended.unwrap(), expected);
    }
    assert_eq!(told(&city, "2026-11-25").await, [city::OFFICER]);
    assert_eq!(may_answer(&city, COLLEAGUE, "2026-11-25").await, Err(Refusal::SubstitutionOver));
}
