//! The four languages in which the city is spoken to.

use crate::written::one_line;

/// A language and script of the product.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum Language {
    /// Uzbek in Latin script: the default.
    #[default]
    #[serde(rename = "uz-Latn")]
    UzLatn,
    /// Uzbek in Cyrillic script.
    #[serde(rename = "uz-Cyrl")]
    UzCyrl,
    /// Russian.
    #[serde(rename = "ru")]
    Ru,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::UzLatn, Self::UzCyrl, Self::Ru, Self::En];

    /// The BCP 47 tag, as kept in the database and written in pages.
    pub fn tag(self) -> &'static str {
        match self {
            Self::UzLatn => "uz-Latn",
            Self::UzCyrl => "uz-Cyrl",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The language with this tag, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The best guess for a phone that names its language by an IETF tag, such as `uz`, `ru` or `en-GB`.
    ///
    /// Telegram does not tell the script of Uzbek: Latin is assumed, and one tap changes it.
    pub fn of_phone(tag: Option<&str>) -> Self {
        let main = tag.unwrap_or_default().split(['-', '_']).next().unwrap_or_default();
        match main {
            "ru" => Self::Ru,
            "en" => Self::En,
            _ => Self::UzLatn,
        }
    }
}

/// A name that people gave to a thing, in as many languages as they gave it; Uzbek in Latin script always.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Names {
    /// Uzbek in Latin script.
    pub uz_latn: String,
    /// Uzbek in Cyrillic script.
    pub uz_cyrl: Option<String>,
    /// Russian.
    pub ru: Option<String>,
    /// English.
    pub en: Option<String>,
}

/// Why names cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// There is none in Uzbek in Latin script, the language in which each thing of the city has its name.
    Missing,
    /// One of them is longer than it may be.
    TooLong,
}

impl Names {
    /// What was typed, in the order of [`Language::ALL`], cleaned: each on one line of at most `limit` characters; those that are
    /// empty are not there.
    pub fn typed([uz_latn, uz_cyrl, ru, en]: [&str; 4], limit: usize) -> Result<Self, NameFault> {
        let names = Self {
            uz_latn: one_line(uz_latn).ok_or(NameFault::Missing)?,
            uz_cyrl: one_line(uz_cyrl),
            ru: one_line(ru),
            en: one_line(en),
        };
        let too_long = names.all().any(|name| name.chars().nth(limit).is_some());
        if too_long { Err(NameFault::TooLong) } else { Ok(names) }
    }

    /// All names that were given.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let others = [&self.uz_cyrl, &self.ru, &self.en].into_iter().filter_map(Option::as_deref);
        std::iter::once(self.uz_latn.as_str()).chain(others)
    }

    /// The name in `language`, or the nearest that was given.
    pub fn in_language(&self, language: Language) -> &str {
        self.spoken_in(language).1
    }

    /// The same, with the language in which it is: a page tells it to whoever reads aloud.
    pub fn spoken_in(&self, language: Language) -> (Language, &str) {
        let cyrillic = || self.uz_cyrl.as_deref().map(|name| (Language::UzCyrl, name));
        let wanted = match language {
            Language::UzLatn => None,
            Language::UzCyrl => cyrillic(),
            Language::Ru => self.ru.as_deref().map(|name| (Language::Ru, name)).or_else(cyrillic),
            Language::En => self.en.as_deref().map(|name| (Language::En, name)),
        };
        wanted.unwrap_or_else(|| (uzbek_script(&self.uz_latn), &self.uz_latn))
    }
}

/// The script of an Uzbek text: some decrees are worded in Cyrillic alone.
fn uzbek_script(text: &str) -> Language {
    let is_cyrillic = |letter: char| ('\u{0400}'..='\u{04FF}').contains(&letter);
    match text.chars().find(|letter| letter.is_alphabetic()) {
        Some(letter) if is_cyrillic(letter) => Language::UzCyrl,
        _ => Language::UzLatn,
    }
}

impl From<String> for Names {
    fn from(uz_latn: String) -> Self {
        Self { uz_latn, ..Self::default() }
    }
}

impl From<&str> for Names {
    fn from(uz_latn: &str) -> Self {
        uz_latn.to_owned().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_leads_back_to_its_language() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("uz"), None);
    }

    #[test]
    fn a_phone_tells_its_language() {
        for (tag, language) in [
            (Some("ru"), Language::Ru),
            (Some("en-GB"), Language::En),
            (Some("uz"), Language::UzLatn),
            (Some("de"), Language::UzLatn),
            (None, Language::UzLatn),
        ] {
            assert_eq!(Language::of_phone(tag), language, "{tag:?}");
        }
    }

    #[test]
    fn a_russian_reader_gets_cyrillic_where_there_is_no_russian_name() {
        let names = Names { uz_latn: "Arxiv".into(), uz_cyrl: Some("Архив".into()), ..Names::default() };
        assert_eq!(names.in_language(Language::Ru), "Архив");
        assert_eq!(names.in_language(Language::En), "Arxiv");
    }

    #[test]
    fn a_name_tells_in_which_language_it_is() {
        let names = Names { ru: Some("Архив".into()), ..Names::from("Arxiv") };
        for (language, spoken) in [
            (Language::UzLatn, (Language::UzLatn, "Arxiv")),
            (Language::UzCyrl, (Language::UzLatn, "Arxiv")),
            (Language::Ru, (Language::Ru, "Архив")),
            (Language::En, (Language::UzLatn, "Arxiv")),
        ] {
            assert_eq!(names.spoken_in(language), spoken);
        }
        assert_eq!(Names::from("1. Рўйхат").spoken_in(Language::UzLatn).0, Language::UzCyrl);
    }
}
