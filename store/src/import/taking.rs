//! Taking in a table, whichever it is.

use chrono::{DateTime, Utc};
use domain::clock::tashkent_day;
use domain::deadline::Rule;
use domain::people::{MayAdminister, Scope};
use domain::refusal::Refusal;

use super::{
    CalendarDraft, CalendarImported, Change, OrganisationDraft, PersonDraft, PlanDraft, PlanImported,
    ServiceDraft, calendar, organisations, people, plan, services,
};
use crate::plan::RuleState;
use crate::registry::organisations::tree;
use crate::{Conn, NotDone, people as kept_people};

/// A table that was read and checked.
#[derive(Clone, Debug)]
pub enum Table {
    /// Organisations and their tree.
    Organisations(Vec<OrganisationDraft>),
    /// Services and who gives them.
    Services(Vec<ServiceDraft>),
    /// People and their roles.
    People(Vec<PersonDraft>),
    /// Days off and moved working days.
    Calendar(Vec<CalendarDraft>),
    /// A plan of measures.
    Plan(PlanDraft),
}

/// What came of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakenIn {
    /// What became of each row.
    pub changes: Vec<Change>,
    /// How many open obligations are due on another day now.
    pub moved: u64,
    /// Of a plan: the rule of each measure after it, and how sure it is.
    pub rules: Vec<(Option<Rule>, RuleState)>,
    /// Of a plan: measures that are kept and not named by the table.
    pub not_named: Vec<i64>,
}

impl From<Vec<Change>> for TakenIn {
    fn from(changes: Vec<Change>) -> Self {
        Self { changes, ..Self::default() }
    }
}

impl From<CalendarImported> for TakenIn {
    fn from(CalendarImported { changes, moved }: CalendarImported) -> Self {
        Self { changes, moved, ..Self::default() }
    }
}

impl From<PlanImported> for TakenIn {
    fn from(PlanImported { changes, rules, not_named, .. }: PlanImported) -> Self {
        Self { changes, rules, not_named, ..Self::default() }
    }
}

/// Takes in a table: all of it, or nothing.
pub async fn take_in(
    conn: &mut Conn,
    right: &MayAdminister,
    table: &Table,
    now: DateTime<Utc>,
) -> Result<TakenIn, NotDone> {
    let taken: TakenIn = match table {
        Table::Organisations(drafts) => organisations(conn, right, drafts, now).await?.into(),
        Table::Services(drafts) => services(conn, right, drafts, now).await?.into(),
        Table::People(drafts) => people(conn, right, drafts, now).await?.into(),
        Table::Calendar(drafts) => calendar(conn, right, drafts, now).await?.into(),
        Table::Plan(draft) => plan(conn, right, draft, now).await?.into(),
    };
    check_still_administers(conn, right, now).await?;
    Ok(taken)
}

/// Nobody locks himself out by a table: with a second organisation on top, nobody would administer everything.
async fn check_still_administers(
    conn: &mut Conn,
    right: &MayAdminister,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let Some(person) = right.person() else { return Ok(()) };
    let tree = tree(conn).await?;
    let who = kept_people::who(conn, person, tashkent_day(now)).await?.ok_or(Refusal::NotAllowed)?;
    if *who.may_administer(&tree)?.scope() == Scope::All { Ok(()) } else { Err(Refusal::NobodyAbove.into()) }
}
