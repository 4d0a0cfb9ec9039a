//! What an organisation says of its obligation: by one tap a kind, then, if it likes, a text.
//!
//! Answers are only ever added. Whether an answer closes anything is for the controller to say, see [`crate::obligation`].

use chrono::{DateTime, NaiveDate, Utc};

use crate::{
    calendar::WorkingDays,
    codes::coded,
    evidence::{Need, Proof},
    obligation::{Change, Life, State},
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

/// What was said of an obligation last, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastWord {
    /// The organisation answered.
    Answered(AnswerKind, DateTime<Utc>),
    /// Control sent its report back.
    SentBack(DateTime<Utc>),
}

impl LastWord {
    /// Of an obligation in this state, with its last answer and the moment of the last decision. A report that was sent back is no
    /// last word: whoever reads "done" of it is misled. An answer after the return is one again.
    pub fn of(
        state: State,
        answer: Option<(AnswerKind, DateTime<Utc>)>,
        decided_at: Option<DateTime<Utc>>,
    ) -> Option<Self> {
        let (kind, given_at) = answer?;
        let sent_back = decided_at.filter(|_| state == State::Returned && kind.is_report());
        Some(sent_back.map_or(Self::Answered(kind, given_at), Self::SentBack))
    }

    /// When it was said.
    pub fn at(self) -> DateTime<Utc> {
        match self {
            Self::Answered(_, at) | Self::SentBack(at) => at,
        }
    }
}

coded! {
    /// A reason that needs no typing.
    pub enum Cause {
        /// There is no money for it.
        NoMoney = "m",
        /// Another body has not answered yet.
        Others = "o",
        /// Something is broken.
        Technical = "t",
        /// Nobody asked for it in this period.
        NoRequests = "r",
        /// It was done before.
        DoneBefore = "e",
        /// It is another organisation's business.
        NotOurs = "n",
    }
}

impl Cause {
    /// The reasons that go with an answer, in the order of their buttons.
    pub fn of(kind: AnswerKind) -> &'static [Self] {
        match kind {
            AnswerKind::Blocked => &[Self::NoMoney, Self::Others, Self::Technical],
            AnswerKind::NothingToReport => &[Self::NoRequests, Self::DoneBefore, Self::NotOurs],
            AnswerKind::Done | AnswerKind::InProgress => &[],
        }
    }
}

/// An answer as an officer gives it, before it is kept.
///
/// The kind comes by a tap and is enough, unless the measure asks for a proof; a text and a promised day may follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    kind: AnswerKind,
    text: Option<String>,
    promised: Option<NaiveDate>,
    proof: Option<Proof>,
}

impl Answer {
    /// An answer of this kind, without a word.
    pub fn new(kind: AnswerKind) -> Self {
        Self { kind, text: None, promised: None, proof: None }
    }

    /// The same answer with something that proves it.
    #[must_use]
    pub fn proven_by(self, proof: Proof) -> Self {
        Self { proof: Some(proof), ..self }
    }

    /// The same answer with a text; an empty text is no text.
    pub fn with_text(self, typed: &str) -> Result<Self, Refusal> {
        Ok(Self { text: text_from(typed)?, ..self })
    }

    /// The same answer with the day by which the work will be done.
    pub fn promising(
        self,
        day: NaiveDate,
        today: NaiveDate,
        working: WorkingDays<'_>,
    ) -> Result<Self, Refusal> {
        check_promise(self.kind, day, today, working)?;
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

    /// Passes unless the measure asks for a proof and "done" came without one.
    pub fn check_proof(&self, need: Need) -> Result<(), Refusal> {
        let proof = self.proof.or_else(|| Proof::of_words(self.text.as_deref()?));
        match need {
            Need::Required if self.kind == AnswerKind::Done && proof.is_none() => {
                Err(Refusal::EvidenceMissing)
            }
            Need::Required | Need::Welcome => Ok(()),
        }
    }
}

/// Passes when an answer of this kind may promise this day, on which people work. It may be later than the due day: that stays where
/// it is.
pub fn check_promise(
    kind: AnswerKind,
    day: NaiveDate,
    today: NaiveDate,
    working: WorkingDays<'_>,
) -> Result<(), Refusal> {
    if kind != AnswerKind::InProgress {
        return Err(Refusal::PromiseNotExpected);
    }
    if day < today {
        return Err(Refusal::PromiseInThePast);
    }
    if working.is_working(day) { Ok(()) } else { Err(Refusal::PromiseOnDayOff) }
}

/// The moments of an answer that count for its changes.
#[derive(Clone, Copy, Debug)]
pub struct Moments {
    /// When it was given.
    pub given: DateTime<Utc>,
    /// When control last decided about the obligation.
    pub decided: Option<DateTime<Utc>>,
    /// When the organisation took it back.
    pub taken_back: Option<DateTime<Utc>>,
}

/// Passes while an answer may still be changed or added to: until control has spoken about it, or it was taken back.
pub fn check_changeable(state: State, moments: Moments) -> Result<(), Refusal> {
    match state {
        State::Accepted => Err(Refusal::AlreadyAccepted),
        State::Cancelled => Err(Refusal::Cancelled),
        State::Open | State::Reported | State::Returned => match moments.decided {
            _ if moments.taken_back.is_some() => Err(Refusal::ReportTakenBack),
            Some(decided) if decided > moments.given => Err(Refusal::AnswerDecided),
            _ => Ok(()),
        },
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
    use crate::calendar::{Week, WorkingCalendar};
    use crate::{
        ids::{OrganisationId, PersonId},
        language::Language,
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
        let (today, calendar) = (day("2026-11-23"), WorkingCalendar::default());
        for (kind, promised, expected) in [
            (AnswerKind::InProgress, "2026-11-23", Ok(())),
            (AnswerKind::InProgress, "2027-01-11", Ok(())),
            (AnswerKind::InProgress, "2026-11-28", Err(Refusal::PromiseOnDayOff)),
            (AnswerKind::InProgress, "2026-11-22", Err(Refusal::PromiseInThePast)),
            (AnswerKind::Done, "2026-11-30", Err(Refusal::PromiseNotExpected)),
            (AnswerKind::Blocked, "2026-11-30", Err(Refusal::PromiseNotExpected)),
        ] {
            let answer = Answer::new(kind).promising(day(promised), today, calendar.in_week(Week::Five));
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
    fn done_without_a_proof_reports_nothing_where_one_is_required() {
        let file = Proof::of_file(Some("a.pdf"), None, 1).unwrap();
        let answer = Answer::new;
        for (given, proven) in [
            (answer(AnswerKind::Done), false),
            (answer(AnswerKind::Done).with_text("Qildim").unwrap(), false),
            (answer(AnswerKind::Done).with_text("Buyruq chiqarildi").unwrap(), true),
            (answer(AnswerKind::Done).with_text("lex.uz/1").unwrap(), true),
            (answer(AnswerKind::Done).proven_by(file), true),
            (answer(AnswerKind::InProgress), true),
            (answer(AnswerKind::Blocked), true),
            (answer(AnswerKind::NothingToReport), true),
        ] {
            let expected = if proven { Ok(()) } else { Err(Refusal::EvidenceMissing) };
            assert_eq!(given.check_proof(Need::Required), expected, "{given:?}");
            assert_eq!(given.check_proof(Need::Welcome), Ok(()));
        }
    }

    #[test]
    fn an_answer_may_be_changed_until_control_has_spoken_about_it() {
        let at = |text: &str| text.parse().unwrap();
        let given = at("2026-11-23T04:00:00Z");
        for (state, decided, expected) in [
            (State::Open, None, Ok(())),
            (State::Reported, None, Ok(())),
            (State::Reported, Some("2026-11-20T04:00:00Z"), Ok(())),
            (State::Returned, Some("2026-11-20T04:00:00Z"), Ok(())),
            (State::Returned, Some("2026-11-24T04:00:00Z"), Err(Refusal::AnswerDecided)),
            (State::Reported, Some("2026-11-24T04:00:00Z"), Err(Refusal::AnswerDecided)),
            (State::Accepted, Some("2026-11-24T04:00:00Z"), Err(Refusal::AlreadyAccepted)),
            (State::Cancelled, None, Err(Refusal::Cancelled)),
        ] {
            let moments = Moments { given, decided: decided.map(at), taken_back: None };
            assert_eq!(check_changeable(state, moments), expected, "{state:?} {decided:?}");
        }
        let taken_back = Moments { given, decided: None, taken_back: Some(given) };
        assert_eq!(check_changeable(State::Open, taken_back), Err(Refusal::ReportTakenBack));
    }

    #[test]
    fn ready_reasons_belong_to_one_kind_of_answer() {
        for cause in Cause::ALL {
            let kinds = AnswerKind::ALL.into_iter().filter(|kind| Cause::of(*kind).contains(&cause));
            assert_eq!(kinds.count(), 1, "{cause:?}");
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
