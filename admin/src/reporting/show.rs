//! The page of one report: it reads like the paper, and prints as such.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;
use domain::language::Language;
use domain::reporting::Period;
use locales::{dates, words};
use pictures::{Cell, Paper, Place, Table};

use super::{find, paper};
use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

#[derive(Template)]
#[template(path = "report.html")]
struct ReportPage {
    page: Page,
    id: i64,
    paper: Paper,
    tables: Vec<Table>,
    frozen: String,
    sha256: String,
    /// The languages of the files: tag and name, this page's first.
    languages: Vec<(&'static str, String)>,
    /// The board of the same period, which goes on changing.
    board: Option<String>,
}

impl ReportPage {
    fn says(&self, cell: &Cell) -> String {
        cell.says(self.paper.language)
    }

    /// The class of a column, by what it holds and where it is shown.
    fn class(table: &Table, column: &usize) -> &'static str {
        let column = &table.columns[*column];
        match (column.figures, column.place) {
            (true, Place::Everywhere) => "num",
            (true, Place::Wide | Place::Files) => "num hs",
            (false, Place::Everywhere) => "",
            (false, Place::Wide | Place::Files) => "hs",
        }
    }
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
        tables: paper.tables.iter().map(Table::on_paper).collect(),
        frozen: t.report_frozen(dates::moment(language, made.made_at)),
        sha256: made.sha256,
        languages: languages.map(|one| (one.tag(), words::language_name(one))).to_vec(),
        board: match document.period {
            Period::Day(_) => None,
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
