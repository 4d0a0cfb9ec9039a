//! The floor: the least that does the same work as the bot for a citizen's taps, with the same tables and statements.
//!
//! It takes the webhook with axum or polls, reads updates by the few fields that it needs, keeps votes by group commit on one
//! connection, acknowledges after the commit, and calls the Bot API over bare connections. It has no languages, no retries,
//! no order within a chat, no limits and no care for what goes wrong: what it lacks is what our share of it pays for.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, ensure};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use domain::clock::{Clock, SystemClock, tashkent_day};
use serde::Deserialize;
use serde_json::value::RawValue;
use store::secret::SecretKey;
use store::voters::VoterSecret;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use super::{Role, WEBHOOK_SECRET, secret};
use crate::child::Program;
use crate::telegram::TOKEN;
use crate::wire::Wire;

mod keeper;

use keeper::{Keeper, Place, Vote};

#[derive(Deserialize)]
struct Update<'a> {
    #[serde(rename = "update_id")]
    number: i64,
    #[serde(borrow)]
    message: Option<Text<'a>>,
    #[serde(borrow)]
    callback_query: Option<Press<'a>>,
}

#[derive(Deserialize)]
struct Text<'a> {
    chat: Chat,
    text: Option<&'a str>,
}

#[derive(Deserialize)]
struct Press<'a> {
    id: &'a str,
    from: Chat,
    message: Pressed,
    data: &'a str,
}

#[derive(Deserialize)]
struct Pressed {
    message_id: i64,
}

#[derive(Deserialize)]
struct Chat {
    id: i64,
}

#[derive(Deserialize)]
struct Updates<'a> {
    #[serde(borrow)]
    result: Vec<&'a RawValue>,
}

struct Floor {
    keeper: Keeper,
    api: Api,
    secret: SecretKey,
    /// One process, one year.
    year: VoterSecret,
}

/// Bare connections to the Bot API.
struct Api {
    address: SocketAddr,
    idle: Mutex<Vec<Wire>>,
}

/// Calls to make after the acknowledgement, one after the other.
type Calls = Vec<(&'static str, String)>;

pub(super) async fn run(role: Role) -> anyhow::Result<()> {
    let address =
        role.api_url.trim_start_matches("http://").parse().context("the address of the stand-in")?;
    let api = Api { address, idle: Mutex::default() };
    let keeper = Keeper::open(&role.database, role.durability()).await?;
    let floor = Arc::new(Floor { keeper, api, secret: secret()?, year: VoterSecret::random()? });
    let listener = TcpListener::bind("127.0.0.1:0").await.context("no free port")?;
    let address = listener.local_addr().context("the port has no address")?;
    let mut parts = JoinSet::new();
    if role.by_webhook {
        let router = Router::new().route("/telegram/webhook", post(take)).with_state(floor);
        parts.spawn(async move { axum::serve(listener, router).await.context("the webhook stopped") });
    } else {
        parts.spawn(floor.poll());
    }
    Program::say_ready(address)?;
    tokio::select! {
        () = Program::asked_to_end() => Ok(()),
        Some(ended) = parts.join_next() => ended.context("a part of the floor broke")?,
    }
}

async fn take(State(floor): State<Arc<Floor>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    if headers.get("x-telegram-bot-api-secret-token").is_none_or(|secret| secret != WEBHOOK_SECRET) {
        return StatusCode::UNAUTHORIZED;
    }
    match floor.handle(&body).await {
        Ok(calls) => {
            floor.answer(calls);
            StatusCode::OK
        }
        Err(_) => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl Floor {
    async fn poll(self: Arc<Self>) -> anyhow::Result<()> {
        let mut wire = Wire::to(self.api.address).await?;
        let mut offset = 0;
        loop {
            let arguments = format!(r#"{{"offset":{offset},"timeout":25,"limit":100}}"#);
            let answer = wire.post(&format!("/bot{TOKEN}/getUpdates"), "", &arguments).await?;
            let updates: Updates<'_> =
                serde_json::from_slice(answer.body).context("updates that cannot be read")?;
            let mut work = JoinSet::new();
            for update in updates.result {
                let Numbered { update_id } =
                    serde_json::from_str(update.get()).context("an update without number")?;
                offset = offset.max(update_id + 1);
                let (floor, update) = (Arc::clone(&self), update.get().to_owned());
                work.spawn(async move { floor.handle(update.as_bytes()).await });
            }
            while let Some(ended) = work.join_next().await {
                self.answer(ended.context("an update broke")??);
            }
        }
    }

    /// Does what an update asks for; after the commit it tells which calls are to be made.
    async fn handle(&self, update: &[u8]) -> anyhow::Result<Calls> {
        let update: Update<'_> = serde_json::from_slice(update).context("not an update")?;
        if let Some(Text { chat, text: Some(text) }) = update.message {
            let code = text.strip_prefix("/start r_").context("another command")?;
            let place = self.keeper.place(code).context("no such point")?;
            return Ok(vec![("sendMessage", question(chat.id, code, place))]);
        }
        let press = update.callback_query.context("another kind of update")?;
        let mut fields = press.data.split(':').skip(1);
        let (code, mark) = (fields.next().context("no point")?, fields.next().context("no mark")?);
        let place = self.keeper.place(code).context("no such point")?.clone();
        let now = SystemClock.now();
        let day = tashkent_day(now);
        let vote = Vote {
            update_id: update.number,
            voter: self.secret.voter(&self.year, press.from.id),
            mark: mark.parse().context("no mark")?,
            place: place.clone(),
            day,
            now,
        };
        let rating = self.keeper.keep(vote).await?;
        let toast = format!(
            r#"{{"callback_query_id":"{}","text":"Baho qabul qilindi","show_alert":false}}"#,
            press.id
        );
        let thanks = thanks(press.from.id, press.message.message_id, &place, rating);
        Ok(vec![("answerCallbackQuery", toast), ("editMessageText", thanks)])
    }

    fn answer(self: &Arc<Self>, calls: Calls) {
        let floor = Arc::clone(self);
        #[expect(clippy::disallowed_methods, reason = "the floor watches over nothing")]
        tokio::spawn(async move {
            for (method, body) in calls {
                if let Err(error) = floor.api.call(method, &body).await {
                    eprintln!("the floor could not call {method}: {error:#}");
                }
            }
        });
    }
}

#[derive(Deserialize)]
struct Numbered {
    update_id: i64,
}

impl Api {
    async fn call(&self, method: &str, body: &str) -> anyhow::Result<()> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut wire = match idle {
            Some(wire) => wire,
            None => Wire::to(self.address).await?,
        };
        let answer = wire.post(&format!("/bot{TOKEN}/{method}"), "", body).await?;
        ensure!(answer.status() == 200, "{method} was answered with {}", answer.status());
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(wire);
        Ok(())
    }
}

/// Of the length of ours.
fn question(chat: i64, code: &str, place: &Place) -> String {
    let row =
        |mark: u8| format!(r#"[{{"text":"⭐⭐⭐⭐⭐ {mark} — aʼlo","callback_data":"1r:{code}:{mark}:l"}}]"#);
    let rows = [row(5), row(4), row(3), row(2), row(1)].join(",");
    let languages =
        ["k", "r", "e"].map(|tag| format!(r#"{{"text":"Ўзбекча","callback_data":"1q:{code}:{tag}"}}"#));
    format!(
        r#"{{"chat_id":{chat},"text":"<b>{}</b>\n{}\n\nXizmatdan qoniqdingizmi? Bitta tugmani bosing.\n\nIsmingiz, raqamingiz va Telegram hisobingiz saqlanmaydi.","parse_mode":"HTML","link_preview_options":{{"is_disabled":true}},"reply_markup":{{"inline_keyboard":[{rows},[{}]]}}}}"#,
        place.name,
        place.organisation,
        languages.join(",")
    )
}

/// Of the length of ours.
fn thanks(chat: i64, message_id: i64, place: &Place, rating: i64) -> String {
    format!(
        r#"{{"chat_id":{chat},"message_id":{message_id},"text":"<b>Rahmat, bahoyingiz qabul qilindi.</b>\n\n<b>{}</b>\nBaho: 5 — aʼlo ⭐⭐⭐⭐⭐\n\nBahoni bugun kun oxirigacha oʻzgartirish mumkin.\nBu hokimiyatning oʻz soʻrovi. Rasmiy murojaat: my.gov.uz, 1000.","parse_mode":"HTML","link_preview_options":{{"is_disabled":true}},"reply_markup":{{"inline_keyboard":[[{{"text":"Izoh yozish","callback_data":"1c:{rating}:l"}},{{"text":"Bahoni oʻzgartirish","callback_data":"1m:{rating}:l"}}]]}}}}"#,
        place.name
    )
}
