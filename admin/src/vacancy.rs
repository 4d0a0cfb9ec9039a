//! Organisations without an officer whom a message reaches, in the words of the pages: always with somebody to call, where
//! there is somebody.

use locales::Texts;
use store::people::{Recipient, Vacancy};

/// What is missing there, and whom to call.
pub(crate) fn sentence(t: Texts, vacancy: &Vacancy) -> String {
    match (&vacancy.told, &vacancy.call) {
        (Some(head), _) => t.vacancy_head(named(head)),
        (None, Some(call)) => t.vacancy_call(named(call)),
        (None, None) => t.people_vacant(),
    }
}

/// The name, and what they are called at work.
pub(crate) fn named(one: &Recipient) -> String {
    match &one.position {
        Some(position) => format!("{}, {position}", one.name),
        None => one.name.clone(),
    }
}
