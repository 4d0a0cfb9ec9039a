//! The second look at accepted reports.

use domain::buttons::{Button, SecondLook};
use domain::clock::tashkent_day;
use domain::recheck::{Recheck, WhyFalls};
use domain::reminders::{PAGE, Page};
use locales::ready::in_own_language;
use locales::{Html, Texts, dates};
use store::rechecks::RecheckView;

use super::{LINE_ROOM, MEASURE_ROOM, NAME_ROOM, View, key, pager, shortened};
use crate::reply::{Key, Keyboard};

/// One re-check: to be decided while it waits, and the plain truth afterwards. `page` is the obligation's.
pub(crate) fn recheck(texts: Texts, one: &RecheckView, organisation: &str, page: &str) -> View {
    let recheck = one.id;
    let mut keyboard = Keyboard::new();
    let mut paragraphs = Vec::new();
    match one.state {
        Recheck::Chosen => {
            paragraphs.push(texts.recheck_title());
            keyboard = keyboard.row([
                key(texts.button_stands(), &Button::SecondLook(SecondLook::Stands { recheck })),
                key(texts.button_falls(), &Button::SecondLook(SecondLook::Falls { recheck })),
            ]);
        }
        Recheck::Stands => paragraphs.push(texts.recheck_stands()),
        Recheck::Falls => paragraphs.push(texts.recheck_falls()),
    }
    paragraphs.push(about(texts, one, organisation));
    match one.state {
        Recheck::Chosen => paragraphs.push(texts.recheck_hint()),
        Recheck::Falls => {
            let reason = one.reason.as_deref().unwrap_or_default();
            paragraphs.push(Html::lines(&[
                texts.review_reason(in_own_language(texts, reason).as_ref()),
                texts.review_officer_is_told(),
            ]));
        }
        Recheck::Stands => {}
    }
    let keyboard = keyboard.row([
        key(texts.button_to_reviews(), &Button::SecondLook(SecondLook::List { page: 0 })),
        Key::open(texts.button_panel(), page),
    ]);
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

/// The question why the report does not stand, with the ready reasons.
pub(crate) fn ask_why_falls(texts: Texts, one: &RecheckView, organisation: &str) -> View {
    let recheck = one.id;
    let keyboard = WhyFalls::ALL.into_iter().fold(Keyboard::new(), |keyboard, reason| {
        let label = match reason {
            WhyFalls::NotFound => texts.button_falls_not_found(),
            WhyFalls::NoProof => texts.button_falls_no_proof(),
            WhyFalls::Figures => texts.button_falls_figures(),
        };
        keyboard.row([key(label, &Button::SecondLook(SecondLook::FallsFor { recheck, reason }))])
    });
    let text = Html::paragraphs(&[texts.recheck_ask_reason(), about(texts, one, organisation)]);
    let back = key(texts.button_back(), &Button::SecondLook(SecondLook::Show { recheck }));
    View { text, keyboard: keyboard.row([back]) }
}

/// A page of what is to be re-checked, the oldest first; with each the name of its organisation.
pub(crate) fn rechecks(texts: Texts, page: &Page<'_, (RecheckView, String)>, total: usize) -> View {
    let to_reviews = key(texts.button_reviews(), &Button::Reviews { page: 0 });
    if total == 0 {
        return View { text: texts.rechecks_none(), keyboard: Keyboard::new().row([to_reviews]) };
    }
    let (mut rows, mut keyboard) = (Vec::new(), Keyboard::new());
    for (number, (one, organisation)) in (page.number * PAGE + 1..).zip(page.lines) {
        let (name, text) = (
            shortened(organisation, LINE_ROOM),
            shortened(one.text.in_language(texts.language()), LINE_ROOM),
        );
        let label = format!("{number}. {name}");
        let accepted = dates::date_short(texts.language(), tashkent_day(one.accepted_at));
        rows.push(texts.rechecks_line(accepted, number, name, text));
        keyboard = keyboard.row([key(label, &Button::SecondLook(SecondLook::Show { recheck: one.id }))]);
    }
    let mut closing = Vec::new();
    if page.of > 1 {
        closing.push(texts.tasks_page(page.of, page.number + 1));
    }
    closing.push(texts.rechecks_hint());
    let pages = pager(texts, page.number, page.of, |page| Button::SecondLook(SecondLook::List { page }));
    View {
        text: Html::paragraphs(&[texts.rechecks_title(total), Html::lines(&rows), Html::lines(&closing)]),
        keyboard: keyboard.row(pages).row([to_reviews]),
    }
}

/// What the organisation hears: its report does not stand.
pub(crate) fn recheck_fell(texts: Texts, one: &RecheckView) -> View {
    let reason = one.reason.as_deref().unwrap_or_default();
    let text = Html::paragraphs(&[
        texts.news_recheck_fell(),
        texts.item_measure(shortened(one.text.in_language(texts.language()), MEASURE_ROOM)),
        Html::lines(&[
            texts.review_reason(in_own_language(texts, reason).as_ref()),
            texts.news_recheck_next(),
        ]),
    ]);
    let open = key(texts.button_open_task(), &Button::Task { obligation: one.obligation });
    View { text, keyboard: Keyboard::new().row([open]) }
}

fn about(texts: Texts, one: &RecheckView, organisation: &str) -> Html {
    let moment = dates::moment(texts.language(), one.accepted_at);
    let mut rows = vec![
        texts.item_measure(shortened(one.text.in_language(texts.language()), MEASURE_ROOM)),
        Html::escape(&shortened(organisation, NAME_ROOM)),
    ];
    rows.extend(
        one.acceptor.as_deref().map(|name| texts.recheck_accepted(moment, shortened(name, NAME_ROOM))),
    );
    Html::lines(&rows)
}
