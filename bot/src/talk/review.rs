//! Control: the reports that wait, accepting one, and sending one back with a reason.

use domain::buttons::{Button, ReadyReason};
use domain::ids::ObligationId;
use domain::obligation::State as Life;
use domain::people::MayDecide;
use domain::refusal::Refusal;
use domain::reminders::page;
use locales::{Html, Texts, words};
use store::obligations::{self, Decision, ObligationView};
use store::{NotDone, StoreError, answers, control, reports};

use super::state::{self, Reason, State};
use super::turn::{Answer, Press, Turn};
use super::views::{self, View};
use super::{granting, recheck};

/// So many waiting reports are looked at.
const MOST: i64 = 200;

/// `/review`.
pub(super) async fn list(turn: Turn) -> Answer {
    turn.stop_waiting().await?;
    match waiting(&turn, 0).await? {
        Ok(view) => Ok(vec![view.send()]),
        Err(refusal) => Ok(turn.refused(refusal)),
    }
}

/// The buttons of the list and of a report.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    turned(&turn, &press).await?;
    match press.button {
        Button::Reviews { page } => {
            turn.stop_waiting().await?;
            match waiting(&turn, page as usize).await? {
                Ok(view) => Ok(vec![press.show(view)]),
                Err(refusal) => Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
            }
        }
        Button::Review { obligation } => {
            turn.stop_waiting().await?;
            match look_at(&turn, obligation).await? {
                Ok((_, one)) => Ok(vec![press.show(view_of(&turn, &one).await?)]),
                Err(refusal) => Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
            }
        }
        Button::Accept { obligation, version } => accept(&turn, &press, obligation, version).await,
        Button::SendBack { obligation, version } => ask_reason(&turn, &press, obligation, version).await,
        Button::SendBackFor { obligation, version, reason } => {
            let reason = ready(turn.texts, reason);
            send_back(&turn, &press, obligation, version, reason).await
        }
        _ => Ok(Vec::new()),
    }
}

/// The message that told of a report or a request becomes something else by this press: it does not follow it any more.
pub(super) async fn turned(turn: &Turn, press: &Press) -> Result<(), StoreError> {
    let (chat, Some(message_id)) = (turn.telegram_id, press.message_id) else { return Ok(()) };
    if turn.read(|conn| Box::pin(reports::tells(conn, chat, message_id))).await? {
        let store = &turn.ctx.store;
        store.write(move |conn| Box::pin(reports::turned(conn, chat, message_id))).await?;
    }
    Ok(())
}

/// One report as its controller sees it.
pub(super) async fn view_of(turn: &Turn, one: &ObligationView) -> Result<View, StoreError> {
    let id = one.id;
    let state = one.state;
    let (answer, decision) = turn
        .read(|conn| {
            Box::pin(async move {
                Ok((answers::last(conn, id).await?, obligations::decision(conn, id, state).await?))
            })
        })
        .await?;
    let report = views::Report {
        one,
        organisation: turn.organisation(one.organisation),
        answer: answer.as_ref(),
        decision: decision.as_ref(),
        page: turn.page(&format!("obligations/{id}")),
    };
    Ok(views::report(turn.texts, &report))
}

async fn accept(turn: &Turn, press: &Press, obligation: ObligationId, version: i64) -> Answer {
    let right = match look_at(turn, obligation).await? {
        Ok((right, _)) => right,
        Err(refusal) => return Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
    };
    let now = turn.now;
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move { obligations::accept(conn, &right, obligation, Some(version), now).await })
        })
        .await;
    match kept {
        Ok(Some(one)) => {
            let view = views::decided(turn.texts, &one, turn.organisation(one.organisation), None);
            Ok(vec![press.toast(turn.texts.toast_accepted()), press.show(view)])
        }
        Ok(None) => corrected(turn, press, obligation, turn.texts.toast_changed()).await,
        Err(NotDone::Refused(refusal)) => too_late(turn, press, obligation, refusal).await,
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

async fn ask_reason(turn: &Turn, press: &Press, obligation: ObligationId, version: i64) -> Answer {
    let one = match look_at(turn, obligation).await? {
        Ok((_, one)) => one,
        Err(refusal) => return Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
    };
    if one.state != Life::Reported {
        return too_late(turn, press, obligation, Refusal::NothingToReview).await;
    }
    if one.state_version != version {
        return corrected(turn, press, obligation, turn.texts.toast_changed()).await;
    }
    let (key, now) = (turn.key(), turn.now);
    let state = State::Reason(Reason { obligation, version, message_id: press.message_id });
    turn.keep(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &state, now).await?) })).await?;
    Ok(vec![press.show(views::ask_reason(turn.texts, &one, turn.organisation(one.organisation)))])
}

async fn send_back(
    turn: &Turn,
    press: &Press,
    obligation: ObligationId,
    version: i64,
    reason: String,
) -> Answer {
    let asked = Reason { obligation, version, message_id: press.message_id };
    match returned(turn, asked, reason.clone()).await? {
        Ok(Some(one)) => {
            let organisation = turn.organisation(one.organisation);
            let view = views::decided(turn.texts, &one, organisation, Some(&reason));
            Ok(vec![press.toast(turn.texts.toast_returned()), press.show(view)])
        }
        Ok(None) => corrected(turn, press, obligation, turn.texts.toast_changed()).await,
        Err(refusal) => too_late(turn, press, obligation, refusal).await,
    }
}

/// The reason came in the controller's own words.
pub(super) async fn reason(turn: Turn, asked: Reason, text: String) -> Answer {
    match returned(&turn, asked, text.clone()).await? {
        Ok(Some(one)) => {
            let organisation = turn.organisation(one.organisation);
            let reason = domain::written::tidy(&text);
            let view = views::decided(turn.texts, &one, organisation, Some(&reason));
            Ok(vec![view.replace(asked.message_id)])
        }
        Ok(None) => Ok(Vec::new()),
        // The next words may be better ones.
        Err(refusal @ (Refusal::ReasonMissing | Refusal::ReasonTooLong)) => Ok(turn.refused(refusal)),
        Err(refusal) => {
            turn.stop_waiting().await?;
            let why = ended(&turn, asked.obligation, refusal).await?;
            let mut replies = vec![View::plain(Html::escape(&why)).send()];
            if let Ok((_, one)) = look_at(&turn, asked.obligation).await? {
                replies.push(view_of(&turn, &one).await?.replace(asked.message_id));
            }
            Ok(replies)
        }
    }
}

/// Sends the report back.
async fn returned(
    turn: &Turn,
    asked: Reason,
    reason: String,
) -> Result<Result<Option<ObligationView>, Refusal>, anyhow::Error> {
    let right = match look_at(turn, asked.obligation).await? {
        Ok((right, _)) => right,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let now = turn.now;
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                let seen = Some(asked.version);
                obligations::send_back(conn, &right, asked.obligation, seen, &reason, now).await
            })
        })
        .await;
    match kept {
        Ok(kept) => Ok(Ok(kept)),
        Err(NotDone::Refused(refusal)) => Ok(Err(refusal)),
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// The rules say no, mostly because somebody was quicker: says who did what, and shows how it stands.
async fn too_late(turn: &Turn, press: &Press, obligation: ObligationId, refusal: Refusal) -> Answer {
    let why = ended(turn, obligation, refusal).await?;
    corrected(turn, press, obligation, why).await
}

/// What became of a report that waits no more and who did it; for whoever did it himself, and where nobody did anything, the plain
/// refusal.
pub(super) async fn ended(
    turn: &Turn,
    obligation: ObligationId,
    refusal: Refusal,
) -> Result<String, StoreError> {
    let decision = turn
        .read(|conn| {
            Box::pin(async move {
                let Some(one) = obligations::view(conn, obligation).await? else { return Ok(None) };
                obligations::decision(conn, obligation, one.state).await
            })
        })
        .await?;
    let by_another = |decision: &Decision| turn.who.as_ref().is_none_or(|who| who.person != decision.person);
    Ok(match decision.filter(by_another) {
        Some(decision) => views::ended(turn.texts, &decision),
        None => words::refusal(turn.texts, &refusal),
    })
}

/// Nothing was changed: says why, and shows how it stands.
async fn corrected(turn: &Turn, press: &Press, obligation: ObligationId, why: String) -> Answer {
    let mut replies = vec![press.alert(why)];
    if let Ok((_, one)) = look_at(turn, obligation).await? {
        replies.push(press.show(view_of(turn, &one).await?));
    }
    Ok(replies)
}

/// The obligation and the right to decide about it.
async fn look_at(
    turn: &Turn,
    obligation: ObligationId,
) -> Result<Result<(MayDecide, ObligationView), Refusal>, StoreError> {
    let Ok(who) = turn.known() else { return Ok(Err(Refusal::NotAllowed)) };
    let found = turn.read(|conn| Box::pin(obligations::view(conn, obligation))).await?;
    let Some(one) = found else { return Ok(Err(Refusal::NotYours)) };
    Ok(who.may_decide(one.organisation, &turn.catalogue.tree).map(|right| (right, one)))
}

async fn waiting(turn: &Turn, number: usize) -> Result<Result<View, Refusal>, StoreError> {
    let mine = match mine(turn).await? {
        Ok(mine) => mine,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let policy = turn.read(|conn| Box::pin(control::policy(conn))).await?;
    let lines: Vec<_> = mine
        .into_iter()
        .map(|(one, organisation)| {
            let ball = one.ball(turn.today, policy.patience(), &turn.catalogue);
            views::ReviewLine { one, organisation, ball }
        })
        .collect();
    let more = views::MoreToDecide {
        requests: granting::waiting(turn).await?.map_or(0, |all| all.len()),
        rechecks: recheck::waiting(turn).await?.map_or(0, |all| all.len()),
    };
    Ok(Ok(views::reviews(turn.texts, &page(&lines, number), lines.len(), more)))
}

/// The reports about which the person may decide, the oldest first, with the names of their organisations.
pub(super) async fn mine(turn: &Turn) -> Result<Result<Vec<views::Named>, Refusal>, StoreError> {
    let scope = match turn.known().and_then(|who| who.controls(&turn.catalogue.tree)) {
        Ok(scope) => scope,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let all = turn.read(|conn| Box::pin(async move { obligations::under_review(conn, &scope, MOST).await }));
    let named = all.await?.into_iter().map(|one| {
        let organisation = turn.organisation(one.organisation).to_owned();
        (one, organisation)
    });
    Ok(Ok(named.collect()))
}

/// A ready reason, as the officer will read it.
fn ready(texts: Texts, reason: ReadyReason) -> String {
    match reason {
        ReadyReason::NoEvidence => texts.ready_reason_no_evidence(),
        ReadyReason::Incomplete => texts.ready_reason_incomplete(),
        ReadyReason::Inaccurate => texts.ready_reason_inaccurate(),
    }
}
