//! Files that were looked at, kept until they are taken in or some minutes have passed.

use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::PersonId;

use super::brought::Brought;

/// How long a file is kept.
pub(super) const KEPT_FOR: TimeDelta = TimeDelta::minutes(30);
/// So many people have a file here at once; the oldest goes.
const MOST: usize = 10;

/// The files: one of each person, the last one.
#[derive(Default)]
pub(crate) struct Shelf(Mutex<Vec<Kept>>);

struct Kept {
    person: PersonId,
    hash: String,
    until: DateTime<Utc>,
    brought: Brought,
}

impl Shelf {
    /// Keeps a file in place of the person's last one. Gives the hash by which it is found again.
    pub(super) fn keep(&self, person: PersonId, brought: Brought, now: DateTime<Utc>) -> String {
        let hash = brought.hash();
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|kept| kept.person != person && kept.until > now);
        if all.len() == MOST {
            all.remove(0);
        }
        all.push(Kept { person, hash: hash.clone(), until: now + KEPT_FOR, brought });
        hash
    }

    /// The person's file with this hash, while it is kept.
    pub(super) fn get(&self, person: PersonId, hash: &str, now: DateTime<Utc>) -> Option<Brought> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = all.iter().find(|kept| kept.person == person && kept.hash == hash && kept.until > now);
        found.map(|kept| kept.brought.clone())
    }

    /// Forgets the person's file.
    pub(super) fn forget(&self, person: PersonId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|kept| kept.person != person);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tables::Kind;

    fn brought(content: &str) -> Brought {
        Brought { kind: Kind::People, head: None, name: "p.csv".into(), content: content.into() }
    }

    #[test]
    fn a_file_is_found_by_its_person_and_hash_until_it_is_replaced_or_old() {
        let now: DateTime<Utc> = "2026-11-23T04:00:00Z".parse().unwrap();
        let (shelf, one, other) = (Shelf::default(), PersonId(1), PersonId(2));
        let hash = shelf.keep(one, brought("a"), now);
        assert!(shelf.get(one, &hash, now).is_some());
        assert!(shelf.get(other, &hash, now).is_none());
        assert!(shelf.get(one, &hash, now + KEPT_FOR).is_none());
        let next = shelf.keep(one, brought("b"), now);
        assert!(next != hash && shelf.get(one, &hash, now).is_none());
        for person in 10..20 {
            shelf.keep(PersonId(person), brought("c"), now);
        }
        assert!(shelf.get(one, &next, now).is_none(), "the oldest went");
        shelf.forget(PersonId(19));
        assert!(shelf.get(PersonId(19), &brought("c").hash(), now).is_none());
    }
}
