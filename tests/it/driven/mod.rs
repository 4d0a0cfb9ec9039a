//! The panel as people use it: they read, click and type in a real browser, each on their working day.
//!
//! Everything is found by its words, as a person finds it, in Uzbek on SQLite and in Russian on PostgreSQL. What each page looks
//! like stands in `tests/it/pages`, what it refuses in `admin/tests`. `walks.txt` says which story leads to which page.

mod administrator;
mod citizen;
mod controller;
mod deputy;
mod head;
mod keeper;
mod past;
mod people;
mod points;
mod results;
mod rules;
mod walks;

use domain::language::Language;
use locales::Texts;

use crate::pages::scene;
use crate::support::databases::Base;
use crate::support::hand::Desk;
use crate::support::town::{By, Town};

/// A Wednesday morning, the day after the first deadline.
const MORNING: &str = "2026-12-16T05:00:00Z";

/// A town in which something happened, and the texts in the language of this database's people.
async fn filled(base: Base) -> (Town, Texts) {
    let language = language_of(&base);
    let town = Town::open(base, By::Webhook, MORNING).await;
    scene::fill(&town).await;
    (town, Texts::new(language))
}

/// What the people of this database read.
fn language_of(base: &Base) -> Language {
    if base.url.starts_with("sqlite") { Language::UzLatn } else { Language::Ru }
}

/// The desk of the person with this Telegram account, on the first page of the panel.
async fn desk(town: &Town, person: i64, t: Texts) -> Desk {
    Desk::at(town.browser_of(person).await, &town.panel_url, t).await
}
