//! One obligation goes to a colleague who agrees.

use domain::buttons::{Button, HandOverStep};
use domain::hand_over::{Doing, OfferState};
use domain::ids::{HandOverId, ObligationId, PersonId};
use domain::people::Who;
use domain::refusal::Refusal;
use locales::words;
use store::hand_overs::{self, Offer};
use store::obligations::{self, ObligationView};
use store::{NotDone, StoreError, people};

use super::tasks;
use super::turn::{Answer, Press, Turn};
use super::views::{self, Hand};

/// So many colleagues are shown: more buttons are no choice.
const COLLEAGUES: usize = 8;

/// What the person can do about who does this; `waiting` is the offer that waits for an answer.
pub(super) fn hand(turn: &Turn, who: &Who, one: &ObligationView, waiting: Option<Offer>) -> Hand {
    let tree = &turn.catalogue.tree;
    let doing = doing(one);
    match waiting {
        _ if doing.state.check_open().is_err() => Hand::Nothing,
        Some(offer) if offer.giver == who.person || who.heads(one.organisation, tree) => {
            Hand::Withdraw(offer)
        }
        Some(offer) => Hand::Wait(offer),
        None if doing.may_hand_over(who, tree).is_ok() => Hand::Offer,
        None => Hand::Nothing,
    }
}

/// The buttons on the way of an obligation to a colleague.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    match press.button {
        Button::HandOver(HandOverStep::Choose { obligation }) => {
            turn.stop_waiting().await?;
            choose(&turn, &press, obligation).await
        }
        Button::HandOver(HandOverStep::Offer { obligation, taker }) => {
            offer(&turn, &press, obligation, taker).await
        }
        Button::HandOver(HandOverStep::Answer { offer, accept }) => {
            answer(&turn, &press, offer, accept).await
        }
        Button::HandOver(HandOverStep::Withdraw { offer }) => withdraw(&turn, &press, offer).await,
        _ => Ok(Vec::new()),
    }
}

async fn choose(turn: &Turn, press: &Press, id: ObligationId) -> Answer {
    let found = turn.read(|conn| Box::pin(obligations::view(conn, id))).await?;
    let allowed = match (turn.known(), found) {
        (Ok(who), Some(one)) => {
            doing(&one).may_hand_over(who, &turn.catalogue.tree).map(|()| (who.as_ref().clone(), one))
        }
        (Err(refusal), _) => Err(refusal),
        (Ok(_), None) => Err(Refusal::NotYours),
    };
    let (who, one) = match allowed {
        Ok(allowed) => allowed,
        Err(refusal) => return tasks::corrected(turn, press, id, words::refusal(turn.texts, &refusal)).await,
    };
    let takers = takers(turn, who, &one).await?;
    Ok(vec![press.show(views::choose_taker(turn.texts, &one, &takers))])
}

/// The colleagues to whom this person may offer it.
async fn takers(turn: &Turn, who: Who, one: &ObligationView) -> Result<Vec<(PersonId, String)>, StoreError> {
    let (tree, today, doing) = (turn.catalogue.tree.clone(), turn.today, doing(one));
    let found = turn
        .read(move |conn| {
            Box::pin(async move {
                let mut all = people::colleagues(conn, doing.organisation, &tree, today).await?;
                all.retain(|(_, taker)| doing.offer(&who, taker, &tree).is_ok());
                Ok(all)
            })
        })
        .await?;
    Ok(found.into_iter().take(COLLEAGUES).map(|(one, _)| (one.person, one.name)).collect())
}

async fn offer(turn: &Turn, press: &Press, id: ObligationId, taker: PersonId) -> Answer {
    let Ok(who) = turn.known().cloned() else {
        return Ok(vec![press.alert(words::refusal(turn.texts, &Refusal::NotAllowed))]);
    };
    let (tree, now) = (turn.catalogue.tree.clone(), turn.now);
    let made = turn
        .keep(move |conn| Box::pin(async move { hand_overs::make(conn, &who, id, taker, &tree, now).await }))
        .await;
    match made {
        Ok(_) => done(turn, press, id, turn.texts.toast_offer_made()).await,
        Err(NotDone::Refused(refusal)) => {
            tasks::corrected(turn, press, id, words::refusal(turn.texts, &refusal)).await
        }
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

async fn answer(turn: &Turn, press: &Press, id: HandOverId, accept: bool) -> Answer {
    let Ok(who) = turn.known().cloned() else {
        return Ok(vec![press.alert(words::refusal(turn.texts, &Refusal::NotAllowed))]);
    };
    let (tree, now) = (turn.catalogue.tree.clone(), turn.now);
    let answered = turn
        .keep(move |conn| {
            Box::pin(async move { hand_overs::answer(conn, &who, id, accept, &tree, now).await })
        })
        .await;
    match answered {
        Ok(Some(offer)) if accept => done(turn, press, offer.obligation, turn.texts.toast_taken_over()).await,
        Ok(Some(offer)) => {
            let found = turn.read(|conn| Box::pin(obligations::view(conn, offer.obligation))).await?;
            let mut replies = vec![press.toast(turn.texts.toast_offer_declined())];
            replies.extend(found.map(|one| press.show(views::hand_over_refused(turn.texts, &one, &offer))));
            Ok(replies)
        }
        Ok(None) => not_taken(turn, press, id, Refusal::HandOverIsOver).await,
        Err(NotDone::Refused(refusal)) => not_taken(turn, press, id, refusal).await,
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// Nothing was changed: says why, and shows to whom it was offered how the obligation stands, when it is theirs to see.
async fn not_taken(turn: &Turn, press: &Press, id: HandOverId, refusal: Refusal) -> Answer {
    let why = press.alert(words::refusal(turn.texts, &refusal));
    let found = turn.read(|conn| Box::pin(hand_overs::offer(conn, id))).await?;
    let own = turn.who.as_ref().map(|who| who.person);
    let Some(offer) = found.filter(|offer| Some(offer.taker) == own) else { return Ok(vec![why]) };
    let truth = match tasks::truth(turn, offer.obligation).await? {
        // Whoever took it sees the obligation; for anybody else the question is over.
        Ok(view) if offer.state == OfferState::Accepted => view,
        _ => views::hand_over_over(turn.texts),
    };
    Ok(vec![why, press.show(truth)])
}

async fn withdraw(turn: &Turn, press: &Press, id: HandOverId) -> Answer {
    let Ok(who) = turn.known().cloned() else {
        return Ok(vec![press.alert(words::refusal(turn.texts, &Refusal::NotAllowed))]);
    };
    let found = turn.read(|conn| Box::pin(hand_overs::offer(conn, id))).await?;
    let Some(offer) = found else {
        return Ok(vec![press.alert(words::refusal(turn.texts, &Refusal::HandOverIsOver))]);
    };
    let (tree, now) = (turn.catalogue.tree.clone(), turn.now);
    let withdrawn = turn
        .keep(move |conn| Box::pin(async move { hand_overs::withdraw(conn, &who, id, &tree, now).await }))
        .await;
    match withdrawn {
        Ok(Some(true)) => done(turn, press, offer.obligation, turn.texts.toast_offer_withdrawn()).await,
        Ok(_) => {
            let over = words::refusal(turn.texts, &Refusal::HandOverIsOver);
            tasks::corrected(turn, press, offer.obligation, over).await
        }
        Err(NotDone::Refused(refusal)) => {
            tasks::corrected(turn, press, offer.obligation, words::refusal(turn.texts, &refusal)).await
        }
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// It was done: says so, and shows how the obligation stands now.
async fn done(turn: &Turn, press: &Press, id: ObligationId, toast: String) -> Answer {
    let mut replies = vec![press.toast(toast)];
    replies.extend(tasks::truth(turn, id).await?.ok().map(|view| press.show(view)));
    Ok(replies)
}

fn doing(one: &ObligationView) -> Doing {
    Doing {
        organisation: one.organisation,
        state: one.state,
        assignee: one.assignee.as_ref().map(|(person, _)| *person),
    }
}
