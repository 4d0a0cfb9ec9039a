//! Visit codes: scanned from a slip, typed as a message, or missing at a point that asks for one.
//!
//! A code that is good stays behind the buttons of the question, so nothing is kept of whoever brought it; the mark spends it.

use chrono::NaiveDate;
use domain::buttons::{Button, VisitAct, VisitStep};
use domain::ids::{PointId, ServiceId};
use domain::language::Language;
use domain::refusal::Refusal;
use domain::visits::VisitCode;
use locales::{Texts, words};
use store::organisations::{Catalogue, Point};
use store::visits::{self, Brought, Worth};
use store::{NotDone, StoreError, ratings, responses};

use super::opinion::Own;
use super::state::{self, State, VisitWanted};
use super::turn::{Answer, Press, Turn};
use super::views::{self, View};
use super::{find, language, rating};
use crate::ctx::Ctx;
use crate::incoming::{Incoming, What};

/// What the store has to know of a code that somebody brings.
pub(super) fn brought_by(ctx: &Ctx, telegram_id: i64, day: NaiveDate, code: VisitCode) -> Brought {
    Brought { hash: ctx.secret.visit_code(&code), guesser: ctx.secret.guesser(day, telegram_id), day }
}

/// Asks for a code as one message, and waits for it.
pub(super) async fn ask(
    turn: &Turn,
    service: ServiceId,
    point: Option<&Point>,
) -> Result<View, anyhow::Error> {
    let wanted = VisitWanted { service, point: point.map(|point| point.id), language: turn.texts.language() };
    let (key, now, state) = (turn.key(), turn.now, State::VisitCode(wanted));
    turn.keep(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &state, now).await?) })).await?;
    let (name, place) = rating::named(&turn.catalogue, service, point, turn.texts);
    Ok(views::visit_wanted(turn.texts, service, point.map(|point| point.code.as_str()), &name, &place))
}

/// `/start v_…`: a slip.
pub(super) async fn scanned(turn: &Turn, link: &str, code: VisitCode) -> Answer {
    let Some((point, service)) = rating::present(&turn.catalogue, link) else {
        return Ok(vec![rating::not_valid(&turn.catalogue, link, turn.texts).send()]);
    };
    if !point.asks_for_code {
        return Ok(vec![rating::ask(&turn.catalogue, &point.code, turn.texts).send()]);
    }
    let language = turn.texts.language();
    let wanted = VisitWanted { service: service.id, point: Some(point.id), language };
    brought(turn, code, Some(wanted)).await
}

/// Words while a code is waited for.
pub(super) async fn typed(turn: Turn, what: What, wanted: VisitWanted) -> Answer {
    let What::Text { text, .. } = what else { return Ok(Vec::new()) };
    let turn = turn.in_language(wanted.language);
    match VisitCode::read(&text) {
        Ok(code) => brought(&turn, code, Some(wanted)).await,
        Err(misread) => match find::by_link(&turn, &text).await? {
            Some(replies) => Ok(replies),
            None => Ok(vec![views::visit_misread(turn.texts, misread).send()]),
        },
    }
}

/// A code, and where it is wanted; nowhere in particular when somebody simply sends it.
pub(super) async fn brought(turn: &Turn, code: VisitCode, wanted: Option<VisitWanted>) -> Answer {
    let by = brought_by(&turn.ctx, turn.telegram_id, turn.today, code);
    Ok(match try_code(turn, &by, wanted).await? {
        Worth::Good(at) => vec![question(turn, code, at, wanted).send()],
        Worth::Nothing(refusal) => vec![refused(turn, wanted, refusal).await?.send()],
    })
}

/// Looks at the code, counts a guess or an opened question, and stops waiting for a code that is good.
async fn try_code(turn: &Turn, by: &Brought, wanted: Option<VisitWanted>) -> Result<Worth, anyhow::Error> {
    let point = wanted.and_then(|wanted| wanted.point);
    let awaited_at = matches!(turn.state, Some(State::VisitCode(_))).then(|| turn.key());
    let spoken = State::Speaks(turn.texts.language());
    let (to_try, now, catalogue) = (by.clone(), turn.now, turn.catalogue.clone());
    let tried = turn
        .keep_beside(move |conn| {
            Box::pin(async move {
                let worth = visits::try_code(conn, &to_try, point, now).await?;
                if let Worth::Good(at) = worth {
                    if let Some(point) = catalogue.point(at) {
                        responses::opened(conn, point.service, to_try.day).await?;
                    }
                    if let Some(key) = awaited_at {
                        state::keep(conn, &key, &spoken, now).await?;
                    }
                }
                Ok::<_, NotDone>(worth)
            })
        })
        .await?;
    Ok(match tried {
        Some(worth) => worth,
        None => worth_now(turn, by).await?,
    })
}

async fn worth_now(turn: &Turn, by: &Brought) -> Result<Worth, StoreError> {
    let (by, now) = (by.clone(), turn.now);
    turn.read(|conn| Box::pin(async move { visits::look(conn, &by, now).await })).await
}

/// The question, when the code is of the place where it is wanted; otherwise which place it is of.
fn question(turn: &Turn, code: VisitCode, at: PointId, wanted: Option<VisitWanted>) -> View {
    let Some(point) = turn.catalogue.point(at) else { return views::former_point(turn.texts, None) };
    let (name, place) = rating::named(&turn.catalogue, point.service, Some(point), turn.texts);
    let is_there = wanted.is_none_or(|wanted| {
        wanted.service == point.service && wanted.point.is_none_or(|wanted| wanted == point.id)
    });
    if is_there {
        views::question_with_code(turn.texts, &point.code, code, &name, &place)
    } else {
        views::visit_elsewhere(turn.texts, &point.code, code, &name, &place)
    }
}

/// Why the code is not taken. Whoever scans the slip again after the mark sees the mark.
async fn refused(turn: &Turn, wanted: Option<VisitWanted>, refusal: Refusal) -> Result<View, anyhow::Error> {
    if let Some(wanted) = wanted.filter(|_| refusal == Refusal::VisitCodeUsed) {
        let (service, voter, today) = (wanted.service, turn.voter().await?, turn.today);
        let given = turn.read(|conn| {
            Box::pin(async move {
                match ratings::of_day(conn, service, &voter, today).await? {
                    Some((rating, _)) => Own::find(conn, rating, &voter).await,
                    None => Ok(None),
                }
            })
        });
        if let Some(own) = given.await? {
            return Ok(own.view(turn, None));
        }
    }
    Ok(views::visit_refused(turn.texts, &words::refusal(turn.texts, &refusal)))
}

/// The buttons of a citizen with a code, but for the marks, which take the short way.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Visit(VisitStep { point, code, language, act: VisitAct::Ask }) = press.button.clone() else {
        return Ok(Vec::new());
    };
    language::remember(&turn, language).await?;
    let turn = turn.in_language(language);
    Ok(vec![press.show(asked(&turn.catalogue, &point, code, turn.texts))])
}

fn asked(catalogue: &Catalogue, link: &str, code: VisitCode, texts: Texts) -> View {
    let Some((point, service)) = rating::present(catalogue, link) else {
        return rating::not_valid(catalogue, link, texts);
    };
    let (name, place) = rating::named(catalogue, service.id, Some(point), texts);
    views::question_with_code(texts, &point.code, code, &name, &place)
}

/// A mark that was not taken, for want of a code or for its fault.
pub(super) struct NotTaken<'a> {
    pub(super) service: ServiceId,
    pub(super) point: Option<&'a Point>,
    pub(super) brought: Option<&'a Brought>,
    pub(super) language: Language,
}

/// What is said to a mark that was not taken. `refusal`: why; none when that was said before and the press came again.
pub(super) async fn not_taken(
    ctx: &Ctx,
    incoming: &Incoming,
    press: &Press,
    mark: NotTaken<'_>,
    refusal: Option<Refusal>,
) -> Answer {
    let turn = Turn::begin(ctx, incoming).await?.in_language(mark.language);
    let Some(by) = mark.brought else {
        return Ok(vec![press.show(ask(&turn, mark.service, mark.point).await?)]);
    };
    let refusal = match refusal {
        Some(refusal) => refusal,
        None => match worth_now(&turn, by).await? {
            Worth::Nothing(refusal) => refusal,
            Worth::Good(_) => Refusal::VisitCodeUnknown,
        },
    };
    if refusal == Refusal::VisitCodeUnknown {
        let (by, point, now) = (by.clone(), mark.point.map(|point| point.id), turn.now);
        turn.keep_beside(move |conn| {
            Box::pin(async move { Ok(visits::try_code(conn, &by, point, now).await?) })
        })
        .await?;
    }
    Ok(vec![press.show(views::visit_refused(turn.texts, &words::refusal(turn.texts, &refusal)))])
}
