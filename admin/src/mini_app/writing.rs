//! Writes an answer of the panel for inside Telegram: its addresses, its cookies, its look.
//!
//! One place does it for all pages, so that none can be forgotten and none has to know.

use std::borrow::Cow;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::{Cookie, SameSite};
use lol_html::errors::RewritingError;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use super::ROOT;
use crate::assets;

/// Attributes that hold addresses.
const ADDRESSES: [&str; 9] =
    ["href", "action", "formaction", "src", "hx-get", "hx-post", "hx-push-url", "data-events", "data-wait"];

/// What has no place inside: the menu of wide screens, switches of what Telegram decides, the way out, and what only a browser
/// can do.
const LEFT_OUT: &str = "aside.side, form[action=\"/logout\"], .to-dark, .to-light, .js-print";

/// Whether the answer is a page or a part of one.
pub(super) fn is_page(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/html"))
}

/// The answer as it stands inside.
pub(super) async fn for_inside(response: Response, secure: bool) -> Response {
    let (mut parts, body) = response.into_parts();
    for name in [header::LOCATION, HeaderName::from_static("hx-redirect")] {
        let led = parts.headers.get(&name).and_then(|value| value.to_str().ok()).map(inner);
        if let Some(Ok(led)) = led.map(|led| HeaderValue::from_str(&led)) {
            parts.headers.insert(name, led);
        }
    }
    if secure {
        let kept: Vec<_> = parts.headers.get_all(header::SET_COOKIE).iter().filter_map(in_frames).collect();
        parts.headers.remove(header::SET_COOKIE);
        for cookie in kept {
            parts.headers.append(header::SET_COOKIE, cookie);
        }
    }
    if !is_page(&parts.headers) {
        return Response::from_parts(parts, body);
    }
    // It has other bytes than the page outside.
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::ETAG);
    match page(body).await {
        Ok(page) => Response::from_parts(parts, Body::from(page)),
        Err(error) => {
            tracing::error!(cause = format!("{error:#}"), "a page could not be written for inside Telegram");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// A cookie of the panel for a page that stands in a frame of Telegram's own: sent there, and only to the frame in that place.
fn in_frames(cookie: &HeaderValue) -> Option<HeaderValue> {
    let mut cookie = Cookie::parse(cookie.to_str().ok()?).ok()?;
    cookie.set_same_site(SameSite::None);
    cookie.set_partitioned(true);
    HeaderValue::from_str(&cookie.to_string()).ok()
}

async fn page(body: Body) -> anyhow::Result<String> {
    let bytes = to_bytes(body, usize::MAX).await?;
    Ok(written(std::str::from_utf8(&bytes)?)?)
}

/// A page, or a part of one, with everything that is different inside.
fn written(page: &str) -> Result<String, RewritingError> {
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(LEFT_OUT, |element| {
            element.remove();
            Ok(())
        }))
        .append_element_content_handler(element!("html", |root| Ok(root.set_attribute("data-app", "")?)))
        .append_element_content_handler(element!("head", |head| {
            // First of all: it brings Telegram's colours before anything is painted.
            head.prepend(&script(), ContentType::Html);
            head.append(&style(), ContentType::Html);
            Ok(())
        }))
        .append_element_content_handler(element!("*", |element| Ok(readdress(element)?)));
    rewrite_str(page, settings)
}

fn readdress(element: &mut Element<'_, '_>) -> Result<(), lol_html::errors::AttributeNameError> {
    for name in ADDRESSES {
        let Some(address) = element.get_attribute(name) else { continue };
        if let Cow::Owned(inside) = inner(&address) {
            element.set_attribute(name, &inside)?;
        }
    }
    Ok(())
}

/// An address of a page as it is inside. Other sites, files that all share, and what is inside already stay as they are.
fn inner(address: &str) -> Cow<'_, str> {
    let is_inside = address.strip_prefix(ROOT).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let stays = !address.starts_with('/')
        || address.starts_with("//")
        || address.starts_with("/static/")
        || is_inside;
    if stays { Cow::Borrowed(address) } else { Cow::Owned(format!("{ROOT}{address}")) }
}

fn script() -> String {
    format!("<script src=\"{}\"></script>", assets::address("mini.js"))
}

fn style() -> String {
    format!("<link rel=\"stylesheet\" href=\"{}\">", assets::address("mini.css"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_pages_lead_inside_and_all_others_stay() {
        for (address, expected) in [
            ("/", "/app/"),
            ("/orgs?light=red#main", "/app/orgs?light=red#main"),
            ("/application", "/app/application"),
            ("/app", "/app"),
            ("/app/orgs", "/app/orgs"),
            ("/static/0f/app.css", "/static/0f/app.css"),
            ("//evil.uz", "//evil.uz"),
            ("https://lex.uz/", "https://lex.uz/"),
            ("#main", "#main"),
            ("?page=2", "?page=2"),
            ("tel:+998", "tel:+998"),
            ("", ""),
        ] {
            assert_eq!(inner(address), expected, "{address}");
        }
    }

    #[test]
    fn a_page_is_written_for_inside_and_keeps_all_the_rest() {
        let page = "<!doctype html><html lang=\"ru\"><head><title>a &amp; b</title></head><body>\
            <aside class=\"side\"><a href=\"/\">x</a></aside><div class=\"shell\" data-events=\"/events\">\
            <form method=\"post\" action=\"/logout\"><button>out</button></form>\
            <form action=\"/obligations/7/decision\"><button formaction=\"/x?a=1&amp;b=2\">да</button></form>\
            <a href='/orgs' hx-get='/orgs'>&lt;b&gt; /orgs</a><img src=\"/evidence/1\"><p title=\"/orgs\">«/»</p>";
        let written = written(page).unwrap();
        for part in [
            "<html lang=\"ru\" data-app=\"\">",
            "<head><script src=\"/static/",
            "mini.css\"></head>",
            "<title>a &amp; b</title>",
            "data-events=\"/app/events\"",
            "action=\"/app/obligations/7/decision\"",
            "formaction=\"/app/x?a=1&amp;b=2\"",
            "href=\"/app/orgs\" hx-get=\"/app/orgs\">&lt;b&gt; /orgs</a>",
            "src=\"/app/evidence/1\"",
            "<p title=\"/orgs\">«/»</p>",
        ] {
            assert!(written.contains(part), "{part} is not in\n{written}");
        }
        for gone in ["aside", "logout", "out</button>"] {
            assert!(!written.contains(gone), "{gone} is in\n{written}");
        }
    }

    #[test]
    fn a_part_of_a_page_gets_addresses_and_nothing_else() {
        assert_eq!(
            written("<li><a href=\"/orgs/3\">3</a></li>").unwrap(),
            "<li><a href=\"/app/orgs/3\">3</a></li>"
        );
    }

    #[test]
    fn a_cookie_goes_to_the_frame_alone() {
        let set =
            HeaderValue::from_static("__Host-app=0f; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=60");
        let set = in_frames(&set).unwrap();
        let set = set.to_str().unwrap();
        for part in
            ["__Host-app=0f", "HttpOnly", "SameSite=None", "Secure", "Partitioned", "Path=/", "Max-Age=60"]
        {
            assert!(set.contains(part), "{set}");
        }
        assert!(!set.contains("Lax"), "{set}");
    }
}
