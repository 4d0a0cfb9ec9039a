//! Stays below Telegram's limits before Telegram has to say so: so many messages a second to all, one a second to a chat.
//!
//! Turns are given on a schedule, so that waking up late costs nothing; whoever is being answered goes before bulk.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

/// Telegram takes one message a second to a chat.
pub const CHAT_REST: Duration = Duration::from_secs(1);
/// Timers wake up late and answers travel: the schedule stays this little below the limit.
const SHARE_OF_LIMIT: f64 = 0.985;
/// So many chats refused within [`REFUSALS_COUNT_FOR`] mean that Telegram refuses all.
const REFUSED_CHATS_MEAN_ALL: usize = 3;
const REFUSALS_COUNT_FOR: Duration = Duration::from_secs(3);
/// Above this many chats in the books those that rest no longer are struck out.
const BOOKS: usize = 4096;

/// Gives turns to send.
pub(crate) struct Pacer {
    /// Time between two turns; none when there is no limit.
    step: Option<Duration>,
    /// A chat gets one message of the outbox in so long.
    chat_rest: Duration,
    books: Mutex<Books>,
    /// How many of those who answer a person wait for a turn.
    answering: watch::Sender<usize>,
}

#[derive(Default)]
struct Books {
    next_turn: Option<Instant>,
    /// Nothing goes out before.
    all_rest_until: Option<Instant>,
    /// Nothing goes to the chat before.
    chat_rests_until: HashMap<i64, Instant>,
    refusals: VecDeque<(Instant, i64)>,
    /// So many chats in the books are the sign to look through them.
    look_through_at: usize,
}

struct Waiting<'a>(&'a watch::Sender<usize>);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|n| *n -= 1);
    }
}

impl Pacer {
    /// Paces to `per_second` messages, where 0 means that there is no limit, and to one in `chat_rest` to a chat.
    pub(crate) fn new(per_second: u32, chat_rest: Duration) -> Self {
        let step =
            (per_second > 0).then(|| Duration::from_secs_f64(1.0 / (f64::from(per_second) * SHARE_OF_LIMIT)));
        Self { step, chat_rest, books: Mutex::default(), answering: watch::Sender::new(0) }
    }

    /// Waits for the turn of an answer to a person in `chat`: it goes before bulk.
    pub(crate) async fn turn_of_answer(&self, chat: i64) {
        self.answering.send_modify(|n| *n += 1);
        let _waiting = Waiting(&self.answering);
        self.turn().await;
        self.books().rest(chat, Instant::now() + self.chat_rest);
    }

    /// Waits for the turn of a message of the outbox: when nobody is waiting for an answer.
    pub(crate) async fn turn_of_bulk(&self) {
        self.answers_are_out().await;
        self.turn().await;
    }

    /// Waits until nobody is waiting for an answer.
    pub(crate) async fn answers_are_out(&self) {
        let mut answering = self.answering.subscribe();
        // The sender lives as long as this pacer, so waiting cannot fail.
        let _ = answering.wait_for(|n| *n == 0).await;
    }

    async fn turn(&self) {
        loop {
            let turn = self.books().take_turn(self.step);
            // A timer would round a turn that has come up to its next millisecond.
            if turn > Instant::now() {
                sleep_until(turn).await;
            }
            // While it waited, Telegram may have told all to wait.
            if self.books().all_rest_until.is_none_or(|until| until <= Instant::now()) {
                return;
            }
        }
    }

    /// Whether Telegram told all to wait.
    pub(crate) fn all_rest(&self) -> bool {
        self.books().all_rest_until.is_some_and(|until| until > Instant::now())
    }

    /// Whether a message of the outbox may go to this chat now.
    pub(crate) fn may_write_to(&self, chat: i64) -> bool {
        self.books().chat_rests_until.get(&chat).is_none_or(|until| *until <= Instant::now())
    }

    /// A message of the outbox was taken by `chat`.
    pub(crate) fn sent_to(&self, chat: i64) {
        self.books().rest(chat, Instant::now() + self.chat_rest);
    }

    /// Telegram refused a message to `chat` for `seconds`. Gives the moment until which the chat must rest.
    pub(crate) fn refused(&self, chat: i64, seconds: u64) -> Instant {
        let now = Instant::now();
        let until = now + Duration::from_secs(seconds);
        let mut books = self.books();
        books.rest(chat, until);
        while books.refusals.front().is_some_and(|(at, _)| now.duration_since(*at) > REFUSALS_COUNT_FOR) {
            books.refusals.pop_front();
        }
        if books.refusals.iter().all(|(_, other)| *other != chat) {
            books.refusals.push_back((now, chat));
        }
        if books.refusals.len() >= REFUSED_CHATS_MEAN_ALL {
            books.all_rest_until = books.all_rest_until.max(Some(until));
        }
        until
    }

    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Books {
    fn take_turn(&mut self, step: Option<Duration>) -> Instant {
        let now = Instant::now();
        let turn = self.next_turn.unwrap_or(now).max(now).max(self.all_rest_until.unwrap_or(now));
        if let Some(step) = step {
            self.next_turn = Some(turn + step);
        }
        turn
    }

    fn rest(&mut self, chat: i64, until: Instant) {
        if self.chat_rests_until.len() >= self.look_through_at.max(BOOKS) {
            let now = Instant::now();
            self.chat_rests_until.retain(|_, until| *until > now);
            // Looking through costs as much as there is: not again before the books have doubled.
            self.look_through_at = 2 * self.chat_rests_until.len();
        }
        let rests_until = self.chat_rests_until.entry(chat).or_insert(until);
        *rests_until = until.max(*rests_until);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::task::JoinSet;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn thirty_a_second_are_never_more_than_thirty() {
        let pacer = Pacer::new(30, CHAT_REST);
        let start = Instant::now();
        let mut turns = Vec::new();
        for _ in 0..120 {
            pacer.turn_of_bulk().await;
            turns.push(Instant::now() - start);
        }
        for (position, turn) in turns.iter().enumerate() {
            let within = turns[position..]
                .iter()
                .filter(|later| later.saturating_sub(*turn) < Duration::from_secs(1))
                .count();
            assert!(within <= 30, "{within} in the second after {turn:?}");
        }
        let rate = 119.0 / turns[119].as_secs_f64();
        assert!(rate > 0.97 * 30.0, "only {rate} a second");
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_goes_before_bulk() {
        let pacer = Arc::new(Pacer::new(10, CHAT_REST));
        pacer.turn_of_bulk().await;
        let order = Arc::new(Mutex::new(Vec::new()));
        let mut tasks = JoinSet::new();
        for n in 0..3 {
            let (pacer, order) = (Arc::clone(&pacer), Arc::clone(&order));
            tasks.spawn(async move {
                pacer.turn_of_answer(n).await;
                order.lock().unwrap().push("answer");
            });
        }
        tokio::task::yield_now().await;
        let (bulk, bulk_order) = (Arc::clone(&pacer), Arc::clone(&order));
        tasks.spawn(async move {
            bulk.turn_of_bulk().await;
            bulk_order.lock().unwrap().push("bulk");
        });
        while tasks.join_next().await.is_some() {}
        assert_eq!(*order.lock().unwrap(), ["answer", "answer", "answer", "bulk"]);
    }

    #[tokio::test(start_paused = true)]
    async fn one_refused_chat_waits_alone_and_many_make_all_wait() {
        let pacer = Pacer::new(0, CHAT_REST);
        let start = Instant::now();
        pacer.refused(1, 5);
        pacer.refused(1, 5);
        assert!(!pacer.may_write_to(1) && pacer.may_write_to(2));
        pacer.turn_of_bulk().await;
        assert_eq!(Instant::now(), start);
        pacer.refused(2, 7);
        assert!(!pacer.all_rest());
        pacer.refused(3, 7);
        assert!(pacer.all_rest());
        pacer.turn_of_bulk().await;
        assert_eq!(Instant::now() - start, Duration::from_secs(7));
        assert!(pacer.may_write_to(1));
    }

    #[tokio::test(start_paused = true)]
    async fn a_chat_rests_a_second_after_each_message() {
        let pacer = Pacer::new(0, CHAT_REST);
        pacer.sent_to(1);
        assert!(!pacer.may_write_to(1));
        tokio::time::advance(CHAT_REST).await;
        assert!(pacer.may_write_to(1));
    }
}
