//! The figures of a day in short: what `/status` and the brief of the morning tell.

use chrono::{Datelike, Days, NaiveDate};
use domain::compliance::Rate;
use domain::ids::OrganisationId;
use domain::obligation::DUE_SOON_DAYS;
use domain::people::Scope;
use store::boards;
use store::{Conn, StoreError};

/// So many organisations are named as the most behind.
const WORST: usize = 5;

/// The figures of a scope on a day.
#[derive(Clone, Debug)]
pub(crate) struct Counted {
    /// Of all that fell due this quarter, what was reported on time.
    pub(crate) rate: Option<Rate>,
    /// Open after the due day.
    pub(crate) overdue: u64,
    /// Reports that wait for a decision.
    pub(crate) under_review: u64,
    /// Open, and something stands in the way.
    pub(crate) blocked: u64,
    /// Open, and due within the week.
    pub(crate) due_soon: u64,
    /// Organisations with something overdue, the most first.
    pub(crate) behind: Vec<(OrganisationId, u64)>,
}

impl Counted {
    /// The names of the organisations that are most behind, with how many they have overdue.
    pub(crate) fn worst(&self, name: impl Fn(OrganisationId) -> String) -> Vec<(String, u64)> {
        self.behind.iter().take(WORST).map(|(id, overdue)| (name(*id), *overdue)).collect()
    }
}

/// The rate is of everything that fell due this quarter, as on the first page of the panel; overdue counts what is older,
/// too.
pub(crate) async fn count(conn: &mut Conn, scope: &Scope, today: NaiveDate) -> Result<Counted, StoreError> {
    let from = quarter_begin(today);
    let month_end = last_of_month(today);
    let soon = today.checked_add_days(Days::new(DUE_SOON_DAYS.into())).unwrap_or(today);
    let months = boards::months(conn, scope, from, today).await?;
    let open = boards::open_counts(conn, scope, NaiveDate::default(), from, soon, today).await?;
    // Reported before its day came: on time, but not due yet.
    let ahead: u64 = boards::ahead(conn, scope, today, month_end)
        .await?
        .iter()
        .map(|one| one.reported + one.accepted)
        .sum();
    let on_time: u64 = months.iter().map(|month| month.reported_on_time + month.accepted_on_time).sum();
    let on_time = on_time.saturating_sub(ahead);
    let late: u64 = months.iter().map(|month| month.reported_late + month.accepted_late).sum();
    let overdue_this_quarter: u64 = open.iter().map(|one| one.overdue).sum();
    let mut behind: Vec<_> = open
        .iter()
        .map(|one| (one.organisation, one.overdue + one.overdue_earlier))
        .filter(|(_, overdue)| *overdue > 0)
        .collect();
    behind.sort_by_key(|(organisation, overdue)| (std::cmp::Reverse(*overdue), *organisation));
    Ok(Counted {
        rate: Rate::of(on_time, on_time + late + overdue_this_quarter),
        overdue: behind.iter().map(|(_, overdue)| overdue).sum(),
        under_review: boards::under_review(conn, scope).await?,
        blocked: boards::blocked(conn, scope).await?,
        due_soon: open.iter().map(|one| one.due_soon).sum(),
        behind,
    })
}

pub(super) fn quarter_begin(day: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day)
}

pub(super) fn last_of_month(day: NaiveDate) -> NaiveDate {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(chrono::Months::new(1));
    next.and_then(|next| next.pred_opt()).unwrap_or(day)
}
