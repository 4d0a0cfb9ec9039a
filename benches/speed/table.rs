//! The one table that a run prints: what was measured, the goal beside it, and whether it was met.

use std::fmt;

/// A line of the table.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    what: String,
    measured: String,
    goal: Option<(String, bool)>,
}

impl Row {
    /// A figure without a goal.
    pub(crate) fn told(what: impl Into<String>, measured: impl Into<String>) -> Self {
        Self { what: what.into(), measured: measured.into(), goal: None }
    }

    /// A figure with a goal.
    pub(crate) fn judged(
        what: impl Into<String>,
        measured: impl Into<String>,
        goal: impl Into<String>,
        met: bool,
    ) -> Self {
        Self { what: what.into(), measured: measured.into(), goal: Some((goal.into(), met)) }
    }
}

/// The lines of one benchmark.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub(crate) title: String,
    pub(crate) rows: Vec<Row>,
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n| {} | measured | goal | met |\n|---|---|---|---|", self.title)?;
        for Row { what, measured, goal } in &self.rows {
            let (goal, met) = match goal {
                Some((goal, true)) => (goal.as_str(), "yes"),
                Some((goal, false)) => (goal.as_str(), "**no**"),
                None => ("", ""),
            };
            writeln!(f, "| {what} | {measured} | {goal} | {met} |")?;
        }
        Ok(())
    }
}
