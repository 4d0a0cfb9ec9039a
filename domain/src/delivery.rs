//! Why a message did not reach a person, in a word: for the record, for the screens, and for what can be done about it.

use crate::codes::coded;

coded! {
    /// What a message is about.
    pub enum Purpose {
        /// The reminder of a day.
        Digest = "digest",
        /// What is overdue, from somebody who reminds by hand.
        Call = "call",
        /// What has come up to a head or a controller.
        Escalation = "escalation",
        /// The brief of the morning.
        Brief = "brief",
        /// The card of the week.
        Card = "card",
        /// The sheet for the meeting.
        Sheet = "sheet",
        /// A message about a report or a request says something else now.
        Changed = "report_changed",
        /// A report came.
        Reported = "reported",
        /// A report was accepted.
        Accepted = "accepted",
        /// A report was sent back.
        Returned = "returned",
        /// An obligation was cancelled.
        Cancelled = "cancelled",
        /// More time is asked for.
        ExtensionAsked = "extension_asked",
        /// More time was granted or refused.
        ExtensionDecided = "extension_decided",
        /// An accepted report does not stand.
        RecheckFell = "recheck_fell",
        /// A low mark opened a case.
        CaseOpened = "case_opened",
        /// The citizen raised the mark.
        CaseWithdrawn = "case_withdrawn",
        /// The organisation answered a citizen.
        CaseAnswered = "case_answered",
        /// The answer did not help.
        CaseReopened = "case_reopened",
        /// The citizen said whether the answer helped.
        CaseJudged = "case_judged",
        /// A file never came.
        FileLost = "file_lost",
        /// An update could not be handled.
        UpdateParked = "update_parked",
        /// Somebody stands in for somebody.
        SubstitutionSet = "substitution_set",
        /// Somebody stands in no longer.
        SubstitutionEnded = "substitution_ended",
        /// An obligation is offered to a colleague.
        HandOverOffered = "hand_over_offered",
        /// The colleague took it.
        HandOverAccepted = "hand_over_accepted",
        /// The colleague did not take it.
        HandOverDeclined = "hand_over_declined",
        /// The colleague did not answer in time.
        HandOverLapsed = "hand_over_lapsed",
        /// An obligation is everybody's again.
        Unassigned = "unassigned",
        /// How a reminder will look.
        ReminderTrial = "reminder_trial",
        /// Due days moved.
        DaysMoved = "days_moved",
        /// The auditor found a fault.
        Found = "found",
    }
}

coded! {
    /// What stood in the way of a message.
    pub enum Cause {
        /// The person blocked the bot.
        Blocked = "blocked",
        /// The account is gone.
        Deactivated = "deactivated",
        /// The person never wrote to the bot, so it may not write first.
        NeverStarted = "never_started",
        /// There is no such chat.
        ChatNotFound = "chat_not_found",
        /// The bot was put out of the group.
        Kicked = "kicked",
        /// The bot is not in the group.
        NotMember = "not_member",
        /// The group was deleted.
        ChatDeleted = "deleted",
        /// The chat may not be written to, for another reason.
        Forbidden = "forbidden",
        /// The formatting of the text cannot be read: a fault of this program.
        Markup = "markup",
        /// The text is too long and cannot be divided.
        TooLong = "too_long",
        /// The message that was to be changed is gone.
        Gone = "gone",
        /// The press of a button waited too long for its answer.
        TooLate = "too_late",
        /// The request is refused as it is: a fault of this program.
        Rejected = "rejected",
        /// The messenger has troubles of its own.
        Trouble = "trouble",
        /// Too much was sent at once.
        TooFast = "too_fast",
        /// The messenger cannot be reached.
        Away = "away",
        /// The messenger does not know the bot's token.
        WrongToken = "wrong_token",
        /// There was no answer: the message may have arrived.
        NoAnswer = "no_answer",
        /// The program ended while it was sending: the message may have arrived.
        SenderDied = "sender_died",
        /// The group has another number now.
        Moved = "moved",
        /// Its time passed before it could be sent.
        Expired = "expired",
        /// It was claimed and its turn did not come.
        GivenBack = "given_back",
        /// Whoever it is about, or for, asked to be forgotten.
        Forgotten = "forgotten",
    }
}

impl Cause {
    /// Whether the chat cannot be written to until the person comes back.
    pub fn is_unreachable(self) -> bool {
        matches!(
            self,
            Self::Blocked
                | Self::Deactivated
                | Self::NeverStarted
                | Self::ChatNotFound
                | Self::Kicked
                | Self::NotMember
                | Self::ChatDeleted
                | Self::Forbidden
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_back_to_its_cause_and_tells_whether_the_chat_is_closed() {
        for cause in Cause::ALL {
            assert_eq!(Cause::from_code(cause.code()), Some(cause));
        }
        let closed: Vec<_> = Cause::ALL.into_iter().filter(|cause| cause.is_unreachable()).collect();
        assert_eq!(closed.len(), 8);
        assert!(!Cause::NoAnswer.is_unreachable() && !Cause::Markup.is_unreachable());
    }
}
