//! QR codes.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

use crate::markup::{Markup, escaped};

/// Light squares around the code, as the standard asks for.
const QUIET: usize = 4;

/// The QR code of `text`; `None` when it is too long for one.
pub(crate) fn qr(text: &str, label: &str) -> Option<Markup> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut squares = String::new();
    for (place, colour) in code.to_colors().into_iter().enumerate() {
        if colour == Color::Dark {
            let _ = write!(squares, "M{} {}h1v1h-1z", place % width + QUIET, place / width + QUIET);
        }
    }
    let side = width + 2 * QUIET;
    Some(Markup::trusted(format!(
        concat!(
            r#"<svg class="qr" viewBox="0 0 {side} {side}" width="168" height="168" role="img" aria-label="{label}" "#,
            r##"shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff"/>"##,
            r##"<path d="{squares}" fill="#10243a"/></svg>"##
        ),
        side = side,
        label = escaped(label),
        squares = squares
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_becomes_a_code_and_a_novel_does_not() {
        let code = qr("https://t.me/ijro_bot?start=login_0f", "QR \"1\"").unwrap().to_string();
        assert!(code.contains("aria-label=\"QR &quot;1&quot;\""), "{code}");
        assert!(qr(&"x".repeat(5000), "QR").is_none());
    }
}
