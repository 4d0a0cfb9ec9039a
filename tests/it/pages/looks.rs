//! Pages as they are seen: light and dark, on a desktop, on a phone and on the narrowest screen.

use domain::language::Language;
use serde_json::json;

use super::checks::{faults, layout};
use super::{DESKTOP, MISSING, PHONE, SMALL, axe};
use crate::support::town::Town;
use crate::support::webdriver::{Browser, Look, screenshots};

/// Each page is opened once and then seen like this: the width and the colours are all that differ, and no script asks for them.
const LOOKS: [((u32, u32), &str, &str); 6] = [
    (DESKTOP, "desktop", "light"),
    (PHONE, "phone", "light"),
    (SMALL, "small", "light"),
    (SMALL, "small", "dark"),
    (PHONE, "phone", "dark"),
    (DESKTOP, "desktop", "dark"),
];

/// Opens each page, looks at it in each way, and gives what is wrong, one line each.
pub(super) async fn look_at(
    town: &Town,
    browser: &Browser,
    language: Language,
    pages: &[(String, String)],
) -> Vec<String> {
    let mut wrong = Vec::new();
    // Two languages, one for each of the scripts: the tool looks at structure and colours.
    let is_tested = matches!(language, Language::UzLatn | Language::Ru);
    browser.open(&format!("{}/lang/{}", town.panel_url, language.tag())).await;
    browser.open(&format!("{}/theme/light", town.panel_url)).await;
    if is_tested {
        axe::bring(browser).await;
    }
    browser.complaints().await;
    let (mut looked_at, mut violations) = (0, 0);
    for (name, path) in pages {
        dress(browser, LOOKS[0]).await;
        browser.open(&format!("{}{path}", town.panel_url)).await;
        let mut found: Vec<String> = faults(browser, language)
            .await
            .into_iter()
            .map(|fault| format!("once loaded: {fault}"))
            .collect();
        for look in LOOKS {
            let (_, device, theme) = look;
            dress(browser, look).await;
            let mut here = layout(browser).await;
            // The smallest page in the dark has the colours of the phone and the structure of the light one.
            if is_tested && !(device == "small" && theme == "dark") {
                let of_tool = axe::violations(browser).await;
                (looked_at, violations) = (looked_at + 1, violations + of_tool.len());
                here.extend(of_tool);
            }
            found.extend(here.into_iter().map(|fault| format!("{theme} {device}: {fault}")));
            if is_tested && device != "small" {
                let file = format!("{name}-{device}-{theme}.png");
                browser.picture(&screenshots().join(language.tag()).join(file)).await;
            }
        }
        found.extend(browser.complaints().await);
        // The browser may tell of it only on the next page.
        found.retain(|fault| !(fault.contains(MISSING) && fault.contains("404 (Not Found)")));
        wrong.extend(found.into_iter().map(|fault| format!("{name} {} {fault}", language.tag())));
    }
    eprintln!(
        "axe: {violations} violations in {looked_at} looks at {} pages in {}",
        pages.len(),
        language.tag()
    );
    wrong
}

/// Shows the page that is open in this way, as if the person had chosen so.
async fn dress(browser: &Browser, ((width, height), _, theme): ((u32, u32), &str, &str)) {
    browser.look_at_rest(Look { width, height, dark: theme == "dark" }).await;
    browser.script(&format!("document.documentElement.dataset.theme = {}", json!(theme))).await;
}
