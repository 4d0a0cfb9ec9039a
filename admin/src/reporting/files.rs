//! A report as a file: PDF for the table, XLSX and CSV for who counts on. All tables are in each of them.

use axum::extract::{Path, State};
use axum::response::Response;
use domain::language::Language;
use domain::reporting::{Content, Document};
use locales::Texts;
use pictures::{Cell, Column, Drawing, Order, Packed, Paper, Table, archive};
use store::reporting::Made;

use super::{find, paper};
use crate::Shared;
use crate::error::PageError;
use crate::exports::{self, Progress, Wanted};
use crate::session::SignedIn;
use crate::{tables, workbook};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Pdf,
    Xlsx,
    /// A table each, in one archive.
    Csv,
}

impl Kind {
    fn read(ending: &str) -> Option<(Self, &'static str)> {
        match ending {
            "pdf" => Some((Self::Pdf, "application/pdf")),
            "xlsx" => Some((Self::Xlsx, workbook::MIME)),
            "zip" => Some((Self::Csv, "application/zip")),
            _ => None,
        }
    }

    /// How much work a report of so many rows is.
    fn work(self, content: &Content) -> u64 {
        match (self, content) {
            (Self::Pdf, Content::Span(_)) => rows(content) * exports::ROW_ON_PAPER,
            // It is one page.
            (Self::Pdf, Content::Sheet(_)) => 0,
            (Self::Xlsx, _) => rows(content) * exports::ROW_OF_WORKBOOK,
            (Self::Csv, _) => rows(content),
        }
    }
}

/// `GET /reports/{id}/{language}.{kind}`.
pub(super) async fn give(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path((id, file)): Path<(i64, String)>,
) -> Result<Response, PageError> {
    let (tag, ending) = file.rsplit_once('.').ok_or(PageError::NotFound)?;
    let language = Language::from_tag(tag).ok_or(PageError::NotFound)?;
    let (kind, mime) = Kind::read(ending).ok_or(PageError::NotFound)?;
    let (made, document) = find(&panel, &signed, id).await?;
    let name = format!("report-{id}-{}-{tag}.{ending}", document.period);
    let wanted = Wanted {
        title: paper::title(Texts::new(signed.language()), document.period),
        address: format!("/reports/{id}/{file}"),
        name,
        mime,
        is_frozen: true,
        work: kind.work(&document.content),
    };
    exports::give(&panel, &signed, wanted, move |desk| async move {
        desk.draw(move |progress| drawn(kind, language, (&made, &document), progress)).await
    })
    .await
}

/// The rows of all tables together.
fn rows(content: &Content) -> u64 {
    let rows = match content {
        Content::Sheet(figures) => figures.overdue.len() + figures.organisations.len(),
        Content::Span(figures) => figures.overdue.len() + figures.organisations.len() + figures.months.len(),
    };
    u64::try_from(rows).unwrap_or(u64::MAX)
}

fn drawn(
    kind: Kind,
    language: Language,
    (made, document): (&Made, &Document),
    progress: &Progress,
) -> anyhow::Result<Vec<u8>> {
    let told = |done, all| progress.tell(done, all);
    let t = Texts::new(language);
    let paper: Paper = paper::paper(t, made, document);
    match (kind, &document.content) {
        (Kind::Pdf, Content::Sheet(figures)) => {
            let sheet = paper::drawn_sheet(t, figures, document);
            Ok(Order::new(language, Drawing::Sheet(sheet)).draw()?.bytes)
        }
        (Kind::Pdf, Content::Span(_)) => Ok(paper.pdf(&told)?),
        (Kind::Xlsx, _) => Ok(workbook::workbook(&paper, made.made_at, &told)?),
        (Kind::Csv, _) => tables_as_csv(&paper, language),
    }
}

/// The figures and each table as a file of its own, under its name, in the order of the report.
fn tables_as_csv(paper: &Paper, language: Language) -> anyhow::Result<Vec<u8>> {
    let facts = facts(paper);
    let mut files = Vec::new();
    for (number, table) in (1..).zip([&facts].into_iter().chain(&paper.tables)) {
        let name = format!("{number}. {}.csv", tables::file_name(&table.title));
        files.push(Packed { name, bytes: tables::csv(table, language)?.into_bytes() });
    }
    Ok(archive(&files)?)
}

/// The single figures of a report as a table.
fn facts(paper: &Paper) -> Table {
    let t = Texts::new(paper.language);
    let rows = paper.facts.iter().map(|(name, cell)| vec![Cell::Words(name.clone()), cell.clone()]);
    Table {
        title: t.report_summary(),
        columns: vec![Column::words(t.report_figure(), 4.0), Column::figures(t.report_value(), 1.0)],
        total: None,
        rows: rows.collect(),
        empty: String::new(),
        note: Some(paper.foot.clone()),
        chart: None,
    }
}
