//! A report as any of its forms shows it: a heading, figures, tables, a line to sign. It is drawn here as a PDF of as many pages
//! as it needs; pages of the panel and tables of numbers are made from the same words, so that they cannot differ.

mod draw;

use chrono::NaiveDate;
use domain::compliance::Rate;
use domain::language::Language;
use locales::{dates, numbers};

use crate::letters::Letters;
use crate::{DrawError, pdf, tree, vector};

/// A report in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Its language.
    pub language: Language,
    /// Whose it is: stands above the title.
    pub above: String,
    /// What it is.
    pub title: String,
    /// Of which moment, and about whom.
    pub under: String,
    /// The sentence that says it all.
    pub lead: String,
    /// Single figures with their names.
    pub facts: Vec<(String, Cell)>,
    /// What is said beside the figures.
    pub remarks: Vec<String>,
    /// The tables; the first is the one of organisations.
    pub tables: Vec<Table>,
    /// Who signs: position and name.
    pub signature: Option<(String, String)>,
    /// What proves it: its number, who made it and when.
    pub foot: String,
}

/// A table of a report.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it is about.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The row of all together.
    pub total: Option<Vec<Cell>>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// What is said when there are none.
    pub empty: String,
    /// What is said below, such as that it is cut.
    pub note: Option<String>,
    /// The column that a workbook draws as a chart.
    pub chart: Option<usize>,
}

impl Table {
    /// What of it stands on paper and on pages.
    #[must_use]
    pub fn on_paper(&self) -> Self {
        let kept = |row: &Vec<Cell>| {
            let cells = row.iter().zip(&self.columns).filter(|(_, column)| column.place != Place::Files);
            cells.map(|(cell, _)| cell.clone()).collect()
        };
        Self {
            columns: self.columns.iter().filter(|column| column.place != Place::Files).cloned().collect(),
            total: self.total.as_ref().map(kept),
            rows: self.rows.iter().map(kept).collect(),
            ..self.clone()
        }
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub name: String,
    /// How wide it is beside the others.
    pub share: f32,
    /// Whether it holds figures, which end at its right.
    pub figures: bool,
    /// Where it is shown.
    pub place: Place,
}

/// Where a column is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Everywhere.
    Everywhere,
    /// Where there is room: not on a phone.
    Wide,
    /// Only in files for spreadsheets.
    Files,
}

impl Column {
    /// A column of words.
    pub fn words(name: String, share: f32) -> Self {
        Self { name, share, figures: false, place: Place::Everywhere }
    }

    /// A column of figures.
    pub fn figures(name: String, share: f32) -> Self {
        Self { name, share, figures: true, place: Place::Everywhere }
    }

    /// The same, shown only there.
    #[must_use]
    pub fn only(self, place: Place) -> Self {
        Self { place, ..self }
    }
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, as they were entered.
    Words(String),
    /// A whole number.
    Number(u64),
    /// A share in tenths of a per cent, where there is a whole.
    Rate(Option<u32>),
    /// A mean in hundredths, where it may be told.
    Mean(Option<u32>),
    /// A day.
    Day(NaiveDate),
}

impl Cell {
    /// What a reader of this language sees.
    pub fn says(&self, language: Language) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Number(number) => numbers::integer(language, i64::try_from(*number).unwrap_or(i64::MAX)),
            Self::Rate(tenths) => {
                numbers::rate(language, tenths.and_then(|tenths| Rate::of(tenths.into(), 1000)))
            }
            Self::Mean(Some(hundredths)) => numbers::decimal(language, f64::from(*hundredths) / 100.0, 2),
            Self::Mean(None) => "—".to_owned(),
            Self::Day(day) => dates::date_short(language, *day),
        }
    }
}

impl Paper {
    /// The pages of A4 as one PDF. It takes a while: not for a task that others wait for.
    /// `told` hears how many of how many pages are drawn.
    pub fn pdf(&self, told: &dyn Fn(u64, u64)) -> Result<Vec<u8>, DrawError> {
        pdf(draw::pages(self), told)
    }
}

/// These drawings as pages of A4 on which words are words.
pub(crate) fn pdf(drawings: Vec<String>, told: &dyn Fn(u64, u64)) -> Result<Vec<u8>, DrawError> {
    let all = u64::try_from(drawings.len()).unwrap_or(u64::MAX);
    let mut letters = Letters::default();
    let mut pages = Vec::new();
    for (number, svg) in (0..).zip(drawings) {
        told(number, all);
        pages.push(vector::page_of_words(&tree(&svg)?, pdf::PAGE, &mut letters)?);
    }
    Ok(pdf::pages_of_words(&pages, &letters.embedded())?)
}

#[cfg(test)]
mod tests;
