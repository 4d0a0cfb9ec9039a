//! When nothing else fits: help, cancelling, and a kind word for everything that was not expected.

use super::state::State;
use super::turn::{Answer, Press, Turn};
use super::views::{self, View};
use super::{comment, find, start, tasks};
use crate::incoming::What;
use crate::reply::Reply;
use domain::visits::Misread;
use locales::Texts;

/// `/help`.
pub(super) async fn help(turn: Turn) -> Answer {
    Ok(vec![views::help(turn.texts, turn.who.as_deref(), &turn.ctx.panel_url).send()])
}

/// `/cancel`: nothing that was kept is undone; the bot only stops waiting.
pub(super) async fn cancel(turn: Turn) -> Answer {
    let text = if turn.waits() { turn.texts.cancel_done() } else { turn.texts.cancel_nothing() };
    turn.stop_waiting().await?;
    Ok(vec![View::plain(text).send()])
}

/// A button of another version, or of nobody.
pub(super) fn old_button(turn: &Turn, press_id: &str) -> Vec<Reply> {
    vec![Reply::Toast {
        callback_id: press_id.to_owned(),
        text: Some(turn.texts.toast_old_button()),
        alert: true,
    }]
}

/// Help as a button.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    Ok(vec![press.show(views::help(turn.texts, turn.who.as_deref(), &turn.ctx.panel_url))])
}

/// A place of a calendar that is no day: the press is answered, and nothing changes.
pub(super) async fn nothing() -> Answer {
    Ok(Vec::new())
}

/// A button of a trial message: it must not do what the real one does.
pub(super) async fn trial(turn: Turn, press: Press) -> Answer {
    Ok(vec![press.alert(turn.texts.toast_trial())])
}

/// Nobody expected it: never a dead end.
pub(super) async fn unexpected(turn: Turn, what: What) -> Answer {
    let wants_code = matches!(turn.state, Some(State::VisitCode(_)));
    let commenting = matches!(turn.state, Some(State::Comment(_)));
    if let (What::Text { message_id, text }, false) = (&what, turn.waits()) {
        if let Some(replies) = find::by_link(&turn, text).await? {
            return Ok(replies);
        }
        if let Some(replies) = comment::unasked(&turn, *message_id, text, None).await? {
            return Ok(replies);
        }
    }
    Ok(match (what, turn.who.is_some()) {
        (What::Edited { .. }, _) if turn.waits() => {
            vec![View::plain(turn.texts.edited_not_kept()).send()]
        }
        (What::Edited { .. } | What::Inline { .. } | What::Blocked | What::Unblocked, _) => Vec::new(),
        (What::File { .. } | What::Unsupported { .. }, _) if wants_code => {
            vec![views::visit_misread(turn.texts, Misread::NoCode).send()]
        }
        (What::File { .. }, _) if commenting => comment::only_words(turn.texts, None),
        (What::Unsupported { kind }, _) if commenting => comment::only_words(turn.texts, Some(kind)),
        (What::File { file, .. }, true) => tasks::list_button(&turn, file.album),
        (What::Unsupported { kind }, true) => vec![View::plain(views::unsupported(turn.texts, kind)).send()],
        (What::File { .. }, false) => comment::only_words(turn.texts, None),
        (What::Unsupported { kind }, false) => comment::only_words(turn.texts, Some(kind)),
        (What::Press { callback_id, .. }, _) => old_button(&turn, &callback_id),
        (What::Command { .. } | What::Text { .. }, true) => {
            let View { keyboard, .. } = start::greeting(&turn, turn.texts);
            vec![View { text: turn.texts.unknown_known(), keyboard }.send()]
        }
        (what @ (What::Command { .. } | What::Text { .. }), false) => {
            vec![find::by_words(&turn, &what).await?.send()]
        }
    })
}

/// Outside a private chat: a command and a press get a hint, everything else silence.
pub(super) fn elsewhere(texts: Texts, what: &What) -> Vec<Reply> {
    match what {
        What::Command { .. } => vec![View::plain(texts.only_private()).send()],
        What::Press { callback_id, .. } => vec![Reply::Toast {
            callback_id: callback_id.clone(),
            text: Some(texts.toast_only_private()),
            alert: true,
        }],
        _ => Vec::new(),
    }
}
