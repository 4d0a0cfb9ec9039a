//! Levels at which nobody is reached while something is overdue, and whom to call there.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::escalation::Level;
use domain::ids::OrganisationId;
use domain::people::{Role, Scope, Tree};

use super::steps::level;
use crate::boards::{in_scope, only};
use crate::query::all;
use crate::{Conn, StoreError, people};

/// A level of an organisation at which nobody is reached, while something is overdue there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The level.
    pub level: Level,
    /// Who should have heard and is not reached; none where nobody is appointed.
    pub call: Option<String>,
}

#[derive(sqlx::FromRow)]
struct VacancyRow {
    organisation_id: i64,
    level: String,
    name: Option<String>,
    head: Option<String>,
}

/// The vacancies of running chains that nobody fills on `today`, by organisation and level.
pub async fn vacancies(
    conn: &mut Conn,
    scope: &Scope,
    tree: &Tree,
    today: NaiveDate,
) -> Result<Vec<Vacancy>, StoreError> {
    let rows = all!(
        conn,
        VacancyRow,
        concat!(
            "SELECT DISTINCT obligation.organisation_id, escalation_step.level, person.name,
               (SELECT MIN(heads.name) FROM role_grant JOIN person AS heads ON heads.id = role_grant.person_id
                WHERE role_grant.organisation_id = obligation.organisation_id AND role_grant.role = 'head'
                  AND role_grant.role = escalation_step.level
                  AND role_grant.ended_at IS NULL AND heads.active = $1) AS head
             FROM escalation
             JOIN escalation_step ON escalation_step.escalation_id = escalation.id
             JOIN obligation ON obligation.id = escalation.obligation_id
             LEFT JOIN person ON person.id = escalation_step.person_id
             WHERE escalation.ended_at IS NULL AND escalation_step.state = 'vacant'
               AND obligation.state IN ('open', 'returned')
               AND (person.telegram_id IS NULL OR person.unreachable_since IS NOT NULL OR person.active <> $1)
               AND NOT EXISTS (
                 SELECT 1 FROM escalation_step AS others
                 WHERE others.escalation_id = escalation.id AND others.level = escalation_step.level
                   AND others.state = 'told')
               AND ",
            in_scope!("obligation.organisation_id", "$2"),
            " ORDER BY obligation.organisation_id, escalation_step.level, person.name"
        ),
        true,
        only(scope),
    )?;
    let concerned: BTreeSet<_> = rows.iter().map(|row| OrganisationId(row.organisation_id)).collect();
    let filled = Filled::read(conn, concerned, tree, today).await?;
    let mut known = BTreeMap::new();
    for row in rows {
        let (organisation, level) = (OrganisationId(row.organisation_id), level(row.level)?);
        if !filled.0.contains(&(organisation, level)) {
            known.entry((organisation, level)).or_insert(row.name.or(row.head));
        }
    }
    Ok(known.into_iter().map(|((organisation, level), call)| Vacancy { organisation, level, call }).collect())
}

/// The levels of organisations at which somebody is reached today: whoever holds the role, was appointed since, or stands in.
struct Filled(BTreeSet<(OrganisationId, Level)>);

impl Filled {
    async fn read(
        conn: &mut Conn,
        concerned: BTreeSet<OrganisationId>,
        tree: &Tree,
        today: NaiveDate,
    ) -> Result<Self, StoreError> {
        let mut filled = BTreeSet::new();
        if concerned.is_empty() {
            return Ok(Self(filled));
        }
        let controllers = controllers(conn).await?;
        for &organisation in &concerned {
            // The same that a new chain would ask: the nearest node above at which there is a controller.
            let nearest = tree.path_up(organisation).find_map(|node| controllers.get(&node));
            if nearest == Some(&true) {
                filled.insert((organisation, Level::Controller));
            }
        }
        for (organisation, acting) in people::answering_in(conn, &Scope::Only(concerned), today).await? {
            if !acting.officers.is_empty() {
                filled.extend([(organisation, Level::Officer), (organisation, Level::Substitute)]);
            }
            if !acting.heads.is_empty() {
                filled.insert((organisation, Level::Head));
            }
        }
        Ok(Self(filled))
    }
}

/// The nodes at which there are controllers, and whether one of them is reached.
async fn controllers(conn: &mut Conn) -> Result<BTreeMap<OrganisationId, bool>, StoreError> {
    let rows = all!(
        conn,
        (i64, Option<i64>, Option<DateTime<Utc>>),
        "SELECT role_grant.organisation_id, person.telegram_id, person.unreachable_since
         FROM role_grant JOIN person ON person.id = role_grant.person_id
         WHERE role_grant.role = $1 AND role_grant.ended_at IS NULL AND person.active = $2
         ORDER BY role_grant.organisation_id, person.id",
        Role::Controller.code(),
        true,
    )?;
    let mut nodes = BTreeMap::new();
    for (node, telegram, unreachable) in rows {
        let reached = telegram.is_some() && unreachable.is_none();
        *nodes.entry(OrganisationId(node)).or_insert(false) |= reached;
    }
    Ok(nodes)
}
