//! Pictures drawn on the server: no script, no inline style, so they print, follow the theme and pass the content policy.
//!
//! Colours come from classes of the style sheet. Widths are attributes, in per cent, so that a picture fills its card while
//! letters in it keep their size.

mod chart;
mod glyph;
mod ornament;
mod qr;
mod small;

pub(crate) use chart::{Chart, Point, Target};
pub(crate) use glyph::Glyph;
pub(crate) use ornament::{girih, logo};
pub(crate) use qr::qr;
pub(crate) use small::{bar, meter, percent_of, spark, stacked, stars};

use crate::icons::Icon;
use crate::markup::Markup;

impl Icon {
    /// The icon, 20 by 20.
    pub(crate) fn svg(self) -> Markup {
        Markup::trusted(format!(
            concat!(
                r#"<svg class="i" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" "#,
                r#"stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{}</svg>"#
            ),
            self.paths()
        ))
    }
}
