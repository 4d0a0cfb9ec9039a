//! News wait for the hours in which their hearer works, and again when those pass before they could be sent.

use chrono::{DateTime, Utc};
use domain::calendar::Week;
use domain::clock::tashkent_day;
use domain::ids::PersonId;
use domain::reminders::{speaking_from, useful_until};
use store::organisations::Catalogue;
use store::{Conn, StoreError, outbox, people};

use crate::ctx::Ctx;

/// Messages of one transaction: nobody who taps a button waits long for it.
const PIECE: i64 = 50;

/// The next hours in which this person works, the current ones included: from when, and until when. Of whoever works nowhere the
/// hours of most.
pub(super) async fn of(
    conn: &mut Conn,
    catalogue: &Catalogue,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<(DateTime<Utc>, DateTime<Utc>), StoreError> {
    let who = people::who(conn, person, tashkent_day(now)).await?;
    let weeks = who.iter().flat_map(|who| &who.grants).map(|grant| catalogue.week_of(grant.organisation));
    let begin = |week| speaking_from(now, &catalogue.calendar, week);
    let from = weeks.map(begin).min().unwrap_or_else(|| begin(Week::Five));
    Ok((from, useful_until(tashkent_day(from))))
}

/// Puts off what could not be sent in the hours for which it was written: nobody is written to at night because the messenger
/// was away, or this program stood still.
pub(super) async fn put_off(ctx: &Ctx) -> anyhow::Result<()> {
    let now = ctx.clock.now();
    let catalogue = ctx.store.catalogue().await?;
    loop {
        let catalogue = std::sync::Arc::clone(&catalogue);
        let moved: Result<usize, StoreError> = ctx
            .store
            .write(move |conn| {
                Box::pin(async move {
                    let silenced = outbox::silenced(conn, now, PIECE).await?;
                    for (message, person) in &silenced {
                        // Each of them is somebody's.
                        let person = person.unwrap_or(PersonId(0));
                        let hours = of(conn, &catalogue, person, now).await?;
                        outbox::put_off(conn, *message, hours, now).await?;
                    }
                    Ok(silenced.len())
                })
            })
            .await;
        if moved? == 0 {
            return Ok(());
        }
    }
}
