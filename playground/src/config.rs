//! What the composing program gives to the playground: the bot, the people, the limits, the texts and the world around.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use futures_util::future::{BoxFuture, FutureExt};
use serde::Serialize;

/// All that is fixed when the playground starts.
#[derive(Clone)]
pub struct Config {
    /// The token that the bot must show, such as `123456:secret`.
    pub token: String,
    /// Who the bot is.
    pub bot: BotIdentity,
    /// The people that can be played.
    pub people: Vec<Persona>,
    /// How fast the bot may send.
    pub limits: Limits,
    /// The texts of the chat page.
    pub texts: Texts,
}

/// Who the bot is.
#[derive(Clone, Debug, Serialize)]
pub struct BotIdentity {
    /// The bot's number.
    pub id: i64,
    /// The user name, without the `@`.
    pub username: String,
    /// The name shown above the chat.
    pub first_name: String,
}

/// Someone who can write to the bot.
#[derive(Clone, Debug, Serialize)]
pub struct Persona {
    /// The person's number; it is also the number of the private chat.
    pub id: i64,
    /// The first name.
    pub first_name: String,
    /// The last name, where there is one.
    pub last_name: Option<String>,
    /// The language of the person's Telegram, two small letters.
    pub language_code: String,
    /// One line for the list of people, such as the role.
    pub about: String,
}

/// How fast the bot may send; what is `None` is not limited. Past a limit the answer is 429 with `retry_after`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// Messages and edits a second to all chats together.
    pub messages_per_second: Option<u32>,
    /// Messages and edits a second to one chat, on average.
    pub per_chat_per_second: Option<u32>,
    /// How many may come at once to one chat after a rest; at least one.
    pub per_chat_burst: u32,
}

/// The texts of the chat page: language tag → key → text. The keys are [`TEXT_KEYS`](crate::TEXT_KEYS).
#[derive(Clone, Debug, Default)]
pub struct Texts(pub BTreeMap<String, BTreeMap<String, String>>);

/// A step of the clock that the page offers.
#[derive(Clone, Debug, Serialize)]
pub struct Jump {
    /// What [`World::jump`] is called with.
    pub id: String,
    /// What stands on the button.
    pub label: String,
}

/// Something a person can scan or open: a QR code on a wall, an invitation in a letter.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// What it is.
    pub title: String,
    /// A second line, may be empty.
    pub note: String,
    /// What follows `?start=`.
    pub payload: String,
    /// The heading under which it is listed.
    pub group: String,
}

/// The world around the chats, as the composing program runs it.
pub trait World: Send + Sync + 'static {
    /// What time it is. Dates of messages, the age of buttons and the life of updates are counted by it.
    fn now(&self) -> DateTime<Utc>;

    /// The steps that the clock can make, in the order of the buttons.
    fn jumps(&self, language: &str) -> Vec<Jump> {
        let _ = language;
        Vec::new()
    }

    /// Moves the clock by one of the [`jumps`](World::jumps).
    fn jump(&self, id: &str) -> BoxFuture<'_, ()> {
        let _ = id;
        async {}.boxed()
    }

    /// What can be scanned, with words in the given language.
    fn links(&self, language: &str) -> BoxFuture<'_, Vec<Link>> {
        let _ = language;
        async { Vec::new() }.boxed()
    }

    /// By how many minutes the clocks on the wall are ahead of UTC, for the times that the page shows.
    fn minutes_ahead_of_utc(&self) -> i32 {
        0
    }

    /// Where the panel is, if there is one.
    fn panel_url(&self) -> Option<String> {
        None
    }
}
