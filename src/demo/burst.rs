//! Somebody who gave a service thirty-four fives on a quiet evening: what a reviewer finds in the demo.

use anyhow::Context;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use domain::clock::{in_tashkent, tashkent_day};
use domain::ratings::Mark;
use store::Store;
use store::organisations::Catalogue;
use store::ratings::{Vote, rate};

use super::chance::Chance;

const VOTES: u64 = 34;
/// Seconds between two of them.
const PACE: u64 = 14;

const EVENING: NaiveTime = match NaiveTime::from_hms_opt(19, 40, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Gives the marks on the evening before `now`, at the first point of the city.
pub(super) async fn write(store: &Store, catalogue: &Catalogue, now: DateTime<Utc>) -> anyhow::Result<()> {
    let point = catalogue.points.values().min_by_key(|point| point.id);
    let service = point.and_then(|point| catalogue.services.get(&point.service));
    let (Some(point), Some(service)) = (point, service) else { return Ok(()) };
    let yesterday = tashkent_day(now).pred_opt().context("there is a day before today")?;
    let mut chance = Chance::seeded(34);
    let votes: Vec<_> = (0..VOTES)
        .map(|number| {
            let vote = Vote {
                service: service.id,
                point: Some(point.id),
                organisation: service.organisation,
                voter: format!("{:016x}{:016x}", chance.number(), chance.number()),
                mark: Mark::ALL[0],
                day: yesterday,
                case_due: None,
                limits: catalogue.limits,
            };
            let seconds = i64::try_from(number * PACE).unwrap_or_default();
            (vote, in_tashkent(yesterday, EVENING) + TimeDelta::seconds(seconds))
        })
        .collect();
    let kept: Result<(), store::StoreError> = store
        .write(move |conn| {
            Box::pin(async move {
                for (vote, at) in votes {
                    rate(conn, &vote, at).await?;
                }
                Ok(())
            })
        })
        .await;
    kept.context("the demo's burst could not be written")
}
