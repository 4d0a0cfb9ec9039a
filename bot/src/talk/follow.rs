//! The buttons of what follows an answer: the promised day, a ready reason, the proof, the files.

use std::sync::Arc;

use chrono::{Months, NaiveDate};
use domain::answers::{AnswerKind, Cause};
use domain::buttons::{Button, Follow};
use domain::ids::{AnswerId, ObligationId};
use domain::people::MayAnswer;
use domain::refusal::Refusal;
use locales::{Html, words};
use store::answers::{AnswerPlace, Piece};
use store::evidence::{self, Kind};
use store::obligations::{self, ObligationView};
use store::{NotDone, StoreError, answers};

use super::state::{self, Evidence, Proof, Record, State};
use super::turn::{Answer, Press, Turn};
use super::views::{self, Choice, Kept, View};
use super::{taking_back, tasks};
use crate::reply::{ALBUM, Reply};

/// So far ahead a day can be promised, in months.
const FARTHEST: u32 = 18;

/// So many files of an answer are sent into the chat.
const FILES: i64 = 50;

/// One's own answer, and the right to go on with it.
struct Own {
    right: MayAnswer,
    answer: AnswerId,
    place: AnswerPlace,
    one: ObligationView,
}

/// A button of what follows an answer.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Follow(button) = press.button else { return Ok(Vec::new()) };
    match button {
        Follow::Attach { obligation } => attach(&turn, &press, obligation).await,
        Follow::Record { obligation } => ask_record(&turn, &press, obligation).await,
        Follow::Files { obligation } => files(&turn, &press, obligation).await,
        Follow::TakeBack { obligation } => taking_back::ask(&turn, &press, obligation).await,
        Follow::TakenBack { obligation, version } => {
            taking_back::take_back(&turn, &press, obligation, version).await
        }
        Follow::Month { answer, .. }
        | Follow::Promise { answer, .. }
        | Follow::Because { answer, .. }
        | Follow::Kept { answer } => match own(&turn, answer).await? {
            Ok(own) => with_own(&turn, &press, button, &own).await,
            Err(refusal) => Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
        },
    }
}

async fn with_own(turn: &Turn, press: &Press, button: Follow, own: &Own) -> Answer {
    match button {
        Follow::Month { month, .. } => Ok(vec![press.show(month_of(turn, own, month))]),
        Follow::Promise { day, .. } => promise(turn, press, own, day).await,
        Follow::Because { cause, .. } => because(turn, press, own, cause).await,
        _ => {
            wait(turn, State::Evidence(Evidence { answer: own.answer, obligation: own.one.id })).await?;
            Ok(vec![press.show(kept_view(turn, own).await?)])
        }
    }
}

fn month_of(turn: &Turn, own: &Own, month: NaiveDate) -> View {
    let last = turn.today.checked_add_months(Months::new(FARTHEST)).unwrap_or(turn.today);
    let working = turn.catalogue.calendar.in_week(turn.catalogue.week_of(own.one.organisation));
    let choice = Choice { days: turn.today..=last, may: &|day| working.is_working(day) };
    views::choose_day(turn.texts, &own.one, own.answer, &choice, month)
}

/// Keeps the promised day; `false`: it was promised before.
async fn keep_promise(turn: &Turn, own: &Own, day: NaiveDate) -> Result<bool, NotDone> {
    let (right, answer, obligation) = (own.right, own.answer, own.one.id);
    let (key, now, today) = (turn.key(), turn.now, turn.today);
    let (catalogue, organisation) = (Arc::clone(&turn.catalogue), own.one.organisation);
    let new = turn
        .keep(move |conn| {
            Box::pin(async move {
                let working = catalogue.calendar.in_week(catalogue.week_of(organisation));
                let new = answers::promise(conn, &right, answer, (day, today), working, now).await?;
                let waits = State::Evidence(Evidence { answer, obligation });
                state::keep(conn, &key, &waits, now).await?;
                Ok(new)
            })
        })
        .await?;
    Ok(new == Some(true))
}

impl Own {
    /// The same answer, now with its promised day.
    fn promising(&self, day: NaiveDate) -> Self {
        let place = AnswerPlace { promised: Some(day), ..self.place };
        Self { place, one: self.one.clone(), ..*self }
    }
}

async fn promise(turn: &Turn, press: &Press, own: &Own, day: NaiveDate) -> Answer {
    let toast = match keep_promise(turn, own, day).await {
        Ok(true) => press.toast(turn.texts.toast_promised()),
        Ok(false) => press.toast(turn.texts.toast_promised_before()),
        Err(NotDone::Refused(refusal @ (Refusal::PromiseInThePast | Refusal::PromiseOnDayOff))) => {
            let why = words::refusal(turn.texts, &refusal);
            return Ok(vec![press.alert(why), press.show(month_of(turn, own, day.max(turn.today)))]);
        }
        Err(NotDone::Refused(refusal)) => {
            return tasks::refused_or_corrected(turn, press, own.one.id, refusal).await;
        }
        Err(NotDone::Failed(failure)) => return Err(failure.into()),
    };
    Ok(vec![toast, press.show(kept_view(turn, &own.promising(day)).await?)])
}

/// A day was typed where a promised one may be chosen; `None` when it is no answer that promises.
pub(super) async fn typed_day(
    turn: &Turn,
    answer: AnswerId,
    day: NaiveDate,
) -> anyhow::Result<Option<Vec<Reply>>> {
    let Ok(own) = own(turn, answer).await? else { return Ok(None) };
    if own.place.kind != AnswerKind::InProgress {
        return Ok(None);
    }
    Ok(Some(match keep_promise(turn, &own, day).await {
        Ok(_) => vec![kept_view(turn, &own.promising(day)).await?.send()],
        Err(NotDone::Refused(refusal)) => {
            let why = View::plain(Html::escape(&words::refusal(turn.texts, &refusal)));
            vec![why.send(), month_of(turn, &own, day.max(turn.today)).send()]
        }
        Err(NotDone::Failed(failure)) => return Err(failure.into()),
    }))
}

async fn because(turn: &Turn, press: &Press, own: &Own, cause: Cause) -> Answer {
    if !Cause::of(own.place.kind).contains(&cause) {
        return Ok(vec![press.alert(turn.texts.toast_old_button())]);
    }
    let (right, answer, obligation) = (own.right, own.answer, own.one.id);
    let (key, now, reason) = (turn.key(), turn.now, words::cause(turn.texts, cause));
    let piece = Piece { words: Some(reason.clone()), ..Piece::default() };
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                answers::add(conn, &right, answer, &piece, now).await?;
                let waits = State::Evidence(Evidence { answer, obligation });
                Ok(state::keep(conn, &key, &waits, now).await?)
            })
        })
        .await;
    match kept {
        Ok(_) => {
            let what = turn.texts.evidence_cause_kept(reason);
            let view = views::evidence_kept(turn.texts, &what, &own.one, own.place.kind);
            Ok(vec![press.toast(turn.texts.toast_cause_kept()), press.show(view)])
        }
        Err(NotDone::Refused(refusal)) => tasks::refused_or_corrected(turn, press, obligation, refusal).await,
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// The officer wants to add to what was answered last.
async fn attach(turn: &Turn, press: &Press, obligation: ObligationId) -> Answer {
    let own = match last_own(turn, obligation).await? {
        Ok(own) => own,
        Err(refusal) => return tasks::refused_or_corrected(turn, press, obligation, refusal).await,
    };
    let (right, answer) = (own.right, own.answer);
    let (key, now) = (turn.key(), turn.now);
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                answers::check_open(conn, &right, answer).await?;
                let waits = State::Evidence(Evidence { answer, obligation });
                Ok(state::keep(conn, &key, &waits, now).await?)
            })
        })
        .await;
    match kept {
        Ok(_) => Ok(vec![press.show(views::ask_more(turn.texts, &own.one))]),
        Err(NotDone::Refused(refusal)) => tasks::refused_or_corrected(turn, press, obligation, refusal).await,
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// The number of a record is asked for: as the proof that is waited for, or for the last answer.
async fn ask_record(turn: &Turn, press: &Press, obligation: ObligationId) -> Answer {
    let answer = match turn.state {
        Some(State::Proof(Proof { obligation: awaited, .. })) if awaited == obligation => None,
        Some(State::Record(Record { obligation: awaited, answer: None, .. })) if awaited == obligation => {
            None
        }
        _ => match last_own(turn, obligation).await? {
            Ok(own) => Some(own.answer),
            Err(refusal) => return tasks::refused_or_corrected(turn, press, obligation, refusal).await,
        },
    };
    wait(turn, State::Record(Record { obligation, answer, message_id: press.message_id })).await?;
    Ok(vec![press.show(views::ask_record(turn.texts, obligation, answer))])
}

/// The files of the last answer, for who decides about it or answers for it.
async fn files(turn: &Turn, press: &Press, obligation: ObligationId) -> Answer {
    let Ok(who) = turn.known() else {
        return Ok(vec![press.alert(words::refusal(turn.texts, &Refusal::NotAllowed))]);
    };
    let found = turn
        .read(|conn| {
            Box::pin(async move {
                let Some(one) = obligations::view(conn, obligation).await? else { return Ok(None) };
                let files = match answers::last(conn, obligation).await? {
                    Some(last) => evidence::in_telegram(conn, last.id, FILES).await?,
                    None => Vec::new(),
                };
                Ok(Some((one, files)))
            })
        })
        .await?;
    let tree = &turn.catalogue.tree;
    let seen = found.filter(|(one, _)| {
        who.may_decide(one.organisation, tree).is_ok() || who.may_answer(one.organisation, tree).is_ok()
    });
    let Some((_, files)) = seen else {
        return Ok(vec![press.alert(words::refusal(turn.texts, &Refusal::NotYours))]);
    };
    if files.is_empty() {
        return Ok(vec![press.alert(turn.texts.toast_no_files())]);
    }
    let mut replies = Vec::new();
    for photos in [true, false] {
        let sort: Vec<_> = files
            .iter()
            .filter(|file| (file.kind == Kind::Photo) == photos)
            .map(|file| file.telegram_file.clone())
            .collect();
        replies.extend(sort.chunks(ALBUM).map(|files| Reply::Files {
            photos,
            files: files.to_vec(),
            otherwise: turn.texts.files_not_sent(),
        }));
    }
    Ok(replies)
}

async fn kept_view(turn: &Turn, own: &Own) -> Result<View, StoreError> {
    let kind = own.place.kind;
    let controller = if kind.is_report() { tasks::controller(turn, &own.one).await? } else { None };
    let (promised, controller) = (own.place.promised, controller.as_deref());
    Ok(views::kept(turn.texts, &Kept { one: &own.one, answer: own.answer, kind, promised, controller }))
}

async fn wait(turn: &Turn, state: State) -> Result<(), NotDone> {
    let (key, now) = (turn.key(), turn.now);
    turn.keep(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &state, now).await?) })).await?;
    Ok(())
}

/// An answer of one's own.
async fn own(turn: &Turn, answer: AnswerId) -> Result<Result<Own, Refusal>, StoreError> {
    let Ok(who) = turn.known() else { return Ok(Err(Refusal::NotAllowed)) };
    let found = turn
        .read(|conn| {
            Box::pin(async move {
                let Some(place) = answers::place(conn, answer).await? else { return Ok(None) };
                Ok(obligations::view(conn, place.obligation).await?.map(|one| (place, one)))
            })
        })
        .await?;
    let Some((place, one)) = found.filter(|(place, _)| place.person == who.person) else {
        return Ok(Err(Refusal::NotYours));
    };
    let right = who.may_answer(one.organisation, &turn.catalogue.tree);
    Ok(right.map(|right| Own { right, answer, place, one }))
}

/// One's own answer, when it is the last one to the obligation.
async fn last_own(turn: &Turn, obligation: ObligationId) -> Result<Result<Own, Refusal>, StoreError> {
    let last = turn.read(|conn| Box::pin(answers::last(conn, obligation))).await?;
    match last {
        Some(last) => own(turn, last.id).await,
        None => Ok(Err(Refusal::NotYours)),
    }
}
