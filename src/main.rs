//! Nazorat: a Telegram bot and a panel with which a city keeps its promises on public e-services.
//!
//! This package composes: it reads the settings, opens the database, starts the parts and watches them. Rules live in
//! `domain`, SQL in `store`, sentences in `locales`.

mod audit;
mod backup;
mod cli;
mod demo;
mod doctor;
mod endpoints;
mod help;
mod import;
mod invite;
mod links;
mod logs;
mod migrate;
mod plan;
mod posters;
mod serve;
mod service;
mod settings;
mod terminal;

use std::process::ExitCode;

/// Quicker than the system's by seven to fifteen per cent of a tap.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
