//! The parts of what a button carries: how each kind of value is written and read.

use chrono::NaiveDate;

use crate::answers::AnswerKind;
use crate::ids::{ObligationId, RatingId};
use crate::language::Language;
use crate::ratings::Mark;
use crate::reminders::Extent;

/// The parts of what a button carries, one after the other.
pub(super) struct Fields<'a>(std::str::Split<'a, char>);

impl<'a> Fields<'a> {
    /// The parts of this text.
    pub(super) fn of(text: &'a str) -> Self {
        Self(text.split(':'))
    }

    pub(super) fn next(&mut self) -> Option<&'a str> {
        self.0.next()
    }

    /// A code or a token: nothing but letters, digits, `_` and `-`, like a payload of a link.
    pub(super) fn word(&mut self) -> Option<String> {
        let word = self.next()?;
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        (!word.is_empty() && word.bytes().all(is_plain)).then(|| word.to_owned())
    }

    /// A number as [`Button::data`](super::Button::data) writes it, so that one button has one form.
    pub(super) fn number<N: std::str::FromStr + ToString>(&mut self) -> Option<N> {
        let text = self.next()?;
        let number: N = text.parse().ok()?;
        (number.to_string() == text).then_some(number)
    }

    pub(super) fn obligation(&mut self) -> Option<ObligationId> {
        self.number().map(ObligationId)
    }

    pub(super) fn extent(&mut self) -> Option<Extent> {
        Extent::from_code(self.next()?)
    }

    pub(super) fn rating(&mut self) -> Option<RatingId> {
        self.number().map(RatingId)
    }

    pub(super) fn mark(&mut self) -> Option<Mark> {
        self.number().and_then(Mark::new)
    }

    pub(super) fn language(&mut self) -> Option<Language> {
        let code = self.next()?;
        Language::ALL.into_iter().find(|language| language_code(*language) == code)
    }

    pub(super) fn answer(&mut self) -> Option<AnswerKind> {
        let code = self.next()?;
        AnswerKind::ALL.into_iter().find(|kind| answer_code(*kind) == code)
    }

    /// A day as [`day_code`] writes it.
    pub(super) fn day(&mut self) -> Option<NaiveDate> {
        let text = self.next()?;
        let day = NaiveDate::parse_from_str(text, DAY).ok()?;
        (day_code(day) == text).then_some(day)
    }

    pub(super) fn yes_or_no(&mut self) -> Option<bool> {
        match self.next()? {
            "y" => Some(true),
            "n" => Some(false),
            _ => None,
        }
    }
}

/// `20261123`: short, and in the order of time.
const DAY: &str = "%Y%m%d";

pub(super) fn day_code(day: NaiveDate) -> String {
    day.format(DAY).to_string()
}

pub(super) fn language_code(language: Language) -> &'static str {
    match language {
        Language::UzLatn => "l",
        Language::UzCyrl => "k",
        Language::Ru => "r",
        Language::En => "e",
    }
}

pub(super) fn answer_code(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Done => "d",
        AnswerKind::InProgress => "p",
        AnswerKind::Blocked => "b",
        AnswerKind::NothingToReport => "n",
    }
}
