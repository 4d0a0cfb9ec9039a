//! Words and files of an answer: what was attached, what is not taken, what is asked for.

use domain::answers::AnswerKind;
use domain::buttons::{Button, Follow};
use domain::evidence::FILE_LIMIT;
use domain::ids::{AnswerId, ObligationId};
use domain::obligation::State;
use domain::refusal::Refusal;
use domain::written::TEXT_LIMIT;
use locales::{Html, Texts, dates, numbers, words};
use store::evidence::Lost;
use store::obligations::ObligationView;

use super::answer::record_key;
use super::item::measure;
use super::{NAME_ROOM, View, key, shortened};
use crate::reply::Keyboard;

/// Something was attached to the answer; `what` says what. The answer and its state are told each time.
pub(crate) fn evidence_kept(texts: Texts, what: &Html, one: &ObligationView, kind: AnswerKind) -> View {
    let text = Html::paragraphs(&[
        what.clone(),
        Html::lines(&[measure(texts, one), stands(texts, one, kind)]),
        texts.evidence_more(),
    ]);
    View { text, keyboard: closing(texts, one.id) }
}

/// The answer says something else now; what it said before stays.
pub(crate) fn edited(texts: Texts, version: i64, one: &ObligationView, kind: AnswerKind) -> View {
    let text = Html::lines(&[texts.evidence_edited(version.to_string()), stands(texts, one, kind)]);
    let open = key(texts.button_open_task(), &Button::Task { obligation: one.id });
    View { text, keyboard: Keyboard::new().row([open]) }
}

/// Which answer it is, and how the obligation stands.
fn stands(texts: Texts, one: &ObligationView, kind: AnswerKind) -> Html {
    let answer = texts.evidence_of_answer(words::answer_kind(texts, kind));
    let state = match one.state {
        State::Open | State::Returned => {
            texts.answer_stays_open(dates::date_with_weekday(texts.language(), one.due))
        }
        State::Reported | State::Accepted | State::Cancelled => texts.answer_goes_to_control(),
    };
    Html::join(&[answer, state], " ")
}

/// Something else came than what is waited for; `answered` tells whether an answer was kept already.
pub(crate) fn while_waiting(texts: Texts, text: Html, obligation: ObligationId, answered: bool) -> View {
    if answered {
        return View { text, keyboard: closing(texts, obligation) };
    }
    let text = Html::paragraphs(&[text, texts.answer_not_reported_yet()]);
    let back = key(texts.button_back(), &Button::Task { obligation });
    View { text, keyboard: Keyboard::new().row([record_key(texts, obligation), back]) }
}

/// Why a file is not taken.
pub(crate) fn file_refused(texts: Texts, name: Option<&str>, bytes: i64, refusal: Refusal) -> Html {
    let language = texts.language();
    match refusal {
        Refusal::FileTooBig => texts.evidence_too_big(
            numbers::bytes(language, FILE_LIMIT.unsigned_abs()),
            numbers::bytes(language, bytes.unsigned_abs()),
        ),
        Refusal::FileNotTaken => {
            let name = name.map(|name| shortened_name(name, NAME_ROOM));
            texts.evidence_not_taken(name.unwrap_or_else(|| texts.evidence_document_name().into_string()))
        }
        other => Html::escape(&words::refusal(texts, &other)),
    }
}

/// Why something that is neither words nor a file is not taken, and what to send instead.
pub(crate) fn unsupported(texts: Texts, kind: &str) -> Html {
    match kind {
        "voice" | "audio" => texts.unsupported_voice(),
        "video" | "video_note" | "animation" => texts.unsupported_video(),
        "sticker" | "dice" => texts.unsupported_sticker(),
        "contact" => texts.unsupported_contact(),
        "location" | "venue" => texts.unsupported_location(),
        _ => texts.unsupported_known(),
    }
}

/// More may be added to an answer that was given before.
pub(crate) fn ask_more(texts: Texts, one: &ObligationView) -> View {
    let text = Html::paragraphs(&[texts.evidence_ask_more(TEXT_LIMIT), measure(texts, one)]);
    let keyboard = Keyboard::new().row([record_key(texts, one.id)]).row([
        key(texts.button_finish(), &Button::Finish { obligation: one.id }),
        key(texts.button_to_tasks(), &Button::Tasks { page: 0 }),
    ]);
    View { text, keyboard }
}

/// The number of a record in NIS.UZ is asked for: for an answer, or as the proof that makes the report.
pub(crate) fn ask_record(texts: Texts, obligation: ObligationId, answer: Option<AnswerId>) -> View {
    let back = match answer {
        Some(answer) => Button::Follow(Follow::Kept { answer }),
        None => Button::Task { obligation },
    };
    View {
        text: texts.evidence_ask_record(),
        keyboard: Keyboard::new().row([key(texts.button_back(), &back)]),
    }
}

/// A file never came: its sender should send it again.
pub(crate) fn file_lost(texts: Texts, lost: &Lost) -> View {
    let obligation = lost.obligation;
    let keyboard = Keyboard::new().row([
        key(texts.button_attach(), &Button::Follow(Follow::Attach { obligation })),
        key(texts.button_open_task(), &Button::Task { obligation }),
    ]);
    View { text: texts.news_file_lost(shortened_name(&lost.name, NAME_ROOM)), keyboard }
}

fn closing(texts: Texts, obligation: ObligationId) -> Keyboard {
    Keyboard::new().row([
        key(texts.button_finish(), &Button::Finish { obligation }),
        key(texts.button_to_tasks(), &Button::Tasks { page: 0 }),
    ])
}

/// The name of a file in at most `limit` characters; its end stays, because it says what the file is.
pub(crate) fn shortened_name(name: &str, limit: usize) -> String {
    let name = name.trim();
    if name.chars().count() <= limit {
        return name.to_owned();
    }
    match name.rsplit_once('.') {
        Some((before, end)) if end.chars().count() <= 8 => {
            format!("{}.{end}", shortened(before, limit.saturating_sub(end.chars().count() + 1)))
        }
        _ => shortened(name, limit),
    }
}
