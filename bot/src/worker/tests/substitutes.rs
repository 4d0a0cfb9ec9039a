//! Who hears when an officer is on leave.

use domain::people::{Grant, MayAdminister, MayInvite};
use domain::substitution::Days;
use store::{hand_overs, substitutions};

use super::*;

/// The first person goes on leave for these days, the second stands in.
pub(super) async fn leave(city: &City, person: PersonId, substitute: PersonId, first: &str, last: &str) {
    let days = Days { first: first.parse().unwrap(), last: last.parse().unwrap() };
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let set: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who(conn, person, tashkent_day(now)).await?.unwrap();
                let right = who.may_substitute(person, who.grants[0].organisation, &catalogue.tree)?;
                substitutions::set(conn, &right, substitute, days, &catalogue.tree, now).await
            }
            .boxed()
        })
        .await;
    set.unwrap();
}

#[tokio::test]
async fn the_digest_and_the_news_go_to_the_substitute_while_the_officer_is_on_leave() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let substitute = city.person(2, Role::Observer, "transport").await;
    let head = city.person(3, Role::Head, "transport").await;
    leave(&city, officer, substitute, "2026-11-24", "2026-11-25").await;
    tick(&city).await;
    let mut told = queued(&city).await;
    told.sort();
    let chats: Vec<_> = told.iter().map(|(chat, _)| *chat).collect();
    assert_eq!(chats, [2, 2, 3], "news for the substitute and the head, the digest for the substitute");
    assert!(told.iter().any(|(_, text)| text.contains("25.11.2026")), "{told:?}");
    assert_eq!(reminded(&city, officer).await, 0);
    assert_eq!(reminded(&city, substitute).await, 2);
    assert_eq!(reminded(&city, head).await, 0);

    city.clock.move_to("2026-11-26T04:30:00Z".parse().unwrap());
    tick(&city).await;
    let mut chats: Vec<_> = queued(&city).await.into_iter().map(|(chat, _)| chat).collect();
    chats.sort_unstable();
    assert_eq!(chats, [1, 3], "the officer is back, and the head hears of what is overdue since yesterday");
}

/// Lets the obligations be made before the morning.
async fn tick_obligations(city: &City) {
    city.clock.move_to("2026-11-23T20:00:00Z".parse().unwrap());
    tick(city).await;
    city.clock.move_to("2026-11-24T04:30:00Z".parse().unwrap());
}

/// The first person hands the first open obligation of the transport over to the second, who agrees.
async fn hand_over(city: &City, giver: PersonId, taker: PersonId) -> ObligationId {
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let done: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let (tree, today) = (&catalogue.tree, tashkent_day(now));
                let giver = people::who(conn, giver, today).await?.unwrap();
                let taker = people::who(conn, taker, today).await?.unwrap();
                let open = obligations::open_of(conn, giver.grants[0].organisation, 1).await?;
                let offer = hand_overs::make(conn, &giver, open[0].id, taker.person, tree, now).await?;
                hand_overs::answer(conn, &taker, offer, true, tree, now).await?;
                Ok(open[0].id)
            }
            .boxed()
        })
        .await;
    done.unwrap()
}

/// The first person offers the first open obligation of the transport to the second, who has not answered yet.
async fn offer(city: &City, giver: PersonId, taker: PersonId) -> ObligationId {
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let made: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let giver = people::who(conn, giver, tashkent_day(now)).await?.unwrap();
                let open = obligations::open_of(conn, giver.grants[0].organisation, 1).await?;
                hand_overs::make(conn, &giver, open[0].id, taker, &catalogue.tree, now).await?;
                Ok(open[0].id)
            }
            .boxed()
        })
        .await;
    made.unwrap()
}

#[tokio::test]
async fn an_offer_that_nobody_answers_lapses_after_three_working_days_and_its_giver_hears() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let colleague = city.person(2, Role::Officer, "transport").await;
    tick_obligations(&city).await;
    let obligation = offer(&city, officer, colleague).await;
    tick(&city).await;
    let asked = queued(&city).await;
    assert!(asked.iter().any(|(to, text)| *to == 2 && text.contains("27.11.2026, juma")), "{asked:?}");
    for (moment, waits) in [("2026-11-27T18:00:00Z", true), ("2026-11-30T04:30:00Z", false)] {
        city.clock.move_to(moment.parse().unwrap());
        tick(&city).await;
        let offer = city.read(move |conn| hand_overs::waiting(conn, obligation).boxed()).await;
        assert_eq!(offer.is_some(), waits, "{moment}");
    }
    // What is told is written by the next look.
    tick(&city).await;
    let told = queued(&city).await;
    let lapsed: Vec<_> = told.iter().filter(|(_, text)| text.contains("oʻz vaqtida javob bermadi")).collect();
    assert!(lapsed.len() == 1 && lapsed[0].0 == 1, "{told:?}");
}

/// What the digest of today reminded each of these of.
async fn reminded_of<const N: usize>(city: &City, people: [PersonId; N]) -> [Vec<ObligationId>; N] {
    let today = city.clock.today();
    let mut all = Vec::new();
    for person in people {
        all.push(city.read(move |conn| reminders::of_day(conn, person, today).boxed()).await);
    }
    all.try_into().unwrap()
}

#[tokio::test]
async fn what_a_colleague_took_over_is_in_their_digest_alone() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let colleague = city.person(2, Role::Officer, "transport").await;
    tick_obligations(&city).await;
    let taken = hand_over(&city, officer, colleague).await;
    city.clock.move_to("2026-11-25T04:30:00Z".parse().unwrap());
    tick(&city).await;
    let [mine, theirs] = reminded_of(&city, [officer, colleague]).await;
    assert!(!mine.contains(&taken) && theirs.contains(&taken), "{mine:?} {theirs:?}");
    assert_eq!((mine.len(), theirs.len()), (1, 2), "what nobody took over is for both");
}

#[tokio::test]
async fn a_substitute_hears_of_what_the_absent_colleague_took_over() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let colleague = city.person(2, Role::Officer, "transport").await;
    let watcher = city.person(3, Role::Observer, "transport").await;
    tick_obligations(&city).await;
    let taken = hand_over(&city, officer, colleague).await;
    leave(&city, colleague, watcher, "2026-11-25", "2026-11-26").await;
    city.clock.move_to("2026-11-25T04:30:00Z".parse().unwrap());
    tick(&city).await;
    let [mine, theirs, instead] = reminded_of(&city, [officer, colleague, watcher]).await;
    assert!(theirs.is_empty() && !mine.contains(&taken) && instead.contains(&taken));
}

#[tokio::test]
async fn what_was_taken_over_by_somebody_who_is_not_reached_is_for_everybody() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let head = city.person(2, Role::Head, "transport").await;
    tick_obligations(&city).await;
    let taken = hand_over(&city, officer, head).await;
    city.clock.move_to("2026-11-25T04:30:00Z".parse().unwrap());
    tick(&city).await;
    let [mine, theirs] = reminded_of(&city, [officer, head]).await;
    assert!(!mine.contains(&taken) && theirs == [taken], "the head took over one, and hears of that one");

    let now = city.clock.now();
    city.write(move |conn| people::mark_unreachable(conn, 2, "blocked", now).boxed()).await;
    city.clock.move_to("2026-11-26T04:30:00Z".parse().unwrap());
    tick(&city).await;
    let [mine] = reminded_of(&city, [officer]).await;
    assert!(mine.contains(&taken), "{mine:?}");
}

#[tokio::test]
async fn an_assignment_ends_with_the_days_of_a_substitute_and_all_are_told() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let watcher = city.person(2, Role::Observer, "transport").await;
    let colleague = city.person(3, Role::Officer, "transport").await;
    tick_obligations(&city).await;
    leave(&city, officer, watcher, "2026-11-24", "2026-11-25").await;
    let taken = hand_over(&city, colleague, watcher).await;
    tick(&city).await;
    queued(&city).await;
    city.clock.move_to("2026-11-26T04:30:00Z".parse().unwrap());
    tick(&city).await;
    let view = city.read(move |conn| obligations::view(conn, taken).boxed()).await.unwrap();
    assert_eq!(view.assignee, None);
    let told = queued(&city).await;
    let again: Vec<_> =
        told.iter().filter(|(_, text)| text.contains("yana hammaga")).map(|(chat, _)| *chat).collect();
    assert_eq!(again, [1, 3], "{told:?}");
}

#[tokio::test]
async fn whoever_moved_to_another_organisation_stands_in_no_longer() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let substitute = city.person(2, Role::Officer, "transport").await;
    leave(&city, officer, substitute, "2026-11-24", "2026-12-04").await;
    let catalogue = city.store.catalogue().await.unwrap();
    let of = |key: &str| catalogue.organisations.values().find(|one| one.key == key).unwrap().id;
    let (transport, elsewhere, now) = (of("transport"), of("taʼlim"), city.clock.now());
    let moved: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let right = MayAdminister::at_the_machine();
                let there = Grant { role: Role::Officer, organisation: elsewhere };
                people::grant(conn, &MayInvite::at_the_machine(there), substitute, now).await?;
                let here = Grant { role: Role::Officer, organisation: transport };
                people::end_grant(conn, &right, substitute, here, now).await
            }
            .boxed()
        })
        .await;
    moved.unwrap();
    let may_answer = async || {
        let (catalogue, today) = (city.store.catalogue().await.unwrap(), city.clock.today());
        let who = city.read(move |conn| people::who(conn, substitute, today).boxed()).await.unwrap();
        who.may_answer(transport, &catalogue.tree).is_ok()
    };
    tick(&city).await;
    assert!(!may_answer().await, "work elsewhere is no ground to answer here");
    let today = city.clock.today();
    let lasting = city.read(move |conn| substitutions::of_person(conn, officer, today).boxed()).await;
    assert_eq!(lasting, []);
}
