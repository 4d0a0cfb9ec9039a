//! The playground over real HTTP, as a bot and a browser meet it.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod faults;
mod keyboards;
mod media;
mod messages;
mod page;
mod people;
mod profile;
mod support;
mod updates;
mod webhooks;
