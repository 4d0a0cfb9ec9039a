//! What keeps strangers out: headers, forms of other sites, rights, sizes.

use axum::http::{StatusCode, header};

use crate::browser::Browser;
use crate::city::City;

const LOCAL: &str = "http://127.0.0.1:8080";

#[tokio::test]
async fn every_answer_says_what_a_browser_may_load() {
    let city = City::at(LOCAL).await;
    let mut known = Browser::of(&city, city.controller).await;
    let page = known.get("/").await.body;
    let from = page.find("/static/").unwrap();
    let style = page[from..].split('"').next().unwrap().to_owned();
    for path in ["/", "/orgs", "/orgs/2", "/login", "/login/wait", "/nothing", "/join/00", "/lang/xx", &style]
    {
        let answer = known.get(path).await;
        let value = |name: &str| answer.headers.get(name).map_or("", |value| value.to_str().unwrap());
        let policy = value("content-security-policy");
        for part in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"]
        {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(value("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(value("referrer-policy"), "same-origin", "{path}");
        assert_eq!(value("strict-transport-security"), "", "{path}");
        assert!(!value("cache-control").is_empty(), "{path}");
    }
}

#[tokio::test]
async fn over_https_the_cookie_is_bound_to_the_host_and_the_browser_is_told_to_stay() {
    let city = City::at("https://ijro.example.uz").await;
    let mut browser = Browser::new(&city);
    let page = browser.get("/login").await;
    assert!(page.headers.contains_key("strict-transport-security"));
    let cookie = page.headers.get(header::SET_COOKIE).unwrap().to_str().unwrap();
    assert!(cookie.starts_with("__Host-sign_in=") && cookie.contains("Secure"), "{cookie}");

    let token = city.session(city.controller).await;
    browser.cookies.insert("session".into(), token.reveal().into());
    assert_eq!(
        browser.get("/").await.status,
        StatusCode::SEE_OTHER,
        "a cookie without the prefix is not trusted"
    );
    browser.cookies.insert("__Host-session".into(), token.reveal().into());
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
}

#[tokio::test]
async fn files_are_kept_for_ever_under_the_name_of_their_content_only() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::new(&city);
    let page = browser.get("/login").await.body;
    let from = page.find("rel=\"stylesheet\" href=\"").unwrap() + 23;
    let style = page[from..].split('"').next().unwrap();
    let file = browser.get(style).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    assert!(file.headers[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/css"));
    browser.headers = vec![("accept-encoding", "gzip, br;q=1.0".into())];
    assert_eq!(browser.get(style).await.headers[header::CONTENT_ENCODING], "br");
    let old = browser.get("/static/0000000000000000/app.css").await;
    assert_eq!(old.headers[header::CACHE_CONTROL], "no-cache");
    for path in ["/static/0/VENDOR.toml", "/static/0/../Cargo.toml", "/static/0/..%2F..%2FCargo.toml"] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_form_of_another_site_changes_nothing() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let token = browser.get("/").await.form_token();
    let form = format!("token={token}");
    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.uz"),
        ("origin", "null"),
    ] {
        browser.headers = vec![(name, value.into())];
        assert_eq!(browser.post("/logout", &form).await.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    browser.headers = vec![("sec-fetch-site", "same-origin".into())];
    let other = Browser::of(&city, city.officer).await.get("/").await.form_token();
    for wrong in ["", "token=", "token=0", &format!("token={other}")] {
        assert_eq!(browser.post("/logout", wrong).await.status, StatusCode::FORBIDDEN, "{wrong}");
    }
    assert_eq!(browser.post("/logout", &form).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_officer_sees_only_the_own_organisation() {
    let city = City::at(LOCAL).await;
    let (own, other) = (city.organisation("kadastr").await, city.organisation("suv").await);
    let mut officer = Browser::of(&city, city.officer).await;
    assert_eq!(officer.get(&format!("/orgs/{own}")).await.status, StatusCode::OK);
    let refused = officer.get(&format!("/orgs/{other}")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(!refused.body.contains("Suv taʼminoti"));
    assert_eq!(officer.get("/orgs/999999").await.status, StatusCode::FORBIDDEN);
    for path in ["/", "/orgs", "/orgs?period=all"] {
        let page = officer.get(path).await.body;
        assert!(page.contains("Kadastr agentligi"), "{path}");
        for stranger in ["Suv taʼminoti", "Shahar elektr", "Shahar soliq"] {
            assert!(!page.contains(stranger), "{path} shows {stranger}");
        }
    }
    let mut controller = Browser::of(&city, city.controller).await;
    assert_eq!(controller.get(&format!("/orgs/{other}")).await.status, StatusCode::OK);
    assert_eq!(controller.get("/orgs/999999").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_not_understood_gets_a_page_and_not_a_riddle() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    for (answer, status) in [
        (browser.get("/nothing/here").await, StatusCode::NOT_FOUND),
        (browser.get("/orgs/abc").await, StatusCode::BAD_REQUEST),
        (browser.post("/orgs", "a=b").await, StatusCode::METHOD_NOT_ALLOWED),
        (browser.post("/logout", &"a".repeat(1024 * 1024 + 1)).await, StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        assert_eq!(answer.status, status);
        assert!(answer.body.starts_with("<!doctype html>"), "{}", answer.body);
    }
    browser.headers = vec![("hx-request", "true".into())];
    let fragment = browser.get("/orgs/abc").await;
    assert!(fragment.body.starts_with("<div class=\"tell bad\" role=\"alert\">"), "{}", fragment.body);
    let mut stranger = Browser::new(&city);
    stranger.headers = vec![("hx-request", "true".into())];
    let sent = stranger.get("/orgs").await;
    assert_eq!(sent.headers["hx-redirect"], "/login?next=/orgs");
}

#[tokio::test]
async fn a_failure_of_ours_has_a_number_and_tells_no_secrets() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    city.store.close().await;
    let page = browser.get("/").await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.body.contains("Administratorga shu raqamni ayting: "), "{}", page.body);
    assert!(!page.body.contains("sqlite") && !page.body.contains("SELECT"), "{}", page.body);
}
