//! The cells of a file as text: CSV in any of the usual forms, or the first sheet of a workbook.
//!
//! It knows rows and cells, and not what they mean. It reads nothing twice and keeps no number as a number: an importer asks
//! for a date or a key where it wants one.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, XlsxError};
use domain::written::tidy;

use crate::faults::{Faults, Place, What};
use crate::unpacked;

/// The largest file that is read, in bytes.
pub(crate) const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// The most rows that are read.
const MOST_ROWS: usize = 20_000;
/// So many rows more may stand above the table.
const ABOVE: usize = 30;
/// No table has so many columns.
const MOST_COLUMNS: u32 = 200;
/// The most characters that a cell may have.
const LONGEST_CELL: usize = 4000;

/// A row of a file, with its number there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// The line of a text file, the row of a sheet, counted from 1.
    pub(crate) number: u64,
    /// The cells, without blanks around them.
    pub(crate) cells: Vec<String>,
}

impl Row {
    /// The cell in a column; empty where the row is shorter.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

/// What a file may be read as: a text file once for each sign that may part its cells.
pub(crate) fn readings(content: &[u8], faults: &mut Faults) -> Vec<Vec<Row>> {
    if content.len() > LARGEST_FILE {
        faults.add(Place::File, What::TooLarge { limit: LARGEST_FILE as u64 });
        return Vec::new();
    }
    // A workbook is a ZIP archive. Its older form is a compound file, which is no text either.
    if content.starts_with(b"PK\x03\x04") {
        return workbook(content, faults).into_iter().collect();
    }
    let content = content.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(content);
    let text = std::str::from_utf8(content).ok().filter(|text| !text.contains('\0'));
    let Some(text) = text else {
        faults.add(Place::File, What::NotText);
        return Vec::new();
    };
    if let Some(line) = open_quote(text) {
        faults.add(Place::Row(line), What::OpenQuote);
        return Vec::new();
    }
    [b',', b';', b'\t'].into_iter().map(|sign| separated(text, sign)).collect()
}

/// Refuses rows that are too many and cells that are too long. It is asked once it is known how the file is read.
pub(crate) fn check_size(rows: &[Row], faults: &mut Faults) {
    if rows.len() > MOST_ROWS {
        faults.add(Place::File, What::TooManyRows { limit: MOST_ROWS as u64 });
    }
    for row in rows.iter().take(MOST_ROWS) {
        for cell in &row.cells {
            let length = cell.chars().count();
            if length > LONGEST_CELL {
                faults.add(
                    Place::Row(row.number),
                    What::TooLong { length: length as u64, limit: LONGEST_CELL as u64 },
                );
            }
        }
    }
}

/// The line of the quotation mark that is never closed. By the rules of CSV a cell with quotation marks stands in quotation
/// marks itself, so their number is even.
fn open_quote(text: &str) -> Option<u64> {
    let mut opened = None;
    let mut line = 1;
    for byte in text.bytes() {
        match byte {
            b'"' => opened = opened.xor(Some(line)),
            b'\n' => line += 1,
            _ => {}
        }
    }
    opened
}

fn separated(text: &str, sign: u8) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(sign)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines { text: text.as_bytes(), byte: 0, line: 1 };
    // The text is UTF-8 and rows may differ in length, so no record is refused.
    let records = reader.records().map_while(Result::ok).map(|record| Row {
        number: lines.of(record.position().map_or(0, csv::Position::byte)),
        cells: record.iter().map(tidy).collect(),
    });
    records.filter(|row| !row.is_empty()).collect()
}

/// Counts the lines of a text on the way to the beginning of each record.
struct Lines<'t> {
    text: &'t [u8],
    byte: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line where the record begins: the reader's position is before the empty lines that it skips.
    fn of(&mut self, byte: u64) -> u64 {
        let start = usize::try_from(byte).unwrap_or_default().max(self.byte).min(self.text.len());
        let skipped = self.text[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        for byte in &self.text[self.byte..start + skipped] {
            self.line += u64::from(*byte == b'\n');
        }
        self.byte = start + skipped;
        self.line
    }
}

/// The cells of a sheet that hold anything, by row and column, counted from 0.
type Cells = BTreeMap<u32, BTreeMap<u32, Data>>;

fn workbook(content: &[u8], faults: &mut Faults) -> Option<Vec<Row>> {
    let cells = match cells(content) {
        Ok(cells) => cells,
        Err(what) => {
            faults.add(Place::File, what);
            return None;
        }
    };
    let mut rows = Vec::new();
    for (index, cells) in cells {
        let mut row = Row { number: u64::from(index) + 1, cells: Vec::new() };
        for (column, cell) in cells {
            if let Data::Error(error) = &cell {
                faults.add(Place::Row(row.number), What::CellError { value: error.to_string() });
            }
            row.cells.resize(column as usize, String::new());
            row.cells.push(tidy(&cell_text(&cell)));
        }
        if !row.is_empty() {
            rows.push(row);
        }
    }
    Some(rows)
}

/// Reads the first sheet cell by cell: a sheet read whole has room for every cell between its first and its last, and one stray
/// cell in the furthest corner would take all memory.
fn cells(content: &[u8]) -> Result<Cells, What> {
    let broken = |error: XlsxError| What::Workbook { cause: error.to_string() };
    unpacked::check(content)?;
    let mut book = Xlsx::new(Cursor::new(content)).map_err(broken)?;
    let first = book.sheet_names().into_iter().next();
    let first = first.ok_or_else(|| What::Workbook { cause: "no sheets".to_owned() })?;
    let mut reader = book.worksheet_cells_reader(&first).map_err(broken)?;
    let (mut cells, mut size) = (Cells::new(), 0);
    while let Some(cell) = reader.next_cell().map_err(broken)? {
        let data = Data::from(cell.get_value().clone());
        if data == Data::Empty {
            continue;
        }
        let (row, column) = cell.get_position();
        if row as usize >= MOST_ROWS + ABOVE {
            return Err(What::TooManyRows { limit: MOST_ROWS as u64 });
        }
        size += cell_text(&data).len();
        if column >= MOST_COLUMNS || size > LARGEST_FILE {
            return Err(What::TooLarge { limit: LARGEST_FILE as u64 });
        }
        cells.entry(row).or_default().insert(column, data);
    }
    Ok(cells)
}

fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(value) => value.to_string(),
        Data::Int(number) => number.to_string(),
        // Whole numbers print without a point.
        Data::Float(number) => number.to_string(),
        // A date as it is written in offices: the reader of deadlines takes it too.
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{day:02}.{month:02}.{year}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &[u8]) -> (Vec<Vec<Row>>, Vec<What>) {
        let mut faults = Faults::new("file.csv");
        let readings = readings(content, &mut faults);
        (readings, faults.whats())
    }

    #[test]
    fn a_row_has_the_number_of_its_line() {
        let text = "a,b\r\n\r\n\"x\ny\",2\r\n,\r\n\r\n3,4";
        let (readings, faults) = read(text.as_bytes());
        assert!(faults.is_empty());
        let rows: Vec<_> = readings[0].iter().map(|row| (row.number, row.cell(0))).collect();
        assert_eq!(rows, [(1, "a"), (3, "x\ny"), (7, "3")]);
    }

    #[test]
    fn a_text_may_have_a_byte_order_mark_and_other_signs_between_cells() {
        let (readings, _) = read("\u{feff}key;name\nsoliq;\"Soliq, inspeksiya\"\n".as_bytes());
        assert_eq!(readings[1][0].cells, ["key", "name"]);
        assert_eq!(readings[1][1].cells, ["soliq", "Soliq, inspeksiya"]);
        let (readings, _) = read(b"key\tname\n");
        assert_eq!(readings[2][0].cells, ["key", "name"]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let utf16: Vec<u8> = "key,name".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (content, what) in [
            (&b"key,name\n\xff\xfe"[..], What::NotText),
            (&utf16, What::NotText),
            (b"a,b\n1,\"x\n2,y\n", What::OpenQuote),
            (&vec![b'a'; LARGEST_FILE + 1], What::TooLarge { limit: LARGEST_FILE as u64 }),
        ] {
            assert_eq!(read(content).1, [what]);
        }
        assert!(matches!(read(b"PK\x03\x04 no archive").1[..], [What::Workbook { .. }]));
    }

    #[test]
    fn a_cell_that_is_too_long_is_refused() {
        let rows = [Row { number: 7, cells: vec!["x".repeat(LONGEST_CELL + 1)] }];
        let mut faults = Faults::new("file.csv");
        check_size(&rows, &mut faults);
        assert_eq!(faults.whats(), [What::TooLong { length: 4001, limit: 4000 }]);
    }
}
