//! The trends of a few organisations: a board of a thousand shows those of the rows that are on the page.

use domain::ids::OrganisationId;
use domain::people::Scope;
use store::{Store, StoreError, boards};

use super::{Board, first_of_month, month_figures};
use crate::session::SignedIn;

/// Reads the months that are over of these organisations into their tallies. The month of today is there already.
pub(crate) async fn load_trends(
    store: &Store,
    signed: &SignedIn,
    board: &mut Board,
    organisations: &[OrganisationId],
) -> Result<(), StoreError> {
    let this_month = first_of_month(signed.today);
    let mut over = board.months.iter().filter(|month| **month < this_month);
    let Some(first) = over.next().copied() else { return Ok(()) };
    let last = over.next_back().copied().unwrap_or(first);
    let scope = Scope::Only(organisations.iter().copied().collect());
    let rows = store
        .read(move |conn| Box::pin(async move { boards::months(conn, &scope, first, last).await }))
        .await?;
    for row in rows {
        let figures = month_figures(&row, signed.today, None, None);
        board.set_month(&row, figures);
    }
    Ok(())
}
