//! Messages on their way out: written with the act that causes them, claimed, sent, marked.
//!
//! Rows hold a method of the Bot API and its arguments as they are. What an answer of Telegram means is not decided here.

use chrono::{DateTime, Utc};
use domain::delivery::Purpose;
use domain::ids::{OutboxId, PersonId};

use crate::query::maybe;
use crate::{Conn, StoreError};

mod chats;
mod queue;
mod reshaped;
mod upkeep;

pub use chats::{drop_queued, redirect, seal, tells_of, unfinished_to};
pub use queue::{Claim, Claimed, Mark, Why, claim, mark, next, unmarked};
pub use reshaped::{divide, send_plain};
pub use upkeep::{
    Troubled, drop_expired, expires, forget_finished, give_up_troubled, keeps_quiet, put_off, silenced,
    troubled, waiting,
};

/// How urgent a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// A person waits for it.
    Waited,
    /// Something happened that the person should hear of.
    News,
    /// Many at once: digests.
    Bulk,
}

impl Priority {
    fn code(self) -> i64 {
        match self {
            Self::Waited => 0,
            Self::News => 1,
            Self::Bulk => 2,
        }
    }
}

/// What to do when it is not known whether Telegram took a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Send it once more: better twice than never.
    Resend,
    /// Leave it to the administrator: better late than twice.
    Hold,
}

impl Policy {
    fn code(self) -> &'static str {
        match self {
            Self::Resend => "resend",
            Self::Hold => "hold",
        }
    }

    fn from_code(code: &str) -> Result<Self, StoreError> {
        match code {
            "resend" => Ok(Self::Resend),
            "hold" => Ok(Self::Hold),
            other => Err(StoreError::unknown("policy of a message", other)),
        }
    }
}

/// A message to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMessage<'a> {
    /// The chat; a person's own has the number of their account.
    pub chat_id: i64,
    /// Whose chat it is, when it is somebody known.
    pub person: Option<PersonId>,
    /// What it is about.
    pub purpose: Purpose,
    /// The method of the Bot API.
    pub method: &'a str,
    /// Its arguments as JSON.
    pub body: &'a str,
    /// How urgent it is.
    pub priority: Priority,
    /// What to do when the outcome is not known.
    pub policy: Policy,
    /// A second message with the same key is not written.
    pub dedupe: Option<&'a str>,
    /// Not to be sent earlier.
    pub not_before: DateTime<Utc>,
}

/// Writes a message. `None`: one with the same key stands there already.
pub async fn put(
    conn: &mut Conn,
    message: &NewMessage<'_>,
    now: DateTime<Utc>,
) -> Result<Option<OutboxId>, StoreError> {
    let row = maybe!(
        conn,
        (i64,),
        "INSERT INTO outbox (chat_id, person_id, purpose, method, body, priority, policy, dedupe, state, attempts,
           not_before, queued_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, $10, $11, $11)
         ON CONFLICT (dedupe) DO NOTHING RETURNING id",
        message.chat_id,
        message.person.map(|person| person.0),
        message.purpose.code(),
        message.method,
        message.body,
        message.priority.code(),
        message.policy.code(),
        message.dedupe,
        0_i64,
        message.not_before,
        now,
    )?;
    Ok(row.map(|(id,)| OutboxId(id)))
}
