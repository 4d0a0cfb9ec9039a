//! Service points: made, named, closed, and given new links. Each act is an event, and a link that was printed once is never
//! given to another point.

use chrono::{DateTime, Utc};
use domain::ids::{OrganisationId, PointId, ServiceId};
use domain::language::Names;
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;
use serde_json::{Value, json};

use crate::boards::{in_scope, only};
use crate::events::{self, Event};
use crate::organisations::NamesRow;
use crate::query::{all, maybe, one, run};
use crate::tokens::point_code;
use crate::{Conn, NotDone, StoreError};

/// A point as administrators see it, in use or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPoint {
    /// Its number.
    pub id: PointId,
    /// The service given there.
    pub service: ServiceId,
    /// Who gives it.
    pub organisation: OrganisationId,
    /// What stands in its link.
    pub code: String,
    /// What it is called.
    pub names: Names,
    /// What its link is good for.
    pub state: PointState,
    /// Whether marks here need a visit code.
    pub asks_for_code: bool,
}

/// What the link of a point is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointState {
    /// Citizens rate by it.
    InUse,
    /// It was taken back at this moment, and not replaced yet.
    LinkRevoked(DateTime<Utc>),
    /// The service is not given there any more.
    Closed,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    service_id: i64,
    organisation_id: i64,
    code: String,
    #[sqlx(flatten)]
    names: NamesRow,
    active: bool,
    revoked_at: Option<DateTime<Utc>>,
    asks_for_code: bool,
}

impl From<Row> for KeptPoint {
    fn from(row: Row) -> Self {
        Self {
            id: PointId(row.id),
            service: ServiceId(row.service_id),
            organisation: OrganisationId(row.organisation_id),
            code: row.code,
            names: row.names.into(),
            state: match (row.active, row.revoked_at) {
                (false, _) => PointState::Closed,
                (true, Some(at)) => PointState::LinkRevoked(at),
                (true, None) => PointState::InUse,
            },
            asks_for_code: row.asks_for_code,
        }
    }
}

/// The beginning of every query that makes a [`KeptPoint`].
macro_rules! select_points {
    ($($rest:expr),+) => {
        concat!(
            "SELECT service_point.id, service_point.service_id, service.organisation_id, service_point.code,
               service_point.name AS name_uz_latn, service_point.name_uz_cyrl, service_point.name_ru,
               service_point.name_en, service_point.active, service_point.revoked_at, service_point.asks_for_code
             FROM service_point
             JOIN service ON service.id = service_point.service_id
             JOIN organisation ON organisation.id = service.organisation_id ",
            $($rest),+
        )
    };
}

/// The points of these organisations, in use or not, by organisation and service; at most `limit`.
pub async fn of_scope(conn: &mut Conn, scope: &Scope, limit: i64) -> Result<Vec<KeptPoint>, StoreError> {
    let rows = all!(
        conn,
        Row,
        select_points!(
            "WHERE service.active = $1 AND organisation.active = $1 AND ",
            in_scope!("service.organisation_id", "$2"),
            " ORDER BY service.organisation_id, service_point.service_id, service_point.id LIMIT $3"
        ),
        true,
        only(scope),
        limit,
    )?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// One point.
pub async fn one(conn: &mut Conn, id: PointId) -> Result<Option<KeptPoint>, StoreError> {
    let row = maybe!(conn, Row, select_points!("WHERE service_point.id = $1"), id.0)?;
    Ok(row.map(Into::into))
}

/// Makes a point of a service, with a link of its own.
pub async fn add(
    conn: &mut Conn,
    right: &MayAdminister,
    service: ServiceId,
    names: &Names,
    now: DateTime<Utc>,
) -> Result<PointId, NotDone> {
    let found = maybe!(
        conn,
        (i64,),
        "SELECT service.organisation_id FROM service JOIN organisation ON organisation.id = service.organisation_id
         WHERE service.id = $1 AND service.active = $2 AND organisation.active = $2",
        service.0,
        true
    )?;
    let organisation = found.map(|(id,)| OrganisationId(id)).filter(|id| right.scope().includes(*id));
    let organisation = organisation.ok_or(Refusal::NotYours)?;
    let code = unused_code(conn).await?;
    let (id,) = one!(
        conn,
        (i64,),
        "INSERT INTO service_point (service_id, code, name, name_uz_cyrl, name_ru, name_en)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
        service.0,
        code.as_str(),
        names.uz_latn.as_str(),
        names.uz_cyrl.as_deref(),
        names.ru.as_deref(),
        names.en.as_deref(),
    )?;
    let after = json!({ "service": service.0, "names": names });
    let act = Act { action: "added", before: None, after: Some(after), reason: None };
    record(conn, right, PointId(id), organisation, act, now).await?;
    Ok(PointId(id))
}

/// Calls a point by other names; by the same ones nothing happens.
pub async fn rename(
    conn: &mut Conn,
    right: &MayAdminister,
    id: PointId,
    names: &Names,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let point = administered(conn, right, id).await?;
    if point.names == *names {
        return Ok(());
    }
    run!(
        conn,
        "UPDATE service_point SET name = $1, name_uz_cyrl = $2, name_ru = $3, name_en = $4 WHERE id = $5",
        names.uz_latn.as_str(),
        names.uz_cyrl.as_deref(),
        names.ru.as_deref(),
        names.en.as_deref(),
        id.0,
    )?;
    let (before, after) = (Some(json!(point.names)), Some(json!(names)));
    let act = Act { action: "renamed", before, after, reason: None };
    Ok(record(conn, right, id, point.organisation, act, now).await?)
}

/// Closes a point: its link says so until it is opened again.
pub async fn close(
    conn: &mut Conn,
    right: &MayAdminister,
    id: PointId,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let point = administered(conn, right, id).await?;
    let closed =
        run!(conn, "UPDATE service_point SET active = $1 WHERE id = $2 AND active = $3", false, id.0, true,)?;
    if closed == 0 {
        return Err(Refusal::PointClosed.into());
    }
    let act = Act { action: "closed", before: None, after: None, reason };
    Ok(record(conn, right, id, point.organisation, act, now).await?)
}

/// Opens a closed point again, with the link that it had.
pub async fn reopen(
    conn: &mut Conn,
    right: &MayAdminister,
    id: PointId,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let point = administered(conn, right, id).await?;
    let opened =
        run!(conn, "UPDATE service_point SET active = $1 WHERE id = $2 AND active = $3", true, id.0, false,)?;
    if opened == 0 {
        return Err(Refusal::PointOpen.into());
    }
    let act = Act { action: "reopened", before: None, after: None, reason: None };
    Ok(record(conn, right, id, point.organisation, act, now).await?)
}

/// Says whether marks at the point need a visit code from now on; nothing happens when they do, or do not, already.
pub async fn ask_for_code(
    conn: &mut Conn,
    right: &MayAdminister,
    id: PointId,
    asks: bool,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let point = administered(conn, right, id).await?;
    let changed = run!(
        conn,
        "UPDATE service_point SET asks_for_code = $1 WHERE id = $2 AND asks_for_code <> $1",
        asks,
        id.0,
    )?;
    if changed == 0 {
        return Ok(());
    }
    let action = if asks { "codes_asked" } else { "codes_not_asked" };
    let act = Act { action, before: None, after: None, reason: None };
    Ok(record(conn, right, id, point.organisation, act, now).await?)
}

/// Takes the link `code` of a point back: it is not valid from now on. The point has none until it gets another.
pub async fn revoke_link(
    conn: &mut Conn,
    right: &MayAdminister,
    id: PointId,
    code: &str,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let point = administered(conn, right, id).await?;
    let revoked = run!(
        conn,
        "UPDATE service_point SET revoked_at = $1 WHERE id = $2 AND code = $3 AND revoked_at IS NULL",
        now,
        id.0,
        code,
    )?;
    if revoked == 0 {
        return Err(Refusal::LinkRevoked.into());
    }
    let act = Act { action: "link_revoked", before: Some(json!({ "code": code })), after: None, reason };
    Ok(record(conn, right, id, point.organisation, act, now).await?)
}

/// Gives a point a new link in place of `code`, which leads to the new one from now on. Gives the new code.
pub async fn replace_link(
    conn: &mut Conn,
    right: &MayAdminister,
    id: PointId,
    code: &str,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> Result<String, NotDone> {
    let point = administered(conn, right, id).await?;
    let fresh = unused_code(conn).await?;
    let replaced = run!(
        conn,
        "UPDATE service_point SET code = $1, revoked_at = NULL WHERE id = $2 AND code = $3",
        fresh.as_str(),
        id.0,
        code,
    )?;
    if replaced == 0 {
        return Err(Refusal::LinkRevoked.into());
    }
    run!(conn, "INSERT INTO former_link (code, point_id, replaced_at) VALUES ($1, $2, $3)", code, id.0, now,)?;
    let (before, after) = (Some(json!({ "code": code })), Some(json!({ "code": fresh })));
    let act = Act { action: "link_replaced", before, after, reason };
    record(conn, right, id, point.organisation, act, now).await?;
    Ok(fresh)
}

/// The point, when the right holds there.
async fn administered(conn: &mut Conn, right: &MayAdminister, id: PointId) -> Result<KeptPoint, NotDone> {
    let point = one(conn, id).await?.filter(|point| right.scope().includes(point.organisation));
    Ok(point.ok_or(Refusal::NotYours)?)
}

/// A code that no link ever had: an old poster must not lead to another point.
async fn unused_code(conn: &mut Conn) -> Result<String, StoreError> {
    loop {
        let code = point_code()?;
        let known = maybe!(
            conn,
            (String,),
            "SELECT code FROM former_link WHERE code = $1 UNION ALL SELECT code FROM service_point WHERE code = $1",
            code.as_str(),
        )?;
        if known.is_none() {
            return Ok(code);
        }
    }
}

/// What was done to a point, as its event tells it.
struct Act<'a> {
    action: &'a str,
    before: Option<Value>,
    after: Option<Value>,
    reason: Option<&'a str>,
}

async fn record(
    conn: &mut Conn,
    right: &MayAdminister,
    id: PointId,
    organisation: OrganisationId,
    act: Act<'_>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let event = Event {
        at: now,
        actor: right.person(),
        action: act.action,
        subject: "point",
        subject_id: Some(id.0),
        organisation: Some(organisation),
        before: act.before,
        after: act.after,
        reason: act.reason,
    };
    events::record(conn, &event).await
}
