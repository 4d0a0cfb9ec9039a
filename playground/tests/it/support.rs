//! A playground on a free port, a world with a clock that stands still, and a bot that calls by hand.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use playground::{BotIdentity, Config, Jump, Limits, Link, Persona, Playground, Texts, World};
use serde_json::{Value, json};

pub(crate) const TOKEN: &str = "123456:TEST-secret";
/// She has pressed Start.
pub(crate) const LOLA: i64 = 1001;
/// He has not.
pub(crate) const ANVAR: i64 = 1002;

pub(crate) struct StillWorld(Mutex<DateTime<Utc>>);

impl StillWorld {
    pub(crate) fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap() += by;
    }
}

impl World for StillWorld {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap()
    }

    fn jumps(&self, language: &str) -> Vec<Jump> {
        vec![Jump { id: "day".into(), label: format!("+1 ({language})") }]
    }

    fn jump(&self, _: &str) -> futures_util::future::BoxFuture<'_, ()> {
        self.advance(TimeDelta::days(1));
        Box::pin(async {})
    }

    fn links(&self, _: &str) -> futures_util::future::BoxFuture<'_, Vec<Link>> {
        let link = Link {
            title: "Hall 1".into(),
            note: "window 5".into(),
            payload: "r_abc".into(),
            group: "Points".into(),
        };
        Box::pin(async move { vec![link] })
    }
}

pub(crate) struct City {
    pub(crate) playground: Arc<Playground>,
    pub(crate) world: Arc<StillWorld>,
    pub(crate) address: String,
    pub(crate) http: reqwest::Client,
}

/// A refusal or a result, as the bot sees it.
pub(crate) type Answer = Result<Value, (u16, String)>;

pub(crate) async fn city() -> City {
    city_with(Limits::default()).await
}

pub(crate) async fn city_with(limits: Limits) -> City {
    let person = |id, name: &str| Persona {
        id,
        first_name: name.into(),
        last_name: None,
        language_code: "uz".into(),
        about: "tester".into(),
    };
    let english = BTreeMap::from([("playground-language-name".to_owned(), "English".to_owned())]);
    let config = Config {
        token: TOKEN.into(),
        bot: BotIdentity { id: 123_456, username: "test_bot".into(), first_name: "Test".into() },
        people: vec![person(LOLA, "Lola"), person(ANVAR, "Anvar")],
        limits,
        texts: Texts(BTreeMap::from([("en".to_owned(), english)])),
    };
    let world = Arc::new(StillWorld(Mutex::new("2026-11-23T04:00:00Z".parse().unwrap())));
    let playground = Playground::new(config, Arc::clone(&world) as Arc<dyn World>);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let router = playground.router();
    spawn(async move { axum::serve(listener, router).await.unwrap() });
    City { playground, world, address, http: reqwest::Client::new() }
}

#[expect(clippy::disallowed_methods, reason = "tests end with their runtime")]
pub(crate) fn spawn<T: Send + 'static>(
    task: impl Future<Output = T> + Send + 'static,
) -> tokio::task::JoinHandle<T> {
    tokio::spawn(task)
}

impl City {
    /// The same after Lola has pressed Start, with nothing waiting for the bot.
    pub(crate) async fn with_lola() -> Self {
        let city = city().await;
        city.playground.start(LOLA, None);
        city.call("getUpdates", json!({"offset": -1})).await.unwrap();
        let last = city.call("getUpdates", json!({})).await.unwrap()[0]["update_id"].as_i64().unwrap();
        city.call("getUpdates", json!({"offset": last + 1, "timeout": 0, "limit": 1})).await.unwrap();
        city
    }

    pub(crate) fn url(&self, method: &str) -> String {
        format!("{}/bot{TOKEN}/{method}", self.address)
    }

    pub(crate) async fn call(&self, method: &str, arguments: Value) -> Answer {
        let response = self.http.post(self.url(method)).json(&arguments).send().await.unwrap();
        let status = response.status().as_u16();
        let body: Value = response.json().await.unwrap();
        if body["ok"] == true {
            Ok(body["result"].clone())
        } else {
            assert_eq!(body["error_code"], status);
            Err((status, body["description"].as_str().unwrap().to_owned()))
        }
    }

    pub(crate) async fn say(&self, text: &str) -> i64 {
        let sent = self.call("sendMessage", json!({"chat_id": LOLA, "text": text})).await.unwrap();
        sent["message_id"].as_i64().unwrap()
    }

    pub(crate) async fn buttons(&self, text: &str, data: &[&str]) -> i64 {
        let row: Vec<Value> = data.iter().map(|data| json!({"text": data, "callback_data": data})).collect();
        let sent = self
            .call(
                "sendMessage",
                json!({
                    "chat_id": LOLA, "text": text, "reply_markup": {"inline_keyboard": [row]},
                }),
            )
            .await
            .unwrap();
        sent["message_id"].as_i64().unwrap()
    }
}

pub(crate) fn refused(code: u16, description: &str) -> Answer {
    Err((code, description.to_owned()))
}
