//! Acting as a person: writing, pressing, blocking. The chat page and tests use the same doors.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};

use crate::entities::FormattedText;
use crate::files::picture_size;
use crate::keyboards::ButtonAction;
use crate::messages::{Attachment, ChatMessage, bot_user, private_chat, user};
use crate::state::{Playground, State, push_bounded};
use crate::updates::{Lane, PRESS_LIFE};

/// Presses remembered.
const PRESSES_MAX: usize = 10_000;
/// A client cuts longer texts into several messages.
const TEXT_MAX: usize = 4096;

/// A press of a button.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct CallbackId(pub String);

/// How the bot answered a press.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CallbackAnswer {
    /// The words, may be none.
    pub text: Option<String>,
    /// Whether they stand in a box that must be closed.
    pub show_alert: bool,
    /// An address to open.
    pub url: Option<String>,
}

/// Why a press did not reach the bot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PressError {
    /// The message is not in the chat, or was deleted.
    NoSuchMessage,
    /// The message has no such button; these it has.
    NoSuchButton(Vec<String>),
    /// The button does something else than telling the bot.
    OtherAction(ButtonAction),
}

impl std::fmt::Display for PressError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoSuchMessage => out.write_str("the message is not there"),
            Self::NoSuchButton(labels) => write!(out, "the message has no such button, only {labels:?}"),
            Self::OtherAction(action) => write!(out, "the button does not tell the bot: {action:?}"),
        }
    }
}

impl std::error::Error for PressError {}

/// What was waited for did not happen; these messages were in the chat.
#[derive(Clone, Debug)]
pub struct TimedOut(pub Vec<ChatMessage>);

impl std::fmt::Display for TimedOut {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(out, "the chat did not become as expected; its last messages:")?;
        for message in self.0.iter().rev().take(5).rev() {
            let who = if message.from_bot { "bot" } else { "person" };
            writeln!(out, "{who}: {:?} {:?}", message.text, message.labels())?;
        }
        Ok(())
    }
}

impl std::error::Error for TimedOut {}

/// The presses and their answers.
#[derive(Default)]
pub(crate) struct Callbacks {
    by_id: HashMap<String, Press>,
    order: VecDeque<String>,
    counter: u64,
}

struct Press {
    at: DateTime<Utc>,
    answer: Option<CallbackAnswer>,
}

impl Callbacks {
    fn begin(&mut self, person: i64, at: DateTime<Utc>) -> String {
        self.counter += 1;
        let id = format!("{}{:07}", person.unsigned_abs(), self.counter);
        self.by_id.insert(id.clone(), Press { at, answer: None });
        if let Some(oldest) = push_bounded(&mut self.order, id.clone(), PRESSES_MAX) {
            self.by_id.remove(&oldest);
        }
        id
    }

    /// Keeps the bot's first answer; false when the press is unknown or too old.
    pub(crate) fn answer(&mut self, id: &str, answer: CallbackAnswer, now: DateTime<Utc>) -> bool {
        match self.by_id.get_mut(id) {
            Some(press) if now - press.at < PRESS_LIFE => {
                press.answer.get_or_insert(answer);
                true
            }
            _ => false,
        }
    }
}

impl Playground {
    /// Writes to the bot as the person and gives the number of the message.
    ///
    /// As every client does, it trims the text, cuts a long one into several messages and does not send an empty one.
    pub fn send_text(&self, person: i64, text: &str) -> i64 {
        let letters: Vec<char> = text.trim().chars().collect();
        let mut last = 0;
        for piece in letters.chunks(TEXT_MAX) {
            let piece: String = piece.iter().collect();
            last = self.send(person, ChatMessage::new(false, FormattedText::typed(&piece)));
        }
        last
    }

    /// Presses Start, as after opening `t.me/bot?start=payload`.
    pub fn start(&self, person: i64, payload: Option<&str>) -> i64 {
        let words = payload.map_or_else(|| "/start".to_owned(), |payload| format!("/start {payload}"));
        self.unblock(person);
        self.send_text(person, &words)
    }

    /// Sends a file as it is.
    pub fn send_file(
        &self,
        person: i64,
        name: &str,
        mime: &str,
        bytes: impl Into<Bytes>,
        caption: &str,
    ) -> i64 {
        let bytes = bytes.into();
        let size = bytes.len();
        let file_id = self.state().files.keep("documents", name, mime, bytes);
        let attachment = Attachment::Document { file_id, name: name.to_owned(), mime: mime.to_owned(), size };
        self.send_attachment(person, attachment, caption)
    }

    /// Sends files together, as an album: each comes in a message of its own, under one name of the album. The words stand under
    /// the first.
    pub fn send_album(&self, person: i64, files: &[(&str, &str, &[u8])], caption: &str) -> Vec<i64> {
        let album = self.state().new_album();
        let mut sent = Vec::new();
        for (place, (name, mime, bytes)) in files.iter().enumerate() {
            let bytes = Bytes::copy_from_slice(bytes);
            let size = bytes.len();
            let file_id = self.state().files.keep("documents", name, mime, bytes);
            let caption = if place == 0 { caption } else { "" };
            let mut message = ChatMessage::new(false, FormattedText::typed(caption));
            let (name, mime) = ((*name).to_owned(), (*mime).to_owned());
            message.attachment = Some(Attachment::Document { file_id, name, mime, size });
            message.album = Some(album.clone());
            sent.push(self.send(person, message));
        }
        sent
    }

    /// Sends a picture; what is not a picture goes as a square one, for the bot to refuse.
    pub fn send_photo(&self, person: i64, bytes: impl Into<Bytes>, caption: &str) -> i64 {
        let bytes = bytes.into();
        let (size, (width, height)) = (bytes.len(), picture_size(&bytes).unwrap_or((800, 800)));
        let file_id = self.state().files.keep("photos", "photo.jpg", "image/jpeg", bytes);
        self.send_attachment(person, Attachment::Photo { file_id, width, height, size }, caption)
    }

    /// Shares a phone number: the person's own, with `user_id`, or somebody else's.
    pub fn send_contact(&self, person: i64, phone_number: &str, own: bool) -> i64 {
        let (first_name, last_name) = {
            let mut state = self.state();
            let person = &state.chat(person).person;
            (person.first_name.clone(), person.last_name.clone())
        };
        let user_id = own.then_some(person);
        let phone_number = phone_number.to_owned();
        self.send_attachment(person, Attachment::Contact { phone_number, first_name, last_name, user_id }, "")
    }

    /// Sends a sticker.
    pub fn send_sticker(&self, person: i64, emoji: &str) -> i64 {
        let file_id = self.state().files.keep("stickers", "sticker.webp", "image/webp", Bytes::new());
        self.send_attachment(person, Attachment::Sticker { file_id, emoji: emoji.to_owned() }, "")
    }

    /// Sends a voice message.
    pub fn send_voice(&self, person: i64, bytes: impl Into<Bytes>, duration: u32) -> i64 {
        let bytes = bytes.into();
        let size = bytes.len();
        let file_id = self.state().files.keep("voice", "voice.oga", "audio/ogg", bytes);
        self.send_attachment(person, Attachment::Voice { file_id, duration, size }, "")
    }

    fn send_attachment(&self, person: i64, attachment: Attachment, caption: &str) -> i64 {
        let mut message = ChatMessage::new(false, FormattedText::typed(caption));
        message.attachment = Some(attachment);
        self.send(person, message)
    }

    fn send(&self, person: i64, message: ChatMessage) -> i64 {
        let now = self.now();
        let mut state = self.state();
        let message = state.keep(person, message, now);
        let chat = state.chat(person);
        chat.started = true;
        if chat.reply_keyboard.as_ref().is_some_and(|keyboard| keyboard.one_time) {
            chat.reply_keyboard = None;
        }
        // A client unblocks the bot before it writes; a message of somebody who blocks reaches nobody.
        if !chat.blocked && !chat.deactivated {
            let body = message.to_json(&self.bot, &chat.person);
            state.updates.push("message", Lane::Messages(person), &body, now);
        }
        drop(state);
        self.touch();
        message.id
    }

    /// Changes an own message; false when there is none with this number.
    pub fn edit_text(&self, person: i64, message_id: i64, text: &str) -> bool {
        let now = self.now();
        let mut state = self.state();
        let chat = state.chat(person);
        let known = chat.person.clone();
        let Some(message) = chat.message_mut(message_id).filter(|message| !message.from_bot) else {
            return false;
        };
        let typed = FormattedText::typed(text);
        message.text = typed.text;
        message.entities = typed.entities;
        message.edited = Some(now);
        let body = message.to_json(&self.bot, &known);
        state.updates.push("edited_message", Lane::Messages(person), &body, now);
        drop(state);
        self.touch();
        true
    }

    /// Presses a button under a message, named by what stands on it or by its data.
    pub fn press(&self, person: i64, message_id: i64, label_or_data: &str) -> Result<CallbackId, PressError> {
        let now = self.now();
        let mut state = self.state();
        let bot = &self.bot;
        let chat = state.chat(person);
        let known = chat.person.clone();
        let message = chat.message(message_id).ok_or(PressError::NoSuchMessage)?;
        let buttons = || message.keyboard.iter().flatten();
        let is_data = |action: &ButtonAction| matches!(action, ButtonAction::CallbackData(data) if data == label_or_data);
        let button = buttons()
            .find(|button| button.text == label_or_data)
            .or_else(|| buttons().find(|button| is_data(&button.action)))
            .ok_or_else(|| PressError::NoSuchButton(buttons().map(|button| button.text.clone()).collect()))?;
        let ButtonAction::CallbackData(data) = &button.action else {
            return Err(PressError::OtherAction(button.action.clone()));
        };
        let mut body = json!({
            "from": user(&known), "message": message.to_json(bot, &known),
            "chat_instance": format!("{}", person.wrapping_mul(7_919)), "data": data,
        });
        let id = state.callbacks.begin(person, now);
        body["id"] = Value::from(id.as_str());
        state.updates.push("callback_query", Lane::Presses(person), &body, now);
        drop(state);
        self.touch();
        Ok(CallbackId(id))
    }

    /// Waits for the bot's answer to a press.
    pub async fn callback_answer(&self, id: &CallbackId, timeout: Duration) -> Option<CallbackAnswer> {
        let deadline = Instant::now() + timeout;
        let mut changes = self.changes.subscribe();
        loop {
            let answer = self.state().callbacks.by_id.get(&id.0).and_then(|press| press.answer.clone());
            if answer.is_some() {
                return answer;
            }
            if !matches!(timeout_at(deadline, changes.changed()).await, Ok(Ok(()))) {
                return None;
            }
        }
    }

    /// The person blocks the bot.
    pub fn block(&self, person: i64) {
        self.set_blocked(person, true);
    }

    /// The person unblocks the bot.
    pub fn unblock(&self, person: i64) {
        self.set_blocked(person, false);
    }

    fn set_blocked(&self, person: i64, blocked: bool) {
        let now = self.now();
        let mut state = self.state();
        let chat = state.chat(person);
        if std::mem::replace(&mut chat.blocked, blocked) == blocked {
            return;
        }
        let member = |status: &str| {
            let mut member = json!({"user": bot_user(&self.bot), "status": status});
            if status == "kicked" {
                member["until_date"] = 0.into();
            }
            member
        };
        let (old, new) = if blocked { ("member", "kicked") } else { ("kicked", "member") };
        let body = json!({
            "chat": private_chat(&chat.person), "from": user(&chat.person), "date": now.timestamp(),
            "old_chat_member": member(old), "new_chat_member": member(new),
        });
        state.updates.push("my_chat_member", Lane::Membership(person), &body, now);
        drop(state);
        self.touch();
    }

    /// The person's account ceases to be.
    pub fn deactivate(&self, person: i64) {
        self.state().chat(person).deactivated = true;
        self.touch();
    }

    /// The messages of a chat, the oldest first, deleted ones with their flag.
    #[must_use]
    pub fn chat(&self, person: i64) -> Vec<ChatMessage> {
        let state: &State = &self.state();
        state.chats.get(&person).map(|chat| chat.messages.iter().cloned().collect()).unwrap_or_default()
    }

    /// Waits until the chat is as expected, and gives its messages.
    pub async fn wait_for(
        &self,
        person: i64,
        mut expected: impl FnMut(&[ChatMessage]) -> bool,
        timeout: Duration,
    ) -> Result<Vec<ChatMessage>, TimedOut> {
        let deadline = Instant::now() + timeout;
        let mut changes = self.changes.subscribe();
        loop {
            let messages = self.chat(person);
            if expected(&messages) {
                return Ok(messages);
            }
            if !matches!(timeout_at(deadline, changes.changed()).await, Ok(Ok(()))) {
                return Err(TimedOut(messages));
            }
        }
    }
}
