//! Takes in what an administrator prepared in tables: organisations, services, people, plans, the calendar.
//!
//! Each function takes rows that were read and checked, compares them with what is kept, writes the differences, and tells
//! of each row what became of it. Taking in the same rows again changes nothing. It never reads a file, and it never
//! deletes what a table does not name.

mod calendar;
mod organisations;
mod people;
mod plan;
mod services;
mod taking;

use chrono::{DateTime, Utc};
use domain::ids::{OrganisationId, PersonId};
use domain::language::Names;
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;
use serde_json::{Value, json};

pub use calendar::{CalendarDraft, CalendarImported, calendar, seed_calendar};
pub use organisations::{OrganisationDraft, Parent, organisations};
pub use people::{PersonDraft, people};
pub use plan::{MeasureDraft, PlanDraft, PlanImported, plan};
pub use services::{ServiceDraft, services};
pub use taking::{Table, TakenIn, take_in};

use crate::events::{self, Event};
use crate::query::maybe;
use crate::{Conn, NotDone, StoreError};

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It was not known before.
    New,
    /// It was known and is different now.
    Changed(Vec<FieldChange>),
    /// It was known and is the same.
    Unchanged,
    /// It was known and is there no more.
    Removed,
}

impl Change {
    /// The values that changed, as an event keeps them: before and after.
    pub(crate) fn values(&self) -> (Option<Value>, Option<Value>) {
        let Self::Changed(fields) = self else { return (None, None) };
        let side = |of: fn(&FieldChange) -> &String| {
            Value::Object(fields.iter().map(|field| (field.field.to_owned(), json!(of(field)))).collect())
        };
        (Some(side(|field| &field.before)), Some(side(|field| &field.after)))
    }
}

/// A value that a row changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The name of the column.
    pub field: &'static str,
    /// What it was.
    pub before: String,
    /// What it is now.
    pub after: String,
}

/// Gathers the differences between what is kept and what a row says. A row that says nothing about a value leaves it.
#[derive(Default)]
pub(crate) struct Differences(Vec<FieldChange>);

impl Differences {
    pub(crate) fn text(&mut self, field: &'static str, before: &str, after: &str) {
        if before != after {
            self.0.push(FieldChange { field, before: before.to_owned(), after: after.to_owned() });
        }
    }

    pub(crate) fn names(&mut self, before: &Names, after: &Names) {
        self.wording(["name_uz_latn", "name_uz_cyrl", "name_ru", "name_en"], before, after);
    }

    /// The same under other fields, in the order of the languages.
    pub(crate) fn wording(&mut self, fields: [&'static str; 4], before: &Names, after: &Names) {
        let [uz_latn, uz_cyrl, ru, en] = fields;
        self.text(uz_latn, &before.uz_latn, &after.uz_latn);
        for (field, before, after) in [
            (uz_cyrl, &before.uz_cyrl, &after.uz_cyrl),
            (ru, &before.ru, &after.ru),
            (en, &before.en, &after.en),
        ] {
            self.text(field, before.as_deref().unwrap_or_default(), after.as_deref().unwrap_or_default());
        }
    }

    pub(crate) fn into_change(self) -> Change {
        if self.0.is_empty() { Change::Unchanged } else { Change::Changed(self.0) }
    }
}

/// What a thing says after a row. A translation that the row does not give stays as long as the wording that it translates.
fn worded(kept: &Names, said: &Names) -> Names {
    if kept.uz_latn == said.uz_latn { organisations::merged_names(kept, said) } else { said.clone() }
}

/// Tables are of the whole city, so the right to take them in must be too.
fn actor(right: &MayAdminister) -> Result<Option<PersonId>, NotDone> {
    if *right.scope() == Scope::All { Ok(right.person()) } else { Err(Refusal::NotYours.into()) }
}

/// The number of the organisation that a row names. The caller has looked before, so a missing one is our fault.
async fn organisation_by_key(conn: &mut Conn, key: &str) -> Result<OrganisationId, StoreError> {
    let row = maybe!(conn, (i64,), "SELECT id FROM organisation WHERE key = $1", key)?;
    row.map(|(id,)| OrganisationId(id)).ok_or_else(|| StoreError::unknown("organisation", key))
}

/// Writes down what a row changed; an unchanged row leaves no trace.
async fn record(
    conn: &mut Conn,
    actor: Option<PersonId>,
    (subject, subject_id): (&'static str, i64),
    change: &Change,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if *change == Change::Unchanged {
        return Ok(());
    }
    let (before, after) = change.values();
    let event = Event {
        at: now,
        actor,
        action: "imported",
        subject,
        subject_id: Some(subject_id),
        organisation: None,
        before,
        after,
        reason: None,
    };
    events::record(conn, &event).await
}
