//! Who hears when an officer is on leave.

use domain::substitution::Days;
use store::substitutions;

use super::*;

/// The first person goes on leave for these days, the second stands in.
async fn leave(city: &City, person: PersonId, substitute: PersonId, first: &str, last: &str) {
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
