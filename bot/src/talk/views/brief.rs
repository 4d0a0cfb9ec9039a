//! The brief of the morning for controllers, and reminding of what is overdue by hand.

use chrono::{DateTime, NaiveDate, Utc};
use domain::buttons::{Button, LeaderAct};
use domain::compliance::Rate;
use locales::{Html, Texts, dates, numbers};
use pictures::Card;
use serde::{Deserialize, Serialize};
use store::escalation::Vacancy;

use super::escalation::vacancies;
use super::status::{blocked, rate, to_i64, worst};
use super::{LINE_ROOM, NAME_ROOM, View, key, shortened};
use crate::reply::{Key, Keyboard};
use crate::talk::figures::Counted;

/// What the brief of a morning tells.
pub(crate) struct Brief {
    /// The day.
    pub(crate) today: NaiveDate,
    /// The figures.
    pub(crate) counted: Counted,
    /// Requests for more time that wait for a decision.
    pub(crate) extensions: u64,
    /// Long overdue, and come up to the brief.
    pub(crate) escalated: u64,
    /// Low marks that nobody answered in time, and the one that waits the longest.
    pub(crate) cases: Option<LateCases>,
    /// What the brief before told, and of which day that was.
    pub(crate) before: Option<(NaiveDate, Told)>,
    /// The names of the organisations that are most behind.
    pub(crate) worst: Vec<(String, u64)>,
    /// Where nobody is reached, each with the name of the organisation.
    pub(crate) vacancies: Vec<(String, Vacancy)>,
    /// The panel's address.
    pub(crate) panel: String,
}

/// Low marks that nobody answered in time.
#[derive(Clone, Debug)]
pub(crate) struct LateCases {
    /// How many.
    pub(crate) number: u64,
    /// The name of the organisation whose case waits the longest,
    pub(crate) organisation: String,
    /// that of the service,
    pub(crate) service: String,
    /// and until when it was to be answered.
    pub(crate) due: NaiveDate,
}

/// The figures that a brief told: kept for the next one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Told {
    pub(crate) overdue: u64,
    pub(crate) under_review: u64,
    pub(crate) due_soon: u64,
    /// In tenths of a per cent.
    pub(crate) rate: Option<u16>,
}

impl Told {
    /// What a brief of these figures tells.
    pub(crate) fn of(counted: &Counted) -> Self {
        Self {
            overdue: counted.overdue,
            under_review: counted.under_review,
            due_soon: counted.due_soon,
            rate: counted.rate.map(Rate::per_mille),
        }
    }
}

/// The brief of a morning.
pub(crate) fn brief(texts: Texts, brief: &Brief) -> View {
    let mut counts = vec![rate(texts, brief.counted.rate, brief.today)];
    counts.extend(changing_counts(texts, brief));
    counts.extend(blocked(texts, &brief.counted));
    if brief.extensions > 0 {
        counts.push(texts.brief_extensions(brief.extensions));
    }
    if brief.escalated > 0 {
        counts.push(texts.brief_escalated(brief.escalated));
    }
    counts.extend(brief.cases.iter().flat_map(|late| late_cases(texts, late, brief.today)));
    let title = texts.brief_title(dates::date_with_weekday(texts.language(), brief.today));
    let mut paragraphs = vec![title, Html::lines(&counts), worst(texts, &brief.worst)];
    paragraphs.extend(vacancies(texts, &brief.vacancies));
    paragraphs.extend(
        brief
            .before
            .filter(|(_, told)| changes(&Told::of(&brief.counted), told))
            .map(|(day, _)| texts.brief_since(dates::date_short(texts.language(), day))),
    );
    let mut keyboard = Keyboard::new();
    if brief.counted.overdue > 0 {
        keyboard = keyboard.row([
            key(texts.button_call(), &Button::Lead(LeaderAct::AskToCall)),
            key(texts.button_overdue(), &Button::Overdue { page: 0 }),
        ]);
    }
    let keyboard = keyboard
        .row([
            key(texts.button_reviews(), &Button::Reviews { page: 0 }),
            key(texts.button_sheet(), &Button::Lead(LeaderAct::Sheet)),
        ])
        .row(brief.cases.iter().map(|_| {
            let page = format!("{}/ratings", brief.panel.trim_end_matches('/'));
            Key::open(texts.button_late_cases(), page)
        }))
        .row([
            key(texts.button_no_brief(), &Button::Lead(LeaderAct::NoBrief)),
            Key::open(texts.button_panel(), brief.panel.as_str()),
        ]);
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

/// Whether the brief of the morning comes, and the button that changes it.
pub(crate) fn brief_wanted(texts: Texts, wanted: bool) -> View {
    let (text, label, act) = if wanted {
        (texts.brief_is_on(), texts.button_no_brief(), LeaderAct::NoBrief)
    } else {
        (texts.brief_is_off(), texts.button_brief(), LeaderAct::Brief)
    };
    let keyboard =
        Keyboard::new().row([key(label, &Button::Lead(act)), key(texts.button_status(), &Button::Status)]);
    View { text, keyboard }
}

/// How many low marks nobody answered in time, and the one that waits the longest.
fn late_cases(texts: Texts, late: &LateCases, today: NaiveDate) -> [Html; 2] {
    let left = dates::time_left(texts.language(), late.due, today);
    let (organisation, service) =
        (shortened(&late.organisation, LINE_ROOM), shortened(&late.service, LINE_ROOM));
    [texts.brief_late_cases(late.number), texts.brief_latest_case(left, organisation, service)]
}

/// Whether a count has changed that the brief tells.
fn changes(now: &Told, before: &Told) -> bool {
    let counts = |told: &Told| (told.overdue, told.under_review, told.due_soon);
    counts(now) != counts(before)
}

/// The weekly card in words: what the picture says for those who cannot see it.
pub(crate) fn card_caption(texts: Texts, card: &Card, counted: &Counted) -> Html {
    let language = texts.language();
    let title =
        texts.card_caption(dates::date_short(language, card.from), dates::date_short(language, card.to));
    Html::lines(&[
        title,
        rate(texts, counted.rate, card.today),
        texts.status_overdue(counted.overdue),
        texts.status_review(counted.under_review),
        texts.status_due_soon(counted.due_soon),
    ])
}

/// The counts, each with its change since the brief before, where there is one.
fn changing_counts(texts: Texts, brief: &Brief) -> [Html; 3] {
    let (now, before) = (Told::of(&brief.counted), brief.before.map(|(_, told)| told));
    let change = |count: fn(&Told) -> u64| {
        let step = to_i64(count(&now)) - to_i64(count(&before?));
        let step = i32::try_from(step).ok().filter(|step| *step != 0)?;
        Some(numbers::change(texts.language(), f64::from(step), 0))
    };
    [
        match change(|told| told.overdue) {
            Some(change) => texts.brief_overdue(change, now.overdue),
            None => texts.status_overdue(now.overdue),
        },
        match change(|told| told.under_review) {
            Some(change) => texts.brief_review(change, now.under_review),
            None => texts.status_review(now.under_review),
        },
        match change(|told| told.due_soon) {
            Some(change) => texts.brief_due_soon(change, now.due_soon),
            None => texts.status_due_soon(now.due_soon),
        },
    ]
}

/// A reminder by hand: whom it reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    /// So many people get a message.
    pub(crate) people: usize,
    /// About so many things that are overdue.
    pub(crate) items: usize,
    /// So many were reminded within the hours below, and are left alone.
    pub(crate) recent: usize,
    /// These hours.
    pub(crate) hours: i64,
    /// When the messages go out, when not at once.
    pub(crate) later: Option<DateTime<Utc>>,
    /// Of so many things that are overdue nobody can be reminded …
    pub(crate) unheard: usize,
    /// … at these organisations.
    pub(crate) silent: Vec<String>,
}

/// So many organisations are named at which nobody can be reminded.
const SILENT: usize = 5;

/// Whether to remind.
pub(crate) fn call_asked(texts: Texts, call: &Call) -> View {
    let mut paragraphs = vec![texts.call_ask(call.items, call.people)];
    paragraphs.extend(remarks(texts, call));
    let keyboard = Keyboard::new()
        .row([key(texts.button_call_now(), &Button::Lead(LeaderAct::Call))])
        .row([key(texts.button_back(), &Button::Status)]);
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

/// They are reminded.
pub(crate) fn call_done(texts: Texts, call: &Call) -> View {
    let mut paragraphs = vec![texts.call_done(call.items, call.people)];
    paragraphs.extend(remarks(texts, call));
    View { text: Html::paragraphs(&paragraphs), keyboard: back(texts) }
}

/// There is nobody to remind.
pub(crate) fn call_nobody(texts: Texts, call: &Call) -> View {
    let paragraphs: Vec<_> =
        [texts.call_nobody(call.hours)].into_iter().chain(unheard(texts, call)).collect();
    View { text: Html::paragraphs(&paragraphs), keyboard: back(texts) }
}

fn back(texts: Texts) -> Keyboard {
    Keyboard::new().row([
        key(texts.button_status(), &Button::Status),
        key(texts.button_overdue(), &Button::Overdue { page: 0 }),
    ])
}

/// What cannot be reminded of.
fn unheard(texts: Texts, call: &Call) -> Option<Html> {
    let shown: Vec<_> = call.silent.iter().take(SILENT).map(|name| shortened(name, NAME_ROOM)).collect();
    let mut names = shown.join(", ");
    if call.silent.len() > SILENT {
        names.push_str(" …");
    }
    (call.unheard > 0).then(|| texts.call_unheard(call.unheard, names))
}

fn remarks(texts: Texts, call: &Call) -> Vec<Html> {
    let recent = (call.recent > 0).then(|| texts.call_recent(call.hours, call.recent));
    let later = call.later.map(|moment| texts.call_later(dates::moment(texts.language(), moment)));
    recent.into_iter().chain(later).chain(unheard(texts, call)).collect()
}
