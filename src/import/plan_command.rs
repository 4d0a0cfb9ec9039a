//! `nazorat import plan`: what stands in the table, what was read from each deadline, and what became of each row.

use anyhow::Context;
use chrono::NaiveDate;
use domain::calendar::{Week, WorkingCalendar};
use domain::clock::{Clock, SystemClock};
use domain::deadline::{self, Rule};
use domain::language::Language;
use domain::people::MayAdminister;
use locales::{Texts, dates, words};
use serde::Serialize;
use store::import::{Change, MeasureDraft, PlanDraft, PlanImported};
use store::plan::{Part, RuleState};

use super::executors::{Directory, Found};
use super::faults::{Faults, shortened};
use super::plan;
use super::rehearsal::{Opened, attempt};
use super::table::Source;
use super::{Drafts, tell_row, tell_sum};
use crate::cli::PlanArgs;
use crate::settings::Settings;
use crate::terminal::{Terminal, said};

/// How many of the next dates of a rule are shown.
const DATES: usize = 3;

/// Runs the command.
pub(super) async fn run(terminal: Terminal, settings: &Settings, args: PlanArgs) -> anyhow::Result<()> {
    let source = Source::open(&args.table.file)?;
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
    let mut faults = Faults::new(&source.name);
    let (drafts, founds) = plan::read(&source, args.adopted, &directory, &mut faults);
    let Drafts { rows, drafts } = faults.none_or_told(drafts, texts)?;
    let number = args.number.unwrap_or_default();
    let title = args.title.unwrap_or_else(|| default_title(&number, args.adopted));
    let draft = PlanDraft { number, adopted: args.adopted, title, measures: drafts.clone() };

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

/// The title of a plan that was given none: in the default language, since it is kept.
pub(super) fn default_title(number: &str, adopted: NaiveDate) -> String {
    let language = Language::default();
    Texts::new(language).cli_plan_title(dates::date_long(language, adopted), number)
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
        (rule, state): &(Option<Rule>, RuleState),
    ) -> anyhow::Result<()> {
        let texts = self.terminal.texts;
        tell_row(self.terminal, row, &format!("{}. {}", measure.number, measure.text), change)?;
        let told = match rule {
            Some(rule) => words::rule(texts, rule),
            None => words::deadline_kind(texts, measure.reading.kind),
        };
        let next = next_dates(rule.as_ref(), self.adopted, self.calendar);
        let next: Vec<_> = next.iter().map(|day| dates::date_short(texts.language(), *day)).collect();
        let arrow = if next.is_empty() { String::new() } else { format!(" → {}", next.join(", ")) };
        self.terminal.say(format!("      “{}”: {told}{arrow}", shortened(&measure.phrase)))?;
        let is_confirmed = *state == RuleState::Confirmed;
        let why = if is_confirmed { String::new() } else { words::why(texts, measure.reading.why) };
        self.terminal.say(format!("      {}. {why}", state_word(texts, *state)).trim_end())?;
        Ok(())
    }

    /// How many organisations were found, and which words name none.
    fn executors(&self, found: &Found) -> anyhow::Result<()> {
        let texts = self.terminal.texts;
        if !found.parts.is_empty() {
            let main = found.parts.values().filter(|part| **part == Part::Main).count();
            self.terminal
                .say(format!("      {}", texts.cli_plan_executors(found.parts.len() - main, main)))?;
        }
        if !found.unknown.is_empty() {
            let words = shortened(&found.unknown.join("; "));
            self.terminal.say(format!("      {}", texts.cli_plan_unknown_executors(words)))?;
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

/// How sure a rule is, in words.
pub(crate) fn state_word(texts: Texts, state: RuleState) -> String {
    match state {
        RuleState::Certain => texts.cli_rule_certain(),
        RuleState::ToConfirm => texts.cli_rule_to_confirm(),
        RuleState::Confirmed => texts.cli_rule_confirmed(),
        RuleState::NoDate => texts.cli_rule_no_date(),
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
    let phrases = plan::phrases(source, &mut faults);
    let phrases = faults.none_or_told(phrases, terminal.texts)?;
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

/// The first dates after the adoption that the rule makes or would make.
fn next_dates(rule: Option<&Rule>, adopted: NaiveDate, calendar: &WorkingCalendar) -> Vec<NaiveDate> {
    rule.map(|rule| rule.next(adopted, adopted, DATES, calendar.in_week(Week::Five))).unwrap_or_default()
}
