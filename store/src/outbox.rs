//! Messages on their way out: written with the act that causes them, claimed, sent, marked.
//!
//! Rows hold a method of the Bot API and its arguments as they are. What an answer of Telegram means is not decided here.

use chrono::{DateTime, Utc};
use domain::ids::{OutboxId, PersonId};

use crate::query::{all, maybe, one, run};
use crate::{Conn, StoreError};

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
    /// What it is about, in a word: `digest`, `decision`, `case`.
    pub purpose: &'static str,
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
           not_before, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'queued', $9, $10, $11)
         ON CONFLICT (dedupe) DO NOTHING RETURNING id",
        message.chat_id,
        message.person.map(|person| person.0),
        message.purpose,
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

/// One claim of one message: whoever claims the message again makes another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    id: OutboxId,
    attempts: i64,
}

/// A message that the caller now has to send and to mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Its row.
    pub id: OutboxId,
    /// Where it goes.
    pub chat_id: i64,
    /// The method of the Bot API.
    pub method: String,
    /// Its arguments as JSON.
    pub body: String,
    /// How often it was tried, this time included.
    pub attempts: i64,
    /// What to do when the outcome is not known.
    pub policy: Policy,
    /// Telegram may have taken it before.
    pub unsure: bool,
}

impl Claimed {
    /// The claim by which it is marked.
    pub fn claim(&self) -> Claim {
        Claim { id: self.id, attempts: self.attempts }
    }
}

#[derive(sqlx::FromRow)]
struct ClaimedRow {
    id: i64,
    chat_id: i64,
    method: String,
    body: String,
    attempts: i64,
    policy: String,
    unsure: bool,
}

impl ClaimedRow {
    fn read(self) -> Result<Claimed, StoreError> {
        let Self { id, chat_id, method, body, attempts, policy, unsure } = self;
        let policy = Policy::from_code(&policy)?;
        Ok(Claimed { id: OutboxId(id), chat_id, method, body, attempts, policy, unsure })
    }
}

/// So many rows of the queue are looked at together.
const WINDOW: i64 = 256;

/// The next messages to be sent, in the order of the queue, at most `limit`. `takes` is asked for the chat of each message
/// and says whether it may get one now.
pub async fn next(
    conn: &mut Conn,
    limit: usize,
    mut takes: impl FnMut(i64) -> bool + Send,
    now: DateTime<Utc>,
) -> Result<Vec<OutboxId>, StoreError> {
    let mut chosen = Vec::new();
    let (mut last_priority, mut last_id) = (-1_i64, -1_i64);
    while chosen.len() < limit {
        let window = all!(
            conn,
            (i64, i64, i64),
            "SELECT priority, id, chat_id FROM outbox
             WHERE state = 'queued' AND not_before <= $1 AND (priority, id) > ($2, $3)
             ORDER BY priority, id LIMIT $4",
            now,
            last_priority,
            last_id,
            WINDOW,
        )?;
        let Some(&(priority, id, _)) = window.last() else { break };
        (last_priority, last_id) = (priority, id);
        for (_, id, chat_id) in window {
            if chosen.len() < limit && takes(chat_id) {
                chosen.push(OutboxId(id));
            }
        }
    }
    Ok(chosen)
}

/// Claims these messages, as far as they still wait: the whole condition again, so that of two processes that saw the same row
/// one gets it.
pub async fn claim(
    conn: &mut Conn,
    ids: &[OutboxId],
    now: DateTime<Utc>,
) -> Result<Vec<Claimed>, StoreError> {
    let mut claimed = Vec::with_capacity(ids.len());
    for id in ids {
        let row = maybe!(
            conn,
            ClaimedRow,
            "UPDATE outbox SET state = 'sending', claimed_at = $1, attempts = attempts + $2
             WHERE id = $3 AND state = 'queued' AND not_before <= $1
             RETURNING id, chat_id, method, body, attempts, policy, unsure",
            now,
            1_i64,
            id.0,
        )?;
        claimed.extend(row.map(ClaimedRow::read).transpose()?);
    }
    Ok(claimed)
}

/// What was claimed until `before` and is not marked; all that is not marked without such a moment.
pub async fn unmarked(conn: &mut Conn, before: Option<DateTime<Utc>>) -> Result<Vec<Claimed>, StoreError> {
    let rows = all!(
        conn,
        ClaimedRow,
        "SELECT id, chat_id, method, body, attempts, policy, unsure FROM outbox
         WHERE state = 'sending' AND (claimed_at <= $1 OR $1 IS NULL) ORDER BY claimed_at, id LIMIT $2",
        before,
        WINDOW,
    )?;
    rows.into_iter().map(ClaimedRow::read).collect()
}

/// What became of a claimed message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Telegram took it, under this number of a message when it is one.
    Sent(Option<i64>),
    /// It is to be tried again, not before this moment.
    Again {
        /// The moment.
        not_before: DateTime<Utc>,
        /// What stood in the way.
        why: String,
        /// Telegram may have taken it this time.
        unsure: bool,
    },
    /// It will never be taken.
    Failed(String),
    /// Nobody knows whether it was taken, and it may not be sent twice.
    Unknown(String),
}

/// Marks a claimed message. `false`: that claim stands no more, for another sender settled it or claimed the message again, and
/// nothing changed.
pub async fn mark(
    conn: &mut Conn,
    claim: Claim,
    mark: &Mark,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let changed = match mark {
        Mark::Sent(message_id) => run!(
            conn,
            "UPDATE outbox SET state = 'sent', finished_at = $1, message_id = $2, error = NULL
             WHERE id = $3 AND attempts = $4 AND state = 'sending'",
            now,
            *message_id,
            claim.id.0,
            claim.attempts,
        )?,
        Mark::Again { not_before, why, unsure } => run!(
            conn,
            "UPDATE outbox SET state = 'queued', claimed_at = NULL, not_before = $1, error = $2, unsure = unsure OR $3
             WHERE id = $4 AND attempts = $5 AND state = 'sending'",
            *not_before,
            why.as_str(),
            *unsure,
            claim.id.0,
            claim.attempts,
        )?,
        Mark::Failed(why) | Mark::Unknown(why) => run!(
            conn,
            "UPDATE outbox SET state = $1, finished_at = $2, error = $3
             WHERE id = $4 AND attempts = $5 AND state = 'sending'",
            if matches!(mark, Mark::Failed(_)) { "failed" } else { "unknown" },
            now,
            why.as_str(),
            claim.id.0,
            claim.attempts,
        )?,
    };
    Ok(changed == 1)
}

/// Drops what still waits for a chat that cannot be written to.
pub async fn drop_queued(
    conn: &mut Conn,
    chat_id: i64,
    why: &str,
    now: DateTime<Utc>,
) -> Result<u64, StoreError> {
    run!(
        conn,
        "UPDATE outbox SET state = 'dropped', finished_at = $1, error = $2 WHERE chat_id = $3 AND state = 'queued'",
        now,
        why,
        chat_id,
    )
}

/// The messages to `chat_id` that are not finished, each with its arguments.
pub async fn unfinished_to(conn: &mut Conn, chat_id: i64) -> Result<Vec<(OutboxId, String)>, StoreError> {
    let rows = all!(
        conn,
        (i64, String),
        "SELECT id, body FROM outbox WHERE chat_id = $1 AND state IN ('queued', 'sending') ORDER BY id",
        chat_id,
    )?;
    Ok(rows.into_iter().map(|(id, body)| (OutboxId(id), body)).collect())
}

/// A message goes to another chat, with other arguments.
pub async fn redirect(conn: &mut Conn, id: OutboxId, chat_id: i64, body: &str) -> Result<(), StoreError> {
    run!(conn, "UPDATE outbox SET chat_id = $1, body = $2 WHERE id = $3", chat_id, body, id.0)?;
    Ok(())
}

/// How many messages wait, at most `up_to`: a longer queue is not counted to its end.
pub async fn waiting(conn: &mut Conn, up_to: i64) -> Result<i64, StoreError> {
    let (n,) = one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM (SELECT id FROM outbox WHERE state = 'queued' LIMIT $1) AS queue",
        up_to,
    )?;
    Ok(n)
}

/// A message that needs an administrator's eyes.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Troubled {
    /// Its row.
    pub id: i64,
    /// Whose chat it was for.
    pub person_id: Option<i64>,
    /// What it is about.
    pub purpose: String,
    /// `failed` or `unknown`.
    pub state: String,
    /// What Telegram said.
    pub error: Option<String>,
    /// When it was given up.
    pub finished_at: Option<DateTime<Utc>>,
}

/// The messages that failed or whose fate is not known, the newest first.
pub async fn troubled(conn: &mut Conn, limit: i64) -> Result<Vec<Troubled>, StoreError> {
    all!(
        conn,
        Troubled,
        "SELECT id, person_id, purpose, state, error, finished_at FROM outbox
         WHERE state IN ('failed', 'unknown') ORDER BY id DESC LIMIT $1",
        limit,
    )
}

/// Forgets up to `limit` finished messages from before `before`, and up to `limit` of those that reminded of something: of these
/// the row stays, without its words. Gives the larger of the two numbers: below `limit` nothing is left to forget.
pub async fn forget_finished(conn: &mut Conn, before: DateTime<Utc>, limit: i64) -> Result<u64, StoreError> {
    let emptied = run!(
        conn,
        "UPDATE outbox SET body = '' WHERE id IN (
           SELECT id FROM outbox WHERE state IN ('sent', 'dropped') AND finished_at < $1 AND body <> ''
             AND EXISTS (SELECT 1 FROM reminder WHERE reminder.outbox_id = outbox.id)
           ORDER BY finished_at LIMIT $2)",
        before,
        limit,
    )?;
    let deleted = run!(
        conn,
        "DELETE FROM outbox WHERE id IN (
           SELECT id FROM outbox WHERE state IN ('sent', 'dropped') AND finished_at < $1
             AND NOT EXISTS (SELECT 1 FROM reminder WHERE reminder.outbox_id = outbox.id)
           ORDER BY finished_at LIMIT $2)",
        before,
        limit,
    )?;
    Ok(emptied.max(deleted))
}
