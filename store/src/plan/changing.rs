//! What an administrator says of a measure beside its rule: whether it needs a proof, and how it reads in other languages.
//!
//! The wording of the decree is not touched here.

use chrono::{DateTime, Utc};
use domain::evidence::Need;
use domain::ids::MeasureId;
use domain::language::Names;
use domain::people::MayAdminister;
use serde_json::{Value, json};

use super::{Measure, administered, measure};
use crate::events::{self, Event};
use crate::import::{Change, Differences};
use crate::query::run;
use crate::{Conn, NotDone, StoreError};

/// Says whether a measure needs a proof. `None`: there is no such measure.
pub async fn need_evidence(
    conn: &mut Conn,
    right: &MayAdminister,
    id: MeasureId,
    need: Need,
    now: DateTime<Utc>,
) -> Result<Option<Measure>, NotDone> {
    let Some(before) = administered(conn, right, id).await? else { return Ok(None) };
    if before.evidence == need {
        return Ok(Some(before));
    }
    run!(conn, "UPDATE measure SET evidence = $1 WHERE id = $2", need.code(), id.0)?;
    let sides = (Some(json!({ "evidence": before.evidence })), Some(json!({ "evidence": need })));
    record(conn, right, id, ("evidence_need", sides), now).await?;
    Ok(Some(Measure { evidence: need, ..before }))
}

/// What a measure says, in all languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The section of the plan.
    pub section: Names,
    /// What is to be done.
    pub text: Names,
    /// How, or with what result.
    pub mechanism: Names,
}

impl Wording {
    /// What the measure says now.
    pub fn of(measure: &Measure) -> Self {
        Self {
            section: measure.section.clone(),
            text: measure.text.clone(),
            mechanism: measure.mechanism.clone(),
        }
    }

    /// These translations under the official wording of another.
    fn under(self, official: &Self) -> Self {
        let under = |said: Names, official: &Names| Names { uz_latn: official.uz_latn.clone(), ..said };
        Self {
            section: under(self.section, &official.section),
            text: under(self.text, &official.text),
            mechanism: under(self.mechanism, &official.mechanism),
        }
    }

    /// What is different in another.
    pub(crate) fn compare(&self, after: &Self, differences: &mut Differences) {
        differences.wording(
            ["section", "section_uz_cyrl", "section_ru", "section_en"],
            &self.section,
            &after.section,
        );
        differences.wording(
            ["measure", "measure_uz_cyrl", "measure_ru", "measure_en"],
            &self.text,
            &after.text,
        );
        differences.wording(
            ["mechanism", "mechanism_uz_cyrl", "mechanism_ru", "mechanism_en"],
            &self.mechanism,
            &after.mechanism,
        );
    }
}

/// Gives a measure its translations, and its section in all the plan; the official wording stays. `None`: there is no such measure.
pub async fn translate(
    conn: &mut Conn,
    right: &MayAdminister,
    id: MeasureId,
    said: Wording,
    now: DateTime<Utc>,
) -> Result<Option<Measure>, NotDone> {
    let Some(known) = administered(conn, right, id).await? else { return Ok(None) };
    let before = Wording::of(&known);
    let after = said.under(&before);
    let mut differences = Differences::default();
    before.compare(&after, &mut differences);
    let change = differences.into_change();
    if change == Change::Unchanged {
        return Ok(Some(known));
    }
    write_translations(conn, id, &after).await?;
    run!(
        conn,
        "UPDATE measure SET section_uz_cyrl = $1, section_ru = $2, section_en = $3 WHERE plan_id = $4 AND section = $5",
        after.section.uz_cyrl.as_deref(),
        after.section.ru.as_deref(),
        after.section.en.as_deref(),
        known.plan.0,
        after.section.uz_latn.as_str(),
    )?;
    record(conn, right, id, ("translated", change.values()), now).await?;
    Ok(measure(conn, id).await?)
}

/// Writes the translations of one measure.
pub(crate) async fn write_translations(
    conn: &mut Conn,
    id: MeasureId,
    words: &Wording,
) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE measure SET section_uz_cyrl = $1, section_ru = $2, section_en = $3, text_uz_cyrl = $4, text_ru = $5,
           text_en = $6, mechanism_uz_cyrl = $7, mechanism_ru = $8, mechanism_en = $9
         WHERE id = $10",
        words.section.uz_cyrl.as_deref(),
        words.section.ru.as_deref(),
        words.section.en.as_deref(),
        words.text.uz_cyrl.as_deref(),
        words.text.ru.as_deref(),
        words.text.en.as_deref(),
        words.mechanism.uz_cyrl.as_deref(),
        words.mechanism.ru.as_deref(),
        words.mechanism.en.as_deref(),
        id.0,
    )?;
    Ok(())
}

async fn record(
    conn: &mut Conn,
    right: &MayAdminister,
    id: MeasureId,
    (action, (before, after)): (&'static str, (Option<Value>, Option<Value>)),
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let event = Event {
        at: now,
        actor: right.person(),
        action,
        subject: "measure",
        subject_id: Some(id.0),
        organisation: None,
        before,
        after,
        reason: None,
    };
    events::record(conn, &event).await
}
