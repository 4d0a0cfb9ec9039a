//! What the first page weighs and how it comes, on a phone and on a desktop. Weights are limits; times depend on the machine and
//! are only printed.

use serde_json::Value;

use super::{DESKTOP, PHONE};
use crate::support::demo::Demo;
use crate::support::webdriver::{Browser, Look};

/// Bytes as they travel, compressed.
const HTML: u64 = 12 * 1024;
const STYLES: u64 = 9 * 1024;
const SCRIPTS: u64 = 16 * 1024;
const FONTS: u64 = 62 * 1024;
const FIRST_VISIT: u64 = 100 * 1024;
const REPEATED_VISIT: u64 = 12 * 1024;
/// How far the page may move under the reader, in the unit of the Layout Instability API.
const MOVED: f64 = 0.02;

/// Waits until the page is at rest, and gives what came over the network and how it appeared.
const MEASURED: &str = r"
const observed = type => new Promise(done => {
  const found = [];
  new PerformanceObserver(list => found.push(...list.getEntries())).observe({ type, buffered: true });
  setTimeout(() => done(found), 500);
});
return Promise.all([document.fonts.ready, observed('largest-contentful-paint'), observed('layout-shift'), observed('longtask')])
  .then(([, paints, shifts, tasks]) => {
    const page = performance.getEntriesByType('navigation')[0];
    const files = performance.getEntriesByType('resource').filter(one => one.name.includes('/static/'));
    const kind = end => files.filter(one => new URL(one.name).pathname.endsWith(end));
    const sum = (list, of) => list.reduce((all, one) => all + one[of], 0);
    return {
      html: page.encodedBodySize,
      styles: sum(kind('.css'), 'encodedBodySize'),
      scripts: sum(kind('.js'), 'encodedBodySize'),
      fonts: sum(kind('.woff2'), 'encodedBodySize'),
      files: sum(files, 'encodedBodySize'),
      travelled: page.transferSize + sum(files, 'transferSize'),
      painted: Math.round(paints.length ? paints[paints.length - 1].startTime : 0),
      moved: sum(shifts, 'value'),
      blocked: Math.round(tasks.reduce((all, one) => all + Math.max(0, one.duration - 50), 0)),
    };
  });
";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_overview_of_the_demo_weighs_no_more_than_it_may() {
    let mut demo = Demo::start().await;
    let browser = Browser::start().await;
    browser.open(&demo.sign_in).await;
    browser.click("main form button[type=submit]").await;
    browser.wait_until("a page of the panel", "return !!document.querySelector('#waiting')").await;
    for ((width, height), device) in [(PHONE, "phone"), (DESKTOP, "desktop")] {
        browser.look(Look { width, height, dark: false }).await;
        for language in ["uz-Latn", "ru"] {
            browser.open(&format!("{}/lang/{language}", demo.panel)).await;
            browser.devtools("Network.clearBrowserCache", &serde_json::json!({})).await;
            browser.open(&demo.panel).await;
            let first = browser.script(MEASURED).await;
            browser.open(&demo.panel).await;
            let again = browser.script(MEASURED).await;
            let said = format!("{device}, {language}: first visit {first}, repeated {again}");
            eprintln!("{said}");
            let number =
                |of: &Value, name: &str| of[name].as_u64().unwrap_or_else(|| panic!("{name}: {said}"));
            assert!(number(&first, "html") > 1024 && number(&first, "styles") > 1024, "nothing came: {said}");
            for (name, limit) in [("html", HTML), ("styles", STYLES), ("scripts", SCRIPTS), ("fonts", FONTS)]
            {
                assert!(number(&first, name) <= limit, "{name} above {limit}: {said}");
            }
            let all = number(&first, "html") + number(&first, "files");
            assert!(all <= FIRST_VISIT, "a first visit of {all}: {said}");
            assert!(number(&again, "travelled") <= REPEATED_VISIT, "a repeated visit: {said}");
            for visit in [&first, &again] {
                let moved = visit["moved"].as_f64().unwrap_or_else(|| panic!("moved: {said}"));
                assert!(moved <= MOVED, "the page moves by {moved}: {said}");
            }
        }
    }
    let status = demo.running.stop().await;
    assert!(status.success(), "it ended with {status}\n{}", demo.running.printed());
}
