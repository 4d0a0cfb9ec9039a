//! What pages become on paper, in the browser that prints them: how many sheets, of which side, and nothing cut.

use base64::Engine;
use serde_json::json;

use crate::support::demo::Demo;
use crate::support::webdriver::{Browser, Look};

/// The sheets of a PDF as the browser writes it: the width of each in points.
fn sheets(pdf: &[u8]) -> Vec<u32> {
    let text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
    let boxes = text.split("/MediaBox [").skip(1).filter_map(|rest| rest.split(']').next());
    let widths =
        boxes.filter_map(|numbers| numbers.split_whitespace().nth(2)?.split('.').next()?.parse().ok());
    widths.collect()
}

async fn printed(browser: &Browser) -> Vec<u32> {
    let wish = json!({ "preferCSSPageSize": true, "printBackground": true });
    let pdf = browser.devtools("Page.printToPDF", &wish).await;
    let data = pdf["data"].as_str().expect("a file");
    sheets(&base64::engine::general_purpose::STANDARD.decode(data).expect("base64"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn boards_print_on_few_sheets_and_no_column_is_cut() {
    let mut demo = Demo::start().await;
    let browser = Browser::start().await;
    browser.open(&demo.sign_in).await;
    browser.click("main form button[type=submit]").await;
    browser.wait_until("a page of the panel", "return !!document.querySelector('#waiting')").await;
    for language in ["uz-Latn", "ru"] {
        browser.open(&format!("{}/lang/{language}", demo.panel)).await;
        browser.open(&demo.panel).await;
        let overview = printed(&browser).await;
        assert!((1..=3).contains(&overview.len()), "the overview in {language}: {overview:?}");

        browser.open(&format!("{}/matrix", demo.panel)).await;
        let matrix = printed(&browser).await;
        assert!((1..=3).contains(&matrix.len()), "the matrix in {language}: {matrix:?}");
        assert!(matrix.iter().all(|width| *width > 800), "on its side: {matrix:?}");
        // 297 mm without its margins, at 96 dots an inch.
        browser.look(Look { width: 1047, height: 718, dark: false }).await;
        browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" })).await;
        let cut = "const edge = document.documentElement.clientWidth + 1; \
                   return [...document.querySelectorAll('.mx th, .mx td')].filter(one => \
                   one.getClientRects().length && one.getBoundingClientRect().right > edge).length";
        let columns = "return document.querySelectorAll('.mx .mx-org').length";
        assert!(browser.script(columns).await.as_u64() > Some(15), "every organisation in {language}");
        assert_eq!(browser.script(cut).await, 0, "cut in {language}");
        browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "" })).await;
        browser.devtools("Emulation.clearDeviceMetricsOverride", &json!({})).await;
    }
    let status = demo.running.stop().await;
    assert!(status.success(), "it ended with {status}");
}
