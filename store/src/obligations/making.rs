//! Makes the obligations that follow from the plan: each measure × each of its organisations × each period.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::calendar::Shift;
use domain::clock::tashkent_day;
use domain::compliance::Class;
use domain::deadline::{Period, Rule};
use domain::ids::OrganisationId;
use domain::obligation::State;

use super::counts;
use crate::organisations::Catalogue;
use crate::query::{all, one, run};
use crate::{Conn, Store, StoreError, registry};

/// How far ahead obligations are made: the list until the end of next month needs two months, reminders two weeks.
pub const HORIZON_DAYS: u64 = 100;

/// Rows of one transaction: taps must not wait behind a whole plan.
const CHUNK: usize = 200;

#[derive(sqlx::FromRow)]
struct MeasureRow {
    id: i64,
    rule: String,
    adopted: NaiveDate,
    ends: Option<NaiveDate>,
    created_at: DateTime<Utc>,
}

/// An obligation to be made.
#[derive(Clone, Copy)]
struct Missing {
    measure: i64,
    organisation: OrganisationId,
    period: Period,
    original_due: NaiveDate,
    due: NaiveDate,
}

/// Writes the obligations that are missing until [`HORIZON_DAYS`] from `today`, and tells how many they were. Doing it
/// again changes nothing.
///
/// A term that comes once is always made, also when it is over. Of a recurring one only what falls due on or after the
/// day on which the plan was entered: nobody is asked for what was due before there was anybody to ask.
pub async fn create_missing(
    store: &Store,
    catalogue: &Catalogue,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<u64, StoreError> {
    let measures = store.read(|conn| Box::pin(measures_with_rules(conn))).await?;
    let mut made = 0;
    for measure in measures {
        let id = measure.id;
        let known = store.read(|conn| Box::pin(known_of(conn, id))).await?;
        let missing = missing_of(&measure, &known, catalogue, today)?;
        for chunk in missing.chunks(CHUNK) {
            let chunk = chunk.to_vec();
            made += store.write(move |conn| Box::pin(async move { insert(conn, &chunk, now).await })).await?;
        }
    }
    Ok(made)
}

/// How many measures make obligations, how many executors in use all measures have, and when a rule was confirmed last.
pub type PlanSize = (i64, i64, Option<DateTime<Utc>>);

/// The size of all plans: while it is the same, nothing is missing that was not missing before.
pub async fn size_of_plan(conn: &mut Conn) -> Result<PlanSize, StoreError> {
    one!(
        conn,
        PlanSize,
        "SELECT (SELECT COUNT(*) FROM measure WHERE rule IS NOT NULL AND rule_state IN ('certain', 'confirmed')),
           (SELECT COUNT(*) FROM measure_executor JOIN organisation ON organisation.id = measure_executor.organisation_id
            WHERE organisation.active = $1),
           (SELECT confirmed_at FROM measure WHERE confirmed_at IS NOT NULL ORDER BY confirmed_at DESC LIMIT 1)",
        true,
    )
}

async fn measures_with_rules(conn: &mut Conn) -> Result<Vec<MeasureRow>, StoreError> {
    all!(
        conn,
        MeasureRow,
        "SELECT measure.id, measure.rule, plan.adopted, plan.ends, plan.created_at
         FROM measure JOIN plan ON plan.id = measure.plan_id
         WHERE measure.rule IS NOT NULL AND measure.rule_state IN ('certain', 'confirmed')
         ORDER BY measure.id"
    )
}

/// The executors of a measure that are in use, each with the periods for which it has an obligation already.
async fn known_of(
    conn: &mut Conn,
    measure: i64,
) -> Result<HashMap<OrganisationId, HashSet<String>>, StoreError> {
    let executors = all!(
        conn,
        (i64,),
        "SELECT organisation.id FROM measure_executor
         JOIN organisation ON organisation.id = measure_executor.organisation_id
         WHERE measure_executor.measure_id = $1 AND organisation.active = $2 ORDER BY organisation.id",
        measure,
        true,
    )?;
    let periods = all!(
        conn,
        (i64, String),
        "SELECT organisation_id, period FROM obligation WHERE measure_id = $1",
        measure,
    )?;
    let mut known: HashMap<_, HashSet<_>> =
        executors.into_iter().map(|(id,)| (OrganisationId(id), HashSet::new())).collect();
    for (organisation, period) in periods {
        if let Some(known) = known.get_mut(&OrganisationId(organisation)) {
            known.insert(period);
        }
    }
    Ok(known)
}

fn missing_of(
    measure: &MeasureRow,
    known: &HashMap<OrganisationId, HashSet<String>>,
    catalogue: &Catalogue,
    today: NaiveDate,
) -> Result<Vec<Missing>, StoreError> {
    let rule: Rule =
        serde_json::from_str(&measure.rule).map_err(|_| StoreError::unknown("rule", measure.rule.clone()))?;
    let horizon = today.checked_add_days(Days::new(HORIZON_DAYS)).unwrap_or(today);
    let last = measure.ends.map_or(horizon, |ends| ends.min(horizon));
    let entered = tashkent_day(measure.created_at);
    let mut missing = Vec::new();
    for (&organisation, periods) in known {
        let week = catalogue.week_of(organisation);
        let working = catalogue.calendar.in_week(week);
        let occurrences = rule.occurrences(measure.adopted, working).take_while(|one| one.due <= last);
        for occurrence in occurrences {
            let wanted = occurrence.period == Period::Once || occurrence.due >= entered;
            if wanted && !periods.contains(&occurrence.period.to_string()) {
                missing.push(Missing {
                    measure: measure.id,
                    organisation,
                    period: occurrence.period,
                    original_due: occurrence.due,
                    due: catalogue.calendar.effective_due(occurrence.due, Shift::default(), week),
                });
            }
        }
    }
    missing.sort_by_key(|one| (one.organisation, one.due));
    Ok(missing)
}

async fn insert(conn: &mut Conn, missing: &[Missing], now: DateTime<Utc>) -> Result<u64, StoreError> {
    let mut made = 0;
    // By organisation, in the order of their numbers: two who make obligations never wait for each other.
    for of_one in missing.chunk_by(|one, next| one.organisation == next.organisation) {
        let Some(first) = of_one.first() else { continue };
        // It may have been closed since it was looked at.
        if registry::stays_in_use(conn, first.organisation).await? {
            made += insert_of(conn, of_one, now).await?;
        }
    }
    Ok(made)
}

async fn insert_of(conn: &mut Conn, missing: &[Missing], now: DateTime<Utc>) -> Result<u64, StoreError> {
    let mut made = 0;
    for one in missing {
        let new = run!(
            conn,
            "INSERT INTO obligation
               (measure_id, organisation_id, period, original_due, due, state, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (measure_id, organisation_id, period) DO NOTHING",
            one.measure,
            one.organisation.0,
            one.period.to_string(),
            one.original_due,
            one.due,
            State::Open.code(),
            now,
        )?;
        if new == 1 {
            counts::add(conn, one.organisation, one.due, Class::Open, 1).await?;
        }
        made += new;
    }
    Ok(made)
}
