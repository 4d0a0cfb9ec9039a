//! What an organisation says of its obligation: by one tap a kind, then, if it likes, a text.
//!
//! Answers are only ever added. Whether an answer closes anything is for the controller to say, see [`crate::obligation`].

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    codes::coded,
    obligation::{Change, Life},
    people::MayAnswer,
    refusal::Refusal,
    written::{is_too_long, tidy},
};

coded! {
    /// The kinds of answer, in the order of their buttons.
    pub enum AnswerKind {
        /// The work is done.
        Done = "done",
        /// The work goes on.
        InProgress = "in_progress",
        /// Something stands in the way.
        Blocked = "blocked",
        /// There was nothing to do in this period.
        NothingToReport = "nothing",
    }
}

impl AnswerKind {
    /// Whether this answer is a report that the controller has to review. The others leave the obligation open.
    pub fn is_report(self) -> bool {
        matches!(self, Self::Done | Self::NothingToReport)
    }
}

/// An answer as an officer gives it, before it is kept.
///
/// The kind comes by a tap and is enough; a text and a promised day may follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    kind: AnswerKind,
    text: Option<String>,
    promised: Option<NaiveDate>,
}

impl Answer {
    /// An answer of this kind, without a word.
    pub fn new(kind: AnswerKind) -> Self {
        Self { kind, text: None, promised: None }
    }

    /// The same answer with a text; an empty text is no text.
    pub fn with_text(self, typed: &str) -> Result<Self, Refusal> {
        Ok(Self { text: text_from(typed)?, ..self })
    }

    /// The same answer with the day by which the work will be done.
    pub fn promising(self, day: NaiveDate, today: NaiveDate) -> Result<Self, Refusal> {
        if self.kind != AnswerKind::InProgress {
            return Err(Refusal::PromiseNotExpected);
        }
        if day < today {
            return Err(Refusal::PromiseInThePast);
        }
        Ok(Self { promised: Some(day), ..self })
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> AnswerKind {
        self.kind
    }

    /// The officer's own words.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// The day by which the work will be done.
    pub fn promised(&self) -> Option<NaiveDate> {
        self.promised
    }

    /// What this answer, given at the moment `at`, does to the obligation.
    pub fn apply(&self, life: &Life, right: &MayAnswer, at: DateTime<Utc>) -> Result<Change, Refusal> {
        if self.kind.is_report() { life.report(right, at) } else { life.tell_progress(right) }
    }
}

/// The text of an answer, or of a follow-up to one, as it will be kept; `None` when nothing readable was typed.
pub fn text_from(typed: &str) -> Result<Option<String>, Refusal> {
    let text = tidy(typed);
    if is_too_long(&text) {
        return Err(Refusal::TextTooLong);
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ids::{OrganisationId, PersonId},
        language::Language,
        obligation::State,
        people::{Grant, Role, Tree, Who},
        written::TEXT_LIMIT,
    };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn only_reports_close_the_officers_part() {
        let organisation = OrganisationId(7);
        let tree = Tree::from_parents([(organisation, None)]);
        let officer = Who {
            person: PersonId(1),
            name: "Xodim".into(),
            language: Language::UzLatn,
            grants: vec![Grant { role: Role::Officer, organisation }],
            stands_in: Vec::new(),
        };
        let right = officer.may_answer(organisation, &tree).unwrap();
        let life = Life { organisation, state: State::Returned, submitted_on: None, answered_by: None };
        let at = "2026-11-23T19:30:00Z".parse().unwrap();
        for (kind, state, submitted_on) in [
            (AnswerKind::Done, State::Reported, Some(day("2026-11-24"))),
            (AnswerKind::NothingToReport, State::Reported, Some(day("2026-11-24"))),
            (AnswerKind::InProgress, State::Returned, None),
            (AnswerKind::Blocked, State::Returned, None),
        ] {
            let change = Answer::new(kind).apply(&life, &right, at).unwrap();
            assert_eq!((change.to, change.submitted_on), (state, submitted_on), "{kind:?}");
        }
    }

    #[test]
    fn a_promise_is_about_today_or_later_and_only_for_work_that_goes_on() {
        let today = day("2026-11-23");
        for (kind, promised, expected) in [
            (AnswerKind::InProgress, "2026-11-23", Ok(())),
            (AnswerKind::InProgress, "2027-01-10", Ok(())),
            (AnswerKind::InProgress, "2026-11-22", Err(Refusal::PromiseInThePast)),
            (AnswerKind::Done, "2026-11-30", Err(Refusal::PromiseNotExpected)),
            (AnswerKind::Blocked, "2026-11-30", Err(Refusal::PromiseNotExpected)),
        ] {
            let answer = Answer::new(kind).promising(day(promised), today);
            assert_eq!(
                answer.as_ref().map(|_| ()).map_err(|refusal| *refusal),
                expected,
                "{kind:?} {promised}"
            );
            if let Ok(answer) = answer {
                assert_eq!(answer.promised(), Some(day(promised)));
            }
        }
    }

    #[test]
    fn a_text_is_cleaned_and_has_a_limit() {
        let answer = Answer::new(AnswerKind::Blocked);
        assert_eq!(answer.clone().with_text("  Server yoʻq \u{202E}").unwrap().text(), Some("Server yoʻq"));
        assert_eq!(answer.clone().with_text(" \n\u{200B}").unwrap().text(), None);
        assert!(answer.clone().with_text(&"ш".repeat(TEXT_LIMIT)).is_ok());
        assert_eq!(answer.with_text(&"ш".repeat(TEXT_LIMIT + 1)), Err(Refusal::TextTooLong));
    }
}
