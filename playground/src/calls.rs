//! The log of what the bot asked for, for tests and for people who wonder what their bot does.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::error::Answer;
use crate::state::{Playground, push_bounded};

/// Calls kept.
const KEPT_MAX: usize = 5000;
/// Characters of one argument in the log.
const ARGUMENT_MAX: usize = 8 * 1024;

/// One call of the bot.
#[derive(Clone, Debug, Serialize)]
pub struct Call {
    /// The method as Telegram spells it; an unknown one as the bot spelled it.
    pub method: String,
    /// The arguments as text; a file is told by name and size.
    pub args: BTreeMap<String, String>,
    /// When it came, by the world's clock.
    pub at: DateTime<Utc>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused.
    Refused {
        /// The error code.
        code: u16,
        /// The description, with its prefix.
        description: String,
    },
    /// An injected fault kept it from happening.
    Prevented,
}

impl Outcome {
    pub(crate) fn of(answer: &Answer) -> Self {
        match answer {
            Ok(_) => Self::Done,
            Err(error) => Self::Refused { code: error.code, description: error.description.clone() },
        }
    }
}

/// The last calls, and every argument name that no method knows.
#[derive(Default)]
pub(crate) struct CallLog {
    calls: VecDeque<Call>,
    unknown: BTreeSet<String>,
}

impl CallLog {
    pub(crate) fn add(&mut self, mut call: Call) {
        for text in call.args.values_mut() {
            if text.len() > ARGUMENT_MAX {
                let end = text.floor_char_boundary(ARGUMENT_MAX);
                text.truncate(end);
            }
        }
        push_bounded(&mut self.calls, call, KEPT_MAX);
    }

    /// Notes a name such as `sendMessage.txt` that Telegram would ignore without a word.
    pub(crate) fn unknown(&mut self, method: &str, argument: &str) {
        if self.unknown.len() < KEPT_MAX && self.unknown.insert(format!("{method}.{argument}")) {
            tracing::warn!(method, argument, "the bot gave an argument that the method does not know");
        }
    }
}

impl Playground {
    /// The last calls, the oldest first.
    #[must_use]
    pub fn calls(&self) -> Vec<Call> {
        self.state().calls.calls.iter().cloned().collect()
    }

    /// The calls since they were last taken, the oldest first; they are forgotten here.
    #[must_use]
    pub fn take_calls(&self) -> Vec<Call> {
        std::mem::take(&mut self.state().calls.calls).into()
    }

    /// Forgets the calls so far.
    pub fn clear_calls(&self) {
        self.state().calls = CallLog::default();
    }

    /// Arguments, as `method.argument`, that the bot gave and that the method does not have.
    #[must_use]
    pub fn unknown_arguments(&self) -> Vec<String> {
        self.state().calls.unknown.iter().cloned().collect()
    }
}
