//! Reading a table, whichever it is.

use std::collections::HashSet;

use chrono::NaiveDate;
use store::import::{
    CalendarDraft, MeasureDraft, OrganisationDraft, PersonDraft, PlanDraft, ServiceDraft, Table,
};
use store::organisations::Catalogue;

use crate::faults::{Faults, shortened};
use crate::{Directory, Drafts, Found, Kind, Source, calendar, organisations, people, plan, services};

/// What the table of a plan does not say itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanHead {
    /// The number of the decree.
    pub number: String,
    /// The day on which it was adopted.
    pub adopted: NaiveDate,
    /// The title of the plan.
    pub title: String,
}

/// A table that was read: worth something only when there are no faults.
#[derive(Clone, Debug)]
pub struct Read {
    /// The number of each row in the file.
    pub rows: Vec<u64>,
    /// What each row is about, in a few words.
    pub labels: Vec<String>,
    /// What is to be taken in.
    pub table: Table,
    /// Of a plan: the organisations that were found in the words of each measure.
    pub founds: Vec<Found>,
}

/// Reads a table as what it is said to be. A plan needs its `head`.
pub fn read(
    kind: Kind,
    source: &Source,
    catalogue: &Catalogue,
    head: Option<PlanHead>,
    faults: &mut Faults,
) -> Read {
    let known = keys(catalogue);
    match kind {
        Kind::Organisations => {
            let label = |draft: &OrganisationDraft| format!("{} — {}", draft.key, draft.names.uz_latn);
            gathered(
                organisations::read(source, &known, &kinds(catalogue), faults),
                label,
                Table::Organisations,
            )
        }
        Kind::Services => {
            let label = |draft: &ServiceDraft| format!("{} — {}", draft.key, draft.names.uz_latn);
            gathered(services::read(source, &known, faults), label, Table::Services)
        }
        Kind::People => {
            let label = |draft: &PersonDraft| {
                format!("{}, {}: {}", draft.organisation, draft.role.code(), draft.name)
            };
            gathered(people::read(source, &known, faults), label, Table::People)
        }
        Kind::Calendar => {
            let label = |draft: &CalendarDraft| format!("{} — {}", draft.date, draft.name);
            gathered(calendar::read(source, faults), label, Table::Calendar)
        }
        Kind::Plan => read_plan(source, catalogue, head, faults),
    }
}

fn read_plan(source: &Source, catalogue: &Catalogue, head: Option<PlanHead>, faults: &mut Faults) -> Read {
    let PlanHead { number, adopted, title } = head.unwrap_or_else(|| PlanHead {
        number: String::new(),
        adopted: NaiveDate::default(),
        title: String::new(),
    });
    let (drafts, founds) = plan::read(source, adopted, &Directory::new(catalogue), faults);
    let label = |draft: &MeasureDraft| format!("{}. {}", draft.number, draft.text.uz_latn);
    let table = |measures| Table::Plan(PlanDraft { number, adopted, title, measures });
    Read { founds, ..gathered(drafts, label, table) }
}

fn gathered<D>(drafts: Drafts<D>, label: impl Fn(&D) -> String, table: impl FnOnce(Vec<D>) -> Table) -> Read {
    let labels = drafts.drafts.iter().map(|draft| shortened(&label(draft))).collect();
    Read { rows: drafts.rows, labels, table: table(drafts.drafts), founds: Vec::new() }
}

/// The keys of the organisations in use.
fn keys(catalogue: &Catalogue) -> HashSet<String> {
    catalogue.organisations.values().filter(|one| one.active).map(|one| one.key.clone()).collect()
}

/// What the organisations in use are.
fn kinds(catalogue: &Catalogue) -> HashSet<String> {
    catalogue.organisations.values().map(|one| one.kind.clone()).collect()
}
