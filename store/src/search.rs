//! What a search of the panel goes through beside the catalogue: measures, people, and obligations of what was found.

use domain::ids::{MeasureId, OrganisationId, PersonId};
use domain::language::Names;
use domain::people::Scope;
use serde_json::json;

use crate::boards::{in_scope, only};
use crate::obligations::{ObligationView, ViewRow, select_views};
use crate::query::all;
use crate::wording::{PositionRow, TextRow, measure_text, person_position};
use crate::{Conn, StoreError};

/// So many people are looked through: more than a region has.
const PEOPLE: i64 = 20_000;

/// A measure, to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureText {
    /// Which.
    pub id: MeasureId,
    /// Its number in the plan,
    pub number: i64,
    /// and the number of the plan.
    pub plan: String,
    /// What is to be done.
    pub text: Names,
}

#[derive(sqlx::FromRow)]
struct MeasureRow {
    id: i64,
    number: i64,
    plan: String,
    #[sqlx(flatten)]
    text: TextRow,
}

/// The measures by which something is asked of these organisations; all of them for who sees everything.
pub async fn measures(conn: &mut Conn, scope: &Scope) -> Result<Vec<MeasureText>, StoreError> {
    let rows = all!(
        conn,
        MeasureRow,
        concat!(
            "SELECT measure.id, measure.number, plan.number AS plan, ",
            measure_text!(),
            " FROM measure JOIN plan ON plan.id = measure.plan_id
             WHERE (CAST($1 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM obligation
               WHERE obligation.measure_id = measure.id AND ",
            in_scope!("obligation.organisation_id", "$1"),
            ")) ORDER BY measure.id"
        ),
        only(scope),
    )?;
    let measures = rows.into_iter().map(|row| MeasureText {
        id: MeasureId(row.id),
        number: row.number,
        plan: row.plan,
        text: row.text.into(),
    });
    Ok(measures.collect())
}

/// A person at an organisation, to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName {
    /// Who.
    pub person: PersonId,
    /// The name shown.
    pub name: String,
    /// What they are there.
    pub position: Option<Names>,
    /// Where.
    pub organisation: OrganisationId,
}

#[derive(sqlx::FromRow)]
struct PersonRow {
    id: i64,
    name: String,
    #[sqlx(flatten)]
    position: PositionRow,
    organisation_id: i64,
}

/// The people with a role at these organisations, each at one of them.
pub async fn people(conn: &mut Conn, scope: &Scope) -> Result<Vec<PersonName>, StoreError> {
    let rows = all!(
        conn,
        PersonRow,
        concat!(
            "SELECT person.id, person.name, ",
            person_position!(),
            ", MIN(role_grant.organisation_id) AS organisation_id
             FROM role_grant JOIN person ON person.id = role_grant.person_id
             WHERE role_grant.ended_at IS NULL AND person.active = $1 AND ",
            in_scope!("role_grant.organisation_id", "$2"),
            " GROUP BY person.id ORDER BY person.id LIMIT $3"
        ),
        true,
        only(scope),
        PEOPLE,
    )?;
    let people = rows.into_iter().map(|row| PersonName {
        person: PersonId(row.id),
        name: row.name,
        position: row.position.names(),
        organisation: OrganisationId(row.organisation_id),
    });
    Ok(people.collect())
}

/// Obligations of one of these measures at one of these organisations: what is open comes first, by its day. An empty list
/// stands for any.
pub async fn obligations(
    conn: &mut Conn,
    scope: &Scope,
    measures: &[MeasureId],
    organisations: &[OrganisationId],
    limit: i64,
) -> Result<Vec<ObligationView>, StoreError> {
    let listed = |text: String, empty: bool| (!empty).then_some(text);
    let rows = all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE ",
            in_scope!("obligation.organisation_id", "$1"),
            " AND ",
            in_scope!("obligation.measure_id", "$2"),
            " AND ",
            in_scope!("obligation.organisation_id", "$3"),
            " ORDER BY CASE WHEN obligation.state IN ('open', 'returned', 'reported') THEN 0 ELSE 1 END,
               obligation.due, obligation.id LIMIT $4"
        ),
        only(scope),
        listed(json!(measures).to_string(), measures.is_empty()),
        listed(json!(organisations).to_string(), organisations.is_empty()),
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}
