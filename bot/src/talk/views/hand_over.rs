//! One obligation goes to a colleague: the choice, the question, and what came of it.

use chrono::NaiveDate;
use domain::buttons::{Button, HandOverStep};
use domain::hand_over::OfferState;
use domain::ids::PersonId;
use locales::{Html, Texts, dates};
use store::hand_overs::Offer;
use store::obligations::ObligationView;

use super::item::{deadline, measure};
use super::{NAME_ROOM, View, key, shortened};
use crate::reply::{Key, Keyboard};

/// What the person who looks at an obligation can do about who does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Hand {
    /// Nothing.
    Nothing,
    /// Offer it to a colleague.
    Offer,
    /// Wait for the colleague who was asked.
    Wait(Offer),
    /// Wait, or take the offer back.
    Withdraw(Offer),
}

/// Who does it and who was asked, as lines of the obligation.
pub(super) fn doer(texts: Texts, one: &ObligationView, hand: &Hand) -> Vec<Html> {
    let mut rows = Vec::new();
    rows.extend(one.assignee.as_ref().map(|(_, name)| texts.item_doer(shortened(name, NAME_ROOM))));
    if let Hand::Wait(offer) | Hand::Withdraw(offer) = hand {
        rows.push(texts.item_offered(shortened(&offer.taker_name, NAME_ROOM)));
    }
    rows
}

/// The button under an obligation with which it changes hands.
pub(super) fn hand_key(texts: Texts, one: &ObligationView, hand: &Hand) -> Option<Key> {
    let (label, step) = match hand {
        Hand::Nothing | Hand::Wait(_) => return None,
        Hand::Offer => (texts.button_hand_over(), HandOverStep::Choose { obligation: one.id }),
        Hand::Withdraw(offer) => (texts.button_withdraw_offer(), HandOverStep::Withdraw { offer: offer.id }),
    };
    Some(key(label, &Button::HandOver(step)))
}

/// To whom it is offered.
pub(crate) fn choose_taker(texts: Texts, one: &ObligationView, colleagues: &[(PersonId, String)]) -> View {
    let next =
        if colleagues.is_empty() { texts.hand_over_no_colleague() } else { texts.hand_over_choose_next() };
    let mut keyboard = Keyboard::new();
    for (taker, name) in colleagues {
        let offer = HandOverStep::Offer { obligation: one.id, taker: *taker };
        keyboard = keyboard.row([key(name, &Button::HandOver(offer))]);
    }
    let back = key(texts.button_back(), &Button::Task { obligation: one.id });
    View {
        text: Html::paragraphs(&[texts.hand_over_choose(), measure(texts, one), next]),
        keyboard: keyboard.row([back]),
    }
}

/// To the colleague: will you take it? Until that day it can be answered.
pub(crate) fn hand_over_question(
    texts: Texts,
    one: &ObligationView,
    offer: &Offer,
    until: NaiveDate,
) -> View {
    let mut about = vec![measure(texts, one)];
    about.extend(deadline(texts, one));
    let answer = |label: String, accept| {
        key(label, &Button::HandOver(HandOverStep::Answer { offer: offer.id, accept }))
    };
    View {
        text: Html::paragraphs(&[
            texts.hand_over_question(shortened(&offer.giver_name, NAME_ROOM)),
            Html::lines(&about),
            Html::lines(&[
                texts.hand_over_question_next(),
                texts.hand_over_question_until(dates::date_with_weekday(texts.language(), until)),
            ]),
        ]),
        keyboard: Keyboard::new()
            .row([answer(texts.button_take_over(), true), answer(texts.button_decline_offer(), false)]),
    }
}

/// To the colleague who did not take it, in place of the question.
pub(crate) fn hand_over_refused(texts: Texts, one: &ObligationView, offer: &Offer) -> View {
    let giver = shortened(&offer.giver_name, NAME_ROOM);
    View {
        text: Html::paragraphs(&[texts.hand_over_refused(giver), measure(texts, one)]),
        keyboard: Keyboard::new().row([key(texts.button_tasks(), &Button::Tasks { page: 0 })]),
    }
}

/// The offer no longer stands, in place of the question.
pub(crate) fn hand_over_over(texts: Texts) -> View {
    let tasks = key(texts.button_tasks(), &Button::Tasks { page: 0 });
    View { text: texts.hand_over_over(), keyboard: Keyboard::new().row([tasks]) }
}

/// To whoever offered it: the colleague took it, or did not, or never answered.
pub(crate) fn hand_over_answered(texts: Texts, one: &ObligationView, offer: &Offer) -> View {
    let taker = shortened(&offer.taker_name, NAME_ROOM);
    let (title, next) = match offer.state {
        OfferState::Accepted => (texts.hand_over_accepted(taker), texts.hand_over_accepted_next()),
        OfferState::Lapsed => (texts.hand_over_lapsed(taker), texts.hand_over_declined_next()),
        OfferState::Declined | OfferState::Offered | OfferState::Withdrawn => {
            (texts.hand_over_declined(taker), texts.hand_over_declined_next())
        }
    };
    let open = key(texts.button_open_task(), &Button::Task { obligation: one.id });
    View {
        text: Html::paragraphs(&[title, measure(texts, one), next]),
        keyboard: Keyboard::new().row([open]),
    }
}

/// To everybody who answers: who alone did it can no longer do it.
pub(crate) fn unassigned(texts: Texts, one: &ObligationView) -> View {
    let mut about = vec![measure(texts, one)];
    about.extend(deadline(texts, one));
    let open = key(texts.button_open_task(), &Button::Task { obligation: one.id });
    View {
        text: Html::paragraphs(&[
            texts.hand_over_unassigned(),
            Html::lines(&about),
            texts.hand_over_unassigned_next(),
        ]),
        keyboard: Keyboard::new().row([open]),
    }
}
