//! Work that is only tried: all of it is done and then undone, so that what is told is what would happen.

use futures_util::future::BoxFuture;

use crate::{Conn, NotDone, Store, StoreError};

impl Store {
    /// Runs `work` in a transaction that is undone at its end, and gives what would have come of it.
    pub async fn rehearse<T, F>(&self, work: F) -> Result<T, NotDone>
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, NotDone>> + Send + 'static,
        T: Send + 'static,
    {
        let rehearsed = self.write(move |conn| {
            Box::pin(async move { Err::<std::convert::Infallible, _>(Ended::Would(work(conn).await?)) })
        });
        match rehearsed.await {
            Ok(never) => match never {},
            Err(Ended::Would(value)) => Ok(value),
            Err(Ended::NotDone(error)) => Err(error),
        }
    }
}

/// Why a transaction was undone.
enum Ended<T> {
    /// It was only a rehearsal, and this would have come of it.
    Would(T),
    NotDone(NotDone),
}

impl<T> From<StoreError> for Ended<T> {
    fn from(error: StoreError) -> Self {
        Self::NotDone(error.into())
    }
}

impl<T> From<NotDone> for Ended<T> {
    fn from(error: NotDone) -> Self {
        Self::NotDone(error)
    }
}
