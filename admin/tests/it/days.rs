//! The boards of a day that is over, and two days side by side.

use axum::http::StatusCode;
use chrono::Days;
use domain::clock::Clock;
use domain::ids::{OrganisationId, PersonId};
use store::{NotDone, obligations, people};

use crate::browser::Browser;
use crate::city::City;

const LOCAL: &str = "http://127.0.0.1:8080";

async fn page(browser: &mut Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    answer.body.replace("&#38;", "&")
}

/// The six numbers of the states on a board.
fn legend(page: &str) -> Vec<String> {
    let from = page.find("class=\"legend\"").unwrap();
    let legend = page[from..].split("</ul>").next().unwrap();
    legend.split("<b>").skip(1).map(|part| part.split('<').next().unwrap().to_owned()).collect()
}

/// The rates of the organisations, by name.
fn rates(page: &str) -> Vec<(String, String)> {
    let rows = page.split("class=\"rl\"").skip(1).map(|row| {
        let name = row.split("class=\"nm\">").nth(1).unwrap().split('<').next().unwrap();
        let rate = row
            .split("class=\"pc\">")
            .nth(1)
            .unwrap()
            .split("<b>")
            .nth(1)
            .unwrap()
            .split('<')
            .next()
            .unwrap();
        (name.to_owned(), rate.to_owned())
    });
    rows.collect()
}

/// Control stops asking for what is open of an organisation. Gives how much that was.
async fn cancel_all(city: &City, organisation: OrganisationId, controller: PersonId) -> usize {
    let (today, now) = (city.clock.today(), city.clock.now());
    let tree = city.store.catalogue().await.unwrap().tree.clone();
    let done: Result<usize, NotDone> = city
        .store
        .write(move |conn| {
            let tree = tree.clone();
            Box::pin(async move {
                let who = people::who(conn, controller, today).await?.unwrap();
                let right = who.may_decide(organisation, &tree)?;
                let open = obligations::open_of(conn, organisation, 500).await?;
                for one in &open {
                    obligations::cancel(conn, &right, (one.id, None), "eskirgan", now).await?;
                }
                Ok(open.len())
            })
        })
        .await;
    done.unwrap()
}

#[tokio::test]
async fn a_past_day_is_shown_as_it_was_whatever_happened_since() {
    let city = City::at(LOCAL).await;
    let organisation = city.organisation("kadastr").await;
    let mut browser = Browser::of(&city, city.controller).await;
    let own = format!("/orgs/{organisation}");
    let before = page(&mut browser, "/?period=2026").await;
    let own_before = page(&mut browser, &format!("{own}?period=2026")).await;
    let orgs_before = page(&mut browser, "/orgs?period=2026").await;

    city.clock.move_to(city.clock.now() + Days::new(3));
    assert!(cancel_all(&city, organisation, city.controller).await > 0);
    let mut browser = Browser::of(&city, city.controller).await;
    let now = page(&mut browser, &format!("{own}?period=2026")).await;
    assert_ne!(legend(&now), legend(&own_before), "something has changed since");

    let after = page(&mut browser, "/?period=2026&as_of=2026-11-23").await;
    assert_eq!(legend(&after), legend(&before));
    let own_after = page(&mut browser, &format!("{own}?period=2026&as_of=2026-11-23")).await;
    assert_eq!(legend(&own_after), legend(&own_before));
    assert_eq!(own_after.matches("class=\"pill ").count(), own_before.matches("class=\"pill ").count());
    let orgs_after = page(&mut browser, "/orgs?period=2026&as_of=2026-11-23").await;
    assert_eq!(rates(&orgs_after), rates(&orgs_before));
    assert_eq!(rates(&orgs_after).len(), 5);
    for past in [&after, &own_after, &orgs_after] {
        assert!(past.contains("Holat: 2026-yil 23-noyabr oxiriga."), "{past}");
        assert!(past.contains("Bugungi holat"), "{past}");
        assert!(!past.contains("data-events"), "nothing moves on a past page");
        let acts = past.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
        assert!(!acts.contains("method=\"post\""), "nothing acts on a past page");
    }
}

#[tokio::test]
async fn the_numbers_of_a_past_board_lead_to_its_rows() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let board = page(&mut browser, "/?as_of=2026-10-20&period=2026").await;
    for (place, code) in
        ["overdue", "due_soon", "working", "review", "done", "not_started"].into_iter().enumerate()
    {
        let path = format!("/obligations?as_of=2026-10-20&standing={code}&period=2026");
        assert!(board.contains(&format!("href=\"{path}\"")), "{path}");
        let list = page(&mut browser, &path).await;
        let number = &legend(&board)[place];
        assert!(list.contains(&format!("{number} ta topshiriq")), "{code}: {number}");
        let rows = list.matches("<td class=\"hs\"><span class=\"pill ").count();
        assert_eq!(rows, number.parse::<usize>().unwrap().min(25), "{code}");
        assert!(!list.contains("name=\"decision\""), "nothing is decided on a past page");
    }
}

#[tokio::test]
async fn a_day_that_cannot_be_shown_is_refused_kindly() {
    let city = City::at(LOCAL).await;
    let organisation = city.organisation("kadastr").await;
    let mut browser = Browser::of(&city, city.controller).await;
    let own = format!("/orgs/{organisation}");
    for (day, words) in [
        ("bugun", "Sana tushunarsiz yozilgan"),
        ("2026-02-30", "Sana tushunarsiz yozilgan"),
        ("%3Cb%3E%00", "Sana tushunarsiz yozilgan"),
        ("99999-01-01", "Sana tushunarsiz yozilgan"),
        ("2026-11-24", "Bu kun hali kelmagan"),
        ("9999-12-31", "Bu kun hali kelmagan"),
        ("2020-01-01", "Yozuvlar 2025-yil 1-dekabr kuni boshlangan"),
        ("0000-01-01", "Yozuvlar 2025-yil 1-dekabr kuni boshlangan"),
    ] {
        for path in
            ["/?as_of=", "/orgs?as_of=", "/obligations?as_of=", &format!("{own}?as_of="), "/compare?from="]
        {
            let answer = browser.get(&format!("{path}{day}")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}{day}");
            assert!(answer.body.contains(words), "{path}{day}: {}", answer.body);
        }
    }
    for path in ["/?as_of=", "/?as_of=2026-11-23", "/orgs?as_of=2026-11-23", "/obligations?as_of=2026-11-23"]
    {
        let today = page(&mut browser, path).await;
        assert!(today.contains("data-events") && !today.contains("Holat: 2026"), "{path} is the living page");
    }
}

#[tokio::test]
async fn an_officer_sees_the_past_of_their_own_organisation_only() {
    let city = City::at(LOCAL).await;
    let (own, other) = (city.organisation("kadastr").await, city.organisation("suv").await);
    let mut browser = Browser::of(&city, city.officer).await;
    for path in [
        "/?as_of=2026-11-20&period=2026".to_owned(),
        "/orgs?as_of=2026-11-20&period=2026".to_owned(),
        "/obligations?as_of=2026-11-20".to_owned(),
        format!("/orgs/{own}?as_of=2026-11-20"),
        "/compare?from=2026-11-01&period=2026".to_owned(),
    ] {
        let page = page(&mut browser, &path).await;
        assert!(page.contains("Kadastr") && !page.contains("Suv taʼminoti"), "{path}: {page}");
    }
    let refused = browser.get(&format!("/orgs/{other}?as_of=2026-11-20")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let narrowed = page(&mut browser, &format!("/obligations?as_of=2026-11-20&organisation={other}")).await;
    assert_eq!(narrowed.matches("class=\"pill ").count(), 0);
}

#[tokio::test]
async fn two_days_are_compared_and_each_number_leads_to_its_rows() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let week = page(&mut browser, "/compare").await;
    assert!(week.contains("value=\"2026-11-16\"") && week.contains("value=\"2026-11-23\""), "{week}");
    let compared = page(&mut browser, "/compare?from=2026-11-20&to=2026-10-20&period=2026").await;
    assert!(compared.contains("20.10.2026 dan 20.11.2026 gacha"), "days the wrong way round are turned");
    assert!(!compared.contains("data-events") && compared.contains("type=\"date\""));
    let mut followed = 0;
    for link in
        compared.split("href=\"/obligations?as_of=").skip(1).filter(|link| link.contains("standing=overdue"))
    {
        let address = format!("/obligations?as_of={}", link.split('"').next().unwrap());
        let number = link
            .split('>')
            .skip(1)
            .find(|part| part.starts_with(|first: char| first.is_ascii_digit()))
            .unwrap();
        let number = number.split('<').next().unwrap();
        let list = page(&mut browser, &address).await;
        assert!(list.contains(&format!("{number} ta topshiriq")), "{address}: {number}");
        followed += 1;
    }
    assert!(followed >= 20, "two numbers an organisation, for the phone and for the desk: {followed}");
    for word in ["yaxshilandi", "yomonlashdi", "oʻzgarmadi"] {
        assert!(compared.contains(word) || week.contains(word), "{word}");
    }
}
