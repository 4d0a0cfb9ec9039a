//! Takes updates in, from the webhook and from long polling alike.
//!
//! An update is acknowledged only after its effects are kept, and its effects are kept once. What one person does is handled
//! in order, what different people do at the same time. An update that breaks its handler is parked for the administrators,
//! and nobody else notices. Answers are sent after the acknowledgement, so that Telegram never waits for itself.

mod entities;
mod lanes;
mod links;
mod read;
mod under_way;

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use store::news::{self, NewsKind};
use store::{NotDone, StoreError, intake};
use tokio::sync::{Semaphore, oneshot};
use tokio::time::{sleep, timeout};

pub(crate) use lanes::Lanes;
use read::{Envelope, Read};
use under_way::{Place, UnderWay};

use crate::Stop;
use crate::ctx::Ctx;
use crate::incoming::{Incoming, What};
use crate::reply::{Outgoing, Reply, take_answer};
use crate::sender::live::Live;
use crate::talk;

/// So many updates are in work at once; more make Telegram wait.
const ROOM: usize = 512;
const FIRST_PAUSE: Duration = Duration::from_millis(200);
const LONGEST_PAUSE: Duration = Duration::from_secs(20);

/// What became of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// It is done, or parked: Telegram may forget it.
    Done,
    /// The database is away: Telegram has to bring it again.
    NotNow,
    /// There is no room: Telegram has to bring it again.
    Full,
}

/// The end of an update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct End {
    pub(crate) taken: Taken,
    /// A call that Telegram is to make by itself when it hears of the end; only where it listens for one.
    pub(crate) call: Option<Outgoing>,
}

impl From<Taken> for End {
    fn from(taken: Taken) -> Self {
        Self { taken, call: None }
    }
}

/// How to meet a database that is away.
#[derive(Clone)]
pub(crate) enum Patience {
    /// Say so at once: Telegram repeats, in order. It also listens for a call in the acknowledgement.
    None,
    /// Try until it is back, or until the stop: what the person did next waits behind.
    Until(Stop),
}

/// What was brought is not an update.
#[derive(Debug, thiserror::Error)]
#[error("this is not an update of the Bot API")]
pub(crate) struct NotAnUpdate(#[source] serde_json::Error);

/// An update that was taken in.
pub(crate) enum Begun {
    /// Its end is known already.
    Known(Taken),
    /// Its end will be told.
    InWork(oneshot::Receiver<End>),
}

impl Begun {
    /// Waits for the end of the update.
    pub(crate) async fn end(self) -> End {
        match self {
            Self::Known(taken) => taken.into(),
            // Work that ended without a word kept nothing that we know of.
            Self::InWork(end) => end.await.unwrap_or(End::from(Taken::NotNow)),
        }
    }
}

/// Takes updates in. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Intake {
    ctx: Ctx,
    live: Live,
    lanes: Lanes,
    room: Arc<Semaphore>,
    under_way: UnderWay,
    handler: Handler,
}

/// Who answers updates; another one in tests.
type Handler =
    Arc<dyn Fn(Ctx, Incoming) -> BoxFuture<'static, Result<Vec<Reply>, anyhow::Error>> + Send + Sync>;

enum Handled {
    Answered(Vec<Reply>),
    NotNow,
    Broken(String),
}

impl Intake {
    pub(crate) fn new(ctx: Ctx, live: Live) -> Self {
        let handler: Handler =
            Arc::new(|ctx, incoming| async move { talk::handle(&ctx, incoming).await }.boxed());
        Self {
            ctx,
            live,
            lanes: Lanes::default(),
            room: Arc::new(Semaphore::new(ROOM)),
            under_way: UnderWay::default(),
            handler,
        }
    }

    #[cfg(test)]
    pub(crate) fn with_handler(self, handler: Handler) -> Self {
        Self { handler, ..self }
    }

    /// Takes one update in and waits until it is done. `wait` is the longest time to wait for room.
    pub(crate) async fn take(
        &self,
        update: String,
        patience: Patience,
        wait: Duration,
    ) -> Result<End, NotAnUpdate> {
        Ok(self.begin(update, patience, wait).await?.end().await)
    }

    /// Puts one update behind what the same person did before; [`Begun::end`] waits until it is done.
    pub(crate) async fn begin(
        &self,
        update: String,
        patience: Patience,
        wait: Duration,
    ) -> Result<Begun, NotAnUpdate> {
        let (update_id, lane, read) = {
            let envelope = Envelope::open(&update).map_err(NotAnUpdate)?;
            (envelope.update_id, envelope.lane, envelope.read(&update))
        };
        let Ok(Ok(place)) = timeout(wait, Arc::clone(&self.room).acquire_owned()).await else {
            return Ok(Begun::Known(Taken::Full));
        };
        Ok(match self.under_way.enter(update_id) {
            Place::DoneBefore => Begun::Known(Taken::Done),
            Place::InWork(end) => Begun::InWork(end),
            Place::Mine(end) => {
                metrics::counter!("nazorat_updates_total").increment(1);
                let intake = self.clone();
                let work = async move {
                    let _place = place;
                    intake.work(update_id, update, read, patience).await;
                };
                self.lanes.put(lane, work.boxed());
                Begun::InWork(end)
            }
        })
    }

    /// Waits until everything that was taken in is done.
    pub(crate) async fn finish(&self) {
        let everything = u32::try_from(ROOM).unwrap_or(u32::MAX);
        let _ = self.room.acquire_many(everything).await;
    }

    async fn work(
        &self,
        update_id: i64,
        update: String,
        read: Result<Read, serde_json::Error>,
        patience: Patience,
    ) {
        let leave = self.under_way.leave(update_id);
        let incoming = match read {
            Ok(Read::Incoming(incoming)) => incoming,
            Ok(Read::Ignored) => return leave.with(Taken::Done),
            Err(error) => {
                let taken = self.park(update_id, &update, &unreadable(&error)).await;
                return leave.with(taken);
            }
        };
        let chat_id = incoming.chat.id;
        let press = match &incoming.what {
            What::Press { callback_id, .. } => Some(callback_id.clone()),
            _ => None,
        };
        let telegram_listens = matches!(patience, Patience::None);
        let (mut replies, taken) = match self.handle(&incoming, patience).await {
            Handled::Answered(replies) => (replies, Taken::Done),
            Handled::NotNow => return leave.with(Taken::NotNow),
            Handled::Broken(why) => {
                let taken = self.park(update_id, &update, &why).await;
                let sorry = if taken == Taken::Done { self.sorry(&incoming).await } else { None };
                (sorry.into_iter().collect(), taken)
            }
        };
        if taken != Taken::Done {
            return leave.with(taken);
        }
        // A person looks at a button that they pressed: that is answered before anything else.
        let mut first = take_answer(press.as_deref(), &mut replies);
        let call =
            first.as_ref().filter(|_| telegram_listens).and_then(|answer| answer.outgoing(chat_id).ok());
        if call.is_some() {
            first = None;
        }
        leave.with(End { taken, call });
        replies.splice(0..0, first);
        self.live.answer(chat_id, replies).await;
    }

    async fn handle(&self, incoming: &Incoming, patience: Patience) -> Handled {
        let mut pause = FIRST_PAUSE;
        loop {
            let answered =
                AssertUnwindSafe((self.handler)(self.ctx.clone(), incoming.clone())).catch_unwind().await;
            let error = match answered {
                Ok(Ok(replies)) => return Handled::Answered(replies),
                Ok(Err(error)) => error,
                Err(panic) => return Handled::Broken(format!("a panic: {}", words_of(panic.as_ref()))),
            };
            if !is_passing(&error) {
                return Handled::Broken(format!("{error:#}"));
            }
            tracing::warn!(update.id = incoming.update_id, "an update waits for the database: {error:#}");
            let Patience::Until(mut stop) = patience.clone() else { return Handled::NotNow };
            if *stop.borrow() {
                return Handled::NotNow;
            }
            tokio::select! {
                () = sleep(pause) => {}
                _ = stop.changed() => return Handled::NotNow,
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Keeps an update that cannot be handled, and tells the administrators once.
    async fn park(&self, update_id: i64, update: &str, why: &str) -> Taken {
        tracing::error!(update.id = update_id, why, "an update could not be handled and is parked");
        metrics::counter!("nazorat_updates_parked_total").increment(1);
        let update = match self.ctx.secret.seal_update(update_id, update) {
            Ok(sealed) => sealed,
            Err(error) => {
                tracing::error!(update.id = update_id, %error, "an update could not be sealed: Telegram keeps it");
                return Taken::NotNow;
            }
        };
        let (why, now) = (why.to_owned(), self.ctx.clock.now());
        let parked = self
            .ctx
            .store
            .write(move |conn| {
                Box::pin(async move {
                    intake::mark_seen(conn, update_id, now).await?;
                    if intake::park(conn, update_id, &update, &why, now).await? {
                        news::tell(conn, NewsKind::UpdateParked, update_id, now).await?;
                    }
                    Ok::<_, StoreError>(())
                })
            })
            .await;
        match parked {
            Ok(()) => Taken::Done,
            Err(error) => {
                let error: &dyn std::error::Error = &error;
                tracing::error!(
                    update.id = update_id,
                    error,
                    "an update could not be parked: Telegram keeps it"
                );
                Taken::NotNow
            }
        }
    }

    /// Tries an update again that was parked, and notes what came of it. Its effects are kept once, however often it is tried.
    pub(crate) async fn again(&self, update_id: i64, update: String) -> Result<(), StoreError> {
        let read = match Envelope::open(&update) {
            Ok(envelope) => envelope.read(&update),
            Err(error) => Err(error),
        };
        let broken = match read {
            Ok(Read::Ignored) => None,
            Err(error) => Some(unreadable(&error)),
            Ok(Read::Incoming(incoming)) => match self.handle(&incoming, Patience::None).await {
                // The next look tries once more.
                Handled::NotNow => return Ok(()),
                Handled::Broken(why) => Some(why),
                Handled::Answered(replies) => {
                    // A press is too old to be answered.
                    let replies = replies.into_iter().filter(|reply| !matches!(reply, Reply::Toast { .. }));
                    self.live.answer(incoming.chat.id, replies.collect()).await;
                    None
                }
            },
        };
        let now = self.ctx.clock.now();
        self.ctx
            .store
            .write(move |conn| {
                Box::pin(async move {
                    match broken {
                        Some(why) => intake::still_broken(conn, update_id, &why, now).await,
                        None => intake::done_again(conn, update_id, now).await.map(drop),
                    }
                })
            })
            .await
    }

    async fn sorry(&self, incoming: &Incoming) -> Option<Reply> {
        let unheard = matches!(incoming.what, What::Blocked | What::Unblocked | What::Inline { .. });
        if unheard || !incoming.chat.private {
            return None;
        }
        // What broke the handler may break this as well.
        let texts = AssertUnwindSafe(talk::texts_for(&self.ctx, incoming)).catch_unwind().await;
        let text = texts.unwrap_or_default().sorry();
        Some(Reply::Send { text, keyboard: None })
    }
}

/// Whether the same update may succeed when it comes again.
fn is_passing(error: &anyhow::Error) -> bool {
    let failure = error.chain().find_map(|cause| {
        cause.downcast_ref::<StoreError>().or_else(|| match cause.downcast_ref::<NotDone>() {
            Some(NotDone::Failed(failure)) => Some(failure),
            _ => None,
        })
    });
    failure.is_some_and(|failure| failure.is_passing() || matches!(failure, StoreError::Closed))
}

/// The words of a panic, when they stand in the program: others may hold what a person wrote.
fn words_of(panic: &(dyn std::any::Any + Send)) -> &str {
    panic.downcast_ref::<&str>().copied().unwrap_or("its words are not kept")
}

/// Why an update cannot be read. The words of the reader may hold what a person wrote, so only the place is told.
fn unreadable(error: &serde_json::Error) -> String {
    format!("it cannot be read ({:?} at line {}, column {})", error.classify(), error.line(), error.column())
}

#[cfg(test)]
mod tests;
