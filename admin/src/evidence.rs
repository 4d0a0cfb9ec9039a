//! Files behind answers, for who may see the organisation.
//!
//! A file is found by the SHA-256 that the database names, never by words of a request. Browsers show pictures only; all else
//! is saved, whatever it calls itself.

use std::path::Path as FilePath;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::ids::EvidenceId;
use store::dossier::{self, EvidenceFile, FileState};

use crate::Shared;
use crate::address::encoded;
use crate::error::PageError;
use crate::session::SignedIn;

/// The address of files.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/evidence/{id}", get(show))
}

/// `GET /evidence/{id}`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
) -> Result<Response, PageError> {
    let file = panel.store.read(|conn| Box::pin(dossier::file(conn, EvidenceId(id)))).await?;
    let file = file.ok_or(PageError::NotFound)?;
    signed.see.check(file.organisation).map_err(|_| PageError::NotFound)?;
    let bytes = kept(&panel.files, &file).await?;
    let (kind, disposition) = match picture(&bytes) {
        Some(kind) => (kind, "inline"),
        None => ("application/octet-stream", "attachment"),
    };
    let disposition = format!("{disposition}; filename*=UTF-8''{}", safe_name(&file.name));
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// The bytes of a file that was fetched. Telegram gives bots no file above 20 MB, so it is read whole.
async fn kept(folder: &FilePath, file: &EvidenceFile) -> Result<Vec<u8>, PageError> {
    let name = file.sha256.as_deref().filter(|_| file.state == FileState::Kept).ok_or(PageError::NotFound)?;
    if !is_sha256(name) {
        return Err(anyhow::anyhow!("evidence {} has no SHA-256 for its name", file.id).into());
    }
    let missing = |cause| {
        PageError::from(
            anyhow::Error::new(cause).context(format!("evidence {} is not among the files", file.id)),
        )
    };
    let path = folder.join(name);
    // A link among the files would lead out of the folder.
    if !tokio::fs::symlink_metadata(&path).await.map_err(missing)?.is_file() {
        return Err(anyhow::anyhow!("evidence {} is no file of its own", file.id).into());
    }
    tokio::fs::read(path).await.map_err(missing)
}

/// Nothing else is ever joined to the folder: no dots, no slashes.
fn is_sha256(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// What kind of picture it is by its own bytes, if it is one that browsers show without running anything.
fn picture(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        _ => None,
    }
}

/// The sender's name for the file, as a header may carry it: no folder, no control signs.
fn safe_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| if letter.is_control() || matches!(letter, '/' | '\\') { '_' } else { letter })
        .take(120)
        .collect();
    encoded(if plain.trim_matches('.').is_empty() { "file" } else { &plain })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hash_names_a_file_on_our_disk() {
        assert!(is_sha256(&"0f".repeat(32)));
        for name in
            ["", "../../etc/passwd", &"0F".repeat(32), &"0f".repeat(31), &format!("{}/.", "0f".repeat(31))]
        {
            assert!(!is_sha256(name), "{name}");
        }
    }

    #[test]
    fn a_name_cannot_leave_its_header_or_its_folder() {
        for (name, safe) in [
            ("Buyruq № 214.pdf", "Buyruq%20%E2%84%96%20214.pdf"),
            ("../../etc/passwd", ".._.._etc_passwd"),
            ("a\"\r\nSet-Cookie: x=1", "a%22__Set-Cookie%3A%20x%3D1"),
            ("..", "file"),
        ] {
            assert_eq!(safe_name(name), safe);
        }
    }

    #[test]
    fn a_page_that_calls_itself_a_picture_is_saved_and_not_shown() {
        assert_eq!(picture(b"<html><script>"), None);
        assert_eq!(picture(&[0xff, 0xd8, 0xff, 0xe0]), Some("image/jpeg"));
    }
}
