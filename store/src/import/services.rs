//! Services from a table, each with a first service point.

use chrono::{DateTime, Utc};
use domain::ids::{OrganisationId, PersonId};
use domain::language::Names;
use domain::people::MayAdminister;

use super::organisations::search_text;
use super::{Change, Differences, actor, organisation_by_key, record};
use crate::query::{maybe, one, run};
use crate::tokens::point_code;
use crate::{Conn, NotDone, StoreError};

/// What a row says of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceDraft {
    /// The short name by which files and commands call it.
    pub key: String,
    /// The key of the organisation that gives it.
    pub organisation: String,
    /// Its names; those that are missing leave what is kept.
    pub names: Names,
    /// The regulated term, as worded.
    pub term: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Known {
    id: i64,
    organisation: String,
    name_uz_latn: String,
    name_uz_cyrl: Option<String>,
    name_ru: Option<String>,
    name_en: Option<String>,
    term: Option<String>,
}

/// Takes in services. Gives what became of each.
pub async fn services(
    conn: &mut Conn,
    right: &MayAdminister,
    drafts: &[ServiceDraft],
    now: DateTime<Utc>,
) -> Result<Vec<Change>, NotDone> {
    let actor = actor(right)?;
    let mut changes = Vec::with_capacity(drafts.len());
    for draft in drafts {
        changes.push(one_service(conn, actor, draft, now).await?);
    }
    Ok(changes)
}

async fn one_service(
    conn: &mut Conn,
    actor: Option<PersonId>,
    draft: &ServiceDraft,
    now: DateTime<Utc>,
) -> Result<Change, StoreError> {
    let organisation = organisation_by_key(conn, &draft.organisation).await?;
    let known = maybe!(
        conn,
        Known,
        "SELECT service.id, organisation.key AS organisation, service.name_uz_latn, service.name_uz_cyrl,
           service.name_ru, service.name_en, service.term
         FROM service JOIN organisation ON organisation.id = service.organisation_id
         WHERE service.key = $1",
        draft.key.as_str(),
    )?;
    let (id, change) = match known {
        None => (add(conn, draft, organisation).await?, Change::New),
        Some(known) => {
            let change = differences(&known, draft).into_change();
            if change != Change::Unchanged {
                write(conn, &known, draft, organisation).await?;
            }
            (known.id, change)
        }
    };
    record(conn, actor, "service", id, &change, now).await?;
    add_first_point(conn, id, organisation).await?;
    Ok(change)
}

fn differences(known: &Known, draft: &ServiceDraft) -> Differences {
    let mut differences = Differences::default();
    differences.text("org_key", &known.organisation, &draft.organisation);
    differences.text("name_uz_latn", &known.name_uz_latn, &draft.names.uz_latn);
    differences.said("name_uz_cyrl", known.name_uz_cyrl.as_deref(), draft.names.uz_cyrl.as_deref());
    differences.said("name_ru", known.name_ru.as_deref(), draft.names.ru.as_deref());
    differences.said("name_en", known.name_en.as_deref(), draft.names.en.as_deref());
    differences.said("term", known.term.as_deref(), draft.term.as_deref());
    differences
}

async fn add(conn: &mut Conn, draft: &ServiceDraft, organisation: OrganisationId) -> Result<i64, StoreError> {
    let (id,) = one!(
        conn,
        (i64,),
        "INSERT INTO service (key, organisation_id, name_uz_latn, name_uz_cyrl, name_ru, name_en, term, search)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
        draft.key.as_str(),
        organisation.0,
        draft.names.uz_latn.as_str(),
        draft.names.uz_cyrl.as_deref(),
        draft.names.ru.as_deref(),
        draft.names.en.as_deref(),
        draft.term.as_deref(),
        search_text(&draft.names),
    )?;
    Ok(id)
}

async fn write(
    conn: &mut Conn,
    known: &Known,
    draft: &ServiceDraft,
    organisation: OrganisationId,
) -> Result<(), StoreError> {
    let names = Names {
        uz_latn: draft.names.uz_latn.clone(),
        uz_cyrl: draft.names.uz_cyrl.clone().or_else(|| known.name_uz_cyrl.clone()),
        ru: draft.names.ru.clone().or_else(|| known.name_ru.clone()),
        en: draft.names.en.clone().or_else(|| known.name_en.clone()),
    };
    run!(
        conn,
        "UPDATE service SET organisation_id = $1, name_uz_latn = $2, name_uz_cyrl = $3, name_ru = $4, name_en = $5,
           term = $6, search = $7
         WHERE id = $8",
        organisation.0,
        names.uz_latn.as_str(),
        names.uz_cyrl.as_deref(),
        names.ru.as_deref(),
        names.en.as_deref(),
        draft.term.as_deref().or(known.term.as_deref()),
        search_text(&names),
        known.id,
    )?;
    Ok(())
}

/// A service can be rated from its first day: it gets a point that bears the name of its organisation.
async fn add_first_point(
    conn: &mut Conn,
    service: i64,
    organisation: OrganisationId,
) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO service_point (service_id, code, name)
         SELECT CAST($1 AS BIGINT), $2, name_uz_latn FROM organisation
         WHERE id = $3 AND NOT EXISTS (SELECT 1 FROM service_point WHERE service_id = $1)",
        service,
        point_code()?,
        organisation.0,
    )?;
    Ok(())
}
