//! Sessions that somebody would like to have: planted, guessed, stolen, kept after the end.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::clock::Clock;
use domain::links::Payload;
use domain::people::Role;
use store::tokens::Token;
use store::{StoreError, sessions};

use crate::browser::Browser;
use crate::city::City;
use crate::work::LOCAL;

/// Approves the request that a sign-in page shows, as the controller does in Telegram.
async fn approve(city: &City, page: &str) {
    let payload = page.split("start=").nth(1).unwrap().split('"').next().unwrap();
    let Some(Payload::SignIn(token)) = Payload::read(payload) else { panic!("{payload}") };
    let (person, now) = (city.controller, city.clock.now());
    let token = Token::brought(&token);
    let approved: Result<_, StoreError> = city
        .store
        .write(move |conn| {
            Box::pin(async move { sessions::answer_sign_in(conn, &token, person, true, now).await })
        })
        .await;
    assert!(approved.unwrap());
}

#[tokio::test]
async fn a_session_that_was_planted_before_the_sign_in_opens_nothing_after_it() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::new(&city);
    browser.cookies.insert("session".into(), "0".repeat(64));
    let page = browser.get("/login").await;
    assert_eq!(page.status, StatusCode::OK, "a value that we did not give is nobody's");
    approve(&city, &page.body).await;
    browser.post("/login/finish", "").await;
    let given = browser.cookies["session"].clone();
    assert_ne!(given, "0".repeat(64));
    let mut attacker = Browser::new(&city);
    attacker.cookies.insert("session".into(), "0".repeat(64));
    assert_eq!(attacker.get("/people").await.status, StatusCode::SEE_OTHER);
    assert!(!browser.cookies.contains_key("sign_in"), "the request is used up");
}

#[tokio::test]
async fn the_attackers_own_session_does_not_survive_in_the_victims_browser() {
    let city = City::at(LOCAL).await;
    let attacker = Browser::of(&city, city.officer).await;
    let mut victim = Browser::new(&city);
    let page = victim.get("/login").await;
    approve(&city, &page.body).await;
    victim.cookies.insert("session".into(), attacker.cookies["session"].clone());
    victim.post("/login/finish", "").await;
    let mut attacker = attacker;
    assert_eq!(attacker.get("/people").await.status, StatusCode::SEE_OTHER, "it was ended on the server");
}

#[tokio::test]
async fn a_copied_cookie_dies_with_the_sign_out_and_with_time() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let mut thief = Browser::new(&city);
    thief.cookies = browser.cookies.clone();
    assert_eq!(thief.get("/people").await.status, StatusCode::OK);
    let token = browser.get("/people").await.form_token();
    let out = browser.post("/logout", &format!("token={token}")).await;
    assert!(out.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    assert_eq!(thief.get("/people").await.status, StatusCode::SEE_OTHER);
    assert_eq!(thief.post("/logout", &format!("token={token}")).await.status, StatusCode::SEE_OTHER);

    let mut idle = Browser::of(&city, city.controller).await;
    city.clock.advance(sessions::IDLE_LIFE - TimeDelta::seconds(1));
    assert_eq!(idle.get("/people").await.status, StatusCode::OK);
    let mut days = TimeDelta::zero();
    while days < sessions::WHOLE_LIFE {
        city.clock.advance(TimeDelta::hours(11));
        days += TimeDelta::hours(11);
        idle.get("/people").await;
    }
    assert_eq!(idle.get("/people").await.status, StatusCode::SEE_OTHER, "however busy it was");
}

#[tokio::test]
async fn a_session_sees_nothing_any_more_when_the_last_role_of_its_person_ends() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let mut officer = Browser::of(&city, city.officer).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let token = administrator.get("/people").await.form_token();
    let form =
        format!("token={token}&person={}&role={}&organisation={kadastr}", city.officer, Role::Officer.code());
    assert_eq!(administrator.post("/people/end", &form).await.status, StatusCode::SEE_OTHER);
    for path in ["/", "/people", "/obligations", "/events"] {
        assert!(!officer.get(path).await.status.is_success(), "{path}");
    }
}

#[tokio::test]
async fn guessing_tokens_opens_nothing_and_tells_nothing() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::new(&city);
    let page = browser.get("/login").await;
    approve(&city, &page.body).await;
    let (token, secret) = browser.cookies["sign_in"].split_once('.').unwrap();
    assert!(token.len() >= 32 && secret.len() >= 32, "half a request is at least 128 bits: {token}");
    let (token, secret) = (token.to_owned(), secret.to_owned());
    let mut guesser = Browser::new(&city);
    // Whoever saw the link or the number still lacks the half that never left the browser.
    for number in 0..200_u32 {
        let guess = format!("{:0>width$x}", number, width = secret.len());
        guesser.cookies.insert("sign_in".into(), format!("{token}.{guess}"));
        assert_eq!(guesser.get("/login/wait").await.body, "gone");
        assert_eq!(guesser.post("/login/finish", "").await.location(), "/login?next=/");
        let join = guesser.get(&format!("/join/{guess}")).await;
        assert_eq!(join.status, StatusCode::NOT_FOUND);
        assert_eq!(guesser.post(&format!("/join/{guess}"), "").await.status, StatusCode::GONE);
    }
    assert!(!guesser.cookies.contains_key("session"));
    assert_eq!(browser.post("/login/finish", "").await.location(), "/", "the owner is not locked out");
}

#[tokio::test]
async fn a_flood_of_sign_in_requests_is_told_to_wait_and_others_go_on() {
    let city = City::at(LOCAL).await;
    let mut known = Browser::of(&city, city.controller).await;
    let mut early = Browser::new(&city);
    early.get("/login").await;
    let mut refused = None;
    for _ in 0..200 {
        let answer = Browser::new(&city).get("/login").await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("200 requests in a minute are too many");
    assert!(refused.body.contains("Bir daqiqadan keyin"), "it is said what to do: {}", refused.body);
    assert_eq!(refused.headers["retry-after"], "60");
    assert_eq!(early.get("/login").await.status, StatusCode::OK, "who has a request keeps it");
    assert_eq!(known.get("/people").await.status, StatusCode::OK);
    city.clock.advance(TimeDelta::minutes(1));
    assert_eq!(Browser::new(&city).get("/login").await.status, StatusCode::OK);
}
