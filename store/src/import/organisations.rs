//! Organisations from a table, and the tree that they form.

use chrono::{DateTime, Utc};
use domain::calendar::Week;
use domain::ids::{OrganisationId, PersonId};
use domain::language::Names;
use domain::people::MayAdminister;
use domain::refusal::Refusal;

use super::{Change, actor, organisation_by_key, record};
use crate::organisations::week_code;
use crate::query::{maybe, run};
use crate::registry::hold_tree;
use crate::registry::organisations::{Kept, OrganisationValues, kept_by_key, search_text, tree, write};
use crate::{Conn, NotDone, StoreError};

/// What a row says of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationDraft {
    /// The short name by which files and commands call it.
    pub key: String,
    /// What it is; an unknown organisation without a kind is `other`.
    pub kind: Option<String>,
    /// Its names; those that are missing leave what is kept.
    pub names: Names,
    /// Its working week.
    pub week: Option<Week>,
    /// The organisation above it.
    pub parent: Parent,
}

/// What a row says of the organisation above.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parent {
    /// Nothing: a known organisation stays where it is, a new one goes below the city.
    NotSaid,
    /// There is none above.
    Nobody,
    /// The one with this key.
    Below(String),
}

/// Takes in organisations. Gives what became of each.
pub async fn organisations(
    conn: &mut Conn,
    right: &MayAdminister,
    drafts: &[OrganisationDraft],
    now: DateTime<Utc>,
) -> Result<Vec<Change>, NotDone> {
    let actor = actor(right)?;
    hold_tree(conn).await?;
    // All must be there before any of them can stand below another.
    let mut new = Vec::with_capacity(drafts.len());
    for draft in drafts {
        new.push(add_missing(conn, draft).await?);
    }
    let city = city(conn).await?;
    let mut changes = Vec::with_capacity(drafts.len());
    for (draft, is_new) in drafts.iter().zip(new) {
        changes.push(compare_and_write(conn, actor, draft, is_new, city, now).await?);
    }
    // A table that names only some of the organisations may close a circle with those that it does not name.
    if tree(conn).await?.circle().is_some() {
        return Err(Refusal::BelowItself.into());
    }
    Ok(changes)
}

async fn add_missing(conn: &mut Conn, draft: &OrganisationDraft) -> Result<bool, StoreError> {
    let added = run!(
        conn,
        "INSERT INTO organisation (key, kind, name_uz_latn, week, search) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (key) DO NOTHING",
        draft.key.as_str(),
        draft.kind.as_deref().unwrap_or("other"),
        draft.names.uz_latn.as_str(),
        week_code(draft.week.unwrap_or_default()),
        search_text(&draft.names),
    )?;
    Ok(added == 1)
}

/// The one above all others: organisations whose place is not said stand below it.
async fn city(conn: &mut Conn) -> Result<Option<OrganisationId>, StoreError> {
    let row = maybe!(
        conn,
        (i64,),
        "SELECT id FROM organisation WHERE parent_id IS NULL AND kind IN ('city', 'district', 'region', 'country')
         ORDER BY id LIMIT 1"
    )?;
    Ok(row.map(|(id,)| OrganisationId(id)))
}

async fn compare_and_write(
    conn: &mut Conn,
    actor: Option<PersonId>,
    draft: &OrganisationDraft,
    is_new: bool,
    city: Option<OrganisationId>,
    now: DateTime<Utc>,
) -> Result<Change, StoreError> {
    let kept = kept_by_key(conn, &draft.key).await?;
    let kept = kept.ok_or_else(|| StoreError::unknown("organisation", draft.key.clone()))?;
    let parent = match &draft.parent {
        Parent::Below(key) => Some(organisation_by_key(conn, key).await?),
        Parent::Nobody => None,
        Parent::NotSaid if is_new => city.filter(|city| *city != kept.id),
        Parent::NotSaid => kept.values.parent,
    };
    let change = write(conn, &kept, &merged(&kept, draft, parent)).await?;
    let change = if is_new { Change::New } else { change };
    record(conn, actor, ("organisation", kept.id.0), &change, now).await?;
    Ok(change)
}

/// What the row says, and what is kept where it says nothing.
fn merged(kept: &Kept, draft: &OrganisationDraft, parent: Option<OrganisationId>) -> OrganisationValues {
    let values = &kept.values;
    OrganisationValues {
        kind: draft.kind.clone().unwrap_or_else(|| values.kind.clone()),
        names: merged_names(&values.names, &draft.names),
        week: draft.week.unwrap_or(values.week),
        parent,
    }
}

/// Names that are missing leave what is kept.
pub(super) fn merged_names(kept: &Names, said: &Names) -> Names {
    Names {
        uz_latn: said.uz_latn.clone(),
        uz_cyrl: said.uz_cyrl.clone().or_else(|| kept.uz_cyrl.clone()),
        ru: said.ru.clone().or_else(|| kept.ru.clone()),
        en: said.en.clone().or_else(|| kept.en.clone()),
    }
}
