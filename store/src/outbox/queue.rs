//! The queue: what may be sent now, who sends it, and what came of it.

use chrono::{DateTime, TimeDelta, Utc};
use domain::delivery::Cause;
use domain::ids::OutboxId;

use super::{Policy, Priority};
use crate::query::{all, maybe, run};
use crate::{Conn, StoreError};

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
    /// Where it goes instead, sealed.
    pub sealed_chat: Option<String>,
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
    sealed_chat: Option<String>,
    method: String,
    body: String,
    attempts: i64,
    policy: String,
    unsure: bool,
}

impl ClaimedRow {
    fn read(self) -> Result<Claimed, StoreError> {
        let Self { id, chat_id, sealed_chat, method, body, attempts, policy, unsure } = self;
        let policy = Policy::from_code(&policy)?;
        Ok(Claimed { id: OutboxId(id), chat_id, sealed_chat, method, body, attempts, policy, unsure })
    }
}

/// So many rows of the queue are looked at together.
const WINDOW: i64 = 256;
/// Bulk that has waited so long gets a place in each batch, however much goes before it.
const PATIENCE: TimeDelta = TimeDelta::minutes(5);
/// Clocks of two machines differ less.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(1);

/// The condition that a message may go now: its time has come, or was set by a clock that has since been set back; it is still of
/// use; its hearer works; and what must go before it is gone.
macro_rules! due {
    ($before:literal, $now:literal, $ahead:literal, $after:literal) => {
        concat!(
            $before,
            " state = 'queued' AND (not_before <= ",
            $now,
            " OR queued_at > ",
            $ahead,
            ") AND (useful_until IS NULL OR useful_until > ",
            $now,
            ") AND (quiet_from IS NULL OR quiet_from > ",
            $now,
            ") AND (after_id IS NULL OR NOT EXISTS (SELECT 1 FROM outbox AS earlier
               WHERE earlier.id = outbox.after_id AND earlier.state IN ('queued', 'sending')))",
            $after
        )
    };
}

/// The next messages to be sent, in the order of the queue, at most `limit`. `takes` is asked for the chat of each message
/// and says whether it may get one now.
pub async fn next(
    conn: &mut Conn,
    limit: usize,
    mut takes: impl FnMut(i64) -> bool + Send,
    now: DateTime<Utc>,
) -> Result<Vec<OutboxId>, StoreError> {
    let mut chosen = Vec::new();
    let mut least_urgent = 0;
    let (mut last_priority, mut last_id) = (-1_i64, -1_i64);
    while chosen.len() < limit {
        let window = all!(
            conn,
            (i64, i64, i64),
            due!(
                "SELECT priority, id, chat_id FROM outbox WHERE (priority, id) > ($3, $4) AND",
                "$1",
                "$2",
                " ORDER BY priority, id LIMIT $5"
            ),
            now,
            now + CLOCKS_DIFFER,
            last_priority,
            last_id,
            WINDOW,
        )?;
        let Some(&(priority, id, _)) = window.last() else { break };
        (last_priority, last_id) = (priority, id);
        for (priority, id, chat_id) in window {
            if chosen.len() < limit && takes(chat_id) {
                least_urgent = priority;
                chosen.push(OutboxId(id));
            }
        }
    }
    // A batch that is not full holds all that may go.
    if chosen.len() == limit && limit > 1 && least_urgent < Priority::Bulk.code() {
        let patient = patient(conn, &mut takes, now).await?;
        chosen.truncate(limit - usize::from(patient.is_some()));
        chosen.extend(patient);
    }
    Ok(chosen)
}

/// The oldest message of bulk that has waited too long, when its chat may get one now.
async fn patient(
    conn: &mut Conn,
    takes: &mut (impl FnMut(i64) -> bool + Send),
    now: DateTime<Utc>,
) -> Result<Option<OutboxId>, StoreError> {
    let window = all!(
        conn,
        (i64, i64),
        due!(
            "SELECT id, chat_id FROM outbox WHERE priority = $3 AND not_before <= $4 AND",
            "$1",
            "$2",
            " ORDER BY id LIMIT $5"
        ),
        now,
        now + CLOCKS_DIFFER,
        Priority::Bulk.code(),
        now - PATIENCE,
        WINDOW,
    )?;
    Ok(window.into_iter().find(|(_, chat_id)| takes(*chat_id)).map(|(id, _)| OutboxId(id)))
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
            due!(
                "UPDATE outbox SET state = 'sending', claimed_at = $1, attempts = attempts + $3 WHERE id = $4 AND",
                "$1",
                "$2",
                " RETURNING id, chat_id, sealed_chat, method, body, attempts, policy, unsure"
            ),
            now,
            now + CLOCKS_DIFFER,
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
        "SELECT id, chat_id, sealed_chat, method, body, attempts, policy, unsure FROM outbox
         WHERE state = 'sending' AND (claimed_at <= $1 OR $1 IS NULL) ORDER BY claimed_at, id LIMIT $2",
        before,
        WINDOW,
    )?;
    rows.into_iter().map(ClaimedRow::read).collect()
}

/// What stood in the way of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// In a word.
    pub cause: Cause,
    /// In the words that came back.
    pub words: String,
}

impl Why {
    /// A cause and its words.
    pub fn new(cause: Cause, words: impl Into<String>) -> Self {
        Self { cause, words: words.into() }
    }
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
        why: Why,
        /// Telegram may have taken it this time.
        unsure: bool,
    },
    /// It will never be taken.
    Failed(Why),
    /// Nobody knows whether it was taken, and it may not be sent twice.
    Unknown(Why),
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
            "UPDATE outbox SET state = 'sent', finished_at = $1, message_id = $2, error = NULL, cause = NULL,
               sealed_chat = NULL, body = CASE WHEN case_id IS NULL THEN body ELSE '' END
             WHERE id = $3 AND attempts = $4 AND state = 'sending'",
            now,
            *message_id,
            claim.id.0,
            claim.attempts,
        )?,
        Mark::Again { not_before, why, unsure } => run!(
            conn,
            "UPDATE outbox SET state = 'queued', claimed_at = NULL, not_before = $1, queued_at = $2, cause = $3, error = $4,
               unsure = unsure OR $5
             WHERE id = $6 AND attempts = $7 AND state = 'sending'",
            *not_before,
            now,
            why.cause.code(),
            why.words.as_str(),
            *unsure,
            claim.id.0,
            claim.attempts,
        )?,
        Mark::Failed(why) | Mark::Unknown(why) => run!(
            conn,
            "UPDATE outbox SET state = $1, finished_at = $2, cause = $3, error = $4, sealed_chat = NULL
             WHERE id = $5 AND attempts = $6 AND state = 'sending'",
            if matches!(mark, Mark::Failed(_)) { "failed" } else { "unknown" },
            now,
            why.cause.code(),
            why.words.as_str(),
            claim.id.0,
            claim.attempts,
        )?,
    };
    Ok(changed == 1)
}
