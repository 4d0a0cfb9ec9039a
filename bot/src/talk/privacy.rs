//! `/privacy` and `/forget`: what is kept, and how it goes.

use domain::buttons::{Button, ForgetAct};
use store::forgetting::{self, Forgotten};
use store::withdrawal;

use super::turn::{Answer, Press, Turn};
use super::views::{self, View};

/// `/privacy`.
pub(super) async fn show(turn: Turn) -> Answer {
    Ok(vec![kept_of(&turn).send()])
}

/// `/forget`: nothing is done by the command alone.
pub(super) async fn forget(turn: Turn) -> Answer {
    let view = match turn.who {
        Some(_) => views::forgetting_of_known(turn.texts),
        None => views::ask_to_forget(turn.texts, None),
    };
    Ok(vec![view.send()])
}

/// The buttons on the way.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Forget(step) = press.button else { return Ok(vec![press.show(kept_of(&turn))]) };
    let turn = turn.in_language(step.language);
    match step.act {
        ForgetAct::Forget => forgotten(&turn, &press).await,
        ForgetAct::AskToWithdraw if turn.who.is_some() => {
            Ok(vec![press.show(views::ask_to_withdraw(turn.texts))])
        }
        ForgetAct::Withdraw => withdrawn(&turn, &press).await,
        // The button to withdraw may outlive the consent.
        ForgetAct::Ask | ForgetAct::AskToWithdraw => {
            Ok(vec![press.show(views::ask_to_forget(turn.texts, turn.who.as_deref()))])
        }
        ForgetAct::Keep => Ok(vec![press.toast(turn.texts.toast_forget_not()), press.show(kept_of(&turn))]),
    }
}

fn kept_of(turn: &Turn) -> View {
    views::privacy(turn.texts, turn.who.as_deref(), &turn.public_page("privacy"))
}

async fn forgotten(turn: &Turn, press: &Press) -> Answer {
    let (secret, account, voter, now) =
        (turn.ctx.secret.clone(), turn.telegram_id, turn.voter().await?, turn.now);
    let done = turn
        .keep_beside(move |conn| {
            Box::pin(async move { Ok(forgetting::forget(conn, &secret, (account, &voter), now).await?) })
        })
        .await?;
    // A press that is brought again was answered, and what it found is still shown.
    let Some(done) = done else { return Ok(Vec::new()) };
    if done != Forgotten::default() {
        sweep(turn).await;
    }
    Ok(vec![press.show(views::forgotten(turn.texts, turn.who.as_deref(), done))])
}

async fn withdrawn(turn: &Turn, press: &Press) -> Answer {
    if let Some(who) = turn.who.as_deref() {
        let (secret, whose, now) = (turn.ctx.secret.clone(), (who.person, turn.telegram_id), turn.now);
        turn.keep_beside(move |conn| {
            Box::pin(async move { Ok(withdrawal::withdraw(conn, &secret, whose, now).await?) })
        })
        .await?;
        sweep(turn).await;
    }
    let mut replies = vec![press.show(views::withdrawn(turn.texts))];
    replies.extend(turn.menus(turn.texts, None));
    Ok(replies)
}

/// What was deleted is gone already; only its old copies in the log of the database are left, and go with the next chance if not
/// now.
async fn sweep(turn: &Turn) {
    if let Err(error) = turn.ctx.store.sweep().await {
        tracing::warn!(%error, "the log of the database was not emptied after somebody was forgotten");
    }
}
