//! One obligation: what is asked, until when, and the four answers.

use chrono::NaiveDate;
use domain::answers::AnswerKind;
use domain::buttons::{Button, Follow, MoreTime};
use domain::clock::tashkent_day;
use domain::deadline::Period;
use domain::evidence::Need;
use domain::ids::ObligationId;
use domain::obligation::{Standing, State};
use locales::ready::in_own_language;
use locales::{Html, Texts, dates, words};
use store::obligations::ObligationView;

use super::hand_over::{Hand, doer, hand_key};
use super::{MEASURE_ROOM, MECHANISM_ROOM, NAME_ROOM, View, emoji, key, shortened};
use crate::reply::{Key, Keyboard};

/// When a person hears of an obligation again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Later {
    /// Until when they have put it off, while that lies ahead.
    pub(crate) put_off: Option<NaiveDate>,
    /// The days to which they can put it off.
    pub(crate) days: Vec<NaiveDate>,
}

/// One obligation as its officer sees it; `returned` is the reason of the last return, while that is what counts.
pub(crate) fn item(
    texts: Texts,
    one: &ObligationView,
    returned: Option<&str>,
    (hand, later): (&Hand, &Later),
    today: NaiveDate,
) -> View {
    let mut paragraphs = vec![Html::lines(&[title(texts, one, today), measure(texts, one)])];
    let mut state = deadline(texts, one);
    if let Some(at) = one.asked_more_at {
        state.push(texts.item_extension_waits(dates::date_short(texts.language(), tashkent_day(at))));
    }
    state.push(last_answer(texts, one));
    state.extend(
        one.promised.map(|day| texts.answer_promised(dates::date_with_weekday(texts.language(), day))),
    );
    state.extend(doer(texts, one, hand));
    if let Some(reason) = returned.filter(|_| one.state == State::Returned) {
        state.push(texts.item_returned(in_own_language(texts, reason).as_ref()));
    }
    if let Some(day) = later.put_off {
        state.push(texts.item_put_off(dates::date_with_weekday(texts.language(), day)));
    }
    if one.evidence == Need::Required && matches!(one.state, State::Open | State::Returned) {
        state.push(texts.item_evidence_required());
    }
    paragraphs.push(Html::lines(&state));
    if !one.mechanism.uz_latn.trim().is_empty() {
        paragraphs
            .push(texts.item_result(shortened(one.mechanism.in_language(texts.language()), MECHANISM_ROOM)));
    }
    View { text: Html::paragraphs(&paragraphs), keyboard: keyboard(texts, one, (hand, later), today) }
}

/// What is asked, whole, by which point of which decree and, when it comes again and again, for what.
pub(super) fn measure(texts: Texts, one: &ObligationView) -> Html {
    let mut rows = vec![
        texts.item_measure(shortened(one.text.in_language(texts.language()), MEASURE_ROOM)),
        texts.item_basis(one.measure_number, shortened(&one.plan_number, NAME_ROOM)),
    ];
    if one.period != Period::Once {
        rows.push(texts.item_period(words::period(texts, one.period)));
    }
    Html::lines(&rows)
}

/// The day that counts and, when it is another, the day of the plan.
pub(super) fn deadline(texts: Texts, one: &ObligationView) -> Vec<Html> {
    let mut rows = vec![texts.item_deadline(dates::date_with_weekday(texts.language(), one.due))];
    if let Some(before) = one.extended_from {
        rows.push(texts.item_deadline_extended(dates::date_with_weekday(texts.language(), before)));
    } else if one.original_due != one.due {
        let planned = dates::date_with_weekday(texts.language(), one.original_due);
        rows.push(texts.item_deadline_shifted(planned));
    }
    rows
}

fn title(texts: Texts, one: &ObligationView, today: NaiveDate) -> Html {
    let standing = one.standing(today);
    let left = (one.due - today).num_days();
    let title = match standing {
        Standing::Overdue { days } => texts.item_overdue(days),
        Standing::DueToday => texts.item_due_today(),
        Standing::DueSoon { days } => texts.item_days_left(days),
        Standing::NotStarted | Standing::Working => texts.item_days_left(left),
        Standing::UnderReview { late: false } => texts.item_review(),
        Standing::UnderReview { late: true } => texts.item_review_late(),
        Standing::Done { late: false } => texts.item_done(),
        Standing::Done { late: true } => texts.item_done_late(),
        Standing::Cancelled => texts.item_cancelled(),
    };
    texts.item_title(emoji(standing), title)
}

fn last_answer(texts: Texts, one: &ObligationView) -> Html {
    match (one.last_answer, one.last_answer_at) {
        (Some(kind), Some(at)) => {
            let day = dates::date_short(texts.language(), tashkent_day(at));
            texts.item_last_answer(words::answer_kind(texts, kind), day)
        }
        _ => texts.item_no_answer(),
    }
}

fn keyboard(
    texts: Texts,
    one: &ObligationView,
    (hand, later): (&Hand, &Later),
    today: NaiveDate,
) -> Keyboard {
    let back = key(texts.button_to_tasks(), &Button::Tasks { page: 0 });
    match one.state {
        State::Open | State::Returned => {}
        State::Reported => {
            let attach = Button::Follow(Follow::Attach { obligation: one.id });
            let take_back = Button::Follow(Follow::TakeBack { obligation: one.id });
            return Keyboard::new()
                .row([key(texts.button_attach(), &attach), key(texts.button_take_back(), &take_back)])
                .row([back]);
        }
        State::Accepted | State::Cancelled => return Keyboard::new().row([back]),
    }
    let answer = |label: String, kind| key(label, &answer_button(one.id, kind, one));
    let keyboard = Keyboard::new()
        .row([
            answer(texts.button_answer_done(), AnswerKind::Done),
            answer(texts.button_answer_in_progress(), AnswerKind::InProgress),
        ])
        .row([
            answer(texts.button_answer_blocked(), AnswerKind::Blocked),
            answer(texts.button_answer_nothing(), AnswerKind::NothingToReport),
        ])
        .row(more_time(texts, one).into_iter().chain(hand_key(texts, one, hand)));
    // Their labels are too long to stand beside one another.
    let days = later.days.iter().map(|day| snooze_key(texts, one.id, *day, today));
    days.fold(keyboard, |keyboard, key| keyboard.row([key])).row([back])
}

/// The way to more time, unless it is asked for already.
fn more_time(texts: Texts, one: &ObligationView) -> Option<Key> {
    let ask = Button::MoreTime(MoreTime::Ask { obligation: one.id, month: one.due });
    one.asked_more_at.is_none().then(|| key(texts.button_more_time(), &ask))
}

fn snooze_key(texts: Texts, obligation: ObligationId, until: NaiveDate, today: NaiveDate) -> Key {
    let label = match (until - today).num_days() {
        1 => texts.button_snooze_tomorrow(),
        _ => texts.button_snooze_on(dates::day_month(texts.language(), until)),
    };
    key(label, &Button::Snooze { obligation, until })
}

fn answer_button(obligation: ObligationId, kind: AnswerKind, one: &ObligationView) -> Button {
    Button::Answer { obligation, kind, seen: seen(one) }
}

/// The moment of the last answer as buttons carry it: an answer is taken once for what its message showed.
pub(crate) fn seen(one: &ObligationView) -> i64 {
    one.last_answer_at.map_or(0, |at| at.timestamp_millis())
}
