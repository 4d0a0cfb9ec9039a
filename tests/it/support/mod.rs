//! What the tests stand on: databases, a city, Telegram, the program itself, and a browser.

pub(crate) mod city;
pub(crate) mod databases;
pub(crate) mod demo;
pub(crate) mod hand;
pub(crate) mod installation;
pub(crate) mod log;
pub(crate) mod postgres;
pub(crate) mod program;
pub(crate) mod telegram;
pub(crate) mod town;
pub(crate) mod traces;
pub(crate) mod walks;
pub(crate) mod webdriver;
