//! More time, as the officer asks for it: the day, the reason, sent.

use chrono::NaiveDate;
use domain::buttons::MoreTime;
use domain::extension::{Situation, WhyMore};
use domain::ids::{ExtensionId, ObligationId};
use domain::obligation::Life;
use domain::refusal::Refusal;
use locales::{Texts, words};
use store::NotDone;
use store::obligations::{self, Extension, ObligationView};

use super::state::{self, MoreTimeFor, State};
use super::tasks;
use super::turn::{Answer, Press, Turn};
use super::views::{self, Choice, View};

/// The officer's buttons.
pub(super) async fn pressed(turn: &Turn, press: &Press, button: MoreTime) -> Answer {
    match button {
        MoreTime::Ask { obligation, month } => {
            turn.stop_waiting().await?;
            match calendar(turn, obligation, month).await? {
                Ok(view) => Ok(vec![press.show(view)]),
                Err(refusal) => tasks::refused_or_corrected(turn, press, obligation, refusal).await,
            }
        }
        MoreTime::Until { obligation, day } => until(turn, press, obligation, day).await,
        MoreTime::For { obligation, day, reason } => {
            let asked = MoreTimeFor { obligation, day, message_id: press.message_id };
            match ask(turn, asked, ready(turn.texts, reason)).await? {
                Ok(Some(kept)) => {
                    let toast = press.toast(turn.texts.toast_extension_sent());
                    Ok(vec![toast, press.show(views::more_time_asked(turn.texts, &kept))])
                }
                Ok(None) => tasks::corrected(turn, press, obligation, turn.texts.toast_changed()).await,
                Err(refusal) => tasks::refused_or_corrected(turn, press, obligation, refusal).await,
            }
        }
        MoreTime::Withdraw { extension } => withdraw(turn, press, extension).await,
        _ => Ok(Vec::new()),
    }
}

/// The reason came in the officer's own words.
pub(super) async fn reason(turn: Turn, asked: MoreTimeFor, text: String) -> Answer {
    match ask(&turn, asked, text).await? {
        Ok(Some(kept)) => Ok(vec![views::more_time_asked(turn.texts, &kept).replace(asked.message_id)]),
        Ok(None) => Ok(Vec::new()),
        // The next words may be better ones.
        Err(refusal @ (Refusal::ReasonMissing | Refusal::ReasonTooLong)) => Ok(turn.refused(refusal)),
        Err(refusal) => {
            turn.stop_waiting().await?;
            Ok(turn.refused(refusal))
        }
    }
}

/// The days of a month from which the officer chooses.
async fn calendar(
    turn: &Turn,
    obligation: ObligationId,
    month: NaiveDate,
) -> Result<Result<View, Refusal>, anyhow::Error> {
    let (right, one) = match tasks::own(turn, obligation).await? {
        Ok(own) => own,
        Err(refusal) => return Ok(Err(refusal)),
    };
    Ok(in_situation(turn, &one, |situation| {
        situation.check_may_ask(&right)?;
        let working = turn.catalogue.calendar.in_week(turn.catalogue.week_of(one.organisation));
        // Only the working days themselves are offered: what is pressed is what will count.
        let offered = |day| situation.check_day(day, working) == Ok(day);
        let after_due = one.due.succ_opt().unwrap_or(one.due);
        let first = working.on_or_after(after_due.max(turn.today));
        let last = situation.latest();
        if first > last {
            return Err(Refusal::ExtensionTooFar);
        }
        let choice = Choice { days: first..=last, may: &offered };
        Ok(views::ask_day(turn.texts, &one, &choice, month))
    }))
}

/// The day was chosen: asks why.
async fn until(turn: &Turn, press: &Press, obligation: ObligationId, day: NaiveDate) -> Answer {
    let (right, one) = match tasks::own(turn, obligation).await? {
        Ok(own) => own,
        Err(refusal) => return tasks::refused_or_corrected(turn, press, obligation, refusal).await,
    };
    let working = turn.catalogue.calendar.in_week(turn.catalogue.week_of(one.organisation));
    let checked = in_situation(turn, &one, |situation| {
        situation.check_may_ask(&right)?;
        situation.check_day(day, working)
    });
    match checked {
        Ok(day) => {
            let (key, now) = (turn.key(), turn.now);
            let state = State::MoreTime(MoreTimeFor { obligation, day, message_id: press.message_id });
            turn.keep(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &state, now).await?) }))
                .await?;
            Ok(vec![press.show(views::ask_why(turn.texts, &one, day))])
        }
        // The day was good when the calendar was shown.
        Err(refusal @ (Refusal::ExtensionNotLater | Refusal::ExtensionTooFar)) => {
            let mut replies = vec![press.alert(words::refusal(turn.texts, &refusal))];
            if let Ok(view) = calendar(turn, obligation, day).await? {
                replies.push(press.show(view));
            }
            Ok(replies)
        }
        Err(refusal) => tasks::refused_or_corrected(turn, press, obligation, refusal).await,
    }
}

/// Keeps the request.
async fn ask(
    turn: &Turn,
    asked: MoreTimeFor,
    reason: String,
) -> Result<Result<Option<Extension>, Refusal>, anyhow::Error> {
    let right = match tasks::own(turn, asked.obligation).await? {
        Ok((right, _)) => right,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (now, catalogue) = (turn.now, std::sync::Arc::clone(&turn.catalogue));
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                let wish = (asked.day, reason.as_str());
                obligations::ask_more(conn, &right, asked.obligation, wish, &catalogue, now).await
            })
        })
        .await;
    match kept {
        Ok(kept) => Ok(Ok(kept)),
        Err(NotDone::Refused(refusal)) => Ok(Err(refusal)),
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

async fn withdraw(turn: &Turn, press: &Press, id: ExtensionId) -> Answer {
    let found = turn.read(|conn| Box::pin(obligations::extension(conn, id))).await?;
    let Some(asked) = found else {
        return Ok(vec![press.alert(words::refusal(turn.texts, &Refusal::NotYours))]);
    };
    let obligation = asked.obligation;
    let right = match tasks::own(turn, obligation).await? {
        Ok((right, _)) => right,
        Err(refusal) => return tasks::refused_or_corrected(turn, press, obligation, refusal).await,
    };
    let now = turn.now;
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move { obligations::withdraw_more(conn, &right, id, now).await.map(drop) })
        })
        .await;
    let done = match kept {
        Ok(_) => turn.texts.toast_extension_withdrawn(),
        Err(NotDone::Refused(refusal)) => words::refusal(turn.texts, &refusal),
        Err(NotDone::Failed(failure)) => return Err(failure.into()),
    };
    tasks::corrected(turn, press, obligation, done).await
}

/// Asks the rules about an obligation as it is now.
fn in_situation<T>(
    turn: &Turn,
    one: &ObligationView,
    ask: impl FnOnce(&Situation<'_>) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let life = Life {
        organisation: one.organisation,
        state: one.state,
        submitted_on: one.submitted_on,
        answered_by: None,
    };
    let undecided = one.asked_more_at.is_some();
    ask(&Situation { life: &life, due: one.due, undecided, today: turn.today })
}

/// A ready reason, as control will read it.
fn ready(texts: Texts, reason: WhyMore) -> String {
    match reason {
        WhyMore::Others => texts.ready_why_others(),
        WhyMore::Volume => texts.ready_why_volume(),
        WhyMore::Funding => texts.ready_why_funding(),
        WhyMore::Technical => texts.ready_why_technical(),
    }
}
