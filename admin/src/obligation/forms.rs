//! The forms of an obligation: the controller's decision, and the organisation's answer.

use axum::http::StatusCode;
use domain::answers::{AnswerKind, LastWord};
use domain::evidence::{FILE_LIMIT, FILES_AT_ONCE, Need, PROVING_WORDS, TAKEN};
use domain::obligation::State;
use domain::refusal::Refusal;
use locales::ready::in_own_language;
use locales::{Texts, numbers, words};

use super::history::{File, files_of, words_of};
use super::load::Dossier;
use crate::error::refusal_text;
use crate::lines::dated_word;
use crate::session::SignedIn;

/// The act by which a report is sent back.
const RETURNED: &str = "returned";

/// What somebody tried, when the rules refused it; what they typed stays in the form.
#[derive(Debug, Default)]
pub(super) struct Attempt {
    decision: Option<Refusal>,
    reason: String,
    answer: Option<Refusal>,
    text: String,
    promised: String,
    more_time: Option<Refusal>,
    wanted: String,
    why: String,
    hand_over: Option<Refusal>,
    cancelling: Option<Refusal>,
    why_cancelled: String,
}

impl Attempt {
    pub(super) fn hand_over(refusal: Refusal) -> Self {
        Self { hand_over: Some(refusal), ..Self::default() }
    }

    pub(super) fn cancelling(refusal: Refusal, why_cancelled: String) -> Self {
        Self { cancelling: Some(refusal), why_cancelled, ..Self::default() }
    }

    /// What somebody typed about cancelling, and what is wrong with it.
    pub(super) fn about_cancelling(&self, t: Texts) -> (String, Option<String>) {
        (self.why_cancelled.clone(), field_error(t, self.cancelling))
    }

    pub(super) fn more_time(refusal: Refusal, wanted: String, why: String) -> Self {
        Self { more_time: Some(refusal), wanted, why, ..Self::default() }
    }

    /// What somebody typed about more time, and what is wrong with it.
    pub(super) fn about_more_time(&self, t: Texts) -> (String, String, Option<String>) {
        (self.wanted.clone(), self.why.clone(), field_error(t, self.more_time))
    }

    fn refusal(&self) -> Option<Refusal> {
        self.decision.or(self.answer).or(self.more_time).or(self.hand_over).or(self.cancelling)
    }

    pub(super) fn decision(refusal: Refusal, reason: String) -> Self {
        Self { decision: Some(refusal), reason, ..Self::default() }
    }

    pub(super) fn answer(refusal: Refusal, text: String, promised: String) -> Self {
        Self { answer: Some(refusal), text, promised, ..Self::default() }
    }

    pub(super) fn status(&self) -> StatusCode {
        match self.refusal() {
            None => StatusCode::OK,
            Some(refusal) if is_about_a_field(refusal) => StatusCode::UNPROCESSABLE_ENTITY,
            Some(refusal) if is_about_rights(refusal) => StatusCode::FORBIDDEN,
            Some(_) => StatusCode::CONFLICT,
        }
    }

    /// What the whole page has to tell: refusals that belong to no field.
    pub(super) fn alert(&self, t: Texts) -> Option<String> {
        let refusal = self.refusal().filter(|refusal| !is_about_a_field(*refusal))?;
        Some(match refusal {
            refusal if is_about_rights(refusal) => refusal_text(t, refusal),
            // Somebody was quicker, or the same button was pressed twice: the page shows how it stands now.
            _ => t.obligation_changed(refusal_text(t, refusal)),
        })
    }
}

fn is_about_rights(refusal: Refusal) -> bool {
    matches!(refusal, Refusal::OwnAnswer | Refusal::OwnRequest | Refusal::NotAllowed | Refusal::NotYours)
}

fn is_about_a_field(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::ReasonMissing
            | Refusal::ReasonTooLong
            | Refusal::TextTooLong
            | Refusal::PromiseInThePast
            | Refusal::PromiseOnDayOff
            | Refusal::PromiseNotExpected
            | Refusal::ExtensionNotLater
            | Refusal::ExtensionTooFar
            | Refusal::EvidenceMissing
            | Refusal::FileNotTaken
            | Refusal::FileTooBig
            | Refusal::TooManyFiles
    )
}

fn field_error(t: Texts, refusal: Option<Refusal>) -> Option<String> {
    refusal.filter(|refusal| is_about_a_field(*refusal)).map(|refusal| refusal_text(t, refusal))
}

/// What the controller decides.
pub(super) struct DecisionForm {
    pub(super) lead: String,
    /// The words of the report,
    pub(super) words: Option<String>,
    /// how many files came with it, and
    pub(super) with_files: Option<String>,
    /// the files themselves: nobody should decide before they have seen them.
    pub(super) files: Vec<File>,
    pub(super) late: bool,
    /// The viewer answered himself: then somebody else decides.
    pub(super) own: bool,
    pub(super) seen: i64,
    pub(super) reason: String,
    pub(super) error: Option<String>,
}

impl DecisionForm {
    pub(super) fn of(signed: &SignedIn, dossier: &Dossier, attempt: &Attempt) -> Option<Self> {
        let (t, view) = (signed.texts(), &dossier.view);
        let decides = signed.who.may_decide(view.organisation, &signed.catalogue.tree).is_ok();
        if view.state != State::Reported || !decides {
            return None;
        }
        let last = dossier.answers.first();
        let name = last.map(|answer| answer.name.clone()).unwrap_or_default();
        let files = last.map(|last| files_of(t, last, dossier)).unwrap_or_default();
        Some(Self {
            lead: match view.last_answer {
                Some(AnswerKind::NothingToReport) => t.obligation_reported_nothing(name),
                _ => t.obligation_reported_done(name),
            },
            words: last.and_then(|last| words_of(t, last)),
            with_files: (!files.is_empty()).then(|| t.obligation_with_files(files.len())),
            files,
            late: view.submitted_on.is_some_and(|day| day > view.due),
            own: last.is_some_and(|last| last.person == signed.who.person),
            seen: view.state_version,
            reason: attempt.reason.clone(),
            error: field_error(t, attempt.decision),
        })
    }
}

/// That the report was sent back, while that is the last word, and the reason.
fn returned(t: Texts, dossier: &Dossier) -> Option<(String, Option<String>)> {
    let word = dossier.view.last_word().filter(|word| matches!(word, LastWord::SentBack(_)))?;
    let reason = dossier
        .events
        .iter()
        .find(|event| event.action == RETURNED)
        .and_then(|event| event.reason.as_deref());
    Some((dated_word(t, word), reason.map(|reason| in_own_language(t, reason).into_owned())))
}

/// What the organisation answers.
pub(super) struct AnswerForm {
    /// That the last report was sent back, and why.
    pub(super) returned: Option<(String, Option<String>)>,
    /// The code and the words of each answer.
    pub(super) kinds: Vec<(&'static str, String)>,
    pub(super) today: String,
    pub(super) text: String,
    pub(super) promised: String,
    /// What files are taken: in words, and for the browser's own choice of files.
    pub(super) files: String,
    pub(super) accept: String,
    /// What is told where "done" needs a proof.
    pub(super) required: Option<String>,
    pub(super) error: Option<String>,
}

impl AnswerForm {
    pub(super) fn of(signed: &SignedIn, dossier: &Dossier, attempt: &Attempt) -> Option<Self> {
        let (t, view) = (signed.texts(), &dossier.view);
        let answers = signed.who.may_answer(view.organisation, &signed.catalogue.tree).is_ok();
        let open = matches!(view.state, State::Open | State::Returned);
        (answers && open).then(|| Self {
            returned: returned(t, dossier),
            kinds: AnswerKind::ALL.iter().map(|kind| (kind.code(), words::answer_kind(t, *kind))).collect(),
            today: signed.today.to_string(),
            text: attempt.text.clone(),
            promised: attempt.promised.clone(),
            files: t
                .panel_answer_files(FILES_AT_ONCE, numbers::bytes(t.language(), FILE_LIMIT.unsigned_abs())),
            accept: TAKEN.map(|end| format!(".{end}")).join(","),
            required: (view.evidence == Need::Required).then(|| t.panel_answer_required(PROVING_WORDS)),
            error: field_error(t, attempt.answer),
        })
    }
}
