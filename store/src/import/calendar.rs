//! Days that differ from the plain week.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::{CalendarDay, Certainty, DayKind, Weeks, WorkingCalendar};
use domain::ids::PersonId;
use domain::people::MayAdminister;
use serde_json::{Value, json};

use super::{Change, Differences, actor};
use crate::events::{self, Event};
use crate::organisations::load_calendar;
use crate::query::{maybe, one, run};
use crate::{Conn, NotDone, StoreError, obligations};

/// What a row says of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDraft {
    /// The day.
    pub date: NaiveDate,
    /// For whom.
    pub weeks: Weeks,
    /// What the day is; `None` for a day that is like any other again.
    pub kind: Option<DayKind>,
    /// Its name.
    pub name: String,
    /// How sure it is.
    pub certain: Certainty,
    /// Where that is written.
    pub source: String,
}

#[derive(sqlx::FromRow)]
struct Known {
    kind: String,
    name: String,
    certainty: String,
}

/// What came of a change of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarImported {
    /// What became of each row.
    pub changes: Vec<Change>,
    /// How many open obligations are due on another day now.
    pub moved: u64,
}

/// Takes in days, and moves what is open and due on another day because of them. Those who answer for it hear of it.
pub async fn calendar(
    conn: &mut Conn,
    right: &MayAdminister,
    drafts: &[CalendarDraft],
    now: DateTime<Utc>,
) -> Result<CalendarImported, NotDone> {
    let actor = actor(right)?;
    let before = load_calendar(conn).await?;
    let mut changes = Vec::with_capacity(drafts.len());
    for draft in drafts {
        changes.push(one_day(conn, draft).await?);
    }
    record(conn, actor, drafts, &changes, now).await?;
    let different: Vec<_> =
        drafts.iter().zip(&changes).filter(|(_, change)| **change != Change::Unchanged).collect();
    let Some(first) = different.iter().map(|(draft, _)| draft.date).min() else {
        return Ok(CalendarImported { changes, moved: 0 });
    };
    let mut names: Vec<_> = different.iter().map(|(draft, _)| draft.name.as_str()).collect();
    names.dedup();
    let moved = obligations::follow_calendar(conn, &before, first, &names.join(", "), now).await?;
    Ok(CalendarImported { changes, moved })
}

/// Fills an empty calendar with the days that come with the program. Gives how many.
pub async fn seed_calendar(conn: &mut Conn) -> Result<u64, StoreError> {
    let (kept,) = one!(conn, (i64,), "SELECT CAST(count(*) AS BIGINT) FROM calendar_day")?;
    if kept > 0 {
        return Ok(0);
    }
    let calendar = WorkingCalendar::builtin();
    for day in calendar.days() {
        add(conn, &CalendarDraft::builtin(day)).await?;
    }
    Ok(calendar.days().len() as u64)
}

impl CalendarDraft {
    fn builtin(day: &CalendarDay) -> Self {
        Self {
            date: day.date,
            weeks: day.weeks,
            kind: Some(day.kind),
            name: day.name.clone(),
            certain: day.certain,
            source: "builtin".to_owned(),
        }
    }
}

async fn one_day(conn: &mut Conn, draft: &CalendarDraft) -> Result<Change, StoreError> {
    let known = maybe!(
        conn,
        Known,
        "SELECT kind, name, certainty FROM calendar_day WHERE day = $1 AND weeks = $2",
        draft.date,
        word(draft.weeks),
    )?;
    if draft.weeks == Weeks::All {
        // What was said of one week only is said of all now.
        run!(conn, "DELETE FROM calendar_day WHERE day = $1 AND weeks <> $2", draft.date, word(draft.weeks))?;
    }
    let change = match (&known, draft.kind) {
        (None, None) => Change::Unchanged,
        (None, Some(_)) => Change::New,
        (Some(_), None) => Change::Removed,
        (Some(known), Some(kind)) => differences(known, draft, kind).into_change(),
    };
    if change == Change::Unchanged {
        return Ok(change);
    }
    run!(conn, "DELETE FROM calendar_day WHERE day = $1 AND weeks = $2", draft.date, word(draft.weeks),)?;
    add(conn, draft).await?;
    Ok(change)
}

/// Where a day is written is kept, but the same day from another source is no change.
fn differences(known: &Known, draft: &CalendarDraft, kind: DayKind) -> Differences {
    let mut differences = Differences::default();
    differences.text("kind", &known.kind, &word(kind));
    differences.text("name_uz_latn", &known.name, &draft.name);
    differences.text("certainty", &known.certainty, &word(draft.certain));
    differences
}

async fn add(conn: &mut Conn, draft: &CalendarDraft) -> Result<(), StoreError> {
    let Some(kind) = draft.kind else { return Ok(()) };
    run!(
        conn,
        "INSERT INTO calendar_day (day, weeks, kind, name, certainty, source) VALUES ($1, $2, $3, $4, $5, $6)",
        draft.date,
        word(draft.weeks),
        word(kind),
        draft.name.as_str(),
        word(draft.certain),
        draft.source.as_str(),
    )?;
    Ok(())
}

/// One event for the whole table: days have no numbers of their own.
async fn record(
    conn: &mut Conn,
    actor: Option<PersonId>,
    drafts: &[CalendarDraft],
    changes: &[Change],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let told = drafts.iter().zip(changes).filter(|(_, change)| **change != Change::Unchanged);
    let days: Vec<Value> = told
        .map(|(draft, _)| json!({ "day": draft.date, "weeks": draft.weeks, "kind": draft.kind, "name": draft.name }))
        .collect();
    if days.is_empty() {
        return Ok(());
    }
    let event = Event {
        at: now,
        actor,
        action: "imported",
        subject: "calendar",
        subject_id: None,
        organisation: None,
        before: None,
        after: Some(Value::Array(days)),
        reason: None,
    };
    events::record(conn, &event).await
}

/// The word by which a value of the calendar is kept: the same as in its tables.
fn word(value: impl serde::Serialize) -> String {
    json!(value).as_str().unwrap_or_default().to_owned()
}
