//! What a message of the bot is: told from its words and its buttons, as the person who gets it would.

use chrono::NaiveDate;
use domain::buttons::Button;
use domain::language::Language;
use locales::{Texts, dates};
use playground::Call;
use serde_json::Value;

/// Nobody is told of more overdue things at once.
const MOST: usize = 200;
const NUMBER: &str = "0";

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
    /// To a controller: the brief of that morning.
    Brief,
    /// To a controller: the week as a picture.
    Card,
    /// To a head: what is overdue.
    ToHead,
    /// To a controller: what is still overdue.
    ToController,
    /// A digest of another day.
    Stale,
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
        } else if begins(texts.brief_title(dates::date_with_weekday(language, day))) {
            Self::Brief
        } else if text.starts_with(before_number(texts.card_caption(NUMBER, NUMBER).as_str())) {
            Self::Card
        } else if Self::ToHead.count(text, language) > 0 {
            Self::ToHead
        } else if Self::ToController.count(text, language) > 0 {
            Self::ToController
        } else if text.starts_with(before_number(texts.digest_title(NUMBER).as_str())) {
            Self::Stale
        } else if asked {
            Self::Reply
        } else {
            Self::Other
        }
    }

    /// Of how many things a message of this kind tells, where it says so.
    pub(crate) fn count(self, text: &str, language: Language) -> usize {
        let texts = Texts::new(language);
        let title = |count| match self {
            Self::ToHead => Some(texts.escalation_head(count)),
            Self::ToController => Some(texts.escalation_controller(count)),
            _ => None,
        };
        let says = |count: &usize| title(*count).is_some_and(|title| text.starts_with(title.as_str()));
        (1..=MOST).find(says).unwrap_or_default()
    }

    /// Whether a message of which nobody can say whether it came is not sent again, but shown to the administrator.
    pub(crate) fn is_held(self) -> bool {
        matches!(self, Self::Brief | Self::Card | Self::ToHead | Self::ToController)
    }

    /// Whether one message tells of several things.
    pub(crate) fn tells_of_many(self) -> bool {
        matches!(self, Self::ToHead | Self::ToController)
    }

    /// Whether it comes before the hours of work begin.
    pub(crate) fn is_early(self) -> bool {
        matches!(self, Self::Brief | Self::Card)
    }

    /// In the table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Digest => "digest",
            Self::Report => "news: a report waits",
            Self::Accepted => "news: accepted",
            Self::Returned => "news: returned",
            Self::Brief => "brief",
            Self::Card => "weekly card",
            Self::ToHead => "escalation: head",
            Self::ToController => "escalation: controller",
            Self::Stale => "digest of another day",
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

/// The obligations that have a button in the message.
pub(crate) fn named(call: &Call) -> Vec<i64> {
    let of = |button| match button {
        Button::Task { obligation } | Button::Accept { obligation, .. } => Some(obligation.0),
        _ => None,
    };
    buttons(call).into_iter().filter_map(of).collect()
}

/// How many pages the list in the message has.
pub(crate) fn pages(text: &str, language: Language) -> usize {
    let says = |pages: &usize| text.contains(Texts::new(language).tasks_page(*pages, 1_usize).as_str());
    (2..=MOST).find(says).unwrap_or(1)
}

/// The words before the first value.
fn before_number(text: &str) -> &str {
    text.split(NUMBER).next().unwrap_or(text)
}
