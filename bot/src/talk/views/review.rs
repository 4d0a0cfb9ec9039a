//! Reports as a controller sees them: the list, one report, and the question why it is returned.

use chrono::NaiveDate;
use domain::ageing::Ball;
use domain::buttons::{Button, Follow, MoreTime, ReadyReason, SecondLook, Together};
use domain::ids::ObligationId;
use domain::obligation::State;
use domain::reminders::{PAGE, Page};
use locales::ready::in_own_language;
use locales::{Html, Texts, dates, words};
use store::answers::Given;
use store::obligations::{Decision, Ending, ObligationView};

use super::item::{deadline, measure};
use super::{LINE_ROOM, NAME_ROOM, View, key, pager, shortened};
use crate::reply::{Key, Keyboard};

/// So many links and so many record numbers are shown; the panel shows all.
const LINKS: usize = 5;

/// How much of a name stands in a line after a press, in characters.
const BRIEF_NAME_ROOM: usize = 60;

/// How much of a link a report shows, in characters.
const LINK_ROOM: usize = 100;

/// A report with all that is said of it.
pub(crate) struct Report<'a> {
    /// The obligation.
    pub(crate) one: &'a ObligationView,
    /// The name of its organisation.
    pub(crate) organisation: &'a str,
    /// The last answer.
    pub(crate) answer: Option<&'a Given>,
    /// What became of it, when it waits no more.
    pub(crate) decision: Option<&'a Decision>,
    /// Its page in the panel.
    pub(crate) page: String,
}

/// One report: to be decided while it waits, and the plain truth afterwards. This is also what controllers get as news.
pub(crate) fn report(texts: Texts, report: &Report<'_>) -> View {
    let one = report.one;
    let mut keyboard = Keyboard::new();
    let title = match one.state {
        State::Reported => {
            keyboard = keyboard.row(decision_row(texts, one.id, one.state_version));
            texts.review_title()
        }
        _ if report.decision.is_some_and(|decision| decision.ending == Ending::TakenBack) => {
            texts.review_taken_back()
        }
        State::Accepted => texts.review_accepted(),
        State::Returned => texts.review_returned(),
        State::Cancelled => texts.review_cancelled(),
        State::Open => texts.review_decided(),
    };
    let files = report.answer.map_or(0, |answer| answer.files);
    if files > 0 {
        let shows = Button::Follow(Follow::Files { obligation: one.id });
        keyboard = keyboard.row([key(texts.button_files(files), &shows)]);
    }
    let keyboard = keyboard.row([
        key(texts.button_to_reviews(), &Button::Reviews { page: 0 }),
        Key::open(texts.button_panel(), report.page.as_str()),
    ]);
    let mut paragraphs = vec![title, about(texts, one, report.organisation), said(texts, report)];
    paragraphs.extend(report.decision.map(|decision| decided_by(texts, decision)));
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

/// Who decided and when, and why.
fn decided_by(texts: Texts, decision: &Decision) -> Html {
    let moment = dates::moment(texts.language(), decision.at);
    let mut rows = vec![texts.review_decided_by(moment, shortened(&decision.name, NAME_ROOM))];
    let reason = decision.reason.as_deref();
    rows.extend(reason.map(|reason| texts.review_reason(in_own_language(texts, reason).as_ref())));
    Html::lines(&rows)
}

/// What became of a report, in a line after a press.
pub(crate) fn ended(texts: Texts, decision: &Decision) -> String {
    let moment = dates::moment(texts.language(), decision.at);
    let name = shortened(&decision.name, BRIEF_NAME_ROOM);
    match decision.ending {
        Ending::Accepted => texts.toast_accepted_by(moment, name),
        Ending::Returned => texts.toast_returned_by(moment, name),
        Ending::Cancelled => texts.toast_cancelled_by(moment, name),
        Ending::TakenBack => texts.toast_taken_back_by(moment, name),
    }
}

/// The decision was kept; `reason` says why a report was returned.
pub(crate) fn decided(texts: Texts, one: &ObligationView, organisation: &str, reason: Option<&str>) -> View {
    let mut paragraphs = match reason {
        Some(_) => vec![texts.review_returned()],
        None => vec![texts.review_accepted()],
    };
    paragraphs.push(about(texts, one, organisation));
    paragraphs.extend(reason.map(|reason| texts.review_reason(in_own_language(texts, reason).as_ref())));
    paragraphs.push(texts.review_officer_is_told());
    let keyboard = Keyboard::new().row([key(texts.button_to_reviews(), &Button::Reviews { page: 0 })]);
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

/// The question why the report is returned, with the ready reasons.
pub(crate) fn ask_reason(texts: Texts, one: &ObligationView, organisation: &str) -> View {
    let (obligation, version) = (one.id, one.state_version);
    let labels = [
        (texts.button_reason_no_evidence(), ReadyReason::NoEvidence),
        (texts.button_reason_incomplete(), ReadyReason::Incomplete),
        (texts.button_reason_inaccurate(), ReadyReason::Inaccurate),
    ];
    let keyboard = labels.into_iter().fold(Keyboard::new(), |keyboard, (label, reason)| {
        keyboard.row([key(label, &Button::SendBackFor { obligation, version, reason })])
    });
    View {
        text: Html::paragraphs(&[texts.review_ask_reason(), about(texts, one, organisation)]),
        keyboard: keyboard.row([key(texts.button_back(), &Button::Review { obligation })]),
    }
}

/// A report that waits.
#[derive(Clone, Debug)]
pub(crate) struct ReviewLine {
    /// The obligation.
    pub(crate) one: ObligationView,
    /// The name of its organisation.
    pub(crate) organisation: String,
    /// Who has the ball, and for how long.
    pub(crate) ball: Option<Ball>,
}

/// What else waits for the same controller.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct MoreToDecide {
    /// Requests for more time.
    pub(crate) requests: usize,
    /// Accepted reports to be looked at once more.
    pub(crate) rechecks: usize,
}

/// A page of the reports that wait, the oldest first.
pub(crate) fn reviews(texts: Texts, page: &Page<'_, ReviewLine>, total: usize, more: MoreToDecide) -> View {
    if total == 0 {
        return View { text: texts.reviews_none(), keyboard: with_more(texts, Keyboard::new(), more) };
    }
    let language = texts.language();
    let mut rows = Vec::new();
    let mut keyboard = Keyboard::new();
    for (number, ReviewLine { one, organisation, ball }) in (page.number * PAGE + 1..).zip(page.lines) {
        let submitted = one.submitted_on.map(|day| dates::date_short(language, day)).unwrap_or_default();
        let (name, text) = (
            shortened(organisation, LINE_ROOM),
            shortened(one.text.in_language(texts.language()), LINE_ROOM),
        );
        let label = format!("{number}. {name}");
        rows.push(match ball {
            Some(ball) => {
                let (age, holder) = (words::held_for(texts, ball), words::holder(texts, ball.holder));
                texts.reviews_line_aged(age, submitted, holder, number, name, text)
            }
            None => texts.reviews_line(submitted, number, name, text),
        });
        keyboard = keyboard.row([key(label, &Button::Review { obligation: one.id })]);
    }
    let mut closing = Vec::new();
    if page.of > 1 {
        closing.push(texts.tasks_page(page.of, page.number + 1));
    }
    closing.push(texts.reviews_hint());
    let keyboard = keyboard
        .row(pager(texts, page.number, page.of, |page| Button::Reviews { page }))
        .row(accept_page(texts, page));
    View {
        text: Html::paragraphs(&[texts.reviews_title(total), Html::lines(&rows), Html::lines(&closing)]),
        keyboard: with_more(texts, keyboard, more),
    }
}

/// One report is accepted on its own screen; several can be at once.
fn accept_page(texts: Texts, page: &Page<'_, ReviewLine>) -> Option<Key> {
    let number = u32::try_from(page.number).unwrap_or_default();
    let button = Button::Together(Together::Ask { page: number });
    (page.lines.len() > 1).then(|| key(texts.button_accept_page(), &button))
}

/// The ways to what else waits, each on a row of its own.
fn with_more(texts: Texts, keyboard: Keyboard, more: MoreToDecide) -> Keyboard {
    let requests = (more.requests > 0)
        .then(|| key(texts.button_extensions(more.requests), &Button::MoreTime(MoreTime::List { page: 0 })));
    let rechecks = (more.rechecks > 0).then(|| {
        key(texts.button_rechecks(more.rechecks), &Button::SecondLook(SecondLook::List { page: 0 }))
    });
    keyboard.row(requests).row(rechecks)
}

fn decision_row(texts: Texts, obligation: ObligationId, version: i64) -> [Key; 2] {
    [
        key(texts.button_accept(), &Button::Accept { obligation, version }),
        key(texts.button_return(), &Button::SendBack { obligation, version }),
    ]
}

fn about(texts: Texts, one: &ObligationView, organisation: &str) -> Html {
    let mut rows = vec![measure(texts, one), Html::escape(&shortened(organisation, NAME_ROOM))];
    rows.extend(deadline(texts, one));
    Html::lines(&rows)
}

/// What was reported, when, and with what proof.
fn said(texts: Texts, report: &Report<'_>) -> Html {
    let mut rows = Vec::new();
    if let (Some(at), Some(on)) = (report.one.submitted_at, report.one.submitted_on) {
        rows.push(submitted(texts, dates::moment(texts.language(), at), on, report.one.due));
    }
    if let Some(answer) = report.answer {
        rows.push(
            texts.review_answer(words::answer_kind(texts, answer.kind), shortened(&answer.name, NAME_ROOM)),
        );
        rows.extend(
            answer.text.as_deref().map(|text| texts.review_text(in_own_language(texts, text).as_ref())),
        );
        rows.extend(proofs(texts, answer));
        if answer.changes > 0 {
            rows.push(texts.review_changed(answer.changes));
        }
    }
    Html::lines(&rows)
}

/// Files, links and record numbers; or that there is none of them.
fn proofs(texts: Texts, answer: &Given) -> Vec<Html> {
    let mut rows = Vec::new();
    if answer.files > 0 {
        rows.push(texts.review_evidence(answer.files));
    }
    let links = answer.links.iter().take(LINKS);
    rows.extend(links.map(|link| texts.review_link(shortened(link, LINK_ROOM))));
    let records = answer.records.iter().take(LINKS);
    rows.extend(records.map(|record| texts.review_record(record.as_str())));
    if rows.is_empty() {
        rows.push(texts.review_no_evidence());
    }
    rows
}

fn submitted(texts: Texts, moment: String, on: NaiveDate, due: NaiveDate) -> Html {
    match (on - due).num_days() {
        late @ 1.. => texts.review_submitted_late(late, moment),
        _ => texts.review_submitted_on_time(moment),
    }
}
