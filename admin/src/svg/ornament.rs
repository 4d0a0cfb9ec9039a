//! Decoration: the eight-pointed star of Fergana's tiles, and the sign of the product.

use crate::markup::Markup;

/// A field of eight-pointed stars.
pub(crate) fn girih() -> Markup {
    Markup::trusted(concat!(
        r#"<svg class="girih" width="100%" height="100%" aria-hidden="true"><defs>"#,
        r#"<pattern id="gp" width="56" height="56" patternUnits="userSpaceOnUse" patternTransform="scale(1.6)">"#,
        r#"<g fill="none" stroke="currentColor" stroke-width="1.2"><rect x="14" y="14" width="28" height="28"/>"#,
        r#"<rect x="14" y="14" width="28" height="28" transform="rotate(45 28 28)"/><circle cx="28" cy="28" r="7"/>"#,
        r#"<path d="M28 8.2V0M28 56v-8.2M8.2 28H0M56 28h-8.2M14 14L0 0M42 14L56 0M14 42L0 56M42 42l14 14"/>"#,
        r#"</g></pattern></defs><rect width="100%" height="100%" fill="url(#gp)"/></svg>"#
    ))
}

/// The sign of the product: a star with a tick.
pub(crate) fn logo() -> Markup {
    Markup::trusted(concat!(
        r#"<svg class="logo" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">"#,
        r#"<rect class="b" x="6" y="6" width="20" height="20" rx="2.5"/>"#,
        r#"<rect class="b" x="6" y="6" width="20" height="20" rx="2.5" transform="rotate(45 16 16)"/>"#,
        r#"<path class="c" d="M10.8 16.4l3.6 3.6 7-7.6"/></svg>"#
    ))
}
