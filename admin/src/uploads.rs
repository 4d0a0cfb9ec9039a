//! A form with files. Its files go to the folder of evidence while they arrive; none is ever whole in memory.

use std::collections::HashMap;
use std::path::Path;

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use domain::evidence::{FILE_LIMIT, FILES_AT_ONCE, check_file};
use domain::refusal::Refusal;
use domain::written::{TEXT_LIMIT, tidy};
use store::evidence::{Brought, Kind, Origin};
use store::files::{Arriving, NotKept};

use crate::csrf;
use crate::error::PageError;
use crate::session::SignedIn;

/// No form with files is larger, in bytes: the files, and room for the words.
pub(crate) const LARGEST_FORM: usize = FILES_AT_ONCE * LARGEST_FILE + 1024 * 1024;
/// [`FILE_LIMIT`] as a size in memory.
#[expect(clippy::cast_possible_truncation, reason = "20 MB are a usize everywhere")]
const LARGEST_FILE: usize = FILE_LIMIT.unsigned_abs() as usize;
/// The longest name of a file that is kept, in characters.
const NAME_LIMIT: usize = 120;
/// No word field is larger, in bytes: a text at its limit in the widest script, and as much again to tell how long it is.
const LARGEST_FIELD: usize = 8 * TEXT_LIMIT;

/// What came with a form.
#[derive(Debug, Default)]
pub(crate) struct Uploaded {
    words: HashMap<String, String>,
    /// The files that are kept, in their order.
    pub(crate) files: Vec<Brought>,
    /// Why a file was not taken.
    pub(crate) refused: Option<Refusal>,
}

impl Uploaded {
    /// The words of a field; empty when the form has no such field.
    pub(crate) fn words(&self, field: &str) -> &str {
        self.words.get(field).map_or("", String::as_str)
    }

    /// Reads a form that a signed-in person sent from a page of their own session. Its token must come first: without it
    /// nothing is written to the disk. The form is read to its end even when a file is refused, so that the browser gets to
    /// see the answer.
    pub(crate) async fn read(
        mut form: Multipart,
        signed: &SignedIn,
        folder: &Path,
    ) -> Result<Self, PageError> {
        let token = form.next_field().await.map_err(|error| unreadable(&error))?.ok_or(PageError::Stale)?;
        if token.name() != Some("token") || !csrf::is_same(&words_of(token).await?, &signed.form_token) {
            return Err(PageError::Stale);
        }
        let mut uploaded = Self::default();
        while let Some(field) = form.next_field().await.map_err(|error| unreadable(&error))? {
            match field.file_name().map(str::to_owned) {
                // A field for files of which none was chosen.
                Some(name) if name.is_empty() => {}
                Some(name) => uploaded.take(field, &name, folder).await?,
                None => {
                    let name = field.name().unwrap_or_default().to_owned();
                    let words = words_of(field).await?;
                    uploaded.words.insert(name, words);
                }
            }
        }
        Ok(uploaded)
    }

    async fn take(&mut self, mut field: Field<'_>, name: &str, folder: &Path) -> Result<(), PageError> {
        let mime = field.content_type().map(str::to_owned);
        if let Err(refusal) = check_file(Some(name), mime.as_deref(), 0) {
            self.refused = Some(refusal);
        }
        if self.refused.is_some() || self.files.len() == FILES_AT_ONCE {
            self.refused.get_or_insert(Refusal::TooManyFiles);
            return drain(&mut field).await;
        }
        let tag = format!("{}-{}", random_tag()?, self.files.len());
        let mut arriving = Arriving::begin(folder, &tag).map_err(NotKept::Disk).map_err(disk)?;
        while let Some(piece) = field.chunk().await.map_err(|error| unreadable(&error))? {
            arriving.write(&piece).map_err(NotKept::Disk).map_err(disk)?;
            if arriving.bytes() > FILE_LIMIT.unsigned_abs() {
                self.refused = Some(Refusal::FileTooBig);
                return drain(&mut field).await;
            }
        }
        match arriving.keep() {
            Ok(kept) => self.files.push(Brought {
                kind: Kind::File,
                name: tidy(name).chars().take(NAME_LIMIT).collect(),
                mime: mime.unwrap_or_else(|| "application/octet-stream".to_owned()),
                bytes: i64::try_from(kept.bytes).unwrap_or(i64::MAX),
                origin: Origin::Panel { sha256: kept.sha256 },
            }),
            Err(NotKept::Program) => self.refused = Some(Refusal::FileNotTaken),
            Err(cause @ NotKept::Disk(_)) => return Err(disk(cause)),
        }
        Ok(())
    }
}

async fn drain(field: &mut Field<'_>) -> Result<(), PageError> {
    while field.chunk().await.map_err(|error| unreadable(&error))?.is_some() {}
    Ok(())
}

/// The words of a field.
pub(crate) async fn words_of(mut field: Field<'_>) -> Result<String, PageError> {
    let mut words = Vec::new();
    while let Some(piece) = field.chunk().await.map_err(|error| unreadable(&error))? {
        words.extend_from_slice(&piece);
        if words.len() > LARGEST_FIELD {
            return Err(PageError::Unreadable(StatusCode::PAYLOAD_TOO_LARGE));
        }
    }
    String::from_utf8(words).map_err(|_| PageError::Unreadable(StatusCode::BAD_REQUEST))
}

/// Why a form cannot be read.
pub(crate) fn unreadable(error: &MultipartError) -> PageError {
    PageError::Unreadable(error.status())
}

fn disk(cause: NotKept) -> PageError {
    anyhow::Error::new(cause).into()
}

/// Tells files apart that two people send at the same moment.
fn random_tag() -> Result<String, PageError> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes)
        .map_err(|cause| anyhow::anyhow!("the system gives no random bytes: {cause}"))?;
    Ok(hex::encode(bytes))
}
