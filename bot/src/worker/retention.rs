//! Forgets what is no longer needed, a piece at a time. How long each thing is needed stands in [`domain::retention`].

use chrono::{DateTime, Utc};
use domain::clock::tashkent_day;
use domain::retention::{
    CONVERSATIONS, DECISIONS, INVITATIONS, MESSAGES, PARKED_UPDATES, SEEN_UPDATES, UNDELIVERED,
};
use futures_util::future::BoxFuture;
use store::{
    Conn, StoreError, cases, comments, conversations, forgetting, intake, obligations, outbox, people,
    reports, sessions, visits, voters,
};

use crate::ctx::Ctx;

/// Rows of one transaction: nobody who taps a button waits long for it.
const PIECE: i64 = 500;

/// Forgets a piece of what is too old at a moment, and gives how many rows that were.
type Forget = for<'c> fn(&'c mut Conn, DateTime<Utc>) -> BoxFuture<'c, Result<u64, StoreError>>;

/// What was written first goes first: a year loses its secret after its votes have lost their voters.
const ALL: [Forget; 14] = [
    |conn, now| Box::pin(outbox::give_up_troubled(conn, now - UNDELIVERED, PIECE)),
    |conn, now| Box::pin(outbox::forget_finished(conn, now - MESSAGES, PIECE)),
    |conn, _| Box::pin(reports::forget(conn, PIECE)),
    |conn, now| Box::pin(obligations::forget_decisions(conn, now - DECISIONS, PIECE)),
    |conn, now| Box::pin(intake::forget_seen(conn, now - SEEN_UPDATES, PIECE)),
    |conn, now| Box::pin(intake::forget_parked(conn, now - PARKED_UPDATES, PIECE)),
    |conn, now| Box::pin(conversations::forget_silent(conn, now - CONVERSATIONS, PIECE)),
    |conn, now| Box::pin(people::forget_invitations(conn, now - INVITATIONS, PIECE)),
    |conn, now| Box::pin(visits::forget(conn, tashkent_day(now), PIECE)),
    |conn, now| Box::pin(comments::forget_old(conn, now, PIECE)),
    |conn, now| Box::pin(cases::forget_wishes(conn, now, PIECE)),
    |conn, now| Box::pin(voters::untie_old(conn, now, PIECE)),
    |conn, now| Box::pin(voters::destroy_secrets(conn, now)),
    |conn, now| {
        Box::pin(async move {
            sessions::forget_over(conn, now).await?;
            forgetting::forget_askers(conn, now).await?;
            Ok(0)
        })
    },
];

/// Forgets what is over, and tends the database afterwards.
pub(super) async fn clean_up(ctx: &Ctx) -> anyhow::Result<()> {
    let now = ctx.clock.now();
    for forget in ALL {
        while ctx.store.write(move |conn| forget(conn, now)).await? >= PIECE.unsigned_abs() {}
    }
    ctx.store.tend().await?;
    Ok(())
}
