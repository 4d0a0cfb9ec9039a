//! Services from a table, each with a first service point.

use chrono::{DateTime, Utc};
use domain::ids::PersonId;
use domain::language::Names;
use domain::people::MayAdminister;

use super::organisations::merged_names;
use super::{Change, actor, organisation_by_key, record};
use crate::registry::hold_tree;
use crate::registry::services::{ServiceValues, add_first_point, insert, kept_by_key, write};
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

/// Takes in services. Gives what became of each.
pub async fn services(
    conn: &mut Conn,
    right: &MayAdminister,
    drafts: &[ServiceDraft],
    now: DateTime<Utc>,
) -> Result<Vec<Change>, NotDone> {
    let actor = actor(right)?;
    hold_tree(conn).await?;
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
    let (id, change) = match kept_by_key(conn, &draft.key).await? {
        None => {
            let values = ServiceValues { organisation, names: draft.names.clone(), term: draft.term.clone() };
            (insert(conn, &draft.key, &values).await?, Change::New)
        }
        Some(kept) => {
            let values = ServiceValues {
                organisation,
                names: merged_names(&kept.values.names, &draft.names),
                term: draft.term.clone().or_else(|| kept.values.term.clone()),
            };
            (kept.id, write(conn, &kept, &values).await?)
        }
    };
    record(conn, actor, ("service", id.0), &change, now).await?;
    add_first_point(conn, id, organisation).await?;
    Ok(change)
}
