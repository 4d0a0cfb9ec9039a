//! Every text with invented values, so that tests can read them all.

use domain::language::Language;

use crate::Texts;
use crate::texts::SAMPLES;

/// What a test needs to know of a text.
#[derive(Debug)]
pub struct Sample {
    /// Its name.
    pub key: &'static str,
    /// The file in which it stands.
    pub file: &'static str,
    pub(crate) values: &'static [(&'static str, SampleValue)],
}

/// What kind of value a text takes.
#[derive(Debug)]
pub(crate) enum SampleValue {
    /// Any words, or a number.
    Shown,
    /// A number that chooses the form of the words around it.
    Number,
}

/// Numbers that between them need each plural form of our languages.
const NUMBERS: [i64; 7] = [0, 1, 2, 5, 11, 21, 101];

/// Words in no script, with the signs that HTML must escape.
const WORDS: &str = "№ 7 & <8>";

/// All texts.
pub fn samples() -> &'static [Sample] {
    &SAMPLES
}

/// Each text in `language`; those that change with a number, with each number that may change them.
pub fn render_all(language: Language) -> Vec<(&'static str, String)> {
    SAMPLES.iter().flat_map(|sample| sample.render(language).map(|text| (sample.key, text))).collect()
}

impl Sample {
    /// The text in `language`; where it changes with a number, with each number that may change it.
    pub fn render(&self, language: Language) -> impl Iterator<Item = String> {
        let counts = self.values.iter().any(|(_, value)| matches!(value, SampleValue::Number));
        let numbers = if counts { &NUMBERS[..] } else { &NUMBERS[..1] };
        numbers.iter().map(move |number| self.render_with(language, *number))
    }

    /// Whether the text is written in Telegram's HTML.
    pub fn is_html(&self) -> bool {
        self.file.starts_with("bot")
    }

    fn render_with(&self, language: Language, number: i64) -> String {
        let values = self.values.iter().map(|(name, value)| match value {
            SampleValue::Shown => (*name, WORDS.into()),
            SampleValue::Number => (*name, number.into()),
        });
        let texts = Texts::new(language);
        if self.is_html() {
            texts.say_html(self.key, values).into_string()
        } else {
            texts.say(self.key, values)
        }
    }
}
