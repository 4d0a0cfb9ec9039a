//! The methods of the Bot API that are played, with the arguments that each one has (Bot API 10.3).

mod callbacks;
mod chats;
mod commands;
mod identity;
mod media;
mod messages;

use serde_json::Value;

use crate::arguments::Arguments;
use crate::error::{Answer, ApiError};
use crate::state::Playground;

/// How a method is carried out.
#[derive(Clone, Copy)]
enum Run {
    /// At once.
    Plain(fn(&Playground, &Arguments) -> Result<Value, ApiError>),
    /// By waiting for updates.
    GetUpdates,
    SetWebhook,
    DeleteWebhook,
}

/// A method by its proper name.
#[derive(Clone, Copy)]
pub(crate) struct Method {
    pub(crate) name: &'static str,
    arguments: &'static [&'static str],
    run: Run,
}

const fn plain(
    name: &'static str,
    arguments: &'static [&'static str],
    run: fn(&Playground, &Arguments) -> Result<Value, ApiError>,
) -> Method {
    Method { name, arguments, run: Run::Plain(run) }
}

/// What every sending method takes besides its own content.
macro_rules! sending {
    ($($own:literal),+) => {
        &[
            "business_connection_id", "chat_id", "message_thread_id", "direct_messages_topic_id",
            "ephemeral_message_parameters", "disable_notification", "protect_content", "allow_paid_broadcast",
            "message_effect_id", "suggested_post_parameters", "reply_parameters", "reply_markup", "parse_mode", $($own),+
        ]
    };
}

/// What every editing method takes besides its own content.
macro_rules! editing {
    ($($own:literal),*) => {
        &["business_connection_id", "chat_id", "message_id", "inline_message_id", "reply_markup", $($own),*]
    };
}

const METHODS: [Method; 31] = [
    plain("getMe", &[], identity::get_me),
    Method {
        name: "getUpdates",
        arguments: &["offset", "limit", "timeout", "allowed_updates"],
        run: Run::GetUpdates,
    },
    Method {
        name: "setWebhook",
        arguments: &[
            "url",
            "certificate",
            "ip_address",
            "max_connections",
            "allowed_updates",
            "drop_pending_updates",
            "secret_token",
        ],
        run: Run::SetWebhook,
    },
    Method { name: "deleteWebhook", arguments: &["drop_pending_updates"], run: Run::DeleteWebhook },
    plain("getWebhookInfo", &[], identity::get_webhook_info),
    plain("sendMessage", sending!("text", "entities", "link_preview_options"), messages::send_message),
    plain(
        "editMessageText",
        editing!("text", "parse_mode", "entities", "link_preview_options", "rich_message"),
        messages::edit_text,
    ),
    plain(
        "editMessageCaption",
        editing!("caption", "parse_mode", "caption_entities", "show_caption_above_media"),
        messages::edit_caption,
    ),
    plain("editMessageReplyMarkup", editing!(), messages::edit_reply_markup),
    plain("deleteMessage", &["chat_id", "message_id"], messages::delete),
    plain(
        "answerCallbackQuery",
        &["callback_query_id", "text", "show_alert", "url", "cache_time"],
        callbacks::answer,
    ),
    plain(
        "answerInlineQuery",
        &["inline_query_id", "results", "cache_time", "is_personal", "next_offset", "button"],
        crate::inline::answer,
    ),
    plain(
        "sendPhoto",
        sending!("photo", "caption", "caption_entities", "show_caption_above_media", "has_spoiler"),
        media::send_photo,
    ),
    plain(
        "sendDocument",
        sending!("document", "thumbnail", "caption", "caption_entities", "disable_content_type_detection"),
        media::send_document,
    ),
    plain(
        "sendMediaGroup",
        &[
            "business_connection_id",
            "chat_id",
            "message_thread_id",
            "direct_messages_topic_id",
            "media",
            "disable_notification",
            "protect_content",
            "allow_paid_broadcast",
            "message_effect_id",
            "reply_parameters",
        ],
        media::send_media_group,
    ),
    plain("getFile", &["file_id"], media::get_file),
    plain(
        "sendChatAction",
        &["business_connection_id", "chat_id", "message_thread_id", "action"],
        chats::send_action,
    ),
    plain("getChat", &["chat_id"], chats::get_chat),
    plain("setMyCommands", &["commands", "scope", "language_code"], commands::set),
    plain("getMyCommands", &["scope", "language_code"], commands::get),
    plain("deleteMyCommands", &["scope", "language_code"], commands::delete),
    plain("setChatMenuButton", &["chat_id", "menu_button"], commands::set_menu_button),
    plain("getChatMenuButton", &["chat_id"], commands::get_menu_button),
    plain("setMyName", &["name", "language_code"], identity::set_name),
    plain("getMyName", &["language_code"], identity::get_name),
    plain("setMyDescription", &["description", "language_code"], identity::set_description),
    plain("getMyDescription", &["language_code"], identity::get_description),
    plain("setMyShortDescription", &["short_description", "language_code"], identity::set_short_description),
    plain("getMyShortDescription", &["language_code"], identity::get_short_description),
    plain("logOut", &[], identity::log_out),
    plain("close", &[], identity::log_out),
];

impl Method {
    /// The method with this name in any letter case.
    pub(crate) fn find(name: &str) -> Option<Self> {
        METHODS.iter().find(|method| method.name.eq_ignore_ascii_case(name)).copied()
    }

    pub(crate) fn knows(&self, argument: &str) -> bool {
        argument == "method" || self.arguments.contains(&argument)
    }

    /// Whether it may be called in the answer to a webhook.
    pub(crate) fn fits_webhook_reply(&self) -> bool {
        matches!(self.run, Run::Plain(_)) && !self.name.starts_with("get")
    }

    /// Carries it out.
    pub(crate) async fn run(&self, playground: &std::sync::Arc<Playground>, arguments: &Arguments) -> Answer {
        match self.run {
            Run::Plain(run) => run(playground, arguments).map(Into::into),
            Run::GetUpdates => playground.get_updates(arguments).await,
            Run::SetWebhook => playground.set_webhook(arguments),
            Run::DeleteWebhook => Ok(playground.delete_webhook(arguments)),
        }
    }

    /// Carries out a method that does not wait.
    pub(crate) fn run_plain(&self, playground: &Playground, arguments: &Arguments) -> Answer {
        match self.run {
            Run::Plain(run) => run(playground, arguments).map(Into::into),
            _ => Err(ApiError::bad("method can't be used in the reply to a webhook")),
        }
    }
}

/// The private chat that the call names; there are no groups and channels here.
fn chat_id(playground: &Playground, arguments: &Arguments) -> Result<i64, ApiError> {
    let text = arguments.text("chat_id").trim();
    if text.is_empty() {
        return Err(ApiError::bad("chat_id is empty"));
    }
    let id = text.parse().map_err(|_| ApiError::bad("chat not found"))?;
    if playground.state().chats.contains_key(&id) { Ok(id) } else { Err(ApiError::bad("chat not found")) }
}

/// Two small letters, or nothing for all languages.
fn language_code(arguments: &Arguments) -> Result<String, ApiError> {
    let code = arguments.text("language_code");
    if code.is_empty() || (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase())) {
        Ok(code.to_owned())
    } else {
        Err(ApiError::bad("Invalid language code specified"))
    }
}
