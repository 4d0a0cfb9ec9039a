//! What a citizen sees up to the mark: the question, and why it cannot be asked; and the question for a comment.

use domain::buttons::{Button, FindAct, FindStep};
use domain::ids::{RatingId, ServiceId};
use domain::language::Language;
use domain::ratings::Mark;
use domain::written::TEXT_LIMIT;
use locales::{Html, Texts};

use super::find::find_key;
use super::{NAME_ROOM, View, key, language_row, shortened};
use crate::reply::Keyboard;

/// The question about a service at a point: five rows, the best first, and the languages.
pub(crate) fn question(texts: Texts, point: &str, service: &str, place: &str) -> View {
    let language = texts.language();
    let rate = |mark| Button::Rate { point: point.to_owned(), mark, language };
    asked(texts, service, place, rate, |language| Button::RateIn { point: point.to_owned(), language })
}

/// The question about a service that was found by its name, at no point in particular.
pub(crate) fn question_of(texts: Texts, id: ServiceId, service: &str, organisation: &str) -> View {
    let step = |language, act| Button::Find(FindStep { language, act });
    let rate = |mark| step(texts.language(), FindAct::Rate { service: id, mark });
    asked(texts, service, organisation, rate, |language| step(language, FindAct::Service(id)))
}

pub(super) fn asked(
    texts: Texts,
    service: &str,
    place: &str,
    rate: impl Fn(Mark) -> Button,
    in_language: impl Fn(Language) -> Button,
) -> View {
    let marks = Mark::ALL
        .into_iter()
        .fold(Keyboard::new(), |keyboard, mark| keyboard.row([key(mark_label(texts, mark), &rate(mark))]));
    let languages = language_row(texts.language(), in_language);
    let text =
        Html::paragraphs(&[headed(texts, service, place), texts.rate_question(), texts.rate_privacy()]);
    View { text, keyboard: marks.row(languages) }
}

/// What is rated, and where.
pub(super) fn headed(texts: Texts, service: &str, place: &str) -> Html {
    Html::lines(&[
        texts.item_measure(shortened(service, NAME_ROOM)),
        Html::escape(&shortened(place, 2 * NAME_ROOM)),
    ])
}

/// The code of the link is of no point in use.
pub(crate) fn unknown_point(texts: Texts) -> View {
    View { text: texts.rate_unknown_point(), keyboard: Keyboard::new().row([find_key(texts)]) }
}

/// The code of the link was valid once. When another took its place, one press leads there.
pub(crate) fn former_point(texts: Texts, present: Option<&str>) -> View {
    let Some(code) = present else {
        return View { text: texts.rate_former_point(), keyboard: Keyboard::new().row([find_key(texts)]) };
    };
    let rate = Button::RateIn { point: code.to_owned(), language: texts.language() };
    View {
        text: texts.rate_former_point_replaced(),
        keyboard: Keyboard::new().row([key(texts.button_rate_here(), &rate)]),
    }
}

/// The mark is of another day: it stays as it is.
pub(crate) fn not_today(texts: Texts) -> View {
    View::plain(texts.rate_not_today())
}

/// The citizen is asked for a comment.
pub(crate) fn ask_comment(texts: Texts, rating: RatingId) -> View {
    let without = Button::NoComment { rating, language: texts.language() };
    View {
        text: texts.comment_ask(TEXT_LIMIT),
        keyboard: Keyboard::new().row([key(texts.button_no_comment(), &without)]),
    }
}

/// As many stars as the mark has.
pub(super) fn stars(mark: u8) -> String {
    "⭐".repeat(usize::from(mark))
}

fn mark_label(texts: Texts, mark: Mark) -> String {
    match mark.get() {
        5 => texts.button_mark_5(),
        4 => texts.button_mark_4(),
        3 => texts.button_mark_3(),
        2 => texts.button_mark_2(),
        _ => texts.button_mark_1(),
    }
}
