//! Arguments of a call, from wherever Telegram reads them: query, form, multipart or a JSON object.

use std::collections::BTreeMap;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use serde_json::{Map, Value};

use crate::error::ApiError;

/// All parameters of a request together.
const PARAMETERS_MAX: usize = 1 << 20;
/// One uploaded file.
const FILE_MAX: usize = 50 << 20;

/// A file that came with the call.
#[derive(Clone)]
pub(crate) struct Upload {
    pub(crate) name: String,
    pub(crate) mime: Option<String>,
    pub(crate) bytes: Bytes,
}

/// What the call was made with. Of two arguments with one name the first counts, the query before the body.
#[derive(Clone, Default)]
pub(crate) struct Arguments {
    values: BTreeMap<String, String>,
    files: BTreeMap<String, Upload>,
}

impl Arguments {
    /// Reads a request whole.
    pub(crate) async fn read(request: Request) -> Result<Self, ApiError> {
        let mut arguments = Self::default();
        if let Some(query) = request.uri().query() {
            arguments.add_form(query.as_bytes())?;
        }
        let content_type = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .map(str::to_ascii_lowercase)
            .unwrap_or_default();
        if content_type.starts_with("multipart/form-data") {
            arguments.add_multipart(request).await?;
        } else if content_type.starts_with("application/json") {
            let body = read_body(request.into_body()).await?;
            if let Ok(Value::Object(object)) = serde_json::from_slice(&body) {
                arguments.add_object(object);
            }
        } else if content_type.starts_with("application/x-www-form-urlencoded") {
            let body = read_body(request.into_body()).await?;
            arguments.add_form(&body)?;
        }
        let size: usize = arguments.values.iter().map(|(name, value)| name.len() + value.len()).sum();
        if size > PARAMETERS_MAX { Err(ApiError::too_large()) } else { Ok(arguments) }
    }

    /// The arguments of a JSON object: a value that is not a string is kept as its JSON text, so `null` becomes the word "null".
    pub(crate) fn add_object(&mut self, object: Map<String, Value>) {
        for (name, value) in object {
            let text = match value {
                Value::String(text) => text,
                other => other.to_string(),
            };
            self.values.entry(name).or_insert(text);
        }
    }

    fn add_form(&mut self, form: &[u8]) -> Result<(), ApiError> {
        for pair in form.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let name = decode(halves.next().unwrap_or_default())?;
            let value = decode(halves.next().unwrap_or_default())?;
            self.values.entry(name).or_insert(value);
        }
        Ok(())
    }

    async fn add_multipart(&mut self, request: Request) -> Result<(), ApiError> {
        let mut total = 0;
        let broken = |_| ApiError::bad("can't parse multipart/form-data request");
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|_| ApiError::bad("no boundary in the request"))?;
        while let Some(mut part) = parts.next_field().await.map_err(broken)? {
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.file_name().map(str::to_owned);
            let mime = part.content_type().map(str::to_owned);
            let limit = if file_name.is_some() { FILE_MAX } else { PARAMETERS_MAX };
            let mut bytes = Vec::new();
            while let Some(chunk) = part.chunk().await.map_err(broken)? {
                bytes.extend_from_slice(&chunk);
                total += chunk.len();
                if bytes.len() > limit || total > FILE_MAX + PARAMETERS_MAX {
                    return Err(ApiError::too_large());
                }
            }
            if let Some(file_name) = file_name {
                self.files.entry(name).or_insert(Upload { name: file_name, mime, bytes: bytes.into() });
            } else {
                let text = String::from_utf8(bytes).map_err(|_| not_utf8())?;
                self.values.entry(name).or_insert(text);
            }
        }
        Ok(())
    }

    /// The argument's text; an absent one is empty, as it is to the real server.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    /// A whole number brought into a range; what is not a number counts as absent.
    pub(crate) fn number(&self, name: &str, default: i64, range: std::ops::RangeInclusive<i64>) -> i64 {
        self.text(name).trim().parse::<i64>().unwrap_or(default).clamp(*range.start(), *range.end())
    }

    /// A number if there is one.
    pub(crate) fn number_if_any(&self, name: &str) -> Option<i64> {
        self.text(name).trim().parse().ok()
    }

    /// Telegram takes `true`, `yes` and `1`.
    pub(crate) fn flag(&self, name: &str) -> bool {
        matches!(self.text(name).trim().to_ascii_lowercase().as_str(), "true" | "yes" | "1")
    }

    /// The argument as JSON, `None` when it is absent or null.
    pub(crate) fn json(&self, name: &str, refusal: &str) -> Result<Option<Value>, ApiError> {
        match self.text(name) {
            "" => Ok(None),
            text => match serde_json::from_str(text) {
                Ok(Value::Null) => Ok(None),
                Ok(value) => Ok(Some(value)),
                Err(_) => Err(ApiError::bad(refusal)),
            },
        }
    }

    /// The file sent under this name, directly or as `attach://other`.
    pub(crate) fn file(&self, name: &str) -> Option<&Upload> {
        self.files.get(name).or_else(|| {
            let attached = self.text(name).strip_prefix("attach://")?;
            self.files.get(attached)
        })
    }

    /// Names and texts for the log; a file is told by its name and size.
    pub(crate) fn for_log(&self) -> BTreeMap<String, String> {
        let files = self
            .files
            .iter()
            .map(|(name, file)| (name.clone(), format!("<file {}, {} bytes>", file.name, file.bytes.len())));
        self.values.clone().into_iter().chain(files).collect()
    }

    /// The names that the caller used, without the ones that only carry an attached file.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        let attached: Vec<&str> =
            self.values.values().filter_map(|value| value.strip_prefix("attach://")).collect();
        let files = self.files.keys().map(String::as_str).filter(move |name| !attached.contains(name));
        self.values.keys().map(String::as_str).chain(files)
    }
}

async fn read_body(body: Body) -> Result<Bytes, ApiError> {
    to_bytes(body, PARAMETERS_MAX).await.map_err(|_| ApiError::too_large())
}

fn not_utf8() -> ApiError {
    ApiError::bad("strings must be encoded in UTF-8")
}

/// Percent-decoding as in forms.
fn decode(text: &[u8]) -> Result<String, ApiError> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&first, tail)) = rest.split_first() {
        rest = tail;
        match first {
            b'+' => bytes.push(b' '),
            b'%' => match tail.get(..2).and_then(hex_byte) {
                Some(byte) => {
                    bytes.push(byte);
                    rest = &tail[2..];
                }
                None => bytes.push(b'%'),
            },
            other => bytes.push(other),
        }
    }
    String::from_utf8(bytes).map_err(|_| not_utf8())
}

fn hex_byte(digits: &[u8]) -> Option<u8> {
    let text = std::str::from_utf8(digits).ok()?;
    u8::from_str_radix(text, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn read(content_type: &str, query: &str, body: &str) -> Arguments {
        let request = Request::builder()
            .uri(format!("/x?{query}"))
            .header(header::CONTENT_TYPE, content_type)
            .body(Body::from(body.to_owned()))
            .unwrap();
        Arguments::read(request).await.unwrap_or_default()
    }

    #[tokio::test]
    async fn arguments_come_from_query_form_and_json() {
        let form = read("application/x-www-form-urlencoded", "a=1", "b=%D1%85+y&a=2").await;
        assert_eq!((form.text("a"), form.text("b")), ("1", "х y"));
        let json = read("application/json", "", r#"{"n":5,"s":"t","z":null,"o":{"k":[1]}}"#).await;
        assert_eq!((json.text("n"), json.text("s"), json.text("z")), ("5", "t", "null"));
        assert_eq!(json.text("o"), r#"{"k":[1]}"#);
    }

    #[tokio::test]
    async fn a_broken_body_and_an_unknown_content_type_are_ignored() {
        assert_eq!(read("application/json", "a=1", "{oops").await.text("a"), "1");
        assert_eq!(read("text/plain", "", "a=1").await.text("a"), "");
    }

    #[tokio::test]
    async fn more_than_a_mebibyte_of_parameters_is_refused() {
        let request = Request::builder()
            .uri("/x")
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(format!("{{\"text\":\"{}\"}}", "a".repeat(PARAMETERS_MAX))))
            .unwrap();
        assert_eq!(Arguments::read(request).await.err().map(|error| error.code), Some(413));
    }
}
