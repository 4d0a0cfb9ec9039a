//! Reads updates: the frequent ones by small borrowed types, the rest by teloxide's.
//!
//! A press of a button and a line of text in a private chat are nearly all that comes; they never build the full types.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;
use teloxide::types::{FileMeta, MediaKind, Message, MessageKind, Update, UpdateKind};

use super::entities::without_unknown_entities;
use super::links::{hidden_links, links_in, with_links};
use crate::incoming::{Chat, FileKind, From, Incoming, IncomingFile, What};

/// An update before its content is read: enough to keep order and to notice repetitions.
pub(crate) struct Envelope<'a> {
    pub(crate) update_id: i64,
    /// Whose updates are kept in order with this one.
    pub(crate) lane: i64,
    kind: Kind<'a>,
}

enum Kind<'a> {
    Press(HotPress<'a>),
    Inline(HotInline<'a>),
    Message(HotMessage<'a>),
    /// Read by teloxide's types; `asked_for` when it is of a kind that the bot asks for.
    Rare {
        asked_for: bool,
    },
}

/// What may come of an update.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Read {
    /// Something to be answered.
    Incoming(Box<Incoming>),
    /// Nothing that the bot takes part in, such as talk in a group.
    Ignored,
}

#[derive(Deserialize)]
struct Hot<'a> {
    update_id: i64,
    #[serde(borrow)]
    message: Option<&'a RawValue>,
    #[serde(borrow)]
    callback_query: Option<HotPress<'a>>,
    #[serde(borrow)]
    inline_query: Option<HotInline<'a>>,
    #[serde(borrow)]
    edited_message: Option<&'a RawValue>,
    #[serde(borrow)]
    my_chat_member: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct HotPress<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    from: HotUser<'a>,
    message: Option<HotPressed>,
    #[serde(borrow)]
    data: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct HotInline<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    from: HotUser<'a>,
    #[serde(borrow)]
    query: Cow<'a, str>,
}

#[derive(Deserialize)]
struct HotPressed {
    message_id: i64,
    chat: HotChat,
}

#[derive(Deserialize)]
struct HotMessage<'a> {
    message_id: i64,
    #[serde(borrow)]
    from: Option<HotUser<'a>>,
    chat: HotChat,
    #[serde(borrow)]
    text: Option<Cow<'a, str>>,
    #[serde(borrow)]
    entities: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct HotUser<'a> {
    id: i64,
    #[serde(borrow)]
    first_name: Cow<'a, str>,
    #[serde(borrow)]
    language_code: Option<Cow<'a, str>>,
}

#[derive(Deserialize)]
struct HotChat {
    id: i64,
    r#type: ChatType,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ChatType {
    Private,
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct Bare {
    update_id: i64,
}

/// Who did something, in the kinds of update that are not read by the short path.
#[derive(Deserialize)]
struct Doer {
    from: Option<Numbered>,
}

#[derive(Deserialize)]
struct Numbered {
    id: i64,
}

impl<'a> Envelope<'a> {
    /// Opens an update. An error: this is not an update of the Bot API.
    pub(crate) fn open(update: &'a str) -> Result<Self, serde_json::Error> {
        let Ok(hot) = serde_json::from_str::<Hot<'a>>(update) else {
            let Bare { update_id } = serde_json::from_str(update)?;
            return Ok(Self { update_id, lane: update_id, kind: Kind::Rare { asked_for: true } });
        };
        let update_id = hot.update_id;
        if let Some(press) = hot.callback_query {
            return Ok(Self { update_id, lane: press.from.id, kind: Kind::Press(press) });
        }
        if let Some(asked) = hot.inline_query {
            return Ok(Self { update_id, lane: asked.from.id, kind: Kind::Inline(asked) });
        }
        if let Some(raw) = hot.message
            && let Ok(message) = serde_json::from_str::<HotMessage<'a>>(raw.get())
            && message.text.is_some()
        {
            let lane = message.from.as_ref().map_or(message.chat.id, |from| from.id);
            return Ok(Self { update_id, lane, kind: Kind::Message(message) });
        }
        let content = hot.message.or(hot.edited_message).or(hot.my_chat_member);
        let doer =
            content.and_then(|raw| serde_json::from_str::<Doer>(raw.get()).ok()).and_then(|doer| doer.from);
        // What nobody did is in order with itself only.
        let lane = doer.map_or(update_id, |from| from.id);
        Ok(Self { update_id, lane, kind: Kind::Rare { asked_for: content.is_some() } })
    }

    /// Reads the content of `update`, the text that was opened. An error: it is an update, but not one that can be understood.
    pub(crate) fn read(self, update: &str) -> Result<Read, serde_json::Error> {
        let update_id = self.update_id;
        match self.kind {
            Kind::Press(press) => Ok(press.read(update_id)),
            Kind::Inline(asked) => Ok(asked.read(update_id)),
            Kind::Message(message) => Ok(message.read(update_id)),
            Kind::Rare { asked_for: false } => Ok(Read::Ignored),
            Kind::Rare { asked_for: true } => {
                let update: Update = serde_json::from_str(&without_unknown_entities(update)?)?;
                read_rare(update_id, update.kind)
            }
        }
    }
}

impl HotUser<'_> {
    fn read(self) -> From {
        From {
            id: self.id,
            first_name: self.first_name.into_owned(),
            language_code: self.language_code.map(Cow::into_owned),
        }
    }
}

impl HotChat {
    fn read(&self) -> Chat {
        Chat { id: self.id, private: self.r#type == ChatType::Private }
    }
}

impl HotPress<'_> {
    fn read(self, update_id: i64) -> Read {
        let from = self.from.read();
        // Without a message it was pressed under one too old to tell; the answer goes to the person.
        let chat =
            self.message.as_ref().map_or(Chat { id: from.id, private: true }, |message| message.chat.read());
        let what = What::Press {
            callback_id: self.id.into_owned(),
            message_id: self.message.map(|message| message.message_id),
            data: self.data.unwrap_or_default().into_owned(),
        };
        Read::Incoming(Box::new(Incoming { update_id, from, chat, what }))
    }
}

impl HotInline<'_> {
    /// The answer goes to the person, wherever they type.
    fn read(self, update_id: i64) -> Read {
        let from = self.from.read();
        let chat = Chat { id: from.id, private: true };
        let what = What::Inline { query_id: self.id.into_owned(), query: self.query.into_owned() };
        Read::Incoming(Box::new(Incoming { update_id, from, chat, what }))
    }
}

impl HotMessage<'_> {
    fn read(self, update_id: i64) -> Read {
        let chat = self.chat.read();
        let (Some(from), Some(text)) = (self.from, self.text) else { return Read::Ignored };
        let links = self.entities.map(|entities| hidden_links(entities.get())).unwrap_or_default();
        let what = read_text(self.message_id, with_links(text, &links));
        // In a group only who calls the bot speaks to it.
        if !chat.private && !matches!(what, What::Command { .. }) {
            return Read::Ignored;
        }
        Read::Incoming(Box::new(Incoming { update_id, from: from.read(), chat, what }))
    }
}

fn read_text(message_id: i64, text: Cow<'_, str>) -> What {
    if let Some(line) = text.strip_prefix('/') {
        let (name, argument) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        // In menus of groups a command carries the bot's name: `/start@nazorat_bot`.
        let name = name.split('@').next().unwrap_or_default();
        if !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
            return What::Command { name: name.to_ascii_lowercase(), argument: argument.trim().to_owned() };
        }
    }
    What::Text { message_id, text: text.into_owned() }
}

fn read_rare(update_id: i64, kind: UpdateKind) -> Result<Read, serde_json::Error> {
    let (from, chat, what) = match kind {
        UpdateKind::Message(message) => {
            let what = read_message(&message);
            (message.from, message.chat, what)
        }
        UpdateKind::EditedMessage(message) => {
            let what = read_edited(&message);
            (message.from, message.chat, what)
        }
        UpdateKind::MyChatMember(change) => {
            let (was, is) = (&change.old_chat_member.kind, &change.new_chat_member.kind);
            let what = match (was.is_present(), is.is_present()) {
                (_, false) => Some(What::Blocked),
                (false, true) => Some(What::Unblocked),
                (true, true) => None,
            };
            (Some(change.from), change.chat, what)
        }
        UpdateKind::Error(_) => return Err(serde::de::Error::custom("no type fits the update")),
        _ => return Ok(Read::Ignored),
    };
    let (Some(from), Some(what), true) = (from, what, chat.is_private()) else { return Ok(Read::Ignored) };
    let from = From {
        id: i64::try_from(from.id.0).unwrap_or_default(),
        first_name: from.first_name,
        language_code: from.language_code,
    };
    let chat = Chat { id: chat.id.0, private: true };
    Ok(Read::Incoming(Box::new(Incoming { update_id, from, chat, what })))
}

/// What a message without words brings; `None` for Telegram's own notices.
fn read_message(message: &Message) -> Option<What> {
    let common = match &message.kind {
        MessageKind::Common(common) => common,
        MessageKind::Dice(_) => return Some(What::Unsupported { kind: "dice" }),
        // Something that is newer than teloxide's types.
        MessageKind::Empty {} => return Some(What::Unsupported { kind: "other" }),
        _ => return None,
    };
    let message_id = i64::from(message.id.0);
    if let Some(file) = file_of(message, &common.media_kind) {
        return Some(What::File { message_id, file, caption: caption_of(message) });
    }
    Some(match &common.media_kind {
        MediaKind::Text(media) => {
            let links = links_in(&media.entities);
            read_text(message_id, with_links(Cow::Borrowed(&media.text), &links))
        }
        other => What::Unsupported { kind: name_of(other) },
    })
}

/// What a changed message says now; `None` when it has neither words nor a file that could be an answer.
fn read_edited(message: &Message) -> Option<What> {
    let file = match &message.kind {
        MessageKind::Common(common) => file_of(message, &common.media_kind),
        _ => None,
    };
    let text = message.text().map(|text| {
        let links = links_in(message.entities().unwrap_or_default());
        with_links(Cow::Borrowed(text), &links).into_owned()
    });
    let words = text.or_else(|| caption_of(message));
    let says_something = words.is_some() || file.is_some();
    says_something.then(|| What::Edited { message_id: i64::from(message.id.0), words, file })
}

/// What stands below a file, with the addresses behind its words.
fn caption_of(message: &Message) -> Option<String> {
    let links = links_in(message.caption_entities().unwrap_or_default());
    message.caption().map(|caption| with_links(Cow::Borrowed(caption), &links).into_owned())
}

/// The photo or the document of a message.
fn file_of(message: &Message, media: &MediaKind) -> Option<IncomingFile> {
    let file = |kind, meta: &FileMeta, name: Option<String>, mime: Option<String>| IncomingFile {
        kind,
        file_id: meta.id.0.clone(),
        unique_id: meta.unique_id.0.clone(),
        name,
        mime,
        // teloxide writes a size that Telegram did not tell as the largest number.
        bytes: (meta.size != u32::MAX).then(|| i64::from(meta.size)),
        album: message.media_group_id().map(|album| album.0.clone()),
    };
    match media {
        MediaKind::Photo(media) => {
            // Telegram offers several sizes; the largest is the photo.
            let largest =
                media.photo.iter().max_by_key(|size| u64::from(size.width) * u64::from(size.height))?;
            Some(file(FileKind::Photo, &largest.file, None, Some("image/jpeg".to_owned())))
        }
        MediaKind::Document(media) => {
            let document = &media.document;
            let mime = document.mime_type.as_ref().map(ToString::to_string);
            Some(file(FileKind::Document, &document.file, document.file_name.clone(), mime))
        }
        _ => None,
    }
}

fn name_of(media: &MediaKind) -> &'static str {
    match media {
        MediaKind::Voice(_) => "voice",
        MediaKind::Video(_) => "video",
        MediaKind::VideoNote(_) => "video_note",
        MediaKind::Audio(_) => "audio",
        MediaKind::Animation(_) => "animation",
        MediaKind::Sticker(_) => "sticker",
        MediaKind::Contact(_) => "contact",
        MediaKind::Location(_) => "location",
        MediaKind::Venue(_) => "venue",
        MediaKind::Poll(_) => "poll",
        _ => "other",
    }
}

#[cfg(test)]
mod tests;
