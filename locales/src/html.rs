//! Text in Telegram's HTML, which can only be made from our own texts and from escaped words.

use std::borrow::Cow;
use std::fmt;

/// Words in Telegram's HTML, ready to be sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Html(String);

impl Html {
    /// Words of people, escaped.
    pub fn escape(words: &str) -> Self {
        Self(escaped(words).into_owned())
    }

    /// A text of ours, taken as it is.
    pub(crate) fn trusted(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML, as a string of its own.
    pub fn into_string(self) -> String {
        self.0
    }

    /// Whether there is nothing to send.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds more HTML at the end.
    pub fn push(&mut self, more: &Self) {
        self.0.push_str(&more.0);
    }

    /// Pieces with `separator` between them; it is escaped.
    pub fn join<'a>(pieces: impl IntoIterator<Item = &'a Self>, separator: &str) -> Self {
        let separator = escaped(separator);
        let mut joined = String::new();
        for (position, piece) in pieces.into_iter().enumerate() {
            if position > 0 {
                joined.push_str(&separator);
            }
            joined.push_str(&piece.0);
        }
        Self(joined)
    }

    /// Pieces, each on a line of its own.
    pub fn lines<'a>(pieces: impl IntoIterator<Item = &'a Self>) -> Self {
        Self::join(pieces, "\n")
    }

    /// Pieces with an empty line between them.
    pub fn paragraphs<'a>(pieces: impl IntoIterator<Item = &'a Self>) -> Self {
        Self::join(pieces, "\n\n")
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Html> for String {
    fn from(html: Html) -> Self {
        html.0
    }
}

/// `words` with the three signs that Telegram reads as HTML replaced.
pub(crate) fn escaped(words: &str) -> Cow<'_, str> {
    if !words.contains(['&', '<', '>']) {
        return Cow::Borrowed(words);
    }
    let mut escaped = String::with_capacity(words.len() + 16);
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_people_cannot_become_tags() {
        assert_eq!(Html::escape("<b>5 & 6</b>").as_str(), "&lt;b&gt;5 &amp; 6&lt;/b&gt;");
        assert_eq!(Html::escape("Oʻzbekiston").as_str(), "Oʻzbekiston");
    }

    #[test]
    fn pieces_are_joined_without_a_separator_at_the_ends() {
        let pieces = [Html::escape("1"), Html::escape("2"), Html::escape("3")];
        assert_eq!(Html::join(&pieces, " < ").as_str(), "1 &lt; 2 &lt; 3");
        assert_eq!(Html::lines(&pieces[..1]).as_str(), "1");
        assert!(Html::paragraphs([]).is_empty());
    }
}
