//! Public results: what the city tells everybody about the ratings of a quarter, a half-year or a year.
//!
//! The regulation of December 2025 has ratings published by quarter, half-year and year. A quarter is counted from the
//! ratings and loses what would tell of few people ([`shown`]); a half-year and a year are sums of published quarters, so
//! they tell nothing that the quarters did not.

mod composed;
mod corrected;
mod document;
mod hiding;
mod period;
#[cfg(test)]
mod tests;

pub use composed::{Body, Offered, quarter, sum};
pub use document::{Document, Entry, FORMAT, Figures, Organisation, Place, SetAside, Source};
use hiding::shown_without;
pub use hiding::{Cell, shown};
pub use period::Period;
