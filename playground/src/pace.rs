//! The enforced speed limits: past them a call ends with 429 and the seconds to wait.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use tokio::time::Instant;

use crate::config::Limits;

/// A little less than a second: a steady sender at exactly the limit must not be refused for the network's jitter.
const WINDOW: Duration = Duration::from_millis(950);

/// What was sent lately.
#[derive(Default)]
pub(crate) struct Pace {
    recent: VecDeque<Instant>,
    /// Chat → tokens left and when they were counted.
    chats: HashMap<i64, (f64, Instant)>,
}

impl Pace {
    /// Counts one message to the chat, or says how many seconds to wait.
    pub(crate) fn take(&mut self, limits: &Limits, chat: i64, now: Instant) -> Result<(), u64> {
        if let Some(limit) = limits.messages_per_second {
            while self.recent.front().is_some_and(|sent| now.duration_since(*sent) >= WINDOW) {
                self.recent.pop_front();
            }
            if self.recent.len() >= limit as usize {
                return Err(1);
            }
        }
        if let Some(rate) = limits.per_chat_per_second {
            let (rate, burst) = (f64::from(rate.max(1)), f64::from(limits.per_chat_burst.max(1)));
            let (tokens, counted) = self.chats.get(&chat).copied().unwrap_or((burst, now));
            let tokens = (tokens + now.duration_since(counted).as_secs_f64() * rate).min(burst);
            // As above: a tenth of a token is forgiven.
            if tokens < 0.9 {
                self.chats.insert(chat, (tokens, now));
                return Err(1);
            }
            self.chats.insert(chat, (tokens - 1.0, now));
            self.forget_rested(rate, burst, now);
        }
        if limits.messages_per_second.is_some() {
            self.recent.push_back(now);
        }
        Ok(())
    }

    /// Chats whose tokens are full again need no row.
    fn forget_rested(&mut self, rate: f64, burst: f64, now: Instant) {
        if self.chats.len() > 10_000 {
            self.chats.retain(|_, (tokens, counted)| {
                *tokens + now.duration_since(*counted).as_secs_f64() * rate < burst
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_refused_and_a_steady_sender_is_not() {
        let limits = Limits { messages_per_second: Some(30), ..Limits::default() };
        let start = Instant::now();
        let mut pace = Pace::default();
        let burst = (0..40).filter(|_| pace.take(&limits, 1, start).is_ok()).count();
        assert_eq!(burst, 30);
        let mut pace = Pace::default();
        let refused = (0..300)
            .filter(|n| pace.take(&limits, 1, start + Duration::from_millis(n * 1000 / 30)).is_err())
            .count();
        assert_eq!(refused, 0);
    }

    #[test]
    fn one_chat_takes_a_short_burst_and_then_one_a_second() {
        let limits = Limits { per_chat_per_second: Some(1), per_chat_burst: 3, ..Limits::default() };
        let start = Instant::now();
        let mut pace = Pace::default();
        let granted: Vec<bool> = (0..5).map(|_| pace.take(&limits, 1, start).is_ok()).collect();
        assert_eq!(granted, [true, true, true, false, false]);
        assert_eq!(pace.take(&limits, 2, start), Ok(()));
        assert_eq!(pace.take(&limits, 1, start + Duration::from_secs(1)), Ok(()));
    }
}
