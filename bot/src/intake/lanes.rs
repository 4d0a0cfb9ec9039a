//! Lanes: work for one key is done in order, work for different keys at the same time.
//!
//! A lane lives only while it has work. Panics of one piece of work end that piece only.

use std::collections::{HashMap, VecDeque};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

type Work = BoxFuture<'static, ()>;

/// Work by key. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Lanes {
    /// What waits behind the piece that each lane is doing.
    waiting: Arc<Mutex<HashMap<i64, VecDeque<Work>>>>,
}

impl Lanes {
    /// Puts work at the end of the lane `key`; it begins at once when the lane is empty.
    pub(crate) fn put(&self, key: i64, work: Work) {
        let mut lanes = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(lane) = lanes.get_mut(&key) {
            lane.push_back(work);
            return;
        }
        lanes.insert(key, VecDeque::new());
        drop(lanes);
        #[expect(
            clippy::disallowed_methods,
            reason = "a lane ends with its work, and whoever put the work waits for it"
        )]
        tokio::spawn(self.clone().drive(key, work));
    }

    /// How many lanes are at work.
    #[cfg(test)]
    pub(crate) fn busy(&self) -> usize {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    async fn drive(self, key: i64, first: Work) {
        let mut next = Some(first);
        while let Some(work) = next {
            if AssertUnwindSafe(work).catch_unwind().await.is_err() {
                tracing::error!("a piece of work in a lane panicked");
            }
            let mut lanes = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            next = lanes.get_mut(&key).and_then(VecDeque::pop_front);
            if next.is_none() {
                lanes.remove(&key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::{mpsc, oneshot};

    use super::*;

    #[tokio::test]
    async fn one_lane_keeps_its_order_and_does_not_delay_another() {
        let lanes = Lanes::default();
        let (told, mut heard) = mpsc::unbounded_channel();
        let (open, gate) = oneshot::channel::<()>();
        let tell = |what: &'static str| {
            let told = told.clone();
            async move { told.send(what).unwrap() }.boxed()
        };
        let slow = told.clone();
        lanes.put(
            1,
            async move {
                gate.await.unwrap();
                slow.send("1 first").unwrap();
            }
            .boxed(),
        );
        lanes.put(1, tell("1 second"));
        lanes.put(2, tell("2 first"));
        assert_eq!(heard.recv().await, Some("2 first"));
        open.send(()).unwrap();
        assert_eq!(heard.recv().await, Some("1 first"));
        assert_eq!(heard.recv().await, Some("1 second"));
    }

    #[tokio::test]
    async fn a_panic_ends_its_own_work_only_and_an_empty_lane_goes() {
        let lanes = Lanes::default();
        lanes.put(1, async { panic!("in a test") }.boxed());
        let (done, finished) = oneshot::channel();
        lanes.put(1, async move { done.send(()).unwrap() }.boxed());
        finished.await.unwrap();
        while lanes.busy() > 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(lanes.busy(), 0);
    }
}
