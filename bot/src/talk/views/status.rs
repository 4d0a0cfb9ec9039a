//! The plan in a few lines for the deputy hokim, and the list of what is overdue.

use chrono::NaiveDate;
use domain::answers::LastWord;
use domain::buttons::{Button, LeaderAct};
use domain::compliance::Rate;
use domain::reminders::{PAGE, Page};
use locales::{Html, Texts, dates, numbers, words};

use super::{View, key, pager, shortened};
use crate::reply::{Key, Keyboard};
use crate::talk::figures::Counted;

/// How much of a measure's text and of an organisation's name a line shows, in characters.
const LINE_ROOM: usize = 60;

/// So many numbers stand beside one another on a phone.
const NUMBERS_IN_A_ROW: usize = 5;

/// The figures of a day.
pub(crate) struct Status {
    /// The day.
    pub(crate) today: NaiveDate,
    /// The figures.
    pub(crate) counted: Counted,
    /// Whether the person controls, and may remind of what is overdue.
    pub(crate) leads: bool,
    /// The names of the organisations that are most behind, with how many they have overdue.
    pub(crate) worst: Vec<(String, u64)>,
    /// The panel's address.
    pub(crate) panel: String,
}

/// The plan in a few lines.
pub(crate) fn status(texts: Texts, status: &Status) -> View {
    let language = texts.language();
    let mut counts = vec![
        rate(texts, status.counted.rate, status.today),
        texts.status_overdue(status.counted.overdue),
        texts.status_review(status.counted.under_review),
        texts.status_due_soon(status.counted.due_soon),
    ];
    counts.extend(blocked(texts, &status.counted));
    let title = texts.status_title(dates::date_with_weekday(language, status.today));
    let keyboard = Keyboard::new()
        .row([
            key(texts.button_reviews(), &Button::Reviews { page: 0 }),
            key(texts.button_overdue(), &Button::Overdue { page: 0 }),
        ])
        .row(status.leads.then(|| leading(texts)).into_iter().flatten())
        .row([Key::open(texts.button_panel(), status.panel.as_str())]);
    View { text: Html::paragraphs(&[title, Html::lines(&counts), worst(texts, &status.worst)]), keyboard }
}

/// Where something stands in the way, when it does anywhere.
pub(super) fn blocked(texts: Texts, counted: &Counted) -> Option<Html> {
    (counted.blocked > 0).then(|| texts.status_blocked(counted.blocked))
}

/// What a controller does about it.
fn leading(texts: Texts) -> [Key; 2] {
    [
        key(texts.button_call(), &Button::Lead(LeaderAct::AskToCall)),
        key(texts.button_sheet(), &Button::Lead(LeaderAct::Sheet)),
    ]
}

/// How much was reported on time.
pub(super) fn rate(texts: Texts, rate: Option<Rate>, today: NaiveDate) -> Html {
    let language = texts.language();
    match rate {
        Some(rate) => texts.status_rate(
            numbers::integer(language, to_i64(rate.part())),
            numbers::integer(language, to_i64(rate.whole())),
            dates::quarter(language, today),
            numbers::percent(language, f64::from(rate.per_mille()) / 1000.0, 1),
        ),
        None => texts.status_no_rate(),
    }
}

/// The organisations that are most behind.
pub(super) fn worst(texts: Texts, organisations: &[(String, u64)]) -> Html {
    if organisations.is_empty() {
        return texts.status_all_good();
    }
    let mut rows = vec![texts.status_worst()];
    for (number, (name, overdue)) in (1_usize..).zip(organisations) {
        rows.push(texts.status_worst_line(*overdue, number, shortened(name, LINE_ROOM)));
    }
    Html::lines(&rows)
}

/// Something that is overdue.
pub(crate) struct OverdueLine {
    /// The name of the organisation.
    pub(crate) organisation: String,
    /// What is to be done.
    pub(crate) text: String,
    /// Until when it was to be done.
    pub(crate) due: NaiveDate,
    /// What was said last,
    pub(crate) said: Option<LastWord>,
    /// and the day that was promised.
    pub(crate) promised: Option<NaiveDate>,
    /// Its page in the panel.
    pub(crate) page: String,
}

/// A page of what is overdue, the longest overdue first.
pub(crate) fn overdue(texts: Texts, page: &Page<'_, OverdueLine>, total: usize, today: NaiveDate) -> View {
    let status = key(texts.button_status(), &Button::Status);
    if total == 0 {
        return View { text: texts.overdue_none(), keyboard: Keyboard::new().row([status]) };
    }
    let (mut rows, mut opens) = (Vec::new(), Vec::new());
    for (number, one) in (page.number * PAGE + 1..).zip(page.lines) {
        let left = dates::time_left(texts.language(), one.due, today);
        let (name, text) = (shortened(&one.organisation, LINE_ROOM), shortened(&one.text, LINE_ROOM));
        rows.push(texts.overdue_line(left, number, name, text));
        rows.extend(one.said.map(|word| said(texts, word, one.promised)));
        opens.push(Key::open(number.to_string(), one.page.as_str()));
    }
    let mut paragraphs = vec![texts.overdue_title(total), Html::lines(&rows)];
    if page.of > 1 {
        paragraphs.push(texts.tasks_page(page.of, page.number + 1));
    }
    let pages = pager(texts, page.number, page.of, |page| Button::Overdue { page });
    View { text: Html::paragraphs(&paragraphs), keyboard: numbers_to_open(&opens).row(pages).row([status]) }
}

/// What was said last.
fn said(texts: Texts, word: LastWord, promised: Option<NaiveDate>) -> Html {
    let said = words::last_word(texts, word);
    match promised {
        Some(day) => texts.overdue_promised(said, dates::date_short(texts.language(), day)),
        None => texts.tasks_answer(said),
    }
}

/// The numbers of the lines, each of which opens its page.
fn numbers_to_open(keys: &[Key]) -> Keyboard {
    keys.chunks(NUMBERS_IN_A_ROW).fold(Keyboard::new(), |keyboard, row| keyboard.row(row.iter().cloned()))
}

pub(super) fn to_i64(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
