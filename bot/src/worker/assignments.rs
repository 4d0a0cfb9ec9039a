//! Who alone does an obligation and can no longer answer, does it no longer: then it is everybody's again. And offers end to which
//! nobody answers.
//!
//! A right ends with a role, and also with the last day of a substitution, when nobody does anything. So it is looked at here.

use std::sync::Arc;

use store::organisations::Catalogue;
use store::{StoreError, hand_overs, substitutions};

use crate::ctx::Ctx;

/// Ends the substitutions whose substitute can no longer stand in, the offers that nobody answered, and the assignments that have lost their ground.
pub(super) async fn end_groundless(ctx: &Ctx) -> anyhow::Result<()> {
    let catalogue = ctx.store.catalogue().await?;
    let now = ctx.clock.now();
    end_substitutions(ctx, &catalogue).await?;
    let_offers_lapse(ctx, &catalogue).await?;
    let looked = Arc::clone(&catalogue);
    // Mostly there is none, and then nobody who writes has to wait.
    let groundless = ctx
        .store
        .read(move |conn| Box::pin(async move { hand_overs::groundless(conn, &looked.tree, now).await }))
        .await?;
    if groundless.is_empty() {
        return Ok(());
    }
    let ended = ctx
        .store
        .write(move |conn| {
            Box::pin(async move { hand_overs::end_groundless(conn, &catalogue.tree, now).await })
        })
        .await?;
    tracing::info!(ended, "assignments ended with the rights of their assignees");
    Ok(())
}

/// Offers to which nobody has answered in time stand no longer.
async fn let_offers_lapse(ctx: &Ctx, catalogue: &Arc<Catalogue>) -> Result<(), StoreError> {
    let now = ctx.clock.now();
    let looked = Arc::clone(catalogue);
    let overdue =
        ctx.store.read(move |conn| Box::pin(async move { hand_overs::overdue(conn, &looked, now).await }));
    if overdue.await?.is_empty() {
        return Ok(());
    }
    let catalogue = Arc::clone(catalogue);
    let lapsed = ctx
        .store
        .write(move |conn| Box::pin(async move { hand_overs::lapse(conn, &catalogue, now).await }))
        .await?;
    tracing::info!(lapsed, "offers lapsed without an answer");
    Ok(())
}

async fn end_substitutions(ctx: &Ctx, catalogue: &Arc<Catalogue>) -> Result<(), StoreError> {
    let (today, now) = (ctx.clock.today(), ctx.clock.now());
    let looked = Arc::clone(catalogue);
    let groundless = ctx
        .store
        .read(move |conn| Box::pin(async move { substitutions::groundless(conn, &looked.tree, today).await }))
        .await?;
    if groundless.is_empty() {
        return Ok(());
    }
    let catalogue = Arc::clone(catalogue);
    let ended = ctx
        .store
        .write(move |conn| {
            Box::pin(async move { substitutions::end_all_groundless(conn, &catalogue.tree, now).await })
        })
        .await?;
    tracing::info!(ended, "substitutions ended with the ground on which they stood");
    Ok(())
}
