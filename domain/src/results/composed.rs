//! Making a document: from counts, or from other documents.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::corrected::{self, Tree};
use super::{Document, Entry, FORMAT, Figures, Organisation, Period, Place, SetAside, Source};
use crate::language::Names;
use crate::ratings::{Counts, PUBLISH_FROM, ranks};

/// An organisation or a service with its marks, as it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// The short name by which files call it.
    pub key: String,
    /// Its names.
    pub names: Names,
    /// The key of the organisation above an organisation, or of the one that gives a service.
    pub above: Option<String>,
    /// The marks of a service; none of an organisation, which has those of its services.
    pub counts: Counts,
}

/// What would be published, and what of it was held back so that no few people are told of.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// The document.
    pub document: Document,
    /// The keys of services with too few ratings.
    pub few: Vec<String>,
    /// The keys of organisations and services with enough ratings that are held back for the sake of others.
    pub held_back: Vec<String>,
    /// The keys of organisations and services of which too few ratings came or went since an earlier version to tell of them: what
    /// was published of them stays, in them and in all above them.
    pub kept: Vec<String>,
}

/// The results of a quarter, counted.
///
/// Organisations whose one above is not among them stand at the top. `earlier` are the versions of it that are public, the latest
/// first: no subtraction leads from one of them to a few ratings.
pub fn quarter(
    period: Period,
    (version, now): (u32, DateTime<Utc>),
    set_aside: SetAside,
    organisations: &[Body],
    services: &[Body],
    earlier: &[Document],
) -> Offered {
    let organisations = downwards(organisations);
    let places: HashMap<_, _> =
        organisations.iter().zip(0..).map(|(one, place)| (one.key.as_str(), place)).collect();
    let above = |body: &Body| body.above.as_deref().and_then(|key| places.get(key).copied());
    let mut counts = vec![Counts::default(); organisations.len()];
    for service in services {
        let mut at = above(service);
        while let Some(place) = at {
            counts[place] = [counts[place], service.counts].into_iter().sum();
            at = above(organisations[place]);
        }
    }
    let bodies = organisations.iter().copied().chain(services);
    let all: Vec<_> = bodies.zip(counts.into_iter().chain(services.iter().map(|one| one.counts))).collect();
    let leaves = all.iter().enumerate().map(|(place, (body, _))| {
        let giver = body.above.as_deref().unwrap_or_default();
        (place >= organisations.len()).then_some((giver, body.key.as_str()))
    });
    let tree = Tree {
        above: all.iter().map(|(body, _)| above(body)).collect(),
        leaves: leaves.collect(),
        counts: all.iter().map(|(_, counts)| *counts).collect(),
    };
    let told = corrected::told(&tree, earlier);
    let mut document = Document { set_aside, ..empty(period, version, now) };
    let (mut few, mut held_back) = (Vec::new(), Vec::new());
    for ((place, (body, counts)), told) in all.iter().enumerate().zip(told.counts) {
        let mut entry = Entry::new(&body.key, &body.names);
        match counts.total() {
            _ if told.is_some() => entry.figures = told.and_then(Figures::of),
            PUBLISH_FROM.. => held_back.push(body.key.clone()),
            _ if place >= organisations.len() => few.push(body.key.clone()),
            _ => {}
        }
        let above = body.above.clone().filter(|key| places.contains_key(key.as_str()));
        match (place < organisations.len(), above.as_deref().and_then(|key| places.get(key))) {
            (true, _) => document.organisations.push(Organisation { above, entry, services: Vec::new() }),
            (false, Some(giver)) => document.organisations[*giver].services.push(entry),
            // A service of nobody is told of nowhere.
            (false, None) => {}
        }
    }
    give_places(&mut document);
    let kept = told.kept.into_iter().map(|place| all[place].0.key.clone()).collect();
    Offered { document, few, held_back, kept }
}

/// The results of a half-year or a year: the sums of published quarters, the earliest first.
///
/// What was not shown in each of them is not shown. Names and tree are those of the last.
pub fn sum(period: Period, (version, now): (u32, DateTime<Utc>), quarters: &[(Document, String)]) -> Offered {
    let mut document = empty(period, version, now);
    let source = |(one, hash): &(Document, String)| Source {
        period: one.period.clone(),
        version: one.version,
        sha256: hash.clone(),
    };
    document.sources = quarters.iter().map(source).collect();
    let set_aside = |of: fn(SetAside) -> u64| quarters.iter().map(|(one, _)| of(one.set_aside)).sum();
    document.set_aside =
        SetAside { waiting: set_aside(|one| one.waiting), left_out: set_aside(|one| one.left_out) };
    if let Some((last, _)) = quarters.last() {
        document.organisations.clone_from(&last.organisations);
        for organisation in &mut document.organisations {
            add_what_moved_away(organisation, last, quarters);
        }
    }
    let total = |counts: &dyn Fn(&Document) -> Option<Counts>| -> Option<Figures> {
        quarters.iter().map(|(one, _)| counts(one)).sum::<Option<Counts>>().and_then(Figures::of)
    };
    for organisation in &mut document.organisations {
        let giver = organisation.entry.key.clone();
        organisation.entry.figures = total(&|one| counts_of(&one.organisation(&giver)?.entry));
        for service in &mut organisation.services {
            let key = service.key.clone();
            service.figures = total(&|one| at_giver(one, &key, &giver));
        }
    }
    give_places(&mut document);
    let few = document.services().filter(|(_, one)| one.figures.is_none()).map(|(_, one)| one.key.clone());
    let few = few.collect();
    Offered { document, few, held_back: Vec::new(), kept: Vec::new() }
}

fn counts_of(entry: &Entry) -> Option<Counts> {
    entry.figures.map(|figures| figures.counts())
}

/// A service that this organisation gave in an earlier quarter, and another one gives in the last, stands at both.
fn add_what_moved_away(organisation: &mut Organisation, last: &Document, quarters: &[(Document, String)]) {
    let key = organisation.entry.key.clone();
    let given = quarters.iter().rev().filter_map(|(one, _)| one.organisation(&key));
    for service in given.flat_map(|one| &one.services) {
        let is_given = last.services().any(|(_, one)| one.key == service.key);
        if is_given && organisation.services.iter().all(|one| one.key != service.key) {
            organisation.services.push(service.clone());
        }
    }
}

/// What a quarter tells of a service at this organisation: a mark stays with whom it was given to, wherever the service goes. Where
/// the service stands at others only, nobody rated this organisation for it.
fn at_giver(quarter: &Document, key: &str, giver: &str) -> Option<Counts> {
    let here = quarter.organisation(giver).and_then(|one| one.services.iter().find(|one| one.key == key));
    match here {
        Some(entry) => counts_of(entry),
        None => quarter.services().any(|(_, one)| one.key == key).then(Counts::default),
    }
}

fn empty(period: Period, version: u32, now: DateTime<Utc>) -> Document {
    Document {
        format: FORMAT.to_owned(),
        period: period.key(),
        first_day: period.first(),
        last_day: period.last(),
        version,
        published_at: now,
        correction: None,
        threshold: PUBLISH_FROM,
        set_aside: SetAside::default(),
        sources: Vec::new(),
        organisations: Vec::new(),
    }
}

/// The organisations in an order in which each stands below the one above it. One that is above itself is left out.
fn downwards(organisations: &[Body]) -> Vec<&Body> {
    let known = |key: &str| organisations.iter().any(|one| one.key == key);
    let mut ordered: Vec<&Body> =
        organisations.iter().filter(|one| !one.above.as_deref().is_some_and(known)).collect();
    let mut done = 0;
    while let Some(above) = ordered.get(done).map(|one| one.key.as_str()) {
        ordered.extend(organisations.iter().filter(|one| one.above.as_deref() == Some(above)));
        done += 1;
    }
    ordered
}

/// Places are told where figures are: among the organisations below one, and among all services.
fn give_places(document: &mut Document) {
    let mut levels: Vec<Option<String>> =
        document.organisations.iter().map(|one| one.above.clone()).collect();
    levels.sort();
    levels.dedup();
    for level in levels.into_iter().flatten() {
        let below = document.organisations.iter_mut().filter(|one| one.above.as_ref() == Some(&level));
        place_among(below.map(|one| &mut one.entry));
    }
    place_among(document.organisations.iter_mut().flat_map(|one| &mut one.services));
}

fn place_among<'a>(entries: impl Iterator<Item = &'a mut Entry>) {
    let mut with_figures = Vec::new();
    for entry in entries {
        entry.place = None;
        if let Some(interval) = entry.figures.and_then(|figures| figures.counts().mean_interval()) {
            with_figures.push((entry, interval));
        }
    }
    let intervals: Vec<_> = with_figures.iter().map(|(_, interval)| *interval).collect();
    for ((entry, _), rank) in with_figures.into_iter().zip(ranks(&intervals)) {
        entry.place = Some(Place::new(rank, intervals.len()));
    }
}
