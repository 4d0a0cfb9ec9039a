//! A published result as it is frozen: the open data, word for word.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::language::{Language, Names};
use crate::ratings::{Counts, Rank};

/// The name of the shape of a document. A later shape gets a later number, and an address of its own.
pub const FORMAT: &str = "nazorat-results/1";

/// Digits after the point of means and shares in documents.
const DIGITS: i32 = 6;

/// The results of one period in one version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Always [`FORMAT`].
    pub format: String,
    /// `2026-Q3`, `2026-H1` or `2026`.
    pub period: String,
    /// The first day that was counted,
    pub first_day: NaiveDate,
    /// and the last.
    pub last_day: NaiveDate,
    /// 1, and one more for each correction.
    pub version: u32,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// Why it replaces the version before it.
    pub correction: Option<String>,
    /// Nothing is told of fewer ratings.
    pub threshold: u64,
    /// Suspicious ratings that are in none of the figures, of the whole city.
    pub set_aside: SetAside,
    /// The published quarters of which it is the sum; none of a quarter.
    pub sources: Vec<Source>,
    /// The organisations, one above those below it.
    pub organisations: Vec<Organisation>,
}

/// How many ratings are counted nowhere, since they look as if no citizens had given them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// They wait for a reviewer.
    pub waiting: u64,
    /// A reviewer left them out.
    pub left_out: u64,
}

/// A published result of which another is a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its period.
    pub period: String,
    /// Its version.
    pub version: u32,
    /// The hash of its document.
    pub sha256: String,
}

/// An organisation, with all that is below it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// The key of the organisation above it.
    pub above: Option<String>,
    /// What is told of it.
    #[serde(flatten)]
    pub entry: Entry,
    /// The services that it gives itself.
    pub services: Vec<Entry>,
}

/// What is told of an organisation or a service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The short name by which files and addresses call it.
    pub key: String,
    /// Its names, by the tags of the languages.
    pub names: std::collections::BTreeMap<Language, String>,
    /// Its figures; none when there are too few ratings, or when they would tell of somebody else's few.
    pub figures: Option<Figures>,
    /// Where it stands among its like, as far as intervals tell: organisations below the same one, or all services.
    pub place: Option<Place>,
}

impl Entry {
    /// Without figures yet.
    pub(super) fn new(key: &str, names: &Names) -> Self {
        let name = |language: Language| (language, names.in_language(language).to_owned());
        let names = Language::ALL.into_iter().map(name).collect();
        Self { key: key.to_owned(), names, figures: None, place: None }
    }

    /// Its name.
    pub fn name(&self, language: Language) -> &str {
        self.names.get(&language).map_or(&self.key, |name| name.as_str())
    }
}

/// A place, or the range in which it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The best that it can be.
    pub best: usize,
    /// The worst.
    pub worst: usize,
    /// Among how many.
    pub of: usize,
}

impl Place {
    pub(super) fn new(rank: Rank, of: usize) -> Self {
        Self { best: rank.best, worst: rank.worst, of }
    }
}

/// The figures of enough marks. Means are from 1 to 5, shares from 0 to 1, both with six digits after the point.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// How many ratings.
    pub n: u64,
    /// How many gave each mark, from 1 to 5.
    pub marks: [u64; 5],
    /// The mean mark,
    pub mean: f64,
    /// and the ends of its 95 % interval.
    pub mean_low: f64,
    /// The upper end.
    pub mean_high: f64,
    /// The share of marks 4 and 5,
    pub satisfied: f64,
    /// and the ends of its 95 % interval.
    pub satisfied_low: f64,
    /// The upper end.
    pub satisfied_high: f64,
}

impl Figures {
    /// The figures of these marks; none when they are too few.
    pub fn of(counts: Counts) -> Option<Self> {
        if !counts.is_publishable() {
            return None;
        }
        let (mean, share) = (counts.mean_interval()?, counts.satisfied_interval()?);
        Some(Self {
            n: counts.total(),
            marks: counts.0,
            mean: rounded(counts.mean()?),
            mean_low: rounded(mean.low),
            mean_high: rounded(mean.high),
            satisfied: rounded(counts.satisfied_share()?),
            satisfied_low: rounded(share.low),
            satisfied_high: rounded(share.high),
        })
    }

    /// The marks again.
    pub fn counts(&self) -> Counts {
        Counts(self.marks)
    }
}

fn rounded(number: f64) -> f64 {
    let scale = 10_f64.powi(DIGITS);
    (number * scale).round() / scale
}

impl Document {
    /// All its services, with the organisations that give them.
    pub fn services(&self) -> impl Iterator<Item = (&Organisation, &Entry)> {
        self.organisations.iter().flat_map(|one| one.services.iter().map(move |service| (one, service)))
    }

    /// What is told of a service: at the organisation that gives it, or, where it does not stand there, at the first that gave it.
    /// A service that moved to another organisation stands at each that was rated for it.
    pub fn service(&self, key: &str, giver: Option<&str>) -> Option<&Entry> {
        let all = || self.services().filter(|(_, one)| one.key == key);
        let here = all().find(|(by, _)| Some(by.entry.key.as_str()) == giver);
        here.or_else(|| all().next()).map(|(_, one)| one)
    }

    /// The organisation with this key.
    pub fn organisation(&self, key: &str) -> Option<&Organisation> {
        self.organisations.iter().find(|one| one.entry.key == key)
    }

    /// The organisation above all others: the whole city.
    pub fn whole(&self) -> Option<&Organisation> {
        self.organisations.iter().find(|one| one.above.is_none())
    }

    /// Whether it tells the same as another one, whenever and as whichever version the two were published.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let bare = |one: &Self| Self {
            version: 0,
            published_at: DateTime::UNIX_EPOCH,
            correction: None,
            ..one.clone()
        };
        bare(self) == bare(other)
    }
}
