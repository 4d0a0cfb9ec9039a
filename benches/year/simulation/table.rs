//! What a run comes to: a line a stage and kind of message, and every case in which something was wrong.

use std::collections::BTreeMap;
use std::fmt;

use domain::reminders::{Policy, Stage};

use super::kinds::Kind;
use super::model::Why;
use super::trouble::Weather;

/// So many cases are told; of the others only the number.
const CASES: usize = 25;

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Line {
    /// So many working days before the due day, the farthest first.
    Before(std::cmp::Reverse<u8>),
    Due,
    /// In the last hours of the due day, where the plan is urgent.
    LastHours,
    /// In the days after it.
    After,
    /// In the weeks after those.
    Weekly,
    /// A promise was not kept.
    Promise,
    /// The person had put it off until then.
    Asked,
    /// The list of all that falls due soon.
    List,
    Message(Kind),
}

impl Line {
    pub(crate) fn of(why: Why) -> Self {
        let Why::Stage(stage) = why else { return Self::List };
        match stage {
            Stage::Before(days) => Self::Before(std::cmp::Reverse(days)),
            Stage::DueDay => Self::Due,
            Stage::LastHours => Self::LastHours,
            Stage::After(days) if days <= Policy::default().daily_after() => Self::After,
            Stage::After(_) => Self::Weekly,
            Stage::Promise(_) => Self::Promise,
            Stage::Asked(_) => Self::Asked,
        }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Before(days) => return write!(f, "{} before", days.0),
            Self::Due => "due",
            Self::LastHours => "last hours",
            Self::After => "after, daily",
            Self::Weekly => "after, weekly",
            Self::Promise => "promise missed",
            Self::Asked => "put off until today",
            Self::List => "on the list",
            Self::Message(kind) => kind.name(),
        })
    }
}

/// What came of the messages of one line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// They should have come.
    pub(crate) expected: u64,
    /// They came in time.
    pub(crate) delivered: u64,
    /// They came, but after the next working morning.
    pub(crate) late: u64,
    /// They never came.
    pub(crate) lost: u64,
    /// Nobody can say whether they came, and they may not come twice: they are shown to the administrator instead.
    pub(crate) given_up: u64,
    /// They came again.
    pub(crate) doubled: u64,
    /// There was nobody to reach any more, or nothing left to remind of or to decide about.
    pub(crate) moot: u64,
}

/// What a run comes to. Equal seeds give equal ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) lines: BTreeMap<Line, Counts>,
    pub(crate) troubles: BTreeMap<Weather, u64>,
    /// Doubled messages, each of which Telegram had taken without our hearing a yes.
    pub(crate) doubled: Vec<String>,
    pub(crate) wrong: Vec<String>,
    pub(crate) crashes: u64,
    pub(crate) obligations: usize,
    pub(crate) reported: u64,
    pub(crate) blocked: u64,
}

impl Report {
    pub(crate) fn line(&mut self, line: Line) -> &mut Counts {
        self.lines.entry(line).or_default()
    }

    /// Whether nothing was wrong.
    pub(crate) fn holds(&self) -> bool {
        self.wrong.is_empty() && self.lines.values().all(|counts| counts.lost == 0)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| stage or kind | expected | delivered | doubled | late | lost | given up | moot |")?;
        writeln!(f, "|---|---|---|---|---|---|---|---|")?;
        for (line, counts) in &self.lines {
            let Counts { expected, delivered, late, lost, given_up, doubled, moot } = counts;
            writeln!(
                f,
                "| {line} | {expected} | {delivered} | {doubled} | {late} | {lost} | {given_up} | {moot} |"
            )?;
        }
        writeln!(
            f,
            "\n{} obligations, those made ahead included, {} reports, {} people who blocked the bot or left, {} crashes",
            self.obligations, self.reported, self.blocked, self.crashes
        )?;
        let troubles: Vec<_> =
            self.troubles.iter().map(|(weather, times)| format!("{weather:?} {times}")).collect();
        writeln!(f, "troubles: {}", if troubles.is_empty() { "none".into() } else { troubles.join(", ") })?;
        list(f, "doubled, each after a yes that did not reach us", &self.doubled)?;
        list(f, "wrong", &self.wrong)
    }
}

fn list(f: &mut fmt::Formatter<'_>, title: &str, cases: &[String]) -> fmt::Result {
    writeln!(f, "\n{title}: {}", cases.len())?;
    for case in cases.iter().take(CASES) {
        writeln!(f, "- {case}")?;
    }
    match cases.len().checked_sub(CASES) {
        Some(more @ 1..) => writeln!(f, "- and {more} more"),
        _ => Ok(()),
    }
}
