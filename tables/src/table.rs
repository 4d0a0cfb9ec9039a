//! A table with a header: which column is which, and the values of a row by the names of the columns.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::{Datelike, NaiveDate};
use domain::organisations::is_key;
use domain::text::fold;

use crate::Source;
use crate::faults::{Faults, Place, What};
use crate::grid::{self, Row};

/// A day of a table lies in one of these years.
const YEARS: std::ops::Range<i32> = 1900..2200;

/// The header is looked for in so many rows: above it there may be titles and approvals.
const HEADER_WITHIN: usize = 30;
/// The longest header in bytes: what is longer is a sentence that happens to hold its words.
const LONGEST_HEADER: usize = 160;

/// A column that an importer knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    /// The name by which the importer asks for it.
    pub(crate) name: &'static str,
    /// Other headers that mean the same.
    pub(crate) whole: &'static [&'static str],
    /// Parts of headers that mean the same. One that is written as `a+b` is in a header that has both.
    pub(crate) parts: &'static [&'static str],
    /// Whether a table without it is refused.
    pub(crate) needed: bool,
}

impl Column {
    /// A column that has one name only.
    pub(crate) const fn named(name: &'static str, needed: bool) -> Self {
        Self { name, whole: &[], parts: &[], needed }
    }

    /// A column that a table may have, under its name or a header with one of these parts.
    pub(crate) const fn spelled(name: &'static str, parts: &'static [&'static str]) -> Self {
        Self { name, whole: &[], parts, needed: false }
    }

    fn is(&self, folded_header: &str) -> bool {
        let whole = std::iter::once(&self.name).chain(self.whole).any(|name| fold(name) == folded_header);
        let has = |part: &&str| part.split('+').all(|piece| folded_header.contains(&fold(piece)));
        whole || self.parts.iter().any(has)
    }
}

/// A table whose header was understood.
#[derive(Debug)]
pub(crate) struct Table {
    header: Vec<String>,
    columns: HashMap<&'static str, usize>,
    rows: Vec<Row>,
}

impl Table {
    /// Reads a table. Where the header is not understood or a size is too great, there are no rows, only faults.
    pub(crate) fn read(source: &Source, known: &[Column], faults: &mut Faults) -> Self {
        let readings = grid::readings(&source.content, faults);
        let headers = readings.into_iter().filter_map(|rows| Header::find(rows, known));
        // Of the signs that may part cells, that is meant under which most columns are understood.
        let best =
            headers.reduce(|best, next| if next.columns.len() > best.columns.len() { next } else { best });
        let Some(found) = best else {
            if faults.is_empty() {
                let needed = known.iter().filter(|column| column.needed).map(|column| column.name);
                let columns = needed.collect::<Vec<_>>().join(", ");
                faults.add(Place::File, What::NoHeader { columns });
            }
            return Self { header: Vec::new(), columns: HashMap::new(), rows: Vec::new() };
        };
        for column in &found.twice {
            faults.add(Place::Row(found.number), What::ColumnTwice { column: column.clone() });
        }
        grid::check_size(&found.rows, faults);
        if found.rows.is_empty() {
            faults.add(Place::File, What::NoRows);
        }
        let rows = if faults.is_empty() { found.rows } else { Vec::new() };
        Self { header: found.cells, columns: found.columns, rows }
    }

    /// Whether a row says something in this column only.
    pub(crate) fn says_only(&self, row: &Row, column: &str) -> bool {
        let index = self.columns.get(column);
        row.cells.iter().enumerate().all(|(at, cell)| cell.is_empty() == (Some(&at) != index))
    }

    /// Whether the table has this column.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The rows below the header.
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The values of a row.
    pub(crate) fn values<'t>(&'t self, row: &'t Row, faults: &'t mut Faults) -> Values<'t> {
        if let Some(extra) = row.cells.iter().skip(self.header.len()).find(|cell| !cell.is_empty()) {
            faults.add(Place::Row(row.number), What::ExtraCells { value: extra.clone() });
        }
        Values { table: self, row, faults }
    }
}

/// The first row in which all needed columns were found, and what stands below it.
struct Header {
    number: u64,
    cells: Vec<String>,
    columns: HashMap<&'static str, usize>,
    twice: Vec<String>,
    rows: Vec<Row>,
}

impl Header {
    fn find(mut rows: Vec<Row>, known: &[Column]) -> Option<Self> {
        let candidates = rows.iter().take(HEADER_WITHIN).map(|row| recognise(row, known)).enumerate();
        let (at, (columns, twice)) = candidates.into_iter().find(|(_, (columns, _))| {
            known.iter().all(|column| !column.needed || columns.contains_key(column.name))
        })?;
        let below = rows.split_off(at + 1);
        let header = rows.pop()?;
        Some(Self { number: header.number, cells: header.cells, columns, twice, rows: below })
    }
}

/// Which column each cell names. The first of the known columns that a header fits takes it.
fn recognise(row: &Row, known: &[Column]) -> (HashMap<&'static str, usize>, Vec<String>) {
    let mut columns = HashMap::new();
    let mut twice = Vec::new();
    for (index, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let folded = fold(cell);
        let fits = |column: &&Column| cell.len() <= LONGEST_HEADER && column.is(&folded);
        let Some(column) = known.iter().find(fits) else { continue };
        match columns.entry(column.name) {
            Entry::Vacant(place) => {
                place.insert(index);
            }
            Entry::Occupied(_) => twice.push(cell.clone()),
        }
    }
    (columns, twice)
}

/// The values of one row, each checked as it is asked for.
pub(crate) struct Values<'t> {
    table: &'t Table,
    row: &'t Row,
    faults: &'t mut Faults,
}

impl<'t> Values<'t> {
    /// The number of the row in the file.
    pub(crate) fn row(&self) -> u64 {
        self.row.number
    }

    /// The text of a cell; `None` when it is empty or there is no such column.
    pub(crate) fn optional(&self, column: &str) -> Option<&'t str> {
        let index = *self.table.columns.get(column)?;
        Some(self.row.cell(index)).filter(|cell| !cell.is_empty())
    }

    /// The text of a cell that must not be empty.
    pub(crate) fn text(&mut self, column: &'static str) -> &'t str {
        self.optional(column).unwrap_or_else(|| {
            self.refuse(column, What::Empty);
            ""
        })
    }

    /// A text on one line of at most `limit` characters that must not be empty.
    pub(crate) fn name(&mut self, column: &'static str, limit: usize) -> String {
        let text = self.text(column);
        self.on_one_line(column, text, limit)
    }

    /// The same, where the cell may be empty.
    pub(crate) fn optional_name(&mut self, column: &'static str, limit: usize) -> Option<String> {
        let text = self.optional(column)?;
        Some(self.on_one_line(column, text, limit))
    }

    /// A key: small Latin letters, digits, `_` and `-`.
    pub(crate) fn key(&mut self, column: &'static str) -> String {
        let key = self.text(column);
        if !key.is_empty() && !is_key(key) {
            self.refuse(column, What::NotAKey { value: key.to_owned() });
        }
        key.to_owned()
    }

    /// One of a few words, in whatever case and either script.
    pub(crate) fn choice<T: Clone>(&mut self, column: &'static str, choices: &[(&str, T)]) -> Option<T> {
        let word = self.optional(column)?;
        let found = choices.iter().find(|(choice, _)| fold(choice) == fold(word));
        if found.is_none() {
            let allowed = choices.iter().map(|(choice, _)| *choice).collect::<Vec<_>>().join(", ");
            self.refuse(column, What::NotOneOf { value: word.to_owned(), allowed });
        }
        found.map(|(_, value)| value.clone())
    }

    /// A whole number from 1 on.
    pub(crate) fn number(&mut self, column: &'static str) -> Option<i64> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        // Plans number their rows `1`, `1.` or `1)`.
        let digits = text.trim_end_matches(['.', ')']);
        let number = digits.parse().ok().filter(|number| (1..=1_000_000).contains(number));
        if number.is_none() {
            self.refuse(column, What::NotANumber { value: text.to_owned() });
        }
        number
    }

    /// A day, written as `2026-12-20` or `20.12.2026`.
    pub(crate) fn day(&mut self, column: &'static str) -> Option<NaiveDate> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let day = text.parse().or_else(|_| NaiveDate::parse_from_str(text, "%d.%m.%Y")).ok();
        // chrono reads days of other millennia, which no database keeps.
        let day = day.filter(|day: &NaiveDate| YEARS.contains(&day.year()));
        if day.is_none() {
            self.refuse(column, What::NotADay { value: text.to_owned() });
        }
        day
    }

    /// Refuses the value of a column.
    pub(crate) fn refuse(&mut self, column: &str, what: What) {
        let index = self.table.columns.get(column);
        let header = index.and_then(|&index| self.table.header.get(index)).map_or(column, String::as_str);
        self.faults.add(Place::Cell(self.row.number, header.to_owned()), what);
    }

    fn on_one_line(&mut self, column: &'static str, text: &str, limit: usize) -> String {
        let length = text.chars().count();
        if length > limit {
            self.refuse(column, What::TooLong { length: length as u64, limit: limit as u64 });
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Remembers in which row each key stood first.
#[derive(Default)]
pub(crate) struct Once(HashMap<String, u64>);

impl Once {
    /// Refuses a key that stood in a row above.
    pub(crate) fn check(&mut self, values: &mut Values<'_>, column: &'static str, key: String) {
        let row = values.row();
        if let Some(&first) = self.0.get(&key) {
            values.refuse(column, What::Twice { value: key, row: first });
        } else {
            self.0.insert(key, row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 3] = [
        Column { name: "deadline", whole: &[], parts: &["muddat", "срок"], needed: true },
        Column { name: "measure", whole: &["nomi"], parts: &["chora-tadbir"], needed: true },
        Column::named("note", false),
    ];

    fn read(text: &str) -> (Table, Faults) {
        let mut faults = Faults::new("file.csv");
        let table = Table::read(&Source::embedded("file.csv", text), &COLUMNS, &mut faults);
        (table, faults)
    }

    #[test]
    fn the_header_is_found_below_titles_and_in_any_order_and_script() {
        for text in [
            "deadline,measure\nbugun,ish\n",
            "\"REJA, 2026\"\n;;\nЧора-тадбирлар номи;Ижро муддати\nish;bugun\n",
            "Nomi\tСрок исполнения\nish\tbugun\n",
        ] {
            let (table, mut faults) = read(text);
            assert!(faults.is_empty(), "{:?}", faults.whats());
            let mut values = table.values(&table.rows()[0], &mut faults);
            assert_eq!((values.text("measure"), values.text("deadline")), ("ish", "bugun"), "{text}");
            assert_eq!(values.optional("note"), None);
        }
    }

    #[test]
    fn a_table_without_a_needed_column_is_refused_with_the_columns_that_are_needed() {
        let (_, faults) = read("measure,other\n1,2\n");
        assert_eq!(faults.whats(), [What::NoHeader { columns: "deadline, measure".into() }]);
        let (_, faults) = read("measure,deadline\n");
        assert_eq!(faults.whats(), [What::NoRows]);
        let (_, faults) = read("measure,deadline,muddat\n1,2,3\n");
        assert_eq!(faults.whats(), [What::ColumnTwice { column: "muddat".into() }]);
    }

    #[test]
    fn a_wrong_value_is_refused_with_its_row_and_the_header_of_its_column() {
        let (table, mut faults) = read("Nomi,muddat\nX y,32.13.2026\nb,c,d\n");
        let mut values = table.values(&table.rows()[0], &mut faults);
        values.key("measure");
        values.day("deadline");
        values.choice("measure", &[("five", 5), ("six", 6)]);
        table.values(&table.rows()[1], &mut faults);
        let told = faults.told(locales::Texts::new(domain::language::Language::En));
        for part in ["file.csv", "2", "“Nomi”", "X y", "32.13.2026", "five, six", "3"] {
            assert!(told.contains(part), "{part} is missing in:\n{told}");
        }
        assert_eq!(faults.whats().len(), 4);
    }
}
