//! A citizen's comment to a mark: asked for by a button, simply written after the mark, or changed in Telegram.
//!
//! What names a person is covered before anything is kept.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::clock::tashkent_day;
use domain::ids::RatingId;
use domain::ratings::{MaskedComment, mask_comment};
use domain::written::TEXT_LIMIT;
use locales::{Html, Texts};
use store::{NotDone, StoreError, comments, ratings};

use super::opinion::{Own, only_today, own, own_of_today};
use super::state::{self, Comment, Commented, State};
use super::turn::{Answer, Press, Turn};
use super::views::{self, View};
use crate::incoming::What;
use crate::reply::Reply;

/// Words that come so soon after a mark are its comment, although nobody pressed a button for it.
const SOON: TimeDelta = TimeDelta::minutes(30);

/// The button for a comment.
pub(super) async fn ask(turn: &Turn, press: &Press, rating: RatingId) -> Answer {
    if own_of_today(turn, rating).await?.is_none() {
        return Ok(only_today(turn, press));
    }
    let (key, now) = (turn.key(), turn.now);
    let state =
        State::Comment(Comment { rating, language: turn.texts.language(), message_id: press.message_id });
    turn.keep(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &state, now).await?) })).await?;
    Ok(vec![press.show(views::ask_comment(turn.texts, rating))])
}

/// No comment after all.
pub(super) async fn without(turn: &Turn, press: &Press, rating: RatingId) -> Answer {
    turn.stop_waiting().await?;
    Ok(match own(turn, rating).await? {
        Some(own) => vec![press.show(own.view(turn, None))],
        None => vec![press.show(views::not_today(turn.texts))],
    })
}

/// The words that were asked for.
pub(super) async fn commented(turn: Turn, what: What, comment: Comment) -> Answer {
    let What::Text { message_id, text } = what else { return Ok(Vec::new()) };
    let turn = turn.in_language(comment.language);
    let masked = mask_comment(&text);
    if masked.text.is_empty() {
        return Ok(vec![View::plain(turn.texts.comment_empty()).send()]);
    }
    let place = Commented {
        rating: comment.rating,
        language: comment.language,
        said: message_id,
        shown: comment.message_id,
    };
    if !keep(&turn, place, &masked).await? {
        return Ok(vec![views::not_today(turn.texts).send()]);
    }
    let mut replies = vec![View::plain(kept_words(turn.texts, &masked)).send()];
    // The message that asked shows the rating again, now with its comment.
    if let (Some(own), Some(_)) = (own(&turn, comment.rating).await?, comment.message_id) {
        replies.insert(0, own.view(&turn, None).replace(comment.message_id));
    }
    Ok(replies)
}

/// Words that nobody asked for: they are the comment of the mark that was given just before, and after `after`, unless it has
/// one. `None`: there is no such mark.
pub(super) async fn unasked(
    turn: &Turn,
    message_id: i64,
    text: &str,
    after: Option<DateTime<Utc>>,
) -> Result<Option<Vec<Reply>>, anyhow::Error> {
    let found = lately(turn, after).await?.filter(|own| own.given.comment.is_none());
    let Some(Own { rating, .. }) = found else { return Ok(None) };
    let masked = mask_comment(text);
    if masked.text.is_empty() {
        return Ok(Some(vec![View::plain(turn.texts.comment_empty()).send()]));
    }
    let place = Commented { rating, language: turn.texts.language(), said: message_id, shown: None };
    if !keep(turn, place, &masked).await? {
        return Ok(None);
    }
    let shown = own(turn, rating).await?.map(|own| own.view(turn, Some(kept_words(turn.texts, &masked))));
    Ok(shown.map(|view| vec![view.send()]))
}

/// Whether the mark that was given just before has its comment: more words are not added to it.
pub(super) async fn stands(turn: &Turn) -> Result<bool, StoreError> {
    Ok(lately(turn, None).await?.is_some_and(|own| own.given.comment.is_some()))
}

/// The mark that was given just before, and after `after`.
async fn lately(turn: &Turn, after: Option<DateTime<Utc>>) -> Result<Option<Own>, StoreError> {
    let soon = turn.now - SOON;
    let since = after.map_or(soon, |after| after.max(soon));
    let (voter, days) = (turn.voter().await?, [tashkent_day(since), turn.today]);
    let last =
        turn.read(|conn| Box::pin(async move { ratings::last_of(conn, &voter, days, since).await })).await?;
    match last {
        Some(rating) => own(turn, rating).await,
        None => Ok(None),
    }
}

/// The message of a comment was changed: the comment changes with it, on the day of the mark.
pub(super) async fn edited(turn: Turn, place: Commented, words: Option<String>) -> Answer {
    let turn = turn.in_language(place.language);
    let Some(own_before) = own_of_today(&turn, place.rating).await? else {
        return Ok(vec![views::not_today(turn.texts).send()]);
    };
    let Some(words) = words else { return Ok(vec![View::plain(turn.texts.comment_only_words()).send()]) };
    let masked = mask_comment(&words);
    if masked.text.is_empty() {
        return Ok(vec![View::plain(turn.texts.comment_empty()).send()]);
    }
    // Telegram tells of changes that nobody sees, such as a preview of a link.
    if own_before.given.comment.as_deref() == Some(masked.text.as_str()) {
        return Ok(Vec::new());
    }
    keep(&turn, place, &masked).await?;
    let said = if masked.cut { kept_words(turn.texts, &masked) } else { turn.texts.comment_changed() };
    let Some(own) = own(&turn, place.rating).await? else { return Ok(Vec::new()) };
    Ok(match place.shown {
        Some(_) => vec![own.view(&turn, None).replace(place.shown), View::plain(said).send()],
        None => vec![own.view(&turn, Some(said)).send()],
    })
}

/// Keeps the comment, and which message it is. `false`: the rating is not theirs.
async fn keep(turn: &Turn, place: Commented, masked: &MaskedComment) -> Result<bool, NotDone> {
    let (key, now, voter, text) = (turn.key(), turn.now, turn.voter().await?, masked.text.clone());
    let (today, catalogue) = (turn.today, Arc::clone(&turn.catalogue));
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                state::keep(conn, &key, &State::Commented(place), now).await?;
                let kept = ratings::comment(conn, place.rating, &voter, &text, now).await?;
                if kept && let Some(organisation) = comments::organisation_of(conn, place.rating).await? {
                    let week = catalogue.week_of(organisation);
                    let due = catalogue.cases.due(today, &catalogue.calendar, week);
                    comments::heed(conn, place.rating, &text, due, now).await?;
                }
                Ok::<_, NotDone>(kept)
            })
        })
        .await?;
    Ok(kept != Some(false))
}

fn kept_words(texts: Texts, masked: &MaskedComment) -> Html {
    let kept = if masked.cut { texts.comment_cut(TEXT_LIMIT) } else { texts.comment_kept() };
    Html::lines(&[kept, texts.comment_change_hint()])
}

/// Instead of words something else came: what is not kept, and why.
pub(super) fn only_words(texts: Texts, kind: Option<&str>) -> Vec<Reply> {
    let text = match kind {
        Some("voice" | "audio" | "video" | "video_note") => texts.comment_no_voice(),
        Some("contact" | "location" | "venue") => texts.comment_no_contact(),
        Some("sticker" | "animation" | "dice") => texts.comment_no_sticker(),
        _ => texts.comment_only_words(),
    };
    vec![View::plain(text).send()]
}
