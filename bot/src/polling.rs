//! Long polling: asks Telegram for updates, and confirms those that are done.
//!
//! An update that takes long does not hold up the others: they are fetched and handled past it, and only what stands before
//! the first unfinished one is confirmed.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use serde::Deserialize;
use serde_json::value::RawValue;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::client::Answer;
use crate::intake::{Patience, Taken};
use crate::sender::meaning::{Meaning, meaning};
use crate::{Bot, Stop};

/// Telegram holds an empty poll open for so many seconds.
const HOLD: u64 = 25;
/// A poll that takes longer is dead.
const DEAD_AFTER: Duration = Duration::from_secs(HOLD + 15);
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// After so long the queue is looked at past the updates that are still in work.
const LOOK_PAST: Duration = Duration::from_millis(100);
/// While nothing else stands behind them, that is done more and more seldom, until
const LOOK_PAST_AT_LEAST: Duration = Duration::from_secs(1);

/// The kinds of update that the bot asks for.
pub(crate) const KINDS: [&str; 5] =
    ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"];

/// Where the queue stands: which updates are in work, and up to where all are done.
#[derive(Debug, Default)]
struct Progress {
    in_work: BTreeSet<i64>,
    /// Fetched and not done: in work, or to come again.
    unfinished: BTreeSet<i64>,
    /// Done ones behind the first unfinished one.
    done: BTreeSet<i64>,
    /// The last one that was fetched.
    last: Option<i64>,
}

impl Progress {
    /// Whether this update is to be begun; it is in work from now on.
    fn begin(&mut self, update_id: i64) -> bool {
        if self.done.contains(&update_id) || !self.in_work.insert(update_id) {
            return false;
        }
        self.unfinished.insert(update_id);
        self.last = self.last.max(Some(update_id));
        true
    }

    fn end(&mut self, update_id: i64, taken: Taken) {
        self.in_work.remove(&update_id);
        if taken == Taken::Done {
            self.unfinished.remove(&update_id);
            self.done.insert(update_id);
        }
        if let Some(offset) = self.offset() {
            self.done.retain(|done| *done >= offset);
        }
    }

    /// The first update that is not done: everything before it can be confirmed.
    fn offset(&self) -> Option<i64> {
        self.unfinished.first().copied().or_else(|| self.last.map(|last| last + 1))
    }
}

#[derive(Deserialize)]
struct Numbered {
    update_id: i64,
}

enum Polled {
    Updates(Vec<Box<RawValue>>),
    Trouble(String),
    /// Another process polls, or a webhook is set.
    Conflict(String),
    WrongToken(String),
}

impl Bot {
    /// Polls until it is told to stop, or until Telegram says that the token is wrong. What was fetched is handled to its end.
    pub async fn poll(self, mut stop: Stop) {
        let mut progress = Progress::default();
        let mut work = JoinSet::new();
        let mut pause = FIRST_PAUSE;
        let mut look_past = LOOK_PAST;
        while !*stop.borrow() {
            let polled = tokio::select! {
                polled = self.poll_once(progress.offset()) => polled,
                _ = stop.changed() => break,
            };
            let trouble = match polled {
                Polled::Updates(updates) => {
                    self.pulse().contact(self.now());
                    let begun = self.begin_all(updates, &mut progress, &mut work, &stop).await;
                    look_past = if begun { LOOK_PAST } else { (look_past * 2).min(LOOK_PAST_AT_LEAST) };
                    // Nearly always all are done at once, and the next poll confirms them.
                    let mut refused = false;
                    let all = async {
                        while let Some(ended) = work.join_next().await {
                            refused |= note_end(&mut progress, ended) == Taken::NotNow;
                        }
                    };
                    let _ = timeout(look_past, all).await;
                    if !refused {
                        pause = FIRST_PAUSE;
                        continue;
                    }
                    "an update could be neither handled nor parked".to_owned()
                }
                Polled::WrongToken(said) => {
                    tracing::error!(said, "Telegram does not know this token: no updates are taken any more");
                    self.pulse().intake_trouble(said);
                    break;
                }
                Polled::Conflict(said) | Polled::Trouble(said) => said,
            };
            tracing::warn!(trouble, "no updates are taken for a moment");
            self.pulse().intake_trouble(trouble);
            tokio::select! {
                () = sleep(with_jitter(pause)) => {}
                _ = stop.changed() => {}
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
        while let Some(ended) = work.join_next().await {
            note_end(&mut progress, ended);
        }
        self.confirm(progress.offset()).await;
    }

    /// Hands new updates to the intake, in their order. `false`: none of them was new.
    async fn begin_all(
        &self,
        updates: Vec<Box<RawValue>>,
        progress: &mut Progress,
        work: &mut JoinSet<(i64, Taken)>,
        stop: &Stop,
    ) -> bool {
        let mut any = false;
        for update in updates {
            let Ok(Numbered { update_id }) = serde_json::from_str(update.get()) else {
                tracing::error!("Telegram brought an update without a number");
                continue;
            };
            if !progress.begin(update_id) {
                continue;
            }
            any = true;
            let update = String::from(Box::<str>::from(update));
            match self.intake().begin(update, Patience::Until(stop.clone()), Duration::MAX).await {
                Ok(begun) => {
                    work.spawn(async move { (update_id, begun.end().await.taken) });
                }
                Err(error) => {
                    tracing::error!(
                        update.id = update_id,
                        error = &error as &dyn std::error::Error,
                        "skipped"
                    );
                    progress.end(update_id, Taken::Done);
                }
            }
        }
        any
    }

    async fn poll_once(&self, offset: Option<i64>) -> Polled {
        let arguments = serde_json::json!({
            "offset": offset.unwrap_or_default(), "timeout": HOLD, "limit": 100, "allowed_updates": KINDS,
        });
        match self.client().call_within("getUpdates", arguments.to_string(), DEAD_AFTER).await {
            Answer::Done(updates) => match serde_json::from_str(updates.get()) {
                Ok(updates) => Polled::Updates(updates),
                Err(error) => Polled::Trouble(format!("the updates cannot be read: {error}")),
            },
            Answer::Refused(refused) => {
                let said = format!("{} {}", refused.code, refused.description);
                match meaning(&refused) {
                    Meaning::WrongToken => Polled::WrongToken(said),
                    _ if refused.code == 404 => Polled::WrongToken(said),
                    _ if refused.code == 409 => Polled::Conflict(said),
                    _ => Polled::Trouble(said),
                }
            }
            Answer::Unknown(why) | Answer::Balancer(why) | Answer::NotSent(why) => Polled::Trouble(why),
        }
    }

    /// Tells Telegram what is done, so that the next process does not get it again.
    async fn confirm(&self, offset: Option<i64>) {
        if let Some(offset) = offset {
            let arguments = serde_json::json!({ "offset": offset, "timeout": 0, "limit": 1 });
            let _ =
                self.client().call_within("getUpdates", arguments.to_string(), Duration::from_secs(5)).await;
        }
    }
}

fn note_end(progress: &mut Progress, ended: Result<(i64, Taken), tokio::task::JoinError>) -> Taken {
    match ended {
        Ok((update_id, taken)) => {
            progress.end(update_id, taken);
            taken
        }
        Err(error) => {
            tracing::error!(%error, "taking an update in panicked");
            Taken::NotNow
        }
    }
}

/// Up to a quarter more, by chance: several processes do not all come back at the same moment.
fn with_jitter(pause: Duration) -> Duration {
    let chance = u32::try_from(RandomState::new().hash_one(0) % 256).unwrap_or_default();
    pause + pause * chance / 1024
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_before_the_first_unfinished_update_is_confirmed() {
        let mut progress = Progress::default();
        assert_eq!(progress.offset(), None);
        for update_id in 10..14 {
            assert!(progress.begin(update_id));
        }
        progress.end(11, Taken::Done);
        progress.end(12, Taken::Done);
        assert_eq!(progress.offset(), Some(10));
        assert!(!progress.begin(11), "it is done, though it comes again");
        progress.end(10, Taken::Done);
        assert_eq!(progress.offset(), Some(13));
        progress.end(13, Taken::Done);
        assert_eq!(progress.offset(), Some(14));
        assert!(progress.done.is_empty());
    }

    #[test]
    fn an_update_that_could_not_be_done_comes_again() {
        let mut progress = Progress::default();
        progress.begin(10);
        progress.begin(11);
        progress.end(10, Taken::NotNow);
        progress.end(11, Taken::Done);
        assert_eq!(progress.offset(), Some(10));
        assert!(!progress.begin(11));
        assert!(progress.begin(10));
        progress.end(10, Taken::Done);
        assert_eq!(progress.offset(), Some(12));
    }

    #[test]
    fn jitter_only_ever_waits_longer() {
        for _ in 0..64 {
            let pause = with_jitter(Duration::from_secs(4));
            assert!((4.0..5.0).contains(&pause.as_secs_f64()), "{pause:?}");
        }
    }
}
