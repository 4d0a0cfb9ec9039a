//! When the calendar or the rule of a measure changes, what is still open goes along. What was reported or decided stays.
//!
//! Nobody is made late by a change: a day that would come to lie in the past stays no earlier than the next working day.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::calendar::{DayOff, Shift, Week, WorkingCalendar};
use domain::clock::tashkent_day;
use domain::deadline::Rule;
use domain::ids::{MeasureId, ObligationId, OrganisationId, PersonId};

use super::changes::{BatchKind, Gathered};
use super::dates::{self, DueChange};
use super::ending::{self, Why};
use crate::organisations::{load_calendar, week_from_code};
use crate::plan::{RuleState, rule_from_json};
use crate::query::{all, run};
use crate::{Conn, NotDone, StoreError, registry};

/// A changed day moves only what is due after it, or as many days before it as a rule may count back.
const REACH: Days = Days::new(40);

/// An open obligation, and what its day follows from.
struct Open {
    id: ObligationId,
    organisation: OrganisationId,
    week: Week,
    measure: i64,
    period: String,
    original: NaiveDate,
    due: NaiveDate,
    /// The day that control granted.
    extended: Option<NaiveDate>,
    adopted: NaiveDate,
    /// The rule that makes it, when it binds.
    rule: Option<Rule>,
}

#[derive(sqlx::FromRow)]
struct OpenRow {
    id: i64,
    organisation_id: i64,
    week: String,
    measure_id: i64,
    period: String,
    original_due: NaiveDate,
    due: NaiveDate,
    extended_due: Option<NaiveDate>,
    adopted: NaiveDate,
    rule: Option<String>,
    rule_state: String,
}

macro_rules! select_open {
    ($rest:literal) => {
        concat!(
            "SELECT obligation.id, obligation.organisation_id, organisation.week, obligation.measure_id, obligation.period,
               obligation.original_due, obligation.due, obligation.extended_due, plan.adopted, measure.rule,
               measure.rule_state
             FROM obligation
             JOIN organisation ON organisation.id = obligation.organisation_id
             JOIN measure ON measure.id = obligation.measure_id
             JOIN plan ON plan.id = measure.plan_id
             WHERE obligation.state IN ('open', 'returned') AND ",
            $rest
        )
    };
}

impl OpenRow {
    fn read(self) -> Result<Open, StoreError> {
        let binds = RuleState::from_code(&self.rule_state)?.binds();
        Ok(Open {
            id: ObligationId(self.id),
            organisation: OrganisationId(self.organisation_id),
            week: week_from_code(&self.week)?,
            measure: self.measure_id,
            period: self.period,
            original: self.original_due,
            due: self.due,
            extended: self.extended_due,
            adopted: self.adopted,
            rule: self.rule.filter(|_| binds).map(rule_from_json).transpose()?,
        })
    }
}

/// The days of the plan by measure and week, and in them by period: obligations share them.
#[derive(Default)]
struct PlanDays(HashMap<(i64, Week), HashMap<String, NaiveDate>>);

impl PlanDays {
    /// The day that the rule gives this obligation under this calendar.
    fn of(&mut self, open: &Open, calendar: &WorkingCalendar, last: NaiveDate) -> Option<NaiveDate> {
        let rule = open.rule.as_ref()?;
        let days = self.0.entry((open.measure, open.week)).or_insert_with(|| {
            let occurrences = rule.occurrences(open.adopted, calendar.in_week(open.week));
            occurrences
                .take_while(|one| one.due <= last)
                .map(|one| (one.period.to_string(), one.due))
                .collect()
        });
        days.get(&open.period).copied()
    }
}

/// Moves what is open from the calendar `before` to the one that is kept now. `first` is the earliest day that changed, `names`
/// are those of the days. Gives how many were moved.
pub(crate) async fn follow_calendar(
    conn: &mut Conn,
    before: &WorkingCalendar,
    first: NaiveDate,
    names: &str,
    now: DateTime<Utc>,
) -> Result<u64, StoreError> {
    let after = load_calendar(conn).await?;
    let open = all!(
        conn,
        OpenRow,
        select_open!(
            "obligation.due >= $1 ORDER BY obligation.organisation_id, obligation.due, obligation.id"
        ),
        first.checked_sub_days(REACH).unwrap_or(first),
    )?;
    let open = open.into_iter().map(OpenRow::read).collect::<Result<Vec<_>, _>>()?;
    let last = open.iter().map(|one| one.due.max(one.original)).max().unwrap_or(first) + REACH;
    let (mut days_before, mut days_after) = (PlanDays::default(), PlanDays::default());
    let mut gathered = Gathered::new(BatchKind::Calendar, names, now);
    let mut moved = 0;
    for one in open {
        let day = |days: &mut PlanDays, calendar| {
            let planned = days.of(&one, calendar, last).unwrap_or(one.original);
            counting(planned, one.extended, calendar, one.week)
        };
        let (was, is) = (day(&mut days_before, before), day(&mut days_after, &after));
        if one.extended.is_some() {
            let planned = days_after.of(&one, &after, last).unwrap_or(one.original);
            dates::move_original(
                conn,
                (one.id, one.organisation),
                counting(planned, None, &after, one.week),
                now,
            )
            .await?;
        }
        // A day that moved for another reason is not touched by a calendar that says the same as before.
        if was == is {
            continue;
        }
        let to = not_in_the_past(is, one.due, &after, one.week, now);
        if dates::move_due(conn, one.id, to, DueChange::Calendar { reason: names }, now).await? {
            gathered.add(conn, one.id, one.due, Some(to)).await?;
            moved += 1;
        }
    }
    Ok(moved)
}

/// Brings what is open of a measure under its new rule: what the rule still asks for moves to its day, the rest is cancelled.
pub(crate) async fn follow_rule(
    conn: &mut Conn,
    measure: MeasureId,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let open = all!(
        conn,
        OpenRow,
        select_open!(
            "obligation.measure_id = $1 ORDER BY obligation.organisation_id, obligation.due, obligation.id"
        ),
        measure.0,
    )?;
    let dropped = dropped(conn, measure, None).await?;
    let dropped = of_those_in_use(conn, dropped).await?;
    if open.is_empty() && dropped.is_empty() {
        return Ok(());
    }
    let open = open.into_iter().map(OpenRow::read).collect::<Result<Vec<_>, _>>()?;
    let calendar = load_calendar(conn).await?;
    let last = farthest(open.iter());
    let mut days = PlanDays::default();
    let mut gathered = Gathered::new(BatchKind::Rule, "", now);
    for one in open {
        let Some(planned) = days.of(&one, &calendar, last) else {
            let it = (one.id, one.organisation);
            if let Some(due) = ending::cancel_open(conn, it, Why::Rule, by, now).await? {
                gathered.add(conn, one.id, due, None).await?;
            }
            continue;
        };
        run!(conn, "UPDATE obligation SET original_due = $1 WHERE id = $2", planned, one.id.0)?;
        let counts = counting(planned, None, &calendar, one.week);
        dates::move_original(conn, (one.id, one.organisation), counts, now).await?;
        // What control granted beyond the new day stays granted.
        let is = one.extended.map_or(counts, |granted| granted.max(counts));
        let to = not_in_the_past(is, one.due, &calendar, one.week, now);
        if dates::move_due(conn, one.id, to, DueChange::Rule { by }, now).await? {
            gathered.add(conn, one.id, one.due, Some(to)).await?;
        }
    }
    ask_dropped(conn, dropped, &mut gathered, by, now).await
}

/// Asks an organisation again for what it was not asked for while it was closed, as far as the rule of this measure binds and makes
/// it. What others are asked for stays as it is.
pub(crate) async fn restore(
    conn: &mut Conn,
    measure: MeasureId,
    organisation: OrganisationId,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let dropped = dropped(conn, measure, Some(organisation)).await?;
    ask_dropped(conn, dropped, &mut Gathered::new(BatchKind::Rule, "", now), by, now).await
}

/// Asks again for what the rule makes of these, each with the day since which it was not asked for.
async fn ask_dropped(
    conn: &mut Conn,
    dropped: Vec<(Open, NaiveDate)>,
    gathered: &mut Gathered<'_>,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    if dropped.is_empty() {
        return Ok(());
    }
    let calendar = load_calendar(conn).await?;
    let last = farthest(dropped.iter().map(|(one, _)| one));
    let mut days = PlanDays::default();
    for (one, dropped_on) in dropped {
        let Some(planned) = days.of(&one, &calendar, last) else { continue };
        if ending::ask_again(conn, (one.id, one.organisation), by, now).await?.is_none() {
            continue;
        }
        run!(conn, "UPDATE obligation SET original_due = $1 WHERE id = $2", planned, one.id.0)?;
        let counts = counting(planned, None, &calendar, one.week);
        dates::move_original(conn, (one.id, one.organisation), counts, now).await?;
        let is = one.extended.map_or(counts, |granted| granted.max(counts));
        // Whoever was not asked while the day went by is not late; what was late before is late again.
        let today = tashkent_day(now);
        let passed = is < today && dropped_on <= one.due;
        let to = if passed { calendar.next_working_on_or_after(today, one.week) } else { is };
        dates::move_due(conn, one.id, to, DueChange::Rule { by }, now).await?;
        gathered.add(conn, one.id, to, Some(to)).await?;
    }
    Ok(())
}

/// The last day on which any of these can be due: a period may come to be due later than before, by a year at most.
fn farthest<'a>(all: impl Iterator<Item = &'a Open>) -> NaiveDate {
    all.map(|one| one.due.max(one.original)).max().unwrap_or_default() + Days::new(400)
}

#[derive(sqlx::FromRow)]
struct DroppedRow {
    #[sqlx(flatten)]
    open: OpenRow,
    dropped_at: DateTime<Utc>,
}

/// What is not asked for since the rule of this measure became another one or its organisation was closed, of the organisations in
/// use that still do the measure and up to the end of its plan, or of one of them; each with the day on which that was.
async fn dropped(
    conn: &mut Conn,
    measure: MeasureId,
    only: Option<OrganisationId>,
) -> Result<Vec<(Open, NaiveDate)>, StoreError> {
    let rows = all!(
        conn,
        DroppedRow,
        "SELECT obligation.id, obligation.organisation_id, organisation.week, obligation.measure_id, obligation.period,
           obligation.original_due, obligation.due, obligation.extended_due, plan.adopted, measure.rule,
           measure.rule_state, obligation.dropped_at
         FROM obligation
         JOIN organisation ON organisation.id = obligation.organisation_id
         JOIN measure ON measure.id = obligation.measure_id
         JOIN plan ON plan.id = measure.plan_id
         WHERE obligation.measure_id = $1 AND obligation.state = 'cancelled' AND obligation.dropped_at IS NOT NULL
           AND organisation.active = $2 AND (plan.ends IS NULL OR obligation.original_due <= plan.ends)
           AND EXISTS (SELECT 1 FROM measure_executor
             WHERE measure_executor.measure_id = obligation.measure_id
               AND measure_executor.organisation_id = obligation.organisation_id)
           AND (CAST($3 AS BIGINT) IS NULL OR obligation.organisation_id = $3)
         ORDER BY obligation.organisation_id, obligation.due, obligation.id",
        measure.0,
        true,
        only.map(|id| id.0),
    )?;
    rows.into_iter().map(|row| Ok((row.open.read()?, tashkent_day(row.dropped_at)))).collect()
}

/// Those of them whose organisations are in use, and stay so until all is done: none is closed while it is asked again.
async fn of_those_in_use(
    conn: &mut Conn,
    dropped: Vec<(Open, NaiveDate)>,
) -> Result<Vec<(Open, NaiveDate)>, StoreError> {
    let mut in_use = HashMap::new();
    for (one, _) in &dropped {
        if let Entry::Vacant(place) = in_use.entry(one.organisation) {
            place.insert(registry::stays_in_use(conn, one.organisation).await?);
        }
    }
    Ok(dropped.into_iter().filter(|(one, _)| in_use[&one.organisation]).collect())
}

/// The day that counts: that of the plan moved off days of rest, or the one that control granted unless it became a holiday.
fn counting(
    planned: NaiveDate,
    extended: Option<NaiveDate>,
    calendar: &WorkingCalendar,
    week: Week,
) -> NaiveDate {
    match extended {
        None => calendar.effective_due(planned, Shift::default(), week),
        Some(granted) => match calendar.why_not_working(granted, week) {
            Some(DayOff::Named(_)) => calendar.next_working_on_or_after(granted, week),
            Some(DayOff::Weekend) | None => granted,
        },
    }
}

fn not_in_the_past(
    to: NaiveDate,
    due: NaiveDate,
    calendar: &WorkingCalendar,
    week: Week,
    now: DateTime<Utc>,
) -> NaiveDate {
    let today = tashkent_day(now);
    if to >= due || to >= today {
        to
    } else {
        to.max(due.min(calendar.next_working_on_or_after(today, week)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_granted_day_stays_unless_it_became_a_holiday() {
        let calendar = WorkingCalendar::builtin();
        for (planned, extended, expected) in [
            ("2026-11-21", None, "2026-11-23"),
            ("2026-11-20", Some("2026-12-05"), "2026-12-05"),
            ("2026-11-20", Some("2026-12-08"), "2026-12-09"),
        ] {
            let counts = counting(day(planned), extended.map(day), &calendar, Week::Five);
            assert_eq!(counts, day(expected), "{planned} {extended:?}");
        }
    }

    #[test]
    fn nobody_is_made_late_by_a_change() {
        let calendar = WorkingCalendar::builtin();
        // Wednesday.
        let now = "2026-11-25T05:00:00Z".parse().unwrap();
        for (to, due, expected) in [
            ("2026-12-10", "2026-11-30", "2026-12-10"),
            ("2026-11-25", "2026-11-30", "2026-11-25"),
            ("2026-11-10", "2026-11-30", "2026-11-25"),
            ("2026-11-10", "2026-11-20", "2026-11-20"),
            ("2026-11-18", "2026-11-16", "2026-11-18"),
        ] {
            let moved = not_in_the_past(day(to), day(due), &calendar, Week::Five, now);
            assert_eq!(moved, day(expected), "{to} {due}");
        }
    }
}
