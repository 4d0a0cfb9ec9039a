//! Who the bot is and what it says about itself.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::language_code;
use crate::arguments::Arguments;
use crate::error::ApiError;
use crate::messages::bot_user;
use crate::profile::Profile;
use crate::state::{Playground, State};

#[expect(clippy::unnecessary_wraps, reason = "all methods have one shape")]
pub(super) fn get_me(playground: &Playground, _: &Arguments) -> Result<Value, ApiError> {
    let mut me = bot_user(&playground.bot);
    for (flag, value) in [
        ("can_join_groups", true),
        ("can_read_all_group_messages", false),
        ("supports_guest_queries", false),
        ("supports_inline_queries", true),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
        ("has_topics_enabled", false),
        ("allows_users_to_create_topics", false),
        ("can_manage_bots", false),
        ("supports_join_request_queries", false),
    ] {
        me[flag] = value.into();
    }
    Ok(me)
}

#[expect(clippy::unnecessary_wraps, reason = "all methods have one shape")]
pub(super) fn get_webhook_info(playground: &Playground, _: &Arguments) -> Result<Value, ApiError> {
    let state = playground.state();
    let mut info = json!({
        "url": "", "has_custom_certificate": false, "pending_update_count": state.updates.len(),
    });
    if let Some(webhook) = &state.webhook {
        info["url"] = webhook.url.as_str().into();
        info["max_connections"] = webhook.max_connections.into();
        if webhook.target.host.parse::<std::net::IpAddr>().is_ok() {
            info["ip_address"] = webhook.target.host.as_str().into();
        }
        if let Some((at, message)) = &webhook.last_error {
            info["last_error_date"] = at.timestamp().into();
            info["last_error_message"] = message.as_str().into();
        }
    }
    if let Some(kinds) = state.updates.allowed() {
        info["allowed_updates"] = json!(kinds);
    }
    Ok(info)
}

#[expect(clippy::unnecessary_wraps, reason = "all methods have one shape")]
pub(super) fn log_out(_: &Playground, _: &Arguments) -> Result<Value, ApiError> {
    Ok(true.into())
}

/// A text of the bot: its argument, its longest length, and where it is kept.
struct Text {
    argument: &'static str,
    max: usize,
    place: fn(&mut State) -> &mut BTreeMap<String, String>,
}

const NAME: Text = Text { argument: "name", max: 64, place: |state| &mut state.profile.names };
const DESCRIPTION: Text =
    Text { argument: "description", max: 512, place: |state| &mut state.profile.descriptions };
const SHORT_DESCRIPTION: Text =
    Text { argument: "short_description", max: 120, place: |state| &mut state.profile.short_descriptions };

fn set(playground: &Playground, arguments: &Arguments, text: &Text) -> Result<Value, ApiError> {
    let language = language_code(arguments)?;
    let value = arguments.text(text.argument).trim();
    if value.chars().count() > text.max {
        let what = text.argument.replace('_', " ");
        return Err(ApiError::bad(format!("Bot {what} must not be longer than {} characters", text.max)));
    }
    let mut state = playground.state();
    let texts = (text.place)(&mut state);
    if value.is_empty() {
        texts.remove(&language);
    } else {
        texts.insert(language, value.to_owned());
    }
    drop(state);
    playground.touch();
    Ok(true.into())
}

fn get(playground: &Playground, arguments: &Arguments, text: &Text) -> Result<Value, ApiError> {
    let language = language_code(arguments)?;
    let mut state = playground.state();
    let value = Profile::text((text.place)(&mut state), &language).unwrap_or_default();
    Ok(json!({ text.argument: value }))
}

pub(super) fn set_name(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    set(playground, arguments, &NAME)
}

pub(super) fn get_name(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let mut found = get(playground, arguments, &NAME)?;
    if found["name"] == "" {
        found["name"] = playground.bot.first_name.as_str().into();
    }
    Ok(found)
}

pub(super) fn set_description(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    set(playground, arguments, &DESCRIPTION)
}

pub(super) fn get_description(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    get(playground, arguments, &DESCRIPTION)
}

pub(super) fn set_short_description(
    playground: &Playground,
    arguments: &Arguments,
) -> Result<Value, ApiError> {
    set(playground, arguments, &SHORT_DESCRIPTION)
}

pub(super) fn get_short_description(
    playground: &Playground,
    arguments: &Arguments,
) -> Result<Value, ApiError> {
    get(playground, arguments, &SHORT_DESCRIPTION)
}
