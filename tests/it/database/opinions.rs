//! What citizens add to their marks: theirs alone, fitting the mark, and counted by service and span.

use chrono::NaiveDate;
use domain::ids::{RatingId, ServiceId};
use domain::ratings::{Counts, Criterion, Mark, Reason};
use store::{StoreError, opinions, ratings};

use crate::support::city::City;
use crate::support::databases::{Base, on_both};

on_both!(
    only_the_voter_adds_and_only_what_fits,
    reasons_and_criteria_are_counted_over_a_span_without_what_is_set_apart,
    the_last_rating_of_a_voter_is_found_while_it_is_fresh,
);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn mark(number: u8) -> Mark {
    Mark::new(number).unwrap()
}

async fn rate(city: &City, service: &str, voter: &str, number: u8, on: &str) -> (RatingId, ServiceId) {
    let vote = city.vote(service, voter, number, day(on));
    let (id, now) = (vote.service, format!("{on}T06:00:00Z").parse().unwrap());
    let rated: Result<_, StoreError> =
        city.store.write(move |conn| Box::pin(async move { ratings::rate(conn, &vote, now).await })).await;
    (rated.unwrap().rating, id)
}

async fn tick(city: &City, rating: RatingId, voter: &'static str, reason: Reason, ticked: bool) -> bool {
    let done: Result<_, StoreError> = city
        .store
        .write(move |conn| Box::pin(async move { opinions::tick(conn, rating, voter, reason, ticked).await }))
        .await;
    done.unwrap()
}

async fn judge(city: &City, rating: RatingId, voter: &'static str, criterion: Criterion, number: u8) -> bool {
    let done: Result<_, StoreError> = city
        .store
        .write(move |conn| {
            Box::pin(async move { opinions::judge(conn, rating, voter, criterion, mark(number)).await })
        })
        .await;
    done.unwrap()
}

async fn only_the_voter_adds_and_only_what_fits(base: Base) {
    let city = City::build(&base.store, "2026-11-23T05:00:00Z".parse().unwrap()).await;
    let (rating, _) = rate(&city, "suv-ulash", "anvar", 2, "2026-11-23").await;
    assert!(tick(&city, rating, "anvar", Reason::Waiting, true).await);
    assert!(tick(&city, rating, "anvar", Reason::Waiting, true).await, "twice is once");
    assert!(!tick(&city, rating, "barno", Reason::Rude, true).await);
    assert!(!tick(&city, rating, "anvar", Reason::Quick, true).await, "it does not fit a low mark");
    assert!(!judge(&city, rating, "barno", Criterion::Quality, 1).await);
    assert!(judge(&city, rating, "anvar", Criterion::Quality, 1).await);
    assert!(judge(&city, rating, "anvar", Criterion::Quality, 4).await, "the later one stands");
    let kept: Result<_, StoreError> = base.store.read(|conn| Box::pin(opinions::of(conn, rating))).await;
    let kept = kept.unwrap();
    assert_eq!((kept.reasons, kept.criteria), (vec![Reason::Waiting], vec![(Criterion::Quality, mark(4))]));
    let fitted: Result<(), StoreError> = base
        .store
        .write(move |conn| Box::pin(async move { opinions::fit(conn, rating, mark(5)).await }))
        .await;
    fitted.unwrap();
    let kept: Result<_, StoreError> = base.store.read(|conn| Box::pin(opinions::of(conn, rating))).await;
    let kept = kept.unwrap();
    assert_eq!((kept.reasons.len(), kept.of(Criterion::Quality)), (0, Some(mark(4))));
}

async fn reasons_and_criteria_are_counted_over_a_span_without_what_is_set_apart(base: Base) {
    let city = City::build(&base.store, "2026-11-23T05:00:00Z".parse().unwrap()).await;
    let (first, water) = rate(&city, "suv-ulash", "anvar", 2, "2026-11-20").await;
    let (second, _) = rate(&city, "suv-ulash", "barno", 1, "2026-11-23").await;
    let (third, tax) = rate(&city, "soliq-malumotnoma", "anvar", 5, "2026-11-23").await;
    for (rating, voter, reason) in [
        (first, "anvar", Reason::Waiting),
        (first, "anvar", Reason::Money),
        (second, "barno", Reason::Waiting),
        (third, "anvar", Reason::Polite),
    ] {
        assert!(tick(&city, rating, voter, reason, true).await);
    }
    assert!(tick(&city, first, "anvar", Reason::Money, false).await);
    assert!(judge(&city, first, "anvar", Criterion::Legality, 3).await);
    assert!(judge(&city, second, "barno", Criterion::Legality, 5).await);
    let counted = async |from: &str, until: &str| {
        let (from, until) = (day(from), day(until));
        let counted: Result<_, StoreError> = base
            .store
            .read(|conn| {
                Box::pin(async move {
                    let services = [water, tax];
                    Ok((
                        opinions::reasons(conn, &services, from, until).await?,
                        opinions::criteria(conn, &services, from, until).await?,
                    ))
                })
            })
            .await;
        let (mut reasons, criteria) = counted.unwrap();
        reasons.sort_unstable();
        (reasons, criteria)
    };
    let (reasons, criteria) = counted("2026-11-01", "2026-11-30").await;
    assert_eq!(reasons, [(Reason::Waiting, 2), (Reason::Polite, 1)]);
    assert_eq!(criteria, [(Criterion::Legality, Counts([0, 0, 1, 0, 1]))]);
    let (reasons, criteria) = counted("2026-11-21", "2026-11-22").await;
    assert!(reasons.is_empty() && criteria.is_empty());

    // Thirty fives within minutes wait for a reviewer, and what was added to them waits with them.
    for one in 0..30 {
        let voter: &'static str = format!("crowd-{one}").leak();
        let (rating, _) = rate(&city, "suv-ulash", voter, 5, "2026-11-23").await;
        assert!(tick(&city, rating, voter, Reason::Quick, true).await);
        assert!(judge(&city, rating, voter, Criterion::Quality, 5).await);
    }
    let (reasons, criteria) = counted("2026-11-01", "2026-11-30").await;
    assert_eq!(reasons, [(Reason::Waiting, 2), (Reason::Polite, 1)]);
    assert_eq!(criteria, [(Criterion::Legality, Counts([0, 0, 1, 0, 1]))]);
}

async fn the_last_rating_of_a_voter_is_found_while_it_is_fresh(base: Base) {
    let city = City::build(&base.store, "2026-11-23T05:00:00Z".parse().unwrap()).await;
    rate(&city, "suv-ulash", "anvar", 2, "2026-11-22").await;
    let (today, _) = rate(&city, "soliq-malumotnoma", "anvar", 4, "2026-11-23").await;
    let last = async |voter: &'static str, since: &str| {
        let (days, since) = ([day("2026-11-22"), day("2026-11-23")], since.parse().unwrap());
        let found: Result<_, StoreError> = base
            .store
            .read(|conn| Box::pin(async move { ratings::last_of(conn, voter, days, since).await }))
            .await;
        found.unwrap()
    };
    assert_eq!(last("anvar", "2026-11-22T00:00:00Z").await, Some(today));
    assert_eq!(last("anvar", "2026-11-23T06:00:01Z").await, None, "it is too old");
    assert_eq!(last("barno", "2026-11-22T00:00:00Z").await, None);
}
