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
        paragraphs.extend(vacancies(texts, &about.vacancies));
    }
    paragraphs.push(next);
    let keyboard = if of_controller { for_controller(texts, &about) } else { for_head(texts, &about.lines) };
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

fn row(texts: Texts, number: usize, line: &EscalatedLine, about: &Escalated<'_>) -> Html {
    let left = dates::time_left(texts.language(), line.view.due, about.today);
    let text = shortened(line.view.text.in_language(texts.language()), LINE_ROOM);
    texts.overdue_line(left, number, shortened(&line.organisation, LINE_ROOM), text)
}

/// Where nobody is reached: whom to call, and at how many organisations nobody is appointed.
pub(crate) fn vacancies(texts: Texts, vacancies: &[(String, Vacancy)]) -> Vec<Html> {
    let calls = vacancies.iter().filter_map(|(name, one)| Some((name, one.level, one.call.as_deref()?)));
    let mut rows: Vec<_> = calls
        .map(|(organisation, level, call)| {
            let organisation = shortened(organisation, LINE_ROOM);
            texts.vacancy_line(shortened(call, LINE_ROOM), words::level(texts, level), organisation)
        })
        .collect();
    if rows.len() > VACANCIES {
        let more = rows.len() - VACANCIES;
        rows.truncate(VACANCIES);
        rows.push(texts.escalation_more(more));
    }
    if !rows.is_empty() {
        rows.insert(0, texts.vacancy_title());
    }
    let nobody = |level| vacancies.iter().filter(|(_, one)| one.level == level && one.call.is_none()).count();
    let counted = Level::ALL.into_iter().map(|level| (level, nobody(level))).filter(|(_, count)| *count > 0);
    let missing: Vec<_> = counted
        .map(|(level, count)| texts.vacancy_not_appointed(count, words::level(texts, level)))
        .collect();
    [rows, missing].iter().filter(|rows| !rows.is_empty()).map(Html::lines).collect()
}

fn for_head(texts: Texts, lines: &[EscalatedLine]) -> Keyboard {
    let tasks = (1_usize..).zip(lines).take(PAGE).fold(Keyboard::new(), |keyboard, (number, line)| {
        let label =
            format!("{number}. {}", shortened(line.view.text.in_language(texts.language()), LABEL_ROOM));
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
