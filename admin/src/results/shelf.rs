//! Publications in memory. They never change, so what was read once is right for ever.

use std::sync::{Arc, Mutex, PoisonError};

use domain::results::{Document, Period};
use store::Store;
use store::publications::{self, Published};

use crate::error::PageError;

/// So many are kept; a city publishes seven in a year.
const KEPT: usize = 24;

/// A publication with its document.
pub(crate) struct Volume {
    /// What is said of it.
    pub(crate) published: Published,
    /// The bytes that are public.
    pub(crate) text: String,
    /// What they say.
    pub(crate) document: Document,
}

/// The publications that were asked for last, the latest at the end.
#[derive(Default)]
pub(crate) struct Shelf(Mutex<Vec<Arc<Volume>>>);

impl Shelf {
    /// A publication with its document.
    pub(super) async fn volume(
        &self,
        store: &Store,
        published: &Published,
    ) -> Result<Arc<Volume>, PageError> {
        if let Some(found) = self.find(published.id) {
            return Ok(found);
        }
        let id = published.id;
        let text =
            store.read(|conn| Box::pin(publications::text(conn, id))).await?.ok_or(PageError::NotFound)?;
        let document = publications::document_in(&text)?;
        let volume = Arc::new(Volume { published: published.clone(), text, document });
        self.put(Arc::clone(&volume));
        Ok(volume)
    }

    fn find(&self, id: i64) -> Option<Arc<Volume>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = kept.iter().position(|one| one.published.id == id)?;
        let found = kept.remove(place);
        kept.push(Arc::clone(&found));
        Some(found)
    }

    fn put(&self, volume: Arc<Volume>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|one| one.published.id != volume.published.id);
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push(volume);
    }
}

/// All that was published: the latest version of each period, the latest period first and of those that end on one day the
/// shorter first; and everything.
pub(super) struct Index {
    /// The latest versions.
    pub(super) current: Vec<Published>,
    /// Every version, the latest first.
    pub(super) all: Vec<Published>,
}

impl Index {
    /// What was published until now.
    pub(super) async fn read(store: &Store) -> Result<Self, PageError> {
        let all = store.read(|conn| Box::pin(publications::all(conn))).await?;
        let newest = |one: &&Published| all.iter().find(|other| other.period == one.period) == Some(*one);
        let mut current: Vec<_> = all.iter().filter(newest).cloned().collect();
        current.sort_by_key(|one| (std::cmp::Reverse(one.period.last()), one.period.quarters().len()));
        Ok(Self { current, all })
    }

    /// The latest version of a period, or a named one.
    pub(super) fn find(&self, period: Period, version: Option<u32>) -> Option<&Published> {
        let mut all = self.all.iter().filter(|one| one.period == period);
        all.find(|one| version.is_none_or(|version| one.version == version))
    }
}
