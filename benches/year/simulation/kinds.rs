//! What a message of the bot is: told from its words and its buttons, as the person who gets it would.

use chrono::NaiveDate;
use domain::buttons::Button;
use domain::language::Language;
use locales::{Texts, dates};
use playground::Call;
use serde_json::Value;

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    /// The digest of that morning.
    Digest,
    /// To a controller: a report waits.
    Report,
    /// To an officer: the report was accepted.
    Accepted,
    /// To an officer: the report was sent back.
    Returned,
    /// Anything else that comes unasked.
    Other,
    /// It answers what the person has just done.
    Reply,
}

impl Kind {
    /// What a new message is that came to somebody on `day`; `asked` tells whether they had just done something.
    pub(crate) fn of(text: &str, language: Language, day: NaiveDate, asked: bool) -> Self {
        let texts = Texts::new(language);
        let begins = |words: locales::Html| text.starts_with(words.as_str());
        if begins(texts.digest_title(dates::date_with_weekday(language, day))) {
            Self::Digest
        } else if begins(texts.review_title()) {
            Self::Report
        } else if begins(texts.news_accepted()) {
            Self::Accepted
        } else if begins(texts.news_returned()) {
            Self::Returned
        } else if asked {
            Self::Reply
        } else {
            Self::Other
        }
    }

    /// In the table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Digest => "digest",
            Self::Report => "news: a report waits",
            Self::Accepted => "news: accepted",
            Self::Returned => "news: returned",
            Self::Other => "anything else",
            Self::Reply => "replies to a tap",
        }
    }
}

/// The buttons of a call that the bot itself understands.
pub(crate) fn buttons(call: &Call) -> Vec<Button> {
    let markup = call.args.get("reply_markup").map_or("{}", String::as_str);
    let markup: Value = serde_json::from_str(markup).unwrap_or_default();
    let rows = markup["inline_keyboard"].as_array().map(Vec::as_slice).unwrap_or_default();
    let all = rows.iter().filter_map(Value::as_array).flatten();
    all.filter_map(|button| button["callback_data"].as_str()).filter_map(Button::read).collect()
}

/// What the message says of these obligations: their numbers, and whether it has further pages.
pub(crate) fn named(call: &Call) -> (Vec<i64>, bool) {
    let (mut named, mut pages) = (Vec::new(), false);
    for button in buttons(call) {
        match button {
            Button::Task { obligation } | Button::Accept { obligation, .. } => named.push(obligation.0),
            Button::Tasks { page } | Button::Digest { page, .. } => pages |= page > 0,
            _ => {}
        }
    }
    (named, pages)
}
