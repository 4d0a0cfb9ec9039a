//! What the store promises, on both databases.

mod answers;
mod as_of;
mod catalogue;
mod chain;
mod control;
mod days;
mod decisions;
mod escalation;
mod events;
mod finding;
mod hand_overs;
mod lead;
mod migrations;
mod news;
mod opinions;
mod outbox;
mod publications;
mod quarantine;
mod queries;
mod reminders;
mod reporting;
mod retention;
mod rollups;
mod substitutions;
mod transactions;
mod visits;
