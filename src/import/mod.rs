//! `nazorat import`: organisations, services, people, the calendar and plans from tables.
//!
//! A file is read whole and checked whole; with one wrong row nothing is written. A rehearsal (`--dry-run`) does everything
//! that the import does, in a transaction that is undone.

mod calendar;
mod example;
mod executors;
mod faults;
mod grid;
mod organisations;
mod people;
mod plan;
mod plan_command;
mod rehearsal;
mod services;
mod table;

use std::collections::HashSet;

use anyhow::Context;
use chrono::{DateTime, Utc};
use domain::clock::{Clock, SystemClock};
use domain::people::MayAdminister;
use futures_util::TryFutureExt;
use futures_util::future::BoxFuture;
use store::import::{CalendarDraft, CalendarImported, Change, OrganisationDraft, PersonDraft, ServiceDraft};
use store::organisations::Catalogue;
use store::{Conn, NotDone};

use crate::cli::{ImportArgs, ImportWhat, TableArgs};
use crate::settings::Settings;
use crate::terminal::Terminal;

use faults::{Faults, change_word, shortened};
use rehearsal::{Opened, attempt};
use table::Source;

pub(crate) use example::take_in_example;
pub(crate) use plan_command::state_word;

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

/// What came of a table.
struct Kept {
    changes: Vec<Change>,
    /// How many open obligations are due on another day now.
    moved: u64,
}

impl From<CalendarImported> for Kept {
    fn from(CalendarImported { changes, moved }: CalendarImported) -> Self {
        Self { changes, moved }
    }
}

impl From<Vec<Change>> for Kept {
    fn from(changes: Vec<Change>) -> Self {
        Self { changes, moved: 0 }
    }
}

/// Writes rows in a transaction: one of the functions of `store::import`.
type Keep<D> = for<'c> fn(
    &'c mut Conn,
    &'c MayAdminister,
    &'c [D],
    DateTime<Utc>,
) -> BoxFuture<'c, Result<Kept, NotDone>>;

/// Runs the command.
pub(crate) async fn run(terminal: Terminal, settings: &Settings, args: ImportArgs) -> anyhow::Result<()> {
    match args.what {
        ImportWhat::Plan(args) => plan_command::run(terminal, settings, args).await,
        ImportWhat::Organisations(args) => {
            let label = |draft: &OrganisationDraft| format!("{} — {}", draft.key, draft.names.uz_latn);
            let keep: Keep<OrganisationDraft> = |conn, right, drafts, now| {
                Box::pin(store::import::organisations(conn, right, drafts, now).map_ok(Kept::from))
            };
            take_in(terminal, settings, &args, organisations::read, label, keep).await
        }
        ImportWhat::Services(args) => {
            let label = |draft: &ServiceDraft| format!("{} — {}", draft.key, draft.names.uz_latn);
            let keep: Keep<ServiceDraft> = |conn, right, drafts, now| {
                Box::pin(store::import::services(conn, right, drafts, now).map_ok(Kept::from))
            };
            take_in(terminal, settings, &args, services::read, label, keep).await
        }
        ImportWhat::People(args) => {
            let label = |draft: &PersonDraft| {
                format!("{}, {}: {}", draft.organisation, draft.role.code(), draft.name)
            };
            let keep: Keep<PersonDraft> = |conn, right, drafts, now| {
                Box::pin(store::import::people(conn, right, drafts, now).map_ok(Kept::from))
            };
            take_in(terminal, settings, &args, people::read, label, keep).await?;
            terminal.note(terminal.texts.cli_people_hint());
            Ok(())
        }
        ImportWhat::Calendar(args) => {
            let label = |draft: &CalendarDraft| format!("{} — {}", draft.date, draft.name);
            let keep: Keep<CalendarDraft> = |conn, right, drafts, now| {
                Box::pin(store::import::calendar(conn, right, drafts, now).map_ok(Kept::from))
            };
            take_in(
                terminal,
                settings,
                &args,
                |source, _, faults| calendar::read(source, faults),
                label,
                keep,
            )
            .await
        }
    }
}

/// Reads a table, checks all of it, writes it or rehearses that, and tells of each row what became of it.
async fn take_in<D: Send + Sync + 'static>(
    terminal: Terminal,
    settings: &Settings,
    args: &TableArgs,
    read: impl Fn(&Source, &HashSet<String>, &mut Faults) -> Drafts<D>,
    label: impl Fn(&D) -> String,
    keep: Keep<D>,
) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let source = Source::open(&args.file)?;
    let opened =
        terminal.busy(texts.cli_busy_database(), Opened::new(terminal, settings, args.dry_run)).await?;
    let known = keys(&*opened.store.catalogue().await.context("the organisations were not read")?);
    let mut faults = Faults::new(&source.name);
    let drafts = read(&source, &known, &mut faults);
    let Drafts { rows, drafts } = faults.none_or_told(drafts, texts)?;
    let labels: Vec<String> = drafts.iter().map(label).collect();
    let now = SystemClock.now();
    let writing = attempt(&opened.store, args.dry_run, move |conn| {
        Box::pin(async move { keep(conn, &MayAdminister::at_the_machine(), &drafts, now).await })
    });
    let kept = terminal.busy(texts.cli_busy_writing(), writing).await?;
    opened.close().await;
    for ((row, label), change) in rows.iter().zip(&labels).zip(&kept.changes) {
        tell_row(terminal, *row, label, change)?;
    }
    tell_sum(terminal, &kept.changes, args.dry_run)?;
    if kept.moved > 0 {
        terminal.say(texts.cli_calendar_moved(kept.moved))?;
    }
    Ok(())
}

/// The keys of the organisations in use.
fn keys(catalogue: &Catalogue) -> HashSet<String> {
    catalogue.organisations.values().filter(|one| one.active).map(|one| one.key.clone()).collect()
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
    let count = |wanted: fn(&Change) -> bool| changes.iter().filter(|change| wanted(change)).count();
    let different = count(|change| matches!(change, Change::Changed(_)));
    let new = count(|change| *change == Change::New);
    let removed = count(|change| *change == Change::Removed);
    let unchanged = count(|change| *change == Change::Unchanged);
    terminal.say(texts.cli_import_sum(different, new, removed, unchanged))?;
    terminal.say(if rehearsal { texts.cli_import_rehearsed() } else { texts.cli_import_done() })?;
    Ok(())
}

#[cfg(test)]
mod tests;
