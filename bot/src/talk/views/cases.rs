//! Cases of low marks: for the officer who answers, and for the citizen who hears the answer.

use chrono::NaiveDate;
use domain::buttons::{Button, CaseStep};
use domain::cases::Verdict;
use domain::ids::RatingId;
use domain::language::Language;
use domain::reminders::{PAGE, Page};
use domain::written::TEXT_LIMIT;
use locales::{Html, Texts, dates};
use store::cases::CaseView;
use store::rating_boards::CaseState;

use super::rating::stars;
use super::{LINE_ROOM, NAME_ROOM, View, key, pager, shortened};
use crate::reply::{Key, Keyboard};

/// A case in a list.
pub(crate) struct CaseLine<'a> {
    /// The case.
    pub(crate) case: &'a CaseView,
    /// The name of the service.
    pub(crate) service: &'a str,
}

/// The service, the mark and the citizen's words.
fn about(texts: Texts, case: &CaseView, service: &str) -> Html {
    let mark = u8::try_from(case.mark).unwrap_or_default();
    let mut lines =
        vec![texts.item_measure(shortened(service, NAME_ROOM)), texts.case_mark_given(stars(mark))];
    lines.extend(super::opinion::ticked(texts, &case.reasons));
    lines.extend(case.comment.as_deref().map(|comment| texts.news_case_comment(comment)));
    Html::lines(&lines)
}

/// One case for an officer; `page` is where the panel shows it.
pub(crate) fn case(texts: Texts, case: &CaseView, service: &str, page: &str) -> View {
    let title = match (case.state, case.reopened) {
        (CaseState::Open, false) => texts.case_title_open(),
        (CaseState::Open, true) => texts.case_title_again(),
        (CaseState::Answered, _) => texts.case_title_answered(),
        (CaseState::Withdrawn, _) => texts.case_title_withdrawn(),
        (CaseState::LeftOut, _) => texts.case_title_left_out(),
    };
    let mut paragraphs = vec![title, about(texts, case, service)];
    if let Some(answer) = &case.answer {
        paragraphs.push(texts.case_answer_given(answer.words.as_str()));
        paragraphs.extend(answer.verdict.map(|verdict| said(texts, verdict)));
    }
    if case.is_open() {
        let due = dates::date_with_weekday(texts.language(), case.due);
        let mut rest = vec![texts.news_case_due(due)];
        rest.extend(case.wanted.then(|| texts.case_waits_for_answer()));
        paragraphs.push(Html::lines(&rest));
    }
    let answer = case
        .is_open()
        .then(|| key(texts.button_case_answer(), &Button::Case(CaseStep::Answer { case: case.id })));
    let keyboard = Keyboard::new().row(answer).row([
        key(texts.button_cases(), &Button::Case(CaseStep::List { page: 0 })),
        Key::open(texts.button_panel(), page),
    ]);
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

/// What the citizen says of an answer, for the officer.
fn said(texts: Texts, verdict: Verdict) -> Html {
    match verdict {
        Verdict::Solved => texts.case_said_solved(),
        Verdict::Partly => texts.case_said_partly(),
        Verdict::Not => texts.case_said_not(),
    }
}

/// The officer is asked for words.
pub(crate) fn ask_case_answer(texts: Texts, case: &CaseView, service: &str) -> View {
    let who = if case.wanted { texts.case_ask_for_citizen() } else { texts.case_ask_for_control() };
    let text = Html::paragraphs(&[texts.case_ask_words(TEXT_LIMIT), about(texts, case, service), who]);
    let back = key(texts.button_back(), &Button::Case(CaseStep::Show { case: case.id }));
    View { text, keyboard: Keyboard::new().row([back]) }
}

/// A page of open cases, the earliest due first.
pub(crate) fn cases(texts: Texts, page: &Page<'_, CaseLine<'_>>, all: usize, today: NaiveDate) -> View {
    if page.lines.is_empty() {
        return View::plain(texts.cases_none());
    }
    let first = page.number * PAGE + 1;
    let language = texts.language();
    let (mut lines, mut keyboard) = (Vec::new(), Keyboard::new());
    for (number, line) in (first..).zip(page.lines) {
        let mark = u8::try_from(line.case.mark).unwrap_or_default();
        lines.push(texts.cases_line(
            dates::date_short(language, line.case.due),
            dates::time_left(language, line.case.due, today),
            number,
            shortened(line.service, LINE_ROOM),
            stars(mark),
        ));
        let label = format!("{number}. {}", dates::day_month_short(language, line.case.due));
        let label = format!("{label} {}", shortened(line.service, LINE_ROOM / 2));
        keyboard = keyboard.row([key(label, &Button::Case(CaseStep::Show { case: line.case.id }))]);
    }
    let turn = pager(texts, page.number, page.of, |page| Button::Case(CaseStep::List { page }));
    View {
        text: Html::paragraphs(&[texts.cases_title(all), Html::lines(&lines)]),
        keyboard: keyboard.row(turn),
    }
}

/// For heads and controllers: low marks that nobody answered in time, each with the organisation in place of the service.
pub(crate) fn cases_late(texts: Texts, late: &[CaseLine<'_>], today: NaiveDate, page: &str) -> View {
    let mut rows = lines(texts, late, today);
    if late.len() > PAGE {
        rows.push(texts.escalation_more(late.len() - PAGE));
    }
    let text =
        Html::paragraphs(&[texts.cases_late_title(late.len()), Html::lines(&rows), texts.cases_late_next()]);
    View { text, keyboard: Keyboard::new().row([Key::open(texts.button_panel(), page)]) }
}

/// The first lines of a list.
fn lines(texts: Texts, all: &[CaseLine<'_>], today: NaiveDate) -> Vec<Html> {
    let language = texts.language();
    let line = |(number, line): (usize, &CaseLine<'_>)| {
        let mark = u8::try_from(line.case.mark).unwrap_or_default();
        texts.cases_line(
            dates::date_short(language, line.case.due),
            dates::time_left(language, line.case.due, today),
            number,
            shortened(line.service, LINE_ROOM),
            stars(mark),
        )
    };
    (1..).zip(all.iter().take(PAGE)).map(line).collect()
}

/// A digest with the low marks that wait for an answer below it; a message of their own when there is nothing else.
pub(crate) fn with_cases(texts: Texts, digest: Option<View>, all: &[CaseLine<'_>], today: NaiveDate) -> View {
    let of_cases = Html::paragraphs(&[texts.cases_title(all.len()), Html::lines(&lines(texts, all, today))]);
    let open = key(texts.button_cases(), &Button::Case(CaseStep::List { page: 0 }));
    if let Some(view) = digest {
        let text = Html::paragraphs(&[view.text, of_cases]);
        return View { text, keyboard: view.keyboard.row([open]) };
    }
    let title = texts.digest_title(dates::date_with_weekday(texts.language(), today));
    View { text: Html::paragraphs(&[title, of_cases]), keyboard: Keyboard::new().row([open]) }
}

/// For the citizen whose mark opened a case: the button by which they hear the answer.
pub(super) fn tell_me(texts: Texts, rating: RatingId) -> Key {
    key(texts.button_case_tell(), &Button::Case(CaseStep::Tell { rating, language: texts.language() }))
}

/// For the citizen: the answer, and whether it helped.
pub(crate) fn case_answer(texts: Texts, case: &CaseView, service: &str) -> View {
    let words = case.answer.as_ref().map(|answer| answer.words.as_str()).unwrap_or_default();
    let (id, language): (_, Language) = (case.id, texts.language());
    let text = Html::paragraphs(&[
        texts.case_answer_title(),
        about(texts, case, service),
        texts.case_answer_given(words),
        texts.case_answer_question(),
    ]);
    let verdict =
        |label: String, verdict| key(label, &Button::Case(CaseStep::Said { case: id, verdict, language }));
    let asked = case.answer.as_ref().is_some_and(|answer| answer.verdict.is_none());
    let keyboard = if asked {
        Keyboard::new()
            .row([verdict(texts.button_case_solved(), Verdict::Solved)])
            .row([verdict(texts.button_case_partly(), Verdict::Partly)])
            .row([verdict(texts.button_case_not(), Verdict::Not)])
    } else {
        Keyboard::new()
    };
    View { text, keyboard }
}

/// For the citizen: what they said, and what follows; `again` is until when the organisation must answer once more.
pub(crate) fn case_judged(
    texts: Texts,
    case: &CaseView,
    service: &str,
    verdict: Verdict,
    again: Option<NaiveDate>,
) -> View {
    let words = case.answer.as_ref().map(|answer| answer.words.as_str()).unwrap_or_default();
    let follows = match (verdict, again) {
        (Verdict::Solved, _) => texts.case_judged_solved(),
        (Verdict::Partly, _) => texts.case_judged_partly(),
        (Verdict::Not, Some(due)) => texts.case_judged_again(dates::date_with_weekday(texts.language(), due)),
        (Verdict::Not, None) => texts.case_judged_not(),
    };
    View::plain(Html::paragraphs(&[about(texts, case, service), texts.case_answer_given(words), follows]))
}

/// For those above the officer: a citizen was not content with an answer.
pub(crate) fn case_reopened(
    texts: Texts,
    case: &CaseView,
    service: &str,
    organisation: &str,
    page: &str,
) -> View {
    let words = case.answer.as_ref().map(|answer| answer.words.as_str()).unwrap_or_default();
    let text = Html::paragraphs(&[
        texts.case_title_again(),
        Html::lines(&[Html::escape(&shortened(organisation, NAME_ROOM)), about(texts, case, service)]),
        texts.case_answer_given(words),
        texts.news_case_due(dates::date_with_weekday(texts.language(), case.due)),
    ]);
    View { text, keyboard: Keyboard::new().row([Key::open(texts.button_panel(), page)]) }
}
