//! Answers to presses of buttons.

use serde_json::Value;

use crate::acting::CallbackAnswer;
use crate::arguments::Arguments;
use crate::error::ApiError;
use crate::state::Playground;

pub(super) fn answer(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let some = |name: &str| Some(arguments.text(name).to_owned()).filter(|text| !text.is_empty());
    let answer =
        CallbackAnswer { text: some("text"), show_alert: arguments.flag("show_alert"), url: some("url") };
    if answer.text.as_ref().is_some_and(|text| text.chars().count() > 200) {
        return Err(ApiError::bad("MESSAGE_TOO_LONG"));
    }
    let own = format!("t.me/{}?start=", playground.bot.username).to_lowercase();
    if answer.url.as_ref().is_some_and(|url| !url.to_lowercase().contains(&own)) {
        return Err(ApiError::bad("URL_INVALID"));
    }
    let now = playground.now();
    if !playground.state().callbacks.answer(arguments.text("callback_query_id"), answer, now) {
        return Err(ApiError::bad("query is too old and response timeout expired or query ID is invalid"));
    }
    playground.touch();
    Ok(true.into())
}
