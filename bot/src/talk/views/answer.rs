//! What an officer sees after an answer: what was kept, who looks at it, and how to add to it.

use domain::answers::AnswerKind;
use domain::buttons::Button;
use domain::ids::ObligationId;
use domain::written::TEXT_LIMIT;
use locales::{Html, Texts, dates, numbers, words};
use store::obligations::ObligationView;

use super::item::{deadline, measure};
use super::{NAME_ROOM, View, key, shortened};
use crate::reply::Keyboard;

/// The answer was kept. `controller` is the name of who will look at a report, when there is somebody.
pub(crate) fn kept(texts: Texts, one: &ObligationView, kind: AnswerKind, controller: Option<&str>) -> View {
    let title = texts.answer_kept(words::answer_kind(texts, kind));
    let sign = match kind {
        AnswerKind::Done | AnswerKind::NothingToReport => "👁",
        AnswerKind::InProgress => "🔵",
        AnswerKind::Blocked => "⛔",
    };
    let next = match controller {
        _ if !kind.is_report() => {
            texts.answer_stays_open(dates::date_with_weekday(texts.language(), one.due))
        }
        Some(name) => texts.answer_goes_to_review(shortened(name, NAME_ROOM)),
        None => texts.answer_goes_to_control(),
    };
    let ask = match kind {
        AnswerKind::Blocked => texts.answer_ask_reason(TEXT_LIMIT),
        _ => texts.answer_ask_evidence(TEXT_LIMIT),
    };
    let mut about = vec![measure(texts, one)];
    if kind.is_report() {
        about.extend(deadline(texts, one));
    }
    let text = Html::paragraphs(&[texts.item_signed(sign, title), Html::lines(&about), next, ask]);
    let finish = match kind {
        AnswerKind::Done => texts.button_without_evidence(),
        _ => texts.button_finish(),
    };
    View { text, keyboard: closing(texts, finish, one.id) }
}

/// Something was attached to the answer; `what` says what.
pub(crate) fn evidence_kept(texts: Texts, what: &Html, obligation: ObligationId) -> View {
    let text = Html::lines(&[what.clone(), texts.evidence_more()]);
    View { text, keyboard: closing(texts, texts.button_finish(), obligation) }
}

/// The file is too big for Telegram to give it to us.
pub(crate) fn evidence_too_big(texts: Texts, size: u64, limit: u64, obligation: ObligationId) -> View {
    let language = texts.language();
    let text = texts.evidence_too_big(numbers::bytes(language, limit), numbers::bytes(language, size));
    View { text, keyboard: closing(texts, texts.button_finish(), obligation) }
}

fn closing(texts: Texts, finish: String, obligation: ObligationId) -> Keyboard {
    Keyboard::new().row([
        key(finish, &Button::Finish { obligation }),
        key(texts.button_to_tasks(), &Button::Tasks { page: 0 }),
    ])
}
