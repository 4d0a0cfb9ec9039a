//! Links into the bot, as pages show them.

use domain::links::LinkBase;
use store::{StoreError, settings};

use crate::Shared;

/// What links into the bot begin with; `None` until the bot has run.
pub(crate) async fn base(panel: &Shared) -> Result<Option<LinkBase>, StoreError> {
    let kept = panel.store.read(|conn| Box::pin(settings::get(conn, "links.base"))).await?;
    Ok(kept.map(LinkBase::other))
}
