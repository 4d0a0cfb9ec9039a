//! The panel as a browser sees it, over a real store on a temporary file.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod browser;
mod city;
mod comments;
mod control;
mod delivery;
mod desk;
mod entry;
mod import;
mod leaders;
mod leave;
mod live;
mod pages;
mod points;
mod privacy;
mod quarantine;
mod registry;
mod reminding;
mod results;
mod uploads;
mod visits;
mod walls;
mod work;
