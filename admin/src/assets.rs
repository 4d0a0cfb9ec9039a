//! The panel's files: style sheet, scripts, fonts. They are inside the program, compressed once, and their address changes
//! with their content, so that a browser may keep them for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use rust_embed_for_web::{EmbedableFile, RustEmbed};
use sha2::{Digest, Sha256};

use crate::error::PageError;

#[derive(RustEmbed)]
#[folder = "assets/"]
#[exclude = "VENDOR.toml"]
#[exclude = "LICENSES/*"]
struct Assets;

/// Their names.
const FILES: [&str; 10] = [
    "app.css",
    "app.js",
    "favicon.svg",
    "fonts/onest-cyrillic-ext.woff2",
    "fonts/onest-cyrillic.woff2",
    "fonts/onest-latin.woff2",
    "htmx.min.js",
    "mini.css",
    "mini.js",
    "wide.css",
];

/// What the addresses of all files begin with: a hash of everything they hold.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for file in FILES.iter().filter_map(|name| Assets::get(name)) {
        hash.update(file.name());
        hash.update(file.data());
    }
    hex::encode(&hash.finalize()[..8])
});

/// The address of a file.
pub(crate) fn address(path: &str) -> String {
    format!("/static/{}/{path}", *VERSION)
}

/// `GET /static/{version}/{path}`.
pub(crate) async fn get(
    Path((version, path)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let file = Assets::get(&path).ok_or(PageError::NotFound)?;
    let accepted =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepts = |coding: &str| accepted.split(',').any(|one| one.trim().split(';').next() == Some(coding));
    let (body, coding) = match (file.data_br(), file.data_gzip()) {
        (Some(body), _) if accepts("br") => (body, Some("br")),
        (_, Some(body)) if accepts("gzip") => (body, Some("gzip")),
        _ => (file.data(), None),
    };
    let mut response = body.into_response();
    let headers = response.headers_mut();
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static(file.mime_type().unwrap_or("application/octet-stream")),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    // An old page may ask for an old version: it gets today's file, but must not keep it under that name.
    let keep = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    Ok(response)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::path::Path;

    use super::*;

    /// The tables of `VENDOR.toml`, which uses no more of TOML than `key = "value"`.
    fn vendored() -> Vec<HashMap<String, String>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        let text = std::fs::read_to_string(folder.join("VENDOR.toml")).unwrap();
        let mut tables = Vec::new();
        for line in text.lines() {
            if line.starts_with("[[") {
                tables.push(HashMap::new());
            } else if let (Some((key, value)), Some(table)) = (line.split_once(" = "), tables.last_mut()) {
                table.insert(key.to_owned(), value.trim_matches('"').to_owned());
            }
        }
        tables
    }

    #[test]
    fn every_file_that_is_not_ours_is_the_one_that_was_published_and_has_its_licence() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        let tables = vendored();
        assert_eq!(tables.len(), 5);
        for table in tables {
            assert!(std::fs::read_to_string(folder.join(&table["licence_file"])).unwrap().len() > 100);
            let content = std::fs::read(folder.join(&table["path"])).unwrap();
            if let Some(hash) = table.get("sha256") {
                assert_eq!(&hex::encode(Sha256::digest(content)), hash, "{}", table["path"]);
            }
        }
    }

    #[test]
    fn every_file_is_known_and_is_ours_or_listed_with_its_source() {
        let listed: Vec<String> = vendored().into_iter().map(|table| table["path"].clone()).collect();
        for name in FILES {
            let ours =
                ["app.css", "app.js", "favicon.svg", "mini.css", "mini.js", "wide.css"].contains(&name);
            assert!(Assets::get(name).is_some(), "{name} is missing");
            assert!(ours || listed.iter().any(|path| path == name), "{name} stands in no list");
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
        for (folder, below) in [(folder.clone(), ""), (folder.join("fonts"), "fonts/")] {
            for entry in std::fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_file()) {
                let name = format!("{below}{}", entry.file_name().to_string_lossy());
                assert!(name == "VENDOR.toml" || FILES.contains(&name.as_str()), "{name} is not known");
            }
        }
    }

    #[test]
    fn the_first_visit_stays_small() {
        let size = |name: &str| Assets::get(name).unwrap().data_br().map_or(usize::MAX, <[u8]>::len);
        for (name, limit) in [("app.css", 9 * 1024), ("htmx.min.js", 13 * 1024), ("app.js", 2 * 1024)] {
            assert!(size(name) <= limit, "{name} has {} bytes", size(name));
        }
    }
}
