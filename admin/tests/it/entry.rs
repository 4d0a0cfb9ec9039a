//! Coming in: signing in through the bot, invitations, the end of a session.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::clock::Clock;
use domain::links::Payload;
use domain::people::Role;
use store::tokens::Token;
use store::{StoreError, sessions};

use crate::browser::Browser;
use crate::city::City;

const LOCAL: &str = "http://127.0.0.1:8080";

/// The token in the link of a sign-in page.
fn token_of(page: &str) -> Token {
    let from = page.find("start=").expect("the page has a link") + 6;
    let payload = page[from..].split('"').next().unwrap();
    match Payload::read(payload) {
        Some(Payload::SignIn(token)) => Token::brought(&token),
        other => panic!("{other:?}"),
    }
}

async fn answer(city: &City, token: Token, approved: bool) -> bool {
    let (person, now) = (city.controller, city.clock.now());
    let answered: Result<_, StoreError> = city
        .store
        .write(move |conn| {
            Box::pin(async move { sessions::answer_sign_in(conn, &token, person, approved, now).await })
        })
        .await;
    answered.unwrap()
}

#[tokio::test]
async fn a_stranger_is_led_to_the_sign_in_and_back_to_where_they_wanted_to_go() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::new(&city);
    let sent = browser.get("/orgs?light=red").await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/login?next=/orgs%3Flight%3Dred"));

    let page = browser.get(sent.location()).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("aria-label=\"Botni ochadigan QR kod\""), "{}", page.body);
    assert_eq!(browser.get("/login/wait").await.body, "asked");
    assert!(answer(&city, token_of(&page.body), true).await);
    assert_eq!(browser.get("/login/wait").await.body, "approved");

    let done = browser.post("/login/finish?next=/orgs%3Flight%3Dred", "").await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, "/orgs?light=red"));
    assert_eq!(browser.get("/orgs?light=red").await.status, StatusCode::OK);
    assert_eq!(browser.get("/login?next=/orgs").await.location(), "/orgs");
}

#[tokio::test]
async fn an_approved_request_signs_in_only_the_browser_that_made_it_and_only_once() {
    let city = City::at(LOCAL).await;
    let (mut browser, mut other) = (Browser::new(&city), Browser::new(&city));
    let token = token_of(&browser.get("/login").await.body);
    other.get("/login").await;
    assert!(answer(&city, token.clone(), true).await);

    // The other browser knows the link, but not the first one's own half.
    let theirs = other.cookies["sign_in"].split_once('.').unwrap().1.to_owned();
    other.cookies.insert("sign_in".into(), format!("{}.{theirs}", token.reveal()));
    assert_eq!(other.get("/login/wait").await.body, "gone");
    assert_eq!(other.post("/login/finish", "").await.location(), "/login?next=/");
    assert!(!other.cookies.contains_key("session"));

    let kept = browser.cookies.clone();
    assert_eq!(browser.post("/login/finish", "").await.location(), "/");
    let mut again = Browser::new(&city);
    again.cookies = kept;
    assert_eq!(again.post("/login/finish", "").await.location(), "/login?next=/");
}

#[tokio::test]
async fn a_request_is_shown_again_after_a_reload_and_replaced_when_it_grew_old_or_was_refused() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::new(&city);
    let first = token_of(&browser.get("/login").await.body);
    assert_eq!(token_of(&browser.get("/login").await.body), first);

    city.clock.advance(TimeDelta::minutes(5));
    assert_eq!(browser.get("/login/wait").await.body, "gone");
    let second = token_of(&browser.get("/login").await.body);
    assert_ne!(second, first);

    assert!(answer(&city, second.clone(), false).await);
    assert_eq!(browser.get("/login/wait").await.body, "refused");
    assert!(browser.get("/login").await.body.contains("action=\"/login/again?next=/\""));
    assert_eq!(browser.post("/login/again?next=/", "").await.status, StatusCode::SEE_OTHER);
    assert_ne!(token_of(&browser.get("/login").await.body), second);
    assert!(!answer(&city, second, true).await, "a refused request cannot be approved any more");
}

#[tokio::test]
async fn nobody_is_sent_to_another_site_after_the_sign_in() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    for next in ["https://evil.uz", "//evil.uz", "/%5Cevil.uz", "%2F%2Fevil.uz", "/%09/evil.uz"] {
        assert_eq!(browser.get(&format!("/login?next={next}")).await.location(), "/", "{next}");
        assert_eq!(browser.get(&format!("/lang/ru?back={next}")).await.location(), "/", "{next}");
        assert_eq!(browser.get(&format!("/theme/dark?back={next}")).await.location(), "/", "{next}");
    }
}

#[tokio::test]
async fn a_sign_in_ends_the_session_that_the_browser_had() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.officer).await;
    let old = browser.cookies.remove("session").unwrap();
    let token = token_of(&browser.get("/login").await.body);
    assert!(answer(&city, token, true).await);
    browser.cookies.insert("session".into(), old.clone());
    browser.post("/login/finish", "").await;
    assert_ne!(browser.cookies["session"], old);

    let mut thief = Browser::new(&city);
    thief.cookies.insert("session".into(), old);
    assert_eq!(thief.get("/").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_lives_twelve_hours_after_its_last_use_and_never_beyond_thirty_days() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    city.clock.advance(TimeDelta::hours(12));
    assert_eq!(browser.get("/").await.status, StatusCode::SEE_OTHER);

    let mut browser = Browser::of(&city, city.controller).await;
    for _ in 0..29 * 24 / 11 {
        city.clock.advance(TimeDelta::hours(11));
        assert_eq!(browser.get("/orgs").await.status, StatusCode::OK);
    }
    let mut hours = 29 * 24 / 11 * 11;
    while hours + 10 < 30 * 24 {
        city.clock.advance(TimeDelta::hours(10));
        hours += 10;
        assert_eq!(browser.get("/orgs").await.status, StatusCode::OK, "after {hours} hours");
    }
    city.clock.advance(TimeDelta::hours(i64::from(30 * 24 - hours)));
    assert_eq!(browser.get("/orgs").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn signing_out_needs_the_form_of_the_page_and_ends_the_session() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let kept = browser.cookies.clone();
    let page = browser.get("/").await;
    assert_eq!(browser.post("/logout", "").await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
    let out = browser.post("/logout", &format!("token={}", page.form_token())).await;
    assert_eq!(out.location(), "/login");
    browser.cookies = kept;
    assert_eq!(browser.get("/").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn looking_at_an_invitation_uses_nothing_up_and_accepting_it_works_once() {
    let city = City::at(LOCAL).await;
    let link = format!("/join/{}", city.invite(city.administrator).await.reveal());
    let mut browser = Browser::new(&city);
    for _ in 0..3 {
        let page = browser.get(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains("Administrator") && page.body.contains(&format!("action=\"{link}\"")));
    }
    let accepted = browser.post(&link, "").await;
    assert_eq!((accepted.status, accepted.location()), (StatusCode::SEE_OTHER, "/welcome"));
    let welcome = browser.get("/welcome").await;
    let made = browser.post("/welcome", &format!("token={}", welcome.form_token())).await;
    assert!(made.body.contains("https://t.me/ijro_test_bot?start=i_"), "{}", made.body);

    let mut other = Browser::new(&city);
    for answer in [other.get(&link).await, other.post(&link, "").await] {
        assert_eq!(answer.status, StatusCode::GONE);
        assert!(answer.body.contains("allaqachon foydalanilgan"), "{}", answer.body);
    }
    assert!(!other.cookies.contains_key("session"));
    assert_eq!(other.get("/join/0000").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_invitation_grows_old() {
    let city = City::at(LOCAL).await;
    let link = format!("/join/{}", city.invite(city.administrator).await.reveal());
    city.clock.advance(TimeDelta::hours(72));
    let mut browser = Browser::new(&city);
    assert_eq!(browser.get(&link).await.status, StatusCode::GONE);
    assert_eq!(browser.post(&link, "").await.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_person_without_any_role_sees_nothing_but_a_clear_refusal() {
    let city = City::at(LOCAL).await;
    let root = city.organisation("city").await;
    let person = city.enter("S. Sobiq", Role::Observer, root, 77).await;
    let mut browser = Browser::of(&city, person).await;
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
    let now = city.clock.now();
    let ended: Result<_, store::NotDone> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                let right = domain::people::MayAdminister::at_the_machine();
                let grant = domain::people::Grant { role: Role::Observer, organisation: root };
                store::people::end_grant(conn, &right, person, grant, now).await
            })
        })
        .await;
    ended.unwrap();
    let refused = browser.get("/").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(refused.body.contains("huquq yoʻq"), "{}", refused.body);
}
