//! Organisations: what they are called, how they work, and below whom they stand.

use chrono::{DateTime, Utc};
use domain::calendar::Week;
use domain::ids::OrganisationId;
use domain::language::Names;
use domain::people::{MayAdminister, Tree};
use domain::refusal::Refusal;
use domain::text::fold;
use serde_json::json;

use super::{Act, check, hold_tree, record};
use crate::import::{Change, Differences};
use crate::organisations::{NamesRow, week_code, week_from_code};
use crate::query::{all, maybe, run};
use crate::{Conn, NotDone, StoreError};

/// All that can be said of an organisation, but for its key, which never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationValues {
    /// What it is: `city`, `tax`, `utility`, …
    pub kind: String,
    /// Its names.
    pub names: Names,
    /// Its working week.
    pub week: Week,
    /// The organisation above it.
    pub parent: Option<OrganisationId>,
}

/// An organisation as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) id: OrganisationId,
    parent_key: Option<String>,
    pub(crate) values: OrganisationValues,
    pub(super) active: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    parent_id: Option<i64>,
    parent_key: Option<String>,
    kind: String,
    #[sqlx(flatten)]
    names: NamesRow,
    week: String,
    active: bool,
}

impl Row {
    fn read(self) -> Result<Kept, StoreError> {
        let values = OrganisationValues {
            kind: self.kind,
            names: self.names.into(),
            week: week_from_code(&self.week)?,
            parent: self.parent_id.map(OrganisationId),
        };
        Ok(Kept { id: OrganisationId(self.id), parent_key: self.parent_key, values, active: self.active })
    }
}

macro_rules! select_organisation {
    ($rest:literal) => {
        concat!(
            "SELECT organisation.id, organisation.parent_id, above.key AS parent_key, organisation.kind,
               organisation.name_uz_latn, organisation.name_uz_cyrl, organisation.name_ru, organisation.name_en,
               organisation.week, organisation.active
             FROM organisation LEFT JOIN organisation above ON above.id = organisation.parent_id ",
            $rest
        )
    };
}

/// The organisation with this key.
pub(crate) async fn kept_by_key(conn: &mut Conn, key: &str) -> Result<Option<Kept>, StoreError> {
    let row = maybe!(conn, Row, select_organisation!("WHERE organisation.key = $1"), key)?;
    row.map(Row::read).transpose()
}

/// The organisation with this number.
pub(super) async fn kept(conn: &mut Conn, id: OrganisationId) -> Result<Option<Kept>, StoreError> {
    let row = maybe!(conn, Row, select_organisation!("WHERE organisation.id = $1"), id.0)?;
    row.map(Row::read).transpose()
}

/// The tree of this moment.
pub(crate) async fn tree(conn: &mut Conn) -> Result<Tree, StoreError> {
    let rows = all!(conn, (i64, Option<i64>), "SELECT id, parent_id FROM organisation ORDER BY id")?;
    Ok(Tree::from_parents(
        rows.into_iter().map(|(id, above)| (OrganisationId(id), above.map(OrganisationId))),
    ))
}

/// Adds an organisation below another one.
pub async fn add(
    conn: &mut Conn,
    right: &MayAdminister,
    key: &str,
    values: &OrganisationValues,
    now: DateTime<Utc>,
) -> Result<OrganisationId, NotDone> {
    // Whoever has no right waits for nobody, and writes nothing.
    if let Some(above) = values.parent {
        check(right, above)?;
    }
    hold_tree(conn).await?;
    tree(conn).await?.check_place(None, values.parent)?;
    check_above(conn, right, values.parent).await?;
    let added = maybe!(
        conn,
        (i64,),
        "INSERT INTO organisation (key, kind, parent_id, name_uz_latn, name_uz_cyrl, name_ru, name_en, week, search)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (key) DO NOTHING RETURNING id",
        key,
        values.kind.as_str(),
        values.parent.map(|id| id.0),
        values.names.uz_latn.as_str(),
        values.names.uz_cyrl.as_deref(),
        values.names.ru.as_deref(),
        values.names.en.as_deref(),
        week_code(values.week),
        search_text(&values.names),
    )?;
    let id = added.map(|(id,)| OrganisationId(id)).ok_or(Refusal::KeyTaken)?;
    let after = json!({ "key": key, "name_uz_latn": values.names.uz_latn });
    let act = Act { action: "added", after: Some(after), ..Act::default() };
    record(conn, right, ("organisation", id.0), id, act, now).await?;
    Ok(id)
}

/// Changes what is said of an organisation; the same values change nothing.
pub async fn change(
    conn: &mut Conn,
    right: &MayAdminister,
    id: OrganisationId,
    values: &OrganisationValues,
    now: DateTime<Utc>,
) -> Result<Change, NotDone> {
    check(right, id)?;
    hold_tree(conn).await?;
    let kept = kept(conn, id).await?.ok_or(Refusal::NotYours)?;
    // Whoever administers a part of the city keeps the place of that part as it is.
    if kept.values.parent != values.parent {
        tree(conn).await?.check_place(Some(id), values.parent)?;
        check_above(conn, right, values.parent).await?;
    }
    let change = write(conn, &kept, values).await?;
    if let Some(act) = Act::changed(&change) {
        record(conn, right, ("organisation", id.0), id, act, now).await?;
    }
    Ok(change)
}

/// Passes when something may be put below this organisation.
async fn check_above(
    conn: &mut Conn,
    right: &MayAdminister,
    above: Option<OrganisationId>,
) -> Result<(), NotDone> {
    let above = above.ok_or(Refusal::NobodyAbove)?;
    check(right, above)?;
    let kept = kept(conn, above).await?.ok_or(Refusal::NobodyAbove)?;
    if kept.active { Ok(()) } else { Err(Refusal::BelongsToClosed.into()) }
}

/// Writes what is different. The caller has checked the place, and records it.
pub(crate) async fn write(
    conn: &mut Conn,
    kept: &Kept,
    values: &OrganisationValues,
) -> Result<Change, StoreError> {
    let parent = match values.parent {
        None => None,
        same if same == kept.values.parent => kept.parent_key.clone(),
        Some(above) => {
            maybe!(conn, (String,), "SELECT key FROM organisation WHERE id = $1", above.0)?.map(|row| row.0)
        }
    };
    let change = differences(kept, values, parent.as_deref()).into_change();
    if change == Change::Unchanged {
        return Ok(change);
    }
    run!(
        conn,
        "UPDATE organisation SET parent_id = $1, kind = $2, name_uz_latn = $3, name_uz_cyrl = $4, name_ru = $5,
           name_en = $6, week = $7, search = $8
         WHERE id = $9",
        values.parent.map(|id| id.0),
        values.kind.as_str(),
        values.names.uz_latn.as_str(),
        values.names.uz_cyrl.as_deref(),
        values.names.ru.as_deref(),
        values.names.en.as_deref(),
        week_code(values.week),
        search_text(&values.names),
        kept.id.0,
    )?;
    // The first point of a service bears the name of the organisation, and must go on doing so.
    run!(
        conn,
        "UPDATE service_point SET name = $1
         WHERE name = $2 AND service_id IN (SELECT id FROM service WHERE organisation_id = $3)",
        values.names.uz_latn.as_str(),
        kept.values.names.uz_latn.as_str(),
        kept.id.0,
    )?;
    Ok(change)
}

fn differences(kept: &Kept, values: &OrganisationValues, parent: Option<&str>) -> Differences {
    let mut differences = Differences::default();
    differences.text("kind", &kept.values.kind, &values.kind);
    differences.names(&kept.values.names, &values.names);
    differences.text("week", week_code(kept.values.week), week_code(values.week));
    differences.text("parent", kept.parent_key.as_deref().unwrap_or_default(), parent.unwrap_or_default());
    differences
}

/// What a search looks at: all names, folded.
pub(crate) fn search_text(names: &Names) -> String {
    let all = [Some(names.uz_latn.as_str()), names.ru.as_deref(), names.en.as_deref()];
    // Uzbek in Cyrillic script folds to the same letters as in Latin.
    all.into_iter().flatten().map(fold).collect::<Vec<_>>().join(" ")
}
