//! Who sends: one process at a time leads. It settles what a dead leader left behind.

use std::time::Duration;

use chrono::{DateTime, Utc};
use store::{StoreError, outbox};
use tokio::time::Instant;

use crate::client;
use crate::sender::outcome::{Settled, settle_forgotten};
use crate::sender::{HOLD_CLAIMS, Hand, Sender};

pub(super) const SENDING: &str = "sender";
/// Whoever leads asks so often whether it still does.
const LOOK: Duration = Duration::from_secs(5);
/// Whoever does not lead tries so often to.
const TRY: Duration = Duration::from_secs(1);
/// A mark is kept within so long, and the clocks of two machines differ by less.
const MARKING: Duration = Duration::from_secs(5);
/// On PostgreSQL a leader whose connection was cut goes on until it looks: it sends what it claimed for [`HOLD_CLAIMS`], its last
/// call may take [`client::ANSWER`], and its mark [`MARKING`]. What was claimed longer ago has no sender any more.
///
/// The database cannot tell a killed leader from one that was cut, so the few messages that it had claimed wait as long. All that
/// it had not claimed goes out at once.
const NOBODYS_AFTER: Duration = HOLD_CLAIMS.saturating_add(client::ANSWER).saturating_add(MARKING);

impl Sender {
    /// Whether this process leads; takes the lead when it is free.
    pub(super) async fn leads(&self, hand: &mut Hand) -> Result<bool, StoreError> {
        if Instant::now() < hand.look_at {
            return Ok(hand.lead.is_some());
        }
        hand.look_at = Instant::now() + TRY;
        hand.lead = match hand.lead.take() {
            None => self.ctx.store.lead(SENDING).await?,
            Some(mut lead) => {
                let holds = lead.holds().await;
                if !holds {
                    tracing::warn!("the connection that holds the lead of sending was lost");
                }
                holds.then_some(lead)
            }
        };
        let Some(lead) = &hand.lead else { return Ok(false) };
        hand.look_at = Instant::now() + LOOK;
        let before = (!lead.ends_with_holder()).then(|| self.ctx.clock.now() - NOBODYS_AFTER);
        self.recover(hand, before).await?;
        let waiting = self.ctx.store.read(|conn| Box::pin(outbox::waiting(conn, 100_000))).await?;
        self.pulse.queue(waiting);
        Ok(true)
    }

    /// Settles what was claimed by a sender that is gone: until `before`, or ever when there is no such moment.
    async fn recover(&self, hand: &Hand, before: Option<DateTime<Utc>>) -> Result<(), StoreError> {
        let unmarked = self.ctx.store.read(move |conn| Box::pin(outbox::unmarked(conn, before))).await?;
        for message in unmarked {
            // Our own, unless a call of ours panicked.
            if hand.under_way.iter().any(|(_, id)| *id == message.id) {
                continue;
            }
            tracing::warn!(
                outbox.id = message.id.0,
                "a message was claimed and never marked: its sender died"
            );
            let mark = settle_forgotten(&message, self.ctx.clock.now());
            self.keep(&message, Settled::only(mark)).await;
        }
        Ok(())
    }
}
