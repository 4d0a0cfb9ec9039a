//! Why an act was not done: the rules refused it, or the database failed.

use domain::refusal::Refusal;

use crate::StoreError;

/// An act that was not done; nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum NotDone {
    /// The rules say no: the person's business, shown in their language.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// The database failed: our business.
    #[error(transparent)]
    Failed(#[from] StoreError),
}

impl From<Refusal> for NotDone {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}
