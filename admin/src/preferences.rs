//! What a browser prefers: language and look, kept in cookies; and where to go back after a choice.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri, header};
use axum::response::Redirect;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::Cookie;
use domain::language::Language;
use serde::Deserialize;

use crate::mini_app::without_root;
use crate::theme::Theme;
use crate::{findings, keys, language, theme};

/// No address of ours is longer.
const LONGEST: usize = 2000;

/// What a request tells about how it wants to be answered.
#[derive(Clone, Debug)]
pub(crate) struct Preferences {
    /// The language chosen in this browser.
    pub(crate) chosen: Option<Language>,
    /// The language of the device, for people who are not known yet.
    pub(crate) device: Language,
    /// The look.
    pub(crate) theme: Theme,
    /// Whether single keys lead somewhere.
    pub(crate) keys: bool,
    /// The latest fault of the service that is known in this browser.
    pub(crate) known_finding: i64,
    /// Whether htmx asks: then a part of a page is enough.
    pub(crate) fragment: bool,
    /// The address asked for, with its query; after a form, that of its page.
    pub(crate) here: String,
    /// Whether a page was asked for, and not a form sent.
    pub(crate) is_page: bool,
}

impl Preferences {
    /// Reads headers and address.
    pub(crate) fn read(method: &Method, headers: &HeaderMap, here: &str) -> Self {
        let is_page = matches!(*method, Method::GET | Method::HEAD);
        // Where a form went, no page can be asked for: one goes back to the page of the form.
        let form = if is_page { None } else { form_page(headers) };
        let here = form.as_deref().unwrap_or(here);
        let cookies = CookieJar::from_headers(headers);
        let cookie = |name: &str| cookies.get(name).map(Cookie::value);
        let device = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let device = device.and_then(|languages| languages.split([',', ';']).next());
        Self {
            chosen: cookie(language::COOKIE).and_then(Language::from_tag),
            device: Language::of_phone(device),
            theme: cookie(theme::COOKIE).and_then(Theme::from_code).unwrap_or_default(),
            keys: cookie(keys::COOKIE) != Some(keys::OFF),
            known_finding: cookie(findings::COOKIE).and_then(|id| id.parse().ok()).unwrap_or_default(),
            fragment: headers.contains_key("hx-request"),
            here: local(here).to_owned(),
            is_page,
        }
    }

    /// The language for somebody who is not known.
    pub(crate) fn language(&self) -> Language {
        self.chosen.unwrap_or(self.device)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Preferences {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let OriginalUri(address) = OriginalUri::from_request_parts(parts, state).await?;
        let here = address.path_and_query().map_or("/", |path| path.as_str());
        Ok(Self::read(&parts.method, &parts.headers, here))
    }
}

/// Where to go after a choice.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Back {
    #[serde(default)]
    back: String,
}

impl Back {
    /// To the page where the choice was made.
    pub(crate) fn redirect(&self) -> Redirect {
        Redirect::to(local(&self.back))
    }
}

/// The page of the form that was sent, as the browser tells it; as the pages know it, inside Telegram too.
fn form_page(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let from: Uri = headers.get(header::REFERER)?.to_str().ok()?.parse().ok()?;
    (from.authority()?.as_str() == host).then(|| without_root(&from).to_string())
}

/// `path` when it leads to a page of ours, else the first page: nobody is sent elsewhere by a link to us.
///
/// Browsers read `//host` and `/\host` as another site, and drop tabs and line breaks before they read. Nor is an address gone
/// back to that is longer than any of ours: it stands on the page once for each language and look.
pub(crate) fn local(path: &str) -> &str {
    let mut letters = path.bytes();
    let begins = letters.next() == Some(b'/') && !matches!(letters.next(), Some(b'/' | b'\\'));
    let plain = path.bytes().all(|byte| (b'!'..=b'~').contains(&byte) && byte != b'\\');
    if begins && plain && path.len() <= LONGEST { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_address_of_our_own_is_gone_back_to() {
        for ours in ["/", "/orgs?light=red&q=a%20b", "/orgs/3#main"] {
            assert_eq!(local(ours), ours);
        }
        for foreign in [
            "",
            "orgs",
            "//evil.uz",
            "/\\evil.uz",
            "https://evil.uz",
            "/\t/evil.uz",
            "/a\r\nSet-Cookie: x=1",
            "/ў",
            &format!("/{}", "a".repeat(LONGEST)),
        ] {
            assert_eq!(local(foreign), "/", "{foreign:?}");
        }
    }
}
