//! More time: the officer's two screens, the request as control sees it, and what became of it.

use chrono::NaiveDate;
use domain::buttons::{Button, MoreTime};
use domain::extension::{Asking, LONGEST_DAYS, WhyMore, WhyNot};
use domain::ids::ObligationId;
use domain::reminders::{PAGE, Page};
use locales::ready::in_own_language;
use locales::{Html, Texts, dates};
use store::obligations::{Extension, ObligationView};

use super::calendar::{Choice, calendar};
use super::item::measure;
use super::{LINE_ROOM, MEASURE_ROOM, NAME_ROOM, View, key, pager, shortened};
use crate::reply::{Key, Keyboard};

/// The first screen: until which day. `shown` is a day of the month that is shown.
pub(crate) fn ask_day(texts: Texts, one: &ObligationView, choice: &Choice<'_>, shown: NaiveDate) -> View {
    let obligation = one.id;
    let due = dates::date_with_weekday(texts.language(), one.due);
    let text = Html::paragraphs(&[texts.extension_ask_day(due, LONGEST_DAYS), measure(texts, one)]);
    let keyboard = calendar(
        texts,
        shown,
        choice,
        |day| Button::MoreTime(MoreTime::Until { obligation, day }),
        |month| Button::MoreTime(MoreTime::Ask { obligation, month }),
    );
    View { text, keyboard: keyboard.row([key(texts.button_back(), &Button::Task { obligation })]) }
}

/// The second screen: why.
pub(crate) fn ask_why(texts: Texts, one: &ObligationView, day: NaiveDate) -> View {
    let obligation = one.id;
    let reason = |reason: WhyMore| {
        let label = match reason {
            WhyMore::Others => texts.button_why_others(),
            WhyMore::Volume => texts.button_why_volume(),
            WhyMore::Funding => texts.button_why_funding(),
            WhyMore::Technical => texts.button_why_technical(),
        };
        key(label, &Button::MoreTime(MoreTime::For { obligation, day, reason }))
    };
    let keyboard = Keyboard::new()
        .row([reason(WhyMore::Others), reason(WhyMore::Volume)])
        .row([reason(WhyMore::Funding), reason(WhyMore::Technical)])
        .row([key(texts.button_back(), &Button::MoreTime(MoreTime::Ask { obligation, month: day }))]);
    let date = dates::date_with_weekday(texts.language(), day);
    View { text: Html::paragraphs(&[texts.extension_ask_reason(date), measure(texts, one)]), keyboard }
}

/// The request was sent.
pub(crate) fn more_time_asked(texts: Texts, asked: &Extension) -> View {
    let text = Html::paragraphs(&[
        texts.extension_sent(),
        Html::lines(&about(texts, asked, None)),
        texts.extension_sent_next(),
    ]);
    let keyboard = Keyboard::new().row([
        key(texts.button_open_task(), &task(asked.obligation)),
        key(texts.button_withdraw(), &Button::MoreTime(MoreTime::Withdraw { extension: asked.id })),
    ]);
    View { text, keyboard }
}

/// A request as control sees it: to be decided while it waits, and the plain truth afterwards. `page` is its obligation's.
pub(crate) fn request(texts: Texts, asked: &Extension, organisation: &str, page: &str) -> View {
    let extension = asked.id;
    let mut keyboard = Keyboard::new();
    let title = match asked.state {
        Asking::Asked => {
            keyboard = keyboard.row([
                key(texts.button_grant(), &Button::MoreTime(MoreTime::Grant { extension })),
                key(texts.button_refuse(), &Button::MoreTime(MoreTime::Refuse { extension })),
            ]);
            texts.extension_title()
        }
        Asking::Granted => texts.extension_granted(),
        Asking::Refused => texts.extension_refused(),
        Asking::Withdrawn => texts.extension_withdrawn(),
    };
    let mut paragraphs = vec![title, Html::lines(&about(texts, asked, Some(organisation)))];
    let by = asked.decider.as_deref().map(|name| shortened(name, NAME_ROOM));
    let mut decision: Vec<Html> = match asked.state {
        Asking::Withdrawn => by.map(|name| texts.extension_withdrawn_by(name)),
        _ => by.map(|name| texts.extension_decided_by(name)),
    }
    .into_iter()
    .collect();
    decision.extend(asked.decision.as_deref().map(|reason| refusal_reason(texts, reason)));
    if matches!(asked.state, Asking::Granted | Asking::Refused) {
        decision.push(texts.review_officer_is_told());
    }
    if !decision.is_empty() {
        paragraphs.push(Html::lines(&decision));
    }
    let keyboard = keyboard.row([
        key(texts.button_to_extensions(), &Button::MoreTime(MoreTime::List { page: 0 })),
        Key::open(texts.button_panel(), page),
    ]);
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

/// The question why more time is refused, with the ready reasons.
pub(crate) fn ask_why_not(texts: Texts, asked: &Extension, organisation: &str) -> View {
    let extension = asked.id;
    let keyboard = WhyNot::ALL.into_iter().fold(Keyboard::new(), |keyboard, reason| {
        let label = match reason {
            WhyNot::NotJustified => texts.button_whynot_not_justified(),
            WhyNot::TimeEnough => texts.button_whynot_time_enough(),
            WhyNot::Urgent => texts.button_whynot_urgent(),
        };
        keyboard.row([key(label, &Button::MoreTime(MoreTime::RefuseFor { extension, reason }))])
    });
    let text = Html::paragraphs(&[
        texts.extension_ask_refusal(),
        Html::lines(&about(texts, asked, Some(organisation))),
    ]);
    let back = key(texts.button_back(), &Button::MoreTime(MoreTime::Show { extension }));
    View { text, keyboard: keyboard.row([back]) }
}

/// A page of the requests that wait, the oldest first; with each the name of its organisation.
pub(crate) fn requests(texts: Texts, page: &Page<'_, (Extension, String)>, total: usize) -> View {
    let to_reviews = key(texts.button_reviews(), &Button::Reviews { page: 0 });
    if total == 0 {
        return View { text: texts.extensions_none(), keyboard: Keyboard::new().row([to_reviews]) };
    }
    let day = |day| dates::date_short(texts.language(), day);
    let (mut rows, mut keyboard) = (Vec::new(), Keyboard::new());
    for (number, (asked, organisation)) in (page.number * PAGE + 1..).zip(page.lines) {
        let (name, text) = (
            shortened(organisation, LINE_ROOM),
            shortened(asked.text.in_language(texts.language()), LINE_ROOM),
        );
        let label = format!("{number}. {name}");
        rows.push(texts.extensions_line(day(asked.due_before), number, name, text, day(asked.wanted)));
        keyboard = keyboard.row([key(label, &Button::MoreTime(MoreTime::Show { extension: asked.id }))]);
    }
    let mut closing = Vec::new();
    if page.of > 1 {
        closing.push(texts.tasks_page(page.of, page.number + 1));
    }
    closing.push(texts.extensions_hint());
    let pages = pager(texts, page.number, page.of, |page| Button::MoreTime(MoreTime::List { page }));
    View {
        text: Html::paragraphs(&[texts.extensions_title(total), Html::lines(&rows), Html::lines(&closing)]),
        keyboard: keyboard.row(pages).row([to_reviews]),
    }
}

/// What the officer hears: more time was granted or refused, why, and what comes next. `due` is the day that counts now.
pub(crate) fn more_time_decided(texts: Texts, asked: &Extension, due: NaiveDate) -> View {
    let date = |day| dates::date_with_weekday(texts.language(), day);
    let measure = texts.item_measure(shortened(asked.text.in_language(texts.language()), MEASURE_ROOM));
    let text = match asked.state {
        Asking::Granted => Html::paragraphs(&[
            texts.extension_granted(),
            Html::lines(&[
                measure,
                texts.extension_new_due(date(asked.granted.unwrap_or(due))),
                texts.extension_old_due(date(asked.due_before)),
            ]),
            texts.news_extension_granted_next(),
        ]),
        _ => Html::paragraphs(&[
            texts.extension_refused(),
            measure,
            Html::lines(&[
                refusal_reason(texts, asked.decision.as_deref().unwrap_or_default()),
                texts.news_extension_refused_next(date(due)),
            ]),
        ]),
    };
    let open = key(texts.button_open_task(), &task(asked.obligation));
    View { text, keyboard: Keyboard::new().row([open]) }
}

/// What is asked, by whom, and why.
fn about(texts: Texts, asked: &Extension, organisation: Option<&str>) -> Vec<Html> {
    let date = |day| dates::date_with_weekday(texts.language(), day);
    let mut rows =
        vec![texts.item_measure(shortened(asked.text.in_language(texts.language()), MEASURE_ROOM))];
    rows.extend(organisation.map(|name| Html::escape(&shortened(name, NAME_ROOM))));
    if let Some(granted) = asked.granted {
        rows.push(texts.extension_new_due(date(granted)));
        rows.push(texts.extension_old_due(date(asked.due_before)));
    } else {
        rows.push(texts.extension_due(date(asked.due_before)));
        rows.push(texts.extension_wanted(date(asked.wanted)));
    }
    if organisation.is_some() {
        let moment = dates::moment(texts.language(), asked.asked_at);
        rows.push(texts.extension_asked_by(moment, shortened(&asked.asker, NAME_ROOM)));
    }
    rows.push(texts.review_reason(in_own_language(texts, &asked.reason).as_ref()));
    rows
}

/// Why more time is refused, told apart from why it was asked for.
fn refusal_reason(texts: Texts, reason: &str) -> Html {
    texts.extension_refusal_reason(in_own_language(texts, reason).as_ref())
}

fn task(obligation: ObligationId) -> Button {
    Button::Task { obligation }
}
