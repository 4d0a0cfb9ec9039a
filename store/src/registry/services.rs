//! Services: who gives them, what they are called, and the regulated term.

use chrono::{DateTime, Utc};
use domain::ids::{OrganisationId, ServiceId};
use domain::language::Names;
use domain::people::MayAdminister;
use domain::refusal::Refusal;
use serde_json::json;

use super::organisations::{self, search_text};
use super::{Act, check, hold_tree, record};
use crate::import::{Change, Differences};
use crate::organisations::NamesRow;
use crate::query::{all, maybe, one, run};
use crate::tokens::point_code;
use crate::{Conn, NotDone, StoreError};

/// All that can be said of a service, but for its key, which never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceValues {
    /// Who gives it.
    pub organisation: OrganisationId,
    /// Its names.
    pub names: Names,
    /// The regulated term, as worded.
    pub term: Option<String>,
}

/// A service as it is kept, in use or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptService {
    /// Its number.
    pub id: ServiceId,
    /// The short name by which files and commands call it.
    pub key: String,
    /// Whether it is given; that of a closed organisation is given when the organisation is opened again.
    pub active: bool,
    organisation_key: String,
    /// What is said of it.
    pub values: ServiceValues,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    key: String,
    active: bool,
    organisation_id: i64,
    organisation_key: String,
    #[sqlx(flatten)]
    names: NamesRow,
    term: Option<String>,
}

impl From<Row> for KeptService {
    fn from(row: Row) -> Self {
        Self {
            id: ServiceId(row.id),
            key: row.key,
            active: row.active,
            organisation_key: row.organisation_key,
            values: ServiceValues {
                organisation: OrganisationId(row.organisation_id),
                names: row.names.into(),
                term: row.term,
            },
        }
    }
}

macro_rules! select_services {
    ($rest:literal) => {
        concat!(
            "SELECT service.id, service.key, service.active, service.organisation_id,
               organisation.key AS organisation_key, service.name_uz_latn, service.name_uz_cyrl, service.name_ru,
               service.name_en, service.term
             FROM service JOIN organisation ON organisation.id = service.organisation_id ",
            $rest
        )
    };
}

/// The services of an organisation, in use or not, those in use first.
pub async fn of(conn: &mut Conn, organisation: OrganisationId) -> Result<Vec<KeptService>, StoreError> {
    let rows = all!(
        conn,
        Row,
        select_services!(
            "WHERE service.organisation_id = $1 ORDER BY CASE WHEN service.active = $2 THEN 0 ELSE 1 END, service.id"
        ),
        organisation.0,
        true,
    )?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The service with this number.
pub async fn kept(conn: &mut Conn, id: ServiceId) -> Result<Option<KeptService>, StoreError> {
    let row = maybe!(conn, Row, select_services!("WHERE service.id = $1"), id.0)?;
    Ok(row.map(Into::into))
}

/// The service with this key.
pub(crate) async fn kept_by_key(conn: &mut Conn, key: &str) -> Result<Option<KeptService>, StoreError> {
    let row = maybe!(conn, Row, select_services!("WHERE service.key = $1"), key)?;
    Ok(row.map(Into::into))
}

/// Adds a service, with a first point that citizens can rate at once.
pub async fn add(
    conn: &mut Conn,
    right: &MayAdminister,
    key: &str,
    values: &ServiceValues,
    now: DateTime<Utc>,
) -> Result<ServiceId, NotDone> {
    check(right, values.organisation)?;
    hold_tree(conn).await?;
    check_giver(conn, right, values.organisation).await?;
    if kept_by_key(conn, key).await?.is_some() {
        return Err(Refusal::KeyTaken.into());
    }
    let id = insert(conn, key, values).await?;
    add_first_point(conn, id, values.organisation).await?;
    let after = json!({ "key": key, "name_uz_latn": values.names.uz_latn });
    let act = Act { action: "added", after: Some(after), ..Act::default() };
    record(conn, right, ("service", id.0), values.organisation, act, now).await?;
    Ok(id)
}

/// Changes what is said of a service; the same values change nothing. What citizens said before stays with whom it was said of.
pub async fn change(
    conn: &mut Conn,
    right: &MayAdminister,
    id: ServiceId,
    values: &ServiceValues,
    now: DateTime<Utc>,
) -> Result<Change, NotDone> {
    let kept = held(conn, right, id).await?;
    if kept.values.organisation != values.organisation {
        check_giver(conn, right, values.organisation).await?;
    }
    let change = write(conn, &kept, values).await?;
    if let Some(act) = Act::changed(&change) {
        record(conn, right, ("service", id.0), values.organisation, act, now).await?;
    }
    Ok(change)
}

/// The service with this number, when the right holds for it; from here on nobody else changes it.
pub(super) async fn held(
    conn: &mut Conn,
    right: &MayAdminister,
    id: ServiceId,
) -> Result<KeptService, NotDone> {
    // Whoever has no right waits for nobody, and writes nothing.
    let known = kept(conn, id).await?.ok_or(Refusal::NotYours)?;
    check(right, known.values.organisation)?;
    hold_tree(conn).await?;
    // It may have moved while this waited.
    let kept = kept(conn, id).await?.ok_or(Refusal::NotYours)?;
    check(right, kept.values.organisation)?;
    Ok(kept)
}

/// Passes when a service may be put to this organisation.
async fn check_giver(
    conn: &mut Conn,
    right: &MayAdminister,
    organisation: OrganisationId,
) -> Result<(), NotDone> {
    check(right, organisation)?;
    let giver = organisations::kept(conn, organisation).await?.ok_or(Refusal::NotYours)?;
    if giver.active { Ok(()) } else { Err(Refusal::BelongsToClosed.into()) }
}

/// Writes a service that is not known.
pub(crate) async fn insert(
    conn: &mut Conn,
    key: &str,
    values: &ServiceValues,
) -> Result<ServiceId, StoreError> {
    let (id,) = one!(
        conn,
        (i64,),
        "INSERT INTO service (key, organisation_id, name_uz_latn, name_uz_cyrl, name_ru, name_en, term, search)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
        key,
        values.organisation.0,
        values.names.uz_latn.as_str(),
        values.names.uz_cyrl.as_deref(),
        values.names.ru.as_deref(),
        values.names.en.as_deref(),
        values.term.as_deref(),
        search_text(&values.names),
    )?;
    Ok(ServiceId(id))
}

/// Writes what is different. The caller records it.
pub(crate) async fn write(
    conn: &mut Conn,
    kept: &KeptService,
    values: &ServiceValues,
) -> Result<Change, StoreError> {
    let giver = maybe!(
        conn,
        (String, String),
        "SELECT key, name_uz_latn FROM organisation WHERE id = $1",
        values.organisation.0
    )?;
    let (key, giver) = giver.unwrap_or_default();
    let change = differences(kept, values, &key).into_change();
    if change == Change::Unchanged {
        return Ok(change);
    }
    // The first point bears the name of the organisation, and must go on doing so.
    run!(
        conn,
        "UPDATE service_point SET name = $1
         WHERE service_id = $2 AND name = (SELECT name_uz_latn FROM organisation WHERE id = $3)",
        giver.as_str(),
        kept.id.0,
        kept.values.organisation.0,
    )?;
    run!(
        conn,
        "UPDATE service SET organisation_id = $1, name_uz_latn = $2, name_uz_cyrl = $3, name_ru = $4, name_en = $5,
           term = $6, search = $7
         WHERE id = $8",
        values.organisation.0,
        values.names.uz_latn.as_str(),
        values.names.uz_cyrl.as_deref(),
        values.names.ru.as_deref(),
        values.names.en.as_deref(),
        values.term.as_deref(),
        search_text(&values.names),
        kept.id.0,
    )?;
    Ok(change)
}

fn differences(kept: &KeptService, values: &ServiceValues, organisation_key: &str) -> Differences {
    let mut differences = Differences::default();
    differences.text("org_key", &kept.organisation_key, organisation_key);
    differences.names(&kept.values.names, &values.names);
    let term = |term: &Option<String>| term.clone().unwrap_or_default();
    differences.text("term", &term(&kept.values.term), &term(&values.term));
    differences
}

/// A service can be rated from its first day: it gets a point that bears the name of its organisation.
pub(crate) async fn add_first_point(
    conn: &mut Conn,
    service: ServiceId,
    organisation: OrganisationId,
) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO service_point (service_id, code, name)
         SELECT CAST($1 AS BIGINT), $2, name_uz_latn FROM organisation
         WHERE id = $3 AND NOT EXISTS (SELECT 1 FROM service_point WHERE service_id = $1)",
        service.0,
        point_code()?,
        organisation.0,
    )?;
    Ok(())
}
