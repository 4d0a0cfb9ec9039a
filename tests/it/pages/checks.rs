//! What is wrong with a page, as a browser that shows it can tell.

use domain::language::Language;
use serde_json::Value;

use crate::support::webdriver::{Browser, Look};

/// Looks at the page from within and gives its faults, one line each.
const FAULTS: &str = r#"
const faults = [], root = document.documentElement;
if (root.scrollWidth > root.clientWidth) {
  const wide = [...document.body.querySelectorAll('*')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && box.right > root.clientWidth + 1 && getComputedStyle(e).position !== 'fixed';
  });
  const names = wide.slice(-3).map(e => e.tagName.toLowerCase() + (e.className ? '.' + e.className : '') + ' "' + e.textContent.trim().slice(0, 40) + '"');
  faults.push('wider than the window by ' + (root.scrollWidth - root.clientWidth) + ' px: ' + names.join(', '));
}
const text = document.body.innerText;
for (const sign of ['{$', '{ $', '{{', '}}', '\u2068', '\u2069', '\uFFFD', 'undefined', 'NaN', 'Some(', 'None)'])
  if (text.includes(sign)) faults.push('a leftover ' + JSON.stringify(sign));
const key = text.match(/(^|\s)(panel|cli|nav|tab|word|bot|orgs|overview|ratings|people|plan)[-_][a-z]+([-_][a-z]+)*(?=\s|$)/m);
if (key) faults.push('a leftover key ' + key[0].trim());
if (document.querySelectorAll('h1').length !== 1) faults.push(document.querySelectorAll('h1').length + ' headings of the first level');
if (!document.title.trim()) faults.push('no title');
const named = e => (e.innerText || '').trim() || e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || e.title || e.querySelector('svg title, img[alt]');
for (const e of document.querySelectorAll('a[href], button, summary'))
  if (e.checkVisibility() && !named(e)) faults.push('nothing names ' + e.outerHTML.slice(0, 120));
for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea'))
  if (!(e.labels && e.labels.length) && !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby')) faults.push('no label: ' + e.outerHTML.slice(0, 120));
const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) faults.push('the id ' + id + ' twice');
if (document.querySelector('[style], [onclick], script:not([src])')) faults.push('a style or a script in the page itself');
return faults;
"#;

/// What is wrong with the page that the browser shows, one line each.
pub(super) async fn faults(browser: &Browser, language: Language) -> Vec<String> {
    let mut faults = layout(browser).await;
    let tag = browser.script("return document.documentElement.lang").await;
    if tag != language.tag() {
        faults.push(format!("it says that it is in {tag}"));
    }
    faults.extend(browser.complaints().await);
    faults
}

/// What is wrong with the page as it is laid out now, one line each.
pub(super) async fn layout(browser: &Browser) -> Vec<String> {
    let found = browser.script(FAULTS).await;
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// What must be found is found: otherwise the tests above would pass for any page.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_checks_notice_a_bad_page() {
    const BAD: &str = "<!doctype html><html lang=uz-Latn><title> </title><body>\
        <div style='width:2000px'>{$number}</div><a href=/x></a><input id=a><p id=a>panel_title</p>";
    let router = axum::Router::new().route(
        "/",
        axum::routing::get(|| async {
            let policy =
                [(axum::http::header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'self'")];
            (policy, axum::response::Html(BAD))
        }),
    );
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let browser = Browser::start().await;
    browser.look(Look { width: 390, height: 844, dark: false }).await;
    browser.open(&format!("http://{address}/")).await;
    let found = faults(&browser, Language::Ru).await.join("\n");
    for expected in [
        "{$",
        "panel_title",
        "headings",
        "no title",
        "nothing names",
        "no label",
        "twice",
        "it says",
        "Content Security Policy",
    ] {
        assert!(found.contains(expected), "{expected} is not in\n{found}");
    }
    browser.open("data:text/html,<div style='width:2000px'>x</div>").await;
    let found = faults(&browser, Language::Ru).await.join("\n");
    assert!(found.contains("wider than the window"), "{found}");
    server.abort();
}
