//! What an officer sees after an answer: what was kept, who looks at it, and what may follow.

use chrono::NaiveDate;
use domain::answers::{AnswerKind, Cause};
use domain::buttons::{Button, Follow};
use domain::ids::{AnswerId, ObligationId};
use domain::obligation::is_late;
use domain::written::TEXT_LIMIT;
use locales::{Html, Texts, dates, words};
use store::obligations::ObligationView;

use super::calendar::{Choice, calendar};
use super::item::{deadline, measure};
use super::{NAME_ROOM, View, key, shortened};
use crate::reply::{Key, Keyboard};

/// An answer that was kept.
pub(crate) struct Kept<'a> {
    /// The obligation.
    pub(crate) one: &'a ObligationView,
    /// The answer.
    pub(crate) answer: AnswerId,
    /// What was answered.
    pub(crate) kind: AnswerKind,
    /// The day that was promised.
    pub(crate) promised: Option<NaiveDate>,
    /// The name of who will look at a report, when there is somebody.
    pub(crate) controller: Option<&'a str>,
}

/// The answer was kept, and something may follow.
pub(crate) fn kept(texts: Texts, kept: &Kept<'_>) -> View {
    let ask = match kept.kind {
        AnswerKind::Done => Some(texts.answer_ask_evidence(TEXT_LIMIT)),
        AnswerKind::InProgress if kept.promised.is_some() => None,
        AnswerKind::InProgress => Some(texts.answer_ask_day(TEXT_LIMIT)),
        AnswerKind::Blocked => Some(texts.answer_ask_reason(TEXT_LIMIT)),
        AnswerKind::NothingToReport => Some(texts.answer_ask_why_nothing(TEXT_LIMIT)),
    };
    let mut paragraphs = about(texts, kept);
    paragraphs.extend(ask);
    View { text: Html::paragraphs(&paragraphs), keyboard: keyboard(texts, kept) }
}

/// The report was made by its proof; what was attached is told in a message of its own.
pub(crate) fn reported(texts: Texts, kept: &Kept<'_>) -> View {
    let take_back = Button::Follow(Follow::TakeBack { obligation: kept.one.id });
    let keyboard = Keyboard::new().row([
        key(texts.button_take_back(), &take_back),
        key(texts.button_to_tasks(), &Button::Tasks { page: 0 }),
    ]);
    View { text: Html::paragraphs(&about(texts, kept)), keyboard }
}

/// The question whether a report is to be taken back, with what comes of it.
pub(crate) fn ask_take_back(texts: Texts, one: &ObligationView, today: NaiveDate) -> View {
    let mut about = vec![measure(texts, one)];
    about.extend(deadline(texts, one));
    let mut next = vec![texts.answer_taken_back_is_open()];
    if is_late(one.due, today) {
        next.push(texts.answer_taken_back_late());
    }
    let sure = Button::Follow(Follow::TakenBack { obligation: one.id, version: one.state_version });
    View {
        text: Html::paragraphs(&[texts.answer_ask_take_back(), Html::lines(&about), Html::lines(&next)]),
        keyboard: Keyboard::new().row([
            key(texts.button_take_back_sure(), &sure),
            key(texts.button_back(), &Button::Task { obligation: one.id }),
        ]),
    }
}

/// What was kept, and what comes of it.
fn about(texts: Texts, kept: &Kept<'_>) -> Vec<Html> {
    let (one, kind) = (kept.one, kept.kind);
    let title = texts.answer_kept(words::answer_kind(texts, kind));
    let sign = match kind {
        AnswerKind::Done | AnswerKind::NothingToReport => "👁",
        AnswerKind::InProgress => "🔵",
        AnswerKind::Blocked => "⛔",
    };
    let mut next = match kept.controller {
        _ if !kind.is_report() => vec![stays_open(texts, one, kept.promised)],
        Some(name) => vec![texts.answer_goes_to_review(shortened(name, NAME_ROOM))],
        None => vec![texts.answer_goes_to_control()],
    };
    if kind == AnswerKind::NothingToReport {
        next.insert(0, texts.answer_nothing_needs_acceptance());
    }
    let mut about = vec![measure(texts, one)];
    if kind.is_report() {
        about.extend(deadline(texts, one));
    }
    vec![texts.item_signed(sign, title), Html::lines(&about), Html::lines(&next)]
}

/// The obligation stays open until its due day, whatever was promised.
fn stays_open(texts: Texts, one: &ObligationView, promised: Option<NaiveDate>) -> Html {
    let day = |day| dates::date_with_weekday(texts.language(), day);
    let Some(promised) = promised else { return texts.answer_stays_open(day(one.due)) };
    let due = if promised > one.due {
        texts.answer_promised_after_due(day(one.due))
    } else {
        texts.answer_stays_open(day(one.due))
    };
    Html::lines(&[texts.answer_promised(day(promised)), due])
}

fn keyboard(texts: Texts, kept: &Kept<'_>) -> Keyboard {
    let (obligation, answer, kind) = (kept.one.id, kept.answer, kept.kind);
    let finish = |label| key(label, &Button::Finish { obligation });
    let back = key(texts.button_to_tasks(), &Button::Tasks { page: 0 });
    let month = Button::Follow(Follow::Month { answer, month: kept.promised.unwrap_or(kept.one.due) });
    match kind {
        AnswerKind::Done => Keyboard::new()
            .row([record_key(texts, obligation), finish(texts.button_without_evidence())])
            .row([back]),
        AnswerKind::InProgress if kept.promised.is_some() => Keyboard::new()
            .row([key(texts.button_other_day(), &month), finish(texts.button_finish())])
            .row([back]),
        AnswerKind::InProgress => Keyboard::new()
            .row([key(texts.button_choose_day(), &month), finish(texts.button_finish())])
            .row([back]),
        AnswerKind::Blocked | AnswerKind::NothingToReport => {
            let causes: Vec<_> =
                Cause::of(kind).iter().map(|cause| cause_key(texts, answer, *cause)).collect();
            let rows = causes.chunks(2).fold(Keyboard::new(), |keyboard, row| keyboard.row(row.to_vec()));
            rows.row([finish(texts.button_finish()), back])
        }
    }
}

fn cause_key(texts: Texts, answer: AnswerId, cause: Cause) -> Key {
    let label = match cause {
        Cause::NoMoney => texts.button_cause_no_money(),
        Cause::Others => texts.button_cause_others(),
        Cause::Technical => texts.button_cause_technical(),
        Cause::NoRequests => texts.button_cause_no_requests(),
        Cause::DoneBefore => texts.button_cause_done_before(),
        Cause::NotOurs => texts.button_cause_not_ours(),
    };
    key(label, &Button::Follow(Follow::Because { answer, cause }))
}

pub(super) fn record_key(texts: Texts, obligation: ObligationId) -> Key {
    key(texts.button_record(), &Button::Follow(Follow::Record { obligation }))
}

/// A month from which the promised day is chosen: a working day, today or later. The due day does not move with it.
pub(crate) fn choose_day(
    texts: Texts,
    one: &ObligationView,
    answer: AnswerId,
    choice: &Choice<'_>,
    shown: NaiveDate,
) -> View {
    let keyboard = calendar(
        texts,
        shown,
        choice,
        |day| Button::Follow(Follow::Promise { answer, day }),
        |month| Button::Follow(Follow::Month { answer, month }),
    );
    let back = key(texts.button_back(), &Button::Follow(Follow::Kept { answer }));
    let mut about = vec![measure(texts, one)];
    about.extend(deadline(texts, one));
    let text = Html::paragraphs(&[texts.answer_choose_day(), Html::lines(&about)]);
    View { text, keyboard: keyboard.row([back]) }
}

/// "Done" needs a proof here: nothing is reported yet.
pub(crate) fn ask_proof(texts: Texts, one: &ObligationView) -> View {
    let mut about = vec![measure(texts, one)];
    about.extend(deadline(texts, one));
    let text = Html::paragraphs(&[
        texts.answer_ask_proof(domain::evidence::PROVING_WORDS),
        Html::lines(&about),
        texts.answer_not_reported_yet(),
    ]);
    let back = key(texts.button_back(), &Button::Task { obligation: one.id });
    View { text, keyboard: Keyboard::new().row([record_key(texts, one.id), back]) }
}
