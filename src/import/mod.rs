//! `nazorat import`: organisations, services, people, the calendar and plans from tables.
//!
//! A file is read whole and checked whole; with one wrong row nothing is written. A rehearsal (`--dry-run`) does everything
//! that the import does, in a transaction that is undone.

mod example;
mod plan_command;
mod rehearsal;

use std::path::Path;

use anyhow::Context;
use domain::clock::{Clock, SystemClock};
use domain::people::MayAdminister;
use locales::Texts;
use store::import::{Change, take_in};
use store::organisations::Catalogue;
use tables::{Faults, Kind, PlanHead, Read, Source, Sum, change_word, shortened};

use crate::cli::{ImportArgs, ImportWhat, TableArgs};
use crate::settings::Settings;
use crate::terminal::{Terminal, said};

use rehearsal::{Opened, attempt};

pub(crate) use example::take_in_example;

/// Runs the command.
pub(crate) async fn run(terminal: Terminal, settings: &Settings, args: ImportArgs) -> anyhow::Result<()> {
    match args.what {
        ImportWhat::Plan(args) => plan_command::run(terminal, settings, args).await,
        ImportWhat::Organisations(args) => table(terminal, settings, Kind::Organisations, &args).await,
        ImportWhat::Services(args) => table(terminal, settings, Kind::Services, &args).await,
        ImportWhat::People(args) => {
            table(terminal, settings, Kind::People, &args).await?;
            terminal.note(terminal.texts.cli_people_hint());
            Ok(())
        }
        ImportWhat::Calendar(args) => table(terminal, settings, Kind::Calendar, &args).await,
    }
}

/// Reads a table, checks all of it, writes it or rehearses that, and tells of each row what became of it.
async fn table(terminal: Terminal, settings: &Settings, kind: Kind, args: &TableArgs) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let source = opened_source(&args.file)?;
    let opened =
        terminal.busy(texts.cli_busy_database(), Opened::new(terminal, settings, args.dry_run)).await?;
    let catalogue = opened.store.catalogue().await.context("the organisations were not read")?;
    let Read { rows, labels, table, .. } = read_whole(terminal, kind, &source, &catalogue, None)?;
    let now = SystemClock.now();
    let writing = attempt(&opened.store, args.dry_run, move |conn| {
        Box::pin(async move { take_in(conn, &MayAdminister::at_the_machine(), &table, now).await })
    });
    let taken = terminal.busy(texts.cli_busy_writing(), writing).await?;
    opened.close().await;
    for ((row, label), change) in rows.iter().zip(&labels).zip(&taken.changes) {
        tell_row(terminal, *row, label, change)?;
    }
    tell_sum(terminal, &taken.changes, args.dry_run)?;
    if taken.moved > 0 {
        terminal.say(texts.cli_calendar_moved(taken.moved))?;
    }
    Ok(())
}

fn opened_source(path: &Path) -> anyhow::Result<Source> {
    Source::open(path).with_context(|| format!("{} was not read", path.display()))
}

/// The table, or all that is wrong with it.
fn read_whole(
    terminal: Terminal,
    kind: Kind,
    source: &Source,
    catalogue: &Catalogue,
    head: Option<PlanHead>,
) -> anyhow::Result<Read> {
    let mut faults = Faults::new(&source.name);
    let read = tables::read(kind, source, catalogue, head, &mut faults);
    none_or_told(&faults, read, terminal.texts)
}

/// `value` when nothing was wrong, or else everything that was, in the order of the file.
fn none_or_told<T>(faults: &Faults, value: T, texts: Texts) -> anyhow::Result<T> {
    if faults.is_empty() { Ok(value) } else { Err(said(faults.told(texts))) }
}

/// One row and what became of it, with the values that changed below.
fn tell_row(terminal: Terminal, row: u64, label: &str, change: &Change) -> anyhow::Result<()> {
    terminal.say(format!("{row:>4}  {}  {}", change_word(terminal.texts, change), shortened(label)))?;
    if let Change::Changed(fields) = change {
        for field in fields {
            let (before, after) = (shortened(&field.before), shortened(&field.after));
            terminal.say(format!("      {}: {before} → {after}", field.field))?;
        }
    }
    Ok(())
}

/// How many rows are new, changed, the same; and whether that was written.
fn tell_sum(terminal: Terminal, changes: &[Change], rehearsal: bool) -> anyhow::Result<()> {
    let texts = terminal.texts;
    terminal.say(Sum::of(changes).line(texts))?;
    terminal.say(if rehearsal { texts.cli_import_rehearsed() } else { texts.cli_import_done() })?;
    Ok(())
}

#[cfg(test)]
mod tests;
