//! What the store promises, on both databases.

mod answers;
mod catalogue;
mod control;
mod days;
mod decisions;
mod escalation;
mod events;
mod hand_overs;
mod lead;
mod migrations;
mod news;
mod opinions;
mod outbox;
mod publications;
mod quarantine;
mod queries;
mod registry;
mod reminders;
mod retention;
mod rollups;
mod substitutions;
mod transactions;
mod visits;
