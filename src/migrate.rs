//! `nazorat migrate`: brings the tables up to date and fills an empty calendar.

use anyhow::Context;
use store::import::seed_calendar;
use store::{Store, StoreError};

use crate::settings::Settings;
use crate::terminal::Terminal;

/// Runs the command.
pub(crate) async fn run(terminal: Terminal, settings: &Settings) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let store = terminal.busy(texts.cli_busy_database(), open(settings)).await?;
    let pending = store.pending_migrations().await.context("the state of the tables is unknown")?;
    let days = terminal.busy(texts.cli_busy_migrating(), prepare(&store)).await?;
    if pending.is_empty() {
        terminal.say(texts.cli_migrate_nothing())?;
    } else {
        terminal.say(texts.cli_migrate_done(pending.join(", ")))?;
    }
    if days > 0 {
        terminal.say(texts.cli_migrate_calendar(days))?;
    }
    store.close().await;
    Ok(())
}

/// Opens the database of the settings; a missing SQLite file is created.
pub(crate) async fn open(settings: &Settings) -> anyhow::Result<Store> {
    Store::open(settings.database_url.reveal(), settings.durability)
        .await
        .context("the database was not opened")
}

/// Makes the tables ready for this version of the program. Gives how many days were put into an empty calendar.
pub(crate) async fn prepare(store: &Store) -> anyhow::Result<u64> {
    store.migrate().await?;
    let days: Result<u64, StoreError> = store.write(|conn| Box::pin(seed_calendar(conn))).await;
    days.context("the calendar was not filled")
}
