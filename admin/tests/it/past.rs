//! The lists, the matrix and one obligation of a day that is over: they say what the living pages said that day.

use axum::http::StatusCode;
use chrono::Days;
use domain::clock::Clock;
use domain::ids::OrganisationId;
use store::{NotDone, obligations, people};

use crate::browser::Browser;
use crate::city::City;

const LOCAL: &str = "http://127.0.0.1:8080";
/// The day on which the city is looked at.
const DAY: &str = "2026-11-23";

async fn page(browser: &mut Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    answer.body.replace("&#38;", "&")
}

/// The words between two places of a page, without the tags.
fn words(page: &str, from: &str, to: &str) -> String {
    let part = page.split(from).nth(1).unwrap_or_else(|| panic!("{from} in {page}"));
    let part = part.split(to).next().unwrap();
    let plain = part.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words));
    plain.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Some days later much is cancelled and answered for.
async fn go_on(city: &City, organisation: OrganisationId) {
    city.clock.move_to(city.clock.now() + Days::new(3));
    let (today, now, controller) = (city.clock.today(), city.clock.now(), city.controller);
    let tree = city.store.catalogue().await.unwrap().tree.clone();
    let done: Result<(), NotDone> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                let who = people::who(conn, controller, today).await?.unwrap();
                let right = who.may_decide(organisation, &tree)?;
                for one in obligations::open_of(conn, organisation, 500).await? {
                    obligations::cancel(conn, &right, (one.id, None), "eskirgan", now).await?;
                }
                Ok(())
            })
        })
        .await;
    done.unwrap();
}

#[tokio::test]
async fn what_stood_beside_the_figures_is_what_the_day_showed() {
    let city = City::at(LOCAL).await;
    let organisation = city.organisation("kadastr").await;
    let mut browser = Browser::of(&city, city.controller).await;
    let before = page(&mut browser, "/?period=2026").await;
    go_on(&city, organisation).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let now = page(&mut browser, "/?period=2026").await;
    let after = page(&mut browser, &format!("/?period=2026&as_of={DAY}")).await;
    let deadlines = |page: &str| words(page, "id=\"h-d\">", "</section>");
    assert_ne!(deadlines(&now), deadlines(&before), "something has changed since");
    assert_eq!(deadlines(&after), deadlines(&before));
    if before.contains("id=\"h-n\"") {
        let nis = |page: &str| words(page, "id=\"h-n\">", "</section>");
        assert_eq!(nis(&after), nis(&before));
    }
    let attention = words(&after, "id=\"h-att\">", "</section>");
    let late = before.split("id=\"h-att\">").nth(1).unwrap().split("</section>").next().unwrap();
    for title in late.split("class=\"nm\">").skip(1).take(3).map(|part| part.split('<').next().unwrap()) {
        assert!(attention.contains(title), "{title}: {attention}");
    }
    assert!(attention.contains("saqlanmaydi"), "what is not kept is said: {attention}");
    let lists = after.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    for link in lists.split("href=\"/obligations").skip(1) {
        assert!(link.split('"').next().unwrap().contains(&format!("as_of={DAY}")), "{link:.120}");
    }
}

#[tokio::test]
async fn a_past_list_is_searched_and_narrowed_to_one_measure() {
    let city = City::at(LOCAL).await;
    let organisation = city.organisation("kadastr").await;
    let mut browser = Browser::of(&city, city.controller).await;
    let matrix = page(&mut browser, "/matrix?period=2026").await;
    let link = matrix.split("href=\"/obligations?").skip(1).find(|link| link.contains("measure=")).unwrap();
    let query = link.split('"').next().unwrap().to_owned();
    let total = |page: &str| words(page, "<p class=\"lead\"", "</p>").split("> ").last().unwrap().to_owned();
    let (mut before, queries) = (Vec::new(), ["q=kadastr&period=2026".to_owned(), query]);
    for query in &queries {
        before.push(total(&page(&mut browser, &format!("/obligations?{query}")).await));
    }
    go_on(&city, organisation).await;
    let mut browser = Browser::of(&city, city.controller).await;
    for (query, before) in queries.iter().zip(before) {
        let after = page(&mut browser, &format!("/obligations?{query}&as_of={DAY}")).await;
        assert_eq!(total(&after), before, "{query}");
        assert!(after.contains(&format!("name=\"as_of\" value=\"{DAY}\"")), "a search stays on the day");
    }
}

#[tokio::test]
async fn the_matrix_of_a_past_day_is_what_it_showed() {
    let city = City::at(LOCAL).await;
    let organisation = city.organisation("kadastr").await;
    let mut browser = Browser::of(&city, city.controller).await;
    let table = |page: &str| words(page, "<table class=\"mx\">", "</table>");
    let signs = |page: &str| -> Vec<String> {
        let signs = page.split("class=\"sg\"").skip(1);
        signs
            .map(|part| part.split("aria-label=\"").nth(1).unwrap().split('"').next().unwrap().to_owned())
            .collect()
    };
    let before = page(&mut browser, "/matrix?period=2026").await;
    go_on(&city, organisation).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let after = page(&mut browser, &format!("/matrix?period=2026&as_of={DAY}")).await;
    assert_eq!((table(&after), signs(&after)), (table(&before), signs(&before)));
    assert!(after.contains("Holat: 2026-yil 23-noyabr oxiriga."), "{after}");
    let sign = after.split("class=\"sg\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(sign.contains(&format!("as_of={DAY}")), "{sign}");
    assert!(page(&mut browser, sign).await.contains("Holat: 2026-yil 23-noyabr oxiriga."));
}

#[tokio::test]
async fn one_obligation_is_shown_as_it_stood_with_what_had_happened() {
    let city = City::at(LOCAL).await;
    let organisation = city.organisation("kadastr").await;
    let mut browser = Browser::of(&city, city.controller).await;
    let list = page(
        &mut browser,
        &format!("/obligations?standing=not_started&organisation={organisation}&period=all"),
    )
    .await;
    let href = list.split("class=\"rl\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let before = page(&mut browser, &href).await;
    go_on(&city, organisation).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let now = page(&mut browser, &href).await;
    assert!(now.contains("eskirgan"), "it was cancelled since");
    let after = page(&mut browser, &format!("{href}?as_of={DAY}")).await;
    assert!(after.contains("Holat: 2026-yil 23-noyabr oxiriga.") && !after.contains("eskirgan"), "{after}");
    let state = |page: &str| words(page, "class=\"eyebrow row\">", "</p>");
    assert_eq!(state(&after), state(&before));
    assert_ne!(state(&after), state(&now));
    let history = |page: &str| words(page, "<ol class=\"tl\"", "</ol>");
    assert_eq!(history(&after), history(&before));
    let acts = after.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    assert!(!acts.contains("method=\"post\""), "nothing acts on a past page");
    for (day, status) in
        [("2025-12-01", StatusCode::NOT_FOUND), ("2020-01-01", StatusCode::UNPROCESSABLE_ENTITY)]
    {
        assert_eq!(browser.get(&format!("{href}?as_of={day}")).await.status, status, "{day}");
    }
    let other = city.organisation("suv").await;
    let list = page(&mut browser, &format!("/obligations?organisation={other}&period=all")).await;
    let theirs = list.split("class=\"rl\" href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mut officer = Browser::of(&city, city.officer).await;
    assert_eq!(officer.get(&format!("{theirs}?as_of={DAY}")).await.status, StatusCode::NOT_FOUND);
}
