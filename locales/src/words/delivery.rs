//! The words for messages and what stood in their way, and for the days of the calendar.

use domain::calendar::{DayKind, Weeks};
use domain::delivery::{Cause, Purpose};

use crate::texts::Texts;

/// Why a message did not arrive, and what can be done about it.
pub fn delivery_cause(texts: Texts, cause: Option<Cause>) -> String {
    let Some(cause) = cause else { return texts.cause_none() };
    match cause {
        Cause::Forgotten => texts.cause_forgotten(),
        Cause::Blocked => texts.cause_blocked(),
        Cause::Deactivated => texts.cause_deactivated(),
        Cause::NeverStarted => texts.cause_never_started(),
        Cause::ChatNotFound => texts.cause_chat_not_found(),
        Cause::Kicked => texts.cause_kicked(),
        Cause::NotMember => texts.cause_not_member(),
        Cause::ChatDeleted => texts.cause_deleted(),
        Cause::Forbidden => texts.cause_forbidden(),
        Cause::Markup => texts.cause_markup(),
        Cause::TooLong => texts.cause_too_long(),
        Cause::Gone => texts.cause_gone(),
        Cause::TooLate => texts.cause_too_late(),
        Cause::Rejected => texts.cause_rejected(),
        Cause::Trouble => texts.cause_trouble(),
        Cause::TooFast => texts.cause_too_fast(),
        Cause::Away => texts.cause_away(),
        Cause::WrongToken => texts.cause_wrong_token(),
        Cause::NoAnswer => texts.cause_no_answer(),
        Cause::SenderDied => texts.cause_sender_died(),
        Cause::Moved => texts.cause_moved(),
        Cause::Expired => texts.cause_expired(),
        Cause::GivenBack => texts.cause_given_back(),
    }
}

/// Where a message stands, by the word under which it is kept.
pub fn message_state(texts: Texts, state: &str) -> String {
    match state {
        "queued" => texts.delivery_state_queued(),
        "sending" => texts.delivery_state_sending(),
        "sent" => texts.delivery_state_sent(),
        "failed" => texts.delivery_state_failed(),
        "dropped" => texts.delivery_state_dropped(),
        _ => texts.delivery_state_unknown(),
    }
}

/// What a message is about, by the word under which it is kept; a word of another version is a message.
pub fn purpose(texts: Texts, code: &str) -> String {
    let Some(purpose) = Purpose::from_code(code) else { return texts.purpose_other() };
    match purpose {
        Purpose::Digest => texts.purpose_digest(),
        Purpose::Call => texts.purpose_call(),
        Purpose::Escalation => texts.purpose_escalation(),
        Purpose::Brief => texts.purpose_brief(),
        Purpose::Card => texts.purpose_card(),
        Purpose::Sheet => texts.purpose_sheet(),
        Purpose::Changed => texts.purpose_changed(),
        Purpose::Reported => texts.purpose_reported(),
        Purpose::Accepted | Purpose::Returned | Purpose::Cancelled => texts.purpose_decision(),
        Purpose::ExtensionAsked | Purpose::ExtensionDecided => texts.purpose_extension(),
        Purpose::RecheckFell => texts.purpose_recheck(),
        Purpose::CaseOpened
        | Purpose::CaseWithdrawn
        | Purpose::CaseAnswered
        | Purpose::CaseReopened
        | Purpose::CaseJudged => texts.purpose_case(),
        Purpose::FileLost => texts.purpose_file(),
        Purpose::UpdateParked | Purpose::Found => texts.purpose_service(),
        Purpose::SubstitutionSet | Purpose::SubstitutionEnded => texts.purpose_substitution(),
        Purpose::HandOverOffered
        | Purpose::HandOverAccepted
        | Purpose::HandOverDeclined
        | Purpose::HandOverLapsed
        | Purpose::Unassigned => texts.purpose_hand_over(),
        Purpose::ReminderTrial => texts.purpose_trial(),
        Purpose::DaysMoved => texts.purpose_days(),
    }
}

/// What a row of the calendar makes of its day.
pub fn day_kind(texts: Texts, kind: DayKind) -> String {
    match kind {
        DayKind::Holiday => texts.day_kind_holiday(),
        DayKind::AdditionalOff => texts.day_kind_additional_off(),
        DayKind::MovedOff => texts.day_kind_moved_off(),
        DayKind::WorkingDay => texts.day_kind_working(),
    }
}

/// For whom a row of the calendar holds.
pub fn weeks(texts: Texts, weeks: Weeks) -> String {
    match weeks {
        Weeks::All => texts.weeks_all(),
        Weeks::FiveDay => texts.weeks_five(),
        Weeks::SixDay => texts.weeks_six(),
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    #[test]
    fn every_cause_says_something_of_its_own() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            let mut said: Vec<_> =
                Cause::ALL.into_iter().map(|one| delivery_cause(texts, Some(one))).collect();
            said.push(delivery_cause(texts, None));
            said.sort();
            said.dedup();
            assert_eq!(said.len(), Cause::ALL.len() + 1, "{language:?}");
        }
    }

    #[test]
    fn a_word_that_is_not_known_is_a_message_of_unknown_fate() {
        let texts = Texts::new(Language::En);
        assert_eq!(purpose(texts, "something new"), "Message");
        for known in Purpose::ALL {
            assert_ne!(purpose(texts, known.code()), "Message", "{known:?}");
        }
        assert_eq!(message_state(texts, "unknown"), "Unknown");
    }
}
