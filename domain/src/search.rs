//! Finds things by their names as people type them: with typos, in both Uzbek scripts or in Russian, in part, in any order.
//!
//! All names are folded to one form (see [`crate::text::fold`]); a query is compared with them word by word, and a word that
//! few names have tells more than one that many have.

mod in_uzbek;
mod marking;

use std::collections::{BTreeSet, HashMap};

use crate::text::fold;
use in_uzbek::in_uzbek;

pub use marking::marked;

/// Words of a query that are compared; nobody types more to find something.
const WORDS: usize = 8;

/// Letters of a word that are compared.
const LETTERS: usize = 24;

/// A word that is at least so close is taken for the same.
const SAME: f32 = 0.6;

/// What is further from the query than this is not what was looked for.
const FAR: f32 = 0.5;

/// How much a word counts that stands in a name around the thing, such as that of its organisation.
const AROUND: f32 = 0.7;

/// Endings of Uzbek cases, which people put to short words as well.
const ENDINGS: [&str; 9] = ["ga", "ka", "ni", "ning", "da", "dan", "i", "si", "lar"];

/// Names, ready to be searched. `K` tells whose they are.
#[derive(Clone, Debug)]
pub struct Index<K> {
    /// Every word of the names once: most names share theirs, and comparing is what takes time.
    words: Vec<Vec<char>>,
    entries: Vec<Entry<K>>,
}

#[derive(Clone, Debug)]
struct Entry<K> {
    key: K,
    /// Places in the words of the index.
    own: Vec<usize>,
    around: Vec<usize>,
}

/// A thing that was found, and how close it is: 1 for a name that has every word of the query.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<K> {
    /// Whose name it is.
    pub key: K,
    /// From 0 to 1.
    pub closeness: f32,
}

impl<K> Default for Index<K> {
    fn default() -> Self {
        Self { words: Vec::new(), entries: Vec::new() }
    }
}

impl<K: Copy + Ord> Index<K> {
    /// An index of things by their own names and by the names around them.
    pub fn new<'a, Own, Around>(things: impl IntoIterator<Item = (K, Own, Around)>) -> Self
    where
        Own: IntoIterator<Item = &'a str>,
        Around: IntoIterator<Item = &'a str>,
    {
        let mut places: HashMap<Vec<char>, usize> = HashMap::new();
        let mut place = |word| {
            let next = places.len();
            *places.entry(word).or_insert(next)
        };
        let mut entries = Vec::new();
        for (key, own, around) in things {
            let own = words_of_all(own).into_iter().map(&mut place).collect();
            let around = words_of_all(around).into_iter().map(&mut place).collect();
            entries.push(Entry { key, own, around });
        }
        let mut words = vec![Vec::new(); places.len()];
        for (word, place) in places {
            words[place] = word;
        }
        Self { words, entries }
    }

    /// The things whose names are closest to `query`, the closest first; at most `limit`.
    pub fn find(&self, query: &str, limit: usize) -> Vec<Found<K>> {
        let asked: Vec<Vec<char>> = words(query).into_iter().take(WORDS).collect();
        if asked.is_empty() {
            return Vec::new();
        }
        let close: Vec<Vec<f32>> = asked.iter().map(|word| self.closeness(word)).collect();
        let of_entry = |entry: &Entry<K>| close.iter().map(|close| entry.closeness(close)).collect();
        let table: Vec<Vec<f32>> = self.entries.iter().map(of_entry).collect();
        let weights: Vec<f32> =
            (0..asked.len()).map(|place| weight(&table, place, self.entries.len())).collect();
        let all: f32 = weights.iter().sum();
        let mut found: Vec<Found<K>> = self
            .entries
            .iter()
            .zip(&table)
            .map(|(entry, closeness)| {
                let sum: f32 = closeness.iter().zip(&weights).map(|(close, weight)| close * weight).sum();
                Found { key: entry.key, closeness: sum / all }
            })
            .filter(|found| found.closeness >= FAR)
            .collect();
        found.sort_by(|one, other| {
            other.closeness.total_cmp(&one.closeness).then_with(|| one.key.cmp(&other.key))
        });
        found.truncate(limit);
        found
    }

    /// How close each word of the names is.
    fn closeness(&self, asked: &[char]) -> Vec<f32> {
        let uzbek = in_uzbek(asked);
        let alike_in_any = |word: &Vec<char>| {
            let in_uzbek = uzbek.as_ref().map_or(0.0, |uzbek| 0.9 * alike(uzbek, word));
            alike(asked, word).max(in_uzbek)
        };
        self.words.iter().map(alike_in_any).collect()
    }
}

impl<K> Entry<K> {
    /// How close the closest word of the names is.
    fn closeness(&self, close: &[f32]) -> f32 {
        let best = |words: &[usize]| words.iter().map(|place| close[*place]).fold(0.0, f32::max);
        best(&self.own).max(AROUND * best(&self.around))
    }
}

/// How much a word of the query tells: more when fewer names have it.
fn weight(table: &[Vec<f32>], place: usize, of: usize) -> f32 {
    let having = table.iter().filter(|closeness| closeness[place] >= SAME).count();
    (1.0 + small(of) / (1.0 + small(having))).ln()
}

#[expect(clippy::cast_precision_loss, reason = "a country has fewer services than 2^24")]
fn small(count: usize) -> f32 {
    count as f32
}

fn words_of_all<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<Vec<char>> {
    let all: BTreeSet<Vec<char>> = names.into_iter().flat_map(words).collect();
    all.into_iter().collect()
}

/// The words of a text in the form in which they are compared; single letters are left out.
fn words(text: &str) -> Vec<Vec<char>> {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words.map(simplified).filter(|word| word.len() > 1).collect()
}

/// Without what people write one way or the other: q for k, doubled letters.
fn simplified(word: &str) -> Vec<char> {
    let mut letters: Vec<char> =
        word.chars().map(|letter| if letter == 'q' { 'k' } else { letter }).take(LETTERS).collect();
    letters.dedup_by(|next, before| next == before && !next.is_numeric());
    letters
}

/// How alike a word that was typed is to a word of a name, from 0 to 1.
fn alike(asked: &[char], word: &[char]) -> f32 {
    if asked == word {
        return 1.0;
    }
    // The beginning of a word, or a word with an ending that the name has not.
    if word.starts_with(asked) {
        return if asked.len() > 2 { 0.9 } else { 0.7 };
    }
    if word.len() > 2 && asked.starts_with(word) {
        let ending: String = asked[word.len()..].iter().collect();
        if word.len() > 3 || ENDINGS.contains(&ending.as_str()) {
            return 0.85;
        }
    }
    let typos = typos_allowed(asked.len());
    if typos > 0 {
        let off = Distance::between(asked, word, typos);
        if off.whole <= typos {
            return 0.85 - 0.1 * small(off.whole);
        }
        if off.beginning <= 1 {
            return 0.7;
        }
    }
    let common = asked.iter().zip(word).take_while(|(one, other)| one == other).count();
    let longer = asked.len().max(word.len());
    // Endings of the cases, in Russian above all.
    if common > 3 && common * 5 >= longer * 3 {
        return 0.65;
    }
    let inside = asked.len() > 3 && word.windows(asked.len()).any(|part| part == asked);
    if inside { 0.6 } else { 0.0 }
}

fn typos_allowed(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// How many letters must be changed, added, left out or swapped with their neighbour to make one word of another.
struct Distance {
    /// For the whole word.
    whole: usize,
    /// For the beginning of the word that is nearest.
    beginning: usize,
}

impl Distance {
    /// From `one` to `other`; what is certainly more than `limit` is not counted out.
    fn between(one: &[char], other: &[char], limit: usize) -> Self {
        if one.len() > other.len() + limit {
            return Self { whole: limit + 1, beginning: limit + 1 };
        }
        let mut before: Vec<usize> = Vec::new();
        let mut row: Vec<usize> = (0..=other.len()).collect();
        for (down, letter) in one.iter().enumerate() {
            let mut next = vec![down + 1];
            for (across, against) in other.iter().enumerate() {
                let changed = row[across] + usize::from(letter != against);
                let mut least = changed.min(row[across + 1] + 1).min(next[across] + 1);
                let swapped =
                    down > 0 && across > 0 && *letter == other[across - 1] && one[down - 1] == *against;
                if swapped {
                    least = least.min(before[across - 1] + 1);
                }
                next.push(least);
            }
            before = std::mem::replace(&mut row, next);
        }
        Self { whole: row[other.len()], beginning: row.iter().copied().min().unwrap_or(limit + 1) }
    }
}

#[cfg(test)]
mod tests;
