//! What a citizen adds to a mark by single taps: reasons and criteria. Everything is optional, and kept by the tap itself.

use domain::buttons::{Button, OpinionAct};
use domain::ids::RatingId;
use locales::Html;
use store::opinions::{self, Opinion};
use store::ratings::{self, OwnRating};
use store::{Conn, NotDone, StoreError};

use super::language;
use super::turn::{Answer, Press, Turn};
use super::views::{self, GivenMark, View};
use crate::reply::Reply;

/// A rating with what was added to it.
pub(super) struct Own {
    pub(super) rating: RatingId,
    pub(super) given: OwnRating,
    pub(super) opinion: Opinion,
}

impl Own {
    /// The rating of this number, when it is this voter's.
    pub(super) async fn find(
        conn: &mut Conn,
        rating: RatingId,
        voter: &str,
    ) -> Result<Option<Self>, StoreError> {
        let Some(given) = ratings::own(conn, rating, voter).await? else { return Ok(None) };
        Ok(Some(Self { rating, given, opinion: opinions::of(conn, rating).await? }))
    }

    /// How it looks in the language of this turn. `title`: what has just been done.
    pub(super) fn view(&self, turn: &Turn, title: Option<Html>) -> View {
        views::thanks(turn.texts, &self.seen(turn), title, false)
    }

    fn seen<'a>(&'a self, turn: &'a Turn) -> GivenMark<'a> {
        let service = turn.catalogue.services.get(&self.given.service);
        let service = service.map(|found| found.names.in_language(turn.texts.language())).unwrap_or_default();
        GivenMark { rating: self.rating, own: &self.given, opinion: &self.opinion, service }
    }
}

/// The rating of this number, when whoever speaks gave it.
pub(super) async fn own(turn: &Turn, rating: RatingId) -> Result<Option<Own>, StoreError> {
    let voter = turn.voter().await?;
    turn.read(|conn| Box::pin(async move { Own::find(conn, rating, &voter).await })).await
}

/// The same, when it was given today: only then it is changed.
pub(super) async fn own_of_today(turn: &Turn, rating: RatingId) -> Result<Option<Own>, StoreError> {
    Ok(own(turn, rating).await?.filter(|own| own.given.day == turn.today))
}

/// The rating is another's, or of another day.
pub(super) fn only_today(turn: &Turn, press: &Press) -> Vec<Reply> {
    vec![press.alert(turn.texts.toast_only_today()), press.show(views::not_today(turn.texts))]
}

/// A press under the message of a rating.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Opinion(step) = press.button else { return Ok(Vec::new()) };
    let turn = turn.in_language(step.language);
    let found = match step.act {
        OpinionAct::Show | OpinionAct::Privacy => own(&turn, step.rating).await?,
        _ => own_of_today(&turn, step.rating).await?,
    };
    let Some(own) = found else { return Ok(only_today(&turn, &press)) };
    match step.act {
        OpinionAct::Show => {
            show(&turn).await?;
            Ok(vec![press.show(own.view(&turn, None))])
        }
        OpinionAct::Privacy => Ok(vec![press.show(views::privacy_of_mark(
            turn.texts,
            step.rating,
            &turn.public_page("privacy"),
        ))]),
        OpinionAct::Ask(criterion) => {
            Ok(vec![press.show(views::criterion(turn.texts, &own.seen(&turn), criterion))])
        }
        OpinionAct::Tick { .. } | OpinionAct::Judge { .. } => {
            keep(&turn, &press, step.rating, step.act).await
        }
    }
}

/// Whoever goes back to the mark does not write the comment that was asked for; its language is that of what comes next.
async fn show(turn: &Turn) -> Result<(), NotDone> {
    if turn.waits() {
        return turn.stop_waiting().await;
    }
    language::remember(turn, turn.texts.language()).await
}

async fn keep(turn: &Turn, press: &Press, rating: RatingId, act: OpinionAct) -> Answer {
    let voter = turn.voter().await?;
    turn.keep(move |conn| {
        Box::pin(async move {
            let kept = match act {
                OpinionAct::Tick { reason, ticked } => {
                    opinions::tick(conn, rating, &voter, reason, ticked).await
                }
                OpinionAct::Judge { criterion, mark } => {
                    opinions::judge(conn, rating, &voter, criterion, mark).await
                }
                OpinionAct::Show | OpinionAct::Ask(_) | OpinionAct::Privacy => Ok(true),
            };
            kept.map_err(NotDone::from)
        })
    })
    .await?;
    // What stands now is shown: a reason that fits no more, since the mark was changed elsewhere, is simply not there.
    let Some(own) = own(turn, rating).await? else { return Ok(only_today(turn, press)) };
    let texts = turn.texts;
    Ok(match act {
        OpinionAct::Judge { criterion, .. } => match criterion.next() {
            Some(next) => vec![
                press.toast(texts.toast_criterion_kept()),
                press.show(views::criterion(texts, &own.seen(turn), next)),
            ],
            None => vec![press.toast(texts.toast_thanks_all()), press.show(own.view(turn, None))],
        },
        OpinionAct::Tick { ticked: false, .. } => {
            vec![press.toast(texts.toast_reason_gone()), press.show(own.view(turn, None))]
        }
        _ => vec![press.toast(texts.toast_reason_kept()), press.show(own.view(turn, None))],
    })
}
