//! Telegram without Telegram: a strict local Bot API over HTTP, and a page on which a newcomer plays the people who write to the bot.
//!
//! It refuses what Telegram refuses, in the same words, so a bot that works here works there. It never knows what
//! the bot is about: people, links to scan, the clock and the page's texts are all given by the composing program.

mod acting;
mod arguments;
mod calls;
mod chats;
mod config;
mod entities;
mod error;
mod faults;
mod files;
mod http_post;
mod inline;
mod json;
mod keyboards;
mod launch;
mod links;
mod messages;
mod methods;
mod pace;
mod page;
mod profile;
mod server;
mod state;
mod updates;
mod webhook;

pub use acting::{CallbackAnswer, CallbackId, PressError, TimedOut};
pub use calls::{Call, Outcome};
pub use config::{BotIdentity, Config, Jump, Limits, Link, Persona, Texts, World};
pub use entities::{EntityKind, MentionedUser, MessageEntity};
pub use faults::{Attempt, Fault, FaultKind};
pub use inline::{InlineId, InlineResult};
pub use keyboards::{Button, ButtonAction, ReplyButton, ReplyKeyboard};
pub use messages::{Attachment, ChatMessage};
pub use page::TEXT_KEYS;
pub use state::Playground;
