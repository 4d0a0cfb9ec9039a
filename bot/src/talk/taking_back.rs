//! A report is taken back: asked once, since the day of the next report is the one that counts.

use domain::ids::ObligationId;
use domain::obligation::State;
use domain::refusal::Refusal;
use locales::words;
use store::{NotDone, obligations};

use super::turn::{Answer, Press, Turn};
use super::{review, tasks, views};

/// Asks whether the person is sure.
pub(super) async fn ask(turn: &Turn, press: &Press, obligation: ObligationId) -> Answer {
    turn.stop_waiting().await?;
    match tasks::own(turn, obligation).await? {
        Ok((_, one)) if one.state == State::Reported => {
            Ok(vec![press.show(views::ask_take_back(turn.texts, &one, turn.today))])
        }
        Ok(_) => too_late(turn, press, obligation, Refusal::NothingToTakeBack).await,
        Err(refusal) => tasks::refused_or_corrected(turn, press, obligation, refusal).await,
    }
}

/// Takes it back.
pub(super) async fn take_back(turn: &Turn, press: &Press, obligation: ObligationId, seen: i64) -> Answer {
    let right = match tasks::own(turn, obligation).await? {
        Ok((right, _)) => right,
        Err(refusal) => return tasks::refused_or_corrected(turn, press, obligation, refusal).await,
    };
    let now = turn.now;
    let kept = turn
        .keep(move |conn| {
            Box::pin(
                async move { obligations::take_back(conn, &right, obligation, seen, now).await.map(drop) },
            )
        })
        .await;
    match kept {
        Ok(Some(())) => tasks::corrected(turn, press, obligation, turn.texts.toast_taken_back()).await,
        Ok(None) => tasks::corrected(turn, press, obligation, turn.texts.toast_changed()).await,
        // Things were added, and nothing was lost: the person looks and decides again.
        Err(NotDone::Refused(refusal @ Refusal::ReportChanged)) => {
            let mut replies = vec![press.alert(words::refusal(turn.texts, &refusal))];
            if let Ok((_, one)) = tasks::own(turn, obligation).await? {
                replies.push(press.show(views::ask_take_back(turn.texts, &one, turn.today)));
            }
            Ok(replies)
        }
        Err(NotDone::Refused(refusal)) => too_late(turn, press, obligation, refusal).await,
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// Control or a colleague was quicker: says who did what, and shows how it stands.
async fn too_late(turn: &Turn, press: &Press, obligation: ObligationId, refusal: Refusal) -> Answer {
    let why = review::ended(turn, obligation, refusal).await?;
    tasks::corrected(turn, press, obligation, why).await
}
