//! Forgets what is no longer needed, a piece at a time.

use chrono::TimeDelta;
use store::{StoreError, conversations, intake, outbox};

use crate::ctx::Ctx;

/// Telegram keeps updates for a day; three are safe.
const SEEN_UPDATES: TimeDelta = TimeDelta::days(3);
const MESSAGES: TimeDelta = TimeDelta::days(30);
const CONVERSATIONS: TimeDelta = TimeDelta::days(14);
/// Rows of one transaction: nobody who taps a button waits long for it.
const PIECE: i64 = 500;

/// Forgets what is over.
pub(super) async fn clean_up(ctx: &Ctx) -> anyhow::Result<()> {
    let now = ctx.clock.now();
    loop {
        let forgotten = ctx
            .store
            .write(move |conn| Box::pin(outbox::forget_finished(conn, now - MESSAGES, PIECE)))
            .await?;
        if forgotten < PIECE.unsigned_abs() {
            break;
        }
    }
    ctx.store
        .write(move |conn| {
            Box::pin(async move {
                intake::forget_seen(conn, now - SEEN_UPDATES).await?;
                conversations::forget_silent(conn, now - CONVERSATIONS).await?;
                Ok::<_, StoreError>(())
            })
        })
        .await?;
    Ok(())
}
