//! The list with its filters as a table in a file, for whoever counts on. It holds what a spreadsheet can still be looked at
//! in, and says when that was not all.

use axum::extract::{Query, State};
use axum::response::Response;
use domain::obligation::Standing;
use locales::{Texts, words};
use pictures::{Cell, Column, Paper, Table};
use serde::Deserialize;
use store::StoreError;
use store::obligation_lists;
use store::obligations::ObligationView;

use super::Asked;
use super::narrowing::{Sought, filter};
use crate::error::PageError;
use crate::exports::{self, Wanted as Export};
use crate::lines::dated_word;
use crate::session::SignedIn;
use crate::{Shared, tables, workbook};

/// Rows of a file at most.
const MOST: i64 = 100_000;

/// What kind of file is wanted.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Format {
    #[serde(default)]
    format: String,
}

/// `GET /obligations/export`.
pub(super) async fn give(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(mut asked): Query<Asked>,
    Query(Format { format }): Query<Format>,
) -> Result<Response, PageError> {
    let (mime, row) = match format.as_str() {
        "csv" => (tables::MIME, 1),
        "xlsx" => (workbook::MIME, exports::ROW_OF_WORKBOOK),
        _ => return Err(PageError::NotFound),
    };
    asked.tidy();
    let (filter, wanted, today) = (filter(&signed, &asked), asked.wanted(), signed.today);
    let sought = Sought::of(&signed, &asked);
    let (filter, all) = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let (filter, _) = sought.narrow(conn, filter).await?;
                let all = obligation_lists::counts(conn, &filter, today).await?.of(wanted);
                Ok::<_, StoreError>((filter, all))
            })
        })
        .await?;
    let export = Export {
        title: signed.texts().nav_obligations(),
        address: asked.export(&format),
        name: format!("obligations-{today}.{format}"),
        mime,
        is_frozen: false,
        work: u64::try_from(all.min(MOST)).unwrap_or_default() * row,
    };
    let (store, person) = (panel.store.clone(), signed.clone());
    exports::give(&panel, &signed, export, move |desk| async move {
        let list = store.snapshot(move |conn| {
            Box::pin(async move {
                let rows = obligation_lists::list(conn, &filter, wanted, today, MOST, 0).await?;
                let all = obligation_lists::counts(conn, &filter, today).await?.of(wanted);
                Ok::<_, StoreError>((all, rows))
            })
        });
        let (all, rows) = list.await?;
        desk.draw(move |progress| {
            let (t, now) = (person.texts(), person.now);
            let table = table(&person, t, rows, all);
            if format == "csv" {
                Ok(tables::csv(&table, t.language())?.into_bytes())
            } else {
                let told = |done, all| progress.tell(done, all);
                Ok::<_, anyhow::Error>(workbook::workbook(&alone(t, table), now, &told)?)
            }
        })
        .await
    })
    .await
}

/// A workbook of one table.
fn alone(t: Texts, table: Table) -> Paper {
    Paper {
        language: t.language(),
        above: String::new(),
        title: t.nav_obligations(),
        under: String::new(),
        lead: String::new(),
        facts: Vec::new(),
        remarks: Vec::new(),
        tables: vec![table],
        signature: None,
        foot: String::new(),
    }
}

fn table(signed: &SignedIn, t: Texts, rows: Vec<ObligationView>, all: i64) -> Table {
    let shown = i64::try_from(rows.len()).unwrap_or(all);
    Table {
        title: t.nav_obligations(),
        columns: vec![
            Column::figures(t.export_link(), 1.0),
            Column::words(t.sheet_organisation(), 3.0),
            Column::words(t.export_plan(), 1.2),
            Column::figures(t.export_point(), 0.8),
            Column::words(t.list_measure(), 5.0),
            Column::words(t.export_period(), 1.6),
            Column::figures(t.export_original(), 1.2),
            Column::figures(t.list_deadline(), 1.2),
            Column::words(t.orgs_state(), 1.8),
            Column::figures(t.report_days(), 1.0),
            Column::words(t.sheet_officer(), 2.0),
            Column::words(t.list_answer(), 1.8),
            Column::words(t.export_promised(), 1.3),
            Column::words(t.export_reported(), 1.3),
        ],
        total: None,
        rows: rows.into_iter().map(|view| row(signed, t, &view)).collect(),
        empty: t.list_none(),
        note: (shown < all).then(|| t.panel_shown(all.to_string(), shown.to_string())),
        chart: None,
    }
}

fn row(signed: &SignedIn, t: Texts, view: &ObligationView) -> Vec<Cell> {
    let standing = view.standing(signed.today);
    let late = match standing {
        Standing::Overdue { days } => days.into(),
        _ => 0,
    };
    let number = |number: i64| Cell::Number(u64::try_from(number).unwrap_or_default());
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| Cell::Words(String::new()), Cell::Day);
    vec![
        number(view.id.0),
        Cell::Words(signed.organisation_name(view.organisation)),
        Cell::Words(view.plan_number.clone()),
        number(view.measure_number),
        Cell::Words(view.text.in_language(t.language()).to_owned()),
        Cell::Words(words::period(t, view.period)),
        Cell::Day(view.original_due),
        Cell::Day(view.due),
        Cell::Words(words::standing(t, standing)),
        Cell::Number(late),
        Cell::Words(view.assignee.as_ref().map(|(_, name)| name.clone()).unwrap_or_default()),
        Cell::Words(answer(t, view)),
        day(view.promised),
        day(view.submitted_on),
    ]
}

fn answer(t: Texts, view: &ObligationView) -> String {
    view.last_word().map(|word| dated_word(t, word)).unwrap_or_default()
}
