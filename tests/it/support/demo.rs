//! The demo as a person starts it, and the doors of its chat page.

use std::time::{Duration, Instant};

use domain::buttons::Button;
use serde_json::{Value, json};

use super::program::{Program, Running, free_address};

/// The chat page's own doors, used as its script uses them.
pub(crate) struct Chats {
    pub(crate) url: String,
    http: reqwest::Client,
}

impl Chats {
    pub(crate) async fn get(&self, path: &str) -> Value {
        let answer = self.http.get(format!("{}/playground/api/{path}", self.url)).send().await;
        answer.expect("the chats answer").json().await.expect("JSON")
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Value {
        let answer = self.http.post(format!("{}/playground/api/{path}", self.url)).json(&body).send().await;
        let answer = answer.expect("the chats answer");
        assert_eq!(answer.status(), 200, "{path} {body}");
        answer.json().await.unwrap_or_default()
    }

    pub(crate) async fn people(&self) -> Vec<i64> {
        let people = self.get("people?lang=en").await["people"].clone();
        people.as_array().expect("people").iter().filter_map(|one| one["person"]["id"].as_i64()).collect()
    }

    /// The messages of the bot in a chat: number and buttons.
    pub(crate) async fn messages(&self, person: i64) -> Vec<(i64, Vec<Button>)> {
        let chat = self.get(&format!("chat?person={person}")).await;
        let messages = chat["messages"].as_array().expect("messages").clone();
        let of_bot = messages.iter().filter(|message| message["from_bot"] == true);
        of_bot
            .map(|message| {
                let buttons = message["keyboard"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_array)
                    .flatten();
                let data = buttons.filter_map(|button| button["callback_data"].as_str());
                (message["id"].as_i64().unwrap_or_default(), data.filter_map(Button::read).collect())
            })
            .collect()
    }

    /// Waits until one of these people has a message with such a button, and gives the person, the message and the button.
    pub(crate) async fn find(
        &self,
        people: &[i64],
        what: &str,
        wanted: impl Fn(&Button) -> bool,
    ) -> (i64, i64, Button) {
        let began = Instant::now();
        loop {
            for person in people {
                for (message, buttons) in self.messages(*person).await.into_iter().rev() {
                    if let Some(button) = buttons.into_iter().find(|button| wanted(button)) {
                        return (*person, message, button);
                    }
                }
            }
            assert!(began.elapsed() < Duration::from_secs(30), "nobody was shown {what}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    pub(crate) async fn press(&self, person: i64, message: i64, button: &Button) {
        let press = json!({ "do": "press", "person": person, "message": message, "data": button.data() });
        let answer = self.post("act", press).await;
        assert!(!answer["answer"].is_null(), "the press of {button:?} was not answered");
    }
}

/// A demo that runs, on ports and in a folder of its own.
pub(crate) struct Demo {
    pub(crate) running: Running,
    pub(crate) chats: Chats,
    pub(crate) panel: String,
    /// The link by which the deputy hokim comes in.
    pub(crate) sign_in: String,
    _folder: tempfile::TempDir,
}

impl Demo {
    /// Starts it and reads its addresses.
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let address = free_address();
        let port = address.rsplit(':').next().unwrap();
        let program = Program::new(folder.path(), "sqlite://not-used.db").with("NAZORAT_LANGUAGE", "en");
        let began = Instant::now();
        let running = program.start(&["demo", "--port", port, "--today", "2026-11-23"]);
        let mut sign_in = None;
        while sign_in.is_none() {
            let printed = running.printed();
            let mut words = printed.split_whitespace();
            sign_in = words.find(|word| word.contains("/join/")).map(str::to_owned);
            assert!(began.elapsed() < Duration::from_mins(1), "the demo tells no link:\n{printed}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        eprintln!("the demo told its addresses after {:?}", began.elapsed());
        let printed = running.printed();
        let urls: Vec<&str> = printed.split_whitespace().filter(|word| word.starts_with("http://")).collect();
        let sign_in = sign_in.unwrap_or_default();
        let panel = sign_in.split("/join/").next().unwrap().to_owned();
        let chats = urls.iter().find(|url| !url.starts_with(&panel)).expect("the address of the chats");
        let chats = Chats { url: chats.trim_end_matches('/').to_owned(), http: reqwest::Client::new() };
        Self { running, chats, panel, sign_in, _folder: folder }
    }
}
