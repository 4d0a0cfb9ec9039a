//! The frame of a public page: the language stands in its address, and the look is that of the device, so that one copy
//! serves everybody.

use askama::Template;
use axum::http::HeaderMap;
use axum::response::Response;
use domain::language::Language;
use locales::{Texts, words};

use super::files::{Keep, answer};
use crate::error::PageError;
use crate::{Shared, language};

/// What all public pages have.
pub(crate) struct Frame {
    /// The texts.
    pub(crate) t: Texts,
    /// The language.
    pub(crate) language: Language,
    /// The name of the city's hokimiyat.
    pub(crate) city: String,
    /// Whether everything shown is invented.
    pub(crate) demo: bool,
    /// The address before the language, and behind it.
    place: (&'static str, String),
}

impl Frame {
    /// The frame of a page of results in the language that an address names.
    pub(super) async fn new(panel: &Shared, tag: &str, rest: &str) -> Result<Self, PageError> {
        Self::of(panel, tag, ("/results", rest)).await
    }

    /// The frame of any public page: the language stands between the two parts of its address.
    pub(crate) async fn of(
        panel: &Shared,
        tag: &str,
        (before, rest): (&'static str, &str),
    ) -> Result<Self, PageError> {
        let language = Language::from_tag(tag).ok_or(PageError::NotFound)?;
        let catalogue = panel.store.catalogue().await?;
        let top = catalogue.top().and_then(|id| catalogue.organisations.get(&id));
        Ok(Self {
            t: Texts::new(language),
            language,
            city: top.map(|top| top.names.in_language(language).to_owned()).unwrap_or_default(),
            demo: panel.demo,
            place: (before, rest.to_owned()),
        })
    }

    /// An address below that of the results in the language of the page.
    pub(crate) fn address(&self, rest: &str) -> String {
        format!("/results/{}{rest}", self.language.tag())
    }

    /// The languages of the switch: tag, short name, whole name, address, whether it is the one of the page.
    pub(crate) fn languages(&self) -> [(&'static str, &'static str, String, String, bool); 4] {
        Language::ALL.map(|one| {
            let (before, rest) = &self.place;
            let address = format!("{before}/{}{rest}", one.tag());
            (one.tag(), language::short_name(one), words::language_name(one), address, one == self.language)
        })
    }

    /// Whether the page is written in Cyrillic letters: then their font is fetched early.
    pub(crate) fn is_cyrillic(&self) -> bool {
        matches!(self.language, Language::UzCyrl | Language::Ru)
    }
}

/// A public page, with its tag.
pub(crate) fn page(asked: &HeaderMap, page: &impl Template) -> Result<Response, PageError> {
    Ok(answer(asked, "text/html; charset=utf-8", page.render()?, Keep::Minutes))
}
