//! Which updates are in work or were done lately: the same one, brought twice, is handled once.
//!
//! This is the quick memory of one process; what was kept is known for sure by the database.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::{End, Taken};

/// So many updates are remembered after they were done.
const REMEMBERED: usize = 4096;

/// The updates of this process. Cheap to clone.
#[derive(Clone, Default)]
pub(super) struct UnderWay {
    inner: Arc<Mutex<Inner>>,
}

#[derive(Default)]
struct Inner {
    /// Who waits for each update in work.
    in_work: HashMap<i64, Vec<oneshot::Sender<End>>>,
    done: HashSet<i64>,
    done_in_order: VecDeque<i64>,
}

/// What an update meets.
pub(super) enum Place {
    /// It is new: the caller does it, and hears of the end like all others.
    Mine(oneshot::Receiver<End>),
    /// It is in work: the end will be told.
    InWork(oneshot::Receiver<End>),
    /// It was done.
    DoneBefore,
}

/// The duty to tell the end of an update. Dropped without a word, it says that the update has to come again.
pub(super) struct Leave {
    under_way: UnderWay,
    update_id: i64,
    end: End,
}

impl UnderWay {
    pub(super) fn enter(&self, update_id: i64) -> Place {
        let mut inner = self.lock();
        if inner.done.contains(&update_id) {
            return Place::DoneBefore;
        }
        let (told, hears) = oneshot::channel();
        if let Some(waiting) = inner.in_work.get_mut(&update_id) {
            waiting.push(told);
            return Place::InWork(hears);
        }
        inner.in_work.insert(update_id, vec![told]);
        Place::Mine(hears)
    }

    pub(super) fn leave(&self, update_id: i64) -> Leave {
        Leave { under_way: self.clone(), update_id, end: End::from(Taken::NotNow) }
    }

    fn end(&self, update_id: i64, end: End) {
        let End { taken, mut call } = end;
        let mut inner = self.lock();
        let waiting = inner.in_work.remove(&update_id).unwrap_or_default();
        if taken == Taken::Done && inner.done.insert(update_id) {
            inner.done_in_order.push_back(update_id);
            if inner.done_in_order.len() > REMEMBERED
                && let Some(oldest) = inner.done_in_order.pop_front()
            {
                inner.done.remove(&oldest);
            }
        }
        drop(inner);
        for told in waiting {
            // Whoever went away need not hear it. The call is made once: by the first, who brought the update.
            let _ = told.send(End { taken, call: call.take() });
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Leave {
    pub(super) fn with(mut self, end: impl Into<End>) {
        self.end = end.into();
    }
}

impl Drop for Leave {
    fn drop(&mut self) {
        let end = std::mem::replace(&mut self.end, End::from(Taken::NotNow));
        self.under_way.end(self.update_id, end);
    }
}
