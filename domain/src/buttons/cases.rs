//! Buttons about a case that a low mark opened: of the officer who answers it, and of the citizen who wants to hear the answer.

use super::fields::{Fields, language_code};
use crate::cases::Verdict;
use crate::ids::{CaseId, RatingId};
use crate::language::Language;

/// A button about a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseStep {
    /// An officer looks at it.
    Show {
        /// The case.
        case: CaseId,
    },
    /// An officer wants to answer and is asked for the words.
    Answer {
        /// The case.
        case: CaseId,
    },
    /// A page of the open cases of one's organisations.
    List {
        /// The page, from 0.
        page: u32,
    },
    /// A citizen wants to hear the answer.
    Tell {
        /// Their rating.
        rating: RatingId,
        /// The language of the message.
        language: Language,
    },
    /// A citizen says whether the answer helped.
    Said {
        /// The case.
        case: CaseId,
        /// What they say.
        verdict: Verdict,
        /// The language of the message.
        language: Language,
    },
}

impl CaseStep {
    pub(super) fn data(self) -> String {
        match self {
            Self::Show { case } => format!("Ls:{case}"),
            Self::Answer { case } => format!("La:{case}"),
            Self::List { page } => format!("Ll:{page}"),
            Self::Tell { rating, language } => format!("Lt:{rating}:{}", language_code(language)),
            Self::Said { case, verdict, language } => {
                format!("Lv:{case}:{}:{}", verdict.code(), language_code(language))
            }
        }
    }

    pub(super) fn read(code: &str, fields: &mut Fields<'_>) -> Option<Self> {
        let case = |fields: &mut Fields<'_>| fields.number().map(CaseId);
        Some(match code {
            "Ls" => Self::Show { case: case(fields)? },
            "La" => Self::Answer { case: case(fields)? },
            "Ll" => Self::List { page: fields.number()? },
            "Lt" => Self::Tell { rating: fields.rating()?, language: fields.language()? },
            "Lv" => Self::Said {
                case: case(fields)?,
                verdict: Verdict::from_code(fields.next()?)?,
                language: fields.language()?,
            },
            _ => return None,
        })
    }
}
