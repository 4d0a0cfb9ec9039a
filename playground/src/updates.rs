//! The queue of updates and `getUpdates`: ascending numbers, offsets that confirm, long polling, one reader at a time.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use tokio::time::{Instant, sleep_until, timeout_at};

use crate::arguments::Arguments;
use crate::error::{Answer, ApiError, Success};
use crate::state::{Playground, State};

/// Messages and membership wait for the bot so long.
const LIFE: TimeDelta = TimeDelta::hours(24);
/// Presses of buttons wait for the bot, and for its answer, so long.
pub(crate) const PRESS_LIFE: TimeDelta = TimeDelta::seconds(150);
/// A client that asks the same again within this time is made to wait.
const REPEAT_PAUSE: Duration = Duration::from_secs(3);
/// Kinds of updates that there are; other names in `allowed_updates` are ignored.
const KINDS: [&str; 27] = [
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "guest_message",
    "managed_bot",
    "subscription",
    "stopped_message_generation",
];
/// Kinds that the bot gets only when it asks for them.
const UNASKED: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];
/// The pause of an answer after the playground was closed.
const CLOSED_PAUSE: Duration = Duration::from_secs(1);
/// A bot that never reads must not fill the memory.
const WAITING_MAX: usize = 200_000;

/// Order is kept inside a lane only; lanes overtake each other in webhooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Lane {
    Messages(i64),
    Presses(i64),
    Membership(i64),
    Raw,
}

/// An update that the bot has not confirmed yet.
#[derive(Clone)]
pub(crate) struct Pending {
    pub(crate) id: i64,
    pub(crate) lane: Lane,
    pub(crate) text: Arc<str>,
    expires: DateTime<Utc>,
}

/// All updates that wait.
pub(crate) struct UpdateQueue {
    next_id: i64,
    waiting: VecDeque<Pending>,
    allowed: Option<BTreeSet<String>>,
}

impl UpdateQueue {
    pub(crate) fn new() -> Self {
        let mut seed = [0; 4];
        // Without randomness the numbers only begin at the same place each time.
        let _ = getrandom::fill(&mut seed);
        let next_id = 100_000_000 + i64::from(u32::from_le_bytes(seed) % 800_000_000);
        Self { next_id, waiting: VecDeque::new(), allowed: None }
    }

    /// Adds an update unless the bot does not want its kind.
    pub(crate) fn push(&mut self, kind: &str, lane: Lane, body: &Value, now: DateTime<Utc>) {
        let wanted = match &self.allowed {
            Some(kinds) => kinds.contains(kind),
            None => !UNASKED.contains(&kind),
        };
        if !wanted {
            return;
        }
        // `update_id` comes first, as in real updates: there are clients that rely on it.
        let id = self.next_id;
        let text = format!("{{\"update_id\":{id},\"{kind}\":{body}}}").into();
        let life = if matches!(lane, Lane::Presses(_)) { PRESS_LIFE } else { LIFE };
        self.add(Pending { id, lane, text, expires: now + life });
    }

    /// Adds the fields of any object as an update.
    pub(crate) fn push_raw(&mut self, fields: &str, now: DateTime<Utc>) {
        let id = self.next_id;
        let comma = if fields.is_empty() { "" } else { "," };
        let text = format!("{{\"update_id\":{id}{comma}{fields}}}").into();
        self.add(Pending { id, lane: Lane::Raw, text, expires: now + LIFE });
    }

    fn add(&mut self, update: Pending) {
        self.next_id += 1;
        self.waiting.push_back(update);
        if self.waiting.len() > WAITING_MAX {
            self.waiting.pop_front();
        }
    }

    pub(crate) fn expire(&mut self, now: DateTime<Utc>) {
        self.waiting.retain(|update| update.expires > now);
    }

    /// Forgets what the offset confirms; one far beyond the end confirms nothing.
    fn confirm(&mut self, offset: i64) {
        if offset < 0 {
            let keep = usize::try_from(-offset).unwrap_or(usize::MAX);
            let drop = self.waiting.len().saturating_sub(keep);
            self.waiting.drain(..drop);
        } else if offset > 0 && offset <= self.next_id + 10 {
            self.waiting.retain(|update| update.id >= offset);
        }
    }

    pub(crate) fn remove(&mut self, id: i64) {
        self.waiting.retain(|update| update.id != id);
    }

    pub(crate) fn clear(&mut self) {
        self.waiting.clear();
    }

    pub(crate) fn len(&self) -> usize {
        self.waiting.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Pending> {
        self.waiting.iter()
    }

    /// Takes `allowed_updates` of a call: an empty list is the default, an absent one changes nothing.
    pub(crate) fn allow(&mut self, arguments: &Arguments) {
        if let Ok(Some(Value::Array(kinds))) = arguments.json("allowed_updates", "") {
            let kinds: BTreeSet<String> =
                kinds.iter().filter_map(Value::as_str).map(str::to_ascii_lowercase).collect();
            let known = kinds.iter().filter(|kind| KINDS.contains(&kind.as_str())).cloned().collect();
            self.allowed = (!kinds.is_empty()).then_some(known);
        }
    }

    pub(crate) fn allowed(&self) -> Option<&BTreeSet<String>> {
        self.allowed.as_ref()
    }
}

/// Who reads at the moment.
#[derive(Default)]
pub(crate) struct Polling {
    /// The number of the newest reader; an older one that still waits gets a conflict.
    reader: u64,
    ended_by_webhook: bool,
    last: Option<(i64, Instant)>,
    next_conflict: Option<Instant>,
}

impl Polling {
    /// Sends the waiting reader away because a webhook was set.
    pub(crate) fn end_for_webhook(&mut self) {
        self.reader += 1;
        self.ended_by_webhook = true;
    }

    /// When the next conflict may be told: repeated ones are held back.
    fn conflict_time(&mut self, now: Instant) -> Instant {
        let at = self.next_conflict.filter(|at| *at > now).unwrap_or(now);
        self.next_conflict = Some(at + REPEAT_PAUSE);
        at
    }
}

impl Playground {
    pub(crate) async fn get_updates(&self, arguments: &Arguments) -> Answer {
        let offset = arguments.number("offset", 0, i64::MIN..=i64::MAX);
        let limit = usize::try_from(arguments.number("limit", 100, 1..=100)).unwrap_or(100);
        let mut changes = self.changes.subscribe();
        let began = self.begin_poll(arguments, offset);
        let (reader, deadline) = match began {
            Ok(began) => began,
            Err((at, error)) => {
                sleep_until(at).await;
                return Err(error);
            }
        };
        loop {
            match self.poll_once(reader, limit) {
                Some(Ok(result)) => return Ok(Success { result, description: None }),
                Some(Err((at, error))) => {
                    sleep_until(at).await;
                    return Err(error);
                }
                None => {}
            }
            if !matches!(timeout_at(deadline, changes.changed()).await, Ok(Ok(()))) {
                return Ok(Success { result: "[]".to_owned(), description: None });
            }
        }
    }

    fn begin_poll(&self, arguments: &Arguments, offset: i64) -> Result<(u64, Instant), (Instant, ApiError)> {
        let now = Instant::now();
        let mut state = self.state();
        if state.closed {
            // Whoever goes on asking after the end must not ask without a pause.
            return Err((now + CLOSED_PAUSE, ApiError::new(500, "")));
        }
        if state.webhook.is_some() {
            let text = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
            return Err((state.polling.conflict_time(now), ApiError::conflict(text)));
        }
        let mut timeout = Duration::from_secs(arguments.number("timeout", 0, 0..=50).unsigned_abs());
        let polling = &mut state.polling;
        if polling.last.is_some_and(|(last, at)| last == offset && now < at + REPEAT_PAUSE) {
            timeout = timeout.max(REPEAT_PAUSE);
        }
        polling.last = Some((offset, now));
        polling.reader += 1;
        polling.ended_by_webhook = false;
        let reader = polling.reader;
        state.updates.allow(arguments);
        state.updates.confirm(offset);
        drop(state);
        self.touch();
        Ok((reader, now + timeout))
    }

    /// What a reader gets now: updates, a conflict with the time to tell it, or nothing yet.
    fn poll_once(&self, reader: u64, limit: usize) -> Option<Result<String, (Instant, ApiError)>> {
        let now = self.now();
        let mut state = self.state();
        let State { polling, updates, closed, .. } = &mut *state;
        if polling.reader != reader {
            let text = if polling.ended_by_webhook {
                "terminated by setWebhook request"
            } else {
                "terminated by other getUpdates request; make sure that only one bot instance is running"
            };
            return Some(Err((polling.conflict_time(Instant::now()), ApiError::conflict(text))));
        }
        updates.expire(now);
        if updates.len() == 0 && !*closed {
            return None;
        }
        let texts: Vec<&str> = updates.iter().take(limit).map(|update| &*update.text).collect();
        Some(Ok(format!("[{}]", texts.join(","))))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn filled(count: usize) -> (UpdateQueue, i64) {
        let mut queue = UpdateQueue::new();
        let first = queue.next_id;
        for _ in 0..count {
            queue.push("message", Lane::Messages(1), &json!({}), DateTime::UNIX_EPOCH);
        }
        (queue, first)
    }

    #[test]
    fn an_offset_confirms_what_is_below_it() {
        for (offset, expected) in [(0, 5), (3, 2), (5, 0), (15, 0), (16, 5)] {
            let (mut queue, first) = filled(5);
            queue.confirm(if offset == 0 { 0 } else { first + offset });
            assert_eq!(queue.len(), expected, "offset {offset}");
        }
    }

    #[test]
    fn a_negative_offset_keeps_only_the_last() {
        let (mut queue, first) = filled(5);
        queue.confirm(-2);
        let ids: Vec<i64> = queue.iter().map(|update| update.id - first).collect();
        assert_eq!(ids, [3, 4]);
    }

    #[test]
    fn presses_expire_long_before_messages() {
        let (mut queue, _) = filled(1);
        queue.push("callback_query", Lane::Presses(1), &json!({}), DateTime::UNIX_EPOCH);
        queue.expire(DateTime::UNIX_EPOCH + TimeDelta::seconds(150));
        assert_eq!(queue.len(), 1);
        queue.expire(DateTime::UNIX_EPOCH + TimeDelta::hours(24));
        assert_eq!(queue.len(), 0);
    }

    #[test]
    fn unwanted_kinds_make_no_update() {
        let (mut queue, _) = filled(0);
        queue.push("chat_member", Lane::Raw, &json!({}), DateTime::UNIX_EPOCH);
        assert_eq!(queue.len(), 0);
    }
}
