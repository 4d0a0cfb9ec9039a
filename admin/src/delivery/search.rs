//! The search for a person on the page of deliveries.

use domain::ids::PersonId;
use store::{Conn, StoreError, people_lists};

use crate::address::with_query;

/// So many people are shown.
const SHOWN: usize = 20;

/// What was found for the words that somebody typed.
#[derive(Default)]
pub(super) struct Found {
    /// The words.
    pub(super) words: String,
    /// The people: the address of their messages, and the name.
    pub(super) people: Vec<(String, String)>,
}

impl Found {
    /// Whether words were typed that nobody's name has.
    pub(super) fn nobody(&self) -> bool {
        !self.words.is_empty() && self.people.is_empty()
    }
}

/// The messages to one person.
pub(super) fn of_person(person: PersonId) -> String {
    with_query("/delivery", &[("person", &person.to_string())])
}

/// The people with these words in their names.
pub(super) async fn find(conn: &mut Conn, typed: &str) -> Result<Found, StoreError> {
    let words = typed.trim().to_owned();
    if words.is_empty() {
        return Ok(Found::default());
    }
    let people = people_lists::named(conn, &words, SHOWN).await?;
    let people = people.into_iter().map(|(person, name)| (of_person(person), name)).collect();
    Ok(Found { words, people })
}
