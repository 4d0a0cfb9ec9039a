//! What a citizen sees after the mark: the rating with everything that was added, and the buttons that add to it.

use domain::buttons::{Button, OpinionAct, OpinionStep};
use domain::ids::RatingId;
use domain::ratings::{Criterion, Mark, Reason};
use locales::{Html, Texts, dates, words};
use store::opinions::Opinion;
use store::ratings::OwnRating;

use super::cases::tell_me;
use super::rating::stars;
use super::{NAME_ROOM, View, key, language_row, shortened};
use crate::reply::{Key, Keyboard};

/// A rating as the citizen who gave it sees it.
#[derive(Clone, Copy)]
pub(crate) struct GivenMark<'a> {
    pub(crate) rating: RatingId,
    pub(crate) own: &'a OwnRating,
    pub(crate) opinion: &'a Opinion,
    /// The name of the service.
    pub(crate) service: &'a str,
}

/// The mark is kept. For a low one: what the organisation must do until when, and the official ways. `title` says what has
/// just been done, when that was not the mark itself.
pub(crate) fn thanks(texts: Texts, given: &GivenMark<'_>, title: Option<Html>, withdrawn: bool) -> View {
    let own = given.own;
    let title = title.unwrap_or_else(|| match own.case_due {
        Some(_) => texts.rate_low_thanks(),
        None => texts.rate_thanks(),
    });
    let mut paragraphs = vec![title, Html::lines(&about(texts, given))];
    if let Some(due) = own.case_due {
        paragraphs.push(texts.rate_case(dates::date_with_weekday(texts.language(), due)));
    }
    if withdrawn {
        paragraphs.push(texts.rate_case_withdrawn());
    }
    if own.mark <= Mark::LOW {
        paragraphs.push(texts.opinion_hint_low());
    } else {
        paragraphs.push(texts.opinion_hint_high());
    }
    paragraphs.push(Html::lines(&[texts.opinion_kept(), texts.rate_change_until(), texts.rate_official()]));
    View { text: Html::paragraphs(&paragraphs), keyboard: further(texts, given) }
}

/// The service, the mark, and what was added.
fn about(texts: Texts, given: &GivenMark<'_>) -> Vec<Html> {
    let GivenMark { own, opinion, service, .. } = *given;
    let mut lines = vec![
        texts.item_measure(shortened(service, NAME_ROOM)),
        texts.rate_mark(words::mark(texts, own.mark), stars(own.mark.get())),
    ];
    lines.extend(ticked(texts, &opinion.reasons));
    if !opinion.criteria.is_empty() {
        let criteria = opinion.criteria.iter();
        let criteria: Vec<_> = criteria
            .map(|(criterion, mark)| format!("{} {}", words::criterion(texts, *criterion), mark.get()))
            .collect();
        lines.push(texts.opinion_criteria(criteria.join(" · ")));
    }
    lines.extend(own.comment.as_deref().map(|comment| texts.comment_shown(comment)));
    lines
}

/// The reasons that were ticked, in one line; none without any.
pub(super) fn ticked(texts: Texts, reasons: &[Reason]) -> Option<Html> {
    let words: Vec<_> = reasons.iter().map(|reason| words::reason(texts, *reason)).collect();
    (!words.is_empty()).then(|| texts.opinion_reasons(words.join(", ")))
}

/// The reasons that fit the mark, what else can be added, and the languages.
fn further(texts: Texts, given: &GivenMark<'_>) -> Keyboard {
    let GivenMark { rating, own, opinion, .. } = *given;
    let language = texts.language();
    let step = |act| Button::Opinion(OpinionStep { rating, language, act });
    let reasons = Reason::of(own.mark).chunks(2).fold(Keyboard::new(), |keyboard, pair| {
        keyboard.row(pair.iter().map(|reason| reason_key(texts, *reason, opinion, step)))
    });
    let in_language = |language| Button::Opinion(OpinionStep { rating, language, act: OpinionAct::Show });
    reasons
        .row(own.case_due.map(|_| tell_me(texts, rating)))
        .row([
            key(texts.button_criteria(), &step(OpinionAct::Ask(Criterion::ALL[0]))),
            key(texts.button_comment(), &Button::Comment { rating, language }),
        ])
        .row([
            key(texts.button_change_mark(), &Button::ChangeMark { rating, language }),
            key(texts.button_privacy(), &step(OpinionAct::Privacy)),
        ])
        .row(language_row(language, in_language))
}

fn reason_key(texts: Texts, reason: Reason, opinion: &Opinion, step: impl Fn(OpinionAct) -> Button) -> Key {
    let label = words::reason(texts, reason);
    let is_ticked = opinion.reasons.contains(&reason);
    let label = if is_ticked { texts.button_ticked(label) } else { label };
    key(label, &step(OpinionAct::Tick { reason, ticked: !is_ticked }))
}

/// The question for the mark of one criterion.
pub(crate) fn criterion(texts: Texts, given: &GivenMark<'_>, asked: Criterion) -> View {
    let GivenMark { rating, opinion, service, .. } = *given;
    let language = texts.language();
    let step = |act| Button::Opinion(OpinionStep { rating, language, act });
    let marks = Mark::ALL.into_iter().rev().map(|mark| {
        let number = mark.get().to_string();
        let label = if opinion.of(asked) == Some(mark) { texts.button_ticked(number) } else { number };
        key(label, &step(OpinionAct::Judge { criterion: asked, mark }))
    });
    let mut onwards: Vec<Key> = Vec::new();
    if let Some(next) = asked.next() {
        onwards.push(key(texts.button_criterion_skip(), &step(OpinionAct::Ask(next))));
    }
    onwards.push(key(texts.button_criterion_done(), &step(OpinionAct::Show)));
    let question = match asked {
        Criterion::Legality => texts.criterion_ask_legality(),
        Criterion::Quality => texts.criterion_ask_quality(),
        Criterion::Timeliness => texts.criterion_ask_timeliness(),
        Criterion::Accessibility => texts.criterion_ask_accessibility(),
    };
    let title = texts.criterion_title(words::criterion(texts, asked), asked.number(), Criterion::ALL.len());
    View {
        text: Html::paragraphs(&[
            Html::lines(&[texts.item_measure(shortened(service, NAME_ROOM)), title]),
            Html::lines(&[question, texts.criterion_scale()]),
        ]),
        keyboard: Keyboard::new().row(marks).row(onwards),
    }
}
