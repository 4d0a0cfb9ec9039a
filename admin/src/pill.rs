//! Labels of states: a sign and a word, never colour alone.

use domain::obligation::Standing;
use locales::{Texts, words};

use crate::markup::{Markup, escaped};
use crate::svg::Glyph;

/// A label with its sign.
pub(crate) fn pill(glyph: Glyph, words: &str) -> Markup {
    Markup::trusted(format!(
        r#"<span class="pill p-{}">{}{}</span>"#,
        glyph.class(),
        glyph.svg(),
        escaped(words)
    ))
}

/// How an obligation stands, as a label.
pub(crate) fn standing(t: Texts, standing: Standing) -> Markup {
    pill(standing.into(), &words::standing(t, standing))
}
