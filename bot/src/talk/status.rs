//! The plan in a few lines, and what is overdue: for those who look at many organisations.

use chrono::{Datelike, Days, NaiveDate};
use domain::buttons::Button;
use domain::compliance::Rate;
use domain::obligation::DUE_SOON_DAYS;
use domain::people::Scope;
use domain::refusal::Refusal;
use domain::reminders::page;
use locales::words;
use store::boards::{self, OpenKind};
use store::{Conn, StoreError};

use super::turn::{Answer, Press, Turn};
use super::views::{self, OverdueLine, Status, View};
use crate::reply::Reply;

/// So many organisations are named as the most behind.
const WORST: usize = 5;

/// So many overdue obligations are looked at.
const MOST: i64 = 400;

/// `/status`.
pub(super) async fn status(turn: Turn) -> Answer {
    Ok(said(&turn, figures(&turn).await?))
}

/// `/overdue`.
pub(super) async fn overdue(turn: Turn) -> Answer {
    Ok(said(&turn, overdue_page(&turn, 0).await?))
}

fn said(turn: &Turn, view: Result<View, Refusal>) -> Vec<Reply> {
    match view {
        Ok(view) => vec![view.send()],
        Err(refusal) => turn.refused(refusal),
    }
}

/// The buttons below the figures and the list.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let view = match press.button {
        Button::Overdue { page } => overdue_page(&turn, page as usize).await?,
        _ => figures(&turn).await?,
    };
    Ok(match view {
        Ok(view) => vec![press.show(view)],
        Err(refusal) => vec![press.alert(words::refusal(turn.texts, &refusal))],
    })
}

/// What somebody may see, whatever their role.
fn scope(turn: &Turn) -> Result<Scope, Refusal> {
    Ok(turn.known()?.may_see(&turn.catalogue.tree)?.scope().clone())
}

async fn figures(turn: &Turn) -> Result<Result<View, Refusal>, StoreError> {
    let scope = match scope(turn) {
        Ok(scope) => scope,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let today = turn.today;
    let counted = turn.read(|conn| Box::pin(async move { count(conn, &scope, today).await })).await?;
    let worst = counted
        .behind
        .into_iter()
        .take(WORST)
        .map(|(id, overdue)| (turn.organisation(id).to_owned(), overdue))
        .collect();
    let status = Status {
        today,
        rate: counted.rate,
        overdue: counted.overdue,
        under_review: counted.under_review,
        due_soon: counted.due_soon,
        worst,
        panel: turn.page(""),
    };
    Ok(Ok(views::status(turn.texts, &status)))
}

struct Counted {
    rate: Option<Rate>,
    overdue: u64,
    under_review: u64,
    due_soon: u64,
    /// Organisations with something overdue, the most first.
    behind: Vec<(domain::ids::OrganisationId, u64)>,
}

/// The rate is of everything that fell due this quarter, as on the first page of the panel; overdue counts what is older,
/// too.
async fn count(conn: &mut Conn, scope: &Scope, today: NaiveDate) -> Result<Counted, StoreError> {
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
        due_soon: open.iter().map(|one| one.due_soon).sum(),
        behind,
    })
}

fn quarter_begin(day: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day)
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(chrono::Months::new(1));
    next.and_then(|next| next.pred_opt()).unwrap_or(day)
}

async fn overdue_page(turn: &Turn, number: usize) -> Result<Result<View, Refusal>, StoreError> {
    let scope = match scope(turn) {
        Ok(scope) => scope,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let until = turn.today.pred_opt().unwrap_or(turn.today);
    let days = (NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or(until), until);
    let late = turn
        .read(|conn| {
            Box::pin(async move { boards::lines_open(conn, &scope, OpenKind::All, days, (MOST, 0)).await })
        })
        .await?;
    let lines: Vec<_> = late
        .into_iter()
        .map(|line| OverdueLine {
            organisation: turn.organisation(line.organisation).to_owned(),
            text: line.text,
            due: line.due,
        })
        .collect();
    Ok(Ok(views::overdue(turn.texts, &page(&lines, number), lines.len(), turn.today)))
}
