//! What heads and controllers are told of what is overdue.

use chrono::NaiveDate;
use domain::buttons::Button;
use domain::escalation::Level;
use domain::reminders::PAGE;
use locales::{Html, Texts, dates, words};
use store::escalation::Vacancy;
use store::obligations::ObligationView;

use super::{View, key, shortened};
use crate::reply::{Key, Keyboard};

/// How much of a measure's text and of an organisation's name a line shows, in characters.
const LINE_ROOM: usize = 70;
/// How much of it a button shows beside its number.
const LABEL_ROOM: usize = 34;
/// Vacancies that one message names.
const VACANCIES: usize = 5;

/// What has come to somebody.
pub(crate) struct Escalated<'a> {
    /// The highest level at which they hear of it.
    pub(crate) level: Level,
    /// What is overdue.
    pub(crate) lines: Vec<EscalatedLine>,
    /// Where nobody is reached, each with the name of the organisation.
    pub(crate) vacancies: Vec<(String, Vacancy)>,
    /// The day.
    pub(crate) today: NaiveDate,
    /// The panel's address.
    pub(crate) panel: &'a str,
}

/// One thing that is overdue.
pub(crate) struct EscalatedLine {
    /// The name of the organisation.
    pub(crate) organisation: String,
    /// The obligation.
    pub(crate) view: ObligationView,
}

/// All that has come to one person, in one message.
pub(crate) fn escalated(texts: Texts, mut about: Escalated<'_>) -> View {
    about.lines.sort_by_key(|line| (line.view.due, line.view.id));
    let count = about.lines.len();
    let of_controller = about.level == Level::Controller;
    let (title, next) = if of_controller {
        (texts.escalation_controller(count), texts.escalation_controller_next())
    } else {
        (texts.escalation_head(count), texts.escalation_head_next())
    };
    let mut rows: Vec<Html> = (1_usize..)
        .zip(&about.lines)
        .take(PAGE)
        .map(|(number, line)| row(texts, number, line, &about))
        .collect();
    if count > PAGE {
        rows.push(texts.escalation_more(count - PAGE));
    }
    let mut paragraphs = vec![title, Html::lines(&rows)];
    if of_controller && !about.vacancies.is_empty() {
        paragraphs.push(vacancies(texts, &about.vacancies));
    }
    paragraphs.push(next);
    let keyboard = if of_controller { for_controller(texts, &about) } else { for_head(texts, &about.lines) };
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

fn row(texts: Texts, number: usize, line: &EscalatedLine, about: &Escalated<'_>) -> Html {
    let left = dates::time_left(texts.language(), line.view.due, about.today);
    let text = shortened(&line.view.text, LINE_ROOM);
    texts.overdue_line(left, number, shortened(&line.organisation, LINE_ROOM), text)
}

/// Where nobody is reached, and whom to call.
pub(crate) fn vacancies(texts: Texts, vacancies: &[(String, Vacancy)]) -> Html {
    let mut rows = vec![texts.vacancy_title()];
    for (organisation, vacancy) in vacancies.iter().take(VACANCIES) {
        let (name, level) = (shortened(organisation, LINE_ROOM), words::level(texts, vacancy.level));
        rows.push(match &vacancy.call {
            Some(call) => texts.vacancy_line(shortened(call, LINE_ROOM), level, name),
            None => texts.vacancy_line_nobody(level, name),
        });
    }
    if vacancies.len() > VACANCIES {
        rows.push(texts.escalation_more(vacancies.len() - VACANCIES));
    }
    Html::lines(&rows)
}

fn for_head(texts: Texts, lines: &[EscalatedLine]) -> Keyboard {
    let tasks = (1_usize..).zip(lines).take(PAGE).fold(Keyboard::new(), |keyboard, (number, line)| {
        let label = format!("{number}. {}", shortened(&line.view.text, LABEL_ROOM));
        keyboard.row([key(label, &Button::Task { obligation: line.view.id })])
    });
    tasks.row([key(texts.button_tasks(), &Button::Tasks { page: 0 })])
}

fn for_controller(texts: Texts, about: &Escalated<'_>) -> Keyboard {
    Keyboard::new()
        .row([
            key(texts.button_overdue(), &Button::Overdue { page: 0 }),
            key(texts.button_status(), &Button::Status),
        ])
        .row([Key::open(texts.button_panel(), about.panel)])
}
