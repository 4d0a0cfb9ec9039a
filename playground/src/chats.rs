//! A private chat between a person and the bot: who stands how to whom, and what was written.

use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use serde_json::Value;
use tokio::time::Instant;

use crate::config::Persona;
use crate::error::ApiError;
use crate::keyboards::{Markup, ReplyKeyboard};
use crate::messages::ChatMessage;
use crate::state::{State, push_bounded};

/// Messages kept in one chat.
const KEPT_MAX: usize = 2000;

/// One chat.
pub(crate) struct Chat {
    pub(crate) person: Persona,
    pub(crate) started: bool,
    pub(crate) blocked: bool,
    pub(crate) deactivated: bool,
    pub(crate) messages: VecDeque<ChatMessage>,
    pub(crate) reply_keyboard: Option<ReplyKeyboard>,
    /// What the bot is doing and until when that is shown.
    pub(crate) action: Option<(String, Instant)>,
    pub(crate) menu_button: Option<Value>,
    /// The newest message that was shown on the page.
    pub(crate) seen: i64,
}

impl Chat {
    pub(crate) fn with(person: Persona) -> Self {
        Self {
            person,
            started: false,
            blocked: false,
            deactivated: false,
            messages: VecDeque::new(),
            reply_keyboard: None,
            action: None,
            menu_button: None,
            seen: 0,
        }
    }

    /// Whether the bot may write here.
    pub(crate) fn open_to_bot(&self) -> Result<(), ApiError> {
        if self.deactivated {
            Err(ApiError::forbidden("user is deactivated"))
        } else if self.blocked {
            Err(ApiError::forbidden("bot was blocked by the user"))
        } else if !self.started {
            Err(ApiError::forbidden("bot can't initiate conversation with a user"))
        } else {
            Ok(())
        }
    }

    fn place(&self, id: i64) -> Option<usize> {
        self.messages.binary_search_by_key(&id, |message| message.id).ok()
    }

    /// A message that is still there.
    pub(crate) fn message(&self, id: i64) -> Option<&ChatMessage> {
        self.place(id).map(|place| &self.messages[place]).filter(|message| !message.deleted)
    }

    /// The same, to change it.
    pub(crate) fn message_mut(&mut self, id: i64) -> Option<&mut ChatMessage> {
        let place = self.place(id)?;
        Some(&mut self.messages[place]).filter(|message| !message.deleted)
    }

    /// Messages of the bot that the page has not shown yet.
    pub(crate) fn unread(&self) -> usize {
        self.messages
            .iter()
            .rev()
            .take_while(|message| message.id > self.seen)
            .filter(|message| message.from_bot && !message.deleted)
            .count()
    }

    /// Puts what a message carries into its place.
    pub(crate) fn apply(&mut self, markup: Option<Markup>, message: &mut ChatMessage) {
        match markup {
            None => {}
            Some(Markup::Inline(rows)) => message.keyboard = rows,
            Some(Markup::Reply(keyboard)) => {
                message.had_reply_keyboard = true;
                self.reply_keyboard = Some(keyboard);
            }
            Some(Markup::Remove) => {
                message.had_reply_keyboard = true;
                self.reply_keyboard = None;
            }
            Some(Markup::ForceReply) => message.had_reply_keyboard = true,
        }
    }
}

impl State {
    /// The name of a new album.
    pub(crate) fn new_album(&self) -> String {
        (13_000_000_000_000_000 + self.next_message).to_string()
    }

    /// Numbers, dates and keeps a message.
    pub(crate) fn keep(&mut self, person: i64, mut message: ChatMessage, now: DateTime<Utc>) -> ChatMessage {
        message.id = self.next_message;
        self.next_message += 1;
        message.date = now;
        let chat = self.chat(person);
        if message.from_bot {
            chat.action = None;
        }
        push_bounded(&mut chat.messages, message.clone(), KEPT_MAX);
        message
    }
}
