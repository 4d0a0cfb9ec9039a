//! Which reminder went to whom: a row for each obligation, person, stage and version of the due date.

use std::collections::HashSet;

use chrono::NaiveDate;
use domain::ids::{ObligationId, OrganisationId, OutboxId, PersonId};
use domain::language::Language;
use domain::people::Scope;
use domain::reminders::Stage;

use crate::query::{all, run};
use crate::{Conn, StoreError, people};

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
}

/// Everything that is open and due until `until`, by due date.
pub async fn open_until(conn: &mut Conn, until: NaiveDate) -> Result<Vec<Open>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64, NaiveDate, i64),
        "SELECT id, organisation_id, due, due_version FROM obligation
         WHERE state IN ('open', 'returned') AND due <= $1 ORDER BY due, organisation_id, id",
        until,
    )?;
    let open = rows.into_iter().map(|(id, organisation, due, due_version)| Open {
        obligation: ObligationId(id),
        organisation: OrganisationId(organisation),
        due,
        due_version,
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

/// Who answers on `day`, as [`people::answerers`] says, and has not had the digest of that day yet.
pub async fn answerers_without_digest(conn: &mut Conn, day: NaiveDate) -> Result<Vec<Answerer>, StoreError> {
    let told = all!(conn, (i64,), "SELECT DISTINCT person_id FROM reminder WHERE day = $1", day)?;
    let told: HashSet<_> = told.into_iter().map(|(id,)| PersonId(id)).collect();
    let mut answerers = Vec::new();
    for (organisation, answering) in people::answering_in(conn, &Scope::All, day).await? {
        for one in answering.heard().into_iter().filter(|one| !told.contains(&one.person)) {
            if let Some(telegram_id) = one.telegram_id {
                answerers.push(Answerer {
                    organisation,
                    person: one.person,
                    telegram_id,
                    language: one.language,
                });
            }
        }
    }
    Ok(answerers)
}

/// A reminder that was made.
pub type Made = (ObligationId, PersonId, Stage, i64);

/// The reminders that were made of what is open and due until `until`.
pub async fn made_until(conn: &mut Conn, until: NaiveDate) -> Result<Vec<Made>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64, String, i64),
        "SELECT reminder.obligation_id, reminder.person_id, reminder.stage, reminder.due_version
         FROM obligation JOIN reminder ON reminder.obligation_id = obligation.id
         WHERE obligation.state IN ('open', 'returned') AND obligation.due <= $1",
        until,
    )?;
    let made = rows.into_iter().map(|(obligation, person, stage, due_version)| {
        let stage =
            Stage::from_code(&stage).ok_or_else(|| StoreError::unknown("stage of reminding", stage))?;
        Ok((ObligationId(obligation), PersonId(person), stage, due_version))
    });
    made.collect()
}

/// Notes that a message reminds a person of an obligation. `false`: another message did, at this stage.
pub async fn note(
    conn: &mut Conn,
    (obligation, person, stage, due_version): Made,
    day: NaiveDate,
    message: OutboxId,
) -> Result<bool, StoreError> {
    let added = run!(
        conn,
        "INSERT INTO reminder (obligation_id, person_id, stage, due_version, day, outbox_id)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (obligation_id, person_id, stage, due_version) DO NOTHING",
        obligation.0,
        person.0,
        stage.code(),
        due_version,
        day,
        message.0,
    )?;
    Ok(added == 1)
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
