//! A message was changed in Telegram: a comment changes with it, and an answer as well, where what it said before stays.

use domain::evidence::check_file;
use domain::refusal::Refusal;
use store::answers::{self, Edited};
use store::{NotDone, obligations};

use super::state::State;
use super::turn::{Answer, Turn};
use super::{comment, evidence, fallback, views};
use crate::incoming::What;

/// A change of a message.
pub(super) async fn edited(turn: Turn, what: What) -> Answer {
    if let (Some(State::Commented(comment)), What::Edited { message_id, words, .. }) = (&turn.state, &what)
        && comment.said == *message_id
    {
        let (comment, words) = (*comment, words.clone());
        return comment::edited(turn, comment, words).await;
    }
    let (Some(who), What::Edited { message_id, words, file }) = (turn.who.clone(), what.clone()) else {
        return fallback::unexpected(turn, what).await;
    };
    let person = who.person;
    let found = turn.read(|conn| Box::pin(answers::by_message(conn, person, message_id))).await?;
    let Some(place) = found else { return fallback::unexpected(turn, what).await };
    let right = match who.may_answer(place.organisation, &turn.catalogue.tree) {
        Ok(right) => right,
        Err(refusal) => return Ok(turn.refused(refusal)),
    };
    if let Some(file) = &file
        && let Err(refusal) =
            check_file(file.name.as_deref(), file.mime.as_deref(), file.bytes.unwrap_or_default())
    {
        let (name, bytes) = (file.name.as_deref(), file.bytes.unwrap_or_default());
        return Ok(vec![views::View::plain(views::file_refused(turn.texts, name, bytes, refusal)).send()]);
    }
    let file = file.map(|file| evidence::file_from(&turn, file));
    let now = turn.now;
    let kept = turn
        .keep_beside(move |conn| {
            Box::pin(async move {
                let now_says = (words.as_deref(), file.as_ref());
                let edited = answers::edit(conn, &right, place, now_says, now).await?;
                let one = obligations::view(conn, place.obligation).await?.ok_or(Refusal::NotYours)?;
                let kind = answers::place(conn, place.answer).await?.ok_or(Refusal::NotYours)?.kind;
                Ok((edited, one, kind))
            })
        })
        .await;
    match kept {
        Ok(Some((Edited::Changed { version }, one, kind))) => {
            Ok(vec![views::edited(turn.texts, version, &one, kind).send()])
        }
        // Telegram tells of changes that nobody sees, such as a preview of a link.
        Ok(Some((Edited::Same, ..)) | None) => Ok(Vec::new()),
        Err(NotDone::Refused(refusal)) => Ok(turn.refused(refusal)),
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}
