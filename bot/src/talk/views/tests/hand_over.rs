//! An obligation that goes to a colleague.

use domain::hand_over::OfferState;
use domain::ids::HandOverId;
use store::hand_overs::Offer;

use super::*;
use crate::talk::views::{
    choose_taker, hand_over_answered, hand_over_over, hand_over_question, hand_over_refused, unassigned,
};

/// Every view of it, with the worst values.
pub(super) fn views(texts: Texts) -> Vec<View> {
    let offer = Offer {
        id: HandOverId(i64::MAX),
        obligation: ObligationId(i64::MAX),
        giver: PersonId(i64::MAX),
        giver_name: nasty(300),
        taker: PersonId(1),
        taker_name: nasty(300),
        state: OfferState::Offered,
        offered_at: now(),
    };
    let one = obligation(1, 1, 6000);
    let mut views = vec![
        choose_taker(texts, &one, &[]),
        choose_taker(texts, &one, &vec![(PersonId(i64::MAX), nasty(300)); 8]),
        hand_over_question(texts, &one, &offer, today()),
        hand_over_refused(texts, &one, &offer),
        hand_over_over(texts),
        hand_over_answered(texts, &one, &Offer { state: OfferState::Accepted, ..offer.clone() }),
        hand_over_answered(texts, &one, &Offer { state: OfferState::Declined, ..offer.clone() }),
        hand_over_answered(texts, &one, &Offer { state: OfferState::Lapsed, ..offer.clone() }),
        unassigned(texts, &one),
    ];
    let hands = [Hand::Nothing, Hand::Offer, Hand::Wait(offer.clone()), Hand::Withdraw(offer)];
    views.extend(
        hands.iter().map(|hand| item(texts, &one, Some(&nasty(1000)), (hand, &Later::default()), today())),
    );
    views
}
