//! One method for each text, written by the build script from the Fluent files.

use domain::language::Language;

use crate::samples::{Sample, SampleValue};
use crate::{Arg, Count, Html, bundles};

/// A value and the name by which a text takes it.
pub(crate) type Value<'a> = (&'static str, Arg<'a>);

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// All texts in one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Texts {
    language: Language,
}

impl From<Language> for Texts {
    fn from(language: Language) -> Self {
        Self::new(language)
    }
}

/// What the methods of the texts stand on.
impl Texts {
    /// The texts in `language`.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language of these texts.
    pub const fn language(self) -> Language {
        self.language
    }

    /// A text that takes no values.
    fn fixed(self, position: usize) -> &'static str {
        FIXED[position].1[bundles::position(self.language)]
    }

    /// A plain text with values.
    pub(crate) fn say<'a>(self, key: &'static str, values: impl IntoIterator<Item = Value<'a>>) -> String {
        bundles::format(self.language, key, values)
    }

    /// A text in HTML with values; what is not HTML is escaped.
    pub(crate) fn say_html<'a>(self, key: &'static str, values: impl IntoIterator<Item = Value<'a>>) -> Html {
        Html::trusted(self.say(key, values.into_iter().map(|(name, value)| (name, value.escaped()))))
    }
}

/// The text named `key`, if there is one and it takes no values.
pub fn by_key(language: Language, key: &str) -> Option<String> {
    let position = SAMPLES.binary_search_by_key(&key, |sample| sample.key).ok()?;
    valueless(Texts::new(language), &SAMPLES[position])
}

/// All texts whose names begin with `prefix` and that take no values.
pub fn with_prefix(language: Language, prefix: &str) -> impl Iterator<Item = (&'static str, String)> {
    let start = SAMPLES.partition_point(|sample| sample.key < prefix);
    SAMPLES[start..]
        .iter()
        .take_while(move |sample| sample.key.starts_with(prefix))
        .filter_map(move |sample| Some((sample.key, valueless(Texts::new(language), sample)?)))
}

fn valueless(texts: Texts, sample: &Sample) -> Option<String> {
    sample.values.is_empty().then(|| match FIXED.binary_search_by_key(&sample.key, |(key, _)| key) {
        Ok(position) => texts.fixed(position).to_owned(),
        // It takes no values itself, but names another text.
        Err(_) => texts.say(sample.key, []),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_by_its_name_when_it_takes_no_values() {
        assert_eq!(by_key(Language::Ru, "mark-5").as_deref(), Some("Отлично"));
        assert_eq!(by_key(Language::Ru, "days-left"), None);
        assert_eq!(by_key(Language::Ru, "no-such-text"), None);
    }

    #[test]
    fn all_texts_that_begin_alike_are_found() {
        let marks: Vec<_> = with_prefix(Language::En, "mark-").collect();
        assert_eq!(marks.first(), Some(&("mark-1", "Very bad".to_owned())));
        assert_eq!(marks.len(), 5);
        assert_eq!(with_prefix(Language::En, "no-such-").count(), 0);
    }

    #[test]
    fn numbers_are_grouped_as_the_language_groups_them() {
        assert_eq!(Texts::new(Language::UzCyrl).count_days(1115), "1\u{A0}115 кун");
        assert_eq!(Texts::new(Language::En).count_days(1115), "1,115 days");
    }
}
