//! Visit codes: one-use codes that a counter prints or shows, so that a point can ask for a real visit.
//!
//! A code proves that somebody was at the counter, and nothing else: who it was stays unknown, and so does which mark it gave.

mod code;

use chrono::{DateTime, TimeDelta, Utc};

use crate::codes::coded;
use crate::ids::PointId;
use crate::refusal::Refusal;

pub use code::{LENGTH, Misread, SAMPLE, VisitCode};

/// So many codes are made at once at most.
pub const LARGEST_BATCH: u32 = 500;

/// So many unused codes of one point may be valid at once: the fewer there are, the fewer a guess can hit.
///
/// With 17⁸ codes that may be, one guess at such a point hits with 2 000 / 6.98 · 10⁹, less than one in three million; with
/// [`GUESSES_A_DAY`] of them a Telegram account needs a thousand years for one mark.
pub const MOST_VALID: u64 = 2000;

/// So many codes that do not exist may one person try in a day.
pub const GUESSES_A_DAY: u32 = 10;

/// So many days codes of a sheet are valid, unless somebody says otherwise.
pub const USUAL_DAYS: u32 = 30;

/// So many days at most.
pub const LONGEST_DAYS: u32 = 365;

/// So long a code is valid that a screen shows.
pub const ON_SCREEN: TimeDelta = TimeDelta::minutes(15);

/// So many days after its end a code is still known, so that whoever brings it hears why it is not taken.
pub const KNOWN_AFTERWARDS: u64 = 90;

coded! {
    /// What became of a code.
    pub enum CodeState {
        /// Nothing yet.
        Unused = "unused",
        /// A mark was given with it.
        Used = "used",
        /// It was taken back with its batch.
        Revoked = "revoked",
    }
}

/// What is known of a code that somebody brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownCode {
    /// The point that it was made for.
    pub point: PointId,
    /// What became of it.
    pub state: CodeState,
    /// Until when it is valid; none for a used one, of which that is not kept.
    pub valid_until: Option<DateTime<Utc>>,
}

impl KnownCode {
    /// Passes when a mark can be given with the code at `now`.
    pub fn check(&self, now: DateTime<Utc>) -> Result<(), Refusal> {
        match self.state {
            CodeState::Used => Err(Refusal::VisitCodeUsed),
            CodeState::Unused if self.valid_until.is_some_and(|until| now < until) => Ok(()),
            CodeState::Unused | CodeState::Revoked => Err(Refusal::VisitCodeOver),
        }
    }
}

/// Passes while somebody who has tried so many codes that do not exist today may try another.
pub fn check_guesses(wrong_today: u32) -> Result<(), Refusal> {
    if wrong_today < GUESSES_A_DAY { Ok(()) } else { Err(Refusal::TooManyGuesses) }
}

/// Passes when a point with so many valid codes can get so many more.
pub fn check_number(valid: u64, more: u32) -> Result<(), Refusal> {
    if valid + u64::from(more) <= MOST_VALID { Ok(()) } else { Err(Refusal::TooManyCodes) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_taken_once_and_in_time() {
        let now: DateTime<Utc> = "2026-11-24T05:00:00Z".parse().unwrap();
        let (later, earlier) = (now + TimeDelta::seconds(1), now - TimeDelta::seconds(1));
        let over = Err(Refusal::VisitCodeOver);
        for (state, valid_until, expected) in [
            (CodeState::Unused, Some(later), Ok(())),
            (CodeState::Unused, Some(now), over),
            (CodeState::Unused, Some(earlier), over),
            (CodeState::Unused, None, over),
            (CodeState::Used, None, Err(Refusal::VisitCodeUsed)),
            (CodeState::Used, Some(earlier), Err(Refusal::VisitCodeUsed)),
            (CodeState::Revoked, Some(later), over),
        ] {
            let known = KnownCode { point: PointId(1), state, valid_until };
            assert_eq!(known.check(now), expected, "{known:?}");
        }
    }

    #[test]
    fn guesses_and_valid_codes_have_limits() {
        assert_eq!((check_guesses(9), check_guesses(10)), (Ok(()), Err(Refusal::TooManyGuesses)));
        assert_eq!(check_number(1500, 500), Ok(()));
        assert_eq!(check_number(1501, 500), Err(Refusal::TooManyCodes));
        assert_eq!(check_number(2000, 1), Err(Refusal::TooManyCodes));
    }
}
