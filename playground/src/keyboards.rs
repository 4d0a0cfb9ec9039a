//! Buttons under messages and below the text field: read strictly, refused in Telegram's words.

use serde::Serialize;
use serde_json::{Value, json};

use crate::arguments::Arguments;
use crate::error::ApiError;
use crate::json::Object;
use crate::links::{button_url, web_app_url};

/// Buttons that Telegram's servers take in one inline keyboard.
const BUTTONS_MAX: usize = 100;
/// Buttons of one inline row.
const ROW_MAX: usize = 8;
/// A keyboard as JSON.
const MARKUP_MAX: usize = 10 * 1024;
/// Bytes of data behind a button.
const DATA_MAX: usize = 64;

/// A button under a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Button {
    /// What stands on it.
    pub text: String,
    /// `danger`, `success` or `primary`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub style: Option<String>,
    /// What it does.
    #[serde(flatten)]
    pub action: ButtonAction,
}

/// What a button does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ButtonAction {
    /// Tells the bot these 1 to 64 bytes.
    CallbackData(String),
    /// Opens an address.
    Url(String),
    /// Opens a page inside Telegram.
    WebApp(WebApp),
    /// Copies a text.
    CopyText(CopyText),
    /// Starts an inline query; only shown here.
    SwitchInlineQuery(String),
    /// Starts an inline query in this chat; only shown here.
    SwitchInlineQueryCurrentChat(String),
    /// Does nothing.
    Disabled(bool),
}

/// A page inside Telegram.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WebApp {
    /// Where it is.
    pub url: String,
}

/// A text to copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CopyText {
    /// The text.
    pub text: String,
}

/// The keyboard in place of the letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReplyKeyboard {
    /// The rows of buttons.
    pub rows: Vec<Vec<ReplyButton>>,
    /// Whether it goes away after one press.
    pub one_time: bool,
    /// The hint in the text field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placeholder: Option<String>,
}

/// A button that sends its own text, or something about the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReplyButton {
    /// What stands on it and what is sent.
    pub text: String,
    /// Whether the person's phone number is sent instead.
    pub request_contact: bool,
}

/// What a message carries besides its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Markup {
    Inline(Vec<Vec<Button>>),
    Reply(ReplyKeyboard),
    Remove,
    ForceReply,
}

impl Markup {
    /// Reads `reply_markup`.
    pub(crate) fn read(arguments: &Arguments) -> Result<Option<Self>, ApiError> {
        let text = arguments.text("reply_markup");
        let Some(value) = arguments.json("reply_markup", "Can't parse reply keyboard markup JSON object")?
        else {
            return Ok(None);
        };
        if text.len() > MARKUP_MAX {
            return Err(too_long());
        }
        let object = Object::of(&value, "x").map_err(|_| ApiError::bad("Object expected as reply markup"))?;
        if object.has("inline_keyboard") {
            return inline(&object).map(|rows| (!rows.is_empty()).then_some(Self::Inline(rows)));
        }
        if object.has("keyboard") {
            return reply(&object).map(|keyboard| Some(Self::Reply(keyboard)));
        }
        let flag = |name: &str| object.boolean(name).map_err(ApiError::bad);
        if flag("remove_keyboard")? {
            return Ok(Some(Self::Remove));
        }
        Ok(flag("force_reply")?.then_some(Self::ForceReply))
    }

    /// The buttons of a markup that belongs to an answer, not to an argument of its own.
    pub(crate) fn inline_of(value: &Value) -> Result<Vec<Vec<Button>>, ApiError> {
        let object = Object::of(value, "x").map_err(|_| ApiError::bad("Object expected as reply markup"))?;
        inline(&object)
    }

    /// As part of a message in the Bot API; only inline keyboards are shown there.
    pub(crate) fn inline_json(rows: &[Vec<Button>]) -> Value {
        json!({ "inline_keyboard": rows })
    }
}

fn too_long() -> ApiError {
    ApiError::bad("reply markup is too long")
}

fn rows<'a>(object: &Object<'a>, field: &str, markup: &str) -> Result<Vec<&'a Vec<Value>>, ApiError> {
    let refusal = || ApiError::bad(format!("Field \"{field}\" of the {markup} must be an Array of Arrays"));
    let Some(Value::Array(rows)) = object.value(field) else { return Err(refusal()) };
    rows.iter().map(|row| row.as_array().ok_or_else(refusal)).collect()
}

fn inline(object: &Object<'_>) -> Result<Vec<Vec<Button>>, ApiError> {
    let mut keyboard = Vec::new();
    for row in rows(object, "inline_keyboard", "InlineKeyboardMarkup")? {
        let mut buttons = Vec::new();
        for value in row {
            if let Some(button) = inline_button(value)? {
                buttons.push(button);
            }
        }
        if buttons.len() > ROW_MAX {
            return Err(too_long());
        }
        if !buttons.is_empty() {
            keyboard.push(buttons);
        }
    }
    if keyboard.iter().map(Vec::len).sum::<usize>() > BUTTONS_MAX { Err(too_long()) } else { Ok(keyboard) }
}

fn unreadable(reason: impl std::fmt::Display) -> ApiError {
    ApiError::bad(format!("can't parse inline keyboard button: {reason}"))
}

/// One button; one without text is left out silently.
fn inline_button(value: &Value) -> Result<Option<Button>, ApiError> {
    let object = Object::of(value, "InlineKeyboardButton").map_err(unreadable)?;
    let text = object.required_string("text").map_err(unreadable)?;
    let style = object.string("style").map_err(unreadable)?;
    if style.as_deref().is_some_and(|style| !["danger", "success", "primary"].contains(&style)) {
        return Err(unreadable("invalid button style specified"));
    }
    let action = inline_action(&object)?;
    Ok((!text.trim().is_empty()).then_some(Button { text, style, action }))
}

fn inline_action(object: &Object<'_>) -> Result<ButtonAction, ApiError> {
    let string = |name: &str| object.string(name).map_err(unreadable);
    let wrong = |what: &str, url: &str, why: &str| {
        ApiError::bad(format!("inline keyboard button {what} '{url}' is invalid: {why}"))
    };
    if let Some(url) = string("url")? {
        return button_url(&url, false).map(ButtonAction::Url).map_err(|why| wrong("URL", &url, why));
    }
    if let Some(data) = string("callback_data")? {
        if data.is_empty() || data.len() > DATA_MAX {
            return Err(ApiError::bad("BUTTON_DATA_INVALID"));
        }
        return Ok(ButtonAction::CallbackData(data));
    }
    if let Some(app) = object.value("web_app") {
        let url =
            Object::of(app, "WebAppInfo").and_then(|app| app.required_string("url")).map_err(unreadable)?;
        return web_app_url(&url)
            .map(|url| ButtonAction::WebApp(WebApp { url }))
            .map_err(|why| wrong("Web App URL", &url, why));
    }
    if let Some(copy) = object.value("copy_text") {
        let text = Object::of(copy, "CopyTextButton")
            .and_then(|copy| copy.required_string("text"))
            .map_err(unreadable)?;
        if !(1..=256).contains(&text.chars().count()) {
            return Err(ApiError::bad("BUTTON_COPY_TEXT_INVALID"));
        }
        return Ok(ButtonAction::CopyText(CopyText { text }));
    }
    if let Some(query) = string("switch_inline_query")? {
        return Ok(ButtonAction::SwitchInlineQuery(query));
    }
    if let Some(query) = string("switch_inline_query_current_chat")? {
        return Ok(ButtonAction::SwitchInlineQueryCurrentChat(query));
    }
    if object.boolean("disabled").map_err(unreadable)? {
        return Ok(ButtonAction::Disabled(true));
    }
    Err(unreadable("Text buttons are unallowed in the inline keyboard"))
}

fn reply(object: &Object<'_>) -> Result<ReplyKeyboard, ApiError> {
    let mut keyboard = Vec::new();
    for row in rows(object, "keyboard", "ReplyKeyboardMarkup")? {
        let buttons: Vec<ReplyButton> =
            row.iter().map(reply_button).collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
        if !buttons.is_empty() {
            keyboard.push(buttons);
        }
    }
    let placeholder = object.string("input_field_placeholder").map_err(ApiError::bad)?;
    if placeholder.as_ref().is_some_and(|text| text.chars().count() > 64) {
        return Err(ApiError::bad("REPLY_MARKUP_PLACEHOLDER_INVALID"));
    }
    let one_time = object.boolean("one_time_keyboard").map_err(ApiError::bad)?;
    Ok(ReplyKeyboard { rows: keyboard, one_time, placeholder })
}

fn reply_button(value: &Value) -> Result<Option<ReplyButton>, ApiError> {
    let unreadable = |reason: String| ApiError::bad(format!("can't parse keyboard button: {reason}"));
    if let Value::String(text) = value {
        return Ok((!text.is_empty()).then(|| ReplyButton { text: text.clone(), request_contact: false }));
    }
    let object = Object::of(value, "KeyboardButton").map_err(unreadable)?;
    let text = object.required_string("text").map_err(unreadable)?;
    let request_contact = object.boolean("request_contact").map_err(unreadable)?;
    Ok((!text.is_empty()).then_some(ReplyButton { text, request_contact }))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(markup: &Value) -> Result<Option<Markup>, String> {
        let mut arguments = Arguments::default();
        if let Value::Object(object) = json!({ "reply_markup": markup }) {
            arguments.add_object(object);
        }
        Markup::read(&arguments).map_err(|error| error.description)
    }

    fn inline(button: &Value) -> Value {
        json!({"inline_keyboard": [[button]]})
    }

    #[test]
    fn wrong_keyboards_are_refused_in_telegrams_words() {
        let long = "ў".repeat(33);
        for (markup, expected) in [
            (json!("text"), "can't parse reply keyboard markup JSON object"),
            (json!([1]), "object expected as reply markup"),
            (
                inline(&json!({"text": "a"})),
                "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            ),
            (
                inline(&json!({"text": null, "callback_data": "x"})),
                "can't parse inline keyboard button: Field \"text\" must be of type String",
            ),
            (
                inline(&json!({"callback_data": "x"})),
                "can't parse inline keyboard button: Can't find field \"text\"",
            ),
            (inline(&json!({"text": "a", "callback_data": long})), "BUTTON_DATA_INVALID"),
            (inline(&json!({"text": "a", "callback_data": ""})), "BUTTON_DATA_INVALID"),
            (
                inline(&json!({"text": "a", "url": "http://localhost/x"})),
                "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
            ),
            (
                inline(&json!({"text": "a", "web_app": {"url": "http://a.uz"}})),
                "inline keyboard button Web App URL 'http://a.uz' is invalid: Only HTTPS links are allowed",
            ),
            (
                json!({"inline_keyboard": [vec![json!({"text": "a", "callback_data": "x"}); 9]]}),
                "reply markup is too long",
            ),
            (
                json!({"inline_keyboard": vec![vec![json!({"text": "a", "callback_data": "x"})]; 101]}),
                "reply markup is too long",
            ),
        ] {
            assert_eq!(read(&markup), Err(format!("Bad Request: {expected}")), "{markup}");
        }
    }

    #[test]
    fn sixty_four_bytes_of_data_pass_and_null_markup_is_no_markup() {
        assert!(matches!(
            read(&inline(&json!({"text": "a", "style": "danger", "callback_data": "ў".repeat(32)}))),
            Ok(Some(Markup::Inline(rows))) if rows[0][0].style.as_deref() == Some("danger")
        ));
        assert_eq!(read(&Value::Null), Ok(None));
    }
}
