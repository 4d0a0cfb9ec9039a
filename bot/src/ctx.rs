//! What a handler needs: the database, the time, the secret, and where the panel is.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use domain::clock::Clock;
use futures_util::future::BoxFuture;
use store::secret::SecretKey;
use store::{Conn, Store, StoreError};

/// Lent to every handler. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Ctx {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) secret: SecretKey,
    /// What addresses of the panel's pages begin with: see [`crate::mini_app`].
    pub(crate) panel_url: Arc<str>,
    /// The panel's address in a browser, for pages that everybody may read.
    pub(crate) site_url: Arc<str>,
}

impl Ctx {
    /// Who somebody is to the votes of today.
    pub(crate) async fn voter(&self, today: NaiveDate, telegram_id: i64) -> Result<String, StoreError> {
        self.store.voter(&self.secret, today.year(), telegram_id, self.clock.now()).await
    }

    /// Who somebody is to the votes of another year; `None` when nothing of it is known any more.
    pub(crate) async fn voter_of(&self, year: i32, telegram_id: i64) -> Result<Option<String>, StoreError> {
        self.store.known_voter(&self.secret, year, telegram_id).await
    }

    /// Keeps the effects of an update in one transaction, once: `None` when this update was done before.
    ///
    /// Everything that an update changes goes through one call of this. What only reads needs none.
    pub(crate) async fn commit<T, E, F>(&self, update_id: i64, work: F) -> Result<Option<T>, E>
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, E>> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let now = self.clock.now();
        self.store
            .write(move |conn| {
                Box::pin(async move {
                    if !store::intake::mark_seen(conn, update_id, now).await? {
                        return Ok(None);
                    }
                    work(conn).await.map(Some)
                })
            })
            .await
    }
}
