//! What the record is narrowed to, in the address and in the form.

use chrono::{Datelike, NaiveDate, NaiveTime};
use domain::clock::in_tashkent;
use domain::ids::{OrganisationId, PersonId};
use serde::Deserialize;
use store::events::{ACTS, Wanted};

use super::words;
use crate::address::with_query;
use crate::as_of;
use crate::session::SignedIn;

/// Longer words find nothing that shorter ones do not.
const LONGEST_WORDS: usize = 80;

/// What stands in the address. What cannot be read narrows nothing.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    pub(super) who: String,
    /// A kind of thing, or one act upon it: `obligation`, `obligation.accepted`.
    #[serde(default)]
    pub(super) what: String,
    /// The number of the one thing.
    #[serde(default)]
    pub(super) thing: String,
    #[serde(default)]
    pub(super) organisation: String,
    #[serde(default)]
    pub(super) from: String,
    #[serde(default)]
    pub(super) to: String,
    #[serde(default)]
    pub(super) q: String,
    #[serde(default)]
    pub(super) before: String,
}

/// A day that both databases can keep.
fn day(text: &str) -> Option<NaiveDate> {
    as_of::read(text).ok().filter(|day| day.year() > 0)
}

impl Asked {
    /// Without what cannot be read.
    pub(super) fn tidied(self) -> Self {
        let number = |text: String| if text.parse::<i64>().is_ok() { text } else { String::new() };
        let day = |text: String| if day(&text).is_some() { text } else { String::new() };
        let what = if is_known(&self.what) { self.what } else { String::new() };
        Self {
            who: number(self.who),
            thing: if what.is_empty() { String::new() } else { number(self.thing) },
            what,
            organisation: number(self.organisation),
            from: day(self.from),
            to: day(self.to),
            q: self.q.trim().chars().take(LONGEST_WORDS).collect(),
            before: number(self.before),
        }
    }

    /// The same as the store asks for it.
    pub(super) fn wanted(&self) -> Wanted {
        let (subject, action) = match self.what.split_once('.') {
            Some((subject, action)) => (Some(subject), Some(action)),
            None => (Some(self.what.as_str()).filter(|what| !what.is_empty()), None),
        };
        Wanted {
            actor: self.who.parse().ok().map(PersonId),
            action: action.map(str::to_owned),
            subject: subject.map(str::to_owned),
            subject_id: self.thing.parse().ok(),
            organisation: self.organisation.parse().ok().map(OrganisationId),
            from: day(&self.from).map(|day| in_tashkent(day, NaiveTime::MIN)),
            until: day(&self.to).and_then(|day| day.succ_opt()).map(|day| in_tashkent(day, NaiveTime::MIN)),
            words: self.q.clone(),
            before: self.before.parse().ok(),
        }
    }

    /// The address of the same list, from before the event of this number on.
    pub(super) fn address(&self, before: &str) -> String {
        let parameters = [
            ("who", self.who.as_str()),
            ("what", &self.what),
            ("thing", &self.thing),
            ("organisation", &self.organisation),
            ("from", &self.from),
            ("to", &self.to),
            ("q", &self.q),
            ("before", before),
        ];
        with_query("/audit", &parameters)
    }

    /// What the address narrows the list to, as it can be kept.
    pub(super) fn query(&self) -> String {
        self.address("").split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default()
    }

    /// The filters that are no field of the form: their words and the address without them.
    pub(super) fn narrowed(&self, signed: &SignedIn) -> Vec<(String, String)> {
        if self.thing.is_empty() {
            return Vec::new();
        }
        let without = Self { thing: String::new(), ..self.clone() };
        vec![(signed.texts().audit_only_one(self.thing.as_str()), without.address(""))]
    }

    /// Whether anything is narrowed.
    pub(super) fn narrows(&self) -> bool {
        !self.query().is_empty()
    }
}

fn is_known(what: &str) -> bool {
    let (subject, action) = match what.split_once('.') {
        Some((subject, action)) => (subject, Some(action)),
        None => (what, None),
    };
    ACTS.iter().any(|(known, acts)| *known == subject && action.is_none_or(|action| acts.contains(&action)))
}

/// One line of a list to choose from: the value, the words, whether it is chosen.
type Choice = (String, String, bool);

/// What can be chosen.
pub(super) struct Choices {
    pub(super) actors: Vec<Choice>,
    /// Kinds of things, each with its acts.
    pub(super) acts: Vec<(Choice, Vec<Choice>)>,
    pub(super) organisations: Vec<Choice>,
}

impl Choices {
    pub(super) fn new(signed: &SignedIn, asked: &Asked, actors: Vec<(PersonId, String)>) -> Self {
        let t = signed.texts();
        let choice = |value: String, words: String, chosen: &str| {
            let is_chosen = value == chosen;
            (value, words, is_chosen)
        };
        let all = signed.catalogue.organisations.values();
        let mut organisations: Vec<Choice> = all
            .filter(|one| signed.see.scope().includes(one.id))
            .map(|one| choice(one.id.to_string(), signed.organisation_name(one.id), &asked.organisation))
            .collect();
        organisations.sort_by(|one, other| one.1.cmp(&other.1));
        let acts = ACTS.iter().map(|(subject, acts)| {
            let kind = choice((*subject).to_owned(), words::thing(t, subject), &asked.what);
            let each = acts.iter().map(|action| {
                choice(format!("{subject}.{action}"), words::act(t, subject, action), &asked.what)
            });
            (kind, each.collect())
        });
        Self {
            actors: actors.into_iter().map(|(id, name)| choice(id.to_string(), name, &asked.who)).collect(),
            acts: acts.collect(),
            organisations,
        }
    }
}
