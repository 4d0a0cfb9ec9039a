//! Forms that only our own pages can send.
//!
//! Two walls: the browser says where a request comes from, and each form of a signed-in person brings a token that only
//! pages of their own session know. Nothing is changed by `GET`.

use axum::body::{Body, Bytes};
use axum::extract::{Form, FromRequest, FromRequestParts, Request};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::Shared;
use crate::error::PageError;
use crate::session::SignedIn;

/// Lets a request that may change something pass only when it comes from a page of ours.
pub(crate) async fn own_pages_only(request: Request, next: Next) -> Response {
    if request.method().is_safe() || is_from_here(request.headers()) {
        next.run(request).await
    } else {
        PageError::Stale.into_response()
    }
}

/// Browsers of today say `Sec-Fetch-Site`, older ones `Origin` or at least `Referer`. Who says none of it is no browser, and
/// has no cookies to abuse.
fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    match text(header::HeaderName::from_static("sec-fetch-site")) {
        Some(site) => matches!(site, "same-origin" | "none"),
        None => match text(header::ORIGIN).or(text(header::REFERER)) {
            Some(address) => host_of(address).is_some_and(|host| Some(host) == text(header::HOST)),
            // A header that is no text is no browser's either, but it is not nothing.
            None => !headers.contains_key(header::ORIGIN) && !headers.contains_key(header::REFERER),
        },
    }
}

/// The host of an address, with its port.
fn host_of(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    rest.split(['/', '?', '#']).next()
}

#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    token: String,
}

/// A form that a signed-in person sent from a page of their own session.
pub(crate) struct Posted<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequest<Shared> for Posted<T> {
    type Rejection = PageError;

    async fn from_request(request: Request, panel: &Shared) -> Result<Self, PageError> {
        let (mut parts, body) = request.into_parts();
        let signed = SignedIn::from_request_parts(&mut parts, panel).await?;
        let again = |body: Bytes| Request::from_parts(parts.clone(), Body::from(body));
        let body = Bytes::from_request(Request::from_parts(parts.clone(), body), panel).await;
        let body = body.map_err(|refused| PageError::Unreadable(refused.status()))?;
        let form = Form::<Token>::from_request(again(body.clone()), panel).await;
        let Form(Token { token }) = form.map_err(|refused| PageError::Unreadable(refused.status()))?;
        if !is_same(&token, &signed.form_token) {
            return Err(PageError::Stale);
        }
        let form = Form::<T>::from_request(again(body), panel).await;
        let Form(form) = form.map_err(|refused| PageError::Unreadable(refused.status()))?;
        Ok(Self(form))
    }
}

/// A form with a button and nothing else.
#[derive(Deserialize)]
pub(crate) struct ButtonOnly {}

/// Compares without telling by its duration where the first difference is.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_from_another_site_does_not_pass() {
        for (site, origin, referer, passes) in [
            (Some("same-origin"), None, None, true),
            (Some("none"), None, None, true),
            (Some("cross-site"), Some("http://panel.uz"), None, false),
            (Some("same-site"), None, None, false),
            (None, Some("http://panel.uz"), None, true),
            (None, Some("https://evil.uz"), None, false),
            (None, Some("https://evil.uz"), Some("http://panel.uz/"), false),
            (None, Some("null"), None, false),
            (None, None, Some("http://panel.uz/people?q=a"), true),
            (None, None, Some("https://evil.uz/http://panel.uz"), false),
            (None, None, Some("http://panel.uz.evil.uz/"), false),
            (None, None, Some("http://panel.uz@evil.uz/"), false),
            (None, None, None, true),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "panel.uz".parse().unwrap());
            if let Some(site) = site {
                headers.insert("sec-fetch-site", site.parse().unwrap());
            }
            if let Some(origin) = origin {
                headers.insert(header::ORIGIN, origin.parse().unwrap());
            }
            if let Some(referer) = referer {
                headers.insert(header::REFERER, referer.parse().unwrap());
            }
            assert_eq!(is_from_here(&headers), passes, "{site:?} {origin:?} {referer:?}");
        }
    }
}
