//! Sends what waits in the outbox: claim, send, mark. One process at a time leads.
//!
//! Who leads, and what becomes of what a dead leader left, is decided in [`lead`]; what Telegram's answer does to a row, in
//! [`outcome`]; when it is this message's turn, in [`pace`].

mod lead;
pub(crate) mod live;
mod markup;
pub(crate) mod meaning;
mod outcome;
pub(crate) mod pace;
mod split;
mod upload;

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::delivery::Cause;
use domain::ids::OutboxId;
use futures_util::FutureExt;
use store::lead::Lead;
use store::outbox::{self, Claim, Claimed, Mark, Why};
use store::{StoreError, people};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};

use crate::Stop;
use crate::client::{Answer, Client};
use crate::ctx::Ctx;
use crate::health::Pulse;
use crate::sender::outcome::{Reshaped, Settled, settle};
use crate::sender::pace::Pacer;

/// What was claimed goes back when its turn does not come for so long: it is in doubt when this process dies.
const HOLD_CLAIMS: Duration = Duration::from_secs(5);
/// The outbox is looked at so often when nothing wakes the sender; a message may become due by time alone.
const IDLE: Duration = Duration::from_secs(1);
/// Commits come in crowds: they are answered with one look.
const CALM: Duration = Duration::from_millis(20);
/// So many calls are under way at once.
const FLIGHTS: usize = 64;

/// Sends the outbox.
pub(crate) struct Sender {
    ctx: Ctx,
    client: Client,
    pacer: Arc<Pacer>,
    pulse: Arc<Pulse>,
    nudge: Notify,
    /// So many messages are claimed together: few, because what is claimed is in doubt after a crash.
    batch: usize,
}

/// What the loop of the sender has at hand.
struct Hand {
    claimed: VecDeque<Claimed>,
    /// Until when they may be held.
    hold_until: Instant,
    flights: JoinSet<(i64, OutboxId)>,
    /// Rows and chats that are under way in this process.
    under_way: Vec<(i64, OutboxId)>,
    lead: Option<Lead>,
    /// When the lead is to be taken, or to be asked for whether it is still held.
    look_at: Instant,
}

impl Sender {
    pub(crate) fn new(
        ctx: Ctx,
        client: Client,
        pacer: Arc<Pacer>,
        pulse: Arc<Pulse>,
        per_second: u32,
    ) -> Self {
        let batch = if per_second == 0 { FLIGHTS } else { (per_second as usize / 8).clamp(2, FLIGHTS) };
        Self { ctx, client, pacer, pulse, nudge: Notify::new(), batch }
    }

    /// Makes it look at once: something may be due since the clock was moved.
    pub(crate) fn nudge(&self) {
        self.nudge.notify_one();
    }

    /// Sends until it is told to stop; then what is under way is waited for and marked, and the rest is left in the queue.
    pub(crate) async fn run(self: Arc<Self>, mut stop: Stop) {
        let mut changes = self.ctx.store.changes();
        let mut hand = Hand::new();
        while !*stop.borrow() {
            hand.land_all();
            if let Err(error) = self.step(&mut hand, &mut changes, &mut stop).await {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "the outbox cannot be sent for now"
                );
                pause(IDLE, &mut stop).await;
            }
        }
        self.lay_down(hand).await;
    }

    /// Does the one thing that is to be done now.
    async fn step(
        self: &Arc<Self>,
        hand: &mut Hand,
        changes: &mut watch::Receiver<u64>,
        stop: &mut Stop,
    ) -> Result<(), StoreError> {
        if !self.leads(hand).await? {
            self.give_back(hand, "its sender lost the lead").await;
            self.rest(hand, changes, stop).await;
        } else if hand.claimed.is_empty() {
            // What is claimed while people wait for answers gets no turn.
            tokio::select! {
                biased;
                _ = stop.changed() => return Ok(()),
                () = sleep_until(hand.look_at) => return Ok(()),
                () = self.pacer.answers_are_out() => {}
            }
            if !self.take_up(hand).await? {
                self.rest(hand, changes, stop).await;
            }
        } else if Instant::now() >= hand.hold_until {
            self.give_back(hand, "its turn did not come").await;
        } else {
            self.send_next(hand, stop).await;
        }
        Ok(())
    }

    /// Sends the next of what was claimed when its turn comes, and waits no longer than the claims and the lead are good for.
    async fn send_next(self: &Arc<Self>, hand: &mut Hand, stop: &mut Stop) {
        let no_longer_than = hand.hold_until.min(hand.look_at);
        tokio::select! {
            biased;
            _ = stop.changed() => {}
            () = sleep_until(no_longer_than) => {}
            () = hand.land_one(), if hand.flights.len() >= FLIGHTS => {}
            () = self.pacer.turn_of_bulk(), if hand.flights.len() < FLIGHTS => {
                if let Some(message) = hand.claimed.pop_front() {
                    hand.flights.spawn(Arc::clone(self).carry(message));
                }
            }
        }
    }

    /// Claims what is due. `false`: there is nothing to do for now.
    async fn take_up(&self, hand: &mut Hand) -> Result<bool, StoreError> {
        if self.pacer.all_rest() {
            return Ok(false);
        }
        let (now, batch, pacer) = (self.ctx.clock.now(), self.batch, Arc::clone(&self.pacer));
        let mut busy: Vec<i64> = hand.under_way.iter().map(|(chat, _)| *chat).collect();
        // One message to a chat at a time.
        let takes = move |chat| {
            let free = !busy.contains(&chat) && pacer.may_write_to(chat);
            if free {
                busy.push(chat);
            }
            free
        };
        let next = self.ctx.store.read(move |conn| Box::pin(outbox::next(conn, batch, takes, now))).await?;
        if next.is_empty() {
            return Ok(false);
        }
        hand.hold_until = Instant::now() + HOLD_CLAIMS;
        let claimed = self
            .ctx
            .store
            .write(move |conn| Box::pin(async move { outbox::claim(conn, &next, now).await }))
            .await?;
        hand.under_way.extend(claimed.iter().map(|message| (message.chat_id, message.id)));
        hand.claimed.extend(claimed);
        Ok(!hand.claimed.is_empty())
    }

    /// Sends one message and marks it, and tells which it was, whatever happens.
    async fn carry(self: Arc<Self>, message: Claimed) -> (i64, OutboxId) {
        let place = (message.chat_id, message.id);
        if AssertUnwindSafe(self.deliver(message)).catch_unwind().await.is_err() {
            // Its row stays claimed until it is found unmarked.
            tracing::error!(outbox.id = place.1.0, "sending a message panicked");
        }
        place
    }

    async fn deliver(&self, message: Claimed) {
        let Some(body) = self.body_of(&message) else {
            let why = Why::new(Cause::Gone, "the chat of the message is not known any more");
            return self.keep(&message, Settled::only(Mark::Failed(why))).await;
        };
        let answer = upload::call(&self.client, &message.method, body).await;
        match &answer {
            Answer::Refused(refused) => {
                if let meaning::Meaning::Wait(seconds) = meaning::meaning(refused) {
                    self.pacer.refused(message.chat_id, seconds);
                }
            }
            Answer::Done(_) | Answer::Unknown(_) => self.pacer.sent_to(message.chat_id),
            Answer::Balancer(_) | Answer::NotSent(_) => {}
        }
        let settled = settle(&answer, &message, self.ctx.clock.now());
        metrics::counter!("nazorat_messages_total", "outcome" => settled.outcome()).increment(1);
        self.keep(&message, settled).await;
    }

    /// The arguments as Telegram gets them: a sealed chat is opened here, and nowhere else. `None`: it cannot be opened.
    fn body_of(&self, message: &Claimed) -> Option<String> {
        match &message.sealed_chat {
            None => Some(message.body.clone()),
            Some(sealed) => outcome::addressed_to(&message.body, self.ctx.secret.open_chat(sealed)?),
        }
    }

    /// Marks a message, again and again while the database is away: an unmarked message may be sent twice.
    async fn keep(&self, message: &Claimed, settled: Settled) {
        let (id, claim, chat_id, now) = (message.id, message.claim(), message.chat_id, self.ctx.clock.now());
        if let Mark::Failed(why) | Mark::Unknown(why) = &settled.mark {
            tracing::error!(
                outbox.id = id.0,
                method = message.method,
                why = why.words,
                "a message needs an administrator"
            );
        }
        for trial in 0..8_u32 {
            let settled = settled.clone();
            let kept = self
                .ctx
                .store
                .write(move |conn| {
                    Box::pin(async move { write(conn, (id, claim, chat_id), &settled, now).await })
                })
                .await;
            match kept {
                Ok(true) => return,
                Ok(false) => {
                    tracing::warn!(
                        outbox.id = id.0,
                        "a message was marked too late: another sender settled it"
                    );
                    return;
                }
                Err(error) if error.is_passing() => sleep(Duration::from_millis(100 << trial)).await,
                Err(error) => {
                    tracing::error!(
                        outbox.id = id.0,
                        error = &error as &dyn std::error::Error,
                        "a message could not be marked"
                    );
                    return;
                }
            }
        }
    }

    /// Waits for a call to land, a commit, a nudge, a moment, or the end.
    async fn rest(&self, hand: &mut Hand, changes: &mut watch::Receiver<u64>, stop: &mut Stop) {
        tokio::select! {
            biased;
            _ = stop.changed() => return,
            () = hand.land_one(), if !hand.flights.is_empty() => {}
            _ = changes.changed() => {}
            () = self.nudge.notified() => {}
            () = sleep(IDLE) => return,
        }
        pause(CALM, stop).await;
        changes.mark_unchanged();
    }

    /// What was claimed and not sent waits in the queue again.
    async fn give_back(&self, hand: &mut Hand, why: &str) {
        let now = self.ctx.clock.now();
        for message in std::mem::take(&mut hand.claimed) {
            let mark = Mark::Again { not_before: now, why: Why::new(Cause::GivenBack, why), unsure: false };
            self.keep(&message, Settled::only(mark)).await;
            hand.landed((message.chat_id, message.id));
        }
    }

    /// The end: what was claimed and not sent goes back, what is under way is waited for.
    async fn lay_down(&self, mut hand: Hand) {
        self.give_back(&mut hand, "the sender stopped").await;
        while !hand.flights.is_empty() {
            hand.land_one().await;
        }
        if let Some(lead) = hand.lead {
            lead.give_back().await;
        }
    }
}

impl Hand {
    fn new() -> Self {
        Self {
            claimed: VecDeque::new(),
            hold_until: Instant::now(),
            flights: JoinSet::new(),
            under_way: Vec::new(),
            lead: None,
            look_at: Instant::now(),
        }
    }

    fn land_all(&mut self) {
        // Flights are never cancelled and catch their own panics.
        while let Some(Ok(place)) = self.flights.try_join_next() {
            self.landed(place);
        }
    }

    async fn land_one(&mut self) {
        if let Some(Ok(place)) = self.flights.join_next().await {
            self.landed(place);
        }
    }

    fn landed(&mut self, place: (i64, OutboxId)) {
        self.under_way.retain(|other| *other != place);
    }
}

/// Writes down what came of a message. `false`: another sender settled it.
async fn write(
    conn: &mut store::Conn,
    (id, claim, chat_id): (OutboxId, Claim, i64),
    settled: &Settled,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    if let Some(moved_to) = settled.moved_to {
        follow(conn, chat_id, moved_to).await?;
    }
    let marked = outbox::mark(conn, claim, &settled.mark, now).await?;
    match &settled.reshaped {
        Some(Reshaped::Divided(calls)) if marked => outbox::divide(conn, id, calls, now).await?,
        Some(Reshaped::Plain { body, said }) if marked => {
            tracing::error!(outbox.id = id.0, said, "Telegram cannot read the formatting of a text of ours");
            outbox::send_plain(conn, id, body, said, now).await?;
        }
        _ => {}
    }
    if let Some(cause) = settled.unreachable {
        people::mark_unreachable(conn, chat_id, cause.code(), now).await?;
        outbox::drop_queued(conn, chat_id, cause, now).await?;
    }
    Ok(marked)
}

/// A group has another number now: what waits for it is told the new one.
async fn follow(conn: &mut store::Conn, from: i64, to: i64) -> Result<(), StoreError> {
    for (id, body) in outbox::unfinished_to(conn, from).await? {
        if let Some(body) = outcome::addressed_to(&body, to) {
            outbox::redirect(conn, id, to, &body).await?;
        }
    }
    Ok(())
}

/// Telegram said that this chat cannot be written to.
pub(crate) async fn unreachable(ctx: &Ctx, chat_id: i64, cause: Cause) {
    let now = ctx.clock.now();
    let kept = ctx
        .store
        .write(move |conn| {
            Box::pin(async move {
                people::mark_unreachable(conn, chat_id, cause.code(), now).await?;
                outbox::drop_queued(conn, chat_id, cause, now).await
            })
        })
        .await;
    if let Err(error) = kept {
        let error: StoreError = error;
        tracing::error!(error = &error as &dyn std::error::Error, "an unreachable chat could not be noted");
    }
}

async fn pause(time: Duration, stop: &mut Stop) {
    tokio::select! {
        () = sleep(time) => {}
        _ = stop.changed() => {}
    }
}

#[cfg(test)]
mod tests;
