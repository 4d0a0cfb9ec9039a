//! Telegram as the tests see it: the playground, served over real HTTP on a port of its own, and people who tap.
//!
//! Buttons are named by what they do, not by what stands on them: the words may change, and there are four languages.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::buttons::Button;
use domain::clock::Clock;
use domain::links::Payload;
use playground::{
    BotIdentity, ButtonAction, CallbackAnswer, ChatMessage, Config, Limits, Persona, Playground, Texts, World,
};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::city;

/// The token of the bot. No output of the program may hold its second part.
pub(crate) const TOKEN: &str = "7000000001:AAplaygroundSecretOfTheTests0123456";
/// The part of the token that must never be seen.
pub(crate) const SECRET_PART: &str = "AAplaygroundSecretOfTheTests0123456";

/// How long the bot may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

/// The world around the chats: nothing but the time.
struct Time(Arc<dyn Clock>);

impl World for Time {
    fn now(&self) -> DateTime<Utc> {
        self.0.now()
    }
}

/// A Telegram of its own for one test.
pub(crate) struct Telegram {
    pub(crate) playground: Arc<Playground>,
    /// What `NAZORAT_BOT_API_URL` has to be.
    pub(crate) api_url: String,
    server: JoinHandle<()>,
}

impl Telegram {
    /// Starts serving; the people of the small city are there, and a few citizens.
    pub(crate) async fn start(clock: Arc<dyn Clock>) -> Self {
        let person = |id: i64, first_name: &str, language_code: &str| Persona {
            id,
            first_name: first_name.into(),
            last_name: None,
            language_code: language_code.into(),
            about: String::new(),
        };
        let config = Config {
            token: TOKEN.into(),
            bot: BotIdentity {
                id: 7_000_000_001,
                username: "nazorat_it_bot".into(),
                first_name: "Nazorat".into(),
            },
            people: vec![
                person(city::OFFICER, "Aziza", "uz"),
                person(city::OTHER_OFFICER, "Bobur", "uz"),
                person(city::CONTROLLER, "Dilshod", "uz"),
                person(city::COLLEAGUE, "Charos", "uz"),
                person(city::ADMINISTRATOR, "Maʼmura", "ru"),
                person(city::CITIZEN, "Nodira", "ru"),
            ],
            limits: Limits { messages_per_second: None, per_chat_per_second: None, per_chat_burst: 1 },
            texts: Texts::default(),
        };
        let playground = Playground::new(config, Arc::new(Time(clock)));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let api_url = format!("http://{}", listener.local_addr().expect("an address"));
        let router = playground.router();
        let server =
            tokio::spawn(async move { axum::serve(listener, router).await.expect("the server runs") });
        Self { playground, api_url, server }
    }

    /// The person follows a link into the bot and presses Start.
    pub(crate) fn follow(&self, person: i64, payload: &Payload) -> i64 {
        self.playground.start(person, Some(&payload.to_string()))
    }

    /// Waits for a message of the bot that is as expected, and gives the last such.
    pub(crate) async fn until(
        &self,
        person: i64,
        what: &str,
        expected: impl Fn(&ChatMessage) -> bool,
    ) -> ChatMessage {
        let fits = |message: &ChatMessage| message.from_bot && !message.deleted && expected(message);
        let waited = self.playground.wait_for(person, |chat| chat.iter().any(fits), PATIENCE).await;
        let chat = waited
            .unwrap_or_else(|error| panic!("{person} was to see {what}\n{error}\n{}", self.last_calls()));
        chat.into_iter().rfind(|message| fits(message)).expect("it was there")
    }

    /// Waits for a message of the bot with such a button.
    pub(crate) async fn until_button(
        &self,
        person: i64,
        what: &str,
        wanted: impl Fn(&Button) -> bool,
    ) -> ChatMessage {
        self.until(person, what, |message| buttons(message).any(|button| wanted(&button))).await
    }

    /// Waits for the next message of the bot after the message with this number.
    pub(crate) async fn reply_to(&self, person: i64, after: i64) -> ChatMessage {
        self.until(person, "a reply", |message| message.id > after).await
    }

    /// Presses the first such button of a message and waits until the bot has answered the press.
    pub(crate) async fn press(
        &self,
        person: i64,
        message: &ChatMessage,
        wanted: impl Fn(&Button) -> bool,
    ) -> CallbackAnswer {
        let data = buttons(message).find(|button| wanted(button)).map(|button| button.data());
        let data = data.unwrap_or_else(|| panic!("no such button: {} {:?}", message.text, message.labels()));
        let press = self.playground.press(person, message.id, &data);
        let press = press.unwrap_or_else(|error| panic!("{error}: {}", message.text));
        let answer = self.playground.callback_answer(&press, PATIENCE).await;
        answer.unwrap_or_else(|| panic!("the press of {data} was never answered\n{}", self.last_calls()))
    }

    /// How many messages of the bot stand in the chat.
    pub(crate) fn count(&self, person: i64) -> usize {
        self.playground.chat(person).iter().filter(|message| message.from_bot && !message.deleted).count()
    }

    /// Waits until the bot has confirmed every update, so that what did not happen by then will not happen.
    pub(crate) async fn quiet(&self) {
        let began = std::time::Instant::now();
        while self.playground.pending_update_count() > 0 {
            assert!(began.elapsed() < PATIENCE, "the bot does not take its updates\n{}", self.last_calls());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Passes when the bot asked for nothing that Telegram refuses or does not know.
    pub(crate) fn assert_no_complaint(&self) {
        let refused: Vec<String> = self
            .playground
            .calls()
            .iter()
            .filter_map(|call| match &call.outcome {
                // A second look at a button that is gone, and a poll that ends with its process, are no faults.
                playground::Outcome::Refused { code, description } if call.method != "getUpdates" => {
                    Some(format!("{} {:?}: {code} {description}", call.method, call.args))
                }
                _ => None,
            })
            .collect();
        assert!(refused.is_empty(), "Telegram refused:\n{}", refused.join("\n"));
        assert_eq!(self.playground.unknown_arguments(), Vec::<String>::new());
    }

    fn last_calls(&self) -> String {
        let calls = self.playground.calls();
        let last = calls.iter().rev().take(8).rev();
        let lines = last.map(|call| format!("{} {:?} {:?}", call.method, call.args, call.outcome));
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Drop for Telegram {
    fn drop(&mut self) {
        self.playground.close();
        self.server.abort();
    }
}

/// What the buttons of a message do. A button that the program does not understand itself is a fault.
pub(crate) fn buttons(message: &ChatMessage) -> impl Iterator<Item = Button> + '_ {
    message.keyboard.iter().flatten().filter_map(|button| match &button.action {
        ButtonAction::CallbackData(data) => {
            Some(Button::read(data).unwrap_or_else(|| panic!("the button {} carries {data}", button.text)))
        }
        _ => None,
    })
}
