//! Tells open pages that something changed: they then fetch themselves again and show the new numbers in place.
//!
//! Only "something changed" is told, never what: what a person may see is decided when the page is fetched.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream};
use store::sessions;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use crate::Shared;
use crate::session::SignedIn;

/// Changes come in bursts; a page is told once a burst.
const BURST: Duration = Duration::from_millis(400);
/// Another process on the same database nudges nobody here: open pages look again from time to time.
const LOOK_AGAIN: Duration = Duration::from_secs(5);
/// A stream ends by itself, and the browser opens it again: so nothing lives for ever.
const ALIVE: Duration = Duration::from_secs(20);

/// `GET /events`.
pub(crate) async fn events(
    State(panel): State<Shared>,
    signed: SignedIn,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let changes = panel.store.changes();
    let latest = latest(&panel).await;
    let watcher = Watcher { panel, session: signed.session, changes, latest };
    let stream = stream::unfold(watcher, |mut watcher| async move {
        let told = watcher.next().await?;
        Some((Ok(told), watcher))
    });
    Sse::new(stream).keep_alive(KeepAlive::new().interval(ALIVE))
}

struct Watcher {
    panel: Shared,
    session: String,
    changes: watch::Receiver<u64>,
    latest: Option<i64>,
}

impl Watcher {
    /// Waits for a change. `None`, the end of the stream, when the session ended or the store closed.
    async fn next(&mut self) -> Option<Event> {
        loop {
            let changed = match timeout(LOOK_AGAIN, self.changes.changed()).await {
                Ok(Ok(())) => {
                    sleep(BURST).await;
                    self.changes.mark_unchanged();
                    true
                }
                Ok(Err(_)) => return None,
                Err(_) => false,
            };
            let latest = latest(&self.panel).await;
            let elsewhere = latest.is_some() && latest != self.latest;
            self.latest = latest;
            if changed || elsewhere {
                return self.holds().await.then(|| Event::default().event("change").data("1"));
            }
        }
    }

    async fn holds(&self) -> bool {
        let (session, now) = (self.session.clone(), self.panel.clock.now());
        let found = self
            .panel
            .store
            .read(move |conn| Box::pin(async move { sessions::holds(conn, &session, now).await }))
            .await;
        found.unwrap_or(false)
    }
}

/// The number of the latest event. When the database does not answer, nothing is known to have changed.
async fn latest(panel: &Shared) -> Option<i64> {
    panel.store.read(|conn| Box::pin(store::events::latest(conn))).await.ok().flatten()
}
