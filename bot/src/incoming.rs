//! What somebody did in Telegram, read from an update and reduced to what the conversations need.
//!
//! Nothing here knows who the person is for the city; that is looked up by the handlers.

/// One update: who, where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Incoming {
    /// Telegram's number of the update: its effects are kept once.
    pub(crate) update_id: i64,
    /// Who did it.
    pub(crate) from: From,
    /// Where.
    pub(crate) chat: Chat,
    /// What.
    pub(crate) what: What,
}

/// A Telegram account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct From {
    pub(crate) id: i64,
    pub(crate) first_name: String,
    /// The language of the person's Telegram: `uz`, `ru`, `en-GB`.
    pub(crate) language_code: Option<String>,
}

/// Where it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chat {
    pub(crate) id: i64,
    /// Whether it is a chat with one person. The bot speaks nowhere else.
    pub(crate) private: bool,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// `/name argument`; the name is in small letters and without the bot's own name.
    Command { name: String, argument: String },
    /// Words.
    Text { message_id: i64, text: String },
    /// A press of a button under a message.
    Press {
        callback_id: String,
        /// The message of the button; none when it is too old for Telegram to tell.
        message_id: Option<i64>,
        data: String,
    },
    /// A photo or a document.
    File { message_id: i64, file: IncomingFile, caption: Option<String> },
    /// Anything else that a person can send: a voice, a sticker, a place.
    Unsupported { kind: &'static str },
    /// A message that was changed after it was sent: the words that it has now, and its file.
    Edited { message_id: i64, words: Option<String>, file: Option<IncomingFile> },
    /// Words behind the bot's name in any chat: what is to be found.
    Inline { query_id: String, query: String },
    /// The person stopped the bot: nothing can be sent any more.
    Blocked,
    /// The person allows the bot to write again.
    Unblocked,
}

/// A file as Telegram describes it; the bytes are fetched later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IncomingFile {
    pub(crate) kind: FileKind,
    /// Telegram's handle for fetching it.
    pub(crate) file_id: String,
    /// The same for the same bytes, whoever sends them.
    pub(crate) unique_id: String,
    /// The name that the sender gave; none for photos.
    pub(crate) name: Option<String>,
    pub(crate) mime: Option<String>,
    pub(crate) bytes: Option<i64>,
    /// Telegram's name for the files that were sent together.
    pub(crate) album: Option<String>,
}

/// The kinds of file that are taken as evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    Photo,
    Document,
}
