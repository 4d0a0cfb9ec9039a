//! Lists of one's own obligations: `/tasks` and the morning digest.

use chrono::NaiveDate;
use domain::buttons::Button;
use domain::obligation::Standing;
use domain::reminders::{Line, Page, page};
use locales::{Html, Texts, dates};
use store::obligations::ObligationView;

use super::{View, emoji, key, pager, shortened};
use crate::reply::Keyboard;

/// How much of a measure's text a line of a list shows, in characters.
const PAGE_ROOM: usize = 80;

/// How much of it a button shows beside its number.
const LABEL_ROOM: usize = 34;

/// The morning digest: the most urgent obligations of one officer, the first page of the same list that `/tasks` shows.
pub(crate) fn digest(texts: Texts, open: Vec<ObligationView>, today: NaiveDate) -> View {
    let title = texts.digest_title(dates::date_with_weekday(texts.language(), today));
    list(texts, Some(title), open, 0, today)
}

/// A page of one's own open obligations, the most urgent first.
pub(crate) fn tasks(texts: Texts, open: Vec<ObligationView>, number: usize, today: NaiveDate) -> View {
    list(texts, None, open, number, today)
}

fn list(
    texts: Texts,
    title: Option<Html>,
    mut open: Vec<ObligationView>,
    number: usize,
    today: NaiveDate,
) -> View {
    if open.is_empty() {
        return View::plain(texts.tasks_none());
    }
    open.sort_by_cached_key(|one| Line { standing: one.standing(today), due: one.due, obligation: one.id });
    let page = page(&open, number);
    let mut paragraphs: Vec<Html> = title.into_iter().collect();
    paragraphs.push(heading(texts, &open, today));
    paragraphs.push(lines(texts, &page, today));
    let mut closing = Vec::new();
    if page.of > 1 {
        closing.push(texts.tasks_page(page.of, page.number + 1));
    }
    closing.push(texts.tasks_hint());
    paragraphs.push(Html::lines(&closing));
    View { text: Html::paragraphs(&paragraphs), keyboard: keyboard(texts, &page) }
}

/// How many there are, and how many of each urgency.
fn heading(texts: Texts, open: &[ObligationView], today: NaiveDate) -> Html {
    let (mut overdue, mut due_today, mut due_soon, mut later) = (0_usize, 0_usize, 0_usize, 0_usize);
    for one in open {
        match one.standing(today) {
            Standing::Overdue { .. } => overdue += 1,
            Standing::DueToday => due_today += 1,
            Standing::DueSoon { .. } => due_soon += 1,
            _ => later += 1,
        }
    }
    let counts = [
        (overdue, texts.tasks_overdue(overdue)),
        (due_today, texts.tasks_due_today(due_today)),
        (due_soon, texts.tasks_due_soon(due_soon)),
        (later, texts.tasks_later(later)),
    ];
    let mut rows = vec![texts.tasks_title(open.len())];
    rows.extend(counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, row)| row));
    Html::lines(&rows)
}

fn lines(texts: Texts, page: &Page<'_, ObligationView>, today: NaiveDate) -> Html {
    let language = texts.language();
    let rows: Vec<_> = numbered(page)
        .map(|(number, one)| {
            texts.tasks_line(
                dates::date_short(language, one.due),
                emoji(one.standing(today)),
                dates::time_left(language, one.due, today),
                number,
                shortened(&one.text, PAGE_ROOM),
            )
        })
        .collect();
    Html::lines(&rows)
}

fn keyboard(texts: Texts, page: &Page<'_, ObligationView>) -> Keyboard {
    let tasks = numbered(page).fold(Keyboard::new(), |keyboard, (number, one)| {
        let label = format!("{number}. {}", shortened(&one.text, LABEL_ROOM));
        keyboard.row([key(label, &Button::Task { obligation: one.id })])
    });
    tasks.row(pager(texts, page.number, page.of, |page| Button::Tasks { page }))
}

/// The lines of a page with their numbers in the whole list, from 1.
fn numbered<'a>(
    page: &Page<'a, ObligationView>,
) -> impl Iterator<Item = (usize, &'a ObligationView)> + use<'a> {
    let first = page.number * domain::reminders::PAGE + 1;
    (first..).zip(page.lines)
}
