//! What a controller does about all that is overdue: reminds the officers by hand, and takes the sheet to the meeting.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::buttons::{Button, LeaderAct};
use domain::delivery::Purpose;
use domain::ids::{OrganisationId, PersonId};
use domain::obligation::Standing;
use domain::people::{Role, Scope, Who};
use domain::refusal::Refusal;
use domain::reminders::{speaking_from, useful_until};
use locales::{Texts, dates, words};
use pictures::{Drawing, Order};
use store::obligations::{self, ObligationView};
use store::organisations::Catalogue;
use store::outbox::{self, NewMessage, Policy, Priority};
use store::people::{self, Doer, Recipient};
use store::{Conn, NotDone, StoreError, boards, briefs};

use super::drawings;
use super::turn::{Answer, Press, Turn};
use super::views::{self, Call};
use crate::reply::{send_drawing, send_message};

/// Nobody is reminded by hand more often.
const BETWEEN_CALLS: TimeDelta = TimeDelta::hours(4);
/// A list is not longer than this.
const LIST: i64 = 500;

/// The buttons below the brief and the figures.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Lead(act) = press.button else { return Ok(Vec::new()) };
    let allowed = turn.known().and_then(|who| Ok((Arc::clone(who), who.controls(&turn.catalogue.tree)?)));
    let Ok((who, scope)) = allowed else {
        return Ok(vec![press.alert(words::refusal(turn.texts, &Refusal::NotAllowed))]);
    };
    match act {
        LeaderAct::AskToCall => ask(&turn, &press, scope).await,
        LeaderAct::Call => call(&turn, &press, &who, scope).await,
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
    let (today, since) = (turn.today, turn.now - BETWEEN_CALLS);
    let (found, recent) = turn
        .read(|conn| {
            Box::pin(async move {
                Ok((overdue(conn, &scope, today).await?, briefs::called_since(conn, since).await?))
            })
        })
        .await?;
    let (late, rest): (Vec<_>, Vec<_>) =
        found.owed.into_iter().partition(|one| recent.contains(&one.who.person));
    let call = summary(turn, &rest, late.len(), &found.unheard);
    let view = if rest.is_empty() {
        views::call_nobody(turn.texts, &call)
    } else {
        views::call_asked(turn.texts, &call)
    };
    Ok(vec![press.show(view)])
}

async fn call(turn: &Turn, press: &Press, who: &Who, scope: Scope) -> Answer {
    let (today, now) = (turn.today, turn.now);
    let (by, name) = (who.person, who.name.clone());
    let calendar = turn.catalogue.clone();
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                let (mut called, mut left_alone) = (Vec::new(), 0);
                let found = overdue(conn, &scope, today).await?;
                for one in found.owed {
                    let items = one.overdue.len();
                    if briefs::call(conn, one.who.person, by, items, now - BETWEEN_CALLS, now).await? {
                        write(conn, &one, &name, &calendar, now).await?;
                        called.push(one);
                    } else {
                        left_alone += 1;
                    }
                }
                Ok((called, left_alone, found.unheard))
            })
        })
        .await;
    let (called, left_alone, unheard) = match kept {
        Ok(Some(kept)) => kept,
        // It was done when the same press came before.
        Ok(None) => return Ok(vec![press.alert(turn.texts.toast_changed())]),
        Err(NotDone::Refused(refusal)) => return Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
        Err(NotDone::Failed(failure)) => return Err(failure.into()),
    };
    let call = summary(turn, &called, left_alone, &unheard);
    let view = if called.is_empty() {
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

/// Somebody who is to be reminded, and of what.
struct Owed {
    who: Recipient,
    organisation: OrganisationId,
    overdue: Vec<ObligationView>,
}

/// All that is overdue.
#[derive(Default)]
struct Overdue {
    /// By whom it is to be done and who can be written to.
    owed: Vec<Owed>,
    /// Of whom nobody can be written to, and how much that is.
    unheard: Vec<(OrganisationId, usize)>,
}

/// All that is overdue, by who answers for it and can be written to: what a colleague has taken over is the colleague's alone.
async fn overdue(conn: &mut Conn, scope: &Scope, today: NaiveDate) -> Result<Overdue, StoreError> {
    let counts = boards::open_counts(conn, scope, NaiveDate::default(), today, today, today).await?;
    let behind: Vec<_> =
        counts.iter().filter(|one| one.overdue_earlier > 0).map(|one| one.organisation).collect();
    let doers = people::doers(conn, &Scope::Only(behind.iter().copied().collect()), today).await?;
    let (mut owed, mut unheard): (BTreeMap<PersonId, Owed>, Vec<_>) = (BTreeMap::new(), Vec::new());
    for organisation in behind {
        let answerers = people::answerers(conn, organisation, today).await?;
        let mut silent = 0;
        for mut one in obligations::open_of(conn, organisation, LIST).await? {
            if !matches!(one.standing(today), Standing::Overdue { .. }) {
                continue;
            }
            // For whoever hears of it, it is simply theirs.
            let assignee = one.assignee.take().map(|(assignee, _)| assignee);
            let its = |doer: &&Doer| (doer.organisation, Some(doer.assignee)) == (organisation, assignee);
            let doing = doers.iter().find(its).map(|doer| std::slice::from_ref(&doer.told));
            let hearers = doing.unwrap_or(&answerers);
            silent += usize::from(hearers.is_empty());
            for who in hearers {
                let of_person = owed.entry(who.person);
                let of_person =
                    of_person.or_insert_with(|| Owed { who: who.clone(), organisation, overdue: Vec::new() });
                of_person.overdue.push(one.clone());
            }
        }
        unheard.extend((silent > 0).then_some((organisation, silent)));
    }
    Ok(Overdue { owed: owed.into_values().collect(), unheard })
}

fn summary(turn: &Turn, owed: &[Owed], recent: usize, unheard: &[(OrganisationId, usize)]) -> Call {
    let mut items: Vec<_> = owed.iter().flat_map(|one| one.overdue.iter().map(|item| item.id)).collect();
    items.sort_unstable();
    items.dedup();
    let moments = owed.iter().map(|one| speaks_at(&turn.catalogue, one.organisation, turn.now));
    Call {
        people: owed.len(),
        items: items.len(),
        recent,
        hours: BETWEEN_CALLS.num_hours(),
        later: moments.min().filter(|moment| *moment > turn.now),
        unheard: unheard.iter().map(|(_, items)| items).sum(),
        silent: unheard.iter().map(|(id, _)| turn.organisation(*id).to_owned()).collect(),
    }
}

/// Nobody is reminded outside the hours of work.
fn speaks_at(catalogue: &Catalogue, organisation: OrganisationId, now: DateTime<Utc>) -> DateTime<Utc> {
    speaking_from(now, &catalogue.calendar, catalogue.week_of(organisation))
}

async fn write(
    conn: &mut Conn,
    owed: &Owed,
    by: &str,
    catalogue: &Catalogue,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(chat_id) = owed.who.telegram_id else { return Ok(()) };
    let not_before = speaks_at(catalogue, owed.organisation, now);
    let speaks_on = domain::clock::tashkent_day(not_before);
    let view = views::called(Texts::new(owed.who.language), by, owed.overdue.clone(), speaks_on);
    let outgoing =
        send_message(chat_id, &view.text, Some(&view.keyboard)).map_err(|error| no_message(&error))?;
    let message = NewMessage {
        chat_id,
        person: Some(owed.who.person),
        purpose: Purpose::Call,
        method: outgoing.method,
        body: &outgoing.body,
        priority: Priority::News,
        policy: Policy::Resend,
        dedupe: None,
        not_before,
    };
    if let Some(id) = outbox::put(conn, &message, now).await? {
        outbox::expires(conn, id, useful_until(speaks_on)).await?;
    }
    Ok(())
}
