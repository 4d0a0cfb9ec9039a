//! Words and files that follow an answer.

use domain::people::MayAnswer;
use domain::refusal::Refusal;
use locales::Html;
use store::evidence::Brought;
use store::{NotDone, StoreError, answers, obligations};

use super::state::{self, Evidence};
use super::turn::{Answer, Turn};
use super::views;
use crate::incoming::{FileKind, IncomingFile};
use crate::reply::Reply;

/// Telegram gives no larger files to a bot.
const FILE_LIMIT: i64 = 20 * 1024 * 1024;

/// The longest name of a file that is kept, in characters.
const NAME_LIMIT: usize = 120;

/// Words for the answer.
pub(super) async fn words(turn: Turn, evidence: Evidence, text: String) -> Answer {
    let right = match right(&turn, evidence).await? {
        Ok(right) => right,
        Err(refusal) => return over(&turn, refusal).await,
    };
    let now = turn.now;
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move { answers::add_text(conn, &right, evidence.answer, &text, now).await })
        })
        .await;
    match kept {
        Ok(_) => Ok(attached(&turn, &turn.texts.evidence_text_kept(), evidence)),
        Err(failure) => not_kept(&turn, failure).await,
    }
}

/// A file for the answer, with or without words below it.
pub(super) async fn file(
    turn: Turn,
    evidence: Evidence,
    (file, caption): (IncomingFile, Option<String>),
) -> Answer {
    let size = file.bytes.unwrap_or_default().max(0);
    if size > FILE_LIMIT {
        let (size, limit) = (size.unsigned_abs(), FILE_LIMIT.unsigned_abs());
        return Ok(vec![views::evidence_too_big(turn.texts, size, limit, evidence.obligation).send()]);
    }
    let right = match right(&turn, evidence).await? {
        Ok(right) => right,
        Err(refusal) => return over(&turn, refusal).await,
    };
    let brought = brought(&turn, evidence, file, size);
    let (name, now) = (brought.name.clone(), turn.now);
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                if let Some(caption) = &caption {
                    answers::add_text(conn, &right, evidence.answer, caption, now).await?;
                }
                answers::add_file(conn, &right, &brought, now).await
            })
        })
        .await;
    match kept {
        Ok(Some(false)) => Ok(attached(&turn, &turn.texts.evidence_file_known(name), evidence)),
        Ok(_) => Ok(attached(&turn, &turn.texts.evidence_file_kept(name), evidence)),
        Err(failure) => not_kept(&turn, failure).await,
    }
}

fn brought(turn: &Turn, evidence: Evidence, file: IncomingFile, bytes: i64) -> Brought {
    let (kind, mime, name) = match file.kind {
        FileKind::Photo => ("photo", "image/jpeg", turn.texts.evidence_photo_name()),
        FileKind::Document => ("file", "application/octet-stream", turn.texts.evidence_document_name()),
    };
    let given = file.name.map(|name| views::shortened(&domain::written::tidy(&name), NAME_LIMIT));
    Brought {
        answer: evidence.answer,
        obligation: evidence.obligation,
        kind,
        name: given.filter(|name| !name.is_empty()).unwrap_or_else(|| name.into_string()),
        mime: file.mime.unwrap_or_else(|| mime.to_owned()),
        bytes,
        telegram_file: file.file_id,
    }
}

fn attached(turn: &Turn, what: &Html, evidence: Evidence) -> Vec<Reply> {
    vec![views::evidence_kept(turn.texts, what, evidence.obligation).send()]
}

/// The right may have ended since the answer was given.
async fn right(turn: &Turn, evidence: Evidence) -> Result<Result<MayAnswer, Refusal>, StoreError> {
    let Ok(who) = turn.known() else { return Ok(Err(Refusal::NotAllowed)) };
    let found = turn.read(|conn| Box::pin(obligations::view(conn, evidence.obligation))).await?;
    Ok(match found {
        Some(one) => who.may_answer(one.organisation, &turn.catalogue.tree),
        None => Err(Refusal::NotYours),
    })
}

async fn not_kept(turn: &Turn, failure: NotDone) -> Answer {
    match failure {
        // A shorter text may follow.
        NotDone::Refused(Refusal::TextTooLong) => Ok(turn.refused(Refusal::TextTooLong)),
        NotDone::Refused(refusal) => over(turn, refusal).await,
        NotDone::Failed(failure) => Err(failure.into()),
    }
}

/// Nothing can be added any more: says why and stops waiting.
async fn over(turn: &Turn, refusal: Refusal) -> Answer {
    let key = turn.key();
    turn.keep(move |conn| Box::pin(async move { Ok(state::forget(conn, &key).await?) })).await?;
    Ok(turn.refused(refusal))
}
