//! Who answers for an organisation on a day, as far as a message reaches them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::ids::{OrganisationId, PersonId};
use domain::people::{Role, Scope};
use domain::substitution::{Substitution, acting_for, answering};

use super::{Recipient, RecipientRow, recipient, role_from_code};
use crate::boards::{in_scope, only};
use crate::query::all;
use crate::substitutions::Row;
use crate::wording::person_position;
use crate::{Conn, StoreError};

/// The officers of an organisation whom a message reaches, those on leave on `day` replaced by their substitutes; when there
/// is none, its heads in the same way. Nobody, when no message reaches anybody.
pub async fn answerers(
    conn: &mut Conn,
    organisation: OrganisationId,
    day: NaiveDate,
) -> Result<Vec<Recipient>, StoreError> {
    let mut all = answering_in(conn, &Scope::Only([organisation].into()), day).await?;
    Ok(all.remove(&organisation).map(Answering::heard).unwrap_or_default())
}

/// Who answers for an organisation on a day: whoever is on leave is replaced, and whom no message reaches stands apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answering {
    /// The officers, or who stands in for them.
    pub officers: Vec<Recipient>,
    /// The heads, or who stands in for them.
    pub heads: Vec<Recipient>,
    /// Whoever of all these no message reaches, officers before heads.
    pub unreached: Vec<(Role, Recipient)>,
}

impl Answering {
    /// Who is told: the officers, and the heads where no officer hears.
    pub fn heard(self) -> Vec<Recipient> {
        if self.officers.is_empty() { self.heads } else { self.officers }
    }
}

/// The same of many organisations at once. An organisation where nobody holds the role is not among them.
pub async fn answering_in(
    conn: &mut Conn,
    scope: &Scope,
    day: NaiveDate,
) -> Result<BTreeMap<OrganisationId, Answering>, StoreError> {
    let mut people = BTreeMap::new();
    let mut substitutions: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in substitutions_on(conn, scope, day).await? {
        let one = Substitution::from(row.substitution);
        substitutions.entry(one.organisation).or_default().push(one);
        people.insert(one.substitute, row.substitute.read()?);
    }
    let mut holders: BTreeMap<(OrganisationId, Role), Vec<PersonId>> = BTreeMap::new();
    for row in holders_in(conn, scope).await? {
        let key = (OrganisationId(row.organisation_id), role_from_code(row.role)?);
        let recipient = row.person.read()?;
        holders.entry(key).or_default().push(recipient.person);
        people.insert(recipient.person, recipient);
    }
    let mut all: BTreeMap<OrganisationId, Answering> = BTreeMap::new();
    for ((organisation, role), holders) in holders {
        let of_it = substitutions.get(&organisation).map_or(&[][..], Vec::as_slice);
        let acting = answering(&holders, day, of_it);
        let acting = acting.iter().filter_map(|id| people.get(id)).cloned();
        let (reached, unreached): (Vec<_>, Vec<_>) = acting.partition(|one| one.reachable);
        let unreached: Vec<_> = unreached.into_iter().map(|one| (role, one)).collect();
        let answering = all.entry(organisation).or_default();
        if role == Role::Head {
            answering.heads = reached;
            answering.unreached.extend(unreached);
        } else {
            answering.officers = reached;
            answering.unreached.splice(0..0, unreached);
        }
    }
    Ok(all)
}

/// Who alone is told of what a colleague has taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doer {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Who took over something of it.
    pub assignee: PersonId,
    /// Who is told: the assignee, or whoever stands in for them.
    pub told: Recipient,
}

/// Who alone is told on `day` of what they have taken over at these organisations. Whom no message reaches is not among
/// them: then it is for everybody to hear.
pub async fn doers(conn: &mut Conn, scope: &Scope, day: NaiveDate) -> Result<Vec<Doer>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64),
        concat!(
            "SELECT DISTINCT organisation_id, assignee_id FROM obligation
             WHERE assignee_id IS NOT NULL AND state IN ('open', 'returned') AND ",
            in_scope!("organisation_id", "$1"),
            " ORDER BY organisation_id, assignee_id"
        ),
        only(scope),
    )?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let of_them = Scope::Only(rows.iter().map(|(organisation, _)| OrganisationId(*organisation)).collect());
    let substitutions: Vec<Substitution> =
        substitutions_on(conn, &of_them, day).await?.into_iter().map(|row| row.substitution.into()).collect();
    let mut doers = Vec::with_capacity(rows.len());
    for (organisation, assignee) in rows {
        let (organisation, assignee) = (OrganisationId(organisation), PersonId(assignee));
        let there: Vec<_> =
            substitutions.iter().copied().filter(|one| one.organisation == organisation).collect();
        let told = recipient(conn, acting_for(assignee, day, &there)).await?;
        if let Some(told) = told.filter(|told| told.reachable) {
            doers.push(Doer { organisation, assignee, told });
        }
    }
    Ok(doers)
}

#[derive(sqlx::FromRow)]
struct HolderRow {
    organisation_id: i64,
    role: String,
    #[sqlx(flatten)]
    person: RecipientRow,
}

async fn holders_in(conn: &mut Conn, scope: &Scope) -> Result<Vec<HolderRow>, StoreError> {
    all!(
        conn,
        HolderRow,
        concat!(
            "SELECT role_grant.organisation_id, role_grant.role, person.id, person.name, ",
            person_position!(),
            ", person.telegram_id, person.language, person.unreachable_since
             FROM role_grant JOIN person ON person.id = role_grant.person_id
             WHERE role_grant.ended_at IS NULL AND role_grant.role IN ('officer', 'head') AND person.active = $1 AND ",
            in_scope!("role_grant.organisation_id", "$2"),
            " ORDER BY role_grant.organisation_id, person.id"
        ),
        true,
        only(scope),
    )
}

#[derive(sqlx::FromRow)]
struct StandInRow {
    #[sqlx(flatten)]
    substitution: Row,
    #[sqlx(flatten)]
    substitute: RecipientRow,
}

async fn substitutions_on(
    conn: &mut Conn,
    scope: &Scope,
    day: NaiveDate,
) -> Result<Vec<StandInRow>, StoreError> {
    all!(
        conn,
        StandInRow,
        concat!(
            "SELECT substitution.person_id, substitution.substitute_id, substitution.organisation_id,
               substitution.first_day, substitution.last_day, person.id, person.name, ",
            person_position!(),
            ", person.telegram_id, person.language, person.unreachable_since
             FROM substitution JOIN person ON person.id = substitution.substitute_id
             WHERE substitution.ended_at IS NULL AND substitution.last_day >= $2 AND substitution.first_day <= $2
               AND person.active = $1 AND ",
            in_scope!("substitution.organisation_id", "$3"),
            " ORDER BY substitution.id"
        ),
        true,
        day,
        only(scope),
    )
}
