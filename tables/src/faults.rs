//! What is wrong with a file: all of it, with file, row, column, value, and what is allowed.

use locales::Texts;

/// The most faults that are told; more of them mean that the file is another one than was thought.
const MOST_TOLD: usize = 40;

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// The file as a whole.
    File,
    /// A row, by its number in the file.
    Row(u64),
    /// A cell: the row and the header of its column.
    Cell(u64, String),
}

/// What is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Empty,
    TooLong { length: u64, limit: u64 },
    NotOneOf { value: String, allowed: String },
    NotAKey { value: String },
    NotANumber { value: String },
    NotADay { value: String },
    Twice { value: String, row: u64 },
    NoOrganisation { value: String, allowed: String },
    ExtraCells { value: String },
    NoHeader { columns: String },
    ColumnTwice { column: String },
    NoRows,
    NotText,
    OpenQuote,
    Workbook { cause: String },
    TooLarge { limit: u64 },
    UnpacksTooMuch { limit: u64 },
    TooManyRows { limit: u64 },
    CellError { value: String },
    Circle { value: String },
    NoExecutor { value: String },
    NoProviders,
}

impl What {
    fn told(&self, texts: Texts) -> String {
        match self {
            Self::Empty => texts.cli_what_empty(),
            Self::TooLong { length, limit } => texts.cli_what_too_long(*length, *limit),
            Self::NotOneOf { value, allowed } => texts.cli_what_not_one_of(allowed, shortened(value)),
            Self::NotAKey { value } => texts.cli_what_not_a_key(shortened(value)),
            Self::NotANumber { value } => texts.cli_what_not_a_number(shortened(value)),
            Self::NotADay { value } => texts.cli_what_not_a_day(shortened(value)),
            Self::Twice { value, row } => texts.cli_what_twice(row.to_string(), shortened(value)),
            Self::NoOrganisation { value, allowed } => {
                texts.cli_what_no_organisation(allowed, shortened(value))
            }
            Self::ExtraCells { value } => texts.cli_what_extra_cells(shortened(value)),
            Self::NoHeader { columns } => texts.cli_what_no_header(columns),
            Self::ColumnTwice { column } => texts.cli_what_column_twice(column),
            Self::NoRows => texts.cli_what_no_rows(),
            Self::NotText => texts.cli_what_not_text(),
            Self::OpenQuote => texts.cli_what_open_quote(),
            Self::Workbook { cause } => texts.cli_what_workbook(cause),
            Self::TooLarge { limit } => {
                texts.cli_what_too_large(locales::numbers::bytes(texts.language(), *limit))
            }
            Self::UnpacksTooMuch { limit } => {
                texts.cli_what_unpacks_too_much(locales::numbers::bytes(texts.language(), *limit))
            }
            Self::TooManyRows { limit } => texts.cli_what_too_many_rows(*limit),
            Self::CellError { value } => texts.cli_what_cell_error(value),
            Self::Circle { value } => texts.cli_what_circle(value),
            Self::NoExecutor { value } => texts.cli_what_no_executor(shortened(value)),
            Self::NoProviders => texts.cli_what_no_providers(),
        }
    }
}

/// Gathers what is wrong with one file.
#[derive(Clone, Debug)]
pub struct Faults {
    file: String,
    all: Vec<(Place, What)>,
}

impl Faults {
    /// None so far, in the file that is called so.
    pub fn new(file: &str) -> Self {
        Self { file: file.to_owned(), all: Vec::new() }
    }

    pub(crate) fn add(&mut self, place: Place, what: What) {
        self.all.push((place, what));
    }

    /// Whether nothing was wrong so far.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All of it, a line each, below a line that counts them.
    pub fn told(&self, texts: Texts) -> String {
        let lines = self.lines(texts).into_iter().map(|line| format!("  {line}"));
        [texts.cli_import_refused(self.all.len())].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    }

    /// What is wrong, a line each, in the order of the file.
    pub fn lines(&self, texts: Texts) -> Vec<String> {
        let mut all = self.all.clone();
        all.sort_by_key(|(place, _)| row_of(place));
        let mut lines: Vec<_> = all
            .iter()
            .take(MOST_TOLD)
            .map(|(place, what)| {
                let place = match place {
                    Place::File => self.file.clone(),
                    Place::Row(row) => texts.cli_place_row(self.file.as_str(), row.to_string()),
                    Place::Cell(row, column) => {
                        texts.cli_place_cell(column, self.file.as_str(), row.to_string())
                    }
                };
                format!("{place}: {}", what.told(texts))
            })
            .collect();
        if all.len() > MOST_TOLD {
            lines.push(texts.cli_import_more_faults(all.len() - MOST_TOLD));
        }
        lines
    }

    #[cfg(test)]
    pub(crate) fn whats(&self) -> Vec<What> {
        self.all.iter().map(|(_, what)| what.clone()).collect()
    }
}

fn row_of(place: &Place) -> u64 {
    match place {
        Place::File => 0,
        Place::Row(row) | Place::Cell(row, _) => *row,
    }
}

/// A value as far as a line can hold it.
pub fn shortened(value: &str) -> String {
    const SHOWN: usize = 80;
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value,
    }
}
