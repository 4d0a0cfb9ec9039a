//! What axe-core, which many testers of accessibility use, finds on a page.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::webdriver::Browser;

/// The tool, as it was published. See `tests/it/assets/VENDOR.toml`.
const AXE: &str = include_str!("../assets/axe.min.js");

/// Asks for everything that WCAG 2.2 demands at the levels A and AA, and for what its authors recommend beyond that.
const ASK: &str = "return axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', \
     'wcag21aa', 'wcag22aa', 'best-practice'] }).then(found => found.violations.flatMap(rule => \
     rule.nodes.slice(0, 3).map(node => `axe ${rule.id} (${rule.impact}): ${node.html.slice(0, 160)} ${(node.any[0] || \
     node.all[0] || node.none[0] || {}).message || ''}`)))";

/// Gives the tool to every page that the browser opens from now on.
pub(super) async fn bring(browser: &Browser) {
    browser.on_every_page(AXE).await;
}

/// What the tool finds on the page that is shown, one line each.
pub(super) async fn violations(browser: &Browser) -> Vec<String> {
    let found = browser.script(ASK).await;
    let found = found.as_array().unwrap_or_else(|| panic!("axe did not answer: {found}"));
    found.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn the_tool_is_the_one_that_was_published() {
    let note = include_str!("../assets/VENDOR.toml");
    assert!(note.contains(&format!("sha256 = \"{}\"", hex::encode(Sha256::digest(AXE)))));
    assert!(include_str!("../assets/LICENSES/axe-core.txt").contains("Mozilla Public License"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tool_finds_what_is_wrong_with_a_bad_page() {
    let browser = Browser::start().await;
    bring(&browser).await;
    browser
        .open("data:text/html,<html><title>a</title><body><p style='color:%23ccc'>pale</p><img src='a'><input></html>")
        .await;
    let found = violations(&browser).await.join("\n");
    for rule in ["color-contrast", "image-alt", "label", "html-has-lang", "landmark-one-main"] {
        assert!(found.contains(&format!("axe {rule} ")), "{rule} is not in\n{found}");
    }
}
