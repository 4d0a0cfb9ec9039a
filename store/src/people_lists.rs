//! The people of the city by their roles, and who of them cannot be reached.
//!
//! It only reads. Inviting and ending roles are in [`crate::people`].

use chrono::{DateTime, Utc};
use domain::ids::{OrganisationId, PersonId};
use domain::language::Names;
use domain::people::{Role, Scope};
use domain::text::fold;

use crate::boards::{in_scope, only};
use crate::people::role_from_code;
use crate::query::{all, maybe};
use crate::wording::{PositionRow, person_position};
use crate::{Conn, StoreError};

/// So many people are looked through for a name: more than a region has.
const LOOKED_AT: i64 = 20_000;

/// A role that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub person: PersonId,
    /// The name shown.
    pub name: String,
    /// What they are at their organisation.
    pub position: Option<Names>,
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub organisation: OrganisationId,
    /// Whether they are reached.
    pub reach: Reach,
}

/// Whether a person can be written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Telegram delivers.
    Reached,
    /// Telegram said since this moment that it does not, for this reason.
    Blocked(DateTime<Utc>, Option<String>),
    /// They never accepted an invitation; the last one can be used until then.
    NeverLinked(Option<DateTime<Utc>>),
}

impl Reach {
    /// Whether messages arrive.
    pub fn is_reached(&self) -> bool {
        *self == Self::Reached
    }
}

#[derive(sqlx::FromRow)]
struct HolderRow {
    id: i64,
    name: String,
    #[sqlx(flatten)]
    position: PositionRow,
    role: String,
    organisation_id: i64,
    telegram_id: Option<i64>,
    unreachable_since: Option<DateTime<Utc>>,
    unreachable_why: Option<String>,
    invited_until: Option<DateTime<Utc>>,
}

impl TryFrom<HolderRow> for Holder {
    type Error = StoreError;

    fn try_from(row: HolderRow) -> Result<Self, StoreError> {
        let reach = match (row.telegram_id, row.unreachable_since) {
            (None, _) => Reach::NeverLinked(row.invited_until),
            (Some(_), Some(since)) => Reach::Blocked(since, row.unreachable_why),
            (Some(_), None) => Reach::Reached,
        };
        Ok(Self {
            person: PersonId(row.id),
            name: row.name,
            position: row.position.names(),
            role: role_from_code(row.role)?,
            organisation: OrganisationId(row.organisation_id),
            reach,
        })
    }
}

/// The beginning of every query that makes a [`Holder`].
macro_rules! select_holders {
    ($rest:literal) => {
        concat!(
            "SELECT person.id, person.name, ",
            person_position!(),
            ", role_grant.role, role_grant.organisation_id,
               person.telegram_id, person.unreachable_since, person.unreachable_why,
               (SELECT invitation.expires_at FROM invitation
                WHERE invitation.person_id = person.id AND invitation.used_at IS NULL
                  AND invitation.revoked_at IS NULL
                ORDER BY invitation.id DESC LIMIT 1) AS invited_until
             FROM role_grant JOIN person ON person.id = role_grant.person_id
             WHERE role_grant.ended_at IS NULL AND person.active = $1 ",
            $rest
        )
    };
}

/// Who holds a role at these organisations, at most `limit`.
pub async fn holders(
    conn: &mut Conn,
    organisations: &[OrganisationId],
    limit: i64,
) -> Result<Vec<Holder>, StoreError> {
    let rows = all!(
        conn,
        HolderRow,
        select_holders!(
            "AND role_grant.organisation_id IN (SELECT CAST(value AS BIGINT) FROM json_each($2))
             ORDER BY role_grant.organisation_id, role_grant.id LIMIT $3"
        ),
        true,
        serde_json::json!(organisations).to_string(),
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// One role of one person, if they hold it.
pub async fn holder(
    conn: &mut Conn,
    person: PersonId,
    role: Role,
    organisation: OrganisationId,
) -> Result<Option<Holder>, StoreError> {
    let row = maybe!(
        conn,
        HolderRow,
        select_holders!("AND person.id = $2 AND role_grant.role = $3 AND role_grant.organisation_id = $4"),
        true,
        person.0,
        role.code(),
        organisation.0,
    )?;
    row.map(TryInto::try_into).transpose()
}

/// The roles of one person, the oldest first.
pub async fn roles_of(conn: &mut Conn, person: PersonId) -> Result<Vec<Holder>, StoreError> {
    let rows =
        all!(conn, HolderRow, select_holders!("AND person.id = $2 ORDER BY role_grant.id"), true, person.0)?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// People whose name has these words, by name, at most `limit`; however they write their letters.
pub async fn named(
    conn: &mut Conn,
    words: &str,
    limit: usize,
) -> Result<Vec<(PersonId, String)>, StoreError> {
    let wanted = fold(words);
    let rows =
        all!(conn, (i64, String), "SELECT id, name FROM person ORDER BY name, id LIMIT $1", LOOKED_AT)?;
    // Neither database folds Uzbek letters.
    let fits = |(_, name): &(i64, String)| fold(name).contains(&wanted);
    Ok(rows.into_iter().filter(fits).take(limit).map(|(id, name)| (PersonId(id), name)).collect())
}

/// The organisations at which somebody holds a role and cannot be reached.
pub async fn with_unreached(conn: &mut Conn, scope: &Scope) -> Result<Vec<OrganisationId>, StoreError> {
    let rows = all!(
        conn,
        (i64,),
        concat!(
            "SELECT DISTINCT role_grant.organisation_id
         FROM role_grant JOIN person ON person.id = role_grant.person_id
         WHERE role_grant.ended_at IS NULL AND person.active = $1
           AND (person.telegram_id IS NULL OR person.unreachable_since IS NOT NULL) AND ",
            in_scope!("role_grant.organisation_id", "$2")
        ),
        true,
        only(scope),
    )?;
    Ok(rows.into_iter().map(|(id,)| OrganisationId(id)).collect())
}
