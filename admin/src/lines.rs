//! Obligations as rows of a list, in the words of the page.

use chrono::NaiveDate;
use domain::answers::LastWord;
use domain::clock::tashkent_day;
use domain::obligation::Standing;
use locales::{Texts, dates, words};
use store::boards::{Line, PastObligation};

use crate::markup::Spoken;
use crate::session::SignedIn;
use crate::svg::Glyph;

/// One row.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Where it leads.
    pub(crate) href: String,
    /// The measure's number in the plan.
    pub(crate) number: i64,
    /// What is to be done.
    pub(crate) text: Spoken,
    /// The name of the organisation.
    pub(crate) organisation: String,
    /// The sign of how it stands, and its words.
    pub(crate) glyph: Glyph,
    /// How it stands.
    pub(crate) standing: String,
    /// The day that counts.
    pub(crate) due: String,
    /// How near it is; empty when the day does not matter any more.
    pub(crate) left: String,
    /// The last answer and when it was given.
    pub(crate) answer: String,
    /// The day that the officer promised.
    pub(crate) promised: Option<String>,
}

impl Row {
    /// The row of a line.
    pub(crate) fn new(line: &Line, signed: &SignedIn) -> Self {
        Self::told(line, signed, signed.today, last_word(signed, line.last_word()))
    }

    /// The row of a line at the end of a day that is over. What was said is told by its date: "yesterday" would be counted from a
    /// day that the page does not show.
    pub(crate) fn on(line: &Line, signed: &SignedIn, day: NaiveDate) -> Self {
        let t = signed.texts();
        Self::told(line, signed, day, line.last_word().map(|word| dated_word(t, word)))
    }

    fn told(line: &Line, signed: &SignedIn, today: NaiveDate, said: Option<String>) -> Self {
        let (t, language) = (signed.texts(), signed.language());
        let standing = line.standing(today);
        Self {
            href: format!("/obligations/{}", line.id),
            number: line.measure_number,
            text: signed.spoken(&line.text),
            organisation: signed.organisation_name(line.organisation),
            glyph: standing.into(),
            standing: words::standing(t, standing),
            due: dates::date_short(language, line.due),
            left: if is_open(standing) { left(t, line.due, today) } else { String::new() },
            answer: said.unwrap_or_else(|| "—".to_owned()),
            promised: line
                .promised
                .filter(|_| is_open(standing))
                .map(|day| t.list_promised(dates::date_short(language, day))),
        }
    }

    /// Whether it is overdue.
    pub(crate) fn is_overdue(&self) -> bool {
        self.glyph == Glyph::Overdue
    }
}

/// What was said last, and how long ago.
pub(crate) fn last_word(signed: &SignedIn, word: Option<LastWord>) -> Option<String> {
    let t = signed.texts();
    word.map(|word| {
        t.list_answered(dates::ago(t.language(), word.at(), signed.now), words::last_word(t, word))
    })
}

/// What was said last, and on which day.
pub(crate) fn dated_word(t: Texts, word: LastWord) -> String {
    let day = dates::date_short(t.language(), tashkent_day(word.at()));
    t.list_answered(day, words::last_word(t, word))
}

/// A line with everything that a past day knew otherwise.
pub(crate) fn as_it_stood(line: &Line, past: &PastObligation) -> Line {
    let stood = past.stood;
    Line {
        due: stood.due,
        state: stood.state,
        submitted_on: stood.submitted_on(),
        last_answer: stood.answer.map(|(kind, _)| kind),
        last_answer_at: stood.answer.map(|(_, at)| at),
        promised: stood.promised,
        decided_at: stood.returned_at,
        ..line.clone()
    }
}

fn is_open(standing: Standing) -> bool {
    !matches!(standing, Standing::UnderReview { .. } | Standing::Done { .. } | Standing::Cancelled)
}

fn left(t: Texts, due: NaiveDate, today: NaiveDate) -> String {
    dates::time_left(t.language(), due, today)
}

/// The name of a state by which lists are filtered.
pub(crate) fn state_name(t: Texts, glyph: Glyph) -> String {
    match glyph {
        Glyph::Overdue => t.standing_overdue(),
        Glyph::DueSoon => t.standing_due_soon(),
        Glyph::Working => t.standing_working(),
        Glyph::Review => t.standing_review(),
        Glyph::Done => t.standing_done(),
        Glyph::Nothing => t.standing_not_started(),
        Glyph::Cancelled => t.standing_cancelled(),
    }
}
