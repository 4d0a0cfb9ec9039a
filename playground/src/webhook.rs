//! Webhooks: one update at a time in a lane, lanes beside each other, repeated until they are taken or too old.

use std::collections::HashMap;
use std::sync::{Arc, Weak};
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use serde_json::Value;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use crate::arguments::Arguments;
use crate::error::{Answer, ApiError, Success};
use crate::http_post::{Connections, Reply, Target};
use crate::state::Playground;
use crate::updates::{Lane, Pending};

/// A webhook may be set anew only so often.
const SET_PAUSE: Duration = Duration::from_secs(1);
/// The longest pause between two tries.
const RETRY_MAX: Duration = Duration::from_mins(1);
/// The longest pause that `Retry-After` can ask for.
const RETRY_AFTER_MAX: u64 = 3600;
/// A webhook that says "gone" for so long is removed.
const GONE_FOR: Duration = Duration::from_hours(23);

/// Where updates are delivered.
pub(crate) struct Webhook {
    pub(crate) url: String,
    pub(crate) target: Target,
    pub(crate) max_connections: i64,
    pub(crate) last_error: Option<(DateTime<Utc>, String)>,
    secret: Option<String>,
    set_at: Instant,
    connections: Arc<Connections>,
    gone_since: Option<Instant>,
}

impl Playground {
    pub(crate) fn set_webhook(self: &Arc<Self>, arguments: &Arguments) -> Answer {
        let url = arguments.text("url").trim();
        if url.is_empty() {
            return Ok(self.delete_webhook(arguments));
        }
        let secret = arguments.text("secret_token");
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        if secret.len() > 256 {
            return Err(ApiError::bad("secret token is too long"));
        }
        if !secret.bytes().all(allowed) {
            return Err(ApiError::bad("secret token contains unallowed characters"));
        }
        let target =
            Target::read(url).ok_or_else(|| ApiError::bad("bad webhook: an HTTP URL must be provided"))?;
        let now = Instant::now();
        let mut state = self.state();
        if state.webhook.as_ref().is_some_and(|old| now < old.set_at + SET_PAUSE) {
            return Err(ApiError::too_many(1));
        }
        state.updates.allow(arguments);
        if arguments.flag("drop_pending_updates") {
            state.updates.clear();
        }
        state.polling.end_for_webhook();
        state.webhook = Some(Webhook {
            url: url.to_owned(),
            target,
            max_connections: arguments.number("max_connections", 40, 1..=100),
            last_error: None,
            secret: Some(secret.to_owned()).filter(|secret| !secret.is_empty()),
            set_at: now,
            connections: Arc::default(),
            gone_since: None,
        });
        drop(state);
        self.touch();
        let delivery = Delivery::new(self, now);
        #[expect(clippy::disallowed_methods, reason = "ends with the webhook or with the playground")]
        tokio::spawn(delivery.run());
        Ok(Success { result: "true".to_owned(), description: Some("Webhook was set") })
    }

    pub(crate) fn delete_webhook(&self, arguments: &Arguments) -> Success {
        let mut state = self.state();
        if arguments.flag("drop_pending_updates") {
            state.updates.clear();
        }
        let was_set = state.webhook.take().is_some();
        drop(state);
        self.touch();
        let description = if was_set { "Webhook was deleted" } else { "Webhook is already deleted" };
        Success { result: "true".to_owned(), description: Some(description) }
    }
}

/// How a lane stands.
#[derive(Default)]
struct LaneState {
    busy: bool,
    failures: u32,
    not_before: Option<Instant>,
}

/// A finished try.
struct Tried {
    update: Pending,
    reply: Result<Reply, String>,
}

/// The delivery for one webhook; it ends when another one is set or none is left.
struct Delivery {
    playground: Weak<Playground>,
    changes: watch::Receiver<u64>,
    set_at: Instant,
    lanes: HashMap<Lane, LaneState>,
    tries: FuturesUnordered<BoxFuture<'static, Tried>>,
}

impl Delivery {
    fn new(playground: &Arc<Playground>, set_at: Instant) -> Self {
        Self {
            playground: Arc::downgrade(playground),
            changes: playground.changes.subscribe(),
            set_at,
            lanes: HashMap::new(),
            tries: FuturesUnordered::new(),
        }
    }

    async fn run(mut self) {
        loop {
            self.changes.mark_unchanged();
            let Some(playground) = self.playground.upgrade() else { return };
            if !self.start_tries(&playground) {
                return;
            }
            drop(playground);
            let wake = self.lanes.values().filter_map(|lane| lane.not_before).min();
            let wake = wake.unwrap_or_else(|| Instant::now() + RETRY_MAX);
            tokio::select! {
                changed = self.changes.changed() => if changed.is_err() { return },
                Some(tried) = self.tries.next(), if !self.tries.is_empty() => self.finish(tried),
                () = sleep_until(wake) => {}
            }
        }
    }

    /// Starts what may start now; false when this webhook is no longer set.
    fn start_tries(&mut self, playground: &Playground) -> bool {
        let (now, world_now) = (Instant::now(), playground.now());
        let mut state = playground.state();
        state.updates.expire(world_now);
        if state.closed {
            return false;
        }
        let Some(webhook) = state.webhook.as_ref().filter(|webhook| webhook.set_at == self.set_at) else {
            return false;
        };
        let room = usize::try_from(webhook.max_connections).unwrap_or(1);
        for update in state.updates.iter() {
            if self.tries.len() >= room {
                break;
            }
            let lane = self.lanes.entry(update.lane).or_default();
            if lane.busy || lane.not_before.is_some_and(|at| at > now) {
                continue;
            }
            lane.busy = true;
            lane.not_before = None;
            let (update, connections) = (update.clone(), Arc::clone(&webhook.connections));
            let (target, secret) = (webhook.target.clone(), webhook.secret.clone());
            self.tries.push(Box::pin(async move {
                let reply = connections.post(&target, secret.as_deref(), &update.text).await;
                Tried { update, reply }
            }));
        }
        self.lanes.retain(|_, lane| {
            lane.not_before = lane.not_before.filter(|at| *at > now);
            lane.busy || lane.failures > 0
        });
        true
    }

    fn finish(&mut self, tried: Tried) {
        let Some(playground) = self.playground.upgrade() else { return };
        let lane = self.lanes.entry(tried.update.lane).or_default();
        lane.busy = false;
        match tried.reply {
            Ok(reply) if (200..300).contains(&reply.status) => {
                self.lanes.remove(&tried.update.lane);
                let mut state = playground.state();
                state.updates.remove(tried.update.id);
                if let Some(webhook) = &mut state.webhook {
                    webhook.gone_since = None;
                }
                drop(state);
                take_reply(&playground, &reply.body);
            }
            failed => {
                lane.failures += 1;
                // The first repeat comes at once, then after 2, 4, 8 … seconds.
                let doubled = Duration::from_secs(1 << lane.failures.min(16).saturating_sub(1));
                let pause = if lane.failures == 1 { Duration::ZERO } else { doubled.min(RETRY_MAX) };
                let asked = failed.as_ref().ok().and_then(|reply| reply.retry_after);
                let asked = Duration::from_secs(asked.unwrap_or(0).min(RETRY_AFTER_MAX));
                lane.not_before = Some(Instant::now() + pause.max(asked));
                note_failure(&playground, &failed);
            }
        }
        playground.touch();
    }
}

fn note_failure(playground: &Playground, failed: &Result<Reply, String>) {
    let message = match failed {
        Ok(reply) => format!("Wrong response from the webhook: {} {}", reply.status, reply.reason),
        Err(message) => message.clone(),
    };
    let gone = failed.as_ref().is_ok_and(|reply| reply.status == 410);
    let (now, world_now) = (Instant::now(), playground.now());
    let mut state = playground.state();
    let Some(webhook) = &mut state.webhook else { return };
    webhook.last_error = Some((world_now, message));
    webhook.gone_since = gone.then(|| webhook.gone_since.unwrap_or(now));
    if webhook.gone_since.is_some_and(|since| now - since > GONE_FOR) {
        state.webhook = None;
    }
}

/// The answer to a webhook may carry a call.
fn take_reply(playground: &Playground, body: &[u8]) {
    if let Ok(Value::Object(object)) = serde_json::from_slice(body) {
        let mut arguments = Arguments::default();
        arguments.add_object(object);
        let name = arguments.text("method").to_owned();
        playground.perform_reply(&name, &arguments);
    }
}
