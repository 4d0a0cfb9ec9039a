//! The panel as a browser sees it, over a real store on a temporary file.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod attacks;
mod browser;
mod city;
mod comments;
mod control;
mod days;
mod delivery;
mod desk;
mod entry;
mod export;
mod exports;
mod find;
mod honest;
mod import;
mod leaders;
mod leave;
mod live;
mod matrix;
mod mini_app;
mod numbers;
mod pages;
mod past;
mod points;
mod privacy;
mod quarantine;
mod registry;
mod reminding;
mod reporting;
mod results;
mod roles;
mod together;
mod translations;
mod uploads;
mod visits;
mod walls;
mod work;
