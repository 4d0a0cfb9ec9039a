//! Plans and their measures: what is promised, by when, and who confirmed the date.
//!
//! The phrase of the decree is never changed here; only the rule beside it is.

mod changing;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::deadline::{Kind, Rule, Why};
use domain::evidence::Need;
use domain::ids::{MeasureId, PlanId};
use domain::language::Names;
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;
use serde_json::json;

use crate::boards::{in_scope, only};
use crate::events::{self, Event};
use crate::obligations::need_from_code;
use crate::query::{all, maybe, run};
use crate::wording::{MechanismRow, SectionRow, TextRow, measure_mechanism, measure_section, measure_text};
use crate::{Conn, NotDone, StoreError, obligations};

pub(crate) use changing::write_translations;
pub use changing::{Wording, need_evidence, translate};

/// How sure the rule of a measure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleState {
    /// Read from the phrase without doubt.
    Certain,
    /// Proposed, or not read at all: binds nobody until a person confirms it.
    ToConfirm,
    /// Given or confirmed by a person.
    Confirmed,
    /// The phrase sets no date: all the time, when needed, after an event, by another document.
    NoDate,
}

impl RuleState {
    const ALL: [Self; 4] = [Self::Certain, Self::ToConfirm, Self::Confirmed, Self::NoDate];

    /// The text by which it is kept.
    pub fn code(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::ToConfirm => "to_confirm",
            Self::Confirmed => "confirmed",
            Self::NoDate => "no_date",
        }
    }

    /// Whether the rule makes obligations.
    pub fn binds(self) -> bool {
        matches!(self, Self::Certain | Self::Confirmed)
    }

    pub(crate) fn from_code(code: &str) -> Result<Self, StoreError> {
        let state = Self::ALL.into_iter().find(|state| state.code() == code);
        state.ok_or_else(|| StoreError::unknown("state of a rule", code))
    }
}

/// A plan of measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its number in the database.
    pub id: PlanId,
    /// The number of the decree.
    pub number: String,
    /// The day on which it was adopted.
    pub adopted: NaiveDate,
    /// Its title.
    pub title: String,
    /// The last day on which a recurring measure still makes an obligation.
    pub ends: Option<NaiveDate>,
}

/// One measure of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its number in the database.
    pub id: MeasureId,
    /// The plan.
    pub plan: PlanId,
    /// Its number in the plan.
    pub number: i64,
    /// The section of the plan.
    pub section: Names,
    /// What is to be done.
    pub text: Names,
    /// How, or with what result.
    pub mechanism: Names,
    /// The deadline as the decree words it.
    pub phrase: String,
    /// The sort of term that was read from the phrase.
    pub kind: Kind,
    /// The rule that was read, proposed or confirmed.
    pub rule: Option<Rule>,
    /// How sure the rule is.
    pub state: RuleState,
    /// Why the phrase was read as it was.
    pub why: Why,
    /// Who confirmed the rule; `None` also when it was done at the machine itself.
    pub confirmed_by: Option<String>,
    /// When the rule was confirmed.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// The executors as the plan words them.
    pub executors: String,
    /// Who controls, as the plan words it.
    pub controller: String,
    /// Whether "done" needs a proof.
    pub evidence: Need,
}

/// What an organisation does in a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// It answers for the measure.
    Main,
    /// It helps.
    Co,
}

impl Part {
    /// The text by which it is kept.
    pub fn code(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Co => "co",
        }
    }

    pub(crate) fn from_code(code: &str) -> Result<Self, StoreError> {
        [Self::Main, Self::Co]
            .into_iter()
            .find(|part| part.code() == code)
            .ok_or_else(|| StoreError::unknown("part of an executor", code))
    }
}

#[derive(sqlx::FromRow)]
struct PlanRow {
    id: i64,
    number: String,
    adopted: NaiveDate,
    title: String,
    ends: Option<NaiveDate>,
}

impl From<PlanRow> for Plan {
    fn from(row: PlanRow) -> Self {
        Self {
            id: PlanId(row.id),
            number: row.number,
            adopted: row.adopted,
            title: row.title,
            ends: row.ends,
        }
    }
}

/// All plans, the latest first.
pub async fn plans(conn: &mut Conn) -> Result<Vec<Plan>, StoreError> {
    let rows = all!(
        conn,
        PlanRow,
        "SELECT id, number, adopted, title, ends FROM plan ORDER BY adopted DESC, id DESC"
    )?;
    Ok(rows.into_iter().map(Plan::from).collect())
}

/// The plan of the decree with this number and day of adoption.
pub async fn by_decree(
    conn: &mut Conn,
    number: &str,
    adopted: NaiveDate,
) -> Result<Option<Plan>, StoreError> {
    let row = maybe!(
        conn,
        PlanRow,
        "SELECT id, number, adopted, title, ends FROM plan WHERE number = $1 AND adopted = $2",
        number,
        adopted,
    )?;
    Ok(row.map(Plan::from))
}

#[derive(sqlx::FromRow)]
struct MeasureRow {
    id: i64,
    plan_id: i64,
    number: i64,
    #[sqlx(flatten)]
    section: SectionRow,
    #[sqlx(flatten)]
    text: TextRow,
    #[sqlx(flatten)]
    mechanism: MechanismRow,
    deadline_phrase: String,
    kind: String,
    rule: Option<String>,
    rule_state: String,
    why: String,
    confirmed_by: Option<String>,
    confirmed_at: Option<DateTime<Utc>>,
    executors: String,
    controller: String,
    evidence: String,
}

impl MeasureRow {
    fn read(self) -> Result<Measure, StoreError> {
        Ok(Measure {
            id: MeasureId(self.id),
            plan: PlanId(self.plan_id),
            number: self.number,
            section: self.section.into(),
            text: self.text.into(),
            mechanism: self.mechanism.into(),
            phrase: self.deadline_phrase,
            kind: from_word("kind of deadline", self.kind)?,
            rule: self.rule.map(rule_from_json).transpose()?,
            state: RuleState::from_code(&self.rule_state)?,
            why: from_word("reason of a reading", self.why)?,
            confirmed_by: self.confirmed_by,
            confirmed_at: self.confirmed_at,
            executors: self.executors,
            controller: self.controller,
            evidence: need_from_code(self.evidence)?,
        })
    }
}

/// The beginning of every query that makes a [`Measure`].
macro_rules! select_measures {
    ($rest:expr) => {
        concat!(
            "SELECT measure.id, measure.plan_id, measure.number, ",
            measure_section!(),
            ", ",
            measure_text!(),
            ", ",
            measure_mechanism!(),
            ", measure.deadline_phrase, measure.kind, measure.rule, measure.rule_state, measure.why,
               person.name AS confirmed_by, measure.confirmed_at, measure.executors, measure.controller,
               measure.evidence
             FROM measure LEFT JOIN person ON person.id = measure.confirmed_by ",
            $rest
        )
    };
}

/// The measures of a plan, in its order.
pub async fn measures(conn: &mut Conn, plan: PlanId) -> Result<Vec<Measure>, StoreError> {
    let rows = all!(
        conn,
        MeasureRow,
        select_measures!("WHERE measure.plan_id = $1 ORDER BY measure.number"),
        plan.0,
    )?;
    rows.into_iter().map(MeasureRow::read).collect()
}

/// One measure.
pub async fn measure(conn: &mut Conn, id: MeasureId) -> Result<Option<Measure>, StoreError> {
    let row = maybe!(conn, MeasureRow, select_measures!("WHERE measure.id = $1"), id.0)?;
    row.map(MeasureRow::read).transpose()
}

/// How many organisations execute a measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Executors {
    /// All of them.
    pub all: u64,
    /// Those in the reader's scope.
    pub seen: u64,
}

/// How many organisations execute each measure of a plan; a measure without any is not named.
pub async fn executors(
    conn: &mut Conn,
    plan: PlanId,
    scope: &Scope,
) -> Result<BTreeMap<MeasureId, Executors>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64, i64),
        concat!(
            "SELECT measure_executor.measure_id, COUNT(*), COUNT(*) FILTER (WHERE ",
            in_scope!("measure_executor.organisation_id", "$2"),
            ") FROM measure_executor JOIN measure ON measure.id = measure_executor.measure_id
             WHERE measure.plan_id = $1 GROUP BY measure_executor.measure_id ORDER BY measure_executor.measure_id"
        ),
        plan.0,
        only(scope),
    )?;
    let executors = rows.into_iter().map(|(measure, all, seen)| {
        let [all, seen] = [all, seen].map(|number| u64::try_from(number).unwrap_or_default());
        (MeasureId(measure), Executors { all, seen })
    });
    Ok(executors.collect())
}

/// How many measures wait for somebody to confirm their rule.
pub async fn count_to_confirm(conn: &mut Conn) -> Result<i64, StoreError> {
    let row =
        maybe!(conn, (i64,), "SELECT CAST(count(*) AS BIGINT) FROM measure WHERE rule_state = 'to_confirm'")?;
    Ok(row.map_or(0, |(count,)| count))
}

/// Gives a measure the rule that a person decided on; from then on it makes obligations, and what another rule made and is still
/// open follows the new one. `None`: there is no such measure.
pub async fn confirm(
    conn: &mut Conn,
    right: &MayAdminister,
    id: MeasureId,
    rule: &Rule,
    now: DateTime<Utc>,
) -> Result<Option<Measure>, NotDone> {
    let Some(before) = administered(conn, right, id).await? else { return Ok(None) };
    run!(
        conn,
        "UPDATE measure SET kind = $1, rule = $2, rule_state = $3, confirmed_by = $4, confirmed_at = $5 WHERE id = $6",
        rule.kind().code(),
        rule_to_json(rule),
        RuleState::Confirmed.code(),
        right.person().map(|person| person.0),
        now,
        id.0,
    )?;
    let event = Event {
        at: now,
        actor: right.person(),
        action: "confirmed",
        subject: "measure",
        subject_id: Some(id.0),
        organisation: None,
        before: Some(json!({ "rule": before.rule, "state": before.state.code() })),
        after: Some(json!({ "rule": rule, "state": RuleState::Confirmed.code() })),
        reason: None,
    };
    events::record(conn, &event).await?;
    obligations::follow_rule(conn, id, right.person(), now).await?;
    Ok(measure(conn, id).await?)
}

/// A measure all of whose executors are administered by this right.
async fn administered(
    conn: &mut Conn,
    right: &MayAdminister,
    id: MeasureId,
) -> Result<Option<Measure>, NotDone> {
    let Some(found) = measure(conn, id).await? else { return Ok(None) };
    let of_plan = executors(conn, found.plan, right.scope()).await?;
    match of_plan.get(&id) {
        Some(own) if own.seen < own.all => Err(Refusal::NotYours.into()),
        _ => Ok(Some(found)),
    }
}

/// The rule as it is kept.
pub(crate) fn rule_to_json(rule: &Rule) -> String {
    json!(rule).to_string()
}

/// The rule that was kept.
pub(crate) fn rule_from_json(text: String) -> Result<Rule, StoreError> {
    serde_json::from_str(&text).map_err(|_| StoreError::unknown("rule of a measure", text))
}

fn from_word<T: serde::de::DeserializeOwned>(what: &'static str, word: String) -> Result<T, StoreError> {
    serde_json::from_value(json!(word)).map_err(|_| StoreError::unknown(what, word))
}
