//! What people are told without having asked: decisions about their reports, and low ratings.

use domain::buttons::Button;
use locales::ready::in_own_language;
use locales::{Html, Texts};
use store::obligations::ObligationView;

use super::item::{deadline, measure};
use super::{View, key};
use crate::reply::{Key, Keyboard};

/// The officer's report was accepted.
pub(crate) fn accepted(texts: Texts, one: &ObligationView) -> View {
    let text = Html::paragraphs(&[texts.news_accepted(), measure(texts, one), texts.news_accepted_thanks()]);
    let keyboard = Keyboard::new().row([
        key(texts.button_open_task(), &Button::Task { obligation: one.id }),
        key(texts.button_tasks(), &Button::Tasks { page: 0 }),
    ]);
    View { text, keyboard }
}

/// The officer's report was sent back.
pub(crate) fn returned(texts: Texts, one: &ObligationView, reason: &str) -> View {
    let mut about = vec![measure(texts, one)];
    about.extend(deadline(texts, one));
    let text = Html::paragraphs(&[
        texts.news_returned(),
        Html::lines(&about),
        Html::lines(&[
            texts.review_reason(in_own_language(texts, reason).as_ref()),
            texts.news_returned_next(),
        ]),
    ]);
    let open = key(texts.button_open_task(), &Button::Task { obligation: one.id });
    View { text, keyboard: Keyboard::new().row([open]) }
}

/// The obligation is not asked for any more.
pub(crate) fn cancelled(texts: Texts, one: &ObligationView, reason: &str) -> View {
    View::plain(Html::paragraphs(&[
        texts.news_cancelled(),
        measure(texts, one),
        Html::lines(&[
            texts.review_reason(in_own_language(texts, reason).as_ref()),
            texts.news_cancelled_next(),
        ]),
    ]))
}

/// For administrators: an update could not be handled and is kept.
pub(crate) fn update_parked(texts: Texts, update_id: i64) -> View {
    View::plain(texts.news_update_parked(update_id.to_string()))
}

/// For administrators: the service found a fault of its own.
pub(crate) fn found(texts: Texts, what: &str, panel: &str) -> View {
    let text = Html::paragraphs(&[texts.finding_told(what), texts.finding_next()]);
    View { text, keyboard: Keyboard::new().row([Key::open(texts.button_panel(), panel)]) }
}
