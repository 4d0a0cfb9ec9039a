//! The two tables of a sheet: what is overdue, and the organisations.

use chrono::NaiveDate;
use domain::clock::tashkent_day;
use domain::compliance::{Light, Thresholds};
use domain::reporting::{SHEET_ORGANISATIONS, SHEET_OVERDUE};
use locales::{Texts, dates, numbers};

use super::closeness::{Closeness, Holds, STEPS};
use super::{LEFT, OrganisationRow, OverdueRow, RIGHT, Sheet, rate_of, whole};
use crate::svg::{INK_2, INK_3, LINE, Pen, RED_TEXT, State, Svg};

/// Where the columns of the overdue begin.
const MEASURE_LEFT: f32 = 346.0;
const OFFICER_LEFT: f32 = 806.0;
const TERM_LEFT: f32 = 990.0;
/// Where what was said ends: the date stands beside it.
const SAID_RIGHT: f32 = 1052.0;
/// Where the columns of the organisations end.
const RATE_RIGHT: f32 = 724.0;
const HANDED_IN_RIGHT: f32 = 858.0;
const LATE_RIGHT: f32 = 984.0;
const ENTERED_RIGHT: f32 = 1080.0;
/// The sign before the name of an organisation, and the rate after it.
const SIGN: f32 = 32.0;
const RATE: f32 = 96.0;
/// From a heading to the heads of its columns, and from these to the first row.
const HEAD_ROW: f32 = 30.0;
const HEAD_GAP: f32 = 9.0;
/// Between the tables.
const GAP: f32 = 44.0;
const NOTE: f32 = 22.0;

const HEAD: Pen = Pen::new(15.5).colour(INK_3).weight(600);
const REMARK: Pen = Pen::new(15.5).colour(INK_3);
const SECTION: Pen = Pen::new(20.0).weight(700);

/// Both tables in lines, written as closely as the page wants it.
pub(super) struct Tables<'a> {
    texts: Texts,
    sheet: &'a Sheet,
    closeness: Closeness,
    overdue: Vec<Overdue>,
    organisations: Vec<(&'a OrganisationRow, Vec<String>)>,
}

impl<'a> Tables<'a> {
    /// The tables in the roomiest way in which they are no higher than this.
    pub(super) fn fitting(texts: Texts, sheet: &'a Sheet, height: f32) -> Self {
        let [roomiest, closer @ ..] = STEPS;
        let mut tables = Self::of(texts, sheet, roomiest);
        for closeness in closer {
            if tables.height() <= height {
                break;
            }
            tables = Self::of(texts, sheet, closeness);
        }
        tables
    }

    fn of(texts: Texts, sheet: &'a Sheet, closeness: Closeness) -> Self {
        let name = |row: &OrganisationRow| {
            let room = RATE_RIGHT - RATE - LEFT - SIGN;
            closeness.laid(Holds::Name, &row.name, closeness.cell(), room)
        };
        let overdue = sheet.overdue.iter().take(SHEET_OVERDUE);
        let organisations = sheet.organisations.iter().take(SHEET_ORGANISATIONS);
        Self {
            texts,
            sheet,
            closeness,
            overdue: overdue.map(|row| Overdue::of(closeness, row)).collect(),
            organisations: organisations.map(|row| (row, name(row))).collect(),
        }
    }

    /// How high both are, with all that stands above and below their rows.
    fn height(&self) -> f32 {
        let overdue: f32 = self.overdue.iter().map(|row| row.height(self.closeness)).sum();
        let rows = self.organisations.iter();
        let organisations: f32 = rows.map(|(_, name)| self.height_of_name(name)).sum();
        let notes = [self.cut_overdue().is_some(), self.cut_organisations().is_some()];
        let notes: f32 = notes.into_iter().filter(|is_cut| *is_cut).map(|_| NOTE).sum();
        2.0 * (HEAD_ROW + HEAD_GAP) + GAP + overdue + organisations + notes
    }

    fn height_of_name(&self, name: &[String]) -> f32 {
        self.closeness.lines(name.len().max(1)) + self.closeness.padding
    }

    /// Says that not all that is overdue is shown, where it is so.
    fn cut_overdue(&self) -> Option<String> {
        let (all, shown) = (whole(self.sheet.states[0]), self.overdue.len());
        is_cut(shown, all).then(|| self.texts.sheet_overdue_cut(all, shown.to_string()))
    }

    fn cut_organisations(&self) -> Option<String> {
        let all = i64::try_from(self.sheet.organisations.len()).unwrap_or(i64::MAX);
        let shown = self.organisations.len();
        is_cut(shown, all).then(|| self.texts.sheet_organisations_cut(all, shown.to_string()))
    }

    /// Draws them; gives where they end.
    pub(super) fn draw(&self, svg: &mut Svg, top: f32) -> f32 {
        let below = self.draw_overdue(svg, top);
        self.draw_organisations(svg, below + GAP)
    }

    fn draw_overdue(&self, svg: &mut Svg, top: f32) -> f32 {
        let texts = self.texts;
        svg.text((LEFT, top), SECTION, &texts.sheet_overdue());
        let mut y = top + HEAD_ROW;
        if self.overdue.is_empty() {
            svg.text((LEFT, y), STEPS[0].cell(), &texts.card_none_overdue());
            return y;
        }
        svg.text((LEFT + 6.0, y), HEAD, &texts.sheet_organisation());
        svg.text((MEASURE_LEFT, y), HEAD, &texts.sheet_measure());
        svg.text((OFFICER_LEFT, y), HEAD, &texts.sheet_officer());
        svg.text((RIGHT - 6.0, y), HEAD.to_the_left(), &texts.sheet_term());
        y += HEAD_GAP;
        let today = tashkent_day(self.sheet.at);
        for row in &self.overdue {
            svg.rule((LEFT, y), RIGHT - LEFT, LINE, 1.5);
            row.draw(svg, texts, (self.closeness, today), y);
            y += row.height(self.closeness);
        }
        remark(svg, self.cut_overdue(), y)
    }

    fn draw_organisations(&self, svg: &mut Svg, top: f32) -> f32 {
        let texts = self.texts;
        svg.text((LEFT, top), SECTION, &texts.sheet_organisations());
        let mut y = top + HEAD_ROW;
        svg.text((LEFT + 6.0, y), HEAD, &texts.sheet_organisation());
        for (x, name) in [
            (RATE_RIGHT, texts.sheet_on_time()),
            (HANDED_IN_RIGHT, texts.sheet_handed_in()),
            (LATE_RIGHT, texts.sheet_late()),
            (ENTERED_RIGHT, "NIS.UZ".to_owned()),
            (RIGHT - 6.0, texts.sheet_mark()),
        ] {
            svg.text((x, y), HEAD.to_the_left(), &name);
        }
        y += HEAD_GAP;
        for (row, name) in &self.organisations {
            svg.rule((LEFT, y), RIGHT - LEFT, LINE, 1.5);
            organisation(svg, texts, (row, name), (self.closeness, y));
            y += self.height_of_name(name);
        }
        remark(svg, self.cut_organisations(), y)
    }
}

fn is_cut(shown: usize, all: i64) -> bool {
    i64::try_from(shown).is_ok_and(|shown| shown < all)
}

/// What is said below a table; gives where the last line ends.
fn remark(svg: &mut Svg, says: Option<String>, y: f32) -> f32 {
    let Some(says) = says else { return y };
    svg.text((LEFT + 6.0, y + NOTE - 2.0), REMARK, &says);
    y + NOTE
}

/// A row of the overdue, in lines.
struct Overdue {
    due: NaiveDate,
    organisation: Vec<String>,
    measure: Vec<String>,
    officer: Vec<String>,
    said: Vec<String>,
}

impl Overdue {
    fn of(closeness: Closeness, row: &OverdueRow) -> Self {
        let cell = closeness.cell();
        let laid = |holds, words: &str, room| closeness.laid(holds, words, cell, room);
        let officer = row.officer.as_deref().unwrap_or("—");
        let said = row.said.join(". ");
        Self {
            due: row.due,
            organisation: laid(Holds::Organisation, &row.organisation, MEASURE_LEFT - LEFT - 20.0),
            measure: laid(Holds::Measure, &row.measure, OFFICER_LEFT - MEASURE_LEFT - 14.0),
            officer: laid(Holds::Measure, officer, TERM_LEFT - OFFICER_LEFT - 10.0),
            said: closeness.laid(Holds::Said, &said, small(closeness), SAID_RIGHT - MEASURE_LEFT),
        }
    }

    /// How many lines stand above what was said.
    fn above(&self) -> usize {
        self.measure.len().max(self.officer.len())
    }

    fn height(&self, closeness: Closeness) -> f32 {
        // The days stand above the date.
        let most = (self.above() + self.said.len()).max(self.organisation.len()).max(2);
        closeness.lines(most) + closeness.padding
    }

    fn draw(&self, svg: &mut Svg, texts: Texts, (closeness, today): (Closeness, NaiveDate), top: f32) {
        let (cell, small) = (closeness.cell(), small(closeness));
        let first = top + closeness.line + 1.0;
        lines(svg, (LEFT + 6.0, first), (cell, closeness), &self.organisation);
        lines(svg, (MEASURE_LEFT, first), (cell, closeness), &self.measure);
        lines(svg, (OFFICER_LEFT, first), (cell, closeness), &self.officer);
        let below = first + closeness.lines(self.above());
        lines(svg, (MEASURE_LEFT, below), (small, closeness), &self.said);
        let left = dates::time_left(texts.language(), self.due, today);
        svg.text((RIGHT - 6.0, first), cell.colour(RED_TEXT).to_the_left(), &left);
        let due = dates::date_short(texts.language(), self.due);
        svg.text((RIGHT - 6.0, first + closeness.line), small.to_the_left(), &due);
    }
}

/// The pen of what was said: a little smaller.
fn small(closeness: Closeness) -> Pen {
    Pen::new(closeness.size - 1.0).colour(INK_2)
}

fn lines(svg: &mut Svg, (x, mut y): (f32, f32), (pen, closeness): (Pen, Closeness), words: &[String]) {
    for one in words {
        svg.text((x, y), pen, one);
        y += closeness.line;
    }
}

fn organisation(
    svg: &mut Svg,
    texts: Texts,
    (row, name): (&OrganisationRow, &[String]),
    (closeness, top): (Closeness, f32),
) {
    let (language, y) = (texts.language(), top + closeness.line + 1.0);
    let state = match Thresholds::default().light(rate_of(row.rate)) {
        Light::Green => State::Done,
        Light::Yellow => State::DueSoon,
        Light::Red => State::Overdue,
        Light::NoData => State::NotStarted,
    };
    let scale = closeness.size / 17.5;
    svg.sign(state, (LEFT + 4.0, y - 15.5 * scale), scale);
    lines(svg, (LEFT + SIGN, y), (closeness.cell(), closeness), name);
    let right = closeness.cell().to_the_left();
    svg.text((RATE_RIGHT, y), right, &numbers::rate(language, rate_of(row.rate)));
    svg.text((HANDED_IN_RIGHT, y), right, &format!("{}/{}", row.handed_in, row.expected));
    let late = if row.overdue > 0 { right.colour(RED_TEXT).weight(600) } else { right };
    svg.text((LATE_RIGHT, y), late, &numbers::integer(language, whole(row.overdue)));
    let entered = match row.entered {
        Some(true) => texts.sheet_yes(),
        Some(false) => texts.sheet_no(),
        None => "—".to_owned(),
    };
    svg.text((ENTERED_RIGHT, y), right, &entered);
    let mean = row
        .mean
        .map_or_else(|| "—".to_owned(), |mean| numbers::decimal(language, f64::from(mean) / 100.0, 2));
    svg.text((RIGHT - 6.0, y), right, &mean);
}
