//! Forgets what is no longer needed, a piece at a time.

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::future::BoxFuture;
use store::{Conn, StoreError, conversations, intake, outbox, reports};

use crate::ctx::Ctx;

/// Telegram keeps updates for a day; three are safe.
const SEEN_UPDATES: TimeDelta = TimeDelta::days(3);
const MESSAGES: TimeDelta = TimeDelta::days(30);
const CONVERSATIONS: TimeDelta = TimeDelta::days(14);
/// Rows of one transaction: nobody who taps a button waits long for it.
const PIECE: i64 = 500;

/// Forgets a piece of what is older than a moment, and gives how many rows that were.
type Forget = for<'c> fn(&'c mut Conn, DateTime<Utc>) -> BoxFuture<'c, Result<u64, StoreError>>;

const ALL: [(TimeDelta, Forget); 4] = [
    (MESSAGES, |conn, before| Box::pin(outbox::forget_finished(conn, before, PIECE))),
    (MESSAGES, |conn, _| Box::pin(reports::forget(conn, PIECE))),
    (SEEN_UPDATES, |conn, before| Box::pin(intake::forget_seen(conn, before, PIECE))),
    (CONVERSATIONS, |conn, before| Box::pin(conversations::forget_silent(conn, before, PIECE))),
];

/// Forgets what is over, and tends the database afterwards.
pub(super) async fn clean_up(ctx: &Ctx) -> anyhow::Result<()> {
    let now = ctx.clock.now();
    for (age, forget) in ALL {
        while ctx.store.write(move |conn| forget(conn, now - age)).await? >= PIECE.unsigned_abs() {}
    }
    ctx.store.tend().await?;
    Ok(())
}
