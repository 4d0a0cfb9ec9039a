//! The results that the demo's deputy hokim has published: the quarters that are over, but one, and their half-years.

use anyhow::Context;
use chrono::{DateTime, Days, NaiveTime, Utc};
use domain::clock::{in_tashkent, tashkent_day};
use domain::people::Role;
use domain::results::Period;
use store::publications;
use store::{NotDone, Store};

/// So many days after the end of a period it is published.
const DAYS_AFTER: u64 = 5;
/// At this hour.
const HOUR: NaiveTime = match NaiveTime::from_hms_opt(11, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Publishes what was over before `now`. The earliest quarter, of which there are but some weeks of ratings, waits.
pub(super) async fn publish(store: &Store, now: DateTime<Utc>) -> anyhow::Result<()> {
    let catalogue = store.catalogue().await?;
    let Some(top) = catalogue.top() else { return Ok(()) };
    let deputy = super::history::one_with(store, Role::Controller, now).await?;
    let right = deputy.context("the demo has no controller")?.may_publish(top, &catalogue.tree)?;
    let first = store.read(|conn| Box::pin(publications::first_day(conn))).await?;
    let Some(first) = first else { return Ok(()) };
    let whole = |period: &Period| period.first() >= first;
    let mut over: Vec<_> = Period::over(first, tashkent_day(now)).into_iter().filter(whole).collect();
    over.sort_by_key(|period| (period.last(), period.quarters().len()));
    for period in over {
        let at = in_tashkent(period.last() + Days::new(DAYS_AFTER), HOUR);
        if at > now {
            continue;
        }
        let published = store
            .write(move |conn| {
                Box::pin(async move {
                    let seal = publications::draft(conn, period, at).await?.seal;
                    publications::publish(conn, &right, period, (&seal, ""), at).await.map(drop)
                })
            })
            .await;
        match published {
            Ok(()) | Err(NotDone::Refused(_)) => {}
            Err(NotDone::Failed(error)) => {
                return Err(error).context("the demo's results could not be published");
            }
        }
    }
    Ok(())
}
