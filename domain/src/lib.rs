//! The rules of the city: days and deadlines, obligations and answers, rights, ratings.
//!
//! This crate decides and knows nobody: no database, no Telegram, no HTTP, and no clock of its own. Time is a parameter.

pub mod answers;
pub mod buttons;
pub mod calendar;
pub mod clock;
mod codes;
pub mod compliance;
pub mod deadline;
pub mod ids;
pub mod language;
pub mod links;
pub mod obligation;
pub mod people;
pub mod ratings;
pub mod refusal;
pub mod reminders;
pub mod substitution;
pub mod text;
pub mod written;
