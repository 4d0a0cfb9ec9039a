//! What is published stays as it is, and its hash proves it.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::people::{MayAdminister, MayPublish};
use domain::refusal::Refusal;
use domain::results::{Document, Period};
use store::publications::{self, Draft, Published};
use store::registry::services::{self, ServiceValues};
use store::{NotDone, Store, StoreError, ratings, responses};

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    what_was_said_of_one_organisation_stays_with_it_when_the_service_moves,
    a_published_quarter_stays_frozen_whatever_comes_later,
    a_correction_is_a_version_beside_the_first,
    a_correction_tells_of_no_few_ratings,
    a_half_year_waits_for_its_quarters_and_sums_them,
    two_who_publish_at_once_publish_once,
    the_database_refuses_to_change_a_publication,
    what_becomes_of_a_scan_is_counted_once,
);

const AFTER: &str = "2026-10-05T05:00:00Z";
const QUARTER: Period = Period::Quarter(2026, 3);

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

async fn right(city: &City) -> MayPublish {
    let top = city.catalogue.top().unwrap();
    city.who(city::CONTROLLER).await.may_publish(top, &city.catalogue.tree).unwrap()
}

/// So many ratings of a service from this day on, one a day and voter.
async fn rate(city: &City, service: &str, first: &str, count: u64) {
    let first: NaiveDate = first.parse().unwrap();
    for number in 0..count {
        let day = first + Days::new(number % 20);
        let mark = if number % 4 == 0 { 3 } else { 5 };
        let vote = city.vote(service, &format!("{service} {first} {number}"), mark, day);
        // At an hour of its day, or so many at once would be set apart.
        let now = day.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::hours(5);
        let kept: Result<_, StoreError> = city
            .store
            .write(move |conn| Box::pin(async move { ratings::rate(conn, &vote, now).await }))
            .await;
        kept.unwrap();
    }
}

/// The water connection is given by the tax office from now on.
async fn move_service(city: &City, now: &str) -> City {
    let (_, _, id, _) = city.point("suv-ulash");
    let names = city.catalogue.services[&id].names.clone();
    let values = ServiceValues { organisation: city.organisation("soliq").id, names, term: None };
    let now = moment(now);
    let moved: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                services::change(conn, &MayAdminister::at_the_machine(), id, &values, now).await
            })
        })
        .await;
    moved.unwrap();
    city.store.forget_catalogue();
    City { store: city.store.clone(), catalogue: city.store.catalogue().await.unwrap() }
}

async fn what_was_said_of_one_organisation_stays_with_it_when_the_service_moves(base: Base) {
    let city = City::build(&base.store, moment("2026-06-28T05:00:00Z")).await;
    rate(&city, "suv-ulash", "2026-07-02", 14).await;
    let changed = async |city: &City, mark: u8, at: &str| {
        let vote = city.vote("suv-ulash", "changes their mind", mark, "2026-08-20".parse().unwrap());
        let now = moment(at);
        let kept =
            city.store.write(move |conn| Box::pin(async move { ratings::rate(conn, &vote, now).await }));
        let kept: Result<_, StoreError> = kept.await;
        kept.unwrap();
    };
    changed(&city, 5, "2026-08-20T05:00:00Z").await;
    let city = move_service(&city, "2026-08-20T06:00:00Z").await;
    // Changed on the day of the move: the mark stays with whom it was given to.
    changed(&city, 4, "2026-08-20T07:00:00Z").await;
    rate(&city, "suv-ulash", "2026-09-02", 11).await;
    let document = draft(&base.store, QUARTER, AFTER).await.unwrap().offered.document;
    let of = |key: &str| document.organisation(key).unwrap().entry.figures.map(|one| one.n);
    assert_eq!((of("suv"), of("soliq"), of("hokimlik")), (Some(15), Some(11), Some(26)));
    let given: Vec<_> = document
        .services()
        .filter(|(_, one)| one.key == "suv-ulash")
        .map(|(by, one)| (by.entry.key.as_str(), one.figures.map(|one| one.n)))
        .collect();
    assert_eq!(given.len(), 2, "{given:?}");
    assert!(given.contains(&("suv", Some(15))) && given.contains(&("soliq", Some(11))), "{given:?}");
    assert_eq!(document.service("suv-ulash", Some("soliq")).unwrap().figures.map(|one| one.n), Some(11));
    let marks = base.raw().await.number("SELECT CAST(SUM(mark_5) AS BIGINT) FROM rating_month").await;
    let days = base.raw().await.number("SELECT CAST(SUM(mark_5) AS BIGINT) FROM rating_day").await;
    assert_eq!(marks, days);
    let below =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM rating_month WHERE mark_1 < 0 OR mark_4 < 0 OR mark_5 < 0";
    assert_eq!(base.raw().await.number(below).await, 0);
}

async fn draft(store: &Store, period: Period, now: &str) -> Result<Draft, NotDone> {
    let now = moment(now);
    store.read(|conn| Box::pin(async move { publications::draft(conn, period, now).await })).await
}

async fn publish(city: &City, period: Period, reason: &str, now: &str) -> Result<Published, NotDone> {
    let seal = draft(&city.store, period, now).await?.seal;
    publish_sealed(city, period, seal, reason, now).await
}

async fn publish_sealed(
    city: &City,
    period: Period,
    seal: String,
    reason: &str,
    now: &str,
) -> Result<Published, NotDone> {
    let (right, reason, now) = (right(city).await, reason.to_owned(), moment(now));
    city.store
        .write(move |conn| {
            Box::pin(async move { publications::publish(conn, &right, period, (&seal, &reason), now).await })
        })
        .await
}

async fn text(store: &Store, id: i64) -> String {
    let text: Result<_, StoreError> = store.read(|conn| Box::pin(publications::text(conn, id))).await;
    text.unwrap().unwrap()
}

fn refused<T: std::fmt::Debug>(done: Result<T, NotDone>) -> Refusal {
    match done {
        Err(NotDone::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

fn number(document: &Document, service: &str) -> Option<u64> {
    document.services().find(|(_, one)| one.key == service).and_then(|(_, one)| one.figures).map(|one| one.n)
}

async fn a_published_quarter_stays_frozen_whatever_comes_later(base: Base) {
    let city = City::build(&base.store, moment(AFTER)).await;
    rate(&city, "soliq-malumotnoma", "2026-08-01", 30).await;
    rate(&city, "suv-ulash", "2026-07-01", 4).await;
    assert_eq!(refused(publish(&city, QUARTER, "", "2026-09-30T18:59:59Z").await), Refusal::PeriodNotReady);
    let published = publish(&city, QUARTER, "", "2026-09-30T19:00:00Z").await.unwrap();
    let frozen = text(&base.store, published.id).await;
    assert_eq!(publications::hash_of(&frozen), published.sha256);
    let document = publications::document_in(&frozen).unwrap();
    // Four of the water works remain if the tax office is shown with the city: so the city alone is.
    assert_eq!((number(&document, "soliq-malumotnoma"), number(&document, "suv-ulash")), (None, None));
    assert_eq!(document.whole().unwrap().entry.figures.map(|one| one.n), Some(34));
    // More ratings of the same days, as a quarantine that is lifted would bring them.
    rate(&city, "suv-ulash", "2026-07-25", 12).await;
    assert_eq!(text(&base.store, published.id).await, frozen);
    let all: Result<_, StoreError> = base.store.read(|conn| Box::pin(publications::all(conn))).await;
    assert_eq!(all.unwrap(), [published]);
    let events = "event WHERE action = 'published' AND subject = 'publication' AND actor_id IS NOT NULL";
    let counted = format!("SELECT CAST(count(*) AS BIGINT) FROM {events}");
    assert_eq!(base.raw().await.number(&counted).await, 1);
}

async fn a_correction_is_a_version_beside_the_first(base: Base) {
    let city = City::build(&base.store, moment(AFTER)).await;
    rate(&city, "soliq-malumotnoma", "2026-08-01", 30).await;
    let first = publish(&city, QUARTER, "ignored", AFTER).await.unwrap();
    assert_eq!((first.version, first.reason.as_deref()), (1, None));
    let later = "2026-10-09T05:00:00Z";
    assert_eq!(refused(publish(&city, QUARTER, "yana", later).await), Refusal::NothingToPublish);
    rate(&city, "suv-ulash", "2026-07-01", 14).await;
    assert_eq!(refused(publish(&city, QUARTER, " \u{202E} ", later).await), Refusal::ReasonMissing);
    assert_eq!(refused(publish(&city, QUARTER, &"a".repeat(1001), later).await), Refusal::ReasonTooLong);
    let seen = draft(&base.store, QUARTER, later).await.unwrap().seal;
    rate(&city, "suv-ulash", "2026-07-21", 1).await;
    assert_eq!(refused(publish_sealed(&city, QUARTER, seen, "x", later).await), Refusal::FiguresChanged);
    let second = publish(&city, QUARTER, "Karantindagi baholar koʻrib chiqildi", later).await.unwrap();
    assert_eq!(second.version, 2);
    let (one, other) = (text(&base.store, first.id).await, text(&base.store, second.id).await);
    assert_eq!((publications::hash_of(&one), publications::hash_of(&other)), (first.sha256, second.sha256));
    let other = publications::document_in(&other).unwrap();
    assert_eq!(number(&publications::document_in(&one).unwrap(), "suv-ulash"), None);
    assert_eq!(number(&other, "suv-ulash"), Some(15));
    assert_eq!(other.correction.as_deref(), Some("Karantindagi baholar koʻrib chiqildi"));
}

async fn a_correction_tells_of_no_few_ratings(base: Base) {
    let city = City::build(&base.store, moment(AFTER)).await;
    rate(&city, "soliq-malumotnoma", "2026-08-01", 25).await;
    rate(&city, "suv-ulash", "2026-07-01", 30).await;
    let first = publish(&city, QUARTER, "", AFTER).await.unwrap();
    let whole = |document: &Document| document.whole().unwrap().entry.figures.map(|one| one.n);
    // A reviewer accepts one mark more: beside the first version it would stand alone.
    rate(&city, "soliq-malumotnoma", "2026-09-01", 1).await;
    let later = "2026-10-09T05:00:00Z";
    let offered = draft(&base.store, QUARTER, later).await.unwrap().offered;
    assert_eq!(
        (number(&offered.document, "soliq-malumotnoma"), whole(&offered.document)),
        (Some(25), Some(55))
    );
    assert_eq!(offered.kept, ["soliq-malumotnoma"]);
    assert_eq!(refused(publish(&city, QUARTER, "bitta baho", later).await), Refusal::NothingToPublish);
    rate(&city, "soliq-malumotnoma", "2026-09-02", 9).await;
    let second = publish(&city, QUARTER, "oʻnta baho", later).await.unwrap();
    let document = publications::document_in(&text(&base.store, second.id).await).unwrap();
    assert_eq!((number(&document, "soliq-malumotnoma"), whole(&document)), (Some(35), Some(65)));
    // The next one is held beside both.
    rate(&city, "suv-ulash", "2026-09-03", 9).await;
    let offered = draft(&base.store, QUARTER, later).await.unwrap().offered;
    assert!(offered.document.says_the_same(&document), "{offered:?}");
    assert_eq!((first.version, second.version), (1, 2));
}

async fn a_half_year_waits_for_its_quarters_and_sums_them(base: Base) {
    let city = City::build(&base.store, moment(AFTER)).await;
    rate(&city, "soliq-malumotnoma", "2026-02-01", 20).await;
    rate(&city, "soliq-malumotnoma", "2026-05-01", 25).await;
    rate(&city, "suv-ulash", "2026-05-01", 11).await;
    let half = Period::Half(2026, 1);
    assert_eq!(refused(publish(&city, half, "", AFTER).await), Refusal::PeriodNotReady);
    let first = publish(&city, Period::Quarter(2026, 1), "", AFTER).await.unwrap();
    assert_eq!(refused(draft(&base.store, half, AFTER).await), Refusal::PeriodNotReady);
    let second = publish(&city, Period::Quarter(2026, 2), "", AFTER).await.unwrap();
    // What comes after the quarters were frozen is not in the sum.
    rate(&city, "soliq-malumotnoma", "2026-03-01", 9).await;
    let half = publish(&city, half, "", AFTER).await.unwrap();
    let document = publications::document_in(&text(&base.store, half.id).await).unwrap();
    assert_eq!(number(&document, "soliq-malumotnoma"), Some(45));
    assert_eq!(number(&document, "suv-ulash"), None);
    let sources: Vec<_> = document.sources.iter().map(|one| one.sha256.clone()).collect();
    assert_eq!(sources, [first.sha256, second.sha256]);
}

async fn two_who_publish_at_once_publish_once(base: Base) {
    let city = City::build(&base.store, moment(AFTER)).await;
    rate(&city, "soliq-malumotnoma", "2026-08-01", 12).await;
    let both = tokio::join!(publish(&city, QUARTER, "", AFTER), publish(&city, QUARTER, "", AFTER));
    let published = [both.0.is_ok(), both.1.is_ok()].into_iter().filter(|done| *done).count();
    assert_eq!(published, 1, "{both:?}");
    let counted = "SELECT CAST(count(*) AS BIGINT) FROM publication";
    assert_eq!(base.raw().await.number(counted).await, 1);
}

async fn the_database_refuses_to_change_a_publication(base: Base) {
    let city = City::build(&base.store, moment(AFTER)).await;
    rate(&city, "soliq-malumotnoma", "2026-08-01", 12).await;
    publish(&city, QUARTER, "", AFTER).await.unwrap();
    let mut raw = base.raw().await;
    for sql in ["UPDATE publication SET document = '{}'", "DELETE FROM publication"] {
        let error = raw.run(sql).await.expect_err("a publication is frozen");
        assert!(error.to_string().contains("frozen"), "{error}");
    }
}

async fn what_becomes_of_a_scan_is_counted_once(base: Base) {
    let city = City::build(&base.store, moment(AFTER)).await;
    let day: NaiveDate = "2026-10-01".parse().unwrap();
    let (_, _, service, organisation) = city.point("soliq-malumotnoma");
    let vote = city.vote("soliq-malumotnoma", "voter", 2, day);
    let answering = city.who(city::OFFICER).await.may_answer(organisation, &city.catalogue.tree).unwrap();
    let (now, catalogue) = (moment(AFTER), city.catalogue.clone());
    let done: Result<(), NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                for _ in 0..3 {
                    responses::opened(conn, service, day).await?;
                }
                let rated = ratings::rate(conn, &vote, now).await?;
                for words in ["Navbat uzun", "Navbat juda uzun"] {
                    assert!(ratings::comment(conn, rated.rating, "voter", words, now).await?);
                }
                assert!(!ratings::comment(conn, rated.rating, "another", "x", now).await?);
                let case = store::cases::open_of(conn, organisation, 1).await?[0].id;
                store::cases::answer(conn, &answering, &catalogue, case, "Oyna qoʻshildi", now).await
            })
        })
        .await;
    done.unwrap();
    let counted: Result<_, StoreError> = base
        .store
        .read(|conn| Box::pin(async move { responses::of(conn, &[service], day, day).await }))
        .await;
    let expected = responses::Responses { opened: 3, commented: 1, answered: 1 };
    assert_eq!(counted.unwrap(), expected);
}
