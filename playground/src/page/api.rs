//! The JSON behind the chat page: what is to be seen, and what a person does.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, stream};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::Instant;

use super::guard::{Refusal, refusal, same_origin};
use crate::chats::Chat;
use crate::messages::ChatMessage;
use crate::profile::Profile;
use crate::state::Playground;

/// Messages of a chat that the page shows.
const SHOWN_MAX: usize = 200;
/// People that the page lists.
const LISTED_MAX: usize = 200;
/// A file that a person sends.
const UPLOAD_MAX: usize = 50 << 20;
/// How long the page waits for the answer to a press.
const PRESS_PATIENCE: Duration = Duration::from_secs(15);

type Shared = State<Arc<Playground>>;

#[derive(Deserialize)]
pub(super) struct InLanguage {
    #[serde(default)]
    lang: String,
}

/// All that the page needs once.
pub(super) async fn page(State(playground): Shared, Query(asked): Query<InLanguage>) -> Json<Value> {
    let language = playground.page_language(&asked.lang);
    let texts = playground.texts.0.get(&language).cloned().unwrap_or_default();
    let languages: Vec<Value> = playground
        .texts
        .0
        .iter()
        .map(|(tag, texts)| {
            let name = texts.get("playground-language-name").unwrap_or(tag);
            json!({"tag": tag, "name": name})
        })
        .collect();
    Json(json!({
        "language": language, "languages": languages, "texts": texts, "panel": playground.world.panel_url(),
        "bot": {"name": playground.bot.first_name, "username": playground.bot.username},
    }))
}

/// The list of people and the clock.
pub(super) async fn people(State(playground): Shared, Query(asked): Query<InLanguage>) -> Json<Value> {
    let jumps = playground.world.jumps(&playground.page_language(&asked.lang));
    let (now, minutes_ahead) = (playground.now(), playground.world.minutes_ahead_of_utc());
    let state = playground.state();
    let people: Vec<Value> = state.people().take(LISTED_MAX).map(listed).collect();
    Json(json!({
        "now": now, "minutes_ahead": minutes_ahead, "jumps": jumps, "people": people,
    }))
}

fn listed(chat: &Chat) -> Value {
    let last = chat.messages.iter().rev().find(|message| !message.deleted);
    json!({
        "person": chat.person, "started": chat.started, "blocked": chat.blocked, "unread": chat.unread(),
        "last": last.map(|message| json!({
            "text": message.text.chars().take(80).collect::<String>(), "date": message.date,
            "from_bot": message.from_bot, "attachment": message.attachment,
        })),
    })
}

pub(super) async fn links(State(playground): Shared, Query(asked): Query<InLanguage>) -> Response {
    let language = playground.page_language(&asked.lang);
    Json(playground.world.links(&language).await).into_response()
}

#[derive(Deserialize)]
pub(super) struct OfPerson {
    person: i64,
}

/// One chat as it stands.
pub(super) async fn chat(
    State(playground): Shared,
    Query(asked): Query<OfPerson>,
) -> Result<Json<Value>, Refusal> {
    let state = playground.state();
    let chat =
        state.chats.get(&asked.person).ok_or_else(|| refusal(StatusCode::NOT_FOUND, "no such person"))?;
    let messages: Vec<&ChatMessage> =
        chat.messages.iter().rev().filter(|m| !m.deleted).take(SHOWN_MAX).collect();
    let messages: Vec<&ChatMessage> = messages.into_iter().rev().collect();
    let language = chat.person.language_code.as_str();
    let action = chat.action.as_ref().filter(|(_, until)| *until > Instant::now()).map(|(name, _)| name);
    let profile = &state.profile;
    let name = Profile::text(&profile.names, language).unwrap_or(&playground.bot.first_name);
    Ok(Json(json!({
        "person": chat.person, "started": chat.started, "blocked": chat.blocked, "deactivated": chat.deactivated,
        "messages": messages, "reply_keyboard": chat.reply_keyboard, "action": action, "bot_name": name,
        "description": Profile::text(&profile.descriptions, language),
        "commands": profile.commands_for(asked.person, language),
        "menu_button": profile.menu_button_for(chat.menu_button.as_ref()),
    })))
}

/// Tells the page that something changed; it then asks for what it shows.
pub(super) async fn events(State(playground): Shared) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = playground.changes.subscribe();
    let weak = Arc::downgrade(&playground);
    let events = stream::unfold((changes, weak, true), |(mut changes, weak, first)| async move {
        if !first {
            changes.changed().await.ok()?;
        }
        // The stream must not keep a closed playground's server from stopping.
        if weak.upgrade()?.state().closed {
            return None;
        }
        let version = *changes.borrow_and_update();
        Some((Ok(Event::default().data(version.to_string())), (changes, weak, false)))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// A file of a chat. Only plain pictures are shown in place, all else is for saving.
pub(super) async fn file(State(playground): Shared, Path(id): Path<String>) -> Response {
    let Some(file) = playground.state().files.get(&id).cloned() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let picture = match file.bytes.as_ref() {
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [0xFF, 0xD8, ..] => Some("image/jpeg"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        _ => None,
    };
    let mut headers = super::fixed_headers(picture.unwrap_or("application/octet-stream"));
    headers[4].1 = HeaderValue::from_static("private, max-age=3600");
    let disposition = if picture.is_some() { "inline" } else { "attachment" };
    (headers, [(header::CONTENT_DISPOSITION, disposition)], file.bytes).into_response()
}

/// What a person does.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub(super) enum Act {
    Start { payload: Option<String> },
    Text { text: String },
    Press { message: i64, data: String },
    Block,
    Unblock,
    Contact,
    Seen { message: i64 },
}

#[derive(Deserialize)]
pub(super) struct PersonActs {
    person: i64,
    #[serde(flatten)]
    act: Act,
}

pub(super) async fn act(
    State(playground): Shared,
    headers: HeaderMap,
    Json(PersonActs { person, act }): Json<PersonActs>,
) -> Result<Json<Value>, Refusal> {
    same_origin(&headers)?;
    if !playground.state().chats.contains_key(&person) {
        return Err(refusal(StatusCode::NOT_FOUND, "no such person"));
    }
    match act {
        Act::Start { payload } => {
            let payload = payload.as_deref().filter(|payload| !payload.is_empty());
            if !payload.is_none_or(is_payload) {
                return Err(refusal(StatusCode::BAD_REQUEST, "not a start parameter"));
            }
            playground.start(person, payload);
        }
        Act::Text { text } => {
            playground.send_text(person, &text);
        }
        Act::Press { message, data } => return press(&playground, person, message, &data).await,
        Act::Block => playground.block(person),
        Act::Unblock => playground.unblock(person),
        Act::Contact => {
            playground.send_contact(person, "+998900000000", true);
        }
        Act::Seen { message } => {
            let mut state = playground.state();
            let chat = state.chat(person);
            let newer = message > chat.seen;
            chat.seen = chat.seen.max(message);
            drop(state);
            if newer {
                playground.touch();
            }
        }
    }
    Ok(Json(json!({})))
}

async fn press(
    playground: &Playground,
    person: i64,
    message: i64,
    data: &str,
) -> Result<Json<Value>, Refusal> {
    let id = playground
        .press(person, message, data)
        .map_err(|error| refusal(StatusCode::CONFLICT, &error.to_string()))?;
    Ok(Json(json!({ "answer": playground.callback_answer(&id, PRESS_PATIENCE).await })))
}

/// What may follow `?start=`.
fn is_payload(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

#[derive(Deserialize)]
pub(super) struct Upload {
    person: i64,
    name: String,
    #[serde(default)]
    mime: String,
    #[serde(default)]
    photo: bool,
    #[serde(default)]
    caption: String,
}

pub(super) async fn upload(
    State(playground): Shared,
    Query(upload): Query<Upload>,
    request: Request,
) -> Result<Json<Value>, Refusal> {
    same_origin(request.headers())?;
    let bytes: Bytes = to_bytes(request.into_body(), UPLOAD_MAX)
        .await
        .map_err(|_| refusal(StatusCode::PAYLOAD_TOO_LARGE, "the file is too big"))?;
    if !playground.state().chats.contains_key(&upload.person) || bytes.is_empty() {
        return Err(refusal(StatusCode::BAD_REQUEST, "no such person, or an empty file"));
    }
    if upload.photo {
        playground.send_photo(upload.person, bytes, &upload.caption);
    } else {
        let mime = if upload.mime.is_empty() { "application/octet-stream" } else { &upload.mime };
        playground.send_file(upload.person, &upload.name, mime, bytes, &upload.caption);
    }
    Ok(Json(json!({})))
}

/// What a page inside Telegram is told that this person opens.
pub(super) async fn launch(
    State(playground): Shared,
    headers: HeaderMap,
    Json(OfPerson { person }): Json<OfPerson>,
) -> Result<Json<Value>, Refusal> {
    same_origin(&headers)?;
    let data = playground.launch(person).ok_or_else(|| refusal(StatusCode::NOT_FOUND, "no such person"))?;
    Ok(Json(json!({ "data": data })))
}

#[derive(Deserialize)]
pub(super) struct JumpTo {
    id: String,
}

pub(super) async fn jump(
    State(playground): Shared,
    headers: HeaderMap,
    Json(to): Json<JumpTo>,
) -> Result<Json<Value>, Refusal> {
    same_origin(&headers)?;
    playground.world.jump(&to.id).await;
    playground.touch();
    Ok(Json(json!({ "now": playground.now() })))
}

impl Playground {
    /// The asked language if the page speaks it, by its tag or by its first part; else the last by tag.
    ///
    /// Of two scripts of one language the last by tag is taken too, so `uz` is `uz-Latn`.
    fn page_language(&self, asked: &str) -> String {
        let texts = &self.texts.0;
        let short = |tag: &&String| tag.split('-').next() == Some(asked);
        texts
            .get_key_value(asked)
            .map(|(tag, _)| tag)
            .or_else(|| texts.keys().rev().find(short))
            .or_else(|| texts.keys().next_back())
            .cloned()
            .unwrap_or_default()
    }
}
