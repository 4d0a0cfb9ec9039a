//! Requests that another site makes with the cookies of somebody who is signed in.

use axum::http::StatusCode;

use crate::browser::Browser;
use crate::city::City;
use crate::roles::changing_routes;
use crate::work::LOCAL;

/// What browsers say of a request that does not come from a page of ours.
const FOREIGN: [&[(&str, &str)]; 9] = [
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site"), ("origin", "http://panel.test")],
    &[("sec-fetch-site", "cross-site"), ("origin", "http://panel.test")],
    &[("origin", "https://evil.uz")],
    &[("origin", "null")],
    &[("origin", "http://panel.test.evil.uz")],
    &[("origin", "http://panel.test:8443")],
    &[("referer", "https://evil.uz/http://panel.test/")],
    &[("origin", "https://evil.uz"), ("referer", "http://panel.test/people")],
];

#[tokio::test]
async fn another_site_reaches_no_route_that_changes_anything_even_with_a_stolen_token() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let token = browser.get("/people").await.form_token();
    for path in changing_routes() {
        for says in FOREIGN {
            browser.headers = says.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
            let answer = browser.post(&path, &format!("token={token}")).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {says:?}");
            assert!(!answer.headers.contains_key("set-cookie"), "{path} {says:?}");
        }
    }
    browser.headers.clear();
    assert_eq!(browser.get("/people").await.status, StatusCode::OK, "still signed in");
}

#[tokio::test]
async fn without_the_token_of_the_session_no_form_is_taken_whatever_its_kind() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let other = Browser::of(&city, city.officer).await.get("/people").await.form_token();
    browser.headers = vec![("sec-fetch-site", "same-origin".into())];
    // Sign-in and invitations have no session yet: there the cookie or the address is the secret.
    let open = ["/login/finish", "/login/again"];
    let paths = changing_routes().into_iter().filter(|path| !open.contains(&path.as_str()));
    for path in paths.filter(|path| !path.starts_with("/join/")) {
        for form in [String::new(), "token=".into(), format!("token={other}"), "token=0&token=1".into()] {
            let answer = browser.post(&path, &form).await;
            let refused = answer.status == StatusCode::FORBIDDEN || answer.status.is_client_error();
            assert!(refused, "{path} {form}: {}", answer.status);
        }
        let token = browser.get("/people").await.form_token();
        for kind in ["text/plain", "application/json", "application/xml", ""] {
            let answer = browser.send_as(&path, kind, format!("token={token}").into_bytes()).await;
            assert!(answer.status.is_client_error(), "{path} as {kind:?}: {}", answer.status);
        }
    }
    assert_eq!(browser.get("/people").await.status, StatusCode::OK, "still signed in");
}
