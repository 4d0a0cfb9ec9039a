//! The language of the pages.

use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use axum_extra::extract::CookieJar;
use domain::language::Language;

use crate::error::PageError;
use crate::preferences::Back;
use crate::{Shared, cookies};

/// The name of the cookie.
pub(crate) const COOKIE: &str = "lang";

/// `GET /lang/{tag}`: remembers a language in the browser; the person's language in the bot stays as it is.
pub(crate) async fn choose(
    State(panel): State<Shared>,
    Path(tag): Path<String>,
    Query(back): Query<Back>,
    jar: CookieJar,
) -> Result<(CookieJar, Redirect), PageError> {
    let language = Language::from_tag(&tag).ok_or(PageError::NotFound)?;
    Ok((jar.add(cookies::choice(COOKIE, language.tag(), panel.secure)), back.redirect()))
}

/// The short name on a switch, in the language itself.
pub(crate) fn short_name(language: Language) -> &'static str {
    match language {
        Language::UzLatn => "Oʻz",
        Language::UzCyrl => "Ўз",
        Language::Ru => "Ру",
        Language::En => "En",
    }
}
