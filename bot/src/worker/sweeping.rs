//! What waits for too long, and what an administrator wants to be tried again.

use store::{StoreError, intake, outbox};

use crate::ctx::Ctx;
use crate::intake::Intake;

/// Messages of one transaction: nobody who taps a button waits long for it.
const PIECE: i64 = 200;
/// Updates that are tried again at one look.
const AGAIN: i64 = 16;

/// Drops messages whose time is over: yesterday's digest is of no use, and today's says all that it said.
pub(super) async fn drop_expired(ctx: &Ctx) -> anyhow::Result<()> {
    let now = ctx.clock.now();
    let drop_piece = || ctx.store.write(move |conn| Box::pin(outbox::drop_expired(conn, now, PIECE)));
    loop {
        let dropped: Result<u64, StoreError> = drop_piece().await;
        if dropped? < PIECE.unsigned_abs() {
            return Ok(());
        }
    }
}

/// Gives updates to the intake that could not be handled before.
pub(super) async fn try_again(ctx: &Ctx, handler: &Intake) -> anyhow::Result<()> {
    let wanted = ctx.store.read(|conn| Box::pin(intake::wanted_again(conn, AGAIN))).await?;
    for update in wanted {
        let id = update.update_id;
        if let Some(body) = ctx.secret.open_update(&update.body) {
            handler.again(id, body).await?;
            continue;
        }
        let (why, now) = ("it was sealed with another secret of the installation", ctx.clock.now());
        let told = ctx.store.write(move |conn| Box::pin(intake::still_broken(conn, id, why, now)));
        let told: Result<(), StoreError> = told.await;
        told?;
    }
    Ok(())
}
