//! The figures as the board showed them at the end of a day that is over.

use chrono::NaiveDate;
use domain::people::Scope;
use store::boards::{self, PastObligation, Recount};
use store::{Conn, Store, StoreError};

use super::{Board, Counted, MonthSums, board_days};
use crate::overview::Lists;
use crate::past_board;
use crate::period::Span;
use crate::session::SignedIn;

/// A board of a day that is over, and the obligations behind it.
pub(crate) struct Past {
    /// The figures.
    pub(crate) board: Board,
    /// Each obligation as it stood; those that were closed long before the span are not among them.
    pub(crate) obligations: Vec<PastObligation>,
}

/// Rebuilds the figures of `day`, all of one moment of the record.
pub(crate) async fn load_past(
    store: &Store,
    scope: &Scope,
    span: Span,
    day: NaiveDate,
) -> Result<Past, StoreError> {
    let scope = scope.clone();
    store.snapshot(move |conn| Box::pin(async move { read(conn, &scope, span, day).await })).await
}

/// The same with the lists beside them. The reader is put on the day.
pub(crate) async fn load_past_with_lists(
    store: &Store,
    signed: &SignedIn,
    span: Span,
) -> Result<(Past, Lists), StoreError> {
    let signed = signed.clone();
    store
        .snapshot(move |conn| {
            Box::pin(async move {
                let past = read(conn, signed.see.scope(), span, signed.today).await?;
                let lists = past_board::lists(conn, &signed, &past.obligations).await?;
                Ok((past, lists))
            })
        })
        .await
}

async fn read(conn: &mut Conn, scope: &Scope, span: Span, day: NaiveDate) -> Result<Past, StoreError> {
    let days = board_days(span, day);
    let obligations = boards::as_of(conn, scope, day, days.months.0).await?;
    let marks = boards::ratings_as_of(conn, scope, (span.first(), span.last()), day).await?;
    let Recount { months, open_before, open, ahead } = boards::recount(&obligations, days);
    let months = MonthSums::Each(months);
    let extended = boards::extended_of(&obligations, (span.first(), span.last()));
    let counted = Counted { months, earlier: open_before, open, ahead, marks, extended };
    Ok(Past { board: Board::of(counted, span, day), obligations })
}
