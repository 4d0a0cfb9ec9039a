//! Proves that the parts hold together: the walls between them, the databases, the stories of the people who use them.
//!
//! One binary, so that it links once. `scripts/test stories` runs it with everything that it needs.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]
#![expect(
    clippy::disallowed_methods,
    reason = "tests stand outside the program: they read their own environment and start tasks"
)]

mod backups;
mod boundaries;
mod commands;
mod database;
mod driven;
mod pages;
mod stories;
mod support;
