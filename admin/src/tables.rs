//! Tables as CSV: RFC 4180 in UTF-8 with a mark that spreadsheets know it by, and no word that they take for a formula.

use domain::language::Language;
use pictures::{Cell, Table};

/// What CSV is called.
pub(crate) const MIME: &str = "text/csv; charset=utf-8";
/// By this sign at the beginning spreadsheets know UTF-8.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{FEFF}";
/// Where the comma parts the digits, spreadsheets expect this between values.
const SEPARATOR: u8 = b';';

/// Words that no spreadsheet takes for a formula.
pub(crate) fn harmless(words: &str) -> String {
    let begins = words.trim_start().chars().next();
    let is_formula = matches!(begins, Some('=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠'));
    // A tab or a return at the beginning hides what follows.
    if is_formula || words.starts_with(['\t', '\r', '\n']) { format!("'{words}") } else { words.to_owned() }
}

/// Words as a name that every system takes for a file.
pub(crate) fn file_name(words: &str) -> String {
    let allowed = |letter: char| {
        if letter.is_control() || "<>:\"/\\|?*".contains(letter) { ' ' } else { letter }
    };
    words.chars().map(allowed).collect::<String>().trim().to_owned()
}

/// The table, all of it: heads, rows, the row of all together, and what is said below. Days are written so that every program
/// reads them.
pub(crate) fn csv(table: &Table, language: Language) -> anyhow::Result<String> {
    let mut rows = csv::WriterBuilder::new()
        .delimiter(SEPARATOR)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    rows.write_record(table.columns.iter().map(|column| harmless(&column.name)))?;
    for row in table.rows.iter().chain(&table.total) {
        rows.write_record(row.iter().map(|cell| value(cell, language)))?;
    }
    if let Some(note) = &table.note {
        rows.write_record([harmless(note)])?;
    }
    let bytes = rows.into_inner().map_err(|error| anyhow::anyhow!("a table was not written: {error}"))?;
    Ok(String::from_utf8(bytes)?)
}

fn value(cell: &Cell, language: Language) -> String {
    match cell {
        Cell::Words(words) => harmless(words),
        Cell::Number(number) => number.to_string(),
        Cell::Rate(None) | Cell::Mean(None) => String::new(),
        // A space before the sign would make a word of it.
        Cell::Rate(Some(_)) => cell.says(language).replace('\u{A0}', ""),
        Cell::Mean(Some(_)) => cell.says(language),
        Cell::Day(day) => day.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_becomes_a_formula() {
        for (words, kept) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            (" =1+1", "' =1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+998", "'+998"),
            ("-1", "'-1"),
            ("\t=1", "'\t=1"),
            ("\rSoliq", "'\rSoliq"),
            ("\nSoliq", "'\nSoliq"),
            ("＝1", "'＝1"),
            ("Soliq = soliq", "Soliq = soliq"),
            ("Soliq", "Soliq"),
            ("", ""),
        ] {
            assert_eq!(harmless(words), kept);
        }
    }
}
