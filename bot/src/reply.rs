//! What to say to the person who just did something: values, sent by the intake after the commit.
//!
//! The same builders make the requests that wait in the outbox. Nothing here sends.

use locales::Html;
use teloxide::payloads::{
    AnswerCallbackQuery, AnswerCallbackQuerySetters, EditMessageText, EditMessageTextSetters, SendMessage,
    SendMessageSetters, SetMyCommands, SetMyCommandsSetters,
};
use teloxide::requests::Payload;
use teloxide::types::{
    BotCommand, BotCommandScope, CallbackQueryId, ChatId, InlineKeyboardButton, InlineKeyboardButtonKind,
    InlineKeyboardMarkup, LinkPreviewOptions, MessageId, ParseMode, Recipient, WebAppInfo,
};

use crate::mini_app;

/// One thing to do in the chat of the person who is being answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    /// A new message.
    Send { text: Html, keyboard: Option<Keyboard> },
    /// A message of the bot becomes this. When Telegram can no longer edit it, it is sent anew.
    Edit { message_id: i64, text: Html, keyboard: Option<Keyboard> },
    /// The answer to a press: a line that fades away, or a box that must be closed. A press that gets none of these is
    /// answered without words.
    Toast { callback_id: String, text: Option<String>, alert: bool },
    /// What is said once of all that belongs together, such as the files of an album: the message that was said last under the
    /// same key becomes this.
    Gather { key: String, text: Html, keyboard: Option<Keyboard> },
    /// What was found for words behind the bot's name.
    Inline { query_id: String, found: Vec<InlineFound> },
    /// Files that Telegram has, of one sort and at most [`ALBUM`] of them; when it cannot send them, this is said.
    Files { photos: bool, files: Vec<String>, otherwise: Html },
    /// The commands that this chat's menu shows.
    Menu(Vec<MenuEntry>),
    /// What stands beside the text field of this chat.
    MenuButton(MenuButton),
}

/// Telegram sends so many files together.
pub(crate) const ALBUM: usize = 10;

/// One line of what was found for words behind the bot's name; chosen, it becomes a message with a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InlineFound {
    /// Tells it from the others, in 1 to 64 bytes.
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) text: Html,
    pub(crate) keyboard: Keyboard,
}

/// What stands beside the text field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MenuButton {
    /// The menu of commands.
    Commands,
    /// The panel, inside Telegram.
    Panel { label: String, address: String },
}

/// A line of the menu of commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MenuEntry {
    /// Without the slash.
    pub(crate) command: &'static str,
    pub(crate) description: String,
}

/// Buttons under a message, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Keyboard {
    rows: Vec<Vec<Key>>,
}

/// One button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) label: String,
    pub(crate) does: KeyAction,
}

/// What a button does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum KeyAction {
    /// Tells the bot these 1 to 64 bytes.
    Press(String),
    /// Opens a page: inside Telegram when it is one of the panel that is shown there, else in a browser.
    Open(String),
}

/// A call of the Bot API, ready to be sent or kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outgoing {
    /// The method as the Bot API writes it, such as `sendMessage`.
    pub(crate) method: &'static str,
    /// The arguments as JSON.
    pub(crate) body: String,
}

impl Outgoing {
    /// The same call as the body of an acknowledgement at the webhook: Telegram makes it and tells nobody how it went.
    pub(crate) fn as_acknowledgement(&self) -> Result<String, serde_json::Error> {
        let mut call: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&self.body)?;
        call.insert("method".to_owned(), self.method.into());
        serde_json::to_string(&call)
    }
}

impl Key {
    /// A button that tells the bot `data`.
    pub(crate) fn press(label: impl Into<String>, data: impl Into<String>) -> Self {
        Self { label: label.into(), does: KeyAction::Press(data.into()) }
    }

    /// A button that opens `url`.
    pub(crate) fn open(label: impl Into<String>, url: impl Into<String>) -> Self {
        Self { label: label.into(), does: KeyAction::Open(url.into()) }
    }
}

impl Keyboard {
    /// A keyboard without a button yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The same keyboard with one more row below; an empty row adds nothing.
    #[must_use]
    pub(crate) fn row(mut self, keys: impl IntoIterator<Item = Key>) -> Self {
        let keys: Vec<_> = keys.into_iter().collect();
        if !keys.is_empty() {
            self.rows.push(keys);
        }
        self
    }

    /// The same buttons to look at: each of them tells the bot `data`, whatever it did.
    #[must_use]
    pub(crate) fn doing_only(mut self, data: &str) -> Self {
        for key in self.rows.iter_mut().flatten() {
            key.does = KeyAction::Press(data.to_owned());
        }
        self
    }

    /// The rows of buttons.
    #[cfg(test)]
    pub(crate) fn rows(&self) -> &[Vec<Key>] {
        &self.rows
    }

    /// Whether there is no button at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn markup(&self) -> InlineKeyboardMarkup {
        let rows = self.rows.iter().map(|row| row.iter().filter_map(Key::button).collect::<Vec<_>>());
        InlineKeyboardMarkup::new(rows.filter(|row| !row.is_empty()))
    }
}

impl Key {
    /// Telegram refuses a whole message for one address that it dislikes, such as `localhost` or `127.0.0.1`: such a button is
    /// left out.
    fn button(&self) -> Option<InlineKeyboardButton> {
        let kind = match &self.does {
            KeyAction::Press(data) => InlineKeyboardButtonKind::CallbackData(data.clone()),
            KeyAction::Open(address) => {
                let url: reqwest::Url = address.parse().ok()?;
                if mini_app::is_inside(address) {
                    let app = InlineKeyboardButtonKind::WebApp(WebAppInfo { url });
                    return Some(InlineKeyboardButton::new(self.label.clone(), app));
                }
                let own_machine = |host: &str| host.starts_with("127.") || host == "0.0.0.0";
                url.host_str().filter(|host| host.contains('.') && !own_machine(host))?;
                InlineKeyboardButtonKind::Url(url)
            }
        };
        Some(InlineKeyboardButton::new(self.label.clone(), kind))
    }
}

impl Reply {
    /// The call that does this in the chat `chat_id`.
    pub(crate) fn outgoing(&self, chat_id: i64) -> Result<Outgoing, serde_json::Error> {
        match self {
            Self::Send { text, keyboard } | Self::Gather { text, keyboard, .. } => {
                send_message(chat_id, text, keyboard.as_ref())
            }
            Self::Inline { query_id, found } => Ok(answer_inline(query_id, found)),
            Self::Files { photos, files, .. } => send_files(chat_id, *photos, files),
            Self::Edit { message_id, text, keyboard } => {
                edit_message(chat_id, *message_id, text, keyboard.as_ref())
            }
            Self::Toast { callback_id, text, alert } => answer_press(callback_id, text.as_deref(), *alert),
            Self::Menu(entries) => {
                let scope = BotCommandScope::Chat { chat_id: Recipient::Id(ChatId(chat_id)) };
                outgoing("setMyCommands", &SetMyCommands::new(bot_commands(entries)).scope(scope))
            }
            Self::MenuButton(button) => {
                let button = match button {
                    MenuButton::Commands => serde_json::json!({ "type": "commands" }),
                    MenuButton::Panel { label, address } => {
                        serde_json::json!({ "type": "web_app", "text": label, "web_app": { "url": address } })
                    }
                };
                let body = serde_json::json!({ "chat_id": chat_id, "menu_button": button });
                Ok(Outgoing { method: "setChatMenuButton", body: body.to_string() })
            }
        }
    }
}

/// Takes the answer to a press out of the replies: a press that got no words is answered without them.
pub(crate) fn take_answer(press: Option<&str>, replies: &mut Vec<Reply>) -> Option<Reply> {
    let answer = replies.iter().position(|reply| matches!(reply, Reply::Toast { .. }));
    let silence =
        |callback_id: &str| Reply::Toast { callback_id: callback_id.to_owned(), text: None, alert: false };
    match answer {
        Some(place) => Some(replies.remove(place)),
        None => press.map(silence),
    }
}

/// A new message in HTML, without a preview of links.
pub(crate) fn send_message(
    chat_id: i64,
    text: &Html,
    keyboard: Option<&Keyboard>,
) -> Result<Outgoing, serde_json::Error> {
    let mut message = SendMessage::new(ChatId(chat_id), text.as_str())
        .parse_mode(ParseMode::Html)
        .link_preview_options(without_preview());
    if let Some(keyboard) = keyboard.filter(|keyboard| !keyboard.is_empty()) {
        message = message.reply_markup(keyboard.markup());
    }
    outgoing("sendMessage", &message)
}

/// Files that Telegram has. It mixes no photos with documents.
fn send_files(chat_id: i64, photos: bool, files: &[String]) -> Result<Outgoing, serde_json::Error> {
    let sort = if photos { "photo" } else { "document" };
    let (method, body) = match files {
        [file] => {
            let method = if photos { "sendPhoto" } else { "sendDocument" };
            (method, serde_json::json!({ "chat_id": chat_id, sort: file }))
        }
        files => {
            let media: Vec<_> =
                files.iter().map(|file| serde_json::json!({ "type": sort, "media": file })).collect();
            ("sendMediaGroup", serde_json::json!({ "chat_id": chat_id, "media": media }))
        }
    };
    Ok(Outgoing { method, body: serde_json::to_string(&body)? })
}

/// A new message with a picture that is drawn when it is sent. The caption is HTML of at most 1,024 characters.
pub(crate) fn send_drawing(
    chat_id: i64,
    drawing: &pictures::Order,
    caption: &Html,
    keyboard: Option<&Keyboard>,
) -> Result<Outgoing, serde_json::Error> {
    let (method, argument) = match drawing.drawing {
        pictures::Drawing::Card(_) => ("sendPhoto", "photo"),
        pictures::Drawing::Sheet(_) => ("sendDocument", "document"),
    };
    let mut arguments = serde_json::json!({
        "chat_id": chat_id, "caption": caption.as_str(), "parse_mode": "HTML", argument: drawing,
    });
    if let Some(keyboard) = keyboard.filter(|keyboard| !keyboard.is_empty()) {
        arguments["reply_markup"] = serde_json::to_value(keyboard.markup())?;
    }
    Ok(Outgoing { method, body: arguments.to_string() })
}

/// Changes a message of the bot.
pub(crate) fn edit_message(
    chat_id: i64,
    message_id: i64,
    text: &Html,
    keyboard: Option<&Keyboard>,
) -> Result<Outgoing, serde_json::Error> {
    // Telegram's own numbers of messages fit; one that does not is of no message.
    let message_id = MessageId(i32::try_from(message_id).unwrap_or_default());
    let mut message = EditMessageText::new(ChatId(chat_id), message_id, text.as_str())
        .parse_mode(ParseMode::Html)
        .link_preview_options(without_preview());
    if let Some(keyboard) = keyboard.filter(|keyboard| !keyboard.is_empty()) {
        message = message.reply_markup(keyboard.markup());
    }
    outgoing("editMessageText", &message)
}

/// Answers the press of a button.
fn answer_press(callback_id: &str, text: Option<&str>, alert: bool) -> Result<Outgoing, serde_json::Error> {
    let mut answer = AnswerCallbackQuery::new(CallbackQueryId(callback_id.to_owned()));
    if let Some(text) = text {
        answer = answer.text(text).show_alert(alert);
    }
    outgoing("answerCallbackQuery", &answer)
}

/// Answers words behind the bot's name. Telegram may give the same answer to the same person for some minutes.
fn answer_inline(query_id: &str, found: &[InlineFound]) -> Outgoing {
    let results: Vec<_> = found
        .iter()
        .map(|one| {
            serde_json::json!({
                "type": "article", "id": one.id, "title": one.title, "description": one.description,
                "input_message_content": {
                    "message_text": one.text.as_str(), "parse_mode": "HTML",
                    "link_preview_options": { "is_disabled": true },
                },
                "reply_markup": one.keyboard.markup(),
            })
        })
        .collect();
    let body = serde_json::json!({
        "inline_query_id": query_id, "results": results, "cache_time": 120, "is_personal": true,
    });
    Outgoing { method: "answerInlineQuery", body: body.to_string() }
}

/// The commands of a menu as Telegram takes them.
pub(crate) fn bot_commands(entries: &[MenuEntry]) -> Vec<BotCommand> {
    entries.iter().map(|entry| BotCommand::new(entry.command, entry.description.clone())).collect()
}

/// A payload of teloxide as a method and JSON.
pub(crate) fn outgoing(
    method: &'static str,
    payload: &(impl Payload + serde::Serialize),
) -> Result<Outgoing, serde_json::Error> {
    Ok(Outgoing { method, body: serde_json::to_string(payload)? })
}

fn without_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}
