//! A citizen's rating: one press stores the mark. Everything else, reasons, a comment or another mark, comes after it.
//!
//! A press on a mark is the busiest thing that the bot does: it takes the catalogue in memory and one commit.

use std::sync::Arc;
use std::time::Duration;

use domain::buttons::{Button, FindAct, FindStep, VisitAct, VisitStep};
use domain::clock::tashkent_day;
use domain::ids::{RatingId, ServiceId};
use domain::language::{Language, Names};
use domain::ratings::Mark;
use locales::Texts;
use store::opinions::{self, Opinion};
use store::organisations::{Catalogue, Point, Service};
use store::ratings::{self, OwnRating, Rated, Vote};
use store::{Conn, NotDone, StoreError, forgetting, responses, visits};

use super::opinion::{self, Own};
use super::turn::{Answer, Press, Turn};
use super::views::{self, GivenMark, View};
use super::visit::NotTaken;
use super::{comment, find, language, visit};
use crate::ctx::Ctx;
use crate::incoming::Incoming;
use crate::reply::Reply;

/// So long the question waits for the count of its opening.
const PATIENCE: Duration = Duration::from_millis(200);

/// The question for whoever opened the link of a point.
pub(super) fn ask(catalogue: &Catalogue, code: &str, texts: Texts) -> View {
    let Some((point, service)) = place(catalogue, code) else { return not_valid(catalogue, code, texts) };
    let (name, place) = named(catalogue, service.id, Some(point), texts);
    views::question(texts, code, &name, &place)
}

/// The same, or what is asked first where a mark needs a visit code.
pub(super) async fn ask_here(turn: &Turn, code: &str) -> Result<View, anyhow::Error> {
    match place(&turn.catalogue, code) {
        Some((point, service)) if point.asks_for_code => visit::ask(turn, service.id, Some(point)).await,
        _ => Ok(ask(&turn.catalogue, code, turn.texts)),
    }
}

/// What a service is called, and where it is given.
pub(super) fn named(
    catalogue: &Catalogue,
    service: ServiceId,
    point: Option<&Point>,
    texts: Texts,
) -> (String, String) {
    let language = texts.language();
    let nowhere = Names::default();
    let at = point.map_or(&nowhere, |point| &point.names);
    let Some(found) = catalogue.whereabouts(service, at) else { return (String::new(), String::new()) };
    let names = std::iter::once(&found.organisation.names).chain(found.place.filter(|_| point.is_some()));
    let place: Vec<&str> = names.map(|names| names.in_language(language)).collect();
    (found.service.names.in_language(language).to_owned(), place.join(" · "))
}

/// `/start r_…`, in the language that was chosen before, or in that of the phone. The opening is counted, nobody's.
pub(super) async fn opened(ctx: &Ctx, incoming: &Incoming, code: &str) -> Answer {
    let turn = Turn::begin(ctx, incoming).await?;
    if let Some((_, service)) = place(&turn.catalogue, code).filter(|(point, _)| !point.asks_for_code) {
        count_opening(ctx, incoming.update_id, service.id).await;
    }
    Ok(vec![ask_here(&turn, code).await?.send()])
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

/// Whether this button gives a mark: then it takes the short way.
pub(super) fn is_mark(button: &Button) -> bool {
    mark_of(button).is_some()
}

fn mark_of(button: &Button) -> Option<(Mark, Language)> {
    match button {
        Button::Rate { mark, language, .. }
        | Button::Find(FindStep { act: FindAct::Rate { mark, .. }, language })
        | Button::Visit(VisitStep { act: VisitAct::Rate(mark), language, .. }) => Some((*mark, *language)),
        _ => None,
    }
}

/// Which service is rated, and at which point; nowhere in particular when it was found by its name.
fn rated_at<'a>(catalogue: &'a Catalogue, button: &Button) -> Option<(Option<&'a Point>, &'a Service)> {
    match button {
        Button::Rate { point, .. } => place(catalogue, point).map(|(point, service)| (Some(point), service)),
        Button::Visit(step) => present(catalogue, &step.point).map(|(point, service)| (Some(point), service)),
        Button::Find(FindStep { act: FindAct::Rate { service, .. }, .. }) => {
            Some((None, catalogue.services.get(service)?))
        }
        _ => None,
    }
}

/// A press on a mark.
pub(super) async fn rated(ctx: &Ctx, incoming: &Incoming, press: &Press) -> Answer {
    let Some((mark, language)) = mark_of(&press.button) else { return Ok(Vec::new()) };
    let texts = Texts::new(language);
    let catalogue = ctx.store.catalogue().await?;
    let Some((point, service)) = rated_at(&catalogue, &press.button) else {
        return Ok(vec![press.show(not_rated(&catalogue, &press.button, texts))]);
    };
    let vote = Arc::new(vote(ctx, incoming, &catalogue, (point, service), mark).await?);
    let needs_code = point.map_or_else(|| catalogue.asks_everywhere(service.id), |point| point.asks_for_code);
    let brought = match &press.button {
        Button::Visit(step) => Some(visit::brought_by(ctx, incoming.from.id, vote.day, step.code)),
        _ => None,
    };
    let (to_keep, to_spend, now) = (Arc::clone(&vote), brought.clone(), ctx.clock.now());
    let kept: Result<_, NotDone> = ctx
        .commit(incoming.update_id, move |conn| {
            Box::pin(async move {
                if forgetting::asked_on(conn, &to_keep.voter, to_keep.day).await? {
                    return Ok(None);
                }
                let rated = if needs_code {
                    visits::rate(conn, &to_keep, to_spend.as_ref(), now).await?
                } else {
                    ratings::rate(conn, &to_keep, now).await?
                };
                Ok(Some((rated, before_now(conn, rated, &to_keep).await?)))
            })
        })
        .await;
    let not_taken = NotTaken { service: service.id, point, brought: brought.as_ref(), language };
    let (rated, own) = match kept {
        Ok(Some(Some(kept))) => kept,
        Ok(Some(None)) => return Ok(vec![press.alert(texts.toast_forgotten_today())]),
        Ok(None) => match known(ctx, &vote).await? {
            Some(known) => known,
            None if !needs_code => return gone(ctx, &vote, press, texts).await,
            None => return visit::not_taken(ctx, incoming, press, not_taken, None).await,
        },
        Err(NotDone::Refused(why)) => {
            return visit::not_taken(ctx, incoming, press, not_taken, Some(why)).await;
        }
        Err(NotDone::Failed(failure)) => return Err(failure.into()),
    };
    let own = own.unwrap_or_else(|| first(rated.rating, &vote));
    Ok(thank(texts, press, (service, catalogue.cases.low()), &own, rated))
}

async fn vote(
    ctx: &Ctx,
    incoming: &Incoming,
    catalogue: &Catalogue,
    (point, service): (Option<&Point>, &Service),
    mark: Mark,
) -> Result<Vote, StoreError> {
    let day = tashkent_day(ctx.clock.now());
    let week = catalogue.week_of(service.organisation);
    Ok(Vote {
        service: service.id,
        point: point.map(|point| point.id),
        organisation: service.organisation,
        voter: ctx.voter(day, incoming.from.id).await?,
        mark,
        day,
        case_due: catalogue.cases.due_of(mark, day, &catalogue.calendar, week),
        limits: catalogue.limits,
    })
}

/// A press that is brought again, and its vote is nobody's by now, or of yesterday: only the first is worth a word.
async fn gone(ctx: &Ctx, vote: &Vote, press: &Press, texts: Texts) -> Answer {
    let (voter, day) = (vote.voter.clone(), vote.day);
    let forgotten =
        ctx.store.read(|conn| Box::pin(async move { forgetting::asked_on(conn, &voter, day).await })).await?;
    Ok(forgotten.then(|| press.alert(texts.toast_forgotten_today())).into_iter().collect())
}

/// What is said to a mark of nothing that is there.
fn not_rated(catalogue: &Catalogue, button: &Button, texts: Texts) -> View {
    match button {
        Button::Rate { point, .. } => not_valid(catalogue, point, texts),
        Button::Visit(step) => not_valid(catalogue, &step.point, texts),
        _ => views::unknown_service(texts),
    }
}

/// A mark that stood there before may have a comment and reasons: those that do not fit the new mark go.
async fn before_now(conn: &mut Conn, rated: Rated, vote: &Vote) -> Result<Option<Own>, StoreError> {
    let Some(before) = rated.before else { return Ok(None) };
    if before != vote.mark {
        opinions::fit(conn, rated.rating, vote.mark).await?;
    }
    Own::find(conn, rated.rating, &vote.voter).await
}

/// A rating to which nothing could have been added yet.
fn first(rating: RatingId, vote: &Vote) -> Own {
    let given = OwnRating {
        service: vote.service,
        point: None,
        mark: vote.mark,
        comment: None,
        day: vote.day,
        case_due: vote.case_due,
    };
    Own { rating, given, opinion: Opinion::default() }
}

fn thank(
    texts: Texts,
    press: &Press,
    (service, low): (&Service, Mark),
    own: &Own,
    rated: Rated,
) -> Vec<Reply> {
    let Own { rating, given, opinion } = own;
    let withdrawn = given.case_due.is_none() && rated.before.is_some_and(|before| before.opens_case(low));
    let name = service.names.in_language(texts.language());
    let toast =
        if rated.before == Some(given.mark) { texts.toast_mark_known() } else { texts.toast_mark_kept() };
    let seen = GivenMark { rating: *rating, own: given, opinion, service: name };
    vec![press.toast(toast), press.show(views::thanks(texts, &seen, None, withdrawn))]
}

/// The vote was kept when the same press came before; only what stands now is missing. `None`: it was refused then, or is
/// nobody's by now.
async fn known(ctx: &Ctx, vote: &Vote) -> Result<Option<(Rated, Option<Own>)>, StoreError> {
    let (service, voter, day) = (vote.service, vote.voter.clone(), vote.day);
    ctx.store
        .read(|conn| {
            Box::pin(async move {
                let Some((rating, mark)) = ratings::of_day(conn, service, &voter, day).await? else {
                    return Ok(None);
                };
                let rated = Rated { rating, before: Some(mark) };
                Ok::<_, StoreError>(Some((rated, Own::find(conn, rating, &voter).await?)))
            })
        })
        .await
}

/// The other buttons of citizens: another language, another mark, a comment or none.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    match press.button.clone() {
        Button::RateIn { point, language } => {
            let asks = place(&turn.catalogue, &point).is_some_and(|(point, _)| point.asks_for_code);
            // The code that is waited for keeps the language itself.
            if !asks {
                language::remember(&turn, language).await?;
            }
            Ok(vec![press.show(ask_here(&turn.in_language(language), &point).await?)])
        }
        Button::ChangeMark { rating, language } => {
            change_mark(&turn.in_language(language), &press, rating).await
        }
        Button::Comment { rating, language } => {
            comment::ask(&turn.in_language(language), &press, rating).await
        }
        Button::NoComment { rating, language } => {
            comment::without(&turn.in_language(language), &press, rating).await
        }
        _ => Ok(Vec::new()),
    }
}

async fn change_mark(turn: &Turn, press: &Press, rating: RatingId) -> Answer {
    let own = opinion::own_of_today(turn, rating).await?;
    let Some(own) = own else { return Ok(opinion::only_today(turn, press)) };
    let point = own.given.point.filter(|code| turn.catalogue.points.contains_key(code));
    Ok(vec![press.show(match point {
        Some(code) => ask(&turn.catalogue, &code, turn.texts),
        None => find::question(&turn.catalogue, own.given.service, turn.texts),
    })])
}

/// What is said to a link by which nothing can be rated: no longer, or never.
pub(super) fn not_valid(catalogue: &Catalogue, code: &str, texts: Texts) -> View {
    match catalogue.former.get(code) {
        Some(present) => views::former_point(texts, present.as_deref()),
        None => views::unknown_point(texts),
    }
}

/// The point of a link in use, and its service.
fn place<'a>(catalogue: &'a Catalogue, code: &str) -> Option<(&'a Point, &'a Service)> {
    let point = catalogue.points.get(code)?;
    Some((point, catalogue.services.get(&point.service)?))
}

/// The same for the link of a slip, which leads on to the one that took its place.
pub(super) fn present<'a>(catalogue: &'a Catalogue, code: &str) -> Option<(&'a Point, &'a Service)> {
    let replaced = || place(catalogue, catalogue.former.get(code)?.as_deref()?);
    place(catalogue, code).or_else(replaced)
}
