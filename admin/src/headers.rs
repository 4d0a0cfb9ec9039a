//! Headers that every answer carries: what a browser may load, and from where.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::Shared;
use crate::mini_app::Place;

/// Nothing but our own files: no inline script, no inline style, no frame around us.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What people sent and what is drawn, when it is opened by itself: nothing in it runs, and it is no page of ours.
const FILE_POLICY: &str =
    "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/// Where Telegram shows pages of others in a frame.
const TELEGRAM_WEB: &str = "https://web.telegram.org";

/// The policies of what is looked at inside Telegram: the same, but for who may have a frame around it.
pub(crate) struct Framed {
    content: HeaderValue,
    file: HeaderValue,
}

impl Framed {
    /// The policies when Telegram and these sites may have a frame around us.
    pub(crate) fn by(others: &[String]) -> Self {
        let mut who = format!("frame-ancestors {TELEGRAM_WEB}");
        for other in others {
            who = format!("{who} {other}");
        }
        // A site that is no text for a header widens nothing.
        let widened = |policy: &'static str| {
            let widened = HeaderValue::from_str(&policy.replace("frame-ancestors 'none'", &who));
            widened.unwrap_or(HeaderValue::from_static(policy))
        };
        Self { content: widened(CONTENT_POLICY), file: widened(FILE_POLICY) }
    }
}

/// The panel asks for nothing of the device.
const DEVICE_POLICY: &str =
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

/// A browser that was here once over https comes back over https.
const ONLY_HTTPS: &str = "max-age=31536000; includeSubDomains";

/// Sets the headers. A page is kept by nobody: it shows what one person may see.
pub(crate) async fn set(State(panel): State<Shared>, request: Request, next: Next) -> Response {
    let place = Place::of(request.extensions());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = match (place, is_a_file(headers)) {
        (Place::Browser, false) => HeaderValue::from_static(CONTENT_POLICY),
        (Place::Browser, true) => HeaderValue::from_static(FILE_POLICY),
        (Place::Telegram, false) => panel.framed.content.clone(),
        (Place::Telegram, true) => panel.framed.file.clone(),
    };
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    let mut put = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, "same-origin");
    if place == Place::Browser {
        put(header::X_FRAME_OPTIONS, "DENY");
    }
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(HeaderName::from_static("permissions-policy"), DEVICE_POLICY);
    if panel.secure {
        put(header::STRICT_TRANSPORT_SECURITY, ONLY_HTTPS);
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    // What is published may stand on any page; all else only on ours.
    let readers = if headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN) {
        "cross-origin"
    } else {
        "same-origin"
    };
    headers
        .insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static(readers));
    response
}

/// Whether the answer is something to keep or to look at, and neither a page nor a part of one.
fn is_a_file(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    headers.contains_key(header::CONTENT_DISPOSITION) || kind.starts_with("image/")
}
