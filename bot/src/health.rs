//! Signs of life, for `/readyz` and for the administrator.

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

/// How the bot is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// When Telegram last answered a poll, or last brought an update to the webhook.
    pub last_contact: Option<DateTime<Utc>>,
    /// What keeps updates from coming in, while it does.
    pub intake_trouble: Option<String>,
    /// When the planner last ran through without an error.
    pub last_tick: Option<DateTime<Utc>>,
    /// What kept the planner from running through, while it does.
    pub tick_trouble: Option<String>,
    /// How many messages waited in the outbox when they were last counted.
    pub queue: i64,
}

/// Where the parts of the bot leave their signs of life.
#[derive(Default)]
pub(crate) struct Pulse {
    health: Mutex<Health>,
}

impl Pulse {
    pub(crate) fn health(&self) -> Health {
        self.lock().clone()
    }

    pub(crate) fn contact(&self, now: DateTime<Utc>) {
        let mut health = self.lock();
        health.last_contact = Some(now);
        health.intake_trouble = None;
    }

    pub(crate) fn intake_trouble(&self, trouble: String) {
        self.lock().intake_trouble = Some(trouble);
    }

    pub(crate) fn tick(&self, now: DateTime<Utc>) {
        let mut health = self.lock();
        health.last_tick = Some(now);
        health.tick_trouble = None;
    }

    pub(crate) fn tick_trouble(&self, trouble: String) {
        self.lock().tick_trouble = Some(trouble);
    }

    #[expect(clippy::cast_precision_loss, reason = "a gauge of a queue need not be exact beyond 2^52")]
    pub(crate) fn queue(&self, waiting: i64) {
        metrics::gauge!("nazorat_outbox_waiting").set(waiting as f64);
        self.lock().queue = waiting;
    }

    fn lock(&self) -> MutexGuard<'_, Health> {
        self.health.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
