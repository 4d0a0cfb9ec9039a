//! QR codes.

use pictures::QrSquares;

use crate::markup::{Markup, escaped};

/// The QR code of `text`; `None` when it is too long for one.
pub(crate) fn qr(text: &str, label: &str) -> Option<Markup> {
    let code = QrSquares::of(text)?;
    Some(Markup::trusted(format!(
        concat!(
            r#"<svg class="qr" viewBox="0 0 {side} {side}" width="168" height="168" role="img" aria-label="{label}" "#,
            r##"shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff"/>"##,
            r##"<path d="{squares}" fill="#10243a"/></svg>"##
        ),
        side = code.side,
        label = escaped(label),
        squares = code.path
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
