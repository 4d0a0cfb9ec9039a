//! Links to the panel that would lead elsewhere, and values that would leave their header.

use axum::http::StatusCode;

use crate::browser::Browser;
use crate::city::City;
use crate::work::{LOCAL, typed};

const ELSEWHERE: [&str; 22] = [
    "https://evil.uz",
    "https:evil.uz",
    "https:/evil.uz",
    "//evil.uz",
    "///evil.uz",
    "/\\evil.uz",
    "\\\\evil.uz",
    "\\/evil.uz",
    "/\t/evil.uz",
    "/\n/evil.uz",
    "/\r\n/evil.uz",
    "\t//evil.uz",
    " //evil.uz",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.uz",
    "@evil.uz",
    ".evil.uz",
    "/\u{ff0f}evil.uz",
    "\u{3002}evil.uz",
    "/\u{2215}evil.uz",
    "/a\r\nSet-Cookie: session=evil",
];

#[tokio::test]
async fn no_link_to_the_panel_leads_to_another_site() {
    let city = City::at(LOCAL).await;
    let mut known = Browser::of(&city, city.controller).await;
    for target in ELSEWHERE {
        let target = typed(target);
        for path in ["/login?next=", "/lang/ru?back=", "/theme/dark?back="] {
            let answer = known.get(&format!("{path}{target}")).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/"), "{path}{target}");
            assert!(!answer.headers.contains_key("x-evil"));
        }
        let mut nobody = Browser::new(&city);
        for path in ["/login/finish?next=", "/login/again?next="] {
            let answer = nobody.post(&format!("{path}{target}"), "").await;
            assert_eq!(answer.location(), "/login?next=/", "{path}{target}");
        }
        let page = nobody.get(&format!("/login?next={target}")).await.body;
        assert!(!page.contains("evil"), "{target}: {page}");
    }
    // Written twice over it is a path of ours, and stays one.
    let twice = known.get("/lang/ru?back=/%252f%252fevil.uz").await;
    assert_eq!(twice.location(), "/%2f%2fevil.uz");
}

#[tokio::test]
async fn an_address_that_reads_like_another_site_is_not_linked_to() {
    let city = City::at(LOCAL).await;
    let mut known = Browser::of(&city, city.controller).await;
    for path in ["//evil.uz/orgs", "//evil.uz"] {
        let page = known.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!page.body.contains("evil.uz"), "{path}: {}", page.body);
        let sent = Browser::new(&city).get(path).await;
        assert!(!sent.location().contains("evil"), "{path}: {}", sent.location());
    }
}

#[tokio::test]
async fn a_choice_of_language_or_look_takes_only_what_there_is() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::new(&city);
    for path in ["/lang/", "/theme/"] {
        for value in ["ru%0d%0aSet-Cookie:%20a=b", "ru;%20Domain=evil.uz", "%00", "..%2f", "RU", "dark%20"] {
            let answer = browser.get(&format!("{path}{value}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}{value}");
            assert!(!answer.headers.contains_key("set-cookie"), "{path}{value}");
        }
    }
    // Nor does a cookie that somebody wrote by hand reach the page.
    browser.cookies.insert("lang".into(), "\"><script>alert(1)</script>".into());
    browser.cookies.insert("theme".into(), "\" onload=\"alert(1)".into());
    let page = browser.get("/login").await.body;
    assert!(page.contains("data-theme=\"auto\"") && !page.contains("alert(1)"), "{page}");
}
