//! Obligations: how they come to be, how they are answered, and what control decides.
//!
//! Each act asks the rules of `domain::obligation` first, and then writes the obligation, the answer, the counts of its
//! month, the event and the news together, in the caller's transaction.

mod acts;
mod changes;
mod counts;
mod dates;
mod decided;
mod decisions;
mod ending;
mod extensions;
mod following;
mod making;
mod taking_back;
mod together;
mod undoing;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ageing::{Ball, Steps};
use domain::answers::{AnswerKind, LastWord};
use domain::clock::tashkent_day;
use domain::deadline::Period;
use domain::evidence::Need;
use domain::ids::{MeasureId, ObligationId, OrganisationId, PersonId, PlanId};
use domain::language::Names;
use domain::obligation::{Standing, State, standing};
use domain::people::Scope;

use crate::boards::{in_scope, only};
use crate::organisations::Catalogue;
use crate::query::{all, maybe};
use crate::wording::{MechanismRow, SectionRow, TextRow};
use crate::{Conn, StoreError};

pub use acts::{Answered, accept, answer, cancel, send_back};
pub use changes::{Batch, BatchKind, DueMove, take_batch};
pub use dates::{DueChange, move_due};
pub use decided::{KeptDecision, KeptPart, forget_decisions, kept_decision, undoable};
pub use decisions::{Decision, Ending, decision};
pub(crate) use ending::drop_of_closed;
pub use ending::end_plan;
pub use extensions::{
    Extension, ask_more, count_extensions_waiting, extension, extensions_of, extensions_waiting, grant_more,
    refuse_more, undecided, withdraw_more,
};
pub(crate) use following::{follow_calendar, follow_rule, restore};
pub use making::{HORIZON_DAYS, PlanSize, create_missing, size_of_plan};
pub use taking_back::take_back;
pub use together::{OneOf, Outcome, Verdict, decide_together, reported_by};
pub(crate) use undoing::can_be_taken_back;
pub use undoing::{decide_for_now, overtaken, undo};

/// How often an act looks again when somebody else was quicker.
const TRIES: usize = 5;

/// An obligation with all that a screen or a message says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObligationView {
    /// Its number.
    pub id: ObligationId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// The plan that asks for it,
    pub plan: PlanId,
    /// and the measure it comes from.
    pub measure: MeasureId,
    /// The measure's number in the plan.
    pub measure_number: i64,
    /// The section of the plan.
    pub section: Names,
    /// What is to be done.
    pub text: Names,
    /// How, and what should come of it.
    pub mechanism: Names,
    /// The number of the decree.
    pub plan_number: String,
    /// The day on which the decree was adopted.
    pub adopted: NaiveDate,
    /// What it answers for.
    pub period: Period,
    /// The date of the plan.
    pub original_due: NaiveDate,
    /// The day that counts.
    pub due: NaiveDate,
    /// Grows when the day moves.
    pub due_version: i64,
    /// Where it stands.
    pub state: State,
    /// Grows with every change of state.
    pub state_version: i64,
    /// When the report that counts was made.
    pub submitted_at: Option<DateTime<Utc>>,
    /// The Tashkent day of it.
    pub submitted_on: Option<NaiveDate>,
    /// The kind of the last answer.
    pub last_answer: Option<AnswerKind>,
    /// When it was given.
    pub last_answer_at: Option<DateTime<Utc>>,
    /// The day that the officer promised.
    pub promised: Option<NaiveDate>,
    /// The day that counted before more time was granted for the first time.
    pub extended_from: Option<NaiveDate>,
    /// When more time was asked for, while nobody has decided.
    pub asked_more_at: Option<DateTime<Utc>>,
    /// When control last decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// When the plan made it.
    pub made_at: DateTime<Utc>,
    /// Who alone does it, and their name; none: all officers of the organisation.
    pub assignee: Option<(PersonId, String)>,
    /// Whether "done" needs a proof.
    pub evidence: Need,
}

impl ObligationView {
    /// What was said of it last.
    pub fn last_word(&self) -> Option<LastWord> {
        LastWord::of(self.state, self.last_answer.zip(self.last_answer_at), self.decided_at)
    }

    /// Whom it waits for on `today`; nobody once it is closed. Officers count their own working days, control those of the body
    /// above all others.
    pub fn ball(&self, today: NaiveDate, patience: u32, catalogue: &Catalogue) -> Option<Ball> {
        let steps = Steps {
            state: self.state,
            made: tashkent_day(self.made_at),
            decided: self.decided_at.map(tashkent_day),
            submitted: self.submitted_on,
            asked_more: self.asked_more_at.map(tashkent_day),
        };
        let with_control = self.state == State::Reported || self.asked_more_at.is_some();
        let top = catalogue.tree.path_up(self.organisation).last();
        let counting = top.filter(|_| with_control).unwrap_or(self.organisation);
        steps.ball(today, patience, catalogue.calendar.in_week(catalogue.week_of(counting)))
    }

    /// How it stands on `today`.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        standing(self.state, self.due, self.submitted_on, self.last_answer.is_some(), today)
    }
}

/// A row of a query that [`select_views`] begins.
#[derive(sqlx::FromRow)]
pub(crate) struct ViewRow {
    id: i64,
    organisation_id: i64,
    plan_id: i64,
    measure_id: i64,
    measure_number: i64,
    #[sqlx(flatten)]
    section: SectionRow,
    #[sqlx(flatten)]
    text: TextRow,
    #[sqlx(flatten)]
    mechanism: MechanismRow,
    plan_number: String,
    adopted: NaiveDate,
    period: String,
    original_due: NaiveDate,
    due: NaiveDate,
    due_version: i64,
    state: String,
    state_version: i64,
    submitted_at: Option<DateTime<Utc>>,
    submitted_on: Option<NaiveDate>,
    last_answer: Option<String>,
    last_answer_at: Option<DateTime<Utc>>,
    promised: Option<NaiveDate>,
    extended_from: Option<NaiveDate>,
    asked_more_at: Option<DateTime<Utc>>,
    decided_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    assignee_id: Option<i64>,
    assignee: Option<String>,
    evidence: String,
}

impl TryFrom<ViewRow> for ObligationView {
    type Error = StoreError;

    fn try_from(row: ViewRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: ObligationId(row.id),
            organisation: OrganisationId(row.organisation_id),
            plan: PlanId(row.plan_id),
            measure: MeasureId(row.measure_id),
            measure_number: row.measure_number,
            section: row.section.into(),
            text: row.text.into(),
            mechanism: row.mechanism.into(),
            plan_number: row.plan_number,
            adopted: row.adopted,
            period: row.period.parse().map_err(|_| StoreError::unknown("period", row.period))?,
            original_due: row.original_due,
            due: row.due,
            due_version: row.due_version,
            state: state_from_code(row.state)?,
            state_version: row.state_version,
            submitted_at: row.submitted_at,
            submitted_on: row.submitted_on,
            last_answer: row.last_answer.map(answer_kind_from_code).transpose()?,
            last_answer_at: row.last_answer_at,
            promised: row.promised,
            extended_from: row.extended_from,
            asked_more_at: row.asked_more_at,
            decided_at: row.decided_at,
            made_at: row.created_at,
            assignee: row.assignee_id.map(PersonId).zip(row.assignee),
            evidence: need_from_code(row.evidence)?,
        })
    }
}

pub(crate) fn state_from_code(code: String) -> Result<State, StoreError> {
    State::from_code(&code).ok_or_else(|| StoreError::unknown("state of an obligation", code))
}

pub(crate) fn answer_kind_from_code(code: String) -> Result<AnswerKind, StoreError> {
    AnswerKind::from_code(&code).ok_or_else(|| StoreError::unknown("kind of answer", code))
}

pub(crate) fn need_from_code(code: String) -> Result<Need, StoreError> {
    Need::from_code(&code).ok_or_else(|| StoreError::unknown("need of evidence", code))
}

/// The beginning of every query that makes an [`ObligationView`].
macro_rules! select_views {
    ($($rest:tt)*) => {
        concat!(
            "SELECT obligation.id, obligation.organisation_id, measure.plan_id, obligation.measure_id,
               measure.number AS measure_number, ",
            $crate::wording::measure_section!(),
            ", ",
            $crate::wording::measure_text!(),
            ", ",
            $crate::wording::measure_mechanism!(),
            ", plan.number AS plan_number, plan.adopted,
               obligation.period, obligation.original_due, obligation.due, obligation.due_version, obligation.state,
               obligation.state_version, obligation.submitted_at, obligation.submitted_on, obligation.last_answer,
               obligation.last_answer_at, obligation.promised, obligation.extended_from, obligation.asked_more_at,
               obligation.decided_at, obligation.created_at, obligation.assignee_id, assignee.name AS assignee,
               measure.evidence
             FROM obligation
             LEFT JOIN person assignee ON assignee.id = obligation.assignee_id
             JOIN measure ON measure.id = obligation.measure_id
             JOIN plan ON plan.id = measure.plan_id ",
            $($rest)*
        )
    };
}

pub(crate) use select_views;

/// One obligation.
pub async fn view(conn: &mut Conn, id: ObligationId) -> Result<Option<ObligationView>, StoreError> {
    let row = maybe!(conn, ViewRow, select_views!("WHERE obligation.id = $1"), id.0)?;
    row.map(TryInto::try_into).transpose()
}

/// The open and returned obligations of one organisation, the earliest due first, at most `limit`.
pub async fn open_of(
    conn: &mut Conn,
    organisation: OrganisationId,
    limit: i64,
) -> Result<Vec<ObligationView>, StoreError> {
    let rows = all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE obligation.organisation_id = $1 AND obligation.state IN ('open', 'returned')
             ORDER BY obligation.due, obligation.id LIMIT $2"
        ),
        organisation.0,
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// What is open or returned and overdue at a moment, the earliest due first; without what was decided about and may be a report
/// again. `$which` narrows it by the value `$2`.
macro_rules! overdue {
    ($conn:expr, $which:expr, $value:expr, $now:expr) => {{
        let rows = all!(
            $conn,
            ViewRow,
            select_views!(
                "WHERE obligation.state IN ('open', 'returned') AND obligation.due < $1 AND ",
                $which,
                " AND NOT ",
                can_be_taken_back!("obligation.id", "$3"),
                " ORDER BY obligation.due, obligation.id"
            ),
            tashkent_day($now),
            $value,
            $now,
        )?;
        rows.into_iter().map(TryInto::try_into).collect()
    }};
}

/// What is overdue in a scope.
pub(crate) async fn overdue_in(
    conn: &mut Conn,
    scope: &Scope,
    now: DateTime<Utc>,
) -> Result<Vec<ObligationView>, StoreError> {
    overdue!(conn, in_scope!("obligation.organisation_id", "$2"), only(scope), now)
}

/// What is overdue among these obligations, a list of their numbers as JSON.
pub(crate) async fn overdue_among(
    conn: &mut Conn,
    items: &str,
    now: DateTime<Utc>,
) -> Result<Vec<ObligationView>, StoreError> {
    overdue!(conn, "obligation.id IN (SELECT CAST(value AS BIGINT) FROM json_each($2))", items, now)
}

/// All obligations of one organisation that are due between `from` and `to`, at most `limit`.
pub async fn due_between(
    conn: &mut Conn,
    organisation: OrganisationId,
    from: NaiveDate,
    to: NaiveDate,
    limit: i64,
) -> Result<Vec<ObligationView>, StoreError> {
    let rows = all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE obligation.organisation_id = $1 AND obligation.due BETWEEN $2 AND $3
             ORDER BY obligation.due, obligation.id LIMIT $4"
        ),
        organisation.0,
        from,
        to,
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// Reports that wait for the controller, the oldest first.
pub async fn under_review(
    conn: &mut Conn,
    scope: &Scope,
    limit: i64,
) -> Result<Vec<ObligationView>, StoreError> {
    let rows = all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE obligation.state = 'reported' AND ",
            in_scope!("obligation.organisation_id", "$1"),
            " ORDER BY obligation.submitted_at, obligation.id LIMIT $2"
        ),
        only(scope),
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// The next `limit` days from `today` on which an open obligation of anybody is due.
pub async fn next_due_days(
    conn: &mut Conn,
    today: NaiveDate,
    limit: i64,
) -> Result<Vec<NaiveDate>, StoreError> {
    let rows = all!(
        conn,
        (NaiveDate,),
        "SELECT due FROM obligation WHERE state IN ('open', 'returned') AND due >= $1
         GROUP BY due ORDER BY due LIMIT $2",
        today,
        limit,
    )?;
    Ok(rows.into_iter().map(|(due,)| due).collect())
}
