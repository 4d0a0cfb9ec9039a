//! The panel inside Telegram: coming in, what a session of there opens, and what another site may do with it.

use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::clock::Clock;
use domain::people::{Grant, MayAdminister, Role};
use store::{NotDone, people};

use crate::browser::{Answer, Browser};
use crate::city::{City, launch};
use crate::work::LOCAL;

const SECURE: &str = "https://ijro.example.uz";
/// The Telegram accounts of the controller and of somebody whom the city does not know.
const CONTROLLER: i64 = 11;
const CITIZEN: i64 = 900;
/// Somebody whose only role has ended.
const FORMER: i64 = 901;

fn cookie<'a>(answer: &'a Answer, name: &str) -> &'a str {
    let set = answer.headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
    set.into_iter().find(|cookie| cookie.starts_with(name)).unwrap_or_default()
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

async fn knock(browser: &mut Browser, data: &str, to: &str) -> Answer {
    browser.post("/app/enter", &format!("data={data}&to={to}")).await
}

/// A browser inside Telegram in which this account has come in.
async fn inside(city: &City, account: i64) -> Browser {
    let mut browser = Browser::new(city);
    let answer = knock(&mut browser, &launch(account), "/").await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    browser
}

#[tokio::test]
async fn whom_telegram_names_and_the_city_knows_comes_in_and_goes_on() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::new(&city);
    let sent = browser.get("/app/obligations?standing=late").await;
    assert_eq!(
        (sent.status, sent.location()),
        (StatusCode::SEE_OTHER, "/app/enter?to=/obligations%3Fstanding%3Dlate")
    );
    let door = browser.get(sent.location()).await;
    assert_eq!(door.status, StatusCode::OK);
    assert!(door.body.contains("data-to=\"/obligations?standing=late\""), "{}", door.body);
    assert!(door.body.contains("data-enter=\"/app/enter\""), "{}", door.body);

    let come = knock(&mut browser, &launch(CONTROLLER), "/obligations%3Fstanding%3Dlate").await;
    assert_eq!(
        (come.status, come.body.as_str()),
        (StatusCode::OK, "{\"to\":\"/app/obligations?standing=late\"}")
    );
    assert_eq!(
        cookie(&come, "app="),
        format!("app={}; HttpOnly; SameSite=Lax; Path=/; Max-Age=43200", browser.cookies["app"])
    );
    let page = browser.get("/app/obligations?standing=late").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(" data-app=\"\">") && page.body.contains("mini.js"), "{}", page.body);
    for gone in ["/logout", "class=\"side\"", "to-dark"] {
        assert!(!page.body.contains(gone), "{gone}: {}", page.body);
    }
    let outside: Vec<_> = ["href=\"/", "action=\"/", "data-events=\"/"]
        .into_iter()
        .flat_map(|sign| page.body.split(sign).skip(1))
        .filter(|rest| !rest.starts_with("app/") && !rest.starts_with("static/"))
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert!(outside.is_empty(), "these lead out: {outside:?}");
}

#[tokio::test]
async fn nobody_else_comes_in() {
    let city = City::at(LOCAL).await;
    let organisation = city.organisation("kadastr").await;
    let former = city.enter("Sobiq xodim", Role::Officer, organisation, FORMER).await;
    let (right, now) = (MayAdminister::at_the_machine(), city.clock.now());
    let grant = Grant { role: Role::Officer, organisation };
    let ended: Result<(), NotDone> = city
        .store
        .write(move |conn| Box::pin(async move { people::end_grant(conn, &right, former, grant, now).await }))
        .await;
    ended.unwrap();
    for (data, word) in [
        (launch(CITIZEN), "stranger"),
        (launch(FORMER), "stranger"),
        ("old".to_owned(), "old"),
        ("forged".to_owned(), "forged"),
        (String::new(), "forged"),
    ] {
        let mut browser = Browser::new(&city);
        let answer = knock(&mut browser, &data, "/").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{data}");
        assert_eq!(answer.body, format!("{{\"state\":\"{word}\"}}"), "{data}");
        assert!(browser.cookies.is_empty(), "{data}");
        assert_eq!(browser.get("/app/").await.location(), "/app/enter?to=/");
    }
}

#[tokio::test]
async fn a_flood_of_forgeries_is_stopped_and_keeps_nobody_out() {
    let city = City::at(LOCAL).await;
    let mut attacker = Browser::new(&city);
    for _ in 0..120 {
        assert_eq!(knock(&mut attacker, "forged", "/").await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(knock(&mut attacker, "forged", "/").await.status, StatusCode::TOO_MANY_REQUESTS);
    inside(&city, CONTROLLER).await;
}

#[tokio::test]
async fn a_session_of_one_place_opens_nothing_in_the_other() {
    let city = City::at(LOCAL).await;
    let mut panel = Browser::of(&city, city.controller).await;
    let mut app = inside(&city, CONTROLLER).await;
    for path in ["/", "/people", "/obligations/1", "/events"] {
        let answer = panel.get(&format!("/app{path}")).await;
        assert!(answer.location().starts_with("/app/enter?to="), "{path}: {answer:?}");
        let answer = app.get(path).await;
        assert!(answer.location().starts_with("/login?next="), "{path}: {answer:?}");
    }
    assert_eq!(panel.get("/people").await.status, StatusCode::OK);
    assert_eq!(app.get("/app/people").await.status, StatusCode::OK);
    // What is only for browsers is not there, and the way out has no form.
    for path in ["/app/login", "/app/welcome", "/app/join/0", "/app/login/wait"] {
        assert_eq!(app.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(app.post("/app/logout", "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_session_inside_ends_after_twelve_hours_however_busy_it_is() {
    let city = City::at(LOCAL).await;
    let mut app = inside(&city, CONTROLLER).await;
    for _ in 0..11 {
        city.clock.advance(TimeDelta::hours(1));
        assert_eq!(app.get("/app/people").await.status, StatusCode::OK, "{}", city.clock.now());
    }
    city.clock.advance(TimeDelta::hours(1));
    assert_eq!(app.get("/app/people").await.location(), "/app/enter?to=/people");
    // An answer that is a part of a page cannot lead to another one by itself.
    app.headers.push(("hx-request", "true".into()));
    let part = app.get("/app/orgs?light=red").await;
    assert_eq!(header(&part, "hx-redirect"), "/app/enter?to=/orgs%3Flight%3Dred");
    app.headers.clear();
    // Coming in anew ends what the browser had.
    let before = app.cookies["app"].clone();
    knock(&mut app, &launch(CONTROLLER), "/").await;
    assert_ne!(app.cookies["app"], before);
}

#[tokio::test]
async fn only_telegram_may_have_a_frame_around_the_inside_and_nobody_around_the_rest() {
    let city = City::at(SECURE).await;
    let mut browser = inside_over_https(&city).await;
    for path in
        ["/app/", "/app/people", "/app/nothing", "/app/enter", "/app/privacy/ru", "/app/keys/on?back=/"]
    {
        let answer = browser.get(path).await;
        let policy = header(&answer, "content-security-policy");
        assert!(
            policy.contains("frame-ancestors https://web.telegram.org https://chat.test"),
            "{path}: {policy}"
        );
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{path}: no {part} in {policy}");
        }
        assert!(
            !policy.contains("unsafe") && !policy.contains("frame-ancestors 'none'") && !policy.contains('*'),
            "{policy}"
        );
        assert_eq!(header(&answer, "x-frame-options"), "", "{path}");
        for (name, value) in [("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin")] {
            assert_eq!(header(&answer, name), value, "{path}");
        }
        assert!(header(&answer, "strict-transport-security").contains("max-age"), "{path}");
        assert!(!header(&answer, "cache-control").is_empty(), "{path}");
    }
    for path in ["/", "/login", "/privacy/ru", "/nothing", "/application", "/app"] {
        let answer = browser.get(path).await;
        assert!(header(&answer, "content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(header(&answer, "x-frame-options"), "DENY", "{path}");
    }
}

async fn inside_over_https(city: &City) -> Browser {
    let mut browser = Browser::new(city);
    let answer = knock(&mut browser, &launch(CONTROLLER), "/").await;
    let set = cookie(&answer, "__Host-app=");
    for part in ["HttpOnly", "Secure", "SameSite=None", "Partitioned", "Path=/", "Max-Age=43200"] {
        assert!(set.contains(part), "{part} is not in {set}");
    }
    browser
}

#[tokio::test]
async fn choices_that_are_made_inside_are_kept_for_the_frame() {
    let city = City::at(SECURE).await;
    let mut browser = inside_over_https(&city).await;
    for (path, name) in [("/app/lang/ru?back=/people", "lang=ru"), ("/app/keys/off?back=/people", "keys=off")]
    {
        let answer = browser.get(path).await;
        assert_eq!(answer.location(), "/app/people", "{path}");
        let set = cookie(&answer, name);
        assert!(
            set.contains("SameSite=None") && set.contains("Partitioned") && set.contains("Secure"),
            "{set}"
        );
    }
    assert!(browser.get("/app/people").await.body.contains("<html lang=\"ru\""));
    let outside = browser.get("/lang/ru?back=/people").await;
    assert!(cookie(&outside, "lang=ru").contains("SameSite=Lax"), "{outside:?}");
}

#[tokio::test]
async fn no_launch_leads_to_another_site() {
    let city = City::at(LOCAL).await;
    for to in
        ["https://evil.uz", "//evil.uz", "/%5Cevil.uz", "/app//evil.uz", "javascript:alert(1)", "/%0d%0aa"]
    {
        let mut browser = Browser::new(&city);
        let door = browser.get(&format!("/app/enter?to={to}")).await;
        assert!(door.body.contains("data-to=\"/\""), "{to}: {}", door.body);
        let leads_out = ["\"https://evil", "\"//evil", "\"/app//evil", "\"javascript:"];
        assert!(!leads_out.iter().any(|one| door.body.contains(one)), "{to}: {}", door.body);
        let come = knock(&mut browser, &launch(CONTROLLER), to).await;
        assert_eq!(come.body, "{\"to\":\"/app/\"}", "{to}");
        let back = browser.get(&format!("/app/lang/ru?back={to}")).await;
        let led = back.location();
        assert!(led.starts_with("/app/") && !led.contains("https:"), "{to}: {led}");
    }
}

#[tokio::test]
async fn another_site_can_do_nothing_with_a_session_inside() {
    let city = City::at(LOCAL).await;
    let mut app = inside(&city, CONTROLLER).await;
    let token = app.get("/app/reports").await.form_token();
    for says in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://web.telegram.org")],
        &[("origin", "null")],
        &[("referer", "https://evil.uz/")],
    ] {
        app.headers = says.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        for path in ["/app/views", "/app/obligations/1/decision", "/app/people/end", "/app/enter"] {
            let answer = app.post(path, &format!("token={token}&data={}", launch(CONTROLLER))).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {says:?}");
            assert!(!answer.headers.contains_key("set-cookie"), "{path} {says:?}");
        }
    }
    app.headers.clear();
    // Nor is a form taken that brings the token of a session of the panel.
    let other = Browser::of(&city, city.controller).await.get("/people").await.form_token();
    assert_ne!(token, other);
    assert_eq!(app.post("/app/people/end", &format!("token={other}")).await.status, StatusCode::FORBIDDEN);
}
