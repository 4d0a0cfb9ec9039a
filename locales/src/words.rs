//! The words for the things that `domain` decides about: roles, standings, answers, deadlines, refusals.

use domain::ageing::{Ball, Holder};
use domain::answers::{AnswerKind, Cause, LastWord};
use domain::audit::FindingKind;
use domain::chain::Fault;
use domain::compliance::Light;
use domain::escalation::{Level, StepState};
use domain::evidence::{FILE_LIMIT, FILES_AT_ONCE, PROVING_WORDS};
use domain::extension::LONGEST_DAYS;
use domain::language::Language;
use domain::obligation::{Standing, State};
use domain::people::Role;
use domain::ratings::{Criterion, Mark, Reason};
use domain::refusal::Refusal;
use domain::visits::MOST_VALID;
use domain::written::TEXT_LIMIT;

use crate::dates::on_one_line;
use crate::numbers;
use crate::texts::{Texts, by_key};

mod deadlines;
mod delivery;

pub use deadlines::{deadline_kind, period, rule, stage, why};
pub use delivery::{day_kind, delivery_cause, message_state, purpose, weeks};

/// What an organisation is, by the word of the tables; a word that a city entered by hand stands as it is.
pub fn organisation_kind(texts: Texts, code: &str) -> String {
    let key = format!("organisation-kind-{}", code.replace('_', "-"));
    by_key(texts.language(), &key).unwrap_or_else(|| code.to_owned())
}

/// Whom an obligation waits for: `nazoratchida`.
pub fn holder(texts: Texts, holder: Holder) -> String {
    match holder {
        Holder::Officer => texts.holder_officer(),
        Holder::Controller => texts.holder_controller(),
        Holder::DeputyHokim => texts.holder_deputy_hokim(),
    }
}

/// For how many working days it waits there: `4 ish kuni`.
pub fn held_for(texts: Texts, ball: &Ball) -> String {
    if ball.days == 0 { texts.holder_just_now() } else { texts.count_working_days(ball.days) }
}

/// Whom it waits for and for how long: `nazoratchida: 4 ish kuni`.
pub fn whose_turn(texts: Texts, ball: &Ball) -> String {
    texts.holder_for(held_for(texts, ball), holder(texts, ball.holder))
}

/// A language, by the name that it has in itself.
pub fn language_name(language: Language) -> String {
    let texts = Texts::new(language);
    match language {
        Language::UzLatn => texts.language_uz_latn(),
        Language::UzCyrl => texts.language_uz_cyrl(),
        Language::Ru => texts.language_ru(),
        Language::En => texts.language_en(),
    }
}

/// What a person is for the city: `Masʼul xodim`.
pub fn role(texts: Texts, role: Role) -> String {
    match role {
        Role::Administrator => texts.role_administrator(),
        Role::Controller => texts.role_controller(),
        Role::Head => texts.role_head(),
        Role::Officer => texts.role_officer(),
        Role::Observer => texts.role_observer(),
    }
}

/// What was wrong with a service, or right: `Uzoq kuttirishdi`.
pub fn reason(texts: Texts, reason: Reason) -> String {
    match reason {
        Reason::Waiting => texts.reason_waiting(),
        Reason::Rude => texts.reason_rude(),
        Reason::Unclear => texts.reason_unclear(),
        Reason::Papers => texts.reason_papers(),
        Reason::Money => texts.reason_money(),
        Reason::System => texts.reason_system(),
        Reason::Access => texts.reason_access(),
        Reason::Unsettled => texts.reason_unsettled(),
        Reason::Quick => texts.reason_quick(),
        Reason::Polite => texts.reason_polite(),
        Reason::Clear => texts.reason_clear(),
        Reason::Near => texts.reason_near(),
        Reason::Simple => texts.reason_simple(),
        Reason::Settled => texts.reason_settled(),
    }
}

/// A criterion of the regulation: `Qonuniylik`.
pub fn criterion(texts: Texts, criterion: Criterion) -> String {
    match criterion {
        Criterion::Legality => texts.criterion_legality(),
        Criterion::Quality => texts.criterion_quality(),
        Criterion::Timeliness => texts.criterion_timeliness(),
        Criterion::Accessibility => texts.criterion_accessibility(),
    }
}

/// A level of a chain of what is overdue: `Tashkilot rahbari`.
pub fn level(texts: Texts, level: Level) -> String {
    match level {
        Level::Officer => texts.role_officer(),
        Level::Substitute => texts.level_substitute(),
        Level::Head => texts.role_head(),
        Level::Controller => texts.role_controller(),
        Level::Brief => texts.level_brief(),
    }
}

/// Where a step of such a chain stands: `Xabar berildi`.
pub fn step_state(texts: Texts, state: StepState) -> String {
    match state {
        StepState::Waiting => texts.step_waiting(),
        StepState::Told => texts.step_told(),
        StepState::Vacant => texts.step_vacant(),
        StepState::Over => texts.step_over(),
    }
}

/// What the auditor found, in a sentence.
pub fn finding(texts: Texts, kind: FindingKind, number: u64, organisation: &str) -> String {
    match kind {
        FindingKind::SilentOverdue => texts.finding_silent_overdue(number, organisation),
        FindingKind::StuckSending => texts.finding_stuck_sending(number),
        FindingKind::PlannerSilent => texts.finding_planner_silent(),
        FindingKind::QueueLate => texts.finding_queue_late(number),
    }
}

/// How an obligation looks today, in a short label: `Muddati oʻtgan`.
pub fn standing(texts: Texts, standing: Standing) -> String {
    match standing {
        Standing::Overdue { .. } => texts.standing_overdue(),
        Standing::DueToday => texts.standing_due_today(),
        Standing::DueSoon { .. } => texts.standing_due_soon(),
        Standing::Working => texts.standing_working(),
        Standing::NotStarted => texts.standing_not_started(),
        Standing::UnderReview { late: false } => texts.standing_review(),
        Standing::UnderReview { late: true } => texts.standing_review_late(),
        Standing::Done { late: false } => texts.standing_done(),
        Standing::Done { late: true } => texts.standing_done_late(),
        Standing::Cancelled => texts.standing_cancelled(),
    }
}

/// How many days are left or lost, where the standing tells: `3 kun qoldi`, `11 kun kechikdi`.
pub fn standing_days(texts: Texts, standing: Standing) -> Option<String> {
    match standing {
        Standing::Overdue { days } => Some(on_one_line(&texts.days_late(days))),
        Standing::DueToday => Some(texts.today()),
        Standing::DueSoon { days } => Some(on_one_line(&texts.days_left(days))),
        Standing::Working
        | Standing::NotStarted
        | Standing::UnderReview { .. }
        | Standing::Done { .. }
        | Standing::Cancelled => None,
    }
}

/// What has been done with an obligation: `Nazoratdan yechildi`.
pub fn state(texts: Texts, state: State) -> String {
    match state {
        State::Open => texts.state_open(),
        State::Reported => texts.state_reported(),
        State::Returned => texts.state_returned(),
        State::Accepted => texts.state_accepted(),
        State::Cancelled => texts.state_cancelled(),
    }
}

/// What an organisation answered: `Toʻsiq bor`.
pub fn answer_kind(texts: Texts, kind: AnswerKind) -> String {
    match kind {
        AnswerKind::Done => texts.answer_done(),
        AnswerKind::InProgress => texts.answer_in_progress(),
        AnswerKind::Blocked => texts.answer_blocked(),
        AnswerKind::NothingToReport => texts.answer_nothing(),
    }
}

/// What was said of an obligation last: `Toʻsiq bor`, `Qayta ijroga yuborildi`.
pub fn last_word(texts: Texts, word: LastWord) -> String {
    match word {
        LastWord::Answered(kind, _) => answer_kind(texts, kind),
        LastWord::SentBack(_) => state(texts, State::Returned),
    }
}

/// A ready reason, as the controller reads it: `Mablagʻ ajratilmagan.`
pub fn cause(texts: Texts, cause: Cause) -> String {
    match cause {
        Cause::NoMoney => texts.cause_no_money(),
        Cause::Others => texts.cause_others(),
        Cause::Technical => texts.cause_technical(),
        Cause::NoRequests => texts.cause_no_requests(),
        Cause::DoneBefore => texts.cause_done_before(),
        Cause::NotOurs => texts.cause_not_ours(),
    }
}

/// The word that goes with a colour: `Xavf bor`.
pub fn light(texts: Texts, light: Light) -> String {
    match light {
        Light::Green => texts.light_green(),
        Light::Yellow => texts.light_yellow(),
        Light::Red => texts.light_red(),
        Light::NoData => texts.light_none(),
    }
}

/// A mark in words: `Aʼlo`.
pub fn mark(texts: Texts, mark: Mark) -> String {
    match mark.get() {
        1 => texts.mark_1(),
        2 => texts.mark_2(),
        3 => texts.mark_3(),
        4 => texts.mark_4(),
        _ => texts.mark_5(),
    }
}

/// The sign of a standing in a chat, the same everywhere and in all languages; always with a word beside it.
pub fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Overdue { .. } => "🛑",
        Standing::DueToday => "⚠️",
        Standing::DueSoon { .. } => "⏳",
        Standing::NotStarted => "⚪",
        Standing::Working => "🔵",
        Standing::UnderReview { .. } => "👁",
        Standing::Done { .. } => "✅",
        Standing::Cancelled => "✖️",
    }
}

/// Why the city says no, in a sentence that says what to do.
pub fn refusal(texts: Texts, refusal: &Refusal) -> String {
    match refusal {
        Refusal::LinkRevoked => texts.refusal_link_revoked(),
        Refusal::PointClosed => texts.refusal_point_closed(),
        Refusal::PointOpen => texts.refusal_point_open(),
        Refusal::VisitCodeNeeded => texts.refusal_visit_code_needed(),
        Refusal::VisitCodeUnknown => texts.refusal_visit_code_unknown(),
        Refusal::VisitCodeUsed => texts.refusal_visit_code_used(),
        Refusal::VisitCodeOver => texts.refusal_visit_code_over(),
        Refusal::TooManyGuesses => texts.refusal_too_many_guesses(),
        Refusal::TooManyCodes => texts.refusal_too_many_codes(MOST_VALID),
        Refusal::BatchRevoked => texts.refusal_batch_revoked(),
        Refusal::NotAllowed => texts.refusal_not_allowed(),
        Refusal::NotYours => texts.refusal_not_yours(),
        Refusal::OwnAnswer => texts.refusal_own_answer(),
        Refusal::AlreadyReported => texts.refusal_already_reported(),
        Refusal::AlreadyAccepted => texts.refusal_already_accepted(),
        Refusal::Cancelled => texts.refusal_cancelled(),
        Refusal::NothingToReview => texts.refusal_nothing_to_review(),
        Refusal::NothingToTakeBack => texts.refusal_nothing_to_take_back(),
        Refusal::ReportTakenBack => texts.refusal_report_taken_back(),
        Refusal::ReportChanged => texts.refusal_report_changed(),
        Refusal::TouchedSince => texts.refusal_touched_since(),
        Refusal::DecidedByAnother => texts.refusal_decided_by_another(),
        Refusal::UndoneBefore => texts.refusal_undone_before(),
        Refusal::UndoTooLate => texts.refusal_undo_too_late(),
        Refusal::ReasonMissing => texts.refusal_reason_missing(),
        Refusal::ReasonTooLong => texts.refusal_reason_too_long(TEXT_LIMIT),
        Refusal::TextTooLong => texts.refusal_text_too_long(TEXT_LIMIT),
        Refusal::PromiseInThePast => texts.refusal_promise_in_the_past(),
        Refusal::PromiseOnDayOff => texts.refusal_promise_on_day_off(),
        Refusal::PromiseNotExpected => texts.refusal_promise_not_expected(),
        Refusal::ExtensionWaits => texts.refusal_extension_waits(),
        Refusal::ExtensionNotLater => texts.refusal_extension_not_later(),
        Refusal::ExtensionTooFar => texts.refusal_extension_too_far(LONGEST_DAYS),
        Refusal::ExtensionDecided => texts.refusal_extension_decided(),
        Refusal::OwnRequest => texts.refusal_own_request(),
        Refusal::OwnDecision => texts.refusal_own_decision(),
        Refusal::RecheckDecided => texts.refusal_recheck_decided(),
        Refusal::NoTimeToSnooze => texts.refusal_no_time_to_snooze(),
        Refusal::SnoozeInThePast => texts.refusal_snooze_in_the_past(),
        Refusal::SnoozeTooLong => texts.refusal_snooze_too_long(),
        Refusal::AnswerDecided => texts.refusal_answer_decided(),
        Refusal::EvidenceMissing => texts.refusal_evidence_missing(PROVING_WORDS),
        Refusal::TooManyFiles => texts.refusal_too_many_files(FILES_AT_ONCE),
        Refusal::FileTooBig => {
            texts.refusal_file_too_big(numbers::bytes(texts.language(), FILE_LIMIT.unsigned_abs()))
        }
        Refusal::FileNotTaken => texts.refusal_file_not_taken(),
        Refusal::RecordNumberWrong => texts.refusal_record_number_wrong(),
        Refusal::InvitationUsed => texts.refusal_invitation_used(),
        Refusal::InvitationExpired => texts.refusal_invitation_expired(),
        Refusal::SubstitutionOver => texts.refusal_substitution_over(),
        Refusal::SubstitutionAhead => texts.refusal_substitution_ahead(),
        Refusal::LeaveInThePast => texts.refusal_leave_in_the_past(),
        Refusal::LeaveEndsBeforeItBegins => texts.refusal_leave_ends_before_it_begins(),
        Refusal::LeaveOverlaps => texts.refusal_leave_overlaps(),
        Refusal::SubstituteIsOneself => texts.refusal_substitute_is_oneself(),
        Refusal::CannotStandIn => texts.refusal_cannot_stand_in(),
        Refusal::SubstitutesInACircle => texts.refusal_substitutes_in_a_circle(),
        Refusal::DoneByColleague => texts.refusal_done_by_colleague(),
        Refusal::AlreadyTheirs => texts.refusal_already_theirs(),
        Refusal::HandOverToOneself => texts.refusal_hand_over_to_oneself(),
        Refusal::CannotTakeOver => texts.refusal_cannot_take_over(),
        Refusal::HandOverWaits => texts.refusal_hand_over_waits(),
        Refusal::HandOverIsOver => texts.refusal_hand_over_is_over(),
        Refusal::CommentGone => texts.refusal_comment_gone(),
        Refusal::QuarantineDecided => texts.refusal_quarantine_decided(),
        Refusal::PeriodNotReady => texts.refusal_period_not_ready(),
        Refusal::FiguresChanged => texts.refusal_figures_changed(),
        Refusal::OwnRole => texts.refusal_own_role(),
        Refusal::LastAdministrator => texts.refusal_last_administrator(),
        Refusal::KeyTaken => texts.refusal_key_taken(),
        Refusal::BelowItself => texts.refusal_below_itself(),
        Refusal::NobodyAbove => texts.refusal_nobody_above(),
        Refusal::StaysOnTop => texts.refusal_stays_on_top(),
        Refusal::OthersBelow => texts.refusal_others_below(),
        Refusal::BelongsToClosed => texts.refusal_belongs_to_closed(),
        Refusal::NothingToPublish => texts.refusal_nothing_to_publish(),
    }
}

/// What is wrong with the chain of events.
pub fn fault(texts: Texts, fault: Fault) -> String {
    match fault {
        Fault::Changed(event) => texts.chain_fault_changed(event.to_string()),
        Fault::Missing(event) => texts.chain_fault_missing(event.to_string()),
        Fault::Gap(first, last) => texts.chain_fault_gap(first.to_string(), last.to_string()),
        Fault::Unlinked(event) => texts.chain_fault_unlinked(event.to_string()),
        Fault::Head => texts.chain_fault_head(),
        Fault::Noted => texts.chain_fault_noted(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_the_tables_has_words() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            for kind in domain::organisations::KINDS {
                assert_ne!(organisation_kind(texts, kind), kind, "{language:?}");
            }
            assert_eq!(organisation_kind(texts, "of_our_own"), "of_our_own");
        }
    }

    #[test]
    fn only_what_depends_on_the_day_tells_days() {
        let texts = Texts::new(Language::Ru);
        assert_eq!(
            standing_days(texts, Standing::Overdue { days: 2 }).as_deref(),
            Some("просрочено\u{A0}на\u{A0}2\u{A0}дня")
        );
        assert_eq!(
            standing_days(texts, Standing::DueSoon { days: 1 }).as_deref(),
            Some("остался\u{A0}1\u{A0}день")
        );
        assert_eq!(standing_days(texts, Standing::Done { late: true }), None);
        assert_eq!(standing(texts, Standing::Done { late: true }), "Исполнено с опозданием");
    }

    #[test]
    fn a_refusal_names_the_limit_that_the_rules_set() {
        let said = refusal(Texts::new(Language::UzLatn), &Refusal::TextTooLong);
        assert!(said.contains("1\u{A0}000 belgi"), "{said}");
    }

    #[test]
    fn each_language_has_its_own_name() {
        let names = Language::ALL.map(language_name);
        assert_eq!(names, ["Oʻzbekcha", "Ўзбекча", "Русский", "English"]);
    }
}
