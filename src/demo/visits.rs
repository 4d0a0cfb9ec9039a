//! A counter of the demo that takes marks with visit codes only: some were given already, and some slips wait to be scanned.

use anyhow::Context;
use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use domain::clock::{in_tashkent, tashkent_day};
use domain::links::Payload;
use domain::people::{MayAdminister, MayHandOut};
use domain::ratings::Mark;
use domain::visits::{USUAL_DAYS, VisitCode};
use store::organisations::{Catalogue, Point, Service};
use store::ratings::Vote;
use store::secret::SecretKey;
use store::visits::{self, Brought};
use store::{NotDone, Store, points};

use super::chance::Chance;

/// Which point of the city asks for codes: not the first, where a newcomer scans a poster.
const PLACE: usize = 3;
/// Since so many days.
const SINCE: u64 = 14;
/// A sheet of then, and how many of its codes were used.
const SHEET: u32 = 64;
const USED: usize = 23;
/// Slips that wait to be scanned.
const SLIPS: u32 = 4;

const MORNING: NaiveTime = match NaiveTime::from_hms_opt(10, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// A slip in the hand of a newcomer.
#[derive(Clone)]
pub(super) struct Slip {
    pub(super) code: VisitCode,
    pub(super) payload: Payload,
}

/// Makes a point ask for codes, as if it had done so for two weeks.
pub(super) async fn write(
    store: &Store,
    secret: &SecretKey,
    catalogue: &Catalogue,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let mut points: Vec<&Point> = catalogue.points.values().collect();
    points.sort_by_key(|point| point.id);
    let point = points.get(PLACE).copied();
    let service = point.and_then(|point| catalogue.services.get(&point.service));
    let (Some(point), Some(service)) = (point, service) else { return Ok(()) };
    let today = tashkent_day(now);
    let begun = in_tashkent(today - Days::new(SINCE), MORNING);
    let codes = sheet(store, secret, (point, service), SHEET, begun).await?;
    let votes = votes(catalogue, secret, (point, service), &codes, begun);
    let id = point.id;
    let kept: Result<(), NotDone> = store
        .write(move |conn| {
            Box::pin(async move {
                points::ask_for_code(conn, &MayAdminister::at_the_machine(), id, true, begun).await?;
                for (vote, brought, at) in votes {
                    store::responses::opened(conn, vote.service, vote.day).await?;
                    visits::rate(conn, &vote, Some(&brought), at).await?;
                }
                Ok(())
            })
        })
        .await;
    kept.context("the demo's marks with codes could not be written")?;
    store.forget_catalogue();
    Ok(())
}

/// A mark with each of the first codes, one or two a day.
fn votes(
    catalogue: &Catalogue,
    secret: &SecretKey,
    (point, service): (&Point, &Service),
    codes: &[VisitCode],
    begun: DateTime<Utc>,
) -> Vec<(Vote, Brought, DateTime<Utc>)> {
    let mut chance = Chance::seeded(22);
    let used = codes.iter().take(USED).zip(0_i32..);
    let votes = used.map(|(code, number)| {
        let at = begun + TimeDelta::hours(12) * number + TimeDelta::minutes(7);
        let day = tashkent_day(at);
        let good = chance.percent(70);
        let vote = Vote {
            service: service.id,
            point: Some(point.id),
            organisation: service.organisation,
            voter: format!("{:016x}{:016x}", chance.number(), chance.number()),
            mark: Mark::ALL[usize::from(!good)],
            day,
            case_due: None,
            limits: catalogue.limits,
        };
        let guesser = secret.guesser(day, number.into());
        (vote, Brought { hash: secret.visit_code(code), guesser, day }, at)
    });
    votes.collect()
}

/// Slips of the points that ask for codes now, new at every start: codes are told once.
pub(super) async fn slips(
    store: &Store,
    secret: &SecretKey,
    now: DateTime<Utc>,
) -> anyhow::Result<Vec<Slip>> {
    let catalogue = store.catalogue().await?;
    let mut asking: Vec<&Point> = catalogue.points.values().filter(|point| point.asks_for_code).collect();
    asking.sort_by_key(|point| point.id);
    let first = asking.first().and_then(|point| Some((*point, catalogue.services.get(&point.service)?)));
    let Some((point, service)) = first else { return Ok(Vec::new()) };
    let codes = sheet(store, secret, (point, service), SLIPS, now).await?;
    let slip = |code| Slip { code, payload: Payload::Visit { point: point.code.clone(), code } };
    Ok(codes.into_iter().map(slip).collect())
}

async fn sheet(
    store: &Store,
    secret: &SecretKey,
    (point, service): (&Point, &Service),
    number: u32,
    at: DateTime<Utc>,
) -> anyhow::Result<Vec<VisitCode>> {
    let (secret, right, id) = (secret.clone(), MayHandOut::at_the_machine(service.organisation), point.id);
    let valid_on = tashkent_day(at) + Days::new(USUAL_DAYS.into());
    let made = store
        .write(move |conn| {
            Box::pin(async move {
                let codes = visits::fresh(conn, &secret, number).await?;
                visits::keep_sheet(conn, &secret, &right, id, &codes, valid_on, at).await?;
                Ok::<_, NotDone>(codes)
            })
        })
        .await;
    made.context("the demo's codes could not be made")
}
