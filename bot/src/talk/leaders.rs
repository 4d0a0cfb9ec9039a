//! What a controller does about all that is overdue: reminds the officers by hand, and takes the sheet to the meeting.

use std::sync::Arc;

use domain::buttons::{Button, LeaderAct};
use domain::delivery::Purpose;
use domain::ids::PersonId;
use domain::people::{Role, Scope, Who};
use domain::refusal::Refusal;
use domain::reminders::BETWEEN_CALLS;
use locales::{dates, words};
use pictures::{Drawing, Order};
use store::calls::{self, Asked, Overdue};
use store::outbox::{self, NewMessage, Policy, Priority};
use store::{NotDone, StoreError, briefs, people};

use super::drawings;
use super::turn::{Answer, Press, Turn};
use super::views::{self, Call};
use crate::reply::send_drawing;

/// The buttons below the brief and the figures.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Lead(act) = press.button else { return Ok(Vec::new()) };
    let allowed = turn.known().and_then(|who| Ok((Arc::clone(who), who.controls(&turn.catalogue.tree)?)));
    let Ok((who, scope)) = allowed else {
        return Ok(vec![press.alert(words::refusal(turn.texts, &Refusal::NotAllowed))]);
    };
    match act {
        LeaderAct::AskToCall => ask(&turn, &press, scope).await,
        LeaderAct::Call => call(&turn, &press, who.person, scope).await,
        LeaderAct::Sheet => sheet(&turn, &press, &who, scope).await,
        LeaderAct::NoBrief | LeaderAct::Brief => {
            want_brief(&turn, &press, &who, act == LeaderAct::Brief).await
        }
    }
}

/// `/brief`: whether the brief of the morning comes, and the button that changes it.
pub(super) async fn brief(turn: Turn) -> Answer {
    turn.stop_waiting().await?;
    let Some(who) = turn.who.as_ref().filter(|who| who.is(Role::Controller)) else {
        return Ok(turn.refused(Refusal::NotAllowed));
    };
    let person = who.person;
    let wanted = turn.read(|conn| Box::pin(briefs::wants(conn, person))).await?;
    Ok(vec![views::brief_wanted(turn.texts, wanted).send()])
}

/// The brief comes from now on, or does not. The message of the button stays: it may be a brief that is still to be read.
async fn want_brief(turn: &Turn, press: &Press, who: &Who, wanted: bool) -> Answer {
    let person = who.person;
    turn.keep(move |conn| Box::pin(async move { Ok(briefs::set_wanted(conn, person, wanted).await?) }))
        .await?;
    let toast = if wanted { turn.texts.toast_brief_on() } else { turn.texts.toast_brief_off() };
    Ok(vec![press.toast(toast), views::brief_wanted(turn.texts, wanted).send()])
}

async fn ask(turn: &Turn, press: &Press, scope: Scope) -> Answer {
    let (now, asked) = (turn.now, Asked { scope, only: None });
    let found = turn.read(|conn| Box::pin(async move { calls::overdue(conn, &asked, now).await })).await?;
    let call = summary(turn, &found);
    let view = if call.people == 0 {
        views::call_nobody(turn.texts, &call)
    } else {
        views::call_asked(turn.texts, &call)
    };
    Ok(vec![press.show(view)])
}

async fn call(turn: &Turn, press: &Press, by: PersonId, scope: Scope) -> Answer {
    let (now, asked, catalogue) = (turn.now, Asked { scope, only: None }, turn.catalogue.clone());
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move { Ok(calls::remind(conn, (&asked, &catalogue), by, now).await?) })
        })
        .await;
    let found = match kept {
        Ok(Some(found)) => found,
        // It was done when the same press came before.
        Ok(None) => return Ok(vec![press.alert(turn.texts.toast_changed())]),
        Err(NotDone::Refused(refusal)) => return Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
        Err(NotDone::Failed(failure)) => return Err(failure.into()),
    };
    let call = summary(turn, &found);
    let view = if call.people == 0 {
        views::call_nobody(turn.texts, &call)
    } else {
        views::call_done(turn.texts, &call)
    };
    Ok(vec![press.show(view)])
}

/// The sheet is drawn by the sender: it waits in the outbox like every message.
async fn sheet(turn: &Turn, press: &Press, who: &Who, scope: Scope) -> Answer {
    let (now, catalogue) = (turn.now, turn.catalogue.clone());
    let (person, texts, update) = (who.person, turn.texts, turn.update_id);
    let role = words::role(texts, Role::Controller);
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                let Some(signer) = people::recipient(conn, person).await? else { return Ok(()) };
                let Some(chat_id) = signer.telegram_id else { return Ok(()) };
                let position = signer.position.as_ref();
                let position = position.map_or(role, |names| names.in_language(texts.language()).to_owned());
                let of = (&scope, texts.language());
                let sheet = drawings::sheet(conn, &catalogue, of, (&signer, position), now).await?;
                let order = Order::new(texts.language(), Drawing::Sheet(sheet));
                let caption = texts.sheet_caption(dates::moment(texts.language(), now));
                let outgoing =
                    send_drawing(chat_id, &order, &caption, None).map_err(|error| no_message(&error))?;
                let dedupe = format!("sheet/{update}");
                let message = NewMessage {
                    chat_id,
                    person: Some(person),
                    purpose: Purpose::Sheet,
                    method: outgoing.method,
                    body: &outgoing.body,
                    priority: Priority::Waited,
                    policy: Policy::Resend,
                    dedupe: Some(&dedupe),
                    not_before: now,
                };
                outbox::put(conn, &message, now).await?;
                Ok(())
            })
        })
        .await;
    match kept {
        Ok(_) => Ok(vec![press.toast(turn.texts.toast_sheet())]),
        Err(NotDone::Refused(refusal)) => Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

fn no_message(error: &serde_json::Error) -> StoreError {
    StoreError::unknown("message", error.to_string())
}

/// Who is reminded now, of how much, and who is not.
fn summary(turn: &Turn, found: &Overdue) -> Call {
    let (late, owed): (Vec<_>, Vec<_>) = found.owed.iter().partition(|one| one.called.is_some());
    let mut items: Vec<_> = owed.iter().flat_map(|one| one.overdue.iter().map(|item| item.id)).collect();
    items.sort_unstable();
    items.dedup();
    let organisations = owed.iter().filter_map(|one| one.organisation());
    let moments = organisations.map(|organisation| turn.catalogue.speaks_from(organisation, turn.now));
    Call {
        people: owed.len(),
        items: items.len(),
        recent: late.len(),
        hours: BETWEEN_CALLS.num_hours(),
        later: moments.filter(|moment| *moment > turn.now).min(),
        unheard: found.unheard.iter().map(|(_, items)| items).sum(),
        silent: found.unheard.iter().map(|(id, _)| turn.organisation(*id).to_owned()).collect(),
    }
}
