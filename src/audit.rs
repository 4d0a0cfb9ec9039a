//! `nazorat audit verify`: whether the record of events is whole.

use anyhow::Context;
use locales::words;
use store::StoreError;
use store::events::chain::{self, Report};

use crate::cli::{AuditCommand, VerifyArgs};
use crate::migrate;
use crate::settings::Settings;
use crate::terminal::{Terminal, said};

/// Runs the command.
pub(crate) async fn run(
    terminal: Terminal,
    settings: &Settings,
    command: AuditCommand,
) -> anyhow::Result<()> {
    let AuditCommand::Verify(VerifyArgs { head }) = command;
    let texts = terminal.texts;
    let store = terminal.busy(texts.cli_busy_database(), migrate::open(settings)).await?;
    let noted = head.map(|head| head.trim().to_ascii_lowercase());
    let checking =
        store.read(|conn| Box::pin(async move { chain::check(conn, None, noted.as_deref()).await }));
    let checked: Result<Report, StoreError> = terminal.busy(texts.cli_busy_checking(), checking).await;
    let report = checked.context("the record of events was not read")?;
    store.close().await;
    for fault in &report.faults {
        terminal.say(words::fault(texts, *fault))?;
    }
    let unnamed = report.broken - report.faults.len();
    if unnamed > 0 {
        terminal.say(texts.cli_import_more_faults(unnamed))?;
    }
    terminal.say(texts.cli_audit_head(report.head.as_str()))?;
    if report.broken > 0 {
        return Err(said(texts.chain_broken(report.broken)));
    }
    terminal.say(texts.chain_whole(report.checked))?;
    Ok(())
}
