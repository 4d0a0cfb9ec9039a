//! Lists of one's own obligations: `/tasks`, the morning digest, and the last hours. Their words are those of `locales::digest`.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::buttons::Button;
use domain::ids::OrganisationId;
use domain::language::Language;
use domain::obligation::State;
use domain::reminders::{Extent, Line, PAGE, Page, missed_promise, page};
use locales::digest::{Doer, Entry, List, message};
use locales::{Html, Texts, dates};
use store::obligations::ObligationView;

use super::{View, key, pager, shortened};
use crate::reply::{Key, Keyboard};

/// How much of a measure's text a button shows beside its number and its due day.
const LABEL_ROOM: usize = 29;

/// A digest of one person.
pub(crate) struct Digest {
    /// Which list it is.
    pub(crate) list: List,
    /// What stands in it.
    pub(crate) open: Vec<ObligationView>,
    /// The day to which all that can wait can be put off, when there is something that can.
    pub(crate) put_off_to: Option<NaiveDate>,
}

/// A page of a digest, the most urgent first.
pub(crate) fn digest(texts: Texts, digest: Digest, number: usize, today: NaiveDate) -> View {
    let extent = match digest.list {
        List::Until(_) => Extent::List,
        List::Near | List::LastHours | List::Open | List::Called => Extent::Near,
    };
    let mut below = Vec::new();
    if let Some(until) = digest.put_off_to {
        let day = match dates::relative(texts.language(), until, today) {
            tomorrow if (until - today).num_days() == 1 => tomorrow,
            _ => dates::day_month(texts.language(), until),
        };
        below.push(key(texts.button_snooze_all(day), &Button::SnoozeAll { extent, until }));
    }
    below.push(key(texts.button_tasks(), &Button::Tasks { page: 0 }));
    let leads = |page| Button::Digest { extent, page };
    list(texts, digest.list, digest.open, &Shown { number, heads: None, today }, (&leads, below))
}

/// A page of one's own open obligations, the most urgent first; what colleagues do stands below, and then what is under review. The head of an organisation
/// sees all of it as one list, with who does what and the last answer.
pub(crate) fn tasks(
    texts: Texts,
    open: Vec<ObligationView>,
    heads: &BTreeSet<OrganisationId>,
    number: usize,
    today: NaiveDate,
) -> View {
    let shown = Shown { number, heads: Some(heads), today };
    list(texts, List::Open, open, &shown, (&|page| Button::Tasks { page }, Vec::new()))
}

/// So many obligations were put off until that day; below stands the `rest` of the digest, when there is any.
pub(crate) fn put_off(texts: Texts, (count, day): (usize, &str), rest: Option<View>) -> View {
    let said = texts.digest_put_off(count, day);
    if let Some(rest) = rest {
        return View { text: Html::paragraphs(&[said, rest.text]), keyboard: rest.keyboard };
    }
    let tasks = key(texts.button_tasks(), &Button::Tasks { page: 0 });
    View { text: said, keyboard: Keyboard::new().row([tasks]) }
}

/// Somebody reminds of what is overdue by hand: the same list, of that alone.
pub(crate) fn called(texts: Texts, by: &str, overdue: Vec<ObligationView>, today: NaiveDate) -> View {
    // Whoever is asked by a leader is asked as the one who does the work.
    let shown = Shown { number: 0, heads: Some(&BTreeSet::new()), today };
    let view = list(texts, List::Called, overdue, &shown, (&|page| Button::Tasks { page }, Vec::new()));
    View { text: Html::paragraphs(&[texts.call_title(by), view.text]), keyboard: view.keyboard }
}

/// How the reminder of one obligation looks, for somebody who asked for a trial.
pub(crate) fn trial(texts: Texts, one: ObligationView, today: NaiveDate) -> View {
    let digest = Digest { list: List::Near, open: vec![one], put_off_to: None };
    let view = self::digest(texts, digest, 0, today);
    let keyboard = view.keyboard.doing_only(&Button::Trial.data());
    View { text: Html::paragraphs(&[texts.digest_trial(), view.text]), keyboard }
}

/// How a list is shown.
struct Shown<'a> {
    /// The page.
    number: usize,
    /// The organisations of which the reader is the head; none in a digest, which tells only what is the reader's.
    heads: Option<&'a BTreeSet<OrganisationId>>,
    today: NaiveDate,
}

impl Shown<'_> {
    fn entry<'a>(&self, language: Language, one: &'a ObligationView) -> Entry<'a> {
        let is_head = self.heads.is_some_and(|heads| heads.contains(&one.organisation));
        let name = one.assignee.as_ref().filter(|_| self.heads.is_some()).map(|(_, name)| name.as_str());
        Entry {
            standing: one.standing(self.today),
            due: one.due,
            text: one.text.in_language(language),
            period: one.period,
            submitted: one.submitted_on.filter(|_| one.state == State::Reported),
            missed_promise: missed_promise(one.promised, self.today),
            doer: match name {
                None => Doer::Reader,
                Some(name) if is_head => Doer::Named(name),
                Some(name) => Doer::Colleague(name),
            },
            said: one.last_word().filter(|_| is_head),
        }
    }
}

fn list(
    texts: Texts,
    list: List,
    mut open: Vec<ObligationView>,
    shown: &Shown<'_>,
    (leads, below): (&dyn Fn(u32) -> Button, Vec<Key>),
) -> View {
    let (number, today) = (shown.number, shown.today);
    open.sort_by_cached_key(|one| {
        let entry = shown.entry(texts.language(), one);
        let of_colleague = matches!(entry.doer, Doer::Colleague(_));
        (
            entry.submitted.is_some(),
            of_colleague,
            Line { standing: one.standing(today), due: one.due, obligation: one.id },
        )
    });
    let entries: Vec<_> = open.iter().map(|one| shown.entry(texts.language(), one)).collect();
    let text = message(texts, list, &entries, number, today);
    // Their labels are too long to stand beside one another.
    let with_below =
        |keyboard| below.into_iter().fold(keyboard, |keyboard: Keyboard, key| keyboard.row([key]));
    if open.is_empty() {
        return View { text, keyboard: with_below(Keyboard::new()) };
    }
    let page = page(&open, number);
    let keyboard = tasks_of(texts, &page).row(pager(texts, page.number, page.of, leads));
    View { text, keyboard: with_below(keyboard) }
}

/// A button for each: with its number in the whole list and its due day, since what comes every week looks alike.
fn tasks_of(texts: Texts, page: &Page<'_, ObligationView>) -> Keyboard {
    let first = page.number * PAGE + 1;
    (first..).zip(page.lines).fold(Keyboard::new(), |keyboard, (number, one)| {
        let due = dates::day_month_short(texts.language(), one.due);
        let label =
            format!("{number}. {due} {}", shortened(one.text.in_language(texts.language()), LABEL_ROOM));
        keyboard.row([key(label, &Button::Task { obligation: one.id })])
    })
}
