//! The page of one report: it reads like the paper, and prints as such.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use domain::language::Language;
use domain::reporting::Period;
use locales::{dates, words};
use pictures::{Cell, Column, Paper, Place, Table};

use super::{find, paper};
use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// What stands in one place of a table, and the class of its column.
type Shown = (String, &'static str);

/// A table as the page shows it.
struct ShownTable {
    title: String,
    heads: Vec<Shown>,
    /// The row of all together is marked.
    rows: Vec<(bool, Vec<Shown>)>,
    empty: String,
    note: Option<String>,
    /// Whether its rows say so much in words that each is a card where there is no room for columns.
    as_cards: bool,
}

impl ShownTable {
    fn of(table: &Table, language: Language) -> Self {
        let table = table.on_paper();
        let classes: Vec<_> = table.columns.iter().map(class).collect();
        let row = |cells: &Vec<Cell>| {
            cells.iter().zip(&classes).map(|(cell, class)| (cell.says(language), *class)).collect()
        };
        let total = table.total.iter().filter(|_| !table.rows.is_empty()).map(|cells| (true, row(cells)));
        Self {
            heads: table
                .columns
                .iter()
                .zip(&classes)
                .map(|(column, class)| (column.name.clone(), *class))
                .collect(),
            rows: total.chain(table.rows.iter().map(|cells| (false, row(cells)))).collect(),
            as_cards: table.columns.iter().filter(|column| !column.figures).count() > 2,
            title: table.title,
            empty: table.empty,
            note: table.note,
        }
    }
}

/// The class of a column, by what it holds and where it is shown.
fn class(column: &Column) -> &'static str {
    match (column.figures, column.place) {
        (true, Place::Everywhere) => "num",
        (true, Place::Wide | Place::Files) => "num hs",
        (false, Place::Everywhere) => "",
        (false, Place::Wide | Place::Files) => "hs",
    }
}

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    page: Page,
    id: i64,
    paper: Paper,
    facts: Vec<(String, String)>,
    tables: Vec<ShownTable>,
    frozen: String,
    sha256: String,
    /// The languages of the files: tag and name, this page's first.
    languages: Vec<(&'static str, String)>,
    /// The board of the same period, which goes on changing.
    board: Option<String>,
}

/// `GET /reports/{id}`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
) -> Result<Html<String>, PageError> {
    let (made, document) = find(&panel, &signed, id).await?;
    let (t, language) = (signed.texts(), signed.language());
    let paper = paper::paper(t, &made, &document);
    let mut languages = Language::ALL;
    languages.sort_by_key(|one| *one != language);
    render(&ReportPage {
        page: signed.page(&panel, Nav::Reports),
        id,
        facts: paper.facts.iter().map(|(name, cell)| (name.clone(), cell.says(language))).collect(),
        tables: paper.tables.iter().map(|table| ShownTable::of(table, language)).collect(),
        frozen: t.report_frozen(dates::moment(language, made.made_at)),
        sha256: made.sha256,
        languages: languages.map(|one| (one.tag(), words::language_name(one))).to_vec(),
        board: match document.period {
            Period::Day(day) if document.organisation.is_none() => Some(format!("/?as_of={day}")),
            Period::Day(day) => Some(format!("/orgs/{}?as_of={day}", made.organisation)),
            Period::Month(_) | Period::Year(_) if document.organisation.is_none() => {
                Some(format!("/orgs?period={}", document.period))
            }
            Period::Month(_) | Period::Year(_) => {
                Some(format!("/orgs/{}?period={}", made.organisation, document.period))
            }
        },
        paper,
    })
}
