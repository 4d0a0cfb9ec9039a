//! Organisations that have work, but no officer whom a message reaches; and whom to call there.

use chrono::NaiveDate;
use domain::ids::OrganisationId;
use domain::people::{Role, Scope};

use super::{Answering, Recipient, answering_in};
use crate::boards::{in_scope, only};
use crate::query::all;
use crate::{Conn, StoreError};

/// An organisation without an officer, or a substitute of one, whom a message reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Who is told instead: a head, or whoever stands in for them.
    pub told: Option<Recipient>,
    /// Whom to call: whoever is told, or else somebody with the role whom no message reaches.
    pub call: Option<Recipient>,
    /// An officer whom no message reaches; none where nobody is appointed.
    pub officer: Option<Recipient>,
}

/// The vacancies on `today`. An organisation counts when a measure names it.
pub async fn vacancies(conn: &mut Conn, scope: &Scope, today: NaiveDate) -> Result<Vec<Vacancy>, StoreError> {
    // Few organisations have no officer at work whom a message reaches; of those the substitutes are looked at.
    let rows = all!(
        conn,
        (i64,),
        concat!(
            "SELECT organisation.id FROM organisation
             WHERE organisation.active = $1 AND ",
            in_scope!("organisation.id", "$2"),
            " AND EXISTS (SELECT 1 FROM measure_executor WHERE measure_executor.organisation_id = organisation.id)
              AND NOT EXISTS (
                SELECT 1 FROM role_grant JOIN person ON person.id = role_grant.person_id
                WHERE role_grant.organisation_id = organisation.id AND role_grant.role = 'officer'
                  AND role_grant.ended_at IS NULL AND person.active = $1
                  AND person.telegram_id IS NOT NULL AND person.unreachable_since IS NULL
                  AND NOT EXISTS (
                    SELECT 1 FROM substitution
                    WHERE substitution.person_id = person.id AND substitution.organisation_id = organisation.id
                      AND substitution.ended_at IS NULL AND substitution.first_day <= $3
                      AND substitution.last_day >= $3))
             ORDER BY organisation.id"
        ),
        true,
        only(scope),
        today,
    )?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let suspects: Vec<_> = rows.into_iter().map(|(id,)| OrganisationId(id)).collect();
    let among = Scope::Only(suspects.iter().copied().collect());
    let mut answering = answering_in(conn, &among, today).await?;
    let mut vacancies = Vec::new();
    for organisation in suspects {
        let Answering { officers, heads, unreached } = answering.remove(&organisation).unwrap_or_default();
        if officers.is_empty() {
            let told = heads.into_iter().next();
            let officer =
                unreached.iter().find(|(role, _)| *role == Role::Officer).map(|(_, one)| one.clone());
            let call = told.clone().or_else(|| unreached.into_iter().next().map(|(_, one)| one));
            vacancies.push(Vacancy { organisation, told, call, officer });
        }
    }
    Ok(vacancies)
}
