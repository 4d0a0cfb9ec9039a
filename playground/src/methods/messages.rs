//! Sending, editing and deleting messages.

use chrono::TimeDelta;
use serde_json::Value;
use tokio::time::Instant;

use super::chat_id;
use crate::arguments::Arguments;
use crate::entities::{self, EntityKind, FormattedText};
use crate::error::ApiError;
use crate::json::Object;
use crate::keyboards::{Button, Markup};
use crate::messages::ChatMessage;
use crate::state::{Playground, State};

/// Characters of a text.
const TEXT_MAX: usize = 4096;
/// Characters under an attachment.
pub(super) const CAPTION_MAX: usize = 1024;
/// Messages can be deleted so long.
const DELETE_WITHIN: TimeDelta = TimeDelta::hours(48);

pub(super) fn send_message(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let mut message = ChatMessage::new(true, text(arguments)?);
    message.link_preview = link_preview(arguments)?;
    send(playground, arguments, message)
}

/// Sends a finished message where the call says.
pub(super) fn send(
    playground: &Playground,
    arguments: &Arguments,
    mut message: ChatMessage,
) -> Result<Value, ApiError> {
    let markup = Markup::read(arguments)?;
    let id = chat_id(playground, arguments)?;
    let limit = if message.attachment.is_some() { CAPTION_MAX } else { TEXT_MAX };
    check_length(&message.text, limit)?;
    let now = playground.now();
    let mut state = playground.state();
    state.chat(id).open_to_bot()?;
    message.reply_to = reply_to(&mut state, id, arguments)?;
    message.silent = arguments.flag("disable_notification");
    state.pace.take(&playground.limits, id, Instant::now()).map_err(ApiError::too_many)?;
    name_mentions(&mut state, &mut message);
    state.chat(id).apply(markup, &mut message);
    let message = state.keep(id, message, now);
    let mut sent = message.to_json(&playground.bot, &state.chat(id).person);
    if let Some(answered) = message.reply_to.and_then(|answered| state.chat(id).message(answered).cloned()) {
        sent["reply_to_message"] = answered.to_json(&playground.bot, &state.chat(id).person);
    }
    drop(state);
    playground.touch();
    Ok(sent)
}

/// Sends finished messages together, as an album; to the limits it is one call.
pub(super) fn send_album(
    playground: &Playground,
    arguments: &Arguments,
    messages: Vec<ChatMessage>,
) -> Result<Value, ApiError> {
    let id = chat_id(playground, arguments)?;
    messages.iter().try_for_each(|message| check_length(&message.text, CAPTION_MAX))?;
    let now = playground.now();
    let mut state = playground.state();
    state.chat(id).open_to_bot()?;
    let reply_to = reply_to(&mut state, id, arguments)?;
    state.pace.take(&playground.limits, id, Instant::now()).map_err(ApiError::too_many)?;
    let album = state.new_album();
    let mut sent = Vec::new();
    for mut message in messages {
        message.reply_to = reply_to;
        message.album = Some(album.clone());
        message.silent = arguments.flag("disable_notification");
        let message = state.keep(id, message, now);
        sent.push(message.to_json(&playground.bot, &state.chat(id).person));
    }
    drop(state);
    playground.touch();
    Ok(Value::Array(sent))
}

/// The text of the call, parsed; too much of it is found later, as on the real server.
fn text(arguments: &Arguments) -> Result<FormattedText, ApiError> {
    if arguments.text("text").is_empty() {
        return Err(ApiError::bad("message text is empty"));
    }
    let given = arguments.json("entities", "can't parse entities JSON object")?;
    let formatted = entities::parse(arguments.text("text"), arguments.text("parse_mode"), given.as_ref())?;
    if formatted.text.is_empty() { Err(ApiError::bad("text must be non-empty")) } else { Ok(formatted) }
}

/// The caption of the call, parsed.
pub(super) fn caption(arguments: &Arguments) -> Result<FormattedText, ApiError> {
    let given = arguments.json("caption_entities", "can't parse entities JSON object")?;
    entities::parse(arguments.text("caption"), arguments.text("parse_mode"), given.as_ref())
}

/// Limits count characters of the finished text, not UTF-16 units.
fn check_length(text: &str, limit: usize) -> Result<(), ApiError> {
    let what = if limit == CAPTION_MAX { "message caption is too long" } else { "message is too long" };
    if text.chars().count() > limit { Err(ApiError::bad(what)) } else { Ok(()) }
}

fn link_preview(arguments: &Arguments) -> Result<Option<Value>, ApiError> {
    let Some(value) =
        arguments.json("link_preview_options", "can't parse link preview options JSON object")?
    else {
        return Ok(None);
    };
    let check = || -> Result<(), String> {
        let object = Object::of(&value, "LinkPreviewOptions")?;
        for flag in ["is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text"] {
            object.boolean(flag)?;
        }
        object.string("url").map(|_| ())
    };
    check().map_err(|reason| ApiError::bad(format!("can't parse link preview options: {reason}")))?;
    Ok(Some(value))
}

fn reply_to(state: &mut State, chat: i64, arguments: &Arguments) -> Result<Option<i64>, ApiError> {
    let Some(value) = arguments.json("reply_parameters", "can't parse reply parameters JSON object")? else {
        return Ok(None);
    };
    let unreadable = |reason: String| ApiError::bad(format!("can't parse reply parameters: {reason}"));
    let object = Object::of(&value, "ReplyParameters").map_err(unreadable)?;
    let id = object.number("message_id").map_err(unreadable)?.unwrap_or(0);
    let forgiving = object.boolean("allow_sending_without_reply").map_err(unreadable)?;
    match state.chat(chat).message(id) {
        Some(_) => Ok(Some(id)),
        None if forgiving => Ok(None),
        None => Err(ApiError::bad("message to be replied not found")),
    }
}

/// People named by number get their names; somebody unknown is not linked.
fn name_mentions(state: &mut State, message: &mut ChatMessage) {
    message.entities.retain_mut(|entity| match &mut entity.kind {
        EntityKind::TextMention { user } => match state.chats.get(&user.id) {
            Some(chat) => {
                user.first_name.clone_from(&chat.person.first_name);
                true
            }
            None => false,
        },
        _ => true,
    });
}

pub(super) fn edit_text(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let formatted = text(arguments)?;
    let preview = link_preview(arguments)?;
    edit(playground, arguments, |message| {
        if message.attachment.is_some() {
            return Err(ApiError::bad("there is no text in the message to edit"));
        }
        check_length(&formatted.text, TEXT_MAX)?;
        message.text = formatted.text;
        message.entities = formatted.entities;
        message.link_preview = preview;
        Ok(())
    })
}

pub(super) fn edit_caption(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let formatted = caption(arguments)?;
    edit(playground, arguments, |message| {
        if message.attachment.is_none() {
            return Err(ApiError::bad("there is no caption in the message to edit"));
        }
        check_length(&formatted.text, CAPTION_MAX)?;
        message.text = formatted.text;
        message.entities = formatted.entities;
        Ok(())
    })
}

pub(super) fn edit_reply_markup(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    edit(playground, arguments, |_| Ok(()))
}

/// Only an inline keyboard can be put under an existing message; none takes the old one away.
fn new_keyboard(arguments: &Arguments) -> Result<Vec<Vec<Button>>, ApiError> {
    match Markup::read(arguments)? {
        None => Ok(Vec::new()),
        Some(Markup::Inline(rows)) => Ok(rows),
        Some(_) => Err(ApiError::bad("inline keyboard expected")),
    }
}

fn edit(
    playground: &Playground,
    arguments: &Arguments,
    change: impl FnOnce(&mut ChatMessage) -> Result<(), ApiError>,
) -> Result<Value, ApiError> {
    let keyboard = new_keyboard(arguments)?;
    let id = chat_id(playground, arguments)?;
    let message_id = arguments
        .number_if_any("message_id")
        .filter(|id| *id > 0)
        .ok_or_else(|| ApiError::bad("message identifier is not specified"))?;
    let now = playground.now();
    let mut state = playground.state();
    state.chat(id).open_to_bot()?;
    let before = state
        .chat(id)
        .message(message_id)
        .cloned()
        .ok_or_else(|| ApiError::bad("message to edit not found"))?;
    if !before.from_bot || before.had_reply_keyboard {
        return Err(ApiError::bad("message can't be edited"));
    }
    let mut after = before.clone();
    after.keyboard = keyboard;
    change(&mut after)?;
    name_mentions(&mut state, &mut after);
    let same = |a: &ChatMessage, b: &ChatMessage| {
        (&a.text, &a.entities, &a.keyboard, &a.link_preview)
            == (&b.text, &b.entities, &b.keyboard, &b.link_preview)
    };
    if same(&before, &after) {
        return Err(ApiError::bad(
            "message is not modified: specified new message content and reply markup are exactly the same as a \
             current content and reply markup of the message",
        ));
    }
    state.pace.take(&playground.limits, id, Instant::now()).map_err(ApiError::too_many)?;
    after.edited = Some(now);
    let chat = state.chat(id);
    let shown = after.to_json(&playground.bot, &chat.person);
    if let Some(message) = chat.message_mut(message_id) {
        *message = after;
    }
    drop(state);
    playground.touch();
    Ok(shown)
}

pub(super) fn delete(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let id = chat_id(playground, arguments)?;
    let message_id = arguments.number("message_id", 0, i64::MIN..=i64::MAX);
    let now = playground.now();
    let mut state = playground.state();
    let message =
        state.chat(id).message_mut(message_id).ok_or_else(|| ApiError::bad("message to delete not found"))?;
    if now - message.date > DELETE_WITHIN {
        return Err(ApiError::bad("message can't be deleted for everyone"));
    }
    message.deleted = true;
    drop(state);
    playground.touch();
    Ok(true.into())
}
