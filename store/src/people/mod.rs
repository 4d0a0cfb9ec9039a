//! People, their roles, and the one-time invitations that link them to Telegram or to the panel.

mod answerers;
mod colleagues;
mod invitations;
mod naming;
mod turns;
mod vacancies;

use std::collections::HashSet;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{OrganisationId, PersonId};
use domain::language::{Language, Names};
use domain::people::{Grant, MayAdminister, MayInvite, Role, Who};
use domain::refusal::Refusal;

use crate::query::{all, maybe, one, run};
use crate::wording::PositionRow;
use crate::{Conn, NotDone, StoreError, substitutions};

pub use answerers::{Answering, Doer, answerers, answering_in, doers};
pub use colleagues::colleagues;
pub use invitations::{
    Invitation, accept_invitation, accept_invitation_in_panel, forget_invitations, invitation, invite,
};
pub use naming::describe;
pub(crate) use naming::write_position;
use turns::{Turn, record_turn, take_up};
pub use vacancies::{Vacancy, vacancies};

#[derive(sqlx::FromRow)]
struct WhoRow {
    id: i64,
    name: String,
    language: String,
}

/// The person with this Telegram account, with all that they may do on `today`.
pub async fn who_by_telegram(
    conn: &mut Conn,
    telegram_id: i64,
    today: NaiveDate,
) -> Result<Option<Who>, StoreError> {
    let row = maybe!(
        conn,
        WhoRow,
        "SELECT id, name, language FROM person WHERE telegram_id = $1 AND active = $2",
        telegram_id,
        true,
    )?;
    with_rights(conn, row, today).await
}

/// The person with this number, with all that they may do on `today`.
pub async fn who(conn: &mut Conn, person: PersonId, today: NaiveDate) -> Result<Option<Who>, StoreError> {
    let row = maybe!(
        conn,
        WhoRow,
        "SELECT id, name, language FROM person WHERE id = $1 AND active = $2",
        person.0,
        true,
    )?;
    with_rights(conn, row, today).await
}

async fn with_rights(
    conn: &mut Conn,
    row: Option<WhoRow>,
    today: NaiveDate,
) -> Result<Option<Who>, StoreError> {
    let Some(row) = row else { return Ok(None) };
    let grants = all!(
        conn,
        (String, i64),
        "SELECT role, organisation_id FROM role_grant WHERE person_id = $1 AND ended_at IS NULL ORDER BY id",
        row.id,
    )?;
    let grants = grants.into_iter().map(|(role, organisation)| {
        Ok(Grant { role: role_from_code(role)?, organisation: OrganisationId(organisation) })
    });
    Ok(Some(Who {
        person: PersonId(row.id),
        name: row.name,
        language: language_from_tag(row.language)?,
        grants: grants.collect::<Result<_, StoreError>>()?,
        stands_in: substitutions::stands_in(conn, PersonId(row.id), today).await?,
    }))
}

pub(crate) fn role_from_code(code: String) -> Result<Role, StoreError> {
    Role::from_code(&code).ok_or_else(|| StoreError::unknown("role", code))
}

pub(crate) fn language_from_tag(tag: String) -> Result<Language, StoreError> {
    Language::from_tag(&tag).ok_or_else(|| StoreError::unknown("language", tag))
}

/// Somebody to whom a message may go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The person.
    pub person: PersonId,
    /// The name shown.
    pub name: String,
    /// What they are called at work.
    pub position: Option<Names>,
    /// Their Telegram account; `None` until an invitation is accepted.
    pub telegram_id: Option<i64>,
    /// The language to speak to them.
    pub language: Language,
    /// Whether Telegram delivered, as far as is known.
    pub reachable: bool,
}

#[derive(sqlx::FromRow)]
struct RecipientRow {
    id: i64,
    name: String,
    #[sqlx(flatten)]
    position: PositionRow,
    telegram_id: Option<i64>,
    language: String,
    unreachable_since: Option<DateTime<Utc>>,
}

impl RecipientRow {
    fn read(self) -> Result<Recipient, StoreError> {
        Ok(Recipient {
            person: PersonId(self.id),
            name: self.name,
            position: self.position.names(),
            telegram_id: self.telegram_id,
            language: language_from_tag(self.language)?,
            reachable: self.telegram_id.is_some() && self.unreachable_since.is_none(),
        })
    }
}

/// The beginning of every query that makes a [`Recipient`].
macro_rules! select_recipients {
    ($rest:literal) => {
        concat!(
            "SELECT person.id, person.name, ",
            $crate::wording::person_position!(),
            ", person.telegram_id, person.language, person.unreachable_since ",
            $rest
        )
    };
}
use select_recipients;

/// Who holds `role` at exactly this organisation.
pub async fn holders_at(
    conn: &mut Conn,
    role: Role,
    organisation: OrganisationId,
) -> Result<Vec<Recipient>, StoreError> {
    let rows = all!(
        conn,
        RecipientRow,
        select_recipients!(
            "FROM role_grant JOIN person ON person.id = role_grant.person_id
             WHERE role_grant.organisation_id = $1 AND role_grant.role = $2 AND role_grant.ended_at IS NULL
               AND person.active = $3
             ORDER BY person.id"
        ),
        organisation.0,
        role.code(),
        true,
    )?;
    rows.into_iter().map(RecipientRow::read).collect()
}

/// Everyone who holds `role` anywhere.
pub async fn holders(conn: &mut Conn, role: Role) -> Result<Vec<Recipient>, StoreError> {
    let rows = all!(
        conn,
        RecipientRow,
        select_recipients!(
            "FROM person
             WHERE person.active = $2 AND EXISTS (
               SELECT 1 FROM role_grant
               WHERE role_grant.person_id = person.id AND role_grant.role = $1 AND role_grant.ended_at IS NULL)
             ORDER BY person.id"
        ),
        role.code(),
        true,
    )?;
    rows.into_iter().map(RecipientRow::read).collect()
}

/// One person as a recipient.
pub async fn recipient(conn: &mut Conn, person: PersonId) -> Result<Option<Recipient>, StoreError> {
    let row = maybe!(
        conn,
        RecipientRow,
        select_recipients!("FROM person WHERE person.id = $1 AND person.active = $2"),
        person.0,
        true,
    )?;
    row.map(RecipientRow::read).transpose()
}

/// Everyone whom a message reaches, as far as is known.
pub async fn all_reachable(conn: &mut Conn) -> Result<HashSet<PersonId>, StoreError> {
    let rows = all!(
        conn,
        (i64,),
        "SELECT id FROM person WHERE active = $1 AND telegram_id IS NOT NULL AND unreachable_since IS NULL",
        true,
    )?;
    Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
}

/// Remembers the language that a person chose.
pub async fn set_language(conn: &mut Conn, person: PersonId, language: Language) -> Result<(), StoreError> {
    run!(conn, "UPDATE person SET language = $1 WHERE id = $2", language.tag(), person.0)?;
    Ok(())
}

/// Telegram said that this account cannot be written to.
pub async fn mark_unreachable(
    conn: &mut Conn,
    telegram_id: i64,
    why: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE person SET unreachable_since = $1, unreachable_why = $2
         WHERE telegram_id = $3 AND unreachable_since IS NULL",
        now,
        why,
        telegram_id,
    )?;
    Ok(())
}

/// The account can be written to again.
pub async fn mark_reachable(conn: &mut Conn, telegram_id: i64) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE person SET unreachable_since = NULL, unreachable_why = NULL
         WHERE telegram_id = $1 AND unreachable_since IS NOT NULL",
        telegram_id,
    )?;
    Ok(())
}

/// Enters a person with one role; their invitation follows by [`invite`]. The same name, role and organisation give the
/// same person.
pub async fn enter(
    conn: &mut Conn,
    right: &MayInvite,
    name: &str,
    position: Option<&str>,
    language: Language,
    now: DateTime<Utc>,
) -> Result<PersonId, StoreError> {
    let Grant { role, organisation } = right.grant();
    let known = maybe!(
        conn,
        (i64,),
        "SELECT person.id FROM person JOIN role_grant ON role_grant.person_id = person.id
         WHERE person.name = $1 AND role_grant.role = $2 AND role_grant.organisation_id = $3
           AND role_grant.ended_at IS NULL AND person.active = $4
         ORDER BY person.id LIMIT 1",
        name,
        role.code(),
        organisation.0,
        true,
    )?;
    if let Some((id,)) = known {
        return Ok(PersonId(id));
    }
    let (id,) = one!(
        conn,
        (i64,),
        "INSERT INTO person (name, position, language, created_at) VALUES ($1, $2, $3, $4) RETURNING id",
        name,
        position,
        language.tag(),
        now,
    )?;
    grant(conn, right, PersonId(id), now).await?;
    Ok(PersonId(id))
}

/// Gives a known person one more role.
pub async fn grant(
    conn: &mut Conn,
    right: &MayInvite,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    take_up(conn, person, right.grant(), now).await?;
    record_turn(conn, Turn::Granted, (person, right.grant()), (right.person(), now)).await
}

/// Ends a role of a person.
pub async fn end_grant(
    conn: &mut Conn,
    right: &MayAdminister,
    person: PersonId,
    ended: Grant,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    if !right.scope().includes(ended.organisation) {
        return Err(Refusal::NotYours.into());
    }
    if ended.role == Role::Administrator {
        keep_an_administrator(conn, person, ended.organisation).await?;
    }
    run!(
        conn,
        "UPDATE role_grant SET ended_at = $1
         WHERE person_id = $2 AND role = $3 AND organisation_id = $4 AND ended_at IS NULL",
        now,
        person.0,
        ended.role.code(),
        ended.organisation.0,
    )?;
    record_turn(conn, Turn::Ended, (person, ended), (right.person(), now)).await?;
    Ok(substitutions::end_groundless(conn, person, now).await?)
}

/// Somebody must go on administering everything: with the last one only the terminal could bring another.
async fn keep_an_administrator(
    conn: &mut Conn,
    ending: PersonId,
    organisation: OrganisationId,
) -> Result<(), NotDone> {
    // Whoever ends the role of another at the same moment waits here, and then finds nobody else.
    run!(
        conn,
        "UPDATE role_grant SET granted_at = granted_at
         WHERE organisation_id = $1 AND role = 'administrator' AND ended_at IS NULL",
        organisation.0,
    )?;
    let (is_top, others) = one!(
        conn,
        (bool, i64),
        "SELECT organisation.parent_id IS NULL,
           (SELECT COUNT(*) FROM role_grant JOIN person ON person.id = role_grant.person_id
            WHERE role_grant.organisation_id = organisation.id AND role_grant.role = 'administrator'
              AND role_grant.ended_at IS NULL AND role_grant.person_id <> $2 AND person.active = $3)
         FROM organisation WHERE organisation.id = $1",
        organisation.0,
        ending.0,
        true,
    )?;
    if is_top && others == 0 { Err(Refusal::LastAdministrator.into()) } else { Ok(()) }
}
