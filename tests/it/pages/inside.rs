//! The pages as they are inside Telegram: for a finger, on a phone, in its colours.

use domain::language::Language;
use serde_json::json;

use super::{axe, checks::faults};
use crate::support::city;
use crate::support::databases::Base;
use crate::support::town::{By, Town};
use crate::support::webdriver::{Browser, Look, screenshots};

const PAGES: [(&str, &str); 15] = [
    ("overview", "/"),
    ("orgs", "/orgs"),
    ("obligations", "/obligations"),
    ("review", "/obligations?standing=review"),
    ("ratings", "/ratings"),
    ("cases", "/cases"),
    ("matrix", "/matrix"),
    ("remind", "/remind"),
    ("plan", "/plan"),
    ("points", "/points"),
    ("people", "/people"),
    ("reports", "/reports"),
    ("search", "/search?q=soliq"),
    ("audit", "/audit"),
    ("settings", "/settings"),
];

/// What is too small for a finger. Words within a sentence are as high as their line.
const SMALL: &str = r"
const all = document.querySelectorAll('a[href], button, summary, input:not([type=hidden]), select, textarea');
return [...all].filter(e => {
  if (!e.checkVisibility({ checkVisibilityCSS: true }) || e.disabled || e.closest('svg') || e.matches('.skip')) return false;
  const it = e.matches('[type=checkbox], [type=radio]') ? e.closest('label') || (e.labels && e.labels[0]) || e : e;
  const box = it.getBoundingClientRect();
  if (box.width === 0 || (box.width >= 43.5 && box.height >= 43.5)) return false;
  const said = [...e.parentElement.childNodes].some(one => one.nodeType === 3 && one.textContent.trim().length > 1);
  return !(getComputedStyle(e).display.startsWith('inline') && said);
}).map(e => { const b = e.getBoundingClientRect(); return Math.round(b.width) + 'x' + Math.round(b.height) + ' ' + e.outerHTML.replace(/<svg.*?<\/svg>/gs, '').slice(0, 110); });
";

/// Colours as Telegram has them on a phone in the night.
const NIGHT: &str = r##"{"bg_color":"#17212b","secondary_bg_color":"#232e3c","section_bg_color":"#17212b","text_color":"#f5f5f5",
"hint_color":"#708499","link_color":"#6ab3f3","button_color":"#5288c1","button_text_color":"#ffffff","subtitle_text_color":"#708499"}"##;

/// Pages are opened as Telegram opens them, so that its colours are there.
async fn dressed(browser: &Browser, town: &Town, theme: &str) {
    let theme: String = theme.split_whitespace().collect();
    let launch = json!({ "data": "", "theme": serde_json::from_str::<serde_json::Value>(&theme).unwrap() });
    browser.open(&format!("{}/app/privacy/uz-Latn", town.panel_url)).await;
    browser.script(&format!("sessionStorage.setItem('app', {})", json!(launch.to_string()))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_inside_is_for_a_finger_and_can_be_read() {
    let town = Town::open(Base::sqlite().await, By::Webhook, "2026-12-16T05:00:00Z").await;
    let obligations = super::scene::fill(&town).await;
    let mut pages: Vec<(String, String)> =
        PAGES.iter().map(|(name, path)| ((*name).to_owned(), (*path).to_owned())).collect();
    pages.extend(obligations.iter().map(|id| (format!("obligation-{id}"), format!("/obligations/{id}"))));
    pages.push(("org".to_owned(), format!("/orgs/{}", town.city.organisation("soliq").id)));
    let browser = Browser::start().await;
    axe::bring(&browser).await;
    let mut wrong = Vec::new();
    for person in [city::CONTROLLER, city::ADMINISTRATOR] {
        let session = town.session_of(person).await;
        browser.keep_cookie(&town.panel_url, "app", &session).await;
        browser.keep_cookie(&town.panel_url, "lang", "uz-Latn").await;
        for (theme, name) in [("{}", "ours"), (NIGHT, "night")] {
            dressed(&browser, &town, theme).await;
            browser.complaints().await;
            for (width, height) in [super::PHONE, super::SMALL] {
                browser.look(Look { width, height, dark: false }).await;
                for (page, path) in &pages {
                    browser.open(&format!("{}/app{path}", town.panel_url)).await;
                    let mut found = faults(&browser, Language::UzLatn).await;
                    // The colours are set by a script, as the policy allows.
                    found.retain(|fault| !fault.contains("a style or a script"));
                    found.retain(|fault| !(fault.contains("403") || fault.contains("nothing-here")));
                    let small = browser.script(SMALL).await;
                    found.extend(
                        small.as_array().into_iter().flatten().map(|one| format!("too small: {one}")),
                    );
                    if width == super::PHONE.0 {
                        found.extend(axe::violations(&browser).await);
                        let file = format!("inside-{page}-{name}.png");
                        browser.picture(&screenshots().join("inside").join(file)).await;
                    }
                    wrong.extend(found.into_iter().map(|fault| format!("{path} {name} at {width}: {fault}")));
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}
