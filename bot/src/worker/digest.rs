//! The morning digest: one message an officer and day, of all whose reminding has come to a new stage; twice a week with the
//! list of all that falls due until the end of the next month. And one more in the last hours of what is urgent.
//!
//! A stage depends on the due day and today only, so after an outage the one stage that still matters is found, and nothing
//! is said twice: rows are unique by obligation, person, stage and version of the due date, messages by person, day and slot.

mod choice;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::time::Duration;

use chrono::NaiveDate;
use domain::delivery::Purpose;
use domain::ids::{OrganisationId, OutboxId, PersonId};
use domain::reminders::{Extent, Slot, useful_until};
use locales::Texts;
use locales::digest::List;
use store::cases::CaseView;
use store::obligations::{self, ObligationView};
use store::organisations::Catalogue;
use store::outbox::{self, NewMessage, Policy, Priority};
use store::reminders::{self, Digest as Written};
use store::{Conn, StoreError, people};
use tokio::time::Instant;

use self::choice::Digest;
use super::timetable::Timetable;
use crate::ctx::Ctx;
use crate::reply::send_message;
use crate::talk::reminding::{list_of, put_off_to};
use crate::talk::views::{self, CaseLine};

/// The hour of the digest, in Tashkent.
const HOUR: &str = "0 0 9 * * *";
/// A look costs time, and new officers can wait a little.
const LOOK_EVERY: Duration = Duration::from_mins(1);
/// Digests that are written in one transaction: few, so that nobody who taps a button waits long.
const TOGETHER: usize = 8;
/// A list is not longer than this.
const LIST: i64 = 500;

/// Plans the digests.
pub(super) struct Digests {
    timetable: Timetable,
}

/// When it was last looked, and what for.
#[derive(Debug, Default)]
pub(super) struct Memory {
    looked: Option<(NaiveDate, Instant)>,
}

/// A digest whose message is ready to be written.
struct Ready {
    person: PersonId,
    chat_id: i64,
    slot: Slot,
    body: String,
    listed: bool,
    reminders: Vec<reminders::Made>,
}

impl Digests {
    pub(super) fn new() -> Result<Self, cron::error::Error> {
        Ok(Self { timetable: Timetable::new(HOUR)? })
    }

    /// Writes the digests that are missing today.
    pub(super) async fn plan(&self, ctx: &Ctx, memory: &mut Memory) -> anyhow::Result<()> {
        let now = ctx.clock.now();
        let Some(today) = self.timetable.day_begun(now) else { return Ok(()) };
        if memory.looked.is_some_and(|(day, at)| day == today && at.elapsed() < LOOK_EVERY) {
            return Ok(());
        }
        let catalogue = ctx.store.catalogue().await?;
        let missing = choice::missing(ctx, &catalogue, now).await?;
        let mut lists = HashMap::new();
        let mut written = 0;
        for chunk in missing.chunks(TOGETHER) {
            let mut ready = Vec::with_capacity(chunk.len());
            for digest in chunk {
                ready.push(compose(ctx, &catalogue, digest, &mut lists, today).await?);
            }
            written += ctx
                .store
                .write(move |conn| Box::pin(async move { write(conn, &ready, today, now).await }))
                .await?;
        }
        if written > 0 {
            tracing::info!(written, %today, "digests were planned");
        }
        memory.looked = Some((today, Instant::now()));
        Ok(())
    }
}

async fn compose(
    ctx: &Ctx,
    catalogue: &Catalogue,
    digest: &Digest,
    lists: &mut HashMap<OrganisationId, Vec<ObligationView>>,
    today: NaiveDate,
) -> anyhow::Result<Ready> {
    let open = open_of_all(ctx, digest, lists).await?;
    let list = match digest.slot {
        Slot::LastHours => List::LastHours,
        Slot::Morning => list_of(if digest.listed { Extent::List } else { Extent::Near }, today),
    };
    let put_off_to = put_off_to(catalogue, &open, today);
    let texts = Texts::new(digest.language);
    let alone = open.is_empty() && !digest.cases.is_empty();
    let view = views::digest(texts, views::Digest { list, open, put_off_to }, 0, today);
    let view = match digest.cases.as_slice() {
        [] => view,
        all => views::with_cases(texts, (!alone).then_some(view), &lines(catalogue, texts, all), today),
    };
    let view = view.with_panel(texts, &ctx.panel_url, "obligations");
    Ok(Ready {
        person: digest.person,
        chat_id: digest.telegram_id,
        slot: digest.slot,
        body: send_message(digest.telegram_id, &view.text, Some(&view.keyboard))?.body,
        listed: digest.listed,
        reminders: digest.reminders.clone(),
    })
}

/// Low marks as they stand in a digest.
fn lines<'a>(catalogue: &'a Catalogue, texts: Texts, all: &'a [CaseView]) -> Vec<CaseLine<'a>> {
    let name = |case: &CaseView| catalogue.services.get(&case.service);
    let line = |case| CaseLine {
        case,
        service: name(case).map(|service| service.names.in_language(texts.language())).unwrap_or_default(),
    };
    all.iter().map(line).collect()
}

/// What stands in the digest; several officers of one organisation share the look.
async fn open_of_all(
    ctx: &Ctx,
    digest: &Digest,
    lists: &mut HashMap<OrganisationId, Vec<ObligationView>>,
) -> Result<Vec<ObligationView>, StoreError> {
    // Officers of one organisation come one after the other: a few lists are worth keeping, all of them are not.
    if lists.len() > 16 {
        lists.clear();
    }
    let mut all = Vec::new();
    for &organisation in &digest.organisations {
        let open = match lists.entry(organisation) {
            Entry::Occupied(kept) => kept.into_mut(),
            Entry::Vacant(place) => {
                let read =
                    ctx.store.read(move |conn| Box::pin(obligations::open_of(conn, organisation, LIST)));
                place.insert(read.await?)
            }
        };
        all.extend(open.iter().filter(|one| digest.shown.contains(&one.id)).cloned());
    }
    Ok(all)
}

/// Writes digests with their reminders, those of them that no other planner wrote; gives how many.
async fn write(
    conn: &mut Conn,
    ready: &[Ready],
    today: NaiveDate,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<usize, StoreError> {
    let mut count = 0;
    for slot in Slot::ALL {
        let mut written = Vec::new();
        for digest in ready.iter().filter(|digest| digest.slot == slot) {
            if let Some(message) = put(conn, digest, today, now).await? {
                let reminders = digest.reminders.clone();
                written.push(Written { person: digest.person, message, listed: digest.listed, reminders });
            }
        }
        if !written.is_empty() {
            reminders::note(conn, &written, today, slot).await?;
        }
        count += written.len();
    }
    Ok(count)
}

/// Puts the message of a digest into the outbox. `None`: another planner was quicker, or the person blocked the bot since it was
/// looked who is reached.
async fn put(
    conn: &mut Conn,
    digest: &Ready,
    today: NaiveDate,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Option<OutboxId>, StoreError> {
    if people::recipient(conn, digest.person).await?.is_none_or(|one| !one.reachable) {
        return Ok(None);
    }
    let dedupe = match digest.slot {
        Slot::Morning => format!("digest/{}/{today}", digest.person),
        Slot::LastHours => format!("digest/{}/{today}/last_hours", digest.person),
    };
    let message = NewMessage {
        chat_id: digest.chat_id,
        person: Some(digest.person),
        purpose: Purpose::Digest,
        method: "sendMessage",
        body: &digest.body,
        priority: Priority::Bulk,
        policy: Policy::Resend,
        dedupe: Some(&dedupe),
        not_before: now,
    };
    let written = outbox::put(conn, &message, now).await?;
    if let Some(id) = written {
        outbox::expires(conn, id, useful_until(today)).await?;
    }
    Ok(written)
}

#[cfg(test)]
mod tests;
