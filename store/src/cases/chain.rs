//! Who hears of a case that is late: the steps of its chain, kept as the rules of escalation fixed them.

use chrono::{DateTime, NaiveDate, Utc};
use domain::escalation::{Level, Step, StepState};
use domain::ids::{CaseId, OrganisationId, PersonId};

use crate::query::{all, run};
use crate::{Conn, StoreError};

/// Chains that are looked at together.
const TOGETHER: i64 = 500;

/// A late case of which no chain speaks yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unspoken {
    /// Which.
    pub case: CaseId,
    /// How often it was opened again.
    pub round: i64,
    /// Whose.
    pub organisation: OrganisationId,
    /// Until when it was to be answered.
    pub due: NaiveDate,
}

/// A step as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseStep {
    /// The case.
    pub case: CaseId,
    /// How often it was opened again when the chain began.
    pub round: i64,
    /// Its place in the chain.
    pub position: i64,
    /// The step.
    pub step: Step,
    /// Where it stands.
    pub state: StepState,
}

/// A chain of which somebody may still have to hear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseChain {
    /// Whose case it is.
    pub organisation: OrganisationId,
    /// Its steps, the lowest level first.
    pub steps: Vec<CaseStep>,
}

/// The late cases without a chain, by organisation.
pub async fn unspoken(conn: &mut Conn, today: NaiveDate) -> Result<Vec<Unspoken>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64, i64, NaiveDate),
        "SELECT id, reopened, organisation_id, due FROM citizen_case
         WHERE state = 'open' AND due < $1 AND NOT EXISTS (
           SELECT 1 FROM case_step WHERE case_step.case_id = citizen_case.id
             AND case_step.round = citizen_case.reopened)
         ORDER BY due, id LIMIT $2",
        today,
        TOGETHER,
    )?;
    let unspoken = rows.into_iter().map(|(id, round, organisation, due)| Unspoken {
        case: CaseId(id),
        round,
        organisation: OrganisationId(organisation),
        due,
    });
    Ok(unspoken.collect())
}

/// Starts the chain of a late case; another planner may have done so already.
pub async fn start(conn: &mut Conn, of: &Unspoken, steps: &[Step]) -> Result<(), StoreError> {
    for (position, step) in (0_i64..).zip(steps) {
        run!(
            conn,
            "INSERT INTO case_step (case_id, round, position, level, person_id, day, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (case_id, round, position) DO NOTHING",
            of.case.0,
            of.round,
            position,
            step.level.code(),
            step.person.map(|person| person.0),
            step.day,
            StepState::Waiting.code(),
        )?;
    }
    Ok(())
}

#[derive(sqlx::FromRow)]
struct Row {
    case_id: i64,
    round: i64,
    organisation_id: i64,
    position: i64,
    level: String,
    person_id: Option<i64>,
    day: NaiveDate,
    state: String,
}

/// The chains of open cases in which a step waits.
pub async fn running(conn: &mut Conn) -> Result<Vec<CaseChain>, StoreError> {
    let rows = all!(
        conn,
        Row,
        "SELECT case_step.case_id, case_step.round, citizen_case.organisation_id, case_step.position,
           case_step.level, case_step.person_id, case_step.day, case_step.state
         FROM citizen_case
         JOIN case_step ON case_step.case_id = citizen_case.id AND case_step.round = citizen_case.reopened
         WHERE citizen_case.state = 'open' AND EXISTS (
           SELECT 1 FROM case_step AS waiting WHERE waiting.case_id = citizen_case.id
             AND waiting.round = citizen_case.reopened AND waiting.state = 'waiting')
         ORDER BY case_step.case_id, case_step.position"
    )?;
    let mut chains: Vec<CaseChain> = Vec::new();
    for row in rows {
        let level = Level::from_code(&row.level);
        let state = StepState::from_code(&row.state);
        let step = CaseStep {
            case: CaseId(row.case_id),
            round: row.round,
            position: row.position,
            step: Step {
                level: level.ok_or_else(|| StoreError::unknown("level of a chain", row.level))?,
                day: row.day,
                person: row.person_id.map(PersonId),
            },
            state: state.ok_or_else(|| StoreError::unknown("state of a step", row.state))?,
        };
        match chains.last_mut().filter(|last| last.steps.iter().all(|one| one.case == step.case)) {
            Some(chain) => chain.steps.push(step),
            None => chains
                .push(CaseChain { organisation: OrganisationId(row.organisation_id), steps: vec![step] }),
        }
    }
    Ok(chains)
}

/// A waiting step of an open case is taken. `false`: another planner was quicker, or the case was answered.
pub async fn take(
    conn: &mut Conn,
    step: &CaseStep,
    to: StepState,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let taken = run!(
        conn,
        "UPDATE case_step SET state = $1, acted_at = $2
         WHERE case_id = $3 AND round = $4 AND position = $5 AND state = 'waiting' AND EXISTS (
           SELECT 1 FROM citizen_case WHERE id = $3 AND state = 'open' AND reopened = $4)",
        to.code(),
        now,
        step.case.0,
        step.round,
        step.position,
    )?;
    Ok(taken == 1)
}
