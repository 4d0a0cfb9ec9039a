//! A sheet in the reader's language, out of figures that know none.

use chrono::{DateTime, Utc};
use domain::language::Language;
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

/// What the organisation said last, and why: a line each.
pub fn said(texts: Texts, row: &SheetOverdue) -> Vec<String> {
    let Some(kind) = row.answered else { return vec![texts.sheet_no_answer()] };
    let said = words::answer_kind(texts, kind);
    let first = match row.promised {
        Some(day) => texts.sheet_promised(said, dates::date_short(texts.language(), day)),
        None => texts.sheet_answered(said),
    };
    let reason = row.words.as_deref().map(|text| in_own_language(texts, text).into_owned());
    let reason = reason.map(|text| texts.sheet_reason(shortened(&text, REASON_ROOM)));
    std::iter::once(first).chain(reason).collect()
}
