//! The rules of the city: days and deadlines, obligations and answers, rights, ratings.
//!
//! This crate decides and knows nobody: no database, no Telegram, no HTTP, and no clock of its own. Time is a parameter.

pub mod ageing;
pub mod answers;
pub mod audit;
pub mod buttons;
pub mod calendar;
pub mod cases;
pub mod chain;
pub mod clock;
mod codes;
pub mod compliance;
pub mod control;
pub mod deadline;
pub mod delivery;
pub mod escalation;
pub mod evidence;
pub mod extension;
pub mod hand_over;
pub mod ids;
pub mod language;
pub mod links;
pub mod obligation;
pub mod organisations;
pub mod past;
pub mod people;
pub mod points;
pub mod ratings;
pub mod recheck;
pub mod refusal;
pub mod reminders;
pub mod reporting;
pub mod results;
pub mod retention;
pub mod search;
pub mod share;
pub mod substitution;
pub mod text;
pub mod together;
pub mod visits;
pub mod written;
