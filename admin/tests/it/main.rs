//! The panel as a browser sees it, over a real store on a temporary file.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a failure of a helper is a failed test")]

mod browser;
mod city;
mod desk;
mod entry;
mod live;
mod pages;
mod walls;
mod work;
