//! What a person does with a page: reads words, and clicks and types where the words are.

use std::path::Path;
use std::time::{Duration, Instant};

use locales::Texts;
use serde_json::{Value, json};

use super::webdriver::{Browser, PATIENCE};

const FIND: &str = include_str!("find.js");

/// All words that the page shows, as they are compared: spaces and capitals make no difference.
const SAYS: &str = "const flat = text => text.replace(/\\s+/g, ' ').trim().toLowerCase(); return flat(document.body.innerText).includes(flat(";

/// What can be pointed at.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Link,
    Button,
    Summary,
    Field,
}

impl Kind {
    fn code(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Button => "button",
            Self::Summary => "summary",
            Self::Field => "field",
        }
    }
}

impl Browser {
    /// Follows the link with these words.
    pub(crate) async fn follow(&self, name: &str) {
        self.click_on(Kind::Link, name, "").await;
    }

    /// Follows the link with these words and waits until the page at this path has come: for what the page before has, too.
    pub(crate) async fn follow_to(&self, path: &str, name: &str) {
        self.follow(name).await;
        let there = format!("return !window.touched && location.pathname === {}", json!(path));
        self.wait_until(path, &there).await;
    }

    /// Follows the link with these words that stands nearest to others.
    pub(crate) async fn follow_beside(&self, beside: &str, name: &str) {
        self.click_on(Kind::Link, name, beside).await;
    }

    /// Presses the button with these words.
    pub(crate) async fn push(&self, name: &str) {
        self.click_on(Kind::Button, name, "").await;
    }

    /// Opens the part of the page that is folded behind these words.
    pub(crate) async fn unfold(&self, name: &str) {
        self.click_on(Kind::Summary, name, "").await;
    }

    /// The same, where it stands nearest to other words.
    pub(crate) async fn unfold_beside(&self, beside: &str, name: &str) {
        self.click_on(Kind::Summary, name, beside).await;
    }

    /// Ticks the box, or chooses the dot, with these words.
    pub(crate) async fn tick(&self, name: &str) {
        self.click_on(Kind::Field, name, "").await;
    }

    /// Writes into the field with this label, in place of what stands there.
    pub(crate) async fn fill(&self, label: &str, text: &str) {
        let field = self.point_at(Kind::Field, label, "").await;
        // A day is written in the order of the machine's language: so it is put in, as a calendar sheet does.
        let put = format!(
            "const [field] = arguments; if (field.type !== 'date') return false; field.value = {}; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }})); return true",
            json!(text)
        );
        if self.script_on(&put, &field).await != true {
            self.of_element(&field, "clear", &json!({})).await;
            self.of_element(&field, "value", &json!({ "text": text })).await;
        }
    }

    /// Writes into the field with this label and presses Enter.
    pub(crate) async fn ask(&self, label: &str, text: &str) {
        self.fill(label, &format!("{text}\n")).await;
    }

    /// Chooses a file for the field with this label.
    pub(crate) async fn hand_in(&self, label: &str, file: &Path) {
        let field = self.point_at(Kind::Field, label, "").await;
        self.of_element(&field, "value", &json!({ "text": file.display().to_string() })).await;
    }

    /// Chooses what says these words from the list with this label.
    pub(crate) async fn choose(&self, label: &str, words: &str) {
        let list = self.point_at(Kind::Field, label, "").await;
        let option = format!(
            "const flat = text => text.replace(/\\s+/g, ' ').trim(); \
             return [...arguments[0].options].find(one => flat(one.text).includes({}))",
            json!(words)
        );
        let option = self.script_on(&option, &list).await;
        assert!(
            option.is_object(),
            "{label} does not offer {words}: {}",
            self.script_on("return arguments[0].innerText", &list).await
        );
        self.of_element(&option, "click", &json!({})).await;
    }

    /// Goes back to the page before, by the browser's own button.
    pub(crate) async fn go_back(&self) {
        self.script("history.back()").await;
    }

    /// Waits until the page shows these words.
    pub(crate) async fn sees(&self, words: &str) {
        self.wait_until(words, &format!("{SAYS}{}))", json!(words))).await;
    }

    /// Waits until the page, or the one that is about to come, does not show these words.
    pub(crate) async fn does_not_see(&self, words: &str) {
        let says = format!("{SAYS}{}))", json!(words));
        let gone = says.replacen("return ", "return !(", 1) + ")";
        self.wait_until(&format!("no «{words}»"), &gone).await;
    }

    /// Waits until a new page says that what was asked for is done.
    pub(crate) async fn done(&self) {
        const DONE: &str = "return !window.touched && [...document.querySelectorAll('main .tell.good[role=status]')] \
             .some(e => e.checkVisibility() && e.innerText.trim())";
        self.wait_until("that it is done", DONE).await;
    }

    /// Waits until the page says what is wrong with what was asked for.
    pub(crate) async fn refused(&self) {
        const ALERT: &str = "return !window.touched && [...document.querySelectorAll('main [role=alert]')].some(e => e.innerText.trim())";
        self.wait_until("what is wrong", ALERT).await;
    }

    /// Waits until a page says what is wrong, and the field that is to be mended has the focus.
    pub(crate) async fn refused_at(&self, label: &str) {
        self.refused().await;
        let somewhere = "return document.activeElement.matches('input, select, textarea')";
        self.wait_until("a field with the focus", somewhere).await;
        let field = self.point_at(Kind::Field, label, "").await;
        let has_focus = self.script_on("return document.activeElement === arguments[0]", &field).await;
        assert_eq!(has_focus, true, "the focus is not where «{label}» stands");
    }

    /// Waits until the address is this one, without its origin.
    pub(crate) async fn arrives(&self, path: &str) {
        let here = format!("return (location.pathname + location.search).startsWith({})", json!(path));
        self.wait_until(path, &here).await;
    }

    /// What the page complained of, without the browser's own note on a refusal that was asked for.
    pub(crate) async fn complaints_but_refusals(&self) -> Vec<String> {
        let complaints = self.complaints().await.into_iter();
        complaints.filter(|one| !one.contains("the server responded with a status of 4")).collect()
    }

    /// Downloads go into this folder from now on.
    pub(crate) async fn download_to(&self, folder: &Path) {
        let wish = json!({ "behavior": "allow", "downloadPath": folder.display().to_string() });
        self.devtools("Browser.setDownloadBehavior", &wish).await;
    }

    async fn click_on(&self, kind: Kind, name: &str, beside: &str) {
        loop {
            let element = self.point_at(kind, name, beside).await;
            self.script("window.touched = true").await;
            if self.still_clicks(&element).await {
                break;
            }
        }
    }

    /// Waits until something with these words is there.
    async fn point_at(&self, kind: Kind, name: &str, beside: &str) -> Value {
        let given = json!({ "kind": kind.code(), "name": name, "beside": beside });
        let near = if beside.is_empty() { String::new() } else { format!(" beside {beside}") };
        self.wait_until(
            &format!("a {} «{name}»{near}", kind.code()),
            &FIND.replace("GIVEN", &given.to_string()),
        )
        .await
    }
}

/// Waits until a file with this ending has come into the folder, and gives its bytes.
pub(crate) async fn downloaded(folder: &Path, ending: &str) -> Vec<u8> {
    let began = Instant::now();
    loop {
        let files = std::fs::read_dir(folder).expect("the folder is there").filter_map(Result::ok);
        let mut files = files.map(|file| file.path());
        if let Some(file) = files.find(|file| file.extension().is_some_and(|one| one == ending)) {
            return std::fs::read(file).expect("the file is read");
        }
        assert!(began.elapsed() < PATIENCE, "no .{ending} came into {}", folder.display());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// A person at the panel: their browser, and the texts in the language that they read.
pub(crate) struct Desk {
    pub(crate) browser: Browser,
    pub(crate) t: Texts,
}

impl Desk {
    /// Sits down at this page of the panel.
    pub(crate) async fn at(browser: Browser, panel: &str, t: Texts) -> Self {
        browser.open(&format!("{panel}/lang/{}", t.language().tag())).await;
        Self { browser, t }
    }
}

impl std::ops::Deref for Desk {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}
