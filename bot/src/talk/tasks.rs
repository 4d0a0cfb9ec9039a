//! One's own obligations: the list, one of them, and the answer to it.

use chrono::NaiveDate;
use domain::answers::{Answer as Answered, AnswerKind};
use domain::buttons::Button;
use domain::ids::{AnswerId, ObligationId};
use domain::obligation::State as Life;
use domain::people::{MayAnswer, Role, Scope, Who};
use domain::refusal::Refusal;
use locales::words;
use store::obligations::{self, ObligationView};
use store::people::Doer;
use store::{NotDone, StoreError, answers, hand_overs, people};

use super::reminding;
use super::state::{self, Evidence, State};
use super::turn::{Answer, Press, Turn};
use super::views::{self, Kept, View};
use super::{evidence, hand_over, review};
use crate::reply::Reply;

/// So many open obligations of one organisation are looked at: more than any plan has.
const MOST: i64 = 200;

/// `/tasks`.
pub(super) async fn list(turn: Turn) -> Answer {
    turn.stop_waiting().await?;
    match page(&turn, 0).await? {
        Ok(view) => Ok(vec![view.send()]),
        Err(refusal) => Ok(turn.refused(refusal)),
    }
}

/// The buttons of the list and of an obligation.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    match press.button {
        Button::Tasks { page: number } => {
            turn.stop_waiting().await?;
            Ok(match page(&turn, number as usize).await? {
                Ok(view) => vec![press.show(view)],
                Err(refusal) => vec![press.alert(words::refusal(turn.texts, &refusal))],
            })
        }
        Button::Answer { obligation, kind, seen } => answered(turn, press, obligation, kind, seen).await,
        // Whoever looks at something else means no more words for the answer before.
        Button::Task { obligation } | Button::Finish { obligation } => {
            turn.stop_waiting().await?;
            show(&turn, &press, obligation).await
        }
        _ => Ok(Vec::new()),
    }
}

/// One obligation in a new message: `/start o_…`.
pub(super) async fn open(turn: &Turn, obligation: ObligationId) -> Answer {
    match truth(turn, obligation).await? {
        Ok(view) => Ok(vec![view.send()]),
        Err(refusal) => Ok(turn.refused(refusal)),
    }
}

pub(super) async fn show(turn: &Turn, press: &Press, obligation: ObligationId) -> Answer {
    match truth(turn, obligation).await? {
        Ok(view) => Ok(vec![press.show(view)]),
        Err(refusal) => refuse(turn, press, refusal).await,
    }
}

/// An answer by a press: the second tap, and all that is needed unless a proof is.
pub(super) async fn answered(
    turn: Turn,
    press: Press,
    obligation: ObligationId,
    kind: AnswerKind,
    seen: i64,
) -> Answer {
    let (right, one) = match own(&turn, obligation).await? {
        Ok(own) => own,
        Err(refusal) => return refuse(&turn, &press, refusal).await,
    };
    if evidence::needs_proof(&one, kind) {
        return evidence::ask_proof(&turn, &press, &one).await;
    }
    let (key, now) = (turn.key(), turn.now);
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                if !kind.is_report() && moved_on(conn, obligation, seen).await? {
                    let mine = answers::last(conn, obligation).await?;
                    let mine = mine.filter(|last| (last.person, last.kind) == (right.person(), kind));
                    if let Some(last) = mine {
                        let waits = State::Evidence(Evidence { answer: last.id, obligation });
                        state::keep(conn, &key, &waits, now).await?;
                    }
                    return Ok(None);
                }
                let given = Answered::new(kind);
                let kept = obligations::answer(conn, &right, obligation, &given, now).await?;
                let waits = State::Evidence(Evidence { answer: kept.answer, obligation });
                state::keep(conn, &key, &waits, now).await?;
                Ok(Some(kept))
            })
        })
        .await;
    match kept {
        Ok(Some(Some(kept))) => {
            let shown = kept_view(&turn, &kept.view, (kept.answer, kind, None)).await?;
            Ok(vec![press.toast(turn.texts.toast_answer_kept()), press.show(shown)])
        }
        Ok(_) => answered_before(&turn, &press, (obligation, kind), turn.texts.toast_answered_before()).await,
        Err(NotDone::Refused(refusal)) => {
            let why = words::refusal(turn.texts, &refusal);
            answered_before(&turn, &press, (obligation, kind), why).await
        }
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

async fn kept_view(
    turn: &Turn,
    one: &ObligationView,
    (answer, kind, promised): (AnswerId, AnswerKind, Option<NaiveDate>),
) -> Result<View, StoreError> {
    let controller = if kind.is_report() { controller(turn, one).await? } else { None };
    Ok(views::kept(turn.texts, &Kept { one, answer, kind, promised, controller: controller.as_deref() }))
}

/// Nothing was changed. After a double tap the invitation to add something stays: it is still true.
async fn answered_before(
    turn: &Turn,
    press: &Press,
    (obligation, kind): (ObligationId, AnswerKind),
    why: String,
) -> Answer {
    let last = turn.read(|conn| Box::pin(answers::last(conn, obligation))).await?;
    let mine = last.filter(|last| turn.who.as_ref().is_some_and(|who| who.person == last.person));
    let (Some(last), Ok((right, one))) =
        (mine.filter(|last| last.kind == kind), own(turn, obligation).await?)
    else {
        return corrected(turn, press, obligation, why).await;
    };
    let (key, now, answer) = (turn.key(), turn.now, last.id);
    let open = turn
        .keep(move |conn| {
            Box::pin(async move {
                answers::check_open(conn, &right, answer).await?;
                let waits = State::Evidence(Evidence { answer, obligation });
                Ok(state::keep(conn, &key, &waits, now).await?)
            })
        })
        .await;
    match open {
        Ok(_) => {
            let shown = kept_view(turn, &one, (answer, kind, last.promised)).await?;
            Ok(vec![press.alert(why), press.show(shown)])
        }
        Err(NotDone::Refused(_)) => corrected(turn, press, obligation, why).await,
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// Whether something was answered since the message of the button was written.
///
/// A report needs no such check: a second one is refused by the rules. "In progress" could be kept twice by a double tap.
async fn moved_on(conn: &mut store::Conn, obligation: ObligationId, seen: i64) -> Result<bool, StoreError> {
    let now = obligations::view(conn, obligation).await?;
    Ok(now.is_some_and(|one| views::seen(&one) != seen))
}

/// Nothing was changed: says why, and shows how it stands.
pub(super) async fn corrected(turn: &Turn, press: &Press, obligation: ObligationId, why: String) -> Answer {
    Ok(match truth(turn, obligation).await? {
        Ok(view) => vec![press.alert(why), press.show(view)],
        Err(_) => vec![press.alert(why)],
    })
}

/// Nothing was done: whoever answers for it sees how it stands, everybody else what is theirs.
pub(super) async fn refused_or_corrected(
    turn: &Turn,
    press: &Press,
    obligation: ObligationId,
    refusal: Refusal,
) -> Answer {
    if own(turn, obligation).await?.is_ok() {
        return corrected(turn, press, obligation, words::refusal(turn.texts, &refusal)).await;
    }
    refuse(turn, press, refusal).await
}

/// It is not this person's: says so, and shows what is.
pub(super) async fn refuse(turn: &Turn, press: &Press, refusal: Refusal) -> Answer {
    let mut replies = vec![press.alert(words::refusal(turn.texts, &refusal))];
    if let Ok(view) = page(turn, 0).await? {
        replies.push(press.show(view));
    }
    Ok(replies)
}

/// How an obligation stands, for somebody who answers for it or decides about it.
pub(super) async fn truth(
    turn: &Turn,
    obligation: ObligationId,
) -> Result<Result<View, Refusal>, StoreError> {
    let Ok(who) = turn.known() else { return Ok(Err(Refusal::NotAllowed)) };
    let found = turn
        .read(|conn| {
            Box::pin(async move {
                let Some(one) = obligations::view(conn, obligation).await? else { return Ok(None) };
                let returned = match one.state {
                    Life::Returned => answers::last_return(conn, obligation).await?,
                    _ => None,
                };
                Ok(Some((one, returned, hand_overs::waiting(conn, obligation).await?)))
            })
        })
        .await?;
    let Some((one, returned, waiting)) = found else { return Ok(Err(Refusal::NotYours)) };
    if who.may_answer(one.organisation, &turn.catalogue.tree).is_ok() {
        let hand = hand_over::hand(turn, who, &one, waiting);
        let later = reminding::later(turn, who.person, &one).await?;
        let view = views::item(turn.texts, &one, returned.as_deref(), (&hand, &later), turn.today);
        return Ok(Ok(view.with_panel(
            turn.texts,
            &turn.ctx.panel_url,
            &format!("obligations/{obligation}"),
        )));
    }
    match who.may_decide(one.organisation, &turn.catalogue.tree) {
        Ok(_) => review::view_of(turn, &one).await.map(Ok),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// An obligation and the right to answer for it.
pub(super) async fn own(
    turn: &Turn,
    obligation: ObligationId,
) -> Result<Result<(MayAnswer, ObligationView), Refusal>, StoreError> {
    let Ok(who) = turn.known() else { return Ok(Err(Refusal::NotAllowed)) };
    let found = turn.read(|conn| Box::pin(obligations::view(conn, obligation))).await?;
    let Some(one) = found else { return Ok(Err(Refusal::NotYours)) };
    Ok(who.may_answer(one.organisation, &turn.catalogue.tree).map(|right| (right, one)))
}

async fn page(turn: &Turn, number: usize) -> Result<Result<View, Refusal>, StoreError> {
    let Some(who) = turn.who.as_deref().filter(|who| who.answers()) else {
        return Ok(Err(Refusal::NotAllowed));
    };
    let mut all = open_of(turn, who).await?;
    let scope = Scope::Only(who.answers_for());
    all.extend(
        turn.read(|conn| Box::pin(async move { obligations::under_review(conn, &scope, MOST).await }))
            .await?,
    );
    let heads = who.grants.iter().filter(|grant| grant.role == Role::Head).map(|grant| grant.organisation);
    let view = views::tasks(turn.texts, all, &heads.collect(), number, turn.today);
    Ok(Ok(view.with_panel(turn.texts, &turn.ctx.panel_url, "obligations")))
}

/// What the organisations still owe for which the person answers by a role or stands in today: the same that their digest
/// tells. An assignee is named only where it is somebody else who hears of it: what the person took over, or stands in for, is
/// simply theirs.
pub(super) async fn open_of(turn: &Turn, who: &Who) -> Result<Vec<ObligationView>, StoreError> {
    let (organisations, person, today) = (who.answers_for(), who.person, turn.today);
    turn.read(|conn| {
        Box::pin(async move {
            let mut open = Vec::new();
            for &organisation in &organisations {
                open.extend(obligations::open_of(conn, organisation, MOST).await?);
            }
            let doers = people::doers(conn, &Scope::Only(organisations), today).await?;
            for one in &mut open {
                let organisation = one.organisation;
                one.assignee.take_if(|(assignee, _)| {
                    let found =
                        |doer: &&Doer| (doer.organisation, doer.assignee) == (organisation, *assignee);
                    doers.iter().find(found).is_none_or(|doer| doer.told.person == person)
                });
            }
            Ok(open)
        })
    })
    .await
}

/// The name of the controller nearest above the organisation.
pub(super) async fn controller(turn: &Turn, one: &ObligationView) -> Result<Option<String>, StoreError> {
    let nodes: Vec<_> = turn.catalogue.tree.path_up(one.organisation).collect();
    turn.read(|conn| {
        Box::pin(async move {
            for node in nodes {
                let holders = people::holders_at(conn, Role::Controller, node).await?;
                if let Some(first) = holders.into_iter().next() {
                    return Ok(Some(first.name));
                }
            }
            Ok(None)
        })
    })
    .await
}

/// A file that nothing waits for: leads to the list. Of an album this is said once.
pub(super) fn list_button(turn: &Turn, album: Option<String>) -> Vec<Reply> {
    let key = crate::reply::Key::press(turn.texts.button_tasks(), Button::Tasks { page: 0 }.data());
    let keyboard = crate::reply::Keyboard::new().row([key]);
    let text = turn.texts.evidence_not_expected();
    vec![match album {
        Some(album) => Reply::Gather { key: album, text, keyboard: Some(keyboard) },
        None => View { text, keyboard }.send(),
    }]
}
