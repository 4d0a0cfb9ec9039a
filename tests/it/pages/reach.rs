//! Pages as people use them who have no mouse, who enlarge everything, or who want nothing to move.

use domain::language::Language;

use super::checks::faults;
use crate::support::city;
use crate::support::databases::Base;
use crate::support::town::{By, Town};
use crate::support::webdriver::{Browser, Look};

/// Pages with every kind of control.
const PAGES: [&str; 12] = [
    "/",
    "/orgs",
    "/obligations",
    "/obligations?standing=review",
    "/ratings",
    "/ratings/quarantine",
    "/cases/policy",
    "/plan",
    "/plan/escalation",
    "/points",
    "/people",
    "/control",
];

/// What Tab must reach: all that can be used, is seen, and is not one of several of which one stands for all.
const CONTROLS: &str = r"
const seen = e => e.checkVisibility({ checkVisibilityCSS: true }) && e.getClientRects().length > 0 && !e.disabled && e.tabIndex >= 0;
const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')].filter(seen);
const groups = new Set();
window.toReach = all.filter(e => {
  if (e.type !== 'radio') return true;
  const group = (e.form && e.form.action) + e.name;
  if (groups.has(group)) return false;
  groups.add(group);
  return true;
});
window.reached = new Set();
window.last = null;
document.activeElement.blur();
return window.toReach.length;
";

/// Notes what has the focus, and says what is wrong with it; `null` when the walk is over.
const STEP: &str = r"
const e = document.activeElement;
// A field for a date has stops of its own: day, month, year.
if (!e || e === document.body || (window.reached.has(e) && e !== window.last)) return null;
window.reached.add(e);
window.last = e;
const style = getComputedStyle(e), box = e.getBoundingClientRect();
const faults = [], name = e.outerHTML.slice(0, 100);
if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push('the focus is not seen on ' + name);
if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) faults.push('the focus is out of sight on ' + name);
return faults;
";

const MISSED: &str = "return window.toReach.filter(e => ![...window.reached].some(r => r === e || (r.type === 'radio' \
     && r.name === e.name))).map(e => e.outerHTML.slice(0, 120))";

/// Walks through the page with Tab and gives what is wrong with the way.
async fn walk(browser: &Browser) -> Vec<String> {
    let many = browser.script(CONTROLS).await.as_u64().unwrap_or_default();
    assert!(many > 3, "the page has controls");
    let mut wrong = Vec::new();
    for _ in 0..many + 20 {
        browser.press("Tab").await;
        let found = browser.script(STEP).await;
        let Some(faults) = found.as_array() else { break };
        wrong.extend(faults.iter().filter_map(|fault| fault.as_str()).map(str::to_owned));
    }
    let missed = browser.script(MISSED).await;
    wrong.extend(missed.as_array().into_iter().flatten().map(|one| format!("Tab does not reach {one}")));
    wrong
}

async fn town() -> Town {
    let town = Town::open(Base::sqlite().await, By::Webhook, super::MORNING).await;
    super::scene::fill(&town).await;
    town
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_control_is_reached_with_the_keyboard_and_shows_that_it_is() {
    let town = town().await;
    let mut wrong = Vec::new();
    let browser = town.browser_of(city::ADMINISTRATOR).await;
    for (width, height) in [super::DESKTOP, super::PHONE] {
        browser.look(Look { width, height, dark: false }).await;
        for page in PAGES.into_iter().chain(["/points/new", "/people/invite", "/calendar", "/delivery"]) {
            browser.open(&format!("{}{page}", town.panel_url)).await;
            wrong.extend(walk(&browser).await.into_iter().map(|fault| format!("{page} at {width}: {fault}")));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_stop_leads_past_the_menu() {
    let town = town().await;
    let browser = town.browser_of(city::CONTROLLER).await;
    for page in ["/", "/people"] {
        browser.open(&format!("{}{page}", town.panel_url)).await;
        browser.press("Tab").await;
        let seen = "const e = document.activeElement; return e.className === 'skip' && e.getBoundingClientRect().top >= 0";
        browser.wait_until("the link past the menu", seen).await;
        browser.press("Enter").await;
        browser.wait_until("the content with the focus", "return document.activeElement.id === 'main'").await;
        browser.press("Tab").await;
        let inside = "return document.querySelector('main').contains(document.activeElement)";
        assert_eq!(browser.script(inside).await, true, "{page}: the next stop is in the content");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_cut_off_when_it_is_enlarged_or_small() {
    let town = town().await;
    let browser = town.browser_of(city::CONTROLLER).await;
    let mut wrong = Vec::new();
    // 1440 points enlarged twice and four times; and the smallest phone.
    for (width, height) in [(720, 450), (360, 450), (320, 568)] {
        browser.look(Look { width, height, dark: false }).await;
        for page in PAGES {
            browser.open(&format!("{}{page}", town.panel_url)).await;
            let found = faults(&browser, Language::UzLatn).await;
            wrong.extend(found.into_iter().map(|fault| format!("{page} at {width}: {fault}")));
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_moves_for_who_wants_nothing_to_move() {
    const MOVES: &str = "return [...document.querySelectorAll('*')].flatMap(e => ['', '::before', '::after'].map(part => \
         [e, getComputedStyle(e, part || null)])).filter(([, s]) => [...s.transitionDuration.split(','), \
         ...s.animationDuration.split(',')].some(d => parseFloat(d) > 0.01)).map(([e]) => e.outerHTML.slice(0, 80))";
    let town = town().await;
    let browser = town.browser_of(city::CONTROLLER).await;
    browser.open(&format!("{}/", town.panel_url)).await;
    let usual = browser.script(MOVES).await;
    assert!(usual.as_array().is_some_and(|moves| !moves.is_empty()), "else this test would see nothing");
    browser.without_motion().await;
    for page in PAGES {
        browser.open(&format!("{}{page}", town.panel_url)).await;
        assert_eq!(browser.script(MOVES).await, serde_json::json!([]), "{page}");
    }
}
