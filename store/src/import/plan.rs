//! A plan of measures from a table.
//!
//! A rule that a person confirmed stays as long as the phrase stays. Obligations that were made before are not touched.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::deadline::{Kind, Reading, Rule};
use domain::evidence::Need;
use domain::ids::{MeasureId, PersonId, PlanId};
use domain::language::Names;
use domain::people::MayAdminister;

use super::{Change, Differences, actor, organisation_by_key, record, worded};
use crate::plan::{self as plans, Measure, Part, RuleState, Wording, rule_to_json, write_translations};
use crate::query::{all, one, run};
use crate::{Conn, NotDone, StoreError};

/// A plan, read from a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDraft {
    /// The number of the decree.
    pub number: String,
    /// The day on which it was adopted.
    pub adopted: NaiveDate,
    /// Its title.
    pub title: String,
    /// Its measures.
    pub measures: Vec<MeasureDraft>,
}

/// What a row says of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureDraft {
    /// Its number in the plan.
    pub number: i64,
    /// The section of the plan.
    pub section: Names,
    /// What is to be done. Translations that are missing leave what is kept, as long as the wording is the same.
    pub text: Names,
    /// How, or with what result.
    pub mechanism: Names,
    /// The deadline as worded.
    pub phrase: String,
    /// What was read from the phrase.
    pub reading: Reading,
    /// The executors as worded.
    pub executors: String,
    /// Who controls, as worded.
    pub controller: String,
    /// Whether "done" needs a proof; none where the table does not say, and then what was set before stays.
    pub evidence: Option<Need>,
    /// The organisations that were found in those words, by their keys.
    pub parts: BTreeMap<String, Part>,
}

impl MeasureDraft {
    fn wording(&self) -> Wording {
        Wording { section: self.section.clone(), text: self.text.clone(), mechanism: self.mechanism.clone() }
    }

    /// How sure the rule is that was read.
    pub fn state(&self) -> RuleState {
        match self.reading.kind {
            _ if self.reading.certain && self.reading.rule.is_some() => RuleState::Certain,
            Kind::Permanent | Kind::AsNeeded | Kind::Conditional | Kind::AsSet => RuleState::NoDate,
            _ => RuleState::ToConfirm,
        }
    }
}

/// What became of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanImported {
    /// The plan.
    pub id: PlanId,
    /// What became of each row.
    pub changes: Vec<Change>,
    /// The rule of each row as it is now, and how sure it is: what a person confirmed before may still hold.
    pub rules: Vec<(Option<Rule>, RuleState)>,
    /// Numbers of measures that are kept, but that the table does not name. They stay.
    pub not_named: Vec<i64>,
}

/// Takes in a plan. The number and the day of adoption tell which.
pub async fn plan(
    conn: &mut Conn,
    right: &MayAdminister,
    draft: &PlanDraft,
    now: DateTime<Utc>,
) -> Result<PlanImported, NotDone> {
    let actor = actor(right)?;
    let id = plan_id(conn, actor, draft, now).await?;
    let mut known: BTreeMap<i64, Measure> =
        plans::measures(conn, id).await?.into_iter().map(|measure| (measure.number, measure)).collect();
    let mut changes = Vec::with_capacity(draft.measures.len());
    let mut rules = Vec::with_capacity(draft.measures.len());
    for row in &draft.measures {
        let before = known.remove(&row.number);
        let kept = before.as_ref().filter(|before| keeps_rule(before, row));
        rules.push(match kept {
            Some(kept) => (kept.rule.clone(), kept.state),
            None => (row.reading.rule.clone(), row.state()),
        });
        changes.push(one_measure(conn, actor, id, before, row, now).await?);
    }
    Ok(PlanImported { id, changes, rules, not_named: known.into_keys().collect() })
}

async fn plan_id(
    conn: &mut Conn,
    actor: Option<PersonId>,
    draft: &PlanDraft,
    now: DateTime<Utc>,
) -> Result<PlanId, StoreError> {
    let (id, change) = if let Some(known) = plans::by_decree(conn, &draft.number, draft.adopted).await? {
        let mut differences = Differences::default();
        differences.text("title", &known.title, &draft.title);
        run!(conn, "UPDATE plan SET title = $1 WHERE id = $2", draft.title.as_str(), known.id.0)?;
        (known.id, differences.into_change())
    } else {
        let (id,) = one!(
            conn,
            (i64,),
            "INSERT INTO plan (number, adopted, title, created_at) VALUES ($1, $2, $3, $4) RETURNING id",
            draft.number.as_str(),
            draft.adopted,
            draft.title.as_str(),
            now,
        )?;
        (PlanId(id), Change::New)
    };
    record(conn, actor, ("plan", id.0), &change, now).await?;
    Ok(id)
}

async fn one_measure(
    conn: &mut Conn,
    actor: Option<PersonId>,
    plan: PlanId,
    known: Option<Measure>,
    draft: &MeasureDraft,
    now: DateTime<Utc>,
) -> Result<Change, StoreError> {
    let Some(known) = known else {
        let id = add(conn, plan, draft).await?;
        write_translations(conn, id, &draft.wording()).await?;
        write_parts(conn, id, draft).await?;
        record(conn, actor, ("measure", id.0), &Change::New, now).await?;
        return Ok(Change::New);
    };
    let mut differences = Differences::default();
    let words = Wording {
        section: worded(&known.section, &draft.section),
        text: worded(&known.text, &draft.text),
        mechanism: worded(&known.mechanism, &draft.mechanism),
    };
    Wording::of(&known).compare(&words, &mut differences);
    differences.text("deadline", &known.phrase, &draft.phrase);
    differences.text("responsible", &known.executors, &draft.executors);
    differences.text("controller", &known.controller, &draft.controller);
    if let Some(need) = draft.evidence {
        differences.text("evidence", known.evidence.code(), need.code());
    }
    let keeps_rule = keeps_rule(&known, draft);
    if !keeps_rule {
        let rule_of = |rule: Option<&Rule>| rule.map(rule_to_json).unwrap_or_default();
        differences.text("rule", &rule_of(known.rule.as_ref()), &rule_of(draft.reading.rule.as_ref()));
        differences.text("rule_state", known.state.code(), draft.state().code());
    }
    let parts = parts_of(conn, known.id).await?;
    differences.text("executors", &only_in(&parts, &draft.parts), &only_in(&draft.parts, &parts));
    let change = differences.into_change();
    if change == Change::Unchanged {
        return Ok(change);
    }
    write(conn, known.id, draft).await?;
    write_translations(conn, known.id, &words).await?;
    if !keeps_rule {
        write_rule(conn, known.id, draft).await?;
    }
    write_parts(conn, known.id, draft).await?;
    record(conn, actor, ("measure", known.id.0), &change, now).await?;
    Ok(change)
}

/// What a person confirmed holds as long as the phrase that they read stays the same.
fn keeps_rule(known: &Measure, draft: &MeasureDraft) -> bool {
    known.state == RuleState::Confirmed && known.phrase == draft.phrase
}

async fn add(conn: &mut Conn, plan: PlanId, draft: &MeasureDraft) -> Result<MeasureId, StoreError> {
    let (id,) = one!(
        conn,
        (i64,),
        "INSERT INTO measure (plan_id, number, section, text, mechanism, deadline_phrase, kind, rule, rule_state, why,
           executors, controller, evidence)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id",
        plan.0,
        draft.number,
        draft.section.uz_latn.as_str(),
        draft.text.uz_latn.as_str(),
        draft.mechanism.uz_latn.as_str(),
        draft.phrase.as_str(),
        draft.reading.kind.code(),
        draft.reading.rule.as_ref().map(rule_to_json),
        draft.state().code(),
        draft.reading.why.code(),
        draft.executors.as_str(),
        draft.controller.as_str(),
        draft.evidence.unwrap_or(Need::Welcome).code(),
    )?;
    Ok(MeasureId(id))
}

async fn write(conn: &mut Conn, id: MeasureId, draft: &MeasureDraft) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE measure SET section = $1, text = $2, mechanism = $3, deadline_phrase = $4, executors = $5, controller = $6,
           evidence = COALESCE($7, evidence)
         WHERE id = $8",
        draft.section.uz_latn.as_str(),
        draft.text.uz_latn.as_str(),
        draft.mechanism.uz_latn.as_str(),
        draft.phrase.as_str(),
        draft.executors.as_str(),
        draft.controller.as_str(),
        draft.evidence.map(Need::code),
        id.0,
    )?;
    Ok(())
}

async fn write_rule(conn: &mut Conn, id: MeasureId, draft: &MeasureDraft) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE measure SET kind = $1, rule = $2, rule_state = $3, why = $4, confirmed_by = NULL, confirmed_at = NULL
         WHERE id = $5",
        draft.reading.kind.code(),
        draft.reading.rule.as_ref().map(rule_to_json),
        draft.state().code(),
        draft.reading.why.code(),
        id.0,
    )?;
    Ok(())
}

async fn parts_of(conn: &mut Conn, id: MeasureId) -> Result<BTreeMap<String, Part>, StoreError> {
    let rows = all!(
        conn,
        (String, String),
        "SELECT organisation.key, measure_executor.part
         FROM measure_executor JOIN organisation ON organisation.id = measure_executor.organisation_id
         WHERE measure_executor.measure_id = $1",
        id.0,
    )?;
    rows.into_iter().map(|(key, part)| Ok((key, Part::from_code(&part)?))).collect()
}

async fn write_parts(conn: &mut Conn, id: MeasureId, draft: &MeasureDraft) -> Result<(), StoreError> {
    run!(conn, "DELETE FROM measure_executor WHERE measure_id = $1", id.0)?;
    for (key, part) in &draft.parts {
        let organisation = organisation_by_key(conn, key).await?;
        run!(
            conn,
            "INSERT INTO measure_executor (measure_id, organisation_id, part) VALUES ($1, $2, $3)",
            id.0,
            organisation.0,
            part.code(),
        )?;
    }
    Ok(())
}

/// The executors that only one of two lists names, or names with another part.
fn only_in(one: &BTreeMap<String, Part>, other: &BTreeMap<String, Part>) -> String {
    let only = one.iter().filter(|(key, part)| other.get(*key) != Some(part));
    only.map(|(key, part)| format!("{key} ({})", part.code())).collect::<Vec<_>>().join(", ")
}
