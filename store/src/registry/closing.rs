//! Closing organisations and services, and opening them again.
//!
//! What is due later is not asked of a closed organisation; what is overdue, due today, returned or waits for control stays until
//! it is answered or control decides. Nobody becomes less late by being closed.

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::ids::{MeasureId, ObligationId, OrganisationId, ServiceId};
use domain::people::MayAdminister;
use domain::refusal::Refusal;

use super::organisations::kept;
use super::{Act, check, hold_tree, record, services};
use crate::obligations::{drop_of_closed, restore};
use crate::query::{all, one, run};
use crate::{Conn, NotDone, StoreError};

/// What the closing of an organisation means, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Closing {
    /// Open obligations that are due later: they are not asked for any more.
    pub dropped: i64,
    /// Obligations that stay until they are answered or decided: overdue, due today, returned, or with control.
    pub stays: i64,
    /// Services that citizens cannot rate any more.
    pub services: i64,
    /// Cases of citizens that wait for an answer.
    pub cases: i64,
    /// People who keep a role there.
    pub people: i64,
    /// Organisations in use below it: with any of them it cannot be closed.
    pub below: i64,
}

/// What would happen if this organisation were closed on `today`.
pub async fn would_close(
    conn: &mut Conn,
    id: OrganisationId,
    today: NaiveDate,
) -> Result<Closing, StoreError> {
    one!(
        conn,
        Closing,
        "SELECT
           (SELECT COUNT(*) FROM obligation WHERE organisation_id = $1 AND state = 'open' AND due > $2) AS dropped,
           (SELECT COUNT(*) FROM obligation WHERE organisation_id = $1
              AND (state IN ('returned', 'reported') OR state = 'open' AND due <= $2)) AS stays,
           (SELECT COUNT(*) FROM service WHERE organisation_id = $1 AND active = $3) AS services,
           (SELECT COUNT(*) FROM citizen_case WHERE organisation_id = $1 AND state = 'open') AS cases,
           (SELECT COUNT(DISTINCT role_grant.person_id)
            FROM role_grant JOIN person ON person.id = role_grant.person_id
            WHERE role_grant.organisation_id = $1 AND role_grant.ended_at IS NULL AND person.active = $3) AS people,
           (SELECT COUNT(*) FROM organisation WHERE parent_id = $1 AND active = $3) AS below",
        id.0,
        today,
        true,
    )
}

/// Closes an organisation: it gets no new obligations, its services are not given, and what is due later is not asked for.
/// Closing it once more changes nothing.
pub async fn close_organisation(
    conn: &mut Conn,
    right: &MayAdminister,
    id: OrganisationId,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    check(right, id)?;
    hold_tree(conn).await?;
    let organisation = kept(conn, id).await?.ok_or(Refusal::NotYours)?;
    if organisation.values.parent.is_none() {
        return Err(Refusal::StaysOnTop.into());
    }
    let today = tashkent_day(now);
    if would_close(conn, id, today).await?.below > 0 {
        return Err(Refusal::OthersBelow.into());
    }
    let closed =
        run!(conn, "UPDATE organisation SET active = $1 WHERE id = $2 AND active = $3", false, id.0, true)?;
    if closed == 0 {
        return Ok(());
    }
    let later = all!(
        conn,
        (i64,),
        "SELECT id FROM obligation WHERE organisation_id = $1 AND state = 'open' AND due > $2 ORDER BY due, id",
        id.0,
        today,
    )?;
    for (obligation,) in later {
        drop_of_closed(conn, (ObligationId(obligation), id), right.person(), now).await?;
    }
    let act = Act { action: "closed", reason, ..Act::default() };
    Ok(record(conn, right, ("organisation", id.0), id, act, now).await?)
}

/// Opens a closed organisation again: its services are given as before, and what its plans still ask for is asked for again.
pub async fn reopen_organisation(
    conn: &mut Conn,
    right: &MayAdminister,
    id: OrganisationId,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    check(right, id)?;
    hold_tree(conn).await?;
    let organisation = kept(conn, id).await?.ok_or(Refusal::NotYours)?;
    if let Some(above) = organisation.values.parent
        && kept(conn, above).await?.is_some_and(|above| !above.active)
    {
        return Err(Refusal::BelongsToClosed.into());
    }
    let opened =
        run!(conn, "UPDATE organisation SET active = $1 WHERE id = $2 AND active = $3", true, id.0, false)?;
    if opened == 0 {
        return Ok(());
    }
    let act = Act { action: "reopened", ..Act::default() };
    record(conn, right, ("organisation", id.0), id, act, now).await?;
    let measures = all!(
        conn,
        (i64,),
        "SELECT DISTINCT measure_id FROM obligation
         WHERE organisation_id = $1 AND state = 'cancelled' AND dropped_at IS NOT NULL ORDER BY measure_id",
        id.0,
    )?;
    for (measure,) in measures {
        restore(conn, MeasureId(measure), id, right.person(), now).await?;
    }
    Ok(())
}

/// Says whether a service is given from now on; nothing happens when it is, or is not, already. Its ratings stay.
pub async fn give_service(
    conn: &mut Conn,
    right: &MayAdminister,
    id: ServiceId,
    given: bool,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let organisation = services::held(conn, right, id).await?.values.organisation;
    if given && kept(conn, organisation).await?.is_some_and(|one| !one.active) {
        return Err(Refusal::BelongsToClosed.into());
    }
    let changed = run!(conn, "UPDATE service SET active = $1 WHERE id = $2 AND active <> $1", given, id.0)?;
    if changed == 0 {
        return Ok(());
    }
    let act = Act { action: if given { "reopened" } else { "closed" }, reason, ..Act::default() };
    Ok(record(conn, right, ("service", id.0), organisation, act, now).await?)
}
