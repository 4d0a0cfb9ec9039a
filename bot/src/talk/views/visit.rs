//! What a citizen sees of visit codes: that one is needed, whose it is, and why it is not taken.

use domain::buttons::{Button, FindAct, FindStep, VisitAct, VisitStep};
use domain::ids::ServiceId;
use domain::visits::{Misread, SAMPLE, VisitCode};
use locales::{Html, Texts};

use super::find::find_key;
use super::rating::{asked, headed};
use super::{View, key, language_row};
use crate::reply::Keyboard;

/// The question about a service at a point, with the code behind its buttons.
pub(crate) fn question_with_code(
    texts: Texts,
    point: &str,
    code: VisitCode,
    service: &str,
    place: &str,
) -> View {
    let step = |language, act| Button::Visit(VisitStep { point: point.to_owned(), code, language, act });
    let rate = |mark| step(texts.language(), VisitAct::Rate(mark));
    asked(texts, service, place, rate, |language| step(language, VisitAct::Ask))
}

/// Marks here need a code, which is asked for. `point`: the code of the link, unless the service was found by its name.
pub(crate) fn visit_wanted(
    texts: Texts,
    id: ServiceId,
    point: Option<&str>,
    service: &str,
    place: &str,
) -> View {
    let languages = language_row(texts.language(), |language| match point {
        Some(point) => Button::RateIn { point: point.to_owned(), language },
        None => Button::Find(FindStep { language, act: FindAct::Service(id) }),
    });
    let text =
        Html::paragraphs(&[headed(texts, service, place), texts.visit_ask(SAMPLE), texts.rate_official()]);
    View { text, keyboard: Keyboard::new().row(languages) }
}

/// The code is good, but of another place than the one that was asked about.
pub(crate) fn visit_elsewhere(
    texts: Texts,
    point: &str,
    code: VisitCode,
    service: &str,
    place: &str,
) -> View {
    let step = VisitStep { point: point.to_owned(), code, language: texts.language(), act: VisitAct::Ask };
    let text = Html::paragraphs(&[texts.visit_elsewhere(), headed(texts, service, place)]);
    View { text, keyboard: Keyboard::new().row([key(texts.button_rate_here(), &Button::Visit(step))]) }
}

/// The code is not taken, and why.
pub(crate) fn visit_refused(texts: Texts, why: &str) -> View {
    let said = Html::lines(&[texts.visit_not_taken(), Html::escape(why)]);
    View { text: Html::paragraphs(&[said, texts.rate_official()]), keyboard: Keyboard::new() }
}

/// What was typed is no code, or one with a slip of the finger.
pub(crate) fn visit_misread(texts: Texts, misread: Misread) -> View {
    match misread {
        Misread::Mistyped => View::plain(texts.visit_mistyped()),
        Misread::NoCode => View {
            text: Html::paragraphs(&[texts.visit_no_code(), texts.rate_official()]),
            keyboard: Keyboard::new().row([find_key(texts)]),
        },
    }
}
