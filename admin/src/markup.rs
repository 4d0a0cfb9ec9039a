//! HTML and SVG that this crate made itself, and the one way to put people's words into it.

use std::borrow::Cow;
use std::fmt;

/// HTML that is safe to show as it is: templates do not escape it again.
///
/// Only this crate makes it, from its own pieces and from [`escaped`] words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Markup(String);

impl Markup {
    /// HTML of our own making.
    pub(crate) fn trusted(html: impl Into<String>) -> Self {
        Self(html.into())
    }

    /// A sentence with one of its values in bold.
    pub(crate) fn with_bold(sentence: &str, value: &str) -> Self {
        let (sentence, value) = (escaped(sentence), escaped(value));
        Self(sentence.replacen(&*value, &format!("<b>{value}</b>"), 1))
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Markup {}

/// Words of people, made harmless in HTML, in attributes as well.
pub(crate) fn escaped(words: &str) -> Cow<'_, str> {
    if !words.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(words);
    }
    let mut safe = String::with_capacity(words.len() + 16);
    for letter in words.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_people_cannot_leave_an_attribute() {
        assert_eq!(escaped(r#""><script>'"#), "&quot;&gt;&lt;script&gt;&#39;");
        assert_eq!(escaped("Fargʻona"), "Fargʻona");
    }

    #[test]
    fn a_value_stands_in_bold_once() {
        assert_eq!(Markup::with_bold("5 of 15 < 20", "5").to_string(), "<b>5</b> of 15 &lt; 20");
    }
}
