//! The obligations as they stood at the end of a day, rebuilt from the record of events.
//!
//! What was closed for good before that moment, and never moved, stands today as it stood then. Everything else is told again from its events, so
//! the cost grows with what is open and what has happened since, and not with the age of the city.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::answers::AnswerKind;
use domain::clock::{in_tashkent, tashkent_day};
use domain::deadline::Period;
use domain::ids::{MeasureId, ObligationId, OrganisationId};
use domain::obligation::{Standing, State};
use domain::past::{Happened, Step, Stood};
use domain::people::Scope;
use serde::Deserialize;

use super::{in_scope, only};
use crate::obligations::{answer_kind_from_code, state_from_code};
use crate::query::{all, maybe};
use crate::{Conn, StoreError};

/// An obligation as it stood at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastObligation {
    /// Its number.
    pub id: ObligationId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The measure it comes from.
    pub measure: MeasureId,
    /// What it answers for.
    pub period: Period,
    /// How it stood.
    pub stood: Stood,
}

impl PastObligation {
    /// How it stood on `day`.
    pub fn standing(&self, day: NaiveDate) -> Standing {
        self.stood.standing(day)
    }
}

/// The moment at which a day of Tashkent is over.
pub fn end_of(day: NaiveDate) -> DateTime<Utc> {
    in_tashkent(day.succ_opt().unwrap_or(day), NaiveTime::MIN)
}

/// The first day of which anything is on record: an event, or an obligation that was made.
pub async fn first_day(conn: &mut Conn) -> Result<Option<NaiveDate>, StoreError> {
    let event = maybe!(conn, (DateTime<Utc>,), "SELECT at FROM event ORDER BY id LIMIT 1")?;
    let made = maybe!(conn, (DateTime<Utc>,), "SELECT created_at FROM obligation ORDER BY id LIMIT 1")?;
    Ok([event, made].into_iter().flatten().map(|(at,)| tashkent_day(at)).min())
}

#[derive(sqlx::FromRow)]
struct NowRow {
    id: i64,
    organisation_id: i64,
    measure_id: i64,
    period: String,
    due: NaiveDate,
    state: String,
    submitted_at: Option<DateTime<Utc>>,
    last_answer: Option<String>,
    last_answer_at: Option<DateTime<Utc>>,
    promised: Option<NaiveDate>,
    decided_at: Option<DateTime<Utc>>,
    due_version: i64,
}

/// The version of a due day that never moved.
const NEVER_MOVED: i64 = 1;

impl NowRow {
    /// How it stood before the moment `end`, by what happened to it. Whatever was closed before, and never moved, is told by its
    /// row.
    fn at(self, end: DateTime<Utc>, happened: &[Happened]) -> Result<PastObligation, StoreError> {
        let state = state_from_code(self.state)?;
        let closed = matches!(state, State::Accepted | State::Cancelled);
        let stood = if closed && self.due_version == NEVER_MOVED && self.decided_at.is_some_and(|at| at < end)
        {
            let kind = self.last_answer.map(answer_kind_from_code).transpose()?;
            let (submitted_at, promised) = (self.submitted_at, self.promised);
            let answer = kind.zip(self.last_answer_at);
            let due = self.due;
            Stood { state, due, original: None, submitted_at, returned_at: None, answer, promised }
        } else {
            Stood::before(end, self.due, happened)
        };
        Ok(PastObligation {
            id: ObligationId(self.id),
            organisation: OrganisationId(self.organisation_id),
            measure: MeasureId(self.measure_id),
            period: self.period.parse().map_err(|_| StoreError::unknown("period", self.period))?,
            stood,
        })
    }
}

/// The beginning of every query that makes a [`NowRow`].
macro_rules! select_now {
    ($($rest:expr),+) => {
        concat!(
            "SELECT id, organisation_id, measure_id, period, due, state, submitted_at, last_answer, last_answer_at, promised,
               decided_at, due_version
             FROM obligation WHERE ",
            $($rest),+
        )
    };
}

/// The events that tell how an obligation stands.
macro_rules! telling {
    () => {
        "event.action IN ('answered', 'promised', 'taken_back', 'accepted', 'returned', 'undone', 'cancelled',
           'plan_ended', 'organisation_closed', 'rule_dropped', 'rule_restored', 'extended', 'original_moved',
           'day_moved', 'rule_changed')"
    };
}

/// The obligations that there were at the end of `day`, as they stood then. What was closed by then and due before `since` is left
/// out: no board of a later span counts it.
pub async fn as_of(
    conn: &mut Conn,
    scope: &Scope,
    day: NaiveDate,
    since: NaiveDate,
) -> Result<Vec<PastObligation>, StoreError> {
    let (end, scope) = (end_of(day), only(scope));
    let rows = all!(
        conn,
        NowRow,
        concat!(
            select_now!("due >= $1 AND created_at < $2 AND ", in_scope!("organisation_id", "$3")),
            " UNION ALL ",
            select_now!(
                "due < $1 AND created_at < $2
                   AND (state IN ('open', 'returned', 'reported') OR decided_at IS NULL OR decided_at >= $2
                     OR due_version <> $4) AND ",
                in_scope!("organisation_id", "$3")
            )
        ),
        since,
        end,
        scope.as_deref(),
        NEVER_MOVED,
    )?;
    let histories = histories(conn, scope.as_deref(), None, end).await?;
    told(rows, &histories, end)
}

/// The obligations of these measures that there were at the end of `day`, of all organisations.
pub async fn measures_as_of(
    conn: &mut Conn,
    measures: &[MeasureId],
    day: NaiveDate,
) -> Result<Vec<PastObligation>, StoreError> {
    let (end, measures) = (end_of(day), serde_json::json!(measures).to_string());
    let rows = all!(
        conn,
        NowRow,
        select_now!("measure_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND created_at < $2"),
        measures.as_str(),
        end,
    )?;
    let histories = histories(conn, None, Some(&measures), end).await?;
    told(rows, &histories, end)
}

/// One obligation as it stood at the end of `day`; `None` when there was none.
pub async fn one_as_of(
    conn: &mut Conn,
    id: ObligationId,
    day: NaiveDate,
) -> Result<Option<PastObligation>, StoreError> {
    let end = end_of(day);
    let row = maybe!(conn, NowRow, select_now!("id = $1 AND created_at < $2"), id.0, end)?;
    let Some(row) = row else { return Ok(None) };
    let events = all!(
        conn,
        EventRow,
        concat!(
            "SELECT event.subject_id, event.at, event.action, event.before, event.after FROM event
             WHERE event.subject = 'obligation' AND event.subject_id = $1 AND ",
            telling!(),
            " ORDER BY event.id"
        ),
        id.0,
    )?;
    let happened = by_obligation(events)?.remove(&id.0).unwrap_or_default();
    row.at(end, &happened).map(Some)
}

fn told(
    rows: Vec<NowRow>,
    histories: &BTreeMap<i64, Vec<Happened>>,
    end: DateTime<Utc>,
) -> Result<Vec<PastObligation>, StoreError> {
    let rows = rows.into_iter().map(|row| {
        let happened = histories.get(&row.id).map_or(&[][..], Vec::as_slice);
        row.at(end, happened)
    });
    let mut all = rows.collect::<Result<Vec<PastObligation>, _>>()?;
    // Asked to sort, SQLite would walk through the whole table for it.
    all.sort_unstable_by_key(|one| one.id);
    Ok(all)
}

#[derive(sqlx::FromRow)]
struct EventRow {
    subject_id: i64,
    at: DateTime<Utc>,
    action: String,
    before: Option<String>,
    after: Option<String>,
}

/// What an event of an obligation says about it.
#[derive(Debug, Default, Deserialize)]
struct Said {
    state: Option<State>,
    due: Option<NaiveDate>,
    original: Option<NaiveDate>,
    answer: Option<AnswerKind>,
    answered_at: Option<DateTime<Utc>>,
    promised: Option<NaiveDate>,
}

impl EventRow {
    fn read(&self) -> Result<Option<Step>, StoreError> {
        let (before, after) = (said(self.before.as_deref())?, said(self.after.as_deref())?);
        let step = match self.action.as_str() {
            "answered" => after.answer.zip(after.state).map(|(kind, to)| {
                let promised = after.promised;
                Step::Answered { kind, to, promised }
            }),
            "promised" => after.promised.map(|day| Step::Promised { with: after.answered_at, day }),
            "undone" => after.state.map(|to| Step::Undone { to }),
            "taken_back" => after.state.map(|to| Step::TakenBack { to }),
            "extended" => before.due.zip(after.due).map(|(from, to)| Step::Extended { from, to }),
            "original_moved" => after.original.map(|to| Step::OriginalMoved { to }),
            "day_moved" | "rule_changed" => {
                before.due.zip(after.due).map(|(from, to)| Step::Moved { from, to })
            }
            _ => after.state.map(|to| Step::Decided { to }),
        };
        Ok(step)
    }
}

fn said(json: Option<&str>) -> Result<Said, StoreError> {
    let Some(json) = json else { return Ok(Said::default()) };
    serde_json::from_str(json).map_err(|_| StoreError::unknown("event of an obligation", json.to_owned()))
}

/// All that ever happened to the obligations that were not closed for good before `end`. A cross join says to SQLite where to
/// begin: otherwise it reads every event there is.
async fn histories(
    conn: &mut Conn,
    scope: Option<&str>,
    measures: Option<&str>,
    end: DateTime<Utc>,
) -> Result<BTreeMap<i64, Vec<Happened>>, StoreError> {
    let rows = all!(
        conn,
        EventRow,
        concat!(
            "SELECT event.subject_id, event.at, event.action, event.before, event.after
             FROM obligation CROSS JOIN event
             WHERE event.subject = 'obligation' AND event.subject_id = obligation.id AND obligation.created_at < $1
               AND (obligation.state IN ('open', 'returned', 'reported') OR obligation.decided_at IS NULL
                 OR obligation.decided_at >= $1 OR obligation.due_version <> $3)
               AND (CAST($4 AS TEXT) IS NULL
                 OR obligation.measure_id IN (SELECT CAST(value AS BIGINT) FROM json_each($4)))
               AND ",
            telling!(),
            " AND ",
            in_scope!("obligation.organisation_id", "$2"),
            " ORDER BY obligation.id, event.id"
        ),
        end,
        scope,
        NEVER_MOVED,
        measures,
    )?;
    by_obligation(rows)
}

fn by_obligation(rows: Vec<EventRow>) -> Result<BTreeMap<i64, Vec<Happened>>, StoreError> {
    let mut histories: BTreeMap<i64, Vec<Happened>> = BTreeMap::new();
    for row in rows {
        if let Some(step) = row.read()? {
            histories.entry(row.subject_id).or_default().push((row.at, step));
        }
    }
    Ok(histories)
}
