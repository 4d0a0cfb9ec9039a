//! A message as the playground keeps it, and as the Bot API shows it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::config::{BotIdentity, Persona};
use crate::entities::{FormattedText, MessageEntity};
use crate::keyboards::{Button, Markup};

/// A message in a private chat with the bot.
#[derive(Clone, Debug, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is one independent fact about a message")]
pub struct ChatMessage {
    /// The number; grows over all chats.
    pub id: i64,
    /// Whether the bot wrote it.
    pub from_bot: bool,
    /// When it was sent, by the world's clock.
    pub date: DateTime<Utc>,
    /// When it was last edited.
    pub edited: Option<DateTime<Utc>>,
    /// Whether it was deleted; it is kept here so that tests can see it.
    pub deleted: bool,
    /// The text, or the words under the attachment.
    pub text: String,
    /// The formatted parts of the text.
    pub entities: Vec<MessageEntity>,
    /// What is attached.
    pub attachment: Option<Attachment>,
    /// The rows of buttons under it.
    pub keyboard: Vec<Vec<Button>>,
    /// The message that it answers.
    pub reply_to: Option<i64>,
    /// The album that it is a part of.
    pub album: Option<String>,
    /// Whether it came without a sound.
    pub silent: bool,
    /// Whether it carried a reply keyboard: such a message can't be edited.
    #[serde(skip)]
    pub(crate) had_reply_keyboard: bool,
    /// The link preview options as they were given.
    #[serde(skip)]
    pub(crate) link_preview: Option<Value>,
}

/// What a message can carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are those of the Bot API")]
pub enum Attachment {
    Photo { file_id: String, width: u32, height: u32, size: usize },
    Document { file_id: String, name: String, mime: String, size: usize },
    Contact { phone_number: String, first_name: String, last_name: Option<String>, user_id: Option<i64> },
    Sticker { file_id: String, emoji: String },
    Voice { file_id: String, duration: u32, size: usize },
}

impl ChatMessage {
    /// A new message; the number and date are given when it is kept.
    pub(crate) fn new(from_bot: bool, text: FormattedText) -> Self {
        Self {
            id: 0,
            from_bot,
            date: DateTime::UNIX_EPOCH,
            edited: None,
            deleted: false,
            text: text.text,
            entities: text.entities,
            attachment: None,
            keyboard: Vec::new(),
            reply_to: None,
            album: None,
            silent: false,
            had_reply_keyboard: false,
            link_preview: None,
        }
    }

    /// The text of the buttons, row by row, for tests and messages of errors.
    #[must_use]
    pub fn labels(&self) -> Vec<&str> {
        self.keyboard.iter().flatten().map(|button| button.text.as_str()).collect()
    }

    /// As the Bot API shows it.
    pub(crate) fn to_json(&self, bot: &BotIdentity, person: &Persona) -> Value {
        let mut out = Map::new();
        out.insert("message_id".into(), self.id.into());
        out.insert("from".into(), if self.from_bot { bot_user(bot) } else { user(person) });
        out.insert("chat".into(), private_chat(person));
        out.insert("date".into(), self.date.timestamp().into());
        if let Some(edited) = self.edited {
            out.insert("edit_date".into(), edited.timestamp().into());
        }
        if let Some(album) = &self.album {
            out.insert("media_group_id".into(), album.as_str().into());
        }
        let (text, entities) =
            if self.attachment.is_some() { ("caption", "caption_entities") } else { ("text", "entities") };
        if !self.text.is_empty() {
            out.insert(text.into(), self.text.as_str().into());
        }
        if !self.entities.is_empty() {
            out.insert(entities.into(), json!(self.entities));
        }
        if let Some(attachment) = &self.attachment {
            let (name, value) = attachment.to_json();
            out.insert(name.into(), value);
        }
        if !self.keyboard.is_empty() {
            out.insert("reply_markup".into(), Markup::inline_json(&self.keyboard));
        }
        if let Some(preview) = &self.link_preview {
            out.insert("link_preview_options".into(), preview.clone());
        }
        Value::Object(out)
    }
}

impl Attachment {
    fn to_json(&self) -> (&'static str, Value) {
        match self {
            Self::Photo { file_id, width, height, size } => {
                let size = json!({
                    "file_id": file_id, "file_unique_id": unique(file_id), "width": width, "height": height, "file_size": size,
                });
                ("photo", json!([size]))
            }
            Self::Document { file_id, name, mime, size } => (
                "document",
                json!({
                    "file_id": file_id, "file_unique_id": unique(file_id), "file_name": name,
                    "mime_type": mime, "file_size": size,
                }),
            ),
            Self::Contact { phone_number, first_name, last_name, user_id } => {
                let mut contact = json!({"phone_number": phone_number, "first_name": first_name});
                if let Some(last_name) = last_name {
                    contact["last_name"] = last_name.as_str().into();
                }
                if let Some(user_id) = user_id {
                    contact["user_id"] = (*user_id).into();
                }
                ("contact", contact)
            }
            Self::Sticker { file_id, emoji } => (
                "sticker",
                json!({
                    "file_id": file_id, "file_unique_id": unique(file_id), "type": "regular", "width": 512,
                    "height": 512, "is_animated": false, "is_video": false, "emoji": emoji, "file_size": 0,
                }),
            ),
            Self::Voice { file_id, duration, size } => (
                "voice",
                json!({
                    "file_id": file_id, "file_unique_id": unique(file_id), "duration": duration,
                    "mime_type": "audio/ogg", "file_size": size,
                }),
            ),
        }
    }
}

/// The number of a file that stays the same for every bot.
pub(crate) fn unique(file_id: &str) -> String {
    format!("u{}", file_id.get(file_id.len().saturating_sub(12)..).unwrap_or(file_id))
}

/// The person as a `User`.
pub(crate) fn user(person: &Persona) -> Value {
    let mut user = json!({
        "id": person.id, "is_bot": false, "first_name": person.first_name, "language_code": person.language_code,
    });
    if let Some(last_name) = &person.last_name {
        user["last_name"] = last_name.as_str().into();
    }
    user
}

/// The bot as a `User`.
pub(crate) fn bot_user(bot: &BotIdentity) -> Value {
    json!({"id": bot.id, "is_bot": true, "first_name": bot.first_name, "username": bot.username})
}

/// The private chat with the person as a `Chat`.
pub(crate) fn private_chat(person: &Persona) -> Value {
    let mut chat = json!({"id": person.id, "type": "private", "first_name": person.first_name});
    if let Some(last_name) = &person.last_name {
        chat["last_name"] = last_name.as_str().into();
    }
    chat
}
