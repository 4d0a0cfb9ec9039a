//! `nazorat doctor`: what is in order, what is not, and how to mend it.
//!
//! It changes nothing, never prints a secret, and goes on after a fault, so that all is told at once.

mod city;
mod machine;
mod telegram;

use domain::clock::{Clock, SystemClock};
use locales::Texts;

use crate::settings::{SETTINGS, Settings, Variables};
use crate::terminal::{Terminal, said};

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Ok,
    Warn,
    Fail,
}

/// A line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Finding {
    level: Level,
    text: String,
    /// What to do about it.
    mend: Option<String>,
}

impl Finding {
    fn ok(text: String) -> Self {
        Self { level: Level::Ok, text, mend: None }
    }

    fn warn(text: String, mend: String) -> Self {
        Self { level: Level::Warn, text, mend: Some(mend) }
    }

    fn fail(text: String, mend: String) -> Self {
        Self { level: Level::Fail, text, mend: Some(mend) }
    }
}

/// Runs the command. Fails when one of the checks does.
pub(crate) async fn run(
    terminal: Terminal,
    variables: &Variables,
    settings: anyhow::Result<Settings>,
) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let mut failed = 0;
    for name in variables.unknown() {
        let finding = Finding::warn(texts.doctor_setting_unknown(name), texts.doctor_setting_unknown_mend());
        failed += tell(terminal, &finding)?;
    }
    let settings = settings?;
    failed += tell(terminal, &Finding::ok(texts.doctor_settings()))?;
    for setting in &SETTINGS {
        terminal.say(format!("{:8}  {} = {}", "", setting.name, variables.shown(setting)))?;
    }
    for finding in machine::check(texts, &settings) {
        failed += tell(terminal, &finding)?;
    }
    let of_city = city::check(texts, &settings, SystemClock.today());
    for finding in terminal.busy(texts.cli_busy_database(), of_city).await {
        failed += tell(terminal, &finding)?;
    }
    let of_telegram = telegram::check(texts, &settings, SystemClock.now());
    for finding in terminal.busy(texts.cli_busy_telegram(), of_telegram).await {
        failed += tell(terminal, &finding)?;
    }
    if failed == 0 { Ok(()) } else { Err(said(texts.doctor_failed(failed))) }
}

/// Prints a finding. Gives 1 for a fault.
fn tell(terminal: Terminal, finding: &Finding) -> anyhow::Result<usize> {
    terminal.say(format!("{:<8}  {}", level_word(terminal.texts, finding.level), finding.text))?;
    if let Some(mend) = &finding.mend {
        terminal.say(format!("{:8}  → {mend}", ""))?;
    }
    Ok(usize::from(finding.level == Level::Fail))
}

fn level_word(texts: Texts, level: Level) -> String {
    match level {
        Level::Ok => texts.doctor_ok(),
        Level::Warn => texts.doctor_warn(),
        Level::Fail => texts.doctor_fail(),
    }
}

/// An error and its causes on one line.
fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
