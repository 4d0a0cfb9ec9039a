//! What a correction may say, so that nobody can subtract their way from one version to a few people.
//!
//! Every version stays public. The shown cells of one part the ratings: each has its own, those beyond the shown cells within it. What
//! a reader finds by subtracting one version from another is what changed among ratings that both make up of whole parts. There
//! either nothing changed, or at least [`PUBLISH_FROM`] ratings came or went; otherwise the correction says there what was said
//! before, and where that cannot be said, it shows less.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cell, Document, shown_without};
use crate::ratings::{Counts, PUBLISH_FROM};

/// A service at an organisation that gave it, by their keys: by these every version counts.
pub(super) type Leaf<'a> = (&'a str, &'a str);

/// Marks from 1 to 5; parts of a whole are subtracted from it.
type Marks = [i64; 5];

/// The tree of a version: each cell stands after the one above it.
#[derive(Clone)]
pub(super) struct Tree<'a> {
    /// The cells above the cells.
    pub(super) above: Vec<Option<usize>>,
    /// What the cells of services are; none of organisations.
    pub(super) leaves: Vec<Option<Leaf<'a>>>,
    /// The marks of each; of one that is not shown they are of no account.
    pub(super) counts: Vec<Counts>,
}

/// What can be shown of a tree.
pub(super) struct Told {
    /// The marks that are shown of each cell, where any are.
    pub(super) counts: Vec<Option<Counts>>,
    /// The cells whose own ratings are told as an earlier version told them.
    pub(super) kept: BTreeSet<usize>,
}

/// What can be shown of a tree beside these earlier versions of it.
pub(super) fn told(tree: &Tree<'_>, earlier: &[Document]) -> Told {
    let earlier: Vec<_> = earlier.iter().map(Version::published).collect();
    let cells = tree.above.iter().zip(&tree.counts);
    let cells: Vec<_> = cells.map(|(above, counts)| Cell { above: *above, number: counts.total() }).collect();
    let mut hidden = vec![false; cells.len()];
    loop {
        let version = Version::of(tree.clone(), shown_without(&cells, &hidden));
        match version.beside(&earlier) {
            Ok(told) => return told,
            Err(place) => hidden[place] = true,
        }
    }
}

/// A version as its reader sees it.
struct Version<'a> {
    tree: Tree<'a>,
    shown: Vec<bool>,
    /// What each shown cell has beyond the shown ones within it.
    own: Vec<Marks>,
}

/// Ratings that two versions make up of whole parts.
#[derive(Default)]
struct Both {
    /// The cells of the later version that show them.
    cells: BTreeSet<usize>,
    /// The cells of the earlier one.
    earlier: BTreeSet<usize>,
    /// Whether one of the two shows some of them nowhere.
    unknown: bool,
}

impl<'a> Version<'a> {
    fn of(tree: Tree<'a>, shown: Vec<bool>) -> Self {
        let own = vec![[0; 5]; shown.len()];
        let mut version = Self { tree, shown, own };
        for place in (0..version.shown.len()).filter(|place| version.shown[*place]).collect::<Vec<_>>() {
            let marks = version.tree.counts[place].0.map(|number| i64::try_from(number).unwrap_or(i64::MAX));
            add(&mut version.own[place], marks);
            if let Some(over) = version.over(place) {
                add(&mut version.own[over], marks.map(|number| -number));
            }
        }
        version
    }

    fn published(document: &'a Document) -> Self {
        let mut tree = Tree { above: Vec::new(), leaves: Vec::new(), counts: Vec::new() };
        let mut shown = Vec::new();
        let mut places = BTreeMap::new();
        let organisations = document.organisations.iter().map(|one| (one.above.as_deref(), None, &one.entry));
        let services = document.services().map(|(by, one)| {
            let giver = by.entry.key.as_str();
            (Some(giver), Some((giver, one.key.as_str())), one)
        });
        for (place, (above, leaf, entry)) in organisations.chain(services).enumerate() {
            tree.above.push(above.and_then(|key| places.get(key).copied()));
            tree.leaves.push(leaf);
            tree.counts.push(entry.figures.map(|figures| figures.counts()).unwrap_or_default());
            shown.push(entry.figures.is_some());
            if leaf.is_none() {
                places.insert(entry.key.as_str(), place);
            }
        }
        Self::of(tree, shown)
    }

    /// The nearest shown cell from this one upwards.
    fn owner(&self, place: usize) -> Option<usize> {
        if self.shown[place] { Some(place) } else { self.over(place) }
    }

    /// The nearest shown cell above this one.
    fn over(&self, place: usize) -> Option<usize> {
        let mut above = self.tree.above[place];
        while let Some(place) = above.filter(|place| !self.shown[*place]) {
            above = self.tree.above[place];
        }
        above
    }

    /// The services, each with the cell that shows it among its own; none where nothing does.
    fn parts(&self) -> BTreeMap<Leaf<'a>, Option<usize>> {
        let leaves = self.tree.leaves.iter().enumerate();
        leaves.filter_map(|(place, leaf)| Some(((*leaf)?, self.owner(place)))).collect()
    }

    /// What both make up of whole parts. A service that one of them does not name had no rating there.
    fn both(&self, earlier: &Self) -> Vec<Both> {
        let (now, then) = (self.parts(), earlier.parts());
        let all: BTreeSet<_> = now.keys().chain(then.keys()).collect();
        let mut groups = Groups::new(all.len());
        let (mut of_now, mut of_then) = (BTreeMap::new(), BTreeMap::new());
        for (number, leaf) in all.iter().enumerate() {
            for (parts, seen) in [(&now, &mut of_now), (&then, &mut of_then)] {
                if let Some(Some(cell)) = parts.get(*leaf) {
                    groups.join(number, *seen.entry(*cell).or_insert(number));
                }
            }
        }
        let mut both: BTreeMap<usize, Both> = BTreeMap::new();
        for (number, leaf) in all.iter().enumerate() {
            let group = both.entry(groups.root(number)).or_default();
            let (now, then) = (now.get(*leaf), then.get(*leaf));
            group.unknown |= now == Some(&None) || then == Some(&None);
            group.cells.extend(now.copied().flatten());
            group.earlier.extend(then.copied().flatten());
        }
        both.into_values().filter(|one| !one.unknown).collect()
    }

    /// What is told beside earlier versions; or the cell that has to be hidden first.
    fn beside(mut self, earlier: &[Self]) -> Result<Told, usize> {
        let mut kept = BTreeSet::new();
        while let Some((cells, before)) = earlier.iter().find_map(|one| self.changed_by_few(one)) {
            let smallest =
                cells.iter().copied().min_by_key(|place| (self.tree.counts[*place].total(), *place));
            match smallest {
                Some(only) if cells.len() == 1 && kept.insert(only) => self.own[only] = before,
                Some(smallest) => return Err(smallest),
                // Not reached: without cells there was nothing before, or enough.
                None => break,
            }
        }
        Ok(Told { counts: self.totals(), kept })
    }

    /// The first ratings of which only few came or went since an earlier version: the cells that show them, and what they were.
    fn changed_by_few(&self, earlier: &Self) -> Option<(BTreeSet<usize>, Marks)> {
        self.both(earlier).into_iter().find_map(|both| {
            let (now, then) = (sum(&self.own, &both.cells), sum(&earlier.own, &both.earlier));
            (is_by_few(then, now) && !both.cells.is_empty()).then_some((both.cells, then))
        })
    }

    /// The marks of each shown cell, with those of the shown ones within it.
    fn totals(&self) -> Vec<Option<Counts>> {
        let mut totals = self.own.clone();
        for place in (0..totals.len()).rev().filter(|place| self.shown[*place]) {
            let marks = totals[place];
            if let Some(over) = self.over(place) {
                add(&mut totals[over], marks);
            }
        }
        let counts = |marks: Marks| Counts(marks.map(|number| u64::try_from(number).unwrap_or_default()));
        totals.into_iter().zip(&self.shown).map(|(marks, shown)| shown.then(|| counts(marks))).collect()
    }
}

fn add(to: &mut Marks, marks: Marks) {
    to.iter_mut().zip(marks).for_each(|(one, more)| *one += more);
}

fn sum(own: &[Marks], cells: &BTreeSet<usize>) -> Marks {
    let mut all = [0; 5];
    for cell in cells {
        add(&mut all, own[*cell]);
    }
    all
}

/// Whether some, and fewer than may be told of, came or went.
fn is_by_few(before: Marks, after: Marks) -> bool {
    let by = |more: Marks, than: Marks| -> u64 {
        more.iter().zip(than).map(|(more, than)| u64::try_from(more - than).unwrap_or_default()).sum()
    };
    [by(after, before), by(before, after)].iter().any(|number| (1..PUBLISH_FROM).contains(number))
}

/// Numbers that belong together.
struct Groups(Vec<usize>);

impl Groups {
    fn new(number: usize) -> Self {
        Self((0..number).collect())
    }

    fn root(&self, mut one: usize) -> usize {
        while self.0[one] != one {
            one = self.0[one];
        }
        one
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one] = other;
    }
}
