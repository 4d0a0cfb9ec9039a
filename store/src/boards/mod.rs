//! What the boards show: counts, lists and trends of the organisations that somebody may see.
//!
//! Counts come from the sums that each change keeps, and from indexed queries over what is open; so a board costs the same
//! whether the city has rated a thousand times or a million times.

mod as_of;
mod counts;
mod extended;
mod lists;
mod matrix;
mod nis;
mod past_lists;
mod past_marks;
mod past_matrix;
mod quarter;
mod recount;

use domain::people::Scope;

pub use as_of::{PastObligation, as_of, end_of, first_day, measures_as_of, one_as_of};
pub use counts::{
    Ahead, MonthCounts, OpenCounts, RatingMonth, SpanMonths, ahead, months, months_together, open_before,
    open_counts, rating_months, spans,
};
pub use extended::extended;
pub use lists::{
    Group, Line, OpenKind, Review, blocked, case_counts, groups_open, lines_by_id, lines_of, lines_open,
    review, under_review,
};
pub use matrix::{
    Cell, ColumnTotal, Narrowed, RowTotal, Totals, cells, columns, measures_of, rows, sections,
};
pub use nis::{Wave, latest_wave};
pub use past_lists::{
    MeasureTexts, extended_of, groups_of, holders_as_of, officers_as_of, quarantined_as_of, requests_as_of,
    review_of, wave_as_of, without_officer,
};
pub use past_marks::ratings_as_of;
pub use past_matrix::{Matrix, MeasureRow, matrix_of, measure_rows};
pub(crate) use quarter::quarter_of;
pub use quarter::{QuarterTally, quarter, quarter_of_past};
pub use recount::{BoardDays, Recount, recount, standings};

/// The organisations of a scope as a JSON array; none for all.
pub(crate) fn only(scope: &Scope) -> Option<String> {
    match scope {
        Scope::All => None,
        Scope::Only(organisations) => serde_json::to_string(organisations).ok(),
    }
}

/// The condition that a column is in the scope bound to a parameter by [`only`].
macro_rules! in_scope {
    ($column:literal, $parameter:literal) => {
        concat!(
            "(CAST(",
            $parameter,
            " AS TEXT) IS NULL OR ",
            $column,
            " IN (SELECT CAST(value AS BIGINT) FROM json_each(",
            $parameter,
            ")))"
        )
    };
}
pub(crate) use in_scope;

/// A count of the database: never below nothing.
fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
