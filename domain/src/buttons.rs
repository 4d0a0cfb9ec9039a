//! What stands behind the buttons under the bot's messages: written and read in this one place.
//!
//! Telegram gives back what a button carries, and anybody can forge it: it names things and rights are checked again. Buttons
//! live for years under old messages; one that is not understood any more is no fault, see [`Button::read`].

mod answers;
mod cases;
mod citizens;
mod control;
mod fields;
mod people;
mod privacy;

use crate::answers::AnswerKind;
use crate::codes::coded;
use crate::ids::{ObligationId, RatingId};
use crate::language::Language;
use crate::ratings::Mark;
use crate::reminders::Extent;
pub use answers::Follow;
pub use cases::CaseStep;
use chrono::NaiveDate;
pub use citizens::{FindAct, FindStep, OpinionAct, OpinionStep, VisitAct, VisitStep};
use fields::{Fields, answer_code, day_code, language_code};

pub use control::{MoreTime, SecondLook, Together};
pub use people::{HandOverStep, LeaveStep};
pub use privacy::{ForgetAct, ForgetStep};

/// The first sign of everything that this version writes.
const VERSION: &str = "1";

/// Telegram's limit, in bytes.
pub const BUTTON_LIMIT: usize = 64;

coded! {
    /// A reason for a return that needs no typing.
    pub enum ReadyReason {
        /// Nothing was attached that proves it.
        NoEvidence = "e",
        /// The work is done only in part.
        Incomplete = "i",
        /// The figures or facts are wrong.
        Inaccurate = "w",
    }
}

coded! {
    /// What a controller does about all that is overdue.
    pub enum LeaderAct {
        /// Wants to remind the officers, and is asked whether to.
        AskToCall = "a",
        /// Reminds them.
        Call = "c",
        /// Wants the sheet for the meeting.
        Sheet = "s",
        /// Wants no brief of the morning any more.
        NoBrief = "n",
        /// Wants the brief of the morning again.
        Brief = "b",
    }
}

/// A button that the bot understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Button {
    /// A citizen gives a mark.
    Rate {
        /// The code of the service point.
        point: String,
        /// The mark.
        mark: Mark,
        /// The language of the message: nothing else is known of a citizen.
        language: Language,
    },
    /// A citizen wants the question about a service in this language.
    RateIn {
        /// The code of the service point.
        point: String,
        /// The language.
        language: Language,
    },
    /// A citizen wants to add a comment.
    Comment {
        /// The rating.
        rating: RatingId,
        /// The language of the message.
        language: Language,
    },
    /// A citizen has no comment after all.
    NoComment {
        /// The rating.
        rating: RatingId,
        /// The language of the message.
        language: Language,
    },
    /// A citizen wants to give another mark.
    ChangeMark {
        /// The rating.
        rating: RatingId,
        /// The language of the message.
        language: Language,
    },
    /// A citizen looks for a service without its code.
    Find(FindStep),
    /// A citizen with a visit code.
    Visit(VisitStep),
    /// A citizen adds something to a mark that is kept.
    Opinion(OpinionStep),
    /// Somebody chooses the language in which the bot speaks.
    Speak(Language),
    /// Somebody wants to read the invitation in this language.
    ReadInvitation {
        /// The one-time token.
        token: String,
        /// The language.
        language: Language,
    },
    /// Somebody accepts the invitation.
    Join {
        /// The one-time token.
        token: String,
        /// The language of the message.
        language: Language,
    },
    /// Somebody lets the browser in that shows this token, or refuses.
    SignIn {
        /// The token of the browser.
        token: String,
        /// Whether it is let in.
        approve: bool,
    },
    /// A page of one's own open obligations.
    Tasks {
        /// The page, from 0.
        page: u32,
    },
    /// A page of the digest of the day on which it is pressed.
    Digest {
        /// How much it shows.
        extent: Extent,
        /// The page, from 0.
        page: u32,
    },
    /// Somebody wants to hear of an obligation later.
    Snooze {
        /// The obligation.
        obligation: ObligationId,
        /// The day on which they want to hear of it again.
        until: NaiveDate,
    },
    /// Somebody wants to hear later of everything in a digest that can wait.
    SnoozeAll {
        /// How much the digest shows.
        extent: Extent,
        /// The day on which they want to hear of it again.
        until: NaiveDate,
    },
    /// One obligation of one's own.
    Task {
        /// The obligation.
        obligation: ObligationId,
    },
    /// An answer to an obligation.
    Answer {
        /// The obligation.
        obligation: ObligationId,
        /// What is answered.
        kind: AnswerKind,
        /// The moment of the last answer that the message shows, in milliseconds; 0 when it shows none.
        seen: i64,
    },
    /// Nothing more will be added to the answer.
    Finish {
        /// The obligation.
        obligation: ObligationId,
    },
    /// About what follows an answer.
    Follow(Follow),
    /// A page of reports that wait for a decision.
    Reviews {
        /// The page, from 0.
        page: u32,
    },
    /// One report that waits for a decision.
    Review {
        /// The obligation.
        obligation: ObligationId,
    },
    /// The controller accepts the report.
    Accept {
        /// The obligation.
        obligation: ObligationId,
        /// The version that the message shows.
        version: i64,
    },
    /// The controller wants to return the report and is asked why.
    SendBack {
        /// The obligation.
        obligation: ObligationId,
        /// The version that the message shows.
        version: i64,
    },
    /// The controller returns the report for a ready reason.
    SendBackFor {
        /// The obligation.
        obligation: ObligationId,
        /// The version that the message shows.
        version: i64,
        /// Why.
        reason: ReadyReason,
    },
    /// About more time.
    MoreTime(MoreTime),
    /// About several reports at once.
    Together(Together),
    /// About re-checks.
    SecondLook(SecondLook),
    /// A page of what is overdue.
    Overdue {
        /// The page, from 0.
        page: u32,
    },
    /// A controller does something about all that is overdue.
    Lead(LeaderAct),
    /// The figures in short.
    Status,
    /// What the bot can do.
    Help,
    /// What is kept of people.
    Privacy,
    /// Somebody wants to be forgotten.
    Forget(ForgetStep),
    /// A place of a calendar without a day to choose: it does nothing.
    Blank,
    /// A button of a message that only shows how it would look.
    Trial,
    /// A step on the way to a substitute.
    Leave(LeaveStep),
    /// A step on the way of an obligation to a colleague.
    HandOver(HandOverStep),
    /// About a case of a low mark.
    Case(CaseStep),
}

impl Button {
    /// What the button carries: at most [`BUTTON_LIMIT`] bytes.
    pub fn data(&self) -> String {
        let speaks = |language: &Language| language_code(*language);
        let fields = match self {
            Self::Rate { point, mark, language } => format!("r:{point}:{}:{}", mark.get(), speaks(language)),
            Self::RateIn { point, language } => format!("q:{point}:{}", speaks(language)),
            Self::Comment { rating, language } => format!("c:{rating}:{}", speaks(language)),
            Self::NoComment { rating, language } => format!("n:{rating}:{}", speaks(language)),
            Self::ChangeMark { rating, language } => format!("m:{rating}:{}", speaks(language)),
            Self::Speak(language) => format!("l:{}", speaks(language)),
            Self::ReadInvitation { token, language } => format!("i:{token}:{}", speaks(language)),
            Self::Join { token, language } => format!("j:{token}:{}", speaks(language)),
            Self::SignIn { token, approve } => format!("s:{token}:{}", if *approve { "y" } else { "n" }),
            Self::Tasks { page } => format!("t:{page}"),
            Self::Digest { extent, page } => format!("KD:{}:{page}", extent.code()),
            Self::Snooze { obligation, until } => format!("k:{obligation}:{}", day_code(*until)),
            Self::SnoozeAll { extent, until } => format!("KA:{}:{}", extent.code(), day_code(*until)),
            Self::Task { obligation } => format!("o:{obligation}"),
            Self::Answer { obligation, kind, seen } => {
                format!("a:{obligation}:{}:{seen}", answer_code(*kind))
            }
            Self::Finish { obligation } => format!("f:{obligation}"),
            Self::Follow(button) => button.data(),
            Self::Reviews { page } => format!("w:{page}"),
            Self::Review { obligation } => format!("v:{obligation}"),
            Self::Accept { obligation, version } => format!("y:{obligation}:{version}"),
            Self::SendBack { obligation, version } => format!("b:{obligation}:{version}"),
            Self::SendBackFor { obligation, version, reason } => {
                format!("x:{obligation}:{version}:{}", reason.code())
            }
            Self::MoreTime(button) => button.data(),
            Self::Together(button) => button.data(),
            Self::SecondLook(button) => button.data(),
            Self::Overdue { page } => format!("d:{page}"),
            Self::Lead(act) => format!("O:{}", act.code()),
            Self::Status => "z".to_owned(),
            Self::Help => "h".to_owned(),
            Self::Privacy => "p".to_owned(),
            Self::Forget(step) => step.data(),
            Self::Blank => "S".to_owned(),
            Self::Find(step) => step.data(),
            Self::Visit(step) => step.data(),
            Self::Opinion(step) => step.data(),
            Self::Trial => "Y".to_owned(),
            Self::Leave(step) => step.data(),
            Self::HandOver(step) => step.data(),
            Self::Case(step) => step.data(),
        };
        format!("{VERSION}{fields}")
    }

    /// Reads what a button carries; `None` for what no button of this version carries: an old message, or a forgery.
    pub fn read(data: &str) -> Option<Self> {
        if data.len() > BUTTON_LIMIT {
            return None;
        }
        let mut fields = Fields::of(data.strip_prefix(VERSION)?);
        let button = match fields.next()? {
            "r" => Self::Rate { point: fields.word()?, mark: fields.mark()?, language: fields.language()? },
            "q" => Self::RateIn { point: fields.word()?, language: fields.language()? },
            "c" => Self::Comment { rating: fields.rating()?, language: fields.language()? },
            "n" => Self::NoComment { rating: fields.rating()?, language: fields.language()? },
            "m" => Self::ChangeMark { rating: fields.rating()?, language: fields.language()? },
            code if code.starts_with('F') => Self::Find(FindStep::read(code, &mut fields)?),
            code if code.starts_with('V') => Self::Visit(VisitStep::read(code, &mut fields)?),
            code if code.starts_with('C') => Self::Opinion(OpinionStep::read(code, &mut fields)?),
            "l" => Self::Speak(fields.language()?),
            "i" => Self::ReadInvitation { token: fields.word()?, language: fields.language()? },
            "j" => Self::Join { token: fields.word()?, language: fields.language()? },
            "s" => Self::SignIn { token: fields.word()?, approve: fields.yes_or_no()? },
            "t" => Self::Tasks { page: fields.number()? },
            "KD" => Self::Digest { extent: fields.extent()?, page: fields.number()? },
            "k" => Self::Snooze { obligation: fields.obligation()?, until: fields.day()? },
            "KA" => Self::SnoozeAll { extent: fields.extent()?, until: fields.day()? },
            "o" => Self::Task { obligation: fields.obligation()? },
            "a" => Self::Answer {
                obligation: fields.obligation()?,
                kind: fields.answer()?,
                seen: fields.number()?,
            },
            "f" => Self::Finish { obligation: fields.obligation()? },
            code if code.starts_with(['A', 'D']) => Self::Follow(Follow::read(code, &mut fields)?),
            "w" => Self::Reviews { page: fields.number()? },
            "v" => Self::Review { obligation: fields.obligation()? },
            "y" => Self::Accept { obligation: fields.obligation()?, version: fields.number()? },
            "b" => Self::SendBack { obligation: fields.obligation()?, version: fields.number()? },
            "x" => Self::SendBackFor {
                obligation: fields.obligation()?,
                version: fields.number()?,
                reason: ReadyReason::from_code(fields.next()?)?,
            },
            code if code.starts_with('E') => Self::MoreTime(MoreTime::read(code, &mut fields)?),
            code if code.starts_with('B') => Self::Together(Together::read(code, &mut fields)?),
            code if code.starts_with('R') => Self::SecondLook(SecondLook::read(code, &mut fields)?),
            "d" => Self::Overdue { page: fields.number()? },
            "O" => Self::Lead(LeaderAct::from_code(fields.next()?)?),
            "z" => Self::Status,
            "h" => Self::Help,
            "p" => Self::Privacy,
            "X" => Self::Forget(ForgetStep::read(&mut fields)?),
            "S" => Self::Blank,
            "Y" => Self::Trial,
            code if code.starts_with('S') => Self::Leave(LeaveStep::read(code, &mut fields)?),
            code if code.starts_with('L') => Self::Case(CaseStep::read(code, &mut fields)?),
            code if code.starts_with('H') => Self::HandOver(HandOverStep::read(code, &mut fields)?),
            _ => return None,
        };
        fields.next().is_none().then_some(button)
    }
}

#[cfg(test)]
mod tests;
