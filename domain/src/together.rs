//! Several reports decided at once: what was seen is what is decided, and whoever decided can take it back for a while.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    codes::coded,
    ids::{ObligationId, PersonId},
    refusal::Refusal,
};

/// At most so many are decided at once.
pub const MOST: usize = 50;

/// For so long a decision can be taken back, and nobody is told of it. Long enough to read what was decided and to see the one row
/// that was meant otherwise; short enough that nobody who waits for the answer notices.
pub const UNDO_WINDOW: TimeDelta = TimeDelta::minutes(2);

/// A decision about one report or several, as whoever takes it back looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// Who decided.
    pub by: PersonId,
    /// Until when it can be taken back.
    pub until: DateTime<Utc>,
    /// Whether it was taken back already.
    pub undone: bool,
}

impl Decided {
    /// Passes while this person can take it back at the moment `now`.
    pub fn check_undo(&self, person: PersonId, now: DateTime<Utc>) -> Result<(), Refusal> {
        if person != self.by {
            return Err(Refusal::DecidedByAnother);
        }
        if self.undone {
            return Err(Refusal::UndoneBefore);
        }
        if now >= self.until {
            return Err(Refusal::UndoTooLate);
        }
        Ok(())
    }
}

coded! {
    /// What became of one of several reports.
    pub enum Part {
        /// It was decided.
        Done = "done",
        /// It was decided, and the decision was taken back.
        Undone = "undone",
        /// It was decided, and stayed so when the decision was taken back: somebody had gone on with it.
        Touched = "touched",
        /// It was decided, and stayed so: the right to decide had ended.
        RightEnded = "right_ended",
        /// It said something else than what was seen.
        Changed = "changed",
        /// It was the person's own.
        Own = "own",
        /// It was accepted already.
        Accepted = "accepted",
        /// It is not asked for any more.
        Cancelled = "cancelled",
        /// No report waited.
        Nothing = "nothing",
        /// The person decides about other organisations.
        NotYours = "not_yours",
        /// The person decides about nothing.
        NotAllowed = "not_allowed",
    }
}

impl Part {
    /// Why a report was not decided together with the others.
    pub fn of(refusal: Refusal) -> Self {
        match refusal {
            Refusal::ReportChanged => Self::Changed,
            Refusal::OwnAnswer => Self::Own,
            Refusal::AlreadyAccepted => Self::Accepted,
            Refusal::Cancelled => Self::Cancelled,
            Refusal::NotYours => Self::NotYours,
            Refusal::NotAllowed => Self::NotAllowed,
            _ => Self::Nothing,
        }
    }

    /// Why it was not decided; none when it was.
    pub fn left(self) -> Option<Refusal> {
        match self {
            Self::Done | Self::Undone | Self::Touched | Self::RightEnded => None,
            Self::Changed => Some(Refusal::ReportChanged),
            Self::Own => Some(Refusal::OwnAnswer),
            Self::Accepted => Some(Refusal::AlreadyAccepted),
            Self::Cancelled => Some(Refusal::Cancelled),
            Self::Nothing => Some(Refusal::NothingToReview),
            Self::NotYours => Some(Refusal::NotYours),
            Self::NotAllowed => Some(Refusal::NotAllowed),
        }
    }

    /// Why the decision stayed when it was taken back; none when it did not.
    pub fn stayed(self) -> Option<Refusal> {
        match self {
            Self::Touched => Some(Refusal::TouchedSince),
            Self::RightEnded => Some(Refusal::NotAllowed),
            _ => None,
        }
    }
}

/// The reports of a list and the versions that were seen, in short: a button cannot carry them all. Another list, another order or
/// another version gives another number.
pub fn fingerprint(seen: impl IntoIterator<Item = (ObligationId, i64)>) -> u64 {
    // FNV-1a: short, and the same on every machine and in every version of the program.
    let numbers = seen.into_iter().flat_map(|(id, version)| [id.0, version]);
    let bytes = numbers.flat_map(i64::to_le_bytes);
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_decided_takes_it_back_once_and_in_time() {
        let at: DateTime<Utc> = "2026-11-23T05:00:00Z".parse().unwrap();
        let (person, other) = (PersonId(9), PersonId(8));
        let decided = Decided { by: person, until: at + UNDO_WINDOW, undone: false };
        let last = at + UNDO_WINDOW - TimeDelta::microseconds(1);
        let undone = Decided { undone: true, ..decided };
        for (decided, who, now, expected) in [
            (decided, person, at, Ok(())),
            (decided, person, last, Ok(())),
            (decided, person, at + UNDO_WINDOW, Err(Refusal::UndoTooLate)),
            (decided, other, at, Err(Refusal::DecidedByAnother)),
            (undone, person, at, Err(Refusal::UndoneBefore)),
            (undone, person, at + UNDO_WINDOW, Err(Refusal::UndoneBefore)),
        ] {
            assert_eq!(decided.check_undo(who, now), expected, "{who} at {now}");
        }
    }

    #[test]
    fn what_was_not_decided_keeps_its_reason() {
        for refusal in [
            Refusal::ReportChanged,
            Refusal::OwnAnswer,
            Refusal::AlreadyAccepted,
            Refusal::Cancelled,
            Refusal::NothingToReview,
            Refusal::NotYours,
            Refusal::NotAllowed,
        ] {
            assert_eq!(Part::of(refusal).left(), Some(refusal));
        }
        let mut stayed = Part::ALL.into_iter().filter(|part| part.stayed().is_some());
        assert!(stayed.all(|part| part.left().is_none()), "what stayed was decided");
    }

    #[test]
    fn whatever_changes_in_a_list_changes_its_fingerprint() {
        let seen = [(ObligationId(7), 1), (ObligationId(9), 3)];
        let same = fingerprint(seen);
        assert_eq!(fingerprint(seen), same);
        for other in [
            vec![(ObligationId(7), 1)],
            vec![(ObligationId(9), 3), (ObligationId(7), 1)],
            vec![(ObligationId(7), 2), (ObligationId(9), 3)],
            vec![(ObligationId(7), 1), (ObligationId(8), 3)],
            vec![],
        ] {
            assert_ne!(fingerprint(other.iter().copied()), same, "{other:?}");
        }
    }
}
