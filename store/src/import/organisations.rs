//! Organisations from a table, and the tree that they form.

use chrono::{DateTime, Utc};
use domain::calendar::Week;
use domain::ids::PersonId;
use domain::language::Names;
use domain::people::MayAdminister;
use domain::text::fold;

use super::{Change, Differences, actor, organisation_by_key, record};
use crate::organisations::week_code;
use crate::query::{maybe, one, run};
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

#[derive(sqlx::FromRow)]
struct Known {
    id: i64,
    parent: Option<String>,
    kind: String,
    name_uz_latn: String,
    name_uz_cyrl: Option<String>,
    name_ru: Option<String>,
    name_en: Option<String>,
    week: String,
}

/// Takes in organisations. Gives what became of each.
pub async fn organisations(
    conn: &mut Conn,
    right: &MayAdminister,
    drafts: &[OrganisationDraft],
    now: DateTime<Utc>,
) -> Result<Vec<Change>, NotDone> {
    let actor = actor(right)?;
    // All must be there before any of them can stand below another.
    let mut new = Vec::with_capacity(drafts.len());
    for draft in drafts {
        new.push(add_missing(conn, draft).await?);
    }
    let city = city(conn).await?;
    let mut changes = Vec::with_capacity(drafts.len());
    for (draft, is_new) in drafts.iter().zip(new) {
        changes.push(compare_and_write(conn, actor, draft, is_new, city.as_deref(), now).await?);
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

/// The key of the one above all others: organisations whose place is not said stand below it.
async fn city(conn: &mut Conn) -> Result<Option<String>, StoreError> {
    let row = maybe!(
        conn,
        (String,),
        "SELECT key FROM organisation WHERE parent_id IS NULL AND kind IN ('city', 'district', 'region', 'country')
         ORDER BY id LIMIT 1"
    )?;
    Ok(row.map(|(key,)| key))
}

async fn compare_and_write(
    conn: &mut Conn,
    actor: Option<PersonId>,
    draft: &OrganisationDraft,
    is_new: bool,
    city: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Change, StoreError> {
    let known = one!(
        conn,
        Known,
        "SELECT organisation.id, above.key AS parent, organisation.kind, organisation.name_uz_latn,
           organisation.name_uz_cyrl, organisation.name_ru, organisation.name_en, organisation.week
         FROM organisation LEFT JOIN organisation above ON above.id = organisation.parent_id
         WHERE organisation.key = $1",
        draft.key.as_str(),
    )?;
    let parent = match &draft.parent {
        Parent::Below(key) => Some(key.as_str()),
        Parent::Nobody => None,
        Parent::NotSaid if is_new => city.filter(|city| *city != draft.key),
        Parent::NotSaid => known.parent.as_deref(),
    };
    let names = merged(&known, &draft.names);
    let mut differences = Differences::default();
    differences.said("kind", Some(&known.kind), draft.kind.as_deref());
    differences.text("name_uz_latn", &known.name_uz_latn, &names.uz_latn);
    differences.said("name_uz_cyrl", known.name_uz_cyrl.as_deref(), draft.names.uz_cyrl.as_deref());
    differences.said("name_ru", known.name_ru.as_deref(), draft.names.ru.as_deref());
    differences.said("name_en", known.name_en.as_deref(), draft.names.en.as_deref());
    differences.said("week", Some(&known.week), draft.week.map(week_code));
    differences.text("parent", known.parent.as_deref().unwrap_or_default(), parent.unwrap_or_default());
    let change = if is_new { Change::New } else { differences.into_change() };
    if change == Change::Unchanged {
        return Ok(change);
    }
    let above = match parent {
        Some(key) => Some(organisation_by_key(conn, key).await?.0),
        None => None,
    };
    run!(
        conn,
        "UPDATE organisation SET parent_id = $1, kind = $2, name_uz_latn = $3, name_uz_cyrl = $4, name_ru = $5,
           name_en = $6, week = $7, search = $8
         WHERE id = $9",
        above,
        draft.kind.as_deref().unwrap_or(&known.kind),
        names.uz_latn.as_str(),
        names.uz_cyrl.as_deref(),
        names.ru.as_deref(),
        names.en.as_deref(),
        match draft.week {
            Some(week) => week_code(week),
            None => known.week.as_str(),
        },
        search_text(&names),
        known.id,
    )?;
    record(conn, actor, "organisation", known.id, &change, now).await?;
    Ok(change)
}

fn merged(known: &Known, said: &Names) -> Names {
    Names {
        uz_latn: said.uz_latn.clone(),
        uz_cyrl: said.uz_cyrl.clone().or_else(|| known.name_uz_cyrl.clone()),
        ru: said.ru.clone().or_else(|| known.name_ru.clone()),
        en: said.en.clone().or_else(|| known.name_en.clone()),
    }
}

/// What a search looks at: all names, folded.
pub(super) fn search_text(names: &Names) -> String {
    let all = [Some(names.uz_latn.as_str()), names.ru.as_deref(), names.en.as_deref()];
    // Uzbek in Cyrillic script folds to the same letters as in Latin.
    all.into_iter().flatten().map(fold).collect::<Vec<_>>().join(" ")
}
