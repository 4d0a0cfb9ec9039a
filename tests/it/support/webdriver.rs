//! A headless Chromium, driven over the WebDriver protocol.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine;
use serde_json::{Value, json};

/// How long a page may take to become what a test waits for.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);

/// A browser of its own for one test. It ends with this value.
pub(crate) struct Browser {
    driver: Driver,
    http: reqwest::Client,
    session: String,
}

/// The size of a window and the colours that the person prefers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) dark: bool,
}

impl Browser {
    /// Starts a browser with an empty profile.
    pub(crate) async fn start() -> Self {
        let driver = Driver::start();
        let http = reqwest::Client::builder().timeout(Duration::from_mins(1)).build().expect("a client");
        let mut arguments = vec!["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--lang=uz"];
        arguments.extend(["--force-color-profile=srgb", "--hide-scrollbars=false", "--no-first-run"]);
        if runs_as_root() {
            // Chromium's sandbox refuses root; these pages are our own.
            arguments.push("--no-sandbox");
        }
        let wish = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:loggingPrefs": { "browser": "ALL" },
            "goog:chromeOptions": { "args": arguments },
        } } });
        let mut browser = Self { driver, http, session: String::new() };
        let started = browser.post("/session", &wish).await;
        let id = started["sessionId"].as_str().unwrap_or_else(|| panic!("no session: {started}"));
        browser.session = format!("/session/{id}");
        browser.look(Look { width: 1280, height: 900, dark: false }).await;
        browser
    }

    /// Opens a page and waits until it is loaded.
    pub(crate) async fn open(&self, url: &str) {
        self.command("/url", &json!({ "url": url })).await;
    }

    /// The address of the page.
    pub(crate) async fn url(&self) -> String {
        self.script("return location.href").await.as_str().unwrap_or_default().to_owned()
    }

    /// Shows pages like this from now on. The size is that of the page itself, not of the window around it.
    pub(crate) async fn look(&self, look: Look) {
        self.emulate(look, false).await;
    }

    /// The same for who wants nothing to move: colours are what they will be at once.
    pub(crate) async fn look_at_rest(&self, look: Look) {
        self.emulate(look, true).await;
    }

    async fn emulate(&self, look: Look, at_rest: bool) {
        // A page that "is mobile" widens itself and so hides that something does not fit.
        let size =
            json!({ "width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &size).await;
        let scheme = if look.dark { "dark" } else { "light" };
        let mut features = vec![json!({ "name": "prefers-color-scheme", "value": scheme })];
        if at_rest {
            features.push(json!({ "name": "prefers-reduced-motion", "value": "reduce" }));
        }
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": features })).await;
    }

    /// Shows pages as they would be printed on A4, until the next [`Self::look`].
    pub(crate) async fn look_printed(&self) {
        // 210 mm without its margins, at 96 dots an inch.
        self.look(Look { width: 703, height: 1000, dark: false }).await;
        self.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" })).await;
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub(crate) async fn script(&self, body: &str) -> Value {
        self.command("/execute/sync", &json!({ "script": body, "args": [] })).await
    }

    /// The text of the first element that the CSS selector finds; `None` when it finds none.
    pub(crate) async fn text(&self, selector: &str) -> Option<String> {
        let body =
            format!("const it = document.querySelector({}); return it && it.innerText", json!(selector));
        self.script(&body).await.as_str().map(str::to_owned)
    }

    /// Clicks the first element that the CSS selector finds, as a person does.
    pub(crate) async fn click(&self, selector: &str) {
        let element = self.element(selector).await;
        self.command(&format!("/element/{element}/click"), &json!({})).await;
    }

    /// Types into the first element that the CSS selector finds.
    pub(crate) async fn write(&self, selector: &str, text: &str) {
        let element = self.element(selector).await;
        self.command(&format!("/element/{element}/value"), &json!({ "text": text })).await;
    }

    /// Waits until the body of a function returns something true, and gives it.
    pub(crate) async fn wait_until(&self, what: &str, body: &str) -> Value {
        let began = Instant::now();
        loop {
            let value = self.script(body).await;
            if !matches!(value, Value::Null | Value::Bool(false)) {
                return value;
            }
            if began.elapsed() > PATIENCE {
                let text = self.text("body").await.unwrap_or_default();
                panic!("the page did not show {what}; it is {} and says:\n{text}", self.url().await);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// What the page complained of since the last call: errors of scripts, of the content policy, of missing files.
    pub(crate) async fn complaints(&self) -> Vec<String> {
        let entries = self.command("/se/log", &json!({ "type": "browser" })).await;
        let entries = entries.as_array().cloned().unwrap_or_default();
        let told =
            entries.iter().filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")));
        let told = told.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned());
        // The browser's own words, that it was aborted or skipped, on a page that was left before its fading in had begun.
        told.filter(|one| !one.contains("Transition was ")).collect()
    }

    /// Keeps a picture of the whole page.
    pub(crate) async fn picture(&self, file: &Path) {
        let size =
            self.script("const r = document.documentElement; return [r.clientWidth, r.scrollHeight]").await;
        let height = size[1].as_f64().unwrap_or(900.0).clamp(400.0, 6000.0);
        let clip = json!({ "x": 0, "y": 0, "width": size[0], "height": height, "scale": 1 });
        let wish = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let picture = self.devtools("Page.captureScreenshot", &wish).await;
        let data = picture["data"].as_str().expect("a picture");
        let bytes = base64::engine::general_purpose::STANDARD.decode(data).expect("base64");
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(file, bytes).expect("the picture is kept");
    }

    /// Puts a cookie into the browser, as the site at `url` would.
    pub(crate) async fn keep_cookie(&self, url: &str, name: &str, value: &str) {
        let cookie = json!({ "url": url, "name": name, "value": value, "httpOnly": true, "sameSite": "Lax" });
        let kept = self.devtools("Network.setCookie", &cookie).await;
        assert_eq!(kept["success"], true, "the cookie {name} was not taken");
    }

    /// Runs a script on every page that is opened from now on, before its own.
    pub(crate) async fn on_every_page(&self, script: &str) {
        let wish = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &wish).await;
    }

    /// Says that the person wants nothing to move, until the next [`Self::look`].
    pub(crate) async fn without_motion(&self) {
        let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        self.devtools("Emulation.setEmulatedMedia", &still).await;
    }

    /// Presses a key, `Tab`, `Enter`, `/` or a letter, as a person does.
    pub(crate) async fn press(&self, key: &str) {
        // What listens to keys comes last of a page.
        self.wait_until("the whole page", "return document.readyState === 'complete'").await;
        let (code, number, text) = match key {
            "Tab" => ("Tab".to_owned(), 9, ""),
            "Enter" => ("Enter".to_owned(), 13, "\r"),
            "/" => ("Slash".to_owned(), 191, "/"),
            letter => {
                let large = letter.to_ascii_uppercase();
                (format!("Key{large}"), large.bytes().next().map_or(0, u32::from), letter)
            }
        };
        for kind in ["keyDown", "keyUp"] {
            let text = if kind == "keyDown" { text } else { "" };
            let press = json!({ "type": kind, "key": key, "code": code, "windowsVirtualKeyCode": number, "text": text });
            self.devtools("Input.dispatchKeyEvent", &press).await;
        }
    }

    /// Goes into the frame that the CSS selector finds: scripts, clicks and texts are those of the page in it.
    pub(crate) async fn go_into(&self, selector: &str) {
        let is_there = format!("return !!document.querySelector('{selector}')");
        self.wait_until("the frame", &is_there).await;
        let element = self.element(selector).await;
        let frame = json!({ "id": { "element-6066-11e4-a52e-4f735466cecf": element } });
        self.command("/frame", &frame).await;
    }

    /// Goes back from all frames to the page around them.
    pub(crate) async fn go_out(&self) {
        self.command("/frame", &json!({ "id": null })).await;
    }

    /// Forgets all cookies.
    pub(crate) async fn forget_cookies(&self) {
        self.devtools("Network.clearBrowserCookies", &json!({})).await;
    }

    async fn element(&self, selector: &str) -> String {
        let wish = json!({ "using": "css selector", "value": selector });
        let found = self.command("/element", &wish).await;
        let id = found.as_object().and_then(|fields| fields.values().next()).and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("no element {selector}")).to_owned()
    }

    /// Does something with an element that a script gave.
    pub(super) async fn of_element(&self, element: &Value, what: &str, body: &Value) {
        let id = element.as_object().and_then(|fields| fields.values().next()).and_then(Value::as_str);
        let id = id.unwrap_or_else(|| panic!("no element: {element}"));
        self.command(&format!("/element/{id}/{what}"), body).await;
    }

    /// Clicks an element that a script gave; `false` when another page has taken the place of its page meanwhile.
    pub(super) async fn still_clicks(&self, element: &Value) -> bool {
        let id = element.as_object().and_then(|fields| fields.values().next()).and_then(Value::as_str);
        let id = id.unwrap_or_else(|| panic!("no element: {element}"));
        let path = format!("{}/element/{id}/click", self.session);
        let value = self.answer(&path, &json!({})).await;
        // The driver has two ways to say that it came too late.
        let is_gone = value["error"] == "stale element reference"
            || value["message"].as_str().is_some_and(|said| said.contains("does not belong to the document"));
        assert!(value["error"].is_null() || is_gone, "{path}: {} {}", value["error"], value["message"]);
        !is_gone
    }

    /// Runs the body of a function that gets an element.
    pub(super) async fn script_on(&self, body: &str, element: &Value) -> Value {
        self.command("/execute/sync", &json!({ "script": body, "args": [element] })).await
    }

    pub(crate) async fn devtools(&self, method: &str, parameters: &Value) -> Value {
        self.command("/goog/cdp/execute", &json!({ "cmd": method, "params": parameters })).await
    }

    async fn command(&self, path: &str, body: &Value) -> Value {
        self.post(&format!("{}{path}", self.session), body).await
    }

    async fn post(&self, path: &str, body: &Value) -> Value {
        let value = self.answer(path, body).await;
        assert!(value["error"].is_null(), "{path} {body}: {} {}", value["error"], value["message"]);
        value
    }

    async fn answer(&self, path: &str, body: &Value) -> Value {
        let answer = self.http.post(format!("{}{path}", self.driver.address)).json(body).send().await;
        let answer: Value = answer.expect("the driver answers").json().await.expect("JSON");
        answer["value"].clone()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let file = std::thread::panicking().then(failure);
        // A browser that is told to quit removes its profile. The test's own runtime may be ending, hence the thread.
        let (http, address) = (self.http.clone(), format!("{}{}", self.driver.address, self.session));
        let quit = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async move {
                if let Some(file) = file {
                    keep_last_sight(&http, &address, &file).await;
                }
                // One that does not listen is killed with its driver.
                let _ = http.delete(address).send().await;
            });
            std::io::Result::Ok(())
        });
        let _ = quit.join();
    }
}

/// Where the picture of what a failing test saw last goes: it is named after the test.
fn failure() -> PathBuf {
    let name = std::thread::current().name().unwrap_or("unnamed").replace("::", "-");
    screenshots().join("failed").join(format!("{name}.png"))
}

async fn keep_last_sight(http: &reqwest::Client, address: &str, file: &Path) {
    let Ok(answer) = http.get(format!("{address}/screenshot")).send().await else { return };
    let Ok(answer) = answer.json::<Value>().await else { return };
    let data = answer["value"].as_str().unwrap_or_default();
    if let Ok(bytes) = base64::engine::general_purpose::STANDARD.decode(data)
        && let Some(folder) = file.parent()
    {
        let kept = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(file, bytes));
        eprintln!("what the browser showed last: {} ({kept:?})", file.display());
    }
}

/// Where the pictures go: beside what is built.
pub(crate) fn screenshots() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder").join("screenshots")
}

/// The process that drives the browser, in a process group of its own.
struct Driver {
    child: Child,
    address: String,
}

impl Driver {
    /// Starts it. The port that it chooses by itself may be taken at the last moment, and then it ends at once.
    fn start() -> Self {
        (0..5).find_map(|_| Self::try_start()).expect("chromedriver tells its port")
    }

    fn try_start() -> Option<Self> {
        let mut command = Command::new("chromedriver");
        command
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0);
        let mut child = command.spawn().unwrap_or_else(|error| {
            panic!("chromedriver: {error}. Run scripts/test, which installs it, or install chromium and chromium-driver")
        });
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        let driver = Self { child, address: format!("http://127.0.0.1:{}", port.unwrap_or_default()) };
        // Somebody must go on reading, or the driver stops when the pipe is full.
        std::thread::spawn(move || lines.for_each(drop));
        port.map(|_| driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The group holds the driver and its browser, nobody else.
        let group = format!("kill -KILL -{}", self.child.id());
        let _ = Command::new("sh").args(["-c", &group]).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }
}

fn runs_as_root() -> bool {
    let id = Command::new("id").arg("-u").output().expect("id runs");
    id.stdout.trim_ascii() == b"0"
}
