//! Chance that is no chance: a number that depends on the seed and on what it is for, never on the order of asking.

use std::hash::{DefaultHasher, Hash, Hasher};

/// Everything random of a run. The same seed and the same question give the same answer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Some number for this question.
    pub(crate) fn number(self, about: impl Hash) -> u64 {
        // Built with fixed keys, so it gives the same in every process.
        let mut hasher = DefaultHasher::new();
        (self.0, about).hash(&mut hasher);
        hasher.finish()
    }

    /// A number from 0 up to `limit`, without it.
    pub(crate) fn below(self, limit: usize, about: impl Hash) -> usize {
        usize::try_from(self.number(about) % (limit.max(1) as u64)).unwrap_or_default()
    }

    /// Whether it happens, in so many of a thousand cases.
    pub(crate) fn happens(self, per_thousand: u64, about: impl Hash) -> bool {
        self.number(about) % 1000 < per_thousand
    }

    /// One of these; none of none.
    pub(crate) fn one_of<T: Copy>(self, all: &[T], about: impl Hash) -> Option<T> {
        all.get(self.below(all.len(), about)).copied()
    }
}
