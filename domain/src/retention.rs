//! How long what leads to a person is kept: the one place from which the jobs, the bot and the page of privacy take it.
//!
//! What is official, the plan, answers and decisions, is not forgotten by a clock and does not stand here.

use chrono::TimeDelta;

/// A vote has the keyed sign of its voter for so long: for the one vote a day, for the wish to hear the answer, and for whoever
/// wants to be forgotten. While the case of the vote waits, it has it for longer, see [`WISHES`].
pub const VOTERS: TimeDelta = TimeDelta::days(90);

/// The words of a citizen, unless their case still waits.
pub const COMMENTS: TimeDelta = TimeDelta::days(365);

/// The words that a reviewer hid, from then on.
pub const HIDDEN_COMMENTS: TimeDelta = TimeDelta::days(30);

/// The sealed chat of whoever wants to hear the answer goes with the answer, and in any case after so long.
pub const WISHES: TimeDelta = TimeDelta::days(180);

/// What the bot waits for in a conversation, and the language of somebody whom the city does not know.
pub const CONVERSATIONS: TimeDelta = TimeDelta::days(1);

/// An update that could not be handled, sealed.
pub const PARKED_UPDATES: TimeDelta = TimeDelta::days(30);

/// The number of an update that was handled. Telegram keeps updates for a day; three are safe.
pub const SEEN_UPDATES: TimeDelta = TimeDelta::days(3);

/// The words of messages that were sent.
pub const MESSAGES: TimeDelta = TimeDelta::days(30);

/// A message that could not be sent waits so long for an administrator.
pub const UNDELIVERED: TimeDelta = TimeDelta::days(90);

/// The trace of an invitation that was used, revoked or expired.
pub const INVITATIONS: TimeDelta = TimeDelta::days(30);

/// What a decision needs to be taken back, and to say what became of it. The decision itself is official and stays.
pub const DECISIONS: TimeDelta = TimeDelta::days(1);
