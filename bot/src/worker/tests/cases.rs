//! Low marks in the digest of the morning, and on their way up when nobody answers.

use domain::ids::{OrganisationId, PointId, ServiceId};
use domain::people::{Role, Scope};
use domain::ratings::{Limits, Mark};
use store::import::{self, ServiceDraft};
use store::ratings::{self, Vote};

use super::*;

/// The officer 1, the head 2 and the controller 5, and nothing in any plan; a low mark of Tuesday is due on Friday.
async fn rated() -> City {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport"]).await;
    city.person(1, Role::Officer, "transport").await;
    city.person(2, Role::Head, "transport").await;
    city.person(5, Role::Controller, "hokimlik").await;
    let draft = ServiceDraft {
        key: "guvohnoma".into(),
        organisation: "transport".into(),
        names: domain::language::Names { uz_latn: "Guvohnoma".into(), ..Default::default() },
        term: None,
    };
    let now = city.clock.now();
    let entered: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let right = domain::people::MayAdminister::at_the_machine();
                import::services(conn, &right, &[draft], now).await
            }
            .boxed()
        })
        .await;
    entered.unwrap();
    city.store.forget_catalogue();
    let (service, point, organisation) = place(&city).await;
    let day = city.clock.today();
    let vote = Vote {
        service,
        point: Some(point),
        organisation,
        voter: "voter".into(),
        mark: Mark::new(2).unwrap(),
        day,
        case_due: Some("2026-11-27".parse().unwrap()),
        limits: Limits::default(),
    };
    city.write(move |conn| async move { ratings::rate(conn, &vote, now).await }.boxed()).await;
    tick(&city).await;
    assert!(queued(&city).await.iter().any(|(chat, text)| *chat == 1 && text.contains("past baho")));
    city
}

async fn place(city: &City) -> (ServiceId, PointId, OrganisationId) {
    let catalogue = city.store.catalogue().await.unwrap();
    let point = catalogue.points.values().next().unwrap();
    (point.service, point.id, catalogue.services[&point.service].organisation)
}

/// Who hears what in the morning of a day.
async fn on(city: &City, day: &str) -> Vec<(i64, String)> {
    city.clock.move_to(format!("{day}T05:00:00Z").parse().unwrap());
    tick(city).await;
    queued(city).await
}

fn chats(heard: &[(i64, String)], words: &str) -> Vec<i64> {
    heard.iter().filter(|(_, text)| text.contains(words)).map(|(chat, _)| *chat).collect()
}

const WAITS: &str = "Javob kutayotgan past baholar: 1 ta";
const LATE: &str = "Muddatida javob berilmagan past baholar: 1 ta";

#[tokio::test]
async fn the_digest_reminds_from_the_due_day_on_and_lateness_goes_up() {
    let city = rated().await;
    assert_eq!(chats(&on(&city, "2026-11-26").await, WAITS), [0; 0], "the news told of it");
    assert_eq!(chats(&on(&city, "2026-11-27").await, WAITS), [1], "the due day");
    assert_eq!(on(&city, "2026-11-28").await, [], "a Saturday");
    let monday = on(&city, "2026-11-30").await;
    assert_eq!((chats(&monday, WAITS), chats(&monday, LATE)), (vec![1], vec![2]), "{monday:?}");
    tick(&city).await;
    assert_eq!(queued(&city).await, [], "nothing is said twice");
    let wednesday = on(&city, "2026-12-02").await;
    assert_eq!((chats(&wednesday, WAITS), chats(&wednesday, LATE)), (vec![1], vec![5]), "{wednesday:?}");
}

#[tokio::test]
async fn an_answer_ends_the_chain() {
    let city = rated().await;
    on(&city, "2026-11-30").await;
    let now = city.clock.now();
    let catalogue = city.store.catalogue().await.unwrap();
    let (.., organisation) = place(&city).await;
    let today = city.clock.today();
    let answered: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who_by_telegram(conn, 1, today).await?.unwrap();
                let right = who.may_answer(organisation, &catalogue.tree)?;
                store::cases::answer(conn, &right, &catalogue, domain::ids::CaseId(1), "Tuzatildi", now).await
            }
            .boxed()
        })
        .await;
    answered.unwrap();
    let heard = on(&city, "2026-12-02").await;
    assert_eq!((chats(&heard, WAITS), chats(&heard, LATE)), (vec![], vec![]), "{heard:?}");
    let open = city
        .read(|conn| {
            store::rating_boards::cases(conn, &Scope::All, store::rating_boards::CasesWanted::Open, 9, 0)
                .boxed()
        })
        .await;
    assert!(open.is_empty());
}

#[tokio::test]
async fn two_planners_at_once_tell_the_head_once() {
    let city = rated().await;
    city.clock.move_to("2026-11-30T05:00:00Z".parse().unwrap());
    tokio::join!(tick(&city), tick(&city), tick(&city));
    assert_eq!(chats(&queued(&city).await, LATE), [2]);
}
