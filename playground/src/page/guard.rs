//! Other web sites must not act for the person who has the page open.

use axum::Json;
use axum::http::{HeaderMap, StatusCode, header};
use serde_json::{Value, json};

/// A refusal of the page's own JSON.
pub(super) type Refusal = (StatusCode, Json<Value>);

pub(super) fn refusal(status: StatusCode, reason: &str) -> Refusal {
    (status, Json(json!({ "error": reason })))
}

/// Lets a change through when the browser says that it comes from this page, or when it comes from no browser.
pub(super) fn same_origin(headers: &HeaderMap) -> Result<(), Refusal> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let other_site = text("sec-fetch-site").is_some_and(|site| site != "same-origin");
    let host = text(header::HOST.as_str()).unwrap_or_default();
    let other_origin = text(header::ORIGIN.as_str())
        .is_some_and(|origin| origin.split_once("://").is_none_or(|(_, from)| from != host));
    if other_site || other_origin {
        return Err(refusal(StatusCode::FORBIDDEN, "cross-origin"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_itself_may_change_something() {
        for (site, origin, allowed) in [
            (Some("same-origin"), Some("http://127.0.0.1:9"), true),
            (Some("cross-site"), Some("https://evil.example"), false),
            (Some("same-site"), Some("http://127.0.0.1:8"), false),
            (None, Some("https://evil.example"), false),
            (None, Some("null"), false),
            (None, None, true),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, "127.0.0.1:9".parse().unwrap());
            if let Some(site) = site {
                headers.insert("sec-fetch-site", site.parse().unwrap());
            }
            if let Some(origin) = origin {
                headers.insert(header::ORIGIN, origin.parse().unwrap());
            }
            assert_eq!(same_origin(&headers).is_ok(), allowed, "{site:?} {origin:?}");
        }
    }
}
