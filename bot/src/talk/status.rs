//! The plan in a few lines, and what is overdue: for those who look at many organisations.

use chrono::NaiveDate;
use domain::buttons::Button;
use domain::people::{Role, Scope};
use domain::refusal::Refusal;
use domain::reminders::page;
use locales::words;
use store::StoreError;
use store::boards::{self, OpenKind};

use super::figures::count;
use super::turn::{Answer, Press, Turn};
use super::views::{self, OverdueLine, Status, View};
use crate::reply::Reply;

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
    let status = Status {
        today,
        worst: counted.worst(|id| turn.organisation(id).to_owned()),
        counted,
        leads: turn.known().is_ok_and(|who| who.is(Role::Controller)),
        panel: turn.page(""),
    };
    Ok(Ok(views::status(turn.texts, &status)))
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
            text: line.text.in_language(turn.texts.language()).to_owned(),
            due: line.due,
            said: line.last_word(),
            promised: line.promised,
            page: turn.page(&format!("obligations/{}", line.id)),
        })
        .collect();
    Ok(Ok(views::overdue(turn.texts, &page(&lines, number), lines.len(), turn.today)))
}
