//! Headers that every answer carries: what a browser may load, and from where.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::Shared;

/// Nothing but our own files: no inline script, no inline style, no frame around us.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What people sent and what is drawn, when it is opened by itself: nothing in it runs, and it is no page of ours.
const FILE_POLICY: &str =
    "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

/// The panel asks for nothing of the device.
const DEVICE_POLICY: &str =
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

/// A browser that was here once over https comes back over https.
const ONLY_HTTPS: &str = "max-age=31536000; includeSubDomains";

/// Sets the headers. A page is kept by nobody: it shows what one person may see.
pub(crate) async fn set(State(panel): State<Shared>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = if is_a_file(headers) { FILE_POLICY } else { CONTENT_POLICY };
    let mut put = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    put(header::CONTENT_SECURITY_POLICY, policy);
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, "same-origin");
    put(header::X_FRAME_OPTIONS, "DENY");
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
