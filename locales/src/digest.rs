//! Lists of obligations as messages: the bot sends them, and the panel shows beforehand how they will look.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::answers::LastWord;
use domain::deadline::Period;
use domain::obligation::Standing;
use domain::reminders::{PAGE, page};

use crate::{Html, Texts, dates, shortened, words};

/// How much of a measure's text a line shows, in characters.
const ROOM: usize = 80;

/// How much of a colleague's name.
const NAME_ROOM: usize = 40;

/// One obligation of a list.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// How it stands today.
    pub standing: Standing,
    /// Until when.
    pub due: NaiveDate,
    /// What is to be done.
    pub text: &'a str,
    /// What it answers for: told where several lines ask for the same.
    pub period: Period,
    /// The day of the report, while that is under review.
    pub submitted: Option<NaiveDate>,
    /// The promised day, when it has passed.
    pub missed_promise: Option<NaiveDate>,
    /// Who does it.
    pub doer: Doer<'a>,
    /// What was said last, for a reader who has not said it: the head.
    pub said: Option<LastWord>,
}

/// Who does an obligation, as its reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doer<'a> {
    /// The reader, or everybody who answers.
    Reader,
    /// A colleague of this name; the reader need not do it, and does not count it.
    Colleague(&'a str),
    /// An officer of this name, of whom the reader is the head.
    Named(&'a str),
}

/// Which list it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// Everything that is open: `/tasks`.
    Open,
    /// What is overdue, when somebody reminds of it by hand.
    Called,
    /// The morning digest: what is near or overdue.
    Near,
    /// The morning digest that brings all that falls due until this day.
    Until(NaiveDate),
    /// What is still open in the last hours of its due day.
    LastHours,
}

/// A page of a list, the page of this number from 0: the entries come in the order in which they are shown.
pub fn message(texts: Texts, list: List, entries: &[Entry<'_>], number: usize, today: NaiveDate) -> Html {
    if entries.is_empty() {
        return if list == List::Open { texts.tasks_none() } else { texts.digest_nothing() };
    }
    let page = page(entries, number);
    let alike = alike(entries);
    let mut paragraphs: Vec<Html> = title(texts, list, today).into_iter().collect();
    paragraphs.push(heading(texts, list, entries));
    let (mut to_do, mut under_review) = (Vec::new(), Vec::new());
    for (number, entry) in (page.number * PAGE + 1..).zip(page.lines) {
        let rows = if entry.submitted.is_some() { &mut under_review } else { &mut to_do };
        rows.push(line(texts, number, entry, (alike.contains_key(entry.text), today)));
    }
    if !to_do.is_empty() {
        paragraphs.push(Html::lines(&to_do));
    }
    if !under_review.is_empty() {
        let all = entries.iter().filter(|entry| entry.submitted.is_some()).count();
        under_review.insert(0, texts.tasks_under_review(all));
        paragraphs.push(Html::lines(&under_review));
    }
    let mut closing = Vec::new();
    if page.of > 1 {
        closing.push(texts.tasks_page(page.of, page.number + 1));
    }
    closing.push(texts.tasks_hint());
    paragraphs.push(Html::lines(&closing));
    Html::paragraphs(&paragraphs)
}

/// What more than one line asks for, each for a period of its own.
fn alike<'a>(entries: &[Entry<'a>]) -> BTreeMap<&'a str, usize> {
    let mut asked = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.period != Period::Once) {
        *asked.entry(entry.text).or_default() += 1;
    }
    asked.retain(|_, count| *count > 1);
    asked
}

fn title(texts: Texts, list: List, today: NaiveDate) -> Option<Html> {
    let day = dates::date_with_weekday(texts.language(), today);
    match list {
        List::Open | List::Called => None,
        List::Near | List::Until(_) => Some(texts.digest_title(day)),
        List::LastHours => Some(texts.digest_last_hours(day)),
    }
}

/// How many there are, and how many of each urgency.
fn heading(texts: Texts, list: List, entries: &[Entry<'_>]) -> Html {
    let to_do: Vec<_> = entries.iter().filter(|entry| entry.submitted.is_none()).collect();
    if to_do.is_empty() {
        return texts.tasks_none();
    }
    let under_review = entries.len() - to_do.len();
    let of_colleagues = to_do.iter().filter(|entry| matches!(entry.doer, Doer::Colleague(_))).count();
    let all = to_do.len() - of_colleagues;
    let mut rows = vec![match list {
        List::Open => texts.tasks_title(all),
        List::Called => texts.tasks_called(all),
        List::Near => texts.digest_near(all),
        List::Until(day) => texts.digest_list(all, dates::date_short(texts.language(), day)),
        List::LastHours => texts.digest_still_open(all),
    }];
    let (mut overdue, mut due_today, mut due_soon, mut later) = (0_usize, 0_usize, 0_usize, 0_usize);
    for entry in to_do.iter().filter(|entry| !matches!(entry.doer, Doer::Colleague(_))) {
        match entry.standing {
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
        (of_colleagues, texts.tasks_of_colleagues(of_colleagues)),
        (under_review, texts.status_review(under_review)),
    ];
    if !matches!(list, List::LastHours | List::Called) {
        rows.extend(counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, row)| row));
    }
    Html::lines(&rows)
}

fn line(texts: Texts, number: usize, entry: &Entry<'_>, (is_alike, today): (bool, NaiveDate)) -> Html {
    let language = texts.language();
    let text = shortened(entry.text, ROOM);
    let mut rows = vec![match entry.submitted {
        Some(day) => texts.tasks_line_under_review(dates::date_short(language, day), number, text),
        None => texts.tasks_line(
            dates::date_short(language, entry.due),
            words::sign(entry.standing),
            dates::time_left(language, entry.due, today),
            number,
            text,
        ),
    }];
    if is_alike {
        rows.push(texts.tasks_period(words::period(texts, entry.period)));
    }
    rows.extend(entry.missed_promise.map(|day| texts.digest_promised(dates::date_short(language, day))));
    match entry.doer {
        Doer::Reader => {}
        Doer::Colleague(name) | Doer::Named(name) => rows.push(texts.tasks_doer(shortened(name, NAME_ROOM))),
    }
    rows.extend(entry.said.map(|word| texts.tasks_answer(words::last_word(texts, word))));
    Html::lines(&rows)
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn each_list_says_which_it_is_and_how_much_there_is() {
        let today = day("2026-11-23");
        let entry = |standing, due, missed_promise| Entry {
            standing,
            due: day(due),
            text: "Hisobot <berish>",
            period: Period::Once,
            submitted: None,
            missed_promise,
            doer: Doer::Reader,
            said: None,
        };
        let entries = [
            entry(Standing::Overdue { days: 3 }, "2026-11-20", None),
            entry(Standing::DueToday, "2026-11-23", Some(day("2026-11-20"))),
            entry(Standing::NotStarted, "2026-12-20", None),
        ];
        let say = |list| message(Texts::new(Language::UzLatn), list, &entries, 0, today).into_string();
        let near = say(List::Near);
        assert!(near.contains("⚪ 7 kundan keyin: <b>1</b>"), "what is far away is not called near: {near}");
        for part in [
            "<b>Eslatma: 23.11.2026, dushanba</b>\n\nBu eslatmadagi topshiriqlar: <b>3</b>\n🛑 Muddati oʻtgan: <b>1</b>",
            "2. ⚠️ <b>23.11.2026</b> (bugun) — Hisobot &lt;berish&gt;\n⏰ Vaʼda qilingan kun oʻtdi: <b>20.11.2026</b>\n3. ⚪",
        ] {
            assert!(near.contains(part), "{near}");
        }
        assert!(
            say(List::Until(day("2026-12-31")))
                .contains("31.12.2026 sanasigacha bajariladigan hamma ishlar: <b>3</b>")
        );
        assert!(say(List::LastHours).starts_with("⚠️ <b>Bugun oxirgi kun: 23.11.2026, dushanba</b>"));
        assert!(say(List::Open).starts_with("<b>Topshiriqlarim: 3 ta</b>"));
    }

    #[test]
    fn what_is_under_review_stands_below_and_is_nothing_to_do() {
        let today = day("2026-11-23");
        let week = |week, standing, submitted| Entry {
            standing,
            due: day("2026-11-27"),
            text: "Haftalik hisobot",
            missed_promise: None,
            period: Period::Week(2026, week),
            submitted,
            doer: Doer::Reader,
            said: None,
        };
        let submitted = Some(day("2026-11-20"));
        let entries = [
            week(48, Standing::DueSoon { days: 4 }, None),
            week(47, Standing::UnderReview { late: false }, submitted),
        ];
        let say = |entries: &[Entry<'_>]| {
            message(Texts::new(Language::UzLatn), List::Open, entries, 0, today).into_string()
        };
        let both = say(&entries);
        assert!(
            both.starts_with(
                "<b>Topshiriqlarim: 1 ta</b>\n⏳ 7 kun ichida: <b>1</b>\n👁 Tekshiruvda: <b>1</b>\n\n1. "
            ),
            "{both}"
        );
        for part in ["Davr: 2026-yil, 48-hafta\n\n👁 <b>Tekshiruvda: 1</b>\n2. ", "20.11.2026", "47-hafta"]
        {
            assert!(both.contains(part), "{part}: {both}");
        }
        let alone = say(&entries[1..]);
        assert!(alone.starts_with("✅ <b>Ochiq topshiriq yoʻq</b>"), "{alone}");
        assert!(alone.contains("Tekshiruvda: 1") && !alone.contains("hafta\n"), "{alone}");
    }
}
