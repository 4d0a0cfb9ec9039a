//! HTML and SVG that this crate made itself, and the one way to put people's words into it.

use std::borrow::Cow;
use std::fmt;

use domain::language::{Language, Names};

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

/// Words of the city as a reader sees them. Where they are in another language than the page, they are marked with it, so that a
/// screen reader says them right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spoken {
    words: String,
    tag: Option<&'static str>,
}

impl Spoken {
    /// These words on a page in `language`.
    pub(crate) fn on_page(language: Language, names: &Names) -> Self {
        let (spoken, words) = names.spoken_in(language);
        Self { words: words.to_owned(), tag: (spoken != language).then(|| spoken.tag()) }
    }

    /// The words alone, for attributes and titles.
    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// The same words, changed: cut, or with signs around them.
    pub(crate) fn map(self, change: impl FnOnce(&str) -> String) -> Self {
        Self { words: change(&self.words), ..self }
    }

    /// This markup of the words, marked as the words are.
    pub(crate) fn mark(&self, words: Markup) -> Markup {
        match self.tag {
            Some(tag) => Markup(format!("<span lang=\"{tag}\">{words}</span>")),
            None => words,
        }
    }
}

impl From<String> for Spoken {
    fn from(words: String) -> Self {
        Self { words, tag: None }
    }
}

impl fmt::Display for Spoken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.mark(Markup(escaped(&self.words).into_owned())).fmt(f)
    }
}

impl askama::filters::HtmlSafe for Spoken {}

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
    fn words_in_another_language_say_which() {
        let names = Names { ru: Some("Список <1>".into()), ..Names::from("Roʻyxat") };
        let on_page = |language| Spoken::on_page(language, &names).to_string();
        assert_eq!(on_page(Language::UzLatn), "Roʻyxat");
        assert_eq!(on_page(Language::Ru), "Список &lt;1&gt;");
        assert_eq!(on_page(Language::En), "<span lang=\"uz-Latn\">Roʻyxat</span>");
        assert_eq!(Spoken::from("A & B".to_owned()).to_string(), "A &amp; B");
    }

    #[test]
    fn a_value_stands_in_bold_once() {
        assert_eq!(Markup::with_bold("5 of 15 < 20", "5").to_string(), "<b>5</b> of 15 &lt; 20");
    }
}
