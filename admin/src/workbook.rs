//! Reports as workbooks: a sheet of single figures and one for each table, with frozen heads, filters, formats and a chart.
//!
//! Words are written as words, so that none becomes a formula. The same report gives the same bytes: the only moment in the
//! file is the one of the report.

use chrono::{DateTime, Utc};
use domain::language::Language;
use pictures::{Cell, Column, Paper, Table};
use rust_xlsxwriter::{
    Chart, ChartType, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

/// What a workbook is called.
pub(crate) const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The longest word that a cell holds is a little longer.
const CELL_LETTERS: usize = 32_000;
/// The longest name of a sheet.
const NAME_LETTERS: usize = 31;
/// Rows that a chart shows: more cannot be told from each other.
const CHARTED: u32 = 15;
/// How wide a column of share 1 is, in letters.
const LETTERS: f32 = 11.0;
const NARROWEST: f32 = 9.0;
const WIDEST: f32 = 60.0;

/// How cells look.
struct Looks {
    language: Language,
    title: Format,
    bold: Format,
    head: Format,
    words: Format,
    number: Format,
    rate: Format,
    mean: Format,
    day: Format,
}

impl Looks {
    fn new(language: Language) -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top);
        let head = plain().set_bold().set_text_wrap().set_background_color("E8EEF8");
        let day = if language == Language::En { "yyyy-mm-dd" } else { "dd.mm.yyyy" };
        Self {
            language,
            title: Format::new().set_bold().set_font_size(15),
            bold: plain().set_bold().set_text_wrap(),
            head: head.set_border_bottom(FormatBorder::Thin),
            words: plain().set_text_wrap(),
            number: plain().set_num_format("#,##0"),
            rate: plain().set_num_format("0.0%"),
            mean: plain().set_num_format("0.00"),
            day: plain().set_num_format(day),
        }
    }
}

/// The look of a cell of the row of all together.
fn summed(format: &Format) -> Format {
    format.clone().set_bold().set_border_top(FormatBorder::Thin)
}

/// The workbook of a report that was made at `made_at`. `told` hears how many of how many rows are written.
pub(crate) fn workbook(
    paper: &Paper,
    made_at: DateTime<Utc>,
    told: &dyn Fn(u64, u64),
) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::new(paper.language);
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(made_at.timestamp())?;
    book.set_properties(&DocProperties::new().set_title(&paper.title).set_creation_datetime(&made));
    if !paper.facts.is_empty() {
        summary(book.add_worksheet(), paper, &looks)?;
    }
    // Packing the rows takes as long as writing them.
    let all = 2 * paper.tables.iter().map(|table| table.rows.len() as u64).sum::<u64>();
    let mut written = 0;
    for table in &paper.tables {
        sheet(book.add_worksheet(), table, &looks, &mut || {
            written += 1;
            told(written, all);
        })?;
    }
    book.save_to_buffer()
}

fn summary(page: &mut Worksheet, paper: &Paper, looks: &Looks) -> Result<(), XlsxError> {
    let name = locales::Texts::new(paper.language).report_summary();
    page.set_name(named(&name))?.set_column_width(0, 46)?.set_column_width(1, 24)?;
    page.write_string_with_format(0, 0, cut(&paper.title), &looks.title)?;
    page.write_string(1, 0, cut(&paper.above))?;
    page.write_string(2, 0, cut(&paper.under))?;
    page.write_string(3, 0, cut(&paper.lead))?;
    let mut row = 5;
    for (name, cell) in &paper.facts {
        page.write_string_with_format(row, 0, cut(name), &looks.words)?;
        write(page, (row, 1), cell, looks, false)?;
        row += 1;
    }
    row += 1;
    for remark in paper.remarks.iter().chain([&paper.foot]) {
        page.write_string(row, 0, cut(remark))?;
        row += 1;
    }
    if let Some((position, name)) = &paper.signature {
        page.write_string(row + 1, 0, cut(position))?;
        page.write_string(row + 1, 1, cut(name))?;
    }
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn sheet(
    page: &mut Worksheet,
    table: &Table,
    looks: &Looks,
    told: &mut dyn FnMut(),
) -> Result<(), XlsxError> {
    let name = named(&table.title);
    page.set_name(&name)?;
    for (place, column) in (0_u16..).zip(&table.columns) {
        page.set_column_width(place, width(column))?;
        page.write_string_with_format(0, place, cut(&column.name), &looks.head)?;
    }
    let mut below = 1;
    for row in &table.rows {
        for (place, cell) in (0_u16..).zip(row) {
            write(page, (below, place), cell, looks, false)?;
        }
        told();
        below += 1;
    }
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or_default();
    page.set_freeze_panes(1, 1)?.autofilter(0, 0, (below - 1).max(1), last_column)?;
    let last = below - 1;
    for (place, cell) in (0_u16..).zip(table.total.iter().flatten()) {
        write(page, (below, place), cell, looks, true)?;
    }
    if let Some(note) = &table.note {
        page.write_string(below + 1, 0, cut(note))?;
    }
    if let Some(column) = table.chart.and_then(|column| u16::try_from(column).ok()).filter(|_| last > 0) {
        page.insert_chart(1, last_column + 2, &chart(table, &name, column, last.min(CHARTED)))?;
    }
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// Bars of the first rows, the first on top.
fn chart(table: &Table, sheet: &str, column: u16, last: u32) -> Chart {
    let mut chart = Chart::new(ChartType::Bar);
    let title = table.columns.get(usize::from(column)).map_or("", |column| column.name.as_str());
    chart
        .add_series()
        .set_name(title)
        .set_categories((sheet, 1, 0, last, 0))
        .set_values((sheet, 1, column, last, column));
    chart.title().set_name(title);
    chart.legend().set_hidden();
    // In a chart of bars the second axis is the one of the names: from bottom to top, unless it is told otherwise.
    chart.y_axis().set_reverse();
    chart.x_axis().set_min(0).set_max(1).set_num_format("0%");
    chart.set_width(720).set_height(120 + 24 * last);
    chart
}

fn write(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    looks: &Looks,
    is_sum: bool,
) -> Result<(), XlsxError> {
    let look = |format: &Format| if is_sum { summed(format) } else { format.clone() };
    match cell {
        Cell::Words(words) => {
            let format = if is_sum { look(&looks.bold) } else { looks.words.clone() };
            page.write_string_with_format(row, column, cut(words), &format)?;
        }
        Cell::Number(number) => {
            #[expect(clippy::cast_precision_loss, reason = "a workbook has no other numbers")]
            page.write_number_with_format(row, column, *number as f64, &look(&looks.number))?;
        }
        Cell::Rate(Some(tenths)) => {
            page.write_number_with_format(row, column, f64::from(*tenths) / 1000.0, &look(&looks.rate))?;
        }
        Cell::Mean(Some(hundredths)) => {
            page.write_number_with_format(row, column, f64::from(*hundredths) / 100.0, &look(&looks.mean))?;
        }
        Cell::Day(day) => {
            page.write_datetime_with_format(row, column, day, &look(&looks.day))?;
        }
        // Nothing to tell is no zero.
        Cell::Rate(None) | Cell::Mean(None) => {
            let format = look(&looks.words).set_align(FormatAlign::Right);
            page.write_string_with_format(row, column, cell.says(looks.language), &format)?;
        }
    }
    Ok(())
}

fn width(column: &Column) -> f32 {
    (column.share * LETTERS).clamp(NARROWEST, WIDEST)
}

fn cut(words: &str) -> String {
    words.chars().take(CELL_LETTERS).collect()
}

/// A name that a sheet may have.
fn named(words: &str) -> String {
    let allowed = |letter: &char| !matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    words.chars().filter(allowed).take(NAME_LETTERS).collect()
}
