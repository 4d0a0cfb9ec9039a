//! The form that brings a file: which table it is, and of a plan what the table does not say itself.

use axum::extract::Multipart;
use axum::extract::multipart::Field;
use domain::written::{one_line, tidy};
use sha2::{Digest, Sha256};
use tables::{Kind, PlanHead, Source, default_title};

use super::LARGEST_FILE;
use crate::as_of;
use crate::csrf;
use crate::error::PageError;
use crate::session::SignedIn;
use crate::uploads::{unreadable, words_of};

/// The longest name of a file that is shown.
const LONGEST_NAME: usize = 120;

/// A file, and what it is said to be.
#[derive(Clone, Debug)]
pub(super) struct Brought {
    pub(super) kind: Kind,
    /// Of a plan only.
    pub(super) head: Option<PlanHead>,
    pub(super) name: String,
    pub(super) content: Vec<u8>,
}

impl Brought {
    /// One hash over the file and all that was said of it.
    pub(super) fn hash(&self) -> String {
        let mut hash = Sha256::new();
        let head =
            self.head.as_ref().map(|head| format!("{}\n{}\n{}", head.number, head.adopted, head.title));
        for part in [self.kind.code().as_bytes(), head.unwrap_or_default().as_bytes(), &self.content] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        hex::encode(hash.finalize())
    }

    /// The file as tables are read.
    pub(super) fn source(&self) -> Source {
        Source { name: self.name.clone(), content: self.content.clone() }
    }
}

/// What the form brought, as it was typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) kind: String,
    pub(super) number: String,
    pub(super) adopted: String,
    pub(super) title: String,
    file: Option<(String, Vec<u8>)>,
    too_large: bool,
}

/// Why a form brings nothing that can be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// No file was chosen.
    NoFile,
    /// The file has nothing in it.
    EmptyFile,
    /// It is larger than [`LARGEST_FILE`].
    TooLarge,
    /// A plan needs the number of its decree.
    NoNumber,
    /// A plan needs the day on which its decree was adopted.
    NoDay,
}

impl Typed {
    /// Reads a form that a signed-in person sent from a page of their own session. Its token must come first.
    pub(super) async fn read(mut form: Multipart, signed: &SignedIn) -> Result<Self, PageError> {
        let token = form.next_field().await.map_err(|error| unreadable(&error))?.ok_or(PageError::Stale)?;
        if token.name() != Some("token") || !csrf::is_same(&words_of(token).await?, &signed.form_token) {
            return Err(PageError::Stale);
        }
        let mut typed = Self::default();
        while let Some(field) = form.next_field().await.map_err(|error| unreadable(&error))? {
            match field.file_name().map(str::to_owned) {
                Some(name) if name.is_empty() => {}
                Some(name) => typed.take(field, &name).await?,
                None => {
                    let name = field.name().unwrap_or_default().to_owned();
                    let words = words_of(field).await?;
                    match name.as_str() {
                        "kind" => typed.kind = words,
                        "number" => typed.number = words,
                        "adopted" => typed.adopted = words,
                        "title" => typed.title = words,
                        _ => {}
                    }
                }
            }
        }
        Ok(typed)
    }

    /// The form is read to its end also when the file is too large, so that the browser gets to see the answer.
    async fn take(&mut self, mut field: Field<'_>, name: &str) -> Result<(), PageError> {
        let mut content = Vec::new();
        while let Some(piece) = field.chunk().await.map_err(|error| unreadable(&error))? {
            self.too_large |= content.len() + piece.len() > LARGEST_FILE;
            if !self.too_large {
                content.extend_from_slice(&piece);
            }
        }
        self.file = Some((tidy(name).chars().take(LONGEST_NAME).collect(), content));
        Ok(())
    }

    /// What can be looked at.
    pub(super) fn brought(&self, kind: Kind) -> Result<Brought, Fault> {
        let head = if kind == Kind::Plan {
            let number = one_line(&self.number).ok_or(Fault::NoNumber)?;
            let adopted = as_of::read(self.adopted.trim()).map_err(|_| Fault::NoDay)?;
            let title = one_line(&self.title).unwrap_or_else(|| default_title(&number, adopted));
            Some(PlanHead { number, adopted, title })
        } else {
            None
        };
        if self.too_large {
            return Err(Fault::TooLarge);
        }
        let (name, content) = self.file.clone().ok_or(Fault::NoFile)?;
        if content.is_empty() {
            return Err(Fault::EmptyFile);
        }
        Ok(Brought { kind, head, name, content })
    }
}
