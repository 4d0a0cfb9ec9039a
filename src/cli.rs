//! The commands of `nazorat`, and how each ends: 0 done, 1 failed, 2 wrong usage.
//!
//! What each command and option does is told in the administrator's language; see `help.rs`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use chrono::NaiveDate;
use clap::{Args, FromArgMatches, Parser, Subcommand, ValueEnum};
use domain::deadline::Rule;
use domain::language::Language;
use domain::people::Role;

use crate::settings::{Settings, Variables};
use crate::terminal::{Said, Terminal, said};
use crate::{audit, backup, demo, doctor, help, import, invite, links, logs, migrate, plan, posters, serve};

#[derive(Debug, Parser)]
#[command(name = "nazorat", version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(DemoArgs),
    Serve(ServeArgs),
    Import(ImportArgs),
    #[command(subcommand)]
    Plan(PlanCommand),
    Invite(InviteArgs),
    Links(LinksArgs),
    Posters(PostersArgs),
    #[command(subcommand)]
    Audit(AuditCommand),
    Backup(BackupArgs),
    Restore(RestoreArgs),
    Migrate,
    Doctor,
}

/// `nazorat demo`.
#[derive(Clone, Debug, Args)]
pub(crate) struct DemoArgs {
    /// The port of the panel; the chat page takes the next one.
    #[arg(long)]
    pub(crate) port: Option<u16>,
    /// The folder that keeps the city; without it, it is gone at the end.
    #[arg(long, value_name = "DIR")]
    pub(crate) keep: Option<PathBuf>,
    /// The day on which the demo begins.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) today: Option<NaiveDate>,
}

#[derive(Clone, Debug, Args)]
struct ServeArgs {
    #[arg(long, value_name = "PART")]
    only: Option<Part>,
}

/// A part of the service that a replica runs alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    // Takes updates from Telegram and answers them.
    Bot,
    // Serves the panel.
    Panel,
    // Plans reminders and sends what waits.
    Worker,
}

/// `nazorat import`.
#[derive(Clone, Debug, Args)]
pub(crate) struct ImportArgs {
    /// Which table.
    #[command(subcommand)]
    pub(crate) what: ImportWhat,
}

/// The tables that can be imported.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum ImportWhat {
    /// A plan of measures.
    Plan(PlanArgs),
    /// The organisations and their tree.
    Organisations(TableArgs),
    /// The services and who gives them.
    Services(TableArgs),
    /// The people and their roles.
    People(TableArgs),
    /// The days off and the moved working days.
    Calendar(TableArgs),
}

/// A table and what to do with it.
#[derive(Clone, Debug, Args)]
pub(crate) struct TableArgs {
    /// The file: CSV or a workbook.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Only tell what would change.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// `nazorat import plan`.
#[derive(Clone, Debug, Args)]
pub(crate) struct PlanArgs {
    /// The table.
    #[command(flatten)]
    pub(crate) table: TableArgs,
    /// The day on which the decree was adopted.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) adopted: NaiveDate,
    /// The number of the decree.
    #[arg(long, value_name = "TEXT", required_unless_present = "json")]
    pub(crate) number: Option<String>,
    /// The title of the plan.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: Option<String>,
    /// Print the readings of the deadlines as JSON, a line each.
    #[arg(long, requires = "dry_run")]
    pub(crate) json: bool,
}

/// `nazorat plan`.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum PlanCommand {
    /// Tells the measures and their rules.
    Show(ShowArgs),
    /// Gives a measure its rule.
    Confirm(ConfirmArgs),
    /// Ends a plan.
    End(EndArgs),
}

/// `nazorat plan show`.
#[derive(Clone, Debug, Args)]
pub(crate) struct ShowArgs {
    /// The number of the plan.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) plan: Option<String>,
    /// Only measures that wait to be confirmed.
    #[arg(long)]
    pub(crate) to_confirm: bool,
}

/// `nazorat plan confirm`.
#[derive(Clone, Debug, Args)]
pub(crate) struct ConfirmArgs {
    /// The number of the measure in its plan.
    #[arg(value_name = "MEASURE")]
    pub(crate) measure: i64,
    /// The rule; the proposed one where none is given.
    #[arg(long, value_name = "RULE", value_parser = plan::rule_from_words)]
    pub(crate) rule: Option<Rule>,
    /// The number of the plan.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) plan: Option<String>,
}

/// `nazorat plan end`.
#[derive(Clone, Debug, Args)]
pub(crate) struct EndArgs {
    /// The number of the plan.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) plan: String,
    /// The last day on which it holds.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) on: NaiveDate,
}

/// `nazorat invite`.
#[derive(Clone, Debug, Args)]
pub(crate) struct InviteArgs {
    /// What the person becomes.
    #[arg(long, value_parser = role)]
    pub(crate) role: Role,
    /// The key of the organisation; the one above all others where none is named.
    #[arg(long, value_name = "KEY", required_if_eq_any = [("role", "officer"), ("role", "head")])]
    pub(crate) organisation: Option<String>,
    /// The name shown.
    #[arg(long, value_name = "NAME", required_if_eq_any = [("role", "officer"), ("role", "head"), ("role", "controller")])]
    pub(crate) name: Option<String>,
    /// What the person is called at work.
    #[arg(long, value_name = "TEXT")]
    pub(crate) position: Option<String>,
    /// The language to speak to the person until they choose one.
    #[arg(long, value_parser = language)]
    pub(crate) language: Option<Language>,
}

#[derive(Clone, Debug, Args)]
struct LinksArgs {
    #[arg(long, value_name = "KEY")]
    service: Option<String>,
}

/// `nazorat posters`.
#[derive(Clone, Debug, Args)]
pub(crate) struct PostersArgs {
    /// The key of the organisation.
    #[arg(long, value_name = "KEY", required = true)]
    pub(crate) organisation: String,
    /// The folder for the files.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// The languages of a poster.
    #[arg(long, value_name = "TAGS", value_delimiter = ',', value_parser = language, default_value = "uz-Latn,uz-Cyrl,ru")]
    pub(crate) languages: Vec<Language>,
}

/// `nazorat audit`.
#[derive(Clone, Debug, Subcommand)]
pub(crate) enum AuditCommand {
    /// Checks that the record of events is whole.
    Verify(VerifyArgs),
}

/// `nazorat audit verify`.
#[derive(Clone, Debug, Args)]
pub(crate) struct VerifyArgs {
    /// A newest hash that was noted elsewhere.
    #[arg(long, value_name = "HASH")]
    pub(crate) head: Option<String>,
}

/// `nazorat backup`.
#[derive(Clone, Debug, Args)]
pub(crate) struct BackupArgs {
    /// The file for the copy.
    #[arg(value_name = "FILE")]
    pub(crate) to: PathBuf,
    /// Put what officers sent into it as well: one archive of everything but the secret key.
    #[arg(long)]
    pub(crate) with_files: bool,
}

/// `nazorat restore`.
#[derive(Clone, Debug, Args)]
pub(crate) struct RestoreArgs {
    /// The file of the copy.
    #[arg(value_name = "FILE")]
    pub(crate) from: PathBuf,
    /// Take the place of the present database.
    #[arg(long)]
    pub(crate) replace: bool,
}

/// Runs the command that was typed.
pub(crate) fn run() -> ExitCode {
    let variables = Variables::of_process();
    let terminal = Terminal::new(variables.language());
    let matches = help::command(terminal.texts).try_get_matches();
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no errors; when they cannot be printed, nobody reads.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    match start(terminal, &variables, cli.command) {
        Ok(()) => ExitCode::SUCCESS,
        // Who reads the first lines only has what was wanted: `nazorat links | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            tell(terminal, &error);
            ExitCode::FAILURE
        }
    }
}

fn start(terminal: Terminal, variables: &Variables, command: Command) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.context("the runtime was not started")?;
    runtime.block_on(perform(terminal, variables, command))
}

async fn perform(terminal: Terminal, variables: &Variables, command: Command) -> anyhow::Result<()> {
    // The demo has settings of its own: it must run whatever the environment says.
    if let Command::Demo(args) = command {
        return demo::run(terminal, args).await;
    }
    let settings = Settings::read(variables).map_err(|faults| {
        said(format!("{}\n  {}", terminal.texts.cli_settings_wrong(), faults.join("\n  ")))
    });
    if let Command::Doctor = command {
        return doctor::run(terminal, variables, settings).await;
    }
    let settings = settings?;
    logs::start(&settings.log);
    match command {
        Command::Serve(args) => serve::run(terminal, &settings, args.only).await,
        Command::Import(args) => import::run(terminal, &settings, args).await,
        Command::Plan(command) => plan::run(terminal, &settings, command).await,
        Command::Invite(args) => invite::run(terminal, &settings, args).await,
        Command::Links(args) => links::run(terminal, &settings, args.service.as_deref()).await,
        Command::Posters(args) => posters::run(terminal, &settings, args).await,
        Command::Audit(command) => audit::run(terminal, &settings, command).await,
        Command::Backup(args) => backup::make(terminal, &settings, args).await,
        Command::Restore(args) => backup::restore(terminal, &settings, args).await,
        Command::Migrate => migrate::run(terminal, &settings).await,
        Command::Demo(_) | Command::Doctor => Ok(()),
    }
}

/// The error and its causes, a line each.
fn tell(terminal: Terminal, error: &anyhow::Error) {
    let mut causes = error.chain();
    if let Some(first) = causes.next() {
        let is_said = first.is::<Said>();
        terminal.note(if is_said { first.to_string() } else { terminal.texts.cli_error(first.to_string()) });
    }
    for cause in causes {
        terminal.note(format!("  {cause}"));
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<std::io::Error>();
    io.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

fn role(text: &str) -> Result<Role, String> {
    Role::from_code(text).ok_or_else(|| Role::ALL.map(Role::code).join(", "))
}

fn language(text: &str) -> Result<Language, String> {
    Language::from_tag(text).ok_or_else(|| Language::ALL.map(Language::tag).join(", "))
}
