//! What a bot can learn about a chat, and the line "typing…".

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;

use super::chat_id;
use crate::arguments::Arguments;
use crate::error::ApiError;
use crate::messages::private_chat;
use crate::state::Playground;

/// How long a chat action is shown.
const ACTION_LIFE: Duration = Duration::from_secs(5);
const ACTIONS: [&str; 11] = [
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
];

pub(super) fn get_chat(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let id = chat_id(playground, arguments)?;
    let mut state = playground.state();
    let mut chat = private_chat(&state.chat(id).person);
    chat["accent_color_id"] = (id.unsigned_abs() % 7).into();
    chat["max_reaction_count"] = 11.into();
    chat["accepted_gift_types"] = json!({
        "unlimited_gifts": true, "limited_gifts": true, "unique_gifts": true, "premium_subscription": true,
        "gifts_from_channels": true,
    });
    Ok(chat)
}

pub(super) fn send_action(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let action = arguments.text("action").to_ascii_lowercase();
    if !ACTIONS.contains(&action.as_str()) {
        return Err(ApiError::bad("wrong parameter action in request"));
    }
    let id = chat_id(playground, arguments)?;
    let mut state = playground.state();
    let chat = state.chat(id);
    chat.open_to_bot()?;
    chat.action = Some((action, Instant::now() + ACTION_LIFE));
    drop(state);
    playground.touch();
    Ok(true.into())
}
