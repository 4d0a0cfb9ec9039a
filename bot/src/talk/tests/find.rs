//! The way to a service without its code: by words, by organisation, by a link that was passed on, behind the bot's name.

use chrono::{DateTime, Utc};
use domain::buttons::{Button, FindAct, FindStep};
use domain::ids::ServiceId;
use domain::language::Language;
use domain::ratings::Mark;
use futures_util::FutureExt;
use store::{rating_boards, settings};

use super::city::{CITIZEN, City, OFFICER, Said};
use crate::incoming::What;
use crate::reply::{KeyAction, Reply};

fn does(wanted: FindAct) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Find(step) if step.act == wanted)
}

async fn counted(city: &City, service: ServiceId) -> [u64; 5] {
    let day = domain::clock::Clock::today(&*city.clock);
    let counts = city
        .read(|conn| Box::pin(async move { rating_boards::by_service(conn, &[service], day, day).await }))
        .await;
    counts.first().map_or([0; 5], |(_, counts)| counts.0)
}

/// The last step: the question of the service, and its five marks.
async fn give(city: &City, question: &Said, service: ServiceId, number: u8) -> Said {
    let mark = Mark::new(number).unwrap();
    city.presses(CITIZEN, question.button(does(FindAct::Rate { service, mark }))).await
}

#[tokio::test]
async fn a_service_is_found_by_its_name_in_any_script_and_rated_without_a_point() {
    for words in ["guvohnoma", "гувоҳнома", "свидетельство", "tugilganlik", "guvohnma", "/rate guvohnoma"]
    {
        let city = City::new().await;
        let (_, service) = city.point().await;
        let found = city.says(CITIZEN, words).await;
        assert!(found.text().contains("Tugʻilganlik guvohnomasi"), "{words}: {found:?}");
        let question = city.presses(CITIZEN, found.button(does(FindAct::Service(service)))).await;
        assert!(question.edits() && question.text().contains("Soliq inspeksiyasi"), "{question:?}");
        let thanks = give(&city, &question, service, 4).await;
        assert!(thanks.text().contains("Rahmat"), "{thanks:?}");
        assert_eq!(counted(&city, service).await, [0, 0, 0, 1, 0]);
        let change = thanks.button(|button| matches!(button, Button::ChangeMark { .. }));
        let again = city.presses(CITIZEN, change).await;
        give(&city, &again, service, 1).await;
        assert_eq!(counted(&city, service).await, [1, 0, 0, 0, 0], "one vote, with and without a point");
    }
}

#[tokio::test]
async fn a_mark_by_name_and_one_at_the_counter_are_one_vote() {
    let city = City::new().await;
    let (point, service) = city.point().await;
    let language = Language::UzLatn;
    let by_name = FindAct::Rate { service, mark: Mark::new(5).unwrap() };
    city.presses(CITIZEN, Button::Find(FindStep { language, act: by_name })).await;
    city.presses(CITIZEN, Button::Rate { point, mark: Mark::new(2).unwrap(), language }).await;
    assert_eq!(counted(&city, service).await, [0, 1, 0, 0, 0]);
}

#[tokio::test]
async fn services_are_found_by_their_organisation() {
    let city = City::new().await;
    let (_, service) = city.point().await;
    let start = city.says(CITIZEN, "/start").await;
    let organisations = city.presses(CITIZEN, start.button(does(FindAct::Organisations { page: 0 }))).await;
    let organisation = city.organisation("soliq").await;
    let list = organisations.button(does(FindAct::Services { organisation, page: 0 }));
    assert_eq!(organisations.buttons().len(), 1, "only who gives services: {organisations:?}");
    let services = city.presses(CITIZEN, list).await;
    assert!(services.text().contains("1.</b> Tugʻilganlik guvohnomasi"), "{services:?}");
    let question = city.presses(CITIZEN, services.button(does(FindAct::Service(service)))).await;
    give(&city, &question, service, 3).await;
    assert_eq!(counted(&city, service).await, [0, 0, 1, 0, 0]);
    let commanded = city.says(OFFICER, "/baholash").await;
    assert!(commanded.buttons().iter().any(does(FindAct::Services { organisation, page: 0 })));
}

#[tokio::test]
async fn pages_and_things_that_are_gone_are_answered_kindly() {
    let city = City::new().await;
    let language = Language::Ru;
    for act in [
        FindAct::Organisations { page: u32::MAX },
        FindAct::Services { organisation: domain::ids::OrganisationId(999), page: 7 },
        FindAct::Service(ServiceId(999)),
        FindAct::Rate { service: ServiceId(999), mark: Mark::LOW },
    ] {
        let said = city.presses(CITIZEN, Button::Find(FindStep { language, act })).await;
        assert!(said.edits() && !said.buttons().is_empty(), "{act:?}: {said:?}");
    }
    let gone = city.says(CITIZEN, "/start s_999").await;
    assert!(gone.text().contains("больше нет в списке"), "in the language of the last press: {gone:?}");
}

#[tokio::test]
async fn links_that_are_none_of_ours_are_refused_kindly() {
    let city = City::new().await;
    for payload in ["r_", "zzz", "r_a b", "'; DROP TABLE rating; --", "s_-1", "r_ў", &"r_1".repeat(40)] {
        for account in [CITIZEN, OFFICER] {
            let said = city.says(account, &format!("/start {payload}")).await;
            assert!(said.text().contains("tushunmadim") && !said.buttons().is_empty(), "{payload}: {said:?}");
        }
    }
}

#[tokio::test]
async fn a_link_that_was_passed_on_and_a_typed_code_lead_to_the_question() {
    let city = City::new().await;
    let (point, service) = city.point().await;
    for text in [
        format!("Mana: https://t.me/nazorat_bot?start=r_{point} kiring"),
        format!("t.me/nazorat_bot?start=s_{service}"),
        format!(" {} ", point.to_lowercase()),
    ] {
        let said = city.says(CITIZEN, &text).await;
        let marks = said.buttons().into_iter().filter(super::super::rating::is_mark).count();
        assert_eq!(marks, 5, "{text}: {said:?}");
    }
}

#[tokio::test]
async fn words_that_name_nothing_show_the_way() {
    let city = City::new().await;
    for words in ["salom", "/rate xyzzy", &"pasport kerak ".repeat(20), "?!"] {
        let said = city.says(CITIZEN, words).await;
        assert!(said.buttons().iter().any(does(FindAct::Organisations { page: 0 })), "{words}: {said:?}");
    }
}

#[tokio::test]
async fn words_behind_the_bots_name_find_services_with_links() {
    let city = City::new().await;
    let (_, service) = city.point().await;
    let ask = async |query: &str| {
        let what = What::Inline { query_id: "q1".into(), query: query.into() };
        let said = city.does(CITIZEN, what).await;
        let [Reply::Inline { query_id, found }] = &said.0[..] else { panic!("{said:?}") };
        assert_eq!(query_id, "q1");
        found.clone()
    };
    assert!(ask("guvohnoma").await.is_empty(), "before the bot knows its own name there is no link");
    city.write(|conn, now: DateTime<Utc>| {
        async move { Ok(settings::set(conn, "links.base", "https://t.me/nazorat_bot?start=", now).await?) }
            .boxed()
    })
    .await;
    let found = ask("гувохнома").await;
    assert_eq!(found.len(), 1);
    let link = format!("https://t.me/nazorat_bot?start=s_{service}");
    assert_eq!(
        (found[0].title.as_str(), found[0].id.clone()),
        ("Tugʻilganlik guvohnomasi", service.to_string())
    );
    assert!(found[0].text.as_str().contains(&link));
    assert_eq!(found[0].keyboard.rows()[0][0].does, KeyAction::Open(link));
    for query in ["", "xyzzy", &"a".repeat(5000)] {
        assert!(ask(query).await.is_empty());
    }
}
