//! Which reminder went to whom: a row for each obligation, person, stage and version of the due date; and which digest.

mod policies;
mod snoozes;
mod trials;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::ids::{ObligationId, OrganisationId, OutboxId, PersonId, PlanId};
use domain::language::Language;
use domain::people::Scope;
use domain::reminders::{Slot, Stage};
use serde_json::json;

use crate::obligations::can_be_taken_back;
use crate::query::{all, run};
use crate::{Conn, StoreError, people};

pub use policies::{Policies, policies, policy, set_policy};
pub use snoozes::{snooze, snoozes_of, snoozes_of_open};
pub use trials::{ask_trial, take_trial};

/// An obligation that still waits for its organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// Which.
    pub obligation: ObligationId,
    /// Whose.
    pub organisation: OrganisationId,
    /// Until when.
    pub due: NaiveDate,
    /// How often the due date was changed.
    pub due_version: i64,
    /// The day that was promised.
    pub promised: Option<NaiveDate>,
    /// The plan that asks for it.
    pub plan: PlanId,
    /// Who alone does it, when somebody took it over.
    pub doer: Option<PersonId>,
}

/// Everything that is open and due until `until`, by due date; and what is due later, when a promise of it was missed by
/// the day of `now` or somebody asked to hear of it by then. What was sent back and can be taken back yet is left out: nobody
/// is told of it.
pub async fn open_until(
    conn: &mut Conn,
    until: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Vec<Open>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64, NaiveDate, i64, Option<NaiveDate>, i64, Option<i64>),
        concat!(
            "SELECT obligation.id, obligation.organisation_id, obligation.due, obligation.due_version,
           obligation.promised, measure.plan_id, obligation.assignee_id
         FROM obligation JOIN measure ON measure.id = obligation.measure_id
         WHERE obligation.state IN ('open', 'returned')
           AND (obligation.due <= $1 OR obligation.promised < $2 OR EXISTS (
             SELECT 1 FROM snooze WHERE snooze.obligation_id = obligation.id AND snooze.until <= $2))
           AND NOT ",
            can_be_taken_back!("obligation.id", "$3"),
            " ORDER BY obligation.due, obligation.organisation_id, obligation.id"
        ),
        until,
        tashkent_day(now),
        now,
    )?;
    let open = rows.into_iter().map(|(id, organisation, due, due_version, promised, plan, doer)| Open {
        obligation: ObligationId(id),
        organisation: OrganisationId(organisation),
        due,
        due_version,
        promised,
        plan: PlanId(plan),
        doer: doer.map(PersonId),
    });
    Ok(open.collect())
}

/// Somebody who answers for an organisation and can be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answerer {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The person.
    pub person: PersonId,
    /// Their Telegram account.
    pub telegram_id: i64,
    /// The language to speak to them.
    pub language: Language,
}

/// Who answers for which organisation on `day`, as [`people::answerers`] says, one organisation after the other.
pub async fn answerers(conn: &mut Conn, day: NaiveDate) -> Result<Vec<Answerer>, StoreError> {
    let mut answerers = Vec::new();
    for (organisation, answering) in people::answering_in(conn, &Scope::All, day).await? {
        let reached = answering.heard().into_iter().filter_map(|one| Some((one.telegram_id?, one)));
        answerers.extend(reached.map(|(telegram_id, one)| Answerer {
            organisation,
            person: one.person,
            telegram_id,
            language: one.language,
        }));
    }
    Ok(answerers)
}

/// Who is told on `day` of what they have taken over, as [`people::doers`] says, by the organisation and the person who took
/// it over.
pub async fn doers(
    conn: &mut Conn,
    day: NaiveDate,
) -> Result<BTreeMap<(OrganisationId, PersonId), Answerer>, StoreError> {
    let doers = people::doers(conn, &Scope::All, day).await?.into_iter().filter_map(|one| {
        let (organisation, told) = (one.organisation, one.told);
        let telegram_id = told.telegram_id?;
        let answerer = Answerer { organisation, person: told.person, telegram_id, language: told.language };
        Some(((organisation, one.assignee), answerer))
    });
    Ok(doers.collect())
}

/// A reminder that was made.
pub type Made = (ObligationId, PersonId, Stage, i64);

/// The reminders that were made of what is open.
pub async fn made_of_open(conn: &mut Conn) -> Result<Vec<Made>, StoreError> {
    // SQLite keeps the order of a cross join, and that of the days leads it along the index of what is open: from these few to
    // their reminders, never through those of all years.
    let rows = all!(
        conn,
        (i64, i64, String, i64),
        "SELECT reminder.obligation_id, reminder.person_id, reminder.stage, reminder.due_version
         FROM obligation CROSS JOIN reminder
         WHERE obligation.state IN ('open', 'returned') AND reminder.obligation_id = obligation.id
         ORDER BY obligation.due, obligation.measure_id"
    )?;
    let made = rows.into_iter().map(|(obligation, person, stage, due_version)| {
        let stage =
            Stage::from_code(&stage).ok_or_else(|| StoreError::unknown("stage of reminding", stage))?;
        Ok((ObligationId(obligation), PersonId(person), stage, due_version))
    });
    made.collect()
}

/// A digest that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// To whom.
    pub person: PersonId,
    /// Its message.
    pub message: OutboxId,
    /// Whether it brought the list of all that falls due until the end of the next month.
    pub listed: bool,
    /// What it reminds of. A reminder that another message gave before is not noted again.
    pub reminders: Vec<Made>,
}

/// Notes digests of one day and slot with all their reminders, however many, in two statements.
pub async fn note(conn: &mut Conn, digests: &[Digest], day: NaiveDate, slot: Slot) -> Result<(), StoreError> {
    let written: Vec<_> = digests
        .iter()
        .map(|one| json!({ "p": one.person, "l": i64::from(one.listed), "m": one.message }))
        .collect();
    run!(
        conn,
        "INSERT INTO digest (person_id, day, slot, listed, outbox_id)
         SELECT CAST(json_extract(value, '$.p') AS BIGINT), $2, $3, CAST(json_extract(value, '$.l') AS BIGINT) = $4,
           CAST(json_extract(value, '$.m') AS BIGINT)
         FROM json_each($1) WHERE TRUE
         ON CONFLICT (day, person_id, slot) DO NOTHING",
        json!(written).to_string(),
        day,
        slot.code(),
        1_i64,
    )?;
    let reminders = digests.iter().flat_map(|one| one.reminders.iter().map(|made| (one.message, made)));
    let reminders: Vec<_> = reminders
        .map(|(message, (obligation, person, stage, version))| {
            json!({ "o": obligation, "p": person, "s": stage.code(), "v": version, "m": message })
        })
        .collect();
    run!(
        conn,
        "INSERT INTO reminder (obligation_id, person_id, stage, due_version, day, outbox_id)
         SELECT CAST(json_extract(value, '$.o') AS BIGINT), CAST(json_extract(value, '$.p') AS BIGINT),
           json_extract(value, '$.s'), CAST(json_extract(value, '$.v') AS BIGINT), $2,
           CAST(json_extract(value, '$.m') AS BIGINT)
         FROM json_each($1) WHERE TRUE
         ON CONFLICT (obligation_id, person_id, stage, due_version) DO NOTHING",
        json!(reminders).to_string(),
        day,
    )?;
    Ok(())
}

/// Who had a digest on `day`, at which slot.
pub async fn digests_of(conn: &mut Conn, day: NaiveDate) -> Result<Vec<(PersonId, Slot)>, StoreError> {
    let rows = all!(conn, (i64, String), "SELECT person_id, slot FROM digest WHERE day = $1", day)?;
    let digests = rows.into_iter().map(|(person, slot)| {
        let slot = Slot::from_code(&slot).ok_or_else(|| StoreError::unknown("slot of a digest", slot))?;
        Ok((PersonId(person), slot))
    });
    digests.collect()
}

/// The day of the last list that each person got.
pub async fn last_lists(conn: &mut Conn) -> Result<Vec<(PersonId, NaiveDate)>, StoreError> {
    let rows = all!(
        conn,
        (i64, Option<NaiveDate>),
        "SELECT person.id,
           (SELECT MAX(digest.day) FROM digest WHERE digest.person_id = person.id AND digest.listed)
         FROM person WHERE person.telegram_id IS NOT NULL AND person.active = $1",
        true,
    )?;
    Ok(rows.into_iter().filter_map(|(person, day)| Some((PersonId(person), day?))).collect())
}

/// What the digest of `day` reminded this person of.
pub async fn of_day(
    conn: &mut Conn,
    person: PersonId,
    day: NaiveDate,
) -> Result<Vec<ObligationId>, StoreError> {
    let rows = all!(
        conn,
        (i64,),
        "SELECT obligation_id FROM reminder WHERE person_id = $1 AND day = $2 ORDER BY id",
        person.0,
        day,
    )?;
    Ok(rows.into_iter().map(|(id,)| ObligationId(id)).collect())
}
