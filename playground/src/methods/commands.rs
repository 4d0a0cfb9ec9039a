//! Command menus by scope and language, and the button beside the text field.

use serde_json::{Value, json};

use super::{chat_id, language_code};
use crate::arguments::Arguments;
use crate::error::ApiError;
use crate::json::Object;
use crate::links::web_app_url;
use crate::profile::{Command, Scope};
use crate::state::Playground;

/// Commands in one menu.
const COMMANDS_MAX: usize = 100;

fn key(playground: &Playground, arguments: &Arguments) -> Result<(Scope, String), ApiError> {
    let value = arguments.json("scope", "can't parse BotCommandScope JSON object")?;
    let scope = Scope::read(value.as_ref())
        .map_err(|reason| ApiError::bad(format!("can't parse BotCommandScope: {reason}")))?;
    if let Scope::Chat(id) = scope
        && !playground.state().chats.contains_key(&id)
    {
        return Err(ApiError::bad("chat not found"));
    }
    Ok((scope, language_code(arguments)?))
}

fn command(value: &Value) -> Result<Command, ApiError> {
    let unreadable = |reason: String| ApiError::bad(format!("can't parse BotCommand: {reason}"));
    let object = Object::of(value, "BotCommand").map_err(unreadable)?;
    let name = object.required_string("command").map_err(unreadable)?;
    let description = object.required_string("description").map_err(unreadable)?;
    let name = name.trim().trim_start_matches('/').to_owned();
    let description = description.trim().to_owned();
    if name.is_empty() {
        return Err(ApiError::bad("command name must be non-empty"));
    }
    if name.len() > 32 {
        return Err(ApiError::bad("command name length must not exceed 32"));
    }
    if !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
        return Err(ApiError::bad("BOT_COMMAND_INVALID"));
    }
    if description.is_empty() {
        return Err(ApiError::bad("command description must be non-empty"));
    }
    if description.chars().count() > 256 {
        return Err(ApiError::bad("command description length must not exceed 256"));
    }
    Ok(Command { command: name, description })
}

pub(super) fn set(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let list = arguments.json("commands", "can't parse commands JSON object")?;
    let Some(Value::Array(list)) = list else {
        return Err(ApiError::bad("expected an Array of BotCommand"));
    };
    let key = key(playground, arguments)?;
    if list.len() > COMMANDS_MAX {
        return Err(ApiError::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let commands = list.iter().map(command).collect::<Result<Vec<_>, _>>()?;
    let mut state = playground.state();
    if commands.is_empty() {
        state.profile.commands.remove(&key);
    } else {
        state.profile.commands.insert(key, commands);
    }
    drop(state);
    playground.touch();
    Ok(true.into())
}

pub(super) fn get(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let key = key(playground, arguments)?;
    Ok(json!(playground.state().profile.commands.get(&key).cloned().unwrap_or_default()))
}

pub(super) fn delete(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let key = key(playground, arguments)?;
    playground.state().profile.commands.remove(&key);
    playground.touch();
    Ok(true.into())
}

fn menu_button(value: &Value) -> Result<Value, ApiError> {
    let unreadable = |reason: String| ApiError::bad(format!("can't parse menu button: {reason}"));
    let object = Object::of(value, "MenuButton").map_err(unreadable)?;
    match object.required_string("type").map_err(unreadable)?.as_str() {
        kind @ ("default" | "commands") => Ok(json!({ "type": kind })),
        "web_app" => {
            let text = object.required_string("text").map_err(unreadable)?;
            let app = object.value("web_app").unwrap_or(&Value::Null);
            let url = Object::of(app, "WebAppInfo")
                .and_then(|app| app.required_string("url"))
                .map_err(unreadable)?;
            let url = web_app_url(&url)
                .map_err(|why| ApiError::bad(format!("menu button Web App URL '{url}' is invalid: {why}")))?;
            Ok(json!({"type": "web_app", "text": text, "web_app": {"url": url}}))
        }
        _ => Err(unreadable("Unallowed MenuButton type".to_owned())),
    }
}

pub(super) fn set_menu_button(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let button = arguments
        .json("menu_button", "can't parse menu button JSON object")?
        .map_or_else(|| Ok(json!({"type": "default"})), |value| menu_button(&value))?;
    if arguments.text("chat_id").is_empty() {
        playground.state().profile.menu_button = Some(button);
    } else {
        let id = chat_id(playground, arguments)?;
        playground.state().chat(id).menu_button = Some(button);
    }
    playground.touch();
    Ok(true.into())
}

pub(super) fn get_menu_button(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let own = if arguments.text("chat_id").is_empty() {
        None
    } else {
        let id = chat_id(playground, arguments)?;
        playground.state().chat(id).menu_button.clone()
    };
    Ok(playground.state().profile.menu_button_for(own.as_ref()))
}
