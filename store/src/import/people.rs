//! People from a table, each with a role. Nobody is linked to Telegram by this: an invitation does that.

use chrono::{DateTime, Utc};
use domain::ids::{OrganisationId, PersonId};
use domain::language::{Language, Names};
use domain::people::{Grant, MayAdminister, MayInvite, Role};
use domain::refusal::Refusal;

use super::{Change, Differences, actor, organisation_by_key, record, worded};
use crate::people::{enter, grant, write_position};
use crate::query::maybe;
use crate::wording::{PositionRow, person_position};
use crate::{Conn, NotDone, StoreError};

/// What a row says of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonDraft {
    /// The name shown.
    pub name: String,
    /// The key of the organisation where the role holds.
    pub organisation: String,
    /// The role.
    pub role: Role,
    /// What the person is called at work. Translations that are missing leave what is kept, as long as the position is the same.
    pub position: Option<Names>,
    /// The language to speak to them until they choose one.
    pub language: Option<Language>,
}

#[derive(sqlx::FromRow)]
struct Known {
    id: i64,
    #[sqlx(flatten)]
    position: PositionRow,
    has_role: bool,
}

/// Takes in people. The same name at the same organisation is the same person; gives what became of each.
pub async fn people(
    conn: &mut Conn,
    right: &MayAdminister,
    drafts: &[PersonDraft],
    now: DateTime<Utc>,
) -> Result<Vec<Change>, NotDone> {
    let actor = actor(right)?;
    let mut changes = Vec::with_capacity(drafts.len());
    for draft in drafts {
        changes.push(one_person(conn, actor, draft, now).await?);
    }
    Ok(changes)
}

async fn one_person(
    conn: &mut Conn,
    actor: Option<PersonId>,
    draft: &PersonDraft,
    now: DateTime<Utc>,
) -> Result<Change, NotDone> {
    let organisation = organisation_by_key(conn, &draft.organisation).await?;
    let right = MayInvite::at_the_machine(Grant { role: draft.role, organisation });
    let Some(known) = find(conn, draft, organisation).await? else {
        let language = draft.language.unwrap_or_default();
        let person = enter(conn, &right, &draft.name, None, language, now).await?;
        write_position(conn, person, draft.position.as_ref()).await?;
        return Ok(Change::New);
    };
    let mut differences = Differences::default();
    let before = known.position.names();
    let after =
        draft.position.as_ref().map(|said| before.as_ref().map_or(said.clone(), |kept| worded(kept, said)));
    if let Some(after) = &after {
        let fields = ["position", "position_uz_cyrl", "position_ru", "position_en"];
        differences.wording(fields, &before.unwrap_or_default(), after);
    }
    differences.text("role", if known.has_role { draft.role.code() } else { "" }, draft.role.code());
    let change = differences.into_change();
    if change == Change::Unchanged {
        return Ok(change);
    }
    if !known.has_role {
        if actor == Some(PersonId(known.id)) {
            return Err(Refusal::OwnRole.into());
        }
        grant(conn, &right, PersonId(known.id), now).await?;
    }
    if let Some(after) = &after {
        write_position(conn, PersonId(known.id), Some(after)).await?;
    }
    record(conn, actor, ("person", known.id), &change, now).await?;
    Ok(change)
}

async fn find(
    conn: &mut Conn,
    draft: &PersonDraft,
    organisation: OrganisationId,
) -> Result<Option<Known>, StoreError> {
    maybe!(
        conn,
        Known,
        concat!(
            "SELECT person.id, ",
            person_position!(),
            ", EXISTS (
               SELECT 1 FROM role_grant held
               WHERE held.person_id = person.id AND held.organisation_id = $2 AND held.role = $3
                 AND held.ended_at IS NULL
             ) AS has_role
             FROM person
             WHERE person.name = $1 AND person.active = $4 AND EXISTS (
               SELECT 1 FROM role_grant
               WHERE role_grant.person_id = person.id AND role_grant.organisation_id = $2
                 AND role_grant.ended_at IS NULL)
             ORDER BY person.id LIMIT 1"
        ),
        draft.name.as_str(),
        organisation.0,
        draft.role.code(),
        true,
    )
}
