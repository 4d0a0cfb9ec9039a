//! `nazorat import plan`: what stands in the table, what was read from each deadline, and what became of each row.

use anyhow::Context;
use chrono::NaiveDate;
use domain::calendar::WorkingCalendar;
use domain::clock::{Clock, SystemClock};
use domain::deadline::{self, Rule};
use domain::people::MayAdminister;
use serde::Serialize;
use store::import::{Change, MeasureDraft, PlanImported, Table};
use store::plan::RuleState;
use tables::{
    Directory, Faults, Found, Kind, PlanHead, Read, Source, default_title, executor_lines, measure_lines,
    next_dates,
};

use super::rehearsal::{Opened, attempt};
use super::{none_or_told, opened_source, read_whole, tell_row, tell_sum};
use crate::cli::PlanArgs;
use crate::settings::Settings;
use crate::terminal::{Terminal, said};

/// Runs the command.
pub(super) async fn run(terminal: Terminal, settings: &Settings, args: PlanArgs) -> anyhow::Result<()> {
    let source = opened_source(&args.table.file)?;
    if args.json {
        return readings_as_json(terminal, &source, args.adopted);
    }
    let texts = terminal.texts;
    let rehearsal = args.table.dry_run;
    let opened = terminal.busy(texts.cli_busy_database(), Opened::new(terminal, settings, rehearsal)).await?;
    let catalogue = opened.store.catalogue().await.context("the organisations were not read")?;
    let directory = Directory::new(&catalogue);
    if directory.is_empty() && !rehearsal {
        return Err(said(texts.cli_no_organisations()));
    }
    let number = args.number.unwrap_or_default();
    let title = args.title.unwrap_or_else(|| default_title(&number, args.adopted));
    let head = PlanHead { number, adopted: args.adopted, title };
    let Read { rows, table, founds, .. } = read_whole(terminal, Kind::Plan, &source, &catalogue, Some(head))?;
    let Table::Plan(draft) = table else { return Ok(()) };
    let drafts = draft.measures.clone();

    let now = SystemClock.now();
    let keeping = attempt(&opened.store, rehearsal, move |conn| {
        Box::pin(
            async move { store::import::plan(conn, &MayAdminister::at_the_machine(), &draft, now).await },
        )
    });
    let imported = terminal.busy(texts.cli_busy_writing(), keeping).await?;
    let report = Report { terminal, adopted: args.adopted, calendar: &catalogue.calendar };
    let judged = imported.changes.iter().zip(&imported.rules);
    for (((row, measure), found), (change, rule)) in rows.iter().zip(&drafts).zip(&founds).zip(judged) {
        report.measure(*row, measure, change, rule)?;
        report.executors(found)?;
    }
    report.end(&imported, directory.is_empty(), rehearsal)?;
    if !rehearsal {
        let made = store::obligations::create_missing(&opened.store, &catalogue, SystemClock.today(), now);
        let made = terminal.busy(texts.cli_busy_writing(), made).await.context("no obligations were made")?;
        terminal.say(texts.cli_plan_obligations(made))?;
    }
    opened.close().await;
    Ok(())
}

/// Tells of a plan what was read and what became of it.
struct Report<'c> {
    terminal: Terminal,
    adopted: NaiveDate,
    calendar: &'c WorkingCalendar,
}

impl Report<'_> {
    /// The row, its phrase, its rule with the next dates, and how sure that is.
    fn measure(
        &self,
        row: u64,
        measure: &MeasureDraft,
        change: &Change,
        rule: &(Option<Rule>, RuleState),
    ) -> anyhow::Result<()> {
        tell_row(self.terminal, row, &format!("{}. {}", measure.number, measure.text.uz_latn), change)?;
        for line in measure_lines(self.terminal.texts, self.adopted, self.calendar, measure, rule) {
            self.terminal.say(format!("      {line}"))?;
        }
        Ok(())
    }

    /// How many organisations were found, and which words name none.
    fn executors(&self, found: &Found) -> anyhow::Result<()> {
        for line in executor_lines(self.terminal.texts, found) {
            self.terminal.say(format!("      {line}"))?;
        }
        Ok(())
    }

    /// What holds for the whole table.
    fn end(&self, imported: &PlanImported, nobody_known: bool, rehearsal: bool) -> anyhow::Result<()> {
        let texts = self.terminal.texts;
        if nobody_known {
            self.terminal.note(texts.cli_plan_no_organisations());
        }
        if !imported.not_named.is_empty() {
            let numbers = imported.not_named.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            self.terminal.note(texts.cli_plan_not_named(numbers));
        }
        tell_sum(self.terminal, &imported.changes, rehearsal)?;
        let open = imported.rules.iter().filter(|(_, state)| *state == RuleState::ToConfirm).count();
        if open > 0 {
            self.terminal.say(texts.cli_plan_waiting(open))?;
        }
        Ok(())
    }
}

/// A row as the contract with other programs has it: one JSON object a line. Needs no database.
#[derive(Serialize)]
struct ReadingRow<'r> {
    row: usize,
    phrase: &'r str,
    kind: &'static str,
    rule: String,
    next: Vec<NaiveDate>,
    certain: bool,
    why: String,
}

fn readings_as_json(terminal: Terminal, source: &Source, adopted: NaiveDate) -> anyhow::Result<()> {
    let mut faults = Faults::new(&source.name);
    let phrases = tables::phrases(source, &mut faults);
    let phrases = none_or_told(&faults, phrases, terminal.texts)?;
    let calendar = WorkingCalendar::builtin();
    for (index, phrase) in phrases.iter().enumerate() {
        let reading = deadline::read(phrase, adopted);
        let row = ReadingRow {
            row: index + 1,
            phrase,
            kind: reading.kind.code(),
            rule: reading.rule_text(),
            next: next_dates(reading.rule.as_ref(), adopted, &calendar),
            certain: reading.certain,
            why: reading.why.to_string(),
        };
        terminal.say(serde_json::to_string(&row).context("a row cannot be written as JSON")?)?;
    }
    Ok(())
}
