//! A sheet in the reader's language, out of figures that know none.

use chrono::{DateTime, Utc};
use domain::language::Language;
use domain::obligation::State;
use domain::reporting::{SheetFigures, SheetOrganisation, SheetOverdue};
use locales::ready::in_own_language;
use locales::{Texts, dates, shortened, words};

use super::{OrganisationRow, OverdueRow, Sheet};

/// How much of an officer's words the sheet repeats, in characters.
const REASON_ROOM: usize = 180;

impl Sheet {
    /// The sheet of these figures, under the name of the city, to be signed by whoever has this position and name.
    pub fn of(
        texts: Texts,
        figures: &SheetFigures,
        (city, at): (String, DateTime<Utc>),
        (position, name): (String, String),
    ) -> Self {
        let language = texts.language();
        Self {
            city,
            at,
            rate: figures.rate,
            on_time: figures.on_time,
            fell_due: figures.fell_due,
            states: figures.states,
            overdue: figures.overdue.iter().map(|row| OverdueRow::of(texts, row)).collect(),
            organisations: figures
                .organisations
                .iter()
                .map(|row| OrganisationRow::of(language, row))
                .collect(),
            position,
            name,
        }
    }
}

impl OverdueRow {
    fn of(texts: Texts, row: &SheetOverdue) -> Self {
        Self {
            organisation: row.organisation.in_language(texts.language()).to_owned(),
            measure: row.measure.in_language(texts.language()).to_owned(),
            officer: row.officer.clone(),
            due: row.due,
            said: said(texts, row),
        }
    }
}

impl OrganisationRow {
    fn of(language: Language, row: &SheetOrganisation) -> Self {
        Self {
            name: row.names.in_language(language).to_owned(),
            rate: row.rate,
            handed_in: row.handed_in,
            expected: row.expected,
            overdue: row.overdue,
            entered: row.entered,
            mean: row.satisfaction.mean,
        }
    }
}

/// What was said of it last, and why, where nothing above says what it is: a line each.
fn said(texts: Texts, row: &SheetOverdue) -> Vec<String> {
    let (Some(kind), None) = (row.answered, row.returned) else { return vec![said_last(texts, row)] };
    let said = words::answer_kind(texts, kind);
    let first = match row.promised {
        Some(day) => texts.sheet_promised(said, dates::date_short(texts.language(), day)),
        None => texts.sheet_answered(said),
    };
    std::iter::once(first).chain(reason(texts, row)).collect()
}

/// The same below a heading that says what it is, in one line.
pub fn said_last(texts: Texts, row: &SheetOverdue) -> String {
    let day = |day| dates::date_short(texts.language(), day);
    // What was written with a report that was sent back speaks for "done".
    if let Some(returned) = row.returned {
        return texts.list_answered(day(returned), words::state(texts, State::Returned));
    }
    let Some(kind) = row.answered else { return texts.sheet_no_answer() };
    let said = words::answer_kind(texts, kind);
    let first = match row.promised {
        Some(promised) => texts.report_promised(said, day(promised)),
        None => said,
    };
    std::iter::once(first).chain(reason(texts, row)).collect::<Vec<_>>().join(". ")
}

/// The officer's own words.
fn reason(texts: Texts, row: &SheetOverdue) -> Option<String> {
    let reason = row.words.as_deref().map(|text| in_own_language(texts, text).into_owned());
    reason.map(|text| texts.sheet_reason(shortened(&text, REASON_ROOM)))
}
