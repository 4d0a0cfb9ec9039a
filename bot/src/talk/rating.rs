//! A citizen's rating: one press stores the mark. Everything else, a comment or another mark, comes after it.
//!
//! A press on a mark is the busiest thing that the bot does: it takes the catalogue in memory and one commit.

use std::sync::Arc;
use std::time::Duration;

use chrono::Datelike;
use domain::buttons::Button;
use domain::clock::tashkent_day;
use domain::ids::{RatingId, ServiceId};
use domain::language::Language;
use domain::ratings::{Mark, case_due, mask_comment};
use locales::Texts;
use store::organisations::{Catalogue, Point, Service};
use store::ratings::{self, OwnRating, Rated, Vote};
use store::{NotDone, StoreError, responses};

use super::state::{self, Comment, State};
use super::turn::{Answer, Press, Turn};
use super::views::{self, View};
use crate::ctx::Ctx;
use crate::incoming::Incoming;
use crate::reply::Reply;

/// So long the question waits for the count of its opening.
const PATIENCE: Duration = Duration::from_millis(200);

/// The question for whoever opened the link of a point.
pub(super) fn ask(catalogue: &Catalogue, code: &str, texts: Texts) -> View {
    let Some((point, service)) = place(catalogue, code) else { return views::unknown_point(texts) };
    let language = texts.language();
    let organisation = catalogue.organisations.get(&service.organisation).map(|found| &found.names);
    // A point that has no name of its own bears that of its organisation.
    let own =
        Some(point.name.as_str()).filter(|name| organisation.is_none_or(|names| names.uz_latn != *name));
    let names = [organisation.map(|names| names.in_language(language)), own];
    let place: Vec<&str> = names.into_iter().flatten().collect();
    views::question(texts, code, service.names.in_language(language), &place.join(" · "))
}

/// `/start r_…`: only memory is asked, and the language of the phone is taken. The opening is counted, nobody's.
pub(super) async fn opened(ctx: &Ctx, incoming: &Incoming, code: &str) -> Answer {
    let texts = Texts::new(Language::of_phone(incoming.from.language_code.as_deref()));
    let catalogue = ctx.store.catalogue().await?;
    if let Some((_, service)) = place(&catalogue, code) {
        count_opening(ctx, incoming.update_id, service.id).await;
    }
    Ok(vec![ask(&catalogue, code, texts).send()])
}

/// Counts an opening once, also when its update comes again. A count that fails or takes its time holds nobody up.
async fn count_opening(ctx: &Ctx, update_id: i64, service: ServiceId) {
    let day = tashkent_day(ctx.clock.now());
    let counting = ctx
        .commit(update_id, move |conn| Box::pin(async move { responses::opened(conn, service, day).await }));
    match tokio::time::timeout(PATIENCE, counting).await {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::warn!(%error, "an opening was not counted"),
        Err(_) => tracing::warn!("an opening was not counted in time"),
    }
}

/// A press on a mark.
pub(super) async fn rated(ctx: &Ctx, incoming: &Incoming, press: &Press) -> Answer {
    let Button::Rate { point: code, mark, language } = &press.button else { return Ok(Vec::new()) };
    let texts = Texts::new(*language);
    let catalogue = ctx.store.catalogue().await?;
    let Some((point, service)) = place(&catalogue, code) else {
        return Ok(vec![press.show(views::unknown_point(texts))]);
    };
    let now = ctx.clock.now();
    let day = tashkent_day(now);
    let week = catalogue.week_of(service.organisation);
    let vote = Arc::new(Vote {
        service: service.id,
        point: point.id,
        organisation: service.organisation,
        voter: ctx.secret.voter(day.year(), incoming.from.id),
        mark: *mark,
        day,
        case_due: mark.opens_case(Mark::LOW).then(|| case_due(day, &catalogue.calendar, week)),
        limits: catalogue.limits,
    });
    let to_keep = Arc::clone(&vote);
    let kept: Result<_, StoreError> = ctx
        .commit(incoming.update_id, move |conn| {
            Box::pin(async move { ratings::rate(conn, &to_keep, now).await })
        })
        .await;
    let rated = match kept? {
        Some(rated) => rated,
        None => known(ctx, &vote).await?,
    };
    Ok(thank(texts, press, service, &vote, rated))
}

fn thank(texts: Texts, press: &Press, service: &Service, vote: &Vote, rated: Rated) -> Vec<Reply> {
    let own = OwnRating {
        service: vote.service,
        point: None,
        mark: vote.mark,
        comment: None,
        day: vote.day,
        case_due: vote.case_due,
    };
    let withdrawn =
        vote.case_due.is_none() && rated.before.is_some_and(|before| before.opens_case(Mark::LOW));
    let name = service.names.in_language(texts.language());
    let toast =
        if rated.before == Some(vote.mark) { texts.toast_mark_known() } else { texts.toast_mark_kept() };
    vec![press.toast(toast), press.show(views::thanks(texts, rated.rating, &own, name, withdrawn))]
}

/// The vote was kept when the same press came before; only its number is missing.
async fn known(ctx: &Ctx, vote: &Vote) -> Result<Rated, StoreError> {
    let (service, voter, day) = (vote.service, vote.voter.clone(), vote.day);
    let found = ctx
        .store
        .read(|conn| Box::pin(async move { ratings::of_day(conn, service, &voter, day).await }))
        .await?;
    let (rating, mark) = found.ok_or_else(|| StoreError::unknown("rating of", day.to_string()))?;
    Ok(Rated { rating, before: Some(mark) })
}

/// The other buttons of citizens: another language, another mark, a comment or none.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    match press.button.clone() {
        Button::RateIn { point, language } => {
            Ok(vec![press.show(ask(&turn.catalogue, &point, Texts::new(language)))])
        }
        Button::ChangeMark { rating, language } => {
            change_mark(&turn.in_language(language), &press, rating).await
        }
        Button::Comment { rating, language } => {
            ask_comment(&turn.in_language(language), &press, rating).await
        }
        Button::NoComment { rating, language } => {
            no_comment(&turn.in_language(language), &press, rating).await
        }
        _ => Ok(Vec::new()),
    }
}

async fn change_mark(turn: &Turn, press: &Press, rating: RatingId) -> Answer {
    let own = own(turn, rating).await?;
    let today = own.filter(|own| own.day == turn.today).and_then(|own| own.point);
    Ok(match today {
        Some(code) => vec![press.show(ask(&turn.catalogue, &code, turn.texts))],
        None => vec![press.alert(turn.texts.toast_only_today()), press.show(views::not_today(turn.texts))],
    })
}

async fn ask_comment(turn: &Turn, press: &Press, rating: RatingId) -> Answer {
    if own(turn, rating).await?.is_none() {
        return Ok(vec![
            press.alert(turn.texts.toast_only_today()),
            press.show(views::not_today(turn.texts)),
        ]);
    }
    let (key, now) = (turn.key(), turn.now);
    let state =
        State::Comment(Comment { rating, language: turn.texts.language(), message_id: press.message_id });
    turn.keep(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &state, now).await?) })).await?;
    Ok(vec![press.show(views::ask_comment(turn.texts, rating))])
}

async fn no_comment(turn: &Turn, press: &Press, rating: RatingId) -> Answer {
    turn.stop_waiting().await?;
    Ok(match own(turn, rating).await? {
        Some(own) => vec![press.show(thanks(turn, rating, &own))],
        None => vec![press.show(views::not_today(turn.texts))],
    })
}

/// The words that were asked for: what names a person in them is covered before they are kept.
pub(super) async fn commented(turn: Turn, comment: Comment, text: String) -> Answer {
    let turn = turn.in_language(comment.language);
    let masked = mask_comment(&text);
    if masked.is_empty() {
        return Ok(vec![View::plain(turn.texts.comment_empty()).send()]);
    }
    let (now, voter) = (turn.now, voter(&turn));
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                Ok::<_, NotDone>(ratings::comment(conn, comment.rating, &voter, &masked, now).await?)
            })
        })
        .await?;
    if kept == Some(false) {
        return Ok(vec![views::not_today(turn.texts).send()]);
    }
    let mut replies = vec![View::plain(turn.texts.comment_kept()).send()];
    // The message that asked shows the rating again, now with its comment.
    if let (Some(own), Some(_)) = (own(&turn, comment.rating).await?, comment.message_id) {
        replies.insert(0, thanks(&turn, comment.rating, &own).replace(comment.message_id));
    }
    Ok(replies)
}

/// Instead of the words something else came.
pub(super) fn only_words(texts: Texts) -> Vec<Reply> {
    vec![View::plain(texts.comment_only_words()).send()]
}

fn thanks(turn: &Turn, rating: RatingId, own: &OwnRating) -> View {
    let service = turn.catalogue.services.get(&own.service);
    let name = service.map(|found| found.names.in_language(turn.texts.language())).unwrap_or_default();
    views::thanks(turn.texts, rating, own, name, false)
}

async fn own(turn: &Turn, rating: RatingId) -> Result<Option<OwnRating>, StoreError> {
    let voter = voter(turn);
    turn.read(|conn| Box::pin(async move { ratings::own(conn, rating, &voter).await })).await
}

fn voter(turn: &Turn) -> String {
    turn.ctx.secret.voter(turn.today.year(), turn.telegram_id)
}

fn place<'a>(catalogue: &'a Catalogue, code: &str) -> Option<(&'a Point, &'a Service)> {
    let point = catalogue.points.get(code)?;
    Some((point, catalogue.services.get(&point.service)?))
}
