//! A report as a file: PDF for the table, XLSX and CSV for who counts on.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::language::Language;
use domain::reporting::{Content, Document};
use locales::Texts;
use pictures::{Drawing, Order, Paper};
use store::reporting::Made;

use super::{find, paper};
use crate::Shared;
use crate::error::PageError;
use crate::session::SignedIn;
use crate::{tables, workbook};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Pdf,
    Xlsx,
    Csv,
}

impl Kind {
    fn read(ending: &str) -> Option<(Self, &'static str)> {
        match ending {
            "pdf" => Some((Self::Pdf, "application/pdf")),
            "xlsx" => Some((Self::Xlsx, workbook::MIME)),
            "csv" => Some((Self::Csv, tables::MIME)),
            _ => None,
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
    let bytes = panel.printers.draw(move || drawn(kind, language, &made, &document)).await?;
    let headers = [
        (header::CONTENT_TYPE, mime.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

fn drawn(kind: Kind, language: Language, made: &Made, document: &Document) -> anyhow::Result<Vec<u8>> {
    let t = Texts::new(language);
    let paper: Paper = paper::paper(t, made, document);
    match (kind, &document.content) {
        (Kind::Pdf, Content::Sheet(figures)) => {
            let sheet = paper::drawn_sheet(t, figures, document);
            Ok(Order::new(language, Drawing::Sheet(sheet)).draw()?.bytes)
        }
        (Kind::Pdf, Content::Span(_)) => Ok(paper.pdf()?),
        (Kind::Xlsx, _) => Ok(workbook::workbook(&paper, made.made_at)?),
        (Kind::Csv, _) => {
            let table = paper.tables.first();
            table.map_or_else(|| Ok(Vec::new()), |table| Ok(tables::csv(table, language)?.into_bytes()))
        }
    }
}
