//! The second look at accepted reports: which wait, one of them, whether it stands.

use domain::buttons::{Button, SecondLook};
use domain::ids::RecheckId;
use domain::people::MayDecide;
use domain::recheck::{Chosen, WhyFalls};
use domain::refusal::Refusal;
use domain::reminders::page;
use locales::{Texts, words};
use store::rechecks::{self, RecheckView};
use store::{NotDone, StoreError};

use super::state::{self, NotStanding, State};
use super::turn::{Answer, Press, Turn};
use super::views::{self, View};

/// So many waiting re-checks are looked at.
const MOST: i64 = 200;

/// The buttons about re-checks.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::SecondLook(button) = press.button else { return Ok(Vec::new()) };
    match button {
        SecondLook::List { page: number } => {
            turn.stop_waiting().await?;
            match waiting(&turn).await? {
                Ok(all) => {
                    let view = views::rechecks(turn.texts, &page(&all, number as usize), all.len());
                    Ok(vec![press.show(view)])
                }
                Err(refusal) => Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
            }
        }
        SecondLook::Show { recheck } => {
            turn.stop_waiting().await?;
            match look_at(&turn, recheck).await? {
                Ok((_, one)) => Ok(vec![press.show(view_of(&turn, &one))]),
                Err(refusal) => Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
            }
        }
        SecondLook::Stands { recheck } => {
            let decided = decide(&turn, recheck, None).await?;
            told(&turn, &press, recheck, decided).await
        }
        SecondLook::Falls { recheck } => ask_why(&turn, &press, recheck).await,
        SecondLook::FallsFor { recheck, reason } => {
            let decided = decide(&turn, recheck, Some(ready(turn.texts, reason))).await?;
            told(&turn, &press, recheck, decided).await
        }
    }
}

/// The reason came in the controller's own words.
pub(super) async fn reason(turn: Turn, asked: NotStanding, text: String) -> Answer {
    match decide(&turn, asked.recheck, Some(text)).await? {
        Ok(Some(one)) => Ok(vec![view_of(&turn, &one).replace(asked.message_id)]),
        Ok(None) => Ok(Vec::new()),
        // The next words may be better ones.
        Err(refusal @ (Refusal::ReasonMissing | Refusal::ReasonTooLong)) => Ok(turn.refused(refusal)),
        Err(refusal) => {
            turn.stop_waiting().await?;
            Ok(turn.refused(refusal))
        }
    }
}

/// What the person may re-check, the oldest first, with the names of the organisations.
pub(super) async fn waiting(turn: &Turn) -> Result<Result<Vec<(RecheckView, String)>, Refusal>, StoreError> {
    let allowed = turn.known().and_then(|who| Ok((who.person, who.controls(&turn.catalogue.tree)?)));
    let (person, scope) = match allowed {
        Ok(allowed) => allowed,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let all = turn
        .read(|conn| Box::pin(async move { rechecks::waiting(conn, &scope, person, MOST).await }))
        .await?;
    Ok(Ok(all
        .into_iter()
        .map(|one| {
            let organisation = turn.organisation(one.organisation).to_owned();
            (one, organisation)
        })
        .collect()))
}

async fn ask_why(turn: &Turn, press: &Press, id: RecheckId) -> Answer {
    let (right, one) = match look_at(turn, id).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
    };
    let chosen = Chosen { organisation: one.organisation, accepted_by: one.accepted_by, state: one.state };
    if let Err(refusal) = chosen.check(&right) {
        let why = press.alert(words::refusal(turn.texts, &refusal));
        return Ok(vec![why, press.show(view_of(turn, &one))]);
    }
    let (key, now) = (turn.key(), turn.now);
    let state = State::NotStanding(NotStanding { recheck: id, message_id: press.message_id });
    turn.keep(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &state, now).await?) })).await?;
    Ok(vec![press.show(views::ask_why_falls(turn.texts, &one, turn.organisation(one.organisation)))])
}

/// What was decided, or why nothing was, and how it stands.
async fn told(
    turn: &Turn,
    press: &Press,
    id: RecheckId,
    decided: Result<Option<RecheckView>, Refusal>,
) -> Answer {
    let why = match decided {
        Ok(Some(one)) => {
            let toast = press.toast(turn.texts.toast_recheck_kept());
            return Ok(vec![toast, press.show(view_of(turn, &one))]);
        }
        Ok(None) => turn.texts.toast_changed(),
        Err(refusal) => words::refusal(turn.texts, &refusal),
    };
    let mut replies = vec![press.alert(why)];
    if let Ok((_, one)) = look_at(turn, id).await? {
        replies.push(press.show(view_of(turn, &one)));
    }
    Ok(replies)
}

/// Decides. Without a reason the report stands.
async fn decide(
    turn: &Turn,
    id: RecheckId,
    reason: Option<String>,
) -> Result<Result<Option<RecheckView>, Refusal>, anyhow::Error> {
    let right = match look_at(turn, id).await? {
        Ok((right, _)) => right,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let now = turn.now;
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                match &reason {
                    None => rechecks::stands(conn, &right, id, now).await,
                    Some(reason) => rechecks::falls(conn, &right, id, reason, now).await,
                }
            })
        })
        .await;
    match kept {
        Ok(kept) => Ok(Ok(kept)),
        Err(NotDone::Refused(refusal)) => Ok(Err(refusal)),
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// The re-check and the right to decide about it.
async fn look_at(
    turn: &Turn,
    id: RecheckId,
) -> Result<Result<(MayDecide, RecheckView), Refusal>, StoreError> {
    let Ok(who) = turn.known() else { return Ok(Err(Refusal::NotAllowed)) };
    let found = turn.read(|conn| Box::pin(rechecks::view(conn, id))).await?;
    let Some(one) = found else { return Ok(Err(Refusal::NotYours)) };
    Ok(who.may_decide(one.organisation, &turn.catalogue.tree).map(|right| (right, one)))
}

fn view_of(turn: &Turn, one: &RecheckView) -> View {
    let page = turn.page(&format!("obligations/{}", one.obligation));
    views::recheck(turn.texts, one, turn.organisation(one.organisation), &page)
}

/// A ready reason, as the organisation will read it.
fn ready(texts: Texts, reason: WhyFalls) -> String {
    match reason {
        WhyFalls::NotFound => texts.ready_falls_not_found(),
        WhyFalls::NoProof => texts.ready_falls_no_proof(),
        WhyFalls::Figures => texts.ready_falls_figures(),
    }
}
