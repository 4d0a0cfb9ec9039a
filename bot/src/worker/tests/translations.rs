//! What is sent by itself reads in the language of whoever gets it.

use domain::language::{Language, Names};
use domain::people::MayAdminister;
use store::plan::{self, Wording};

use super::*;

/// The officer 1 reads Russian, the officer 2 Uzbek; the head 3 and the controller 5 read Russian.
async fn bilingual() -> City {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport"]).await;
    city.plan(&[DAYS[0]], &["transport"]).await;
    for (account, role, key, language) in [
        (1, Role::Officer, "transport", Language::Ru),
        (2, Role::Officer, "transport", Language::UzLatn),
        (3, Role::Head, "transport", Language::Ru),
        (5, Role::Controller, "hokimlik", Language::Ru),
    ] {
        let person = city.person(account, role, key).await;
        city.write(move |conn| people::set_language(conn, person, language).boxed()).await;
    }
    let now = city.clock.now();
    let done: Result<(), NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let plans = plan::plans(conn).await?;
                let measures = plan::measures(conn, plans[0].id).await?;
                let text = Names { ru: Some("Работа до 25 ноября".into()), ..Names::default() };
                let said = Wording { text, ..Wording::default() };
                plan::translate(conn, &MayAdminister::at_the_machine(), measures[0].id, said, now).await?;
                Ok(())
            }
            .boxed()
        })
        .await;
    done.unwrap();
    city
}

fn of(queued: &[(i64, String)], chat: i64) -> String {
    let own = queued.iter().filter(|(to, _)| *to == chat);
    own.map(|(_, text)| text.as_str()).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn digests_and_what_goes_up_name_measures_in_the_readers_language() {
    let city = bilingual().await;
    tick(&city).await;
    let morning = queued(&city).await;
    assert!(of(&morning, 1).contains("Работа до 25 ноября"), "{morning:?}");
    assert!(of(&morning, 2).contains("kuniga boʻlgan ish"), "{morning:?}");
    let mut gone_up = Vec::new();
    for day in ["2026-11-26", "2026-11-27", "2026-11-30", "2026-12-01"] {
        city.clock.move_to(format!("{day}T05:00:00Z").parse().unwrap());
        tick(&city).await;
        gone_up.extend(queued(&city).await);
    }
    for leader in [3, 5] {
        let heard = of(&gone_up, leader);
        assert!(heard.contains("Работа до 25 ноября"), "{leader}: {gone_up:?}");
        assert!(!heard.contains("kuniga"), "{leader}: {heard}");
    }
}
