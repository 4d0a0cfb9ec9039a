//! The terminal of whoever runs a command: what is printed, in which language, and that a long wait is not silent.
//!
//! Results go to standard output, everything about the work to standard error.

use std::future::Future;
use std::io::{self, Write};
use std::pin::pin;
use std::time::Duration;

use domain::language::Language;
use locales::Texts;

/// A wait that is longer than this is told.
const SILENCE: Duration = Duration::from_secs(1);

/// Where a command prints.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terminal {
    /// The sentences, in the administrator's language.
    pub(crate) texts: Texts,
}

impl Terminal {
    pub(crate) fn new(language: Language) -> Self {
        Self { texts: Texts::new(language) }
    }

    /// A line of the result.
    #[expect(clippy::unused_self, reason = "a command prints through the terminal that it was given")]
    pub(crate) fn say(self, line: impl AsRef<str>) -> io::Result<()> {
        writeln!(io::stdout().lock(), "{}", line.as_ref())
    }

    /// A line about the work. When nobody can read it, the work goes on.
    #[expect(clippy::unused_self, reason = "a command prints through the terminal that it was given")]
    pub(crate) fn note(self, line: impl AsRef<str>) {
        let _ = writeln!(io::stderr().lock(), "{}", line.as_ref());
    }

    /// Waits for `work`, and says what it is and how long it takes when that is longer than a second.
    pub(crate) async fn busy<T>(self, what: String, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        let mut every = tokio::time::interval_at(tokio::time::Instant::now() + SILENCE, SILENCE * 5);
        let mut seconds = SILENCE.as_secs();
        loop {
            tokio::select! {
                result = &mut work => return result,
                _ = every.tick() => {
                    self.note(self.texts.cli_still_working(seconds, what.as_str()));
                    seconds += SILENCE.as_secs() * 5;
                }
            }
        }
    }
}

/// Something that went wrong, said in the administrator's language already.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Said(pub(crate) String);

/// The same as an error of a command.
pub(crate) fn said(text: impl Into<String>) -> anyhow::Error {
    Said(text.into()).into()
}
