//! The figures as the board showed them at the end of a day that is over.

use chrono::NaiveDate;
use domain::people::Scope;
use store::boards::{self, PastObligation, Recount};
use store::{Store, StoreError};

use super::{Board, Counted, MonthSums, board_days};
use crate::period::Span;

/// A board of a day that is over, and the obligations behind it.
pub(crate) struct Past {
    /// The figures.
    pub(crate) board: Board,
    /// Each obligation as it stood; those that were closed long before the span are not among them.
    pub(crate) obligations: Vec<PastObligation>,
}

/// Rebuilds the figures of `day`. The rate by the original days is not among them: of a day that a calendar moved, the record tells
/// only what counted. Marks are those given by then, as they count today.
pub(crate) async fn load_past(
    store: &Store,
    scope: &Scope,
    span: Span,
    day: NaiveDate,
) -> Result<Past, StoreError> {
    let days = board_days(span, day);
    let of_past = scope.clone();
    let past = store
        .read(move |conn| Box::pin(async move { boards::as_of(conn, &of_past, day, days.months.0).await }));
    let of_marks = scope.clone();
    let marks = store.read(move |conn| {
        Box::pin(
            async move { boards::ratings_until(conn, &of_marks, span.first(), span.last().min(day)).await },
        )
    });
    let (obligations, marks) = tokio::try_join!(past, marks)?;
    let Recount { months, open_before, open, ahead } = boards::recount(&obligations, days);
    let months = MonthSums::Each(months);
    let counted = Counted { months, earlier: open_before, open, ahead, marks, extended: Vec::new() };
    Ok(Past { board: Board::of(counted, span, day), obligations })
}
