//! Labels of states: a sign and a word, never colour alone.

use domain::obligation::{Standing, State};
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

/// A label of something that is no state, such as an answer: the sign of a state beside it would contradict it.
pub(crate) fn plain(words: &str) -> Markup {
    Markup::trusted(format!(r#"<span class="pill p-none plain">{}</span>"#, escaped(words)))
}

/// That a report about it was sent back, while that is so.
pub(crate) fn returned(t: Texts, state: State) -> Option<Markup> {
    (state == State::Returned).then(|| pill(Glyph::DueSoon, &words::state(t, state)))
}

/// How an obligation stands, as a label.
pub(crate) fn standing(t: Texts, standing: Standing) -> Markup {
    pill(standing.into(), &words::standing(t, standing))
}
