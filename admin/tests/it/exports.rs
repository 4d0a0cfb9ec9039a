//! Files that are prepared: found again by who asked for them and by nobody else, whole or not at all.

use std::path::PathBuf;
use std::time::Duration;

use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use domain::clock::Clock;
use domain::people::{Grant, MayInvite, Role};
use store::{StoreError, people};

use crate::browser::{Answer, Browser};
use crate::city::City;

const LOCAL: &str = "http://127.0.0.1:8080";

/// Opens the page of a file until it is ready.
async fn until_ready(browser: &mut Browser, page: &str) -> Answer {
    for _ in 0..1200 {
        let answer = browser.get(page).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        if answer.body.contains(&format!("href=\"{page}/file\"")) {
            return answer;
        }
        assert!(answer.body.contains("http-equiv=\"refresh\""), "it tells by itself: {}", answer.body);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{page} was never ready");
}

async fn report(city: &City, browser: &mut Browser, what: &str) -> String {
    let organisation = city.organisation("city").await;
    let token = browser.get("/reports").await.form_token();
    let form = format!("token={token}&what={what}&organisation={organisation}");
    browser.post("/reports", &form).await.location().to_owned()
}

/// Where the file of this page lies.
fn folder(city: &City, page: &str) -> PathBuf {
    city.folder().join(".exports").join(page.rsplit('/').next().unwrap())
}

#[tokio::test]
async fn a_large_file_is_prepared_left_and_found_again_and_is_the_same() {
    let city = City::at(LOCAL).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    let report = report(&city, &mut deputy, "2026").await;
    let paths = [format!("{report}/ru.pdf"), format!("{report}/ru.xlsx"), format!("{report}/ru.zip")];
    let mut at_once = Vec::new();
    for path in &paths {
        at_once.push(deputy.get(path).await);
    }
    let city = city.with_quick_work(0);
    let mut deputy = Browser::of(&city, city.controller).await;
    for (path, direct) in paths.iter().zip(at_once) {
        let asked = deputy.get(path).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER);
        let page = asked.location().to_owned();
        // Whoever left finds it under reports, in another browser, too.
        let mut another = Browser::of(&city, city.controller).await;
        assert!(another.get("/reports").await.body.contains(&format!("href=\"{page}\"")));
        let shown = until_ready(&mut another, &page).await;
        assert!(!shown.body.contains("http-equiv"), "what is ready stands still");
        let file = another.get(&format!("{page}/file")).await;
        assert!(file.bytes == direct.bytes, "{path} is another one");
        for name in [header::CONTENT_TYPE, header::CONTENT_DISPOSITION, header::X_CONTENT_TYPE_OPTIONS] {
            assert_eq!(file.headers[&name], direct.headers[&name], "{path}");
        }
        assert_eq!(file.headers[header::CONTENT_LENGTH].to_str().unwrap(), file.bytes.len().to_string());
        assert_eq!(deputy.get(path).await.location(), page, "what never changes is made once");
    }
    let list = deputy.get("/obligations/export?standing=overdue&format=csv").await.location().to_owned();
    until_ready(&mut deputy, &list).await;
    let again = deputy.get("/obligations/export?standing=overdue&format=csv").await.location().to_owned();
    assert_ne!(again, list, "a list is made of what is true now");
    let all = deputy.get("/exports").await.body;
    assert_eq!(all.matches("class=\"rl\" href=\"/exports/").count(), 5, "{all}");
}

#[tokio::test]
async fn nobody_else_finds_a_file_nor_whoever_lost_a_role() {
    let city = City::at(LOCAL).await.with_quick_work(0);
    let top = city.organisation("city").await;
    let observer = city.enter("K. Kuzatuvchi", Role::Observer, top, 502).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    let page = deputy.get("/obligations/export?format=xlsx").await.location().to_owned();
    until_ready(&mut deputy, &page).await;
    for other in [observer, city.administrator, city.officer] {
        let mut other = Browser::of(&city, other).await;
        for path in [page.clone(), format!("{page}/file")] {
            assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert!(!other.get("/exports").await.body.contains(&page));
    }
    let stranger = Browser::new(&city).get(&format!("{page}/file")).await;
    assert!(stranger.location().starts_with("/login"), "{stranger:?}");
    let database = city.folder().join("city.db");
    assert!(database.exists());
    for path in ["/exports/..%2F..%2Fcity.db/file", "/exports/../file", "/exports/%2e%2e", "/exports/x"] {
        assert_eq!(deputy.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    // One more role is other rights: what was made before is made again.
    let kadastr = city.organisation("kadastr").await;
    let (person, now) = (city.controller, city.clock.now());
    let right = MayInvite::at_the_machine(Grant { role: Role::Officer, organisation: kadastr });
    let granted: Result<(), StoreError> = city
        .store
        .write(move |conn| Box::pin(async move { people::grant(conn, &right, person, now).await }))
        .await;
    granted.unwrap();
    let mut deputy = Browser::of(&city, city.controller).await;
    for path in [page.clone(), format!("{page}/file")] {
        assert_eq!(deputy.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn what_a_restart_interrupted_says_so_and_what_is_old_goes() {
    let city = City::at(LOCAL).await.with_quick_work(0);
    let mut deputy = Browser::of(&city, city.controller).await;
    let asked = "/obligations/export?standing=overdue&format=csv";
    let page = deputy.get(asked).await.location().to_owned();
    until_ready(&mut deputy, &page).await;
    // The process ended while it was being written.
    let folder = folder(&city, &page);
    std::fs::rename(folder.join("file"), folder.join("part")).unwrap();
    let city = city.with_quick_work(0);
    let mut deputy = Browser::of(&city, city.controller).await;
    let shown = deputy.get(&page).await.body;
    assert!(shown.contains("xizmat qayta ishga tushirildi"), "{shown}");
    assert!(shown.contains("href=\"/obligations/export?standing=overdue&#38;format=csv\""), "{shown}");
    assert_eq!(deputy.get(&format!("{page}/file")).await.status, StatusCode::NOT_FOUND);
    let again = deputy.get(asked).await.location().to_owned();
    assert_ne!(again, page);
    until_ready(&mut deputy, &again).await;
    // One that failed is begun again as well.
    std::fs::rename(folder.join("part"), folder.join("failed")).unwrap();
    assert!(deputy.get(&page).await.body.contains("Faylni tayyorlab boʻlmadi"));
    city.clock.move_to(city.clock.now() + TimeDelta::hours(25));
    let mut deputy = Browser::of(&city, city.controller).await;
    assert!(!deputy.get("/exports").await.body.contains(&again));
    assert!(!folder.exists(), "the disk is free again");
}

#[tokio::test]
async fn one_person_fills_neither_the_queue_nor_the_disk() {
    let city = City::at(LOCAL).await.with_quick_work(0);
    let mut deputy = Browser::of(&city, city.controller).await;
    let (mut begun, mut refused) = (0, 0);
    for (number, letter) in "aionlstrqmyhbeud".chars().enumerate() {
        city.clock.move_to(city.clock.now() + TimeDelta::seconds(1));
        let asked = deputy.get(&format!("/obligations/export?q={letter}&format=csv")).await;
        match asked.status {
            StatusCode::SEE_OTHER => {
                begun += 1;
                if number % 2 == 0 {
                    until_ready(&mut deputy, asked.location()).await;
                }
            }
            StatusCode::TOO_MANY_REQUESTS => refused += 1,
            other => panic!("{other}: {}", asked.body),
        }
    }
    assert_eq!(begun + refused, 16);
    deputy.get("/exports").await;
    let kept = std::fs::read_dir(city.folder().join(".exports")).unwrap().count();
    assert!(kept <= 11, "{kept} files of one person");
}
