//! What messages look like: text and buttons from values. Nothing here looks anything up, and nothing is sent.

mod answer;
mod brief;
mod calendar;
mod cases;
mod days;
mod digest;
mod escalation;
mod evidence;
mod extension;
mod find;
mod hand_over;
mod item;
mod leave;
mod news;
mod opinion;
mod people;
mod privacy;
mod rating;
mod recheck;
mod review;
mod status;
mod together;
mod visit;

use domain::buttons::Button;
use domain::language::Language;
pub(crate) use locales::shortened;
use locales::words::sign as emoji;
use locales::{Html, Texts};

use crate::mini_app;
use crate::reply::{Key, Keyboard, Reply};

pub(crate) use answer::{Kept, ask_proof, ask_take_back, choose_day, kept, reported};
pub(crate) use brief::{
    Brief, Call, LateCases, Told, brief, brief_wanted, call_asked, call_done, call_nobody, card_caption,
};
pub(crate) use calendar::Choice;
pub(crate) use cases::{
    CaseLine, ask_case_answer, case, case_answer, case_judged, case_reopened, cases, cases_late, with_cases,
};
pub(crate) use days::days_moved;
pub(crate) use digest::{Digest, called, digest, put_off, tasks, trial};
pub(crate) use escalation::{Escalated, EscalatedLine, escalated};
pub(crate) use evidence::{
    ask_more, ask_record, edited, evidence_kept, file_lost, file_refused, shortened_name, unsupported,
    while_waiting,
};
pub(crate) use extension::{
    ask_day, ask_why, ask_why_not, more_time_asked, more_time_decided, request, requests,
};
pub(crate) use find::{
    FoundService, comment_stands, found_services, nothing_found, organisations, passed_on, services,
    unknown_service, unknown_words,
};
pub(crate) use hand_over::{
    Hand, choose_taker, hand_over_answered, hand_over_over, hand_over_question, hand_over_refused, unassigned,
};
pub(crate) use item::{Later, item, seen};
pub(crate) use leave::{Hearer, LeaveChoice, LeaveDay, leave, leave_day, leave_news};
pub(crate) use news::{accepted, cancelled, found, returned, update_parked};
pub(crate) use opinion::{GivenMark, criterion, thanks};
pub(crate) use people::{help, invitation, joined, language_choice, sign_in, start};
pub(crate) use privacy::{
    ask_to_forget, ask_to_withdraw, forgetting_of_known, forgotten, privacy, privacy_of_mark, withdrawn,
};
pub(crate) use rating::{ask_comment, former_point, not_today, question, question_of, unknown_point};
pub(crate) use recheck::{ask_why_falls, recheck, recheck_fell, rechecks};
pub(crate) use review::{MoreToDecide, Report, ReviewLine, ask_reason, decided, ended, report, reviews};
pub(crate) use status::{OverdueLine, Status, overdue, status};
pub(crate) use together::{Named, ask_together, decided_together};
pub(crate) use visit::{question_with_code, visit_elsewhere, visit_misread, visit_refused, visit_wanted};

/// The longest label of a button.
pub(crate) const LABEL_LIMIT: usize = 40;

/// How much of a name of an organisation, a service or a person a message shows, in characters. Real ones are far shorter:
/// this and the next two keep a message within Telegram's 4,096 whatever was entered.
const NAME_ROOM: usize = 200;

/// How much of a measure's text one obligation shows.
const MEASURE_ROOM: usize = 1200;

/// How much of a measure's text and of an organisation's name a line of control's lists shows.
const LINE_ROOM: usize = 60;

/// How much of its mechanism.
const MECHANISM_ROOM: usize = 600;

/// A message: its text and the buttons under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct View {
    pub(crate) text: Html,
    pub(crate) keyboard: Keyboard,
}

impl View {
    /// A message without buttons.
    pub(crate) fn plain(text: Html) -> Self {
        Self { text, keyboard: Keyboard::new() }
    }

    /// The same with a button that opens a page of the panel, where Telegram shows it without leaving the chat.
    #[must_use]
    pub(crate) fn with_panel(mut self, texts: Texts, pages: &str, path: &str) -> Self {
        if mini_app::is_inside(pages) {
            let key = Key::open(texts.button_panel(), format!("{pages}/{path}"));
            self.keyboard = self.keyboard.row([key]);
        }
        self
    }

    /// As a new message.
    pub(crate) fn send(self) -> Reply {
        Reply::Send { text: self.text, keyboard: Some(self.keyboard) }
    }

    /// In place of the message that was pressed; as a new one when Telegram does not tell which that was.
    pub(crate) fn replace(self, message_id: Option<i64>) -> Reply {
        match message_id {
            Some(message_id) => Reply::Edit { message_id, text: self.text, keyboard: Some(self.keyboard) },
            None => self.send(),
        }
    }
}

/// A button of ours.
fn key(label: impl AsRef<str>, button: &Button) -> Key {
    Key::press(shortened(label.as_ref(), LABEL_LIMIT), button.data())
}

/// The row of languages; the one that is spoken is left out.
fn language_row(spoken: Language, button: impl Fn(Language) -> Button) -> Vec<Key> {
    let others = Language::ALL.into_iter().filter(|language| *language != spoken);
    others.map(|language| key(language_label(language), &button(language))).collect()
}

/// What a language is called on a button: in itself.
fn language_label(language: Language) -> String {
    let texts = Texts::new(language);
    match language {
        Language::UzLatn => texts.button_language_uz_latn(),
        Language::UzCyrl => texts.button_language_uz_cyrl(),
        Language::Ru => texts.button_language_ru(),
        Language::En => texts.button_language_en(),
    }
}

/// The buttons between the pages of a list.
fn pager(texts: Texts, page: usize, of: usize, button: impl Fn(u32) -> Button) -> Vec<Key> {
    let number = |page: usize| u32::try_from(page).unwrap_or_default();
    let mut keys = Vec::new();
    if let Some(previous) = page.checked_sub(1) {
        keys.push(key(texts.button_previous(), &button(number(previous))));
    }
    if page + 1 < of {
        keys.push(key(texts.button_next(), &button(number(page + 1))));
    }
    keys
}

#[cfg(test)]
mod tests;
