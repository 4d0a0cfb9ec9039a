//! A fast stand-in for the Bot API: it takes every call, remembers nothing that it need not, and tells who waits for a
//! message that it has come.
//!
//! It checks nothing: whether calls are right is proven by the tests, on the playground.

use std::collections::{HashMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context;
use serde::Deserialize;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinSet;

use crate::wire::{self, Wire};

/// The token that the programs under test are given.
pub(crate) const TOKEN: &str = "7000000001:AAspeed_of_the_benchmarks";
/// A poll is held open for so long at most, whatever was asked for: a program that stops waits no longer.
const HOLD: Duration = Duration::from_secs(2);

/// How it behaves.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Manner {
    /// How far away it is, there and back.
    pub(crate) away: Duration,
    /// More messages in a second than this are refused with 429.
    pub(crate) limit: Option<usize>,
    /// Of a hundred messages so many are taken and never answered: the connection closes.
    pub(crate) cut_off: u64,
}

/// What citizens wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sign {
    /// A new message.
    Message,
    /// A message of the bot that changed.
    Edit,
}

/// That what was waited for has come.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    pub(crate) message_id: i64,
    pub(crate) at: Instant,
}

/// What was taken and refused, kept where a limit is enforced.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    /// The chat of each message that was taken, and when.
    pub(crate) taken: Vec<(i64, Instant)>,
    pub(crate) refused: usize,
    pub(crate) cut_off: usize,
}

/// The stand-in. Cheap to clone; it serves as long as the task that [`Telegram::serve`] is.
#[derive(Clone)]
pub(crate) struct Telegram {
    inner: Arc<Inner>,
}

struct Inner {
    manner: Manner,
    waiting: Mutex<HashMap<(i64, Sign), oneshot::Sender<Seen>>>,
    /// Updates that a poll has not confirmed yet.
    updates: Mutex<VecDeque<(i64, String)>>,
    news: Notify,
    log: Mutex<Log>,
    next_message: Mutex<i64>,
}

#[derive(Default, Deserialize)]
struct Arguments {
    #[serde(default)]
    chat_id: i64,
    #[serde(default)]
    message_id: i64,
    #[serde(default)]
    offset: i64,
    #[serde(default)]
    timeout: u64,
}

impl Telegram {
    pub(crate) fn new(manner: Manner) -> Self {
        Self {
            inner: Arc::new(Inner {
                manner,
                waiting: Mutex::default(),
                updates: Mutex::default(),
                news: Notify::new(),
                log: Mutex::default(),
                next_message: Mutex::default(),
            }),
        }
    }

    /// Serves on a free port, on a thread of its own that ends with the program.
    pub(crate) fn on_own_thread(self) -> anyhow::Result<SocketAddr> {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").context("no free port")?;
        listener.set_nonblocking(true).context("the port cannot be used")?;
        let address = listener.local_addr().context("the port has no address")?;
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().context("no runtime")?;
        std::thread::spawn(move || {
            runtime.block_on(async move {
                if let Ok(listener) = TcpListener::from_std(listener) {
                    self.serve(listener).await;
                }
            });
        });
        Ok(address)
    }

    /// Serves whoever comes.
    pub(crate) async fn serve(self, listener: TcpListener) {
        let mut connections = JoinSet::new();
        while let Ok((stream, _)) = listener.accept().await {
            let telegram = self.clone();
            // A caller who goes away in the middle harms nobody.
            connections.spawn(async move { telegram.talk(stream).await.unwrap_or_default() });
            while connections.try_join_next().is_some() {}
        }
    }

    async fn talk(&self, stream: TcpStream) -> anyhow::Result<()> {
        let mut wire = Wire::over(stream)?;
        while let Some(request) = wire.receive().await? {
            let arguments = serde_json::from_slice(request.body).unwrap_or_default();
            let called = request.last_of_path().to_owned();
            let Some((status, body)) = self.take(&called, &arguments).await else { return Ok(()) };
            wire.send(wire::answer(status, &body).as_bytes()).await?;
        }
        Ok(())
    }

    /// Status and body of the answer; none when the connection closes instead.
    async fn take(&self, called: &str, arguments: &Arguments) -> Option<(u16, String)> {
        let half_way = self.inner.manner.away / 2;
        match called {
            "sendMessage" | "editMessageText" => {
                if !half_way.is_zero() {
                    tokio::time::sleep(half_way).await;
                }
                let answer = self.message(called, arguments);
                if !half_way.is_zero() {
                    tokio::time::sleep(half_way).await;
                }
                answer
            }
            "getUpdates" => Some((200, self.updates(arguments).await)),
            "getMe" => Some((200, ME.to_owned())),
            "getWebhookInfo" => Some((200, WEBHOOK.to_owned())),
            _ => Some((200, r#"{"ok":true,"result":true}"#.to_owned())),
        }
    }

    fn message(&self, called: &str, arguments: &Arguments) -> Option<(u16, String)> {
        let at = Instant::now();
        let chat = arguments.chat_id;
        if let Some(limit) = self.inner.manner.limit {
            let mut log = lock(&self.inner.log);
            let within =
                log.taken.iter().rev().take_while(|(_, then)| at - *then < Duration::from_secs(1)).count();
            if within >= limit {
                log.refused += 1;
                return Some((429, TOO_MANY.to_owned()));
            }
            log.taken.push((chat, at));
            if (log.taken.len() as u64) % 100 < self.inner.manner.cut_off {
                log.cut_off += 1;
                return None;
            }
        }
        let (sign, message_id) = match called {
            "sendMessage" => {
                let mut next = lock(&self.inner.next_message);
                *next += 1;
                (Sign::Message, *next)
            }
            _ => (Sign::Edit, arguments.message_id),
        };
        if let Some(waits) = lock(&self.inner.waiting).remove(&(chat, sign)) {
            // Who waited may have given up.
            let _ = waits.send(Seen { message_id, at });
        }
        Some((
            200,
            format!(
                r#"{{"ok":true,"result":{{"message_id":{message_id},"from":{BOT},"chat":{{"id":{chat},"first_name":"Nodira","type":"private"}},"date":1795420800,"text":"."}}}}"#
            ),
        ))
    }

    /// Tells when such a call comes for the chat.
    pub(crate) fn expect(&self, chat: i64, sign: Sign) -> oneshot::Receiver<Seen> {
        let (waits, hears) = oneshot::channel();
        lock(&self.inner.waiting).insert((chat, sign), waits);
        hears
    }

    /// Puts an update into the queue of long polling.
    pub(crate) fn put(&self, update_id: i64, update: String) {
        lock(&self.inner.updates).push_back((update_id, update));
        self.inner.news.notify_one();
    }

    async fn updates(&self, arguments: &Arguments) -> String {
        let patience = Duration::from_secs(arguments.timeout).min(HOLD);
        let until = tokio::time::Instant::now() + patience;
        loop {
            let found = {
                let mut updates = lock(&self.inner.updates);
                while updates.front().is_some_and(|(id, _)| *id < arguments.offset) {
                    updates.pop_front();
                }
                let found: Vec<&str> = updates.iter().take(100).map(|(_, update)| update.as_str()).collect();
                format!(r#"{{"ok":true,"result":[{}]}}"#, found.join(","))
            };
            let empty = found.ends_with(":[]}");
            if !empty || tokio::time::timeout_at(until, self.inner.news.notified()).await.is_err() {
                return found;
            }
        }
    }

    pub(crate) fn log(&self) -> Log {
        lock(&self.inner.log).clone()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

const BOT: &str = r#"{"id":7000000001,"is_bot":true,"first_name":"Nazorat","username":"nazorat_speed_bot"}"#;
const ME: &str = r#"{"ok":true,"result":{"id":7000000001,"is_bot":true,"first_name":"Nazorat","username":"nazorat_speed_bot","can_join_groups":false,"can_read_all_group_messages":false,"supports_inline_queries":false,"can_connect_to_business":false,"has_main_web_app":false}}"#;
const WEBHOOK: &str =
    r#"{"ok":true,"result":{"url":"","has_custom_certificate":false,"pending_update_count":0}}"#;
const TOO_MANY: &str = r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}"#;
