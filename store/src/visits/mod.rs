//! Visit codes: made for a point, spent by a mark, counted by point and day.
//!
//! A code is kept as its keyed hash. The mark and the end of its code are one unit of work, and nothing is kept that leads
//! from one to the other: from its use on a code has neither a batch nor an end, and no moment of the use stands anywhere.

mod counts;
mod making;
mod spending;

pub use counts::{PointCodes, of_point, used};
pub use making::{Batch, batches, forget, fresh, keep_sheet, keep_shown, revoke};
pub use spending::{Brought, Worth, look, rate, try_code};
