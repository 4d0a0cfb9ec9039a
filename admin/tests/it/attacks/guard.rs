//! The headers that keep a browser from harm, on every kind of answer; and pages without a line of script or style in them.

use axum::http::StatusCode;

use crate::browser::{Answer, Browser};
use crate::city::City;
use crate::work::LOCAL;

fn value<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

/// Whether the answer carries all that every answer must.
pub(crate) fn assert_guarded(what: &str, answer: &Answer) {
    let policy = value(answer, "content-security-policy");
    // Inside Telegram one site may have a frame around the page, and one more where it was said when the panel was started.
    let inside = "frame-ancestors https://web.telegram.org https://chat.test";
    let (ancestors, option) =
        if what.contains(" /app/") { (inside, "") } else { ("frame-ancestors 'none'", "DENY") };
    for part in ["default-src 'none'", ancestors, "base-uri 'none'", "form-action "] {
        assert!(policy.contains(part), "{what}: no {part} in {policy:?}");
    }
    let policy = policy.replace(ancestors, "");
    for hole in ["unsafe", "*", "http:", "https:", "blob:", "strict-dynamic"] {
        assert!(!policy.contains(hole), "{what}: {hole} in {policy}");
    }
    for (name, expected) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", option),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
    ] {
        assert_eq!(value(answer, name), expected, "{what}: {name}");
    }
    assert!(value(answer, "permissions-policy").contains("camera=()"), "{what}");
    assert!(!value(answer, "cache-control").is_empty(), "{what}");
    let is_open = answer.headers.contains_key("access-control-allow-origin");
    let is_public = ["/results", "/privacy"].iter().any(|path| what.contains(path));
    assert!(!is_open || is_public, "{what} is open to every site");
    let readers = if is_open { "cross-origin" } else { "same-origin" };
    assert_eq!(value(answer, "cross-origin-resource-policy"), readers, "{what}");
    for telling in ["server", "x-powered-by"] {
        assert_eq!(value(answer, telling), "", "{what}");
    }
    let kind = value(answer, "content-type");
    if kind.starts_with("image/") || answer.headers.contains_key("content-disposition") {
        assert!(policy.contains("sandbox") && !policy.contains("script-src"), "{what}: {policy}");
    }
    for cookie in answer.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().unwrap();
        assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{what}: {cookie}");
    }
    if kind.starts_with("text/html") {
        assert_nothing_inline(what, &answer.body);
    }
}

/// The tags of a page: each from its sign to the one that closes it outside quotation marks.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.match_indices('<').filter_map(|(from, _)| {
        let rest = &page[from + 1..];
        rest.starts_with(|letter: char| letter.is_ascii_alphabetic()).then_some(())?;
        let mut quote = None;
        for (place, letter) in rest.char_indices() {
            match (quote, letter) {
                (None, '>') => return Some(&rest[..place]),
                (None, '"' | '\'') => quote = Some(letter),
                (Some(open), _) if open == letter => quote = None,
                _ => {}
            }
        }
        Some(rest)
    })
}

/// The names of the attributes of a tag, without what stands between quotation marks.
fn attributes(tag: &str) -> Vec<String> {
    let outside: String = tag.split(['"', '\'']).step_by(2).collect::<Vec<_>>().join(" ");
    let words = outside.split_whitespace().skip(1);
    words.map(|word| word.split('=').next().unwrap_or_default().to_ascii_lowercase()).collect()
}

/// Whether nothing on a page runs or paints but what comes from files of ours.
fn assert_nothing_inline(what: &str, page: &str) {
    for tag in tags(page) {
        let name = tag.split([' ', '/', '\n']).next().unwrap().to_ascii_lowercase();
        let attributes = attributes(tag);
        let has = |wanted: &str| attributes.iter().any(|one| one == wanted);
        assert!(!has("style"), "{what}: a style in <{tag}>");
        assert!(!attributes.iter().any(|one| one.starts_with("on")), "{what}: a script in <{tag}>");
        assert!(name != "script" || has("src"), "{what}: a script without a file");
        let forbidden = ["style", "iframe", "object", "embed", "base", "frame", "applet", "portal"];
        assert!(!forbidden.contains(&name.as_str()), "{what}: <{tag}>");
        let target = tag.to_ascii_lowercase();
        assert!(!target.contains("javascript:") && !target.contains("vbscript:"), "{what}: <{tag}>");
    }
}

#[test]
fn the_reader_of_pages_finds_what_it_must_find() {
    for bad in [
        "<p style='x'>",
        "<p\nonclick=x>",
        "<IMG SRC=x ONERROR=alert(1)>",
        "<script>",
        "<a title='>' onfocus=x>",
        "<style>",
        "<a href=\"JavaScript:x\">",
        "<base href=x>",
    ] {
        let found = std::panic::catch_unwind(|| assert_nothing_inline("a page", bad));
        assert!(found.is_err(), "{bad} was not found");
    }
    assert_nothing_inline(
        "a page",
        "<script src=\"/a.js\" defer></script><p title=\" style=x onclick=\">a < b",
    );
}

#[tokio::test]
async fn answers_that_are_no_page_are_guarded_as_well() {
    let city = City::at(LOCAL).await;
    let mut known = Browser::of(&city, city.controller).await;
    let mut nobody = Browser::new(&city);
    let token = known.get("/people").await.form_token();
    let large = "a".repeat(1024 * 1024 + 1);
    for (what, answer, status) in [
        ("not found", known.get("/nothing").await, StatusCode::NOT_FOUND),
        ("not found, nobody", nobody.get("/nothing").await, StatusCode::NOT_FOUND),
        ("wrong method", known.post("/orgs", "a=b").await, StatusCode::METHOD_NOT_ALLOWED),
        ("too large", known.post("/logout", &large).await, StatusCode::PAYLOAD_TOO_LARGE),
        ("unreadable", known.get("/orgs/abc").await, StatusCode::BAD_REQUEST),
        ("no token", known.post("/logout", "token=0").await, StatusCode::FORBIDDEN),
        ("a redirect", nobody.get("/orgs").await, StatusCode::SEE_OTHER),
        ("a choice", nobody.get("/lang/ru?back=/").await, StatusCode::SEE_OTHER),
        ("a font", nobody.get("/static/0/fonts/onest-latin.woff2").await, StatusCode::OK),
        ("a picture", nobody.get("/static/0/favicon.svg").await, StatusCode::OK),
        ("a script", nobody.get("/static/0/app.js").await, StatusCode::OK),
        ("events", known.get("/events").await, StatusCode::OK),
        ("events, nobody", nobody.get("/events").await, StatusCode::SEE_OTHER),
        ("/results/v1/index.json", nobody.get("/results/v1/index.json").await, StatusCode::OK),
        ("/results/v1/nothing", nobody.get("/results/v1/x.json").await, StatusCode::NOT_FOUND),
        ("done", known.post("/logout", &format!("token={token}")).await, StatusCode::SEE_OTHER),
    ] {
        assert_eq!(answer.status, status, "{what}");
        assert_guarded(what, &answer);
    }
    city.store.close().await;
    let failed = nobody.get("/login").await;
    assert_eq!(failed.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_guarded("a failure", &failed);
}

#[tokio::test]
async fn the_host_that_a_request_names_stands_nowhere_in_the_answer() {
    let city = City::at("https://ijro.example.uz").await;
    let mut browser = Browser::new(&city);
    for name in ["x-forwarded-host", "x-forwarded-proto", "x-original-url", "x-rewrite-url", "forwarded"] {
        browser.headers.push((name, "host=evil.uz".into()));
    }
    browser.host = "evil.uz".into();
    for path in
        ["/", "/orgs", "/login", "/results", "/results/uz-Latn/data", "/results/v1/index.json", "/nothing"]
    {
        let answer = browser.get(path).await;
        assert!(!answer.body.contains("evil.uz"), "{path}: {}", answer.body);
        for (name, value) in &answer.headers {
            assert!(!String::from_utf8_lossy(value.as_bytes()).contains("evil"), "{path}: {name}");
        }
    }
}
