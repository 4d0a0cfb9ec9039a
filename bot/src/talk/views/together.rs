//! Several reports at once: the question with their names, and what became of each.

use domain::answers::AnswerKind;
use domain::buttons::{Button, Together};
use domain::obligation::is_late;
use locales::{Html, Texts, words};
use store::obligations::ObligationView;

use super::{LINE_ROOM, View, key, shortened};
use crate::reply::Keyboard;

/// A report of the page: the obligation and the name of its organisation.
pub(crate) type Named = (ObligationView, String);

/// The question whether all these are accepted. `own`: so many of the page the controller made himself. `seen` is what the
/// button of the answer carries.
pub(crate) fn ask_together(texts: Texts, ones: &[Named], own: usize, page: u32, seen: u64) -> View {
    let back = key(texts.button_back(), &Button::Reviews { page });
    let mut paragraphs = Vec::new();
    let mut keyboard = Keyboard::new();
    if ones.is_empty() {
        paragraphs.push(texts.together_none());
    } else {
        let rows: Vec<_> = (1_usize..).zip(ones).map(|(number, one)| line(texts, number, one)).collect();
        paragraphs.extend([texts.together_title(ones.len()), Html::lines(&rows)]);
        let accept = Button::Together(Together::Accept { page, seen });
        keyboard = keyboard.row([key(texts.button_accept_together(ones.len()), &accept)]);
    }
    let late = ones.iter().filter(|(one, _)| is_reported_late(one)).count();
    let mut closing = Vec::new();
    if late > 0 {
        closing.push(texts.together_late(late));
    }
    if own > 0 {
        closing.push(texts.together_own(own));
    }
    if !closing.is_empty() {
        paragraphs.push(Html::lines(&closing));
    }
    View { text: Html::paragraphs(&paragraphs), keyboard: keyboard.row([back]) }
}

/// What became of them: how many were accepted, and which not and why.
pub(crate) fn decided_together(texts: Texts, accepted: usize, left: &[(String, String, String)]) -> View {
    let mut paragraphs = vec![texts.together_done(accepted)];
    if !left.is_empty() {
        let mut rows = vec![texts.together_failed(left.len())];
        rows.extend(left.iter().map(|(organisation, text, reason)| {
            let (name, text) = (shortened(organisation, LINE_ROOM), shortened(text, LINE_ROOM));
            texts.together_failed_line(name, reason.as_str(), text)
        }));
        paragraphs.push(Html::lines(&rows));
    }
    if accepted > 0 {
        paragraphs.push(texts.review_officer_is_told());
    }
    let keyboard = Keyboard::new().row([key(texts.button_to_reviews(), &Button::Reviews { page: 0 })]);
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

fn line(texts: Texts, number: usize, (one, organisation): &Named) -> Html {
    let (name, text) =
        (shortened(organisation, LINE_ROOM), shortened(one.text.in_language(texts.language()), LINE_ROOM));
    let row = if is_reported_late(one) {
        texts.together_line_late(number, name, text)
    } else {
        texts.together_line(number, name, text)
    };
    // That there was nothing to do is no "done": whoever accepts several at once has to see it.
    let nothing = one.last_answer.filter(|kind| *kind == AnswerKind::NothingToReport);
    let rows = nothing.map(|kind| texts.tasks_answer(words::answer_kind(texts, kind)));
    Html::lines(&std::iter::once(row).chain(rows).collect::<Vec<_>>())
}

fn is_reported_late(one: &ObligationView) -> bool {
    one.submitted_on.is_some_and(|day| is_late(one.due, day))
}
