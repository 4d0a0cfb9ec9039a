//! The page that says what is kept: for everybody, in four languages, with the durations of the jobs.

use axum::http::{StatusCode, header};
use domain::language::Language;
use domain::people::INVITATION_LIFE;
use domain::retention::{
    COMMENTS, CONVERSATIONS, HIDDEN_COMMENTS, INVITATIONS, MESSAGES, PARKED_UPDATES, UNDELIVERED, VOTERS,
    WISHES,
};
use store::sessions::{IDLE_LIFE, WHOLE_LIFE};

use crate::browser::Browser;
use crate::city::City;

const LOCAL: &str = "http://127.0.0.1:8080";

#[tokio::test]
async fn everybody_reads_what_is_kept_and_for_how_long() {
    let city = City::at(LOCAL).await;
    let mut stranger = Browser::new(&city);
    stranger.headers = vec![("accept-language", "ru,en;q=0.5".into())];
    assert_eq!(stranger.get("/privacy").await.location(), "/privacy/ru");
    assert_eq!(stranger.get("/privacy/de").await.status, StatusCode::NOT_FOUND);
    let days = [
        VOTERS,
        WISHES,
        COMMENTS,
        HIDDEN_COMMENTS,
        CONVERSATIONS,
        PARKED_UPDATES,
        MESSAGES,
        UNDELIVERED,
        INVITATIONS,
        WHOLE_LIFE,
    ];
    let mut numbers: Vec<_> = days.iter().map(chrono::TimeDelta::num_days).collect();
    numbers.extend([IDLE_LIFE.num_hours(), INVITATION_LIFE.num_hours()]);
    for language in Language::ALL {
        let path = format!("/privacy/{}", language.tag());
        let page = stranger.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.body.contains(&format!("<html lang=\"{}\"", language.tag())), "{path}");
        assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
        for number in &numbers {
            assert!(page.body.contains(&format!("{number} ")), "{number} is not in {path}:\n{}", page.body);
        }
        for other in Language::ALL {
            assert!(page.body.contains(&format!("href=\"/privacy/{}\"", other.tag())), "{path}");
        }
        for fault in [" style=\"", "<script", "{{", "{$", "name=\"token\""] {
            assert!(!page.body.contains(fault), "{fault} in {path}:\n{}", page.body);
        }
        assert!(!page.headers.contains_key(header::SET_COOKIE), "{path}");
    }
}

#[tokio::test]
async fn every_frame_leads_to_it() {
    let city = City::at(LOCAL).await;
    let mut known = Browser::of(&city, city.administrator).await;
    let mut stranger = Browser::new(&city);
    for page in [known.get("/").await, stranger.get("/login").await, stranger.get("/results/uz-Latn").await] {
        assert!(page.body.contains("href=\"/privacy/uz-Latn\""), "{}", page.body);
    }
}
