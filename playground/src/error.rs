//! Refusals in Telegram's words, and the envelope around every answer.

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};
use serde_json::{Value, json};

/// Why a call was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ApiError {
    pub(crate) code: u16,
    pub(crate) description: String,
    pub(crate) retry_after: Option<u64>,
}

impl ApiError {
    /// A refusal whose text gets the prefix of its code, as the real server words it.
    pub(crate) fn new(code: u16, text: &str) -> Self {
        let prefix = match code {
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            409 => "Conflict",
            413 => "Request Entity Too Large",
            429 => "Too Many Requests",
            _ => "Internal Server Error",
        };
        let description = if text.is_empty() || text == prefix {
            prefix.to_owned()
        } else {
            format!("{prefix}: {}", small_first_letter(text))
        };
        Self { code, description, retry_after: None }
    }

    pub(crate) fn bad(text: impl AsRef<str>) -> Self {
        Self::new(400, text.as_ref())
    }

    pub(crate) fn forbidden(text: &str) -> Self {
        Self::new(403, text)
    }

    pub(crate) fn conflict(text: &str) -> Self {
        Self::new(409, text)
    }

    pub(crate) fn too_large() -> Self {
        Self::new(413, "")
    }

    pub(crate) fn too_many(retry_after: u64) -> Self {
        Self { retry_after: Some(retry_after), ..Self::new(429, &format!("retry after {retry_after}")) }
    }
}

/// The first letter becomes small, unless the second one shows that the text is a code such as `BUTTON_DATA_INVALID`.
fn small_first_letter(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), second) if !second.is_some_and(|c| c.is_ascii_uppercase() || c == '_') => {
            let rest = &text[first.len_utf8()..];
            format!("{}{rest}", first.to_ascii_lowercase())
        }
        _ => text.to_owned(),
    }
}

/// A granted call: the result as JSON text, because the order of keys inside updates matters to clients.
#[derive(Clone, Debug)]
pub(crate) struct Success {
    pub(crate) result: String,
    pub(crate) description: Option<&'static str>,
}

impl From<Value> for Success {
    fn from(value: Value) -> Self {
        Self { result: value.to_string(), description: None }
    }
}

/// What a method ends with.
pub(crate) type Answer = Result<Success, ApiError>;

/// The answer as HTTP: the status equals the error code, 429 has `Retry-After`.
pub(crate) fn envelope(answer: &Answer) -> Response<Body> {
    let (status, text) = match answer {
        Ok(success) => {
            let description = success
                .description
                .map(|text| format!(",\"description\":{}", Value::from(text)))
                .unwrap_or_default();
            (StatusCode::OK, format!("{{\"ok\":true,\"result\":{}{description}}}", success.result))
        }
        Err(error) => {
            let mut body = json!({"ok": false, "error_code": error.code, "description": error.description});
            if let Some(seconds) = error.retry_after {
                body["parameters"] = json!({"retry_after": seconds});
            }
            (StatusCode::from_u16(error.code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), body.to_string())
        }
    };
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    if let Err(ApiError { retry_after: Some(seconds), .. }) = answer {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_worded_as_the_real_server_words_it() {
        for (code, text, expected) in [
            (400, "Message text is empty", "Bad Request: message text is empty"),
            (400, "BUTTON_DATA_INVALID", "Bad Request: BUTTON_DATA_INVALID"),
            (401, "", "Unauthorized"),
            (403, "Bot was blocked by the user", "Forbidden: bot was blocked by the user"),
            (404, "method not found", "Not Found: method not found"),
            (413, "", "Request Entity Too Large"),
            (429, "retry after 3", "Too Many Requests: retry after 3"),
        ] {
            assert_eq!(ApiError::new(code, text).description, expected);
        }
    }
}
