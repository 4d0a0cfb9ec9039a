//! The pages of a report: what does not fit goes on, under the same head, on the next.

use locales::shortened;

use super::{Cell, Column, Paper, Table};
use crate::measure::wrapped;
use crate::svg::{BLUE, INK_2, INK_3, LINE, Pen, Svg};

const SIZE: (u32, u32) = (1240, 1754);
/// 12 mm from the edges.
const LEFT: f32 = 71.0;
const RIGHT: f32 = 1169.0;
const WIDTH: f32 = RIGHT - LEFT;
/// Where a page that goes on begins, and where every page ends.
const TOP: f32 = 122.0;
const BOTTOM: f32 = 1636.0;
const FOOT: f32 = 1690.0;
/// Figures beside each other.
const FACTS: usize = 4;
const FACT_HEIGHT: f32 = 72.0;
/// Between two columns.
const GUTTER: f32 = 12.0;
const LINE_HEIGHT: f32 = 21.0;
const ROW_PADDING: f32 = 9.0;
/// What one place of a table holds: no row is taller than a page.
const CELL_LETTERS: usize = 700;
/// A table begins where its title, its head and some rows have room.
const TABLE_BEGIN: f32 = 190.0;
const SIGNATURE: f32 = 110.0;

const CELL: Pen = Pen::new(16.0);
const HEAD: Pen = Pen::new(13.5).colour(INK_3).weight(600);
const TOTAL: Pen = Pen::new(16.0).weight(700);
const SECTION: Pen = Pen::new(21.0).weight(700);
const SMALL: Pen = Pen::new(14.5).colour(INK_2);

/// The pages as drawings.
pub(super) fn pages(paper: &Paper) -> Vec<String> {
    let mut flow = Flow { paper, pages: Vec::new(), y: 0.0 };
    flow.pages.push(blank());
    flow.first_head();
    flow.paragraph(&paper.lead, Pen::new(22.0), 30.0);
    flow.facts();
    for remark in &paper.remarks {
        flow.paragraph(remark, Pen::new(17.0).colour(INK_2), 24.0);
    }
    for (number, table) in (1..).zip(&paper.tables) {
        flow.table(number, &table.on_paper());
    }
    flow.signature();
    flow.end()
}

fn blank() -> Svg {
    let mut svg = Svg::new(SIZE.0, SIZE.1);
    svg.shape(r##"<rect width="1240" height="1754" fill="#fff"/>"##);
    svg
}

/// What is drawn from top to bottom, page after page.
struct Flow<'a> {
    paper: &'a Paper,
    pages: Vec<Svg>,
    y: f32,
}

impl Flow<'_> {
    fn svg(&mut self) -> &mut Svg {
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// Goes to the next page when this much has no room; says whether it did.
    fn room(&mut self, height: f32) -> bool {
        let full = self.y + height > BOTTOM;
        if full {
            let paper = self.paper;
            self.pages.push(blank());
            let svg = self.svg();
            svg.text_within((LEFT, 78.0), SMALL.weight(600), &paper.title, 90);
            svg.text_within((RIGHT, 78.0), SMALL.to_the_left(), &paper.under, 60);
            svg.rule((LEFT, 92.0), WIDTH, LINE, 2.0);
            self.y = TOP;
        }
        full
    }

    fn first_head(&mut self) {
        let paper = self.paper;
        let svg = self.svg();
        svg.logo((LEFT - 8.0, 74.0), 2.2, BLUE, "#fff");
        let words = LEFT + 84.0;
        svg.text_within((words, 84.0), Pen::new(19.0).colour(INK_2), &paper.above, 95);
        let mut y = 120.0;
        for line in wrapped(&paper.title, 29.0, 700, RIGHT - words) {
            svg.text((words, y), Pen::new(29.0).weight(700), &line);
            y += 36.0;
        }
        for line in wrapped(&paper.under, 18.0, 400, RIGHT - words) {
            svg.text((words, y - 4.0), Pen::new(18.0).colour(INK_2), &line);
            y += 26.0;
        }
        svg.rule((LEFT, y), WIDTH, "#163f83", 3.0);
        self.y = y + 44.0;
    }

    fn paragraph(&mut self, words: &str, pen: Pen, height: f32) {
        for line in wrapped(words, pen.size, pen.weight, WIDTH) {
            self.room(height);
            let at = (LEFT, self.y);
            self.svg().text(at, pen, &line);
            self.y += height;
        }
        self.y += 10.0;
    }

    fn facts(&mut self) {
        let paper = self.paper;
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let width = WIDTH / FACTS as f32;
        self.y += 14.0;
        for row in paper.facts.chunks(FACTS) {
            self.room(FACT_HEIGHT);
            let mut x = LEFT;
            for (name, cell) in row {
                let (top, room) = (self.y, width - GUTTER);
                let svg = self.svg();
                svg.rule((x, top - 22.0), room, LINE, 1.5);
                svg.text((x, top + 6.0), Pen::new(25.0).weight(700), &cell.says(paper.language));
                for (line, words) in (0_u8..2).zip(wrapped(name, SMALL.size, SMALL.weight, room)) {
                    svg.text((x, top + 26.0 + 17.0 * f32::from(line)), SMALL, &words);
                }
                x += width;
            }
            self.y += FACT_HEIGHT + 10.0;
        }
    }

    fn table(&mut self, number: u32, table: &Table) {
        self.room(TABLE_BEGIN);
        self.y += 22.0;
        let title = format!("{number}. {}", table.title);
        let at = (LEFT, self.y);
        self.svg().text(at, SECTION, &title);
        self.y += 14.0;
        if table.rows.is_empty() {
            self.y += 18.0;
            self.paragraph(&table.empty, CELL, LINE_HEIGHT);
            return;
        }
        let columns = places(&table.columns);
        self.table_head(table, &columns);
        let total = table.total.iter().map(|row| (row, TOTAL));
        for (row, pen) in total.chain(table.rows.iter().map(|row| (row, CELL))) {
            self.row(table, &columns, row, pen);
        }
        if let Some(note) = &table.note {
            self.y += 18.0;
            self.paragraph(note, SMALL, LINE_HEIGHT);
        }
        self.y += 16.0;
    }

    fn table_head(&mut self, table: &Table, columns: &[(f32, f32)]) {
        let heads = table.columns.iter().zip(columns);
        let heads: Vec<_> =
            heads.map(|(column, (_, width))| wrapped(&column.name, HEAD.size, HEAD.weight, *width)).collect();
        let most = heads.iter().map(Vec::len).max().unwrap_or(1);
        let height = lines(most) + ROW_PADDING;
        for ((column, place), words) in table.columns.iter().zip(columns).zip(&heads) {
            // A short head stands at the bottom, next to its column.
            let down = lines(most - words.len());
            self.words(column, *place, HEAD, words, down);
        }
        self.y += height;
        let at = (LEFT, self.y);
        self.svg().rule(at, WIDTH, INK_3, 2.0);
    }

    fn row(&mut self, table: &Table, columns: &[(f32, f32)], row: &[Cell], pen: Pen) {
        let language = self.paper.language;
        let cells = row.iter().zip(columns).map(|(cell, (_, width))| {
            let words = shortened(&cell.says(language), CELL_LETTERS);
            wrapped(&words, pen.size, pen.weight, *width)
        });
        let cells: Vec<_> = cells.collect();
        let height = lines(cells.iter().map(Vec::len).max().unwrap_or(1)) + ROW_PADDING;
        if self.room(height) {
            self.table_head(table, columns);
        }
        for ((column, place), words) in table.columns.iter().zip(columns).zip(&cells) {
            self.words(column, *place, pen, words, 0.0);
        }
        self.y += height;
        let at = (LEFT, self.y);
        self.svg().rule(at, WIDTH, LINE, 1.5);
    }

    fn words(&mut self, column: &Column, (left, width): (f32, f32), pen: Pen, words: &[String], down: f32) {
        let (x, pen) = if column.figures { (left + width, pen.to_the_left()) } else { (left, pen) };
        let mut y = self.y + LINE_HEIGHT + down;
        for line in words {
            self.svg().text((x, y), pen, line);
            y += LINE_HEIGHT;
        }
    }

    fn signature(&mut self) {
        let Some((position, name)) = &self.paper.signature else { return };
        self.room(SIGNATURE);
        self.y += 78.0;
        let (y, pen) = (self.y, Pen::new(19.0));
        let svg = self.svg();
        svg.text_within((LEFT, y), pen, position, 42);
        svg.rule((560.0, y + 1.0), 220.0, INK_2, 1.5);
        svg.text_within((RIGHT, y), pen.to_the_left(), name, 34);
    }

    fn end(self) -> Vec<String> {
        let (paper, all) = (self.paper, self.pages.len());
        let pages = (1..).zip(self.pages).map(|(page, mut svg)| {
            svg.text_within((LEFT, FOOT), Pen::new(13.5).colour(INK_3), &paper.foot, 120);
            svg.text((RIGHT, FOOT), Pen::new(13.5).colour(INK_3).to_the_left(), &format!("{page} / {all}"));
            svg.end()
        });
        pages.collect()
    }
}

/// Where each column begins and how wide it is.
fn places(columns: &[Column]) -> Vec<(f32, f32)> {
    let shares: f32 = columns.iter().map(|column| column.share).sum();
    let mut left = LEFT;
    let place = |column: &Column| {
        let width = WIDTH * column.share / shares;
        let place = (left, width - GUTTER);
        left += width;
        place
    };
    // The last column reaches the edge.
    let mut places: Vec<_> = columns.iter().map(place).collect();
    if let Some((_, width)) = places.last_mut() {
        *width += GUTTER;
    }
    places
}

#[expect(clippy::cast_precision_loss, reason = "no page has millions of lines")]
fn lines(number: usize) -> f32 {
    number as f32 * LINE_HEIGHT
}
