//! What the forms of organisations and services have in common: names in four languages, and what is wrong beside each field.

use domain::language::{Language, NameFault, Names};
use domain::organisations::{KEY_LIMIT, NAME_LIMIT, is_key};
use domain::refusal::Refusal;
use locales::{Texts, words};
use serde::Deserialize;

/// Sentences of what is wrong, each with the field beside which it stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Errors(Vec<(&'static str, String)>);

impl Errors {
    /// One thing that is wrong.
    pub(crate) fn one(field: &'static str, sentence: String) -> Self {
        Self(vec![(field, sentence)])
    }

    /// A refusal beside the field that it is about.
    pub(crate) fn refused(t: Texts, field: &'static str, refusal: Refusal) -> Self {
        let field = if refusal == Refusal::KeyTaken { "key" } else { field };
        Self::one(field, words::refusal(t, &refusal))
    }

    /// One more thing that is wrong.
    pub(crate) fn add(&mut self, field: &'static str, sentence: String) {
        self.0.push((field, sentence));
    }

    /// What is wrong with a field.
    pub(crate) fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, sentence)| sentence.as_str())
    }

    /// `value` when nothing was wrong.
    pub(crate) fn none_or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

/// Whether a refusal is about what stands in the form, and not about the person.
pub(super) fn is_about_form(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::KeyTaken
            | Refusal::BelowItself
            | Refusal::NobodyAbove
            | Refusal::StaysOnTop
            | Refusal::BelongsToClosed
    )
}

/// The names as a form brings them.
#[derive(Clone, Debug, Default, Deserialize)]
#[expect(clippy::struct_field_names, reason = "the fields are called like the fields of the form")]
pub(super) struct TypedNames {
    #[serde(default)]
    name_uz_latn: String,
    #[serde(default)]
    name_uz_cyrl: String,
    #[serde(default)]
    name_ru: String,
    #[serde(default)]
    name_en: String,
}

impl TypedNames {
    pub(super) fn of(names: &Names) -> Self {
        let said = |name: &Option<String>| name.clone().unwrap_or_default();
        Self {
            name_uz_latn: names.uz_latn.clone(),
            name_uz_cyrl: said(&names.uz_cyrl),
            name_ru: said(&names.ru),
            name_en: said(&names.en),
        }
    }

    pub(super) fn read(&self, t: Texts, errors: &mut Errors) -> Names {
        let typed = [&self.name_uz_latn, &self.name_uz_cyrl, &self.name_ru, &self.name_en];
        Names::typed(typed.map(String::as_str), NAME_LIMIT).unwrap_or_else(|fault| {
            let sentence = match fault {
                NameFault::Missing => t.registry_name_missing(),
                NameFault::TooLong => t.registry_name_too_long(NAME_LIMIT),
            };
            errors.add("name_uz_latn", sentence);
            Names::default()
        })
    }

    /// The fields: name, tag of the language, its name in itself, what stands in it, whether it is needed.
    pub(super) fn fields(&self) -> [(&'static str, &'static str, String, &str, bool); 4] {
        let values = [&self.name_uz_latn, &self.name_uz_cyrl, &self.name_ru, &self.name_en];
        let keys = ["name_uz_latn", "name_uz_cyrl", "name_ru", "name_en"];
        std::array::from_fn(|place| {
            let language = Language::ALL[place];
            (keys[place], language.tag(), words::language_name(language), values[place].as_str(), place == 0)
        })
    }
}

/// The key as it was typed, when it can be one.
pub(super) fn key(t: Texts, typed: &str, errors: &mut Errors) -> String {
    let key = typed.trim();
    if !is_key(key) {
        errors.add("key", t.registry_key_wrong(KEY_LIMIT));
    }
    key.to_owned()
}
