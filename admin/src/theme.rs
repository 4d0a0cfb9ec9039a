//! Light, dark, or as the device has it.

use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use axum_extra::extract::CookieJar;

use crate::error::PageError;
use crate::preferences::Back;
use crate::{Shared, cookies};

/// The name of the cookie.
pub(crate) const COOKIE: &str = "theme";

/// The look that a person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    /// Dark letters on light ground.
    Light,
    /// Light letters on dark ground.
    Dark,
}

impl Theme {
    /// The text by which a browser keeps it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The look kept by this text.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.code() == code)
    }
}

/// `GET /theme/{theme}`: remembers a look in the browser; nothing of the city changes.
pub(crate) async fn choose(
    State(panel): State<Shared>,
    Path(theme): Path<String>,
    Query(back): Query<Back>,
    jar: CookieJar,
) -> Result<(CookieJar, Redirect), PageError> {
    let theme = Theme::from_code(&theme).ok_or(PageError::NotFound)?;
    Ok((jar.add(cookies::choice(COOKIE, theme.code(), panel.secure)), back.redirect()))
}
