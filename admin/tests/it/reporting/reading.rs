//! Reads what a report was given out as: workbooks, tables in text, archives, pages.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

fn text(cell: &Data) -> String {
    match cell {
        Data::String(words) => words.clone(),
        Data::Float(number) => number.to_string(),
        other => other.to_string(),
    }
}

/// The sheet of a workbook with this number, its heads first.
pub(super) fn sheet(bytes: &[u8], number: usize) -> Vec<Vec<String>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range_at(number).unwrap().unwrap();
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

pub(super) fn csv(body: &str) -> Vec<Vec<String>> {
    let body = body.strip_prefix('\u{FEFF}').expect("a mark that spreadsheets know");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .flexible(true)
        .from_reader(body.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The tables of an archive: the name of each file, and its rows.
pub(super) fn archive(bytes: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let files = (0..archive.len()).map(|number| {
        let mut file = archive.by_index(number).unwrap();
        let mut body = String::new();
        file.read_to_string(&mut body).unwrap();
        (file.name().unwrap().into_owned(), csv(&body))
    });
    files.collect()
}

/// The rows of a table on the page of a report, the first being 0.
pub(super) fn rows_of_page(page: &str, number: usize) -> Vec<Vec<String>> {
    let table = page.split("<tbody>").nth(number + 1).unwrap().split("</tbody>").next().unwrap();
    let rows = table.split("<tr").skip(1).map(|row| {
        let cells = row.split(['<']).filter(|piece| piece.starts_with("th ") || piece.starts_with("td "));
        cells.map(|piece| piece.split_once('>').unwrap().1.trim().to_owned()).collect()
    });
    rows.collect()
}

/// Organisations on the board, the worst first: name, handed in, expected, overdue.
pub(super) fn rows_of_board(page: &str) -> Vec<[String; 4]> {
    let between = |text: &str, from: &str, to: &str| {
        text.split(from).nth(1).map(|rest| rest.split(to).next().unwrap_or_default().to_owned())
    };
    let rows = page.split("<a class=\"rl\"").skip(1).map(|row| {
        let overdue = between(row, "<b class=\"bad\">", "</b>").unwrap_or_else(|| "0".to_owned());
        let name = between(row, "<span class=\"nm\">", "</span>").unwrap();
        let cell = between(row, "<td class=\"num hs\">", "</td>").unwrap();
        let cell = crate::numbers::text(&cell);
        let (done, all) = cell.split_once('/').unwrap();
        [name, done.to_owned(), all.to_owned(), overdue]
    });
    rows.collect()
}
