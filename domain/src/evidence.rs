//! What proves an answer: which files are taken, what words are worth, and the links and record numbers in them.
//!
//! Nothing here opens a file: a name, a kind of content and a size are given, as their sender tells them.

use crate::{codes::coded, refusal::Refusal, written::tidy};

mod files;
mod words;

pub use files::{FILE_LIMIT, FILES_AT_ONCE, TAKEN, check_file, is_program};
pub use words::{Words, read_words, record_number};

/// So many characters of an officer's own words are a proof.
pub const PROVING_WORDS: usize = 10;

coded! {
    /// Whether "done" needs a proof.
    pub enum Need {
        /// A proof is welcome.
        Welcome = "welcome",
        /// Nothing is reported without one.
        Required = "required",
    }
}

/// Something that proves a report: a file, or words that say enough. Only a look at what was brought makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof(());

impl Proof {
    /// A file that is taken.
    pub fn of_file(name: Option<&str>, mime: Option<&str>, bytes: i64) -> Result<Self, Refusal> {
        check_file(name, mime, bytes).map(|()| Self(()))
    }

    /// Words: a link, a record number, or enough of the officer's own.
    pub fn of_words(typed: &str) -> Option<Self> {
        let words = read_words(typed);
        let own = words.text.as_deref().map_or(0, |text| tidy(text).chars().count());
        let proves = !words.links.is_empty() || !words.records.is_empty() || own >= PROVING_WORDS;
        proves.then_some(Self(()))
    }
}

#[cfg(test)]
mod tests;
