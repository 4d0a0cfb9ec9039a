//! Why the city says no: facts that a person can understand and act upon.
//!
//! A refusal is not a failure of the program. It is shown in the person's language and changes nothing.

/// A fact that stands in the way of what a person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refusal {
    /// The person has no role that gives this right.
    #[error("the person has no role that gives this right")]
    NotAllowed,
    /// The person has the role, but for other organisations.
    #[error("the organisation is not one of the person's own")]
    NotYours,
    /// Nobody closes what he has answered himself.
    #[error("the answer is the person's own, somebody else must review it")]
    OwnAnswer,
    /// The obligation was reported and waits for the controller.
    #[error("the obligation is already reported")]
    AlreadyReported,
    /// The obligation was accepted and taken off control.
    #[error("the obligation is already accepted")]
    AlreadyAccepted,
    /// The obligation was cancelled.
    #[error("the obligation is cancelled")]
    Cancelled,
    /// Nothing was reported that could be accepted or returned.
    #[error("nothing is reported, so there is nothing to review")]
    NothingToReview,
    /// No report waits that could be taken back.
    #[error("no report waits, so there is nothing to take back")]
    NothingToTakeBack,
    /// The report says something else than what the controller has seen.
    #[error("the report has changed since it was looked at")]
    ReportChanged,
    /// Somebody has gone on with it since the decision that is to be taken back.
    #[error("somebody has gone on with it since the decision")]
    TouchedSince,
    /// A decision is taken back by who decided.
    #[error("the decision is somebody else's")]
    DecidedByAnother,
    /// The decision was taken back before.
    #[error("the decision was taken back before")]
    UndoneBefore,
    /// A decision can be taken back for [`UNDO_WINDOW`](crate::together::UNDO_WINDOW) only.
    #[error("the decision cannot be taken back any more")]
    UndoTooLate,
    /// A reason is needed here.
    #[error("a reason is needed")]
    ReasonMissing,
    /// The reason is longer than [`TEXT_LIMIT`](crate::written::TEXT_LIMIT).
    #[error("the reason is too long")]
    ReasonTooLong,
    /// The text is longer than [`TEXT_LIMIT`](crate::written::TEXT_LIMIT).
    #[error("the text is too long")]
    TextTooLong,
    /// A promise can only be about today or a later day.
    #[error("the promised day is in the past")]
    PromiseInThePast,
    /// Nobody works on the promised day.
    #[error("the promised day is a day off")]
    PromiseOnDayOff,
    /// Only an answer "in progress" carries a promised day.
    #[error("this kind of answer promises no day")]
    PromiseNotExpected,
    /// A request for more time waits for its decision already.
    #[error("more time is asked for already")]
    ExtensionWaits,
    /// The new day is not after the day that counts, or is over.
    #[error("the new day is not later than the due day")]
    ExtensionNotLater,
    /// The new day is farther away than [`LONGEST_DAYS`](crate::extension::LONGEST_DAYS).
    #[error("the new day is too far away")]
    ExtensionTooFar,
    /// The request for more time was decided, or taken back.
    #[error("the request for more time needs no decision any more")]
    ExtensionDecided,
    /// Nobody decides about his own request.
    #[error("the request is the person's own, somebody else must decide about it")]
    OwnRequest,
    /// Nobody re-checks what he has accepted himself.
    #[error("the person accepted it, somebody else must re-check it")]
    OwnDecision,
    /// The re-check was decided.
    #[error("the re-check is already decided")]
    RecheckDecided,
    /// No working day is left before the due day, so there is no day to which a reminder could be put off.
    #[error("no working day is left before the due day")]
    NoTimeToSnooze,
    /// The day to which a reminder is to be put off has come already.
    #[error("the day to be reminded on has come already")]
    SnoozeInThePast,
    /// A reminder is put off by some working days at most, and never past the due day.
    #[error("a reminder is not put off for so long")]
    SnoozeTooLong,
    /// Control has spoken about this answer; a new one is needed.
    #[error("the answer was decided upon, a new one is needed")]
    AnswerDecided,
    /// The report was taken back; a new one is needed.
    #[error("the report was taken back, a new one is needed")]
    ReportTakenBack,
    /// The measure asks for a proof, and none was brought.
    #[error("the measure asks for evidence")]
    EvidenceMissing,
    /// The file is larger than [`FILE_LIMIT`](crate::evidence::FILE_LIMIT).
    #[error("the file is too big")]
    FileTooBig,
    /// One form brings too many files.
    #[error("there are too many files")]
    TooManyFiles,
    /// The file is of a kind that is not taken.
    #[error("files of this kind are not taken")]
    FileNotTaken,
    /// What was typed is not the number of a record.
    #[error("this is not the number of a record")]
    RecordNumberWrong,
    /// The invitation link was used before.
    #[error("the invitation is already used")]
    InvitationUsed,
    /// The invitation link is older than 72 hours.
    #[error("the invitation has expired")]
    InvitationExpired,
    /// The days on which the person stood in for a colleague are over.
    #[error("the person's days as a substitute are over")]
    SubstitutionOver,
    /// The days on which the person stands in for a colleague are still to come.
    #[error("the person's days as a substitute are still to come")]
    SubstitutionAhead,
    /// The last day of the leave has passed.
    #[error("the leave is in the past")]
    LeaveInThePast,
    /// The last day of the leave is before the first.
    #[error("the leave ends before it begins")]
    LeaveEndsBeforeItBegins,
    /// The person has a substitute on some of these days already.
    #[error("the person has a substitute on some of these days already")]
    LeaveOverlaps,
    /// Nobody stands in for himself.
    #[error("nobody stands in for himself")]
    SubstituteIsOneself,
    /// The substitute is no colleague there, or controls the organisation.
    #[error("the substitute cannot answer for the organisation")]
    CannotStandIn,
    /// The substitute is away on some of these days, and the line of substitutes leads back to the person.
    #[error("the line of substitutes leads back to the person")]
    SubstitutesInACircle,
    /// A colleague alone does the obligation: only they and the head hand it over.
    #[error("the obligation is done by a colleague")]
    DoneByColleague,
    /// The obligation is done by this person already.
    #[error("the obligation is done by this person already")]
    AlreadyTheirs,
    /// Nobody hands anything over to himself.
    #[error("nobody hands anything over to himself")]
    HandOverToOneself,
    /// The colleague cannot answer for the organisation.
    #[error("the colleague cannot answer for the organisation")]
    CannotTakeOver,
    /// Another colleague was asked and has not answered yet.
    #[error("another colleague was asked and has not answered yet")]
    HandOverWaits,
    /// The link of the point was taken back or replaced before.
    #[error("the link was taken back or replaced before")]
    LinkRevoked,
    /// The point is closed already.
    #[error("the point is closed already")]
    PointClosed,
    /// The point is in use already.
    #[error("the point is in use already")]
    PointOpen,
    /// Marks at this point need a visit code.
    #[error("marks at this point need a visit code")]
    VisitCodeNeeded,
    /// No such visit code was ever made, or it was forgotten.
    #[error("there is no such visit code")]
    VisitCodeUnknown,
    /// A mark was given with the visit code before.
    #[error("the visit code was used before")]
    VisitCodeUsed,
    /// The visit code is not valid any more, or was taken back.
    #[error("the visit code is not valid any more")]
    VisitCodeOver,
    /// The person has tried [`GUESSES_A_DAY`](crate::visits::GUESSES_A_DAY) codes that do not exist.
    #[error("too many wrong visit codes were tried today")]
    TooManyGuesses,
    /// The point has [`MOST_VALID`](crate::visits::MOST_VALID) valid codes, or would have more.
    #[error("the point has too many valid visit codes")]
    TooManyCodes,
    /// The batch of codes was taken back before.
    #[error("the batch was taken back before")]
    BatchRevoked,
    /// The offer was answered or taken back before.
    #[error("the offer was answered or taken back before")]
    HandOverIsOver,
    /// The comment was hidden, or its rating has a case already.
    #[error("the comment is not there any more, or has a case already")]
    CommentGone,
    /// A reviewer has decided about these marks.
    #[error("somebody has decided about these marks")]
    QuarantineDecided,
    /// The period is not over, or one of its quarters is not published yet.
    #[error("the period cannot be published yet")]
    PeriodNotReady,
    /// What would be public is not what the person was shown.
    #[error("the figures are not those that were shown")]
    FiguresChanged,
    /// Nobody gives himself a role.
    #[error("nobody gives himself a role")]
    OwnRole,
    /// Without this person nobody would administer everything.
    #[error("this is the last administrator of the whole city")]
    LastAdministrator,
    /// Another organisation or service has this key.
    #[error("the key is taken")]
    KeyTaken,
    /// The organisation would stand below itself.
    #[error("the organisation would stand below itself")]
    BelowItself,
    /// An organisation needs one above it that is in use.
    #[error("an organisation needs one above it")]
    NobodyAbove,
    /// The one above all others is neither moved nor closed.
    #[error("the organisation above all others stays where it is")]
    StaysOnTop,
    /// Organisations in use stand below the one that is to be closed.
    #[error("organisations in use stand below it")]
    OthersBelow,
    /// What it belongs to is closed.
    #[error("the organisation to which it belongs is closed")]
    BelongsToClosed,
    /// What is published says the same already.
    #[error("there is nothing new to publish")]
    NothingToPublish,
}
