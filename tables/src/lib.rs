//! Reads tables as offices make them: organisations, services, people, the calendar and plans, from CSV and workbooks.
//!
//! A table is read whole and checked whole; all that is wrong is told with its row, its column, its value, and what is allowed.
//! What is right becomes drafts for [`store::import`]. Nothing here writes, and nothing here knows whether a command or a page
//! brought the file.

mod calendar;
mod executors;
mod faults;
mod grid;
mod kind;
mod organisations;
mod people;
mod plan;
mod reading;
mod services;
mod source;
mod table;
mod told;
mod unpacked;

pub use executors::{Directory, Found};
pub use faults::{Faults, shortened};
pub use kind::Kind;
pub use plan::phrases;
pub use reading::{PlanHead, Read, read};
pub use source::Source;
pub use told::{Sum, change_word, default_title, executor_lines, measure_lines, next_dates, state_word};

/// Rows that were read and checked, each with its number in the file.
#[derive(Debug)]
struct Drafts<D> {
    rows: Vec<u64>,
    drafts: Vec<D>,
}

impl<D> Default for Drafts<D> {
    fn default() -> Self {
        Self { rows: Vec::new(), drafts: Vec::new() }
    }
}

impl<D> Drafts<D> {
    fn push(&mut self, row: u64, draft: D) {
        self.rows.push(row);
        self.drafts.push(draft);
    }

    fn iter(&self) -> impl Iterator<Item = (u64, &D)> {
        self.rows.iter().copied().zip(&self.drafts)
    }

    #[cfg(test)]
    fn len(&self) -> usize {
        self.drafts.len()
    }
}
